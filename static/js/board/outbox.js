// Words on their way to the server: field after field in the order in which they were typed, each change once.

import { csrfToken } from "../csrf.js";
import { all, adopt, isDirty, settle, store, tab, uuid } from "./records.js";

const PAUSE = 500;
const RETRY = [1000, 2000, 5000, 10000, 20000];
const LOGIN = [401, 403];
let [timer, failures, sending, trouble] = [null, 0, false, ""];

const tell = (name, detail) => document.dispatchEvent(new CustomEvent(`board:${name}`, { detail }));
// A text that was emptied waits for words: it may be that somebody begins anew.
const empty = (one) => one.field === "text" && !one.sent && !one.value.trim();
const waiting = () => all().filter((one) => isDirty(one) && !one.refused && !empty(one)).sort((one, other) => one.at - other.at);

function status() {
  const left = all().filter(isDirty);
  tell("status", { waiting: left.length, sending, trouble, refused: left.some((one) => one.refused) });
}

export const stuck = () => Boolean(trouble) && waiting().length > 0;
export const unsent = () => all().some(isDirty);

export function post(url, values, options = {}) {
  const headers = { "X-CSRFToken": csrfToken(), "X-Autosave": "1", Accept: "application/json", ...options.headers };
  return fetch(url, { method: "POST", body: new URLSearchParams(values), credentials: "same-origin", redirect: "manual", ...options, headers });
}

// The same words under the same number until the server answered: sent twice they are written once.
function request(one, options) {
  one.sent ??= { op: uuid(), value: one.value, version: one.version };
  store(one);
  const { op, value, version } = one.sent;
  const { piece, pk, field } = one;
  return post(one.url, { op, piece, pk, field, version, value, tab }, { ...options, headers: { "X-Team": one.team } });
}

async function send(one) {
  let answer;
  try {
    answer = await request(one);
  } catch {
    return later("offline");
  }
  const isJson = (answer.headers.get("content-type") ?? "").includes("json");
  if (answer.ok && isJson) return answered(one, await answer.json());
  if ([404, 410, 422].includes(answer.status)) return refused(one, isJson ? await answer.json() : {});
  return later(answer.type === "opaqueredirect" || LOGIN.includes(answer.status) ? "login" : "offline");
}

function answered(one, answer) {
  [failures, trouble] = [0, ""];
  settle(one, answer);
  tell("answer", { one, answer });
  return true;
}

function refused(one, { why = ["Dit kon niet worden bewaard. Je tekst staat hier nog."] }) {
  one.refused = why;
  one.sent = null;
  store(one);
  tell("answer", { one, answer: { state: "refused", why } });
  return true;
}

function later(why) {
  trouble = why;
  plan(RETRY[Math.min(failures, RETRY.length - 1)]);
  failures += 1;
  return false;
}

export function plan(delay = PAUSE) {
  clearTimeout(timer);
  timer = setTimeout(flush, delay);
}

let busy = null;

// Send everything that waits; whether it all arrived.
export function flush() {
  clearTimeout(timer);
  busy ??= run().finally(() => {
    busy = null;
    sending = false;
    status();
  });
  return busy;
}

async function run() {
  for (let [one] = waiting(); one; [one] = waiting()) {
    sending = true;
    status();
    if (!(await send(one))) return false;
  }
  return true;
}

// Somebody typed: it is kept at once, and sent when they pause.
export function changed(one, value, now = false) {
  if (value === one.value && !one.refused) return;
  one.value = value;
  one.refused = null;
  if (!store(one)) trouble ||= "full";
  status();
  if (now) flush();
  else if (!trouble || trouble === "full") plan();
}

// Leaving: what waits goes along with the closing page, and stays here until somebody hears that it arrived.
function leave() {
  for (const one of waiting()) request(one, { keepalive: true }).catch(() => {});
}

export async function begin() {
  const left = await adopt();
  if (left.length) flush();
}

for (const name of ["online", "board:back"]) (name === "online" ? window : document).addEventListener(name, () => trouble && flush());
window.addEventListener("pagehide", leave);
document.addEventListener("visibilitychange", () => { if (unsent()) flush(); });

// What others do, as it happens: a stream of the server, or asking every few seconds while there is no stream.

import { apply } from "./keyed.js";
import { takeIn } from "./live.js";
import { board, reload } from "./place.js";
import { tab } from "./records.js";
import { line } from "./waiting.js";

const SILENCE = 40000;
const POLL = 3000;
const AGAIN = 20000;
const HIDDEN = 60000;
let source = null;
let heard = Date.now();
let down = false;
let asked = 0;
let hidden = 0;
let held = [];

const tell = (name, detail) => document.dispatchEvent(new CustomEvent(`board:${name}`, { detail }));
const number = () => Number(board()?.dataset.version ?? 0);
// While a form is on its way the board comes again with its answer.
const busy = () => Boolean(line.sending || document.querySelector("#analyse.htmx-request, #analyse .htmx-request"));

function stand(message) {
  if (busy()) return held.push(message);
  if (message.number <= number()) return undefined;
  apply(message);
  takeIn(message.fields ?? {});
  board().dataset.version = message.number;
  tell("stand", message);
  return undefined;
}

function beeld(message) {
  const place = board();
  if (message.number <= Number(place.dataset.picture ?? 0)) return;
  place.dataset.picture = message.number;
  tell("picture", message.fragments);
}

const HANDLE = { stand, beeld, mensen: (message) => tell("people", message.people), opnieuw: () => { if (!busy()) reload(); }, tik: () => {} };

function on(name, data) {
  heard = Date.now();
  if (down) {
    down = false;
    tell("back");
  }
  if (data && board()) HANDLE[name](data);
}

function listen() {
  source?.close();
  heard = Date.now();
  source = new EventSource(`${board().dataset.stream}?vanaf=${number()}&tab=${tab}`);
  for (const name of Object.keys(HANDLE)) source.addEventListener(name, (event) => on(name, event.data ? JSON.parse(event.data) : null));
  source.addEventListener("open", () => on("tik", null));
  source.addEventListener("error", () => { if (source?.readyState === EventSource.CLOSED) quit(); });
}

function quit() {
  source?.close();
  source = null;
  asked = Date.now();
  poll();
}

async function poll() {
  try {
    const answer = await fetch(`${board().dataset.state}?vanaf=${number()}&tab=${tab}`, { headers: { "X-Autosave": "1" }, credentials: "same-origin", redirect: "manual" });
    // The case was closed to this person: what is on this screen goes too. Words that wait are kept by the browser.
    if (answer.status === 403) return location.reload();
    if (!answer.ok || !(answer.headers.get("content-type") ?? "").includes("json")) throw new Error("geen antwoord");
    const found = await answer.json();
    for (const name of ["stand", "beeld", "mensen", "opnieuw"]) if (found[name]) on(name, found[name]);
    on("tik", null);
  } catch {
    down = true;
    tell("down");
  }
}

function watch() {
  if (!board()) return;
  if (source && Date.now() - heard > SILENCE) quit();
  if (document.hidden && hidden && Date.now() - hidden > HIDDEN && source) quit();
  if (!source && !document.hidden) {
    if (Date.now() - asked > AGAIN && !down) listen();
    else poll();
  }
}

// What came while a form was on its way, once its answer stands there.
function release() {
  if (busy()) return;
  const later = held;
  held = [];
  for (const message of later) stand(message);
}

if (board()?.dataset.stream) {
  listen();
  setInterval(watch, POLL);
  document.addEventListener("visibilitychange", () => {
    hidden = document.hidden ? Date.now() : 0;
    if (!hidden && !source) listen();
  });
  document.addEventListener("htmx:afterSettle", release);
  document.addEventListener("htmx:afterRequest", () => setTimeout(release));
}

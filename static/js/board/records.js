// Fields that somebody works in: what they are based on, what is on its way, and what stands there now. A field that
// the server does not have yet waits on this computer under "case!piece-field~tab-person", like every other draft.

import { team } from "../csrf.js";
import { board } from "./place.js";
import { merge, sameWords } from "./merge.js";

const STORE = "expertteam:wacht:";
const KEPT = ["piece", "pk", "field", "version", "base", "acked", "value", "sent", "at", "team", "url", "conflict"];
const records = new Map();

// As crypto.randomUUID, which a page without TLS does not have.
export function uuid() {
  const bytes = [...crypto.getRandomValues(new Uint8Array(16))].map((one) => one.toString(16).padStart(2, "0")).join("");
  return bytes.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, "$1-$2-4$3-8$4-$5");
}

export const tab = uuid();

const nameOf = (one) => `${one.piece}-${one.pk}.${one.field}`;
const start = () => `${STORE}${board()?.dataset.drafts.slice(0, -1)}!`;
const end = () => `-${board()?.dataset.person}`;
const keyOf = (one) => `${start()}${nameOf(one)}~${tab}${end()}`;

export const find = (piece, pk, field) => records.get(nameOf({ piece, pk, field }));
export const all = () => [...records.values()];
export const isDirty = (one) => Boolean(one.sent) || one.value !== one.acked;

// The field as somebody begins to work in it; the one that is there already when they did before.
export function open(piece, pk, field, version, value) {
  const standing = find(piece, pk, field);
  if (standing && (isDirty(standing) || standing.conflict || standing.version >= version)) return standing;
  const { save: url } = board().dataset;
  const fresh = { piece, pk: String(pk), field, version, base: value, acked: value, value, sent: null, url, team: team() };
  records.set(nameOf(fresh), fresh);
  return fresh;
}

// Whether the browser keeps it: nobody is told that words wait here when they do not.
export function store(one) {
  try {
    if (!isDirty(one)) localStorage.removeItem(keyOf(one));
    else {
      one.at = Date.now();
      localStorage.setItem(keyOf(one), JSON.stringify(Object.fromEntries(KEPT.map((name) => [name, one[name]]))));
    }
    return true;
  } catch {
    return false;
  }
}

// Others changed the field: what is on its way is answered first; an overlap is for the server to say.
export function rebase(one, version, text) {
  if (version <= one.version) return;
  if (one.sent || one.conflict) {
    one.held = { version, text };
    return;
  }
  const merged = one.value === one.acked ? text : merge(one.base, one.value, text);
  if (merged === null) return;
  Object.assign(one, { version, base: text, acked: text, value: merged });
  store(one);
}

// The answer of the server to what was sent. Words typed meanwhile go on from it; where they overlap with what others
// wrote the old base stays, so that the next answer of the server shows both.
export function settle(one, answer) {
  const { sent, held } = one;
  Object.assign(one, { sent: null, held: null, refused: null, conflict: answer.conflict ?? null });
  if (answer.conflict) Object.assign(one, { version: answer.version, base: answer.value, acked: sent.value });
  else if (sameWords(sent.value, answer.value)) Object.assign(one, { version: answer.version, base: answer.value, acked: sent.value });
  else {
    const merged = one.value === sent.value ? answer.value : merge(sent.value, one.value, answer.value);
    if (merged !== null) Object.assign(one, { version: answer.version, base: answer.value, acked: answer.value, value: merged });
  }
  if (held) rebase(one, held.version, held.text);
  store(one);
}

// A conflict that its author settled: the field is what the server says, and what was typed since is gone on purpose.
export function decided(one, answer) {
  const { version, value } = answer;
  Object.assign(one, { version, base: value, acked: value, value, sent: null, held: null, conflict: answer.conflict ?? null });
  store(one);
}

export function forget(one) {
  records.delete(nameOf(one));
  try {
    localStorage.removeItem(keyOf(one));
  } catch {
    // Nothing was kept.
  }
}

async function livingTabs() {
  try {
    const { held } = await navigator.locks.query();
    return new Set(held.map((one) => one.name));
  } catch {
    return new Set();
  }
}

// What a tab that is gone could not send: it becomes ours. Another tab that is open sends its own words itself.
export async function adopt() {
  navigator.locks?.request(`expertteam-${tab}`, () => new Promise(() => {}));
  const living = await livingTabs();
  const left = Object.keys(localStorage).filter((name) => name.startsWith(start()) && name.endsWith(end()));
  const found = left.filter((name) => !living.has(`expertteam-${name.match(/~(.{36})-/)?.[1]}`));
  const ours = found.map((name) => [name, JSON.parse(localStorage.getItem(name))]).sort((one, other) => one[1].at - other[1].at);
  for (const [name, one] of ours) {
    localStorage.removeItem(name);
    if (records.has(nameOf(one))) continue;
    records.set(nameOf(one), one);
    store(one);
  }
  return ours.map(([, one]) => one);
}

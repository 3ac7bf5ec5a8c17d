// What somebody typed on this board and could not save waits on this computer, and says that it is not saved.
// The key of a draft: number of the case, the piece, a mark of its own for one of several new cards, the writer.

import { forget, keep, kept, putBack } from "../autosave-store.js";
import { board, forms, isDirty } from "./place.js";
import { waits } from "./waiting.js";

const STORE = "expertteam:wacht:";
const TEXTS = ["text", "said_by", "test", "owner_name"];

function keys() {
  const { drafts, person } = board()?.dataset ?? {};
  if (!drafts) return [];
  try {
    const names = Object.keys(localStorage).filter((name) => name.startsWith(STORE + drafts) && name.endsWith(`-${person}`));
    return names.map((name) => name.slice(STORE.length)).sort();
  } catch {
    return [];
  }
}

// "7:kaartje-nieuw-klacht~3-12" is a draft of the piece "kaartje-nieuw-klacht".
const pieceOf = (key) => key.slice(key.indexOf(":") + 1, key.lastIndexOf("-")).split("~")[0];
const textOf = (copy) => copy.fields.find(([name, value]) => TEXTS.includes(name) && value.trim())?.[1] ?? "";

function addressOf(piece) {
  const [, slug, what] = piece.match(/^(\w+)-?(.*)$/);
  const start = `${board().dataset.board}${slug}/`;
  const fresh = what.match(/^nieuw-?(van-)?(.*)$/);
  if (!fresh) return `${start}${what ? `${what}/` : ""}#${piece}`;
  const [, from, rest] = fresh;
  const given = rest ? `?${from ? "van" : "soort"}=${rest}` : "";
  return `${start}nieuw/${given}#${from ? "verband-nieuw" : piece}`;
}

// A card that stands there with the same words was saved after all.
function stands(piece, copy) {
  const column = piece.match(/^kaartje-nieuw-(\w+)$/)?.[1];
  const cards = column ? board().querySelectorAll(`[data-column="${column}"] [data-card] .bd-card__text`) : [];
  return [...cards].some((card) => card.textContent.trim() === textOf(copy).trim());
}

function row(piece, copies) {
  const words = copies.map(textOf).filter(Boolean).map((text) => `“${text}”`).join(", ");
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = addressOf(piece);
  link.textContent = "Ga ermee verder";
  item.append(words ? `${words} ` : "Een begonnen formulier ", link);
  return item;
}

// Which drafts wait, with a way to each: of forms that stand open nothing has to be said.
export function tell() {
  const place = document.getElementById("bewaard-op-deze-computer");
  if (!place) return;
  const open = new Set(forms().map((form) => form.dataset.key));
  const found = new Map();
  for (const key of keys()) {
    const [piece, copy] = [pieceOf(key), kept(key)];
    if (!copy || open.has(key) || waits(key)) continue;
    if (stands(piece, copy)) forget(key);
    else found.set(piece, [...(found.get(piece) ?? []), copy]);
  }
  place.hidden = found.size === 0;
  place.querySelector("ul").replaceChildren(...[...found].map(([piece, copies]) => row(piece, copies)));
}

const fixed = (form) => [...form.querySelectorAll("[data-given]")];
const fits = (form, copy) => fixed(form).every((field) => copy.fields.every(([name, value]) => name !== field.name || value === field.value));

function findKey(form) {
  const { key } = form.dataset;
  if (kept(key)) return key;
  const cut = key.lastIndexOf("-");
  return keys().find((one) => one.startsWith(`${key.slice(0, cut)}~`) && !waits(one));
}

function throwAway(form, note) {
  forget(form.dataset.key);
  form.reset();
  note.remove();
  form.querySelector("[data-first]")?.focus();
}

function sayDraft(form, changed) {
  const note = document.getElementById("concept-melding")?.content.firstElementChild.cloneNode(true);
  if (!note) return;
  const now = form.querySelector("[data-first]")?.defaultValue;
  if (changed && now) note.querySelector("span").append(` Intussen gewijzigd; er staat nu: “${now}”`);
  note.querySelector("button").addEventListener("click", () => throwAway(form, note));
  form.prepend(note);
}

// What somebody typed and could not save comes back in the same form, and says that it is a draft.
export function bringBack(form) {
  if ("live" in form.dataset || "unsaved" in form.dataset || form.querySelector(".bd-draft") || isDirty(form)) return;
  const key = findKey(form);
  const copy = key && kept(key);
  if (!copy || !fits(form, copy)) return;
  const hidden = Object.fromEntries([...form.querySelectorAll("input[type=hidden]")].map((one) => [one.name, one.value]));
  putBack(form, copy.fields);
  for (const [name, value] of Object.entries(hidden)) form.elements[name].value = value;
  if (!isDirty(form)) return forget(key);
  if (key !== form.dataset.key && keep(form.dataset.key, form)) forget(key);
  sayDraft(form, copy.version !== (form.dataset.autosaveVersion ?? ""));
}

// Who leaves with words in a form finds them again on this computer; back in the form nothing has to be kept.
document.addEventListener("visibilitychange", () => {
  for (const form of forms()) {
    if (document.hidden && isDirty(form)) keep(form.dataset.key, form);
    else if (!document.hidden && !form.querySelector("[data-trouble], .bd-draft") && !("unsaved" in form.dataset)) forget(form.dataset.key);
  }
});

document.addEventListener("click", (event) => {
  const form = event.target.closest?.("[data-cancel]")?.closest("form[data-board-form]");
  if (form) forget(form.dataset.key);
}, true);

window.addEventListener("beforeunload", (event) => {
  if (waits() || forms().some(isDirty)) event.preventDefault();
});

function forgetSaved() {
  if (board()?.dataset.saved) forget(board().dataset.saved);
}

forgetSaved();
tell();
for (const name of ["htmx:afterSettle", "htmx:responseError", "htmx:sendError"]) document.addEventListener(name, tell);

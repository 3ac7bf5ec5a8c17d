// From column to column while writing: an empty new card closes at once, letters typed before the next one is there are
// kept for it, and the keyboard begins from anywhere on the page.

import { forget } from "../autosave-store.js";
import { board, isDirty, mayWrite } from "./place.js";
import { line } from "./waiting.js";

const NEW = "form[data-new-card]";
const places = new Map(); // the place of a new card as it is while nobody writes in it
const away = new Set();
let early = null;

const linkIn = (place) => place?.querySelector(".bd-new__link");
const LINK = "[data-column] .bd-new__link";
const links = () => [...document.querySelectorAll(LINK)];
const goes = (event) => !event.ctrlKey && !event.metaKey && !event.altKey && !event.isComposing;

export const isAway = (piece) => away.has(piece);

function closed(id) {
  const fresh = places.get(id).cloneNode(true);
  document.getElementById(id).replaceWith(fresh);
  window.htmx.process(fresh);
  return linkIn(fresh);
}

// An empty new card closes without asking the server. False when it has to be done the long way.
export function putAway(form) {
  const { id } = form.closest("li[id]") ?? {};
  if (!places.has(id) || line.stuck || line.later || line.held) return false;
  forget(form.dataset.key);
  away.add(id);
  closed(id).focus();
  return true;
}

// What the server sends of a column that was left meanwhile comes closed.
export function keepAway() {
  for (const id of away) {
    const form = document.getElementById(id)?.querySelector(NEW);
    if (form && !isDirty(form)) closed(id);
  }
}

function step(from, key) {
  const all = links();
  const turn = { ArrowRight: 1, ArrowLeft: -1 }[key];
  if (turn) return all[all.indexOf(from) + turn];
  const cards = key === "ArrowUp" ? [...from.closest("[data-column]").querySelectorAll("a.bd-card__text")] : [];
  return cards.at(-1);
}

function onLink(event) {
  const from = event.target.closest?.(LINK);
  if (!from || !goes(event)) return;
  const next = step(from, event.key);
  if (next) next.focus();
  else if (event.key.toLowerCase() === "n") from.click();
  else return;
  event.preventDefault();
}

// Alt with N begins from anywhere on the page; a letter alone would be in the way of who speaks to the computer.
function anywhere(event) {
  if (!event.altKey || event.code !== "KeyN" || event.ctrlKey || event.metaKey || !mayWrite()) return;
  if (event.target.closest?.("dialog")) return;
  const link = event.target.closest?.("[data-column]")?.querySelector(".bd-new__link") ?? links()[0];
  if (!link) return;
  event.preventDefault();
  link.scrollIntoView({ block: "center" });
  link.focus({ preventScroll: true });
  link.click();
}

function typeAhead(event) {
  if (early === null || !goes(event)) return;
  if (event.key === "Escape" || event.target.matches?.("input, textarea, select")) early = null;
  else if (event.key.length === 1) early += event.key;
  else if (event.key === "Enter") early += "\n";
  else if (event.key === "Backspace") early = early.slice(0, -1);
  if (early === null || event.key === "Tab") return;
  event.preventDefault();
  event.stopImmediatePropagation();
}

// Letters of before the form: what stood between two times Enter is a card.
function writeDown(form) {
  const lines = early.split("\n");
  early = null;
  const field = form.elements.text;
  lines.forEach((words, place) => {
    if (place) form.querySelector("[data-enter]").click();
    field.value += words;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
  field.setSelectionRange(field.value.length, field.value.length);
}

document.addEventListener("click", (event) => {
  const link = event.target.closest?.(LINK);
  const place = link?.closest("li[id]");
  if (!place || event.ctrlKey || event.metaKey || !window.htmx) return;
  places.set(place.id, place.cloneNode(true));
  away.delete(place.id);
  early = "";
}, true);
document.addEventListener("keydown", typeAhead, true);
document.addEventListener("keydown", (event) => {
  onLink(event);
  anywhere(event);
});
document.addEventListener("htmx:load", (event) => {
  const came = event.detail.elt;
  const form = came.matches?.(NEW) ? came : came.querySelector?.(NEW);
  if (!form || !board()?.contains(form)) return;
  form.dataset.typing = "";
  if (early !== null) writeDown(form);
});
document.addEventListener("htmx:afterRequest", ({ detail }) => {
  if (detail.failed || !detail.successful) early = null;
});

// From column to column while writing: an empty new card closes at once, letters typed before the next one is there are
// kept for it, and the keyboard begins from anywhere on the page.

import { forget } from "../autosave-store.js";
import { board, isDirty, mayWrite } from "./place.js";
import { line } from "./waiting.js";

const NEW = "form[data-new-card]";
const places = new Map(); // the place of a new card as it is while nobody writes in it
const away = new Set();
let early = null; // keys pressed before the form of `coming` is there
let coming = "";

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

// After a board from the server: a column that was left meanwhile stays closed, and one that was being opened opens.
// A link that htmx does not know yet would leave the page, and take what is typed along.
export function keepColumns() {
  for (const link of links()) window.htmx.process(link);
  for (const id of away) {
    const form = document.getElementById(id)?.querySelector(NEW);
    if (form && !isDirty(form)) closed(id);
  }
  const place = early === null ? null : document.getElementById(coming);
  if (place && !place.querySelector(NEW)) linkIn(place)?.click();
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

// Everything that is pressed before the form is there, in order.
function typeAhead(event) {
  if (early === null || !goes(event) || event.key === "Tab") return;
  if (event.key === "Escape") early = null;
  else early.push(event.key);
  event.preventDefault();
  event.stopImmediatePropagation();
}

function inForm(form, key) {
  const field = form.elements.text;
  if (key === "Enter" && field.value.trim()) form.querySelector("[data-enter]").click();
  else if (key === "Enter") return putAway(form) ? document.activeElement : form;
  else if (key === "Backspace") field.value = field.value.slice(0, -1);
  else if (key.length === 1) field.value += key;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  return form;
}

// What was pressed is done as if the form had been there: cards, closing, and on to the next column.
function catchUp(form) {
  const keys = early;
  early = null;
  let on = form;
  while (keys.length && early === null) {
    const key = keys.shift();
    if (on.matches(NEW)) on = inForm(on, key);
    else if (key === "Enter") on.click();
    else on = step(on, key) ?? on;
  }
  if (early !== null) early.push(...keys);
  if (on.matches(NEW)) on.elements.text.setSelectionRange(on.elements.text.value.length, on.elements.text.value.length);
  else on.focus();
}

document.addEventListener("click", (event) => {
  const link = event.target.closest?.(LINK);
  const place = link?.closest("li[id]");
  if (!place || event.ctrlKey || event.metaKey || !window.htmx) return;
  places.set(place.id, place.cloneNode(true));
  away.delete(place.id);
  if (early === null || coming !== place.id) early = [];
  coming = place.id;
}, true);
document.addEventListener("keydown", typeAhead, true);
document.addEventListener("keydown", (event) => {
  onLink(event);
  anywhere(event);
});
document.addEventListener("htmx:load", (event) => {
  const came = event.detail.elt;
  const form = came.matches?.(NEW) ? came : came.querySelector?.(NEW);
  if (form?.closest("li[id]")?.id !== coming || !board()?.contains(form)) return;
  form.dataset.typing = "";
  if (early !== null) catchUp(form);
});
document.addEventListener("htmx:afterRequest", ({ detail }) => {
  if (detail.failed || !detail.successful) early = null;
});

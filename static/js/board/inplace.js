// The words of a card where they stand: a click or Enter opens them, leaving closes them, everything saves itself.

import { release } from "./keyed.js";
import { bind } from "./live.js";
import { flush } from "./outbox.js";
import { find, forget } from "./records.js";
import { board, mayWrite } from "./place.js";

const shape = () => (board()?.dataset.save ? document.getElementById("ter-plekke")?.content.firstElementChild : null);
const formIn = (place) => place?.querySelector("form[data-in-place]");

function grow(field) {
  field.style.height = "auto";
  field.style.height = `${field.scrollHeight}px`;
}

export function edit(place) {
  const words = place.querySelector("a.bd-card__text");
  if (!words || formIn(place) || !shape()) return;
  const form = shape().cloneNode(true);
  const field = form.elements.text;
  const { drafts, person } = board().dataset;
  Object.assign(form.dataset, { piece: place.id, key: `${drafts}${place.id}-${person}`, autosaveVersion: place.dataset.version });
  field.value = field.defaultValue = words.textContent;
  form.querySelector("[data-more]").href = words.href;
  words.hidden = true;
  words.before(form);
  place.classList.add("bd-card--typing");
  place.draggable = false;
  bind(form);
  grow(field);
  field.focus();
  field.setSelectionRange(field.value.length, field.value.length);
}

// Closing shows what was typed at once; the card from the server comes by itself.
export function close(place, focus = true) {
  const form = formIn(place);
  if (!form || form.querySelector("[data-conflict]")) return;
  flush();
  form.remove();
  place.querySelector("a.bd-card__text").hidden = false;
  place.classList.remove("bd-card--typing");
  const standing = release(place);
  const words = standing.querySelector("a.bd-card__text");
  const one = find("kaartje", place.dataset.card, "text");
  if (one && !one.value.trim() && !one.sent) forget(one);
  else if (one && one.version >= Number(standing.dataset.version)) words.textContent = one.value;
  document.dispatchEvent(new CustomEvent("board:closed", { detail: { place: standing } }));
  if (focus && standing.isConnected) words.focus({ preventScroll: true });
}

// The other fields of the card: its form comes when the words have arrived.
async function more(place) {
  const path = place.querySelector("a.bd-card__text").getAttribute("hx-get");
  await flush();
  formIn(place)?.remove();
  window.htmx.ajax("GET", path, { target: place, swap: "outerHTML", source: place });
}

document.addEventListener("click", (event) => {
  const words = event.target.closest?.("a.bd-card__text");
  if (words && mayWrite() && shape() && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    event.stopPropagation();
    edit(words.closest("[data-card]"));
  }
  const form = event.target.closest?.("form[data-in-place]");
  if (!form) return;
  const place = form.closest("[data-card]");
  if (event.target.closest("[data-more]")) {
    event.preventDefault();
    more(place);
  } else if (event.target.closest("[data-ready]")) close(place);
}, true);

document.addEventListener("keydown", (event) => {
  const form = event.target.closest?.("form[data-in-place]");
  if (!form || event.isComposing || !event.target.matches("textarea")) return;
  if (event.key !== "Escape" && (event.key !== "Enter" || event.shiftKey)) return;
  event.preventDefault();
  event.stopPropagation();
  close(form.closest("[data-card]"));
}, true);

document.addEventListener("submit", (event) => {
  if (event.target.matches?.("form[data-in-place]")) event.preventDefault();
}, true);
for (const name of ["input", "board:written"]) {
  document.addEventListener(name, (event) => { if (event.target.closest?.("form[data-in-place]")) grow(event.target); });
}
// Who goes elsewhere leaves the card as it is; a window that loses the focus is not leaving. While a button of the mouse
// is down nothing moves: what one presses has to be there still when one lets go.
let pressed = false;
let leaving = null;
document.addEventListener("focusout", (event) => {
  const form = event.target.closest?.("form[data-in-place]");
  const place = form?.closest("[data-card]");
  if (!place || !event.relatedTarget || place.contains(event.relatedTarget)) return;
  if (pressed) leaving = place;
  else close(place, false);
});
document.addEventListener("pointerdown", () => { pressed = true; }, true);
for (const name of ["pointerup", "pointercancel"]) {
  document.addEventListener(name, () => {
    pressed = false;
    const place = leaving;
    leaving = null;
    if (place) setTimeout(() => { if (!place.contains(document.activeElement)) close(place, false); });
  }, true);
}

// Somebody took the card away while it stands open here: typing on brings it back, closing lets it go.
document.addEventListener("board:gone", ({ detail: { place } }) => {
  if (place.querySelector(".bd-gone") || !place.querySelector("form")) return;
  const note = document.createElement("p");
  note.className = "bd-gone";
  note.setAttribute("role", "alert");
  note.textContent = "Dit is net weggehaald. Typ je verder, dan komt het terug met jouw woorden.";
  place.querySelector("form").before(note);
});
document.addEventListener("board:stand", () => {
  for (const note of document.querySelectorAll(".bd-gone")) if (!note.closest("[data-gone]")) note.remove();
});
document.addEventListener("board:closed", ({ detail: { place } }) => { if ("gone" in place.dataset) place.remove(); });

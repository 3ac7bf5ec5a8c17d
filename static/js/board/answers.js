// Answers of the server: a refusal is shown at its form, and what stands typed in another form stays there.

import { forget, keep } from "../autosave-store.js";
import { keepColumns } from "./column.js";
import { bringBack } from "./drafts.js";
import { takeIn } from "./live.js";
import { board, focusOn, forms, isDirty, say } from "./place.js";
import { answered, comeBack, refused, show } from "./queue.js";
import { line, own } from "./waiting.js";

const SHOWN = [409, 422];
let waiting = [];
let typing = null;
let elsewhere = "";

const formOf = (event) => event.detail.requestConfig?.elt?.closest?.("form[data-board-form]") ?? null;
const ofQueue = (event) => event.detail.requestConfig?.elt?.id === "melding" && line.sending !== null;
const closes = (form) => "done" in form.dataset && line.sending?.last;
const live = (form) => "live" in form.dataset;
const ofRefused = (form) => line.stuck?.piece === form.dataset.piece;

// Who went on to another place on the board while a card was on its way stays there.
function whereElse() {
  const place = document.activeElement?.closest?.("#analyse li[id]");
  return place && !(place.id === line.sending?.piece && forms(place).length) ? place.id : "";
}

function remember(source) {
  const stay = forms(board()).filter((form) => form !== source && !closes(form) && (isDirty(form) || own(form) || live(form)));
  waiting = stay.map((form) => form.closest("li[id]") ?? form.parentElement);
  const field = document.activeElement;
  typing = waiting.some((place) => place.contains(field)) ? { field, from: field.selectionStart, to: field.selectionEnd } : null;
}

// What others made of the words of a card, when the whole board came.
function heard(standing, place) {
  const words = standing.querySelector("a.bd-card__text")?.textContent;
  if (place.dataset.card && words) takeIn({ [place.id]: { version: Number(standing.dataset.version), text: words } });
}

// An open form with words in it takes the place of what the server sent for the same card; who types, types on.
function putFormsBack() {
  for (const place of waiting) {
    const standing = document.getElementById(place.id);
    if (standing?.dataset.version) heard(standing, place);
    if (standing && standing !== place) standing.replaceWith(place);
    else if (!standing) board()?.querySelector(".bd__words, .bd__cards")?.prepend(place);
    window.htmx.process(place);
  }
  waiting = [];
  show();
  typing?.field.focus({ preventScroll: true });
  if (typing?.field.matches("textarea, input[type=text]")) typing.field.setSelectionRange(typing.from, typing.to);
}

function focusWork() {
  const place = board();
  say(place.dataset.said);
  if (typing) return;
  if (elsewhere) focusOn(elsewhere);
  else if (place.dataset.focus) focusOn(place.dataset.focus);
  else place.querySelector(".bd-problem")?.focus();
}

document.addEventListener("htmx:beforeSwap", (event) => {
  const { xhr, target } = event.detail;
  if (SHOWN.includes(xhr.status)) {
    event.detail.shouldSwap = true;
    event.detail.isError = false;
  }
  if (ofQueue(event) && (xhr.status < 400 || SHOWN.includes(xhr.status))) answered(xhr.status);
  typing = null;
  elsewhere = ofQueue(event) ? whereElse() : "";
  if (target?.id === "analyse") remember(xhr.status < 400 ? formOf(event) : null);
});

document.addEventListener("htmx:afterSwap", (event) => {
  const { xhr, target, requestConfig } = event.detail;
  const form = formOf(event);
  if (xhr.status < 400 && requestConfig?.verb === "post" && form) forget(form.dataset.key);
  if (target?.id !== "analyse" && !board()?.contains(target)) return;
  putFormsBack();
  keepColumns();
  if (requestConfig?.verb === "post") focusWork();
});

function trouble(event, text) {
  const card = ofQueue(event);
  const form = card ? comeBack() : formOf(event);
  const note = form?.querySelector("[data-trouble]") ?? document.createElement("p");
  note.dataset.trouble = "";
  note.className = "et-error";
  note.setAttribute("role", "alert");
  note.textContent = form && (card || keep(form.dataset.key, form)) ? text : "Dit lukte niet. Probeer het zo nog eens.";
  (form?.querySelector(".bd-form__end") ?? board()?.querySelector(".bd__cards"))?.before(note);
}

document.addEventListener("htmx:sendError", (event) => {
  trouble(event, "Niet verbonden. Je tekst staat hier nog, en op deze computer. Bewaar zo nog eens.");
});

document.addEventListener("htmx:responseError", (event) => {
  const out = event.detail.xhr.status === 401 || event.detail.xhr.status === 403;
  trouble(event, out
    ? "Je bent uitgelogd, of mag dit niet meer. Je tekst staat hier nog. Log in een ander tabblad in en bewaar opnieuw."
    : "Dit lukte niet. Je tekst staat hier nog, en op deze computer. Bewaar zo nog eens.");
});

// A form that just came: what was kept goes in, and the work begins at its first field or at what is wrong.
document.addEventListener("htmx:load", (event) => {
  const came = event.detail.elt;
  const fresh = came.matches?.("form[data-board-form]") ? [came] : forms(came);
  for (const form of fresh) {
    if ("unsaved" in form.dataset) {
      if (ofRefused(form)) refused(form);
      else keep(form.dataset.key, form);
    }
    bringBack(form);
    const text = form.querySelector("textarea[data-first]");
    text?.setSelectionRange(text.value.length, text.value.length);
    const news = form.querySelector(".et-summary, .et-notice");
    news?.setAttribute("tabindex", "-1");
    if (news || !form.closest("dialog")) (news ?? form.querySelector("[data-first]")).focus();
  }
});

// Answers of the server: a refusal is shown at its form, and what stands typed in another form stays there.

import { forget, keep, kept, putBack } from "../autosave-store.js";
import { board, focusOn, forms, isDirty, say } from "./place.js";

const SHOWN = [409, 422];
let waiting = [];
let sent = null;

const formOf = (event) => event.detail.requestConfig?.elt?.closest?.("form[data-board-form]") ?? null;

function remember(source) {
  waiting = forms(board()).filter((form) => form !== source && isDirty(form)).map((form) => form.parentElement);
}

// An open form with words in it takes the place of what the server sent for the same card.
function putFormsBack() {
  for (const kept of waiting) {
    const standing = document.getElementById(kept.id);
    if (standing && standing !== kept) standing.replaceWith(kept);
    else if (!standing) board()?.querySelector(".bd__words, .bd__cards")?.prepend(kept);
  }
  waiting = [];
}

function focusWork() {
  const place = board();
  say(place.dataset.said);
  if (place.dataset.focus) focusOn(place.dataset.focus);
  else place.querySelector(".bd-problem")?.focus();
}

document.addEventListener("htmx:beforeRequest", (event) => {
  sent = formOf(event);
});

document.addEventListener("htmx:beforeSwap", (event) => {
  const { xhr, target } = event.detail;
  if (SHOWN.includes(xhr.status)) {
    event.detail.shouldSwap = true;
    event.detail.isError = false;
  }
  if (target?.id === "analyse") remember(xhr.status < 400 ? formOf(event) : null);
});

document.addEventListener("htmx:afterSwap", (event) => {
  const { xhr, target, requestConfig } = event.detail;
  if (xhr.status < 400 && requestConfig?.verb === "post" && sent) forget(sent.dataset.key);
  if (target?.id !== "analyse" && !board()?.contains(target)) return;
  putFormsBack();
  if (requestConfig?.verb === "post") focusWork();
});

function trouble(event, text) {
  const form = formOf(event);
  const note = form?.querySelector("[data-trouble]") ?? document.createElement("p");
  note.dataset.trouble = "";
  note.className = "et-error";
  note.setAttribute("role", "alert");
  note.textContent = form && keep(form.dataset.key, form) ? text : "Dit lukte niet. Probeer het zo nog eens.";
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

// What somebody typed and could not save comes back in the same form, when nobody changed it since.
function bringBack(form) {
  const copy = kept(form.dataset.key);
  if (!copy || copy.version !== (form.dataset.autosaveVersion ?? "") || form.querySelector(".et-summary, .et-notice")) return;
  const hidden = Object.fromEntries([...form.querySelectorAll("input[type=hidden]")].map((one) => [one.name, one.value]));
  putBack(form, copy.fields);
  for (const [name, value] of Object.entries(hidden)) form.elements[name].value = value;
  say("Wat je eerder typte en niet bewaarde, staat er weer.");
}

// Who leaves with words in a form finds them again on this computer; while the form is there nothing is kept.
document.addEventListener("visibilitychange", () => {
  for (const form of forms()) {
    if (document.hidden && isDirty(form)) keep(form.dataset.key, form);
    else if (!document.hidden && !form.querySelector("[data-trouble]")) forget(form.dataset.key);
  }
});

// A form that just came: what was kept goes in, and the work begins at its first field or at what is wrong.
document.addEventListener("htmx:load", (event) => {
  const came = event.detail.elt;
  const fresh = came.matches?.("form[data-board-form]") ? [came] : forms(came);
  for (const form of fresh) {
    bringBack(form);
    const text = form.querySelector("textarea[data-first]");
    text?.setSelectionRange(text.value.length, text.value.length);
    const news = form.querySelector(".et-summary, .et-notice");
    news?.setAttribute("tabindex", "-1");
    if (news || !form.closest("dialog")) (news ?? form.querySelector("[data-first]")).focus();
  }
});

document.addEventListener("click", (event) => {
  const form = event.target.closest?.("[data-cancel]")?.closest("form[data-board-form]");
  if (form) forget(form.dataset.key);
}, true);

window.addEventListener("beforeunload", (event) => {
  if (forms().some(isDirty)) event.preventDefault();
});

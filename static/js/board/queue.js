// Writing card after card: Enter sends the card and leaves an empty form at once, so that no letter is lost. Cards go
// to the server one by one. A card that is refused comes back in the form; what was typed after it waits for its turn.

import { csrfToken } from "../csrf.js";
import { forget, keep, putBack } from "../autosave-store.js";
import { isAway } from "./column.js";
import { board, isDirty } from "./place.js";
import { line, queue, rest, settled } from "./waiting.js";

const NEW = "form[data-new-card]";
let count = 0;

const formOf = (piece) => board()?.querySelector(`#form-${CSS.escape(piece)}`);
const source = () => document.getElementById("melding");

function token() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((one) => one.toString(16).padStart(2, "0")).join("");
}

// The form as it is for the next card: about the same and from the same, without words.
function empty(form) {
  for (const one of form.querySelectorAll(".bd-draft, [data-trouble], .et-summary, .et-notice, .et-error")) one.remove();
  for (const one of form.querySelectorAll(".is-invalid, [aria-invalid]")) {
    one.classList.remove("is-invalid");
    one.removeAttribute("aria-invalid");
  }
  delete form.dataset.unsaved;
  for (const one of form.querySelectorAll("option")) one.defaultSelected = one.selected;
  for (const name of ["text", "said_by"]) form.elements[name].value = form.elements[name].defaultValue = "";
  form.elements.form_token.value = token();
  form.dataset.typing = "";
}

function take(form, submitter) {
  const cut = form.dataset.key.lastIndexOf("-");
  count += 1;
  const key = `${form.dataset.key.slice(0, cut)}~${Date.now()}.${count}${form.dataset.key.slice(cut)}`;
  keep(key, form);
  forget(form.dataset.key);
  const fields = [...new FormData(form)].filter(([name]) => name !== "csrfmiddlewaretoken");
  const { piece } = form.dataset;
  return { key, piece, fields, path: form.getAttribute("hx-post"), last: submitter?.name === "" };
}

// What was typed after a card that came back goes in again once that card is sent.
function carryOn(form) {
  empty(form);
  if (line.later?.piece === form.dataset.piece) {
    putBack(form, line.later.fields.filter(([name]) => name !== "form_token"));
    forget(line.later.key);
    line.later = null;
  }
  const text = form.elements.text;
  text.focus();
  text.setSelectionRange(text.value.length, text.value.length);
}

function add(form, submitter) {
  const item = take(form, submitter);
  if (line.stuck) queue.unshift(item);
  else queue.push(item);
  line.stuck = null;
  line.held = false;
  item.last &&= !line.later && queue.length === 1;
  if (item.last) form.dataset.done = "";
  else carryOn(form);
  show();
  run();
}

const words = (item) => item.fields.find(([name]) => name === "text");

// Cards on their way stand where they will be.
export function show() {
  for (const one of document.querySelectorAll(".bd-card--waiting")) one.remove();
  for (const item of new Set([line.held ? null : line.sending, ...queue, line.later])) {
    if (!item || item.last) continue;
    const card = document.createElement("li");
    const [text, state] = [document.createElement("p"), document.createElement("p")];
    card.className = "bd-card bd-card--waiting";
    text.className = "bd-card__text";
    text.dir = "auto";
    text.textContent = words(item)[1];
    state.className = "bd-card__foot";
    state.textContent = line.stuck || line.held ? "Nog niet bewaard" : "Bezig met bewaren…";
    card.append(text, state);
    document.getElementById(item.piece)?.before(card);
  }
}

async function run() {
  while (!line.sending && !line.stuck && !line.held && queue.length) {
    line.sending = queue.shift();
    const values = { ...Object.fromEntries(line.sending.fields), csrfmiddlewaretoken: csrfToken() };
    if (isAway(line.sending.piece)) delete values.volgende;
    try {
      await window.htmx.ajax("POST", line.sending.path, { target: "#analyse", swap: "outerHTML", source: source(), values });
    } catch {
      // Not connected: htmx:sendError said so, and the card waits.
    }
    line.sending = null;
    show();
  }
  if (!line.sending) rest();
}

// Before an answer is shown: a saved card needs no copy any more; of a refused one the form comes in this place.
export function answered(status) {
  const item = line.sending;
  if (status < 400) {
    forget(item.key);
    return;
  }
  line.stuck = item;
  for (const one of queue) one.last = false;
  const form = formOf(item.piece);
  if (form && !("done" in form.dataset) && form.elements.text.value.trim()) line.later = take(form, null);
}

// No answer, or one without a form: the card waits in front until the next Enter; who types, types on undisturbed.
export function comeBack() {
  const item = line.sending;
  const form = item && formOf(item.piece);
  line.held = true;
  if (item && !(item.last && form)) {
    queue.unshift({ ...item, last: false });
    return form;
  }
  delete form.dataset.done;
  form.dataset.unsaved = "";
  keep(form.dataset.key, form);
  forget(item.key);
  return form;
}

// The card in this form is the one that came back: it is kept as the draft of the form itself.
export function refused(form) {
  if (!line.stuck) return;
  keep(form.dataset.key, form);
  forget(line.stuck.key);
}

function again() {
  line.held = false;
  show();
  run();
}

// Connected again: what waited goes first, without anybody asking.
for (const [name, place] of [["online", window], ["board:back", document]]) {
  place.addEventListener(name, () => { if (line.held && queue.length) again(); });
}

document.addEventListener("submit", (event) => {
  const form = event.target.closest?.(NEW);
  if (!form || !window.htmx) return;
  const text = form.elements.text.value.trim();
  if (!text && !line.sending && !line.held) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  if (text && !("done" in form.dataset)) add(form, event.submitter);
  else if (line.held) again();
}, true);

// Letters typed on while the refusal of an earlier card took the focus belong to the later card.
document.addEventListener("keydown", (event) => {
  if (!line.later || !event.target.closest?.("form .et-notice, form .et-summary") || event.target.matches("a, button")) return;
  if (event.key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey) return;
  words(line.later)[1] += event.key;
  event.preventDefault();
  show();
});

// Closing waits for what is on its way. Who lets go of a card that came back goes on with what was typed after it.
document.addEventListener("click", (event) => {
  const link = event.target.closest?.("[data-cancel]");
  const form = link?.closest(NEW);
  if (form && line.held && queue.length) again();
  if (!form || (!line.sending && !line.stuck)) return;
  if (line.sending) {
    settled().then(() => { if (link.isConnected && !line.stuck && !line.held && !isDirty(form)) link.click(); });
  } else {
    line.stuck = null;
    if (!queue.length && !line.later) return;
    forget(form.dataset.key);
    carryOn(form);
    show();
    run();
  }
  event.preventDefault();
  event.stopImmediatePropagation();
}, true);

// The conversation: how much time a case has left, and the notes that keep their version.
// The clock changes its words at most once a minute and never blinks; nobody is read to by it.

import { carried, merge } from "./board/merge.js";

const MINUTE = 60_000;

function left(rail) {
  const ends = Date.parse(rail.dataset.started) + Number(rail.dataset.minutes) * MINUTE;
  return Math.ceil((ends - Date.now()) / MINUTE);
}

function inWords(minutes) {
  if (minutes > 1) return `Nog ${minutes} minuten`;
  if (minutes === 1) return "Nog 1 minuut";
  if (minutes > -2) return "De tijd is om";
  return `${-minutes} minuten over de tijd`;
}

function tick() {
  const rail = document.querySelector("[data-clock]");
  const text = rail?.querySelector("[data-clock-text]");
  if (!text) return;
  const minutes = left(rail);
  const words = inWords(minutes);
  if (text.textContent !== words) text.textContent = words;
  text.classList.toggle("meet-clock--over", minutes < 1);
}

tick();
setInterval(tick, 5000);
document.addEventListener("htmx:afterSettle", tick);

// Notes of several people: the answer of the server holds the words of all of them, and one types on meanwhile.

const notesOf = (event) => event.target.closest?.("[data-notes]");
const clash = document.querySelector("[data-notes-clash]");
let sent = "";

function write(form, text) {
  const field = form.elements.notes;
  if (field.value === text) return;
  const places = [field.selectionStart, field.selectionEnd].map((place) => carried(field.value, text, place));
  const { scrollTop } = field;
  field.value = text;
  if (document.activeElement === field) field.setSelectionRange(...places);
  field.scrollTop = scrollTop;
}

// What was typed after sending is put on what came back. Does that not go by itself, then the next time of sending,
// which says what it was written on, settles it.
function take(form, { version, notes = sent }) {
  const field = form.elements.notes;
  const text = field.value === sent ? notes : merge(sent, field.value, notes);
  form.elements.base.value = text === null ? sent : notes;
  if (text === null) return;
  form.elements.version.value = version;
  write(form, text);
}

function ask({ clashes, ...texts }) {
  const shape = clash.querySelector("[data-pair]").content.firstElementChild;
  const pairs = clashes.map(([theirs, mine]) => {
    const pair = shape.cloneNode(true);
    pair.querySelector("[data-theirs]").textContent = theirs || "(weggehaald)";
    pair.querySelector("[data-mine]").textContent = mine || "(weggehaald)";
    return pair;
  });
  clash.querySelector("[data-pairs]").replaceChildren(...pairs);
  for (const form of clash.querySelectorAll("[data-keep]")) {
    form.elements.base.value = texts.text;
    form.elements.notes.value = texts[form.dataset.keep];
  }
  clash.hidden = false;
  const status = document.querySelector("[data-autosave-status=notitie]");
  status.textContent += `. ${clash.querySelector(".et-notice__title").textContent}`;
}

// Chosen: only the places both wrote in change, what was typed since stays.
function choose(event) {
  const form = document.querySelector("[data-notes]");
  const { base, notes } = event.target.elements;
  const text = merge(base.value, form.elements.notes.value, notes.value);
  if (text === null) return;
  event.preventDefault();
  write(form, text);
  form.elements.notes.dispatchEvent(new Event("input", { bubbles: true }));
  answered(form);
}

function answered(form) {
  clash.hidden = true;
  form.elements.notes.focus();
}

document.addEventListener("autosave:sending", (event) => { sent = notesOf(event)?.elements.notes.value ?? sent; });
document.addEventListener("autosave:saved", (event) => {
  const form = notesOf(event);
  if (!form || event.detail.version === undefined) return;
  take(form, event.detail);
  if (event.detail.clash) ask(event.detail.clash);
});
clash?.addEventListener("submit", choose);
const enough = clash?.querySelector("[data-keep-both]");
enough?.addEventListener("click", () => answered(document.querySelector("[data-notes]")));
if (enough) enough.hidden = false;

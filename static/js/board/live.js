// A standing piece that is open: every field saves itself while one types, and takes in what others write in it.

import { carried } from "./merge.js";
import { find, open, rebase } from "./records.js";
import { changed, flush } from "./outbox.js";

const FIELDS = ["text", "test", "said_by", "owner_name", "kind", "domain", "source", "certainty", "life_area", "variant", "name"];
const isText = (field) => field.matches("textarea, input[type=text], input[type=search]");

export const liveForms = () => [...document.querySelectorAll("form[data-live]")];

// «kaartje-12» -> ["kaartje", "12"]
const pieceOf = (form) => form.dataset.piece.match(/^(\w+)-(\d+)$/).slice(1);
const controls = (form, name) => [...form.elements].filter((one) => one.name === name && one.type !== "hidden");
const valueOf = (all) => (isText(all[0]) || all[0].options ? all[0].value : all.find((one) => one.checked)?.value ?? "");

function put(all, value) {
  const [first] = all;
  if (isText(first)) {
    if (first.value !== value) write(first, value);
    first.defaultValue = value;
  } else if (first.options) {
    for (const one of first.options) one.selected = one.defaultSelected = one.value === value;
  } else for (const one of all) one.checked = one.defaultChecked = one.value === value;
}

// Other words in a field in which somebody types: the caret stays at the word where it was.
function write(field, value) {
  const on = document.activeElement === field;
  const [from, to] = [field.selectionStart, field.selectionEnd].map((place) => carried(field.value, value, place));
  field.value = value;
  if (on) field.setSelectionRange(from, to);
  field.dispatchEvent(new CustomEvent("board:written", { bubbles: true }));
}

export function bind(form) {
  if (!("live" in form.dataset) || "bound" in form.dataset) return;
  form.dataset.bound = "";
  const [piece, pk] = pieceOf(form);
  for (const name of FIELDS) {
    const all = controls(form, name);
    if (!all.length) continue;
    const one = open(piece, pk, name, Number(form.dataset.autosaveVersion), valueOf(all));
    for (const field of all) field.dataset.saves = "";
    if (one.value !== valueOf(all)) put(all, one.value);
  }
  document.dispatchEvent(new CustomEvent("board:bound", { detail: { form } }));
}

// What the fields hold now, as far as the records know something else.
export function refresh(form) {
  const [piece, pk] = pieceOf(form);
  for (const name of FIELDS) {
    const [one, all] = [find(piece, pk, name), controls(form, name)];
    if (one && all.length) put(all, one.value);
  }
}

// What others made of a piece, also of one that stands open.
export function takeIn(fields) {
  for (const [key, { version, ...values }] of Object.entries(fields)) {
    const [, piece, pk] = key.match(/^(\w+)-(\d+)$/) ?? [];
    for (const [name, value] of Object.entries(values)) {
      const one = find(piece, pk, name);
      if (one && typeof value === "string") rebase(one, version, value);
    }
  }
  for (const form of liveForms()) if (form.dataset.piece in fields) refresh(form);
}

function recordOf(field) {
  const form = field.closest?.("form[data-live]");
  if (!form || !("saves" in field.dataset)) return null;
  return find(...pieceOf(form), field.name);
}

document.addEventListener("input", (event) => {
  const one = recordOf(event.target);
  if (one && isText(event.target)) changed(one, event.target.value);
});
document.addEventListener("change", (event) => {
  const one = recordOf(event.target);
  if (!one) return;
  const all = controls(event.target.form, event.target.name);
  changed(one, valueOf(all), true);
});
document.addEventListener("focusout", (event) => { if (recordOf(event.target)) flush(); });
document.addEventListener("board:answer", ({ detail: { one } }) => {
  for (const form of liveForms()) if (form.dataset.piece === `${one.piece}-${one.pk}`) refresh(form);
});
document.addEventListener("htmx:load", (event) => {
  const came = event.detail.elt;
  for (const form of came.matches?.("form[data-live]") ? [came] : came.querySelectorAll?.("form[data-live]") ?? []) bind(form);
});

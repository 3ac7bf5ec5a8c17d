// The window in which a link is laid: a few letters find the other card.

import { board, forms, isDirty } from "./place.js";

const shell = () => document.getElementById("venster");
const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
let opener = null;
let early = null; // the keys pressed after L, before the window is there
const isLetter = (key) => key.length === 1;
const typed = (keys) => keys.reduce((text, key) => (key === "Backspace" ? text.slice(0, -1) : isLetter(key) ? text + key : text), "");

// How often Enter counts: only after letters alone. With an arrow or Escape among them nobody knows what was meant.
function enters(keys) {
  const first = keys.indexOf("Enter");
  if (first < 0) return 0;
  const before = keys.slice(0, first).every((key) => isLetter(key) || key === "Backspace");
  return before && keys.slice(first).every((key) => key === "Enter") ? Math.min(keys.length - first, 2) : 0;
}

function findable(select) {
  const all = [...select.options].filter((one) => one.value);
  const groups = new Map(all.map((one) => [one, one.closest("optgroup")]));
  const input = document.createElement("input");
  input.type = "search";
  input.className = "form-control bd-find";
  input.placeholder = select.dataset.find;
  input.autocomplete = "off";
  input.setAttribute("aria-label", `${select.dataset.find}. Pijltjes kiezen, Enter bewaart`);
  input.setAttribute("aria-controls", select.id);
  select.size = 7;
  select.before(input);
  select.querySelector("option[value='']")?.remove();

  const found = () => [...select.options].filter((one) => !one.hidden && !one.disabled);
  const filter = () => {
    const wanted = folded(input.value).split(/\s+/).filter(Boolean);
    const from = select.form.elements.source?.value;
    for (const one of all) one.hidden = one.disabled = one.value === from || !wanted.every((part) => folded(one.text).includes(part));
    for (const group of new Set(groups.values())) if (group) group.hidden = ![...group.children].some((one) => !one.hidden);
    if (wanted.length) select.value = found()[0]?.value ?? "";
  };
  input.addEventListener("input", filter);
  select.form.elements.source?.addEventListener("change", filter);
  const enter = () => {
    // The first answer is chosen with it: Enter takes it, an arrow takes another.
    const kind = select.form.querySelector("input[name=kind]:not(:disabled)");
    if (select.form.querySelector("input[name=kind]:checked")) select.form.querySelector("[data-enter]").click();
    else if (kind) Object.assign(kind, { checked: true }).focus();
  };
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter") {
      event.preventDefault();
      enter();
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const list = found();
    const next = list[Math.min(Math.max(list.indexOf(select.selectedOptions[0]) + step, 0), list.length - 1)];
    if (next) {
      next.selected = true;
      next.scrollIntoView({ block: "nearest" });
    }
  });
  select.addEventListener("dblclick", () => select.form.querySelector("[data-enter]").click());
  const keys = early ?? [];
  early = null;
  input.value = typed(keys);
  filter();
  // Enter that was pressed too early counts once the window stands.
  const settled = (event) => {
    if (!shell()?.contains(event.detail.target)) return;
    document.removeEventListener("htmx:afterSettle", settled);
    for (let times = enters(keys); times > 0; times -= 1) enter();
  };
  if (enters(keys)) document.addEventListener("htmx:afterSettle", settled);
  return input;
}

function prepare(root) {
  const select = root.querySelector("select[data-find]");
  const input = select && !root.querySelector(".bd-find") ? findable(select) : null;
  return input ?? root.querySelector("[data-first]");
}

function close() {
  const place = shell();
  if (!place?.open) return;
  place.close();
}

document.addEventListener("keydown", (event) => {
  if (early === null || event.ctrlKey || event.metaKey || event.altKey) return;
  if (!event.repeat) early.push(event.key);
  event.preventDefault();
  event.stopImmediatePropagation();
}, true);

document.addEventListener("htmx:afterRequest", () => {
  early = null;
});

document.addEventListener("click", (event) => {
  const link = event.target.closest?.("[data-window]");
  if (link) opener = link.closest("[data-card]")?.id ?? link.id;
  if (link?.matches("[data-link-from]") && event.detail === 0) early = [];
  if (event.target.closest?.("#venster [data-cancel]")) {
    event.preventDefault();
    event.stopPropagation();
    close();
  }
}, true);

document.addEventListener("htmx:afterSwap", (event) => {
  const { target, requestConfig } = event.detail;
  if (target?.id === "analyse" && requestConfig?.elt?.closest?.("#venster")) return close();
  const place = shell();
  if (!place || !(target === place || place.contains(target) || target?.id === "venster-inhoud")) return undefined;
  if (!place.open) place.showModal();
  const first = prepare(place);
  if (!place.querySelector(".et-summary")) first?.focus();
  return undefined;
});

document.addEventListener("close", (event) => {
  if (event.target.id !== "venster") return;
  document.getElementById("venster-inhoud").replaceChildren();
  (document.getElementById(opener)?.querySelector("a") ?? board())?.focus?.();
}, true);

document.addEventListener("cancel", (event) => {
  if (event.target.id === "venster" && forms(event.target).some(isDirty)) {
    event.preventDefault();
    event.target.querySelector("[data-cancel]")?.focus();
  }
}, true);

const plain = document.querySelector(".bd-section select[data-find]");
if (plain) findable(plain);

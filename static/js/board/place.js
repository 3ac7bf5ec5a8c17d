// What every part of the board asks of the page.

export const board = () => document.getElementById("analyse");
export const mayWrite = () => board()?.dataset.mayWrite === "ja";
export const forms = (root = document) => [...root.querySelectorAll("form[data-board-form]")];

// Fields as they were when the form came; hidden ones say nothing of what somebody typed, and what saves itself is not
// kept by the form. A refused form holds words.
export function isDirty(form) {
  if ("unsaved" in form.dataset) return true;
  return [...form.elements].some((field) => {
    if (!field.name || "saves" in field.dataset || field.type === "hidden" || field.type === "submit") return false;
    if (field.type === "checkbox" || field.type === "radio") return field.checked !== field.defaultChecked;
    if (field.options) return [...field.options].some((one) => one.selected !== one.defaultSelected && one.value && one.selected);
    return field.value !== field.defaultValue;
  });
}

export function say(text) {
  const live = document.getElementById("melding");
  if (live && text) live.textContent = text;
}

// The board as it is now, with the focus where it was.
export async function reload() {
  const place = board();
  if (!place) return;
  const card = document.activeElement?.closest?.("[data-card]")?.id;
  await window.htmx.ajax("GET", place.dataset.board, { target: "#analyse", swap: "outerHTML", source: place });
  if (card && document.activeElement === document.body) focusOn(card);
}

export function focusOn(id) {
  const found = document.getElementById(id);
  if (!found) return;
  const first = found.querySelector("[data-first], a.bd-card__text, .bd-edit, .bd-new__link, button") ?? found;
  first.focus({ preventScroll: true });
  found.scrollIntoView({ block: "nearest" });
}

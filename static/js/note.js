// The box «Noteer»: F2 opens it from anywhere on a page of a case; saving leaves the page as it is, so that a form that
// is being filled in loses nothing. Without this script the box opens and saves as well, with a page in between.

import { csrfToken, team } from "./csrf.js";
import { forget } from "./autosave-store.js";

const box = document.querySelector("[data-note]");
const form = box?.querySelector("form");
const LOGGED_OUT = "Je bent uitgelogd. Je tekst wacht op deze computer: log in een ander tabblad opnieuw in en druk dan nog eens.";
const OFFLINE = "Niet verbonden. Je tekst wacht hier; probeer het zo nog eens.";

let cameFrom = null;

function open() {
  if (!box.open) cameFrom = document.activeElement;
  box.open = true;
  form.elements.text.focus();
}

function showDraft() {
  box.querySelector("[data-note-draft]").hidden = !form.elements.text.value.trim();
}

function say(text) {
  const place = box.querySelector("[data-note-wrong]");
  place.textContent = text;
  place.hidden = !text;
}

function empty(token) {
  for (const field of [form.elements.text, form.elements.minutes, form.elements.day]) field.defaultValue = "";
  form.reset();
  form.elements.form_token.value = token;
  showDraft();
}

function tell(said) {
  const status = document.querySelector('[data-autosave-status="noteer"]');
  status.dataset.state = "saved";
  status.textContent = said;
}

async function saved(answer) {
  const { said, token } = await answer.json();
  forget(form.dataset.autosaveKey);
  empty(token);
  tell(said);
  const back = cameFrom;
  form.dispatchEvent(new CustomEvent("note:saved", { bubbles: true }));
  setTimeout(() => {
    if (form.elements.text.value) return;
    const inside = box.contains(document.activeElement);
    box.open = false;
    if (inside) (back?.isConnected && back !== document.body ? back : box.querySelector("summary")).focus();
  }, 1200);
}

async function refused(answer) {
  const { errors = {} } = await answer.json().catch(() => ({}));
  const [name, texts] = Object.entries(errors)[0] ?? ["text", ["Dit kon niet worden bewaard. Kijk het na."]];
  say(texts[0]);
  form.elements[name]?.focus?.();
}

async function send() {
  say("");
  const headers = { "X-CSRFToken": csrfToken(), "X-Note": "1", "X-Autosave": "1", "X-Team": team() };
  let answer;
  try {
    answer = await fetch(form.action, { method: "POST", body: new FormData(form), headers, credentials: "same-origin", redirect: "manual" });
  } catch {
    return say(OFFLINE);
  }
  if (answer.ok) return saved(answer);
  if (answer.status === 422) return refused(answer);
  return say(LOGGED_OUT);
}

// First the draft goes (autosave.js stops the first submit), then this.
async function onSubmit(event) {
  if (event.defaultPrevented) return;
  event.preventDefault();
  await send();
  form.dispatchEvent(new CustomEvent("autosave:again"));
}

if (form) {
  form.addEventListener("submit", onSubmit);
  form.addEventListener("input", showDraft);
  form.addEventListener("autosave:restored", showDraft);
  const close = box.querySelector("[data-note-close]");
  close.hidden = false;
  close.addEventListener("click", () => {
    box.open = false;
    box.querySelector("summary").focus();
  });
  box.addEventListener("toggle", () => box.open && form.elements.text.focus());
  document.addEventListener("keydown", (event) => {
    if (event.key !== "F2" || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open();
  });
  showDraft();
}

// Who writes: typing keeps the right to write, the page asks every few seconds how it stands.

import { csrfToken } from "../csrf.js";
import { board, forms, isDirty, reload } from "./place.js";
import { line } from "./waiting.js";

const ASK = 8000;
const GO_ON = 40000;
let began = 0;

const bar = () => document.getElementById("schrijver");

async function show(answer) {
  if (![200, 409].includes(answer.status)) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("schrijver");
  const stands = bar();
  if (!fresh || !stands || older(fresh)) return;
  if (fresh.textContent !== stands.textContent && !stands.contains(document.activeElement)) {
    stands.replaceWith(fresh);
    window.htmx.process(fresh);
  }
  compare(fresh);
}

// An answer that was on its way while something was saved here tells what is no longer so.
const older = (state) => Number(state.dataset.version) < Number(board()?.dataset.version);

// Another version, or another right to write: the board comes again. Open forms with words in them stay.
function compare(state) {
  const place = board();
  if (!place || line.sending || older(state) || place.querySelector(".htmx-request") || document.querySelector("dialog[open]")) return;
  const other = place.dataset.version !== state.dataset.version || place.dataset.mayWrite !== state.dataset.mayWrite;
  if (other && !forms(place).some((form) => form.contains(document.activeElement))) reload();
}

async function ask() {
  const place = board();
  if (!place || document.hidden) return;
  try {
    await show(await fetch(place.dataset.state, { headers: { "HX-Request": "true" }, credentials: "same-origin" }));
  } catch {
    // Not connected: the next time asks again.
  }
}

async function goOn() {
  if (Date.now() - began < GO_ON) return;
  began = Date.now();
  try {
    await show(await fetch(board().dataset.write, {
      method: "POST",
      headers: { "HX-Request": "true", "X-CSRFToken": csrfToken() },
      credentials: "same-origin",
    }));
  } catch {
    began = 0;
  }
}

document.addEventListener("input", (event) => {
  if (event.target.closest?.("form[data-board-form]")) goOn();
});
document.addEventListener("htmx:afterSwap", () => {
  const state = bar();
  if (state) compare(state);
});
document.addEventListener("visibilitychange", ask);
setInterval(ask, ASK);
window.addEventListener("pagehide", () => {
  if (!began || forms().some(isDirty)) return;
  fetch(board().dataset.write, {
    method: "POST",
    body: new URLSearchParams({ klaar: "1" }),
    headers: { "X-CSRFToken": csrfToken(), "HX-Request": "true" },
    credentials: "same-origin",
    keepalive: true,
  });
});

// One's own last step back, also after others went on: a button, and Ctrl+Z outside a field.

import { flush, post } from "./outbox.js";
import { board, mayWrite, reload, say } from "./place.js";

const note = () => document.getElementById("stap-melding");
let busy = false;

function tell(text) {
  say(text);
  const place = note();
  if (place) place.textContent = text;
}

async function back() {
  const url = board()?.dataset.undo;
  if (!url || busy || !mayWrite()) return;
  busy = true;
  try {
    await flush();
    const answer = await post(url, {});
    const found = await answer.json();
    tell(found.what || (found.why ?? []).join(" ") || "Er is niets om terug te draaien.");
    // Without a stream nobody tells what became of it.
    if (found.state === "undone") setTimeout(() => { if (Number(board().dataset.version) < found.number) reload(); }, 1500);
  } catch {
    tell("Dit lukte niet. Probeer het zo nog eens.");
  }
  busy = false;
}

document.addEventListener("click", (event) => {
  if (event.target.closest?.("[data-step-back]")) back();
});
document.addEventListener("keydown", (event) => {
  const field = event.target.closest?.("input, textarea, select, dialog");
  if (field || event.key.toLowerCase() !== "z" || event.shiftKey || event.altKey || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  back();
});

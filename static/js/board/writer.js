// Whether somebody else changed the board: the page asks every few seconds, and fetches it again.

import { board, forms, reload } from "./place.js";
import { line } from "./waiting.js";

const ASK = 8000;

function compare(number) {
  const place = board();
  if (!place || line.sending || place.querySelector(".htmx-request") || document.querySelector("dialog[open]")) return;
  if (number > Number(place.dataset.version) && !forms(place).some((form) => form.contains(document.activeElement))) reload();
}

async function ask() {
  const place = board();
  if (!place || document.hidden) return;
  try {
    const answer = await fetch(`${place.dataset.state}?vanaf=${place.dataset.version}`, { headers: { "X-Autosave": "1" }, credentials: "same-origin" });
    if (answer.ok) compare((await answer.json()).number);
  } catch {
    // Not connected: the next time asks again.
  }
}

document.addEventListener("visibilitychange", ask);
setInterval(ask, ASK);

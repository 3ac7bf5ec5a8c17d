// Suggestions while a name is typed: who is known from other cases. Without script the button beside it does the same.

import { csrfToken, team } from "./csrf.js";

const WAIT = 350;
const form = document.querySelector("form[data-known]");
const list = document.getElementById("bekend-lijst");
const field = form?.elements.namedItem("name");
let timer = 0;
let asked = field?.value.trim() ?? "";

async function look() {
  const typed = field.value.trim();
  if (typed === asked || typed.length < 3) return;
  asked = typed;
  const body = new FormData();
  body.set("name", typed);
  const headers = { "X-CSRFToken": csrfToken(), "HX-Request": "true" };
  if (team()) headers["X-Team"] = team();
  try {
    const answer = await fetch(form.dataset.known, { method: "POST", body, headers });
    if (answer.ok && typed === asked) list.innerHTML = await answer.text();
  } catch {
    asked = ""; // not connected: the next letter tries again
  }
}

field?.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(look, WAIT);
});

// Two people wrote in the same place: both texts are shown to who came second, and they say what it becomes.

import { release } from "./keyed.js";
import { liveForms, refresh } from "./live.js";
import { post } from "./outbox.js";
import { board, say } from "./place.js";
import { all, decided, find } from "./records.js";

const shape = () => document.getElementById("botsing")?.content.firstElementChild;
const shown = (id) => document.querySelector(`[data-conflict="${id}"]`);
const address = (id) => board().dataset.settle.replace("/0/", `/${id}/`);

function where(one) {
  const key = `${one.piece}-${one.pk}`;
  const form = liveForms().find((standing) => standing.dataset.piece === key);
  if (!form) return document.getElementById(key) ?? document.getElementById("botsingen");
  const field = [...form.elements].find((element) => element.name === one.field);
  return field?.closest(".et-field") ?? form;
}

function fill(panel, { id, mine, theirs, their_name: name }) {
  panel.dataset.conflict = id;
  for (const place of panel.querySelectorAll("[data-name]")) place.textContent = name.split(" ")[0] || "Iemand";
  panel.querySelector("[data-mine]").textContent = mine;
  panel.querySelector("[data-theirs]").textContent = theirs;
}

export function show(one) {
  const { conflict } = one;
  const standing = conflict && shown(conflict.id);
  if (!conflict || !shape()) return;
  const panel = standing ?? shape().cloneNode(true);
  fill(panel, conflict);
  Object.assign(panel.dataset, { piece: one.piece, pk: one.pk, field: one.field });
  if (standing) return;
  where(one).prepend(panel);
  say(`${conflict.their_name || "Iemand"} schreef tegelijk met jou. Beide teksten staan er nog; kies wat het wordt.`);
}

const own = (panel) => panel.querySelector("[data-own]");

function writeOwn(panel) {
  const place = own(panel);
  place.hidden = false;
  const field = place.querySelector("textarea");
  field.value ||= ["[data-theirs]", "[data-mine]"].map((name) => panel.querySelector(name).textContent).join(" ");
  field.focus();
}

async function settle(panel, keep) {
  const values = { keep, ...(keep === "own" ? { value: own(panel).querySelector("textarea").value } : {}) };
  const note = panel.querySelector("[data-trouble]");
  let answer = null;
  try {
    answer = await post(address(panel.dataset.conflict), values);
  } catch {
    answer = null;
  }
  const found = answer && (answer.headers.get("content-type") ?? "").includes("json") ? await answer.json() : {};
  if (!answer?.ok) {
    note.hidden = false;
    note.textContent = found.why?.join(" ") ?? "Dit lukte niet. Beide teksten staan hier nog; kies zo nog eens.";
    return;
  }
  done(panel, found);
}

function done(panel, answer) {
  const { piece, pk, field } = panel.dataset;
  const one = find(piece, pk, field);
  const form = panel.closest("form");
  panel.remove();
  if (one) {
    decided(one, answer);
    document.dispatchEvent(new CustomEvent("board:answer", { detail: { one, answer } }));
  }
  if (form) refresh(form);
  const place = document.getElementById(`${piece}-${pk}`);
  if (place) release(place);
  say("Bewaard.");
  form?.querySelector("[data-first]")?.focus();
  document.dispatchEvent(new CustomEvent("board:status", { detail: { waiting: 0 } }));
}

document.addEventListener("click", (event) => {
  const button = event.target.closest?.("[data-conflict] [data-keep]");
  if (!button) return;
  event.preventDefault();
  const panel = button.closest("[data-conflict]");
  if (button.dataset.keep === "own" && own(panel).hidden) writeOwn(panel);
  else settle(panel, button.dataset.keep);
});
document.addEventListener("board:answer", ({ detail: { one } }) => show(one));
document.addEventListener("htmx:afterSettle", () => { for (const one of all()) if (one.conflict && !shown(one.conflict.id)) show(one); });
document.addEventListener("board:bound", ({ detail: { form } }) => {
  for (const field of form.elements) {
    const one = field.name && find(...form.dataset.piece.split("-"), field.name);
    if (one?.conflict && !shown(one.conflict.id)) show(one);
  }
});

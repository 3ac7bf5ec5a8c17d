// Who is here, and where they type. Others see the same of this page.

import { post } from "./outbox.js";
import { board, forms } from "./place.js";
import { tab } from "./records.js";

const TYPING = 4000;
const SAY = 2500;
const HERE = 60000;
let people = [];
let [where, typing, said, last] = ["", false, "", 0];
let quiet = null;

const first = (name) => name.split(" ")[0];

function initials(one) {
  const mark = document.createElement("span");
  mark.className = `bd-who bd-who--${one.id % 6}${one.idle ? " bd-who--idle" : ""}`;
  mark.dataset.who = one.id;
  mark.title = one.name;
  mark.setAttribute("aria-hidden", "true");
  mark.textContent = one.initials;
  return mark;
}

// A person with two tabs is one person.
function once(all) {
  const found = new Map();
  for (const one of all) if (!found.has(one.id) || one.typing) found.set(one.id, one);
  return [...found.values()];
}

function row(one) {
  const item = document.createElement("li");
  const name = document.createElement("span");
  name.dir = "auto";
  name.textContent = one.you ? `${one.name} (jij)` : one.name;
  const place = one.where && document.getElementById(one.where);
  item.append(initials(one), name);
  if (place && !one.you) {
    const link = document.createElement("a");
    link.href = `#${one.where}`;
    link.textContent = one.typing ? "typt hier" : "kijkt hier";
    item.append(" ", link);
  }
  return item;
}

function showBar() {
  const bar = document.getElementById("aanwezig");
  if (!bar) return;
  const here = once(people);
  bar.hidden = here.length < 2;
  bar.querySelector("[data-count]").textContent = `${here.length} mensen hier`;
  const circles = here.slice(0, here.length > 5 ? 4 : 5).map(initials);
  if (here.length > 5) circles.push(Object.assign(document.createElement("span"), { className: "bd-who bd-who--more", ariaHidden: "true", textContent: `+${here.length - 4}` }));
  bar.querySelector("[data-circles]").replaceChildren(...circles);
  bar.querySelector("ul").replaceChildren(...here.map(row));
}

// «Emre typt» at the card; three in one place are told in one mark.
function showMarks() {
  for (const one of document.querySelectorAll("[data-mark]")) one.remove();
  for (const one of document.querySelectorAll(".is-typed")) one.classList.remove("is-typed", ...[0, 1, 2, 3, 4, 5].map((n) => `is-typed--${n}`));
  const places = new Map();
  for (const one of once(people)) if (!one.you && one.where && one.typing) places.set(one.where, [...(places.get(one.where) ?? []), one]);
  for (const [key, all] of places) mark(document.getElementById(key), all);
}

function mark(place, all) {
  if (!place) return;
  const names = all.map((one) => first(one.name));
  const note = document.createElement("span");
  note.className = `bd-mark bd-who--${all[0].id % 6}`;
  note.dataset.mark = "";
  note.dir = "auto";
  note.textContent = names.length > 2 ? `${names[0]} en nog ${names.length - 1} typen` : `${names.join(" en ")} ${names.length > 1 ? "typen" : "typt"}`;
  place.classList.add("is-typed", `is-typed--${all[0].id % 6}`);
  place.append(note);
}

function show(all = people) {
  people = all;
  showBar();
  showMarks();
}

// Where this page is, told when it changes and now and then while somebody works.
function sayHere(force = false) {
  const now = `${where}|${typing}`;
  if (!board()?.dataset.here || (!force && now === said)) return;
  [said, last] = [now, Date.now()];
  post(board().dataset.here, { tab, where, typing: typing ? 1 : 0 }).catch(() => { said = ""; });
}

const keyOf = (field) => field.closest?.("form[data-board-form]")?.dataset.piece ?? field.closest?.("[data-card]")?.id ?? "";

document.addEventListener("focusin", (event) => {
  where = keyOf(event.target);
  typing = false;
  clearTimeout(quiet);
  setTimeout(sayHere, 150);
});
document.addEventListener("input", (event) => {
  const key = event.target.closest?.("form[data-board-form]")?.dataset.piece;
  if (!key) return;
  [where, typing] = [key, true];
  clearTimeout(quiet);
  quiet = setTimeout(() => { typing = false; sayHere(); }, TYPING);
  sayHere(Date.now() - last > SAY * 4);
});
for (const name of ["pointerdown", "keydown"]) document.addEventListener(name, () => { if (Date.now() - last > HERE) sayHere(true); });
document.addEventListener("board:people", (event) => show(event.detail));
for (const name of ["board:stand", "board:bound", "board:closed", "htmx:afterSettle"]) document.addEventListener(name, () => forms && show());

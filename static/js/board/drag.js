// Dragging: a card to another place or column, the sign of its links onto another card to lay a link.

import { post } from "./cards.js";
import { mayWrite } from "./place.js";

let dragged = null;
let linking = false;

function prepare() {
  if (!mayWrite()) return;
  for (const card of document.querySelectorAll("[data-card]")) {
    card.draggable = true;
    card.querySelector("a.bd-card__text").draggable = false;
    const sign = card.querySelector("[data-link-from]");
    if (sign) sign.draggable = true;
  }
}

function clear() {
  for (const name of ["bd-card--target", "bd-card--place-before", "bd-card--place-after", "bd-cards--target"]) {
    for (const one of document.querySelectorAll(`.${name}`)) one.classList.remove(name);
  }
}

const lower = (card, event) => {
  const box = card.getBoundingClientRect();
  return event.clientY > box.top + box.height / 2;
};

document.addEventListener("dragstart", (event) => {
  dragged = event.target.closest?.("[data-card]");
  if (!dragged) return;
  linking = Boolean(event.target.closest("[data-link-from]"));
  event.dataTransfer.effectAllowed = linking ? "link" : "move";
  event.dataTransfer.setData("text/plain", dragged.dataset.card);
  if (!linking) dragged.classList.add("bd-card--moving");
});

document.addEventListener("dragover", (event) => {
  if (!dragged) return;
  const card = event.target.closest?.("[data-card]");
  const column = event.target.closest?.("[data-column]");
  if (linking ? !card || card === dragged : !column) return;
  event.preventDefault();
  clear();
  if (linking) card.classList.add("bd-card--target");
  else if (card && card !== dragged) card.classList.add(lower(card, event) ? "bd-card--place-after" : "bd-card--place-before");
  else column.classList.add("bd-cards--target");
});

document.addEventListener("drop", (event) => {
  if (!dragged) return;
  const card = event.target.closest?.("[data-card]");
  const column = event.target.closest?.("[data-column]");
  if (linking && card && card !== dragged) lay(card);
  else if (!linking && column) move(column, card, event);
  event.preventDefault();
});

function lay(card) {
  const sign = dragged.querySelector("[data-link-from]");
  const path = `${sign.getAttribute("hx-get")}&naar=${card.dataset.card}`;
  window.htmx.ajax("GET", path, { target: "#venster-inhoud", swap: "innerHTML", source: sign });
}

function move(column, card, event) {
  if (card === dragged) return;
  const others = [...column.querySelectorAll("[data-card]")].filter((one) => one !== dragged);
  const place = card ? others.indexOf(card) + (lower(card, event) ? 1 : 0) : others.length;
  const path = dragged.querySelector("a.bd-card__text").getAttribute("href").split("#")[0];
  post(`${path}plaats/`, { plaats: place, na: others[place - 1]?.dataset.card ?? "", soort: column.dataset.kinds.split(" ")[0] });
}

document.addEventListener("dragend", () => {
  dragged?.classList.remove("bd-card--moving");
  clear();
  dragged = null;
});
for (const name of ["htmx:afterSettle", "board:stand", "board:closed"]) document.addEventListener(name, prepare);
prepare();

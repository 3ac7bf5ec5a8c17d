// A ring that is pointed at, chosen or focused stands out in the picture; a box leads to its card.

import { board, mayWrite } from "./place.js";

let chosen = "";

const picture = () => document.getElementById("beeld");
const has = (element, number) => (element.dataset.rings ?? "").split(" ").includes(number);

function light(number) {
  const place = picture();
  if (!place) return;
  place.classList.toggle("bd-picture--lit", Boolean(number));
  for (const one of place.querySelectorAll("[data-ring]")) one.classList.toggle("is-lit", one.dataset.ring === number);
  for (const one of place.querySelectorAll("[data-rings]")) one.classList.toggle("is-lit", Boolean(number) && has(one, number));
  for (const one of document.querySelectorAll(".bd-ring")) {
    one.classList.toggle("is-lit", one.dataset.ring === number);
    one.querySelector("button")?.setAttribute("aria-pressed", String(one.dataset.ring === chosen));
  }
}

function choose(ring) {
  chosen = chosen === ring.dataset.ring ? "" : ring.dataset.ring;
  light(chosen);
}

function prepare() {
  for (const title of document.querySelectorAll(".bd-ring__title:not(:has(button))")) {
    const button = document.createElement("button");
    button.type = "button";
    button.title = "Laat zien in het beeld";
    button.append(...title.childNodes);
    title.append(button);
  }
  for (const box of picture()?.querySelectorAll(".picture__node") ?? []) box.dataset.go = "";
  light(chosen);
}

document.addEventListener("click", (event) => {
  const ring = event.target.closest?.(".bd-ring");
  if (ring) return choose(ring);
  const box = event.target.closest?.("#beeld .picture__node");
  const card = box && document.getElementById(`kaartje-${box.dataset.element}`);
  if (!card) return undefined;
  card.scrollIntoView({ block: "center" });
  card.querySelector("a")?.focus({ preventScroll: true });
  return undefined;
});

for (const [name, on] of [["mouseover", true], ["focusin", true], ["mouseout", false], ["focusout", false]]) {
  document.addEventListener(name, (event) => {
    const ring = event.target.closest?.(".bd-ring");
    if (ring && (on || !ring.contains(event.relatedTarget))) light(on ? ring.dataset.ring : chosen);
  });
}

// A card that is pointed at or focused stands out in the picture too.
function lightBox(event, on) {
  const card = event.target.closest?.("[data-card]");
  const box = card && picture()?.querySelector(`.picture__node[data-element="${card.dataset.card}"]`);
  box?.classList.toggle("is-near", on && (mayWrite() || on));
}

for (const [name, on] of [["mouseover", true], ["focusin", true], ["mouseout", false], ["focusout", false]]) {
  document.addEventListener(name, (event) => lightBox(event, on));
}

for (const name of ["htmx:afterSettle", "board:drawn"]) document.addEventListener(name, () => board() && prepare());
prepare();

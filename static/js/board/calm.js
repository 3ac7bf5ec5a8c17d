// The picture comes anew without a jolt: boxes go from where they were to where they are, what is lit stays lit.

import { replace } from "./keyed.js";

const still = () => window.matchMedia("(prefers-reduced-motion: reduce)").matches;
const DURATION = 350;

const frame = () => document.querySelector("#beeld .bd-picture__frame");

function places() {
  const found = new Map();
  for (const box of document.querySelectorAll("#beeld .picture__node rect")) {
    const { x, y, width, height } = box;
    found.set(box.parentElement.dataset.element, [x.baseVal.value + width.baseVal.value / 2, y.baseVal.value + height.baseVal.value / 2]);
  }
  return found;
}

function glide(before, after) {
  for (const box of document.querySelectorAll("#beeld .picture__node")) {
    const [from, to] = [before.get(box.dataset.element), after.get(box.dataset.element)];
    if (!from) box.animate([{ opacity: 0 }, { opacity: 1 }], { duration: DURATION });
    else if (from[0] !== to[0] || from[1] !== to[1]) {
      box.animate([{ transform: `translate(${from[0] - to[0]}px, ${from[1] - to[1]}px)` }, { transform: "none" }], { duration: DURATION, easing: "ease-out" });
    }
  }
  const moved = [...after].some(([key, to]) => String(before.get(key)) !== String(to));
  if (!moved) return;
  for (const one of document.querySelectorAll("#beeld .picture__links, #beeld .picture__rings")) {
    one.animate([{ opacity: 0 }, { opacity: 0, offset: 0.5 }, { opacity: 1 }], { duration: DURATION });
  }
}

function drawn(text) {
  const holder = document.createElement("template");
  holder.innerHTML = text;
  return holder.content.firstElementChild;
}

const sameText = (one, other) => one.isEqualNode(other);

export function show(fragments) {
  for (const [key, text] of Object.entries(fragments)) {
    const [place, fresh] = [document.getElementById(key), drawn(text)];
    if (!place || !fresh || sameText(place, fresh)) continue;
    if (key !== "beeld") {
      if (!place.querySelector("form[data-board-form]")) replace(place, fresh);
      continue;
    }
    const [before, scroll] = [places(), frame() && [frame().scrollLeft, frame().scrollTop]];
    replace(place, fresh);
    if (scroll) [frame().scrollLeft, frame().scrollTop] = scroll;
    board(fresh);
    if (!still()) glide(before, places());
  }
  document.dispatchEvent(new CustomEvent("board:drawn"));
}

// A picture that became too wide to stand beside the cards gets a row of its own, and back.
function board(place) {
  const width = Number(place.querySelector("svg")?.getAttribute("width") ?? 0);
  const large = Number(document.getElementById("analyse")?.dataset.large ?? 900);
  document.getElementById("analyse")?.classList.toggle("bd--large", width > large);
}

document.addEventListener("board:picture", ({ detail }) => show(detail));

// The keyboard on the cards: arrows go, Alt with arrows moves, N makes, L links, Delete takes away.

import { csrfToken } from "../csrf.js";
import { putAway } from "./column.js";
import { focusOn, isDirty, mayWrite } from "./place.js";
import { settled } from "./waiting.js";

const texts = () => [...document.querySelectorAll("a.bd-card__text")];
const address = (card) => card.querySelector("a.bd-card__text").getAttribute("href").split("#")[0];

export async function post(path, values) {
  await settled();
  return window.htmx.ajax("POST", path, {
    target: "#analyse",
    swap: "outerHTML",
    source: document.getElementById("analyse"),
    values: { ...values, csrfmiddlewaretoken: csrfToken() },
  });
}

function beside(card, step) {
  const all = texts();
  return all[all.indexOf(card.querySelector("a.bd-card__text")) + step];
}

// The card in the column next to this one, about as high.
function across(card, step) {
  const columns = [...document.querySelectorAll("[data-column]")];
  const next = columns[columns.indexOf(card.closest("[data-column]")) + step];
  const cards = next ? [...next.querySelectorAll("[data-card]")] : [];
  const height = (one) => Math.abs(one.getBoundingClientRect().top - card.getBoundingClientRect().top);
  return cards.sort((one, other) => height(one) - height(other))[0]?.querySelector("a.bd-card__text");
}

const KEYS = {
  ArrowDown: (card) => beside(card, 1)?.focus(),
  ArrowUp: (card) => beside(card, -1)?.focus(),
  ArrowRight: (card) => across(card, 1)?.focus(),
  ArrowLeft: (card) => across(card, -1)?.focus(),
  Delete: (card) => post(`${address(card)}weg/`, {}),
  l: (card) => card.querySelector("[data-link-from]")?.click(),
  n: (card) => card.closest("[data-column]").querySelector(".bd-new__link")?.click(),
};
const WITH_ALT = {
  ArrowDown: (card) => post(`${address(card)}plaats/`, { richting: "omlaag" }),
  ArrowUp: (card) => post(`${address(card)}plaats/`, { richting: "omhoog" }),
};

function onCard(event) {
  const card = event.target.closest?.("a.bd-card__text")?.closest("[data-card]");
  if (!card || event.ctrlKey || event.metaKey || !mayWrite()) return;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const act = (event.altKey ? WITH_ALT : KEYS)[key];
  if (!act) return;
  event.preventDefault();
  act(card);
}

// Enter saves; in an empty new card it closes. Escape closes what holds nothing new.
function inForm(event) {
  const form = event.target.closest?.("form[data-board-form]");
  if (!form || event.isComposing) return;
  if (event.key === "Escape" && !form.closest("dialog")) {
    const cancel = form.querySelector("[data-cancel]");
    event.preventDefault();
    if (isDirty(form)) (cancel.offsetParent ? cancel : form.querySelector("[data-enter]")).focus();
    else if (!putAway(form)) cancel.click();
  }
  const typing = event.target.matches("[data-first], input[type=text]") && event.key === "Enter" && !event.shiftKey;
  if (!typing || !form.closest(".bd-card--open")) return;
  event.preventDefault();
  const isEmpty = event.target.matches("[data-first]") && !event.target.value.trim() && !isDirty(form);
  if (!isEmpty) form.querySelector("[data-enter]").click();
  else if (!putAway(form)) form.querySelector("[data-cancel]").click();
}

// After closing a form the focus goes back to its card, or to where a new one begins.
function afterCancel(event) {
  const { elt } = event.detail.requestConfig ?? {};
  const place = elt?.matches?.("[data-cancel]") && elt.closest("li[id]");
  if (place) focusOn(place.id);
}

document.addEventListener("keydown", (event) => {
  onCard(event);
  if (!event.defaultPrevented) inForm(event);
});
document.addEventListener("htmx:afterSwap", afterCancel);

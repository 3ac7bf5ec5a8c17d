// What was sent while the login had run out: it waits in this tab only, and is put back in the form it came from.
// A page that says so itself carries data-not-stored. Forms with data-autosave keep their own text. What is ticked as
// secret (`address` beside `address_secret`) is never kept.

import { fieldsOf, putBack } from "./autosave-store.js";

const KEY = "expertteam:verstuurd";
const HALF_A_DAY = 12 * 3600 * 1000;
const AGAIN = "Wat je net stuurde, is niet bewaard. Het staat er weer: bewaar het nog een keer.";
const TYPED = "textarea, input:not([type=hidden], [type=file], [type=password], [type=checkbox], [type=radio], [type=submit])";

const writer = document.querySelector("form[data-logout]")?.dataset.logout;

function addressOf(form) {
  return new URL(form.getAttribute("action") || location.href, location.href).pathname;
}

function formsTo(action) {
  return [...document.querySelectorAll("form[method=post]")].filter((form) => addressOf(form) === action);
}

function store(sent) {
  try {
    if (sent) sessionStorage.setItem(KEY, JSON.stringify(sent));
    else sessionStorage.removeItem(KEY);
  } catch {
    // A browser that keeps nothing: «Vorige» is what is left.
  }
}

function stored() {
  try {
    return JSON.parse(sessionStorage.getItem(KEY));
  } catch {
    return null;
  }
}

function back(sent) {
  const form = formsTo(sent.action)[sent.place];
  if (!form) return;
  putBack(form, sent.fields);
  for (let at = form.closest("details"); at; at = at.parentElement.closest("details")) at.open = true;
  const said = document.createElement("p");
  said.className = "et-notice et-notice--attention";
  said.setAttribute("role", "status");
  said.textContent = AGAIN;
  form.before(said);
  said.scrollIntoView({ block: "center" });
  store(null);
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.dataset.logout) store(null);
  else if (writer && !event.defaultPrevented && !form.dataset.autosave && form.matches("[method=post]")) {
    const action = addressOf(form);
    const typed = [...form.querySelectorAll(TYPED)].some((field) => field.value.trim());
    const fields = fieldsOf(form).filter(([name]) => !form.elements[`${name}_secret`]?.checked);
    if (typed) store({ writer, action, place: formsTo(action).indexOf(form), at: Date.now(), fields });
  }
});

const sent = stored();
if (sent && (!writer || document.querySelector("[data-not-stored]"))) store({ ...sent, stopped: true });
else if (sent?.stopped && sent.writer === writer && Date.now() - sent.at < HALF_A_DAY) back(sent);
else if (sent) store(null);

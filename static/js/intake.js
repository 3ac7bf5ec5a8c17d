// The form of the aanmelding while one types: names in the questions, ticks in the rail, the answer to «was hier
// eerder», and an address that opens the draft again. Everything works without this too.

const form = document.querySelector("form[data-intake]");

// A question with a name in it: data-label="Wat wil {} zelf?" data-label-from="first_name" data-label-else="de jongere"
function nameQuestions() {
  for (const field of form.querySelectorAll("[data-label]")) {
    const { label, labelFrom, labelElse } = field.dataset;
    const words = field.closest(".et-field")?.querySelector("legend, .form-label")?.firstChild;
    if (words) words.textContent = `${label.replace("{}", form.elements[labelFrom].value.trim() || labelElse)} `;
  }
}

function filled(field) {
  if (field.type === "radio" || field.type === "checkbox") return field.checked && field.value !== "";
  return field.value.trim() !== "";
}

// Done: something was filled in, everything required was, and where one of several will do at least one of them.
function isDone(block) {
  const fields = [...block.querySelectorAll("input[name], select[name], textarea[name]")];
  const names = (some) => new Set(some.map((field) => field.name));
  const has = names(fields.filter(filled));
  const needed = names(fields.filter((field) => field.required));
  const voices = fields.filter((field) => field.matches("[data-one-of]"));
  const chosen = fields.some((field) => filled(field) && field.dataset.start !== field.value);
  if (block.querySelector(".et-field--error, [aria-invalid='true']")) return false; // what is wrong is not done
  return chosen && [...needed].every((name) => has.has(name)) && (!voices.length || voices.some(filled));
}

function tickBlocks() {
  for (const link of document.querySelectorAll(".et-rail a[href^='#']")) {
    const block = document.getElementById(link.hash.slice(1));
    link.toggleAttribute("data-done", Boolean(block) && isDone(block));
  }
}

// «Maak er een heraanmelding van» fills in the answer and the number; without this script the button sends the form.
function choose(event) {
  const button = event.target.closest('button[name="earlier_choice"]');
  if (!button) return;
  event.preventDefault();
  const again = button.value !== "nee";
  const answer = form.querySelector(`input[name="re_referral"][value="${again ? "ja" : "nee"}"]`);
  form.elements.earlier_number.value = again ? button.value : "";
  answer.checked = true;
  answer.dispatchEvent(new Event("input", { bubbles: true }));
  answer.dispatchEvent(new Event("change", { bubbles: true }));
  answer.focus();
}

// After the first save a reload opens the draft instead of an empty form.
function rememberAddress() {
  const token = form.elements.form_token?.value;
  const draft = `/aanmelding/concept/${token}/`;
  if (token && location.pathname !== draft) history.replaceState(null, "", draft);
}

// On a narrow screen what stands beside the form comes right after the young person, before the last button.
function placeBeside(narrow) {
  const beside = document.querySelector(".et-form-page .et-aside");
  const block = document.getElementById("blok-de-jongere");
  if (!beside || !block) return;
  if (narrow.matches) block.after(beside);
  else form.after(beside);
}

function refresh() {
  nameQuestions();
  tickBlocks();
}

// Text that waited on this computer is back in the fields: what stands beside the form has to follow.
function restored() {
  refresh();
  form.dispatchEvent(new CustomEvent("intake:restored"));
}

if (form) {
  form.addEventListener("input", refresh);
  form.addEventListener("change", refresh);
  form.addEventListener("autosave:saved", rememberAddress);
  form.addEventListener("autosave:restored", restored);
  document.addEventListener("click", choose);
  refresh();
  const narrow = window.matchMedia("(max-width: 59.99rem)");
  narrow.addEventListener("change", () => placeBeside(narrow));
  placeBeside(narrow);
  if ("fresh" in form.dataset) form.querySelector("input:not([type='hidden'])")?.focus({ preventScroll: true });
  const { first_name: name } = form.elements;
  window.addEventListener("load", () => name.value === name.defaultValue || restored());
}

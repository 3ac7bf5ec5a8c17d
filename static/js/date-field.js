// Beside a date field: a calendar to pick from, and the date read back in words. The server decides what is valid;
// this only answers when it is sure.

const MONTHS = [
  "januari", "februari", "maart", "april", "mei", "juni",
  "juli", "augustus", "september", "oktober", "november", "december",
];
const FORMS = [
  [/^(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4})$/, (m) => [m[3], Number(m[2]), m[1]]],
  [/^(\d{4})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{1,2})$/, (m) => [m[1], Number(m[2]), m[3]]],
  [/^(\d{1,2})[\s-]*([a-z]+)\.?[\s-]*(\d{4})$/, (m) => [m[3], monthNumber(m[2]), m[1]]],
];

function monthNumber(word) {
  const short = { mrt: "maart", okt: "oktober", oct: "oktober", febr: "februari" }[word] ?? word;
  return short.length < 3 ? 0 : MONTHS.findIndex((month) => month.startsWith(short)) + 1;
}

export function readDate(text) {
  const words = text.trim().replace(/\s+/g, " ").toLowerCase();
  for (const [pattern, parts] of FORMS) {
    const found = words.match(pattern);
    if (!found) continue;
    const [year, month, day] = parts(found).map(Number);
    const date = new Date(year, month - 1, day);
    return date.getMonth() === month - 1 && date.getDate() === day && year >= 1900 && year <= 2100 ? date : null;
  }
  return null;
}

function ageOn(birth, day) {
  const early = day.getMonth() < birth.getMonth()
    || (day.getMonth() === birth.getMonth() && day.getDate() < birth.getDate());
  return day.getFullYear() - birth.getFullYear() - (early ? 1 : 0);
}

function inWords(date, withAge) {
  const words = `${date.getDate()} ${MONTHS[date.getMonth()]} ${date.getFullYear()}`;
  const age = ageOn(date, new Date());
  return withAge && age >= 0 ? `${words} · ${age} jaar` : words;
}

function equip(box) {
  const field = box.querySelector("[data-date-field]");
  const native = box.querySelector(".et-date__native");
  const button = box.querySelector(".et-date__pick");
  const echo = box.parentElement.querySelector(".et-date__echo");
  const say = () => {
    const date = readDate(field.value);
    echo.textContent = date ? inWords(date, field.dataset.dateField === "age") : "";
  };
  field.addEventListener("input", say);
  native.addEventListener("change", () => {
    const [year, month, day] = native.value.split("-").map(Number);
    if (!day) return;
    field.value = `${day}-${month}-${year}`;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.dispatchEvent(new Event("change", { bubbles: true }));
    field.focus();
  });
  button.addEventListener("click", () => {
    const date = readDate(field.value);
    const two = (number) => String(number).padStart(2, "0");
    if (date) native.value = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
    native.showPicker();
  });
  button.hidden = !("showPicker" in native);
  say();
}

function equipAll(root) {
  for (const box of root.querySelectorAll(".et-date:not([data-ready])")) {
    box.dataset.ready = "";
    equip(box);
  }
}

equipAll(document);
document.addEventListener("htmx:load", (event) => equipAll(event.detail.elt));

// The conversation: how much time a case has left, and the notes that keep their version.
// The clock changes its words at most once a minute and never blinks; nobody is read to by it.

const MINUTE = 60_000;

function left(rail) {
  const ends = Date.parse(rail.dataset.started) + Number(rail.dataset.minutes) * MINUTE;
  return Math.ceil((ends - Date.now()) / MINUTE);
}

function inWords(minutes) {
  if (minutes > 1) return `Nog ${minutes} minuten`;
  if (minutes === 1) return "Nog 1 minuut";
  if (minutes > -2) return "De tijd is om";
  return `${-minutes} minuten over de tijd`;
}

function tick() {
  const rail = document.querySelector("[data-clock]");
  const text = rail?.querySelector("[data-clock-text]");
  if (!text) return;
  const minutes = left(rail);
  const words = inWords(minutes);
  if (text.textContent !== words) text.textContent = words;
  text.classList.toggle("meet-clock--over", minutes < 1);
}

tick();
setInterval(tick, 5000);
document.addEventListener("htmx:afterSettle", tick);

document.addEventListener("autosave:saved", (event) => {
  const form = event.target.closest("[data-notes]");
  if (form && event.detail.version !== undefined) form.elements.version.value = event.detail.version;
});

// What is saved and what waits, top right; and that others cannot be heard.

import { timeNow } from "../clock.js";
import { stuck, unsent } from "./outbox.js";

const place = () => document.getElementById("bewaarstand");
const TROUBLE = {
  offline: (count) => `Niet verbonden: ${count === 1 ? "1 wijziging wacht" : `${count} wijzigingen wachten`} op deze computer`,
  login: () => "Je bent uitgelogd: je tekst wacht op deze computer. Log in een ander tabblad opnieuw in",
  full: () => "Deze computer kan niets bewaren. Laat deze pagina open",
};
let down = false;
let saved = "";
let last = null;

function put(state, text) {
  const here = place();
  if (!here || here.textContent === text) return;
  here.dataset.state = state;
  here.textContent = text;
}

function show(news) {
  last = news;
  const { waiting, sending, trouble, refused } = news;
  if (trouble && waiting) put("waiting", TROUBLE[trouble](waiting));
  else if (refused) put("waiting", "Nog niet bewaard: kijk bij het veld");
  else if (sending) put("saving", "Bezig met bewaren…");
  else if (down) put("waiting", "Niet verbonden. Je kunt doorgaan: wat je typt, wacht op deze computer");
  else if (saved || waiting === 0) put("saved", saved || `Bewaard om ${timeNow()}`);
}

document.addEventListener("board:answer", ({ detail: { answer } }) => {
  if (answer.state !== "refused") saved = `Bewaard om ${timeNow()}`;
});
document.addEventListener("board:status", ({ detail }) => show(detail));
// The line came anew with the board; what it said of words that wait still holds.
document.addEventListener("htmx:afterSettle", () => { if (last?.waiting) show(last); });
document.addEventListener("board:down", () => {
  down = true;
  if (!unsent()) show({ waiting: 0 });
});
document.addEventListener("board:back", () => {
  down = false;
  if (!unsent()) show({ waiting: 0 });
});
document.addEventListener("board:stand", () => {
  saved = `Bewaard om ${timeNow()}`;
  if (!unsent()) show({ waiting: 0 });
});
window.addEventListener("beforeunload", (event) => { if (stuck()) event.preventDefault(); });

// <form data-autosave="address" data-autosave-key="unique" data-autosave-version="7"> sends itself while one types.
// A page that shows the result carries data-autosave-forget="unique".
// The server answers 200 or 204 when it has everything; JSON may carry {"version": 8, "saved_at": "10:42"}, and
// "asks": true when somebody should look at what it became before they leave the page.
// data-autosave-merges: the server puts an older text together with a newer one, so nobody has to choose between them.

import { csrfToken, refreshTokens, team } from "./csrf.js";
import { forget, forgetOf, forgetOld, justLeft, keep, kept, putBack, same } from "./autosave-store.js";
import { timeNow } from "./clock.js";

const PAUSE = 800;
const RETRY = [2000, 5000, 15000, 30000, 60000];
const TEXTS = {
  saving: "Bezig met bewaren…",
  offline: "Niet verbonden: je tekst wacht op deze computer",
  login: "Je bent uitgelogd: je tekst wacht op deze computer. Log in een ander tabblad opnieuw in",
  refused: "Nog niet bewaard: kijk de velden na",
  full: "Niet verbonden, en deze computer kan niets bewaren. Laat deze pagina open",
};

function post(url, body, { from = team(), ...options } = {}) {
  const headers = { "X-CSRFToken": csrfToken(), "X-Autosave": "1", "X-Team": from, Accept: "application/json" };
  return fetch(url, { method: "POST", body, headers, credentials: "same-origin", redirect: "manual", ...options });
}

// Sent once more from the next page of who wrote it, so that nothing stays behind on this computer without need.
async function deliver([key, copy]) {
  const body = new FormData();
  for (const [name, value] of copy.fields) body.append(name, value);
  try {
    if ((await post(copy.url, body, { from: copy.team })).ok) forget(key);
  } catch {
    // It waits until its form is opened again.
  }
}

class Autosave {
  constructor(form) {
    this.form = form;
    this.key = form.dataset.autosaveKey || form.dataset.autosave;
    this.status = document.querySelector(`[data-autosave-status="${form.id}"]`)
      ?? document.querySelector("[data-autosave-status]");
    this.choice = document.querySelector("[data-autosave-choice]");
    this.changes = 0;
    this.sent = 0;
    this.failures = 0;
    this.sending = null;
    this.listen();
    this.restore();
  }

  get dirty() {
    return this.changes > this.sent;
  }

  listen() {
    for (const name of ["input", "change"]) this.form.addEventListener(name, () => this.touch());
    this.form.addEventListener("submit", (event) => this.beforeSubmit(event));
    this.form.addEventListener("autosave:again", () => this.begin());
    window.addEventListener("online", () => this.flush());
    window.addEventListener("pagehide", () => this.leave());
    document.addEventListener("visibilitychange", () => document.hidden || this.flush());
  }

  touch() {
    this.changes += 1;
    this.plan(PAUSE);
  }

  plan(delay) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush(), delay);
  }

  async flush() {
    clearTimeout(this.timer);
    while (this.dirty) {
      this.sending ??= this.send().finally(() => { this.sending = null; });
      if (!(await this.sending)) return false;
    }
    return true;
  }

  async send(options = {}) {
    const upTo = this.changes;
    this.show("saving", TEXTS.saving);
    refreshTokens(this.form);
    this.form.dispatchEvent(new CustomEvent("autosave:sending", { bubbles: true }));
    let answer;
    try {
      answer = await post(this.form.dataset.autosave, new FormData(this.form), options);
    } catch {
      return this.wait(TEXTS.offline);
    }
    return answer.ok ? this.done(answer, upTo) : this.failed(answer);
  }

  failed(answer) {
    const loggedOut = answer.type === "opaqueredirect" || answer.status === 401 || answer.status === 403;
    const refused = !loggedOut && answer.status >= 400 && answer.status < 500 && ![408, 429].includes(answer.status);
    if (refused) {
      this.refused = true;
      keep(this.key, this.form);
      this.show("waiting", TEXTS.refused);
      this.form.dispatchEvent(new CustomEvent("autosave:refused", { bubbles: true, detail: { status: answer.status } }));
      return false;
    }
    return this.wait(loggedOut ? TEXTS.login : TEXTS.offline);
  }

  wait(text) {
    this.show("waiting", keep(this.key, this.form) ? text : TEXTS.full);
    this.plan(RETRY[Math.min(this.failures, RETRY.length - 1)]);
    this.failures += 1;
    return false;
  }

  async done(answer, upTo) {
    const isJson = (answer.headers.get("content-type") ?? "").includes("json");
    const data = isJson ? await answer.json().catch(() => ({})) : {};
    if (data.version !== undefined) this.form.dataset.autosaveVersion = data.version;
    this.sent = upTo;
    this.failures = 0;
    this.asked ||= Boolean(data.asks);
    if (this.dirty) keep(this.key, this.form);
    else forget(this.key);
    this.show("saved", `Bewaard om ${data.saved_at ?? timeNow()}`);
    this.form.dispatchEvent(new CustomEvent("autosave:saved", { bubbles: true, detail: data }));
    return true;
  }

  // First the draft, then the real thing: an expired login then costs nothing. A draft that was refused, or a second
  // press, goes on: the page of the answer says what is wrong.
  async beforeSubmit(event) {
    if (this.released || !this.dirty) return;
    event.preventDefault();
    const button = event.submitter;
    this.refused = false;
    this.asked = false;
    if (!(await this.flush()) && !this.refused && !this.pressed) {
      this.pressed = true;
      this.status?.scrollIntoView({ block: "nearest" });
      return;
    }
    if (this.asked) return;
    this.released = true;
    this.form.requestSubmit(button);
  }

  // A form that saved without leaving the page begins anew: what is typed next is kept again.
  begin() {
    this.released = false;
    this.pressed = false;
  }

  leave() {
    if (!this.dirty || this.released) return;
    keep(this.key, this.form, true);
    this.send({ keepalive: true });
  }

  restore() {
    const copy = kept(this.key);
    if (!copy) return;
    if (same(this.form, copy.fields)) forget(this.key);
    else if (this.mayGoOn(copy)) this.accept(copy);
    else this.ask(copy);
  }

  mayGoOn({ version }) {
    const { autosaveVersion = "", autosaveMerges } = this.form.dataset;
    return autosaveMerges !== undefined || version === autosaveVersion;
  }

  accept(copy) {
    putBack(this.form, copy.fields);
    this.touch();
    this.flush();
  }

  // The server has something newer than what this copy began with: a person decides.
  ask(copy) {
    if (!this.choice) return;
    this.choice.hidden = false;
    this.choice.addEventListener("click", (event) => {
      const answer = event.target.closest("[data-answer]")?.dataset.answer;
      if (!answer) return;
      this.choice.hidden = true;
      if (answer === "back") this.accept(copy);
      else forget(this.key);
    });
  }

  show(state, text) {
    if (!this.status) return;
    this.status.dataset.state = state;
    this.status.textContent = text;
  }
}

// Logging out: first what is typed goes to the server. When that fails one reads so, and a second press goes on.
async function logOut(exit) {
  const sent = await Promise.all(forms.map((form) => form.flush()));
  const stuck = forms[sent.indexOf(false)];
  if (stuck && !exit.dataset.pressed) {
    exit.dataset.pressed = "yes";
    stuck.status?.scrollIntoView({ block: "nearest" });
    return;
  }
  for (const form of forms) form.released = true;
  forgetOf(exit.dataset.logout);
  exit.dataset.ready = "yes";
  exit.requestSubmit();
}

document.addEventListener("submit", (event) => {
  const exit = event.target.closest("form[data-logout]");
  if (!exit || exit.dataset.ready) return;
  if (forms.some((form) => form.dirty)) {
    event.preventDefault();
    logOut(exit);
  } else forgetOf(exit.dataset.logout);
});

forgetOld();
for (const mark of document.querySelectorAll("[data-autosave-forget]")) forget(mark.dataset.autosaveForget);
const forms = [...document.querySelectorAll("form[data-autosave]")].map((form) => new Autosave(form));
const writer = document.querySelector("form[data-logout]")?.dataset.logout;
for (const left of justLeft()) if (left[0].endsWith(`-${writer}`) && !forms.some((form) => form.key === left[0])) deliver(left);

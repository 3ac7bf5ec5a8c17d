// The page of somebody without an account. What is typed goes to the server while one types, behind their own code:
// nothing of it is kept on this computer. The texts for people stand on the form, in the language of the page.

import { csrfToken, refreshTokens } from "./csrf.js";

const PAUSE = 1200;
const AGAIN = 8000;

class Draft {
  constructor(form) {
    this.form = form;
    this.status = form.querySelector("[data-party-status]");
    this.changes = 0;
    this.sent = 0;
    form.addEventListener("input", () => this.touch());
    form.addEventListener("submit", (event) => this.submit(event));
    window.addEventListener("online", () => this.keep());
    window.addEventListener("pagehide", () => this.leave());
    for (const other of document.forms) if (other !== form) other.addEventListener("submit", (event) => this.first(event));
  }

  touch() {
    this.changes += 1;
    this.plan(PAUSE);
  }

  plan(delay) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.keep(), delay);
  }

  // Another form of this page (closing it on this computer) waits until what was typed is at the server.
  async first(event) {
    const other = event.target;
    if (this.changes === this.sent || other.dataset.ready) return;
    event.preventDefault();
    const button = event.submitter;
    if (!(await this.keep())) return this.status.scrollIntoView({ block: "center" });
    other.dataset.ready = "yes";
    other.requestSubmit(button);
  }

  leave() {
    if (this.changes === this.sent || this.released) return;
    fetch(location.pathname, { ...this.request(), keepalive: true }).catch(() => {});
  }

  request() {
    refreshTokens(this.form);
    const body = new FormData(this.form);
    body.set("concept", "1");
    const headers = { "X-CSRFToken": csrfToken(), "X-Autosave": "1", Accept: "application/json" };
    return { method: "POST", body, headers, credentials: "same-origin" };
  }

  // True when the server has everything, or when it answered that the code is needed again: sending then asks for it.
  async keep() {
    clearTimeout(this.timer);
    if (this.changes === this.sent) return true;
    const upTo = this.changes;
    this.say("saving");
    try {
      const answer = await fetch(location.pathname, this.request());
      if (answer.status === 401) return this.say("code");
      if (!answer.ok) throw new Error(String(answer.status));
      this.sent = upTo;
      this.say("saved", (await answer.json()).saved_at);
      if (this.changes !== upTo) this.plan(PAUSE);
      return true;
    } catch {
      this.plan(AGAIN);
      this.say("offline");
      return false;
    }
  }

  // Without a connection the browser would show its own page, and the text would be gone: so first see whether it is there.
  async submit(event) {
    if (this.released) return;
    event.preventDefault();
    const button = event.submitter;
    this.changes += 1;
    if (!(await this.keep())) {
      this.status.scrollIntoView({ block: "center" });
      return;
    }
    this.released = true;
    this.form.requestSubmit(button);
  }

  say(state, time = "") {
    this.status.dataset.state = state;
    this.status.textContent = this.form.dataset[state].replace("{tijd}", time);
    return true;
  }
}

for (const form of document.querySelectorAll("form[data-party]")) new Draft(form);

// A drawing that is wider than the phone begins at its middle, where the rings are.
for (const one of document.querySelectorAll(".rep-drawing")) one.scrollLeft = (one.scrollWidth - one.clientWidth) / 2;

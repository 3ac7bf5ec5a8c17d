// The token of this moment: after logging in again in another tab the one in the page is no longer good.

const COOKIE = /(?:^|; )(?:__[A-Za-z]+-)?csrftoken=([^;]+)/;
const FIELD = 'input[name="csrfmiddlewaretoken"]';
const TEAM = "_team";

export function csrfToken() {
  const cookie = document.cookie.match(COOKIE);
  return cookie ? decodeURIComponent(cookie[1]) : document.querySelector(FIELD)?.value ?? "";
}

export function refreshTokens(root = document) {
  const token = csrfToken();
  for (const field of root.querySelectorAll(FIELD)) field.value = token;
}

// The team of this page. Two teams may have a case with the same number: what is sent from here never lands in the
// team one went to in another tab.
export const team = () => document.documentElement.dataset.team ?? "";

function nameTeam(form) {
  if (form.method !== "post" || !team()) return;
  const field = form.elements.namedItem(TEAM) ?? form.appendChild(document.createElement("input"));
  Object.assign(field, { type: "hidden", name: TEAM, value: team() });
}

document.addEventListener("htmx:configRequest", (event) => {
  event.detail.headers["X-CSRFToken"] = csrfToken();
  if (team()) event.detail.headers["X-Team"] = team();
});
document.addEventListener("submit", (event) => {
  refreshTokens(event.target);
  nameTeam(event.target);
}, true);

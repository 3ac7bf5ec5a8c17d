// The token of this moment: after logging in again in another tab the one in the page is no longer good.

const COOKIE = /(?:^|; )(?:__[A-Za-z]+-)?csrftoken=([^;]+)/;
const FIELD = 'input[name="csrfmiddlewaretoken"]';

export function csrfToken() {
  const cookie = document.cookie.match(COOKIE);
  return cookie ? decodeURIComponent(cookie[1]) : document.querySelector(FIELD)?.value ?? "";
}

export function refreshTokens(root = document) {
  const token = csrfToken();
  for (const field of root.querySelectorAll(FIELD)) field.value = token;
}

document.addEventListener("htmx:configRequest", (event) => {
  event.detail.headers["X-CSRFToken"] = csrfToken();
});
document.addEventListener("submit", (event) => refreshTokens(event.target), true);

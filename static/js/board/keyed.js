// Pieces of the board by their key: put in, put away and put in order, without touching what somebody works in.

const parsed = (text) => {
  const holder = document.createElement("template");
  holder.innerHTML = text;
  return holder.content.firstElementChild;
};

export const isOpen = (place) => Boolean(place?.querySelector("form[data-board-form], [data-conflict]"));
const passed = new Map();

const plain = (place) => {
  const copy = place.cloneNode(true);
  for (const one of copy.querySelectorAll("[data-mark]")) one.remove();
  return copy.textContent.replace(/\s+/g, " ");
};

// What has the focus inside a piece, as a way to find it again in the piece that comes for it.
function focused(place) {
  const on = document.activeElement;
  if (!place.contains(on)) return null;
  if (on === place) return (fresh) => fresh;
  const name = [...on.classList].find((one) => /^bd-/.test(one));
  const same = name ? [...place.querySelectorAll(`.${name}`)].indexOf(on) : -1;
  return (fresh) => (name ? fresh.querySelectorAll(`.${name}`)[same] : null) ?? fresh.querySelector("a, button") ?? fresh;
}

const openDetails = (place) => [...place.querySelectorAll("details[id][open]")].map((one) => one.id);

export function replace(place, fresh) {
  const back = focused(place);
  for (const id of openDetails(place)) fresh.querySelector(`#${CSS.escape(id)}`)?.setAttribute("open", "");
  place.replaceWith(fresh);
  window.htmx?.process(fresh);
  back?.(fresh)?.focus({ preventScroll: true });
  return fresh;
}

const changed = (key) => document.dispatchEvent(new CustomEvent("board:changed", { detail: { key } }));

// One piece. A form that stands open in it stays; a new piece waits for `order` to know where it belongs.
function put(key, text, fresh) {
  const place = document.getElementById(key);
  const made = text ? parsed(text) : null;
  if (!made) return;
  if (!place) fresh.set(key, made);
  else if (isOpen(place)) passed.set(key, text);
  else {
    const other = plain(place) !== plain(made);
    replace(place, made);
    if (other) changed(key);
  }
}

const listOf = (name) => document.querySelector(`[data-order="${CSS.escape(name)}"]`);

// The pieces of one list in their order. What was taken away while somebody types in it keeps its place.
function arrange(name, keys, fresh) {
  const list = listOf(name);
  if (!list) return;
  let previous = null;
  for (const key of keys) {
    const one = document.getElementById(key) ?? fresh.get(key);
    if (!one) continue;
    let next = previous ? previous.nextElementSibling : list.firstElementChild;
    while (next?.matches("[data-gone]") && next !== one) next = next.nextElementSibling;
    if (next !== one) move(list, one, next);
    previous = one;
  }
}

function move(list, one, before) {
  const on = one.contains(document.activeElement) ? document.activeElement : null;
  const isNew = !one.isConnected;
  list.insertBefore(one, before);
  if (isNew) {
    window.htmx?.process(one);
    changed(one.id);
  }
  on?.focus({ preventScroll: true });
}

// A piece that was closed: what came for it meanwhile takes its place. Gives the piece as it stands now.
export function release(place) {
  const text = passed.get(place.id);
  if (isOpen(place)) return place;
  passed.delete(place.id);
  return text && place.isConnected && !("gone" in place.dataset) ? replace(place, parsed(text)) : place;
}

function takeAway(key) {
  passed.delete(key);
  const place = document.getElementById(key);
  if (!place) return;
  if (isOpen(place)) {
    place.dataset.gone = "";
    document.dispatchEvent(new CustomEvent("board:gone", { detail: { place } }));
    return;
  }
  const on = place.contains(document.activeElement);
  const near = place.nextElementSibling ?? place.previousElementSibling;
  place.remove();
  if (on) near?.querySelector("a, button")?.focus({ preventScroll: true });
}

export function apply({ fragments = {}, gone = [], order = {} }) {
  const fresh = new Map();
  for (const key of gone) takeAway(key);
  for (const [key, text] of Object.entries(fragments)) {
    document.getElementById(key)?.removeAttribute("data-gone");
    put(key, text, fresh);
  }
  for (const [name, keys] of Object.entries(order)) arrange(name, keys, fresh);
}

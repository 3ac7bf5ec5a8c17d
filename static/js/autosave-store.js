// What could not be sent waits on this computer: only then, only these fields, gone as soon as the server has it,
// when its writer logs out, and after a week. A key ends in the number of its writer: "aanmelding-12".

import { team } from "./csrf.js";

const PREFIX = "expertteam:wacht:";
const NEVER = ["csrfmiddlewaretoken", "_team"];
const WEEK = 7 * 24 * 3600 * 1000;

export function fieldsOf(form) {
  return [...new FormData(form)].filter(([name, value]) => {
    const secret = form.elements[name]?.type === "password";
    return !NEVER.includes(name) && !secret && typeof value === "string";
  });
}

export function keep(key, form, leaving = false) {
  const { autosave: url, autosaveVersion: version = "" } = form.dataset;
  const now = Date.now();
  const copy = { url, version, team: team(), at: now, left: leaving ? now : 0, fields: fieldsOf(form) };
  try {
    localStorage.setItem(PREFIX + key, JSON.stringify(copy));
    return true;
  } catch {
    return false;
  }
}

export function kept(key) {
  try {
    return JSON.parse(localStorage.getItem(PREFIX + key));
  } catch {
    return null;
  }
}

export function forget(key) {
  try {
    localStorage.removeItem(PREFIX + key);
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

function copies() {
  try {
    const names = Object.keys(localStorage).filter((name) => name.startsWith(PREFIX));
    return names.map((name) => name.slice(PREFIX.length)).map((key) => [key, kept(key)]);
  } catch {
    return [];
  }
}

// What was sent while leaving a page, of which nobody could hear whether it arrived: [key, copy] of the last minute.
export function justLeft() {
  return copies().filter(([, copy]) => copy?.left && Date.now() - copy.left < 60000);
}

// Somebody who logs out leaves nothing behind, also on a computer that others use; others keep what is theirs.
export function forgetOf(writer) {
  for (const [key] of copies()) if (key.endsWith(`-${writer}`)) forget(key);
}

export function forgetOld() {
  for (const [key, copy] of copies()) if (Date.now() - (copy?.at ?? 0) > WEEK) forget(key);
}

export function same(form, fields) {
  return JSON.stringify(fieldsOf(form)) === JSON.stringify(fields);
}

export function putBack(form, fields) {
  const left = new Map();
  for (const [name, value] of fields) left.set(name, [...(left.get(name) ?? []), value]);
  for (const field of form.elements) {
    if (!field.name || NEVER.includes(field.name) || ["file", "password", "submit", "button"].includes(field.type)) continue;
    const values = left.get(field.name) ?? [];
    if (field.type === "checkbox" || field.type === "radio") field.checked = values.includes(field.value);
    else if (field.type === "select-multiple") for (const one of field.options) one.selected = values.includes(one.value);
    else if (values.length) field.value = values.shift();
  }
  form.dispatchEvent(new CustomEvent("autosave:restored", { bubbles: true }));
}

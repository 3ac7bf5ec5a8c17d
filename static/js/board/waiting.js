// New cards that are on their way to the server, in the order in which they were typed.

export const queue = [];
export const line = { sending: null, stuck: null, later: null, held: false };

// Whether anything is on its way, or the draft with this key is.
export function waits(key) {
  const all = [line.sending, ...queue, line.later].filter(Boolean);
  return key ? all.some((one) => one.key === key) : all.length > 0;
}

// A form in which the next card is typed while others are on their way.
export const own = (form) => "typing" in form.dataset;

let idle = [];

export const settled = () => (line.sending ? new Promise((go) => { idle.push(go); }) : Promise.resolve());

export function rest() {
  for (const go of idle) go();
  idle = [];
}

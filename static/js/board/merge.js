// Two people's changes of one text put together, word by word: the same rules as expertteam/texts/merge.py, and held to
// them by tests/analysis/live/merge_examples.json. Pure.

const PIECES = /\r\n|[\r\n]|[ \t\u00a0]+|[^ \t\u00a0\r\n]+/g;
const BLANK = /^[ \t\u00a0\r\n]*$/;
const MOST_CELLS = 2000000;

export const split = (text) => text.match(PIECES) ?? [];
const words = (pieces) => pieces.filter((one) => !BLANK.test(one));
const equal = (one, other) => one.length === other.length && one.every((piece, place) => piece === other[place]);

// Whether two texts hold the same words, however they are spaced.
export const sameWords = (one, other) => equal(words(split(one)), words(split(other)));

function table(a, b) {
  const longest = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      longest[i][j] = a[i] === b[j] ? longest[i + 1][j + 1] + 1 : Math.max(longest[i + 1][j], longest[i][j + 1]);
    }
  }
  return longest;
}

function common(a, b) {
  const [longest, found] = [table(a, b), []];
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) found.push([i++, j++]);
    else if (longest[i + 1][j] >= longest[i][j + 1]) i += 1;
    else j += 1;
  }
  return found;
}

// Place in `old` -> place in `fresh` of the pieces that stayed.
function pairs(old, fresh) {
  const [found, most] = [new Map(), Math.min(old.length, fresh.length)];
  let [start, tail] = [0, 0];
  while (start < most && old[start] === fresh[start]) found.set(start, start++);
  while (tail < most - start && old.at(-1 - tail) === fresh.at(-1 - tail)) {
    tail += 1;
    found.set(old.length - tail, fresh.length - tail);
  }
  const [a, b] = [old.slice(start, old.length - tail), fresh.slice(start, fresh.length - tail)];
  if (a.length * b.length <= MOST_CELLS) for (const [i, j] of common(a, b)) found.set(start + i, start + j);
  return found;
}

// The three texts cut at what all of them kept: [base, mine, theirs] of each stretch.
function chunks(base, mine, theirs) {
  const [b, m, t] = [split(base), split(mine), split(theirs)];
  const [inMine, inTheirs] = [pairs(b, m), pairs(b, t)];
  const kept = [...b.keys()].filter((one) => inMine.has(one) && inTheirs.has(one));
  const found = [];
  let at = [0, 0, 0];
  for (const place of [...kept, b.length]) {
    const to = [place, inMine.get(place) ?? m.length, inTheirs.get(place) ?? t.length];
    if (!equal(at, to)) found.push([b, m, t].map((side, which) => side.slice(at[which], to[which])));
    if (place < b.length) found.push([[b[place]], [b[place]], [b[place]]]);
    at = to.map((one) => one + 1);
  }
  return found;
}

const later = (one, other) => (one.join("") > other.join("") ? one : other);

function settled([base, mine, theirs]) {
  if (equal(mine, theirs) || equal(theirs, base)) return mine;
  const [wordsBase, wordsMine, wordsTheirs] = [base, mine, theirs].map(words);
  if (equal(mine, base)) return theirs;
  if (equal(wordsMine, wordsBase)) return equal(wordsTheirs, wordsBase) ? later(mine, theirs) : theirs;
  if (equal(wordsTheirs, wordsBase)) return mine;
  const [short, long] = [mine, theirs].sort((one, other) => one.length - other.length);
  return words(short).length && equal(long.slice(0, short.length), short) ? long : null;
}

// The text with the changes of both sides since `base`; null when they overlap.
export function merge(base, mine, theirs) {
  const told = chunks(base, mine, theirs).map(settled);
  return told.includes(null) ? null : told.flat().join("");
}

// A text in stretches: [words, whether the other text has them elsewhere or not at all].
export function unlike(text, other) {
  const [pieces, stayed] = [split(text), pairs(split(text), split(other))];
  const found = [];
  pieces.forEach((piece, place) => {
    const differs = !stayed.has(place);
    if (found.at(-1)?.[1] === differs) found.at(-1)[0] += piece;
    else found.push([piece, differs]);
  });
  return found;
}

const length = (pieces) => pieces.reduce((sum, one) => sum + one.length, 0);

// Where the caret that stood at `place` in `before` stands in `after`.
export function carried(before, after, place) {
  const [old, fresh] = [split(before), split(after)];
  const stayed = pairs(old, fresh);
  let [which, rest] = [0, place];
  while (which < old.length && rest > old[which].length) rest -= old[which++].length;
  for (let one = which; one >= 0; one -= 1) {
    if (!stayed.has(one)) continue;
    const begin = length(fresh.slice(0, stayed.get(one)));
    return begin + (one === which ? rest : old[one].length);
  }
  return Math.min(place, after.length);
}

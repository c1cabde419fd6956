/* What a word may mean that the library does not know. `vocabulary` is a list of { simple, word, often }. */

/* The known word with the fewest differing letters, at most `limit`; of several the most frequent. */
export function nearest(typed, vocabulary, limit) {
  if (typed.length < 5) return null;
  let best = null;
  let least = limit + 1;
  for (const known of vocabulary) {
    if (Math.abs(known.simple.length - typed.length) > least || known.simple.length < 4) continue;
    const steps = distance(typed, known.simple, least + 1);
    if (steps < least || (best && steps === least && known.often > best.often)) [best, least] = [known, steps];
  }
  return best && best.word;
}

/* Letters to add, leave out, change or swap between two words; `least` and more are all the same. */
function distance(one, other, least) {
  let before = [];
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const change = one[i - 1] === other[j - 1] ? 0 : 1;
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + change);
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1);
    }
    if (Math.min(...next) >= least) return least;
    [before, row] = [row, next];
  }
  return row[other.length];
}

/* The longest known word that an unknown one begins with, if it is most of it. */
export function beginning(typed, vocabulary) {
  const fitting = vocabulary.filter((known) => known.simple.length > 4 && typed.startsWith(known.simple));
  const longest = fitting.reduce((best, known) => (known.simple.length > best.length ? known.simple : best), "");
  return longest.length > typed.length * 0.6 ? [longest] : [];
}

/* The two known words that an unknown compound is made of, or null. */
export function split(typed, vocabulary) {
  const words = new Set(vocabulary.map((known) => known.simple));
  const base = (word) => [word, ...["s", "es", "n", "en"].filter((end) => word.endsWith(end)).map((end) => word.slice(0, -end.length))];
  for (let cut = typed.length - 4; cut >= 4; cut -= 1) {
    const head = base(typed.slice(0, cut)).find((word) => words.has(word) || words.has(`${word}e`));
    const tail = base(typed.slice(cut)).find((word) => words.has(word));
    if (head && tail) return [head, tail];
  }
  return null;
}

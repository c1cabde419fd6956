/* Sees in a text the words that a query has found records by. */

const SHORTEST_TAIL = 4; /* letters of the last part of a compound */

export class Matcher {
  #readers;
  #terms = new Map();
  #names = [];
  #begins = [];
  #known = new Map();

  /* `found` holds for each word of the query the `terms` it stands for, and what longer words `begin` with. */
  constructor(readers, found) {
    this.#readers = readers;
    found.forEach(({ terms, begin }, word) => {
      for (const term of terms) {
        if (term.includes(" ")) this.#names.push({ words: term.split(" "), word });
        else this.#terms.set(term, (this.#terms.get(term) || new Set()).add(word));
      }
      if (begin) this.#begins.push({ begin, word });
    });
  }

  /* The tokens of a text that were asked for, by their place: which words of the query each is. */
  hits(tokens) {
    const found = new Map();
    const add = (place, words) => words.forEach((word) => found.set(place, (found.get(place) || new Set()).add(word)));
    tokens.forEach((token, place) => add(place, this.#words(token)));
    if (this.#names.length) {
      for (const reader of this.#readers) {
        const flat = tokens.flatMap((token, place) => reader.sequence(token).map((term) => ({ term, place })));
        for (const { words, word } of this.#names) {
          flat.forEach((_, start) => {
            if (words.every((term, offset) => flat[start + offset]?.term === term)) {
              words.forEach((_, offset) => add(flat[start + offset].place, [word]));
            }
          });
        }
      }
    }
    return found;
  }

  #words(token) {
    if (!this.#known.has(token)) {
      const terms = new Set(this.#readers.flatMap((reader) => reader.terms(token)));
      const exact = [...terms].flatMap((term) => [...(this.#terms.get(term) || [])]);
      this.#known.set(token, new Set(exact.length ? exact : [...terms].flatMap((term) => this.#alike(term))));
    }
    return this.#known.get(token);
  }

  /* The words that a term begins or ends with. */
  #alike(term) {
    const found = this.#begins.filter(({ begin }) => term.startsWith(begin)).map(({ word }) => word);
    for (const [tail, words] of this.#terms) {
      if (tail.length >= SHORTEST_TAIL - 1 && term.length >= tail.length + 3 && term.endsWith(tail)) found.push(...words);
    }
    return found;
  }
}

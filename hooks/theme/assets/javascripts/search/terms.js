/* From words as people type them to the terms of the index, by the rules that the index was made with:
   outputs/search/terms.py does the same, and a test holds both equal. */

const RUN = /[\p{L}\p{N}]+(?:[-‐][\p{L}\p{N}]+)*/gu;
const SIGNS = /[\p{L}\p{N}]+/gu;
const UNSEEN = /[\p{M}\p{Cf}]/gu;
const LONGEST = 40;

/* In small letters, without dots, accents and what cannot be seen. */
export const folded = (text) =>
  text.normalize("NFKD").replace(UNSEEN, "").toLowerCase().replaceAll("ß", "ss").replaceAll("ς", "σ");

/* As words are compared of which one may be misspelt. */
export const simple = (word) => folded(word).replace(/([aou])e/g, "$1");

/* Reads text in one language; `rules` are patterns and what takes their place. */
export class Reader {
  #rules;
  #known = new Map();

  constructor(rules) {
    this.#rules = rules.map(([pattern, instead]) => [new RegExp(pattern, "gu"), instead]);
  }

  term(word) {
    if (!this.#known.has(word)) {
      const short = this.#rules.reduce((text, [pattern, instead]) => text.replace(pattern, instead), word);
      this.#known.set(word, short.length > LONGEST ? Array.from(short).slice(0, LONGEST).join("") : short);
    }
    return this.#known.get(word);
  }

  /* The terms of all words one after the other. */
  sequence(text) {
    return (folded(text).match(SIGNS) || []).map((word) => this.term(word));
  }

  /* The terms of a token: those of its parts and, where hyphens join them, of all in one. */
  terms(token) {
    return (folded(token).match(RUN) || []).flatMap((run) => {
      const parts = run.match(SIGNS);
      return (parts.length > 1 ? [...parts, parts.join("")] : parts).map((word) => this.term(word));
    });
  }

  /* The term of a word as a whole. */
  whole(word) {
    return this.term((folded(word).match(SIGNS) || []).join(""));
  }
}

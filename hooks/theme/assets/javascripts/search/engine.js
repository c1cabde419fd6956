/* From a query to an ordered list of records: which terms a word stands for, and how much each tells of a record. */
import { Chunks, unpacked } from "./chunks.js";
import { Matcher } from "./matcher.js";
import { beginning, nearest, split } from "./spelling.js";
import { Synonyms } from "./synonyms.js";
import { Reader, folded, simple } from "./terms.js";

const SYNONYM = 0.7; /* what counts another word for the same */
const LONGER = 0.25; /* and a longer word that begins with the one that is asked for */
const SHORTEST = 4; /* letters of a known word from which longer ones are looked for, one less of an unknown one */
const MOST_CHUNKS = 4; /* that are looked at for words that begin with an unknown one: 46 kB */

/* Open the index below `address`; `stopWords` are not searched for as long as other words are there. */
export async function openEngine(address, stopWords) {
  const overview = await (await unpacked(`${address}records.pack`, { cache: "no-cache" })).json();
  return new Engine(address, overview, new Set(stopWords.split(/\s+/).map(folded)));
}

class Engine {
  #address;
  #names;
  #stopWords;
  #readers;
  #synonyms;
  #worths;
  #chunks;
  #texts = new Map();
  #vocabulary = null;

  constructor(address, overview, stopWords) {
    const count = overview.kinds.reduce((sum, [, many]) => sum + many, 0);
    this.#address = address;
    this.#names = pieces(overview.names, count);
    this.#stopWords = stopWords;
    this.#readers = Object.values(overview.rules).map((rules) => new Reader(rules));
    this.#synonyms = new Synonyms(overview.synonyms, this.#readers);
    this.#worths = overview.worths;
    const names = pieces(overview.chunks, overview.firsts.length);
    this.#chunks = new Chunks(address, overview.firsts, names, shelves(this.#names, overview.shelfBits));
    const kinds = overview.kinds.flatMap(([kind, many]) => Array(many).fill(kind));
    const all = (kind) => [...kinds.keys()].filter((number) => kinds[number] === kind);
    this.items = new Set(all("item"));
    this.packages = all("package");
    this.facets = new Map(Object.entries(overview.facets).map(([facet, [choices, places]]) => [facet, byValue(choices, places)]));
  }

  /* What is shown of a record, but for its transcript. */
  record(number) {
    return this.#text(this.#names[number]);
  }

  /* A part of a record's transcript. */
  part(number, part) {
    return this.#text(`${this.#names[number]}-${part}`);
  }

  #text(name) {
    if (!this.#texts.has(name)) this.#texts.set(name, unpacked(`${this.#address}text/${name}.pack`).then((answer) => answer.json()));
    return this.#texts.get(name);
  }

  /* Find records: `numbers` the best first, `masks` where each word of the query stands in them, `matcher` to see these
     words in a text, `meant` what was searched for in the place of `unknown` words. */
  async find(query) {
    const words = this.#words(query);
    const beside = this.#synonyms.beside(words, this.#readers);
    const read = await Promise.all(words.map((word, index) => this.#read(word, beside[index])));
    const meant = read.flatMap(({ meant: near }, index) => (near ? [{ unknown: words[index], meant: near }] : []));
    const terms = read.flatMap(({ found }) => found);
    const records = new Map();
    terms.forEach(({ records: hits }, term) => {
      for (const [number, hit] of hits) {
        if (!records.has(number)) records.set(number, { score: 0, terms: 0, masks: terms.map(() => 0) });
        const record = records.get(number);
        record.score += hit.score;
        record.terms += 1;
        record.masks[term] = hit.mask;
      }
    });
    const most = Math.max(0, ...[...records.values()].map((record) => record.terms));
    const least = terms.length > 2 ? Math.max(1, most - 1) : most;
    const numbers = [...records.keys()].filter((number) => records.get(number).terms >= least);
    const worth = (number) => records.get(number).score * (records.get(number).terms / terms.length) ** 2;
    numbers.sort((a, b) => worth(b) - worth(a) || a - b);
    const masks = new Map(numbers.map((number) => [number, records.get(number).masks]));
    return { numbers, masks, matcher: new Matcher(this.#readers, terms), meant };
  }

  #words(query) {
    const words = query.normalize("NFC").split(/[^\p{L}\p{M}\p{N}-]+/u).map((word) => word.replace(/^-+|-+$/g, ""));
    const long = words.filter((word) => word.length > 1);
    const telling = long.filter((word) => !this.#stopWords.has(folded(word)));
    return telling.length ? telling : long;
  }

  /* What is found for a word: for itself where the library knows it, else for its parts, for the nearest word it does
     know, or nothing. */
  async #read(word, beside) {
    const own = await this.#found(word, beside);
    if (own.records.size || /\d/.test(word)) return { found: [own] };
    if (word.includes("-")) {
      const parts = await Promise.all(word.split("-").filter(Boolean).map((part) => this.#read(part, [])));
      return { found: parts.flatMap((part) => part.found) };
    }
    const typed = simple(word);
    const vocabulary = await this.#words_known();
    const near = nearest(typed, vocabulary, 1) || nearest(folded(word), vocabulary, 1);
    if (near) return { found: [await this.#found(near, [])], meant: near };
    const parts = split(typed, vocabulary);
    const far = !parts && typed.length > 7 ? nearest(typed, vocabulary, 2) : null;
    if (far) return { found: [await this.#found(far, [])], meant: far };
    const known = parts || beginning(typed, vocabulary);
    return { found: known.length ? await Promise.all(known.map((part) => this.#found(part, []))) : [own] };
  }

  /* The records of a word by number, with score and mask; the terms it stands for, and the beginning of longer ones. */
  async #found(word, beside) {
    const own = [...new Set(this.#readers.map((reader) => reader.whole(word)))].filter(Boolean);
    const others = beside.filter((term) => !own.includes(term));
    const exact = await Promise.all([...own, ...others].map((term) => this.#chunks.records(term)));
    const known = exact.slice(0, own.length).some((records) => records.length);
    const begin = simple(word);
    const isLong = begin.length >= (known ? SHORTEST : SHORTEST - 1);
    const longer = isLong ? await this.#chunks.longer(begin, known ? 1 : MOST_CHUNKS) : [];
    const records = new Map();
    const rarity = (count) => Math.log(1 + (this.#names.length - count + 0.5) / (count + 0.5));
    const rarest = known ? Math.max(...exact.slice(0, own.length).map((hits) => (hits.length ? rarity(hits.length) : 0))) : Infinity;
    const add = (hits, weight) => {
      const each = weight * Math.min(rarest, rarity(hits.length));
      for (const { number, level, mask } of hits) {
        const before = records.get(number) || { score: 0, mask: 0 };
        records.set(number, { score: before.score + each * this.#worths[level], mask: before.mask | mask });
      }
    };
    exact.forEach((hits, index) => add(hits, index < own.length ? 1 : SYNONYM));
    for (const { term, records: hits } of longer) if (!own.includes(term)) add(hits, (LONGER * begin.length) / term.length);
    return { records, terms: [...own, ...others], begin: isLong ? begin : null };
  }

  /* Every word of the library with its spelling, fetched when a word is unknown for the first time. */
  #words_known() {
    this.#vocabulary ??= unpacked(`${this.#address}words.pack`).then(async (answer) => {
      const { words, often } = await answer.json();
      return words.map((word, index) => ({ word, simple: simple(word), often: Number(often[index]) }));
    });
    return this.#vocabulary;
  }
}

const pieces = (text, count) => {
  const length = text.length / count;
  return Array.from({ length: count }, (_, index) => text.slice(index * length, (index + 1) * length));
};

/* The numbers of the records on each shelf: its first bits name the shelf, and names are in order there. */
function shelves(names, bits) {
  const found = Array.from({ length: 2 ** bits }, () => []);
  const ordered = [...names.keys()].sort((a, b) => (names[a] < names[b] ? -1 : 1));
  for (const number of ordered) found[Math.floor(parseInt(names[number].slice(0, 6), 32) / 2 ** (30 - bits))].push(number);
  return found;
}

/* The numbers of the records under each value of a facet. */
function byValue(choices, places) {
  const found = new Map();
  places.forEach((place, number) => {
    for (const value of choices[place]) found.set(value, (found.get(value) || new Set()).add(number));
  });
  return found;
}

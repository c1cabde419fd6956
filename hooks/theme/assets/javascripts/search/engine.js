/* From a query to an ordered list of records. Pagefind finds words; this knows which words to ask it for. */

const UMLAUTS = { ä: "ae", ö: "oe", ü: "ue", ß: "ss" };
const ONLY_ITSELF = "qx"; /* as in outputs/search/words.py */

export const folded = (word) => word.toLowerCase().replace(/[äöüß]/g, (letter) => UMLAUTS[letter]);

/* Open the index below `address`; `stopWords` are not searched for as long as other words are there. */
export async function openEngine(address, stopWords) {
  return new Engine(address, await unpacked(`${address}records.pack`), new Set(stopWords.split(/\s+/).map(folded)));
}

async function unpacked(address) {
  const packed = await fetch(address);
  if (!packed.ok) throw new Error(`${address}: ${packed.status}`);
  return new Response(packed.body.pipeThrough(new DecompressionStream("gzip"))).json();
}

class Engine {
  #address;
  #names;
  #number;
  #abbreviations;
  #stopWords;
  #texts = new Map();
  #opened = null;
  #vocabulary = null;

  constructor(address, overview, stopWords) {
    this.#address = address;
    this.#names = overview.names;
    this.#number = new Map(overview.names.map((name, number) => [name, number]));
    this.#abbreviations = new Set(overview.abbreviations);
    this.#stopWords = stopWords;
    this.items = new Set(overview.kinds.item);
    this.packages = overview.kinds.package || [];
    this.facets = new Map(
      Object.entries(overview.facets).map(([facet, values]) => [
        facet,
        new Map(Object.entries(values).map(([value, numbers]) => [value, new Set(numbers)])),
      ]),
    );
  }

  /* What is shown of a record, but for its transcript. Pagefind only finds: asked for records without a word it would
     fetch the whole index. */
  record(number) {
    return this.#text(this.#names[number]);
  }

  /* One sentence of a transcript. Its text lies in parts, so that a long one costs no more than a short one. */
  async sentence(number, index) {
    const { parts } = await this.record(number);
    const part = parts.findLastIndex((first) => first <= index);
    return (await this.#text(`${this.#names[number]}-${part}`))[index - parts[part]];
  }

  #text(name) {
    if (!this.#texts.has(name)) this.#texts.set(name, unpacked(`${this.#address}text/${name}.pack`));
    return this.#texts.get(name);
  }

  /* Pagefind itself, when the first word is asked for. */
  #search(asked) {
    this.#opened ??= import(`${this.#address}pagefind.js`).then(async (pagefind) => {
      await pagefind.options({ noWorker: true });
      return pagefind;
    });
    return this.#opened.then(async (pagefind) => (await pagefind.search(asked)).results);
  }

  /* Find records: `numbers` the best first, `places` the positions of hits by record and term, `meant` what was
     searched for in the place of `unknown` words. */
  async find(query) {
    const terms = [];
    const meant = [];
    for (const word of this.#words(query)) {
      const read = await this.#read(word);
      if (read.meant) meant.push({ unknown: word, meant: read.meant });
      if (!read.asked.length) terms.push([]);
      for (const asked of read.asked) terms.push(await this.#search(asked));
    }
    const found = new Map();
    terms.forEach((results, term) => {
      for (const result of results) {
        const number = this.#number.get(result.id);
        if (!found.has(number)) found.set(number, { score: 0, terms: 0, places: new Map() });
        const record = found.get(number);
        record.score += result.score;
        record.terms += 1;
        for (const place of result.words) record.places.set(place, (record.places.get(place) || new Set()).add(term));
      }
    });
    const most = Math.max(0, ...[...found.values()].map((record) => record.terms));
    const least = terms.length > 2 ? Math.max(1, most - 1) : most;
    const numbers = [...found.keys()].filter((number) => found.get(number).terms >= least);
    const worth = (number) => found.get(number).score * (found.get(number).terms / terms.length) ** 2;
    numbers.sort((a, b) => worth(b) - worth(a) || a - b);
    return { numbers, places: new Map(numbers.map((number) => [number, found.get(number).places])), meant };
  }

  #words(query) {
    const words = query.split(/[^\p{L}\p{N}-]+/u).map((word) => word.replace(/^-+|-+$/g, "")).filter((word) => word.length > 1);
    const telling = words.filter((word) => !this.#stopWords.has(folded(word)));
    return telling.length ? telling : words;
  }

  /* What to ask for a word: itself where the library knows it, else its parts, the nearest word it does know, or nothing. */
  async #read(word) {
    if (this.#abbreviations.has(word.toLowerCase())) return { asked: [word.toLowerCase() + ONLY_ITSELF] };
    if (/\d/.test(word) || (await this.#knows(word))) return { asked: [word] };
    if (word.includes("-")) {
      const parts = await Promise.all(word.split("-").filter(Boolean).map((part) => this.#read(part)));
      return { asked: parts.flatMap((part) => part.asked) };
    }
    const typed = folded(word);
    const vocabulary = await this.#words_known();
    if (vocabulary.some(([known]) => known.startsWith(typed))) return { asked: [word] };
    const near = nearest(typed, vocabulary, 1);
    if (near) return { asked: [near], meant: near };
    const parts = split(typed, vocabulary);
    if (parts) return { asked: parts };
    const far = typed.length > 7 ? nearest(typed, vocabulary, 2) : null;
    if (far) return { asked: [far], meant: far };
    return { asked: beginning(typed, vocabulary) };
  }

  async #knows(word) {
    return (await this.#search(`"${word}"`)).length > 0;
  }

  /* Every word of the library with its spelling, fetched when a word is unknown for the first time. */
  #words_known() {
    this.#vocabulary ??= unpacked(`${this.#address}words.pack`).then((words) => words.map((word) => [folded(word), word]));
    return this.#vocabulary;
  }
}

/* The known word with the fewest differing letters, at most `limit`; of several the most frequent. */
function nearest(typed, vocabulary, limit) {
  if (typed.length < 5) return null;
  let best = null;
  let least = limit + 1;
  for (const [known, word] of vocabulary) {
    if (Math.abs(known.length - typed.length) >= least || known.length < 4) continue;
    const steps = distance(typed, known, least);
    if (steps < least) [best, least] = [word, steps];
  }
  return best;
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

/* The longest known word that an unknown one begins with, if it is most of it. Pagefind alone would take any. */
function beginning(typed, vocabulary) {
  const fitting = vocabulary.map(([known]) => known).filter((known) => known.length > 4 && typed.startsWith(known));
  const longest = fitting.reduce((best, known) => (known.length > best.length ? known : best), "");
  return longest.length > typed.length * 0.6 ? [longest] : [];
}

/* The two known words that an unknown compound is made of, or null. */
function split(typed, vocabulary) {
  const known = new Set(vocabulary.map(([word]) => word));
  const base = (word) => [word, ...["s", "es", "n", "en"].filter((end) => word.endsWith(end)).map((end) => word.slice(0, -end.length))];
  for (let cut = typed.length - 4; cut >= 4; cut -= 1) {
    const head = base(typed.slice(0, cut)).find((word) => known.has(word) || known.has(`${word}e`));
    const tail = base(typed.slice(cut)).find((word) => known.has(word));
    if (head && tail) return [head, tail];
  }
  return null;
}

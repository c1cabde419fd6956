/* The postings of the index. They lie in chunks in the order of their terms; one is fetched for a word that is asked for. */

/* Fetch and unpack; what changes under its name is asked for anew. */
export async function unpacked(address, options = {}) {
  const packed = await fetch(address, options);
  if (!packed.ok) throw new Error(`${address}: ${packed.status}`);
  return new Response(packed.body.pipeThrough(new DecompressionStream("gzip")));
}

export class Chunks {
  #address;
  #firsts;
  #names;
  #shelves;
  #open = new Map();

  /* `firsts` are the terms that chunks begin with, `shelves` the numbers of the records on each. */
  constructor(address, firsts, names, shelves) {
    this.#address = address;
    this.#firsts = firsts;
    this.#names = names;
    this.#shelves = shelves;
  }

  /* The records of a term: [{ number, level, mask }], none where it is unknown. */
  async records(term) {
    const chunk = await this.#chunk(this.#place(term));
    const row = chunk?.terms.get(term);
    return row === undefined ? [] : this.#decoded(chunk, row);
  }

  /* The terms that begin with `beginning` and go on, each with its records. They may go on over the limit of a chunk:
     `most` chunks are looked at. */
  async longer(beginning, most) {
    const found = [];
    const first = this.#place(beginning);
    for (let place = first; place < first + most; place += 1) {
      if (place > first && !this.#firsts[place]?.startsWith(beginning)) break;
      const chunk = await this.#chunk(place);
      if (!chunk) break;
      for (const [term, row] of chunk.terms) {
        if (term !== beginning && term.startsWith(beginning) && !term.includes(" ")) {
          found.push({ term, records: this.#decoded(chunk, row) });
        }
      }
    }
    return found;
  }

  /* The chunk in which a term stands if it stands anywhere: the last one that begins with it or with a lesser one. */
  #place(term) {
    let [low, high] = [0, this.#firsts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#firsts[middle] <= term) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low - 1);
  }

  #chunk(place) {
    const name = this.#names[place];
    if (name && !this.#open.has(name)) {
      const opened = unpacked(`${this.#address}index/${name}.pack`).then((answer) => answer.arrayBuffer()).then(read);
      this.#open.set(name, opened);
    }
    return this.#open.get(name);
  }

  /* Each shelf tells how many of its records have the term; then come their places, their levels and their masks. */
  #decoded({ bytes }, { start, end }) {
    const found = [];
    for (let at = start; at < end; ) {
      const shelf = this.#shelves[(bytes[at] << 8) | bytes[at + 1]];
      const count = bytes[at + 2] + 1;
      at += 3;
      for (let i = at; i < at + count; i += 1) {
        found.push({ number: shelf[bytes[i]], level: bytes[i + count], mask: bytes[i + 2 * count] });
      }
      at += 3 * count;
    }
    return found;
  }
}

/* A chunk is three pieces behind their lengths: its terms, how many bytes each has, and these. */
function read(buffer) {
  const view = new DataView(buffer);
  const [, terms, sizes] = [0, 1, 2, 3].map((index) => view.getUint32(4 * index, true));
  const names = new TextDecoder().decode(new Uint8Array(buffer, 16, terms)).split("\n");
  const found = new Map();
  let start = 16 + terms + sizes;
  names.forEach((term, index) => {
    const end = start + view.getUint32(16 + terms + 4 * index, true);
    found.set(term, { start, end });
    start = end;
  });
  return { terms: found, bytes: new Uint8Array(buffer) };
}

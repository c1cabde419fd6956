/* What means the same: the library's own list, with the terms that each name has in the index. */

export class Synonyms {
  #groups;

  constructor(groups, readers) {
    this.#groups = groups.map((names) => names.map((name) => forms(name, readers)));
  }

  /* For each word of a query the terms of what means the same as it, or as a name of several words that it is part of. */
  beside(words, readers) {
    const found = words.map(() => new Set());
    for (const reader of readers) {
      const flat = words.flatMap((word, index) => reader.sequence(word).map((term) => ({ term, index })));
      for (const group of this.#groups) {
        for (const name of group) {
          for (const index of places(name, flat, words, reader)) {
            for (const other of group) if (other !== name) other.terms.forEach((term) => found[index].add(term));
          }
        }
      }
    }
    return found.map((terms) => [...terms]);
  }
}

/* A name as it stands in the index: its words in their order, and as one where hyphens join them. */
function forms(name, readers) {
  const sequences = readers.map((reader) => reader.sequence(name)).filter((sequence) => sequence.length);
  const wholes = /\s/.test(name.trim()) ? [] : readers.map((reader) => reader.whole(name));
  return { sequences, wholes, terms: new Set([...sequences.map((sequence) => sequence.join(" ")), ...wholes]) };
}

function places({ sequences, wholes }, flat, words, reader) {
  const found = new Set();
  words.forEach((word, index) => {
    if (wholes.includes(reader.whole(word))) found.add(index);
  });
  for (const sequence of sequences) {
    for (let start = 0; start + sequence.length <= flat.length; start += 1) {
      if (sequence.every((term, offset) => flat[start + offset].term === term)) {
        sequence.forEach((_, offset) => found.add(flat[start + offset].index));
      }
    }
  }
  return found;
}

/* From the places of hits in a record to the passages that a visitor reads, the best ones first. */

const LONGEST = 34;
const SENTENCE_END = /[.!?…]["”“»«)]*$/;
const split = (text) => (text ? text.split(" ") : []);

/* Yield { sentence, second, speaker, hits, terms } for every passage with a hit. `hits` are the hit words, counted from
   its first one. A note has its `text`; that of a sentence of the transcript is fetched by its number, if it is shown.
   Places count the words of the record from its title on, as outputs/search.py has written them. */
export function passages(record, places) {
  const ordered = [...places.keys()].sort((a, b) => a - b);
  let start = split(record.title).length;
  let next = ordered.findIndex((place) => place >= start);
  const found = [];
  for (const { length, ...passage } of all(record)) {
    const here = [];
    while (next >= 0 && ordered[next] < start + length) here.push(ordered[next++]);
    const terms = new Set(here.flatMap((place) => [...places.get(place)])).size;
    if (terms) found.push({ ...passage, terms, hits: here.map((place) => place - start) });
    start += length;
  }
  return found.sort((a, b) => b.terms - a.terms || b.hits.length - a.hits.length || (a.second ?? -1) - (b.second ?? -1));
}

function* all({ notes, lengths, steps, voices, speakers }) {
  for (const text of notes) yield { length: split(text).length, text, sentence: null, second: null, speaker: "" };
  let second = 0;
  for (const [sentence, length] of lengths.entries()) {
    second += steps[sentence];
    yield { length, sentence, second, speaker: speakers[voices[sentence]] };
  }
}

/* The words of a passage as [text, isHit]; a long one is shortened to whole sentences around its first hit. */
export function words(text, hits) {
  const tokens = split(text);
  const marked = new Set(hits);
  const [from, to] = cut(tokens, hits[0]);
  return tokens.slice(from, to).map((token, offset) => [token, marked.has(from + offset)]);
}

function cut(tokens, hit) {
  if (tokens.length <= LONGEST) return [0, tokens.length];
  let from = hit;
  while (from > 0 && hit - from < LONGEST / 2 && !SENTENCE_END.test(tokens[from - 1])) from -= 1;
  let to = hit + 1;
  while (to < tokens.length && to - from < LONGEST && !SENTENCE_END.test(tokens[to - 1])) to += 1;
  return [from, to];
}

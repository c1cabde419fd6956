/* From the places of hits in a record to the sentences that a visitor reads, the best ones first. */

const LONGEST = 34;
const SENTENCE_END = /[.!?…]["”“»«)]*$/;
const split = (text) => (text ? text.split(" ") : []);

/* Yield { second, speaker, words: [[text, isHit]], terms, hits } for every passage with a hit; `second` is null for notes.
   Places count the words of the record from its title on, as outputs/search.py has written them. */
export function passages(record, places) {
  const hits = [...places.keys()].sort((a, b) => a - b);
  let start = split(record.title).length;
  let next = hits.findIndex((place) => place >= start);
  const found = [];
  for (const { text, second, speaker } of lines(record)) {
    const tokens = split(text);
    const here = [];
    while (next >= 0 && hits[next] < start + tokens.length) here.push(hits[next++]);
    if (here.length) {
      const marked = new Set(here.map((place) => place - start));
      const [from, to] = cut(tokens, here[0] - start);
      found.push({
        second,
        speaker,
        words: tokens.slice(from, to).map((token, offset) => [token, marked.has(from + offset)]),
        terms: new Set(here.flatMap((place) => [...places.get(place)])).size,
        hits: here.length,
      });
    }
    start += tokens.length;
  }
  return found.sort((a, b) => b.terms - a.terms || b.hits - a.hits || (a.second ?? -1) - (b.second ?? -1));
}

function* lines({ notes, said, steps, voices, speakers }) {
  for (const text of notes) yield { text, second: null, speaker: "" };
  let second = 0;
  for (const [index, text] of said.entries()) {
    second += steps[index];
    yield { text, second, speaker: speakers[voices[index]] };
  }
}

/* Shorten a long passage to whole sentences around its first hit. */
function cut(tokens, hit) {
  if (tokens.length <= LONGEST) return [0, tokens.length];
  let from = hit;
  while (from > 0 && hit - from < LONGEST / 2 && !SENTENCE_END.test(tokens[from - 1])) from -= 1;
  let to = hit + 1;
  while (to < tokens.length && to - from < LONGEST && !SENTENCE_END.test(tokens[to - 1])) to += 1;
  return [from, to];
}

/* From the words of a query to the passages that a visitor reads, the best ones first. */

const LONGEST = 34;
const SENTENCE_END = /[.!?…]["”“»«)]*$/;
const tokens = (text) => text.split(/\s+/).filter(Boolean);

/* The notes in which words of the query stand, as { second: null, tokens, hits, terms }. */
export function written(notes, matcher) {
  return best(notes.map((text) => ({ second: null, speaker: "", tokens: tokens(text) })), matcher);
}

/* The sentences of a part of the transcript in which they stand, with their second and who says them. */
export function spoken({ texts, steps, voices, speakers }, matcher) {
  let second = 0;
  const sentences = texts.map((text, index) => {
    second += steps[index];
    return { second, speaker: speakers[voices[index]], tokens: tokens(text) };
  });
  return best(sentences, matcher);
}

/* Those with the most words of the query first, then those with the most hits, then as they stand. */
export const inOrder = (one, other) => other.terms - one.terms || other.hits.length - one.hits.length || (one.second ?? 0) - (other.second ?? 0);

function best(passages, matcher) {
  const found = [];
  for (const passage of passages) {
    const hits = matcher.hits(passage.tokens);
    const terms = new Set([...hits.values()].flatMap((words) => [...words])).size;
    if (terms) found.push({ ...passage, terms, hits: [...hits.keys()].sort((a, b) => a - b) });
  }
  return found.sort(inOrder);
}

/* The words of a passage as [text, isHit]; a long one is shortened to whole sentences around its first hit. */
export function words({ tokens: all, hits }) {
  const marked = new Set(hits);
  const [from, to] = cut(all, hits[0]);
  return all.slice(from, to).map((token, offset) => [token, marked.has(from + offset)]);
}

function cut(all, hit) {
  if (all.length <= LONGEST) return [0, all.length];
  let from = hit;
  while (from > 0 && hit - from < LONGEST / 2 && !SENTENCE_END.test(all[from - 1])) from -= 1;
  let to = hit + 1;
  while (to < all.length && to - from < LONGEST && !SENTENCE_END.test(all[to - 1])) to += 1;
  return [from, to];
}

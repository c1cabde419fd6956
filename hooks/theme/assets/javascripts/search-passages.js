/* From the places of hits in a record to the sentences that a visitor reads, the best ones first. */

const LONGEST = 34;
const SENTENCE_END = /[.!?…]["”“»«)]*$/;
const plain = (token) => token.replace(/\|[\p{L}\p{N}_|]+/gu, ""); /* what outputs/search_words.py added */

/* What a record carries besides its text: "c~" its card, "s~" its speakers. */
export const carried = (fragment, mark) =>
  decodeURIComponent(fragment.anchors.find((anchor) => anchor.id.startsWith(mark)).id.slice(mark.length));

/* Yield { second, speaker, words: [[text, isHit]], terms, hits } for every passage with a hit; `second` is null for notes. */
export function passages(fragment, places) {
  const tokens = fragment.content.split(/[\r\n\s]+/g);
  const speakers = JSON.parse(carried(fragment, "s~"));
  const anchors = fragment.anchors.filter((anchor) => /^(?:[pk]$|t=)/.test(anchor.id)).sort((a, b) => a.location - b.location);
  const found = new Map();
  let at = 0;
  for (const place of [...places.keys()].sort((a, b) => a - b)) {
    while (at + 1 < anchors.length && anchors[at + 1].location <= place) at += 1;
    const anchor = anchors[at];
    if (!anchor || anchor.location > place || anchor.id === "k") continue;
    if (!found.has(at)) found.set(at, []);
    found.get(at).push(place);
  }
  return [...found]
    .map(([index, hits]) => {
      const end = index + 1 < anchors.length ? anchors[index + 1].location : tokens.length;
      const [from, to] = cut(tokens, anchors[index].location, end, hits);
      const spoken = /^t=(\d+)~(\d+)$/.exec(anchors[index].id);
      const marked = new Set(hits);
      return {
        second: spoken ? Number(spoken[1]) : null,
        speaker: spoken ? speakers[Number(spoken[2])] : "",
        words: tokens.slice(from, to).map((token, offset) => [plain(token), marked.has(from + offset)]),
        terms: new Set(hits.flatMap((place) => [...places.get(place)])).size,
        hits: hits.length,
      };
    })
    .sort((a, b) => b.terms - a.terms || b.hits - a.hits || (a.second ?? -1) - (b.second ?? -1));
}

/* Shorten a long passage to whole sentences around its first hit. */
function cut(tokens, start, end, hits) {
  if (end - start <= LONGEST) return [start, end];
  let from = hits[0];
  while (from > start && hits[0] - from < LONGEST / 2 && !SENTENCE_END.test(tokens[from - 1])) from -= 1;
  let to = hits[0] + 1;
  while (to < end && to - from < LONGEST && !SENTENCE_END.test(tokens[to - 1])) to += 1;
  return [from, to];
}

/* Answers queries as the search page does, without a browser: { folder, stopWords, queries } on standard input, with the
   theme's modules and the index in the folder. */
import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";

const { folder, stopWords, queries } = JSON.parse(await readFile("/dev/stdin", "utf-8"));
const here = pathToFileURL(`${folder}/`).href;
const fetched = [];
globalThis.fetch = async (address) => {
  fetched.push(address.slice(here.length + "search/".length));
  return new Response(await readFile(new URL(address)));
};
const { openEngine } = await import(`${here}engine.js`);
const { spoken, words, written } = await import(`${here}passages.js`);
const answers = [];
for (const query of queries) {
  fetched.length = 0;
  const engine = await openEngine(`${here}search/`, stopWords);
  const { numbers, masks, matcher, meant } = await engine.find(query);
  const asked = [...fetched];
  const places = [];
  for (const number of numbers) {
    const parts = [0, 1, 2, 3, 4, 5, 6].filter((part) => masks.get(number).some((mask) => mask & (2 << part)));
    const said = [];
    for (const part of parts) said.push(...spoken(await engine.part(number, part), matcher));
    const marks = (found) => words(found).filter(([, isHit]) => isHit).map(([token]) => token);
    places.push({
      written: written((await engine.record(number)).notes, matcher).map(marks),
      said: said.map((found) => [found.second, found.speaker, marks(found)]),
    });
  }
  answers.push({ numbers, meant, asked, places });
}
console.log(JSON.stringify(answers));

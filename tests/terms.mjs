/* Reads words as the search page does: { module, rules, tokens: [[language, token]] } on standard input. */
import { readFile } from "node:fs/promises";

const { module, rules, tokens } = JSON.parse(await readFile("/dev/stdin", "utf-8"));
const source = await readFile(module, "utf-8");
const { Reader } = await import(`data:text/javascript;base64,${Buffer.from(source).toString("base64")}`);
const readers = Object.fromEntries(Object.entries(rules).map(([language, each]) => [language, new Reader(each)]));
console.log(JSON.stringify(tokens.map(([language, token]) => readers[language].terms(token))));

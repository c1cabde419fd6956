// Read feeds as two Node parsers do: JSON list of documents on stdin, what they understood as JSON on stdout.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { parseOpml, parseRssFeed } from "feedsmith";

const { parseFeed } = createRequire(import.meta.url)("podcast-partytime");
const { feeds, opml } = JSON.parse(readFileSync(0, "utf8"));
const read = feeds.map((text) => ({ feedsmith: parseRssFeed(text), partytime: parseFeed(text) }));
process.stdout.write(JSON.stringify({ feeds: read, opml: opml ? parseOpml(opml) : null }));

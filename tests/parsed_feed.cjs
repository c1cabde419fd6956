// Read a feed with a parser that only Node knows and print what it understood as JSON.
// Usage: node parsed_feed.cjs feedsmith|podcast-partytime FILE
const { readFileSync } = require("node:fs");
const [, , name, file] = process.argv;
const { parseFeed } = require(name);
const write = console.log;
console.log = console.warn; // one of the parsers is talkative
Promise.resolve(parseFeed(readFileSync(file, "utf8"))).then((feed) => write(JSON.stringify(feed)));

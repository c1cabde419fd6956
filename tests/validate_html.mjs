// Validates the HTML files whose paths come in on standard input, one a line, and prints what is wrong as JSON.
// The package's own command line wants a newer Node than Debian has; its library does not.
import { readFileSync } from "node:fs";
import { HtmlValidate } from "html-validate";

const rules = JSON.parse(readFileSync(new URL("html-rules.json", import.meta.url), "utf8"));
const files = readFileSync(0, "utf8").split("\n").filter(Boolean);
const found = [];
const validate = new HtmlValidate(rules.config);
for (const file of files) {
  const report = await validate.validateFile(file);
  for (const { messages } of report.results) {
    for (const { line, column, ruleId, message } of messages) found.push({ file, line, column, rule: ruleId, message });
  }
}
console.log(JSON.stringify(found));

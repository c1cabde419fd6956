import { page, quoted } from "./page.mjs";

const line = ({ start, text }) => `<span data-t=${start}>${quoted(text)}</span>`;

const paragraph = ({ second, time, speaker, lines }) =>
  `<p id="t=${second}"><a class="eb-mark" href="#t=${second}"><time>${time}</time></a> ` +
  `${speaker ? `<b>${quoted(speaker)}</b> ` : ""}${lines.map(line).join(" ")}</p>`;

export default ({ title, description, audio, page: { url }, content, said }) =>
  page(title, description, url, `<article>
<h1>${quoted(title)}</h1>
<p>${quoted(description)}</p>
<audio controls preload="none" src="${url}${audio}"></audio>
<div class="eb-prose">${content}</div>
<div class="eb-transcript__text">${said.map(paragraph).join("\n")}</div>
</article>`);

import { page, quoted } from "../_includes/page.mjs";

export const data = {
  pagination: { data: "collections.episodes", size: 24, alias: "shown" },
  permalink: ({ pagination }) => (pagination.pageNumber ? `/page/${pagination.pageNumber + 1}/` : "/"),
};

const entry = ({ url, date, data: { title, description } }) =>
  `<li><a href="${url}">${quoted(title)}</a> <time>${date.toISOString().slice(0, 10)}</time>` +
  `<p>${quoted(description)}</p></li>`;

export const render = ({ shown, pagination, page: { url } }) =>
  page("Ebenerdig", "Alle Folgen", url, `<ul>
${shown.map(entry).join("\n")}
</ul>
${pagination.href.next ? `<a rel="next" href="${pagination.href.next}">Weiter</a>` : ""}`);

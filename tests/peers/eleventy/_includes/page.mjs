// What every page has around it, and what all pages quote.
const MEANT = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

export const quoted = (text) => String(text).replace(/[&<>"]/g, (sign) => MEANT[sign]);

export const page = (title, description, address, main) => `<!doctype html>
<html lang="de">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${quoted(title)}</title>
<meta name="description" content="${quoted(description)}">
<link rel="canonical" href="https://ebenerdig.example${address}">
<link rel="alternate" type="application/rss+xml" href="/index.xml">
</head>
<body>
<header><a href="/">Ebenerdig</a></header>
<main>
${main}
</main>
</body>
</html>
`;

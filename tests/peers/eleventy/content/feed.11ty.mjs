import { quoted } from "../_includes/page.mjs";

const SITE = "https://ebenerdig.example";

export const data = { permalink: "/index.xml", eleventyExcludeFromCollections: true };

const item = ({ url, date, content, data: { title, guid, audio, episode } }) => `<item>
<title>${quoted(title)}</title>
<link>${SITE}${url}</link>
<guid isPermaLink="false">${guid}</guid>
<pubDate>${date.toUTCString()}</pubDate>
<description>${quoted(content)}</description>
<enclosure url="${SITE}${url}${audio}" length="38000000" type="audio/mpeg"/>
<itunes:episode>${episode}</itunes:episode>
</item>`;

export const render = ({ collections }) => `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd">
<channel>
<title>Ebenerdig</title>
<link>${SITE}/</link>
<description>Ebenerdig</description>
${collections.episodes.map(item).join("\n")}
</channel>
</rss>
`;

"""Where the mistake in a feed was made: the line of the item or show, else the line of the feed."""

from __future__ import annotations

import os.path
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from ...models import Place
from ...models.model import Severity
from ...problems import Problem
from ...reading.source import Source, read_register
from .built_feed import BuiltFeed, Finding, Node, item_of, line_of, name_of
from .built_site import BuiltSite

MEDIA = ("audio", "video")
ITEM_FIELDS: dict[str, tuple[str, ...]] = {
    "title": ("title",),
    "itunes:title": ("title",),
    "guid": ("guid",),
    "pubDate": ("date",),
    "description": ("description",),
    "enclosure": MEDIA,
    "itunes:duration": MEDIA,
    "itunes:image": ("image",),
    "itunes:explicit": ("explicit",),
    "itunes:season": ("season",),
    "itunes:episode": ("episode",),
    "itunes:episodeType": ("episode_type",),
    "podcast:season": ("season",),
    "podcast:episode": ("episode",),
    "podcast:transcript": ("transcript", "captions"),
    "podcast:chapters": ("chapters", "chapters_file", *MEDIA),
    "psc:chapters": ("chapters", "chapters_file", *MEDIA),
    "podcast:soundbite": ("soundbite",),
    "podcast:person": ("guests", "hosts", "speakers", "guides"),
    "podcast:location": ("location",),
    "podcast:license": ("license",),
    "podcast:alternateEnclosure": ("alternates", *MEDIA),
    "podcast:contentLink": ("content_links", *MEDIA),
}
"""The fields a tag comes from, by their names in the metadata; the first that is written there is to blame."""

SHOW_FIELDS: dict[str, tuple[str, ...]] = {
    "title": ("name",),
    "description": ("description",),
    "language": ("language",),
    "copyright": ("copyright",),
    "itunes:category": ("categories",),
    "itunes:explicit": ("explicit",),
    "itunes:image": ("image",),
    "itunes:author": ("author",),
    "itunes:owner": ("owner",),
    "itunes:type": ("type",),
    "itunes:complete": ("complete",),
    "itunes:new-feed-url": ("new_feed_url",),
    "podcast:guid": ("guid",),
    "podcast:locked": ("locked",),
    "podcast:medium": ("medium",),
    "podcast:license": ("license",),
    "podcast:person": ("hosts",),
    "podcast:trailer": ("trailer",),
    "podcast:funding": ("funding",),
    "podcast:txt": ("txt",),
    "podcast:updateFrequency": ("update_frequency",),
    "podcast:podroll": ("podroll",),
    "podcast:publisher": ("publisher",),
    "podcast:location": ("location",),
}


@dataclass(eq=False)
class Blame:
    """Turns what rules found into problems that an editor can act on."""

    site: BuiltSite

    def problem(self, feed: BuiltFeed, found: Finding, code: str, severity: Severity) -> Problem:
        """Make a problem at the item's or show's field, or at the feed's own line."""
        line = line_of(found.node)
        values: dict[str, Any] = {**found.values, "feed": f"{feed.path}:{line}"}
        item = item_of(found.node)
        entry = self.site.entries_by_guid.get(found.guid) or (self.site.entry(item) if item is not None else None)
        if entry and self._tag(found, "content:encoded"):
            return entry.source.at(entry.source.body_line, 1, code, values, severity)
        if entry:
            return entry.source.problem(self._place(entry.source, (), found, ITEM_FIELDS), code, values, severity)
        place = self._place(self._shows, (feed.name,), found, SHOW_FIELDS) if self._shows and item is None else ()
        if self._shows and len(place) > 1:
            return self._shows.problem(place, code, values, severity)
        return self.at(feed.path, line, code, values, severity, feed.data)

    def at(self, path: str, line: int, code: str, values: dict[str, Any], severity: Severity, data: bytes) -> Problem:
        """Make a problem at a line of the site's own file."""
        root, shown = self.site.catalogue.project.root, self.site.folder / path
        name = (shown.relative_to(root) if shown.is_relative_to(root) else shown).as_posix()
        lines = data.split(b"\n", line)
        excerpt = lines[line - 1].decode("utf-8", "replace").rstrip("\r") if line <= len(lines) else ""
        column = len(excerpt) - len(excerpt.lstrip()) + 1
        return Problem(name, line, column, code, values, severity, excerpt[:300])

    def show(self, key: str, code: str, values: dict[str, Any], severity: Severity) -> Problem:
        """Make a problem at a show."""
        assert self._shows
        return self._shows.problem((key,), code, values, severity, key=True)

    @cached_property
    def _shows(self) -> Source | None:
        project = self.site.catalogue.project
        path = project.data / "shows.yml"
        return read_register(path, project.root)[0] if os.path.isfile(path) else None

    def _tag(self, found: Finding, *tags: str) -> str:
        """Return the first of `tags` that the finding stands in, from the inside outwards."""
        here: Node | None = found.node
        names = [found.tag] if found.tag else []
        while here is not None and here.tag not in ("item", "channel", "rss"):
            names.append(name_of(here))
            here = here.getparent()
        return next((name for name in names if name in tags), "")

    def _place(self, source: Source, at: Place, found: Finding, fields: dict[str, tuple[str, ...]]) -> Place:
        names = fields.get(self._tag(found, *fields), ())
        written = next((name for name in names if (*at, name) in source.keys), None)
        return (*at, written) if written else at

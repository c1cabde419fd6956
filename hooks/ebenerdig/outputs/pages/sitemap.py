"""What search engines want to know of a film before they visit its page, for `theme/sitemap.xml`."""

from __future__ import annotations

from dataclasses import dataclass

from ...addresses import absolute, card_url, file_path, located
from ...catalogue import Catalogue

LONGEST = 28_800
"""Seconds; for longer films search engines want no length."""


@dataclass(frozen=True, slots=True)
class Film:
    """A video entry of the sitemap: the film's file, or a provider's player. Addresses are absolute."""

    thumbnail: str
    title: str
    description: str
    content: str | None
    player: str | None
    seconds: int | None
    published: str


def films(catalogue: Catalogue) -> dict[str, Film]:
    """The films that can be seen, by their page's address."""
    base, found = catalogue.project.base_url, {}
    for entry in catalogue.entries:
        if not entry.format.has_film or not entry.played or not entry.is_public:
            continue
        source, measure = entry.played
        if not source.embed and not measure:
            continue
        seconds = round(entry.seconds or 0)
        image = entry.item.image
        thumbnail = file_path(entry, image.file) if image and image.file in entry.measures else card_url(entry)
        found[base + entry.url] = Film(
            absolute(catalogue.project, thumbnail),
            entry.item.title,
            entry.item.description,
            None if source.embed else located(catalogue.project, entry, source),
            source.embed.frame if source.embed else None,
            seconds if 1 <= seconds <= LONGEST else None,
            entry.date.isoformat(),
        )
    return found

"""What search engines want to know of a film before they visit its page, for `theme/sitemap.xml`."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from ..catalogue import Catalogue
from .social_cards import card_url


@dataclass(frozen=True, slots=True)
class Film:
    """A video entry of the sitemap; addresses are absolute, `seconds` a whole number."""

    thumbnail: str
    title: str
    description: str
    content: str
    seconds: int | None
    published: str


def films(catalogue: Catalogue) -> dict[str, Film]:
    """The films that can be played here, by their page's address."""
    base, found = catalogue.project.base_url, {}
    for entry in catalogue.entries:
        local = next((name for name in entry.item.media_files() if name in entry.measures), None)
        if not entry.format.has_film or local is None or not entry.is_public:
            continue
        image = entry.item.image
        thumbnail = f"{entry.url}{quote(image.file)}" if image and image.file in entry.measures else card_url(entry)
        found[base + entry.url] = Film(
            base + thumbnail,
            entry.item.title,
            entry.item.description,
            f"{base}{entry.url}{quote(local)}",
            round(entry.seconds) if entry.seconds else None,
            entry.date.isoformat(),
        )
    return found

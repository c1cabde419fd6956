"""One item of a foreign feed, taken apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin, urlsplit

from .elements import Tags, inner_html, text
from .foreign_feed import Enclosure, ForeignItem
from .words import plain, richest
from .zoned_dates import read_date

DATES = ("pubdate", "published", "dc:date", "atom:published", "updated", "atom:updated", "modified", "issued")
UNDERSTOOD = {
    *("title", "link", "guid", "id", "description", "summary", "content", "content:encoded", "enclosure", "category"),
    *DATES,
    *("itunes:title", "itunes:summary", "itunes:subtitle", "itunes:duration", "itunes:season", "itunes:episode"),
    *("itunes:episodetype", "itunes:explicit", "itunes:block", "itunes:image", "itunes:keywords"),
    *("podcast:season", "podcast:episode", "podcast:person", "podcast:chapters", "podcast:transcript"),
    *("podcast:soundbite", "podcast:location", "podcast:alternateenclosure", "psc:chapters", "atom:link"),
}
"""What is read here; the rest is told."""


def read_item(node: Any, base: str, explicit: bool) -> ForeignItem:
    """Read an item; half an address is completed by `base`, and `explicit` is what holds for the whole show."""
    tags = Tags(node)
    title, own_title = (" ".join(tags.said(name).split()) for name in ("title", "itunes:title"))
    said = [inner_html(one) for one in tags.all("description", "itunes:summary", "summary")]
    content = [inner_html(one) for one in tags.all("content:encoded", "content")]
    date = next((found for one in tags.all(*DATES) if (found := read_date(text(one)))), None)
    subtitle = tags.said("itunes:subtitle")
    return ForeignItem(
        guid=tags.said("guid") or (tags.said("id") if "guid" not in tags.by_name else ""),
        title=title or own_title,
        own_title=own_title,
        date=date,
        has_zone=date is not None and date.tzinfo is not None,
        link=link_of(tags, base) or _permalink(tags),
        summary=next((words for one in (*said, subtitle, *content) if (words := plain(one))), ""),
        notes=richest(*content) if any(plain(one) for one in content) else richest(*said, subtitle),
        enclosures=tuple(_enclosures(tags, base)),
        alternates=tuple(_alternates(tags, base)),
        duration=tags.said("itunes:duration"),
        seconds=_seconds(tags.said("itunes:duration")),
        season=whole(tags.said("itunes:season")) or whole(tags.said("podcast:season")),
        episode=whole(tags.said("itunes:episode")) or whole(tags.said("podcast:episode")),
        kind=tags.said("itunes:episodetype").lower(),
        explicit=is_explicit(tags, explicit),
        block=tags.said("itunes:block").lower() in ("yes", "true"),
        image=absolute(tags.attribute("itunes:image", "href"), base),
        people=people_of(tags),
        chapters=tuple(_chapters(tags)),
        chapters_address=absolute(tags.attribute("podcast:chapters", "url"), base),
        transcripts=tuple(
            (absolute(one.get("url") or "", base), one.get("type") or "") for one in tags.all("podcast:transcript")
        ),
        soundbites=tuple(
            (one.get("startTime") or "", one.get("duration") or "", plain(text(one)))
            for one in tags.all("podcast:soundbite")
        ),
        location=location_of(tags),
        keywords=keywords_of(tags),
    )


def link_of(tags: Tags, base: str, relation: str = "alternate") -> str:
    """Where a link of RSS or Atom leads."""
    if relation == "alternate" and (written := next((w for one in tags.all("link") if (w := text(one))), "")):
        return absolute(written, base)
    links = [one for one in tags.all("link", "atom:link") if (one.get("rel") or "alternate").lower() == relation]
    return next((found for one in links if (found := absolute(one.get("href") or "", base))), "")


def _permalink(tags: Tags) -> str:
    """A GUID that is an address and does not say otherwise leads to the item's page."""
    said = [text(one) for one in tags.all("guid") if (one.get("isPermaLink") or "true").lower() != "false"]
    return next((address for address in said if re.match(r"https?://\S+$", address, re.IGNORECASE)), "")


def absolute(address: str, base: str) -> str:
    """Complete half an address; a whole one keeps every letter but those of its scheme, and none becomes nothing."""
    address = address.strip()
    try:
        scheme = urlsplit(address).scheme
        return f"{scheme}{address[len(scheme) :]}" if scheme or not address else urljoin(base, address)
    except ValueError:
        return ""


def is_explicit(tags: Tags, otherwise: bool) -> bool:
    """Apple's word today is true; yes, explicit and clean are those of old."""
    said = tags.said("itunes:explicit").lower()
    return said in ("true", "yes", "explicit") or (otherwise and not said)


def whole(written: str) -> int | None:
    """A number from 1 on, if it is one."""
    return int(written) if re.fullmatch(r"[0-9]{1,6}", written) and int(written) > 0 else None


def people_of(tags: Tags) -> tuple[tuple[str, str], ...]:
    """Names with their roles in small letters."""
    people = ((plain(text(one)), " ".join((one.get("role") or "host").lower().split())) for one in _people(tags))
    return tuple(dict.fromkeys(person for person in people if person[0]))


def _people(tags: Tags) -> list[Any]:
    return tags.all("podcast:person")


def location_of(tags: Tags) -> tuple[tuple[str, str], ...]:
    """The fields of the first place that has a name."""
    for one in tags.all("podcast:location"):
        if name := plain(text(one)):
            fields = {"name": name[:128]}
            if geo := re.match(r"geo:(-?\d{1,2}(?:\.\d+)?),(-?\d{1,3}(?:\.\d+)?)(?:[,;]|$)", one.get("geo") or ""):
                fields |= {"lat": geo[1], "lon": geo[2]}
            if re.fullmatch(r"[NWR]\d{1,15}", osm := (one.get("osm") or "").partition("#")[0]):
                fields["osm"] = osm
            if re.fullmatch(r"[A-Za-z]{2}", country := one.get("country") or ""):
                fields["country"] = country
            if (rel := one.get("rel") or "") in ("subject", "creator"):
                fields["rel"] = rel
            return tuple(fields.items())
    return ()


def keywords_of(tags: Tags) -> tuple[str, ...]:
    """Words that a feed sorts by, each once."""
    written = [text(one) for one in tags.all("itunes:keywords")]
    words = [part for one in written for part in one.split(",")]
    words += [text(one) or one.get("label") or one.get("term") or "" for one in tags.all("category")]
    return tuple(dict.fromkeys(word for one in words if (word := plain(one))))


def _enclosures(tags: Tags, base: str) -> Iterator[Enclosure]:
    for one in tags.all("enclosure"):
        yield from _enclosure(one.get("url") or one.get("href") or "", one, base)
    for one in tags.all("link", "atom:link"):
        if (one.get("rel") or "").lower() == "enclosure":
            yield from _enclosure(one.get("href") or "", one, base)


def _alternates(tags: Tags, base: str) -> Iterator[Enclosure]:
    for outer in tags.all("podcast:alternateenclosure"):
        for source in Tags(outer).all("source"):
            yield from _enclosure(source.get("uri") or "", outer, base)


def _enclosure(address: str, node: Any, base: str) -> Iterator[Enclosure]:
    address = absolute(address, base)
    if address.startswith(("http://", "https://")):
        kind = (node.get("type") or "").partition(";")[0].strip().lower()
        yield Enclosure(address, kind, (node.get("length") or "").strip())


def _chapters(tags: Tags) -> Iterator[tuple[str, str, str]]:
    for listed in tags.all("psc:chapters"):
        for mark in listed:
            if mark.get("start") and (title := plain(mark.get("title") or "")):
                yield mark.get("start").strip(), title, (mark.get("href") or "").strip()


UNITS = re.compile(
    r"(?:pt)?(?:([\d.,]+) ?(?:h|hrs?|hours?|std|stunden?)\.?)?,? ?(?:([\d.,]+) ?(?:m|mins?|minutes?|minuten?)\.?)?,? ?"
    r"(?:([\d.,]+) ?(?:s|secs?|seconds?|sek|sekunden?)\.?)?"
)
"""A length with the names of its parts, such as `PT1H2M`, `62 min` or `1 Std. 2 Min.`"""


def _seconds(written: str) -> float | None:
    if (named := UNITS.fullmatch(written.lower())) and any(named.groups()):
        hours, minutes, seconds = (_number(part) for part in named.groups())
        return hours * 3600 + minutes * 60 + seconds or None
    if not re.fullmatch(r"\d{1,6}(?:\.\d+)?(?::\d{1,2}(?:\.\d+)?){0,2}", written):
        return None
    total = 0.0
    for part in written.split(":"):
        total = total * 60 + float(part)
    return total or None


def _number(written: str | None) -> float:
    number = (written or "").replace(",", ".")
    return float(number) if re.fullmatch(r"\d{1,6}(?:\.\d{1,6})?", number) else 0.0

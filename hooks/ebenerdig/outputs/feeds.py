"""One podcast feed per show, as an XML tree: `feed/<show>.xml`.

What each tag must hold follows the Podcast Standards Project's PSP-1, Apple's
requirements and the podcast namespace. Nothing here reads the clock: dates
come from the items, so an unchanged library gives an unchanged feed.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator
from email.utils import format_datetime
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import quote, urlsplit

from lxml import etree

from ..apple_categories import APPLE_CATEGORIES
from ..catalogue import Catalogue, Entry
from ..enrich.media import SOUND_AND_FILM
from ..enrich.transcript import clock
from ..fields import FileRef
from ..models import Alternate, Appearance, Episode, Funder, License, Show
from ..notes import for_feed
from .reading_along import TRANSCRIPT_TYPES, chapters_url, transcript_url

NAMESPACES = {
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "podcast": "https://podcastindex.org/namespace/1.0",
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "psc": "http://podlove.org/simple-chapters",
}
MAX_DESCRIPTION_BYTES = 4000
NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that no XML document may hold, not even escaped."""


def podcasts(catalogue: Catalogue) -> Iterator[tuple[str, bytes]]:
    """Yield the feed of every show."""
    for show_id, show in catalogue.registers["shows"].items():
        assert isinstance(show, Show)
        path = f"feed/{show_id}.xml"
        yield path, podcast(catalogue, show_id, show, path)


def entries_of(catalogue: Catalogue, show_id: str) -> list[Entry]:
    """The published items of a show, newest first; items that name no show belong to the first one."""
    default = next(iter(catalogue.registers["shows"]), "")
    return [
        entry
        for entry in catalogue.entries
        if entry.format.in_feed and entry.is_public and (getattr(entry.item, "show", None) or default) == show_id
    ]


def podcast(catalogue: Catalogue, show_id: str, show: Show, path: str) -> bytes:
    """Write one show's feed."""
    project, language = catalogue.project, show.language
    entries = entries_of(catalogue, show_id)
    rss = etree.Element("rss", nsmap=NAMESPACES, version="2.0")
    channel = add(rss, "channel")
    add(channel, "atom:link", rel="self", type="application/rss+xml", href=project.base_url + path)
    add(channel, "title", show.label(language))
    add(channel, "link", project.base_url)
    add(channel, "language", language)
    add(channel, "description", shortened(show.about(language) or ""))
    for category in show.categories:
        parent, _, child = category.partition(" > ")
        assert parent in APPLE_CATEGORIES
        outer = add(channel, "itunes:category", text=parent)
        if child:
            add(outer, "itunes:category", text=child)
    add(channel, "itunes:explicit", truth(show.explicit))
    add(channel, "itunes:image", href=f"{project.base_url}_data/{quote(show.image)}")
    add(channel, "itunes:author", show.author)
    owner = add(channel, "itunes:owner")
    add(owner, "itunes:name", show.owner.name)
    add(owner, "itunes:email", show.owner.email)
    add(channel, "itunes:type", show.type)
    add(channel, "copyright", show.copyright)
    if entries:
        add(channel, "lastBuildDate", format_datetime(entries[0].date))
    add(channel, "podcast:guid", show.guid)
    add(channel, "podcast:locked", "yes" if show.locked else "no", owner=show.owner.email)
    add(channel, "podcast:medium", "podcast")
    _license(catalogue, channel, show.license)
    for host in show.hosts:
        _person(catalogue, channel, host, "host")
    for entry in entries:
        _item(catalogue, channel, entry, show)
    etree.indent(rss, " ")
    document: bytes = etree.tostring(rss, xml_declaration=True, encoding="UTF-8")
    return (
        document.replace(b"<?xml version='1.0' encoding='UTF-8'?>", b'<?xml version="1.0" encoding="UTF-8"?>') + b"\n"
    )


def _item(catalogue: Catalogue, channel: etree._Element, entry: Entry, show: Show) -> None:
    project, item = catalogue.project, entry.item
    base, page = project.base_url, project.base_url + entry.url
    media = entry.media
    if media is None:
        return
    node = add(channel, "item")
    add(node, "title", getattr(item, "feed_title", None) or item.title)
    add(node, "itunes:title", item.title)
    add(node, "guid", item.guid, isPermaLink="false")
    add(node, "pubDate", format_datetime(entry.date))
    add(node, "link", page)
    add(node, "description", shortened(item.description))
    add(node, "content:encoded", _notes(catalogue, entry, page))
    source = next(name for name in item.media_files() if name in entry.measures)
    add(node, "enclosure", url=located(page, source), length=str(media.bytes), type=media.type)
    add(node, "itunes:duration", str(round(media.seconds)) if media.seconds else None)
    artwork = entry.measures.get(item.image.file) if item.image else None
    if item.image and artwork and artwork.is_square_artwork:
        add(node, "itunes:image", href=located(page, item.image.file))
    if entry.cues:
        for form, media_type in TRANSCRIPT_TYPES.items():
            address = base + quote(transcript_url(entry, form))
            spoken = item.language or show.language
            add(node, "podcast:transcript", url=address, type=media_type, language=spoken)
    if entry.chapters:
        add(node, "podcast:chapters", url=base + chapters_url(entry), type="application/json+chapters")
        _simple_chapters(node, entry, page)
    if isinstance(item, Episode):
        _episode(node, item)
        for alternate in item.alternates:
            _alternate(node, entry, alternate, page)
    _license(catalogue, node, item.license or show.license)
    for appearance in item.appearances():
        guest = not isinstance(item, Episode) or appearance in item.guests
        _person(catalogue, node, appearance, "guest" if guest else "host")


def _episode(node: etree._Element, item: Episode) -> None:
    add(node, "itunes:explicit", truth(item.explicit))
    add(node, "itunes:episodeType", item.episode_type)
    add(node, "itunes:season", str(item.season) if item.season else None)
    add(node, "itunes:episode", str(item.episode) if item.episode else None)
    for bite in item.soundbite:
        add(node, "podcast:soundbite", bite.title, startTime=number(bite.start), duration=number(bite.duration))
    if item.location:
        place = item.location
        geo = f"geo:{place.lat},{place.lon}" if place.lat is not None and place.lon is not None else None
        add(node, "podcast:location", place.name, geo=geo)


def _alternate(node: etree._Element, entry: Entry, alternate: Alternate, page: str) -> None:
    """Another recording of the same: its size and checksum where the file was measured."""
    media = entry.measures.get(alternate.file)
    suffix = PurePosixPath(urlsplit(alternate.file).path).suffix.lower()
    if suffix not in SOUND_AND_FILM:
        return
    outer = add(node, "podcast:alternateEnclosure", type=SOUND_AND_FILM[suffix][0], title=alternate.title)
    if alternate.language:
        outer.set("lang", alternate.language)
    if media:
        outer.set("length", str(media.bytes))
        outer.set("bitrate", str(media.bitrate))
    if media and media.sha384:
        digest = b64encode(bytes.fromhex(media.sha384)).decode()
        add(outer, "podcast:integrity", type="sri", value=f"sha384-{digest}")
    add(outer, "podcast:source", uri=located(page, alternate.file))


def _simple_chapters(node: etree._Element, entry: Entry, page: str) -> None:
    listed = add(node, "psc:chapters", version="1.2")
    for chapter in entry.chapters:
        image = located(page, chapter.image) if chapter.image else None
        add(listed, "psc:chapter", start=clock(chapter.start), title=chapter.title, href=chapter.url, image=image)


def _notes(catalogue: Catalogue, entry: Entry, page: str) -> str:
    """The rendered notes, then what law and funders want to be said."""
    texts, language = catalogue.project.texts, catalogue.project.language
    parts = [for_feed(entry.source.body, page)]
    if entry.item.ai_use in ("assisted", "generated"):
        parts.append(f"<p>{texts('ai-' + entry.item.ai_use)}</p>")
    for funder_id in entry.item.funding:
        funder = catalogue.record(funder_id)
        if isinstance(funder, Funder) and funds(funder, entry):
            parts.append(for_feed(funder.text.get(language) or next(iter(funder.text.values())), page))
    return "\n".join(parts)


def funds(funder: Funder, entry: Entry) -> bool:
    """Whether a funder's period covers the item's date."""
    day = entry.date.date()
    return funder.valid_from <= day and (funder.valid_until is None or day <= funder.valid_until)


def _license(catalogue: Catalogue, node: etree._Element, license_id: str | None) -> None:
    record = catalogue.record(license_id, "licenses") if license_id else None
    if isinstance(record, License):
        add(node, "podcast:license", str(license_id).lower(), url=record.url)


def _person(catalogue: Catalogue, node: etree._Element, appearance: Appearance, role: str) -> None:
    person = catalogue.record(appearance.person)
    if person:
        address = f"{catalogue.project.base_url}people/{appearance.person}/"
        add(node, "podcast:person", person.label(catalogue.project.language), role=role, href=address)


def add(parent: etree._Element, tag: str, content: str | None = None, **attributes: str | None) -> Any:
    """Append an element `prefix:name`; without content and attributes nothing but the bare element."""
    given = {name: NOT_XML.sub("", value) for name, value in attributes.items() if value is not None}
    prefix, _, name = tag.rpartition(":")
    if content is None and not given and tag not in CONTAINERS:
        return None
    node = etree.SubElement(parent, f"{{{NAMESPACES[prefix]}}}{name}" if prefix else name, given)
    node.text = None if content is None else NOT_XML.sub("", content)
    return node


CONTAINERS = {"channel", "item", "itunes:owner"}


def located(page: str, file: FileRef | str) -> str:
    """The full address of an item's file."""
    return str(file) if "://" in file else page + quote(file)


def shortened(text: str) -> str:
    """Cut plain text to what apps accept, at a word's end."""
    if len(text.encode()) <= MAX_DESCRIPTION_BYTES:
        return text
    cut = text.encode()[: MAX_DESCRIPTION_BYTES - 4].decode(errors="ignore")
    return (cut.rpartition(" ")[0] or cut) + " …"


def number(value: float) -> str:
    """Write seconds without needless zeros."""
    return f"{value:.3f}".rstrip("0").rstrip(".")


def truth(value: bool) -> str:
    """Write a truth value as feeds want it."""
    return "true" if value else "false"

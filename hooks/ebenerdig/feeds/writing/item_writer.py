"""One item of a feed: the same guid and the same enclosure in every feed that has it."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from math import gcd
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from lxml import etree

from ...addresses import TRANSCRIPT_TYPES, absolute, chapters_url, located, transcript_url
from ...catalogue import Catalogue
from ...media.measure import SOUND_AND_FILM
from ...media.transcript import clock
from ...models import Alternate, Captions, Recording, worded
from ...reading.entries import Entry
from .feed_plan import FeedItem, FeedPlan
from .parts import license_of, person, place
from .show_notes import encoded
from .xml import add, group, number, rfc2822, shortened, truth


class ItemWriter:
    """Writes items into channels; notes are rendered once, however many feeds an item stands in."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self._notes = cache(lambda entry: encoded(catalogue, entry))

    def write(self, channel: etree._Element, listed: FeedItem, plan: FeedPlan) -> None:
        """Append an item to a channel."""
        entry, item, show = listed.entry, listed.entry.item, plan.show
        node = group(channel, "item")
        add(node, "title", (item.feed_title if isinstance(item, Recording) else None) or item.title)
        add(node, "guid", item.guid, isPermaLink="false")
        add(node, "pubDate", rfc2822(listed.date))
        add(node, "link", self.catalogue.project.base_url + entry.url)
        add(node, "description", shortened(item.description))
        add(node, "content:encoded", self._notes(entry))
        self._picture(node, entry)
        license_of(self.catalogue, node, item.license or (show.license if show else None))
        if not entry.media:
            return
        add(node, "enclosure", **self.enclosure(entry))
        add(node, "itunes:duration", str(round(entry.seconds)) if entry.seconds else None)
        self._reading_along(node, entry, plan.language)
        self._numbers(node, listed, plan)
        if isinstance(item, Recording):
            self._recording(node, entry, item, plan.language)

    def enclosure(self, entry: Entry) -> dict[str, str]:
        """Address, length and type of the file that is played."""
        assert entry.played and entry.played.measure
        media = entry.played.measure
        return {"url": self._located(entry, entry.played.file), "length": str(media.bytes), "type": media.type}

    def _located(self, entry: Entry, file: str) -> str:
        return located(self.catalogue.project, entry, file)

    def _picture(self, node: etree._Element, entry: Entry) -> None:
        image = entry.image
        measure = entry.measures.get(image.file) if image else None
        if image is None or measure is None:
            return
        address, width, height = self._located(entry, image.file), measure.width or 1, measure.height or 1
        if measure.is_square_artwork:
            add(node, "itunes:image", href=address)
        divisor = gcd(width, height)
        ratio = {"aspect-ratio": f"{width // divisor}/{height // divisor}"}
        sizes = {"width": str(width), "height": str(height), "type": measure.type}
        purpose = "artwork social" if width > height else "artwork"
        add(node, "podcast:image", href=address, alt=image.alt, **ratio, **sizes, purpose=purpose)

    def _reading_along(self, node: etree._Element, entry: Entry, language: str) -> None:
        """Transcripts in every form, and chapters both ways: some apps read the one, some the other."""
        project, spoken = self.catalogue.project, entry.item.spoken_text()
        if entry.transcript:
            own = spoken.language if isinstance(spoken, Captions) else entry.item.language
            for form, media_type in TRANSCRIPT_TYPES.items():
                address = absolute(project, transcript_url(entry, form))
                add(node, "podcast:transcript", url=address, type=media_type, language=own or language)
        for other in entry.item.translations():
            kind = TRANSCRIPT_TYPES.get(other.file.rpartition(".")[2])
            if kind:
                address = self._located(entry, other.file)
                add(node, "podcast:transcript", url=address, type=kind, language=other.language)
        if entry.chapters:
            add(node, "podcast:chapters", url=absolute(project, chapters_url(entry)), type="application/json+chapters")
            simple = group(node, "psc:chapters", version="1.2")
            for chapter in entry.chapters:
                image = self._located(entry, chapter.image) if chapter.image else None
                values = {"start": clock(chapter.start), "title": chapter.title, "href": chapter.url, "image": image}
                add(simple, "psc:chapter", **values)

    def _numbers(self, node: etree._Element, listed: FeedItem, plan: FeedPlan) -> None:
        if listed.season and plan.show:
            names = plan.show.seasons.get(listed.season)
            add(node, "itunes:season", str(listed.season))
            add(node, "podcast:season", str(listed.season), name=worded(names, plan.language) if names else None)
        if listed.episode:
            add(node, "itunes:episode", str(listed.episode))
            add(node, "podcast:episode", str(listed.episode), display=listed.display)

    def _recording(self, node: etree._Element, entry: Entry, item: Recording, language: str) -> None:
        add(node, "itunes:title", item.title)
        add(node, "itunes:explicit", truth(item.explicit))
        add(node, "itunes:episodeType", item.episode_type)
        add(node, "itunes:block", "Yes" if item.block else None)
        for appearance, role in item.cast():
            person(self.catalogue, node, appearance, role, language)
        for bite in item.soundbite:
            add(node, "podcast:soundbite", bite.title, startTime=number(bite.start), duration=number(bite.duration))
        place(node, item.location)
        for link in item.content_links:
            add(node, "podcast:contentLink", link.text, href=link.url)
        for alternate in item.other_recordings():
            if entry.played and alternate.file != entry.played.file:
                self._alternate(node, entry, alternate)

    def _alternate(self, node: etree._Element, entry: Entry, alternate: Alternate) -> None:
        """Another recording of the same, with size and checksum where it was measured, or the page that shows it."""
        media, address = entry.measures.get(alternate.file), urlsplit(alternate.file)
        suffix = PurePosixPath(address.path).suffix.lower()
        if suffix not in SOUND_AND_FILM:
            provider = alternate.file.embed.provider if alternate.file.embed else address.netloc
            label = self.catalogue.project.texts("embed-open", provider=provider)
            add(node, "podcast:contentLink", label, href=alternate.file)
            return
        named = None if alternate.kind == "other" else self.catalogue.project.texts(f"alternate-{alternate.kind}")
        outer = group(
            node,
            "podcast:alternateEnclosure",
            type=SOUND_AND_FILM[suffix][0],
            length=str(media.bytes) if media else None,
            bitrate=str(media.bitrate) if media and media.bitrate else None,
            title=alternate.title or named,
            lang=alternate.language,
        )
        if media and media.sha384:
            digest = b64encode(bytes.fromhex(media.sha384)).decode()
            add(outer, "podcast:integrity", type="sri", value=f"sha384-{digest}")
        add(outer, "podcast:source", uri=self._located(entry, alternate.file))

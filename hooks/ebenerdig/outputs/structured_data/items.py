"""Say in schema.org's words what an item is: its media, chapters, appointments, and who can follow it.

Accessibility is told from the files that exist, not from what the metadata
claims.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from ...addresses import absolute, captions_url, card_url, file_path, located, transcript_url
from ...catalogue import Catalogue
from ...models import Captions, License, Stop, Term, TourDate
from ...models.fields import FileRef
from ...reading.entries import Entry, PackagePage

Node = dict[str, Any]

STATUS = {
    "planned": "EventScheduled",
    "postponed": "EventPostponed",
    "cancelled": "EventCancelled",
    "moved_online": "EventMovedOnline",
}
ATTENDANCE = {
    "on_site": "OfflineEventAttendanceMode",
    "online": "OnlineEventAttendanceMode",
    "hybrid": "MixedEventAttendanceMode",
    "self_guided": "OfflineEventAttendanceMode",
}
LONGEST_TRANSCRIPT = 300
"""Seconds. The words stand on the page anyway: those of an hour would double it for every visitor,
and of half a transcript nobody has any use. Longer ones are told by the files in `caption`."""

SENSES = {"audio": ["auditory"], "video": ["auditory", "visual"]}
"""What a player's media needs to be followed without anything else, by the player's HTML element."""


def given(node: Node) -> Node:
    """Leave out what nobody said."""
    return {name: value for name, value in node.items() if value not in (None, "", [], ())}


class ItemNodes:
    """The nodes of one catalogue's items; addresses are absolute."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.project = catalogue.project
        self.library = catalogue.project.library
        self.base = catalogue.project.base_url
        self.language = catalogue.project.language
        self.texts = catalogue.project.texts

    def show_id(self, key: str) -> str:
        return f"{self.base}#show-{key}"

    def entry(self, entry: Entry) -> Iterator[Node]:
        item, address = entry.item, self.base + entry.url
        node: Node = {
            "@type": self.kinds(entry),
            "@id": f"{address}#item",
            "url": address,
            "name": item.title,
            "description": item.description,
            "identifier": item.guid,
            "datePublished": entry.date.isoformat(),
            "inLanguage": self.spoken(entry),
            **self.translation(entry),
            "image": self.image(entry),
            "publisher": {"@id": f"{self.base}#publisher"},
            "creativeWorkStatus": "Published" if entry.is_public else "Draft",
            "creditText": item.image.credit if item.image else None,
            "license": self.license(item.license),
            "isAccessibleForFree": None if item.price() else True,
            "educationalLevel": [self.level(number) for number in item.levels],
            "teaches": list(item.takeaways),
            "timeRequired": lasting(entry.seconds),
            "audience": self.audience(entry),
            "about": [self.subject(name, key) for name, key in _subjects(entry)],
            "mentions": [{"@type": "Organization", **self.named(key)} for key in item.organisations()],
            "contributor": [{"@type": "Person", **self.named(appearance.person)} for appearance in item.appearances()],
            "isPartOf": self.wholes(entry),
            "itinerary": [self.station(stop) for stop in item.stations()],
            "hasPart": self.clips(entry),
            **self.accessibility(entry),
            **item.structured(),
        }
        media = self.media(entry)
        if media and media["@type"] == entry.format.schema:
            node |= media | {"@type": node["@type"]}
        elif media:
            node["associatedMedia"] = media
        term = item.explains()
        if term:
            node["mainEntity"] = {"@id": self.term_id(entry)}
            yield self.term(term, entry)
        yield node
        for appointment in entry.appointments:
            yield self.event(entry, appointment)

    def kinds(self, entry: Entry) -> list[str]:
        """What an item is."""
        return [entry.format.schema, "LearningResource"]

    def spoken(self, entry: Entry) -> str:
        """The language that an item is in."""
        return entry.item.language

    def translation(self, entry: Entry) -> Node:
        """The item that this one is a version of in another language, or its versions."""
        others = [other for other in self.catalogue.translations.get(entry.id, []) if other is not entry]
        relation = "translationOfWork" if entry.item.translation_of else "workTranslation"
        wanted = [other for other in others if relation == "workTranslation" or other.id == entry.item.translation_of]
        return {relation: [{"@id": f"{self.base}{other.url}#item"} for other in wanted]}

    def listed(self, entries: Iterable[Entry]) -> list[Node]:
        """The lines of a list of items, each with its language."""
        lines = []
        for position, entry in enumerate(entries, 1):
            address = self.base + entry.url
            about = {"@type": self.kinds(entry), "@id": f"{address}#item", "url": address, "name": entry.item.title}
            about["inLanguage"] = self.spoken(entry)
            lines.append({"@type": "ListItem", "position": position, "item": about})
        return lines

    def image(self, owner: Entry | PackagePage) -> str:
        if owner.image and not owner.image.file.is_remote:
            return absolute(self.project, file_path(owner, owner.image.file))
        return absolute(self.project, card_url(owner))

    def media(self, entry: Entry) -> Node | None:
        """The sound or film: where it lies, how long it is, and what is said in it."""
        if not entry.played or not entry.format.player:
            return None
        source, measure = entry.played
        frame = source.embed
        film = entry.format.has_film
        node: Node = {
            "@type": "VideoObject" if film else "AudioObject",
            "name": entry.item.title,
            "description": entry.item.description,
            "inLanguage": self.spoken(entry),
            "uploadDate": entry.date.isoformat(),
            "thumbnailUrl": self.image(entry) if film else None,
            "contentUrl": None if frame else self.file(entry, source),
            "embedUrl": frame.frame if frame else None,
            "encodingFormat": measure.type if measure else None,
            "contentSize": str(measure.bytes) if measure else None,
            "duration": lasting(entry.seconds),
            "caption": [
                {
                    "@type": "MediaObject",
                    "contentUrl": absolute(self.project, address),
                    "encodingFormat": "text/vtt",
                    "inLanguage": language,
                }
                for address, language in self.captions(entry)
            ],
        }
        if entry.transcript and entry.transcript.end <= LONGEST_TRANSCRIPT:
            node["transcript"] = " ".join(cue.text for cue in entry.transcript.cues)
        return given(node)

    def captions(self, entry: Entry) -> Iterator[tuple[str, str]]:
        """Yield the files with what is said, as addresses from the site's root with their languages."""
        item = entry.item
        spoken = item.spoken_text()
        if entry.transcript:
            yield transcript_url(entry, "vtt"), spoken.language if isinstance(spoken, Captions) else self.spoken(entry)
        for other in item.translations():
            if other.file in entry.translated:
                yield captions_url(entry, other), other.language

    def file(self, entry: Entry, name: FileRef) -> str:
        return located(self.project, entry, name)

    def clips(self, entry: Entry) -> list[Node]:
        """A clip for every chapter; it ends where the next one begins. At a provider's no address leads into it."""
        played = bool(entry.sources)
        ends: list[float | None] = [chapter.start for chapter in entry.chapters[1:]]
        return [
            given(
                {
                    "@type": "Clip",
                    "name": chapter.title,
                    "startOffset": int(chapter.start),
                    "endOffset": None if end is None else int(end),
                    "url": f"{self.base}{entry.url}#t={int(chapter.start)}" if played else None,
                }
            )
            for chapter, end in zip(entry.chapters, [*ends, entry.seconds], strict=False)
        ]

    def accessibility(self, entry: Entry) -> Node:
        folder = entry.source.path.parent
        features = ["transcript"] if entry.transcript else []
        for feature, names in entry.item.helping_files().items():
            if any(name.is_remote or (folder / name).is_file() for name in names):
                features.append(feature)
        if entry.image and entry.image.file in entry.measures:
            features.append("alternativeText")
        senses = SENSES.get(entry.format.player or "", [])
        sufficient = [senses, ["textual"]] if entry.transcript else [senses]
        return {
            "accessMode": senses,
            "accessModeSufficient": [{"@type": "ItemList", "itemListElement": modes} for modes in sufficient if senses],
            "accessibilityFeature": features,
        }

    def audience(self, entry: Entry) -> list[Node]:
        roles = [self.texts(f"role-{role}") for role in entry.item.roles]
        sizes = [self.texts(f"size-{size}") for size in entry.item.company_size]
        return [{"@type": "Audience", "audienceType": text} for text in (*roles, *sizes)]

    def wholes(self, entry: Entry) -> list[Node]:
        """The packages and the podcast that an item belongs to."""
        found = [{"@id": f"{self.base}{page.url}#package"} for page in self.catalogue.packages_of.get(entry.id, [])]
        if key := entry.show:
            name = self.catalogue.shows[key].label(self.language)
            found.append({"@type": "PodcastSeries", "@id": self.show_id(key), "name": name})
        return found

    def event(self, entry: Entry, appointment: TourDate) -> Node:
        item, address = entry.item, self.base + entry.url
        meeting, hosts = item.place(), item.organisations()
        places: list[Node] = []
        if meeting and item.attendance() != "online":
            where = {"streetAddress": meeting.street, "postalCode": meeting.postcode, "addressLocality": meeting.city}
            postal = given({"@type": "PostalAddress", **where})
            places.append(given({"@type": "Place", "name": meeting.name, "address": postal, "geo": self.geo(meeting)}))
        if item.attendance() in ("online", "hybrid"):
            places.append({"@type": "VirtualLocation", "url": address})
        return given(
            {
                "@type": "Event",
                "name": item.title,
                "description": item.description,
                "url": address,
                "image": self.image(entry),
                "startDate": appointment.start.isoformat(),
                "endDate": appointment.end.isoformat(),
                "eventStatus": f"https://schema.org/{STATUS[appointment.status]}",
                "eventAttendanceMode": f"https://schema.org/{ATTENDANCE[item.attendance()]}",
                "location": places,
                "organizer": [{"@type": "Organization", **self.named(key)} for key in hosts],
                "maximumAttendeeCapacity": item.seats(),
                "inLanguage": self.spoken(entry),
                "workFeatured": {"@id": f"{address}#item"},
            }
        )

    def station(self, stop: Stop) -> Node:
        about = {"name": stop.title, "description": stop.text, "geo": self.geo(stop)}
        return given({"@type": "Place", **about})

    def geo(self, place: Any) -> Node | None:
        if place.lat is None or place.lon is None:
            return None
        return {"@type": "GeoCoordinates", "latitude": place.lat, "longitude": place.lon}

    def named(self, reference: Any) -> Node:
        record = self.catalogue.record(reference)
        label = record.label(self.language) if record else str(reference)
        return {"@id": f"{self.base}{reference.register}/{reference}/#it", "name": label}

    def subject(self, register: str, key: str) -> Node:
        record = self.catalogue.record(key, register)
        label = record.label(self.language) if record else key
        return {"@type": "DefinedTerm", "name": label, "url": f"{self.base}{register}/{key}/"}

    def level(self, number: int) -> str:
        record = self.catalogue.record(str(number), "levels")
        if record is None:
            return self.texts("level-one", number=str(number))
        return self.texts("level-named", number=str(number), name=record.label(self.language))

    def license(self, key: str | None) -> str | None:
        record = self.catalogue.record(key, "licenses") if key else None
        return str(record.url) if isinstance(record, License) else None

    def term_id(self, entry: Entry) -> str:
        return f"{self.base}glossary/#{entry.slug}"

    def term(self, term: Term, entry: Entry) -> Node:
        return given(
            {
                "@type": "DefinedTerm",
                "@id": self.term_id(entry),
                "name": term.name,
                "description": term.definition,
                "alternateName": list(term.also_called),
                "url": self.term_id(entry),
                "inDefinedTermSet": f"{self.base}glossary/#set",
                "subjectOf": {"@id": f"{self.base}{entry.url}#item"},
            }
        )


def _subjects(entry: Entry) -> Iterator[tuple[str, str]]:
    for reference in (*entry.item.areas, *entry.item.topics, *entry.item.technologies):
        yield reference.register, str(reference)


def lasting(seconds: float | None) -> str | None:
    """Write a length as ISO 8601 wants it: `PT4M7S`."""
    return f"PT{round(seconds) // 60}M{round(seconds) % 60}S" if seconds else None

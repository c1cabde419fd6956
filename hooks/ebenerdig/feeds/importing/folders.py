"""Write what is new in a feed: an item folder for every episode, people and the show into their registers.

Nothing that exists is changed; a folder is moved to its place when it is whole,
so that what broke off is tried again by the next import.
"""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import urlsplit

from pydantic import TypeAdapter, ValidationError

from ...media.measure import SOUND_AND_FILM, Measure, MediaError
from ...media.measured import bring_up_to_date, write_measures
from ...models import LONGEST_TITLE, Location, Recording
from ...models.fields import Alias, Url
from ...models.formats import Format
from ...reading.items import find_items
from ...reading.project import Project
from ...reading.registers import Registers
from ...reading.slugs import slug
from ...reading.source import read_page
from ...reading.validate import GAP
from ..foreign.foreign_feed import Enclosure, ForeignFeed, ForeignItem
from ..foreign.words import plain
from ..rules.document_rules import MARKUP
from ..rules.item_rules import NUMBERED
from .clean_markdown import markdown, teaser
from .companions import Note, chapters, is_url, picture, small_files, soundbites
from .downloading import DownloadError, Downloads, Hosts
from .people_of_feed import People
from .show_of_feed import ShowOfFeed, fits
from .titles import without_number
from .yaml_values import written

CACHE = Path(".cache") / "import"
REASONS = (
    *("guid-twice", "no-enclosure", "no-known-type", "no-download", "broken-media"),
    *("guid-derived", "no-date", "no-zone", "title-cut", "unnumbered", "no-duration", "no-size", "unmeasured"),
    *("no-text", "not-asked", "no-alternate", "no-picture", "no-person", "no-crew", "no-soundbite", "no-location"),
)
"""What is told of single items: first why some are left out, then what came over with a lack."""

AT_THE_MICROPHONE = {"host", "co-host", "guest host", "narrator", "announcer", "reporter", "voice actor"}
"""Roles of the podcast namespace whose people can be heard; an item knows no others."""

_alias, _url = TypeAdapter(Alias), TypeAdapter(Url)


@dataclass
class Outcome:
    """What an import did; `reasons` holds what did not come over, by the id of its sentence, with titles.

    `keywords` are words of the feed that no topic is called by, `links` the pages that items had elsewhere.
    """

    new: int = 0
    known: int = 0
    reasons: dict[str, list[str]] = field(default_factory=dict)
    keywords: Counter[str] = field(default_factory=Counter)
    links: list[str] = field(default_factory=list)

    def note(self, reason: str, title: str) -> None:
        """Remember what to tell about an item."""
        self.reasons.setdefault(reason, []).append(title)


@dataclass(frozen=True)
class Wish:
    """What the editor asked for: the show, what fills gaps, and how much may be fetched.

    `hosts` lets small files be fetched, `downloads` sound and pictures.
    """

    show: ShowOfFeed
    levels: str = GAP
    areas: tuple[str, ...] = (GAP,)
    license: str = GAP
    hosts: Hosts | None = None
    downloads: Downloads | None = None


class Folders:
    """Writes items of one format into a project."""

    def __init__(self, project: Project, registers: Registers, form: Format, wish: Wish) -> None:
        self.project, self.form, self.wish = project, form, wish
        self.outcome = Outcome()
        self._people = People(project, registers)
        self._topics = {
            name.casefold(): key for key, topic in registers["topics"].items() for name in topic.name.values()
        }
        self._place = project.root / form.folder
        self._taken = {path.name for path in self._place.iterdir()} if self._place.is_dir() else set()
        self._numbers: Counter[str] = Counter()
        self._workshop = project.root / CACHE / "item"

    def write(self, feed: ForeignFeed, tell: Callable[[int, int], None]) -> Outcome:
        """Write every item whose GUID is not in the library yet."""
        known, seen = set(guids(self.project)), set[str]()
        for number, item in enumerate(feed.items, 1):
            played = [one for one in item.enclosures if _playable(one)]
            guid = item.guid or item.address
            title = plain(item.title) or guid
            if guid and guid in seen:
                self.outcome.note("guid-twice", title)
            elif guid in known:
                self.outcome.known += 1
                seen.add(guid)
            elif not item.enclosures:
                self.outcome.note("no-enclosure", title)
            elif not played:
                self.outcome.note("no-known-type", title)
            else:
                own = item.image if item.image != feed.image else ""
                lacks = {"guid-derived"} if not item.guid else set()
                if len(played) < len(item.enclosures) or not all(map(_playable, item.alternates)):
                    lacks.add("no-alternate")
                self._write(replace(item, guid=guid, enclosures=tuple(played), image=own), feed, lacks)
                seen.add(guid)
            tell(number, len(feed.items))
        return self.outcome

    def _write(self, item: ForeignItem, feed: ForeignFeed, lacks: set[str]) -> None:
        """Make the folder elsewhere and move it when it is whole, so that nothing half-made is ever found."""
        title, _ = _titled(item)
        shutil.rmtree(self._workshop, ignore_errors=True)
        self._workshop.mkdir(parents=True)
        try:
            media = self._media(item)
        except DownloadError:
            self.outcome.note("no-download", title)
            return
        except MediaError:
            self.outcome.note("broken-media", title)
            return
        lacks |= set(self._lacks(item, feed))
        body = markdown(item.notes, item.link or feed.link or feed.address)
        page = "".join(
            f"{key}: {written(value)}\n"
            for key, value in (self._fields(item, plain(feed.title), lacks.add) | media).items()
        )
        (self._workshop / "index.md").write_text(f"---\n{page}---\n{body}\n", "utf-8")
        if not self.outcome.new:
            self.wish.show.write(self.project, self._people, self.wish.downloads)
        self._place.mkdir(exist_ok=True)
        shutil.move(self._workshop, self._place / self._name(slug(title or item.guid)))
        self.outcome.new += 1
        for reason in lacks:
            said = f": {item.duration}" if reason == "no-duration" else ""
            self.outcome.note(reason, f"{title or item.guid}{said}")

    def _fields(self, item: ForeignItem, show: str, note: Note) -> dict[str, Any]:
        wish = self.wish
        title, number = _titled(item)
        title = title if len(title) <= LONGEST_TITLE else f"{title[: LONGEST_TITLE - 1]}…"
        fields: dict[str, Any] = {"title": title or GAP, "description": teaser(item.summary) or GAP}
        whole = plain(item.title)
        fields |= {"feed_title": whole} if whole and (whole != title or _is_old_fashioned(whole, show)) else {}
        fields |= {"date": item.date.isoformat(" ") if item.date else GAP, "guid": item.guid, "show": wish.show.key}
        fields |= {name: str(value) for name, value in (("season", item.season), ("episode", number)) if value}
        fields |= {"episode_type": item.kind} if item.kind in ("trailer", "bonus") else {}
        fields |= {name: "true" for name, is_so in (("explicit", item.explicit), ("block", item.block)) if is_so}
        fields |= {"levels": wish.levels, "areas": list(wish.areas)}
        topics = [self._topics[word.casefold()] for word in item.keywords if word.casefold() in self._topics]
        fields |= {"topics": list(dict.fromkeys(topics))} if topics else {}
        self.outcome.keywords.update(word for word in item.keywords if word.casefold() not in self._topics)
        for name, role in item.people:
            place = "guests" if role == "guest" else "hosts" if role in AT_THE_MICROPHONE else ""
            key = self._people.id_of(name) if place else None
            if key:
                named = {} if role in ("guest", "host") else {"role": role}
                fields.setdefault(place, []).append({"person": key} | named)
            else:
                note("no-person" if place else "no-crew")
        if alias := self._alias(item.link):
            fields["aliases"] = [alias]
        elif item.link:
            self.outcome.links.append(item.link)
        if item.soundbites and (bites := soundbites(item, note)):
            fields["soundbite"] = bites
        if item.location:
            if fits(Location, dict(item.location)):
                fields["location"] = dict(item.location)
            else:
                note("no-location")
        fields |= chapters(item, note) | small_files(item, self._workshop, wish.hosts, note)
        if found := picture(item, self._workshop, wish.downloads, note):
            fields["image"] = found | {"credit": wish.show.credit, "license": wish.license}
        return fields

    def _alias(self, link: str) -> str:
        """The address that the page had on this very site, if it may have it again."""
        path = link.removeprefix(self.project.base_url).strip("/")
        try:
            return f"/{_alias.validate_python(path)}" if path and path not in (link, link.strip("/")) else ""
        except ValidationError:
            return ""

    def _media(self, item: ForeignItem) -> dict[str, Any]:
        """The file that is played, here or where it was, and further ones as alternates."""
        first, *others = item.enclosures
        address, downloads = _url.validate_python(first.address), self.wish.downloads
        others += [one for one in item.alternates if _playable(one)]
        also = dict.fromkeys(_url.validate_python(one.address) for one in others)
        fields: dict[str, Any] = {"alternates": [{"file": other} for other in also if other != address]}
        if downloads:
            name = f"audio{_suffix(first)}"
            downloads.bring(address, self._workshop / name)
            _, errors = bring_up_to_date(self._workshop, [name])
            if errors:
                raise errors[name]
            return {"audio": name} | (fields if fields["alternates"] else {})
        measures = {_url.validate_python(one.address): _as_told(one) for one in others if one.bytes}
        if first.bytes:
            measures[address] = _as_told(first).model_copy(update={"seconds": item.seconds})
        if measures:
            write_measures(self._workshop, measures)
        return {"audio": address} | (fields if fields["alternates"] else {})

    def _lacks(self, item: ForeignItem, feed: ForeignFeed) -> Iterator[str]:
        """Yield what the feed itself does not say."""
        title, number = _titled(item)
        remote, size = not self.wish.downloads, item.enclosures[0].bytes
        for reason, given in (
            ("no-date", item.date is None),
            ("no-zone", item.date is not None and not item.has_zone),
            ("title-cut", len(title) > LONGEST_TITLE),
            ("unnumbered", feed.is_serial and not number and item.kind not in ("trailer", "bonus")),
            ("no-duration", remote and item.duration and not item.seconds),
            ("no-size", remote and item.seconds and not size),
            ("unmeasured", remote and not item.seconds and not (size and item.duration)),
        ):
            if given:
                yield reason

    def _name(self, name: str) -> str:
        """A name that no folder has yet."""
        free = name
        while free in self._taken:
            self._numbers[name] += 1
            free = f"{name}-{self._numbers[name] + 1}"
        self._taken.add(free)
        return free


def guids(project: Project) -> Iterator[str]:
    """Yield the GUID of every item there is, broken ones and drafts included."""
    for _, folder in find_items(project)[0]:
        source, _ = read_page(folder / "index.md", project.root)
        if source and isinstance(source.metadata.get("guid"), str):
            yield source.metadata["guid"]


def _is_old_fashioned(title: str, show: str) -> bool:
    """Whether a title has what new ones should not have, and keeps it, because subscribers know it so."""
    return bool(NUMBERED.match(title) or MARKUP.search(title) or (show and show in title))


def _titled(item: ForeignItem) -> tuple[str, int | None]:
    """The title without its number, and the number."""
    return without_number(plain(item.own_title) or plain(item.title), item.episode)


def _as_told(enclosure: Enclosure) -> Measure:
    """What a feed says of a file."""
    return Measure(bytes=enclosure.bytes or 0, type=enclosure.type or SOUND_AND_FILM[_suffix(enclosure)][0])


def _suffix(enclosure: Enclosure) -> str:
    """The ending of a file by its address, else by its type."""
    suffix = PurePosixPath(urlsplit(enclosure.address).path).suffix.lower()
    by_type = {kind: ending for ending, (kind, _) in reversed(SOUND_AND_FILM.items())}
    by_type |= {"audio/mp4": ".m4a", "audio/mp3": ".mp3"}
    return suffix if suffix in SOUND_AND_FILM else by_type.get(enclosure.type, "")


def _playable(enclosure: Enclosure) -> bool:
    return bool(_suffix(enclosure)) and is_url(enclosure.address)


def recording_format(formats: list[Format]) -> Format:
    """The format that podcast episodes become: the first whose items are heard."""
    return next(
        form for form in formats if form.medium and form.player == "audio" and issubclass(form.model, Recording)
    )

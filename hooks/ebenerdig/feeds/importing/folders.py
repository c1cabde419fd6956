"""Write what is new in a feed: an item folder for every episode, people and the show into their registers.

Nothing that exists is changed; a folder is moved to its place when it is whole,
so that what broke off is tried again by the next import.
"""

from __future__ import annotations

import json
import re
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import urlsplit

from pydantic import TypeAdapter

from ...media.measure import SOUND_AND_FILM, Measure, MediaError
from ...media.measured import bring_up_to_date, write_record
from ...models import LONGEST_TITLE, Recording, Show
from ...models.fields import Url
from ...models.formats import Format
from ...reading.items import find_items, slug
from ...reading.project import Project
from ...reading.registers import Registers
from ...reading.source import read_page
from ...reading.validate import GAP
from .companions import Note, chapters, is_url, picture, small_files
from .downloading import DownloadError, Downloads, Hosts
from .markdown import markdown, teaser
from .people import People
from .reading import Enclosure, Found, FoundShow

CACHE = Path(".cache") / "import"
REASONS = (
    *("guid-twice", "no-enclosure", "no-known-type", "no-download", "broken-media"),
    *("guid-derived", "no-date", "title-cut", "unmeasured", "no-text", "not-asked", "no-picture", "no-person"),
    "no-crew",
)
"""What is told of single items: first why some are left out, then what came over with a lack."""

BARE = re.compile(r"^(?:[0-9]{1,9}(?:-[0-9])?|true|[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}[+-][0-9:]+)\Z")
AT_THE_MICROPHONE = {"host", "co-host", "guest host", "narrator", "announcer", "reporter", "voice actor"}
"""Roles of the podcast namespace whose people can be heard; an item knows no others."""

_url = TypeAdapter(Url)


@dataclass
class Outcome:
    """What an import did; `reasons` holds what did not come over, by the id of its sentence, with titles."""

    new: int = 0
    known: int = 0
    reasons: dict[str, list[str]] = field(default_factory=dict)

    def note(self, reason: str, title: str) -> None:
        """Remember what to tell about an item."""
        self.reasons.setdefault(reason, []).append(title)


@dataclass(frozen=True)
class Wish:
    """What the editor asked for: the show, what fills gaps, and how much may be fetched.

    `hosts` lets small files be fetched, `downloads` sound and pictures.
    """

    show: str
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
        show = registers["shows"].get(wish.show)
        self._credit = show.author if isinstance(show, Show) else GAP
        self._place = project.root / form.folder
        self._taken = {path.name for path in self._place.iterdir()} if self._place.is_dir() else set()
        self._numbers: Counter[str] = Counter()
        self._workshop = project.root / CACHE / "item"

    def write(self, feed: FoundShow, tell: Callable[[int, int], None]) -> Outcome:
        """Write every item whose GUID is not in the library yet."""
        known, seen = set(guids(self.project)), set[str]()
        for number, item in enumerate(feed.items, 1):
            played = [one for one in item.enclosures if _playable(one)]
            title = item.title or item.guid
            if item.guid and item.guid in seen:
                self.outcome.note("guid-twice", title)
            elif item.guid in known:
                self.outcome.known += 1
                seen.add(item.guid)
            elif not item.enclosures:
                self.outcome.note("no-enclosure", title)
            elif not played:
                self.outcome.note("no-known-type", title)
            else:
                own = item.image if item.image != feed.image else ""
                self._write(replace(item, enclosures=tuple(played), image=own))
                seen.add(item.guid)
            tell(number, len(feed.items))
        return self.outcome

    def _write(self, item: Found) -> None:
        """Make the folder elsewhere and move it when it is whole, so that nothing half-made is ever found."""
        shutil.rmtree(self._workshop, ignore_errors=True)
        self._workshop.mkdir(parents=True)
        try:
            media = self._media(item)
        except DownloadError:
            self.outcome.note("no-download", item.title)
            return
        except MediaError:
            self.outcome.note("broken-media", item.title)
            return
        lacks = set(self._lacks(item))
        body = markdown(item.notes, item.link or self.project.base_url)
        page = "".join(f"{key}: {written(value)}\n" for key, value in (self._fields(item, lacks.add) | media).items())
        (self._workshop / "index.md").write_text(f"---\n{page}---\n{body}\n", "utf-8")
        self._place.mkdir(exist_ok=True)
        shutil.move(self._workshop, self._place / self._name(slug(item.title or item.guid)))
        self.outcome.new += 1
        for reason in lacks:
            self.outcome.note(reason, item.title)

    def _fields(self, item: Found, note: Note) -> dict[str, Any]:
        wish = self.wish
        title = item.title if len(item.title) <= LONGEST_TITLE else f"{item.title[: LONGEST_TITLE - 1]}…"
        fields: dict[str, Any] = {"title": title or GAP, "description": teaser(item.summary) or GAP}
        fields |= {"feed_title": item.feed_title} if item.feed_title != title and item.feed_title else {}
        fields |= {"date": item.date.isoformat(" ") if item.date else GAP, "guid": item.guid, "show": wish.show}
        fields |= {name: str(value) for name, value in (("season", item.season), ("episode", item.episode)) if value}
        fields |= {"episode_type": item.kind} if item.kind in ("trailer", "bonus") else {}
        fields |= {name: "true" for name, is_so in (("explicit", item.explicit), ("block", item.block)) if is_so}
        fields |= {"levels": wish.levels, "areas": list(wish.areas)}
        for name, role in item.people:
            place = "guests" if role == "guest" else "hosts" if role in AT_THE_MICROPHONE else ""
            key = self._people.id_of(name) if place else None
            if key:
                named = {} if role in ("guest", "host") else {"role": role}
                fields.setdefault(place, []).append({"person": key} | named)
            else:
                note("no-person" if place else "no-crew")
        fields |= chapters(item, note) | small_files(item, self._workshop, wish.hosts, note)
        if found := picture(item, self._workshop, wish.downloads, note):
            fields["image"] = found | {"credit": self._credit, "license": wish.license}
        return fields

    def _media(self, item: Found) -> dict[str, Any]:
        """The file that is played, here or where it was, and further ones as alternates."""
        first, *others = item.enclosures
        address, downloads = _url.validate_python(first.address), self.wish.downloads
        also = dict.fromkeys(_url.validate_python(one.address) for one in others)
        fields: dict[str, Any] = {"alternates": [{"file": other} for other in also if other != address]}
        if downloads:
            name = f"audio{_suffix(first)}"
            downloads.bring(address, self._workshop / name)
            _, errors = bring_up_to_date(self._workshop, [name])
            if errors:
                raise errors[name]
            return {"audio": name} | (fields if fields["alternates"] else {})
        if first.bytes:
            kind = first.type or SOUND_AND_FILM[_suffix(first)][0]
            write_record(self._workshop, {address: Measure(bytes=first.bytes, type=kind, seconds=item.seconds)})
        return {"audio": address} | (fields if fields["alternates"] else {})

    def _lacks(self, item: Found) -> Iterator[str]:
        """Yield what the feed itself does not say."""
        for reason, given in (
            ("guid-derived", item.derived),
            ("no-date", item.date is None),
            ("title-cut", len(item.title) > LONGEST_TITLE),
            ("unmeasured", not self.wish.downloads and not (item.enclosures[0].bytes and item.seconds)),
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
            yield source.metadata["guid"].strip()


def written(value: Any) -> str:
    """Write a value as YAML: numbers, dates and a gap bare; JSON's strings, lists and mappings are YAML's too."""
    if value in (GAP, [GAP]):
        return GAP
    return str(value) if isinstance(value, str) and BARE.match(value) else json.dumps(value, ensure_ascii=False)


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

"""Write what is new in a feed: an item folder for every episode, people and the show into their registers.

Nothing that exists is changed; `index.md` is written last, so that what broke
off is tried again by the next import.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import urlsplit

from pydantic import TypeAdapter, ValidationError

from ..enrich.chapters import ChaptersError, read_chapters
from ..enrich.media import PICTURES, SOUND_AND_FILM, Measure
from ..enrich.record import write_record
from ..enrich.transcript import TranscriptError, read_transcript
from ..fetch import FetchError, fetch
from ..fields import Seconds, Url
from ..formats import Format
from ..models import Person, Recording, Show
from ..project import Project
from ..read import find_items, slug
from ..source import read_page
from ..validate import GAP
from ..vocabulary import Registers
from .downloading import DownloadError, download
from .notes import markdown, teaser
from .reading import Enclosure, Found

TRANSCRIPTS = {"text/vtt": "vtt", "application/x-subrip": "srt", "application/srt": "srt", "application/json": "json"}
REASONS = (
    *("guid-twice", "no-enclosure", "no-known-type", "no-download"),
    *("guid-derived", "no-date", "unmeasured", "no-text", "no-picture"),
)
"""What is told of single items: first why some are left out, then what came over with a lack."""

_seconds, _url = TypeAdapter(Seconds), TypeAdapter(Url)


@dataclass
class Outcome:
    """What an import did; `reasons` holds what did not come over, by the id of its sentence, with titles."""

    new: list[str] = field(default_factory=list)
    known: int = 0
    reasons: dict[str, list[str]] = field(default_factory=dict)

    def note(self, reason: str, title: str) -> None:
        """Remember what to tell about an item."""
        self.reasons.setdefault(reason, []).append(title)


@dataclass(frozen=True)
class Wish:
    """What the editor asked for: the show, what fills gaps, and how much may be fetched."""

    show: str
    levels: str = GAP
    areas: tuple[str, ...] = (GAP,)
    license: str = GAP
    fetch_small: bool = False
    fetch_media: bool = False


@dataclass
class Folders:
    """Writes items of one format into a project."""

    project: Project
    registers: Registers
    form: Format
    wish: Wish
    tell_bytes: Callable[[int, int], None]
    outcome: Outcome = field(default_factory=Outcome)

    def write(self, items: tuple[Found, ...], tell: Callable[[int, int], None]) -> Outcome:
        """Write every item whose GUID is not in the library yet."""
        known = set(guids(self.project))
        seen: set[str] = set()
        for number, item in enumerate(items, 1):
            title = item.title or item.guid
            if item.guid and item.guid in seen:
                self.outcome.note("guid-twice", title)
            elif item.guid in known:
                self.outcome.known += 1
            elif not item.enclosures:
                self.outcome.note("no-enclosure", title)
            elif not _playable(item.enclosures[0]):
                self.outcome.note("no-known-type", title)
            else:
                self._write(item)
            seen.add(item.guid)
            tell(number, len(items))
        return self.outcome

    def _write(self, item: Found) -> None:
        folder = self._folder(slug(item.title or "folge"))
        folder.mkdir(parents=True, exist_ok=True)
        fields: dict[str, Any] = {"title": item.title or GAP, "description": teaser(item.summary) or GAP}
        fields |= {"feed_title": item.feed_title} if item.feed_title != item.title and item.feed_title else {}
        fields |= {"date": item.date.isoformat(" ") if item.date else GAP, "guid": item.guid, "show": self.wish.show}
        fields |= {name: str(value) for name, value in (("season", item.season), ("episode", item.episode)) if value}
        fields |= {"episode_type": item.kind} if item.kind in ("trailer", "bonus") else {}
        fields |= {"explicit": "true"} if item.explicit else {}
        fields |= {"levels": self.wish.levels, "areas": list(self.wish.areas)}
        try:
            fields |= self._media(item, folder) | self._reading_along(item, folder) | self._picture(item, folder)
        except DownloadError:
            self.outcome.note("no-download", item.title)
            with suppress(OSError):  # it holds an editor's files
                folder.rmdir()
            return
        for role, people in self._people(item).items():
            fields[role] = people
        self._told(item)
        body = markdown(item.notes, item.link or self.project.base_url)
        page = "---\n" + "".join(f"{key}: {written(value)}\n" for key, value in fields.items()) + f"---\n{body}\n"
        (folder / "index.md").write_text(page, "utf-8")
        self.outcome.new.append(f"{self.form.folder}/{folder.name}")

    def _told(self, item: Found) -> None:
        for reason, given in (
            ("guid-derived", item.derived),
            ("no-date", item.date is None),
            ("unmeasured", not self.wish.fetch_media and item.enclosures[0].bytes is None),
        ):
            if given:
                self.outcome.note(reason, item.title)

    def _folder(self, name: str) -> Path:
        """A folder of this name that holds no item yet."""
        place, number = self.project.root / self.form.folder / name, 2
        while (place / "index.md").exists():
            place = place.with_name(f"{name}-{number}")
            number += 1
        return place

    def _media(self, item: Found, folder: Path) -> dict[str, Any]:
        """The file that is played, here or where it was, and further ones as alternates."""
        first, *others = item.enclosures
        if self.wish.fetch_media:
            name = f"audio{_suffix(first)}"
            download(first.address, folder / name, self._cache, self.tell_bytes)
            return {"audio": name}
        address = _url.validate_python(first.address)
        if first.bytes:
            kind = first.type or SOUND_AND_FILM[_suffix(first)][0]
            write_record(folder, {address: Measure(bytes=first.bytes, type=kind, seconds=item.seconds)})
        also = [{"file": one.address} for one in others if _playable(one) and one.address != first.address]
        return {"audio": address, **({"alternates": also} if also else {})}

    @property
    def _cache(self) -> Path:
        return self.project.root / ".cache" / "import"

    def _reading_along(self, item: Found, folder: Path) -> dict[str, Any]:
        """Chapters from the feed or their file, and the best transcript; what cannot be read is told and left."""
        fields: dict[str, Any] = {}
        chapters = [
            {"start": start, "title": title, "url": link} for start, title, link in item.chapters if _time(start)
        ]
        chapters.sort(key=lambda mark: _seconds.validate_python(mark["start"]))
        if chapters:
            marks = [mark for n, mark in enumerate(chapters) if n == 0 or mark["start"] != chapters[n - 1]["start"]]
            fields["chapters"] = [{k: v for k, v in m.items() if v and (k != "url" or _is_url(v))} for m in marks]
        elif item.chapters_address and self.wish.fetch_small:
            content = self._small(item, item.chapters_address, lambda data: read_chapters("chapters.json", data))
            if content:
                (folder / "chapters.json").write_bytes(content)
                fields["chapters_file"] = "chapters.json"
        for kind, ending in TRANSCRIPTS.items():
            address = next((address for address, said in item.transcripts if said == kind), "")
            if address and "transcript" not in fields and self.wish.fetch_small:
                name = f"transcript.{ending}"
                if content := self._small(item, address, partial(read_transcript, name)):
                    (folder / name).write_bytes(content)
                    fields["transcript"] = name
        return fields

    def _small(self, item: Found, address: str, check: Callable[[bytes], object]) -> bytes | None:
        try:
            content = fetch(address)
            check(content)
        except (FetchError, ChaptersError, TranscriptError):
            self.outcome.note("no-text", item.title)
            return None
        return content

    def _picture(self, item: Found, folder: Path) -> dict[str, Any]:
        suffix = PurePosixPath(urlsplit(item.image).path).suffix.lower()
        if not item.image.startswith(("http://", "https://")) or suffix not in PICTURES:
            return {}
        if not self.wish.fetch_media:
            self.outcome.note("no-picture", item.title)
            return {}
        name = f"cover{suffix}"
        try:
            download(item.image, folder / name, self._cache, self.tell_bytes)
        except DownloadError:
            self.outcome.note("no-text", item.title)
            return {}
        return {"image": {"file": name, "alt": item.title, "credit": self.credit, "license": self.wish.license}}

    @property
    def credit(self) -> str:
        """Whom pictures are from: whoever makes the show."""
        show = self.registers["shows"].get(self.wish.show)
        return show.author if isinstance(show, Show) else GAP

    def _people(self, item: Found) -> dict[str, list[dict[str, str]]]:
        """Name people by their ids; new ones are added to the register."""
        found: dict[str, list[dict[str, str]]] = {}
        for name, role in item.people:
            if name:
                place = "guests" if role == "guest" else "hosts"
                found.setdefault(place, []).append({"person": self._person(name)})
        return found

    def _person(self, name: str) -> str:
        for key, record in self.registers["people"].items():
            if name in record.name.values():
                return key
        key, number = slug(name), 2
        while key in self.registers["people"]:
            key, number = f"{slug(name)}-{number}", number + 1
        path = self.project.data / "people.yml"
        before = path.read_text("utf-8") if path.is_file() else ""
        gap = "" if not before or before.endswith("\n") else "\n"
        with path.open("a", encoding="utf-8") as file:
            file.write(f"{gap}{key}: {{name: {written(name)}}}\n")
        self.registers["people"][key] = Person(name={"de": name})
        return key


def guids(project: Project) -> Iterator[str]:
    """Yield the GUID of every item there is, broken ones and drafts included."""
    for _, folder in find_items(project)[0]:
        source, _ = read_page(folder / "index.md", project.root)
        if source and isinstance(source.metadata.get("guid"), str):
            yield source.metadata["guid"].strip()


def written(value: Any) -> str:
    """Write a value as YAML: JSON's quoted strings, lists and mappings are YAML's too; a gap stands bare."""
    if value in (GAP, [GAP]):
        return GAP
    return json.dumps(value, ensure_ascii=False)


def _suffix(enclosure: Enclosure) -> str:
    """The ending of a file by its address, else by its type."""
    suffix = PurePosixPath(urlsplit(enclosure.address).path).suffix.lower()
    by_type = {kind: ending for ending, (kind, _) in reversed(SOUND_AND_FILM.items())}
    by_type |= {"audio/mp4": ".m4a", "audio/mp3": ".mp3"}
    return suffix if suffix in SOUND_AND_FILM else by_type.get(enclosure.type, "")


def _playable(enclosure: Enclosure) -> bool:
    return bool(_suffix(enclosure)) and _is_url(enclosure.address)


def _is_url(address: str) -> bool:
    try:
        return bool(_url.validate_python(address))
    except ValidationError:
        return False


def _time(start: str) -> bool:
    return bool(re.match(r"^[\d:.]+$", start)) and _valid(start)


def _valid(start: str) -> bool:
    try:
        _seconds.validate_python(start)
    except ValidationError:
        return False
    return True


def recording_format(formats: list[Format]) -> Format:
    """The format that podcast episodes become: the first whose items are heard."""
    return next(
        form for form in formats if form.medium and form.player == "audio" and issubclass(form.model, Recording)
    )

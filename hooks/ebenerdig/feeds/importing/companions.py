"""Write what belongs to a recording: its chapters, its transcript and its picture."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from ...media.chapters import ChaptersError, read_chapters
from ...media.measured import bring_up_to_date
from ...media.spoken import TranscriptError, read_transcript
from ...models.fields import Seconds, Url
from ...models.recording import Soundbite
from ...web import FetchError, fetch
from ..foreign.foreign_feed import ForeignItem
from .downloading import DownloadError, Downloads, Hosts
from .pictures import ending

TRANSCRIPTS = {
    "vtt": ("text/vtt",),
    "srt": ("application/x-subrip", "application/srt", "text/srt"),
    "json": ("application/json",),
}
"""Types that feeds give, by the ending that is read here, the best first."""

_seconds, _url = TypeAdapter(Seconds), TypeAdapter(Url)
Note = Callable[[str], None]
"""Called with the reason why something did not come along."""


def is_url(address: str) -> bool:
    """Whether an item may hold this address."""
    try:
        return bool(_url.validate_python(address))
    except ValidationError:
        return False


def chapters(item: ForeignItem, note: Note) -> dict[str, Any]:
    """The chapters that stand in the feed itself."""
    marks: dict[float, dict[str, str]] = {}
    for start, title, link in item.chapters:
        start = _short(start)
        try:
            marks.setdefault(_seconds.validate_python(start), _chapter(start, title, link))
        except ValidationError:
            note("no-text")
    return {"chapters": [marks[start] for start in sorted(marks)]} if marks else {}


def soundbites(item: ForeignItem, note: Note) -> list[dict[str, str]]:
    """The parts that the feed offers to quote; one that is too short or too long for apps is told."""
    bites = []
    for start, duration, title in item.soundbites:
        bite = {"start": _short(start), "duration": _short(duration)} | ({"title": title[:128]} if title else {})
        try:
            Soundbite.model_validate(bite)
            bites.append(bite)
        except ValidationError:
            note("no-soundbite")
    return bites


def _short(seconds: str) -> str:
    return re.sub(r"(\.\d{3})\d+$", r"\1", seconds.strip())


def _chapter(start: str, title: str, link: str) -> dict[str, str]:
    return {"start": start, "title": title, **({"url": link} if is_url(link) else {})}


def small_files(item: ForeignItem, folder: Path, hosts: Hosts | None, note: Note) -> dict[str, Any]:
    """Fetch chapters and the best transcript that can be read; without `hosts` they are only told."""
    fields: dict[str, Any] = {}
    wanted: list[tuple[str, str, str, Callable[[str, bytes], object]]] = []
    if item.chapters_address and not item.chapters:
        wanted.append(("chapters_file", "chapters.json", item.chapters_address, read_chapters))
    for address, suffix in _transcripts(item):
        wanted.append(("transcript", f"transcript.{suffix}", address, read_transcript))
    for field, name, address, read in wanted:
        if hosts and field not in fields and (content := _fetched(address, partial(read, name), hosts)):
            (folder / name).write_bytes(content)
            fields[field] = name
    offered = {field for field, *_ in wanted} | ({"transcript"} if item.transcripts else set())
    if offered - set(fields):
        note("no-text" if hosts else "not-asked")
    return fields


def _transcripts(item: ForeignItem) -> Iterator[tuple[str, str]]:
    for suffix, types in TRANSCRIPTS.items():
        for address, said in item.transcripts:
            if said.partition(";")[0].strip().lower() in types:
                yield address, suffix


def _fetched(address: str, check: Callable[[bytes], object], hosts: Hosts) -> bytes | None:
    if hosts.is_gone(address):
        return None
    try:
        content = fetch(address)
        check(content)
    except FetchError as error:
        if error.problem.code in ("fetch-failed", "fetch-slow"):
            hosts.failed(address)
        return None
    except (ChaptersError, TranscriptError):
        return None
    hosts.answered(address)
    return content


def picture(item: ForeignItem, folder: Path, downloads: Downloads | None, note: Note) -> dict[str, Any]:
    """Fetch the episode's own picture, if it is one; its words are for the caller to add."""
    if not item.image.startswith(("http://", "https://")):
        return {}
    if downloads is None:
        note("no-picture")
        return {}
    fetched = folder / "cover"
    try:
        downloads.bring(item.image, fetched)
    except DownloadError:
        note("no-text")
        return {}
    name = f"cover{ending(fetched)}"
    fetched.rename(folder / name)
    if name == "cover" or bring_up_to_date(folder, [name])[1]:
        (folder / name).unlink()
        note("no-text")
        return {}
    return {"file": name, "alt": item.title}

"""Write into an MP3 or MP4 what it is: title, artist, album, date, numbers, cover and chapters.

What is there and right is left alone, and so is everything else inside the
file. mutagen writes all of it but the chapters of an MP4, which it can only
read: their `chpl` atom is put in here, between mutagen's own functions that
move what lies behind it.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import mutagen
from mutagen._util import resize_bytes
from mutagen.id3 import APIC, CHAP, CTOC, ID3, TALB, TDRC, TIT2, TPE1, TPOS, TRCK, WXXX, CTOCFlags, PictureType
from mutagen.mp3 import MP3
from mutagen.mp4 import MP4, MP4Cover
from mutagen.mp4._atom import Atom, Atoms

from ..models import Chapter
from .measure import MediaError

MOST_CHAPTERS = 255
"""A `chpl` atom counts chapters, and the bytes of each title, in one byte."""


class Tags(NamedTuple):
    """What a file shall say of itself; what is empty is left as it is. `date` is a day, `seconds` the file's length."""

    title: str
    artist: str
    album: str
    date: str
    track: int | None = None
    season: int | None = None
    cover: bytes = b""
    chapters: tuple[Chapter, ...] = ()
    seconds: float = 0.0


def apply(path: Path, tags: Tags, *, write: bool) -> list[str]:
    """Name the fields of `tags` that the file lacks or has otherwise, and with `write` put them right in place.

    MediaError when the file cannot be read or written.
    """
    try:
        return list(WRITERS[path.suffix.lower()](path, tags, write))
    except (mutagen.MutagenError, OSError, struct.error) as error:
        raise MediaError("media-broken", {"file": path.name, "reason": str(error)}) from None


def _mp3(path: Path, tags: Tags, write: bool) -> Iterator[str]:
    frames = MP3(path).tags or ID3()
    found = list(_id3(frames, tags))
    if found and write:
        frames.save(path)
    yield from found


def _id3(frames: Any, tags: Tags) -> Iterator[str]:
    """Put what differs into the frames, and name it."""
    values = (tags.title, tags.artist, tags.album, tags.date, tags.track, tags.season)
    kinds: tuple[Any, ...] = (TIT2, TPE1, TALB, TDRC, TRCK, TPOS)
    for field, kind, value in zip(Tags._fields, kinds, values, strict=False):
        there = str(frames.get(kind.__name__, ""))
        if value and there != str(value) and _main_part(field, there) != str(value):
            frames.setall(kind.__name__, [kind(encoding=3, text=[str(value)])])
            yield field
    front = [picture for picture in frames.getall("APIC") if picture.type == PictureType.COVER_FRONT]
    if tags.cover and not any(picture.data == tags.cover for picture in front):
        for picture in front:
            del frames[picture.HashKey]
        mime, name = f"image/{_picture_type(tags.cover)}", front[0].desc if front else "Cover"
        frames.add(APIC(encoding=3, mime=mime, type=PictureType.COVER_FRONT, desc=name, data=tags.cover))
        yield "cover"
    if tags.chapters and not _has_chapters(frames, tags.chapters):
        _write_chapters(frames, tags)
        yield "chapters"


def _main_part(field: str, there: str) -> str:
    """The day of a moment, and the number in front of a total."""
    return there[:10] if field == "date" else there.partition("/")[0] if field in ("track", "season") else there


def _has_chapters(frames: Any, chapters: tuple[Chapter, ...]) -> bool:
    there = sorted(frames.getall("CHAP"), key=lambda frame: frame.start_time)
    if len(there) != len(chapters):
        return False
    return all(
        frame.start_time == round(chapter.start * 1000)
        and str(frame.sub_frames.get("TIT2", "")) == chapter.title
        and chapter.url in (None, *(link.url for link in frame.sub_frames.getall("WXXX")))
        for frame, chapter in zip(there, chapters, strict=True)
    )


def _write_chapters(frames: Any, tags: Tags) -> None:
    """Replace the chapters; what one of the same second held besides, such as a picture, stays."""
    kept = {frame.start_time: frame.sub_frames.values() for frame in frames.getall("CHAP")}
    frames.delall("CHAP")
    frames.delall("CTOC")
    starts = [round(chapter.start * 1000) for chapter in tags.chapters]
    ends = [*starts[1:], max(round(tags.seconds * 1000), starts[-1])]
    ids = [f"chp{number}" for number in range(len(starts))]
    for name, start, end, chapter in zip(ids, starts, ends, tags.chapters, strict=True):
        inner = [frame for frame in kept.get(start, ()) if frame.FrameID != "TIT2"]
        if chapter.url:
            inner = [frame for frame in inner if frame.FrameID != "WXXX"]
            inner.append(WXXX(encoding=3, desc="chapter url", url=chapter.url))
        inner.insert(0, TIT2(encoding=3, text=[chapter.title]))
        frames.add(CHAP(element_id=name, start_time=start, end_time=end, sub_frames=inner))
    flags = CTOCFlags.TOP_LEVEL | CTOCFlags.ORDERED
    frames.add(CTOC(element_id="toc", flags=flags, child_element_ids=ids, sub_frames=[]))


def _mp4(path: Path, tags: Tags, write: bool) -> Iterator[str]:
    media = MP4(path)
    if media.tags is None:
        media.add_tags()
    found = list(_ilst(media.tags, tags))
    if found and write:
        media.save(path)
    yield from found
    wanted = [(chapter.start, _cut(chapter.title)) for chapter in tags.chapters[:MOST_CHAPTERS]]
    if wanted and [(mark.start, mark.title) for mark in media.chapters or ()] != wanted:
        if write:
            _write_chpl(path, wanted, media)
        yield "chapters"


def _ilst(there: Any, tags: Tags) -> Iterator[str]:
    form = MP4Cover.FORMAT_PNG if tags.cover and _picture_type(tags.cover) == "png" else MP4Cover.FORMAT_JPEG
    values: dict[str, tuple[str, Any]] = {
        "title": ("\xa9nam", tags.title),
        "artist": ("\xa9ART", tags.artist),
        "album": ("\xa9alb", tags.album),
        "date": ("\xa9day", tags.date),
        "track": ("trkn", tags.track and (tags.track, 0)),
        "season": ("disk", tags.season and (tags.season, 0)),
        "cover": ("covr", tags.cover and MP4Cover(tags.cover, form)),
    }
    for field, (key, value) in values.items():
        first = next(iter(there.get(key) or ()), None)
        same = first == value
        if isinstance(first, tuple) and value:
            same = first[0] == value[0]
        elif isinstance(first, str) and field == "date":
            same = _main_part(field, first) == value
        if value and not same:
            there[key] = [value]
            yield field


def _cut(title: str) -> str:
    return title.encode()[:255].decode(errors="ignore")


def _write_chpl(path: Path, chapters: list[tuple[float, str]], media: Any) -> None:
    """Put the chapters into `moov.udta.chpl`; a track that held others is no longer referred to."""
    marks = b"".join(
        struct.pack(">QB", round(start * 10_000_000), len(title.encode())) + title.encode() for start, title in chapters
    )
    data = Atom.render(b"chpl", struct.pack(">IIB", 0x01000000, 0, len(chapters)) + marks)
    with path.open("rb+") as file:
        atoms = Atoms(file)
        for reference in atoms[b"moov"].findall(b"tref", True):
            _, content = reference.read(file)
            if b"chap" in content:
                file.seek(reference._dataoffset + content.index(b"chap"))
                file.write(b"free")
        parents = atoms.path(b"moov", b"udta")
        old = next(parents[-1].findall(b"chpl"), None)
        offset, length = (old.offset, old.length) if old else (parents[-1]._dataoffset, 0)
        resize_bytes(file, length, len(data), offset)
        file.seek(offset)
        file.write(data)
        grown = len(data) - length
        media.tags._MP4Tags__update_parents(file, parents, grown)
        media.tags._MP4Tags__update_offsets(file, atoms, grown, offset)


def _picture_type(data: bytes) -> str:
    return "png" if data.startswith(b"\x89PNG") else "jpeg"


WRITERS: dict[str, Callable[[Path, Tags, bool], Iterator[str]]] = {
    ".mp3": _mp3,
    ".m4a": _mp4,
    ".mp4": _mp4,
    ".m4v": _mp4,
}
"""By file extension; other types are not tagged."""

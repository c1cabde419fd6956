"""Measure sound, film and pictures from the files themselves, never from their names.

A file that is truncated, empty or something else than its name says raises
`MediaError`; nothing of it reaches a feed.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

import mutagen
from mutagen.mp3 import MP3, BitrateMode, HeaderNotFoundError
from mutagen.mp4 import MP4
from mutagen.mp4._atom import Atoms
from PIL import ExifTags, Image, UnidentifiedImageError
from pydantic import BaseModel, ConfigDict

from .chapter_track import track_chapters
from .mpeg import frame_seconds

SOUND_AND_FILM = {
    ".mp3": ("audio/mpeg", "MP3"),
    ".m4a": ("audio/x-m4a", "MP4"),
    ".mp4": ("video/mp4", "MP4"),
    ".m4v": ("video/x-m4v", "MP4"),
    ".ogg": ("audio/ogg", "OggVorbis"),
    ".opus": ("audio/ogg", "OggOpus"),
    ".flac": ("audio/flac", "FLAC"),
    ".wav": ("audio/wav", "WAVE"),
}
"""Media type and mutagen's class by file extension."""

PICTURES = {
    ".jpg": ("image/jpeg", "JPEG"),
    ".jpeg": ("image/jpeg", "JPEG"),
    ".png": ("image/png", "PNG"),
    ".webp": ("image/webp", "WEBP"),
}
"""Media type and Pillow's format by file extension."""


@dataclass(eq=False)
class MediaError(Exception):
    """A file that cannot be published; `code` is its sentence in `texts/`."""

    code: str
    values: dict[str, Any]


class Mark(BaseModel):
    """A chapter as the file itself holds it; `start` in seconds."""

    model_config = ConfigDict(frozen=True)
    start: float
    title: str


class Measure(BaseModel):
    """What was measured from one file: bytes, seconds, pixels, bits per second.

    `outside` says that it lies in the folder outside git; `version` is what the server calls a file at a web address,
    its ETag or else its Last-Modified. Such a file has no checksum, because it is not read to the end.
    """

    model_config = ConfigDict(frozen=True)
    bytes: int
    type: str
    sha384: str | None = None
    seconds: float | None = None
    bitrate: int | None = None
    chapters: tuple[Mark, ...] = ()
    width: int | None = None
    height: int | None = None
    mode: str | None = None
    outside: bool = False
    version: str | None = None

    @property
    def is_square_artwork(self) -> bool:
        """Whether podcast directories accept this picture: square, 1400 to 3000 pixels, JPEG or PNG, RGB."""
        fits = self.width == self.height and 1400 <= (self.width or 0) <= 3000
        return fits and self.type in ("image/jpeg", "image/png") and self.mode == "RGB"


def measure(path: Path) -> Measure:
    """Measure one file; MediaError when it is not what its name says, or not whole."""
    size = path.stat().st_size
    if size == 0:
        raise MediaError("media-empty", {"file": path.name})
    suffix = path.suffix.lower()
    if suffix in PICTURES:
        found = _picture(path, *PICTURES[suffix])
    elif suffix in SOUND_AND_FILM:
        with path.open("rb") as file:
            found = sound_or_film(file, path.name, size, suffix)
    else:
        known = ", ".join([*SOUND_AND_FILM, *PICTURES])
        raise MediaError("media-extension", {"file": path.name, "known": known})
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha384").hexdigest()
    return Measure(bytes=size, sha384=digest, **found)


def _picture(path: Path, media_type: str, expected: str) -> dict[str, Any]:
    try:
        with Image.open(path) as image:
            if image.format != expected and (image.format, expected) != ("MPO", "JPEG"):
                raise MediaError("media-other-type", {"file": path.name, "found": str(image.format)})
            image.load()
            turned = image.getexif().get(ExifTags.Base.Orientation, 1) >= 5
            width, height = (image.height, image.width) if turned else image.size
            return {"type": media_type, "width": width, "height": height, "mode": image.mode}
    except UnidentifiedImageError:
        raise MediaError("media-other-type", {"file": path.name, "found": "?"}) from None
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise MediaError("media-broken", {"file": path.name, "reason": str(error)}) from None


def sound_or_film(file: BinaryIO, name: str, size: int, suffix: str, *, to_the_end: bool = True) -> dict[str, Any]:
    """Read type, length, bit rate and chapters from an open file of `size` bytes.

    An MP3 that does not say how long it is must be read to the end; where `to_the_end` forbids that, it is an error.
    """
    media_type, expected = SOUND_AND_FILM[suffix]
    try:
        media: Any = mutagen.File(file)
    except HeaderNotFoundError:
        raise MediaError("media-other-type", {"file": name, "found": "?"}) from None
    except mutagen.MutagenError as error:
        raise MediaError("media-broken", {"file": name, "reason": str(error)}) from None
    if media is None or type(media).__name__ != expected:
        found = "?" if media is None else type(media).__name__
        raise MediaError("media-other-type", {"file": name, "found": found})
    seconds, bitrate = float(media.info.length), int(getattr(media.info, "bitrate", 0))
    marks: list[Mark] = []
    if expected == MP3.__name__:
        if media.info.sketchy:
            raise MediaError("media-other-type", {"file": name, "found": "?"})
        tags = media.tags.size if media.tags else 0
        if media.info.bitrate_mode == BitrateMode.UNKNOWN:
            if not to_the_end:
                raise MediaError("media-no-length", {"file": name})
            file.seek(0)
            seconds = frame_seconds(file.read(), tags) or seconds
            bitrate = round((size - tags) * 8 / seconds) if seconds else 0
        elif size - tags < 0.97 * seconds * bitrate / 8:
            raise MediaError("media-truncated", {"file": name})
        frames = _listed_chapters(media.tags) if media.tags else []
        marks = [Mark(start=f.start_time / 1000, title=_title(f.sub_frames.get("TIT2", ""))) for f in frames]
    elif expected == MP4.__name__:
        file.seek(0)
        atoms = Atoms(file)
        last = atoms.atoms[-1]
        if last.offset + last.length > size:
            raise MediaError("media-truncated", {"file": name})
        listed = [(c.start, c.title) for c in media.chapters or ()] or track_chapters(file, atoms)
        marks = [Mark(start=float(start), title=_title(title)) for start, title in listed]
    if seconds <= 0:
        raise MediaError("media-empty", {"file": name})
    marks = sorted((mark for mark in marks if mark.title), key=lambda mark: mark.start)
    return {"type": media_type, "seconds": round(seconds, 3), "bitrate": bitrate, "chapters": tuple(marks)}


def _listed_chapters(tags: Any) -> list[Any]:
    """The chapters that a table of contents names; others are left from earlier, and no program shows them."""
    tables = tags.getall("CTOC")
    listed = {name for table in tables for name in table.child_element_ids}
    return [frame for frame in tags.getall("CHAP") if not tables or frame.element_id in listed]


def _title(tag: object) -> str:
    """Write a tag as one line; tags may hold anything, even several texts with U+0000 between them."""
    return " ".join("".join(c if c.isprintable() else " " for c in str(tag)).split())

"""Measure sound, film and pictures from the files themselves, never from their names.

A file that is truncated, empty or something else than its name says raises
`MediaError`; nothing of it reaches a feed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Annotated, Any, BinaryIO

from PIL import ExifTags, Image
from pydantic import BaseModel, ConfigDict, Field

from ..reading.door import unreadable
from .flac import measure_flac
from .kinds import POINTER, kind
from .mp4 import measure_mp4
from .mpeg import measure_mpeg
from .ogg import measure_ogg
from .riff import measure_wave
from .sound import Refused, Sound

SOUND_AND_FILM = {
    ".mp3": ("audio/mpeg", "MP3"),
    ".m4a": ("audio/x-m4a", "MP4"),
    ".mp4": ("video/mp4", "MP4"),
    ".m4v": ("video/x-m4v", "MP4"),
    ".ogg": ("audio/ogg", "Ogg"),
    ".opus": ("audio/ogg", "Ogg"),
    ".flac": ("audio/flac", "FLAC"),
    ".wav": ("audio/wav", "WAV"),
}
"""Media type and kind of file (see `kinds`) by extension."""

PICTURES = {
    ".jpg": ("image/jpeg", "JPEG"),
    ".jpeg": ("image/jpeg", "JPEG"),
    ".png": ("image/png", "PNG"),
    ".webp": ("image/webp", "WEBP"),
    ".gif": ("image/gif", "GIF"),
}
"""Media type and Pillow's format by file extension."""

READERS: dict[str, Callable[[BinaryIO, int, bool], Sound]] = {
    "MP3": measure_mpeg,
    "Ogg": measure_ogg,
    "FLAC": measure_flac,
    "WAV": measure_wave,
}

MOST_BYTES = 5_000_000_000
MOST_PICTURE = 100_000_000
MOST_PIXELS = 100_000_000
"""More than this no phone, host or app can handle, and reading it would only keep everybody waiting."""
MOST_SECONDS = 1_000_000

Count = Annotated[int, Field(ge=0, lt=1 << 53)]
Time = Annotated[float, Field(ge=0, allow_inf_nan=False)]


@dataclass(eq=False)
class MediaError(Exception):
    """A file that cannot be published; `code` is its sentence in `texts/`."""

    code: str
    values: dict[str, Any]


class Mark(BaseModel):
    """A chapter as the file itself holds it; `start` in seconds."""

    model_config = ConfigDict(frozen=True)
    start: Time
    title: str


class Measure(BaseModel):
    """What was measured from one file: bytes, seconds, pixels, bits per second.

    `outside` says that it lies in the folder outside git; `version` is what the server calls a file at a web address,
    its ETag or else its Last-Modified. Such a file has no checksum, because it is not read to the end.
    """

    model_config = ConfigDict(frozen=True)
    bytes: Count
    type: str
    sha384: str | None = None
    seconds: Annotated[float, Field(gt=0, le=MOST_SECONDS)] | None = None
    bitrate: Count | None = None
    chapters: tuple[Mark, ...] = ()
    width: Count | None = None
    height: Count | None = None
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
    suffix = path.suffix.lower()
    if suffix not in {**PICTURES, **SOUND_AND_FILM}:
        raise MediaError("media-extension", {"file": path.name, "known": ", ".join([*SOUND_AND_FILM, *PICTURES])})
    with _told(path.name):
        size, most = path.stat().st_size, MOST_PICTURE if suffix in PICTURES else MOST_BYTES
        if size > most:
            raise Refused("media-too-large", {"megabytes": size // 1_000_000, "most": most // 1_000_000})
        with path.open("rb") as file:
            if suffix in PICTURES:
                found = _picture(file, size, *PICTURES[suffix])
            else:
                found = sound_or_film(file, path.name, size, suffix)
            file.seek(0)
            digest = hashlib.file_digest(file, "sha384").hexdigest()
    return Measure(bytes=size, sha384=digest, **found)


@contextmanager
def _told(name: str) -> Iterator[None]:
    """Turn whatever reading a file can throw into a problem with its name: damage finds every gap in a library."""
    try:
        yield
    except MediaError:
        raise
    except Refused as refused:
        raise MediaError(refused.code, {"file": name, **refused.values}) from None
    except PermissionError as error:
        raise MediaError("file-unreadable", {"value": name, **unreadable(error).values}) from None
    except OSError as error:
        raise MediaError("media-broken", {"file": name, "reason": error.strerror or str(error)}) from None
    except Exception as error:
        raise MediaError("media-broken", {"file": name, "reason": str(error) or type(error).__name__}) from None


def _picture(file: BinaryIO, size: int, media_type: str, expected: str) -> dict[str, Any]:
    _of_kind(file, size, expected)
    file.seek(0)
    with Image.open(file, formats=[expected, "MPO"] if expected == "JPEG" else [expected]) as image:
        if image.width * image.height > MOST_PIXELS:
            raise Refused("media-too-many-pixels", {"width": image.width, "height": image.height})
        image.load()
        turned = image.getexif().get(ExifTags.Base.Orientation, 1) >= 5
        width, height = (image.height, image.width) if turned else image.size
        return {"type": media_type, "width": width, "height": height, "mode": image.mode}


def sound_or_film(file: BinaryIO, name: str, size: int, suffix: str, *, to_the_end: bool = True) -> dict[str, Any]:
    """Read type, length, bit rate and chapters from an open file of `size` bytes; MediaError when it is not whole.

    What must be read to the end for its length is an error where `to_the_end` forbids that.
    """
    media_type, expected = SOUND_AND_FILM[suffix]
    with _told(name):
        _of_kind(file, size, expected)
        read = READERS.get(expected) or partial(measure_mp4, film=media_type.startswith("video/"))
        seconds, bitrate, chapters = read(file, size, to_the_end)
        seconds = round(seconds, 3)
        if not seconds > 0:
            raise Refused("media-no-sound")
        if seconds > MOST_SECONDS:
            raise Refused("media-broken", {"reason": f"{seconds:.0f} s"})
        marks = [Mark(start=start, title=_title(title)) for start, title in chapters]
    marks = sorted((mark for mark in marks if mark.title), key=lambda mark: mark.start)
    return {"type": media_type, "seconds": seconds, "bitrate": bitrate, "chapters": tuple(marks)}


def _of_kind(file: BinaryIO, size: int, expected: str) -> None:
    if size == 0:
        raise Refused("media-empty")
    found = kind(file, size)
    if found == POINTER:
        raise Refused("media-pointer")
    if found == "?":
        raise Refused("media-unknown", {"expected": expected})
    if found.upper() != expected.upper():
        raise Refused("media-other-type", {"found": found})


def _title(tag: object) -> str:
    """Write a tag as one line; tags may hold anything, even several texts with U+0000 between them."""
    return " ".join("".join(c if c.isprintable() else " " for c in str(tag)).split())

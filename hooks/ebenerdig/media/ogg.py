"""Measure an Ogg by the times on its pages, whatever is inside: Vorbis, Opus or FLAC.

Several recordings behind one another are one Ogg, each with times of its own;
hence every page's head is read. Of a remote file only the first and last are.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, NamedTuple

from .mpeg import sound_begins
from .sound import Refused, Sound

PLAYED = {b"\x01vorbis": "Vorbis", b"OpusHead": "Opus", b"\x7fFLAC": "FLAC"}
OTHERS = {b"Speex   ": "Speex", b"\x80theora": "Theora", b"BBCD": "Dirac"}
TAIL = 1 << 17
"""More than a page can have."""
NO_TIME = (1 << 64) - 1


class Page(NamedTuple):
    """The head of a page: `first` and `last` of its stream, time of its end in samples, place of its content."""

    first: bool
    last: bool
    time: int
    stream: int
    number: int
    at: int
    end: int


@dataclass
class Stream:
    """A recording in the file; times in samples. `pace` is how long a page lasts, `lost` what is missing between."""

    rate: int
    skipped: int = 0
    first: int = 0
    second: int = 0
    last: int = 0
    number: int = 0
    pace: int = 0
    lost: int = 0

    def hear(self, page: Page) -> None:
        """Note the time at the end of another page, and what is missing before it."""
        follows, self.number = page.number <= self.number + 1, page.number
        if page.time in (0, NO_TIME):
            return
        passed = page.time - self.last
        if not self.first:
            self.first = page.time
        elif follows:
            self.pace = passed
        else:
            self.lost += max(0, passed - self.pace)
        if self.first != page.time and not self.second:
            self.second = page.time
        self.last = max(self.last, page.time)

    @property
    def seconds(self) -> float:
        """What plays. A recording of a stream begins late: about a page before the end of its first one."""
        page = max(0, self.second - self.first)
        late = self.first - page if self.second and self.first > 2 * self.rate else 0
        return max(0, self.last - max(late, self.skipped)) / self.rate


def measure_ogg(file: BinaryIO, size: int, to_the_end: bool) -> Sound:
    """Measure an Ogg. Raises Refused."""
    seconds, streams, is_cut = 0.0, dict[int, Stream](), False
    for page in _pages(file, size, sound_begins(file, size), to_the_end):
        is_cut = page.end > size
        if is_cut:
            break
        if page.first:
            if stream := _begin(file, page):
                seconds += streams.pop(page.stream).seconds if page.stream in streams else 0
                streams[page.stream] = stream
        elif page.stream in streams:
            streams[page.stream].hear(page)
    if not streams:
        raise Refused("media-codec", {"found": "?", "container": "Ogg"})
    if is_cut:
        raise Refused("media-truncated")
    lost = sum(stream.lost / stream.rate for stream in streams.values())
    if lost > 1 and to_the_end:
        raise Refused("media-gap", {"seconds": round(lost)})
    seconds += sum(stream.seconds for stream in streams.values())
    return Sound(seconds, round(size * 8 / seconds) if seconds else 0)


def _begin(file: BinaryIO, page: Page) -> Stream | None:
    file.seek(page.at)
    head = file.read(64)
    for mark, codec in OTHERS.items():
        if head.startswith(mark):
            raise Refused("media-codec", {"found": codec, "container": "Ogg"})
    codec = next((codec for mark, codec in PLAYED.items() if head.startswith(mark)), "")
    if codec == "Opus":
        return Stream(48_000, struct.unpack_from("<H", head, 10)[0])
    if codec:
        rate = struct.unpack_from("<I", head, 12)[0] if codec == "Vorbis" else int.from_bytes(head[27:30], "big") >> 4
        if not rate:
            raise Refused("media-broken", {"reason": codec})
        return Stream(rate)
    return None


def _pages(file: BinaryIO, size: int, at: int, to_the_end: bool) -> Iterator[Page]:
    while at < size:
        page = _page(file, at)
        if page is None:
            at = _resume(file, at + 1)
            continue
        yield page
        at = page.end
        if not to_the_end and not page.first and page.time not in (0, NO_TIME) and at < size - TAIL:
            at = _resume(file, size - TAIL)


def _page(file: BinaryIO, at: int) -> Page | None:
    file.seek(at)
    head = file.read(27 + 255)
    if len(head) < 27 or head[:4] != b"OggS":
        return None
    flags, time, stream, number, count = head[5], *struct.unpack_from("<QII", head, 6), head[26]
    content = at + 27 + count
    return Page(bool(flags & 2), bool(flags & 4), time, stream, number, content, content + sum(head[27 : 27 + count]))


def _resume(file: BinaryIO, at: int) -> int:
    """Find the next page behind damage; the file's end when none comes for long."""
    file.seek(at)
    found = file.read(4 * TAIL).find(b"OggS")
    return at + found if found >= 0 else 1 << 62

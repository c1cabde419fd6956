"""Read the chapters of an MP4 from its text track, as QuickTime and Apple's programs write them.

Hand-written on mutagen's walk over the atoms: mutagen itself reads only the
other kind, the `chpl` atom.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from itertools import chain, pairwise, repeat
from typing import Any, BinaryIO

from mutagen.mp4._atom import Atoms

LONGEST_TITLE = 1024
MOST_CHAPTERS = 2000


def track_chapters(file: BinaryIO, atoms: Atoms) -> list[tuple[float, str]]:
    """Return start in seconds and title of each chapter; none when there is no such track or it cannot be read."""
    try:
        tracks = {_number(file, track, b"tkhd", 12, 20): track for track in atoms[b"moov"].findall(b"trak")}
        for track in list(tracks.values()):
            for chapters in (tracks.get(number) for number in _references(file, track)):
                if chapters and _data(file, chapters, b"mdia", b"hdlr")[8:12] == b"text":
                    return list(_samples(file, chapters))
    except (LookupError, ArithmeticError, ValueError, OSError, struct.error):
        pass
    return []


def _data(file: BinaryIO, atom: Any, *path: bytes) -> bytes:
    found: bytes = atom[path].read(file)[1]
    return found


def _number(file: BinaryIO, atom: Any, name: bytes, short: int, long: int) -> int:
    """A number behind two times, which take four bytes each or, in version 1, eight."""
    data = _data(file, atom, *name.split(b"."))
    number: int = struct.unpack_from(">I", data, long if data[0] == 1 else short)[0]
    return number


def _references(file: BinaryIO, track: Any) -> tuple[int, ...]:
    """The tracks that hold this one's chapters."""
    for reference in track.findall(b"tref"):
        content = reference.read(file)[1]
        at = content.find(b"chap")
        if at >= 4:
            (length,) = struct.unpack_from(">I", content, at - 4)
            return struct.unpack_from(f">{(length - 8) // 4}I", content, at + 4)
    return ()


def _samples(file: BinaryIO, track: Any) -> Iterator[tuple[float, str]]:
    scale = _number(file, track, b"mdia.mdhd", 12, 20)
    table = (b"mdia", b"minf", b"stbl")
    lengths = _pairs(_data(file, track, *table, b"stts"))
    same, count = struct.unpack_from(">II", _data(file, track, *table, b"stsz"), 4)
    sizes = repeat(same, count) if same else _numbers(_data(file, track, *table, b"stsz"), 12, "I")
    places = chain.from_iterable(_chunks(file, track, table))
    durations = chain.from_iterable(repeat(length, times) for times, length in lengths)
    start, end = 0, None
    for _, size, duration, (chunk, begins) in zip(range(MOST_CHAPTERS), sizes, durations, places, strict=False):
        end = chunk if begins or end is None else end
        file.seek(end)
        end += size
        if title := _title(file.read(min(size, LONGEST_TITLE))):
            yield start / scale, title
        start += duration


def _chunks(file: BinaryIO, track: Any, table: tuple[bytes, ...]) -> Iterator[Iterator[tuple[int, bool]]]:
    """For each chunk its samples, as the chunk's place and whether the sample is its first."""
    try:
        offsets = _numbers(_data(file, track, *table, b"stco"), 8, "I")
    except KeyError:
        offsets = _numbers(_data(file, track, *table, b"co64"), 8, "Q")
    runs = _numbers(_data(file, track, *table, b"stsc"), 8, "I")
    firsts, each = [*runs[0::3], len(offsets) + 1], runs[1::3]
    for (first, following), samples in zip(pairwise(firsts), each, strict=True):
        for offset in offsets[first - 1 : following - 1]:
            yield ((offset, number == 0) for number in range(samples))


def _numbers(data: bytes, at: int, kind: str) -> tuple[int, ...]:
    return struct.unpack_from(f">{(len(data) - at) // struct.calcsize(kind)}{kind}", data, at)


def _pairs(data: bytes) -> Iterator[tuple[int, int]]:
    numbers = _numbers(data, 8, "I")
    return zip(numbers[0::2], numbers[1::2], strict=True)


def _title(sample: bytes) -> str:
    (length,) = struct.unpack_from(">H", sample)
    text = sample[2 : 2 + length]
    return text.decode("utf-16" if text[:2] in (b"\xfe\xff", b"\xff\xfe") else "utf-8", errors="replace")

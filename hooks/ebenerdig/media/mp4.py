"""Measure an MP4 by its tracks: what their samples last, and which part of them is played.

An edit list says what is played of a track, and decides: whoever cuts a film
without converting it leaves the rest inside. A film for streaming has its
samples in fragments, and no length at its beginning.
"""

from __future__ import annotations

import io
import re
import struct
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, BinaryIO

from mutagen.mp4 import MP4Chapters, MP4Info
from mutagen.mp4._atom import Atoms

from .chapter_track import track_chapters
from .mpeg import sound_begins
from .sound import Refused, Sound

MOST_INDEX = 64 << 20
"""No film's index comes near this many bytes."""
FILM = {b"avc1", b"avc3", b"hvc1", b"hev1", b"dvh1", b"dvhe", b"vp08", b"vp09", b"av01"}
SOUND = {b"mp4a", b".mp3", b"Opus", b"fLaC"}
"""What browsers decode; H.265 counts, as most do."""
CODECS = {b"mp4v": "MPEG-4 Part 2", b"apcn": "ProRes", b"ac-3": "AC-3", b"ec-3": "E-AC-3", b"alac": "Apple Lossless"}
IN_GENERAL = {b"mp4a", b"mp4v"}
"""Names that leave it to a number what the samples are: see `OBJECTS`."""
OBJECTS = {
    0x20: "MPEG-4 Part 2",
    0x6A: "MPEG-1",
    0x6C: "JPEG",
    0xA5: "AC-3",
    0xA6: "E-AC-3",
    0xA9: "DTS",
    0xE1: "QCELP",
}
OBJECTS |= dict.fromkeys(range(0x60, 0x66), "MPEG-2")


@dataclass
class Track:
    """What the index says of a track; `samples` last that many of its own `scale`, `edits` are in the film's."""

    kind: bytes = b""
    scale: int = 0
    samples: int = 0
    codecs: tuple[bytes | str, ...] = ()
    edits: list[tuple[int, int]] = field(default_factory=list)
    places: tuple[int, ...] = ()

    def seconds(self, scale: int) -> float:
        """How long it plays; an edit can say when it begins, and has no length where fragments follow."""
        whole = self.samples / self.scale if self.scale else 0.0
        if not self.edits or not scale:
            return whole
        played = 0.0
        for length, begin in self.edits:
            if begin < 0:
                played += length / scale
            else:
                there = max(0.0, whole - begin / self.scale) if self.scale else 0.0
                played += min(length / scale, there) if length else there
        return played


def measure_mp4(file: BinaryIO, size: int, to_the_end: bool, *, film: bool) -> Sound:
    """Measure an MP4; of one without `film` only the sound counts. Raises Refused."""
    index, fragments, content = b"", Counter[int](), list[range]()
    defaults: dict[int, int] = {}
    fragmented = False
    for name, begin, end in boxes(file, sound_begins(file, size), size):
        if end > size and name in (b"moov", b"mdat", b"moof"):
            raise Refused("media-truncated" if index else "media-no-index")
        if name == b"mdat":
            content.append(range(begin, end))
        elif name == b"moov" and not index:
            if end - begin > MOST_INDEX:
                raise Refused("media-broken", {"reason": "moov"})
            file.seek(begin)
            index = file.read(end - begin)
            defaults = _defaults(index)
        elif name == b"moof":
            fragmented = True
            if not to_the_end:
                raise Refused("media-no-length")
            file.seek(begin)
            fragments += _fragment(file.read(min(end - begin, MOST_INDEX)), defaults)
    if not index:
        raise Refused("media-no-index")
    scale, tracks = _tracks(index)
    for number, duration in fragments.items():
        if number in tracks:
            tracks[number].samples += duration
    wanted = [t for t in tracks.values() if t.kind == b"soun" or (film and t.kind == b"vide")]
    for kind, played in ((b"vide", FILM), (b"soun", SOUND)):
        there = [codec for track in wanted if track.kind == kind for codec in track.codecs]
        if there and not played.intersection(there):
            found = there[0] if isinstance(there[0], str) else CODECS.get(there[0], there[0].decode("latin-1").strip())
            raise Refused("media-codec", {"found": found, "container": "MP4"})
    places = [place for track in wanted for place in track.places]
    if max(places, default=0) >= size:
        raise Refused("media-truncated")
    begins = [part.start for part in content]
    if not all(place in content[bisect_right(begins, place) - 1] for place in places if content):
        raise Refused("media-index-off")
    if not wanted:
        raise Refused("media-no-sound")
    seconds = max(track.seconds(scale) for track in wanted)
    marks, bitrate = ((), 0) if fragmented else _told(file)
    return Sound(seconds, bitrate or (round(size * 8 / seconds) if seconds else 0), marks)


def boxes(file: BinaryIO, start: int, end: int) -> Iterator[tuple[bytes, int, int]]:
    """Yield name, begin and end of each box's content; what is no box any more ends it."""
    while start + 8 <= end:
        file.seek(start)
        length, name = struct.unpack(">I4s", file.read(8))
        begin = start + 8
        if length == 1:
            (length,) = struct.unpack(">Q", file.read(8))
            begin += 8
        elif length == 0:
            length = end - start
        if length < begin - start or not (name.isascii() or name[:1] == b"\xa9"):
            return
        yield name, begin, start + length
        start += length


def _within(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    for name, begin, end in boxes(io.BytesIO(data), 0, len(data)):
        yield name, data[begin:end]


def _defaults(index: bytes) -> dict[int, int]:
    """The length of a sample in fragments, by track, where they do not say it themselves."""
    extended = dict(_within(index)).get(b"mvex", b"")
    boxes = (box for name, box in _within(extended) if name == b"trex")
    return {struct.unpack_from(">I", box, 4)[0]: struct.unpack_from(">I", box, 12)[0] for box in boxes}


def _fragment(data: bytes, defaults: dict[int, int]) -> Counter[int]:
    """Add up what a fragment's samples last, by track."""
    found = Counter[int]()
    for name, traf in _within(data):
        number = each = 0
        for part, box in _within(traf) if name == b"traf" else ():
            flags = int.from_bytes(box[1:4], "big")
            if part == b"tfhd":
                (number,) = struct.unpack_from(">I", box, 4)
                at = 8 + (flags & 1) * 8 + (flags >> 1 & 1) * 4
                each = struct.unpack_from(">I", box, at)[0] if flags & 8 else defaults.get(number, 0)
            elif part == b"trun":
                found[number] += _run(box, flags, each)
    return found


def _run(box: bytes, flags: int, each: int) -> int:
    (count,) = struct.unpack_from(">I", box, 4)
    if not flags & 0x100:
        return int(count) * each
    step = (flags >> 8 & 15).bit_count()
    numbers = _numbers(box, 8 + (flags & 1) * 4 + (flags >> 2 & 1) * 4)
    return sum(numbers[: count * step : step])


def _numbers(box: bytes, at: int, kind: str = "I") -> tuple[int, ...]:
    box = box[at:]
    return struct.unpack_from(f">{len(box) // struct.calcsize(kind)}{kind}", box)


def _tracks(index: bytes) -> tuple[int, dict[int, Track]]:
    """Return the film's scale, and its tracks by number."""
    scale, tracks = 0, dict[int, Track]()
    for name, box in _within(index):
        if name == b"mvhd":
            (scale,) = struct.unpack_from(">I", box, 20 if box[0] else 12)
        elif name == b"trak":
            parts = _parts(box)
            head = parts.get(b"tkhd", bytes(24))
            (number,) = struct.unpack_from(">I", head, 20 if head[0] else 12)
            tracks[number] = _track(parts)
    return scale, tracks


def _parts(data: bytes, inside: tuple[bytes, ...] = (b"mdia", b"minf", b"stbl")) -> dict[bytes, bytes]:
    """Everything inside a track, by name; boxes are looked into that lie one `inside` the other."""
    found: dict[bytes, bytes] = {}
    for name, box in _within(data):
        further = {inside[0]: inside[1:], b"edts": ()} if inside else {}
        inner = _parts(box, further[name]) if name in further else {name: box}
        found = {**inner, **found}
    return found


def _track(parts: dict[bytes, bytes]) -> Track:
    track = Track(kind=parts.get(b"hdlr", b"")[8:12])
    if head := parts.get(b"mdhd"):
        kind, at = (">IQ", 20) if head[0] else (">II", 12)
        track.scale, track.samples = struct.unpack_from(kind, head, at)
    if lengths := _numbers(parts.get(b"stts", b""), 8):
        track.samples = sum(count * each for count, each in zip(lengths[::2], lengths[1::2], strict=False))
    track.codecs = tuple(_codec(name, entry) for name, entry in _within(parts.get(b"stsd", b"")[8:]))
    if edits := parts.get(b"elst"):
        size, kind = (20, ">Qq") if edits[0] else (12, ">Ii")
        track.edits = [struct.unpack_from(kind, edits, at) for at in range(8, len(edits) - size + 1, size)]
    track.places = (*_numbers(parts.get(b"stco", b""), 8), *_numbers(parts.get(b"co64", b""), 8, "Q"))
    return track


def _codec(name: bytes, entry: bytes) -> bytes | str:
    """Name what a track's samples are; what `OBJECTS` knows, no browser plays."""
    described = re.search(rb"esds....\x03[\x80-\xff]*.(?:..[\x00-\x1f])\x04[\x80-\xff]*.(.)", entry, re.DOTALL)
    return OBJECTS.get(described[1][0], name) if described and name in IN_GENERAL else name


def _told(file: BinaryIO) -> tuple[tuple[tuple[float, object], ...], int]:
    """Chapters and bit rate, as far as they can be read: damage here costs them, and not the episode."""
    try:
        file.seek(0)
        atoms: Any = Atoms(file)
        chapters: Any = MP4Chapters(atoms, file) if MP4Chapters._can_load(atoms) else ()
        listed = [(float(mark.start), mark.title) for mark in chapters] or track_chapters(file, atoms)
        return tuple(listed), int(MP4Info(atoms, file).bitrate)
    except Exception:
        return (), 0

"""Measure a FLAC by its last frame: what the beginning says is a promise, and a stream has none."""

from __future__ import annotations

import re
import struct
from functools import cache
from typing import BinaryIO

from .mpeg import sound_begins
from .sound import Refused, Sound

TAILS = (1 << 16, 1 << 18, 1 << 20)
"""How far from the end of a remote file the last frames are looked for, in turn."""
BLOCK = 1 << 20
HEAD = 16
"""Bytes; no frame's header is longer."""
SIZES = {1: 192, **{n: 576 << (n - 2) for n in range(2, 6)}, **{n: 256 << (n - 8) for n in range(8, 16)}}
"""Samples of a frame by their bits; 6 and 7 have theirs behind the number."""
MARK = re.compile(rb"\xff[\xf8\xf9][\x10-\xff][\x00-\xaf]", re.DOTALL)
"""What may be a frame's first four bytes."""


def measure_flac(file: BinaryIO, size: int, to_the_end: bool) -> Sound:
    """Measure a FLAC; of a remote one only the end is read. Raises Refused."""
    begins = sound_begins(file, size)
    file.seek(begins + 8)
    _, longest, _, numbers = struct.unpack(">HH6sQ", file.read(18))
    rate, promised = numbers >> 44, numbers & (1 << 36) - 1
    if not rate:
        raise Refused("media-broken", {"reason": "STREAMINFO"})
    frames = set[tuple[int, int]]()
    for tail in (size,) if to_the_end else TAILS:
        frames = frames or _frames(file, max(begins, size - tail), longest)
    last = max((end for _, end in frames), default=0)
    if promised - last > rate:
        raise Refused("media-truncated")
    lost = last - min(frames, default=(0, 0))[0] - sum(end - start for start, end in frames)
    if lost > rate:
        raise Refused("media-gap", {"seconds": round(lost / rate)})
    seconds = (promised if promised and abs(promised - last) <= rate else last) / rate
    return Sound(seconds, round(size * 8 / seconds) if seconds else 0)


def _frames(file: BinaryIO, at: int, block: int) -> set[tuple[int, int]]:
    """Return first and last sample of all frames from `at` on that another one precedes or follows.

    Bytes may look like a frame by chance, and hardly ever like one that fits to another. A frame alone is believed.
    """
    file.seek(at)
    found, data = set[tuple[int, int]](), b""
    while more := file.read(BLOCK):
        data += more
        end = len(data) - HEAD if len(more) == BLOCK else len(data)
        heads = (data[match.start() : match.start() + HEAD] for match in MARK.finditer(data) if match.start() < end)
        found |= {frame for head in heads if (frame := _frame(head, block))}
        data = data[end:]
    ends = {end for _, end in found}
    starts = {start for start, _ in found}
    return {(start, end) for start, end in found if start in ends or end in starts} or found


def _frame(head: bytes, block: int) -> tuple[int, int] | None:
    """Return first and last sample of a frame by its header; None when its checksum says that it is none."""
    size, rate = head[2] >> 4, head[2] & 15
    if not size or rate == 15 or head[3] & 1 or head[3] >> 4 > 10:
        return None
    first, more = head[4], 0
    while first & 0x80 >> more and more < 7:
        more += 1
    number = first & 0x7F >> more
    following = head[5 : 5 + max(0, more - 1)]
    if more == 1 or any(byte >> 6 != 2 for byte in following):
        return None
    for byte in following:
        number = number << 6 | byte & 63
    at = 5 + len(following)
    samples = SIZES.get(size, 0)
    if size in (6, 7):
        samples = int.from_bytes(head[at : at + size - 5], "big") + 1
        at += size - 5
    at += {12: 1, 13: 2, 14: 2}.get(rate, 0)
    if at >= len(head) or _checksum(head[:at]) != head[at]:
        return None
    start = number if head[1] & 1 else number * block
    return start, start + samples


def _checksum(data: bytes) -> int:
    value = 0
    for byte in data:
        value = _divided(value ^ byte)
    return value


@cache
def _divided(value: int) -> int:
    for _ in range(8):
        value = (value << 1 ^ (7 if value & 0x80 else 0)) & 0xFF
    return value

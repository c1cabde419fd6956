"""Measure a FLAC by its last frame: what the beginning says is a promise, and a stream has none."""

from __future__ import annotations

import struct
from typing import BinaryIO

from .mpeg import sound_begins
from .sound import Refused, Sound

TAILS = (1 << 16, 1 << 18, 1 << 20)
"""How far from the end the last frames are looked for, in turn."""
SIZES = {1: 192, **{n: 576 << (n - 2) for n in range(2, 6)}, **{n: 256 << (n - 8) for n in range(8, 16)}}
"""Samples of a frame by their bits; 6 and 7 have theirs behind the number."""


def measure_flac(file: BinaryIO, size: int, to_the_end: bool) -> Sound:
    """Measure a FLAC. Raises Refused."""
    file.seek(sound_begins(file, size) + 8)
    block, longest, _, numbers = struct.unpack(">HH6sQ", file.read(18))
    rate, promised = numbers >> 44, numbers & (1 << 36) - 1
    if not rate:
        raise Refused("media-broken", {"reason": "STREAMINFO"})
    fixed = block if block == longest else 0
    for tail in TAILS:
        start = max(0, size - tail)
        file.seek(start)
        samples = _last_sample(file.read(tail), fixed or longest)
        if samples or not start:
            break
    if promised - samples > rate:
        raise Refused("media-truncated")
    seconds = (promised if promised and abs(promised - samples) <= rate else samples) / rate
    return Sound(seconds, round(size * 8 / seconds) if seconds else 0)


def _last_sample(data: bytes, block: int) -> int:
    """Return where the last frame ends that another one precedes, or follows: bytes may look like one by chance."""
    found = list[tuple[int, int]]()
    at = data.find(b"\xff")
    while 0 <= at < len(data) - 16:
        if data[at + 1] in (0xF8, 0xF9) and (frame := _frame(data[at : at + 16], block)):
            found.append(frame)
        at = data.find(b"\xff", at + 1)
    ends = {end for _, end in found}
    starts = {start for start, _ in found}
    sure = [end for start, end in found if start in ends or end in starts]
    return max(sure or ends, default=0)


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
        value ^= byte
        for _ in range(8):
            value = (value << 1 ^ (7 if value & 0x80 else 0)) & 0xFF
    return value

"""Measure a WAV by what its blocks hold: programs that stream write no length, or the largest there is."""

from __future__ import annotations

import struct
from typing import BinaryIO

from .sound import Refused, Sound

NO_LENGTH = (0, 0xFFFFFFFF)
PLAYED = {0x0001: (8, 16, 24, 32), 0x0003: (32,), 0x0006: (8,), 0x0007: (8,)}
"""PCM, floating point, A-law, µ-law, each with the bits of a sample that browsers decode."""
EXTENSIBLE = 0xFFFE
CODECS = {0x0002: "ADPCM", 0x0011: "ADPCM", 0x0031: "GSM", 0x0050: "MP2", 0x0055: "MP3", 0x00FF: "AAC", 0x2000: "AC-3"}
MOST_BLOCKS = 10_000


def measure_wave(file: BinaryIO, size: int, to_the_end: bool) -> Sound:
    """Measure a WAV, RF64 or BW64. Raises Refused."""
    at, per_second, long_data = 12, 0, 0
    for _ in range(MOST_BLOCKS):
        file.seek(at)
        head = file.read(8)
        if len(head) < 8:
            raise Refused("media-truncated")
        name, length = struct.unpack("<4sI", head)
        if name == b"ds64":
            long_data = struct.unpack("<QQ", file.read(16))[1]
        elif name == b"fmt ":
            per_second = _bytes_per_second(file.read(min(length, 40)))
        elif name == b"data":
            break
        at += 8 + length + length % 2
    else:
        raise Refused("media-broken", {"reason": "data"})
    if not per_second:
        raise Refused("media-broken", {"reason": "fmt"})
    rest = size - at - 8
    if length == 0xFFFFFFFF and long_data:
        length = long_data
    if length in NO_LENGTH or length >= 1 << 62:
        length = rest
    if length - rest > per_second:
        raise Refused("media-truncated")
    return Sound(min(length, rest) / per_second, per_second * 8)


def _bytes_per_second(content: bytes) -> int:
    tag, channels, rate, _, _, bits = struct.unpack_from("<HHIIHH", content)
    if tag == EXTENSIBLE and len(content) >= 26:
        (tag,) = struct.unpack_from("<H", content, 24)
    if -(-bits // 8) * 8 not in PLAYED.get(tag, ()):
        found = f"{bits} bit" if tag in PLAYED else CODECS.get(tag, f"0x{tag:04X}")
        raise Refused("media-codec", {"found": found, "container": "WAV"})
    per_second: int = channels * rate * -(-bits // 8)
    return per_second

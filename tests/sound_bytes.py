"""Make sound byte by byte, as the standards write it: every field is the test's own, and no program rounds it."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass

# MPEG

RATES = {1: (44_100, 48_000, 32_000), 2: (22_050, 24_000, 16_000), 2.5: (11_025, 12_000, 8_000)}


@dataclass(frozen=True)
class Mpeg:
    """The frames of an MP3: MPEG version 1, 2 or 2.5, layer 2 or 3, Hertz."""

    version: float = 1
    layer: int = 3
    rate: int = 44_100
    mono: bool = False

    @property
    def samples(self) -> int:
        return 576 if self.layer == 3 and self.version != 1 else 1152

    def header(self, kbits: int, padded: bool = False) -> bytes:
        first = (0, *range(8, 65, 8), *range(80, 145, 16), 160) if self.version != 1 else ()
        second = {2: (32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384)}
        first = first or (0, *second.get(self.layer, (*range(32, 65, 8), 80, 96, 112, 128, 160, 192, 224, 256, 320)))
        version = {1: 3, 2: 2, 2.5: 0}[self.version]
        bits = 0b111 << 5 | version << 3 | (4 - self.layer) << 1 | 1
        third = first.index(kbits) << 4 | RATES[self.version].index(self.rate) << 2 | padded << 1
        return bytes((0xFF, bits, third, 0xC0 if self.mono else 0))

    def size(self, kbits: int, padded: bool = False) -> int:
        return self.samples * kbits * 125 // self.rate + padded

    def frame(self, kbits: int, padded: bool = False) -> bytes:
        return self.header(kbits, padded).ljust(self.size(kbits, padded), b"\0")

    def seconds(self, count: int) -> float:
        return count * self.samples / self.rate


def xing(
    form: Mpeg,
    kbits: int,
    frames: int | None = None,
    size: int | None = None,
    *,
    name: bytes = b"Xing",
    toc: bool = False,
    quality: bool = False,
    encoder: bytes = b"LAME3.100",
    silence: tuple[int, int] = (0, 0),
) -> bytes:
    """Make the first frame that tells how many frames and bytes there are, and what is silent before and after."""
    side = {(True, False): 32, (True, True): 17, (False, False): 17, (False, True): 9}[form.version == 1, form.mono]
    flags = (frames is not None) | (size is not None) << 1 | toc << 2 | quality << 3
    told = b"".join(number.to_bytes(4, "big") for number in (frames, size) if number is not None)
    told += bytes(range(100)) * toc + b"\xee\xee\xee\xee" * quality
    more = encoder.ljust(9) + b"\x77" * 12 + (silence[0] << 12 | silence[1]).to_bytes(3, "big") + b"\x77" * 12
    head = form.header(kbits) + bytes(side) + name + flags.to_bytes(4, "big") + told + more
    return head.ljust(form.size(kbits), b"\0")


def vbri(form: Mpeg, kbits: int, frames: int, size: int) -> bytes:
    """Make the first frame as Fraunhofer's programs write it."""
    told = b"VBRI" + struct.pack(">HHHII", 1, 0x1234, 75, size, frames) + b"\x55" * 20
    return (form.header(kbits) + b"\x66" * 32 + told).ljust(form.size(kbits), b"\0")


def id3(length: int, footer: bool = False) -> bytes:
    """Make a tag with so many bytes of content."""
    size = bytes(length >> shift & 127 for shift in (21, 14, 7, 0))
    head = bytes((4, 0, 0x10 if footer else 0)) + size
    return b"ID3" + head + b"\xff" * length + (b"3DI" + head if footer else b"")


# FLAC


def flac(rate: int, promised: int, frames: Sequence[bytes], block: tuple[int, int] = (4096, 4096)) -> bytes:
    """Make a file of these frames; `block` is the least and the greatest that it tells of."""
    numbers = rate << 44 | 1 << 41 | 15 << 36 | promised
    info = struct.pack(">HH6xQ16x", *block, numbers)
    return b"fLaC\x80" + len(info).to_bytes(3, "big") + info + b"".join(frames)


def flac_frame(
    number: int, size: int, rate: int = 9, samples: int = 0, *, fixed: bool = True, content: int = 60
) -> bytes:
    """Make a frame: its number or first sample, the bits for its samples and rate, and its samples if they follow."""
    head = bytes((0xFF, 0xF8 | (not fixed), size << 4 | rate, 0x18)) + utf8(number)
    if size in (6, 7):
        head += (samples - 1).to_bytes(size - 5, "big")
    head += b"\x2c" * {12: 1, 13: 2, 14: 2}.get(rate, 0)
    return head + bytes((crc8(head),)) + bytes(60)


def utf8(number: int) -> bytes:
    """Write a number as FLAC does: as UTF-8 once was, with up to 36 bits."""
    if number < 0x80:
        return bytes((number,))
    tail = list[int]()
    while number >= 1 << (6 - len(tail)):
        tail.insert(0, 0x80 | number & 63)
        number >>= 6
    return bytes(((0xFF << (7 - len(tail)) & 0xFF) | number & 0x7F >> len(tail), *tail))


def crc8(data: bytes) -> int:
    """The checksum of FLAC's frames, as the remainder of a division by x⁸ + x² + x + 1."""
    rest = int.from_bytes(data + b"\0", "big")
    for bit in range(len(data) * 8 - 1, -1, -1):
        if rest >> (bit + 8) & 1:
            rest ^= 0b1_0000_0111 << bit
    return rest


# Ogg


def ogg_page(time: int, content: bytes, *, stream: int = 1, first: bool = False, last: bool = False) -> bytes:
    """Make one page; `time` is that of its end, in samples."""
    sizes = [255] * (len(content) // 255) + [len(content) % 255]
    head = struct.pack("<4sBBqIIIB", b"OggS", 0, first << 1 | last << 2, time, stream, 0, 0, len(sizes))
    return head + bytes(sizes) + content


def opus_head(skipped: int) -> bytes:
    return b"OpusHead" + struct.pack("<BBHIhB", 1, 2, skipped, 44_100, 0, 0)


def vorbis_head(rate: int) -> bytes:
    return b"\x01vorbis" + struct.pack("<IBIiiiBB", 0, 2, rate, 0, 128_000, 0, 0xB8, 1)


def ogg_flac_head(rate: int) -> bytes:
    return b"\x7fFLAC\x01\x00" + struct.pack(">H", 1) + flac(rate, 0, [])[:42]


# WAV


def chunk(name: bytes, content: bytes, length: int | None = None) -> bytes:
    """Make one block of a WAV, and the byte that makes its length even."""
    told = len(content) if length is None else length
    return name + struct.pack("<I", told) + content + bytes(len(content) % 2)


def wave_format(tag: int, channels: int, rate: int, bits: int, *, inside: int | None = None) -> bytes:
    """Make the block that says how the samples are written; `inside` is the true tag of an extensible one."""
    size = channels * -(-bits // 8)
    content = struct.pack("<HHIIHH", tag, channels, rate, rate * size, size, bits)
    if inside is not None:
        content += struct.pack("<HHIH", 22, bits, 3, inside) + bytes.fromhex("000000001000800000aa00389b71")
    return chunk(b"fmt ", content)


def wave(*chunks: bytes, name: bytes = b"RIFF") -> bytes:
    return name + struct.pack("<I", 4 + sum(map(len, chunks)) & 0xFFFFFFFF) + b"WAVE" + b"".join(chunks)

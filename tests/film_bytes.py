"""Make MP4 files byte by byte, as ISO/IEC 14496-12 writes them: every box and field is the test's own."""

from __future__ import annotations

import struct
from collections.abc import Sequence


def box(name: bytes, *content: bytes, wide: bool = False) -> bytes:
    """Make a box; a `wide` one has its length in eight bytes."""
    inside = b"".join(content)
    if wide:
        return struct.pack(">I4sQ", 1, name, len(inside) + 16) + inside
    return struct.pack(">I4s", len(inside) + 8, name) + inside


def full(name: bytes, *content: bytes, version: int = 0, flags: int = 0) -> bytes:
    """Make a box with version and flags."""
    return box(name, struct.pack(">I", version << 24 | flags), *content)


def times(version: int, *behind: int) -> bytes:
    """Two times that nobody reads, and numbers of which the last is a length, as long as the version says."""
    long = "Q" if version else "I"
    return struct.pack(f">2{long}{len(behind) - 1}I{long}", 11, 22, *behind)


def movie_header(scale: int, version: int = 0) -> bytes:
    return full(b"mvhd", times(version, scale, 9), bytes(80), version=version)


def track(
    number: int,
    kind: bytes,
    scale: int,
    samples: Sequence[tuple[int, int]] = (),
    *,
    length: int = 0,
    codec: bytes = b"mp4a",
    edits: Sequence[tuple[int, int]] | None = None,
    places: Sequence[int] = (),
    version: int = 0,
    more: Sequence[bytes] = (),
    table: Sequence[bytes] = (),
) -> bytes:
    """Make a track.

    `samples` are how many of which length, `edits` lengths in the film's scale and begins in the track's own.
    """
    head = full(b"tkhd", times(version, number, 0, 0), version=version)
    long = ">Qq" if version else ">Ii"
    parts = [full(b"stsd", struct.pack(">I", 1), box(codec, bytes(28)))]
    parts.append(full(b"stts", struct.pack(">I", len(samples)), *(struct.pack(">II", *one) for one in samples)))
    form = (b"co64", "Q") if version else (b"stco", "I")
    parts.append(full(form[0], struct.pack(f">I{len(places)}{form[1]}", len(places), *places)))
    media = box(
        b"mdia",
        full(b"mdhd", times(version, scale, length), bytes(4), version=version),
        full(b"hdlr", bytes(4), kind, bytes(13)),
        box(b"minf", box(b"stbl", *parts, *table)),
    )
    listed = (
        ()
        if edits is None
        else (
            box(
                b"edts",
                full(
                    b"elst",
                    struct.pack(">I", len(edits)),
                    *(struct.pack(long, *edit) + b"\0\1\0\0" for edit in edits),
                    version=version,
                ),
            ),
        )
    )
    return box(b"trak", head, *listed, *more, media)


def film(*content: bytes, scale: int = 1000, version: int = 0, media: int = 64, last: bool = False) -> bytes:
    """Make a file with these boxes in its index, and so many bytes of media before or behind it."""
    index, data = box(b"moov", movie_header(scale, version), *content), box(b"mdat", bytes(media))
    head = box(b"ftyp", b"isom", bytes(4), b"isom")
    return head + (data + index if last else index + data)


def fragment(number: int, *runs: bytes, each: int | None = None, base: bool = False, described: bool = False) -> bytes:
    """Make a fragment of one track; `each` is the length of its samples where they do not tell it."""
    told = (b"\x99" * 8 if base else b"") + (b"\x99" * 4 if described else b"")
    told += struct.pack(">I", each) if each is not None else b""
    flags = base | described << 1 | (each is not None) << 3
    head = full(b"tfhd", struct.pack(">I", number), told, flags=flags)
    return box(b"moof", full(b"mfhd", bytes(4)), box(b"traf", head, *runs))


def run(*lengths: int, count: int | None = None, offset: bool = False, first: bool = False, others: int = 0) -> bytes:
    """Make a run of samples that tell their lengths, or only how many they are, and `others` numbers for each."""
    bits = (1 if lengths else 0) | {0: 0, 1: 2, 2: 6, 3: 14}[others]
    told = b"".join(struct.pack(">I", length) + b"\x77" * 4 * others for length in lengths)
    number = len(lengths) if count is None else count
    if not lengths:
        told = b"\x77" * 4 * others * number
    before = b"\x88" * 4 * (offset + first)
    return full(b"trun", struct.pack(">I", number), before, told, flags=offset | first << 2 | bits << 8)


def defaults(*tracks: tuple[int, int]) -> bytes:
    """Make the box that says how long the samples of fragments are."""
    return box(b"mvex", *(full(b"trex", struct.pack(">5I", number, 1, each, 5, 6)) for number, each in tracks))

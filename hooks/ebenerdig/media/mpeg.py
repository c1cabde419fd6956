"""Measure an MP3 by walking from frame to frame.

What its header says is a promise of the program that wrote it: whoever joins
two recordings, cuts one or lets an upload break off leaves the promise as it
was, and a recording of variable bit rate without header has none. Players go by
the frames, and so does this.
"""

from __future__ import annotations

import re
from functools import cache
from typing import BinaryIO, NamedTuple

from mutagen import MutagenError
from mutagen.id3 import ID3

from .sound import Refused, Sound

BLOCK = 1 << 20
AHEAD = 8192
"""More than the three frames that must follow each other before the first of them is believed."""
JUNK = 1 << 20
"""How far into the file the first frame may lie."""
MOST_JUNK = 16 << 20
"""How much may lie between frames in all; who looks on in films without end never ends."""

KBITS = {
    (3, 1): (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0),
    (3, 2): (0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384, 0),
}
"""Bit rates by version and layer bits; all others have those of `KBITS_2`."""
KBITS_2 = (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0)
RATES = (44100, 48000, 32000, 0)
DIVIDED = {0: 4, 2: 2, 3: 1}
"""How much slower than `RATES` the versions 2.5, 2 and 1 are, by their bits."""
LAYERS = {1: 3, 2: 2}
"""Layer by its bits."""
HEADER = re.compile(rb"\xff[\xe2-\xe5\xf2-\xf5\xfa-\xfd][^\xf0-\xff\x00-\x0f]", re.DOTALL)
"""What may be a frame's first three bytes."""


class Frame(NamedTuple):
    """What a frame's header says; frames of the same `kind` follow each other."""

    size: int
    seconds: float
    kind: tuple[int, int, int]
    bitrate: int
    samples: int


class Promise(NamedTuple):
    """What the first frame says of all: their number without itself, their bytes with itself, samples of silence."""

    frames: int
    bytes: int
    padding: int


def sound_begins(file: BinaryIO, size: int) -> int:
    """Return where the tags at a file's beginning end."""
    begins = 0
    while begins < size:
        file.seek(begins)
        length = _tag_length(file.read(10))
        if not length:
            break
        begins += length
    return begins


def mpeg_layer(file: BinaryIO, begins: int) -> int:
    """Return the layer of the first MPEG frames near `begins`; 0 when there are none."""
    _, _, frame = _first(file, begins)
    return LAYERS[frame.kind[1]] if frame else 0


def _first(file: BinaryIO, begins: int) -> tuple[bytes, int, Frame | None]:
    """Find the first frame: what was read from `begins` on, where in it the frame lies, and what it says."""
    file.seek(begins)
    data = file.read(AHEAD)
    at = _next(data, 0)
    if not _frame_at(data, at):
        data += file.read(JUNK)
        at = _next(data, 0)
    return data, at, _frame_at(data, at)


def measure_mpeg(file: BinaryIO, size: int, to_the_end: bool) -> Sound:
    """Measure an MP3; only its beginning is read unless `to_the_end`. Raises Refused."""
    begins = sound_begins(file, size)
    data, at, first = _first(file, begins)
    if not first:
        raise Refused("media-unknown", {"expected": "MP3"})
    promise = _promise(data[at : at + first.size], first)
    promised = promise.frames * first.seconds if promise else 0.0
    second = (promise.bytes / promised if promise and promised else first.bitrate / 8) or 1
    if to_the_end:
        seconds = walk(file, begins + at + (first.size if promise else 0))
        is_kept = abs(seconds - promised) <= 1
        is_cut = promised - seconds > min(1.0, 0.03 * promised)
    else:
        rest = size - begins - at
        is_cut = promise is not None and promise.bytes - rest > second
        is_kept = promise is not None and promised > 0 and abs(promise.bytes - rest) <= second
        seconds = promised
    if is_cut:
        raise Refused("media-truncated")
    if not is_kept and not to_the_end:
        raise Refused("media-no-length")
    if promise and is_kept and promise.bytes:
        seconds = promised - promise.padding * first.seconds / first.samples
        bitrate = round(max(0, promise.bytes - first.size) * 8 / seconds)
    else:
        bitrate = round((size - begins) * 8 / seconds) if seconds else 0
    return Sound(seconds, bitrate, _chapters(file))


def walk(file: BinaryIO, position: int) -> float:
    """Return the seconds of all frames from `position` on, whatever lies between them."""
    file.seek(position)
    data, at, seconds, junk = file.read(BLOCK), 0, 0.0, 0
    is_last = len(data) < BLOCK
    sizes, each = dict[bytes, int](), 0.0
    while True:
        if at >= len(data) - AHEAD and not is_last:
            if at > len(data):
                file.seek(at - len(data), 1)
            more = file.read(BLOCK)
            data, at, is_last = data[at:] + more, 0, len(more) < BLOCK
        end, count = len(data) - (3 if is_last else AHEAD), 0
        while at < end and (size := sizes.get(data[at : at + 3])):
            at += size
            count += 1
        seconds += count * each
        if at >= end:
            if is_last:
                return seconds
        elif length := _tag_length(data[at : at + 10]):
            at += length
        else:
            found = _next(data, at, end)
            junk += found - at
            if junk > MOST_JUNK:
                return seconds
            at, frame = found, _frame_at(data, found)
            if frame:
                sizes, each = _sizes(frame.kind), frame.seconds


@cache
def _sizes(kind: tuple[int, int, int]) -> dict[bytes, int]:
    """How long frames of this kind are, by their first three bytes."""
    frames = (((0xFF, second, third), _frame(second, third)) for second in range(0xE0, 0x100) for third in range(256))
    return {bytes(head): frame.size for head, frame in frames if frame and frame.kind == kind}


def _next(data: bytes, at: int, end: int | None = None) -> int:
    """Find the next frame that two more follow, or that the data's end follows; `end` when there is none."""
    end = len(data) if end is None else end
    for match in HEADER.finditer(data, at, end):
        follows = match.start()
        first = after = _frame_at(data, follows)
        for _ in range(2):
            if not first or not after:
                break
            follows += after.size
            after = _frame_at(data, follows)
            if follows < len(data) - 3 and (not after or after.kind != first.kind):
                first = None
        if first and follows <= len(data):
            return match.start()
    return max(at, end)


def _frame_at(data: bytes, at: int) -> Frame | None:
    return _frame(data[at + 1], data[at + 2]) if at < len(data) - 3 and data[at] == 0xFF else None


@cache
def _frame(second: int, third: int) -> Frame | None:
    """Read a frame's header, whose first byte is 0xFF."""
    version, layer = second >> 3 & 3, second >> 1 & 3
    rate = RATES[third >> 2 & 3]
    if second < 0xE0 or layer not in LAYERS or version not in DIVIDED or not rate:
        return None
    bits = KBITS.get((version, layer), KBITS_2)[third >> 4] * 1000
    if not bits:
        return None
    rate //= DIVIDED[version]
    samples = 576 if version != 3 and LAYERS[layer] == 3 else 1152
    return Frame(samples // 8 * bits // rate + (third >> 1 & 1), samples / rate, (version, layer, rate), bits, samples)


def _promise(data: bytes, frame: Frame) -> Promise | None:
    """Read the Xing, Info or VBRI header that a first frame may hold instead of sound."""
    if len(data) > 50 and data[36:40] == b"VBRI":
        return Promise(int.from_bytes(data[50:54], "big"), int.from_bytes(data[46:50], "big"), 0)
    is_mono = len(data) > 3 and data[3] >> 6 == 3
    at = 4 + ((17 if is_mono else 32) if frame.kind[0] == 3 else (9 if is_mono else 17))
    name, flags = data[at : at + 4], int.from_bytes(data[at + 4 : at + 8], "big")
    if name not in (b"Xing", b"Info"):
        return None
    at += 8
    numbers = [0, 0]
    for index in range(2):
        if flags >> index & 1:
            numbers[index] = int.from_bytes(data[at : at + 4], "big")
            at += 4
    at += (flags >> 2 & 1) * 100 + (flags >> 3 & 1) * 4
    silence = int.from_bytes(data[at + 21 : at + 24], "big") if data[at : at + 4] == b"LAME" else 0
    padding = (silence >> 12) + (silence & 0xFFF)
    is_known = padding < numbers[0] * frame.samples
    return Promise(numbers[0], numbers[1], padding if is_known else 0)


def _tag_length(head: bytes) -> int:
    """Return the bytes of an ID3 tag by its first ten; 0 when it is none."""
    if len(head) < 10 or head[:3] != b"ID3" or max(head[6:10]) > 127:
        return 0
    length = head[6] << 21 | head[7] << 14 | head[8] << 7 | head[9]
    return length + (20 if head[5] & 0x10 else 10)


def _chapters(file: BinaryIO) -> tuple[tuple[float, object], ...]:
    file.seek(0)
    try:
        tags = ID3(file)
    except (MutagenError, ValueError, LookupError):  # tags that cannot be read cost the chapters, not the episode
        return ()
    tables = tags.getall("CTOC")
    listed = {name for table in tables for name in table.child_element_ids}
    frames = [frame for frame in tags.getall("CHAP") if not tables or frame.element_id in listed]
    return tuple((frame.start_time / 1000, frame.sub_frames.get("TIT2", "")) for frame in frames)

"""Add up the frames of an MP3 that does not say how long it is.

Players and libraries guess from the first frames, which goes wrong where a
recording of variable bit rate begins with silence: 168 seconds for 120.
"""

from __future__ import annotations

from functools import cache

KBITS_1 = (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0)
KBITS_2 = (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0)
RATES = (44100, 48000, 32000, 0)
DIVIDED = {0: 4, 2: 2, 3: 1}
"""How much slower than `RATES` the versions 2.5, 2 and 1 are, by their bits."""


def frame_seconds(data: bytes, position: int = 0) -> float:
    """Return the seconds of all layer III frames from `position` on; 0 when there are none."""
    seconds = 0.0
    while 0 <= position < len(data) - 3:
        frame = _frame(data[position + 1], data[position + 2]) if data[position] == 0xFF else None
        if frame is None:
            position = data.find(b"\xff", position + 1)
        else:
            position += frame[0]
            seconds += frame[1]
    return seconds


@cache
def _frame(second: int, third: int) -> tuple[int, float] | None:
    """Return a frame's bytes and seconds by its header, whose first byte is 0xFF."""
    version, layer = second >> 3 & 3, second >> 1 & 3
    rate = RATES[third >> 2 & 3]
    if second < 0xE0 or layer != 1 or version not in DIVIDED or not rate:
        return None
    bits = (KBITS_1 if version == 3 else KBITS_2)[third >> 4] * 1000
    if not bits:
        return None
    rate //= DIVIDED[version]
    samples = 1152 if version == 3 else 576
    return samples // 8 * bits // rate + (third >> 1 & 1), samples / rate

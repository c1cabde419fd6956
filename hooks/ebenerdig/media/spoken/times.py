"""Times of cues: their order, and ends that do not come after their start."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from ..transcript import Cue

Told = tuple[int, int, str, str]
"""A mistake: line, column, the code of its sentence, and what stands there."""

LETTERS_A_SECOND = 15
SHORTEST, LONGEST = 1.0, 7.0
"""Seconds between which a cue stands whose end is not known."""


class Read(NamedTuple):
    """What a file gives: its cues, the lines of mended times and of words before the first time, and whether players
    would show something else than the cues."""

    cues: list[Cue]
    is_mended: bool = False
    mended: Sequence[int] = ()
    unspoken: Sequence[int] = ()


@lru_cache(8192)
def seconds(clock: str) -> float:
    """Read a time; most come twice, as a cue's end and the next one's start."""
    hours, minutes, rest = f"0:{clock[:-4]}".split(":")[-3:]
    return ((int(hours) * 60 + int(minutes)) * 60_000 + int(rest) * 1000 + int(clock[-3:])) / 1000


def mend(times: list[tuple[float, float]], texts: list[str]) -> list[int]:
    """Give an end to every cue that has words and ends no later than it starts; return which these are.

    Reversed times are turned where only that keeps the order. Else a cue lasts as long as it takes to read, at most
    until the next one starts.
    """
    if all(start < end for start, end in times):
        return []
    mended = []
    for number, (start, end) in enumerate(times):
        if end > start:
            continue
        following = times[number + 1][0] if number + 1 < len(times) else None
        before = times[number - 1][0] if number else 0.0
        if end < start and end >= before and following is not None and following < start:
            start, end = end, start
        else:
            end = start + min(max(len(texts[number]) / LETTERS_A_SECOND, SHORTEST), LONGEST)
            end = min(end, following) if following is not None and following > start else end
        times[number] = (start, round(end, 3))
        if texts[number].strip():
            mended.append(number)
    return mended


def disordered(times: list[tuple[float, float]]) -> list[int]:
    """Name the cues that start before the one above."""
    return [number for number, (one, other) in enumerate(pairwise(times), 1) if other[0] < one[0]]

"""How much a term tells of a text, in one byte: the more often it stands there, and the shorter the text is.

This is BM25 without a library's average, so that no text weighs otherwise because of another one.
"""

from __future__ import annotations

from math import log2

USUAL = 600
"""Words of a text of usual length; in longer ones a word weighs less."""
LEVELS, LOWEST, STEP = 32, -4.5, 0.35
"""Weights become one of so many levels, from two to this power on, in such steps of it."""


class Levels(dict[int, int]):
    """Gives the level of each weight in a text of so many words; `unit` is what a weight of one is written as."""

    def __init__(self, words: int, unit: int) -> None:
        super().__init__()
        self._usual = unit * (0.5 + 0.5 * words / USUAL)

    def __missing__(self, weight: int) -> int:
        self[weight] = max(0, min(LEVELS - 1, round((log2(weight / self._usual) - LOWEST) / STEP)))
        return self[weight]


def worths() -> list[float]:
    """What each level counts: more often is better, but less and less so."""
    weights = (2 ** (LOWEST + STEP * level) for level in range(LEVELS))
    return [round(2 * weight / (1 + weight), 3) for weight in weights]

"""What one thing says, counted: a function of its text alone, for whichever process has time for it.

It knows neither the catalogue nor any other thing. `shelf` joins what it gives.
"""

from __future__ import annotations

import json
import zlib
from array import array
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ...media.transcript import Cue
from ...memory import collector_at_rest
from .packing import apart, lines, listed, numbers, together
from .speech import pack, parts, sentences
from .terms import Reader, Spellings, reader, times

WRITTEN = 1
"""The bit for what is written; those above it are for the parts of the transcript."""
QUARTER = 4
"""Weights are kept as whole numbers of quarters."""
MOST = 2**24 - 1


spellings = Spellings()


class Passage(NamedTuple):
    """A piece of written text; what is not `shown` is only searched."""

    text: str
    weight: float = 1.0
    shown: bool = True


class Counted(NamedTuple):
    """A thing's terms for its shelf, and its transcript in parts as browsers fetch them."""

    counts: bytes
    parts: tuple[bytes, ...]


class Counts(NamedTuple):
    """A thing's terms and, for each, its `weight` in quarters and its `mask`; its words as written, and how often."""

    language: str
    length: int
    written: list[tuple[float, str]]
    terms: list[str]
    values: array[int]
    words: list[str]
    uses: array[int]


def weight(value: int) -> int:
    """How much a term weighs in a thing, in quarters."""
    return value >> 8


def mask(value: int) -> int:
    """Where a term stands in a thing: a bit for what is written, and one for each part of the transcript."""
    return value & 255


def both(quarters: int, places: int) -> int:
    """Write a weight and a mask as one number."""
    return min(quarters, MOST) << 8 | places


@collector_at_rest()
def counted(language: str, written: Sequence[Passage], cues: Iterable[Cue], stop_words: tuple[str, ...]) -> Counted:
    """Count what a thing says in a language. Of `stop_words`, what is spoken has no terms; what is written has."""
    values: dict[str, int] = {}
    every: list[str] = []

    def add(text: str, read: Reader, quarters: int, place: int) -> None:
        tokens = text.split()
        every.extend(tokens)
        for term, count in times(tokens, read).items():
            values[term] = values.get(term, 0) + (count * quarters << 8) | place

    for passage in written:
        add(passage.text, reader(language), round(passage.weight * QUARTER), WRITTEN)
    spoken = parts(list(sentences(cues)))
    for number, part in enumerate(spoken):
        text = " ".join([sentence.text for sentence in part])
        add(text, reader(language, stop_words), QUARTER, WRITTEN << (1 + number))
    words = times(every, spellings)
    about = {
        "language": language,
        "length": len(every),
        "written": [(passage.weight, passage.text) for passage in written],
    }
    pieces = [
        json.dumps(about, ensure_ascii=False).encode(),
        lines(values),
        numbers(values.values()),
        lines(words),
        numbers(words.values()),
    ]
    return Counted(zlib.compress(together(pieces), 1), tuple(map(pack, spoken)))


def opened(counts: bytes) -> Counts:
    """Read what `counted` wrote for the shelf."""
    head, terms, values, words, uses = apart(zlib.decompress(counts))
    about = json.loads(head)
    written = [(weight, text) for weight, text in about["written"]]
    lists = listed(terms), array("I", values), listed(words), array("I", uses)
    return Counts(about["language"], about["length"], written, *lists)

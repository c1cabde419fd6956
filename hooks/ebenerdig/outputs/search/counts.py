"""What one thing says, counted: a function of its text alone, for whichever process has time for it.

It knows neither the catalogue nor any other thing. `shelf` joins what it gives.
"""

from __future__ import annotations

import json
import zlib
from array import array
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from ...media.transcript import Cue
from .packing import apart, together
from .speech import pack, parts, sentences
from .terms import Reader, reader

WRITTEN = 1
"""The bit for what is written; those above it are for the parts of the transcript."""
QUARTER = 4
"""Weights are kept as whole numbers of quarters."""
MOST = 2**16 - 1


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
    """A thing's terms, with their weights in quarters and where they occur; its words as written, with theirs."""

    language: str
    length: int
    written: list[tuple[float, str]]
    terms: list[str]
    weights: array[int]
    masks: bytes
    words: list[str]
    uses: array[int]


def counted(language: str, written: Sequence[Passage], cues: Iterable[Cue], stop_words: tuple[str, ...]) -> Counted:
    """Count what a thing says in a language. Of `stop_words`, what is spoken has no terms; what is written has."""
    weights: dict[str, int] = {}
    masks: dict[str, int] = {}
    words: dict[str, int] = {}
    length = 0

    def add(tokens: Iterable[tuple[str, int, int]], read: Reader) -> None:
        for token, weight, mask in tokens:
            terms, found = read[token]
            for word in found:
                words[word] = words.get(word, 0) + weight
            for term in terms:
                if term in weights:
                    weights[term] += weight
                    masks[term] |= mask
                else:
                    weights[term], masks[term] = weight, mask

    for passage in written:
        tokens = passage.text.split()
        length += len(tokens)
        add(((token, round(passage.weight * QUARTER), WRITTEN) for token in tokens), reader(language))

    spoken = parts(list(sentences(cues)))
    every: list[str] = []
    places: dict[str, int] = {}
    for number, part in enumerate(spoken):
        here, bit = " ".join([sentence.text for sentence in part]).split(), WRITTEN << (1 + number)
        every += here
        for token in set(here):
            places[token] = places.get(token, 0) | bit
    times = ((token, count * QUARTER, places[token]) for token, count in Counter(every).items())
    add(times, reader(language, stop_words))

    about = {
        "language": language,
        "length": length + len(every),
        "written": [(passage.weight, passage.text) for passage in written],
    }
    pieces = [
        json.dumps(about, ensure_ascii=False).encode(),
        "\n".join(weights).encode(),
        _numbers(weights.values()),
        bytes(masks.values()),
        "\n".join(words).encode(),
        _numbers(words.values()),
    ]
    return Counted(zlib.compress(together(pieces), 1), tuple(map(pack, spoken)))


def opened(counts: bytes) -> Counts:
    """Read what `counted` wrote for the shelf."""
    head, terms, weights, masks, words, uses = apart(zlib.decompress(counts))
    about = json.loads(head)
    written = [(weight, text) for weight, text in about["written"]]
    lists = _list(terms), array("H", weights), masks, _list(words), array("H", uses)
    return Counts(about["language"], about["length"], written, *lists)


def _numbers(values: Collection[int]) -> bytes:
    try:
        return array("H", values).tobytes()
    except OverflowError:
        return array("H", [min(value, MOST) for value in values]).tobytes()


def _list(lines: bytes) -> list[str]:
    return lines.decode().split("\n") if lines else []

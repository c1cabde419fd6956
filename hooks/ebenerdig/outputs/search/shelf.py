"""A shelf: a few dozen things whose terms are joined, so that one edit moves one shelf and not the whole library.

A function of what `counts` gives for these things, of the stop words and of names that consist of several words.
"""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from ...memory import collector_at_rest
from .compounds import Compounds
from .counts import QUARTER, Counted, both, mask, opened, weight
from .levels import Levels
from .names import Names
from .packing import apart, lines, listed, together
from .sections import sections
from .terms import reader

COMPOUND = 0.75
"""What the last part of a compound counts."""
PARTED = "de"
"""The language that writes compounds as one word, and nouns with a capital."""
MOST_WORDS = 10_000
MOST_RECORDS = 256
"""A record's place on its shelf is one byte."""


@dataclass(frozen=True)
class Shelf:
    """Postings by the first letter of their terms; the most frequent words as they are written, and how often."""

    sections: dict[str, bytes]
    words: list[str]
    times: array[int]

    def kept(self) -> bytes:
        """All of it in one."""
        return together([lines(self.sections), *self.sections.values(), lines(self.words), self.times.tobytes()])

    @classmethod
    def of(cls, kept: bytes) -> Shelf:
        """Read what `kept` gave."""
        letters, *parts, words, times = apart(kept)
        return cls(dict(zip(listed(letters), parts, strict=True)), listed(words), array("I", times))


@collector_at_rest()
def joined(shelf: int, records: Sequence[Counted], stop_words: tuple[str, ...], names: tuple[str, ...]) -> Shelf:
    """Join the terms of a shelf's records; `names` consist of several words that are found together."""
    every = [opened(record.counts) for record in records]
    words: dict[str, dict[str, int]] = {}
    for counts in every:
        used = words.setdefault(counts.language, {})
        for word, uses in zip(counts.words, counts.uses, strict=True):
            used[word] = used.get(word, 0) + uses
    known = {language: Names(names, reader(language), stop_words) for language in words}
    compounds = Compounds(words.get(PARTED, {}), reader(PARTED), stop_words)

    rows: defaultdict[str, list[int]] = defaultdict(list)
    for place, (record, counts) in enumerate(zip(records, every, strict=True)):
        values = dict(zip(counts.terms, counts.values, strict=True))
        if counts.language == PARTED:
            for term, value in zip(counts.terms, counts.values, strict=True):
                for tail in compounds[term]:
                    old = values.get(tail, 0)
                    values[tail] = both(weight(old) + round(weight(value) * COMPOUND), mask(old) | mask(value))
        values.update(known[counts.language].found(record, counts))
        levels, first = Levels(counts.length, QUARTER), place << 16
        for term, value in values.items():
            rows[term].append(first | levels[value >> 8] << 8 | value & 255)
    total: Counter[str] = Counter()
    for used in words.values():
        total.update(used)
    most = sorted(total.items(), key=lambda row: (-row[1], row[0]))[:MOST_WORDS]
    return Shelf(sections(shelf, rows), [word for word, _ in most], array("I", [times for _, times in most]))

"""A shelf: a few dozen things whose terms are joined, so that one edit moves one shelf and not the whole library.

A function of what `counts` gives for these things, of the stop words and of names that consist of several words.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from .compounds import Compounds
from .counts import QUARTER, Counted, opened
from .levels import Levels
from .names import Names
from .packing import apart, together
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
    """Postings by the first letter of their terms, and how often words are used as they are written."""

    sections: dict[str, bytes]
    words: dict[str, int]

    def kept(self) -> bytes:
        """All of it in one."""
        about = {"letters": list(self.sections), "words": self.words}
        return together([json.dumps(about, ensure_ascii=False).encode(), *self.sections.values()])

    @classmethod
    def of(cls, kept: bytes) -> Shelf:
        """Read what `kept` gave."""
        head, *parts = apart(kept)
        about = json.loads(head)
        return cls(dict(zip(about["letters"], parts, strict=True)), about["words"])


def joined(shelf: int, records: Sequence[Counted], stop_words: tuple[str, ...], names: tuple[str, ...]) -> Shelf:
    """Join the terms of a shelf's records; `names` consist of several words that are found together."""
    every = [opened(record.counts) for record in records]
    words: dict[str, Counter[str]] = {}
    for counts in every:
        used = words.setdefault(counts.language, Counter())
        for word, uses in zip(counts.words, counts.uses, strict=True):
            used[word] += uses
    known = {language: Names(names, reader(language), stop_words) for language in words}
    compounds = Compounds(words.get(PARTED, {}), reader(PARTED), stop_words)

    rows: defaultdict[str, list[int]] = defaultdict(list)
    for place, (record, counts) in enumerate(zip(records, every, strict=True)):
        levels = Levels(counts.length, QUARTER)
        weights = dict(zip(counts.terms, counts.weights, strict=True))
        masks: dict[str, int] = dict(zip(counts.terms, counts.masks, strict=True))
        if counts.language == PARTED:
            for term, weight, mask in zip(counts.terms, counts.weights, counts.masks, strict=True):
                for tail in compounds[term]:
                    weights[tail] = weights.get(tail, 0) + round(weight * COMPOUND)
                    masks[tail] = masks.get(tail, 0) | mask
        for name, times, mask in known[counts.language].found(record, counts):
            weights[name], masks[name] = round(times * QUARTER), mask
        for term, weight in weights.items():
            rows[term].append(place << 16 | levels[weight] << 8 | masks[term])
    total = sum(words.values(), Counter())
    most = sorted(total.items(), key=lambda row: (-row[1], row[0]))[:MOST_WORDS]
    return Shelf(sections(shelf, rows), dict(most))

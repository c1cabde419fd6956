"""The words that a misspelt one is compared with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import islice
from math import log2

from .shelf import Shelf
from .terms import folded

SHORTEST = 4
MOST_WORDS = 8_000
"""How many words of the library the browser may compare a misspelt one with: 30 kB compressed."""

OF_SHELVES, LEAST_OF_SHELF = 100_000, 1_000
"""How many words of all shelves are looked at, and at least of each: the most frequent of all are among them."""


def vocabulary(shelves: Sequence[Shelf]) -> dict[str, list[str] | str]:
    """Tell the most frequent words from A to Z, each in its most frequent form; and in a digit how frequent it is."""
    looked_at = max(LEAST_OF_SHELF, OF_SHELVES // len(shelves))
    counts: dict[str, int] = {}
    for shelf in shelves:
        for word, times in islice(zip(shelf.words, shelf.times, strict=True), looked_at):
            counts[word] = counts.get(word, 0) + times
    forms: dict[str, str] = {}
    total: Counter[str] = Counter()
    for word, times in sorted(counts.items(), key=lambda row: (-row[1], row[0])):
        if len(word) >= SHORTEST:
            form = folded(word)
            forms.setdefault(form, word)
            total[form] += times
    most = sorted(total, key=lambda form: (-total[form], form))[:MOST_WORDS]
    known = sorted((forms[form], total[form]) for form in most)
    return {
        "words": [word for word, _ in known],
        "often": "".join(str(min(9, int(log2(times)))) for _, times in known),
    }

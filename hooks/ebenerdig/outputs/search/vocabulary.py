"""The words that a misspelt one is compared with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from math import log2

from .terms import folded

SHORTEST = 4
MOST_WORDS = 8_000
"""How many words of the library the browser may compare a misspelt one with: 30 kB compressed."""


def vocabulary(shelves: Iterable[Mapping[str, int]]) -> dict[str, list[str] | str]:
    """Tell the most frequent words from A to Z, each in its most frequent form; and in a digit how frequent it is."""
    counts: Counter[str] = Counter()
    for words in shelves:
        for word, times in words.items():
            counts[word] += times
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

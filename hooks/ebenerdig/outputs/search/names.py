"""Names of several words, such as "Künstliche Intelligenz": where they stand, they are one term beside their words."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from functools import lru_cache

from .counts import QUARTER, WRITTEN, Counted, Counts, both, mask
from .terms import Reader, folded


class Names:
    """Finds names in texts of one language; what means the same has one of these terms as the browser makes it, too."""

    def __init__(self, names: tuple[str, ...], reader: Reader, stop_words: tuple[str, ...]) -> None:
        self._reader = reader
        stopped = {reader.term(folded(word)) for word in stop_words}
        every = (tuple(reader.sequence(name)) for name in names)
        self._names = {words: [word for word in words if word not in stopped] for words in every if len(words) > 1}

    def found(self, record: Counted, counts: Counts) -> Iterator[tuple[str, int]]:
        """Yield each name that stands in a record, with its weight and its mask in one."""
        values = dict(zip(counts.terms, counts.values, strict=True))
        for words, telling in self._names.items():
            possible = 255
            for word in telling:
                possible &= mask(values.get(word, 0))
            name, weight, places = " ".join(words), 0.0, 0
            if possible & WRITTEN:
                weight += sum(each * self._times(name, text) for each, text in counts.written)
                places |= WRITTEN * bool(weight)
            for number, part in enumerate(record.parts):
                bit = WRITTEN << (1 + number)
                times = self._times(name, _spoken(part)) if possible & bit else 0
                weight += times
                places |= bit * bool(times)
            if places:
                yield name, both(round(weight * QUARTER), places)

    def _times(self, name: str, text: str) -> int:
        return f" {' '.join(self._reader.sequence(text))} ".count(f" {name} ")


@lru_cache(8)
def _spoken(part: bytes) -> str:
    return " ".join(json.loads(gzip.decompress(part))["texts"])

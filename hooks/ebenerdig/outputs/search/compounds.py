"""German compounds by their last part: who looks for "Abrechnung" finds "Lohnabrechnung".

No dictionary is needed: a part is a noun that the same texts know.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from .terms import Reader, folded

JOINTS = ("", "s", "es", "n", "en", "er", "e")
"""What German puts between two parts of a compound."""
SHORTEST = 4
"""Letters of a noun that can be the last part."""
SHORTEST_HEAD = 3
TELLING = 5
"""What has more letters can stand at the beginning of a compound, whether it is a noun or not."""


class Compounds(dict[str, tuple[str, ...]]):
    """As a dictionary it gives the last parts of a term, the longest first: its end, and the end of that one.

    It is made from how often texts use each word as it is written.
    """

    def __init__(self, times: Mapping[str, int], reader: Reader, stop_words: Iterable[str]) -> None:
        super().__init__()
        self._term = reader.term
        stopped = {folded(word) for word in stop_words}
        known = {word: folded(word) for word in times if len(word) >= SHORTEST_HEAD}
        telling = {word: form for word, form in known.items() if form not in stopped}
        nouns = {
            word: form
            for word, form in telling.items()
            if word[0].isupper() and times[word] > times.get(word.lower(), 0)
        }
        self._nouns = {self._term(form) for word, form in nouns.items() if len(word) >= SHORTEST}
        longer = (form for word, form in telling.items() if len(word) > TELLING)
        self._heads = {self._term(form) for form in (*nouns.values(), *longer)}

    def __missing__(self, term: str) -> tuple[str, ...]:
        self[term] = self._parts(term)
        return self[term]

    def _parts(self, term: str) -> tuple[str, ...]:
        for cut in range(SHORTEST_HEAD, len(term) - 2):
            tail = term[cut:]
            if tail in self._nouns and self._is_head(term[:cut]):
                return tail, *self[tail]
        return ()

    def _is_head(self, head: str) -> bool:
        for joint in JOINTS:
            base = head.removesuffix(joint)
            if len(base) >= SHORTEST_HEAD and len(head) - len(base) == len(joint) and self._term(base) in self._heads:
                return True
        return False

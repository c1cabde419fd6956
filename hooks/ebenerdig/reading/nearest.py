"""What an editor may have meant by an id that is not there: quick among thousands, and hundreds of times."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from difflib import get_close_matches
from functools import cached_property

LIKELY = 50
"""Names that are compared letter by letter; more are first sifted by the pairs of letters they share."""


class Known:
    """The names there are, in order; `nearest` looks a wrong one up.

    What begins with one of `untold` counts as known: nobody can say what there is.
    """

    def __init__(self, names: Iterable[str], untold: Iterable[str] = ()) -> None:
        self._untold = tuple(untold)
        self.names = sorted(names)
        self._among = set(self.names)
        self._found: dict[str, str] = {}

    def __contains__(self, name: str) -> bool:
        return name in self._among or name.startswith(self._untold)

    def nearest(self, value: str) -> str:
        """Return the name that is most like `value`, or the only one with it as a word, or an empty string."""
        if value not in self._found:
            alike = get_close_matches(value, self._likely(value), 1, 0.6)
            whole = self._by_word.get(value, ())
            self._found[value] = alike[0] if alike else whole[0] if len(whole) == 1 else ""
        return self._found[value]

    def _likely(self, value: str) -> list[str]:
        if len(self.names) <= LIKELY:
            return self.names
        pairs, shared = _pairs(value), Counter[int]()
        for pair in pairs:
            shared.update(self._by_pair.get(pair, ()))
        lengths = self._pairs_in
        most = sorted(shared, key=lambda number: -shared[number] / (len(pairs) + lengths[number]))[:LIKELY]
        return [self.names[number] for number in sorted(most)]

    @cached_property
    def _pairs_in(self) -> list[int]:
        return [len(_pairs(name)) for name in self.names]

    @cached_property
    def _by_pair(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = defaultdict(list)
        for number, name in enumerate(self.names):
            for pair in _pairs(name):
                found[pair].append(number)
        return dict(found)

    @cached_property
    def _by_word(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for name in self.names:
            for word in dict.fromkeys(name.rpartition("/")[2].split("-")):
                found[word].append(name)
        return dict(found)


def _pairs(name: str) -> set[str]:
    framed = f" {name} "
    return {framed[place : place + 2] for place in range(len(framed) - 1)}

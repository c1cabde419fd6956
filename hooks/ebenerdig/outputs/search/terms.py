"""From words as people write and type them to the terms that the index knows: one for all forms of a word.

The browser follows the same rules on what is typed; it gets `RULES` with the
index, and a table of words in the tests holds both equal. So a rule is a
pattern that means the same to Python and to JavaScript, and what takes its place.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import cast
from unicodedata import category, normalize

Rules = tuple[tuple[str, str], ...]
Reading = str | tuple[str, ...]
"""What a token is read as: mostly one word."""

SPELLINGS: Rules = (("ae", "a"), ("oe", "o"), ("ue", "u"))
"""Umlauts as they are typed without their keys; they themselves have lost their dots by then."""

DOUBLED = "|".join(f"(?<=[a-z]{{2}}{letter}){letter}" for letter in "bdfglmnprt")
"""The second of two equal letters, as in "planning"."""

RULES: dict[str, Rules] = {
    "de": (
        *SPELLINGS,
        (r"(?<=[a-z]{3})(?:e[mnrs]?|ern|(?<=[bdfghklmnrt])s|(?<=[lr])n)$", ""),
        (r"(?<=[a-z]{3})(?:e[nr]|est|(?<=[a-z]{3}[bdfghklmnt])st)$", ""),
    ),
    "en": (
        *SPELLINGS,
        (r"(?<=[a-z]{2})ies$", "y"),
        (r"(?<=[a-z](?:[cs]h|ss|zz)|[a-z]{2}x)es$", ""),
        (r"(?<=[a-z]{2}[a-rtv-z])s$", ""),
        (r"(?<=[a-z]{3})ing$|(?<=[a-z]{2}[a-df-z])ed$", ""),
        (rf"(?:{DOUBLED})$", ""),
        (r"(?<=[a-z]{3})e$", ""),
    ),
}
"""What each language puts at the end of a word, close to the first two steps of Snowball and of Porter."""

LONGEST = 40
"""Letters of a term; what is longer is an address or a code."""

MOST_TOKENS = 100_000
"""How many tokens are remembered with what they were read as: a dozen megabytes."""

ELSEWHERE = re.compile(r"[^\x00-\x7f]+")
RUN = re.compile(r"[^\W_]+(?:[-‐][^\W_]+)*")
WORD = re.compile(r"[^\W\d_]+")
SIGNS = re.compile(r"[^\W_]+")
UNSEEN = ("Mn", "Mc", "Me", "Cf")
"""Accents and dots that stand apart, joiners and soft hyphens."""


def folded(text: str) -> str:
    """Write a text in small letters, without dots, accents and what cannot be seen."""
    if text.isascii():
        return text.lower()
    return ELSEWHERE.sub(_bare, text).lower().replace("ß", "ss").replace("ς", "σ")


def _bare(match: re.Match[str]) -> str:
    return "".join(letter for letter in normalize("NFKD", match[0]) if category(letter) not in UNSEEN)


class Reader(dict[str, Reading]):
    """Reads a text in one language, token by token, and remembers each: `reader[token]` is its term, or all of them.

    Of `stop_words` there are no terms. A word with hyphens is read in its parts, and then as one.
    """

    def __init__(self, language: str, stop_words: Iterable[str] = ()) -> None:
        super().__init__()
        self._rules = [(re.compile(pattern), instead) for pattern, instead in RULES.get(language, SPELLINGS)]
        self._stopped = {folded(word) for word in stop_words}
        self.term = lru_cache(MOST_TOKENS)(self._term)

    def __missing__(self, token: str) -> Reading:
        return _remember(self, token, [self.term(word) for word in _words(token) if word not in self._stopped])

    def _term(self, word: str) -> str:
        for pattern, instead in self._rules:
            word = pattern.sub(instead, word)
        return word[:LONGEST]

    def sequence(self, text: str) -> Iterator[str]:
        """Yield the terms of all words of a text one after the other."""
        return map(self.term, SIGNS.findall(folded(text)))


@lru_cache(8)
def reader(language: str, stop_words: tuple[str, ...] = ()) -> Reader:
    """Return the one reader of a language and its stop words, which remembers what it read."""
    return Reader(language, stop_words)


class Spellings(dict[str, Reading]):
    """Reads a text as it is written: `spellings[token]` is its word, or all of them, without signs around."""

    def __missing__(self, token: str) -> Reading:
        return _remember(self, token, WORD.findall(normalize("NFC", token)))


def times(tokens: Iterable[str], read: dict[str, Reading]) -> dict[str, int]:
    """Count what tokens are read as."""
    found = Counter(map(read.__getitem__, tokens))
    several = [(reading, found.pop(reading)) for reading in list(found) if isinstance(reading, tuple)]
    counts = cast(dict[str, int], found)
    for reading, count in several:
        for one in reading:
            counts[one] = counts.get(one, 0) + count
    return counts


def _remember(known: dict[str, Reading], token: str, found: list[str]) -> Reading:
    if len(known) >= MOST_TOKENS:
        known.clear()
    known[token] = found[0] if len(found) == 1 else tuple(found)
    return known[token]


def _words(token: str) -> Iterator[str]:
    for run in RUN.findall(folded(token)):
        parts = SIGNS.findall(run)
        yield from parts
        if len(parts) > 1:
            yield "".join(parts)

"""German as people type it: parts of compounds, synonyms and abbreviations, written into the search's own copy.

`Lohnabrechnung` becomes `Lohnabrechnung|abrechnung`: Pagefind finds both at the
same place. What visitors read is another copy, without it.
No dictionary is needed: a part is a word that the library itself knows.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

WORD_OR_NUMBER = re.compile(r"[^\W_]+")
WORD = re.compile(r"[^\W\d_]+")
ABBREVIATION = re.compile(r"(?<!\w)[A-ZÄÖÜ]{2,4}(?!\w)")
ENDINGS = ("ern", "em", "en", "er", "es", "e", "n", "s")
JOINTS = ("", "s", "es", "n", "en", "er", "e")
"""What German puts between two parts of a compound."""

BETWEEN = r"[\s-]+"
"""What stands between the words of one name, as in "Zwei-Faktor-Anmeldung"."""

SHORTEST_PART = 4
MOST_WORDS = 10_000
"""How many words of the library the browser may compare a misspelt one with: 58 kB compressed."""

MOST_TIMES = 12
"""How often a transcript is found for the same word: more makes it no better an answer, but the index larger."""

GAP = "."
"""What the index reads where a word is left out: no word, but a place."""

ONLY_ITSELF = "qx"
"""Behind an abbreviation: `kiqx` begins no other word, while `KI` begins `Kinder`."""

UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def folded(word: str) -> str:
    """Write a word as people without umlauts type it."""
    return word.lower().translate(UMLAUTS)


def plain(text: str) -> str:
    """Write a text with one blank between two words, and without the sign that the index uses."""
    return " ".join(text.replace("|", " ").split())


@cache
def stem(word: str) -> str:
    """Take off one ending: enough to see that two forms belong to the same word."""
    word = folded(word)
    return next((word[: -len(end)] for end in ENDINGS if word.endswith(end) and len(word) - len(end) > 2), word)


class Words(dict[str, str]):
    """All words of a library. As a dictionary it gives each word as the index shall hold it."""

    def __init__(self, texts: Iterable[str], synonyms: Iterable[Iterable[str]], stop_words: Iterable[str]) -> None:
        super().__init__()
        tokens: Counter[str] = Counter()
        for text in texts:
            tokens.update(text.split())
        self._counts: Counter[str] = Counter()
        self.abbreviations: set[str] = set()
        for token, count in tokens.items():
            for match in WORD.finditer(token):
                self._counts[match[0]] += count
            self.abbreviations.update(ABBREVIATION.findall(token))
        self.abbreviations = {name for name in self.abbreviations if self._is_no_word(name)}
        self._stopped = {folded(word) for word in stop_words}
        self._pieces: dict[str, list[tuple[str, str]]] = {}
        self._nouns = {stem(word) for word in self._counts if self._is_noun(word) and folded(word) not in self._stopped}
        self._heads = self._nouns | {stem(w) for w in self._counts if len(w) > 5 and folded(w) not in self._stopped}
        self._phrases: list[tuple[str, re.Pattern[str], str]] = []
        self._same: dict[str, list[str]] = {}
        for group in synonyms:
            self._learn(list(group))

    def _is_noun(self, word: str) -> bool:
        """Whether it has its capital not only where a sentence begins."""
        return word[0].isupper() and self._counts[word] > self._counts[word.lower()]

    def _learn(self, group: list[str]) -> None:
        self.abbreviations.update(name for name in group if ABBREVIATION.fullmatch(name))
        for name in group:
            parts = [part for other in group if other != name for part in re.split(BETWEEN, other)]
            marked = [part + ONLY_ITSELF for part in parts if part in self.abbreviations]
            others = "|".join([*parts, *marked]).lower()
            if name in self.abbreviations or not re.search(BETWEEN, name):
                self._same.setdefault(stem(name), []).append(others)
            else:
                words = re.split(BETWEEN, name)
                first, *rest = (rf"{re.escape(word)}\w{{0,2}}" for word in words)
                pattern = re.compile(rf"\b({first})({BETWEEN}{BETWEEN.join(rest)})", re.IGNORECASE)
                self._phrases.append((words[0].lower(), pattern, others))

    def enriched(self, text: str) -> str:
        """Write a text as the index shall hold it; every word stays at its place."""
        text = plain(text)
        lower = text.lower()
        for first, pattern, others in self._phrases:
            if first in lower:
                text = pattern.sub(rf"\1|{others}\2", text)
        return " ".join(map(self.__getitem__, text.split(" ")))

    def spoken(self, text: str, times: Counter[str]) -> str:
        """Write a sentence of a transcript as the index shall hold it, with gaps for words that lead nowhere.

        These are stop words and what the transcript has said often enough; `times` counts from sentence to sentence.
        """
        kept = []
        for token in self.enriched(text).split(" "):
            if token not in self._pieces:
                self._take_apart(token)
            pieces = []
            for piece, word in self._pieces[token]:
                times[word] += 1
                if times[word] <= MOST_TIMES:
                    pieces.append(piece)
            kept.append("|".join(pieces) or GAP)
        return " ".join(kept)

    def _take_apart(self, token: str) -> None:
        """Note the words at a place that can be searched for, each with the stem that it is counted by."""
        words = WORD_OR_NUMBER.findall(token)
        parts = [] if {folded(word) for word in words} <= self._stopped else token.split("|")
        self._pieces[token] = [(part, stem("".join(WORD_OR_NUMBER.findall(part)))) for part in parts]

    def __missing__(self, token: str) -> str:
        if "|" in token:
            self[token] = token
            return token
        result = WORD_OR_NUMBER.sub(lambda match: match[0] + self._beside(match[0]), token)
        self[token] = result
        return result

    def _beside(self, word: str) -> str:
        others = self._same.get(stem(word), [])
        own = [f"{word.lower()}{ONLY_ITSELF}"] if word in self.abbreviations else self._tails(word)
        return "".join(f"|{other}" for other in [*own, *others])

    def _is_no_word(self, name: str) -> bool:
        """Whether it is written in capitals for want of small letters, and not to shout."""
        return not {name.lower(), name.capitalize()} & self._counts.keys()

    def _tails(self, word: str) -> list[str]:
        """Name the end of a compound that is a noun of the library, then the end of that one."""
        for cut in range(3, len(word) - SHORTEST_PART + 1):
            head, tail = word[:cut], word[cut:]
            if stem(tail) in self._nouns and self._is_head(head):
                return [tail, *self._tails(tail)]
        return []

    def _is_head(self, head: str) -> bool:
        bases = (head.removesuffix(joint) for joint in JOINTS if head.endswith(joint))
        return any(len(base) >= 3 and stem(base) in self._heads for base in bases)

    def known(self) -> list[str]:
        """The words to compare misspelt ones with, the most frequent first, each in its most frequent form."""
        forms: dict[str, str] = {}
        total: Counter[str] = Counter()
        for word, count in sorted(self._counts.items(), key=lambda row: (-row[1], row[0])):
            if len(word) >= SHORTEST_PART:
                forms.setdefault(folded(word), word)
                total[folded(word)] += count
        ordered = sorted(total, key=lambda word: (-total[word], word))
        return [forms[word] for word in ordered[:MOST_WORDS]]

"""Cutting German text into sentences, clauses, and captions of two lines.

A full stop ends a sentence unless it belongs to an abbreviation or to an
ordinal number. Clauses end at a comma and the like: there the voice pauses
anyway, so captions can change there at an exactly known time.
"""

from __future__ import annotations

import re
import textwrap

LINE = 42
CAPTION = 2 * LINE

ABBREVIATIONS = {"bzw", "ca", "Dr", "etc", "evtl", "ggf", "inkl", "max", "min", "Nr", "Prof", "rd", "sog", "St", "vgl"}
MONTHS = {"Januar", "Februar", "März", "April", "Mai", "Juni", "Juli"} | {
    "August", "September", "Oktober", "November", "Dezember", "Quartal", "Jahrhundert",
}  # fmt: skip
BEFORE_ORDINALS = {"am", "ab", "bis", "dem", "den", "der", "des", "die", "im", "seit", "vom", "zum", "zur"}

_END = re.compile(r"[.!?…]+[\"'“”«»‘’)]*\s+")


def sentences(text: str) -> list[str]:
    text = " ".join(text.split())
    found, start = [], 0
    for match in _END.finditer(text):
        if _ends(text[start : match.start()], match.group(), text[match.end() :]):
            found.append(text[start : match.end()].strip())
            start = match.end()
    return [*found, text[start:].strip()] if text[start:].strip() else found


def _ends(before: str, mark: str, after: str) -> bool:
    """Whether a stop at this place ends the sentence."""
    if not mark.startswith(".") or mark.startswith(".."):
        return not after[:1].islower()
    words = ["", "", *before.split()]
    last, previous = words[-1], words[-2]
    if after[:1].islower() or last.strip('(„"') in ABBREVIATIONS or re.fullmatch(r'[(„"]?[^\W\d]', last):
        return False
    return not (re.fullmatch(r"\d{1,2}", last) and _ordinal(previous, after))


def _ordinal(previous: str, after: str) -> bool:
    following = re.match(r"\w+", after)
    return previous.lower() in BEFORE_ORDINALS or bool(following and following.group() in MONTHS)


def clauses(sentence: str) -> list[str]:
    """The pieces between which a speaker takes a breath; none is shorter than two words."""
    pieces = re.split(r"(?<=[,;:])\s+|(?<=\s[–—])\s+", sentence)
    result: list[str] = []
    for piece in pieces:
        if result and (len(result[-1].split()) < 2 or len(piece.split()) < 2):
            result[-1] += f" {piece}"
        else:
            result.append(piece)
    return result


def fold(text: str) -> str:
    """Break a caption into two lines where they come out most alike, if one is not enough."""
    if len(text) <= LINE or " " not in text:
        return text
    words = text.split()
    cuts = [(" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words))]
    return "\n".join(min(cuts, key=lambda pair: max(map(len, pair))))


def portions(text: str) -> list[str]:
    """Cut what does not fit a caption between words, into few parts of like length."""
    room, fewest = len(text) // -(-len(text) // CAPTION), len(_wrapped(text, CAPTION))
    while room < CAPTION and len(_wrapped(text, room)) > fewest:
        room += 1
    return _wrapped(text, room)


def _wrapped(text: str, room: int) -> list[str]:
    return textwrap.wrap(text, room, break_long_words=False, break_on_hyphens=False)

"""Take the number off a title where it is beyond doubt one."""

from __future__ import annotations

import re

WORDS = r"(?:#|(?:folge|episode|ep\.?|nr\.?|no\.?)\s*#?)"
NUMBER = r"[0-9]{1,5}(?![0-9])"
BEFORE = re.compile(
    rf"^(?:s[0-9]{{1,3}}\s*e(?P<c>{NUMBER})|(?P<mark>{WORDS})?\s*(?P<n>{NUMBER}))"
    r"(?:\s*(?P<colon>[:|])\s*|(?P<stop>\.)\s+|\s*(?P<dash>[–—-])\s+|\s+)(?P<rest>\S.*)$",
    re.IGNORECASE,
)
"""A dash or stop without a blank belongs to a word or to a broken number: 4-Tage-Woche, 12.5."""
AFTER = re.compile(
    rf"(?P<begin>[|–—-]\s*|[(\[])?(?P<word>{WORDS})\s*(?P<n>{NUMBER})[)\]]?$",
    re.IGNORECASE,
)
MORE = re.compile(
    r"^(?:\(|(?:folge|episode)\b|(?:(?:[–—&+/,-]|und|and|bis|to|till)\s*)?#?[0-9]+(?:\s*[:|.–—)-]|\s*$))", re.IGNORECASE
)
"""How a title goes on whose number is not all: Folge 1 und 2, Folge 3 (Teil 2), 12. Folge."""


def without_number(title: str, number: int | None) -> tuple[str, int | None]:
    """Return the title and the number in it.

    A number that nothing sets apart counts only where the feed says the same one, and a bare one without even a word
    or sign before it never: "12 Gründe" is a title.
    """
    match = BEFORE.match(title)
    if match and not (MORE.match(match["rest"]) and not match["colon"]):
        found, marked = int(match["c"] or match["n"]), match["mark"] or match["c"]
        apart = match["colon"] or match["stop"] or match["dash"]
        if found > 0 and (marked or apart) and (found == number or (number is None and marked and apart)):
            return match["rest"], found
    match = AFTER.search(title)
    rest = title[: match.start()].rstrip(" :|–—-") if match else ""
    if match and rest and int(match["n"]) > 0 and (int(match["n"]) == number or (number is None and match["begin"])):
        return rest, int(match["n"])
    return title, number

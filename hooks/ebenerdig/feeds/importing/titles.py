"""Take the number off a title where it is beyond doubt one."""

from __future__ import annotations

import re

WORDS = r"(?:#|(?:folge|episode|ep\.?|nr\.?|no\.?)\s*#?)"
BEFORE = re.compile(
    rf"^(?:s\d+\s*e(?P<c>\d+)|(?P<mark>{WORDS})?\s*(?P<n>\d+))(?P<end>\s*[:.|–—-]\s*|\s+)(?P<rest>\S.*)$", re.IGNORECASE
)
AFTER = re.compile(rf"^(?P<rest>.*?\S)\s*(?P<begin>[|–—-]\s*|[(\[])?{WORDS}\s*(?P<n>\d+)[)\]]?$", re.IGNORECASE)


def without_number(title: str, number: int | None) -> tuple[str, int | None]:
    """Return the title and the number in it.

    A number that nothing sets apart counts only where the feed says the same one, and a bare one without even a word
    or sign before it never: "12 Gründe" is a title.
    """
    match = BEFORE.match(title)
    if match:
        found, marked, apart = int(match["c"] or match["n"]), match["mark"] or match["c"], match["end"].strip()
        if found > 0 and (marked or apart) and (found == number or (number is None and marked and apart)):
            return match["rest"], found
    match = AFTER.match(title)
    if match and int(match["n"]) > 0 and (int(match["n"]) == number or (number is None and match["begin"])):
        return match["rest"].rstrip(" :|–—-"), int(match["n"])
    return title, number

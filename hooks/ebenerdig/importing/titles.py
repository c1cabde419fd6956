"""Take the number off a title where it is beyond doubt one."""

from __future__ import annotations

import re

WORDS = r"(?:#|(?:folge|episode|ep\.?|nr\.?|no\.?)\s*#?)"
BEFORE = re.compile(
    rf"^(?:s\d+\s*e(?P<c>\d+)|(?P<mark>{WORDS})?\s*(?P<n>\d+))\s*[:.|–—-]\s*(?P<rest>\S.*)$", re.IGNORECASE
)
AFTER = re.compile(rf"^(?P<rest>.*?\S)\s*(?:[|–—-]\s*|[(\[])?{WORDS}\s*(?P<n>\d+)[)\]]?$", re.IGNORECASE)


def without_number(title: str, number: int | None) -> tuple[str, int | None]:
    """Return the title and the number in it; a bare number counts only where the feed says the same one."""
    match = BEFORE.match(title)
    if match:
        found = int(match["c"] or match["n"])
        if found > 0 and (found == number or (number is None and (match["mark"] or match["c"]))):
            return match["rest"], found
    match = AFTER.match(title)
    if match and int(match["n"]) > 0 and number in (None, int(match["n"])):
        return match["rest"].rstrip(" :|–—-"), int(match["n"])
    return title, number

"""What tools leave in a text file that nobody wrote: marks of an unfinished merge, and pointers instead of the file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .problems import Problem

POINTER = "version https://git-lfs.github.com/spec/"
"""How a file begins that Git LFS has not fetched yet."""
MARK = re.compile(r"^(?:(<{7})(?: .*)?|>{7} .*|\|{7}(?: .*)?)$", re.MULTILINE)
"""Lines of an unfinished merge; the one between both sides could underline a heading."""


def leftovers(name: str, text: str) -> Iterator[Problem]:
    """Yield what makes all else in a file meaningless, with its place."""
    if text.startswith(POINTER):
        yield Problem(name, 1, 1, "pointer", excerpt=text.partition("\n")[0])
    if "<<<<<<<" not in text and ">>>>>>>" not in text and "|||||||" not in text:
        return
    found = list(MARK.finditer(text))
    for match in [match for match in found if match[1]] or found:
        yield Problem(name, text.count("\n", 0, match.start()) + 1, 1, "merge-mark", excerpt=match[0])

"""Files beside an item that cannot be read: all that is wrong in them, each with its place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from ..leftovers import leftovers
from ..problems import Problem


@dataclass(eq=False)
class UnreadableError(Exception):
    """A file that cannot be read, with everything that is wrong in it."""

    problems: tuple[Problem, ...]

    @property
    def line(self) -> int:
        """The first mistake's line."""
        return self.problems[0].line

    @property
    def code(self) -> str:
        """The first mistake's sentence in `texts/`."""
        return self.problems[0].code

    @property
    def values(self) -> dict[str, Any]:
        """What the first mistake's sentence names."""
        return self.problems[0].values


def decoded(name: str, data: bytes) -> str:
    """Read UTF-8 with the line ends of any system; UnreadableError at the first byte that is none, or at leftovers."""
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        above = data[: error.start].replace(b"\r\n", b"\n").replace(b"\r", b"\n").decode("utf-8-sig").split("\n")
        raise UnreadableError((Problem(name, len(above), len(above[-1]) + 1, "not-utf8"),)) from None
    if left := tuple(leftovers(name, text)):
        raise UnreadableError(left)
    return text


def json_places(text: str, key: str, count: int) -> list[tuple[int, int]]:
    """Line and column of each `key`; the file's beginning for all, where there are not `count` of them."""
    found, line, begin = [], 1, 0
    for match in re.finditer(rf'(?<!\\)"{key}"', text):
        line += text.count("\n", begin, match.start())
        begin = match.start()
        found.append((line, begin - text.rfind("\n", 0, begin)))
    return found if len(found) == count else [(1, 1)] * count

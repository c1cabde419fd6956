"""Find metadata that stands below its end: a stray `---` makes text of it, and what nobody should read is published."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from ..problems import Problem
from .source import Source

RULE = re.compile(r"(?:---|\.\.\.)[ \t]*")
KEY = re.compile(r"([a-z_]+):(?:\s|$)")
FENCE = re.compile(r" {0,3}(?:```|~~~)")
PRIVATE = ("consent", "internal")
"""What is never published; a line that begins with it is no sentence."""


def stray_metadata(source: Source, known: Collection[str]) -> Problem | None:
    """Return the first line of the notes that is metadata, by its `known` keys; a single word may begin a sentence."""
    for above, lines, is_closed in _parts(source.body.split("\n")):
        keys = [(number, match[1]) for number, line in lines if (match := KEY.match(line)) and match[1] in known]
        first = next((number for number, line in lines if line.strip() and not line.startswith("#")), None)
        is_block = bool(keys) and keys[0][0] == first and (above < 0 or is_closed or len(keys) > 1)
        found = keys if is_block else [(number, key) for number, key in keys if key in PRIVATE]
        if found:
            number, key = found[0]
            values = {"key": key, "end": source.body_line + above}
            return source.at(source.body_line + number, 1, "stray-metadata", values)
    return None


def _parts(lines: list[str]) -> Iterator[tuple[int, list[tuple[int, str]], bool]]:
    """Yield what stands between lines of hyphens: which one is above, the numbered lines, and whether one is below."""
    above, part, in_code = -1, list[tuple[int, str]](), False
    for number, line in enumerate(lines):
        if FENCE.match(line):
            in_code = not in_code
        elif not in_code and RULE.fullmatch(line):
            yield above, part, True
            above, part = number, []
        elif not in_code:
            part.append((number, line))
    yield above, part, False

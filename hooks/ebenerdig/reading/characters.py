"""VALIDATE the notes letter by letter: what nobody sees and yet turns or breaks a text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..models.fields import DIRECTIONS
from ..models.model import Severity
from ..problems import Problem

REFUSED = re.compile(f"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff\ufffe\uffff{DIRECTIONS}]")
TURNING = re.compile(f"[{DIRECTIONS}]")
"""What some programs put around text in scripts that run from right to left; left open, it turns all that follows."""
LOST = "\ufffd"
"""What programs write in the place of a character that they could not read."""


def odd_characters(name: str, text: str, body: str, body_line: int) -> Iterator[Problem]:
    """Yield the first odd character of every line of a page: unseen ones of its body, and lost ones of all of it.

    What turns the text is an error; the others fall away on pages and in feeds.
    """
    if REFUSED.search(body):
        for line, words in enumerate(body.split("\n"), body_line):
            if found := TURNING.search(words) or REFUSED.search(words):
                values = {"name": f"U+{ord(found[0]):04X}"}
                severity: Severity = "error" if found[0] in DIRECTIONS else "advice"
                yield Problem(name, line, found.start() + 1, "control-character", values, severity, words)
    if LOST in text:
        for line, words in enumerate(text.split("\n"), 1):
            if LOST in words:
                yield Problem(name, line, words.index(LOST) + 1, "character-lost", {}, "advice", words)

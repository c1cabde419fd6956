"""VALIDATE the notes letter by letter: what nobody sees and yet turns or breaks a text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..models.fields import DIRECTIONS
from ..problems import Problem

REFUSED = re.compile(f"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff\ufffe\uffff{DIRECTIONS}]")
LOST = "\ufffd"
"""What programs write in the place of a character that they could not read."""


def odd_characters(name: str, text: str, body: str, body_line: int) -> Iterator[Problem]:
    """Yield the first odd character of every line of a page: unseen ones of its body, and lost ones of all of it."""
    if REFUSED.search(body):
        for line, words in enumerate(body.split("\n"), body_line):
            if found := REFUSED.search(words):
                values = {"name": f"U+{ord(found[0]):04X}"}
                yield Problem(name, line, found.start() + 1, "control-character", values, excerpt=words)
    if LOST in text:
        for line, words in enumerate(text.split("\n"), 1):
            if LOST in words:
                yield Problem(name, line, words.index(LOST) + 1, "character-lost", {}, "advice", words)

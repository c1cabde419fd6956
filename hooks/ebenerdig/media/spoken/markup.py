"""Marks inside a cue's text: voices, colours, inner times, places on the screen, entities.

Every expression here takes time in proportion to the text, whatever stands in it.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from functools import lru_cache

BLANK = r"[^\S\n]"
CLOCK = r"((?:\d{1,4}:)?\d{1,2}:\d{2}[.,]\d{3})"
VOICE = re.compile(rf"<v(?:\.[^\s<>]*+)?+{BLANK}++([^<>\n]++)>")
DASH = re.compile(rf"^{BLANK}*+[-–—]{BLANK}*+\Z", re.MULTILINE)
"""What some write before a voice."""
POSITION = re.compile(r"\{\\[^{}\n]*+\}")
"""Where on the screen the text shall stand, as SRT files say it: `{\\an8}`."""
TAG = re.compile(r"</?(?:[cbiuv]|ruby|rt|lang|font|\d[\d:.,]*+)(?:[.\s][^<>]*+)?>", re.IGNORECASE)
LONG_NUMBER = re.compile(r"&#0*+\d{8,}+;?")
"""The number of no character; html.unescape would ask Python to read any count of digits."""


def plain(text: str) -> str:
    """What is read of a text with marks, in one line."""
    if "<" in text or "&" in text or "{" in text:
        text = _unescaped(TAG.sub("", POSITION.sub("", text)))
    return " ".join(text.split())


def voices(text: str) -> Iterator[tuple[str, str]]:
    """Yield speaker and words, in the order in which they are said."""
    said, *rest = VOICE.split(text)
    speaker = ""
    for name, following in zip(rest[::2], rest[1::2], strict=True):
        if words := plain(said if said.isspace() else DASH.sub("", said)):
            yield speaker, words
        speaker, said = _named(name), following
    if words := plain(said):
        yield speaker, words


@lru_cache(1024)
def _named(speaker: str) -> str:
    return " ".join(_unescaped(speaker).split())


def _unescaped(text: str) -> str:
    return html.unescape(LONG_NUMBER.sub("\ufffd", text)) if "&" in text else text

"""Read WebVTT, SRT and Podcast Index JSON into cues, as programs and people write them.

Hand-written, because the libraries for it take 30 ms for an hour of speech,
half a minute for a thousand items, and tell no line for a mistake. What can be
understood is mended and told; whatever cannot is told at once, with its place.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath
from typing import Any, NamedTuple

from ...models.fields import DIRECTIONS
from ...problems import Problem
from ...reading.characters import TURNING
from ..transcript import Cue
from ..unreadable import UnreadableError, decoded
from .blocks import read_blocks
from .segments import read_segments
from .speakers import with_names
from .times import Told

FIRST_LINES = 3
"""How many of the mended lines are named."""


class Spoken(NamedTuple):
    """What a file says, and `advice` on it; `is_mended` where players would not get the same from the file itself."""

    cues: tuple[Cue, ...]
    is_mended: bool = False
    advice: tuple[Problem, ...] = ()


class TranscriptError(UnreadableError):
    """A transcript that cannot be read, with everything that is wrong in it."""


def read_transcript(name: str, data: bytes) -> tuple[Cue, ...]:
    """Read the cues of a `.vtt`, `.srt` or `.json` file; TranscriptError with all mistakes."""
    return examine_transcript(name, data).cues


def examine_transcript(name: str, data: bytes, is_known: Callable[[str], bool] = lambda name: False) -> Spoken:
    """Read a transcript and what is to be said of it; problems lie at `name`, speakers that `is_known` are believed."""
    file = PurePath(name).name

    def told(line: int, column: int, code: str, **values: Any) -> Problem:
        return Problem(name, line, column, code, values)

    try:
        text = decoded(name, data).replace("\x00", "\ufffd")
    except UnreadableError as error:
        raise TranscriptError(error.problems) from None
    suffix = file.rpartition(".")[2].lower()
    if suffix not in ("vtt", "srt", "json"):
        raise TranscriptError((told(1, 1, "transcript-extension", file=file),))
    turned = [number for number, line in enumerate(text.split("\n"), 1) if TURNING.search(line)] if _turns(text) else []
    text = TURNING.sub("", text) if turned else text
    mistakes: list[Told] = []
    read = read_segments(text, mistakes) if suffix == "json" else read_blocks(text, mistakes, is_vtt=suffix == "vtt")
    problems = tuple(told(line, column, code, value=value) for line, column, code, value in sorted(mistakes))
    if not problems and not read.cues:
        problems = (told(1, 1, "transcript-empty", file=file),)
    if problems:
        raise TranscriptError(problems)
    cues = read.cues if suffix == "json" else with_names(read.cues, is_known)
    advice = []
    found = (("transcript-mended", read.mended), ("transcript-before", read.unspoken), ("transcript-turned", turned))
    for code, lines in found:
        if lines:
            first = ", ".join(map(str, lines[:FIRST_LINES])) + (" …" if len(lines) > FIRST_LINES else "")
            advice.append(Problem(name, lines[0], 1, code, {"count": len(lines), "lines": first}, "advice"))
    return Spoken(tuple(cues), read.is_mended or bool(read.mended or turned), tuple(advice))


def _turns(text: str) -> bool:
    return not text.isascii() and any(character in text for character in DIRECTIONS)

"""What is said and when: cues, the paragraphs they form, and the files that are written of them."""

from __future__ import annotations

import html
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

PARAGRAPH_SECONDS = 45
PARAGRAPH_PAUSE = 2.5


class Cue(NamedTuple):
    """A few words with their time in seconds; `speaker` is empty where a file names nobody."""

    start: float
    end: float
    text: str
    speaker: str = ""


class Paragraph(NamedTuple):
    """Some cues of one speaker that belong together; `start` in seconds."""

    start: float
    speaker: str
    cues: list[Cue]

    @property
    def text(self) -> str:
        """What is said, in one line."""
        return " ".join([cue.text for cue in self.cues])


def paragraphs(cues: tuple[Cue, ...]) -> Iterator[Paragraph]:
    """Gather cues into paragraphs: a new speaker, a pause or a sentence's end after 45 seconds begins the next."""
    gathered: list[Cue] = []
    start, end, speaker = 0.0, 0.0, ""
    for cue in cues:
        if gathered:
            other_voice = cue.speaker and cue.speaker != speaker
            long_enough = end - start >= PARAGRAPH_SECONDS and gathered[-1].text[-1] in ".!?…"
            if other_voice or long_enough or cue.start - end >= PARAGRAPH_PAUSE:
                yield Paragraph(start, speaker, gathered)
                gathered = []
        if not gathered:
            start, speaker = cue.start, cue.speaker
        gathered.append(cue)
        end = cue.end
    if gathered:
        yield Paragraph(start, speaker, gathered)


@lru_cache(8192)
def clock(seconds: float, separator: str = ".") -> str:
    """Write a time as `00:12:34.000`."""
    whole, milliseconds = divmod(round(seconds * 1000), 1000)
    return f"{whole // 3600:02}:{whole // 60 % 60:02}:{whole % 60:02}{separator}{milliseconds:03}"


def to_vtt(cues: tuple[Cue, ...]) -> str:
    """Write cues as WebVTT with `<v Name>` speakers."""
    blocks = ["WEBVTT\n"]
    for cue in cues:
        voice = f"<v {html.escape(cue.speaker, quote=False)}>" if cue.speaker else ""
        blocks.append(f"{clock(cue.start)} --> {clock(cue.end)}\n{voice}{html.escape(cue.text, quote=False)}\n")
    return "\n".join(blocks)


def to_srt(cues: tuple[Cue, ...]) -> str:
    """Write cues as SubRip; a speaker stands before the text, once per change."""
    blocks, speaker = [], ""
    for number, cue in enumerate(cues, 1):
        named = f"{cue.speaker}: " if cue.speaker and cue.speaker != speaker else ""
        speaker = cue.speaker or speaker
        blocks.append(
            f"{number}\n{clock(cue.start, ',')} --> {clock(cue.end, ',')}\n{named}{cue.text.replace('-->', '→')}\n"
        )
    return "\n".join(blocks)

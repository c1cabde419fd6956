"""A whole script as one recording: when chapters begin, what is said when, where notes sound."""

from __future__ import annotations

from dataclasses import dataclass

from ebenerdig.media.transcript import Cue
from ebenerdig.models import Chapter

from .script import Script
from .sound import Note, chime, farewell, jingle
from .speech import Track

OPENING = 1.9
"""Seconds before the first word, filled by the jingle."""

CHANGE = 1.1
"""Seconds between chapters, besides the pause after a paragraph."""

CLOSING = 3.2


@dataclass(frozen=True, slots=True)
class Part:
    """A chapter in time; its sentences as lists of clauses."""

    title: str
    start: float
    end: float
    sentences: list[list[Cue]]


@dataclass(frozen=True, slots=True)
class Recording:
    track: Track
    notes: list[Note]
    parts: list[Part]

    @property
    def chapters(self) -> tuple[Chapter, ...]:
        return tuple(Chapter.model_construct(start=part.start, title=part.title) for part in self.parts)

    @property
    def sentences(self) -> list[list[Cue]]:
        return [sentence for part in self.parts for sentence in part.sentences]


def record(script: Script) -> Recording:
    track, notes = Track(), jingle(0.05)
    parts: list[Part] = []
    track.wait(OPENING)
    for number, chapter in enumerate(script.chapters):
        start = track.seconds if number else 0.0
        if number:
            notes += chime(start + 0.05)
            track.wait(CHANGE)
        spoken = [cues for each in chapter.paragraphs for cues in track.say(each, script.voices[each.speaker])]
        if number == len(script.chapters) - 1:
            notes += farewell(track.seconds)
            track.wait(CLOSING)
        parts.append(Part(chapter.title, start, track.seconds, spoken))
    return Recording(track, notes, parts)

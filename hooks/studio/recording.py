"""A whole script as one recording: when chapters begin, what is said when, where notes sound."""

from __future__ import annotations

from dataclasses import dataclass, field

from ebenerdig.media.transcript import Cue
from ebenerdig.models import Chapter

from .script import Script
from .sound import CHIME, FAREWELL, JINGLE, Note, played
from .speech import Track

OPENING, CHANGE, CLOSING = 1.9, 1.1, 3.2
"""Seconds before the first word, between chapters besides the pause after a paragraph, and after the last word."""


@dataclass(slots=True)
class Recording:
    """What was spoken; `parts` holds for each chapter its sentences as lists of clauses."""

    track: Track = field(default_factory=Track)
    notes: list[Note] = field(default_factory=list)
    chapters: list[Chapter] = field(default_factory=list)
    parts: list[list[list[Cue]]] = field(default_factory=list)

    @property
    def sentences(self) -> list[list[Cue]]:
        return [sentence for part in self.parts for sentence in part]


def record(script: Script) -> Recording:
    made = Recording(notes=[*played(JINGLE, 0.05)])
    track = made.track
    track.wait(OPENING)
    for number, chapter in enumerate(script.chapters):
        made.chapters.append(Chapter.model_construct(start=track.seconds if number else 0.0, title=chapter.title))
        if number:
            made.notes += played(CHIME, track.seconds + 0.05)
            track.wait(CHANGE)
        said = (track.say(words, speaker, script.voices[speaker]) for speaker, words in chapter.paragraphs)
        made.parts.append([sentence for sentences in said for sentence in sentences])
    made.notes += played(FAREWELL, track.seconds)
    track.wait(CLOSING)
    return made

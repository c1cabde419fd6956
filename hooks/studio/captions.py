"""From spoken clauses to cues, and from cues to a WebVTT file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .sentences import CAPTION, fold, portions


@dataclass(frozen=True, slots=True)
class Cue:
    """What is said from start to end, in seconds."""

    start: float
    end: float
    speaker: str
    text: str


def by_sentence(clauses: Sequence[Cue]) -> Cue:
    """One cue for a whole sentence: for reading as a transcript."""
    text = " ".join(clause.text for clause in clauses)
    return Cue(clauses[0].start, clauses[-1].end, clauses[0].speaker, text)


def by_caption(clauses: Sequence[Cue]) -> list[Cue]:
    """As many clauses in one cue as two lines can hold: for reading on a picture."""
    if len(by_sentence(clauses).text) <= CAPTION:
        return [by_sentence(clauses)]
    groups: list[list[Cue]] = []
    for clause in clauses:
        if groups and len(by_sentence([*groups[-1], clause]).text) <= CAPTION:
            groups[-1].append(clause)
        else:
            groups.append([clause])
    return [part for group in groups for part in _cut(by_sentence(group))]


def _cut(cue: Cue) -> list[Cue]:
    """Cut a clause that is too long; time passes in it as evenly as letters do."""
    if len(cue.text) <= CAPTION:
        return [cue]
    cues, start = [], cue.start
    parts = portions(cue.text)
    letters = sum(map(len, parts))
    for part in parts:
        end = start + (cue.end - cue.start) * len(part) / letters
        cues.append(Cue(start, end, cue.speaker, part))
        start = end
    return cues


def webvtt(cues: Sequence[Cue], *, folded: bool) -> str:
    blocks = ["WEBVTT"]
    for cue in cues:
        text = fold(cue.text) if folded else cue.text
        text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        blocks.append(f"{_clock(cue.start)} --> {_clock(cue.end)}\n<v {cue.speaker}>{text}")
    return "\n\n".join(blocks) + "\n"


def _clock(seconds: float) -> str:
    thousandths = round(seconds * 1000)
    minutes, rest = divmod(thousandths, 60_000)
    return f"{minutes // 60:02}:{minutes % 60:02}:{rest // 1000:02}.{rest % 1000:03}"

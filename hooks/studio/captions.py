"""From spoken clauses to cues: whole sentences for a transcript, what two lines hold for captions."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise

from ebenerdig.media.transcript import Cue

from .sentences import CAPTION, portions


def by_sentence(clauses: Sequence[Cue]) -> Cue:
    """One cue for a whole sentence: for reading as a transcript."""
    return clauses[0]._replace(end=clauses[-1].end, text=" ".join(clause.text for clause in clauses))


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
    parts = portions(cue.text) if len(cue.text) > CAPTION else [cue.text]
    letters = list(accumulate(map(len, parts), initial=0))
    times = [cue.start + (cue.end - cue.start) * count / letters[-1] for count in letters]
    return [Cue(start, end, part, cue.speaker) for part, (start, end) in zip(parts, pairwise(times), strict=True)]

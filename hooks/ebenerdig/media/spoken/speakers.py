"""Who speaks: names before the text, and names that stand only where the voice changes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from ..transcript import Cue

NAMED = re.compile(
    r"(?:(?P<plain>[^\W\d_][^\s:]{0,40}(?: [^\s:]{1,40}){0,3}): +|\[(?P<bracketed>[^\[\]\n:]{1,60})\]: *)(?=\S)"
)
"""A speaker as files without voices name one: `Mara Lindner: Guten Tag.`, `[SPEAKER_00]: Guten Tag.`"""
UNSPOKEN = re.compile(r"[\[(♪♫*].*")
"""Music and noise before the first word."""


def with_names(cues: list[Cue], is_known: Callable[[str], bool]) -> list[Cue]:
    """Take a name before the text for the speaker, where none is named otherwise.

    A name in brackets is always believed. `Name: ` counts in files that name nobody in another way, if the name is
    known, or comes again and the first to speak has such a name: „Achtung:“ somewhere is nobody.
    """
    found = [NAMED.match(cue.text) if ":" in cue.text and not cue.speaker else None for cue in cues]
    if any(cue.speaker for cue in cues):
        found = [match if match and match["bracketed"] else None for match in found]
    counts = Counter(_name(match) for match in found if match)
    if not counts:
        return cues
    names = {name for name in counts if is_known(name)}
    names |= {_name(match) for match in found if match and match["bracketed"]}
    again = {name for name, count in counts.items() if count > 1}
    first = next((n for n, cue in enumerate(cues) if found[n] or not UNSPOKEN.fullmatch(cue.text)), 0)
    opening = found[first]
    if opening and _name(opening) in names | again:
        names |= again
    return [
        Cue(cue.start, cue.end, cue.text[match.end() :], _name(match)) if match and _name(match) in names else cue
        for cue, match in zip(cues, found, strict=True)
    ]


def speaking(cues: Iterable[Cue]) -> Iterator[Cue]:
    """Name who speaks in every cue with words: where a file names speakers only as they change, it is the last one."""
    speaker = ""
    for cue in cues:
        speaker = cue.speaker or speaker
        is_named = cue.speaker == speaker or not any(map(str.isalpha, cue.text))
        yield cue if is_named else cue._replace(speaker=speaker)


def _name(match: re.Match[str]) -> str:
    return (match["plain"] or match["bracketed"]).strip()

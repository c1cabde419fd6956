"""What is said, as the search shows it: sentences with the second at which each begins, in parts that load quickly."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ...media.transcript import Cue
from .packing import QUICK, packed

END, CLOSING = (".", "!", "?", "…"), '"“”»«)'
"""What ends a sentence, and what may follow it."""
LONGEST_SENTENCE = 40
"""Words after which a sentence of a transcript is cut, at the end of a cue."""

PART = 2000
"""Words of a transcript that are fetched together: 6 kB."""
MOST_PARTS = 7
"""The index has a bit for each; longer transcripts have longer parts."""


class Sentence(NamedTuple):
    """What somebody says from a second on."""

    text: str
    words: int
    second: int
    speaker: str


def sentences(cues: Iterable[Cue]) -> Iterator[Sentence]:
    """Join cues to sentences, so that a hit leads to the second at which its sentence begins."""
    texts: list[str] = []
    words, start, speaker, is_over = 0, 0.0, "", False
    for cue in cues:
        text = cue.text.strip()
        if not text:
            continue
        if texts and (is_over or cue.speaker != speaker or words >= LONGEST_SENTENCE):
            yield Sentence(" ".join(texts), words, int(start), speaker)
            texts, words = [], 0
        if not texts:
            start, speaker = cue.start, cue.speaker
        texts.append(text)
        words += text.count(" ") + 1
        is_over = text.rstrip(CLOSING).endswith(END)
    if texts:
        yield Sentence(" ".join(texts), words, int(start), speaker)


def parts(said: list[Sentence]) -> list[list[Sentence]]:
    """Part a transcript between sentences."""
    longest = max(PART, -(-sum(sentence.words for sentence in said) // MOST_PARTS))
    found: dict[int, list[Sentence]] = {}
    before = 0
    for sentence in said:
        found.setdefault(before // longest, []).append(sentence)
        before += sentence.words
    return list(found.values())


def pack(part: list[Sentence]) -> bytes:
    """Write one part as the browser reads it: texts, seconds from one to the next, and who speaks."""
    speakers = list(dict.fromkeys(sentence.speaker for sentence in part))
    places = {speaker: place for place, speaker in enumerate(speakers)}
    seconds = [sentence.second for sentence in part]
    return packed(
        {
            "texts": [sentence.text for sentence in part],
            "steps": [second - before for second, before in zip(seconds, [0, *seconds], strict=False)],
            "voices": [places[sentence.speaker] for sentence in part],
            "speakers": speakers,
        },
        QUICK,
    )

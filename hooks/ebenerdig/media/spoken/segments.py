"""Read the Podcast Index' JSON, in which recognisers often write a segment for each word."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator
from typing import Any

from ..transcript import Cue
from ..unreadable import json_places
from .times import Read, Told, disordered, mend

CUE_LETTERS, CUE_SECONDS, CUE_PAUSE = 84, 7, 1
"""Beyond these, single words become the next cue: what two lines hold, what is read in one look, a breath."""
SHORT_SENTENCE = 20
"""Letters up to which a sentence shares its cue with the next."""


def read_segments(text: str, mistakes: list[Told]) -> Read:
    """Read the list `segments`; mistakes are told where a segment names its start."""
    try:
        segments: list[Any] = list(json.loads(text)["segments"])
    except json.JSONDecodeError as error:
        mistakes.append((error.lineno, error.colno, "transcript-json", ""))
        return Read([])
    except (KeyError, TypeError, ValueError, RecursionError):
        mistakes.append((1, 1, "transcript-json", ""))
        return Read([])
    found: list[Cue] = []
    wrong: dict[int, tuple[str, str]] = {}
    numbers = []
    for number, segment in enumerate(segments):
        try:
            start, end = float(segment["startTime"]), float(segment["endTime"])
            body = " ".join(str(segment["body"]).split())
            speaker = " ".join(str(segment.get("speaker") or "").split())
        except (KeyError, TypeError, ValueError, AttributeError, OverflowError):
            wrong[number] = ("transcript-json", "")
            continue
        if not (0 <= start < math.inf and 0 <= end < math.inf):
            wrong[number] = ("transcript-seconds", f"{start}, {end}")
        elif body:
            found.append(Cue(start, end, body, speaker))
            numbers.append(number)
    times = [(cue.start, cue.end) for cue in found]
    is_single_words = sum(" " not in cue.text for cue in found) >= 0.8 * len(found)
    if is_single_words:
        times = [(start, max(start, end)) for start, end in times]
    mended = [] if is_single_words else mend(times, [cue.text for cue in found])
    for one in disordered(times):
        start, end = times[one]
        wrong[numbers[one]] = ("transcript-order", f"{start} --> {end}")
    cues = [cue._replace(start=start, end=end) for cue, (start, end) in zip(found, times, strict=True)]
    places = json_places(text, "startTime", len(segments)) if wrong or mended else []
    mistakes += [(*places[number], *told) for number, told in wrong.items()]
    lines = [places[numbers[one]][0] for one in mended]
    return Read(list(_from_words(cues)) if is_single_words else cues, mended=lines)


def _from_words(words: Iterable[Cue]) -> Iterator[Cue]:
    text, start, end, speaker = "", 0.0, 0.0, ""
    for word in words:
        other_voice = word.speaker and word.speaker != speaker
        sentence_ends = len(text) >= SHORT_SENTENCE and text[-1] in ".!?…"
        too_long = len(text) + len(word.text) >= CUE_LETTERS or word.end - start > CUE_SECONDS
        is_mark = not any(c.isalnum() for c in word.text)
        pause = word.start - end >= CUE_PAUSE
        if text and not is_mark and (other_voice or sentence_ends or too_long or pause):
            yield Cue(start, max(end, start + 0.1), text, speaker)
            text = ""
        if not text:
            start, speaker = word.start, word.speaker or speaker
        text += word.text if is_mark or not text else f" {word.text}"
        end = max(word.end, end)
    if text:
        yield Cue(start, max(end, start + 0.1), text, speaker)

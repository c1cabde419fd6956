"""Read WebVTT, SRT and Podcast Index JSON into cues, and gather cues into paragraphs.

Hand-written, because the libraries for it take 30 ms for an hour of speech,
half a minute for a thousand items, and tell no line for a mistake.
"""

from __future__ import annotations

import html
import json
import math
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Any, NamedTuple

_CLOCK = r"((?:\d{1,4}:)?\d{1,2}:\d{2}[.,]\d{3})"
CUE = re.compile(
    rf"^[ \t]*+{_CLOCK}[ \t]*+-->[ \t]*+{_CLOCK}(?:[ \t].*+)?+$"
    r"(?:\n[ \t]*+<v(?:\.[^\s>]*+)?+[ \t]++([^>\n]++)>)?+(.*+(?:\n(?!.*-->|\d+[ \t]*\n.*-->).*\S.*+)*+)",
    re.MULTILINE,
)
"""A cue's two times, its speaker, and the lines up to an empty one or the next cue with its number."""
VOICE = re.compile(r"<v(?:\.[^\s>]*)?[ \t]+([^>\n]+)>")
POSITION = re.compile(r"\{\\[^}\n]*\}")
"""Where on the screen the text shall stand, as SRT files say it: `{\\an8}`."""
NAMED = re.compile(r"([^\W\d_][^\s:]*(?: [^\s:]+){0,3}): +(?=\S)")
"""A speaker as files without voices name one: `Mara Lindner: Guten Tag.`"""
TAG = re.compile(r"</?(?:[cbiuv]|ruby|rt|lang|font|\d[\d:.]*)(?:[.\s][^>]*)?>")

PARAGRAPH_SECONDS = 45
PARAGRAPH_PAUSE = 2.5
CUE_LETTERS, CUE_SECONDS, CUE_PAUSE = 84, 7, 1
"""Beyond these, single words become the next cue: what two lines hold, what is read in one look, a breath."""
SHORT_SENTENCE = 20
"""Letters up to which a sentence shares its cue with the next."""


class Cue(NamedTuple):
    """A few words with their time in seconds; `speaker` is empty where a file names nobody."""

    start: float
    end: float
    text: str
    speaker: str = ""


@dataclass(eq=False)
class TranscriptError(Exception):
    """A mistake in a transcript; `code` is its sentence in `texts/`."""

    line: int
    code: str
    values: dict[str, Any]


def read_transcript(name: str, data: bytes) -> tuple[Cue, ...]:
    """Read the cues of a `.vtt`, `.srt` or `.json` file; TranscriptError on the first mistake."""
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "\ufffd")
    except UnicodeDecodeError as error:
        raise TranscriptError(data[: error.start].count(b"\n") + 1, "not-utf8", {}) from None
    suffix = name.rsplit(".", 1)[-1].lower()
    if suffix == "json":
        cues = list(_from_words(_from_json(text)))
    elif suffix in ("vtt", "srt"):
        if suffix == "vtt" and not re.match(r"^WEBVTT(?:[ \t\n]|$)", text):
            raise TranscriptError(1, "transcript-no-webvtt", {})
        cues = _with_names(list(_from_blocks(text)))
    else:
        raise TranscriptError(1, "transcript-extension", {"file": name})
    if not cues:
        raise TranscriptError(1, "transcript-empty", {"file": name})
    return tuple(cues)


def speaking(cues: tuple[Cue, ...]) -> Iterator[Cue]:
    """Name who speaks in every cue with words: where a file names speakers only as they change, it is the last one."""
    speaker = ""
    for cue in cues:
        speaker = cue.speaker or speaker
        is_named = cue.speaker == speaker or not any(map(str.isalpha, cue.text))
        yield cue if is_named else cue._replace(speaker=speaker)


def _from_blocks(text: str) -> Iterator[Cue]:
    previous, blocks = 0.0, CUE.findall(text)
    for number, (begins, ends, speaker, spoken) in enumerate(blocks):
        start, end = _seconds(begins), _seconds(ends)
        if end <= start or start < previous:
            place = next(islice(CUE.finditer(text), number, None)).start()
            raise _mistake(text, place, "transcript-backwards" if end <= start else "transcript-order")
        previous = start
        if "<" in spoken or "&" in spoken or "{" in spoken:
            for name, part in _voices(speaker, POSITION.sub("", spoken)):
                if words := " ".join(html.unescape(TAG.sub("", part)).split()):
                    yield Cue(start, end, words, _named(name))
        elif words := spoken.strip() if spoken.isprintable() and "  " not in spoken else " ".join(spoken.split()):
            yield Cue(start, end, words, _named(speaker))
    if text.count("-->") != len(blocks):
        for arrow in re.finditer(r"^.*-->.*$", text, re.MULTILINE):
            if not CUE.match(text, arrow.start()) or arrow[0].count("-->") > 1:
                raise _mistake(text, arrow.start(), "transcript-timing")


def _voices(first: str, spoken: str) -> Iterator[tuple[str, str]]:
    parts = VOICE.split(spoken)
    return zip((first, *parts[1::2]), parts[::2], strict=True)


def _with_names(cues: list[Cue]) -> list[Cue]:
    """Take `Name: ` before the text for the speaker, in files that name none otherwise.

    Believed is a name that comes more than once or looks like a full one, if the first cue has such a name: „Achtung:“
    somewhere is nobody.
    """
    if not cues or any(cue.speaker for cue in cues) or not NAMED.match(cues[0].text):
        return cues
    found = [NAMED.match(cue.text) for cue in cues]
    counts = Counter(match[1] for match in found if match)
    names = {name for name, count in counts.items() if count > 1 or (" " in name and name.istitle())}
    if not found[0] or found[0][1] not in names:
        return cues
    return [
        Cue(cue.start, cue.end, cue.text[match.end() :], match[1]) if match and match[1] in names else cue
        for cue, match in zip(cues, found, strict=True)
    ]


def _mistake(text: str, position: int, code: str) -> TranscriptError:
    line = text[position:].lstrip("\n").partition("\n")[0].strip()
    return TranscriptError(text.count("\n", 0, position) + 1, code, {"value": line})


@lru_cache(1024)
def _named(speaker: str | None) -> str:
    return html.unescape(speaker).strip() if speaker else ""


@lru_cache(8192)
def _seconds(clock: str) -> float:
    """Read a time; most come twice, as a cue's end and the next one's start."""
    hours, minutes, seconds = f"0:{clock[:-4]}".split(":")[-3:]
    return ((int(hours) * 60 + int(minutes)) * 60_000 + int(seconds) * 1000 + int(clock[-3:])) / 1000


def _from_json(text: str) -> Iterator[Cue]:
    previous = 0.0
    try:
        segments = json.loads(text)["segments"]
        for segment in segments:
            start, end = float(segment["startTime"]), float(segment["endTime"])
            if not 0 <= start <= end < math.inf:
                raise TranscriptError(1, "transcript-backwards", {"value": f"{start} --> {end}"})
            if start < previous:
                raise TranscriptError(1, "transcript-order", {"value": f"{start} --> {end}"})
            previous = start
            body = " ".join(str(segment["body"]).split())
            if body:
                yield Cue(start, end, body, " ".join(str(segment.get("speaker") or "").split()))
    except json.JSONDecodeError as error:
        raise TranscriptError(error.lineno, "transcript-json", {}) from None
    except (KeyError, TypeError, ValueError, RecursionError):
        raise TranscriptError(1, "transcript-json", {}) from None


def _from_words(segments: Iterator[Cue]) -> Iterator[Cue]:
    """Gather segments of one word each, as recognisers write them, into cues; leave others as they are."""
    listed = list(segments)
    if sum(" " not in cue.text for cue in listed) < 0.8 * len(listed):
        for cue in listed:
            if cue.start == cue.end:
                raise TranscriptError(1, "transcript-backwards", {"value": f"{cue.start} --> {cue.end}"})
        yield from listed
        return
    text, start, end, speaker = "", 0.0, 0.0, ""
    for word in listed:
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

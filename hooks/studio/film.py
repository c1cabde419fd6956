"""A film from a recording: slides whose points appear when the voice comes to them.

Stills become a film by ffmpeg's concat demuxer, with a short fade between two of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from ebenerdig.media.transcript import Cue
from PIL import Image

from . import slides
from .captions import by_sentence
from .recording import OPENING, Recording
from .script import Script
from .tools import EXACT, ffmpeg

FRAMES = 10
"""Pictures a second: enough for stills and a fade."""

FADE = 4
"""Pictures between two stills."""


class Still(NamedTuple):
    start: float
    picture: Image.Image


def stills(script: Script, recording: Recording, slug: str, title: str) -> Iterator[Still]:
    """The title, then every slide in each of its states."""
    yield Still(0.0, slides.title(slug, script.symbol, title))
    count = len(script.chapters)
    for number, (chapter, part) in enumerate(zip(script.chapters, recording.parts, strict=True)):
        spoken = [by_sentence(sentence) for sentence in part]
        first, symbol = recording.chapters[number].start or OPENING, chapter.symbol or script.symbol
        for shown, start in enumerate([first, *appearances(chapter.points, spoken)]):
            yield Still(max(first, start), slides.slide(number, count, symbol, chapter.title, chapter.points, shown))


def appearances(points: list[str], spoken: list[Cue]) -> list[float]:
    """When each point is shown: with the sentence that shares most words with it, else evenly."""
    times: list[float] = []
    earliest = 0
    for number, point in enumerate(points):
        latest = len(spoken) - (len(points) - number)
        even = min(len(spoken) - 1, number * len(spoken) // len(points)) if spoken else 0
        window = range(earliest, max(earliest, latest) + 1)
        scores = {at: len(_stems(point) & _stems(spoken[at].text)) for at in window if at < len(spoken)}
        best = max(scores, key=lambda at: (scores[at], -abs(at - even)), default=even)
        times.append(spoken[best].start if spoken else 0.0)
        earliest = best + 1
    return times


def _stems(text: str) -> set[str]:
    """The beginnings of longer words: enough to find "Rechnungen" in "Rechnung"."""
    return {word[:6].lower() for word in re.findall(r"\w{4,}", text)}


def mp4(pictures: Iterator[Still], seconds: float, sound: Path, target: Path) -> None:
    """Join stills and sound to a film of this length."""
    reel = sound.with_name("reel.txt")
    reel.write_text(_reel(list(pictures), seconds, sound.parent), "utf-8")
    sources = ["-f", "concat", "-safe", "0", "-i", str(reel), "-i", str(sound)]
    filters = f"fps={FRAMES},tpad=stop=-1:stop_mode=clone,scale=out_color_matrix=bt709:out_range=tv,format=yuv420p"
    colours = ["-vf", filters, "-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709"]
    picture = ["-c:v", "libx264", "-preset", "slow", "-tune", "stillimage", "-crf", "26", "-g", "100"]
    voice = ["-c:a", "aac", "-b:a", "48k", "-ar", "24000", "-ac", "1"]
    ffmpeg(*sources, *colours, *picture, *voice, *EXACT, "-t", f"{seconds:.3f}", str(target))


def with_chapter_track(source: Path, target: Path) -> None:
    """Copy a film that has chapters, so that they become a track, too: some players show no others."""
    ffmpeg("-i", str(source), "-map", "0", "-c", "copy", "-movflags", "+faststart", *EXACT, str(target))


def _reel(pictures: list[Still], seconds: float, work: Path) -> str:
    """Save the stills and the fades between them; say how long each is shown."""
    lines = ["ffconcat version 1.0"]
    for number, (picture, frames) in enumerate(_shown(pictures, seconds)):
        picture.save(work / f"{number}.png", compress_level=1)
        lines += [f"file '{number}.png'", f"duration {frames / FRAMES}"]
    return "\n".join([*lines, ""])


def _shown(pictures: list[Still], seconds: float) -> Iterator[tuple[Image.Image, int]]:
    frames = [round(still.start * FRAMES) for still in pictures] + [round(seconds * FRAMES) + 1]
    for number, (still, (begin, end)) in enumerate(zip(pictures, pairwise(frames), strict=True)):
        fade = min(FADE, end - begin) if number else 0
        for step in range(1, fade + 1):
            yield Image.blend(pictures[number - 1].picture, still.picture, step / (FADE + 1)), 1
        if end - begin > fade:
            yield still.picture, end - begin - fade

"""A copy of the sample library with an episode of an hour and one of four: what long transcripts do to a page."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

from bench import CUES, clock, sentences, vocabulary
from sites import ROOT, copy_repository

SECONDS_OF_A_CUE = 4
HOURS = (1, 4)


def long_library(target: Path) -> list[str]:
    """Write the copy and return the ids of its long episodes; their pictures and chapters are those of a sample."""
    copy_repository(target)
    sample = next(path.parent for path in sorted((ROOT / "episodes").glob("*/cover.jpg")))
    return [_episode(target / "episodes" / f"stunden-{hours}", sample, hours) for hours in HOURS]


def _episode(folder: Path, sample: Path, hours: int) -> str:
    """Copy a sample episode, but for its sound, and let it speak for `hours`."""
    shutil.copytree(sample, folder, ignore=shutil.ignore_patterns("*.mp3", "*.m4a", "media.json"))
    measures = json.loads((sample / "media.json").read_text("utf-8"))
    for name, measure in measures.items():
        if not (folder / name).exists():
            longer = hours * 3600 / measure["seconds"]
            chapters = [mark | {"start": mark["start"] * longer} for mark in measure.get("chapters", [])]
            measure |= {"seconds": hours * 3600.0, "bytes": hours * 43_000_000, "chapters": chapters}
    (folder / "media.json").write_text(json.dumps(measures), "utf-8")
    text = (folder / "index.md").read_text("utf-8")
    for name, value in (
        ("guid", f"long-{hours}"),
        ("title", f"Ein Gespräch von {hours} Stunden"),
        ("episode", 90 + hours),
    ):
        text = re.sub(rf"^{name}: .*$", f"{name}: {value}", text, flags=re.MULTILINE)
    (folder / "index.md").write_text(text, "utf-8")
    [transcript] = folder.glob("*.vtt")
    transcript.write_text(spoken(hours), "utf-8")
    return f"episodes/{folder.name}"


def spoken(hours: int) -> str:
    """WebVTT of two people who speak for `hours`: 9,000 words in each."""
    words, count = vocabulary(), hours * 3600 // SECONDS_OF_A_CUE
    lines = [line for number in range(count // CUES + 1) for line in sentences(number, words)][:count]
    starts = range(0, count * SECONDS_OF_A_CUE, SECONDS_OF_A_CUE)
    blocks = [
        f"{clock(at)} --> {clock(at + SECONDS_OF_A_CUE)}\n<v {'Mara' if at % 36 else 'Jonas'}>{line}\n"
        for at, line in zip(starts, lines, strict=True)
    ]
    return "WEBVTT\n\n" + "\n".join(blocks)

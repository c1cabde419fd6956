"""What an episode's MP3 says about itself: title, maker, show, year, and chapters."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from mutagen import id3 as _id3
from mutagen import mp3 as _mp3

from .recording import Part

id3: Any = _id3
mp3: Any = _mp3
"""mutagen's own types are incomplete."""

MAKER = "Werkhalle Lindental"
SHOW = "Ebenerdig – der Podcast"


def write(path: Path, title: str, year: str, parts: Sequence[Part]) -> None:
    tags = id3.ID3()
    tags.add(id3.TIT2(text=title))
    tags.add(id3.TPE1(text=MAKER))
    tags.add(id3.TALB(text=SHOW))
    tags.add(id3.TLAN(text="deu"))
    if year:
        tags.add(id3.TDRC(text=year))
    names = [f"chp{number}" for number in range(len(parts))]
    flags = id3.CTOCFlags.TOP_LEVEL | id3.CTOCFlags.ORDERED
    heading = [id3.TIT2(text="Kapitel")]
    tags.add(id3.CTOC(element_id="toc", flags=flags, child_element_ids=names, sub_frames=heading))
    length = mp3.MP3(path).info.length
    for name, part in zip(names, parts, strict=True):
        start, end = (round(min(time, length) * 1000) for time in (part.start, part.end))
        tags.add(id3.CHAP(element_id=name, start_time=start, end_time=end, sub_frames=[id3.TIT2(text=part.title)]))
    tags.save(path)

"""Letters: finding the typeface, setting a line to a width, breaking a text into lines.

The typeface is Lato (Open Font License; Debian package `fonts-lato`), found through
fontconfig's `fc-match`, so that no path of one machine stands here.
"""

from __future__ import annotations

import subprocess
from functools import cache
from pathlib import Path

from PIL import ImageFont

from .tools import MissingTool

FAMILY = "Lato"


@cache
def font_file(weight: str) -> Path:
    wanted = f"{FAMILY}:style={weight}"
    try:
        answer = subprocess.run(
            ["fc-match", "--format=%{family}\n%{file}", wanted], capture_output=True, text=True, check=True
        ).stdout.splitlines()
    except (OSError, subprocess.CalledProcessError) as error:
        raise MissingTool("fc-match cannot be run: install fontconfig and fonts-lato.") from error
    if len(answer) < 2 or FAMILY not in answer[0]:
        raise MissingTool(f"The typeface {FAMILY} is not installed (Debian: fonts-lato).")
    return Path(answer[1])


@cache
def font(weight: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(font_file(weight), size)


def width_of(words: str, weight: str, size: float) -> float:
    """How wide a line comes out; measured large, because small sizes are rounded."""
    return font(weight, 400).getlength(words) * size / 400


def fitting(words: str, weight: str, size: float, room: float) -> float:
    """The size at which the line fits into the room, at most the one wished for."""
    return min(size, size * room / max(1, width_of(words, weight, size)))


def even_lines(words: str, weight: str, size: float, room: float) -> tuple[list[str], float]:
    """Lines of one size: a little smaller than wished for where that saves a line or lets a long word in."""
    widest = max(words.split(), key=lambda word: width_of(word, weight, size), default="")
    size = fitting(widest, weight, size, room)
    tries = [size * share for share in (1, 0.94, 0.88)]
    best = min(tries, key=lambda each: (len(lines(words, weight, each, room)), -each))
    return lines(words, weight, best, room), best


def lines(words: str, weight: str, size: float, room: float) -> list[str]:
    """Break a text into lines that fit, as even in length as their number allows."""
    broken = _greedy(words, weight, size, room)
    narrow = room
    while narrow > room * 0.4 and len(_greedy(words, weight, size, narrow * 0.95)) == len(broken):
        narrow *= 0.95
    return _greedy(words, weight, size, narrow)


def _greedy(words: str, weight: str, size: float, room: float) -> list[str]:
    result: list[str] = []
    for word in words.split():
        if result and width_of(f"{result[-1]} {word}", weight, size) <= room:
            result[-1] += f" {word}"
        else:
            result.append(word)
    return result

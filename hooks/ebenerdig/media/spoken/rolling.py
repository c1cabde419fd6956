"""Captions that roll: each cue repeats the line before, as video platforms write them, so that all is said twice.

Told from people who repeat themselves, and from recognisers that are caught in a
loop, by this: there, a cue repeats the whole one before; here it begins with the
end of the one before and goes on with something new, nearly all through the file.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from .markup import CLOCK, plain
from .times import seconds

MOSTLY = 0.6
SAMPLE = 16
FLASH = 0.05
"""Seconds that a cue lasts which only moves the lines up."""
INNER_TIME = re.compile(rf"<{CLOCK}>")
BEGINS = re.compile(rf"\s*+<{CLOCK}>")


class Block(NamedTuple):
    """A cue as it stands in the file, with its marks and lines."""

    start: float
    end: float
    text: str


class Unit(NamedTuple):
    """A line or a word: as it stands there, as it is read, and whether inner times say that it is spoken now."""

    written: str
    read: str
    is_new: bool = False


def unrolled(blocks: list[Block]) -> list[Block] | None:
    """Return the blocks with what each says for the first time; None for captions that do not roll."""
    for units, least in ((_lines, 1), (_words, 2)):
        middle = max(0, len(blocks) // 2 - SAMPLE // 2)
        if _rolls(blocks[middle : middle + SAMPLE], units, least, MOSTLY / 2) and _rolls(blocks, units, least, MOSTLY):
            return _new(blocks, units, least)
    return None


def _lines(text: str) -> list[Unit]:
    found = (Unit(line, plain(line), bool(INNER_TIME.search(line))) for line in text.split("\n"))
    return [unit for unit in found if unit.read]


def _words(text: str) -> list[Unit]:
    return [Unit(word, word) for word in plain(text).split()]


def _rolls(blocks: list[Block], units: Callable[[str], list[Unit]], least: int, share: float) -> bool:
    shifts, flashes, pairs, timed = 0, 0, 0, False
    before: list[Unit] = []
    for block in blocks:
        now = units(block.text)
        if not now:
            continue
        timed = timed or any(unit.is_new for unit in now)
        if before:
            pairs += 1
            again = _repeated(before, now, least)
            said = {unit.read for unit in before}
            if again == len(now):
                flashes += block.end - block.start <= FLASH
            elif again:
                shifts += any(unit.is_new or unit.read not in said for unit in now[again:])
        before = now
    enough = 1 if least == 1 and (timed or flashes) else 3
    return shifts >= min(enough, len(blocks)) and shifts + flashes >= share * pairs


def _new(blocks: list[Block], units: Callable[[str], list[Unit]], least: int) -> list[Block]:
    found: list[Block] = []
    before: list[Unit] = []
    for block in blocks:
        now = units(block.text)
        new = now[_repeated(before, now, least) :]
        before = now or before
        if new:
            text = "\n".join(unit.written for unit in new)
            begins = BEGINS.match(text)
            start = max(block.start, seconds(begins[1])) if begins else block.start
            found.append(Block(start if start < block.end else block.start, block.end, text))
    return found


def _repeated(before: list[Unit], now: list[Unit], least: int) -> int:
    """How many lines or words at the beginning are the end of what stood there before."""
    old = next((number for number, unit in enumerate(now) if unit.is_new), len(now))
    for count in range(min(len(before), old), least - 1, -1):
        if all(one.read == other.read for one, other in zip(before[-count:], now[:count], strict=True)):
            return count
    return 0

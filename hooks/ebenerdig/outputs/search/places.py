"""Where things lie: a short name for each, and the shelf it stands on.

Both come from a sum of what is named, so that a new thing changes no other's.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import blake2b

DIGITS = "0123456789abcdefghijklmnopqrstuv"
NAME = 6
"""Digits of a name. Where two would be the same, all names are longer."""
BITS = 5
"""That a digit stands for."""
SHELF = 32
"""Things on a shelf, at most and on the average."""
MOST = 256
"""On any shelf: a thing's place there is one byte."""


def short_names(contents: Iterable[bytes]) -> list[str]:
    """Name contents that differ: the same content has the same name in every build."""
    sums = [_digits(blake2b(content, digest_size=20).digest()) for content in contents]
    length = NAME
    while len({name[:length] for name in sums}) < len(set(sums)):
        length += 1
    return [name[:length] for name in sums]


def _digits(content: bytes) -> str:
    number = int.from_bytes(content, "big")
    return "".join(DIGITS[number >> shift & 31] for shift in range(len(content) * 8 - BITS, -1, -BITS))


def by_shelf(names: Sequence[str]) -> tuple[int, list[list[int]]]:
    """Put things on shelves by the first bits of their names; tell how many bits, and who stands where on each.

    The number of shelves is a power of two: until the next one is reached, a new thing changes its own shelf alone.
    """
    bits = max(0, (len(names) - 1).bit_length() - (SHELF - 1).bit_length())
    while True:
        shelves: list[list[int]] = [[] for _ in range(1 << bits)]
        for number in sorted(range(len(names)), key=names.__getitem__):
            shelves[int(names[number][:NAME], 32) >> (NAME * BITS - bits)].append(number)
        if max(map(len, shelves)) <= MOST:
            return bits, shelves
        bits += 1

"""Postings in bytes: of one shelf by letter, then of all shelves in chunks of which browsers fetch one a word."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from struct import pack
from zlib import crc32

from .packing import apart, lines, listed, numbers, together

OTHERS = "~"
CHUNK = 20_000
"""Bytes of a chunk on the average, before they are compressed."""
LARGEST = 3 * CHUNK
"""Where nothing else ends a chunk, it ends after so many bytes."""


def letter(term: str) -> str:
    """Under which letter a term is merged: its first one, "0" for all digits, and "~" for all other writing."""
    first = term[0]
    return first if "a" <= first <= "z" else "0" if first.isascii() else OTHERS


def order(term: str) -> bytes:
    """Sort terms as browsers do."""
    return term.encode("utf-16-be")


def sections(shelf: int, rows: Mapping[str, list[int]]) -> dict[str, bytes]:
    """Write the rows of a shelf by letter. A row has a number for each record: its place, its level and its mask."""
    by_letter: dict[str, list[str]] = {}
    for term in rows:
        by_letter.setdefault(letter(term), []).append(term)
    written = {}
    for name in sorted(by_letter):
        terms = sorted(by_letter[name], key=order if name == OTHERS else None)
        written[name] = _written([(term, _piece(shelf, rows[term])) for term in terms])
    return written


def _piece(shelf: int, row: list[int]) -> bytes:
    """A term's postings on one shelf: how many, then all places, all levels, all masks."""
    count = len(row)
    numbers = pack(f">{count}I", *row)
    return b"".join((pack(">HB", shelf, count - 1), numbers[1::4], numbers[2::4], numbers[3::4]))


def _written(pieces: Sequence[tuple[str, bytes]]) -> bytes:
    terms, contents = zip(*pieces, strict=True)
    return together([lines(terms), numbers(map(len, contents)), b"".join(contents)])


def chunks(parts: Iterable[bytes]) -> Iterator[bytes]:
    """Merge one letter's sections of all shelves, and cut what comes out where a term's own checksum says so.

    So an edit moves few limits between chunks. All of a term is in one.
    """
    rows: dict[str, list[bytes]] = {}
    for part in parts:
        terms, sizes, content = apart(part)
        start = 0
        for term, size in zip(listed(terms), array("I", sizes), strict=True):
            rows.setdefault(term, []).append(content[start : start + size])
            start += size
    chunk: list[tuple[str, bytes]] = []
    filled = 0
    for term in sorted(rows, key=order):
        content = b"".join(rows[term])
        is_limit = crc32(term.encode()) * CHUNK < len(content) << 32
        if chunk and (is_limit or filled + len(content) > LARGEST):
            yield _written(chunk)
            chunk, filled = [], 0
        chunk.append((term, content))
        filled += len(content)
    if chunk:
        yield _written(chunk)


def first_term(chunk: bytes) -> str:
    """The term that a chunk begins with."""
    return listed(apart(chunk)[0])[0]

"""Files as the browser unpacks them, and several pieces of bytes kept as one."""

from __future__ import annotations

import gzip
import json
import struct
from array import array
from collections.abc import Iterable, Sequence

QUICK, SMALL = 4, 6
"""How hard to compress what is much, and what every query fetches."""


def packed(content: object, level: int = SMALL) -> bytes:
    """Write JSON, compressed because not every host does that."""
    return squeezed(json.dumps(content, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode(), level)


def squeezed(content: bytes, level: int = SMALL) -> bytes:
    """Compress so that the same content has the same bytes."""
    return gzip.compress(content, compresslevel=level, mtime=0)


def together(pieces: Sequence[bytes]) -> bytes:
    """Put pieces into one, each behind its length."""
    sizes = [len(pieces), *map(len, pieces)]
    return b"".join([struct.pack(f"<{len(sizes)}I", *sizes), *pieces])


def apart(content: bytes) -> list[bytes]:
    """Take apart what `together` put into one."""
    (count,) = struct.unpack_from("<I", content)
    pieces, start = [], 4 * (count + 1)
    for size in struct.unpack_from(f"<{count}I", content, 4):
        pieces.append(content[start : start + size])
        start += size
    return pieces


def lines(texts: Iterable[str]) -> bytes:
    """Write texts without line ends, a line each."""
    return "\n".join(texts).encode()


def listed(content: bytes) -> list[str]:
    """Read what `lines` wrote."""
    return content.decode().split("\n") if content else []


def numbers(values: Iterable[int]) -> bytes:
    """Write whole numbers, four bytes each."""
    return array("I", values).tobytes()

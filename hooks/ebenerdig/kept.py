"""What was made before and is still true: the one cache of reading and outputs, in `.cache/`.

An entry lies under a name made from all that it depends on: what the caller
names, the package's own code and sentences, and the programs that it is made
with. So nothing has to be thought of when these change. It is written beside
its place and then moved there, and carries its checksum: what an interrupted
build or a bad disk left behind is made anew, and two builds at once do not
disturb each other. Where nothing can be written, nothing is kept.
"""

from __future__ import annotations

import shutil
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple
from uuid import uuid4

CHECKSUM = 32
"""Bytes in front of every entry."""
UNFINISHED = "making-"
"""How the names of entries begin that are not finished."""
PATIENCE = 24 * 60 * 60
"""Seconds after which an unfinished entry is taken for one that a broken-off build left."""


class Later(NamedTuple):
    """Content that is made only where it is not there yet; `key` names all that it depends on beside our own code."""

    key: object
    make: Callable[[], bytes]


class Kept:
    """The entries of one kind below a library's folder; `programs` are distributions whose version changes them."""

    def __init__(self, root: Path, kind: str, *programs: str) -> None:
        self.folder = root / ".cache" / kind
        versions = [(name, version(name)) for name in programs]
        self._base = repr([_code(), sys.implementation.cache_tag, versions]).encode()
        self._used: set[str] = set()

    def name(self, key: Iterable[object]) -> str:
        """Name the entry of `key`, and take it for one that is still in use."""
        total = blake2b(self._base, digest_size=20)
        for part in key:
            total.update(repr(part).encode("utf-8", "surrogatepass") + b"\0")
        name = total.hexdigest()
        self._used.add(name)
        return name

    def get(self, key: Iterable[object], make: Callable[[], bytes]) -> bytes:
        """Return what is kept under `key`, or else make it and keep it."""
        return self.later(key, make).make()

    def later(self, key: Iterable[object], make: Callable[[], bytes]) -> Later:
        """What `get` returns, when somebody wants it."""
        name = self.name(key)

        def get() -> bytes:
            content = self.find(name)
            if content is None:
                content = make()
                self.keep(name, content)
            return content

        return Later(name, get)

    def find(self, name: str) -> bytes | None:
        """Return an entry's content; nothing when it is missing or damaged."""
        self._used.add(name)
        try:
            content = (self.folder / name).read_bytes()
        except OSError:
            return None
        begin, content = content[:CHECKSUM], content[CHECKSUM:]
        return content if _checksum(content) == begin else None

    def keep(self, name: str, content: bytes) -> None:
        """Write an entry; a full disk or one that cannot be written to costs time and nothing else."""
        self._used.add(name)
        unfinished = self.folder / f"{UNFINISHED}{uuid4().hex}"
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            with unfinished.open("wb") as file:
                file.write(_checksum(content))
                file.write(content)
            unfinished.replace(self.folder / name)
        except OSError:
            with suppress(OSError):
                unfinished.unlink()

    def prune(self) -> None:
        """Remove what was not asked for; what another build may be making stays."""
        for old in list(self.folder.iterdir()) if self.folder.is_dir() else []:
            with suppress(OSError):
                if old.name in self._used:
                    continue
                fresh = old.name.startswith(UNFINISHED) and time.time() - old.stat().st_mtime < PATIENCE
                if old.is_dir() and not fresh:
                    shutil.rmtree(old, ignore_errors=True)
                elif not fresh:
                    old.unlink()


@contextmanager
def kept(root: Path, kind: str, *programs: str) -> Iterator[Kept]:
    """Open the entries of one kind; in the end, those that were not asked for are removed."""
    entries = Kept(root, kind, *programs)
    yield entries
    entries.prune()


def _checksum(content: bytes) -> bytes:
    return blake2b(content, digest_size=CHECKSUM).digest()


@cache
def _code() -> str:
    """Sum up this package's own code and sentences, as they were when it was first asked."""
    total, package = blake2b(digest_size=20), Path(__file__).parent
    for path in sorted(path for ending in ("py", "ftl") for path in package.rglob(f"*.{ending}")):
        content = path.read_bytes()
        total.update(f"{path.relative_to(package).as_posix()} {len(content)}\n".encode() + content)
    return total.hexdigest()

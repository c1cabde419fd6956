"""The folder that is published: built beside it, and put into its place when it is whole.

A build that fails, is killed or finds the disk full leaves the last good site as it is. What has not changed is taken
over from there, so that a build costs what changed.
"""

from __future__ import annotations

import ctypes
import os
import pickle
import shutil
import sys
from collections.abc import Iterator
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from tempfile import mkdtemp
from typing import NamedTuple

from ..kept import Kept

if sys.platform != "win32":
    import fcntl

HERE, EXCHANGE = -100, 2
"""How `renameat2` is told to take paths as they are, and to exchange two folders."""


class Known(NamedTuple):
    """A file of the last site: the sum of what it was made from, its size and its time."""

    sum: bytes
    size: int
    changed: int


class Site:
    """One site, at `folder`, and the one that is being built."""

    def __init__(self, root: Path, folder: Path) -> None:
        self.folder = folder = folder.resolve()
        folder.parent.mkdir(parents=True, exist_ok=True)
        for left in _abandoned(folder):
            shutil.rmtree(left, ignore_errors=True)
        self.building = Path(mkdtemp(prefix=_prefix(folder), dir=_beside(folder)))
        self.building.chmod(0o755)
        self._lock = _lock(self.building)
        self._kept = Kept(root, "site")
        self._name = self._kept.name([str(folder)])
        self._before: dict[str, Known] = {}
        if content := self._kept.find(self._name):
            with suppress(Exception):
                self._before = pickle.loads(content)
        self._now: dict[str, bytes] = {}
        self._folders: set[str] = set()

    def take_over(self, path: str, key: object) -> bool:
        """Take a file over from the last site if it is the one that `key` would make."""
        total = blake2b(repr(key).encode("utf-8", "surrogatepass"), digest_size=20).digest()
        self._now[path] = total
        before = self._before.get(path)
        if before is None or before.sum != total:
            return False
        try:
            status = (self.folder / path).stat(follow_symlinks=False)
            if (status.st_size, status.st_mtime_ns) != before[1:]:
                return False
            os.link(self.folder / path, self.target(path))
        except OSError:
            return False
        return True

    def target(self, path: str) -> Path:
        """Where a file of the new site is to be written; its folder is there then."""
        target = self.building / path
        parent = path.rpartition("/")[0]
        if parent not in self._folders:
            target.parent.mkdir(parents=True, exist_ok=True)
            self._folders.add(parent)
        return target

    def publish(self) -> None:
        """Put the new site into the place of the last one."""
        known = {}
        for path, total in self._now.items():
            with suppress(FileNotFoundError):
                status = (self.building / path).stat(follow_symlinks=False)
                known[path] = Known(total, status.st_size, status.st_mtime_ns)
        _keep_hidden(self.folder, self.building)
        _exchange(self.building, self.folder)
        self._kept.keep(self._name, pickle.dumps(known))
        self._kept.prune()
        self.abandon()

    def abandon(self) -> None:
        """Remove what is not published."""
        if self._lock is not None:
            os.close(self._lock)
        shutil.rmtree(self.building, ignore_errors=True)


def _beside(folder: Path) -> Path | None:
    """Where the new site is built: on the same disk, where that can be written to."""
    return folder.parent if os.access(folder.parent, os.W_OK) else None


def _prefix(folder: Path) -> str:
    return f".{folder.name}-building-"


def _abandoned(folder: Path) -> Iterator[Path]:
    """Find what builds left that were broken off: nobody holds it any more."""
    for left in folder.parent.glob(f"{_prefix(folder)}*"):
        with suppress(OSError):
            lock = _lock(left)
            if lock is not None:
                yield left
                os.close(lock)


def _lock(folder: Path) -> int | None:
    """Hold a folder until this process ends, however it ends; OSError where another one holds it."""
    if sys.platform == "win32":
        return None
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(handle)
        raise
    return handle


def _keep_hidden(old: Path, new: Path) -> None:
    """Take along what begins with a dot: no build made it, and MkDocs leaves it alone, such as a repository."""
    for path in old.glob(".*"):
        target = new / path.name
        if path.is_dir() and not path.is_symlink() and not target.exists():
            shutil.copytree(path, target, symlinks=True, copy_function=os.link)
        elif not target.exists():
            os.link(path, target, follow_symlinks=False)


def _exchange(new: Path, old: Path) -> None:
    """Let two folders change their places in one step where the system can, else in three."""
    if not old.exists():
        new.rename(old)
        return
    with suppress(AttributeError, OSError):
        rename = ctypes.CDLL(None, use_errno=True).renameat2
        if rename(HERE, os.fsencode(new), HERE, os.fsencode(old), EXCHANGE) == 0:
            return
    try:
        aside = new.with_name(f"{new.name}-old")
        old.rename(aside)
        new.rename(old)
        aside.rename(new)
    except OSError:  # the folder itself cannot be moved, as it is a disk of its own
        _fill(new, old)


def _fill(new: Path, old: Path) -> None:
    """Bring the new site into a folder that must stay: each file at once, then what is no longer there goes."""
    wanted = set()
    for path in sorted(new.rglob("*")):
        target = old / path.relative_to(new)
        wanted.add(target)
        if path.is_dir():
            if target.is_symlink() or target.is_file():
                target.unlink()
            target.mkdir(exist_ok=True)
        else:
            unfinished = target.with_name(f".{target.name}.part")
            shutil.copy2(path, unfinished)
            if target.is_dir():
                shutil.rmtree(target)
            unfinished.replace(target)
    for path in sorted(old.rglob("*"), reverse=True):
        if path not in wanted:
            shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()

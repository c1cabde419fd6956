"""Copy a file as cheaply as the disk can: what it shares until somebody changes it costs no time and no space."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from ..problems import Problem

if sys.platform == "linux":
    from fcntl import ioctl

FICLONE = 0x40049409
"""The request by which btrfs, XFS, bcachefs and others let a file share the bytes of another one."""


class Original(NamedTuple):
    """A file of an item: how many bytes it had when it was measured, and what to say if it is no longer the same."""

    path: Path
    bytes: int | None
    changed: Callable[[], Problem]

    def is_as_measured(self) -> bool:
        """Whether the file is there and as long as it was."""
        try:
            return self.bytes in (None, self.path.stat().st_size)
        except OSError:
            return False


def bring(source: Path, target: Path, *, linked: bool = False) -> None:
    """Make `target`, which is not there, of `source`: as a second name of the file where `linked`, else as a copy."""
    if linked:
        with suppress(OSError):
            os.link(source.resolve(), target)
            return
    if not _shared(source, target):
        shutil.copyfile(source, target)
    status = source.stat()
    os.utime(target, ns=(status.st_atime_ns, status.st_mtime_ns))  # by its time a host sees what need not be sent again


def _shared(source: Path, target: Path) -> bool:
    if sys.platform != "linux":
        return False
    with source.open("rb") as original, target.open("wb") as copy:
        try:
            ioctl(copy, FICLONE, original.fileno())
        except OSError:
            return False
    return True

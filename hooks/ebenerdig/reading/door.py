"""The one door through which every file of a library comes in.

People's folders hold what nobody thinks of: links to other places or to themselves, pipes that never end, files of
20 GB that take no space, files that only somebody else may open. All that is found out before a byte is read.
"""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from typing import Any

from ..problems import Problem

MAX_BYTES = 2_000_000
"""No metadata file or page comes near this; a larger one is a film under a wrong name."""

ABSENT = (errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG)
"""What the system says where nothing lies, or nothing can."""


class ClosedError(Exception):
    """A file that stays out; `code` is its sentence in `texts/`, with `file-` before it where another file names it."""

    def __init__(self, code: str, **values: Any) -> None:
        super().__init__(code)
        self.code, self.values = code, values

    def problem(self, name: str) -> Problem:
        """Tell it of the file itself."""
        return Problem(name, 1, 1, self.code, self.values)


def look(path: Path, *homes: Path, most: int | None = None) -> os.stat_result | None:
    """Return what the system knows of a regular file that lies in one of `homes`, by default in its own folder.

    None where there is nothing, ClosedError where there is something else or more than `most` bytes.
    """
    homes = homes or (path.parent,)
    try:
        found = path.lstat()
        if stat.S_ISLNK(found.st_mode):
            found = path.stat()
            is_inside = is_within(path, *homes)
        else:
            is_inside = path.parent in homes or is_within(path, *homes)
    except ValueError:  # no name of a file can hold it
        return None
    except OSError as error:
        if error.errno in ABSENT:
            return None
        raise ClosedError("circle") if error.errno == errno.ELOOP else unreadable(error) from None
    if not is_inside:
        raise ClosedError("outside")
    if stat.S_ISDIR(found.st_mode):
        raise ClosedError("unreadable", reason="EISDIR")
    if not stat.S_ISREG(found.st_mode):
        raise ClosedError("special")
    if most is not None and found.st_size > most:
        raise ClosedError("too-large", megabytes=found.st_size // 1_000_000)
    return found


def is_within(path: Path, *homes: Path) -> bool:
    """Whether a file lies in one of these folders when all links are followed."""
    real = os.path.realpath(path)
    return any(os.path.commonpath((real, home)) == home for home in map(os.path.realpath, homes))


def read(path: Path, *homes: Path, most: int = MAX_BYTES) -> bytes | None:
    """Return the content of a file that may come in; None where there is none, ClosedError where it must stay out."""
    if look(path, *homes, most=most) is None:
        return None
    try:
        with path.open("rb") as file:
            data = file.read(most + 1)  # some systems tell no size
    except OSError as error:
        raise unreadable(error) from None
    if len(data) > most:
        raise ClosedError("too-large", megabytes=len(data) // 1_000_000)
    return data


def read_there(path: Path) -> bytes:
    """Return the content of a file that has to be there."""
    data = read(path)
    if data is None:
        raise ClosedError("unreadable", reason="ENOENT")
    return data


def names_in(folder: Path) -> list[os.DirEntry[str]]:
    """List what lies in a folder, in order; ClosedError where nobody may look into it."""
    try:
        with os.scandir(folder) as entries:
            return sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        raise unreadable(error) from None


def unreadable(error: OSError) -> ClosedError:
    """Say that a file or folder cannot be opened, and why, by the system's name for it that `texts/` puts in words."""
    return ClosedError("unreadable", reason=errno.errorcode.get(error.errno or 0, error.strerror or str(error)))

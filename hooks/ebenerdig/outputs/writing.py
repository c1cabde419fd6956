"""Write the outputs to disk: side by side with the pages, and each file whole or not at all."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable
from contextlib import nullcontext, suppress
from pathlib import Path

from ..catalogue import Catalogue
from ..media.measure import SOUND_AND_FILM
from . import OUTPUTS, Output
from .copying import bring
from .failures import Failures


def write(catalogue: Catalogue, site: Path, failures: Failures | None = None) -> int:
    """Write all outputs below `site` and return how many files that were; what fails is kept in `failures`."""
    count = 0
    for output in OUTPUTS:
        with failures.kept() if failures else nullcontext():
            count += _write(output, catalogue, site)
    return count


def _write(output: Output, catalogue: Catalogue, site: Path) -> int:
    """Write what an output yields; what it yields twice in a row, under two names, becomes one file with both."""
    may_link = catalogue.project.preview or catalogue.project.library.link_media
    count, folders = 0, set()
    before: tuple[bytes | Path | None, Path] = None, site
    for name, content in output(catalogue):
        target = site / name
        if target.parent not in folders:
            target.parent.mkdir(parents=True, exist_ok=True)
            folders.add(target.parent)
        if before[0] is content:
            place(before[1], target, linked=True)
        else:
            place(content, target, linked=may_link and target.suffix.lower() in SOUND_AND_FILM)
        before = content, target
        count += 1
    return count


def place(content: bytes | Path, target: Path, *, linked: bool = False) -> None:
    """Put a file into its place at once: nobody sees half of it, and no file that shares its bytes changes with it.

    A file on the disk is copied, so that whoever changes the copy leaves it alone; `linked` lets both be one file.
    """
    unfinished = target.with_name(f".{os.getpid()}.part")
    unfinished.unlink(missing_ok=True)
    try:
        if isinstance(content, bytes):
            unfinished.write_bytes(content)
        else:
            bring(content, unfinished, linked=linked)
        unfinished.replace(target)
    finally:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)  # two names of one file are not moved onto each other


def begin_writing(catalogue: Catalogue, site: Path, failures: Failures) -> Callable[[], int]:
    """Start to write beside the caller, who renders pages; return a function that writes what is left by then.

    It says how many files that were, and what failed stands in `failures` then. Both processes take the next output
    from the list until none is left; where the system cannot fork, all of them are left.
    """
    can_fork = "fork" in multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("fork" if can_fork else None)
    taken, count = context.Value("i", 0), context.Value("i", 0)

    def work() -> None:
        while True:
            with taken.get_lock():
                number, taken.value = taken.value, taken.value + 1
            if number >= len(OUTPUTS):
                return
            with failures.kept():
                written = _write(OUTPUTS[number], catalogue, site)
                with count.get_lock():
                    count.value += written

    def work_beside() -> None:
        work()
        send.send(failures.found)

    receive, send = context.Pipe(duplex=False)
    process = context.Process(target=work_beside)
    if can_fork:
        process.start()
        send.close()

    def finish() -> int:
        work()
        if can_fork:
            with suppress(EOFError):
                failures.found += receive.recv()
            process.join()
            if process.exitcode:
                raise ChildProcessError(f"writing feeds and media ended with {process.exitcode}")
        return int(count.value)

    return finish

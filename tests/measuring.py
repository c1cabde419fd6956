"""How long a program and all that it starts take, and how much memory they hold at once."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

EVERY = 0.2
"""Seconds between two looks at the memory; a look costs some milliseconds for each GB."""

BUILD = [sys.executable, "-m", "mkdocs", "build", "-q"]
"""How a library is built, in its folder."""

QUIET = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}


class Usage(NamedTuple):
    """What a program took: seconds by the wall clock, and MB at the worst moment."""

    seconds: float
    megabytes: float


def measured(command: list[str], folder: Path) -> Usage:
    """Run a program in `folder` to its end; whatever it starts belongs to it."""
    peak, done = [0.0], threading.Event()

    def watch(session: int) -> None:
        while not done.wait(EVERY):
            peak.append(memory(session))

    begin = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, env=QUIET, stdout=subprocess.DEVNULL, start_new_session=True)
    watcher = threading.Thread(target=watch, args=[process.pid])
    watcher.start()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - begin
    done.set()
    watcher.join()
    process.returncode = os.waitstatus_to_exitcode(status)
    if status:
        raise SystemExit(f"{' '.join(command)} failed in {folder}")
    return Usage(seconds, max(*peak, usage.ru_maxrss / 1024))


def memory(session: int) -> float:
    """MB that all processes of a session hold now; what several share counts once. Linux tells, others say 0."""
    return sum(_shares(session)) / 1024


def _shares(session: int) -> Iterator[int]:
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if os.getsid(int(folder.name)) != session:
                continue
            rollup = (folder / "smaps_rollup").read_text("ascii")
        except OSError:  # it has ended meanwhile
            continue
        yield from (int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:"))

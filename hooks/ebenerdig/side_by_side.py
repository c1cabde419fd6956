"""Use all cores: the same work on many things, in processes that end with the one that began them."""

from __future__ import annotations

import gc
import multiprocessing
import os
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")

WORTH = 24
"""Of fewer things the first are done before other processes have begun."""
AT_ONCE = 8
"""Things that a process takes together."""

_work: Callable[[Any], Any]


def cores() -> int:
    """How many processes can work at once; one where the system cannot fork."""
    if "fork" not in multiprocessing.get_all_start_methods():
        return 1
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def side_by_side(work: Callable[[T], R], things: Sequence[T]) -> Iterator[R]:
    """Yield `work` of every thing in their order; results are pickled, things and `work` are not."""
    count = cores()
    if count == 1 or len(things) < WORTH:
        yield from map(work, things)
        return
    context = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(count, context, _begin, (lambda index: work(things[index]), os.getpid())) as pool:
        yield from pool.map(_do, range(len(things)), chunksize=AT_ONCE)


def _begin(work: Callable[[int], Any], parent: int) -> None:
    global _work
    _work = work
    gc.disable()
    end_with(parent)


def _do(index: int) -> Any:
    return _work(index)


def end_with(parent: int) -> None:
    """End this process when its parent is gone, however that ended."""

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(0.2)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()

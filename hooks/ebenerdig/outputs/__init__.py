"""OUTPUT: what is made from the catalogue, as one visible list.

Each output is a function of the catalogue that yields site paths with their
bytes, or with the file to copy. Pages are made by `pages` and `articles`,
because MkDocs sets their frame.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterator
from pathlib import Path

from ..catalogue import Catalogue
from ..feeds import writing as feeds
from .drawings import cards, sign, svg
from .files import hosting, originals, reading_along, scaled
from .pages import redirects
from .search import index as search

Output = Callable[[Catalogue], Iterator[tuple[str, bytes | Path]]]

OUTPUTS: list[Output] = [
    search.index,
    cards.cards,
    reading_along.transcripts,
    feeds.podcasts,
    originals.originals,
    svg.files,
    scaled.scaled,
    sign.icons,
    reading_along.chapters,
    hosting.headers,
    redirects.pages,
    redirects.rules,
]
"""What takes longest comes first, so that nobody waits for it at the end."""


def write(catalogue: Catalogue, site: Path) -> int:
    """Write all outputs below `site` and return how many files that were."""
    return sum(_write(output, catalogue, site) for output in OUTPUTS)


def _write(output: Output, catalogue: Catalogue, site: Path) -> int:
    count, folders = 0, set()
    for name, content in output(catalogue):
        target = site / name
        if target.parent not in folders:
            target.parent.mkdir(parents=True, exist_ok=True)
            folders.add(target.parent)
        if isinstance(content, Path):
            originals.place(content, target)
        else:
            target.unlink(missing_ok=True)  # it may be a hard link to an editor's file
            target.write_bytes(content)
        count += 1
    return count


def begin_writing(catalogue: Catalogue, site: Path) -> Callable[[], int]:
    """Start to write beside the caller, who renders pages; return a function that writes what is left by then.

    It says how many files that were. Both processes take the next output from the list until none is left; where the
    system cannot fork, all of them are left.
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
            written = _write(OUTPUTS[number], catalogue, site)
            with count.get_lock():
                count.value += written

    process = context.Process(target=work)
    if can_fork:
        process.start()

    def finish() -> int:
        work()
        if can_fork:
            process.join()
            if process.exitcode:
                raise ChildProcessError(f"writing feeds and media ended with {process.exitcode}")
        return int(count.value)

    return finish

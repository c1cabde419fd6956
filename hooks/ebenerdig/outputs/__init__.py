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
from . import drawings, feeds, files, hosting, icons, pictures, reading_along, redirects, search, social_cards

Output = Callable[[Catalogue], Iterator[tuple[str, bytes | Path]]]

OUTPUTS: list[Output] = [
    files.originals,
    pictures.scaled,
    drawings.files,
    social_cards.cards,
    icons.icons,
    reading_along.transcripts,
    reading_along.chapters,
    feeds.podcasts,
    hosting.headers,
    redirects.pages,
    redirects.rules,
    search.index,
]


def write(catalogue: Catalogue, site: Path) -> int:
    """Write all outputs below `site` and return how many files that were."""
    count, folders = 0, set()
    for output in OUTPUTS:
        for name, content in output(catalogue):
            target = site / name
            if target.parent not in folders:
                target.parent.mkdir(parents=True, exist_ok=True)
                folders.add(target.parent)
            if isinstance(content, Path):
                files.place(content, target)
            else:
                target.unlink(missing_ok=True)  # it may be a hard link to an editor's file
                target.write_bytes(content)
            count += 1
    return count


def begin_writing(catalogue: Catalogue, site: Path, *, alongside: bool) -> Callable[[], int]:
    """Start to write, and return a function that waits for the end and says how many files that were.

    `alongside` lets a second process do it while pages are rendered, where the system can fork one: a third less time.
    """
    if not alongside or "fork" not in multiprocessing.get_all_start_methods():
        return lambda: write(catalogue, site)
    context = multiprocessing.get_context("fork")
    count = context.Value("i", 0)
    process = context.Process(target=lambda: setattr(count, "value", write(catalogue, site)))
    process.start()

    def finish() -> int:
        process.join()
        if process.exitcode:
            raise ChildProcessError(f"writing feeds and media ended with {process.exitcode}")
        return int(count.value)

    return finish

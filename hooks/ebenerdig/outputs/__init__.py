"""OUTPUT: what is made from the catalogue, as one visible list.

Each output is a function of the catalogue that yields site paths with their
bytes, or with the file to copy. Pages are made by `pages` and `articles`,
because MkDocs sets their frame; `writing` writes all others.
"""

from __future__ import annotations

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

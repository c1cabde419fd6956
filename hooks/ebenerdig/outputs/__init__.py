"""OUTPUT: what is made from the catalogue, as one visible list.

Each output is a function of the catalogue that yields site paths with their
content. Whatever takes long to make is made later, and only if it is not there
yet. Pages need a frame and come from `pages.finished`; `writing` writes all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from ..catalogue import Catalogue
from ..feeds import writing as feeds
from ..kept import Later
from .copying import Original
from .drawings import cards, sign, svg
from .files import hosting, originals, reading_along, scaled
from .pages import redirects
from .search import index as search

Content = bytes | Path | Original | Later
"""A file's bytes, the file on this disk to copy, or what makes its bytes."""

Output = Callable[[Catalogue], Iterator[tuple[str, Content]]]

OUTPUTS: list[Output] = [
    cards.cards,
    reading_along.transcripts,
    feeds.documents,
    originals.originals,
    svg.files,
    scaled.scaled,
    sign.icons,
    reading_along.chapters,
    hosting.headers,
    redirects.pages,
    redirects.rules,
    search.index,
]


def finished(content: Content) -> bytes | Path | Original:
    """Make what is to be made later."""
    return content.make() if isinstance(content, Later) else content

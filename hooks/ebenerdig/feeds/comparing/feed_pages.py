"""What cannot be compared, and the one way from a document to a feed that says so."""

from __future__ import annotations

from ...problems import Problem
from ..foreign.feed_reader import read_feed
from ..foreign.foreign_feed import ForeignFeed, NoFeed


class Unreadable(Exception):
    """What cannot be compared, with all reasons."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(*problems)
        self.problems = problems


def read_feed_page(name: str, document: bytes) -> ForeignFeed:
    """Read one document; raise Unreadable where it is no feed."""
    try:
        return read_feed(name, document)
    except NoFeed:
        raise Unreadable(Problem(name, 1, 1, "feed-none")) from None

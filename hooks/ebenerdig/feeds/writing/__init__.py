"""FEEDS: every feed of the library as XML trees, and the list of them all.

What each tag must hold follows the Podcast Standards Project's PSP-1, Apple's
requirements and the podcast namespace. Nothing here reads the clock: dates
come from the items, so an unchanged library gives an unchanged feed.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...catalogue import Catalogue
from .channel_writer import write_page
from .feed_plan import FeedItem, FeedPlan, plan_feeds
from .item_writer import ItemWriter
from .opml import outline

__all__ = ["FeedItem", "FeedPlan", "plan_feeds", "podcasts"]


def podcasts(catalogue: Catalogue) -> Iterator[tuple[str, bytes]]:
    """Yield every feed, page by page, and `feed/all.opml`."""
    plans, items = plan_feeds(catalogue), ItemWriter(catalogue)
    for plan in plans:
        for number in range(1, plan.pages + 1):
            yield plan.path(number), write_page(catalogue, plan, number, items)
    yield "feed/all.opml", outline(catalogue, [plan for plan in plans if plan.is_offered])

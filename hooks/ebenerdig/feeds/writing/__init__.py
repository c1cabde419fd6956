"""FEEDS: every feed of the library as XML trees, and the list of them all.

What each tag must hold follows the Podcast Standards Project's PSP-1, Apple's
requirements and the podcast namespace. Nothing here reads the clock: dates
come from the items, so an unchanged library gives an unchanged feed.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from hashlib import blake2b

from ...catalogue import Catalogue
from ...kept import Later
from .channel_writer import write_page
from .feed_plan import FeedItem, FeedPlan, plan_feeds
from .item_writer import ItemWriter
from .opml import outline

__all__ = ["FeedItem", "FeedPlan", "plan_feeds", "podcasts"]


def podcasts(catalogue: Catalogue) -> Iterator[tuple[str, bytes]]:
    """Yield every feed, page by page, and `feed/all.opml`."""
    return ((path, document.make()) for path, document in documents(catalogue))


def documents(catalogue: Catalogue) -> Iterator[tuple[str, Later]]:
    """Yield the same with what each depends on, to be made where that has changed."""
    plans, items, project = plan_feeds(catalogue), ItemWriter(catalogue), catalogue.project
    registers = repr((catalogue.registers, project.library, project.language, project.base_url))
    shared = blake2b(registers.encode("utf-8", "surrogatepass"), digest_size=20).hexdigest()
    for plan in plans:
        about = (shared, plan.kind, plan.title, plan.description, plan.language, plan.page, plan.pages, plan.guid)
        trailers = [listed.key for listed in plan.trailers]
        for number in range(1, plan.pages + 1):
            key = (*about, trailers, [listed.key for listed in plan.items_on(number)])
            yield plan.path(number), Later(key, partial(write_page, catalogue, plan, number, items))
    opml = outline(catalogue, [plan for plan in plans if plan.is_offered])
    yield "feed/all.opml", Later(opml, lambda: opml)

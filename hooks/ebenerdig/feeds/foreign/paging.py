"""Feeds that go on on further pages (RFC 5005), joined into one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace

from .foreign_feed import ForeignFeed

MOST_PAGES = 1000


def with_pages(feed: ForeignFeed, follow: Callable[[str], ForeignFeed | None]) -> ForeignFeed:
    """Join a feed with the pages after it; `follow` gives the page at an address, or None if it cannot be had.

    `next` of what comes back is empty, or the address at which it had to stop.
    """
    items, known, page = list(feed.items), set(feed.items), feed
    unread, seasons, doubts = Counter(feed.unread), dict(feed.seasons), feed.doubts
    flaw, whole, stopped, seen = feed.flaw, feed.whole, "", {feed.address, feed.name}
    while page.next and page.next not in seen:
        following = follow(page.next) if len(seen) < MOST_PAGES else None
        if following is None:
            stopped = page.next
            break
        seen.add(page.next)
        page = following
        items += [item for item in page.items if item not in known]  # what slipped a page down between two requests
        known.update(page.items)
        unread += page.unread
        seasons = {**page.seasons, **seasons}
        doubts += page.doubts
        flaw, whole = flaw or page.flaw, whole and page.whole
    return replace(
        feed, items=tuple(items), next=stopped, unread=unread, seasons=seasons, doubts=doubts, flaw=flaw, whole=whole
    )

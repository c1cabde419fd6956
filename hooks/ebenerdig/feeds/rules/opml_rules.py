"""The rule for the list of all feeds that apps can import at once: `feed/*.opml`."""

from __future__ import annotations

from collections.abc import Iterator

from .built_feed import BuiltFeed, Finding
from .built_site import BuiltSite


def listed(feed: BuiltFeed, site: BuiltSite) -> Iterator[Finding]:
    """A list of feeds names every feed by its first page, and nothing else of this site."""
    named = {node.get("xmlUrl", ""): node for node in feed.root.iter("outline") if "xmlUrl" in node.attrib}
    first_pages = {one.series for one in site.feeds}
    waiting = {one.series for one in site.feeds if site.is_empty_level(one)}
    for address, node in named.items():
        if site.is_own(address) and address not in first_pages | site.reported:
            yield Finding(node, {"value": address})
    for address in sorted(first_pages - waiting - named.keys()):
        yield Finding(feed.root, {"value": address})

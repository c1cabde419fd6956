"""What only the past explains: subscribers know it already, so a cure would cost them more than it mends."""

from __future__ import annotations

from ...models import Recording
from ...models.model import Severity
from ...reading.entries import Entry
from .built_feed import WHITE, Finding, item_of, name_of, text
from .built_site import BuiltSite

TITLES = ("feed-title", "feed-markup", "feed-long", "feed-umlaut")


def severity(found: Finding, code: str, usual: Severity, site: BuiltSite) -> Severity:
    """Return advice where an old GUID, title or host is to blame, else what the rule says."""
    item = item_of(found.node)
    entry = site.entry(item) if item is not None else None
    return "advice" if entry and _is_old(found, code, entry, site) else usual


def _is_old(found: Finding, code: str, entry: Entry, site: BuiltSite) -> bool:
    item, words = entry.item, text(found.node).strip(WHITE)
    if code == "feed-guid-name":
        return words == item.guid
    if code in TITLES and name_of(found.node) in ("title", "itunes:title") and isinstance(item, Recording):
        return item.feed_title is not None and words in (item.feed_title, item.title)
    return code == "feed-enclosure-type" and not site.is_own(found.node.get("url", ""))

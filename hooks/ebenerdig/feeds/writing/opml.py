"""`feed/all.opml`: every feed in one file, which apps can take in at once."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from ...catalogue import Catalogue
from .feed_plan import FeedPlan
from .xml import add, group, rfc2822, written


def outline(catalogue: Catalogue, plans: Iterable[FeedPlan]) -> bytes:
    """List the feeds as OPML 2.0."""
    project = catalogue.project
    opml = etree.Element("opml", version="2.0")
    head, body = group(opml, "head"), group(opml, "body")
    add(head, "title", project.library.name)
    if catalogue.entries:
        add(head, "dateModified", rfc2822(catalogue.entries[0].date))
    for plan in plans:
        addresses = {"xmlUrl": project.base_url + plan.path(), "htmlUrl": project.base_url + plan.page}
        words = {"text": plan.title, "title": plan.title, "description": plan.description, "language": plan.language}
        group(body, "outline", type="rss", **words, **addresses)
    return written(opml)

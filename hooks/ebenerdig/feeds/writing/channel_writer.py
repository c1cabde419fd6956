"""One page of a feed: what the channel says of itself, and the page's items."""

from __future__ import annotations

from datetime import datetime

from lxml import etree

from ...addresses import absolute, register_path
from ...catalogue import Catalogue
from ...models import Show
from ...models.apple_categories import APPLE_CATEGORIES
from .feed_plan import FeedPlan
from .item_writer import ItemWriter
from .parts import license_of, person, place
from .xml import NAMESPACES, add, group, rfc2822, shortened, truth, written


def write_page(catalogue: Catalogue, plan: FeedPlan, number: int, items: ItemWriter) -> bytes:
    """Write page `number` of a feed."""
    base = catalogue.project.base_url
    rss = etree.Element("rss", nsmap=NAMESPACES, version="2.0")
    channel = group(rss, "channel")
    _links(channel, base, plan, number)
    add(channel, "title", plan.title)
    add(channel, "link", base + plan.page)
    add(channel, "language", plan.language)
    add(channel, "description", shortened(plan.description))
    listed = plan.items_on(number)
    if listed:
        add(channel, "lastBuildDate", rfc2822(max((item.date for item in listed), key=datetime.timestamp)))
    add(channel, "podcast:guid", plan.guid)
    add(channel, "podcast:medium", plan.medium)
    add(channel, "itunes:type", "serial" if plan.in_order else "episodic")
    if plan.show:
        _show(catalogue, channel, plan.show, plan.language)
        if plan.kind == "show":
            _own(channel, plan.show)
            _trailers(channel, plan, items)
    for item in listed:
        items.write(channel, item, plan)
    return written(rss)


def _links(channel: etree._Element, base: str, plan: FeedPlan, number: int) -> None:
    """Where this page is, and by RFC 5005 where the others are."""
    targets = {"self": number}
    if plan.pages > 1:
        targets |= {"first": 1, "last": plan.pages}
        targets |= {"previous": number - 1} if number > 1 else {}
        targets |= {"next": number + 1} if number < plan.pages else {}
    for rel, target in targets.items():
        add(channel, "atom:link", rel=rel, type="application/rss+xml", href=base + plan.path(target))
    if plan.show and plan.show.hub:
        add(channel, "atom:link", rel="hub", href=plan.show.hub)


def _show(catalogue: Catalogue, channel: etree._Element, show: Show, language: str) -> None:
    """What a show lends to every feed that speaks as it."""
    for category in show.categories:
        parent, _, child = category.partition(" > ")
        assert parent in APPLE_CATEGORIES
        outer = add(channel, "itunes:category", text=parent)
        if child:
            add(outer, "itunes:category", text=child)
    add(channel, "itunes:explicit", truth(show.explicit))
    art = absolute(catalogue.project, register_path(show.image))
    add(channel, "itunes:image", href=art)
    add(channel, "podcast:image", href=art, **{"aspect-ratio": "1/1"}, purpose="artwork")
    add(channel, "itunes:author", show.author)
    owner = group(channel, "itunes:owner")
    add(owner, "itunes:name", show.owner.name)
    add(owner, "itunes:email", show.owner.email)
    add(channel, "copyright", show.copyright)
    add(channel, "podcast:locked", "yes" if show.locked else "no", owner=show.owner.email)
    add(channel, "itunes:block", "Yes" if show.block else None)
    add(channel, "podcast:block", "yes" if show.block else None)
    license_of(catalogue, channel, show.license)
    for host in show.hosts:
        person(catalogue, channel, host, "host", language)
    place(channel, show.location)
    for link in show.funding:
        add(channel, "podcast:funding", link.text, url=link.url)
    if show.publisher:
        attributes = {"feedGuid": show.publisher.guid, "feedUrl": show.publisher.url, "title": show.publisher.title}
        add(group(channel, "podcast:publisher"), "podcast:remoteItem", medium="publisher", **attributes)


def _own(channel: etree._Element, show: Show) -> None:
    """What holds for the show's own feed and for no selection from it."""
    add(channel, "itunes:complete", "Yes" if show.complete else None)
    add(channel, "itunes:new-feed-url", show.new_feed_url)
    if rhythm := show.update_frequency:
        complete = "true" if show.complete else None
        add(channel, "podcast:updateFrequency", rhythm.text, complete=complete, rrule=rhythm.rrule)
    for record in show.txt:
        add(channel, "podcast:txt", record.text, purpose=record.purpose)
    if show.podroll:
        roll = group(channel, "podcast:podroll")
        for feed in show.podroll:
            add(roll, "podcast:remoteItem", feedGuid=feed.guid, feedUrl=feed.url, title=feed.title)


def _trailers(channel: etree._Element, plan: FeedPlan, items: ItemWriter) -> None:
    for listed in plan.trailers:
        season = str(listed.season) if listed.season else None
        values = {"pubdate": rfc2822(listed.date), "season": season, **items.enclosure(listed.entry)}
        add(channel, "podcast:trailer", listed.entry.item.title, **values)

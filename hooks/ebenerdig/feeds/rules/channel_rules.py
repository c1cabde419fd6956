"""Rules for a channel: what directories and apps need to know about the whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from uuid import UUID

from dateutil.rrule import rrulestr

from ...models import Show
from ...models.apple_categories import APPLE_CATEGORIES, WRITTEN_OUT
from .built_feed import BuiltFeed, Finding, child, children, every, name_of, text, value
from .built_site import BuiltSite
from .taxonomy import FILMS, MEDIA, ROLES

MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
REQUIRED = ("title", "link", "language", "description")
REQUIRED_IN_PODCASTS = ("itunes:category", "itunes:explicit", "itunes:image")
RECOMMENDED_IN_PODCASTS = ("itunes:author", "itunes:owner", "podcast:locked", "podcast:guid", "podcast:medium")
LICENSE = re.compile(r"[a-z0-9.+-]{1,128}")
GEO = re.compile(r"geo:-?\d{1,2}(\.\d+)?,-?\d{1,3}(\.\d+)?(,-?\d+(\.\d+)?)?(;.*)?")


def self_link(feed: BuiltFeed, site: BuiltSite) -> Iterator[Finding]:
    """`atom:link rel="self"` is where the feed lies."""
    own = [link for link in children(feed.channel, "atom:link") if link.get("rel") == "self"]
    right = [link for link in own if (link.get("href"), link.get("type")) == (feed.address, "application/rss+xml")]
    if len(own) != 1 or not right:
        yield Finding(own[0] if own else feed.channel, {"right": feed.address})


def required(feed: BuiltFeed, site: BuiltSite) -> Iterator[Finding]:
    """The tags without which no reader or directory takes a feed are there."""
    for tag in REQUIRED + (REQUIRED_IN_PODCASTS if feed.is_podcast else ()):
        if child(feed.channel, tag) is None:
            yield Finding(feed.channel, {"tag": tag}, tag)


def recommended(feed: BuiltFeed, site: BuiltSite) -> Iterator[Finding]:
    """The tags that good podcasts have are there."""
    for tag in RECOMMENDED_IN_PODCASTS if feed.is_podcast else ():
        if child(feed.channel, tag) is None:
            yield Finding(feed.channel, {"tag": tag}, tag)


def categories(feed: BuiltFeed, site: BuiltSite) -> Iterator[Finding]:
    """Every category stands in Apple's list, a sub-category inside its category."""
    for outer in children(feed.channel, "itunes:category"):
        name = outer.get("text", "")
        inner = [node.get("text", "") for node in children(outer, "itunes:category")]
        for written in [name, *(f"{name} > {one}" for one in inner)] if name in APPLE_CATEGORIES else [name]:
            if written and written not in WRITTEN_OUT:
                nearest = get_close_matches(written, WRITTEN_OUT, 1, 0.3)
                yield Finding(outer, {"value": written, "nearest": nearest[0] if nearest else "Technology"})


def explicit(feed: BuiltFeed, site: BuiltSite) -> Iterator[Finding]:
    """`itunes:explicit` is `true` or `false`."""
    for node in every(feed, "itunes:explicit"):
        if text(node) and text(node).strip() not in ("true", "false"):
            yield Finding(node, {"value": text(node)})


def owner(feed: BuiltFeed, site: BuiltSite) -> Iterator[Finding]:
    """The owner has a name and an e-mail address."""
    for node in children(feed.channel, "itunes:owner"):
        if not value(node, "itunes:name") or not MAIL.fullmatch(value(node, "itunes:email")):
            yield Finding(node)


def locked(feed: BuiltFeed, site: BuiltSite) -> Iterator[Finding]:
    """`podcast:locked` is `yes` or `no`; its owner, where named, is an e-mail address."""
    for node in children(feed.channel, "podcast:locked"):
        said = node.get("owner")
        if text(node).strip() not in ("yes", "no", "") or (said and not MAIL.fullmatch(said)):
            yield Finding(node, {"value": text(node), "owner": said or ""})


def guid_form(feed: BuiltFeed, site: BuiltSite) -> Iterator[Finding]:
    """`podcast:guid` and the feeds that others are pointed to by are UUIDs; an imported show keeps whichever it had."""
    named = [(node, text(node).strip()) for node in children(feed.channel, "podcast:guid")]
    named += [(node, node.get("feedGuid", "")) for node in every(feed, "podcast:remoteItem")]
    for node, written in named:
        try:
            fits = str(UUID(written)) == written.lower()
        except ValueError:
            fits = not written
        if not fits:
            yield Finding(node, {"value": written})


def guid_of_show(feed: BuiltFeed, site: BuiltSite) -> Iterator[Finding]:
    """`podcast:guid` is the one that the show got once."""
    show, node = site.catalogue.registers["shows"].get(feed.name), child(feed.channel, "podcast:guid")
    if isinstance(show, Show) and node is not None and text(node).strip() != show.guid:
        yield Finding(node, {"value": text(node), "right": show.guid})


def guid_alone(feed: BuiltFeed, site: BuiltSite) -> Iterator[Finding]:
    """No two feeds have one `podcast:guid`."""
    node = child(feed.channel, "podcast:guid")
    other = site.series_of_podcast_guid.get(text(node).strip(), feed.series)
    if node is not None and other != feed.series:
        yield Finding(node, {"value": text(node), "other": other})


def kind(feed: BuiltFeed, site: BuiltSite) -> Iterator[Finding]:
    """`itunes:type` is `episodic` or `serial`."""
    for node in children(feed.channel, "itunes:type"):
        if text(node) and text(node).strip() not in ("episodic", "serial"):
            yield Finding(node, {"value": text(node)})


def serial(feed: BuiltFeed, site: BuiltSite) -> Iterator[Finding]:
    """In a serial show every full episode has a number."""
    for item in feed.items if value(feed.channel, "itunes:type") == "serial" else ():
        is_full = (value(item, "itunes:episodeType") or "full") == "full"
        if is_full and child(item, "itunes:episode") is None:
            yield Finding(item, tag="itunes:episode")


def medium(feed: BuiltFeed, site: BuiltSite) -> Iterator[Finding]:
    """`podcast:medium` is one of the namespace's values."""
    for node in children(feed.channel, "podcast:medium"):
        if text(node) and text(node).strip() not in MEDIA:
            yield Finding(node, {"value": text(node), "known": ", ".join(MEDIA[:9])})


def films(feed: BuiltFeed, site: BuiltSite) -> Iterator[Finding]:
    """A feed of videos holds videos."""
    for item in feed.items if value(feed.channel, "podcast:medium") in FILMS else ():
        node = child(item, "enclosure")
        if node is not None and node.get("type") and not node.get("type", "").startswith("video/"):
            yield Finding(node, {"value": node.get("type")})


def complete(feed: BuiltFeed, site: BuiltSite) -> Iterator[Finding]:
    """`itunes:complete` is `Yes`; nothing else counts."""
    for node in children(feed.channel, "itunes:complete"):
        if text(node) and text(node).strip().lower() != "yes":
            yield Finding(node, {"value": text(node)})


def persons(feed: BuiltFeed, site: BuiltSite) -> Iterator[Finding]:
    """Group and role of a person stand in the namespace's taxonomy."""
    for node in every(feed, "podcast:person"):
        group, role = node.get("group", "cast").lower(), node.get("role", "host").lower()
        known = ROLES.get(group, ()) if "group" in node.attrib else [one for roles in ROLES.values() for one in roles]
        if role not in known:
            values = {"person": text(node), "value": f"{group}/{role}" if "group" in node.attrib else role}
            yield Finding(node, {**values, "known": ", ".join(ROLES.get(group, ROLES["cast"]))})


def named(feed: BuiltFeed, site: BuiltSite) -> Iterator[Finding]:
    """What is shown as a line of text has one, and up to 128 characters where the namespace says so."""
    for node in every(feed, "podcast:person", "podcast:funding", "podcast:trailer", "podcast:location"):
        if not 1 <= len(text(node).strip()) <= 128:
            yield Finding(node, {"tag": name_of(node), "count": len(text(node).strip())})


def licenses(feed: BuiltFeed, site: BuiltSite) -> Iterator[Finding]:
    """A licence is named by its id, and is a known one or says where it can be read."""
    known = {key.lower() for key in site.catalogue.registers["licenses"]}
    for node in every(feed, "podcast:license"):
        written = text(node).strip()
        if written and not (LICENSE.fullmatch(written) and (node.get("url") or written in known)):
            yield Finding(node, {"value": written})


def frequency(feed: BuiltFeed, site: BuiltSite) -> Iterator[Finding]:
    """How often something appears is said as RFC 5545 wants it."""
    for node in children(feed.channel, "podcast:updateFrequency"):
        rule = node.get("rrule")
        try:
            if rule is not None:
                rrulestr(rule)
        except (ValueError, TypeError, AttributeError):
            yield Finding(node, {"value": rule})


def long_texts(feed: BuiltFeed, site: BuiltSite) -> Iterator[Finding]:
    """`podcast:txt` has up to 4,000 characters."""
    for node in every(feed, "podcast:txt"):
        if len(text(node)) > 4000:
            yield Finding(node, {"count": len(text(node))})


def locations(feed: BuiltFeed, site: BuiltSite) -> Iterator[Finding]:
    """A place on the map is written as RFC 5870 wants it, and lies on the globe."""
    for node in every(feed, "podcast:location"):
        written = node.get("geo")
        if written and not _on_the_globe(written):
            yield Finding(node, {"value": written})


def _on_the_globe(written: str) -> bool:
    if not GEO.fullmatch(written):
        return False
    lat, lon = written.removeprefix("geo:").partition(";")[0].split(",")[:2]
    return abs(float(lat)) <= 90 and abs(float(lon)) <= 180


def paging(feed: BuiltFeed, site: BuiltSite) -> Iterator[Finding]:
    """First, last, next and previous page lead to feeds that lead back (RFC 5005)."""
    backwards = {"next": "previous", "previous": "next"}
    ends = {"first": "previous", "last": "next"}
    for link in children(feed.channel, "atom:link"):
        rel = link.get("rel", "")
        if (rel not in backwards and rel not in ends) or link.get("href") in site.reported:
            continue
        other = site.by_address.get(link.get("href", ""))
        broken = other is None
        if other is not None and rel in backwards:
            broken = other.links.get(backwards[rel]) != feed.address
        elif other is not None:
            broken = ends[rel] in other.links
        if broken:
            yield Finding(link, {"rel": rel, "value": link.get("href", "")})


def paged_once(feed: BuiltFeed, site: BuiltSite) -> Iterator[Finding]:
    """Who follows the pages gets every item once."""
    for item in feed.items:
        guid = value(item, "guid")
        first = next(other for other, _ in site.by_guid[guid] if other.series == feed.series)
        if first is not feed:
            yield Finding(item, {"value": guid, "other": first.path}, "guid")


def not_empty(feed: BuiltFeed, site: BuiltSite) -> Iterator[Finding]:
    """A feed does not fall silent: it holds items as long as the library has something to play."""
    if feed.items or _waits(feed, site) or site.is_empty_level(feed):
        return
    if any(entry.media for entry in site.catalogue.entries if entry.is_public):
        yield Finding(feed.channel)


def waiting(feed: BuiltFeed, site: BuiltSite) -> Iterator[Finding]:
    """A show that is offered to subscribers has something to hear or see."""
    if _waits(feed, site) and not feed.items:
        yield Finding(feed.channel, tag="title")


def _waits(feed: BuiltFeed, site: BuiltSite) -> bool:
    """Whether this is the feed of a show in which nothing has been published."""
    return feed.name in site.catalogue.shows and not site.entries_of(feed.name)


def nothing_lost(feed: BuiltFeed, site: BuiltSite) -> Iterator[Finding]:
    """Every published item of a show is in its feed."""
    if feed.name in site.catalogue.registers["shows"] and feed.series == feed.address and feed.items:
        for entry in site.entries_of(feed.name):
            if entry.item.guid not in site.guids_of_series[feed.series]:
                yield Finding(feed.channel, {"value": entry.item.guid}, "guid", entry.item.guid)

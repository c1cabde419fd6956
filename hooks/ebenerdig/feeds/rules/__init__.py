"""CHECK: every built feed is read back and held against all rules, as one visible list.

The rules are those of PSP-1, Apple, the podcast namespace, RSS 2.0 and RFC
5005, and what users of other publishers complain about. A rule is a function
that yields what it finds; its first line says what it checks. What a podcast
must have, a feed of news for feed readers need not (`BuiltFeed.is_podcast`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ...catalogue import Catalogue
from ...problems import Problem, Severity
from . import channel, dates, document, items, listing, media, reading
from .blame import Blame
from .built_site import BuiltSite
from .feed import UNREADABLE, BrokenFeed, BuiltFeed, Finding, read_built_feed
from .past import severity

Check = Callable[[BuiltFeed, BuiltSite], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Rule:
    """What is checked; `code` is the id of the sentence that explains what was found."""

    code: str
    check: Check
    severity: Severity = "error"


RULES = (
    # the document
    Rule("feed-declaration", document.declaration),
    Rule("feed-version", document.version),
    Rule("feed-namespace", document.namespaces),
    Rule("feed-channel", document.one_channel),
    Rule("feed-single", document.single),
    Rule("feed-attribute", document.needed_attributes),
    Rule("feed-empty", document.empty),
    Rule("feed-blank", document.blanks),
    Rule("feed-long", document.lengths),
    Rule("feed-markup", document.plain),
    Rule("feed-umlaut", document.umlauts),
    Rule("feed-address", document.addresses),
    Rule("feed-file", document.files),
    Rule("feed-page", document.pages),
    Rule("feed-language", document.languages),
    Rule("feed-description-long", document.description_bytes),
    Rule("feed-description-cut", document.description_end),
    # dates
    Rule("feed-date", dates.form),
    Rule("feed-weekday", dates.weekday),
    Rule("feed-zone", dates.zone),
    Rule("feed-future", dates.future),
    Rule("feed-date-differs", dates.as_written),
    Rule("feed-last-build", dates.last_build),
    # the channel
    Rule("feed-self", channel.self_link),
    Rule("feed-channel-missing", channel.required),
    Rule("feed-channel-recommended", channel.recommended, "advice"),
    Rule("feed-category", channel.categories),
    Rule("feed-explicit", channel.explicit),
    Rule("feed-owner", channel.owner),
    Rule("feed-locked", channel.locked),
    Rule("feed-uuid", channel.guid_form),
    Rule("feed-show-guid", channel.guid_of_show),
    Rule("feed-guid-shared", channel.guid_alone),
    Rule("feed-type", channel.kind),
    Rule("feed-serial", channel.serial),
    Rule("feed-medium", channel.medium),
    Rule("feed-films", channel.films),
    Rule("feed-complete", channel.complete),
    Rule("feed-person", channel.persons),
    Rule("feed-name-length", channel.named),
    Rule("feed-license", channel.licenses),
    Rule("feed-frequency", channel.frequency),
    Rule("feed-txt", channel.long_texts),
    Rule("feed-location", channel.locations),
    Rule("feed-paging", channel.paging),
    Rule("feed-paged-twice", channel.paged_once),
    Rule("feed-silent", channel.not_empty),
    Rule("feed-waiting", channel.waiting, "advice"),
    Rule("feed-lost", channel.nothing_lost),
    # the items
    Rule("feed-item-missing", items.required),
    Rule("feed-item-recommended", items.recommended, "advice"),
    Rule("feed-title", items.title),
    Rule("feed-guid-twice", items.guid_once),
    Rule("feed-guid-link", items.guid_no_link),
    Rule("feed-guid-name", items.guid_own),
    Rule("feed-guid-differs", items.guid_as_written),
    Rule("feed-two-feeds", items.same_everywhere),
    Rule("feed-duration", items.duration),
    Rule("feed-number", items.episode_numbers),
    Rule("feed-episode-type", items.episode_type),
    Rule("feed-soundbite", items.soundbites),
    Rule("feed-html", items.harmless),
    Rule("feed-html-link", items.absolute_links),
    # recordings and pictures
    Rule("feed-enclosure", media.one_enclosure),
    Rule("feed-enclosure-twice", media.own_enclosure),
    Rule("feed-enclosure-length", media.enclosure_length),
    Rule("feed-enclosure-type", media.enclosure_type),
    Rule("feed-enclosure-content", media.enclosure_content),
    Rule("feed-duration-differs", media.duration),
    Rule("feed-artwork", media.artwork),
    Rule("feed-alternate", media.alternates),
    Rule("feed-integrity", media.integrity),
    # reading along
    Rule("feed-transcript-type", reading.transcript_type),
    Rule("feed-transcript-content", reading.transcript_content),
    Rule("feed-chapters-type", reading.chapters_type),
    Rule("feed-chapters-content", reading.chapters_content),
    Rule("feed-simple-chapters", reading.simple_chapters),
    Rule("feed-chapters-differ", reading.same_chapters),
)

LIST = Rule("feed-list", listing.listed)
"""The one rule for lists of feeds."""

CODES = (*UNREADABLE, "feed-missing", *(rule.code for rule in RULES), LIST.code)
"""Everything that is checked, by the id of its sentence."""


def find_feeds(folder: Path) -> list[Path]:
    """List the feeds of a built site, in order."""
    return sorted((folder / "feed").rglob("*.xml"), key=Path.as_posix)


def check_feeds(
    catalogue: Catalogue, folder: Path, tell: Callable[[int, int], None] = lambda done, total: None
) -> list[Problem]:
    """Read all feeds of the site that was built into `folder` and apply all rules; one mistake is told once.

    `tell(done, total)` hears of the progress.
    """
    site = BuiltSite(catalogue, folder.resolve())
    blame, lists, problems = Blame(site), list[BuiltFeed](), list[Problem]()
    for path in [*find_feeds(site.folder), *sorted((site.folder / "feed").glob("*.opml"))]:
        name, data = path.relative_to(site.folder).as_posix(), path.read_bytes()
        address = catalogue.project.base_url + name
        try:
            feed = read_built_feed(name, address, data)
            (site.feeds if path.suffix == ".xml" else lists).append(feed)
        except BrokenFeed as error:
            site.reported.add(address)
            values = {**error.values, "feed": f"{name}:{error.line}"}
            problems.append(blame.at(name, error.line, error.code, values, "error", data))
    for show in catalogue.registers["shows"]:
        name = f"feed/{show}.xml"
        if not (site.folder / name).is_file():
            site.reported.add(catalogue.project.base_url + name)
            problems.append(blame.show(show, "feed-missing", {"feed": name}, "error"))
    for number, feed in enumerate(site.feeds, 1):
        for rule in RULES:
            problems += [
                blame.problem(feed, found, rule.code, severity(found, rule.code, rule.severity, site))
                for found in rule.check(feed, site)
            ]
        tell(number, len(site.feeds))
    for feed in lists:
        problems += [blame.problem(feed, found, LIST.code, LIST.severity) for found in LIST.check(feed, site)]
    return _told_once(problems)


def _told_once(problems: list[Problem]) -> list[Problem]:
    """Keep the first of problems that differ only in the feed in which they were seen."""
    kept: dict[object, Problem] = {}
    for problem in problems:
        said = sorted((name, str(value)) for name, value in problem.values.items() if name not in ("feed", "other"))
        kept.setdefault((problem.path, problem.line, problem.column, problem.code, str(said)), problem)
    return list(kept.values())

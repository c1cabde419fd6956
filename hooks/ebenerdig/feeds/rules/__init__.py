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
from ...models.model import Severity
from ...problems import Problem
from . import channel_rules, date_rules, document_rules, item_rules, media_rules, opml_rules, text_track_rules
from .blame import Blame
from .built_feed import UNREADABLE, BrokenFeed, BuiltFeed, Finding, read_built_feed
from .built_site import BuiltSite
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
    Rule("feed-declaration", document_rules.declaration),
    Rule("feed-version", document_rules.version),
    Rule("feed-namespace", document_rules.namespaces),
    Rule("feed-channel", document_rules.one_channel),
    Rule("feed-single", document_rules.single),
    Rule("feed-attribute", document_rules.needed_attributes),
    Rule("feed-empty", document_rules.empty),
    Rule("feed-blank", document_rules.blanks),
    Rule("feed-long", document_rules.lengths),
    Rule("feed-markup", document_rules.plain),
    Rule("feed-umlaut", document_rules.umlauts),
    Rule("feed-address", document_rules.addresses),
    Rule("feed-file", document_rules.files),
    Rule("feed-page", document_rules.pages),
    Rule("feed-language", document_rules.languages),
    Rule("feed-description-long", document_rules.description_bytes),
    Rule("feed-description-cut", document_rules.description_end),
    # dates
    Rule("feed-date", date_rules.form),
    Rule("feed-weekday", date_rules.weekday),
    Rule("feed-zone", date_rules.zone),
    Rule("feed-future", date_rules.future),
    Rule("feed-date-differs", date_rules.as_written),
    Rule("feed-last-build", date_rules.last_build),
    # the channel
    Rule("feed-self", channel_rules.self_link),
    Rule("feed-channel-missing", channel_rules.required),
    Rule("feed-channel-recommended", channel_rules.recommended, "advice"),
    Rule("feed-category", channel_rules.categories),
    Rule("feed-explicit", channel_rules.explicit),
    Rule("feed-owner", channel_rules.owner),
    Rule("feed-locked", channel_rules.locked),
    Rule("feed-uuid", channel_rules.guid_form),
    Rule("feed-show-guid", channel_rules.guid_of_show),
    Rule("feed-guid-shared", channel_rules.guid_alone),
    Rule("feed-type", channel_rules.kind),
    Rule("feed-serial", channel_rules.serial, "advice"),
    Rule("feed-medium", channel_rules.medium),
    Rule("feed-films", channel_rules.films),
    Rule("feed-complete", channel_rules.complete),
    Rule("feed-person", channel_rules.persons),
    Rule("feed-name-length", channel_rules.named),
    Rule("feed-license", channel_rules.licenses),
    Rule("feed-frequency", channel_rules.frequency),
    Rule("feed-txt", channel_rules.long_texts),
    Rule("feed-location", channel_rules.locations),
    Rule("feed-paging", channel_rules.paging),
    Rule("feed-paged-twice", channel_rules.paged_once),
    Rule("feed-silent", channel_rules.not_empty),
    Rule("feed-waiting", channel_rules.waiting, "advice"),
    Rule("feed-lost", channel_rules.nothing_lost),
    # the items
    Rule("feed-item-missing", item_rules.required),
    Rule("feed-item-recommended", item_rules.recommended, "advice"),
    Rule("feed-title", item_rules.title),
    Rule("feed-guid-twice", item_rules.guid_once),
    Rule("feed-guid-link", item_rules.guid_no_link),
    Rule("feed-guid-name", item_rules.guid_own),
    Rule("feed-guid-differs", item_rules.guid_as_written),
    Rule("feed-two-feeds", item_rules.same_everywhere),
    Rule("feed-duration", item_rules.duration),
    Rule("feed-number", item_rules.episode_numbers),
    Rule("feed-episode-type", item_rules.episode_type),
    Rule("feed-soundbite", item_rules.soundbites),
    Rule("feed-html", item_rules.harmless),
    Rule("feed-html-link", item_rules.absolute_links),
    # recordings and pictures
    Rule("feed-enclosure", media_rules.one_enclosure),
    Rule("feed-enclosure-twice", media_rules.own_enclosure),
    Rule("feed-enclosure-length", media_rules.enclosure_length),
    Rule("feed-enclosure-type", media_rules.enclosure_type),
    Rule("feed-enclosure-content", media_rules.enclosure_content),
    Rule("feed-duration-differs", media_rules.duration),
    Rule("feed-artwork", media_rules.artwork),
    Rule("feed-alternate", media_rules.alternates),
    Rule("feed-integrity", media_rules.integrity),
    # reading along
    Rule("feed-transcript-type", text_track_rules.transcript_type),
    Rule("feed-transcript-content", text_track_rules.transcript_content),
    Rule("feed-chapters-type", text_track_rules.chapters_type),
    Rule("feed-chapters-content", text_track_rules.chapters_content),
    Rule("feed-simple-chapters", text_track_rules.simple_chapters),
    Rule("feed-chapters-differ", text_track_rules.same_chapters),
)

LIST = Rule("feed-list", opml_rules.listed)
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

"""The rules for feeds: good feeds break none, and every single defect is caught by the rule that is meant for it."""

from __future__ import annotations

import copy
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import yaml
from ebenerdig.feeds.rules import CODES, RULES, check_feeds
from ebenerdig.feeds.rules import built_feed as reading
from ebenerdig.feeds.rules.built_feed import NAMESPACES
from ebenerdig.outputs.writing import write
from ebenerdig.problems import report
from ebenerdig.texts import LANGUAGES, texts
from feed_site import GOOD, FeedSite, write_feed_site
from hypothesis import given
from hypothesis import strategies as st
from library import REGISTERS, Library, jpeg
from lxml import etree

DEFECTS, BORDERS = (
    yaml.safe_load(Path(__file__).with_name(name).read_text("utf-8"))
    for name in ("feed_defects.yml", "feed_borders.yml")
)
NO_DEFECT_FILE = {"feed-too-large", "feed-waiting"}
"""Rules with a test of their own: for a feed of 100 MB, and for a show without items."""
STAND_FOR = {
    "FULL LINE": "Z" * 128,
    "LINE": "Z" * 129,
    "FULL": "L" * 255,
    "LONG": "L" * 256,
    "FULL TEXT": "ä" * 2000,
    "OVERFULL TEXT": "ä" * 2000 + "o",
    "LONG TEXT": "o" * 4000,
    "LONGER": "ä" * 2001 + "o" * 2000,
    "ADDRESS": f"https://video.example/{'x' * 300}",
}
"""What stands for a text that is too long to be written out."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> FeedSite:
    return write_feed_site(tmp_path_factory.mktemp("feeds"))


@contextmanager
def kept(site: FeedSite, names: list[str]) -> Iterator[None]:
    """Bring files back to what they were after the block."""
    before = {name: (site.folder / name).read_bytes() for name in names}
    try:
        yield
    finally:
        for name, content in before.items():
            site.put(name, content)


def damage(site: FeedSite, defect: dict[str, Any]) -> None:
    """Do to the site what a defect says."""
    name = f"feed/{defect.get('feed', 'podcast.xml')}"
    if "at" in defect:
        site.put(name, changed((site.folder / name).read_bytes(), defect))
    if "replace" in defect:
        old, new = defect["replace"]
        text = (site.folder / name).read_text("utf-8")
        assert old in text
        site.put(name, text.replace(old, new).encode(defect.get("encoding", "utf-8")))
    if "file" in defect:
        path = site.folder / defect["file"]
        content = new_content(path.read_bytes(), defect)
        path.unlink()
        if content is not None:
            site.put(defect["file"], content)


def changed(data: bytes, defect: dict[str, Any]) -> bytes:
    """Change the tags at an XPath."""
    root = etree.fromstring(data)
    nodes = root.xpath(defect["at"], namespaces=NAMESPACES)
    assert isinstance(nodes, list) and nodes, defect["at"]
    for node in nodes:
        assert isinstance(node, etree._Element)
        parent = node.getparent()
        for attribute, value in defect.get("set", {}).items():
            if value is None:
                del node.attrib[attribute]
            else:
                node.set(attribute, STAND_FOR.get(value, value))
        if "text" in defect:
            node.text = STAND_FOR.get(defect["text"], defect["text"])
        if defect.get("copy"):
            node.addnext(copy.deepcopy(node))
        if defect.get("remove"):
            assert parent is not None
            parent.remove(node)
        if "add" in defect:
            node.append(new_node(defect["add"]))
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def new_node(written: str) -> etree._Element:
    """Read a piece of a feed; ITEM is the second item of the show's first page."""
    if written == "ITEM":
        return etree.parse(GOOD / "podcast.xml").findall("channel/item")[1]
    declared = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
    return etree.fromstring(f"<all {declared}>{written}</all>")[0]


def new_content(before: bytes, defect: dict[str, Any]) -> bytes | None:
    """Make a file's new content; PADDED is of the right length and nothing else."""
    if "cut" in defect:
        return before[: defect["cut"]]
    if "picture" in defect:
        return jpeg(*defect["picture"])
    content: str | None = defect["content"]
    return (
        bytes(len(before))
        if content == "PADDED"
        else None
        if content is None
        else content.encode(defect.get("encoding", "utf-8"))
    )


def caught(site: FeedSite, defect: dict[str, Any]) -> bool:
    """Whether a defect is found by the rule that is meant, by no other, and where it was made."""
    names = [f"feed/{defect.get('feed', 'podcast.xml')}", *([defect["file"]] if "file" in defect else [])]
    with kept(site, names):
        damage(site, defect)
        problems = site.problems()
        found = {problem.code for problem in problems}
        if found != {defect["rule"], *defect.get("also", ())}:
            print(f"{defect}\n  found {sorted(found)}")
            return False
        if "blame" in defect:
            path, begin = defect["blame"]
            path = f"site/{names[0]}" if path == "feed" else path
            places = [(p.path, p.excerpt) for p in problems if p.code == defect["rule"]]
            if not any(where == path and line.startswith(begin) for where, line in places):
                print(f"{defect}\n  blamed {places}")
                return False
    for language in LANGUAGES:
        assert report(problems, texts(language))
    return True


def test_a_show_in_which_nothing_has_appeared_is_advice_and_one_that_lost_all_is_an_error(library: Library) -> None:
    second = REGISTERS["shows"].replace("podcast:", "neu:", 1).replace("837bf4e8", "937bf4e8")
    library.registers(shows=REGISTERS["shows"] + second)
    library.item("episodes/folge", show="podcast")
    library.item("episodes/bald", show="neu", draft="true")
    catalogue, folder = library.catalogue(), library.root / "site"
    write(catalogue, folder)
    found = [problem for problem in check_feeds(catalogue, folder) if problem.code in ("feed-silent", "feed-waiting")]
    [advice] = found
    assert (advice.code, advice.severity, advice.path) == ("feed-waiting", "advice", "content/_data/shows.yml")
    podcast = folder / "feed/podcast.xml"
    podcast.unlink()
    podcast.write_text((folder / "feed/neu.xml").read_text("utf-8").replace("neu.xml", "podcast.xml"), "utf-8")
    found = [problem for problem in check_feeds(catalogue, folder) if problem.code in ("feed-silent", "feed-waiting")]
    assert {problem.code: problem.severity for problem in found} == {"feed-silent": "error", "feed-waiting": "advice"}


def test_the_good_feeds_break_no_rule(site: FeedSite) -> None:
    assert site.problems() == []
    assert len(list(GOOD.rglob("*.xml"))) == 4


def test_every_defect_is_caught_by_the_rule_that_is_meant(site: FeedSite, capsys: pytest.CaptureFixture[str]) -> None:
    results = Counter(caught(site, defect) for defect in DEFECTS)
    missed = capsys.readouterr().out
    with capsys.disabled():
        print(f"\n{len(CODES)} rules, {len(DEFECTS)} defects tried, {results[True]} caught")
    assert results[False] == 0, missed
    assert site.problems() == []


@pytest.mark.parametrize("change", BORDERS, ids=str)
def test_what_is_just_allowed_breaks_no_rule(site: FeedSite, change: dict[str, Any]) -> None:
    names = [f"feed/{change.get('feed', 'podcast.xml')}", *([change["file"]] if "file" in change else [])]
    with kept(site, names):
        damage(site, change)
        assert {problem.code for problem in site.problems()} == set(change.get("advised", ()))


def test_every_rule_has_a_defect_that_it_catches() -> None:
    tried = {defect["rule"] for defect in DEFECTS}
    assert set(CODES) - tried == NO_DEFECT_FILE
    assert tried <= set(CODES)
    assert len(CODES) == len(set(CODES))


def test_every_rule_says_what_it_checks_and_stands_in_the_list_once() -> None:
    checks = [rule.check for rule in RULES]
    assert len(set(checks)) == len(checks)
    assert [rule.code for rule in RULES if not (rule.check.__doc__ or "").strip().endswith(".")] == []


def test_a_feed_that_no_app_would_load_is_not_read(site: FeedSite, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MAX_BYTES", 2000)
    assert site.codes() == {"feed-too-large"}


def test_a_bomb_of_entities_is_refused_at_once(site: FeedSite) -> None:
    bomb = '<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa">' + "".join(
        f'<!ENTITY {after} "{f"&{before};" * 10}">' for before, after in zip("abcdefgh", "bcdefghi", strict=True)
    )
    with kept(site, ["feed/videos.xml"]):
        site.put("feed/videos.xml", f'{bomb}]><rss version="2.0"><channel><title>&i;</title></channel></rss>'.encode())
        assert site.codes() == {"feed-doctype"}


def test_one_mistake_in_two_feeds_is_told_once(site: FeedSite) -> None:
    defect = {"at": "//item[1]/link", "text": "https://ebenerdig.example/episodes/weg/"}
    with kept(site, ["feed/podcast.xml", "feed/everything.xml"]):
        for name in ("podcast.xml", "everything.xml"):
            damage(site, {**defect, "feed": name})
        [problem] = site.problems()
    assert (problem.code, problem.path) == ("feed-page", "episodes/strom/index.md")
    assert problem.values["feed"].startswith("feed/everything.xml:")


def test_an_item_that_the_library_does_not_know_is_told_with_the_line_of_the_feed(site: FeedSite) -> None:
    with kept(site, ["feed/everything.xml"]):
        item = "<item><title> Fremd</title><guid isPermaLink='false'>fremd-0001</guid></item>"
        damage(site, {"feed": "everything.xml", "at": "//channel", "add": item})
        found = {(p.path, p.code) for p in site.problems() if p.severity == "error"}
        lines = (site.folder / "feed/everything.xml").read_text("utf-8").splitlines()
        [problem] = [p for p in site.problems() if p.code == "feed-blank"]
    assert found == {("site/feed/everything.xml", "feed-blank")}
    assert "Fremd" in lines[problem.line - 1]


PIECES = [path.read_bytes() for path in sorted(GOOD.rglob("*.xml"))]


@given(st.sampled_from(PIECES), st.integers(0, 12_000), st.integers(0, 40), st.text("<>&\"'=/:- ä0\x00\n", max_size=8))
def test_no_feed_however_broken_ends_the_check(site: FeedSite, good: bytes, start: int, length: int, put: str) -> None:
    with kept(site, ["feed/videos.xml"]):
        site.put("feed/videos.xml", good[:start] + put.encode() + good[start + length :])
        assert all(report([problem], texts("de")) for problem in site.problems())

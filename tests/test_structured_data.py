"""What pages tell programs in schema.org's words: against the published vocabulary, and by meaning."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from ebenerdig.addresses import card_url
from ebenerdig.outputs.pages import plan as pages
from ebenerdig.outputs.pages.sitemap import films
from ebenerdig.outputs.structured_data.pages import script
from library import TRANSCRIPT, Library
from lxml import etree, html
from sites import ROOT, find

BASE = "https://ebenerdig.example/"
VOCABULARY = ROOT / "tests" / "node_modules" / "schema-dts" / "dist" / "schema.d.ts"
INPUT_ANNOTATION = "query-input"
"""schema.org's actions may say what they want to know with `<property>-input`."""

WORDS = {"Text", "Date", "DateTime", "Time", "Duration"}
"""The vocabulary's types that are written as text."""

Node = dict[str, Any]


@pytest.fixture(scope="module")
def vocabulary() -> dict[str, tuple[list[str], dict[str, set[str]]]]:
    """By type: its parents, and its own properties with the types their values may have."""
    if not VOCABULARY.is_file() and not os.environ.get("CI"):
        pytest.skip("schema-dts is not installed: make .venv/dev.ok")
    found: dict[str, tuple[list[str], dict[str, set[str]]]] = {}
    text = re.sub(r"/\*.*?\*/", "", VOCABULARY.read_text("utf-8"), flags=re.S)
    for name, parents, body in re.findall(r"interface (\w+?)(?:Base|Leaf) extends ([^{]+)\{(.*?)\n\}", text, re.S):
        above, properties = found.setdefault(name, ([], {}))
        above += [parent for parent in re.findall(r"(\w+?)Base\b", parents) if parent != name]
        own = re.findall(r'"([a-zA-Z]+)"\?: SchemaValue<(.*?), "\1">', body)
        properties |= {prop: set(re.findall(r"\w+", kinds)) for prop, kinds in own}
    return found


def ancestry(vocabulary: dict[str, Any], kind: str) -> Iterator[str]:
    """Yield a type and all its parents."""
    yield kind
    for parent in vocabulary.get(kind, ([], {}))[0]:
        yield from ancestry(vocabulary, parent)


def graph(page: Path) -> list[Node]:
    """Read the graph of one page."""
    [text] = find(html.parse(page).getroot(), "//script[@type='application/ld+json']/text()")
    data = json.loads(text)
    assert data["@context"] == "https://schema.org"
    nodes: list[Node] = data["@graph"]
    return nodes


def told(site: Path, path: str, kind: str) -> Node:
    """Find the one node of a type on a page."""
    [node] = [node for node in graph(site / path / "index.html") if kind in kinds(node)]
    return node


def kinds(node: Node) -> list[str]:
    """The types of a node."""
    return [node["@type"]] if isinstance(node.get("@type"), str) else node.get("@type", [])


def faults(vocabulary: dict[str, Any], value: Any, where: str) -> Iterator[str]:
    """Yield every property that its type does not have, and every node of a type that the property does not take."""
    if isinstance(value, list):
        for entry in value:
            yield from faults(vocabulary, entry, where)
    elif isinstance(value, dict) and "@type" in value:
        allowed: dict[str, set[str]] = {}
        for kind in kinds(value):
            if kind not in vocabulary:
                yield f"{where}: {kind} is no type"
                return
            for above in ancestry(vocabulary, kind):
                allowed |= vocabulary.get(above, ([], {}))[1]
        for name, inner in value.items():
            if name.startswith("@") or name == INPUT_ANNOTATION:
                continue
            if name not in allowed:
                yield f"{where}: {'/'.join(kinds(value))} has no {name}"
                continue
            for node in inner if isinstance(inner, list) else [inner]:
                if isinstance(node, dict) and "@type" in node:
                    above = {above for kind in kinds(node) for above in ancestry(vocabulary, kind)}
                    if not above & allowed[name]:
                        yield f"{where}: {name} takes no {'/'.join(kinds(node))}"
                elif isinstance(node, str) and re.match(r"https?://[^{]+$", node) and not allowed[name] - WORDS:
                    yield f"{where}: {name} takes words, no address"
            yield from faults(vocabulary, inner, f"{where}.{name}")


def test_the_vocabulary_knows_what_everybody_knows(vocabulary: dict[str, Any]) -> None:
    assert "CreativeWork" in ancestry(vocabulary, "PodcastEpisode")
    assert list(faults(vocabulary, {"@type": "Person", "startOffset": 3}, "x")) == ["x: Person has no startOffset"]
    assert list(faults(vocabulary, {"@type": "Person", "worksFor": {"@type": "Clip"}}, "x")) == [
        "x: worksFor takes no Clip"
    ]
    assert list(faults(vocabulary, {"@type": "AudioObject", "transcript": f"{BASE}a.vtt"}, "x")) == [
        "x: transcript takes words, no address"
    ]


def test_every_property_on_every_page_is_one_that_its_type_has(vocabulary: dict[str, Any], site: Path) -> None:
    found, count = [], 0
    for page in sorted(site.rglob("index.html")):
        count += 1
        found += list(faults(vocabulary, graph(page), page.parent.relative_to(site).as_posix()))
    assert count > 90
    assert sorted(set(found)) == []


def test_an_episode_tells_its_sound_its_transcript_and_its_chapters(site: Path) -> None:
    episode = told(site, "episodes/vom-bauteil-zum-dienst", "PodcastEpisode")
    sound = episode["associatedMedia"]
    assert sound["@type"] == "AudioObject"
    assert sound["contentUrl"] == f"{BASE}episodes/vom-bauteil-zum-dienst/vom-bauteil-zum-dienst.mp3"
    assert re.fullmatch(r"PT\d+M\d+S", sound["duration"])
    [words] = sound["caption"]
    assert (words["encodingFormat"], words["inLanguage"]) == ("text/vtt", "de")
    assert (site / words["contentUrl"].removeprefix(BASE)).is_file()
    assert "Das ist unser einfacher digitaler Zwilling. Und damit planen Sie die Einsätze?" in sound["transcript"]
    clips = episode["hasPart"]
    assert [clip["@type"] for clip in clips] == ["Clip"] * len(clips)
    assert clips[0]["endOffset"] == clips[1]["startOffset"]
    assert clips[1]["url"].endswith(f"#t={clips[1]['startOffset']}")
    assert "PodcastSeries" in [kind for whole in episode["isPartOf"] for kind in kinds(whole)]
    assert episode["accessMode"] == ["auditory"]
    assert "transcript" in episode["accessibilityFeature"]


def test_a_film_tells_where_it_lies_how_long_it_is_and_what_term_it_explains(site: Path) -> None:
    film = told(site, "videos/was-ist-eine-e-rechnung", "VideoObject")
    for place in (film["contentUrl"], film["thumbnailUrl"], *(one["contentUrl"] for one in film["caption"])):
        assert (site / place.removeprefix(BASE)).is_file()
    assert film["uploadDate"].startswith("2026-06-23")
    assert "captions" in film["accessibilityFeature"]
    assert len(film["transcript"]) > 500
    [first, second] = film["hasPart"][:2]
    assert first["startOffset"] == 0 < first["endOffset"] == second["startOffset"]
    assert second["url"] == f"{BASE}videos/was-ist-eine-e-rechnung/#t={second['startOffset']}"
    term = told(site, "videos/was-ist-eine-e-rechnung", "DefinedTerm")
    assert film["mainEntity"] == {"@id": term["@id"]}
    assert term["@id"] in [entry["@id"] for entry in told(site, "glossary", "DefinedTermSet")["hasDefinedTerm"]]


def data_of(library: Library) -> Node:
    """The node of a library's only item."""
    catalogue = library.catalogue()
    graph = json.loads(script(catalogue, next(page for page in pages.plan(catalogue) if page.entry)))["@graph"]
    [node] = [node for node in graph if "LearningResource" in kinds(node)]
    return dict(node)


def test_a_film_names_the_captions_of_every_language_that_there_are(library: Library) -> None:
    written = "[{language: en, file: english.srt}, {language: de, file: captions.vtt}, {language: fr, file: lost.vtt}]"
    srt = b"1\n00:00:00,000 --> 00:00:01,000\nHello.\n"
    library.item("videos/kurz", captions=written, files={"english.srt": srt})
    found = [(one["contentUrl"].removeprefix(BASE), one["inLanguage"]) for one in data_of(library)["caption"]]
    assert found == [
        ("videos/kurz/video-kurz-captions.vtt", "de"),
        ("videos/kurz/read/video-kurz-english.vtt", "en"),
    ]


def test_only_short_recordings_repeat_their_words_which_stand_on_the_page_anyway(library: Library) -> None:
    library.item("episodes/kurz")
    assert data_of(library)["associatedMedia"]["transcript"] == "Guten Tag. Los geht es."
    late = TRANSCRIPT.replace("00:00:01.000 --> 00:00:02.000", "00:09:01.000 --> 00:09:02.000")
    library.item("episodes/kurz", files={"transcript.vtt": late.encode()})
    sound = data_of(library)["associatedMedia"]
    assert "transcript" not in sound
    assert [words["contentUrl"] for words in sound["caption"]] == [f"{BASE}episodes/kurz/podcast-kurz-transcript.vtt"]


def test_a_film_at_a_provider_tells_the_player_and_no_address_of_a_chapter(library: Library) -> None:
    chapters = "[{start: 0, title: Anfang}, {start: 60, title: Ende}]"
    library.item("videos/kurz", video="https://vimeo.com/76979871", duration="'2:00'", chapters=chapters)
    film = data_of(library)
    assert "contentUrl" not in film and film["embedUrl"].startswith("https://player.vimeo.com/")
    assert [(clip["startOffset"], clip["endOffset"], "url" in clip) for clip in film["hasPart"]] == [
        (0, 60, False),
        (60, 120, False),
    ]


def test_a_tour_tells_each_appointment_as_an_event_with_its_place(site: Path) -> None:
    nodes = graph(site / "tours/rundgang-durch-die-werkhalle/index.html")
    events = [node for node in nodes if node["@type"] == "Event"]
    assert [event["startDate"] for event in events] == ["2027-01-21T15:00:00+01:00", "2027-03-18T15:00:00+01:00"]
    assert events[0]["location"][0]["address"]["addressLocality"] == "Lindental"
    assert events[0]["eventAttendanceMode"] == "https://schema.org/OfflineEventAttendanceMode"


def test_packages_people_companies_and_the_home_page_say_what_they_are(site: Path) -> None:
    package = told(site, "packages/erste-schritte", "Course")
    assert [step["position"] for step in package["itemListElement"]] == [1, 2, 3, 4, 5]
    assert told(site, "people/mara-lindner", "Person")["worksFor"]["name"] == "Werkhalle Lindental"
    members = [node for node in graph(site / "organisations/werkhalle/index.html") if node.get("member")]
    assert "Mara Lindner" in [person["name"] for person in members[0]["member"]]
    search = told(site, ".", "WebSite")["potentialAction"]["target"]["urlTemplate"]
    assert search == f"{BASE}suche/?q={{search_term_string}}"


def test_the_trail_leads_from_the_home_page_to_the_page_itself(site: Path) -> None:
    trail = told(site, "episodes/vom-bauteil-zum-dienst", "BreadcrumbList")["itemListElement"]
    assert [step["item"] for step in trail] == [BASE, f"{BASE}episodes/", f"{BASE}episodes/vom-bauteil-zum-dienst/"]


def test_accessibility_is_told_from_files_and_not_from_flags(library: Library) -> None:
    library.item("videos/kurz", audio_description="{status: in_sound}")
    catalogue = library.catalogue()
    text = script(catalogue, next(page for page in pages.plan(catalogue) if page.entry))
    assert '"accessibilityFeature":["transcript","captions"]' in text
    (library.root / "videos/kurz/captions.vtt").unlink()
    catalogue = library.catalogue()
    text = script(catalogue, next(page for page in pages.plan(catalogue) if page.entry))
    assert "accessibilityFeature" not in text


def test_a_hostile_title_cannot_leave_the_data_block(library: Library) -> None:
    library.item("episodes/boese", title='"</script><!-- <script>alert(1)</script> & mehr"')
    catalogue = library.catalogue()
    text = script(catalogue, next(page for page in pages.plan(catalogue) if page.entry))
    assert not set("<>&") & set(text)
    named = [node["name"] for node in json.loads(text)["@graph"] if "PodcastEpisode" in kinds(node)]
    assert named == ["</script><!-- <script>alert(1)</script> & mehr"]


def test_the_sitemap_tells_every_film_with_files_that_exist(site: Path) -> None:
    tree = etree.parse(site / "sitemap.xml")
    found = tree.findall("{*}url/{*}video")
    assert len(found) == len(list((ROOT / "videos").glob("*/index.md")))
    for film in found:
        for tag in ("thumbnail_loc", "content_loc"):
            place = film.findtext(f"{{*}}{tag}") or ""
            assert (site / place.removeprefix(BASE)).is_file()
        assert int(film.findtext("{*}duration") or 0) > 60
        assert film.findtext("{*}title") and film.findtext("{*}description")
    assert all(loc.getparent().findtext("{*}lastmod") for loc in tree.iter("{*}loc"))  # type: ignore[union-attr]


SITEMAP_ORDER = [
    "thumbnail_loc",
    "title",
    "description",
    "content_loc",
    "player_loc",
    "duration",
    "publication_date",
]
"""The order that the extension's schema wants."""


def test_the_sitemap_holds_what_search_engines_demand_of_a_film_in_their_order(site: Path) -> None:
    for film in etree.parse(site / "sitemap.xml").findall("{*}url/{*}video"):
        tags = [etree.QName(one).localname for one in film]
        assert tags == [tag for tag in SITEMAP_ORDER if tag in tags]
        assert set(SITEMAP_ORDER) - set(tags) in ({"content_loc"}, {"player_loc"})
        assert datetime.fromisoformat(film.findtext("{*}publication_date") or "").tzinfo


def test_a_film_elsewhere_is_told_by_its_player_or_its_own_address(library: Library) -> None:
    library.item("videos/dort", video="https://vimeo.com/76979871", duration="'9:00:00'")
    film = "https://cdn.example/film.mp4"
    library.item("videos/fern", video=film)
    library.write("videos/fern/media.json", json.dumps({film: {"bytes": 1, "type": "video/mp4", "seconds": 9}}))
    found = films(library.catalogue())
    there = found[f"{BASE}videos/dort/"]
    assert (there.content, there.seconds) == (None, None)
    elsewhere = found[f"{BASE}videos/fern/"]
    assert (elsewhere.content, elsewhere.player, elsewhere.seconds) == (film, None, 9)
    assert (there.player or "").startswith("https://player.vimeo.com/video/76979871")


def test_a_film_without_a_picture_shows_its_card_in_the_sitemap_and_a_draft_is_not_in_it(library: Library) -> None:
    library.item("videos/kurz")
    library.item("videos/entwurf", draft="true")
    catalogue = library.catalogue(preview=True)
    [(address, film)] = films(catalogue).items()
    assert address == f"{BASE}videos/kurz/"
    assert film.thumbnail == BASE + card_url(catalogue.by_id["videos/kurz"])

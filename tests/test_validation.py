"""What editors are told: golden cases of broken files with the exact report, and what no single file shows.

A case is `cases/<format or register>-<mistake>.md` (or `.yml`, or a transcript or chapter file) and the report beside
it in `.txt`. Reports hold errors only, unless the case's name says `advice`. To accept new reports, look at each:

    WRITE_CASES=1 pytest tests/test_validation.py && git diff tests/cases
"""

from __future__ import annotations

import os
import re
import string
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import ebenerdig
import pytest
from ebenerdig import models
from ebenerdig.models import Episode, Model, Package, Tour, nested
from ebenerdig.models.fields import Target
from ebenerdig.models.formats import FORMATS
from ebenerdig.problems import Problem, arrange, has_errors, report, summary
from ebenerdig.reading.registers import REGISTERS
from ebenerdig.reading.source import Source
from ebenerdig.reading.validate import validate
from ebenerdig.texts import texts
from hypothesis import given
from hypothesis import strategies as st
from library import SMALLEST, Library, jpeg, silent_mp3

CASES = Path(__file__).parent / "cases"
PLACES = {
    "episode": "episodes/fall/index.md",
    "video": "videos/fall/index.md",
    "tour": "tours/fall/index.md",
    "package": "content/packages/fall.md",
    "transcript": "episodes/fall/transcript",
    "chapters": "episodes/fall/chapters",
}
INPUTS = sorted(path for path in CASES.glob("[a-z]*-*") if path.suffix != ".txt")


def place_case(library: Library, case: Path) -> None:
    """Put the broken file where its name says, among items that are fine."""
    kind = case.name.partition("-")[0]
    for place in ("episodes/beispiel", "episodes/beispiel-zwei", "videos/beispiel"):
        library.item(place)
    if kind in REGISTERS or kind == "library":
        name = f"content/_data/{kind}.yml"
    elif kind in ("transcript", "chapters"):
        name = PLACES[kind] + case.suffix
        file = Path(name).name
        fields: dict[str, Any] = {"transcript": file} if kind == "transcript" else {"chapters_file": file}
        library.item("episodes/fall", **fields)
    else:
        name = PLACES[kind]
        if kind != "package":
            library.media(str(Path(name).parent))
    path = library.write(name, case.read_bytes())
    if "symlink" in case.name:
        library.write("geheim.jpg", jpeg(1400))
        (path.parent / "hinaus.jpg").symlink_to(library.root / "geheim.jpg")


@pytest.mark.parametrize("case", INPUTS, ids=lambda path: path.name)
def test_a_broken_file_gets_exactly_this_report(case: Path, library: Library) -> None:
    place_case(library, case)
    problems = library.project()[1] if case.name.startswith("library") else list(library.catalogue().problems)
    if "advice" not in case.name:
        problems = [problem for problem in problems if problem.severity == "error"]
    problems = [problem for problem in problems if "beispiel" not in problem.path]
    written = report(problems, texts("de")) + "\n"
    expected = case.with_suffix(".txt")
    if os.environ.get("WRITE_CASES"):
        expected.write_text(written, "utf-8")
    assert written == expected.read_text("utf-8")


ELSEWHERE = {
    "artwork": "test_media",
    "artwork-item": "test_media",
    "media-broken": "test_media",
    "media-empty": "test_media",
    "media-other-type": "test_media",
    "media-truncated": "test_media",
    "too-large": "test_hostile_input",
    "unreadable": "test_hostile_input",
    **dict.fromkeys(("former-names", "media-changed"), "test_public_names"),
    **dict.fromkeys(("not-made", "setting-directory-urls", "setting-i18n", "setting-offline"), "test_guest"),
    **dict.fromkeys(("guid-twice", "item-no-folder", "item-no-page", "item-slug", "link"), "below"),
    **dict.fromkeys(("site-language", "site-url", "source-date-epoch"), "below"),
}
"""Problems that need more than one broken text file, and where they are tested."""


def test_every_sentence_about_a_mistake_has_a_case() -> None:
    shown = set(re.findall(r"\[([a-z0-9-]+)\]$", "\n".join(p.read_text("utf-8") for p in CASES.glob("*.txt")), re.M))
    ids = (Path(ebenerdig.__file__).parent / "texts" / "problems.de.ftl").read_text("utf-8")
    codes = set(re.findall(r"^problem-([a-z0-9-]+) =", ids, re.M))
    assert codes - shown - set(ELSEWHERE) == set()
    assert set(ELSEWHERE) & shown == set()


def test_a_rule_between_fields_is_told_beside_a_mistake_in_another_field(library: Library) -> None:
    library.item("tours/andere", dates="morgen")
    library.item("episodes/folge", season="drei", chapters="[{start: 5, title: B}, {start: 1, title: A}]")
    told = {(problem.path, problem.code) for problem in library.catalogue().problems if problem.severity == "error"}
    assert ("episodes/folge/index.md", "expects-integer") in told
    assert ("episodes/folge/index.md", "chapter-order") in told
    assert ("tours/andere/index.md", "dates-missing") not in told, "the dates are there, only wrong"


def test_the_smallest_items_have_no_errors(library: Library) -> None:
    for folder in SMALLEST:
        library.item(f"{folder}/kleinstes")
    library.check_is_fine()
    assert {entry.id for entry in library.catalogue().entries} == {f"{folder}/kleinstes" for folder in SMALLEST}


def test_the_smallest_episode_has_at_most_eight_fields(library: Library) -> None:
    library.item("episodes/folge")
    item = library.catalogue().entries[0].item
    assert len(item.model_fields_set) <= 8


def test_the_postcode_01067_stays_as_it_is_written(library: Library) -> None:
    library.item("tours/tour", meeting_point="{name: Pforte, postcode: 01067}")
    tour = library.catalogue().entries[0].item
    assert isinstance(tour, Tour)
    assert tour.meeting_point
    assert tour.meeting_point.postcode == "01067"


def test_a_title_may_be_the_word_no(library: Library) -> None:
    library.item("episodes/folge", title="no", description="~", explicit="no")
    assert library.codes() == ["missing"]
    library.item("episodes/folge", title="no", description="yes", explicit="no")
    episode = library.catalogue().entries[0].item
    assert isinstance(episode, Episode)
    assert (episode.title, episode.description, episode.explicit) == ("no", "yes", False)


def test_half_past_six_is_a_time_and_not_a_number(library: Library) -> None:
    library.item("tours/tour", agenda="[{time: 18:30, text: Beginn}]")
    tour = library.catalogue().entries[0].item
    assert isinstance(tour, Tour)
    assert tour.agenda[0].time == "18:30"


@pytest.mark.parametrize(
    ("written", "seconds"),
    [("754", 754.0), ("12:34", 754.0), ("0:05", 5.0), ("1:02:03", 3723.0), ("00:00:01.500", 1.5), ("90:00", 5400.0)],
)
def test_times_can_be_written_in_several_ways(written: str, seconds: float) -> None:
    chapter, problems = check({"start": written, "title": "Anfang"}, models.Chapter)
    assert not problems
    assert chapter
    assert chapter.start == seconds


@pytest.mark.parametrize(
    ("written", "levels"), [("2", (2,)), ("1-3", (1, 2, 3)), ("1 – 2", (1, 2)), (["3", "1", "3"], (1, 3))]
)
def test_levels_can_be_one_or_a_range_or_a_list(written: str | list[str], levels: tuple[int, ...]) -> None:
    package, _ = check({**PACKAGE, "levels": written}, Package)
    assert package
    assert package.levels == levels


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("2026-03-01", datetime(2026, 3, 1, 6)),
        ("2026-03-01 7:30", datetime(2026, 3, 1, 7, 30)),
        ("2026-03-01T07:30:15", datetime(2026, 3, 1, 7, 30, 15)),
    ],
)
def test_a_date_may_have_a_time(written: str, moment: datetime) -> None:
    found, problems = check({"start": written, "end": "2026-03-02"}, models.TourDate)
    assert not problems
    assert found
    assert found.start == moment


def test_a_day_in_the_year_one_is_no_date() -> None:
    _, problems = check({"start": "0001-01-01T00:00+23:00", "end": "2026-03-02"}, models.TourDate)
    assert [problem.code for problem in problems] == ["moment"]


def test_two_items_with_one_guid_name_each_other(library: Library) -> None:
    library.item("episodes/a", guid="dieselbe-guid")
    library.item("tours/b", guid="dieselbe-guid")
    (problem,) = library.problems()
    assert (problem.code, problem.path) == ("guid-twice", "tours/b/index.md")
    assert "episodes/a/index.md" in problem.message(texts("de"))


def test_a_link_that_resembles_nothing_gets_an_example(library: Library) -> None:
    library.item("episodes/a", body="[hier](../../../../wo/ganz/anders/qqqqqqqq.md)\n")
    (problem,) = library.problems()
    assert problem.code == "link"
    assert (problem.line, problem.column) == (11, 8)


def test_links_in_code_and_to_the_web_are_left_alone(library: Library) -> None:
    body = "[a](https://example.org/x.md) [b](mailto:a@b.de) [c](#oben)\n\n```\n[d](nirgends.md)\n```\n"
    library.item("episodes/a", body=body)
    library.check_is_fine()


def test_a_file_where_a_folder_belongs_is_named(library: Library) -> None:
    library.write("episodes/folge.md", "---\n---\n")
    (problem,) = library.problems()
    assert (problem.path, problem.code) == ("episodes/folge.md", "item-no-folder")


def test_a_folder_name_with_an_umlaut_gets_a_better_one(library: Library) -> None:
    library.item("episodes/beispiel")
    (library.root / "episodes/beispiel").rename(library.root / "episodes/Über uns")
    (problem,) = library.problems()
    assert problem.code == "item-slug"
    assert problem.values == {"suggestion": "ueber-uns"}


def test_a_package_name_must_be_an_address_too(library: Library) -> None:
    library.write("content/packages/Erste Schritte.md", "---\ntitle: Paket\n---\n")
    assert ("item-slug", {"suggestion": "erste-schritte"}) in [(p.code, p.values) for p in library.problems()]


def test_a_folder_without_a_page_is_named(library: Library) -> None:
    library.write("videos/neu/video.mp4", b"")
    (problem,) = library.problems()
    assert (problem.path, problem.code) == ("videos/neu/index.md", "item-no-page")


def test_hidden_folders_are_left_alone(library: Library) -> None:
    library.write("episodes/.cache/egal.txt", "")
    assert library.problems() == []


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("SITE_LANGUAGE", "fr", "site-language"),
        ("SITE_URL", "ebenerdig.example", "site-url"),
        ("SOURCE_DATE_EPOCH", "gestern", "source-date-epoch"),
        ("SOURCE_DATE_EPOCH", "9" * 30, "source-date-epoch"),
    ],
)
def test_a_wrong_environment_is_reported_and_not_used(library: Library, name: str, value: str, code: str) -> None:
    environ: dict[str, Any] = {name: value}
    project, problems = library.project(**environ)
    assert [problem.code for problem in problems] == [code]
    assert (project.language, project.base_url) == ("de", "https://ebenerdig.example/")


def test_a_broken_library_file_does_not_hide_the_other_problems(library: Library) -> None:
    library.write("content/_data/library.yml", "name: [")
    library.item("episodes/a", gusts="x")
    assert {"yaml-bracket", "unknown-key-near"} <= {problem.code for problem in library.catalogue().problems}


def test_an_item_may_refer_to_a_broken_one_without_a_second_report(library: Library) -> None:
    library.item("episodes/gut", related="[episodes/kaputt]")
    library.item("episodes/kaputt", levels="x")
    assert library.codes() == ["levels"]


def test_a_missing_transcript_is_an_error_from_the_day_the_library_demands_it(library: Library) -> None:
    library.registers(
        library=f"{(library.root / 'content/_data/library.yml').read_text()}transcripts_from: 2026-03-01\n"
    )
    library.item("episodes/vorher", transcript=None, date="2026-02-28")
    library.item("episodes/nachher", transcript=None, date="2026-03-01")
    found = {p.path: p.severity for p in library.catalogue().problems if p.code == "transcript-missing"}
    assert found == {"episodes/vorher/index.md": "advice", "episodes/nachher/index.md": "error"}


def test_a_transcript_may_end_a_little_after_the_sound(library: Library) -> None:
    files = {"transcript.vtt": b"WEBVTT\n\n00:01.000 --> 00:04.900\nHallo\n", "audio.mp3": silent_mp3(3)}
    library.item("episodes/a", files=files)
    library.check_is_fine()


def test_all_problems_of_all_files_are_reported_in_order(library: Library) -> None:
    library.item("episodes/b", title="a: b")
    library.item("episodes/a", levels="x", gusts="y")
    library.write("content/_data/topics.yml", "energie: {nme: Energie}\n")
    found = [problem for problem in library.catalogue().problems if problem.severity == "error"]
    assert [(p.path, p.code) for p in found] == [
        ("content/_data/topics.yml", "missing"),
        ("content/_data/topics.yml", "unknown-key-near"),
        ("episodes/a/index.md", "levels"),
        ("episodes/a/index.md", "unknown-key-near"),
        ("episodes/b/index.md", "yaml-colon"),
    ]
    assert arrange(reversed(found)) == found


def test_advice_alone_does_not_stop_publishing(library: Library) -> None:
    library.item("episodes/a")
    found = library.catalogue().problems
    assert found
    assert not has_errors(found)
    assert summary(found, texts("de")) == f"Keine Fehler, {len(found)} Hinweise."


def test_a_report_never_carries_control_characters() -> None:
    problem = Problem("a.md", 1, 3, "url", {"value": "x\x1b[31m\ny"}, excerpt="\t\x1b[2Jx")
    written = report([problem], texts("de"))
    assert all(character.isprintable() or character == "\n" for character in written)
    assert len(written.split("\n")) == 3
    assert written.split("\n")[2] == "      ^"


def test_a_value_as_long_as_a_book_is_cut_in_the_report() -> None:
    problem = Problem("a.md", 1, 1, "url", {"value": "x" * 1_000_000}, excerpt="x" * 1_000_000)
    assert len(report([problem], texts("de"))) < 1000


# Anything at all

PACKAGE: dict[str, Any] = {
    **{"title": "Paket", "description": "Kurz.", "goal": "Ziel", "why": "Grund", "levels": "1", "areas": "data"},
    "items": ["episodes/a", "videos/b"],
    "closing": {"label": "Los", "link": "packages"},
}
ALL_MODELS: list[type[Model]] = [form.model for form in FORMATS] + [Package, models.Library, *REGISTERS.values()]
LETTERS = st.text(alphabet=string.printable + "äöüß„“–\u202e\x00\u2028😀", max_size=20)
WORDS = st.one_of(
    LETTERS,
    st.sampled_from(["1", "0:10", "1-2", "2026-03-01", "2026-03-01 10:00+23:00", "true", "nan", "inf", "-0", "1e999"]),
    st.sampled_from(["episodes/a", "mara-lindner", "https://x.de/", "https://[", "javascript:x", "../x", "\ud800"]),
)
KEYS = sorted(
    {name for model in ALL_MODELS for name in model.model_fields} | {"start", "end", "status", "file", "person"}
)
ANYTHING = st.recursive(
    st.one_of(WORDS, st.none()),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4), st.dictionaries(st.one_of(st.sampled_from(KEYS), LETTERS), inner, max_size=6)
    ),
    max_leaves=25,
)


def check(metadata: dict[str, Any], model: type[Any]) -> tuple[Any, list[Problem]]:
    """Validate metadata as if it came from a file."""
    return validate(Source(Path("a.md"), "a.md", "", metadata, {}, {}), model)


@given(st.sampled_from(ALL_MODELS), st.dictionaries(st.sampled_from(KEYS), ANYTHING, max_size=12))
def test_whatever_the_metadata_says_it_is_an_item_or_a_report(model: type[Model], metadata: dict[str, Any]) -> None:
    known = {key: value for key, value in metadata.items() if key in model.model_fields}
    for given_ in (metadata, known):
        result, problems = check(given_, model)
        assert result is not None or has_errors(problems)
        assert report(problems, texts("de")) or result is not None
        assert not problems or report(problems, texts("en"))


@given(st.sampled_from(sorted(SMALLEST)), st.dictionaries(st.sampled_from(KEYS), ANYTHING, min_size=1, max_size=3))
def test_one_odd_value_in_a_good_item_is_an_item_or_a_report(folder: str, odd: dict[str, Any]) -> None:
    form = next(form for form in FORMATS if form.folder == folder)
    good: dict[str, Any] = {
        **{key: value for key, value in SMALLEST[folder].items() if not value.startswith(("[", "{"))},
        "captions": [{"language": "de", "file": "a.vtt"}],
        "audio_description": {"status": "in_sound"},
        "meeting_point": {"name": "Pforte"},
    }
    metadata = {key: value for key, value in {**good, **odd}.items() if key in form.model.model_fields}
    result, problems = check(metadata, form.model)
    assert result is not None or has_errors(problems)
    if result is not None:
        assert all(
            not isinstance(value, Target) or ":" not in value or known_scheme(value) for _, value in nested(result)
        )
    assert report(problems, texts("de")).count("\n") >= len(problems) - 1


def known_scheme(target: str) -> bool:
    """Whether an address leads somewhere harmless."""
    return target.startswith(("https://", "http://", "mailto:", "tel:"))


@given(st.dates(date(1900, 1, 1), date(2999, 12, 31)), st.integers(0, 86399))
def test_every_moment_reads_back_as_it_was_written(day: date, second: int) -> None:
    moment = datetime.combine(day, datetime.min.time()) + timedelta(seconds=second)
    found, problems = check({"start": str(moment), "end": "2999-12-31 23:59:59.5"}, models.TourDate)
    assert not has_errors(problems)
    assert found.start == moment

"""What is well written and cannot be meant: days, times, places and numbers, each told with its place."""

from __future__ import annotations

import pytest
from click.testing import CliRunner
from ebenerdig.cli import main
from library import TODAY, Library, silent_mp3

TOUR = {"mode": "on_site", "registration": "{required: false}"}
MAY = "[{start: '2027-05-06 10:00', end: '2027-05-06 12:00'}]"


def told(library: Library) -> list[tuple[str, str, str]]:
    """Code, severity and what stands at the place, of all that is not merely recommended."""
    return [
        (problem.code, problem.severity, problem.excerpt[problem.column - 1 :])
        for problem in library.catalogue().problems
        if problem.code not in ("recommended", "consent-missing", "package-one-format")
    ]


@pytest.mark.parametrize(
    ("place", "fields", "code", "severity", "at"),
    [
        # Days and times
        ("episodes/a", {"date": "2062-03-01"}, "date-far", "advice", "2062-03-01"),
        ("episodes/a", {"date": "2027-11-24"}, None, "", ""),
        ("episodes/a", {"date": "1026-03-01"}, "moment", "error", "1026-03-01"),
        ("episodes/a", {"date": "1926-03-01"}, "date-early", "advice", "1926-03-01"),
        ("episodes/a", {"date": "2026-03-29 02:30"}, "time-skipped", "error", "2026-03-29 02:30"),
        ("episodes/a", {"date": "2026-03-29 03:00"}, None, "", ""),
        ("episodes/a", {"date": "2026-10-25 02:30"}, None, "", ""),
        ("episodes/a", {"date": "'2026-03-29T02:30:00+01:00'"}, None, "", ""),
        ("episodes/a", {"consent": "{mara-lindner: 2062-01-01}"}, "consent-future", "advice", "2062-01-01}"),
        (
            "tours/a",
            {**TOUR, "dates": "[{start: '2027-03-28 01:30', end: '2027-03-28 02:00'}]"},
            *("time-skipped", "error", "'2027-03-28 02:00'}]"),
        ),
        ("tours/a", {**TOUR, "dates": "[{start: 2062-05-06, end: 2062-05-07}]"}, "date-far", "advice", "2062-05-06, "),
        (
            "tours/a",
            {**TOUR, "dates": "[{start: 2026-12-01, end: 2027-12-01}]"},
            "visit-long",
            "advice",
            "2027-12-01}]",
        ),
        ("tours/a", {**TOUR, "dates": "[{start: 2026-12-01, end: 2026-12-31}]"}, None, "", ""),
        (
            "tours/a",
            {**TOUR, "dates": MAY, "registration": "{required: false, until: 2027-05-07}"},
            *("until-late", "error", "2027-05-07}"),
        ),
        ("tours/a", {**TOUR, "dates": MAY, "registration": "{required: false, until: 2027-05-06}"}, None, "", ""),
        ("tours/a", {**TOUR, "dates": MAY, "needs_until": "2028-01-01"}, "until-late", "error", "2028-01-01"),
        ("tours/a", {"agenda": "[{time: 25:99, text: A}]"}, "clock-time", "error", "25:99, "),
        ("tours/a", {"agenda": "[{time: 24:00, text: A}]"}, "clock-time", "error", "24:00, "),
        ("tours/a", {"agenda": "[{time: 9.30, text: A}]"}, "clock-time", "error", "9.30, "),
        ("tours/a", {"agenda": "[{time: 12:60, text: A}]"}, "clock-time", "error", "12:60, "),
        ("tours/a", {"agenda": "[{time: 23:59, text: A}]"}, None, "", ""),
        ("tours/a", {"agenda": "[{time: 10:00, text: A}, {time: 9:30, text: B}]"}, "agenda-order", "advice", "9:30, "),
        # Places
        ("tours/a", {"meeting_point": "{name: Pforte, lat: 51.5}"}, "coordinates-half", "error", "51.5}"),
        ("tours/a", {"meeting_point": "{name: Pforte, lon: 7.46}"}, "coordinates-half", "error", "7.46}"),
        (
            "tours/a",
            {"meeting_point": "{name: Pforte, lat: 7.46, lon: 51.5}"},
            "coordinates-swapped",
            "error",
            "7.46, ",
        ),
        ("tours/a", {"stops": "[{title: A, lat: 13.4, lon: 52.5}]"}, "coordinates-swapped", "error", "13.4, "),
        ("tours/a", {"stops": "[{title: A, lat: 52.5}]"}, "coordinates-half", "error", "52.5}]"),
        ("tours/a", {"stops": "[{title: A, lat: 0, lon: 0}]"}, "coordinates-nought", "advice", "0, lon"),
        ("tours/a", {"meeting_point": "{name: Pforte, lat: 51.5, lon: 7.46}"}, None, "", ""),
        ("tours/a", {"meeting_point": "{name: Nairobi, lat: -1.28, lon: 36.82}"}, None, "", ""),
        ("episodes/a", {"location": "{name: Köln, lat: 6.96, lon: 50.94}"}, "coordinates-swapped", "advice", "6.96, "),
        ("episodes/a", {"location": "{name: Köln, lon: 6.96}"}, "coordinates-half", "error", "6.96}"),
        # Numbers
        ("tours/a", {"capacity": "{min: 20, max: 5}"}, "capacity-order", "error", "5}"),
        ("tours/a", {"capacity": "{min: 5, max: 5}"}, None, "", ""),
        ("tours/a", {"levels": "1-9"}, "unknown-id", "error", "1-9"),
        ("episodes/a", {"levels": "[7, 8]"}, "unknown-id", "error", "[7, 8]"),
        ("episodes/a", {"soundbite": "[{start: 50, duration: 20}]"}, "soundbite-late", "error", "50, "),
        ("episodes/a", {"soundbite": "[{start: 90, duration: 20}]"}, "soundbite-late", "error", "90, "),
        ("episodes/a", {"soundbite": "[{start: 40, duration: 20}]"}, None, "", ""),
    ],
)
def test_what_cannot_be_meant_is_told_where_it_is_written(
    library: Library, place: str, fields: dict[str, str], code: str | None, severity: str, at: str
) -> None:
    library.item(place, files={"audio.mp3": silent_mp3(60)}, **fields)
    found = [entry for entry in told(library) if entry[0] != "levels-too-broad"]
    assert [(one, how, where[: len(at)]) for one, how, where in found] == ([(code, severity, at)] if code else [])


def package(*items: str, more: str = "") -> str:
    """Write a package."""
    return (
        "---\ntitle: Weg\ndescription: Kurz.\ngoal: Ziel\nwhy: Darum\nlevels: 1\nareas: data\n"
        f"items: [{', '.join(items)}]\nclosing: {{label: Los, link: levels}}\n{more}---\n"
    )


def test_a_level_that_does_not_exist_is_told_in_a_package_too(library: Library) -> None:
    library.item("episodes/a")
    library.item("videos/b")
    library.write("content/packages/weg.md", package("episodes/a", "videos/b").replace("levels: 1", "levels: 3-6"))
    assert told(library) == [("unknown-id", "error", "3-6")]


def test_a_period_that_ends_before_it_begins_is_told(library: Library) -> None:
    library.registers(funders="muster: {name: M, text: T., valid_from: 2026-02-01, valid_until: 2026-01-31}\n")
    assert told(library) == [("ends-before-start", "error", "2026-01-31}")]


@pytest.mark.parametrize(
    ("first", "second", "hidden"),
    [
        ({"draft": "true"}, {"date": "2026-12-24"}, True),
        ({"draft": "true"}, {"draft": "true"}, True),
        ({"draft": "true"}, {}, False),
        ({}, {"date": "2026-12-24"}, False),
    ],
)
def test_a_package_that_nobody_will_see_is_told(
    library: Library, first: dict[str, str], second: dict[str, str], hidden: bool
) -> None:
    library.item("episodes/a", **first)
    library.item("videos/b", **second)
    library.write("content/packages/weg.md", package("episodes/a", "videos/b"))
    assert told(library) == ([("package-hidden", "advice", "[episodes/a, videos/b]")] if hidden else [])
    library.write("content/packages/weg.md", package("episodes/a", "videos/b", more="draft: true\n"))
    assert told(library) == []


def test_what_waits_for_its_day_is_said_by_check(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", TODAY)
    library.item("episodes/heute")
    library.item("episodes/bald", date="2026-12-04 18:00")
    for number in range(5):
        library.item(f"videos/spaeter-{number}", date=f"2027-01-0{9 - number}")
    library.item("tours/entwurf", date="2026-12-24", draft="true")
    done = CliRunner().invoke(main, ["check", "--root", str(library.root)])
    assert done.exit_code == 0
    assert "\n1 Podcast-Folge wartet auf den 4. Dezember 2026: episodes/bald\n" in done.output
    later = "videos/spaeter-4, videos/spaeter-3, videos/spaeter-2 …"
    assert f"\n5 Erklärvideos warten auf den 5. Januar 2027 oder später: {later}\n" in done.output
    assert "Erlebnistour" not in done.output
    monkeypatch.setenv("SITE_LANGUAGE", "en")
    done = CliRunner().invoke(main, ["check", "--root", str(library.root)])
    assert "\n1 Podcast episode waits for 4 December 2026: episodes/bald\n" in done.output

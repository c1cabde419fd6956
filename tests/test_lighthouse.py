"""What is told of Lighthouse is what it says, and it is asked about every kind of page."""

from __future__ import annotations

from pathlib import Path
from typing import Any, get_args

import lighthouse
import long_pages
import pytest
from ebenerdig import build
from ebenerdig.outputs.pages.plan import Kind, plan
from ebenerdig.reading.project import load_project
from long_items import HOURS, long_library
from sites import ROOT


def report(**scores: float) -> dict[str, Any]:
    """A report as Lighthouse writes it, with what is read of it."""
    audits = {
        "cumulative-layout-shift": {"score": 1, "numericValue": 0, "title": "CLS"},
        "total-byte-weight": {"score": 1, "numericValue": 65_400, "title": "KB"},
        "first-contentful-paint": {"score": 1, "numericValue": 1_040, "title": "FCP"},
        "largest-contentful-paint": {"score": 1, "numericValue": 1_400.5, "title": "LCP"},
        "image-alt": {
            "score": 0,
            "title": "Images have no alt text",
            "details": {"items": [{"node": {"snippet": "<img src=a>"}}]},
        },
        "unweighted": {"score": 0, "title": "Nobody counts this"},
    }
    wanted = {category: {"score": 1, "auditRefs": []} for category in lighthouse.CATEGORIES} | {
        "accessibility": {
            "score": 1,
            "auditRefs": [{"id": "image-alt", "weight": 10}, {"id": "unweighted", "weight": 0}],
        }
    }
    for category, score in scores.items():
        wanted[category]["score"] = score
    return {"audits": audits, "categories": wanted}


def test_a_page_is_told_with_its_points_and_what_is_held_against_it() -> None:
    found = lighthouse.verdict("", report(accessibility=0.9))
    assert found.row() == "| home | 100 | 90 | 100 | 100 | 0.000 | 65 | 1.0 | 1.4 |"
    assert found.faults == ["accessibility: image-alt: Images have no alt text", "    <img src=a>"]
    assert found.misses(98) and not found.misses(90)


def test_a_page_that_moves_misses_and_one_that_could_not_be_judged_ends_all() -> None:
    moved = report()
    moved["audits"]["cumulative-layout-shift"]["numericValue"] = 0.004
    assert lighthouse.verdict("", moved).misses(98)
    with pytest.raises(SystemExit, match="NO_FCP"):
        lighthouse.verdict("", {"runtimeError": {"message": "NO_FCP"}})


def test_every_kind_of_page_and_of_item_is_judged_once() -> None:
    known = {page.url: page for page in plan(build(*load_project(ROOT)))}
    wanted = list(lighthouse.pages(ROOT))
    assert {known[url].kind for url in wanted if url in known} == {*get_args(Kind)} - {"text", "not-found", "problems"}
    assert {known[url].entry.format.id for url in wanted if url in known and known[url].entry} == {
        "episode",
        "video",
        "tour",
    }  # type: ignore[union-attr]
    assert len(wanted) == len(set(wanted)) and {"impressum/", "404.html"} <= set(wanted)


def test_the_long_episodes_last_as_long_as_they_say_and_have_no_mistake(tmp_path: Path) -> None:
    names = long_library(tmp_path)
    catalogue = build(*load_project(tmp_path))
    assert [problem for problem in catalogue.problems if problem.severity == "error"] == []
    for name, hours in zip(names, HOURS, strict=True):
        entry = catalogue.by_id[name]
        assert entry.seconds == hours * 3600 and entry.chapters[-1].start > hours * 3000
        said = (tmp_path / name / "transcript.vtt").read_text("utf-8").split("\n\n")[1:]
        assert sum(len(cue.split("\n")[1].split()) - 1 for cue in said) == hours * 9000


def test_work_is_that_of_the_thread_that_lays_the_page_out_and_no_other() -> None:
    def thread(number: int, name: str) -> dict[str, object]:
        return {"name": "thread_name", "args": {"name": name}, "pid": number, "tid": 1}

    def task(number: int, milliseconds: float) -> dict[str, object]:
        return {"name": long_pages.TASK, "pid": number, "tid": 1, "tdur": milliseconds * 1000}

    events = [thread(1, "CrRendererMain"), thread(2, "CrRendererMain"), thread(3, "CrBrowserMain")]
    events += [task(1, 5), task(2, 20), task(2, 30), task(3, 500)]
    assert long_pages.busiest(events) == (50, 30)

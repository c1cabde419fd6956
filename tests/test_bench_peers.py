"""The others get the same items as this library, and what is told about all of them is right."""

from __future__ import annotations

import json
import sys
from html import escape
from pathlib import Path

import bench_peers
import pytest
from bench import write_library
from measuring import BUILD, Usage, measured


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> bench_peers.Way:
    """This library with two items, built."""
    folder = tmp_path_factory.mktemp("own")
    write_library(folder, 2, search=False)
    measured(BUILD, folder)
    return bench_peers.Way(bench_peers.OURS, folder, tuple(BUILD), "site")


def as_templates_write_it(paragraphs: list[dict[str, object]]) -> str:
    """What the templates of Hugo and Eleventy make of a transcript's data."""
    written = []
    for told in paragraphs:
        lines = told["lines"]
        assert isinstance(lines, list)
        spans = " ".join(f"<span data-t={line['start']}>{escape(line['text'])}</span>" for line in lines)
        speaker = f"<b>{escape(str(told['speaker']))}</b> " if told["speaker"] else ""
        mark = f'<a class="eb-mark" href="#t={told["second"]}"><time>{told["time"]}</time></a>'
        written.append(f'<p id="t={told["second"]}">{mark} {speaker}{spans}</p>')
    return "\n".join(written)


def test_hugo_gets_the_same_text_and_the_same_transcript_as_data_or_as_html(
    own: bench_peers.Way, tmp_path: Path
) -> None:
    for ready in (False, True):
        project = bench_peers.write_hugo(tmp_path / str(ready), own, 2, ready=ready)
        assert (project / "layouts/page.html").is_file()
        for number in range(2):
            item, shown = project / f"content/episodes/folge-{number}", bench_peers.transcript(own.page(number))
            assert (item / "index.md").read_bytes() == own.source(number).read_bytes()
            if ready:
                assert (item / "transcript.txt").read_text("utf-8") == shown
            else:
                assert as_templates_write_it(json.loads((item / "transcript.json").read_text("utf-8"))) == shown


def test_eleventy_gets_the_same_text_and_the_same_transcript(own: bench_peers.Way, tmp_path: Path) -> None:
    project = bench_peers.write_eleventy(tmp_path / "eleventy", own, 2)
    assert (project / "eleventy.config.mjs").is_file()
    item = project / "content/episodes/folge-1"
    assert (item / "index.md").read_bytes() == own.source(1).read_bytes()
    said = json.loads((item / "index.11tydata.json").read_text("utf-8"))["said"]
    assert as_templates_write_it(said) == bench_peers.transcript(own.page(1))
    assert sum(len(line["text"].split()) for told in said for line in told["lines"]) == 8000


def test_a_transcript_that_templates_would_not_write_is_refused(own: bench_peers.Way) -> None:
    shown = bench_peers.transcript(own.page(0)).replace("<p id=", "<p lang='de' id=", 1)
    with pytest.raises(SystemExit, match="must follow"):
        bench_peers.paragraphs(shown)


def test_a_site_that_shows_another_transcript_or_not_every_item_is_told(own: bench_peers.Way, tmp_path: Path) -> None:
    other = bench_peers.Way("Hugo", tmp_path, (), "public")
    for number in range(2):
        other.page(number).parent.mkdir(parents=True)
        other.page(number).write_bytes(own.page(number).read_bytes())
    feed = tmp_path / "public/index.xml"
    feed.write_text("<item>" * 2, "utf-8")
    assert bench_peers.differing([own, other], 2) == []
    other.page(1).write_bytes(own.page(0).read_bytes())
    feed.write_text("<item>", "utf-8")
    assert [wrong.partition(":")[2] for wrong in bench_peers.differing([own, other], 2)] == [
        f" another transcript in {other.page(1)}",
        f" not every item is in {feed}",
    ]


def test_an_edit_changes_the_text_and_stands_there_once(tmp_path: Path) -> None:
    text = tmp_path / "index.md"
    text.write_text("---\ntitle: Eins\n---\nText.\n", "utf-8")
    for mark in ("eins", "zwei"):
        bench_peers.edit(text, mark)
    assert text.read_text("utf-8") == "---\ntitle: Eins\n---\nText.\n\nStand: zwei.\n"


def test_the_table_tells_medians_the_highest_memory_and_the_median_of_each_rounds_ratio() -> None:
    def turns(*seconds: float) -> list[list[Usage]]:
        return [[Usage(s, 100 + s), Usage(s / 2, 90), Usage(s / 4, 90)] for s in seconds]

    rounds = {"Ebenerdig": turns(8, 2, 6), "Hugo": turns(4, 4, 4), "Eleventy": turns(2, 2, 2)}
    head, rule, *lines = bench_peers.builds_table(1000, rounds).splitlines()
    assert head == "| 1,000 items, 3 rounds | nothing kept | again | one edit | MB | ÷ Hugo | ÷ Eleventy |"
    assert rule.count("|") == head.count("|")
    assert lines[0] == "| Ebenerdig | 6.00 | 3.00 | 1.50 | 108 | 1.50 | 3.00 |"
    assert lines[1:] == [
        "| Hugo | 4.00 | 2.00 | 1.00 | 104 | 1.00 | 2.00 |",
        "| Eleventy | 2.00 | 1.00 | 0.50 | 102 | 0.50 | 1.00 |",
    ]


def test_the_table_of_previews_tells_the_median_the_slowest_and_whether_memory_grows() -> None:
    *_, line = bench_peers.previews_table(20, {"Hugo": ([0.2, 0.9, 0.3], 90.4, 120.6)}).splitlines()
    assert line == "| Hugo | 0.30 | 0.90 | 90 | 121 |"


def test_memory_is_that_of_all_processes_together_and_time_that_of_the_longest(tmp_path: Path) -> None:
    held = "import time; held = b'x' * 60_000_000; time.sleep(1)"
    start = f"subprocess.Popen([sys.executable, '-c', {held!r}])"
    program = f"import subprocess, sys; two = [{start}, {start}]; [process.wait() for process in two]"
    usage = measured([sys.executable, "-c", program], tmp_path)
    assert 120 < usage.megabytes < 220 and 1 < usage.seconds < 20
    with pytest.raises(SystemExit, match="failed"):
        measured([sys.executable, "-c", "raise SystemExit(3)"], tmp_path)

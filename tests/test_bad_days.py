"""Killed, crowded out or without room: what is published is the last good site, whole, or the new one, whole."""

from __future__ import annotations

import os
import random
import resource
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from ebenerdig.outputs import site as publishing
from ebenerdig.outputs.site import Site
from library import Library
from sites import build, files, mkdocs, small_project, surroundings

KILLS = int(os.environ.get("KILLS", "8"))
COMMAND = [sys.executable, "-m", "mkdocs", "build", "-q"]


def library_of(folder: Path, title: str) -> Library:
    """Write a library whose every page and feed tells `title`."""
    library = small_project(folder)
    for slug in ("eins", "zwei", "drei"):
        library.item(f"episodes/{slug}", title=f"{title} {slug}", topics="[energie]")
    return library


def everything(folder: Path) -> dict[str, bytes]:
    """Read a site, but for what the clock writes into it."""
    return {name: content for name, content in files(folder / "site").items() if name != "sitemap.xml.gz"}


def test_a_build_that_is_killed_at_any_moment_leaves_one_whole_site_and_nobody_who_still_writes(tmp_path: Path) -> None:
    library_of(tmp_path, "Alt")
    build(tmp_path)
    old = everything(tmp_path)
    library_of(tmp_path, "Neu")
    began = time.monotonic()
    build(tmp_path)
    took, new = time.monotonic() - began, everything(tmp_path)
    chance, now = random.Random(KILLS), "Neu"
    assert old != new
    for _ in range(KILLS):
        now = {"Alt": "Neu", "Neu": "Alt"}[now]
        library_of(tmp_path, now)
        process = subprocess.Popen(COMMAND, cwd=tmp_path, env=surroundings(), start_new_session=True)
        time.sleep(chance.uniform(0.1, took))
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert everything(tmp_path) in (old, new)
        end = time.monotonic() + 10
        while subprocess.run(["pgrep", "-s", str(process.pid)], capture_output=True, check=False).returncode == 0:
            assert time.monotonic() < end, "somebody still works"
            time.sleep(0.05)
        assert everything(tmp_path) in (old, new)
    library_of(tmp_path, "Alt")
    build(tmp_path)
    assert everything(tmp_path) == old
    assert [path.name for path in tmp_path.glob(".site-*")] == []


def test_two_builds_at_once_both_end_well_and_publish_the_whole_site(tmp_path: Path) -> None:
    library_of(tmp_path, "Alt")
    build(tmp_path)
    library_of(tmp_path, "Neu")
    with ThreadPoolExecutor(3) as pool:
        done = list(pool.map(lambda _: mkdocs(tmp_path, "build", "--strict"), range(3)))
    assert [result.returncode for result in done] == [0, 0, 0], done
    both = everything(tmp_path)
    build(tmp_path, "--site-dir", "alone")
    assert both == everything(tmp_path) == {n: c for n, c in files(tmp_path / "alone").items() if n in both}


@pytest.mark.parametrize("room", [1_000, 20_000])
def test_where_the_disk_is_full_the_last_site_stays_and_the_build_says_so(room: int, tmp_path: Path) -> None:
    library_of(tmp_path, "Alt")
    build(tmp_path)
    old = everything(tmp_path)
    library_of(tmp_path, "Neu")
    done = subprocess.run(
        COMMAND,
        cwd=tmp_path,
        env=surroundings(),
        capture_output=True,
        encoding="utf-8",
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (room, room)),
        check=False,
    )
    assert done.returncode == 1 and "Traceback" not in done.stderr, done.stderr
    assert everything(tmp_path) == old
    assert [path.name for path in tmp_path.glob(".site-*")] == []


def test_a_strict_build_with_a_warning_publishes_nothing(tmp_path: Path) -> None:
    library = library_of(tmp_path, "Alt")
    build(tmp_path)
    old = everything(tmp_path)
    library_of(tmp_path, "Neu")
    about = (tmp_path / "content/ueber.md").read_text("utf-8")
    library.write("content/ueber.md", about + "\n[weg](nirgendwo/seite.md)\n")
    assert mkdocs(tmp_path, "build", "--strict").returncode == 1
    assert everything(tmp_path) == old


def test_what_begins_with_a_dot_stays_in_the_site(tmp_path: Path) -> None:
    library_of(tmp_path, "Alt")
    site = build(tmp_path)
    (site / ".git").mkdir()
    (site / ".git" / "HEAD").write_text("ref: refs/heads/pages")
    (site / ".well-known").write_text("x")
    (site / "old.html").write_text("x")
    build(tmp_path)
    assert (site / ".git" / "HEAD").read_text() == "ref: refs/heads/pages"
    assert (site / ".well-known").exists() and not (site / "old.html").exists()


@pytest.mark.parametrize("way", ["in one step", "in three steps", "into a folder that must stay"])
def test_a_site_is_published_on_every_kind_of_disk(way: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "site"
    for number in (1, 2):
        (folder / "a").mkdir(parents=True, exist_ok=True)
        (folder / "a" / "gone.txt").write_text("gone")
        site = Site(tmp_path, folder)
        site.take_over("a/b/page.txt", number)
        site.target("a/b/page.txt").write_text(str(number))
        if way != "in one step":
            monkeypatch.setattr(publishing.ctypes, "CDLL", lambda *_, **__: object())
        if way == "into a folder that must stay":

            def stay(path: Path, target: Path) -> Path:
                raise OSError("busy")

            monkeypatch.setattr(Path, "rename", stay)
        site.publish()
        monkeypatch.undo()
        assert files(folder) == {"a/b/page.txt": str(number).encode()}
        assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".site")] == []


def test_a_file_of_the_last_site_that_somebody_changed_is_made_anew(tmp_path: Path) -> None:
    library_of(tmp_path, "Alt")
    site = build(tmp_path)
    before = everything(tmp_path)
    page = site / "episodes/eins/index.html"
    page.write_bytes(page.read_bytes() + b"<script>")
    (site / "feed/podcast.xml").unlink()
    (site / "episodes/zwei/audio.mp3").unlink()
    build(tmp_path)
    assert everything(tmp_path) == before

"""A build that takes over what has not changed gives byte for byte what one gives that begins with nothing."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from ebenerdig.reading import remembered
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from library import REGISTERS, Library, silent_mp3
from mkdocs.commands.build import build as build_site
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException
from sites import bare_project, files

DAYS = {"before": "1767225600", "today": "1780272000", "after": "1830000000"}
"""Moments before, between and after the dates of the items."""


def built(root: Path, site: Path, day: str, monkeypatch: pytest.MonkeyPatch) -> dict[str, bytes]:
    """Build as another process would and return every file of the site, or what is wrong with the library."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", DAYS[day])
    monkeypatch.setattr(remembered, "_last", None)
    try:
        build_site(load_config(str(root / "mkdocs.yml"), site_dir=str(site)))
    except MkDocsException as error:
        return {"told": str(error).encode()}
    return {name: content for name, content in files(site).items() if name != "sitemap.xml.gz"}


def cold(root: Path, day: str, monkeypatch: pytest.MonkeyPatch) -> dict[str, bytes]:
    """Build in the same place as if nothing had ever been built."""
    aside = root.with_name("aside")
    (root / ".cache").rename(aside)
    try:
        return built(root, root.with_name("cold"), day, monkeypatch)
    finally:
        shutil.rmtree(root / ".cache")
        shutil.rmtree(root.with_name("cold"), ignore_errors=True)
        aside.rename(root / ".cache")


WORDS = st.sampled_from(["Mond", "Licht & Lärm", "Ä <b>", "Werkzeug", "Übung macht's"])
ITEM = st.sampled_from(["episodes/eins", "videos/zwei", "tours/drei", "episodes/one", "videos/begriff"])
Edit = Callable[[Library], object]


def field(name: str, values: st.SearchStrategy[str]) -> st.SearchStrategy[Edit]:
    """Change or add one field of one item."""

    def edit(item: str, value: str) -> Edit:
        def change(library: Library) -> None:
            path = library.root / item / "index.md"
            if path.exists():
                head, rest = path.read_text("utf-8").split("---\n", 1)
                lines = [line for line in rest.split("\n") if not line.startswith(f"{name}:")]
                path.write_text("\n".join([f"{head}---", f"{name}: {value}", *lines]), "utf-8")

        return change

    return st.builds(edit, ITEM, values)


def register(name: str, values: st.SearchStrategy[str]) -> st.SearchStrategy[Edit]:
    """Write a register anew."""
    return values.map(lambda text: lambda library: library.write(f"content/_data/{name}.yml", text))


def appended(path: str, texts: st.SearchStrategy[str]) -> st.SearchStrategy[Edit]:
    """Write something at the end of a file."""

    def edit(text: str) -> Edit:
        def change(library: Library) -> None:
            if (library.root / path).exists():
                library.write(path, (library.root / path).read_bytes() + text.encode())

        return change

    return texts.map(edit)


def moved(library: Library) -> None:
    """Give an item another address, and leave the old one as an alias."""
    old, new = library.root / "videos/drei", library.root / "videos/umgezogen"
    if old.exists():
        old.rename(new)
        text = (new / "index.md").read_text("utf-8").replace("---\n", "---\naliases: [drei]\n", 1)
        (new / "index.md").write_text(text, "utf-8")


def template(library: Library) -> None:
    """Put a part of the theme in the place of the library's own."""
    library.write("own/articles/glossary.html", "<h1>{{ plan.title }}</h1>{{ catalogue.entries | length }}")
    settings = (library.root / "mkdocs.yml").read_text("utf-8")
    if "custom_dir" not in settings:
        library.write("mkdocs.yml", settings.replace("  font: false", "  font: false\n  custom_dir: own"))


EDITS = st.one_of(
    field("title", WORDS.map(repr)),
    field("description", WORDS.map(repr)),
    field("date", st.sampled_from(["2026-01-10", "2026-03-02", "2026-09-09", "2027-12-24T10:00"])),
    field("draft", st.sampled_from(["true", "false"])),
    field("topics", st.sampled_from(["[energie]", "[]"])),
    field("levels", st.sampled_from(["1", "1-3", "2-3"])),
    field("related", st.sampled_from(["[videos/eins]", "[episodes/zwei]"])),
    field("takeaways", st.just("[Eins., Zwei., Drei.]")),
    register("people", st.sampled_from([REGISTERS["people"], REGISTERS["people"].replace("Mara", "Mira")])),
    register("funders", st.sampled_from([REGISTERS["funders"], REGISTERS["funders"].replace("Muster,", "Neu,")])),
    register("shows", st.sampled_from([REGISTERS["shows"], REGISTERS["shows"].replace("erzählen", "sagen")])),
    register("levels", st.sampled_from([REGISTERS["levels"], REGISTERS["levels"] + '"4": {name: Vier}\n'])),
    appended("content/_data/library.yml", st.sampled_from(["page_size: 2\n", "feed_size: 2\n", "search: false\n"])),
    appended("content/ueber.md", st.just("\nMehr [dazu](../episodes/eins/index.md).\n")),
    appended("content/packages/anfang.md", st.just("\nMehr dazu.\n")),
    appended("episodes/zwei/transcript.vtt", st.just("\n00:00:03.000 --> 00:00:04.000\nNoch ein Satz.\n")),
    appended("videos/eins/index.md", st.just("\n## Mehr\n\n[Hier](../../episodes/zwei/index.md)\n")),
    st.just(lambda library: library.item("episodes/neu", title="Ganz neu", topics="[energie]")),
    st.just(lambda library: library.item("tours/neu", title="Neue Tour")),
    st.just(lambda library: shutil.rmtree(library.root / "episodes/neu", ignore_errors=True)),
    st.just(lambda library: shutil.rmtree(library.root / "tours/zwei", ignore_errors=True)),
    st.just(lambda library: library.write("episodes/eins/audio.mp3", silent_mp3(5))),
    st.just(moved),
    st.just(template),
)


@settings(
    max_examples=int(os.environ.get("WARM_EXAMPLES", "6")),
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(
    steps=st.lists(
        st.tuples(st.lists(EDITS, min_size=1, max_size=3), st.sampled_from(sorted(DAYS))), min_size=2, max_size=4
    )
)
def test_whatever_is_edited_a_warm_build_gives_what_a_cold_one_gives(
    steps: list[tuple[list[Edit], str]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    with pytest.MonkeyPatch.context() as monkeypatch:
        base = tmp_path_factory.mktemp("warm")
        library = bare_project(base / "project")
        built(library.root, base / "site", "today", monkeypatch)
        for edits, day in steps:
            for edit in edits:
                edit(library)
            warm = built(library.root, base / "site", day, monkeypatch)
            fresh = cold(library.root, day, monkeypatch)
            assert warm.keys() == fresh.keys()
            assert [name for name in warm if warm[name] != fresh[name]] == []

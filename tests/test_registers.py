"""What registers name is there, what they say has a language, and a wrong id is met with the right one."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from ebenerdig.outputs.pages.articles import Articles
from ebenerdig.outputs.pages.plan import plan
from ebenerdig.outputs.writing import write
from ebenerdig.reading.nearest import Known
from hypothesis import given
from hypothesis import strategies as st
from library import REGISTERS, Library, jpeg
from PIL import Image

FACE = "{file: mara.jpg, alt: Mara, credit: Werkhalle, license: CC-BY-4.0}"


@pytest.mark.parametrize(
    ("register", "content", "line"),
    [
        ("people", f"jonas: {{name: Jonas}}\nmara-lindner:\n  name: Mara\n  image: {FACE}\n", 4),
        ("shows", REGISTERS["shows"].replace("podcast.jpg", "mara.jpg"), 5),
    ],
)
def test_a_file_that_a_register_names_and_that_is_not_there_is_told_with_its_line(
    library: Library, register: str, content: str, line: int
) -> None:
    library.registers(**{register: content})
    (problem,) = library.problems()
    place = (problem.path, problem.line, problem.code)
    assert place == (f"content/_data/{register}.yml", line, "file-missing")
    assert problem.values == {"value": "mara.jpg", "there": "podcast.jpg"}
    library.write("content/_data/mara.jpg", jpeg(1400))
    library.check_is_fine()


def test_a_portrait_is_shown_small_with_its_size_and_one_that_is_no_picture_is_told(
    library: Library, tmp_path: Path
) -> None:
    library.registers(people=f"mara-lindner: {{name: Mara, image: {FACE}}}\n")
    library.item("episodes/folge", guests="[{person: mara-lindner}]")
    library.write("content/_data/mara.jpg", jpeg(1400))
    catalogue = library.catalogue()
    pages, articles = {page.uri: page for page in plan(catalogue)}, Articles(catalogue)
    shown = articles.render(pages["people/mara-lindner/index.md"], "")
    assert '<img src="../../assets/pictures/mara-480.webp" width="480" height="480" alt="Mara">' in shown
    write(catalogue, tmp_path / "site")
    with Image.open(tmp_path / "site/assets/pictures/mara-480.webp") as picture:
        assert picture.size == (480, 480)
    library.write("content/_data/mara.jpg", b"no picture")
    (problem,) = library.problems()
    assert (problem.path, problem.line, problem.severity) == ("content/_data/people.yml", 1, "error")


def test_a_file_that_a_register_names_outside_its_folder_is_refused(library: Library) -> None:
    library.registers(people=f"mara-lindner: {{name: Mara, image: {FACE}}}\n")
    library.write("woanders.jpg", jpeg(10))
    (library.root / "content/_data/mara.jpg").symlink_to(library.root / "woanders.jpg")
    assert library.codes() == ["file-outside"]


ENGLISH = {
    "library": REGISTERS["library"] + "language: en\n",
    "topics": "energy: {name: Energy, description: What moves.}\nsaving: {name: {de: Sparen}}\n",
}
CAPTIONS = "[{language: de, file: captions.vtt}, {language: LANGUAGE, file: english.vtt}]"


def test_in_an_english_library_plain_names_are_english(library: Library) -> None:
    library.registers(**ENGLISH)
    library.item("episodes/first", topics="[energy, saving]", guests="[{person: mara-lindner}]")
    catalogue = library.catalogue()
    pages, articles = {page.uri: page for page in plan(catalogue)}, Articles(catalogue)
    assert catalogue.shows["podcast"].language == "en"
    assert "<h1>Energy</h1>" in articles.render(pages["topics/energy/index.md"], "")
    assert '<h1><span lang="de">Sparen</span></h1>' in articles.render(pages["topics/saving/index.md"], "")
    assert 'lang="de"' not in articles.render(pages["people/mara-lindner/index.md"], "")


@pytest.mark.parametrize("language", ["en", "en-GB"])
def test_in_an_english_library_english_captions_are_what_is_said(library: Library, language: str) -> None:
    library.registers(**ENGLISH)
    english = b"WEBVTT\n\n00:00.000 --> 00:02.000\nGood morning.\n"
    library.item("videos/film", captions=CAPTIONS.replace("LANGUAGE", language), files={"english.vtt": english})
    library.item("videos/deutsch", language="de", captions=CAPTIONS.replace("LANGUAGE", language))
    library.write("videos/deutsch/english.vtt", english)
    entries = library.catalogue().by_id
    assert entries["videos/film"].transcript.cues[0].text == "Good morning."
    assert entries["videos/deutsch"].transcript.cues[0].text == "Guten Tag."


MANY = Known(f"episodes/{what}-{number:04}" for what in ("strom-sparen", "papier", "wartung") for number in range(2000))


def test_an_id_with_a_slip_is_found_among_thousands_at_once() -> None:
    wrong = [f"episodes/strom-spaern-{number:04}" for number in range(100)]
    begin = time.perf_counter()
    found = [MANY.nearest(value) for value in wrong]
    assert time.perf_counter() - begin < 100 * 0.05
    assert found == [f"episodes/strom-sparen-{number:04}" for number in range(100)]


@given(st.integers(0, 5999), st.integers(9, 14), st.sampled_from("xyz"))
def test_one_wrong_letter_never_hides_the_right_id(number: int, place: int, letter: str) -> None:
    name = MANY.names[number]
    near = MANY.nearest(name[:place] + letter + name[place + 1 :])
    assert near.rpartition("-")[2] == name.rpartition("-")[2]


@given(st.text(max_size=40), st.lists(st.text(max_size=12), max_size=80))
def test_what_is_suggested_is_always_there(value: str, names: list[str]) -> None:
    found = Known(names).nearest(value)
    assert found == "" or found in names


def test_the_only_name_with_a_word_is_suggested_where_none_is_alike() -> None:
    known = Known(["episodes/was-ist-ki", "episodes/papier-im-buero"])
    assert known.nearest("ki") == "episodes/was-ist-ki"
    assert Known(["a-ki", "b-ki"]).nearest("zzz") == ""

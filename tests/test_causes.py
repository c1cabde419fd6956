"""One cause, one message: whoever breaks one thing reads one sentence, at the thing, in words that fit it.

Each case breaks a library that is fine; what must be told is every error with path, line and code.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

import pytest
from ebenerdig.problems import report
from ebenerdig.texts import LANGUAGES, texts
from library import REGISTERS, Library, jpeg, silent_mp3

PAGE = "episodes/a/index.md"
PEOPLE = "content/_data/people.yml"
TOPICS = "content/_data/topics.yml"
COMPOSED = "Grüße"
DECOMPOSED = unicodedata.normalize("NFD", COMPOSED)
POINTER = b"version https://git-lfs.github.com/spec/v1\noid sha256:" + b"0" * 64 + b"\nsize 1\n"

Break = Callable[[Library], object]
Told = list[tuple[str, int, str]]


def register(name: str, content: str | bytes) -> Break:
    """Write a register."""
    return lambda library: library.write(f"content/_data/{name}", content)


def item(**changed: str) -> Break:
    """Change an item."""
    return lambda library: library.item("episodes/a", guests="[{person: jonas-petersen}]", **changed)


def move(old: str, new: str) -> Break:
    """Rename a file or folder."""
    return lambda library: (library.root / old).rename(library.root / new)


def remove(name: str) -> Break:
    """Delete a file."""
    return lambda library: (library.root / name).unlink()


def write(name: str, content: str | bytes = b"") -> Break:
    """Write a file."""
    return lambda library: library.write(name, content)


BAD_BYTE = REGISTERS["people"].encode() + b"m\xfcller: {name: M}\n"
TWICE = REGISTERS["people"] + "mara-lindner: {name: Mara}\n"
TABBED = REGISTERS["topics"] + "licht:\n\tname: Licht\n"
WITHOUT_MARA = "mara-linder: {name: Mara Lindner}\njonas-petersen: {name: Jonas Petersen}\n"

CASES: dict[str, tuple[list[Break], Told]] = {
    "nothing": ([], []),
    # a register that nobody can read
    "a bad byte": ([register("people.yml", BAD_BYTE)], [(PEOPLE, 3, "not-utf8")]),
    "an id twice": ([register("people.yml", TWICE)], [(PEOPLE, 3, "yaml-duplicate")]),
    "a tab": ([register("topics.yml", TABBED)], [(TOPICS, 4, "yaml-tab")]),
    "a merge": ([register("topics.yml", "<<<<<<< HEAD\n=======\n>>>>>>> b\n")], [(TOPICS, 1, "merge-mark")]),
    "a pointer": ([register("topics.yml", POINTER)], [(TOPICS, 1, "pointer")]),
    "levels with a bad byte": ([register("levels.yml", b"\xff")], [("content/_data/levels.yml", 1, "not-utf8")]),
    "licenses as a list": (
        [register("licenses.yml", "- CC-BY-4.0\n")],
        [("content/_data/licenses.yml", 1, "yaml-no-mapping")],
    ),
    "a broken record": (
        [register("people.yml", REGISTERS["people"].replace("Mara Lindner", '""'))],
        [(PEOPLE, 1, "empty")],
    ),
    "a broken register and a wrong id elsewhere": (
        [register("people.yml", BAD_BYTE), item(topics="enrgie")],
        [(PEOPLE, 3, "not-utf8"), (PAGE, 11, "unknown-id-near")],
    ),
    "an id that is written otherwise in its register": (
        [register("people.yml", WITHOUT_MARA)],
        [("videos/b/index.md", 13, "unknown-id-near")],
    ),
    # a register that is not where it should be
    "another name": (
        [move(PEOPLE, "content/_data/persons.yml")],
        [("content/_data/persons.yml", 1, "register-name-near")],
    ),
    "another ending": (
        [move(PEOPLE, "content/_data/people.yaml")],
        [("content/_data/people.yaml", 1, "register-name-near")],
    ),
    "a hidden ending": (
        [move(TOPICS, "content/_data/topics.yml.txt")],
        [("content/_data/topics.yml.txt", 1, "register-name-near")],
    ),
    "a capital letter": (
        [move(TOPICS, "content/_data/Topics.yml")],
        [("content/_data/Topics.yml", 1, "register-name-near")],
    ),
    "a German name": (
        [move(PEOPLE, "content/_data/menschen.yml")],
        [("content/_data/menschen.yml", 1, "register-name-near")],
    ),
    "no levels": (
        [remove("content/_data/levels.yml")],
        [("content/_data/levels.yml", 1, "register-missing")],
    ),
    "no people": ([remove(PEOPLE)], [(PEOPLE, 1, "register-missing")]),
    "a register that nobody needs": ([remove("content/_data/funders.yml")], []),
    "notes of somebody's own": ([register("notizen.yml", "a: b\n")], []),
    # keys and ids
    "a name as an id": (
        [register("people.yml", REGISTERS["people"] + "Max Müller: {name: Max Müller}\n")],
        [(PEOPLE, 3, "register-key")],
    ),
    "a name where an id belongs": ([item(hosts="[{person: Mara Lindner}]")], [(PAGE, 11, "id-form")]),
    "a path where an item belongs": ([item(related="[Videos/B]")], [(PAGE, 11, "id-form-item")]),
    # an entry of a list
    "an entry without its field": (
        [item(links="\n  - title: Eins\n    url: https://eins.example/\n  - title: Zwei\n")],
        [(PAGE, 14, "missing")],
    ),
    "an entry in one line": ([item(chapters="[{start: 0, title: A}, {start: 5}]")], [(PAGE, 11, "missing")]),
    "an appearance without a person": (
        [item(hosts="\n  - role: Moderation\n  - {person: mara-lindner}\n")],
        [(PAGE, 12, "missing")],
    ),
    # names of files
    "letters of a Mac": (
        [write(f"episodes/a/{DECOMPOSED}.mp3", silent_mp3(3)), item(audio=f"{COMPOSED}.mp3")],
        [(PAGE, 8, "file-letters")],
    ),
    "letters of a Mac in a picture of a register": (
        [
            write(f"content/_data/{DECOMPOSED}.jpg", jpeg(1400)),
            register("shows.yml", REGISTERS["shows"].replace("podcast.jpg", f"{COMPOSED}.jpg")),
        ],
        [("content/_data/shows.yml", 5, "file-letters")],
    ),
    "another capital": ([item(audio="Audio.MP3")], [(PAGE, 8, "file-case")]),
    "sound that is not there": ([item(audio="ton.mp3")], [(PAGE, 8, "file-missing")]),
    "a page with a capital": ([move(PAGE, "episodes/a/Index.MD")], [("episodes/a/Index.MD", 1, "page-name")]),
    "a page with a hidden ending": ([move(PAGE, f"{PAGE}.txt")], [(f"{PAGE}.txt", 1, "page-name-hidden")]),
    "a page as text": ([move(PAGE, "episodes/a/index.txt")], [("episodes/a/index.txt", 1, "page-name-hidden")]),
    "a page with a long ending": (
        [move(PAGE, "episodes/a/index.markdown")],
        [("episodes/a/index.markdown", 1, "page-name")],
    ),
    "no page": ([move(PAGE, "episodes/a/text.md")], [(PAGE, 1, "item-no-page")]),
    "a file of Windows": ([write("episodes/Thumbs.db"), write("content/Thumbs.db")], []),
    "a page of text among items": (
        [write("episodes/neu.md.txt", "---\n")],
        [("episodes/neu.md.txt", 1, "page-name-hidden")],
    ),
    "a package with a capital": (
        [write("content/packages/weg.MD", "---\n")],
        [("content/packages/weg.MD", 1, "page-name")],
    ),
    "a package with a hidden ending": (
        [write("content/packages/weg.md.txt", "---\n")],
        [("content/packages/weg.md.txt", 1, "page-name-hidden")],
    ),
    "a page of content with a hidden ending": (
        [write("content/team.md.txt", "# Team\n")],
        [("content/team.md.txt", 1, "page-name-hidden")],
    ),
    "a pointer as a page": ([write(PAGE, POINTER)], [(PAGE, 1, "pointer")]),
    "a pointer as words": (
        [write("episodes/a/transcript.vtt", POINTER)],
        [("episodes/a/transcript.vtt", 1, "pointer")],
    ),
    "a pointer as sound": ([write("episodes/a/audio.mp3", POINTER)], [(PAGE, 8, "media-pointer")]),
    "another arrow": (
        [write("episodes/a/transcript.vtt", "WEBVTT\n\n00:01.000 -> 00:02.000\nHallo\n")],
        [("episodes/a/transcript.vtt", 3, "transcript-arrow")],
    ),
    # the library's own settings
    "broken settings": ([register("library.yml", "name: [\n")], [("content/_data/library.yml", 2, "yaml-bracket")]),
    "broken settings of a library whose sound lies elsewhere": (
        [
            register("library.yml", REGISTERS["library"] + "media_dir: ton\npage_size: viele\n"),
            remove("episodes/a/audio.mp3"),
        ],
        [("content/_data/library.yml", 8, "expects-integer")],
    ),
}


@pytest.fixture
def furnished(library: Library) -> Library:
    """A library that is fine, in which every register is named."""
    library.item("episodes/a", topics="[energie]", guests="[{person: jonas-petersen}]")
    library.item("videos/b", topics="[energie, wartung]", speakers="[{person: mara-lindner}]", company="werkhalle")
    return library


@pytest.mark.parametrize("case", CASES)
def test_one_cause_is_told_once_and_in_its_place(furnished: Library, case: str) -> None:
    breaks, expected = CASES[case]
    for break_ in breaks:
        break_(furnished)
    found = [p for p in furnished.catalogue().problems if p.severity == "error"]
    assert [(p.path, p.line, p.code) for p in found] == expected, report(found, texts("de"))
    for language in LANGUAGES:
        assert report(found, texts(language)) or not expected


def test_what_systems_leave_behind_is_told_and_stops_nobody(furnished: Library) -> None:
    for name in ("episodes/Thumbs.db", "tours/desktop.ini", "content/packages/Thumbs.db"):
        furnished.write(name, b"")
    furnished.write("episodes/.DS_Store", b"")
    told = [(p.path, p.severity) for p in furnished.catalogue().problems if p.code == "system-file"]
    assert told == [
        ("content/packages/Thumbs.db", "advice"),
        ("episodes/Thumbs.db", "advice"),
        ("tours/desktop.ini", "advice"),
    ]


def test_a_file_that_is_no_register_is_told_with_the_names_of_all(furnished: Library) -> None:
    furnished.write("content/_data/notizen.yml", "a: b\n")
    [problem] = [p for p in furnished.catalogue().problems if p.code == "register-name"]
    assert problem.severity == "advice"
    assert all(f"{name}.yml" in problem.message(texts("de")) for name in REGISTERS)


def test_a_list_of_what_is_known_is_told_whole_or_with_a_count(furnished: Library) -> None:
    furnished.item("episodes/a", wetter="schön")
    furnished.item("episodes/c", topics="[xyzxyzxyz]")
    many = "".join(f"thema-nummer-{number}-mit-langem-namen: {{name: T}}\n" for number in range(90))
    furnished.write(TOPICS, many + REGISTERS["topics"])
    said = {p.code: p.message(texts("de")) for p in furnished.catalogue().problems}
    assert said["unknown-key"].endswith("translation_of, use_case.")
    assert "… (+80)" in said["unknown-id"]


def test_names_of_a_mac_are_told_apart_in_words(furnished: Library) -> None:
    furnished.write(f"episodes/a/{DECOMPOSED}.mp3", silent_mp3(3))
    furnished.item("episodes/a", audio=f"{COMPOSED}.mp3")
    [problem] = furnished.problems()
    assert "tippen Sie den Buchstaben neu" in problem.message(texts("de"))

"""What is kept between builds is true: it follows all that it was made from, and damage and break-offs are noticed."""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from ebenerdig import kept as keeping
from ebenerdig.kept import UNFINISHED, kept
from ebenerdig.outputs import finished
from ebenerdig.outputs.drawings import cards
from ebenerdig.outputs.files import scaled
from ebenerdig.outputs.search import index as search
from ebenerdig.outputs.writing import place, write
from ebenerdig.texts import Texts
from hypothesis import given
from hypothesis import strategies as st
from library import Library


def counted(content: bytes = b"made") -> tuple[Callable[[], bytes], list[int]]:
    """Make something, and say how often it was made."""
    times: list[int] = []

    def make() -> bytes:
        times.append(1)
        return content

    return make, times


def test_what_is_made_is_kept_and_what_is_no_longer_asked_for_goes(tmp_path: Path) -> None:
    make, times = counted()
    for _ in range(2):
        with kept(tmp_path, "things") as before:
            assert [before.get(key, make) for key in ("ab", ["a", "b"], ["ab"])] == [b"made"] * 3
    assert len(times) == 2, "letters of a word and a list of them are one key, the whole word is another"
    assert len(list((tmp_path / ".cache/things").iterdir())) == 2
    with kept(tmp_path, "things") as before:
        before.get(["ab"], make)
    assert len(times) == 2 and len(list((tmp_path / ".cache/things").iterdir())) == 1


@given(content=st.binary(max_size=60), data=st.data())
def test_any_damage_is_noticed_and_mended(
    content: bytes, data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    root = tmp_path_factory.mktemp("kept")
    with kept(root, "things") as before:
        before.get([1], lambda: content)
    [entry] = (root / ".cache/things").iterdir()
    whole = entry.read_bytes()
    place = data.draw(st.integers(0, len(whole) - 1))
    cut, changed = whole[:place], whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :]
    for damaged in (cut, changed, b"", whole + b"\0"):
        entry.write_bytes(damaged)
        make, times = counted(content)
        with kept(root, "things") as before:
            assert before.get([1], make) == content
        assert times and entry.read_bytes() == whole


def test_another_version_of_a_program_or_of_the_code_makes_it_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make, times = counted()

    def again() -> int:
        with kept(tmp_path, "things", "pillow") as before:
            before.get([1], make)
        return len(times)

    assert (again(), again()) == (1, 1)
    monkeypatch.setattr(keeping, "version", lambda name: "99")
    assert (again(), again()) == (2, 2)
    monkeypatch.setattr(keeping, "_code", lambda: "another")
    assert (again(), again()) == (3, 3)


def test_the_code_is_all_modules_and_sentences_of_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "ebenerdig"
    (package / "texts").mkdir(parents=True)
    sums = []
    monkeypatch.setattr(keeping, "__file__", str(package / "kept.py"))
    for name in ("notes.py", "texts/search.de.ftl", "texts/search.de.ftl"):
        (package / name).write_text(f"{name} {len(sums)}", "utf-8")
        keeping._code.cache_clear()
        sums.append(keeping._code())
    keeping._code.cache_clear()
    assert len(set(sums)) == 3


def test_what_a_broken_off_build_left_goes_after_a_day_and_not_while_another_build_may_need_it(tmp_path: Path) -> None:
    folder = tmp_path / ".cache" / "things"
    for name in ("old", "new"):
        (folder / f"{UNFINISHED}{name}").mkdir(parents=True)
    os.utime(folder / f"{UNFINISHED}old", (1, 1))
    (folder / "from-an-older-version").mkdir()
    with kept(tmp_path, "things"):
        pass
    assert [path.name for path in folder.iterdir()] == [f"{UNFINISHED}new"]


def test_a_build_that_fails_keeps_what_it_had_not_come_to(tmp_path: Path) -> None:
    with kept(tmp_path, "things") as before:
        before.get([1], lambda: b"one")

    def broken() -> bytes:
        raise RuntimeError

    with pytest.raises(RuntimeError), kept(tmp_path, "things") as before:
        before.get([2], broken)
    make, times = counted(b"one")
    with kept(tmp_path, "things") as before:
        assert before.get([1], make) == b"one"
    assert times == []


def test_many_builds_at_once_agree(tmp_path: Path) -> None:
    def build(number: int) -> list[bytes]:
        with kept(tmp_path, "things") as before:
            return [before.get([key], lambda key=key: bytes([key]) * 5000) for key in range(number % 3, 30)]  # type: ignore[misc]

    with ThreadPoolExecutor(6) as pool:
        for number, made in enumerate(pool.map(build, range(30))):
            assert made == [bytes([key]) * 5000 for key in range(number % 3, 30)]


def test_an_output_whose_kept_files_are_cut_comes_out_as_before(library: Library) -> None:
    library.item("episodes/folge", image="{file: cover.jpg, alt: Bild, credit: W, license: CC-BY-4.0}")
    for output in (scaled.scaled, cards.cards, search.index):
        first = {name: finished(content) for name, content in output(library.catalogue())}
        assert first
        for path in (library.root / ".cache").rglob("*"):
            if path.is_file():
                path.write_bytes(path.read_bytes()[:-9])
        assert {name: finished(content) for name, content in output(library.catalogue())} == first


def test_other_stop_words_make_another_index(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    library.item("episodes/folge", title="Guten Tag und los")
    before = dict(search.index(library.catalogue()))
    say = Texts.__call__
    monkeypatch.setattr(
        Texts, "__call__", lambda texts, code, **values: say(texts, code, **values) + " guten" * ("stop-words" in code)
    )
    assert dict(search.index(library.catalogue())) != before


@pytest.mark.parametrize("linked", ["the target", "both", "nothing"])
def test_a_file_is_put_into_its_place_without_changing_any_other(tmp_path: Path, linked: str) -> None:
    source, target = tmp_path / "source", tmp_path / ("ü" * 127)
    source.write_bytes(b"new")
    mine = tmp_path / "mine"
    mine.write_bytes(b"mine")
    if linked != "nothing":
        os.link(mine if linked == "the target" else source, target)
    for content in (source, b"bytes", source):
        place(content, target)
        assert target.read_bytes() == (content.read_bytes() if isinstance(content, Path) else content)
    assert (source.read_bytes(), mine.read_bytes()) == (b"new", b"mine")
    assert {path.name for path in tmp_path.iterdir()} == {"source", "mine", target.name}


def test_a_file_that_cannot_be_written_whole_leaves_the_one_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "feed.xml"
    target.write_bytes(b"before")

    def full(path: Path, content: bytes) -> int:
        with path.open("wb") as file:
            file.write(content[:2])
        raise OSError("full")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="full"):
        place(b"after", target)
    assert target.read_bytes() == b"before"
    assert [path.name for path in tmp_path.iterdir()] == ["feed.xml"]


def test_nothing_unfinished_is_left_in_a_site(library: Library, tmp_path: Path) -> None:
    library.item("episodes/folge")
    write(library.catalogue(), tmp_path / "site")
    assert [path.name for path in (tmp_path / "site").rglob(".*")] == [".nojekyll"]

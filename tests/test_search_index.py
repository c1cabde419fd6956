"""The index itself: what it keeps from build to build, what is in it, and that a query finds it again."""

from __future__ import annotations

import gzip
import json
import re
import shutil
from hashlib import blake2b
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from ebenerdig.kept import Kept
from ebenerdig.media.transcript import Cue
from ebenerdig.outputs.search import places, sections, speech
from ebenerdig.outputs.search.counts import counted, mask, opened
from ebenerdig.outputs.search.findable import findable
from ebenerdig.outputs.search.index import index
from ebenerdig.outputs.search.places import DIGITS, by_shelf, short_names
from ebenerdig.outputs.search.sections import chunks, order
from ebenerdig.outputs.search.speech import MOST_PARTS, PART, parts, sentences
from hypothesis import given, settings
from hypothesis import strategies as st
from library import REGISTERS, Library
from search_engine import answers
from sites import build, small_project

MEANS_THE_SAME = "ki: {name: Künstliche Intelligenz, also_called: [KI]}\n"


def spoken(*lines: str) -> dict[str, bytes]:
    """A transcript that says each line for a second."""
    cues = [
        f"00:{i // 60:02}:{i % 60:02}.000 --> 00:{i // 60:02}:{i % 60:02}.900\n{line}\n" for i, line in enumerate(lines)
    ]
    return {"transcript.vtt": ("WEBVTT\n\n" + "\n".join(cues)).encode()}


def unpacked(content: bytes) -> Any:
    return json.loads(gzip.decompress(content))


# What is kept


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is made anew for the index, in the words that its entries' keys begin with."""
    names, name, keep = dict[str, str](), Kept.name, Kept.keep
    found: list[str] = []

    def named(kept: Kept, key: Any) -> str:
        key = tuple(key)
        names[name(kept, key)] = str(key[0])
        return name(kept, key)

    def keeping(kept: Kept, entry: str, content: bytes) -> None:
        if kept.folder.name == "search":
            found.append(names[entry])
        keep(kept, entry, content)

    monkeypatch.setattr(Kept, "name", named)
    monkeypatch.setattr(Kept, "keep", keeping)
    return found


def test_an_edit_makes_one_thing_one_shelf_and_the_letters_it_touches_anew(
    library: Library, made: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(places, "SHELF", 4)
    for number in range(12):
        library.item(f"episodes/folge-{number}", title=f"Alpha Beta {number}", files=spoken("Von A bis Z: Chor."))
    first = dict(index(library.catalogue()))
    assert made.count("thing") == 12 and made.count("shelf") == 4
    made.clear()
    assert dict(index(library.catalogue())) == first
    assert made == []
    library.item("episodes/folge-3", title="Alpha Gamma 3", files=spoken("Von A bis Z: Chor."))
    assert dict(index(library.catalogue())) != first
    assert sorted(made) == ["letter"] * 2 + ["shelf", "thing"]


def test_the_same_words_in_another_order_are_another_name(library: Library) -> None:
    library.registers(synonyms=MEANS_THE_SAME)
    made = []
    for said in ("Eine künstliche Intelligenz.", "Eine Intelligenz, künstliche.", "Eine künstliche Intelligenz."):
        library.item("episodes/folge", files=spoken(said))
        made.append(dict(index(library.catalogue())))
    assert made[0] == made[2] != made[1]
    chunk = [{name: content for name, content in each.items() if "/index/" in name} for each in made]
    assert chunk[0] != chunk[1]


EDITS = ["title", "say", "add", "remove", "language", "synonyms", "date", "level", "term", "nothing"]


@settings(max_examples=12)
@given(edits=st.lists(st.tuples(st.sampled_from(EDITS), st.integers(0, 9)), min_size=3, max_size=6))
def test_a_warm_build_gives_what_a_cold_one_gives(
    tmp_path_factory: pytest.TempPathFactory, edits: list[tuple[str, int]]
) -> None:
    library = Library(tmp_path_factory.mktemp("warm"))
    library.registers()
    items: dict[int, dict[str, str]] = {number: {} for number in range(5)}
    said: dict[int, str] = {}

    def write(number: int) -> None:
        fields = {"title": f"Folge {number}", "kind": "tool"} | items[number]
        library.item(f"videos/film-{number}", video="video.mp4", **fields)
        if number in said:
            library.write(f"videos/film-{number}/captions.vtt", spoken(said[number])["transcript.vtt"])

    for number in items:
        write(number)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(places, "SHELF", 4)
        list(index(library.catalogue()))
        for edit, number in edits:
            if edit == "add" or number not in items:
                items.setdefault(number, {})
            elif edit == "remove" and len(items) > 1:
                del items[number]
                shutil.rmtree(library.root / f"videos/film-{number}")
                continue
            elif edit == "synonyms":
                library.write("content/_data/synonyms.yml", MEANS_THE_SAME.replace("KI", f"KI{number}"))
            elif edit == "say":
                said[number] = f"Die künstliche Intelligenz lernt. Datenschutz, Schutz und Daten {len(said)}."
            elif edit == "term":
                items[number] |= {"kind": "term", "term": f"{{name: Begriff {number}, definition: Was es heißt.}}"}
            else:
                changed = {"title": "Ganz anders", "language": "en", "date": f"2026-01-0{number + 1}", "level": "3"}
                items[number] |= {edit.replace("level", "levels"): changed[edit]} if edit in changed else {}
            write(number)
            warm = dict(index(library.catalogue()))
            shutil.rmtree(library.root / ".cache/search")
            assert dict(index(library.catalogue())) == warm


def test_the_same_library_gives_the_same_index_anywhere(library: Library, tmp_path: Path) -> None:
    for number in range(30):
        library.item(f"episodes/folge-{number}", title=f"Folge {number}", date=f"2026-02-{number % 28 + 1:02}")
    first = dict(index(library.catalogue()))
    other = Library(tmp_path / "elsewhere")
    other.registers()
    for number in reversed(range(30)):
        other.item(f"episodes/folge-{number}", title=f"Folge {number}", date=f"2026-02-{number % 28 + 1:02}")
    assert dict(index(other.catalogue())) == first


# Shelves, names and chunks


@given(st.lists(st.text(st.sampled_from(DIGITS), min_size=6, max_size=6), min_size=1, max_size=200, unique=True))
def test_everything_stands_on_one_shelf_and_none_holds_more_than_a_byte_can_tell(names: list[str]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(places, "MOST", 9)
        patch.setattr(places, "SHELF", 8)
        bits, shelves = by_shelf(names)
    assert sorted(number for shelf in shelves for number in shelf) == list(range(len(names)))
    assert len(shelves) == 1 << bits and max(map(len, shelves)) <= 9


def test_more_than_256_things_with_one_beginning_are_parted_further() -> None:
    names = [f"a{DIGITS[i // 32 % 32]}{DIGITS[i % 32]}{DIGITS[i // 1024]}00" for i in range(5000)]
    _, shelves = by_shelf(names)
    assert max(map(len, shelves)) <= 256 and sum(map(len, shelves)) == 5000
    assert by_shelf(["000000"]) == (0, [[0]])


def test_a_new_thing_changes_no_other_shelf() -> None:
    names = short_names(str(number).encode() for number in range(60))
    _, before = by_shelf(names[:-1])
    _, after = by_shelf(names)
    assert len([1 for one, other in zip(before, after, strict=True) if one != other]) == 1


def two_alike() -> tuple[str, str]:
    """Two slugs whose things would have the same short name."""
    seen: dict[str, str] = {}
    for number in count():
        slug = f"folge-{number}"
        digest = blake2b(f"item episodes/{slug}".encode(), digest_size=20).digest()
        name = bin(int.from_bytes(digest, "big") | 1 << 160)[3:33]
        if name in seen:
            return seen[name], slug
        seen[name] = slug
    raise AssertionError


def test_two_things_with_the_same_short_name_both_have_their_own(library: Library, tmp_path: Path) -> None:
    one, other = two_alike()
    library.item(f"episodes/{one}", title="Zebra")
    library.item(f"episodes/{other}", title="Giraffe")
    library.item("episodes/dritte", title="Löwe")
    names = {name for name in dict(index(library.catalogue())) if "/text/" in name and "-" not in name}
    assert {len(Path(name).stem) for name in names} == {7}
    zebra, giraffe = answers(library.catalogue(), tmp_path / "ask", ["Zebra", "Giraffe"])
    assert (zebra.found, giraffe.found) == ([f"item episodes/{one}"], [f"item episodes/{other}"])


rows = st.dictionaries(
    st.text(st.sampled_from("ab1ßя𐌰\ue000"), min_size=1, max_size=4),
    st.lists(st.integers(0, 2**24 - 1), min_size=1, max_size=40, unique_by=lambda row: row >> 16),
    min_size=1,
)


@given(st.lists(rows, min_size=1, max_size=4))
def test_chunks_hold_every_term_once_in_the_order_of_browsers_and_with_all_of_its_postings(
    shelves: list[dict[str, list[int]]],
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sections, "CHUNK", 60)
        patch.setattr(sections, "LARGEST", 120)
        parts_of = [sections.sections(number, rows) for number, rows in enumerate(shelves)]
        letters = sorted({letter for part in parts_of for letter in part})
        made = [list(chunks(part[letter] for part in parts_of if letter in part)) for letter in letters]
    found: list[tuple[str, int]] = []
    for chunk in (chunk for letter in made for chunk in letter):
        terms, sizes, content = sections.apart(chunk)
        named = terms.decode().split("\n")
        assert sections.first_term(chunk) == named[0]
        found += zip(named, memoryview(sizes).cast("I").tolist(), strict=True)
        assert len(content) <= 120 or len(named) == 1
    assert [term for term, _ in found] == sorted({term for rows in shelves for term in rows}, key=order)
    for term, size in found:
        assert size == sum(3 + 3 * len(rows[term]) for rows in shelves if term in rows)


def test_an_edit_moves_few_limits_between_chunks() -> None:
    words = [f"wort{number:05}" for number in range(20_000)]
    before = list(chunks([sections.sections(0, {word: [1, 2] for word in words})["w"]]))
    after = list(chunks([sections.sections(0, {word: [1, 2] for word in ["wort00000a", *words]})["w"]]))
    assert len(before) > 10 and len(set(after) - set(before)) <= 2


@pytest.mark.parametrize("size", [1, 150, 20_000])
def test_wherever_chunks_end_every_word_is_found(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    monkeypatch.setattr(sections, "CHUNK", size)
    monkeypatch.setattr(sections, "LARGEST", 3 * size)
    monkeypatch.setattr(places, "SHELF", 2)
    words = ["Zauber", "Zauberei", "Zaubererbsen", "Zauberformel", "Zauberhut", "𐌰𐌱𐌲", "яблоко", "4711", "Ähre"]
    for number, word in enumerate(words):
        library.item(f"episodes/folge-{number}", title=f"Wir sagen {word}")
    found = answers(library.catalogue(), tmp_path / "ask", [*words, "zauberf", "zau", "sagen"])
    for number, answer in enumerate(found[: len(words)]):
        assert answer.found[0] == f"item episodes/folge-{number}", words[number]
        assert answer.meant == []
    assert found[-3].found == ["item episodes/folge-3"]
    assert set(found[-2].found) <= {f"item episodes/folge-{number}" for number in range(5)}
    assert len(found[-2].found) == (5 if size > 1 else 3)
    assert len([name for name in found[-2].asked if name.startswith("index/")]) <= 5
    assert len(found[-1].found) == len(words)


# What is said


cues = st.lists(
    st.tuples(st.text(st.sampled_from("ab.! \u2028"), min_size=1, max_size=30), st.sampled_from(["", "Mara"])),
    max_size=60,
)


@given(cues, st.integers(1, 9))
def test_all_that_is_said_is_in_parts_with_its_second_and_who_says_it(said: list[tuple[str, str]], part: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(speech, "PART", part)
        every = [Cue(float(i), i + 1.0, text, speaker) for i, (text, speaker) in enumerate(said)]
        record = counted("de", [], every, ())
        assert len(parts(list(sentences(every)))) == len(record.parts) <= MOST_PARTS
    found: list[tuple[str, int, str]] = []
    for content in map(unpacked, record.parts):
        second = 0
        for text, step, voice in zip(content["texts"], content["steps"], content["voices"], strict=True):
            second += step
            found.append((text, second, content["speakers"][voice]))
    assert " ".join(text for text, *_ in found).split() == [word for cue in every for word in cue.text.split()]
    for text, second, speaker in found:
        assert every[second].speaker == speaker and every[second].text.split()[0] == text.split()[0]
    counts = opened(record.counts)
    assert counts.length == sum(len(cue.text.split()) for cue in every)
    for term, value in zip(counts.terms, counts.values, strict=True):
        where = [number for number, content in enumerate(record.parts) if term in runs(unpacked(content)["texts"])]
        assert mask(value) == sum(2 << number for number in where)


def runs(texts: list[str]) -> list[str]:
    return re.findall("[ab]+", " ".join(texts))


def test_a_transcript_of_four_hours_has_longer_parts() -> None:
    every = [Cue(float(i), i + 1.0, "Wir reden über den Betrieb und die Leute.") for i in range(4500)]
    record = counted("de", [], every, ())
    assert len(record.parts) == MOST_PARTS
    assert max(len(" ".join(unpacked(part)["texts"]).split()) for part in record.parts) > 2 * PART


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("transcript.vtt", "WEBVTT\n\n{0}.000 --> {1}.000\n<v Mara Lindner>Eins.\n\n{1}.000 --> {2}.000\nZwei.\n"),
        ("transcript.srt", "1\n{0},000 --> {1},000\nMara Lindner: Eins.\n\n2\n{1},000 --> {2},000\nZwei.\n"),
    ],
)
def test_who_speaks_on_without_being_named_again_stands_at_the_hit(
    library: Library, tmp_path: Path, name: str, content: str
) -> None:
    said = content.format("00:00:00", "00:00:01", "00:00:02").encode()
    people = "[{person: mara-lindner}]"
    library.item("episodes/folge", transcript=name, files={name: said}, guid="kein Text zum Lesen", guests=people)
    one, two, guid = answers(library.catalogue(), tmp_path / "ask", ["eins", "zwei", "lesen"])
    assert one.places[0]["said"] == [[0, "Mara Lindner", ["Eins."]]]
    assert two.places[0]["said"] == [[1, "Mara Lindner", ["Zwei."]]]
    assert guid.found == []


# What a query finds


def test_stop_words_are_found_where_they_are_written_and_not_where_they_are_said(
    library: Library, tmp_path: Path
) -> None:
    library.item("episodes/eins", title="Vor Ort", files=spoken("Nach der Arbeit."))
    library.item("episodes/zwei", title="Nach der Arbeit", files=spoken("Vor Ort."))
    after, both = answers(library.catalogue(), tmp_path / "ask", ["nach", "nach der arbeit"])
    assert after.found == ["item episodes/zwei"]
    assert both.found == ["item episodes/zwei", "item episodes/eins"]


def test_synonyms_are_found_as_single_words_and_as_names_of_several(library: Library, tmp_path: Path) -> None:
    library.registers(synonyms=MEANS_THE_SAME + "anmeldung: {name: Zwei-Faktor-Anmeldung, also_called: [2FA]}\n")
    library.item("episodes/name", title="Von künstlicher Intelligenz")
    library.item("episodes/kurz", title="Was KI kann")
    library.item("episodes/keins", title="Künstliche Blumen und Intelligenz, mit Kindern")
    library.item("episodes/said", title="Zugang", files=spoken("Dafür gibt es die Zwei-Faktor-Anmeldung."))
    short, long, part, login = answers(
        library.catalogue(), tmp_path / "ask", ["KI", "Künstliche Intelligenz", "Intelligenz", "2fa"]
    )
    assert short.found == ["item episodes/kurz", "item episodes/name"]
    assert set(long.found) == {"item episodes/name", "item episodes/keins", "item episodes/kurz"}
    assert set(part.found) == {"item episodes/name", "item episodes/keins"}
    assert login.found == ["item episodes/said"]
    assert login.places[0]["said"] == [[0, "", ["Zwei-Faktor-Anmeldung."]]]


def test_compounds_are_found_by_their_last_part_and_marked(library: Library, tmp_path: Path) -> None:
    library.item("episodes/eins", title="Vom Lohn", files=spoken("Die Lohnabrechnung kommt."))
    library.item("episodes/zwei", title="Abrechnung", description="Eine Abrechnung für den Lohn.")
    (found,) = answers(library.catalogue(), tmp_path / "ask", ["Abrechnungen"])
    assert found.found == ["item episodes/zwei", "item episodes/eins"]
    assert found.places[1]["said"] == [[0, "", ["Lohnabrechnung"]]]


def test_an_english_library_finds_all_forms_of_an_english_word(library: Library, tmp_path: Path) -> None:
    library.registers(library=REGISTERS["library"] + "language: en\n")
    library.item("episodes/one", title="Many companies", files=spoken("They planned new machines."))
    library.item("episodes/two", title="One company", files=spoken("We plan a machine."))
    for answer in answers(library.catalogue(), tmp_path / "ask", ["company", "companies", "planning", "machine"]):
        assert sorted(answer.found) == ["item episodes/one", "item episodes/two"]
        assert answer.meant == []


def test_an_english_item_of_a_german_library_is_read_as_english(library: Library, tmp_path: Path) -> None:
    library.item("episodes/one", title="Many companies", language="en", files=spoken("They planned it."))
    library.item("episodes/zwei", title="Viele Maschinen")
    company, plan, machine = answers(library.catalogue(), tmp_path / "ask", ["company", "planning", "Maschine"])
    assert company.found == plan.found == ["item episodes/one"]
    assert plan.places[0]["said"] == [[0, "", ["planned"]]]
    assert machine.found == ["item episodes/zwei"]


def test_a_first_query_fetches_one_chunk_a_word_and_nothing_for_typing_errors(library: Library, tmp_path: Path) -> None:
    library.item("episodes/folge", title="Werkzeug und Maschine")
    both, wrong = answers(library.catalogue(), tmp_path / "ask", ["werkzeug maschine", "Wekrzeug"])
    assert [name.partition("/")[0] for name in both.asked] == ["records.pack", "index", "index"]
    assert "words.pack" in wrong.asked and wrong.meant == [{"unknown": "Wekrzeug", "meant": "Werkzeug"}]
    assert wrong.found == ["item episodes/folge"]


def test_what_is_internal_is_not_found(library: Library) -> None:
    library.item(
        "episodes/folge", internal="{notiz: streng geheime Zeile}", consent="{mara-lindner: 2026-01-01}", draft="false"
    )
    texts = [passage.text for record in findable(library.catalogue()) for passage in record.written()]
    assert texts and not [text for text in texts if "geheim" in text or "2026-01-01" in text]


def test_hits_are_made_by_a_template_of_the_librarys_own(tmp_path: Path) -> None:
    library = small_project(tmp_path)
    library.item("episodes/folge")
    library.write(
        "own/articles/hit.html", "<article><h3>Eigener {{ entry.title if entry else title }}</h3></article>\n"
    )
    settings = (tmp_path / "mkdocs.yml").read_text("utf-8")
    library.write("mkdocs.yml", settings.replace("  name: material\n", "  name: material\n  custom_dir: own\n"))
    site = build(tmp_path)
    cards = [unpacked(path.read_bytes()).get("card", "") for path in (site / "search/text").glob("??????.pack")]
    assert "<article><h3>Eigener Ein kurzer Titel</h3></article>" in cards
    assert all("Eigener" in card for card in cards)

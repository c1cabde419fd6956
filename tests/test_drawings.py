"""What is drawn at build: the same for the same item, different for others, and never a broken file."""

from __future__ import annotations

import io
from pathlib import Path
from typing import get_args

import pytest
from ebenerdig.catalogue import Catalogue
from ebenerdig.models.formats import FORMATS
from ebenerdig.models.records import Symbol
from ebenerdig.outputs.drawings import cards as social_cards
from ebenerdig.outputs.drawings import sign as icons
from ebenerdig.outputs.drawings import svg as drawings
from ebenerdig.outputs.drawings.motifs import MOTIFS
from ebenerdig.outputs.drawings.palette import fills, palette
from ebenerdig.outputs.drawings.pixels import paint
from ebenerdig.outputs.drawings.shapes import Arch, Area, Drawing
from ebenerdig.outputs.drawings.symbols import SYMBOLS
from ebenerdig.texts import texts
from hypothesis import given
from hypothesis import strategies as st
from library import Library
from lxml import etree
from PIL import Image, ImageChops, ImageColor


@pytest.fixture
def catalogue(library: Library) -> Catalogue:
    """One item of each format, without pictures, and a package."""
    for folder in ("episodes", "videos", "tours"):
        library.item(f"{folder}/eins")
    library.write(
        "content/packages/anfang.md",
        "---\ntitle: Anfang\ndescription: Ein Weg.\ngoal: Ziel.\nwhy: Darum.\nitems: [episodes/eins, videos/eins]\n"
        "closing: {label: Weiter, link: tours/eins}\nlevels: 1\nareas: data\n---\n",
    )
    return library.catalogue()


def test_every_format_has_a_motif_and_every_colour_stands_in_the_style_sheet() -> None:
    for form in FORMATS:
        assert form.motif in MOTIFS
        assert {"main", "pale", "sun", "paper", "leaf", "ink"} <= fills(form.color).keys()
    assert palette().keys() == palette("dark").keys() - {"round"}


def test_an_arch_that_is_lower_than_wide_is_round_in_pictures_too() -> None:
    shapes = (Area(((0, 0), (200, 0), (200, 140), (0, 140)), "paper"), Arch(0, 200, 0, 140, "ink"))
    picture = paint(shapes, palette(), (200, 140), (0, 0), 1)
    ink, paper = ImageColor.getrgb(palette()["ink"]), ImageColor.getrgb(palette()["paper"])
    assert [picture.getpixel(place) for place in ((10, 50), (17, 50), (100, 2), (100, 138))] == [paper, ink, ink, ink]


def test_what_an_editor_may_choose_for_a_subject_is_what_can_be_drawn() -> None:
    assert set(get_args(Symbol)) == SYMBOLS.keys() | {"company"}
    assert set(get_args(Symbol)) <= MOTIFS.keys()


def test_a_subject_has_the_drawing_that_its_register_names_or_one_by_its_id(library: Library) -> None:
    library.registers(topics="energie: {name: Energie, drawing: bulb}\nwartung: {name: Wartung}\n")
    library.item("episodes/eins", topics="[energie, wartung]", technologies="[sensorik]", industries="[handwerk]")
    catalogue = library.catalogue()

    def drawn(register: str, key: str) -> str:
        return drawings.of_record(register, key, catalogue.registers[register][key]).motif

    assert drawn("topics", "energie") == "bulb"
    assert drawn("topics", "wartung") in SYMBOLS
    assert drawn("technologies", "sensorik") in SYMBOLS
    assert (drawn("industries", "handwerk"), drawn("people", "mara-lindner")) == ("company", "person")


def test_a_drawing_that_nobody_can_draw_is_told_with_those_that_exist(library: Library) -> None:
    library.registers(topics="energie: {name: Energie, drawing: birne}\n")
    library.item("episodes/eins", topics="[energie]")
    [problem] = library.problems()
    told = problem.message(texts("de"))
    assert "birne" in told and "bulb" in told


@given(seed=st.text(min_size=1, max_size=40), motif=st.sampled_from(sorted(MOTIFS)), doors=st.integers(0, 12))
def test_a_drawing_is_well_formed_and_the_same_every_time(seed: str, motif: str, doors: int) -> None:
    drawing = Drawing(motif, "tour", seed, seed, (seed,), ("video",) * doors)
    written = str(drawings.svg.__wrapped__(drawing))
    assert written == str(drawings.svg.__wrapped__(drawing))
    root = etree.fromstring(written)
    assert root.get("aria-hidden") == "true"
    assert len(root) > 5
    assert "style" not in written and "nan" not in written


def test_items_differ_by_their_guid_and_keep_their_drawing_when_the_title_changes(library: Library) -> None:
    for slug in ("a", "b", "c"):
        library.item(f"episodes/{slug}")
    before = {entry.slug: drawings.svg(drawings.of_entry(entry)) for entry in library.catalogue().entries}
    assert len(set(before.values())) == 3
    library.item("episodes/a", title="Ein ganz anderer Titel", date="2026-05-05")
    assert drawings.svg(drawings.of_entry(library.catalogue().by_id["episodes/a"])) == before["a"]


def written(catalogue: Catalogue) -> dict[str, bytes]:
    return {name: later.make() for name, later in social_cards.cards(catalogue)}


def test_every_item_and_package_and_the_site_get_a_card_of_the_right_size(catalogue: Catalogue) -> None:
    made = written(catalogue)
    assert set(made) == {
        "assets/images/social.jpg",
        "episodes/eins/read/social.jpg",
        "videos/eins/read/social.jpg",
        "tours/eins/read/social.jpg",
        "packages/anfang/read/social.jpg",
    }
    for content in made.values():
        with Image.open(io.BytesIO(content)) as card:
            assert (card.format, card.size) == ("JPEG", (1200, 630))
        assert len(content) < 200_000


def test_a_card_is_made_once_and_the_same_bytes_come_out_of_an_empty_cache(
    catalogue: Catalogue, tmp_path: Path
) -> None:
    first = written(catalogue)
    cache = tmp_path / ".cache" / "social"
    times = {path: path.stat().st_mtime_ns for path in cache.iterdir()}
    assert written(catalogue) == first
    assert {path: path.stat().st_mtime_ns for path in cache.iterdir()} == times
    for path in times:
        path.unlink()
    assert written(catalogue) == first


@pytest.mark.parametrize(
    "title",
    [
        "Kurz",
        "Was ist Zwei-Faktor-Anmeldung?",
        "Größe, Öl & Übermaß: „Was kostet’s?“ – 5 € für alle",
        "Wie ein Betrieb mit neun Leuten in vier Wochen von Papier auf E-Rechnung umstellt, ohne dass etwas fehlt",
        "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
        "Straßenverkehrszulassungsordnung " * 3,
    ],
)
def test_a_title_stays_inside_its_box(title: str) -> None:
    card = social_cards.Card(title, "Podcast-Folge", (1,), "Stufe 1", "Ebenerdig", Drawing("voices", "episode", "x"))
    bare = social_cards.Card("", *[getattr(card, name) for name in ("kind", "levels", "level", "library", "drawing")])
    box = ImageChops.difference(social_cards.draw(card), social_cards.draw(bare)).getbbox()
    assert box
    left, top, right, bottom = box
    assert left >= social_cards.LEFT - 4 and right <= social_cards.DOOR[0]
    assert top >= social_cards.TITLE_TOP - 4 and bottom <= social_cards.TITLE_TOP + social_cards.TITLE_HEIGHT + 24


def test_the_face_has_every_letter_that_german_needs_and_no_two_look_the_same() -> None:
    from ebenerdig.outputs.drawings.pixels import font

    masks = {letter: bytes(font("Bold", 60).getmask(letter)) for letter in "aäoöuüAÄOÖUÜßẞ„“–€’…éğış\ufffe"}
    assert len(set(masks.values())) == len(masks)


def test_the_icons_are_as_large_as_their_names_say(catalogue: Catalogue) -> None:
    for name, content in icons.icons(catalogue):
        with Image.open(io.BytesIO(content)) as icon:
            assert icon.size == (icons.SIZES[name],) * 2

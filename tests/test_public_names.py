"""What files are called where visitors get them, and that the addresses they had before go on working."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from ebenerdig.addresses import captions_url, file_path, transcript_url
from ebenerdig.catalogue import Catalogue
from ebenerdig.cli import main
from ebenerdig.feeds.writing import podcasts
from ebenerdig.outputs.copying import bring
from ebenerdig.outputs.failures import Failures
from ebenerdig.outputs.files.originals import originals
from ebenerdig.outputs.files.reading_along import transcripts
from ebenerdig.outputs.writing import write
from ebenerdig.reading.public_names import LONGEST, lead, public_names
from hypothesis import given
from hypothesis import strategies as st
from library import REGISTERS, Library, jpeg, silent_mp3, silent_mp4
from lxml import etree
from sites import build, small_project

COVER = "{file: cover.jpg, alt: Bild, credit: W, license: CC-BY-4.0}"
SLUG = "datensicherung-im-betrieb"
PLACE = f"episodes/{SLUG}"
FILES = {
    "audio.mp3": f"{SLUG}.mp3",
    "klein.m4a": f"{SLUG}-klein.m4a",
    "cover.jpg": f"{SLUG}-cover.jpg",
    "transcript.vtt": f"{SLUG}-transcript.vtt",
}
"""The files of an episode with what they are called for visitors."""


def episode(library: Library, **changed: str) -> Library:
    """Write an episode with everything that can be kept."""
    files = {"klein.m4a": silent_mp4(3)}
    library.item(PLACE, files=files, **{"image": COVER, "alternates": "[{file: klein.m4a}]", **changed})
    library.check_is_fine()
    return library


def written(catalogue: Catalogue) -> dict[str, bytes]:
    """Everything that lies in an item's folder on the site, but the pictures in sizes."""
    found = {place: (one if isinstance(one, Path) else one.path).read_bytes() for place, one in originals(catalogue)}
    found |= {place: later.make() for place, later in transcripts(catalogue)}
    return {place: content for place, content in found.items() if PLACE in place}


# Names


@pytest.mark.parametrize(
    ("slug", "begin"),
    [
        ("was-ist-ki", "was-ist-ki"),
        ("trailer", "werkhalle-trailer"),
        ("folge-12", "werkhalle-folge-12"),
        ("12", "werkhalle-12"),
        ("s1-e2", "werkhalle-s1-e2"),
        ("e-rechnung", "werkhalle-e-rechnung"),
        ("werkhalle", "werkhalle"),
        ("werkhalle-12", "werkhalle-12"),
    ],
)
def test_a_slug_that_says_too_little_follows_its_show(slug: str, begin: str) -> None:
    assert lead(slug, "werkhalle") == begin


def test_the_recording_has_the_name_for_itself_and_the_others_say_what_they_are() -> None:
    files = ["audio.mp3", "cover.jpg", "captions.de.vtt", "bilder/halle 1.JPG", "ohne-endung", "./oben.gpx"]
    assert public_names("ki-im-betrieb", "audio.mp3", files, ()) == {
        "audio.mp3": "ki-im-betrieb.mp3",
        "cover.jpg": "ki-im-betrieb-cover.jpg",
        "captions.de.vtt": "ki-im-betrieb-captions.de.vtt",
        "bilder/halle 1.JPG": "ki-im-betrieb-bilder-halle 1.JPG",
        "ohne-endung": "ki-im-betrieb-ohne-endung",
        "./oben.gpx": "ki-im-betrieb-oben.gpx",
    }


def test_a_name_that_says_it_already_stays_and_none_takes_it_away() -> None:
    named = public_names(
        "ki", "audio.mp3", ["audio.mp3", "ki.mp3", "ki-cover.jpg", "cover.jpg", "kino.jpg"], ["KI.MP4"]
    )
    assert named == {
        "ki.mp3": "ki.mp3",
        "ki-cover.jpg": "ki-cover.jpg",
        "audio.mp3": "ki-2.mp3",
        "cover.jpg": "ki-cover-2.jpg",
        "kino.jpg": "ki-kino.jpg",
    }


parts = st.text("aäB-_. #%ki", min_size=1, max_size=4).filter(lambda part: part not in (".", ".."))
paths = st.lists(parts, min_size=1, max_size=3).map("/".join)


@given(st.lists(paths, max_size=8, unique=True), st.integers(0, 8))
def test_no_two_files_get_one_name_and_none_leaves_its_folder(files: list[str], number: int) -> None:
    named = public_names("ki", files[number] if number < len(files) else None, files, ["ki-a", "ki-b.a"])
    assert named.keys() == set(files)
    assert len({name.casefold() for name in [*named.values(), "ki-a", "ki-b.a"]}) == len(files) + 2
    assert not any("/" in name or name.startswith((".", "_")) for name in named.values())


def test_a_name_is_no_longer_than_disks_allow() -> None:
    long = "ü" * 150 + ".mp3"
    [name] = public_names("ki", None, [long], ()).values()
    assert name.startswith("ki-üü") and name.endswith("ü.mp3")
    assert len(name.encode()) == LONGEST + len(".mp3") - 1


# Where they stand


def test_feed_page_and_site_agree_on_the_names(library: Library) -> None:
    episode(library)
    catalogue = library.catalogue()
    [entry] = catalogue.entries
    assert entry.public_names == FILES
    here = f"https://ebenerdig.example/{PLACE}/"
    feed = dict(podcasts(catalogue))["feed/podcast.xml"].decode()
    for name in (f"{SLUG}.mp3", f"{SLUG}-klein.m4a", f"{SLUG}-cover.jpg", f"{SLUG}-transcript.vtt"):
        assert f'"{here}{name}"' in feed
    for plain in FILES:
        assert f"/{plain}" not in feed
    assert f'"{here}read/{SLUG}-transcript.srt"' in feed
    assert {f"{PLACE}/{name}" for name in FILES.values()} < written(catalogue).keys()


def test_the_sources_and_their_record_keep_their_names(library: Library) -> None:
    episode(library).catalogue()
    assert {path.name for path in (library.root / PLACE).iterdir()} == {*FILES, "index.md", "media.json"}
    assert '"audio.mp3"' in (library.root / PLACE / "media.json").read_text("utf-8")


def test_a_film_its_captions_its_poster_and_a_route_say_what_they_are(library: Library) -> None:
    captions = "[{language: de, file: captions.vtt}, {language: en, file: en.srt}]"
    srt = b"1\n00:00:00,000 --> 00:00:01,000\nHello.\n"
    library.item(
        "videos/was-ist-ki", files={"en.srt": srt, "poster.jpg": jpeg(500)}, captions=captions, poster="poster.jpg"
    )
    library.item("tours/rund-um-lindental", files={"weg.gpx": b"<gpx/>"}, route="weg.gpx")
    library.check_is_fine()
    catalogue = library.catalogue()
    film, tour = catalogue.by_id["videos/was-ist-ki"], catalogue.by_id["tours/rund-um-lindental"]
    here = "videos/was-ist-ki/"
    assert file_path(film, "video.mp4") == f"{here}was-ist-ki.mp4"
    assert file_path(film, "poster.jpg") == f"{here}was-ist-ki-poster.jpg"
    assert [captions_url(film, one) for one in film.item.captioned()] == [
        f"{here}was-ist-ki-captions.vtt",
        f"{here}read/was-ist-ki-en.vtt",
    ]
    assert transcript_url(film, "srt") == f"{here}read/was-ist-ki-transcript.srt"
    assert file_path(tour, "weg.gpx") == "tours/rund-um-lindental/rund-um-lindental-weg.gpx"


def test_another_show_of_the_same_kind_changes_no_name(library: Library) -> None:
    library.item("episodes/trailer")
    before = library.catalogue().entries[0].public_names
    second = REGISTERS["shows"].replace("podcast:", "zweite:", 1).replace("837bf4e8", "937bf4e8")
    library.registers(shows=REGISTERS["shows"] + second)
    library.item("episodes/trailer", show="podcast")
    library.check_is_fine()
    assert (
        library.catalogue().entries[0].public_names
        == before
        == {
            "audio.mp3": "podcast-trailer.mp3",
            "transcript.vtt": "podcast-trailer-transcript.vtt",
        }
    )


def test_a_recording_elsewhere_keeps_its_address(library: Library) -> None:
    address = "https://cdn.example/pod/audio%207.mp3?x=1"
    record = f'{{"{address}": {{"bytes": 9, "type": "audio/mpeg", "seconds": 3}}}}'
    library.item(PLACE, files={"media.json": record.encode()}, audio=address)
    library.check_is_fine()
    feed = dict(podcasts(library.catalogue()))["feed/podcast.xml"]
    enclosure = etree.fromstring(feed).find(".//enclosure")
    assert enclosure is not None and enclosure.get("url") == address


# Former addresses


def test_former_addresses_give_the_same_bytes(library: Library) -> None:
    files = written(episode(library).catalogue())
    for plain, name in FILES.items():
        assert files[f"{PLACE}/{plain}"] == files[f"{PLACE}/{name}"] == (library.root / PLACE / plain).read_bytes()
    for form in ("srt", "html"):
        assert files[f"{PLACE}/read/transcript.{form}"] == files[f"{PLACE}/read/{SLUG}-transcript.{form}"]


@pytest.mark.parametrize(
    ("setting", "kept"), [("all", True), ("none", False), ("2026-03-01", True), ("2026-02-28", False)]
)
def test_the_library_says_up_to_when_former_addresses_are_kept(library: Library, setting: str, kept: bool) -> None:
    library.registers(library=f"{REGISTERS['library']}former_names: {setting}\n")
    catalogue = episode(library, date="2026-03-01").catalogue()
    assert (f"{PLACE}/audio.mp3" in written(catalogue)) == kept
    assert (f"{PLACE}/read/transcript.srt" in written(catalogue)) == kept
    pictures = {place for place, _ in originals(catalogue) if place.endswith("podcast.jpg")}
    assert pictures == {"assets/pictures/podcast.jpg", *(["_data/podcast.jpg"] if kept else [])}


def test_a_setting_that_is_none_is_told(library: Library) -> None:
    library.registers(library=f"{REGISTERS['library']}former_names: bald\n")
    assert library.codes() == ["former-names"]
    [problem] = [problem for problem in library.problems() if problem.code == "former-names"]
    assert (problem.path, problem.line) == ("content/_data/library.yml", 7)


def test_a_new_library_keeps_none(tmp_path: Path) -> None:
    arguments = ["init", str(tmp_path), "--name", "Neu", "--url", "https://neu.example", "--email", "a@neu.example"]
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 0, result.output
    assert "former_names: none\n" in (tmp_path / "content/_data/library.yml").read_text("utf-8")


def test_what_the_notes_show_stays_where_they_lead(tmp_path: Path) -> None:
    library = small_project(tmp_path, library=f"{REGISTERS['library']}former_names: none\n")
    notes = "[Hören](audio.mp3) und ![Bild](cover.jpg), [Blatt](blatt.pdf).\n"
    library.item(PLACE, notes, files={"blatt.pdf": b"%PDF"}, image=COVER)
    site = build(library.root)
    names = {path.name for path in (site / PLACE).iterdir() if path.suffix in (".mp3", ".jpg", ".pdf", ".vtt")}
    assert names == {
        *("audio.mp3", "cover.jpg", "blatt.pdf"),
        *(f"{SLUG}.mp3", f"{SLUG}-cover.jpg", f"{SLUG}-transcript.vtt"),
    }
    assert (site / PLACE / "audio.mp3").read_bytes() == silent_mp3(3)


def test_a_package_s_picture_says_whose_it_is_and_lies_where_it_lay(library: Library) -> None:
    library.item("episodes/eins")
    library.item("tours/zwei")
    library.write("content/packages/bild.jpg", jpeg(500))
    image = COVER.replace("cover", "bild")
    library.write(
        "content/packages/anfang.md",
        "---\ntitle: Anfang\ndescription: Ein Weg.\ngoal: Ziel.\nwhy: Darum.\nitems: [episodes/eins, tours/zwei]\n"
        f"closing: {{label: Weiter, link: tours/zwei}}\nlevels: 1\nareas: data\nimage: {image}\n---\n",
    )
    library.check_is_fine()
    places = {place for place, _ in originals(library.catalogue()) if place.startswith("packages/")}
    assert places == {"packages/anfang/anfang-bild.jpg", "packages/bild.jpg"}


def test_no_former_address_takes_the_place_of_a_page_or_of_another_file(library: Library) -> None:
    files = {f"{SLUG}.mp3": silent_mp3(5)}
    library.item(PLACE, files=files, alternates=f"[{{file: {SLUG}.mp3}}]")
    library.check_is_fine()
    found = written(library.catalogue())
    assert found[f"{PLACE}/{SLUG}.mp3"] == silent_mp3(5), "what lay there before"
    assert found[f"{PLACE}/{SLUG}-2.mp3"] == found[f"{PLACE}/audio.mp3"] == silent_mp3(3)
    assert f"{PLACE}/index.html" not in found


def test_nothing_of_the_site_but_what_hosts_read_begins_with_a_dash_below(library: Library, tmp_path: Path) -> None:
    library.registers(library=f"{REGISTERS['library']}former_names: none\n")
    episode(library)
    write(library.catalogue(), tmp_path / "site")
    hidden = {str(path.relative_to(tmp_path / "site")) for path in (tmp_path / "site").rglob("_*")}
    assert hidden == {"_headers"}
    assert (tmp_path / "site/.nojekyll").read_bytes() == b""


def test_compare_says_that_an_address_has_changed_and_leads_on(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795478400")
    episode(library)
    feed = dict(podcasts(library.catalogue()))["feed/podcast.xml"]
    old = tmp_path / "alt.xml"
    old.write_bytes(feed.replace(f"{SLUG}.mp3".encode(), b"audio.mp3"))
    for setting, said in (("all", "die alte führt weiter"), ("none", "Die alte Adresse sollte weiterleiten")):
        library.registers(library=f"{REGISTERS['library']}former_names: {setting}\n")
        write(library.catalogue(), tmp_path / setting)
        for new in ([str(tmp_path / setting)], []):
            result = CliRunner().invoke(main, ["compare", str(old), *new, "--root", str(library.root)])
            assert result.exit_code == 0, result.output
            assert said in result.output and f"{PLACE}/audio.mp3 → " in result.output


# Copies


@pytest.fixture
def published(library: Library, tmp_path: Path) -> Iterator[Path]:
    """The folder of an item on the site."""
    episode(library)
    write(library.catalogue(), tmp_path / "site")
    yield tmp_path / "site" / PLACE


def test_whoever_changes_a_file_of_the_site_leaves_the_original_alone(library: Library, published: Path) -> None:
    for name in (f"{SLUG}.mp3", f"{SLUG}-cover.jpg", f"{SLUG}-transcript.vtt", "audio.mp3"):
        with (published / name).open("r+b") as file:
            file.write(b"tagged")
    assert (library.root / PLACE / "audio.mp3").read_bytes() == silent_mp3(3)
    assert (library.root / PLACE / "cover.jpg").read_bytes() == jpeg(1400)
    assert (library.root / PLACE / "transcript.vtt").read_bytes().startswith(b"WEBVTT")


def test_a_former_name_costs_no_space_and_a_copy_keeps_its_time(library: Library, published: Path) -> None:
    assert (published / f"{SLUG}.mp3").samefile(published / "audio.mp3")
    original = (library.root / PLACE / "audio.mp3").stat()
    assert (published / "audio.mp3").stat().st_mtime_ns == original.st_mtime_ns
    assert (published / "audio.mp3").stat().st_ino != original.st_ino


@pytest.mark.parametrize("preview", [True, False])
def test_sound_and_film_are_one_with_the_original_where_the_library_wants_it_and_in_the_preview(
    library: Library, tmp_path: Path, preview: bool
) -> None:
    wish = "" if preview else "link_media: true\n"
    library.registers(library=REGISTERS["library"] + wish)
    episode(library)
    write(library.catalogue(preview=preview), tmp_path / "site")
    folder, site = library.root / PLACE, tmp_path / "site" / PLACE
    assert (folder / "audio.mp3").samefile(site / f"{SLUG}.mp3")
    for name in ("cover.jpg", "transcript.vtt"):
        assert not (folder / name).samefile(site / f"{SLUG}-{name}")


def test_what_the_disk_cannot_share_is_copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*arguments: object) -> None:
        raise OSError("not here")

    (tmp_path / "source").write_bytes(b"sound")
    monkeypatch.setattr(os, "link", refuse)
    monkeypatch.setattr("ebenerdig.outputs.copying.ioctl", refuse, raising=False)
    for linked in (True, False):
        bring(tmp_path / "source", tmp_path / f"target-{linked}", linked=linked)
        assert (tmp_path / f"target-{linked}").read_bytes() == b"sound"


@pytest.mark.parametrize("change", ["grows", "vanishes", "is cut", "grows while it is copied"])
def test_a_recording_that_changes_during_the_build_is_told_and_never_published_with_another_length(
    library: Library, tmp_path: Path, change: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    episode(library)
    catalogue, sound = library.catalogue(), library.root / PLACE / "audio.mp3"

    def grow(*arguments: object, **named: object) -> None:
        bring(*arguments, **named)  # type: ignore[arg-type]
        with sound.open("ab") as file:
            file.write(b"more")

    if change == "grows":
        sound.write_bytes(silent_mp3(5))
    elif change == "vanishes":
        sound.unlink()
    elif change == "is cut":
        sound.write_bytes(silent_mp3(3)[:-100])
    else:
        monkeypatch.setattr("ebenerdig.outputs.writing.bring", grow)
    failures = Failures(library.root)
    write(catalogue, tmp_path / "site", failures)
    problems = [problem for problem in failures.problems() if problem.values["file"] == "audio.mp3"]
    assert [(problem.path, problem.code) for problem in problems] == [(f"{PLACE}/index.md", "media-changed")]
    assert problems[0].excerpt == "audio: audio.mp3"


def test_a_build_ends_with_the_sentence_about_what_changed(tmp_path: Path) -> None:
    library = small_project(tmp_path)
    library.item(PLACE)
    hook = (
        "from pathlib import Path\ndef on_config(config):\n    Path('SOUND').write_bytes(b'x' * 9)\n    return config\n"
    )
    library.write("hook.py", hook.replace("SOUND", (library.root / PLACE / "audio.mp3").as_posix()))
    settings = (library.root / "mkdocs.yml").read_text("utf-8")
    library.write("mkdocs.yml", settings.replace("events.py]", "events.py, hook.py]"))
    with pytest.raises(AssertionError, match="media-changed"):
        build(library.root)

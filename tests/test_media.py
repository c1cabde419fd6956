"""Measures are taken from the files themselves; what is broken or something else is told, never published."""

from __future__ import annotations

import io
import json
import os
import shutil
from collections.abc import Iterable
from pathlib import Path

import pytest
from ebenerdig.media import measured as record
from ebenerdig.media.chapter_track import track_chapters
from ebenerdig.media.measure import Mark, Measure, MediaError, measure
from ebenerdig.media.measured import bring_up_to_date
from ebenerdig.texts import texts
from hypothesis import given
from hypothesis import strategies as st
from library import Library, jpeg, silent_mp3
from media_samples import make_samples, with_chapters
from mutagen.mp4._atom import AtomError, Atoms
from PIL import ExifTags, Image


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_samples(tmp_path_factory.mktemp("samples"))


@pytest.fixture
def measured(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that were measured, as it happens."""
    names: list[str] = []

    def listen(path: Path) -> Measure:
        names.append(path.name)
        return measure(path)

    monkeypatch.setattr(record, "measure", listen)
    return names


def code(path: Path) -> str:
    with pytest.raises(MediaError) as raised:
        measure(path)
    return raised.value.code


# What is measured


@pytest.mark.parametrize(
    ("name", "media_type", "seconds"),
    [
        ("xing.mp3", "audio/mpeg", 20),
        ("constant.mp3", "audio/mpeg", 20),
        ("chapters.m4a", "audio/x-m4a", 5),
        ("film.mp4", "video/mp4", 3),
        ("index-last.mp4", "video/mp4", 3),
    ],
)
def test_a_whole_recording_has_its_type_its_bytes_and_its_length(
    samples: Path, name: str, media_type: str, seconds: float
) -> None:
    found = measure(samples / name)
    assert (found.type, found.bytes) == (media_type, (samples / name).stat().st_size)
    assert found.seconds == pytest.approx(seconds, abs=0.15)


@pytest.mark.parametrize(("name", "seconds"), [("variable.mp3", 40), ("low.mp3", 20)])
def test_variable_bit_rate_without_a_header_is_measured_to_the_frame_even_after_silence(
    samples: Path, name: str, seconds: float
) -> None:
    found = measure(samples / name)
    assert found.seconds == pytest.approx(seconds, abs=0.15)
    assert found.bitrate == pytest.approx(found.bytes * 8 / seconds, rel=0.02)


def test_a_large_cover_inside_the_file_does_not_change_length_or_bit_rate(samples: Path, tmp_path: Path) -> None:
    with_chapters(samples / "variable.mp3", tmp_path / "tagged.mp3", (0, "x" * 500_000))
    plain, tagged = measure(samples / "variable.mp3"), measure(tmp_path / "tagged.mp3")
    assert tagged.bytes > plain.bytes + 500_000
    assert (tagged.seconds, tagged.bitrate) == (plain.seconds, plain.bitrate)


# What is refused


@pytest.mark.parametrize("name", ["cut-xing.mp3", "cut-with-cover.mp3", "cut-film.mp4", "cut-chapters.m4a"])
def test_a_recording_that_broke_off_while_uploading_is_noticed(samples: Path, name: str) -> None:
    assert code(samples / name) == "media-truncated"


def test_a_file_without_its_end_that_cannot_be_read_is_broken(samples: Path) -> None:
    assert code(samples / "cut-picture.jpg") == "media-broken"


def test_a_film_without_its_end_that_has_its_index_there_says_so(samples: Path) -> None:
    with pytest.raises(MediaError) as raised:
        measure(samples / "cut-index-last.mp4")
    said = texts("de")(f"problem-{raised.value.code}", **raised.value.values)
    assert "Verzeichnis" in said and "noch einmal" in said and "moov" not in said


@pytest.mark.parametrize("name", ["film-called.mp3", "png-called.jpg"])
def test_a_file_that_is_not_what_its_ending_says_is_refused(samples: Path, name: str) -> None:
    assert code(samples / name) == "media-other-type"


@pytest.mark.parametrize("name", ["text.mp3", "text.mp4", "text.png"])
def test_a_file_that_is_nothing_that_anybody_knows_is_told_as_that(samples: Path, name: str) -> None:
    assert code(samples / name) == "media-unknown"


def test_an_empty_file_is_called_empty(samples: Path) -> None:
    assert code(samples / "empty.mp3") == "media-empty"


@pytest.mark.parametrize("name", ["cut-xing.mp3", "text.mp3", "cut-film.mp4", "empty.mp3", "png-called.jpg"])
def test_the_whole_library_says_where_the_broken_file_is_named(samples: Path, library: Library, name: str) -> None:
    key = {".mp3": "audio", ".mp4": "audio", ".jpg": "image"}[Path(name).suffix]
    value = f"{{file: {name}, alt: Bild, credit: Wir, license: CC-BY-4.0}}" if key == "image" else name
    library.item("episodes/probe", files={name: (samples / name).read_bytes()}, **{key: value})
    (problem,) = library.problems()
    assert problem.code.startswith("media-")
    assert problem.path == "episodes/probe/index.md"
    assert problem.excerpt.startswith(f"{key}: ")
    assert problem.values["file"] == name


def test_a_remote_recording_is_an_error_and_not_an_episode_that_silently_misses_in_the_feed(library: Library) -> None:
    library.item("episodes/probe", audio="https://media.example/folge.mp3")
    (problem,) = library.problems()
    assert (problem.code, problem.excerpt) == ("media-unmeasured", "audio: https://media.example/folge.mp3")


@pytest.mark.parametrize("name", ["cover.jpg", "transcript.vtt", "ton.aiff"])
def test_what_no_player_plays_is_refused_as_sound(library: Library, name: str) -> None:
    library.item("episodes/probe", files={"ton.aiff": b"FORM"}, audio=name)
    (problem,) = library.problems()
    assert (problem.code, problem.values["file"]) == ("media-extension", name)
    assert ".mp3" in problem.values["known"]


# Chapters


def test_chapters_that_lie_out_of_order_inside_an_mp3_come_sorted(samples: Path, tmp_path: Path) -> None:
    with_chapters(samples / "xing.mp3", tmp_path / "a.mp3", (9000, "Drittes"), (0, "Erstes"), (4500, "Zweites & Öl"))
    assert measure(tmp_path / "a.mp3").chapters == (
        Mark(start=0, title="Erstes"),
        Mark(start=4.5, title="Zweites & Öl"),
        Mark(start=9, title="Drittes"),
    )


def test_chapter_titles_inside_a_file_lose_control_characters_and_empty_ones_are_no_chapters(
    samples: Path, tmp_path: Path
) -> None:
    with_chapters(samples / "xing.mp3", tmp_path / "a.mp3", (0, "Was\0es\x01 kostet "), (3000, ""), (5000, "\x07"))
    assert [mark.title for mark in measure(tmp_path / "a.mp3").chapters] == ["Was es kostet"]


def test_chapters_inside_an_mp4_are_read(samples: Path) -> None:
    chapters = measure(samples / "chapters.m4a").chapters
    assert [(mark.start, mark.title) for mark in chapters] == [(0, "Begrüßung & Öl"), (2, "Was es kostet")]


def test_chapters_in_a_text_track_as_apple_writes_them_are_read(samples: Path, tmp_path: Path) -> None:
    content = (samples / "chapters.m4a").read_bytes()
    assert content.count(b"chpl") == 1
    path = tmp_path / "apple.m4a"
    path.write_bytes(content.replace(b"chpl", b"free"))
    assert [(m.start, m.title) for m in measure(path).chapters] == [(0, "Begrüßung & Öl"), (2, "Was es kostet")]


@given(st.data())
def test_a_broken_text_track_costs_the_chapters_and_not_the_episode(samples: Path, data: st.DataObject) -> None:
    content = bytearray((samples / "chapters.m4a").read_bytes().replace(b"chpl", b"free"))
    begin = content.index(b"trak", content.index(b"trak") + 4)
    for _ in range(3):
        content[data.draw(st.integers(begin + 4, len(content) - 1))] = data.draw(st.integers(0, 255))
    try:
        atoms = Atoms(io.BytesIO(content))
    except AtomError:
        return
    assert isinstance(track_chapters(io.BytesIO(content), atoms), list)


def test_chapters_of_the_recording_stand_in_when_the_editor_wrote_none(samples: Path, library: Library) -> None:
    with_chapters(samples / "xing.mp3", library.root / "a.mp3", (4000, "Zweites"), (0, "Erstes"))
    sound = (library.root / "a.mp3").read_bytes()
    library.item("episodes/ohne", files={"ton.mp3": sound}, audio="ton.mp3")
    library.item("episodes/mit", files={"ton.mp3": sound}, audio="ton.mp3", chapters="[{start: 1, title: Eigenes}]")
    found = {e.slug: [(c.start, c.title) for c in e.chapters] for e in library.catalogue().entries}
    assert found == {"ohne": [(0, "Erstes"), (4, "Zweites")], "mit": [(1, "Eigenes")]}


# Pictures


@pytest.mark.parametrize(
    ("side", "mode", "form", "fits"),
    [
        (1400, "RGB", "JPEG", True),
        (3000, "RGB", "PNG", True),
        (1399, "RGB", "JPEG", False),
        (3001, "RGB", "JPEG", False),
        (1400, "RGBA", "PNG", False),
        (1400, "L", "JPEG", False),
        (1400, "CMYK", "JPEG", False),
        (1400, "P", "PNG", False),
        (1400, "RGB", "WEBP", False),
    ],
)
def test_artwork_must_be_large_enough_and_rgb_without_transparency(
    library: Library, side: int, mode: str, form: str, fits: bool
) -> None:
    ending = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp"}[form]
    picture = library.write(f"bild.{ending}", jpeg(side, mode, form))
    assert measure(picture).is_square_artwork is fits


def test_artwork_must_be_square(tmp_path: Path) -> None:
    Image.new("RGB", (1500, 1400)).save(tmp_path / "breit.jpg")
    assert not measure(tmp_path / "breit.jpg").is_square_artwork


def test_a_picture_that_a_camera_marked_as_turned_is_measured_as_it_is_seen(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = 6
    Image.new("RGB", (40, 30)).save(tmp_path / "hochkant.jpg", exif=exif)
    found = measure(tmp_path / "hochkant.jpg")
    assert (found.width, found.height) == (30, 40)


def test_a_phone_s_jpeg_with_a_second_picture_inside_is_still_a_jpeg(tmp_path: Path) -> None:
    first, second = Image.new("RGB", (40, 40)), Image.new("RGB", (40, 40), "red")
    first.save(tmp_path / "handy.jpg", "MPO", save_all=True, append_images=[second])
    assert measure(tmp_path / "handy.jpg").type == "image/jpeg"


def test_a_show_s_picture_that_directories_refuse_is_an_error(library: Library) -> None:
    library.write("content/_data/podcast.jpg", jpeg(900))
    (problem,) = library.problems()
    assert (problem.code, problem.path) == ("artwork", "content/_data/shows.yml")
    assert "900" in problem.values["found"]


def test_an_episode_s_small_picture_is_worth_a_piece_of_advice(library: Library) -> None:
    value = "{file: klein.jpg, alt: Bild, credit: Wir, license: CC-BY-4.0}"
    library.item("episodes/probe", files={"klein.jpg": jpeg(900)}, image=value)
    assert library.codes() == []
    assert library.codes(advice=True) == ["artwork-item"]


# The record


def later(path: Path) -> None:
    """Set a file's time one second after the record's."""
    when = (path.parent / "media.json").stat().st_mtime_ns + 10**9
    os.utime(path, ns=(when, when))


@pytest.fixture
def folder(tmp_path: Path, measured: list[str]) -> Path:
    """A folder whose record is written; nothing has been measured since."""
    (tmp_path / "a.mp3").write_bytes(silent_mp3(3))
    (tmp_path / "b.jpg").write_bytes(jpeg(64))
    assert record_of(tmp_path) == {"a.mp3", "b.jpg"}
    measured.clear()
    return tmp_path


def record_of(folder: Path, names: Iterable[str] = ("a.mp3", "b.jpg")) -> set[str]:
    measures, errors = bring_up_to_date(folder, names)
    assert not errors
    return set(measures)


def test_the_record_says_what_was_measured(folder: Path) -> None:
    written = json.loads((folder / "media.json").read_text("utf-8"))
    assert list(written) == ["a.mp3", "b.jpg"]
    assert written["a.mp3"]["bytes"] == (folder / "a.mp3").stat().st_size
    assert written["b.jpg"]["width"] == 64


def test_unchanged_files_are_not_measured_again_and_the_record_keeps_its_bytes_and_time(
    folder: Path, measured: list[str]
) -> None:
    before = (folder / "media.json").stat()
    record_of(folder)
    after = (folder / "media.json").stat()
    assert measured == []
    assert (after.st_mtime_ns, after.st_ino) == (before.st_mtime_ns, before.st_ino)


def test_only_a_changed_file_is_measured_again(folder: Path, measured: list[str]) -> None:
    (folder / "b.jpg").write_bytes(jpeg(80))
    record_of(folder)
    assert measured == ["b.jpg"]
    assert json.loads((folder / "media.json").read_text("utf-8"))["b.jpg"]["width"] == 80


def test_a_file_of_the_same_size_but_newer_is_measured_once_and_the_record_keeps_its_bytes(
    folder: Path, measured: list[str]
) -> None:
    before = (folder / "media.json").read_bytes()
    past = (folder / "media.json").stat().st_mtime_ns - 10**10
    os.utime(folder / "media.json", ns=(past, past))
    os.utime(folder / "a.mp3", ns=(past - 1, past - 1))
    record_of(folder)
    record_of(folder)
    assert measured == ["b.jpg"]
    assert (folder / "media.json").read_bytes() == before


@pytest.mark.parametrize("content", ["", "{", "[]", '{"a.mp3": {"bytes": "viele"}}', '{"a.mp3": {}}', "\udcff"])
def test_a_record_that_is_corrupt_is_rebuilt(folder: Path, measured: list[str], content: str) -> None:
    before = (folder / "media.json").read_bytes()
    (folder / "media.json").write_text(content, "utf-8", errors="surrogateescape")
    record_of(folder)
    assert measured == ["a.mp3", "b.jpg"]
    assert (folder / "media.json").read_bytes() == before


def test_a_missing_file_keeps_its_record(folder: Path, measured: list[str]) -> None:
    before = (folder / "media.json").read_bytes()
    (folder / "a.mp3").unlink()
    assert record_of(folder) == {"a.mp3", "b.jpg"}
    assert measured == []
    assert (folder / "media.json").read_bytes() == before


def test_a_broken_file_is_reported_by_every_build_and_not_only_by_the_first(folder: Path) -> None:
    size = (folder / "a.mp3").stat().st_size
    (folder / "a.mp3").write_bytes(bytes(size))
    later(folder / "a.mp3")
    for _ in range(3):
        _, errors = bring_up_to_date(folder, ["a.mp3", "b.jpg"])
        assert set(errors) == {"a.mp3"}


def test_a_folder_that_cannot_be_written_to_is_measured_all_the_same(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "write_text", refuse)
    monkeypatch.setattr(os, "utime", refuse)
    (folder / "b.jpg").write_bytes(jpeg(80))
    measures, _ = bring_up_to_date(folder, ["a.mp3", "b.jpg"])
    assert measures["b.jpg"].width == 80


def test_pictures_of_several_packages_and_shows_share_one_record_that_a_second_build_leaves_alone(
    library: Library, measured: list[str]
) -> None:
    library.item("episodes/eins", show="zweiter")
    library.item("videos/zwei")
    for name in ("eins", "zwei"):
        library.write(f"content/packages/{name}.jpg", jpeg(64))
        library.write(
            f"content/packages/{name}.md",
            f"---\ntitle: Paket {name}\ndescription: Zwei Angebote.\ngoal: Ziel\nwhy: Grund\nlevels: 1\nareas: data\n"
            f"items: [episodes/eins, videos/zwei]\nclosing: {{label: Weiter, link: packages}}\n"
            f"image: {{file: {name}.jpg, alt: Bild, credit: Wir, license: CC-BY-4.0}}\n---\n",
        )
    shows = (library.root / "content/_data/shows.yml").read_text("utf-8")
    library.write(
        "content/_data/shows.yml",
        shows
        + shows.replace("podcast:\n", "zweiter:\n", 1)
        .replace("podcast.jpg", "zweiter.jpg")
        .replace("837bf4e8", "00000000"),
    )
    shutil.copyfile(library.root / "content/_data/podcast.jpg", library.root / "content/_data/zweiter.jpg")
    library.check_is_fine()
    assert {"eins.jpg", "zwei.jpg", "podcast.jpg", "zweiter.jpg"} <= set(measured)
    records = [library.root / "content/packages/media.json", library.root / "content/_data/media.json"]
    before = [(path.read_bytes(), path.stat().st_mtime_ns) for path in records]
    measured.clear()
    library.check_is_fine()
    assert measured == []
    assert [(path.read_bytes(), path.stat().st_mtime_ns) for path in records] == before

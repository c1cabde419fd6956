"""`ebenerdig tag`: what stands inside the copies, read back with mutagen and ffprobe; recordings stay as they are."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from ebenerdig.cli import main
from ebenerdig.media.measure import measure
from library import TODAY, Library, jpeg, silent_mp3
from media_samples import make_samples, with_chapters
from mutagen.id3 import APIC, CHAP, ID3, TIT2, TSSE
from mutagen.mp3 import MP3
from mutagen.mp4 import MP4

CHAPTERS = "[{start: 0, title: Begrüßung}, {start: '0:01.500', title: Öl & Strom, url: 'https://example.org/mehr'}]"
FIELDS = {
    "title": "Größe zählt",
    "season": "2",
    "episode": "7",
    "image": "{file: cover.jpg, alt: Bild, credit: Wir, license: CC-BY-4.0}",
    "transcript": None,
}


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_samples(tmp_path_factory.mktemp("tag-samples"))


@pytest.fixture(autouse=True)
def ambient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SITE_URL", raising=False)
    monkeypatch.delenv("SITE_LANGUAGE", raising=False)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", TODAY)


def tag(library: Library, *arguments: str | Path) -> Result:
    result = CliRunner().invoke(main, ["tag", *map(str, arguments), "--root", str(library.root)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def tagged(library: Library, name: str = "audio.mp3") -> Path:
    return library.root / "build/tagged/episodes/eins" / name


def episode(library: Library, sound: bytes, name: str = "audio.mp3", **changed: str) -> Path:
    library.item("episodes/eins", files={name: sound}, **{**FIELDS, "audio": name, "chapters": CHAPTERS, **changed})
    return library.root / "episodes/eins" / name


def ffprobe(path: Path) -> dict[str, Any]:
    if not shutil.which("ffprobe"):
        pytest.skip("ffprobe is missing")
    options = ["-v", "error", "-show_chapters", "-show_format", "-of", "json"]
    done = subprocess.run(["ffprobe", *options, str(path)], capture_output=True, check=True, encoding="utf-8")
    assert done.stderr == ""
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def sound_of(path: Path) -> str:
    """The checksum of the sound itself, whatever stands around it."""
    command = ["ffmpeg", "-v", "error", "-i", str(path), "-map", "0:a", "-c", "copy", "-f", "md5", "-"]
    return subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout


def test_an_mp3_s_copy_says_what_it_is(library: Library) -> None:
    episode(library, silent_mp3(3))
    assert "Titel, Interpret, Album, Datum, Nummer, Staffel, Bild, Kapitel" in tag(library).output
    frames = MP3(tagged(library)).tags
    said = {key: str(frames[key]) for key in ("TIT2", "TPE1", "TALB", "TDRC", "TRCK", "TPOS")}
    assert said == {
        "TIT2": "Größe zählt",
        "TPE1": "Werkhalle Lindental",
        "TALB": "Ebenerdig – der Podcast",
        "TDRC": "2026-03-01",
        "TRCK": "7",
        "TPOS": "2",
    }
    (cover,) = frames.getall("APIC")
    assert (cover.data, cover.mime, cover.type) == (jpeg(1400), "image/jpeg", 3)
    (contents,) = frames.getall("CTOC")
    marks = [frames[f"CHAP:{name}"] for name in contents.child_element_ids]
    assert [(m.start_time, m.end_time, str(m.sub_frames["TIT2"])) for m in marks] == [
        (0, 1500, "Begrüßung"),
        (1500, 3004, "Öl & Strom"),
    ]
    assert marks[1].sub_frames["WXXX:chapter url"].url == "https://example.org/mehr"


@pytest.mark.parametrize("name", ["xing.mp3", "constant.mp3", "chapters.m4a", "film.mp4", "index-last.mp4"])
def test_other_programs_read_tags_and_chapters_and_the_sound_is_the_same(
    samples: Path, library: Library, name: str
) -> None:
    original = episode(library, (samples / name).read_bytes(), name)
    assert tag(library).exit_code == 0
    found = ffprobe(tagged(library, name))
    marks = [(float(c["start_time"]), c["tags"]["title"]) for c in found["chapters"]]
    assert marks == [(0, "Begrüßung"), (1.5, "Öl & Strom")]
    tags = {key.lower(): value for key, value in found["format"]["tags"].items()}
    assert (tags["title"], tags["album"]) == ("Größe zählt", "Ebenerdig – der Podcast")
    assert sound_of(tagged(library, name)) == sound_of(original)
    before, after = measure(original), measure(tagged(library, name))
    assert after.seconds == before.seconds
    assert after.bytes == tagged(library, name).stat().st_size
    assert [(m.start, m.title) for m in after.chapters] == marks


def test_an_mp4_s_copy_says_what_it_is(samples: Path, library: Library) -> None:
    episode(library, (samples / "index-last.mp4").read_bytes(), "folge.m4a")
    tag(library)
    media = MP4(tagged(library, "folge.m4a"))
    assert media.tags["\xa9ART"] == ["Werkhalle Lindental"]
    assert media.tags["\xa9day"] == ["2026-03-01"]
    assert (media.tags["trkn"], media.tags["disk"]) == ([(7, 0)], [(2, 0)])
    assert bytes(media.tags["covr"][0]) == jpeg(1400)


@pytest.mark.parametrize("name", ["xing.mp3", "chapters.m4a", "film.mp4"])
def test_a_recording_that_is_right_is_copied_byte_for_byte_and_called_fine(
    samples: Path, library: Library, name: str
) -> None:
    original = episode(library, (samples / name).read_bytes(), name)
    tag(library)
    shutil.copyfile(tagged(library, name), original)
    result = tag(library, "--output", library.root / "zweite")
    assert f"episodes/eins: {name} in Ordnung" in result.output
    assert (library.root / "zweite/episodes/eins" / name).read_bytes() == original.read_bytes()
    assert tag(library, "--check").exit_code == 0


def test_the_same_recording_gives_the_same_bytes_and_a_copy_that_is_there_keeps_its_time(library: Library) -> None:
    original = episode(library, silent_mp3(3))
    before = original.read_bytes()
    tag(library)
    os.utime(tagged(library), ns=(1, 1))
    first = tagged(library).read_bytes()
    tag(library)
    assert (tagged(library).read_bytes(), tagged(library).stat().st_mtime_ns) == (first, 1)
    assert original.read_bytes() == before
    assert [path.name for path in tagged(library).parent.iterdir()] == ["audio.mp3"]


def test_what_else_the_file_holds_stays(library: Library) -> None:
    original = episode(library, silent_mp3(3))
    frames = ID3()
    frames.add(TSSE(text="Recorder"))
    frames.add(APIC(mime="image/png", type=4, data=b"\x89PNG back"))
    picture = APIC(mime="image/png", type=0, data=b"\x89PNG inside")
    frames.add(CHAP(element_id="x", start_time=1500, end_time=3000, sub_frames=[TIT2(text="Alt"), picture]))
    frames.save(original)
    tag(library)
    found = MP3(tagged(library)).tags
    assert str(found["TSSE"]) == "Recorder"
    assert {picture.type for picture in found.getall("APIC")} == {3, 4}
    second = next(mark for mark in found.getall("CHAP") if mark.start_time == 1500)
    assert str(second.sub_frames["TIT2"]) == "Öl & Strom"
    assert second.sub_frames.getall("APIC")[0].data == b"\x89PNG inside"


def test_chapters_that_the_recording_brings_itself_are_not_rewritten(samples: Path, library: Library) -> None:
    with_chapters(samples / "xing.mp3", library.root / "a.mp3", (4000, "Zweites\0Teil"), (0, "Erstes"))
    episode(library, (library.root / "a.mp3").read_bytes(), chapters="[]")
    assert "Kapitel" not in tag(library).output
    assert {mark.element_id for mark in MP3(tagged(library)).tags.getall("CHAP")} == {"ch0", "ch1"}


def test_check_writes_nothing_and_ends_with_1(library: Library) -> None:
    episode(library, silent_mp3(3))
    result = tag(library, "--check")
    assert result.exit_code == 1
    assert "episodes/eins: audio.mp3 weicht ab (Titel," in result.output
    assert not (library.root / "build").exists()


def test_a_recording_is_never_written_over(library: Library) -> None:
    original = episode(library, silent_mp3(3))
    before = original.read_bytes()
    result = tag(library, "--output", library.root)
    assert result.exit_code == 1
    assert "--output" in result.output
    assert original.read_bytes() == before


def test_what_cannot_be_tagged_is_told_with_the_reason(library: Library) -> None:
    library.item("episodes/fern", audio="https://media.example.org/a.mp3", transcript=None)
    episode(library, silent_mp3(3))
    result = tag(library)
    assert "episodes/fern: https://media.example.org/a.mp3 ausgelassen: Die Aufnahme liegt an" in result.output
    assert result.output.endswith("0 in Ordnung, 1 Kopie neu beschriftet, 1 ausgelassen.\n")


def test_an_item_that_cannot_be_read_is_told_and_the_others_are_tagged(library: Library) -> None:
    episode(library, silent_mp3(3))
    library.item("episodes/zwei", levels="hoch")
    result = tag(library)
    assert result.exit_code == 1
    assert "episodes/zwei/index.md:5:9: Fehler: " in result.output
    assert tagged(library).is_file()


def test_a_film_without_a_show_belongs_to_the_library(library: Library) -> None:
    library.item("videos/film", title="Ein Film")
    tag(library, "videos/film")
    tags = MP4(library.root / "build/tagged/videos/film/video.mp4").tags
    assert (tags["\xa9nam"], tags["\xa9alb"]) == (["Ein Film"], ["Ebenerdig"])


def test_a_broken_recording_is_told_and_leaves_no_copy(library: Library) -> None:
    episode(library, b"Das ist kein Ton." * 99)
    result = tag(library)
    assert result.exit_code == 1
    assert "[media-broken]" in result.output
    assert not list((library.root / "build").rglob("*.mp3"))

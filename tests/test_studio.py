"""The studio: what it reads, when it says what, and one small episode and film from start to end."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import webvtt
from click.testing import CliRunner
from ebenerdig.media.transcript import Cue
from PIL import Image
from studio.__main__ import main
from studio.captions import by_caption, by_sentence
from studio.drawing import cover
from studio.film import appearances
from studio.item import KINDS, Item
from studio.sayings import spelled
from studio.script import ScriptError, read
from studio.sentences import CAPTION, LINE, clauses, fold, portions, sentences
from studio.symbols import SYMBOLS

FRONT = "---\nvoices: {Mara: female, Jonas: male}\ncover: {symbol: shield, words: '3-2-1'}\n---\n"
SCRIPT = (
    FRONT
    + """
## Anfang
symbol: bread
- Brot aus Daten
- Käse
Mara: Guten Tag, liebe Fachleute. Das Brot ist fertig.
Jonas: Käse gibt es auch.

## Schluss: Öl
Mara: Bis bald.
"""
)

Write = Callable[[str], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def into(text: str, kind: str = "episodes") -> Path:
        folder = tmp_path / kind / "kleine-probe"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "index.md").write_text("---\ntitle: 'Probe: Äpfel'\ndate: 2026-11-10\n---\nText\n", "utf-8")
        (folder / "script.md").write_text(text, "utf-8")
        return folder / "script.md"

    return into


def ready() -> bool:
    """Whether the studio's tools are here; on the build server their absence is a failure, not a reason to skip."""
    return all(map(shutil.which, ("espeak-ng", "ffmpeg"))) or os.environ.get("CI") == "true"


needs_tools = pytest.mark.skipif(not ready(), reason="espeak-ng or ffmpeg is not installed")


# Reading a script


def test_a_script_has_voices_a_cover_and_chapters(write: Write) -> None:
    script = read(write(SCRIPT))
    assert script.voices == {"Mara": "female", "Jonas": "male"}
    assert (script.symbol, script.words) == ("shield", "3-2-1")
    assert [chapter.title for chapter in script.chapters] == ["Anfang", "Schluss: Öl"]
    assert script.chapters[0].symbol == "bread"
    assert script.chapters[0].points == ["Brot aus Daten", "Käse"]
    assert script.chapters[0].paragraphs == [
        ("Mara", "Guten Tag, liebe Fachleute. Das Brot ist fertig."),
        ("Jonas", "Käse gibt es auch."),
    ]


def test_a_paragraph_may_run_over_several_lines(write: Write) -> None:
    script = read(write(f"{FRONT}## A\nMara: Eins.\nZwei.\n\nDrei.\n"))
    assert [text for _, text in script.chapters[0].paragraphs] == ["Eins. Zwei.", "Drei."]


def test_a_tour_needs_nothing_but_a_cover(write: Write) -> None:
    assert read(write("---\ncover: {symbol: house}\n---\n")).chapters == []


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("## A\nMara: Hallo.\n", 1, "must be three hyphens"),
        ("---\nvoices: {Mara: female\n---\n", 2, "bracket is not closed"),
        ("---\nvoices: {Mara: alt}\ncover: {symbol: lock}\n---\n", 2, "female, female2, male, male2"),
        ("---\nvoices: {Mara: female}\n---\n", 1, "“cover” is missing"),
        ("---\ncover: {words: Hallo}\n---\n", 2, "“symbol” is missing"),
        ("---\ncover:\n  symbol: castle\n---\n", 3, "“castle” is not possible"),
        ("---\ncover: {symbol: lock, words: Dreizehn Zeichen}\n---\n", 2, "16 characters, 12 are allowed"),
        ("---\ncover: {symbol: lock, colour: red}\n---\n", 2, "“colour” is not known here"),
        ("---\ntitle: A\ncover: {symbol: lock}\n---\n", 2, "“title” is not known here"),
        (f"{FRONT}Mara: Hallo.\n", 5, "a chapter"),
        (f"{FRONT}# A\n", 5, "a chapter"),
        (f"{FRONT}## A\n### B\n", 6, "begin with `## `"),
        (f"{FRONT}## A\nsymbol: castle\n", 6, "no symbol `castle`"),
        (f"{FRONT}## A\nMaro: Hallo.\n", 6, "no voice to Maro"),
        (f"{FRONT}## A\nMara: Eins.\n\nElif: Zwei.\n", 8, "no voice to Elif"),
        (f"{FRONT}## A\nGuten Tag.\n", 6, "Who speaks?"),
        (f"{FRONT}## A\n- {'x' * 41}\n", 6, "at most 40 characters; this one has 41"),
        (f"{FRONT}## A\nMara: Hallo.\n- spät\n", 7, "before what is spoken"),
    ],
)
def test_a_mistake_is_reported_with_file_and_line(write: Write, text: str, line: int, says: str) -> None:
    path = write(text)
    with pytest.raises(ScriptError) as caught:
        read(path)
    assert str(caught.value).startswith(f"{path}:{line}: ")
    assert says in str(caught.value)


# Cutting text


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Eins. Zwei! Drei?", ["Eins.", "Zwei!", "Drei?"]),
        ("Ab dem 1. Januar gilt es. Dann ja.", ["Ab dem 1. Januar gilt es.", "Dann ja."]),
        ("Wir sind 14. Heute mehr.", ["Wir sind 14.", "Heute mehr."]),
        ("Seit 2027. Danach nicht.", ["Seit 2027.", "Danach nicht."]),
        ("Das ist z. B. Brot. Ja.", ["Das ist z. B. Brot.", "Ja."]),
        ("Es kostet ca. 5 Euro. Nr. 7 lebt.", ["Es kostet ca. 5 Euro.", "Nr. 7 lebt."]),
        ("Ich dachte: „Kein Problem.“ Dann kam er.", ["Ich dachte: „Kein Problem.“", "Dann kam er."]),
    ],
)
def test_sentences_end_where_they_end(text: str, parts: list[str]) -> None:
    assert sentences(text) == parts


def test_a_breath_is_taken_at_commas_but_not_after_a_single_word() -> None:
    text = "Ja, wenn der Strom ausfällt, steht alles still."
    assert clauses(text) == ["Ja, wenn der Strom ausfällt,", "steht alles still."]


def test_captions_have_at_most_two_lines_of_like_length() -> None:
    text = "Ihr Computer liest diese Daten von selbst und ohne Ihre Hilfe, ganz in Ruhe."
    upper, lower = fold(text).split("\n")
    assert max(len(upper), len(lower)) <= LINE
    assert " ".join((upper, lower)) == text
    assert fold("Kurz.") == "Kurz."


def test_a_long_clause_is_cut_between_words() -> None:
    text = " ".join(["Wort"] * 50)
    assert " ".join(portions(text)) == text
    assert all(len(part) <= CAPTION for part in portions(text))


def test_the_voice_gets_spellings_that_captions_do_not_show() -> None:
    assert spelled("Der Data Act, mit KI-Dienst") == "Der Dehta Äkt, mit Ka-I-Dienst"
    assert spelled("SKI und Podcaster") == "SKI und Podcaster"


# Cues


def test_a_transcript_has_one_cue_for_each_sentence() -> None:
    assert by_sentence([Cue(1, 2, "Ja,", "Mara"), Cue(2.2, 3, "gut.", "Mara")]) == Cue(1, 3, "Ja, gut.", "Mara")


def test_captions_change_with_the_clause_when_a_sentence_is_long() -> None:
    spoken = [Cue(0, 4, "a" * 50 + ","), Cue(4.2, 8, "b" * 50 + "."), Cue(8.2, 9, "c")]
    assert [(cue.start, cue.end) for cue in by_caption(spoken)] == [(0, 4), (4.2, 9)]


def test_captions_inside_a_long_clause_follow_the_letters() -> None:
    cues = by_caption([Cue(10, 20, " ".join(["Wort"] * 40))])
    assert len(cues) == 3
    assert (cues[0].start, cues[-1].end) == (10, 20)
    assert all(one.end == other.start for one, other in pairwise(cues))


def test_a_point_appears_with_the_sentence_that_names_it() -> None:
    spoken = [Cue(at, at + 1, text) for at, text in enumerate(("Hallo.", "So.", "Daten zählen.", "Öl auch."))]
    assert appearances(["Alle Daten", "Öl"], spoken) == [2, 3]
    assert appearances(["Etwas", "Anderes"], spoken) == [0, 2]
    assert appearances([], spoken) == []


# Making media


def made(*arguments: str | Path) -> str:
    result = CliRunner().invoke(main, list(map(str, arguments)))
    assert result.exit_code == 0, result.output
    return result.output


def probe(path: Path) -> Any:
    from mutagen import File

    return File(path)


def cues_of(path: Path) -> list[Any]:
    """The cues, read by another library than the one that wrote them."""
    return list(webvtt.read(str(path)).captions)


@needs_tools
def test_a_small_script_becomes_an_episode(write: Write) -> None:
    folder = write(SCRIPT).parent
    assert "1 made" in made(folder)
    audio = probe(folder / "audio.mp3")
    assert (audio.info.channels, audio.info.sample_rate) == (1, 24000)
    assert audio.tags["TIT2"].text == ["Probe: Äpfel"]
    assert str(audio.tags["TDRC"].text[0]) == "2026"
    chapters = sorted(audio.tags.getall("CHAP"), key=lambda frame: frame.start_time)
    assert [chapter.sub_frames["TIT2"].text[0] for chapter in chapters] == ["Anfang", "Schluss: Öl"]
    assert chapters[0].start_time == 0
    assert chapters[0].end_time == chapters[1].start_time
    assert abs(chapters[1].end_time - audio.info.length * 1000) < 100
    cues = cues_of(folder / "transcript.vtt")
    assert [(cue.voice, cue.text) for cue in cues] == [
        ("Mara", "Guten Tag, liebe Fachleute."),
        ("Mara", "Das Brot ist fertig."),
        ("Jonas", "Käse gibt es auch."),
        ("Mara", "Bis bald."),
    ]
    times = [time for cue in cues for time in (cue.start_in_seconds, cue.end_in_seconds)]
    assert times == sorted(times)
    assert times[-1] < audio.info.length
    with Image.open(folder / "cover.jpg") as cover:
        assert (cover.format, cover.mode, cover.size) == ("JPEG", "RGB", (1400, 1400))


@needs_tools
def test_a_small_script_becomes_a_film(tmp_path: Path) -> None:
    folder = tmp_path / "videos" / "kleine-probe"
    folder.mkdir(parents=True)
    (folder / "script.md").write_text(SCRIPT, "utf-8")
    made(tmp_path / "videos")
    film = probe(folder / "video.mp4")
    assert [chapter.title for chapter in film.chapters] == ["Anfang", "Schluss: Öl"]
    fields = "stream=codec_name,width,height,pix_fmt:format=duration"
    command = ["ffprobe", "-v", "error", "-show_entries", fields, "-of", "compact", str(folder / "video.mp4")]
    report = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert "codec_name=h264|width=1280|height=720|pix_fmt=yuv420p" in report
    assert "codec_name=aac" in report
    assert "codec_name=bin_data" in report, "a track of chapters, for players that read no others"
    cues = cues_of(folder / "captions.vtt")
    assert cues[-1].end_in_seconds < film.info.length
    with Image.open(folder / "poster.jpg") as poster:
        assert poster.size == (1280, 720)


@needs_tools
def test_media_are_made_again_only_when_script_or_title_change(tmp_path: Path) -> None:
    folder = tmp_path / "tours" / "rundgang"
    folder.mkdir(parents=True)
    (folder / "script.md").write_text("---\ncover: {symbol: house, words: Grüße}\n---\n", "utf-8")
    assert "1 made" in made(folder)
    first = (folder / "cover.jpg").read_bytes()
    assert "0 made, 1 unchanged" in made(folder)
    assert "1 made" in made(folder, "--force")
    assert (folder / "cover.jpg").read_bytes() == first
    (folder / "index.md").write_text("---\ntitle: Rundgang\n---\n", "utf-8")
    assert "1 made" in made(folder)


@needs_tools
def test_one_broken_script_does_not_stop_the_others(tmp_path: Path) -> None:
    for name, text in (("a", "nichts"), ("b", "---\ncover: {symbol: key}\n---\n")):
        (tmp_path / "tours" / name).mkdir(parents=True)
        (tmp_path / "tours" / name / "script.md").write_text(text, "utf-8")
    result = CliRunner().invoke(main, [str(tmp_path / "tours")])
    assert result.exit_code == 1
    assert "script.md:1:" in result.output
    assert "1 made" in result.output
    assert Item.at(tmp_path / "tours" / "b").is_made()


@pytest.mark.parametrize("kind", KINDS)
def test_every_symbol_draws_itself_in_every_look(kind: str) -> None:
    without = cover(kind, "probe", "arrows", "", (60, 60))
    for name in SYMBOLS.keys() - {"arrows"}:
        drawn = cover(kind, "probe", name, "", (60, 60))
        assert len(drawn.getcolors(4000) or []) > 3, name
        assert drawn != without, name

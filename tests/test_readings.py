"""Chapters and transcripts as other programs write them: golden cases, and whatever else may stand in such a file.

A case is `readings/<chapters or transcript>-<habit>.<ending>` and beside it in `.txt` what is read from it. To accept
new readings, look at each:

    WRITE_CASES=1 pytest tests/test_readings.py && git diff tests/readings
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

import pytest
from ebenerdig.media.chapters import ChaptersError, read_chapters
from ebenerdig.media.transcript import Cue, TranscriptError, clock, read_transcript, to_srt, to_vtt
from ebenerdig.outputs.files.reading_along import chapters as chapter_files
from ebenerdig.outputs.files.reading_along import transcripts
from hypothesis import given
from hypothesis import strategies as st
from library import Library

READINGS = Path(__file__).parent / "readings"
INPUTS = sorted(path for path in READINGS.iterdir() if path.suffix != ".txt")


def told(path: Path) -> Iterable[str]:
    """What is read from a file, a line each."""
    if path.name.startswith("chapters"):
        for chapter in read_chapters(path.name, path.read_bytes()):
            links = [str(link) for link in (chapter.url, chapter.image) if link]
            yield " | ".join([clock(chapter.start), chapter.title, *links, *([] if chapter.toc else ["silent"])])
    else:
        for cue in read_transcript(path.name, path.read_bytes()):
            yield f"{clock(cue.start)} {clock(cue.end)} [{cue.speaker}] {cue.text}"


@pytest.mark.parametrize("path", INPUTS, ids=lambda path: path.name)
def test_a_file_of_another_program_is_read_like_this(path: Path) -> None:
    written = "\n".join(told(path)) + "\n"
    expected = path.with_suffix(".txt")
    if os.environ.get("WRITE_CASES"):
        expected.write_text(written, "utf-8")
    assert written == expected.read_text("utf-8")


def test_a_chapter_that_stands_in_no_list_is_handed_on_to_apps_only(library: Library) -> None:
    content = (READINGS / "chapters-index.json").read_bytes()
    library.item("episodes/eins", files={"kapitel.json": content}, chapters_file="kapitel.json")
    catalogue = library.catalogue()
    assert [chapter.title for chapter in catalogue.entries[0].chapters] == ["Begrüßung", "Was es kostet"]
    ((_, written),) = chapter_files(catalogue)
    marks = json.loads(written)["chapters"]
    assert [(mark["startTime"], mark.get("toc", True)) for mark in marks] == [
        (0, True),
        (62.5, False),
        (70, False),
        (190.25, True),
    ]
    assert marks[3]["img"] == "https://example.org/kosten.jpg"
    assert "title" not in marks[2]


def test_every_form_of_a_transcript_is_made_from_single_words(library: Library) -> None:
    content = (READINGS / "transcript-words.json").read_bytes()
    library.item("episodes/eins", files={"text.json": content}, transcript="text.json", audio="audio.mp3")
    written = {path.rpartition(".")[2]: content.decode() for path, content in transcripts(library.catalogue())}
    assert "<v Mara>Guten Tag. Heute geht es los.\n" in written["vtt"]
    assert "\nJonas: Danke.\n" in written["srt"]
    assert "<cite>Jonas:</cite>" in written["html"]


@pytest.mark.parametrize(
    "content", [b"<chapters><chapter start='x' title='A'/></chapters>", b"<chapters>", b"", b"<!DOCTYPE a><a/>"]
)
def test_xml_that_holds_no_chapters_is_a_mistake(content: bytes) -> None:
    with pytest.raises(ChaptersError) as raised:
        read_chapters("kapitel.xml", content)
    assert raised.value.code in ("chapters-line", "chapters-xml", "chapters-empty")


def test_xml_cannot_read_files_of_this_machine(tmp_path: Path) -> None:
    (tmp_path / "geheim.txt").write_text("Geheimnis", "utf-8")
    content = (
        f'<!DOCTYPE c [<!ENTITY e SYSTEM "{(tmp_path / "geheim.txt").as_uri()}">]>'
        "<c><chapter start='0' title='Kapitel'>&e;</chapter></c>"
    )
    (chapter,) = read_chapters("kapitel.psc", content.encode())
    assert "Geheimnis" not in repr(chapter)


texts = st.text(st.characters(codec="utf-8", exclude_characters="\r\n"), max_size=40)
lines = st.lists(st.one_of(texts, st.sampled_from(["WEBVTT", "", "00:01.000 --> 00:02.000", "<v A>x<v B>", "1"])))


@given(st.sampled_from(["vtt", "srt", "json"]), lines)
def test_whatever_a_transcript_holds_it_is_read_or_refused(suffix: str, content: list[str]) -> None:
    try:
        cues = read_transcript(f"a.{suffix}", "\n".join(["WEBVTT", "", *content]).encode())
    except TranscriptError:
        return
    assert all(cue.start <= cue.end and cue.text.strip() for cue in cues)


@given(st.sampled_from(["json", "xml", "txt"]), st.one_of(st.binary(), lines.map(lambda x: "\n".join(x).encode())))
def test_whatever_a_chapter_file_holds_it_is_read_or_refused(suffix: str, content: bytes) -> None:
    try:
        chapters = read_chapters(f"a.{suffix}", content)
    except ChaptersError:
        return
    assert any(chapter.toc for chapter in chapters)
    assert [chapter.start for chapter in chapters] == sorted(chapter.start for chapter in chapters)


def words(*times: tuple[float, float]) -> list[tuple[float, float]]:
    """When the cues begin and end that words of these times become."""
    segments = [{"startTime": start, "endTime": end, "body": "wort"} for start, end in times]
    return [(cue.start, cue.end) for cue in read_transcript("a.json", json.dumps({"segments": segments}).encode())]


@pytest.mark.parametrize(
    ("times", "code"),
    [
        ([(-0.5, 1)], "transcript-backwards"),
        ([(2, 1)], "transcript-backwards"),
        ([(0, float("inf"))], "transcript-backwards"),
        ([(2, 3), (1, 2)], "transcript-order"),
    ],
)
def test_times_that_run_backwards_are_told(times: list[tuple[float, float]], code: str) -> None:
    with pytest.raises(TranscriptError) as raised:
        words(*times)
    assert raised.value.code == code


def test_what_starts_at_once_or_takes_no_time_is_in_order() -> None:
    assert words((0, 0), (0, 1), (1, 1)) != []


json_values = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=9),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["chapters", "startTime", "title", "toc", "img", "segments", "body"]), inner)
    ),
)


@given(json_values)
def test_whatever_a_json_file_holds_it_is_read_or_refused(content: object) -> None:
    for read in (read_chapters, read_transcript):
        for key in ("chapters", "segments"):
            with suppress(ChaptersError, TranscriptError):
                read("a.json", json.dumps({key: content}).encode())


spoken_words = st.text(st.sampled_from("abcäöü.,?"), min_size=1, max_size=12)


@given(st.lists(st.tuples(spoken_words, st.floats(0, 3), st.floats(0, 2), st.sampled_from(["", "", "Mara", "Jonas"]))))
def test_no_word_is_lost_or_moved_when_words_become_cues(spoken: list[tuple[str, float, float, str]]) -> None:
    segments, now = [], 0.0
    for body, pause, length, speaker in spoken:
        now = round(now + pause, 3)
        segments.append({"startTime": now, "endTime": round(now + length, 3), "body": body, "speaker": speaker})
    if not spoken:
        return
    cues = read_transcript("a.json", json.dumps({"segments": segments}).encode())
    assert "".join(cue.text for cue in cues).replace(" ", "") == "".join(body for body, *_ in spoken)
    starts = [cue.start for cue in cues]
    assert starts == sorted(starts) and set(starts) <= {segment["startTime"] for segment in segments}
    assert all(cue.start < cue.end for cue in cues)


@given(
    st.lists(
        st.tuples(spoken_words, st.sampled_from(["Mara Lindner", "Jonas Petersen"])),
        min_size=1,
        max_size=8,
    )
)
def test_what_this_library_writes_it_reads_back(spoken: list[tuple[str, str]]) -> None:
    cues = tuple(Cue(float(n), n + 1.0, f"x{text}", speaker) for n, (text, speaker) in enumerate(spoken))
    assert read_transcript("a.vtt", to_vtt(cues).encode()) == cues
    changed = [cue.speaker != before for cue, before in zip(cues, ["", *(c.speaker for c in cues)], strict=False)]
    named = tuple(c._replace(speaker=c.speaker if new else "") for c, new in zip(cues, changed, strict=True))
    assert read_transcript("a.srt", to_srt(cues).encode()) == named

"""Chapters and transcripts as other programs write them: golden cases, and whatever else may stand in such a file.

A case is `readings/<chapters or transcript>-<habit>.<ending>` and beside it in `.txt` what is read from it. To accept
new readings, look at each:

    WRITE_CASES=1 pytest tests/test_readings.py && git diff tests/readings
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

import pytest
from ebenerdig.addresses import transcript_url
from ebenerdig.media.chapters import ChaptersError, read_chapters
from ebenerdig.media.spoken import TranscriptError, examine_transcript, read_transcript
from ebenerdig.media.transcript import Cue, clock, to_srt, to_vtt
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
    written = {path.rpartition(".")[2]: content.make().decode() for path, content in transcripts(library.catalogue())}
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
        ([(-0.5, 1)], "transcript-seconds"),
        ([(0, float("inf"))], "transcript-seconds"),
        ([(2, 3), (1, 2)], "transcript-order"),
    ],
)
def test_times_that_cannot_be_are_told(times: list[tuple[float, float]], code: str) -> None:
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
    known = {"Mara Lindner", "Jonas Petersen"}.__contains__
    assert examine_transcript("a.srt", to_srt(cues).encode(), known).cues == named


def vtt(*cues: str) -> bytes:
    """Write cues, each `start end text`, in seconds."""
    blocks = [cue.split(" ", 2) for cue in cues]
    return "\n\n".join(["WEBVTT", *(f"00:{a} --> 00:{b}\n{text}" for a, b, text in blocks)]).encode()


def test_ends_that_do_not_come_after_their_start_are_mended_and_counted_in_one_piece_of_advice() -> None:
    cues = [f"{n:02}.000 {n:02}.000 Zeile {n}." for n in range(10, 15)]
    read = examine_transcript("episodes/eins/a.vtt", vtt(*cues, "15.000 16.000 Ende."))
    assert [(cue.start, cue.end) for cue in read.cues] == [(n, n + 1.0) for n in range(10, 16)]
    assert read.is_mended
    ((path, line, code, values, severity),) = [(p.path, p.line, p.code, p.values, p.severity) for p in read.advice]
    assert (path, line, code, severity) == ("episodes/eins/a.vtt", 3, "transcript-mended", "advice")
    assert values == {"count": 5, "lines": "3, 6, 9 …"}


def test_all_that_cannot_be_read_is_told_at_once_with_its_place() -> None:
    text = "WEBVTT\n\n00:01.000 -> 00:02.000\nA\n\n00:05.000 --> 00:06.000\nB\n\n"
    text += "  00:03.000 --> 00:04.000\nC\n\n00:07 --> x\nD"
    with pytest.raises(TranscriptError) as raised:
        read_transcript("a.vtt", text.encode())
    assert [(problem.line, problem.column, problem.code) for problem in raised.value.problems] == [
        (3, 11, "transcript-arrow"),
        (9, 3, "transcript-order"),
        (12, 1, "transcript-timing"),
    ]


@pytest.mark.parametrize(
    ("first", "others", "names"),
    [
        ("Guten Morgen: Heute reden wir.", ["Ja.", "Nein."], ["", "", ""]),
        ("Citujme Masaryka: Ja.", ["Ne."], ["", ""]),
        ("Mara: Ja.", ["Jonas: Nein.", "Mara: Doch."], ["Mara", "", "Mara"]),
        ("Petra Sand: Ja.", ["Achtung: Nein."], ["Petra Sand", ""]),
        ("Ja.", ["[SPEAKER_01]: Nein.", "Gut."], ["", "SPEAKER_01", ""]),
        ("<v Petra Sand>Ja.", ["[Jonas]: Nein.", "Achtung: Gut."], ["Petra Sand", "Jonas", ""]),
    ],
)
def test_a_name_before_the_text_is_believed_when_it_comes_again_or_is_known(
    first: str, others: list[str], names: list[str]
) -> None:
    data = vtt(*(f"{n:02}.000 {n + 1:02}.000 {text}" for n, text in enumerate([first, *others], 10)))
    assert [cue.speaker for cue in examine_transcript("a.vtt", data, {"Petra Sand"}.__contains__).cues] == names


@pytest.mark.parametrize(
    "piece",
    [
        "<v ",
        "{\\",
        "<",
        "&",
        "&#",
        "1",
        "11:",
        " ",
        "\u00a0",
        "-->",
        "00:00:01.000 -->",
        "\n",
        "\n\n1",
        "a: ",
        "[",
        "- ",
        "NOTE\n",
    ],
)
def test_a_megabyte_of_anything_is_read_in_the_time_it_takes_to_read_text(piece: str) -> None:
    body = (piece * (1_000_000 // len(piece) + 1))[:1_000_000]
    for name, head in (
        ("a.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\n"),
        ("a.srt", "1\n00:00:01,000 --> 00:00:02,000\n"),
    ):
        begin = time.process_time()
        with suppress(TranscriptError):
            read_transcript(name, f"{head}{body}\n".encode())
        assert time.process_time() - begin < 5


def test_what_was_mended_is_published_mended_and_what_was_not_as_it_is(library: Library) -> None:
    rolling = (READINGS / "transcript-rolling.vtt").read_bytes()
    library.item("episodes/rollt", files={"transcript.vtt": rolling}, transcript="transcript.vtt")
    library.item("episodes/steht", files={"transcript.vtt": vtt("10.000 11.000 Hallo.")}, transcript="transcript.vtt")
    catalogue = library.catalogue()
    assert [transcript_url(catalogue.by_id[f"episodes/{slug}"], "vtt") for slug in ("rollt", "steht")] == [
        "episodes/rollt/read/podcast-rollt-transcript.vtt",
        "episodes/steht/podcast-steht-transcript.vtt",
    ]
    written = {path: content.make() for path, content in transcripts(catalogue)}
    assert written["episodes/rollt/read/podcast-rollt-transcript.vtt"].count(b"heute") == 1
    assert not [place for place in written if place.startswith("episodes/steht/") and place.endswith(".vtt")]


def test_chapters_beyond_the_end_or_at_once_are_told_where_they_are_written(library: Library) -> None:
    lines = b"00:00:00 Anfang\n00:00:02 Mitte\n00:00:02 Auch Mitte\n02:00:00 Danach\n"
    library.item("episodes/eins", files={"kapitel.txt": lines}, chapters_file="kapitel.txt")
    found = [(p.path, p.line, p.code) for p in library.catalogue().problems if p.code.startswith("chapter-")]
    assert found == [
        ("episodes/eins/kapitel.txt", 3, "chapter-same"),
        ("episodes/eins/kapitel.txt", 4, "chapter-late"),
    ]

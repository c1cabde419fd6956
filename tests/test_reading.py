"""Reading: any file gives metadata with positions, or problems, and never an exception."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import webvtt
from ebenerdig.media.chapters import ChaptersError, read_chapters
from ebenerdig.media.spoken import TranscriptError, read_transcript
from ebenerdig.media.transcript import Cue, paragraphs, to_srt, to_vtt
from ebenerdig.problems import report
from ebenerdig.reading.source import MAX_DEPTH, Source, read_page, read_register
from ebenerdig.texts import texts
from hypothesis import example, given
from hypothesis import strategies as st
from library import TRANSCRIPT, Library


def read(tmp_path: Path, content: str | bytes) -> Source:
    """Read a page that must be readable."""
    Library(tmp_path).write("a.md", content)
    source, problems = read_page(tmp_path / "a.md", tmp_path)
    assert source, report(problems, texts("en"))
    assert not problems
    return source


# Values and positions


def test_values_stay_text_whatever_yaml_makes_of_them(tmp_path: Path) -> None:
    source = read(tmp_path, "---\na: 01067\nb: no\nc: 18:30\nd: 2026-03-01\ne: 1e3\nf: 0x1F\n---\n")
    assert source.metadata == {"a": "01067", "b": "no", "c": "18:30", "d": "2026-03-01", "e": "1e3", "f": "0x1F"}


def test_empty_values_count_as_not_written_but_quoted_ones_do_not(tmp_path: Path) -> None:
    source = read(tmp_path, "---\na:\nb: ~\nc: null\nd: ''\ne: 'null'\n---\n")
    assert source.metadata == {"d": "", "e": "null"}


def test_every_value_knows_its_line_and_column(tmp_path: Path) -> None:
    source = read(tmp_path, "---\ntitle: Äpfel 🍏\nstops:\n  - name: Tor\n    minutes: 5\n---\nText\n")
    assert source.keys[("title",)] == (2, 1)
    assert source.values[("title",)] == (2, 8)
    assert source.keys[("stops", 0, "minutes")] == (5, 5)
    assert source.values[("stops", 0, "minutes")] == (5, 14)


def test_a_problem_at_an_unknown_place_points_to_the_nearest_parent(tmp_path: Path) -> None:
    source = read(tmp_path, "---\nuse_case:\n  problem: Papier\n---\n")
    problem = source.problem(("use_case", "solution"), "missing", key=True)
    assert (problem.line, problem.excerpt) == (2, "use_case:")


def test_the_body_begins_after_the_metadata_and_knows_its_line(tmp_path: Path) -> None:
    source = read(tmp_path, "---\na: b\n---\n\nText\n---\nmehr\n")
    assert source.body == "\nText\n---\nmehr\n"
    assert source.body_line == 4


@pytest.mark.parametrize("marker", ["---", "...", "--- ", "---\t"])
def test_the_metadata_may_end_with_hyphens_or_dots(tmp_path: Path, marker: str) -> None:
    assert read(tmp_path, f"---\na: b\n{marker}\nText").body == "Text"


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path: Path) -> None:
    assert read(tmp_path, b"\xef\xbb\xbf---\na: b\n---\n").metadata == {"a": "b"}


@pytest.mark.parametrize("ending", ["\r\n", "\r", "\n"])
def test_line_ends_of_every_system_are_read(tmp_path: Path, ending: str) -> None:
    source = read(tmp_path, ending.join(["---", "a: b", "c: d", "---", "Text", ""]))
    assert source.metadata == {"a": "b", "c": "d"}
    assert source.keys[("c",)] == (3, 1)


@pytest.mark.parametrize("character", ["\x85", "\u2028", "\u2029"])
def test_invisible_line_breaks_do_not_shift_positions(tmp_path: Path, character: str) -> None:
    source = read(tmp_path, f"---\na: b{character}c\nd: e\n---\n")
    assert source.metadata == {"a": "b c", "d": "e"}
    assert source.problem(("d",), "empty").excerpt == "d: e"


def test_a_control_character_after_umlauts_is_found_at_its_column(tmp_path: Path) -> None:
    Library(tmp_path).write("a.md", "---\nüüü: äää\nx: ö\x07\n---\n")
    source, (problem,) = read_page(tmp_path / "a.md", tmp_path)
    assert source is None
    assert (problem.line, problem.column, problem.code) == (3, 5, "yaml-character")


def test_an_empty_register_is_an_empty_register(tmp_path: Path) -> None:
    path = Library(tmp_path).write("topics.yml", "# noch nichts\n")
    source, problems = read_register(path, tmp_path)
    assert source
    assert source.metadata == {}
    assert problems == []


def test_a_missing_file_is_reported_with_its_name(tmp_path: Path) -> None:
    source, (problem,) = read_page(tmp_path / "fehlt.md", tmp_path)
    assert source is None
    assert (problem.path, problem.code) == ("fehlt.md", "unreadable")


def test_all_duplicate_keys_are_reported_at_once(tmp_path: Path) -> None:
    path = Library(tmp_path).write("a.md", "---\na: 1\nb: 1\na: 2\nb: 2\n---\n")
    _, problems = read_page(path, tmp_path)
    assert [(problem.line, problem.values) for problem in problems] == [
        (4, {"key": "a", "above": 2}),
        (5, {"key": "b", "above": 2}),
    ]


def test_a_duplicate_key_names_the_line_it_repeats(tmp_path: Path) -> None:
    path = Library(tmp_path).write("a.md", "---\ntitle: A\nlevels: 1\ntitle: B\n---\n")
    _, problems = read_page(path, tmp_path)
    assert "2 Zeilen weiter oben" in report(problems, texts("de"))
    assert "a.md:4:1" in report(problems, texts("de"))


@pytest.mark.parametrize(("depth", "readable"), [(MAX_DEPTH - 1, True), (MAX_DEPTH, False)])
def test_nesting_has_a_limit(tmp_path: Path, depth: int, readable: bool) -> None:
    path = Library(tmp_path).write("a.md", f"---\na: {'[' * depth}{']' * depth}\n---\n")
    source, problems = read_page(path, tmp_path)
    assert (source is not None) == readable
    assert [problem.code for problem in problems] == ([] if readable else ["yaml-deep"])


# Anything at all

YAML_LIKE = st.lists(
    st.sampled_from(
        [
            *"abÄ:-#&*!|>%@`'\"[]{},?\\\t \n",
            ": ",
            "\n  ",
            "- ",
            "---\n",
            "...\n",
            "a: ",
            "\\x",
            "<<: ",
            "\x00",
            "\u2028",
            "😀",
        ]
    ),
    max_size=60,
).map("".join)


@given(st.one_of(st.text(max_size=200), YAML_LIKE))
@example("a: !")
@example("a: |")
@example("? ")
@example("&a")
@example("*")
@example('"\\')
@example("%YAML 9.9\n---\n")
@example("- - - ? a")
def test_any_front_matter_gives_metadata_or_problems_inside_the_file(tmp_path: Path, front: str) -> None:
    content = f"---\n{front}\n---\nText\n".encode(errors="surrogatepass")
    path = Library(tmp_path).write("a.md", content)
    for reader in (read_page, read_register):
        source, problems = reader(path, tmp_path)
        assert (source is None) == bool(problems)
        assert report(problems, texts("de")) or source
        lines = content.decode(errors="replace").translate({13: "\n"}).split("\n")
        assert all(1 <= problem.line <= len(lines) + 1 for problem in problems)
        assert all(problem.column >= 1 for problem in problems)


@given(st.binary(max_size=300))
@example(b"---\n\xff\n---\n")
@example(b"\xfe\xff\x00-\x00-\x00-")
def test_any_bytes_give_metadata_or_problems(tmp_path: Path, content: bytes) -> None:
    path = Library(tmp_path).write("a.md", content)
    for reader in (read_page, read_register):
        source, problems = reader(path, tmp_path)
        assert (source is None) == bool(problems)
        assert report(problems, texts("en")) or source


# Transcripts

WORD = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=12)
SPOKEN = st.lists(WORD, min_size=1, max_size=6).map(" ".join)


@st.composite
def cue_lists(draw: st.DrawFn) -> tuple[Cue, ...]:
    """Cues in the order of their time, in whole milliseconds."""
    cues, start = [], 0
    for _ in range(draw(st.integers(1, 8))):
        start += draw(st.integers(0, 4_000_000))
        end = start + draw(st.integers(1, 60_000))
        speaker = draw(st.one_of(st.just(""), SPOKEN.filter(lambda name: "-->" not in name)))
        cues.append(Cue(start / 1000, end / 1000, draw(SPOKEN), speaker))
    return tuple(cues)


@given(cue_lists())
@example((Cue(0, 1, "a < b & c --> d </v> &amp; <i>kursiv</i>", "Mara & <Jonas>"),))
@example((Cue(0, 1, "NOTE kein Kommentar"), Cue(1, 2, "WEBVTT", "STYLE")))
def test_a_transcript_written_and_read_again_is_the_same(cues: tuple[Cue, ...]) -> None:
    assert read_transcript("a.vtt", to_vtt(cues).encode()) == cues


@given(cue_lists())
def test_subrip_keeps_times_and_words(cues: tuple[Cue, ...]) -> None:
    plain = tuple(cue._replace(speaker="", text=cue.text.translate({ord(c): "x" for c in "<>&"})) for cue in cues)
    assert read_transcript("a.srt", to_srt(plain).encode()) == plain


@given(cue_lists())
def test_another_reader_finds_the_same_cues(tmp_path: Path, cues: tuple[Cue, ...]) -> None:
    plain = tuple(cue._replace(text=cue.text.translate({ord(c): "x" for c in "<>&"})) for cue in cues)
    plain = tuple(cue._replace(speaker="Mara" if cue.speaker else "") for cue in plain)
    path = Library(tmp_path).write("a.vtt", to_vtt(plain))
    theirs = [
        (caption.start, caption.end, caption.text, caption.voice or "") for caption in webvtt.read(str(path)).captions
    ]
    ours = read_transcript("a.vtt", path.read_bytes())
    assert [(webvtt_clock(cue.start), webvtt_clock(cue.end), cue.text, cue.speaker) for cue in ours] == theirs


def webvtt_clock(seconds: float) -> str:
    """Write a time as webvtt-py does."""
    milliseconds = round(seconds * 1000)
    hours, rest = divmod(milliseconds, 3_600_000)
    return f"{hours:02}:{rest // 60000:02}:{rest // 1000 % 60:02}.{rest % 1000:03}"


@given(cue_lists())
def test_paragraphs_lose_no_word(cues: tuple[Cue, ...]) -> None:
    gathered = list(paragraphs(cues))
    assert " ".join(paragraph.text for paragraph in gathered) == " ".join(cue.text for cue in cues)
    assert [paragraph.start for paragraph in gathered] == sorted(paragraph.start for paragraph in gathered)


@given(
    st.sampled_from(["a.vtt", "a.srt", "a.json", "a.doc", "vtt"]),
    st.one_of(st.binary(max_size=200), st.text(max_size=200)),
)
@example("a.json", '{"segments": [{"startTime": 1e999, "endTime": NaN, "body": "x"}]}')
@example("a.json", '{"segments": 5}')
@example("a.json", "[" * 100_000)
@example("a.json", '{"segments": [{"startTime": -1, "endTime": 0, "body": "x"}]}')
@example("a.vtt", "WEBVTT\n\n00:00.000 --> 00:01.000\n<v>\n")
@example("a.vtt", "WEBVTT\n\n00:00.000 --> 00:01.000\n" + "<" * 5000)
def test_any_bytes_give_cues_or_one_mistake(name: str, content: bytes | str) -> None:
    data = content if isinstance(content, bytes) else content.encode(errors="surrogatepass")
    try:
        cues = read_transcript(name, data)
    except TranscriptError as error:
        assert texts("de")(f"problem-{error.code}", **error.values)
        assert 1 <= error.line <= data.count(b"\n") + data.count(b"\r") + 1
    else:
        assert cues
        assert all(0 <= cue.start < cue.end < float("inf") and cue.text for cue in cues)
        assert read_transcript("a.vtt", to_vtt(cues).encode())


def test_json_of_the_podcast_index_gives_the_same_cues_as_webvtt() -> None:
    cues = read_transcript("a.vtt", TRANSCRIPT.encode())
    segments = [{"startTime": c.start, "endTime": c.end, "body": c.text, "speaker": c.speaker} for c in cues]
    assert read_transcript("a.json", json.dumps({"segments": segments}).encode()) == cues
    assert [cue.speaker for cue in cues] == ["Mara Lindner", ""]


def test_settings_regions_and_notes_of_webvtt_are_no_words() -> None:
    text = (
        "WEBVTT - Titel\nKind: captions\n\nSTYLE\n::cue { color: red }\n\nNOTE\nnicht gesprochen\n\n"
        "1\n00:01.000 --> 00:02.000 align:start position:10%\n<c.rot>Hallo</c> <i>Welt</i>\n"
    )
    assert read_transcript("a.vtt", text.encode()) == (Cue(1, 2, "Hallo Welt"),)


def test_subrip_has_commas_and_may_have_windows_lines() -> None:
    text = "1\r\n00:00:01,000 --> 00:00:02,500\r\nHallo\r\nWelt\r\n\r\n2\r\n00:00:03,000 --> 00:00:04,000\r\nEnde\r\n"
    assert read_transcript("a.srt", text.encode()) == (Cue(1, 2.5, "Hallo Welt"), Cue(3, 4, "Ende"))


# Chapter files


@given(st.sampled_from(["a.json", "a.txt"]), st.one_of(st.binary(max_size=200), st.text(max_size=200)))
@example("a.json", '{"chapters": [{"startTime": NaN, "title": "x"}]}')
@example("a.json", '{"chapters": [{"startTime": -1, "title": "x"}]}')
@example("a.json", '{"chapters": [{"startTime": 1, "title": "x", "url": "javascript:alert(1)"}]}')
@example("a.json", "[" * 100_000)
@example("a.json", '{"chapters": [1]}')
def test_any_bytes_give_chapters_or_one_mistake(name: str, content: bytes | str) -> None:
    data = content if isinstance(content, bytes) else content.encode(errors="surrogatepass")
    try:
        chapters = read_chapters(name, data)
    except ChaptersError as error:
        assert texts("de")(f"problem-{error.code}", **error.values)
    else:
        assert chapters
        assert all(0 <= chapter.start < float("inf") and chapter.title for chapter in chapters)


def test_chapter_files_are_put_in_the_order_of_their_time() -> None:
    found = read_chapters("a.txt", b"00:01:00.000 Mitte <https://example.org>\n00:00 Anfang\n")
    assert [(chapter.start, chapter.title) for chapter in found] == [(0, "Anfang"), (60, "Mitte")]

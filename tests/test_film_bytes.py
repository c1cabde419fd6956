"""Films and their sound are measured by their tracks: every form of a box and every border, on files made of bytes."""

from __future__ import annotations

import io
import struct
from collections.abc import Sequence

import pytest
from ebenerdig.media.chapter_track import track_chapters
from ebenerdig.media.mp4 import FILM, MOST_INDEX, SOUND, measure_mp4
from ebenerdig.media.sound import Refused
from ebenerdig.media.sound import Sound as Found
from film_bytes import box, defaults, film, fragment, full, movie_header, run, track
from hypothesis import given
from hypothesis import strategies as st
from mutagen.mp4._atom import Atoms
from sound_bytes import id3

VIDEO, AUDIO = b"vide", b"soun"
SECOND = track(1, AUDIO, 8_000, [(8_000, 1)])


def read(data: bytes, to_the_end: bool = True, *, is_film: bool = True) -> Found:
    return measure_mp4(io.BytesIO(data), len(data), to_the_end, film=is_film)


def seconds(*tracks: bytes, scale: int = 1000, version: int = 0, is_film: bool = True) -> float:
    return read(film(*tracks, scale=scale, version=version), is_film=is_film).seconds


def refused(data: bytes, to_the_end: bool = True, *, is_film: bool = True) -> Refused:
    with pytest.raises(Refused) as raised:
        read(data, to_the_end, is_film=is_film)
    return raised.value


# What a track lasts


@pytest.mark.parametrize("version", [0, 1])
def test_a_film_is_as_long_as_its_longest_track(version: int) -> None:
    sound = track(2, AUDIO, 48_000, [(100, 1024), (7, 500)], version=version)
    picture = track(1, VIDEO, 25, [(50, 1)], codec=b"avc1", version=version)
    text = track(3, b"text", 1, [(99, 1)], codec=b"text", version=version)
    assert seconds(sound, text, version=version) == (100 * 1024 + 7 * 500) / 48_000
    assert seconds(picture, sound, text, version=version) == (100 * 1024 + 7 * 500) / 48_000
    longer = track(1, VIDEO, 25, [(75, 1)], codec=b"avc1", version=version)
    assert seconds(longer, sound, version=version) == 3
    assert seconds(longer, sound, version=version, is_film=False) == (100 * 1024 + 7 * 500) / 48_000
    assert seconds(track(1, AUDIO, 1000, length=4_500, version=version), version=version) == 4.5
    assert seconds(track(1, AUDIO, 1000, [(3, 500)], length=4_500, version=version), version=version) == 1.5


@pytest.mark.parametrize("version", [0, 1])
@pytest.mark.parametrize(
    ("edits", "played"),
    [
        ([], 10),
        ([(4_000, 0)], 4),
        ([(4_000, 160_000)], 0),
        ([(20_000, 0)], 10),
        ([(4_000, 16_000 * 8)], 2),
        ([(4_000, 16_000 * 12)], 0),
        ([(0, 16_000 * 3)], 7),
        ([(1_500, -1), (4_000, 0)], 5.5),
        ([(2_000, 0), (1_000, 16_000 * 9), (500, -1)], 3.5),
    ],
)
def test_what_the_edits_let_play_counts_and_never_more_than_there_is(
    edits: list[tuple[int, int]], played: float, version: int
) -> None:
    other = track(2, VIDEO, 1, [(1, 0)], codec=b"avc1", version=version)
    assert (
        seconds(track(1, AUDIO, 16_000, [(160, 1_000)], edits=edits, version=version), other, version=version) == played
    )


def test_without_a_scale_the_film_s_or_the_track_s_own_length_is_what_is_left() -> None:
    assert seconds(track(1, AUDIO, 16_000, [(160, 1_000)], edits=[(4_000, 0)]), scale=0) == 10
    assert seconds(track(1, AUDIO, 0, [(160, 1_000)])) == 0
    assert seconds(track(1, AUDIO, 0, [(160, 1_000)], edits=[(4_000, 0)])) == 0
    assert seconds(track(1, AUDIO, 0, [(160, 1_000)], edits=[(4_000, -1)])) == 4
    assert read(film(track(1, AUDIO, 0))).bitrate == 0


# Fragments


def stream(
    *fragments: bytes, each: int = 960, scale: int = 1000, edits: Sequence[tuple[int, int]] | None = None
) -> bytes:
    sound = track(1, AUDIO, 48_000, edits=edits)
    picture = track(2, VIDEO, 90_000, codec=b"avc1")
    return film(defaults((1, each), (2, 3_000)), sound, picture, scale=scale) + b"".join(fragments)


@pytest.mark.parametrize(("base", "described"), [(False, False), (True, False), (False, True), (True, True)])
@pytest.mark.parametrize(("offset", "first"), [(False, False), (True, False), (False, True), (True, True)])
@pytest.mark.parametrize("others", [0, 1, 2, 3])
def test_the_samples_of_a_stream_are_added_up_whatever_else_is_told_of_them(
    base: bool, described: bool, offset: bool, first: bool, others: int
) -> None:
    alone = fragment(
        1, run(1_000, 2_000, 3_000, offset=offset, first=first, others=others), base=base, described=described
    )
    equal = fragment(
        1, run(count=4, offset=offset, first=first, others=others), each=480, base=base, described=described
    )
    plain = fragment(1, run(count=5, offset=offset, first=first, others=others), base=base, described=described)
    again = fragment(1, run(7, offset=offset), run(9, first=first), base=base, described=described)
    found = read(stream(alone, box(b"mdat", bytes(9)), equal, plain, again), is_film=False)
    assert found.seconds == (6_000 + 4 * 480 + 5 * 960 + 16) / 48_000


def test_each_fragment_belongs_to_its_track_and_an_edit_only_says_where_it_begins() -> None:
    sound, picture = fragment(1, run(count=100)), fragment(2, run(count=75))
    unknown = fragment(7, run(count=9_999), each=9_999)
    assert read(stream(sound, picture, unknown)).seconds == 75 * 3_000 / 90_000
    assert read(stream(sound, picture, unknown), is_film=False).seconds == 2
    assert read(stream(sound, edits=[(0, 24_000)]), is_film=False).seconds == 1.5
    assert read(stream(sound, edits=[(1_000, 24_000)]), is_film=False).seconds == 1
    data = stream(sound)
    assert read(data, is_film=False).bitrate == round(len(data) * 8 / 2)
    assert read(stream(sound), is_film=False).chapters == ()


def test_who_reads_only_the_beginning_cannot_measure_a_stream() -> None:
    assert refused(stream(fragment(1, run(count=9))), to_the_end=False).code == "media-no-length"
    assert read(film(track(1, AUDIO, 8_000, [(8_000, 1)])), False).seconds == 1


@pytest.mark.parametrize("version", [0, 1])
def test_samples_in_the_index_and_in_fragments_are_added_up(version: int) -> None:
    index = film(defaults((1, 960)), track(1, AUDIO, 48_000, [(10, 4_800)], version=version), version=version)
    assert read(index + fragment(1, run(count=50))).seconds == 2


# What is whole


def test_a_film_whose_index_or_media_reach_beyond_its_end_is_cut() -> None:
    sound = track(1, AUDIO, 8_000, [(8_000, 1)])
    whole = film(sound)
    assert read(whole).seconds == 1
    assert refused(whole[:-1]).code == "media-truncated"
    assert read(film(sound, last=True)).seconds == 1
    for data in (film(sound, last=True)[:-1], film(sound, last=True)[:60], film(sound)[:100]):
        assert refused(data).code == "media-no-index"
    assert refused(stream(fragment(1, run(1, 2, 3)))[:-1]).code == "media-truncated"
    assert read(whole + box(b"free", bytes(9))[:-1]).seconds == 1
    assert refused(box(b"ftyp", b"isom")).code == "media-no-index"


@pytest.mark.parametrize("version", [0, 1])
def test_a_sample_that_would_lie_behind_the_file_s_end_is_missing(version: int) -> None:
    size = len(film(track(1, AUDIO, 8_000, [(8_000, 1)], places=[0, 0], version=version)))

    def with_place(place: int) -> bytes:
        return film(track(1, AUDIO, 8_000, [(8_000, 1)], places=[place, size - 1], version=version))

    assert read(with_place(size - 1)).seconds == 1
    assert refused(with_place(8)).code == "media-index-off"
    assert refused(with_place(size)).code == "media-truncated"
    text = track(2, b"text", 1, [(1, 1)], places=[1 << 31])
    assert read(film(track(1, AUDIO, 8_000, [(8_000, 1)]), text)).seconds == 1


def test_boxes_may_have_long_lengths_reach_to_the_end_or_be_followed_by_what_is_none() -> None:
    head, sound = box(b"ftyp", b"isom"), track(1, AUDIO, 8_000, [(8_000, 1)])
    index = movie_header(1000) + sound
    assert read(id3(30) + head + box(b"moov", index, wide=True)).seconds == 1
    assert read(head + box(b"mdat", bytes(99), wide=True) + box(b"moov", index)).seconds == 1
    assert read(head + struct.pack(">I4s", 0, b"moov") + index).seconds == 1
    assert read(head + box(b"\xa9too", b"x") + box(b"moov", index)).seconds == 1
    for junk in (struct.pack(">I4s", 7, b"free") + bytes(9), struct.pack(">I4s", 99, b"\xfftoo") + bytes(91), bytes(7)):
        assert read(head + box(b"moov", index) + junk + box(b"moof", b"")).seconds == 1
    assert read(head + box(b"moov", index) + box(b"moov", movie_header(1))).seconds == 1
    assert refused(head + struct.pack(">I4s", 7, b"free") + bytes(9) + box(b"moov", index)).code == "media-no-index"
    assert read(head + struct.pack(">I4s", 8, b"free") + box(b"moov", index)).seconds == 1


def test_an_index_as_large_as_no_film_s_is_not_read() -> None:
    head = box(b"ftyp", b"isom")
    huge = head + struct.pack(">I4s", MOST_INDEX + 9, b"moov") + movie_header(1000)
    file = io.BytesIO(huge)
    with pytest.raises(Refused) as raised:
        measure_mp4(file, len(head) + MOST_INDEX + 9, True, film=True)
    assert (raised.value.code, raised.value.values) == ("media-broken", {"reason": "moov"})
    padding = struct.pack(">I4s", MOST_INDEX - len(movie_header(1)) - len(SECOND), b"free")
    data = head + struct.pack(">I4s", MOST_INDEX + 8, b"moov") + movie_header(1000) + SECOND + padding
    assert measure_mp4(io.BytesIO(data), len(head) + MOST_INDEX + 8, True, film=True).seconds == 1
    assert MOST_INDEX == 64 * 1024 * 1024


# What browsers decode


@pytest.mark.parametrize("codec", sorted(FILM))
def test_every_picture_that_browsers_decode_is_fine(codec: bytes) -> None:
    assert seconds(track(1, VIDEO, 25, [(50, 1)], codec=codec)) == 2


@pytest.mark.parametrize("codec", sorted(SOUND))
def test_every_sound_that_browsers_decode_is_fine(codec: bytes) -> None:
    assert seconds(track(1, AUDIO, 25, [(50, 1)], codec=codec)) == 2


@pytest.mark.parametrize(
    ("kind", "codec", "name"),
    [
        (VIDEO, b"mp4v", "MPEG-4 Part 2"),
        (VIDEO, b"apcn", "ProRes"),
        (AUDIO, b"ac-3", "AC-3"),
        (AUDIO, b"ec-3", "E-AC-3"),
        (AUDIO, b"alac", "Apple Lossless"),
        (AUDIO, b"abc ", "abc"),
        (VIDEO, b"mp4a", "mp4a"),
        (AUDIO, b"avc1", "avc1"),
    ],
)
def test_what_no_browser_decodes_is_told_by_its_name_unless_another_track_plays(
    kind: bytes, codec: bytes, name: str
) -> None:
    strange = track(1, kind, 25, [(50, 1)], codec=codec)
    error = refused(film(strange))
    assert (error.code, error.values) == ("media-codec", {"found": name, "container": "MP4"})
    fine = track(2, kind, 25, [(50, 1)], codec=b"avc1" if kind == VIDEO else b"mp4a")
    assert seconds(strange, fine) == 2
    if kind == VIDEO:
        assert seconds(strange, track(2, AUDIO, 25, [(50, 1)]), is_film=False) == 2
        assert refused(film(strange, track(2, AUDIO, 25, [(50, 1)]))).code == "media-codec"


def test_a_film_without_sound_is_none_where_only_sound_counts() -> None:
    picture = film(track(1, VIDEO, 25, [(50, 1)], codec=b"avc1"))
    assert read(picture).seconds == 2
    assert refused(picture, is_film=False).code == "media-no-sound"
    assert refused(film(track(1, b"text", 25, [(50, 1)]))).code == "media-no-sound"
    assert refused(film()).code == "media-no-sound"


def test_the_bit_rate_is_that_of_the_whole_file_where_the_index_says_none() -> None:
    data = film(track(1, AUDIO, 8_000, [(16_000, 1)]))
    assert read(data).bitrate == round(len(data) * 8 / 2)


# Chapters in a track of their own


def sample(title: bytes) -> bytes:
    return struct.pack(">H", len(title)) + title


def chapters(
    titles: Sequence[bytes],
    lengths: Sequence[tuple[int, int]],
    chunks: Sequence[tuple[int, int]],
    *,
    version: int = 0,
    same: int = 0,
    kind: bytes = b"text",
    number: int = 7,
    gap: int = 5,
    reference: bytes = b"chap",
) -> bytes:
    """Make a film whose first track leads to one with chapters; `chunks` are first chunk and samples in each."""
    samples = [sample(title) for title in titles]
    sizes = [len(one) for one in samples]
    counts = list[int]()
    ends = [*(first for first, _ in chunks[1:]), 1 << 30]
    for (_, each), following in zip(chunks, ends, strict=True):
        while len(counts) < following - 1 and sum(counts) < len(samples):
            counts.append(each)
    places, content, at = list[int](), b"", 0
    for count in counts:
        places.append(len(content))
        content += b"".join(samples[at : at + count]) + b"\xee" * gap
        at += count

    def whole(offset: int) -> bytes:
        table = (
            full(b"stsz", struct.pack(f">II{0 if same else len(sizes)}I", same, len(sizes), *([] if same else sizes))),
            full(
                b"stsc",
                struct.pack(">I", len(chunks)),
                *(struct.pack(">III", first, each, 1) for first, each in chunks),
            ),
        )
        listed = track(
            number,
            kind,
            100,
            lengths,
            codec=b"text",
            places=[place + offset for place in places],
            version=version,
            table=table,
        )
        refer = box(b"tref", box(b"sync", struct.pack(">I", 1)), box(reference, struct.pack(">II", 99, number)))
        sound = track(1, AUDIO, 8_000, [(80_000, 1)], more=[refer], version=version)
        return film(sound, listed, version=version, media=0)

    return whole(len(whole(0))) + content


def listed(data: bytes) -> list[tuple[float, str]]:
    return track_chapters(io.BytesIO(data), Atoms(io.BytesIO(data)))


TITLES = [
    b"Eins",
    "Zwei & Öl".encode(),
    b"\xfe\xff" + "Drei ü".encode("utf-16-be"),
    b"\xff\xfe" + "Vier".encode("utf-16-le"),
]
NAMES = ["Eins", "Zwei & Öl", "Drei ü", "Vier"]


@pytest.mark.parametrize("version", [0, 1])
@pytest.mark.parametrize("chunks", [[(1, 1)], [(1, 4)], [(1, 2)], [(1, 3), (2, 1)], [(1, 1), (2, 1), (3, 2)]])
def test_chapters_are_read_however_they_lie_in_chunks(chunks: list[tuple[int, int]], version: int) -> None:
    found = listed(chapters(TITLES, [(1, 250), (2, 100), (1, 50)], chunks, version=version))
    assert found == list(zip((0, 2.5, 3.5, 4.5), NAMES, strict=True))


def test_chapters_of_one_size_and_without_a_title_keep_their_time() -> None:
    same = [b"Eins", b"Zwei", b"\0\0\0\0", b"Vier"]
    found = listed(chapters(same, [(4, 300)], [(1, 2)], same=6))
    assert found == [(0, "Eins"), (3, "Zwei"), (6, "\0\0\0\0"), (9, "Vier")]
    assert listed(chapters([b"Eins", b"", b"Drei"], [(3, 300)], [(1, 1)])) == [(0, "Eins"), (6, "Drei")]


def test_only_a_track_of_text_that_another_refers_to_holds_chapters() -> None:
    assert listed(chapters(TITLES, [(4, 100)], [(1, 1)], kind=b"soun")) == []
    assert listed(chapters(TITLES, [(4, 100)], [(1, 1)], reference=b"hint")) == []
    assert listed(chapters(TITLES, [(4, 100)], [(1, 1)], reference=b"chap", number=3)) != []


def test_of_endless_chapters_and_titles_only_so_much_is_read() -> None:
    assert len(listed(chapters([b"x"] * 2_001, [(2_001, 100)], [(1, 500)]))) == 2_000
    assert len(listed(chapters([b"x"] * 2_000, [(2_000, 100)], [(1, 500)]))) == 2_000
    [(_, title), (start, second)] = listed(chapters([b"y" * 2_000, b"z"], [(2, 100)], [(1, 2)]))
    assert (title, start, second) == ("y" * 1_022, 1, "z")


@given(
    st.lists(st.tuples(st.text(min_size=1, max_size=9), st.integers(1, 10_000)), min_size=1, max_size=9),
    st.integers(1, 4),
)
def test_any_titles_at_any_times_come_back(drawn: list[tuple[str, int]], each: int) -> None:
    titles = [title.encode(errors="ignore") or b"-" for title, _ in drawn]
    titles = [b"-" if title[:2] in (b"\xfe\xff", b"\xff\xfe") else title for title in titles]
    found = listed(chapters(titles, [(1, length) for _, length in drawn], [(1, each)]))
    starts = [sum(length for _, length in drawn[:number]) / 100 for number in range(len(drawn))]
    assert found == list(zip(starts, [title.decode() for title in titles], strict=True))

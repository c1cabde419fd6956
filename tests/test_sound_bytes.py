"""Sound is measured to the sample: every table, every border and every promise, against files made byte by byte."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import BinaryIO

import pytest
from ebenerdig.media.flac import measure_flac
from ebenerdig.media.kinds import kind
from ebenerdig.media.mpeg import measure_mpeg, mpeg_layer, sound_begins, walk
from ebenerdig.media.ogg import measure_ogg
from ebenerdig.media.riff import measure_wave
from ebenerdig.media.sound import Refused, Sound
from hypothesis import given
from hypothesis import strategies as st
from mutagen.mp3 import HeaderNotFoundError, MPEGFrame
from sound_bytes import (
    Mpeg,
    chunk,
    crc8,
    flac,
    flac_frame,
    id3,
    ogg_flac_head,
    ogg_page,
    opus_head,
    utf8,
    vbri,
    vorbis_head,
    wave,
    wave_format,
    xing,
)

Reader = Callable[[BinaryIO, int, bool], Sound]


def read(reader: Reader, data: bytes, to_the_end: bool = True) -> Sound:
    return reader(io.BytesIO(data), len(data), to_the_end)


def refused(reader: Reader, data: bytes, to_the_end: bool = True) -> Refused:
    with pytest.raises(Refused) as raised:
        read(reader, data, to_the_end)
    return raised.value


# MP3: frames

STEREO = Mpeg()
KBITS = (32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320)
FORMS = [
    Mpeg(version, 3, rate, mono)
    for version, rates in {
        1: (44_100, 48_000, 32_000),
        2: (22_050, 24_000, 16_000),
        2.5: (11_025, 12_000, 8_000),
    }.items()
    for rate in rates
    for mono in (False, True)
]


def test_every_header_there_is_means_what_another_reader_of_mp3_says() -> None:
    for second in range(0x100):
        for third in range(0x100):
            header = bytes((0xFF, second, third, 0))
            file = io.BytesIO(header + bytes(6000))
            try:
                frame = MPEGFrame(file)
                fits, size = frame.layer in (2, 3), file.tell()
            except HeaderNotFoundError:
                fits, size = False, 4
            data = header.ljust(size, b"\0") * 4
            seconds = 4 * (576 if frame.layer == 3 and frame.version >= 2 else 1152) / frame.sample_rate if fits else 0
            assert walk(io.BytesIO(data), 0) == pytest.approx(seconds), header.hex()
            assert mpeg_layer(io.BytesIO(data), 0) == (frame.layer if fits else 0), header.hex()


@given(st.sampled_from(FORMS), st.lists(st.tuples(st.integers(0, 13), st.booleans()), min_size=3), st.data())
def test_frames_of_any_bit_rate_add_up_whatever_lies_before_between_and_behind_them(
    form: Mpeg, drawn: list[tuple[int, bool]], data: st.DataObject
) -> None:
    rates = KBITS if form.version == 1 else (8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160)
    frames = [form.frame(rates[number], padded) for number, padded in drawn]
    junk = st.one_of(st.just(b""), st.binary(max_size=40).map(lambda text: text.replace(b"\xff", b"")))
    tag = st.builds(id3, st.integers(0, 300), st.booleans())
    before, behind = data.draw(tag | st.just(b"")), data.draw(junk | tag)
    between = data.draw(junk | tag)
    sound = before + b"".join(frames) + between + b"".join(frames) + behind
    found = read(measure_mpeg, sound)
    assert found.seconds == pytest.approx(form.seconds(2 * len(frames)))
    assert found.bitrate == round((len(sound) - len(before)) * 8 / found.seconds)


def test_a_long_recording_is_walked_through_to_its_last_frame_however_its_parts_are_read() -> None:
    frames = b"".join(STEREO.frame(kbits, padded) for kbits in KBITS for padded in (False, True)) * 300
    assert len(frames) > 3 << 20
    count = 300 * 2 * len(KBITS)
    for behind, more in (
        (b"", 0),
        (b"\0" * 3, 0),
        (b"TAG".ljust(128, b"\0"), 0),
        (STEREO.frame(320)[:-1], 1),
        (STEREO.frame(32)[:4], 1),
        (STEREO.frame(32)[:3], 0),
    ):
        assert walk(io.BytesIO(frames + behind), 0) == pytest.approx(STEREO.seconds(count + more)), behind[:4]
    far = frames + id3(2_500_000) + frames
    assert walk(io.BytesIO(far), 0) == pytest.approx(STEREO.seconds(2 * count))
    assert walk(io.BytesIO(far), len(frames)) == pytest.approx(STEREO.seconds(count))


def test_sixteen_megabytes_may_lie_between_frames_and_what_comes_behind_more_is_not_heard() -> None:
    sound = STEREO.frame(128) * 5
    limit = 16 << 20
    assert walk(io.BytesIO(sound + bytes(limit) + sound), 0) == pytest.approx(STEREO.seconds(10))
    assert walk(io.BytesIO(sound + bytes(limit + 1) + sound), 0) == pytest.approx(STEREO.seconds(5))


def test_the_first_frame_may_lie_a_megabyte_behind_the_beginning_and_not_much_further() -> None:
    sound = STEREO.frame(128) * 9
    for junk in (1, 8191, 8192, 8193, 1 << 20):
        assert read(measure_mpeg, bytes(junk) + sound).seconds == pytest.approx(STEREO.seconds(9))
        assert mpeg_layer(io.BytesIO(bytes(junk) + sound), 0) == 3
    error = refused(measure_mpeg, bytes(1 << 21) + sound)
    assert (error.code, error.values) == ("media-unknown", {"expected": "MP3"})


def test_three_frames_must_follow_each_other_before_one_is_believed_but_for_the_end() -> None:
    frame, other = STEREO.frame(128), Mpeg(rate=48_000).frame(128)
    lone = frame[:4] + bytes(len(frame) - 4 + 7)
    assert walk(io.BytesIO(lone + other * 5), 0) == pytest.approx(Mpeg(rate=48_000).seconds(5))
    assert walk(io.BytesIO(frame + lone + other * 5), 0) == pytest.approx(Mpeg(rate=48_000).seconds(5))
    assert walk(io.BytesIO(frame + frame + lone + other * 5), 0) == pytest.approx(
        STEREO.seconds(3) + Mpeg(rate=48_000).seconds(5)
    )
    for count in (1, 2, 3):
        assert walk(io.BytesIO(frame * count), 0) == pytest.approx(STEREO.seconds(count))
    assert walk(io.BytesIO(frame[:-1]), 0) == 0.0


# MP3: promises


@pytest.mark.parametrize("form", FORMS, ids=str)
@pytest.mark.parametrize("name", [b"Xing", b"Info"])
@pytest.mark.parametrize(("toc", "quality"), [(False, False), (True, False), (False, True), (True, True)])
def test_what_the_first_frame_promises_is_read_wherever_its_version_has_it(
    form: Mpeg, name: bytes, toc: bool, quality: bool
) -> None:
    kbits = 160 if form.version == 1 else 144
    count, plain = 400, form.frame(kbits)
    size = form.size(kbits) * (count + 1)
    head = xing(form, kbits, count, size, name=name, toc=toc, quality=quality, silence=(1105, 700))
    for whole in (True, False):
        found = read(measure_mpeg, head + plain * count, whole)
        assert found.seconds == pytest.approx((count * form.samples - 1805) / form.rate)
        assert found.bitrate == round(form.size(kbits) * count * 8 / found.seconds)


def test_only_lame_is_believed_on_silence_and_never_more_than_there_is() -> None:
    frame, size = STEREO.frame(128), STEREO.size(128)
    for encoder, silence, heard in (
        (b"LAME3.100", (576, 1152), 10 * 1152 - 1728),
        (b"LAME3.100", (4095, 4095), 10 * 1152 - 8190),
        (b"Lavc58.13", (576, 1152), 10 * 1152),
        (b"LAMX3.100", (576, 1152), 10 * 1152),
    ):
        head = xing(STEREO, 128, 10, size * 11, encoder=encoder, silence=silence)
        assert read(measure_mpeg, head + frame * 10).seconds == pytest.approx(heard / 44_100)
    for silence, heard in (((576, 575), 1), ((576, 576), 1152), ((576, 577), 1152)):
        head = xing(STEREO, 128, 1, size * 2, silence=silence)
        assert read(measure_mpeg, head + frame).seconds == pytest.approx(heard / 44_100)


def test_the_header_of_fraunhofer_counts_as_well() -> None:
    frame, size = STEREO.frame(128), STEREO.size(128)
    found = read(measure_mpeg, vbri(STEREO, 128, 400, size * 401) + frame * 400, False)
    assert found.seconds == pytest.approx(STEREO.seconds(400))
    assert found.bitrate == round(size * 400 * 8 / found.seconds)


@pytest.mark.parametrize(("promised", "most"), [(382, 11), (1200, 35), (3829, 38), (20_000, 38)])
def test_a_recording_is_cut_when_it_lacks_more_than_a_second_or_three_hundredths(promised: int, most: int) -> None:
    frame, size = STEREO.frame(32), STEREO.size(32)
    for missing in (0, 1, most):
        head = xing(STEREO, 32, promised, size * (promised + 1))
        found = read(measure_mpeg, head + frame * (promised - missing))
        assert found.seconds == pytest.approx(STEREO.seconds(promised))
        assert found.bitrate == round(size * promised * 8 / found.seconds)
    error = refused(measure_mpeg, head + frame * (promised - most - 1))
    assert (error.code, error.values) == ("media-truncated", {})


def test_what_plays_a_second_longer_than_promised_is_believed_and_not_the_promise() -> None:
    frame, size = STEREO.frame(128), STEREO.size(128)
    head = xing(STEREO, 128, 200, size * 201)
    assert read(measure_mpeg, head + frame * 238).seconds == pytest.approx(STEREO.seconds(200))
    found = read(measure_mpeg, head + frame * 239)
    assert found.seconds == pytest.approx(STEREO.seconds(239))
    assert found.bitrate == round(size * 240 * 8 / found.seconds)


@pytest.mark.parametrize("told", [{}, {"frames": 200}, {"size": 201 * 417}])
def test_a_promise_of_which_a_half_is_missing_is_none_for_who_reads_only_the_beginning(told: dict[str, int]) -> None:
    data = xing(STEREO, 128, **told) + STEREO.frame(128) * 200
    assert read(measure_mpeg, data).seconds == pytest.approx(STEREO.seconds(200))
    assert read(measure_mpeg, data).bitrate == round(len(data) * 8 / STEREO.seconds(200))
    assert refused(measure_mpeg, data, to_the_end=False).code == "media-no-length"
    assert refused(measure_mpeg, STEREO.frame(128) * 200, to_the_end=False).code == "media-no-length"


def test_who_reads_only_the_beginning_judges_by_the_bytes_to_a_second_of_sound() -> None:
    form, size = Mpeg(rate=48_000), 384
    whole = xing(form, 128, 400, size * 401) + form.frame(128) * 400
    second = size * 401 * 10 // 96
    for before in (b"", id3(1000), bytes(300)):
        for data in (whole, whole[:-second], whole + bytes(second)):
            found = read(measure_mpeg, before + data, False)
            assert found.seconds == pytest.approx(9.6)
            assert found.bitrate == 128_000
        assert refused(measure_mpeg, before + whole[: -second - 1], to_the_end=False).code == "media-truncated"
        assert refused(measure_mpeg, before + whole + bytes(second + 1), to_the_end=False).code == "media-no-length"


# ID3


@pytest.mark.parametrize("length", [0, 1, 127, 128, 16_383, 16_384, 2_097_152])
@pytest.mark.parametrize("footer", [False, True])
def test_tags_before_the_sound_are_passed_whatever_their_length_and_number(length: int, footer: bool) -> None:
    tags = id3(length, footer) + id3(5)
    data = tags + b"fLaC"
    assert sound_begins(io.BytesIO(data), len(data)) == len(tags)
    assert kind(io.BytesIO(data), len(data)) == "FLAC"


def test_what_is_no_whole_tag_is_not_passed() -> None:
    for head in (
        b"ID3\x04\0\0\0\0\0",
        b"ID4\x04\0\0\0\0\0\x05",
        b"ID3\x04\0\0\0\0\x80\x05",
        b"ID3\x04\0\0\x80\0\0\x05",
    ):
        data = head + (b"" if len(head) < 10 else b"fLaC....")
        assert sound_begins(io.BytesIO(data), len(data)) == 0
    data = b"ID3\x04\0\0\0\0\x7f\x05" + bytes(127 * 128 + 5) + b"fLaC"
    assert sound_begins(io.BytesIO(data), len(data)) == len(data) - 4


# FLAC

SIZES = {1: 192, 2: 576, 3: 1152, 4: 2304, 5: 4608, 8: 256, 9: 512, 10: 1024, 11: 2048, 12: 4096, 13: 8192, 14: 16384}
SIZES[15] = 32768


@pytest.mark.parametrize("rate", range(15))
@pytest.mark.parametrize("size", range(1, 16))
def test_a_flac_is_as_long_as_its_last_frame_says_however_that_writes_size_and_rate(size: int, rate: int) -> None:
    for last in {192, SIZES.get(size, 200)} if size in (6, 7) else {SIZES[size]}:
        start = 70_000
        frames = [flac_frame(start - 192, 1, fixed=False), flac_frame(start, size, rate, last, fixed=False)]
        found = read(measure_flac, flac(48_000, 0, frames, (192, 32_768)))
        assert found.seconds == (start + last) / 48_000


@pytest.mark.parametrize(
    "number", [1, 127, 128, 2047, 2048, 65_535, 65_536, 1 << 21, (1 << 26) - 1, 1 << 26, 1 << 31, 1 << 35]
)
def test_the_number_of_a_flac_frame_may_have_any_length(number: int) -> None:
    frames = [flac_frame(number - 1, 12, fixed=False), flac_frame(number + 4095, 12, fixed=False)]
    seconds = (number + 4095 + 4096) / 1_000
    assert read(measure_flac, flac(1_000, 0, frames, (16, 4096))).seconds == seconds
    assert utf8(number).decode("utf-8", errors="surrogatepass") == chr(number) if number < 0x110000 else True


def test_frames_of_one_size_are_counted_and_others_tell_their_sample() -> None:
    frames = [flac_frame(40, 12), flac_frame(41, 12)]
    assert read(measure_flac, flac(44_100, 0, frames)).seconds == 42 * 4096 / 44_100
    frames = [flac_frame(40, 9), flac_frame(41, 6, samples=100)]
    assert read(measure_flac, flac(44_100, 0, frames, (512, 512))).seconds == (41 * 512 + 100) / 44_100
    frames = [flac_frame(40, 12), flac_frame(41, 12)]
    assert read(measure_flac, flac(44_100, 0, frames, (16, 4096))).seconds == 42 * 4096 / 44_100


def test_what_looks_like_a_flac_frame_by_chance_is_not_believed() -> None:
    true = [flac_frame(40, 12), flac_frame(41, 12)]
    alone = flac_frame(9_000, 12)
    assert read(measure_flac, flac(44_100, 0, [*true, alone])).seconds == 42 * 4096 / 44_100
    assert read(measure_flac, flac(44_100, 0, [alone])).seconds == 9_001 * 4096 / 44_100
    for at, byte in ((1, 0xFA), (2, 0x09), (2, 0xCF), (3, 0x19), (3, 0xB8), (5, 0xFF)):
        broken = bytearray(flac_frame(42, 12))
        broken[at] = byte
        broken[5] = broken[5] if at == 5 else crc8(bytes(broken[:5]))
        assert read(measure_flac, flac(44_100, 0, [*true, bytes(broken)])).seconds == 42 * 4096 / 44_100, (at, byte)
    fine = flac_frame(42, 12)
    assert read(measure_flac, flac(44_100, 0, [*true, fine])).seconds == 43 * 4096 / 44_100
    stereo = bytearray(fine)
    stereo[3] = 0xA8
    stereo[5] = crc8(bytes(stereo[:5]))
    assert read(measure_flac, flac(44_100, 0, [*true, bytes(stereo)])).seconds == 43 * 4096 / 44_100


def test_a_flac_that_lacks_more_than_a_second_of_what_it_promises_is_cut() -> None:
    frames = [flac_frame(40, 12), flac_frame(41, 12)]
    there = 42 * 4096
    for promised, seconds in (
        (0, there),
        (there, there),
        (there + 8_000, there + 8_000),
        (there - 8_000, there - 8_000),
    ):
        assert read(measure_flac, flac(8_000, promised, frames)).seconds == seconds / 8_000
    assert read(measure_flac, flac(8_000, there - 8_001, frames)).seconds == there / 8_000
    assert refused(measure_flac, flac(8_000, there + 8_001, frames)).code == "media-truncated"
    data = flac(8_000, there, frames)
    assert read(measure_flac, data).bitrate == round(len(data) * 8 / (there / 8_000))
    assert refused(measure_flac, flac(0, there, frames)).values == {"reason": "STREAMINFO"}


def test_a_flac_s_last_frames_are_found_before_a_megabyte_of_other_things_and_not_before_more() -> None:
    frames = [flac_frame(40, 12), flac_frame(41, 12)]
    for junk in (0, 60_000, 70_000, 250_000, 270_000, 1_000_000):
        assert read(measure_flac, id3(7) + flac(8_000, 0, [*frames, bytes(junk)])).seconds == 42 * 4096 / 8_000
    beyond = flac(8_000, 0, [*frames, bytes(1_100_000)])
    assert read(measure_flac, beyond, to_the_end=False).seconds == 0
    assert read(measure_flac, beyond).seconds == 42 * 4096 / 8_000


# Ogg


def ogg(rate: int, *times: int, head: bytes | None = None, stream: int = 1, content: int = 300) -> bytes:
    """A recording whose pages end at these samples."""
    first = ogg_page(0, vorbis_head(rate) if head is None else head, stream=stream, first=True)
    pages = [ogg_page(time, b"\x01" * content, stream=stream) for time in times]
    return first + ogg_page(0, b"\x03vorbis", stream=stream) + b"".join(pages)


@given(st.integers(8_000, 192_000), st.lists(st.integers(1, 400), min_size=1, max_size=8), st.integers(0, 70_000))
def test_an_ogg_is_as_long_as_its_last_page_says_and_what_is_skipped_does_not_count(
    rate: int, steps: list[int], content: int
) -> None:
    times = [sum(steps[: number + 1]) * rate // 400 for number in range(len(steps))]
    content %= 60_000
    assert read(measure_ogg, ogg(rate, *times, content=content)).seconds == times[-1] / rate
    assert read(measure_ogg, ogg(rate, *times, head=ogg_flac_head(rate))).seconds == times[-1] / rate
    skipped = min(times[-1], 3_840)
    times = [min(time, 48_000) for time in times]
    assert read(measure_ogg, ogg(0, *times, head=opus_head(skipped))).seconds == (times[-1] - skipped) / 48_000


def test_recordings_behind_one_another_and_side_by_side_are_added_up() -> None:
    one, two = ogg(8_000, 4_000, 16_000), ogg(16_000, 8_000, 48_000, stream=2)
    again = ogg(8_000, 8_000, 24_000)
    data = id3(9) + one + two + again
    found = read(measure_ogg, data)
    assert found.seconds == 2 + 3 + 3
    assert found.bitrate == round(len(data) * 8 / 8)
    foreign = ogg_page(99_000_000, b"\x01" * 9, stream=7)
    unknown = ogg_page(0, b"fishead\0", stream=7, first=True)
    untimed = ogg_page(-1, b"\x01" * 9)
    assert read(measure_ogg, one + unknown + foreign + untimed).seconds == 2


def test_a_recording_of_a_stream_begins_about_a_page_before_its_first_one_ends() -> None:
    late = 1_000_000
    assert read(measure_ogg, ogg(8_000, late, late + 8_000, late + 24_000)).seconds == 4
    assert read(measure_ogg, ogg(8_000, 16_000, 24_000)).seconds == 3
    assert read(measure_ogg, ogg(8_000, 16_001, 24_001)).seconds == 2 * 8_000 / 8_000
    assert read(measure_ogg, ogg(8_000, 17_000)).seconds == 17_000 / 8_000
    assert read(measure_ogg, ogg(0, late, late + 48_000, head=opus_head(312))).seconds == 2
    assert read(measure_ogg, ogg(8_000, 4_000, 3_000, 2_000)).seconds == 0.5


def test_damage_inside_an_ogg_is_passed_and_a_cut_page_is_told() -> None:
    data = ogg(8_000, 8_000, 16_000)
    assert read(measure_ogg, data + b"\0" * 500_000 + ogg_page(24_000, b"\x01" * 9)).seconds == 3
    assert read(measure_ogg, data + b"\0" * 530_000 + ogg_page(24_000, b"\x01" * 9)).seconds == 2
    assert read(measure_ogg, data + b"OggS" + b"\0" * 22).seconds == 2
    whole = data + ogg_page(24_000, b"\x01" * 9)
    assert refused(measure_ogg, whole[:-1]).code == "media-truncated"
    assert read(measure_ogg, whole).seconds == 3


@pytest.mark.parametrize(
    ("head", "code", "values"),
    [
        (b"Speex   1.2", "media-codec", {"found": "Speex", "container": "Ogg"}),
        (b"\x80theora\x03", "media-codec", {"found": "Theora", "container": "Ogg"}),
        (b"BBCD\0", "media-codec", {"found": "Dirac", "container": "Ogg"}),
        (b"fishead\0", "media-codec", {"found": "?", "container": "Ogg"}),
        (vorbis_head(0), "media-broken", {"reason": "Vorbis"}),
        (ogg_flac_head(0), "media-broken", {"reason": "FLAC"}),
    ],
)
def test_an_ogg_that_holds_something_else_is_refused_with_its_name(head: bytes, code: str, values: object) -> None:
    error = refused(measure_ogg, ogg(8_000, 8_000, head=head))
    assert (error.code, error.values) == (code, values)


class Counted(io.BytesIO):
    """A file that notes what is read of it."""

    taken = 0

    def read(self, size: int | None = -1, /) -> bytes:
        data = super().read(size)
        self.taken += len(data)
        return data


def test_of_a_remote_ogg_only_beginning_and_end_are_read() -> None:
    data = ogg(8_000, *range(8_000, 8_000 * 2_000, 8_000), content=500)
    for whole in (True, False):
        file = Counted(data)
        assert measure_ogg(file, len(data), whole).seconds == 1_999
        assert (file.taken < 300_000) == (not whole)


# WAV

PCM, FLOAT, A_LAW, MU_LAW, EXTENSIBLE = 1, 3, 6, 7, 0xFFFE


@given(
    st.sampled_from([*((PCM, bits) for bits in range(1, 33)), (FLOAT, 32), (A_LAW, 8), (MU_LAW, 8)]), st.integers(1, 8),
    st.integers(8_000, 96_000), st.integers(1, 5_000), st.booleans(), st.binary(max_size=9),
)  # fmt: skip
def test_a_wav_is_as_long_as_its_samples(
    form_of: tuple[int, int], channels: int, rate: int, count: int, is_extensible: bool, note: bytes
) -> None:
    tag, bits = form_of
    size = channels * ((bits + 7) // 8)
    form = (
        wave_format(EXTENSIBLE, channels, rate, bits, inside=tag)
        if is_extensible
        else wave_format(tag, channels, rate, bits)
    )
    data = wave(
        chunk(b"LIST", note), form, chunk(b"fact", note), chunk(b"data", bytes(size * count)), chunk(b"id3 ", note)
    )
    found = read(measure_wave, data)
    assert found.seconds == pytest.approx(count / rate)
    assert found.bitrate == size * rate * 8


@pytest.mark.parametrize(
    ("tag", "inside", "name"),
    [
        *((2, None, "ADPCM"), (0x11, None, "ADPCM"), (0x55, None, "MP3"), (0xFF, None, "AAC"), (0x2000, None, "AC-3")),
        *((0x50, None, "MP2"), (0x31, None, "GSM"), (EXTENSIBLE, 2, "ADPCM"), (0xABC, None, "0x0ABC")),
        *((0, None, "0x0000"), (EXTENSIBLE, None, "0xFFFE")),
    ],
)
def test_a_wav_that_no_browser_plays_is_told_with_what_it_holds(tag: int, inside: int | None, name: str) -> None:
    error = refused(measure_wave, wave(wave_format(tag, 1, 8_000, 16, inside=inside), chunk(b"data", bytes(80))))
    assert (error.code, error.values) == ("media-codec", {"found": name, "container": "WAV"})


@pytest.mark.parametrize(("tag", "bits"), [(FLOAT, 64), (FLOAT, 16), (PCM, 64), (PCM, 33)])
def test_a_wav_whose_samples_no_browser_reads_is_told_with_their_bits(tag: int, bits: int) -> None:
    error = refused(measure_wave, wave(wave_format(tag, 1, 8_000, bits), chunk(b"data", bytes(80))))
    assert (error.code, error.values) == ("media-codec", {"found": f"{bits} bit", "container": "WAV"})


FORM = wave_format(PCM, 1, 8_000, 16)


@pytest.mark.parametrize("told", [0, 0xFFFFFFFF])
def test_a_wav_that_was_streamed_reaches_to_its_end(told: int) -> None:
    assert read(measure_wave, wave(FORM, chunk(b"data", bytes(24_000), told))).seconds == 1.5
    assert read(measure_wave, wave(FORM, chunk(b"data", bytes(23_000), told))).seconds == 23_000 / 16_000


def test_a_wav_of_four_gigabytes_has_its_length_elsewhere() -> None:
    for long_data, seconds in ((24_000, 1.5), (16_000, 1.0), (0, 1.5), (1 << 62, 1.5), ((1 << 64) - 1, 1.5)):
        sizes = chunk(b"ds64", (0).to_bytes(8, "little") + long_data.to_bytes(8, "little") + bytes(12))
        data = wave(sizes, FORM, chunk(b"data", bytes(24_000), 0xFFFFFFFF), name=b"RF64")
        assert read(measure_wave, data).seconds == seconds
    sizes = chunk(b"ds64", (0).to_bytes(8, "little") + (24_000).to_bytes(8, "little") + bytes(12))
    assert read(measure_wave, wave(sizes, FORM, chunk(b"data", bytes(16_000)), name=b"RF64")).seconds == 1


def test_a_wav_that_lacks_more_than_a_second_is_cut() -> None:
    assert read(measure_wave, wave(FORM, chunk(b"data", bytes(16_000), 32_000))).seconds == 1
    assert refused(measure_wave, wave(FORM, chunk(b"data", bytes(16_000), 32_001))).code == "media-truncated"
    assert refused(measure_wave, wave(FORM)).code == "media-truncated"
    assert refused(measure_wave, wave(FORM) + b"data\0\0\0").code == "media-truncated"
    assert refused(measure_wave, wave(chunk(b"data", bytes(80)))).values == {"reason": "fmt"}
    notes = chunk(b"note", b"") * 9_998
    assert read(measure_wave, wave(FORM, notes, chunk(b"data", bytes(16_000)))).seconds == 1
    error = refused(measure_wave, wave(FORM, notes, chunk(b"note", b""), chunk(b"data", bytes(16_000))))
    assert (error.code, error.values) == ("media-broken", {"reason": "data"})

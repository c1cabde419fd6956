"""Media as programs and accidents leave them: measured as a browser plays them, or refused with the true reason."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from ebenerdig.media.measure import MediaError, measure
from ebenerdig.media.measured import MEASURES, read_measures
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from media_samples import NOISE, make_samples

SECONDS = 6
SOUND = ("-f", "lavfi", "-i", NOISE.format(SECONDS))
MADE = {
    "sound.mp3": (*SOUND, "-c:a", "libmp3lame", "-q:a", "5", "-id3v2_version", "0"),
    "sound.wav": (*SOUND, "-bitexact"),
    "sound.flac": SOUND,
    "vorbis.ogg": (*SOUND, "-c:a", "libvorbis"),
    "opus.ogg": (*SOUND, "-c:a", "libopus"),
    "flac.ogg": (*SOUND, "-c:a", "flac"),
    "streamed.mp4": (
        *("-f", "lavfi", "-i", f"testsrc=d={SECONDS}:s=160x90", *SOUND, "-c:v", "libx264", "-g", "25", "-c:a", "aac"),
        *("-movflags", "frag_keyframe+empty_moov"),
    ),
    "long.m4a": (*SOUND, "-c:a", "aac"),
    "second.mp2": (*SOUND, "-c:a", "mp2"),
    "adpcm.wav": (*SOUND, "-c:a", "adpcm_ms"),
    "inside.wav": (*SOUND, "-c:a", "libmp3lame"),
    "double.wav": (*SOUND, "-c:a", "pcm_f64le"),
    "pictures.mp4": ("-f", "lavfi", "-i", f"testsrc=d={SECONDS}:s=160x90", "-c:v", "mjpeg"),
    "old.mp4": ("-f", "lavfi", "-i", f"testsrc=d={SECONDS}:s=160x90", "-c:v", "mpeg2video"),
    "fast.mp4": (*SOUND, "-c:a", "aac", "-movflags", "+faststart"),
    "packets.ts": (*SOUND, "-c:a", "aac", "-f", "mpegts"),
}


def ffmpeg(*arguments: str) -> None:
    subprocess.run(["ffmpeg", "-nostdin", "-v", "error", "-y", *arguments], check=True)


def _holed(data: bytes) -> bytes:
    """Take out two of the six seconds, in the middle."""
    return data[: len(data) * 2 // 6] + data[len(data) * 4 // 6 :]


def _streamed(data: bytes) -> bytes:
    """Leave out how many samples a FLAC has, as a program does that cannot go back to its beginning."""
    return data[:21] + bytes([data[21] & 0xF0]) + bytes(4) + data[26:]


def _shifted(data: bytes) -> bytes:
    """Put a box before the index of a film whose places nobody moves with it."""
    at = data.index(b"moov") - 4
    return data[:at] + (108).to_bytes(4, "big") + b"free" + bytes(100) + data[at:]


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("odd")
    if not shutil.which("ffmpeg"):
        make_samples(folder)  # skips, or fails where nothing may be skipped
    for name, arguments in MADE.items():
        ffmpeg(*arguments, str(folder / name))
    ffmpeg("-ss", "2.2", "-i", str(folder / "long.m4a"), "-c", "copy", str(folder / "later.m4a"))
    content = {path.name: path.read_bytes() for path in folder.iterdir()}
    mp3, wav = content["sound.mp3"], content["sound.wav"]
    at = mp3.index(b"Xing") + 8
    written = {
        "joined.mp3": mp3 + mp3,
        "no-promise.mp3": mp3[:at] + bytes(4) + mp3[at + 4 :],
        "junk-behind.mp3": mp3 + bytes(range(256)) * 400,
        "streamed.wav": wav[:4] + b"\xff" * 4 + wav[8:40] + b"\xff" * 4 + wav[44:],
        "half.wav": wav[: len(wav) // 2],
        "half.flac": content["sound.flac"][: len(content["sound.flac"]) // 2],
        "half.ogg": content["vorbis.ogg"][: len(content["vorbis.ogg"]) // 2],
        "half.mp4": content["streamed.mp4"][: len(content["streamed.mp4"]) * 9 // 10],
        "second.mp3": content["second.mp2"],
        "packets.mp4": content["packets.ts"],
        "big-endian.wav": b"RIFX" + wav[4:],
        "shifted.mp4": _shifted(content["fast.mp4"]),
        **{f"hole.{name}": _holed(content[name]) for name in ("sound.flac", "vorbis.ogg", "opus.ogg", "sound.mp3")},
        "beginning.flac": _streamed(content["sound.flac"])[: len(content["sound.flac"]) // 12],
        "moment.wav": wav[:40] + (20).to_bytes(4, "little") + wav[44:64],
        "pointer.mp3": b"version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 9\n",
        "page.mp3": b"<!doctype html><title>Anmelden</title>",
    }
    for name, data in written.items():
        (folder / name).write_bytes(data)
    return folder


@pytest.mark.parametrize(
    ("name", "seconds"),
    [
        *((name, SECONDS) for name in ("sound.mp3", "sound.wav", "sound.flac", "vorbis.ogg", "opus.ogg", "flac.ogg")),
        *((name, SECONDS) for name in ("streamed.mp4", "streamed.wav", "no-promise.mp3", "junk-behind.mp3")),
        ("joined.mp3", 2 * SECONDS),
        ("later.m4a", SECONDS - 2.2),
        ("beginning.flac", SECONDS / 12),
    ],
)
def test_what_plays_is_as_long_as_a_player_plays_it(odd: Path, name: str, seconds: float) -> None:
    assert measure(odd / name).seconds == pytest.approx(seconds, abs=0.3)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("half.wav", "media-truncated"),
        ("half.flac", "media-truncated"),
        ("half.ogg", "media-truncated"),
        ("half.mp4", "media-truncated"),
        ("second.mp3", "media-other-type"),
        ("page.mp3", "media-other-type"),
        ("packets.mp4", "media-other-type"),
        ("big-endian.wav", "media-other-type"),
        ("double.wav", "media-codec"),
        ("shifted.mp4", "media-index-off"),
        ("hole.sound.flac", "media-gap"),
        ("hole.vorbis.ogg", "media-gap"),
        ("hole.opus.ogg", "media-gap"),
        ("hole.sound.mp3", "media-truncated"),
        ("adpcm.wav", "media-codec"),
        ("inside.wav", "media-codec"),
        ("pointer.mp3", "media-pointer"),
        ("moment.wav", "media-no-sound"),
    ],
)
def test_what_no_browser_plays_is_refused_for_the_true_reason(odd: Path, name: str, code: str) -> None:
    with pytest.raises(MediaError) as raised:
        measure(odd / name)
    assert raised.value.code == code


@pytest.mark.parametrize(("name", "found"), [("pictures.mp4", "JPEG"), ("old.mp4", "MPEG-2"), ("double.wav", "64 bit")])
def test_what_is_inside_is_called_by_its_name(odd: Path, name: str, found: str) -> None:
    with pytest.raises(MediaError) as raised:
        measure(odd / name)
    assert raised.value.values["found"] == found


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(
    st.sampled_from(["sound.mp3", "sound.wav", "sound.flac", "opus.ogg", "streamed.mp4", "long.m4a"]),
    st.lists(st.tuples(st.floats(0, 0.999), st.integers(0, 255)), max_size=30),
    st.floats(0, 1),
)
def test_no_damage_ends_in_anything_but_a_measure_or_a_problem(
    odd: Path, tmp_path: Path, name: str, flips: list[tuple[float, int]], kept: float
) -> None:
    data = bytearray((odd / name).read_bytes())
    for place, byte in flips:
        data[int(place**4 * len(data))] = byte
    path = tmp_path / name
    path.write_bytes(data[: int(kept * len(data))])
    try:
        assert measure(path).seconds is not None
    except MediaError as error:
        assert error.values["file"] == name


def test_a_record_that_is_no_file_counts_as_none_and_nobody_waits_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / MEASURES)
    assert read_measures(tmp_path) == {}

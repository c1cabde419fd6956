"""Make sound, film and pictures for tests, whole and broken ones, with ffmpeg and Pillow."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from mutagen.id3 import APIC, CHAP, CTOC, ID3, TIT2
from PIL import Image

NOISE = "anoisesrc=d={}:c=pink:a=0.3:seed=1"
SILENCE = "anullsrc=r=44100:cl=mono:d={}"
CHAPTERS = """;FFMETADATA1
[CHAPTER]
TIMEBASE=1/1000
START=0
END=2000
title=Begrüßung & Öl
[CHAPTER]
TIMEBASE=1/1000
START=2000
END=5000
title=Was es kostet
"""


def make_samples(folder: Path) -> Path:
    """Fill `folder` with samples; without ffmpeg the test is skipped, but on the build server it fails."""
    if not shutil.which("ffmpeg"):
        if os.environ.get("CI") == "true":
            pytest.fail("ffmpeg is missing; `make debian` installs it")
        pytest.skip("ffmpeg is missing")
    _whole(folder)
    _broken(folder)
    return folder


def _whole(folder: Path) -> None:
    noise, silence, lame = NOISE.format(20), SILENCE.format(20), ("-c:a", "libmp3lame", "-id3v2_version", "0")
    _ffmpeg(folder / "xing.mp3", "-f", "lavfi", "-i", noise, *lame, "-q:a", "4")
    _ffmpeg(folder / "constant.mp3", "-f", "lavfi", "-i", noise, *lame, "-b:a", "64k", "-write_xing", "0")
    both = ("-f", "lavfi", "-i", silence, "-f", "lavfi", "-i", noise, "-filter_complex", "concat=n=2:v=0:a=1")
    _ffmpeg(folder / "variable.mp3", *both, *lame, "-q:a", "6", "-write_xing", "0")
    _ffmpeg(folder / "low.mp3", "-f", "lavfi", "-i", noise, *lame, "-ar", "22050", "-q:a", "6", "-write_xing", "0")
    (folder / "chapters.txt").write_text(CHAPTERS, "utf-8")
    marked = ("-i", str(folder / "chapters.txt"), "-map_chapters", "1", "-c:a", "aac", "-movflags", "+faststart")
    _ffmpeg(folder / "chapters.m4a", "-f", "lavfi", "-i", NOISE.format(5), *marked)
    picture = ("-f", "lavfi", "-i", "testsrc=d=3:s=160x90", "-f", "lavfi", "-i", NOISE.format(3))
    _ffmpeg(folder / "film.mp4", *picture, "-c:v", "libx264", "-c:a", "aac", "-movflags", "+faststart")
    _ffmpeg(folder / "index-last.mp4", "-i", str(folder / "film.mp4"), "-c", "copy")
    Image.effect_noise((600, 600), 90).convert("RGB").save(folder / "picture.jpg", quality=90)


def _broken(folder: Path) -> None:
    for name in ("xing.mp3", "film.mp4", "chapters.m4a", "index-last.mp4", "picture.jpg"):
        whole = (folder / name).read_bytes()
        (folder / f"cut-{name}").write_bytes(whole[: len(whole) * 9 // 10])
    cover = APIC(mime="image/jpeg", type=3, data=(folder / "picture.jpg").read_bytes())
    _tagged(folder / "xing.mp3", folder / "cut-with-cover.mp3", cover)
    whole = (folder / "cut-with-cover.mp3").read_bytes()
    lost = (folder / "xing.mp3").stat().st_size // 10
    (folder / "cut-with-cover.mp3").write_bytes(whole[:-lost])
    (folder / "empty.mp3").touch()
    (folder / "text.mp3").write_text("Das ist ein Text und kein Ton.\n" * 99, "utf-8")
    (folder / "film-called.mp3").write_bytes((folder / "film.mp4").read_bytes())
    (folder / "text.mp4").write_text("Das ist ein Text und kein Film.\n" * 99, "utf-8")
    Image.new("RGB", (50, 50)).save(folder / "png-called.jpg", "PNG")
    (folder / "text.png").write_text("Das ist kein Bild.", "utf-8")


def with_chapters(source: Path, target: Path, *chapters: tuple[int, str]) -> None:
    """Copy an MP3 and write CHAP frames of milliseconds and titles into it, in the order given."""
    ids = [f"ch{number}" for number in range(len(chapters))]
    frames = [
        CHAP(element_id=name, start_time=start, end_time=start + 1, sub_frames=[TIT2(text=title.split("\0"))])
        for name, (start, title) in zip(ids, chapters, strict=True)
    ]
    _tagged(source, target, *frames, CTOC(element_id="toc", flags=3, child_element_ids=ids))


def _tagged(source: Path, target: Path, *frames: object) -> None:
    shutil.copyfile(source, target)
    tags = ID3()
    add: Callable[[object], None] = tags.add
    for frame in frames:
        add(frame)
    tags.save(target)


def _ffmpeg(target: Path, *arguments: str) -> None:
    command = ["ffmpeg", "-nostdin", "-v", "error", "-y", *arguments, "-threads", "1", str(target)]
    subprocess.run(command, check=True, timeout=120)

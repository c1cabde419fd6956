"""The finished sound: softened voices at an even loudness, with a few quiet notes.

ffmpeg measures the loudness of the whole, then turns it up or down as a whole
and only catches peaks: the same input always gives the same output.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from .speech import RATE
from .tools import EXACT, ffmpeg

LOUDNESS = -15.5
"""LUFS; the limiter and the MP3 take half a unit, and podcast apps expect -16."""

# Less rumble, a little more warmth, less of the synthetic edge; even levels.
SOFTEN = (
    "highpass=f=70,equalizer=f=180:t=q:w=1:g=2,equalizer=f=3200:t=q:w=1:g=-3,"
    "treble=f=6500:g=-5,acompressor=threshold=-20dB:ratio=2.5:attack=8:release=160"
)


class Note(NamedTuple):
    """A soft struck tone, like wood: when it sounds, in Hertz, and how loud."""

    start: float
    pitch: float
    level: float = 0.10


JINGLE = (
    Note(0.0, 293.66),
    Note(0.22, 369.99),
    Note(0.44, 440.0),
    Note(0.66, 587.33),
    Note(1.1, 146.83),
    Note(1.1, 440.0),
)
"""Four steps up and a rest on the ground: the sound of the show."""
CHIME = (Note(0.0, 440.0, 0.07), Note(0.18, 587.33, 0.07))
"""Between chapters."""
FAREWELL = (Note(0.0, 587.33), Note(0.26, 440.0), Note(0.52, 293.66), Note(0.52, 146.83))


def played(tune: Sequence[Note], at: float) -> Iterator[Note]:
    """Begin a tune at a time."""
    yield from (note._replace(start=at + note.start) for note in tune)


def mix(voices: array[int], notes: Sequence[Note], target: Path) -> None:
    """Write a lossless file of the voices with the notes below them, and a breath of air instead of dead silence."""
    raw, spoken = ["-f", "s16le", "-ar", str(RATE), "-ac", "1", "-i"], voices.tobytes()
    look = f"{SOFTEN},loudnorm=print_format=json"
    told = ffmpeg(*raw, "-", "-af", look, "-f", "null", "-", data=spoken).stderr.decode(errors="replace")
    report = json.loads(told[told.rindex("{") : told.rindex("}") + 1])
    graph = (
        f"[0]{SOFTEN},volume={LOUDNESS - float(report['input_i']):.2f}dB[voice];"
        f"anoisesrc=color=pink:amplitude=0.0015:seed=1:r={RATE}[room];"
        "[voice][1][room]amix=inputs=3:normalize=0:duration=first,alimiter=limit=0.84:level=0"
    )
    music = target.with_suffix(".notes")
    music.write_bytes(_track(notes, len(voices)).tobytes())
    ffmpeg(*raw, "-", *raw, str(music), "-filter_complex", graph, *EXACT, str(target), data=spoken)
    music.unlink()


def _track(notes: Sequence[Note], length: int) -> array[int]:
    """Strike each note once with ffmpeg, and lay them all on one silent track."""
    track = array("h", bytes(2 * length))
    for note in notes:
        first = round(note.start * RATE)
        for index, value in enumerate(_strike(note)[: max(0, length - first)], first):
            track[index] = max(-32768, min(32767, track[index] + value))
    return track


def _strike(note: Note) -> array[int]:
    wave = (
        f"{note.level}*min(1,t*80)*(exp(-2.6*t)*sin({note.pitch}*2*PI*t)"
        f"+0.28*exp(-5*t)*sin({note.pitch * 2}*2*PI*t)+0.10*exp(-11*t)*sin({note.pitch * 4}*2*PI*t))"
    )
    source = f"aevalsrc='{wave}':s={RATE}:d=2.6"
    return array("h", ffmpeg("-f", "lavfi", "-i", source, "-f", "s16le", "-ac", "1", "-").stdout)


def mp3(source: Path, target: Path) -> None:
    ffmpeg("-i", str(source), "-ar", "24000", "-ac", "1", "-c:a", "libmp3lame", "-b:a", "40k", *EXACT, str(target))

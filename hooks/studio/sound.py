"""The finished sound: softened voices at an even loudness, with a few quiet notes.

ffmpeg measures the loudness of the whole, then turns it up or down as a whole
and only catches peaks: the same input always gives the same output.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from .speech import RATE
from .tools import EXACT, ffmpeg

LOUDNESS = -15.5
"""LUFS; the limiter and the MP3 take half a unit, and podcast apps expect -16."""

# Less rumble, a little more warmth, less of the synthetic edge; even levels.
SOFTEN = (
    "highpass=f=70,equalizer=f=180:t=q:w=1:g=2,equalizer=f=3200:t=q:w=1:g=-3,"
    "treble=f=6500:g=-5,acompressor=threshold=-20dB:ratio=2.5:attack=8:release=160"
)


@dataclass(frozen=True, slots=True)
class Note:
    """A soft struck tone, like wood: when it sounds, in Hertz, and how loud."""

    start: float
    pitch: float
    level: float = 0.10


def jingle(at: float) -> list[Note]:
    """Four steps up and a rest on the ground: the sound of the show."""
    tune = ((0.0, 293.66), (0.22, 369.99), (0.44, 440.0), (0.66, 587.33), (1.10, 146.83), (1.10, 440.0))
    return [Note(at + start, pitch) for start, pitch in tune]


def chime(at: float) -> list[Note]:
    """Two notes between chapters."""
    return [Note(at, 440.0, 0.07), Note(at + 0.18, 587.33, 0.07)]


def farewell(at: float) -> list[Note]:
    return [Note(at + start, pitch) for start, pitch in ((0.0, 587.33), (0.26, 440.0), (0.52, 293.66), (0.52, 146.83))]


def mix(voices: array[int], notes: Sequence[Note], target: Path) -> None:
    """Write a lossless file of the voices with the notes below them, and a breath of air instead of dead silence."""
    raw = ["-f", "s16le", "-ar", str(RATE), "-ac", "1", "-i", "-"]
    measured = ffmpeg([*raw, "-af", f"{SOFTEN},loudnorm=print_format=json", "-f", "null", "-"], voices.tobytes())[1]
    report = json.loads(measured[measured.rindex("{") : measured.rindex("}") + 1])
    gain = LOUDNESS - float(report["input_i"])
    seconds = len(voices) / RATE
    graph = (
        f"[0]{SOFTEN},volume={gain:.2f}dB[voice];"
        f"anoisesrc=color=pink:amplitude=0.0015:seed=1:r={RATE}[room];"
        "[voice][1][room]amix=inputs=3:normalize=0:duration=first,alimiter=limit=0.84:level=0"
    )
    music = ["-f", "s16le", "-ar", str(RATE), "-ac", "1", "-i"]
    played = target.with_suffix(".notes")
    played.write_bytes(_play(notes, seconds))
    ffmpeg([*raw, *music, str(played), "-filter_complex", graph, *EXACT, str(target)], voices.tobytes())
    played.unlink()


def _play(notes: Sequence[Note], seconds: float) -> bytes:
    """Strike each note once with ffmpeg, and lay them all on one silent track."""
    track = array("h", bytes(2 * round(seconds * RATE)))
    for note in notes:
        first = round(note.start * RATE)
        for index, value in enumerate(_strike(note)):
            if first + index < len(track):
                track[first + index] = max(-32768, min(32767, track[first + index] + value))
    return track.tobytes()


def _strike(note: Note) -> array[int]:
    wave = (
        f"{note.level}*min(1,t*80)*(exp(-2.6*t)*sin({note.pitch}*2*PI*t)"
        f"+0.28*exp(-5*t)*sin({note.pitch * 2}*2*PI*t)+0.10*exp(-11*t)*sin({note.pitch * 4}*2*PI*t))"
    )
    source = ["-f", "lavfi", "-i", f"aevalsrc='{wave}':s={RATE}:d=2.6", "-f", "s16le", "-ac", "1", "-"]
    tone = array("h")
    tone.frombytes(ffmpeg(source)[0])
    return tone


def mp3(source: Path, target: Path) -> None:
    ffmpeg(["-i", str(source), "-ar", "24000", "-ac", "1", "-c:a", "libmp3lame", "-b:a", "40k", *EXACT, str(target)])

"""Speaking a script with espeak-ng, and remembering when each clause is heard.

Every clause is spoken on its own and freed of the silence around it, so that
its times are exact and the pauses are ours: a breath at a comma, longer ones
between sentences, speakers and chapters.
"""

from __future__ import annotations

import subprocess
from array import array
from dataclasses import dataclass, field

from ebenerdig.media.transcript import Cue

from .sayings import spelled
from .script import Paragraph
from .sentences import clauses, sentences
from .tools import MissingTool

RATE = 22_050
"""Samples a second, as espeak-ng makes them."""

BREATH, STOP, TURN = 0.16, 0.42, 0.62
"""Seconds of silence after a clause, a sentence, and a paragraph."""

QUIET = 90
"""Samples below this are silence."""


@dataclass(frozen=True, slots=True)
class Voice:
    """A variant of espeak-ng's German voice; pitch around 50, speed in words per minute, volume around 100."""

    variant: str
    pitch: int
    speed: int
    volume: int


# Chosen by measure: variants without roughness or flutter, with little energy above 4 kHz,
# and at pitches that are easy to tell apart; equally loud.
VOICES = {
    "female": Voice("f2", 48, 156, 88),
    "female2": Voice("f4", 34, 150, 100),
    "male": Voice("m3", 52, 152, 103),
    "male2": Voice("m7", 36, 148, 94),
}


@dataclass(slots=True)
class Track:
    """A growing recording."""

    samples: array[int] = field(default_factory=lambda: array("h"))

    @property
    def seconds(self) -> float:
        return len(self.samples) / RATE

    def wait(self, seconds: float) -> None:
        self.samples.extend(array("h", bytes(2 * round(seconds * RATE))))

    def say(self, paragraph: Paragraph, voice: str) -> list[list[Cue]]:
        """Append what is said, and tell when: for each sentence its clauses."""
        spoken = []
        for sentence in sentences(paragraph.text):
            cues = []
            for clause in clauses(sentence):
                start = self.seconds
                self.samples.extend(_speak(clause, VOICES[voice]))
                cues.append(Cue(start, self.seconds, clause, paragraph.speaker))
                self.wait(BREATH)
            spoken.append(cues)
            self.wait(STOP - BREATH)
        self.wait(TURN - STOP)
        return spoken


def _speak(text: str, voice: Voice) -> array[int]:
    manner = ["-p", str(voice.pitch), "-s", str(voice.speed), "-a", str(voice.volume), "-z", "-b", "1"]
    command = ["espeak-ng", "-v", f"de+{voice.variant}", *manner, "--stdin", "--stdout"]
    try:
        done = subprocess.run(command, input=spelled(text).encode(), capture_output=True, check=True)
    except FileNotFoundError as error:
        raise MissingTool("espeak-ng is not installed.") from error
    header = done.stdout.find(b"data") + 8
    samples = array("h")
    samples.frombytes(done.stdout[header : header + (len(done.stdout) - header) // 2 * 2])
    return _trimmed(samples)


def _trimmed(samples: array[int]) -> array[int]:
    """Without the silence before and after, save for a hundredth of a second."""
    loud = [number for number in range(0, len(samples), 20) if abs(samples[number]) > QUIET]
    if not loud:
        return samples
    margin = RATE // 50
    return samples[max(0, loud[0] - margin) : loud[-1] + margin]

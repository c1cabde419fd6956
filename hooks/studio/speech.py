"""Speaking a script with espeak-ng, and remembering when each clause is heard.

Every clause is spoken on its own and freed of the silence around it, so that
its times are exact and the pauses are ours: a breath at a comma, longer ones
between sentences, speakers and chapters.
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field

from ebenerdig.media.transcript import Cue

from .sayings import spelled
from .sentences import clauses, sentences
from .tools import run

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

    def say(self, text: str, speaker: str, voice: str) -> list[list[Cue]]:
        """Append what is said, and tell when: for each sentence its clauses."""
        spoken = []
        for sentence in sentences(text):
            cues = []
            for clause in clauses(sentence):
                start = self.seconds
                self.samples.extend(_speak(clause, VOICES[voice]))
                cues.append(Cue(start, self.seconds, clause, speaker))
                self.wait(BREATH)
            spoken.append(cues)
            self.wait(STOP - BREATH)
        self.wait(TURN - STOP)
        return spoken


def _speak(text: str, voice: Voice) -> array[int]:
    """Speak without the silence before and after."""
    manner = ["-p", str(voice.pitch), "-s", str(voice.speed), "-a", str(voice.volume), "-z", "-b", "1"]
    command = ["espeak-ng", "-v", f"de+{voice.variant}", *manner, "--stdin", "--stdout"]
    wave = run(*command, data=spelled(text).encode()).stdout
    samples = array("h", wave[(header := wave.find(b"data") + 8) : header + (len(wave) - header) // 2 * 2])
    loud = [number for number in range(0, len(samples), 20) if abs(samples[number]) > QUIET]
    margin = RATE // 50  # a hundredth of a second before and after
    return samples[max(0, loud[0] - margin) : loud[-1] + margin] if loud else samples

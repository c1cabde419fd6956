"""What the readers of sound and film have in common: what they find, and how they refuse a file."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NamedTuple


@dataclass(eq=False)
class Refused(Exception):
    """What a reader cannot vouch for; `code` is its sentence in `texts/`, to which the file's name is still missing."""

    code: str
    values: dict[str, Any] = field(default_factory=dict)


class Sound(NamedTuple):
    """How long a browser plays, in seconds, bits per second, and the chapters inside as seconds and title."""

    seconds: float
    bitrate: int
    chapters: tuple[tuple[float, object], ...] = ()

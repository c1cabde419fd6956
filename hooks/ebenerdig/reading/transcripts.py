"""What is said in an item: read from its files once, and then on the disk until somebody wants it.

A thousand transcripts would fill the memory, and most builds want none of them.
"""

from __future__ import annotations

import marshal
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from hashlib import blake2b
from pathlib import Path

from ..kept import Kept
from ..media.spoken import Spoken, TranscriptError, examine_transcript
from ..media.spoken.speakers import speaking
from ..media.transcript import Cue
from ..models import Item
from ..models.fields import FileRef
from ..problems import Problem
from .files import content_of
from .slugs import slug
from .source import Source


@dataclass(frozen=True, slots=True)
class Transcript:
    """What one file says, and by whom; `end` in seconds, `sum` differs where anything said does.

    `is_mended` where players would show something else than was read; `people` are those the item knows.
    """

    root: Path
    file: Path
    name: str
    people: frozenset[str]
    sum: str
    end: float
    is_mended: bool

    @property
    def cues(self) -> tuple[Cue, ...]:
        """Everything that is said, in order."""
        content = Kept(self.root, KIND).get(
            self.key, lambda: _packed(_read(self.name, self.file.read_bytes(), self.people).cues)
        )
        return tuple(map(Cue, *marshal.loads(content)))

    @property
    def key(self) -> tuple[object, ...]:
        """What it depends on."""
        return self.name, self.sum, sorted(self.people)


KIND = "transcripts"


def read_transcripts(root: Path, source: Source, item: Item) -> tuple[dict[FileRef, Transcript], list[Problem]]:
    """Read what is said, and the captions in further languages, by their file."""
    people = frozenset(str(appearance.person) for appearance in item.appearances())
    kept = Kept(root, KIND)
    found: dict[FileRef, Transcript] = {}
    problems: list[Problem] = []
    for file in dict.fromkeys(words.file for words in (item.spoken_text(), *item.captioned()) if words):
        data, closed = content_of(source, file)
        problems += closed
        if data is None:
            continue
        path, name = source.path.parent / file, f"{source.folder}/{file}"
        try:
            read = _read(name, data, people)
        except TranscriptError as error:
            problems += error.problems
            continue
        sum_ = blake2b(data, digest_size=20).hexdigest()
        one = Transcript(root, path, name, people, sum_, read.cues[-1].end, read.is_mended)
        kept.get(one.key, partial(_packed, read.cues))
        found[file] = one
        problems += read.advice
    return found, problems


def _read(name: str, data: bytes, people: frozenset[str]) -> Spoken:
    read = examine_transcript(name, data, lambda speaker: slug(speaker) in people)
    return read._replace(cues=tuple(speaking(read.cues)))


def _packed(cues: Iterable[Cue]) -> bytes:
    """Write cues as four rows: their beginnings, ends, texts and speakers."""
    return marshal.dumps([list(row) for row in zip(*cues, strict=True)])

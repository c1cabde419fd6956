"""The podcast episode."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from pydantic import BeforeValidator

from .fields import MediaRef, OrganisationId
from .model import should
from .parts import Appearance, Transcript
from .recording import Recording


class Episode(Recording):
    audio: MediaRef
    hosts: tuple[Appearance, ...] = ()
    guests: tuple[Appearance, ...] = should(())
    company: OrganisationId | None = should(None)
    transcript: Annotated[Transcript | None, BeforeValidator(Transcript.from_name)] = None

    def appearances(self) -> tuple[Appearance, ...]:
        return self.guests + self.hosts

    def cast(self) -> Iterator[tuple[Appearance, str]]:
        yield from ((appearance, "guest") for appearance in self.guests)
        yield from ((appearance, "host") for appearance in self.hosts)

    def media_files(self) -> tuple[MediaRef, ...]:
        return (self.audio,)

    def spoken_text(self) -> Transcript | None:
        return self.transcript

    def organisations(self) -> tuple[OrganisationId, ...]:
        return (self.company,) if self.company else ()

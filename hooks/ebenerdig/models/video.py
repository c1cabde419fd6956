"""The explainer video."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from .fields import FileRef, Line, Many, MediaRef, OrganisationId, PictureRef, Seconds
from .model import Fault, Model, should
from .parts import Appearance, Captions, Term
from .providers import PROVIDERS
from .recording import Alternate, Recording


class Method(Model):
    steps: Many[Line]
    material: Many[Line] = ()
    time: Line | None = None
    people: Line | None = None


class AudioDescription(Model):
    status: Literal["in_sound", "own_track", "not_needed"]
    reason: Line | None = None
    file: MediaRef | None = None

    def rules(self) -> Iterator[Fault]:
        if self.status == "not_needed" and not self.reason:
            yield Fault(("status",), "audio-description-reason")
        if self.status == "own_track" and not self.file:
            yield Fault(("status",), "audio-description-file")


def _is_same(language: str, other: str) -> bool:
    """Whether two codes mean one language, as `en-GB` and `en` do."""
    return language.partition("-")[0] == other.partition("-")[0]


class Video(Recording):
    kind: Literal["term", "concept", "method", "tool"]
    term: Term | None = None
    method: Method | None = None
    video: Annotated[Many[MediaRef], Field(min_length=1)]
    duration: Seconds | None = None
    poster: PictureRef | None = should(None)
    captions: Annotated[tuple[Captions, ...], Field(min_length=1)]
    audio_description: AudioDescription
    sign_language: MediaRef | None = None
    speakers: tuple[Appearance, ...] = ()
    company: OrganisationId | None = None

    def appearances(self) -> tuple[Appearance, ...]:
        return self.speakers

    def still(self) -> PictureRef | None:
        return self.poster

    def cast(self) -> Iterator[tuple[Appearance, str]]:
        yield from ((appearance, "narrator") for appearance in self.speakers)

    def other_recordings(self) -> tuple[Alternate, ...]:
        found = [Alternate.model_construct(file=file) for file in self.video]
        if self.audio_description.file:
            found.append(Alternate.model_construct(file=self.audio_description.file, kind="audio_description"))
        if self.sign_language:
            found.append(Alternate.model_construct(file=self.sign_language, kind="sign_language"))
        return (*found, *self.alternates)

    def media_files(self) -> tuple[MediaRef, ...]:
        return self.video

    def stated_seconds(self) -> float | None:
        return self.duration

    def versions(self) -> Iterator[tuple[str, MediaRef]]:
        if self.audio_description.file:
            yield "described", self.audio_description.file
        if self.sign_language:
            yield "signed", self.sign_language

    def captioned(self) -> tuple[Captions, ...]:
        return self.captions

    def spoken_text(self) -> Captions:
        return min(self.captions, key=lambda c: (not _is_same(c.language, self.language), c.kind != "captions"))

    def translations(self) -> tuple[Captions, ...]:
        return tuple(captions for captions in self.captions if captions is not self.spoken_text())

    def explains(self) -> Term | None:
        return self.term

    def helping_files(self) -> dict[str, tuple[MediaRef | FileRef, ...]]:
        described = self.audio_description.file
        return {
            "captions": tuple(captions.file for captions in self.captions),
            "audioDescription": (described,) if described else (),
            "signLanguage": (self.sign_language,) if self.sign_language else (),
        }

    def organisations(self) -> tuple[OrganisationId, ...]:
        return (self.company,) if self.company else ()

    def rules(self) -> Iterator[Fault]:
        yield from super().rules()
        if self.kind in ("term", "concept") and not self.term:
            yield Fault(("kind",), "term-missing", {"kind": self.kind}, missing="term")
        if self.kind == "method" and not self.method:
            yield Fault(("kind",), "method-missing", missing="method")
        for index, film in enumerate(self.video):
            if not film.is_recording and not film.embed:
                yield Fault(("video", index), "video-provider", {"value": film, "known": ", ".join(PROVIDERS)})

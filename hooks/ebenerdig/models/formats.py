"""FORMATS: the only place that names episode, video and tour.

Everything else asks a format for what it can do. A fourth format is one more
entry here, with its model beside it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from . import Episode, Item, Tour, Video


@dataclass(frozen=True, slots=True)
class Format:
    """One kind of item.

    `names` holds the singular and plural for visitors by language, `verb` the call to action. `player` is
    the HTML element that plays its media, if it has any. `medium` is that of the shows whose feeds its items go into,
    "podcast" or "video"; its model is then a `Recording`. `template` is the part of the page that only this format
    has. `icon` is a path in Material's icon set; `color` a name in the style sheet; `motif` what its drawings show, a
    name in `outputs/drawings/motifs.py`; `schema` schema.org's word for it.
    """

    id: str
    folder: str
    model: type[Item]
    names: Mapping[str, tuple[str, str]]
    verb: Mapping[str, str]
    icon: str
    color: str = "ink"
    motif: str = "way"
    schema: str = "CreativeWork"
    player: str | None = None
    medium: str | None = None
    template: str | None = None

    @property
    def has_film(self) -> bool:
        """Whether what it plays can be seen, too."""
        return self.player == "video"

    def __reduce__(self) -> tuple[object, ...]:
        return format_named, (self.id,)

    def name(self, language: str) -> str:
        """The singular, such as "Podcast-Folge"."""
        return self.names[language][0]

    def plural(self, language: str) -> str:
        """The plural, such as "Podcast-Folgen"."""
        return self.names[language][1]


FORMATS: list[Format] = [
    Format(
        id="episode",
        folder="episodes",
        model=Episode,
        names={"de": ("Podcast-Folge", "Podcast-Folgen"), "en": ("Podcast episode", "Podcast episodes")},
        verb={"de": "Anhören", "en": "Listen"},
        icon="material/headphones",
        color="episode",
        motif="voices",
        schema="PodcastEpisode",
        player="audio",
        medium="podcast",
    ),
    Format(
        id="video",
        folder="videos",
        model=Video,
        names={"de": ("Erklärvideo", "Erklärvideos"), "en": ("Explainer video", "Explainer videos")},
        verb={"de": "Ansehen", "en": "Watch"},
        icon="material/play-box-outline",
        color="video",
        motif="screen",
        schema="VideoObject",
        player="video",
        medium="video",
        template="video.html",
    ),
    Format(
        id="tour",
        folder="tours",
        model=Tour,
        names={"de": ("Erlebnistour", "Erlebnistouren"), "en": ("Experience tour", "Experience tours")},
        verb={"de": "Erleben", "en": "Visit"},
        icon="material/map-marker-path",
        color="tour",
        schema="TouristTrip",
        template="tour.html",
    ),
]


def format_named(form_id: str) -> Format:
    """The format with this id: the same object in every process."""
    return next(form for form in FORMATS if form.id == form_id)

"""What an item is: the one place that says which fields exist and what they hold.

Everything else is derived from these models: the checks, the JSON Schema
files, the references between items and the files an item needs. A field made
with `should` may be missing, at the price of a piece of advice. `rules` yields
what a single field cannot know.
"""

from __future__ import annotations

from .episode import Episode
from .item import LONGEST_TITLE, Item
from .library import Library
from .model import Fact, Fault, Model, Place, nested
from .package import Package
from .parts import Appearance, Captions, Chapter, Image, Location, NamedUrl, NextStep, Stop, Term, TourDate
from .recording import Alternate, Recording
from .records import Funder, Level, License, Organisation, Person, Record, Subject, worded
from .show import Owner, Show
from .tour import Tour
from .video import Video

__all__ = [
    "LONGEST_TITLE",
    "Alternate",
    "Appearance",
    "Captions",
    "Chapter",
    "Episode",
    "Fact",
    "Fault",
    "Funder",
    "Image",
    "Item",
    "Level",
    "Library",
    "License",
    "Location",
    "Model",
    "NamedUrl",
    "NextStep",
    "Organisation",
    "Owner",
    "Package",
    "Person",
    "Place",
    "Record",
    "Recording",
    "Show",
    "Stop",
    "Subject",
    "Term",
    "Tour",
    "TourDate",
    "Video",
    "nested",
    "worded",
]

"""The package: a path through several items."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .fields import Alias, AreaId, ItemId, Levels, Many, Teaser, Text, Title
from .model import Model
from .parts import Image, NextStep


class Package(Model):
    """An ordered path through items of several formats."""

    title: Title
    description: Teaser
    goal: Text
    why: Text
    items: Annotated[tuple[ItemId, ...], Field(min_length=2)]
    closing: NextStep
    levels: Levels
    areas: Annotated[Many[AreaId], Field(min_length=1)]
    image: Image | None = None
    draft: bool = False
    aliases: Many[Alias] = ()

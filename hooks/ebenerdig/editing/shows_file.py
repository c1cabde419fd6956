"""Add a show to `content/_data/shows.yml` with the guid that it keeps for ever; all else in the file stays as it is."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ..models.podcast_guid import podcast_guid, without_scheme
from ..problems import Problem
from ..reading.project import Project
from ..texts import Texts
from .register_file import append_record


@dataclass(frozen=True)
class NewShow:
    """What a show needs to begin with; `base_url` is the library's address with a slash at its end.

    `guid` is the one that a show brings along from elsewhere; without it, it gets its own.
    `flags` names those of `Show` that hold, `more` holds further fields of it.
    """

    id: str
    title: str
    description: str
    base_url: str
    author: str
    email: str
    language: str
    categories: tuple[str, ...] = ("Technology",)
    image: str = "podcast.jpg"
    guid: str = ""
    flags: tuple[str, ...] = ()
    is_serial: bool = False
    locked: bool = True
    seasons: Mapping[int, str] = field(default_factory=dict)
    owner: str = ""
    more: Mapping[str, Any] = field(default_factory=dict)

    def record(self, texts: Texts) -> str:
        """The show as YAML text; JSON's quoted strings are YAML's too."""
        address = without_scheme(f"{self.base_url}feed/{self.id}.xml")
        said = (self.title, self.description, self.author, self.owner or self.author, self.email, self.image)
        name, about, author, owner, email, image, *categories = (
            json.dumps(value, ensure_ascii=False) for value in (*said, *self.categories)
        )
        seasons = ", ".join(f"{n}: {json.dumps(said, ensure_ascii=False)}" for n, said in self.seasons.items())
        return (
            f"{self.id}:\n"
            f"  name: {name}\n"
            f"  description: {about}\n"
            f"  language: {self.language}\n"
            f"  categories: [{', '.join(categories)}]\n"
            f"  image: {image}\n"
            f"  author: {author}\n"
            f"  owner: {{name: {owner}, email: {email}}}\n"
            + "".join(f"  {flag}: true\n" for flag in self.flags)
            + ("  type: serial\n" if self.is_serial else "")
            + ("" if self.locked else "  locked: false\n")
            + (f"  seasons: {{{seasons}}}\n" if self.seasons else "")
            + "".join(f"  {key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in self.more.items())
            + f"  # {texts('show-guid-comment')}\n"
            + (f"  guid: {self.guid}\n" if self.guid else f"  guid: {podcast_guid(address)}\n  guid_of: {address}\n")
        )


def add_show(project: Project, show: NewShow) -> list[Problem]:
    """Append a show to the file, or return why the whole would not be right then; nothing is written in that case."""
    return append_record(project, "shows", show.id, show.record(project.texts))

"""Add a show to `content/_data/shows.yml` with the guid that it keeps for ever; all else in the file stays as it is."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path

from .models import Show
from .podcast_guid import podcast_guid, without_scheme
from .problems import Problem
from .project import Project
from .source import read_register
from .texts import Texts
from .validate import validate_entry

SHOWS = "content/_data/shows.yml"


@dataclass(frozen=True)
class NewShow:
    """What a show needs to begin with; `base_url` is the library's address with a slash at its end.

    `guid` is the one that a show brings along from elsewhere; without it, it gets its own.
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
    explicit: bool = False

    def record(self, texts: Texts) -> str:
        """The show as YAML text; JSON's quoted strings are YAML's too."""
        address = without_scheme(f"{self.base_url}feed/{self.id}.xml")
        name, about, author, email, image, *categories = (
            json.dumps(value, ensure_ascii=False)
            for value in (self.title, self.description, self.author, self.email, self.image, *self.categories)
        )
        return (
            f"{self.id}:\n"
            f"  name: {name}\n"
            f"  description: {about}\n"
            f"  language: {self.language}\n"
            f"  categories: [{', '.join(categories)}]\n"
            f"  image: {image}\n"
            f"  author: {author}\n"
            f"  owner: {{name: {author}, email: {email}}}\n"
            + ("  explicit: true\n" if self.explicit else "")
            + f"  # {texts('show-guid-comment')}\n"
            + (f"  guid: {self.guid}\n" if self.guid else f"  guid: {podcast_guid(address)}\n  guid_of: {address}\n")
        )


def add_show(project: Project, show: NewShow) -> list[Problem]:
    """Append a show to the file, or return why the whole would not be right then; nothing is written in that case."""
    path = project.root / SHOWS
    before = path.read_bytes() if path.is_file() else b""
    line_end = b"\r\n" if b"\r\n" in before else b"\n"
    gap = b"" if not before or before.endswith(b"\n") else line_end
    draft = path.with_name("shows.new.yml")
    draft.write_bytes(before + gap + show.record(project.texts).encode().replace(b"\n", line_end))
    problems = [replace(problem, path=SHOWS) for problem in _mistakes(draft, project.root, show.id)]
    if problems:
        draft.unlink()
    else:
        draft.replace(path)
    return problems


def _mistakes(path: Path, root: Path, show_id: str) -> list[Problem]:
    source, problems = read_register(path, root)
    if source is None:
        return problems
    _, problems = validate_entry(source, Show, (show_id,))
    return [problem for problem in problems if problem.severity == "error"]

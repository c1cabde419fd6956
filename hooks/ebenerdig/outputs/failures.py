"""What could not be made: told with the item's path and the place in template or code, all at once, as any mistake is.

A template of the project's own, or an output, can fail on what an item says. Whoever builds sees which item that was,
not how the program got there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, MutableMapping
from contextlib import contextmanager
from pathlib import Path
from traceback import walk_tb
from types import TracebackType
from typing import Any

from jinja2 import BaseLoader, Environment, Template, TemplateNotFound, TemplateSyntaxError

from ..problems import Problem
from ..reading.entries import Entry, PackagePage

PACKAGE = Path(__file__).parents[1]

NAMELESS = "<template>"
"""What Jinja calls a template that came as text."""

Failure = tuple[str, str, str]
"""Path, place and reason."""

PathOf = Callable[[Mapping[str, Any]], str]
"""From what a template is given to the path of the file that its page is made of."""


class Unfinished(Exception):
    """An output could not be made whole, and knows why in an editor's words."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__()
        self.problems = problems


class Failures:
    """Collects what fails while everything else is made; one cause is told once, however many pages it breaks."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self.found: list[Failure | Problem] = []

    @contextmanager
    def kept(self, path: str = "") -> Iterator[None]:
        """Keep what fails inside; without a `path` it is told of the item that was in hand."""
        try:
            yield
        except Unfinished as unfinished:
            self.found += unfinished.problems
        except Exception as error:
            self.keep(error, path)

    def keep(self, error: Exception, path: str = "") -> None:
        """Keep one failure."""
        trace = error.__traceback__
        place = self._place(error, trace).replace(NAMELESS, path or NAMELESS)
        reason = f"{type(error).__name__}: {error}"
        self.found.append((path or in_hand(trace) or place.rpartition(":")[0], place, reason))

    def spare(self, template: Template, path_of: PathOf) -> Template:
        """Let a template of the project's own make the finished page as it is where it fails."""
        render = template.render

        def spared(*args: Any, **kwargs: Any) -> str:
            context = dict(*args, **kwargs)
            with self.kept(path_of(context)):
                return render(context)
            return str(context.get("finished_page", ""))

        template.render = spared  # type: ignore[method-assign]
        return template

    def problems(self) -> list[Problem]:
        """One problem for each cause, with the first file that it met."""
        causes: dict[tuple[str, str], list[str]] = {}
        for path, place, reason in (found for found in self.found if not isinstance(found, Problem)):
            met = causes.setdefault((place, reason), [])
            if path not in met:
                met.append(path)
        return [found for found in self.found if isinstance(found, Problem)] + [
            Problem(min(met), 1, 1, "not-made", {"place": place, "reason": reason, "others": len(met) - 1})
            for (place, reason), met in causes.items()
        ]

    def _place(self, error: Exception, trace: TracebackType | None) -> str:
        """Where it happened: the innermost line of a template, else of the program."""
        if isinstance(error, TemplateSyntaxError) and error.filename:
            return f"{self._short(error.filename)}:{error.lineno}"
        if isinstance(error, UnicodeDecodeError):
            for frame, _ in walk_tb(trace):
                if frame.f_code.co_name == "get_source" and "filename" in frame.f_locals:
                    line = error.object.count(b"\n", 0, error.start) + 1
                    return f"{self._short(frame.f_locals['filename'])}:{line}"
        lines = [(frame.f_code.co_filename, line) for frame, line in walk_tb(trace)]
        templates = [(name, line) for name, line in lines if is_template(name)]
        own = [(name, line) for name, line in lines if self._is_own(Path(name))]
        name, line = (templates or own or lines)[-1]
        return f"{self._short(name)}:{line}"

    def _is_own(self, path: Path) -> bool:
        """Whether code is the library's or the project's, not that of a package it uses."""
        installed = "site-packages" in path.parts
        return path != Path(__file__) and (PACKAGE in path.parents or (self._root in path.parents and not installed))

    def _short(self, name: str) -> str:
        path = Path(name)
        for base in (self._root, PACKAGE.parent):
            if path.is_relative_to(base):
                return path.relative_to(base).as_posix()
        return path.name


class Sparing(BaseLoader):
    """Loads templates of the project's own for MkDocs, which would end with a traceback where one is broken."""

    def __init__(self, loader: BaseLoader, failures: Failures, path_of: PathOf) -> None:
        self._loader, self._failures, self._path_of = loader, failures, path_of

    def get_source(self, environment: Environment, template: str) -> Any:
        return self._loader.get_source(environment, template)

    def list_templates(self) -> list[str]:
        return self._loader.list_templates()

    def load(
        self,
        environment: Environment,
        name: str,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002 -- as Jinja calls it
    ) -> Template:
        try:
            return self._failures.spare(self._loader.load(environment, name, globals), self._path_of)
        except TemplateNotFound:
            raise
        except Exception as error:
            self._failures.keep(error)
            return environment.from_string("{{ finished_page }}")


def is_template(name: str) -> bool:
    """Whether a file of a traceback is a template."""
    return name == NAMELESS or Path(name).suffix not in ("", ".py")


def in_hand(trace: TracebackType | None) -> str:
    """Name the file of the item or package that the innermost function was working on."""
    for frame, _ in reversed(list(walk_tb(trace))):
        for value in frame.f_locals.values():
            if isinstance(value, (Entry, PackagePage)):
                return value.source.name
    return ""

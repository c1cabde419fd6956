"""What is wrong, as the preview shows it: every page its own problems, and one page all of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from ...catalogue import Catalogue
from ...models.formats import FORMATS
from ...problems import Problem, kinds, summary, tell
from .plan import PagePlan

LISTED = 100
"""Places of one kind of advice; who wants more asks `ebenerdig check --all`."""


class Spot(NamedTuple):
    """Where a problem is, and the page that shows it, if there is one."""

    place: str
    page: str | None


class Kind(NamedTuple):
    """A kind of advice: how often it is given, its sentence and the first places."""

    times: int
    sentence: str
    spots: list[Spot]


class Panel:
    """The problems of one catalogue, by the page that they belong to."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue, self._texts = catalogue, catalogue.project.texts
        self.summary = summary(catalogue.problems, self._texts)
        self._pages = {entry.id: entry.url for entry in catalogue.entries}
        self._pages |= {page.id: page.url for page in catalogue.packages}
        self._of: dict[str, list[Problem]] = defaultdict(list)
        for problem in catalogue.problems:
            self._of[_owner(problem.path)].append(problem)

    def key(self, plan: PagePlan) -> object:
        """What a page shows of this."""
        if plan.kind == "problems":
            return [(p.path, p.line, p.column, p.code, p.values, p.severity) for p in self._catalogue.problems]
        return self.of(plan)

    def of(self, plan: PagePlan) -> list[str]:
        """What is wrong with what one page is made of, errors first."""
        owner = plan.entry.id if plan.entry else plan.package.id if plan.package else plan.uri
        return self._told(self._of.get(owner, ()))

    @property
    def errors(self) -> list[tuple[str, Spot]]:
        """All errors with the pages that show them."""
        errors = [problem for problem in self._catalogue.problems if problem.severity == "error"]
        return list(zip(self._told(errors), map(self._spot, errors), strict=True))

    @property
    def advice(self) -> list[Kind]:
        """All advice, by its kind."""
        found = kinds(problem for problem in self._catalogue.problems if problem.severity == "advice")
        return [Kind(len(k), k[0].message(self._texts), [self._spot(p) for p in k[:LISTED]]) for k in found]

    def _told(self, problems: Iterable[Problem]) -> list[str]:
        in_order = sorted(problems, key=lambda problem: problem.severity != "error")
        return ["\n".join(tell(problem, self._texts)) for problem in in_order]

    def _spot(self, problem: Problem) -> Spot:
        return Spot(f"{problem.path}:{problem.line}", self._pages.get(_owner(problem.path)))


def _owner(path: str) -> str:
    """The item, the package or the page of `content/` that a file belongs to."""
    folder, _, rest = path.partition("/")
    if folder in {form.folder for form in FORMATS}:
        return f"{folder}/{rest.partition('/')[0]}"
    return rest.removesuffix(".md") if rest.startswith("packages/") else rest

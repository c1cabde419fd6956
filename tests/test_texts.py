"""The sentences: every id that code or templates use exists in both languages, and none is left over."""

from __future__ import annotations

import ast
import re
import typing
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from ebenerdig import models
from ebenerdig.addresses import TRANSCRIPT_TYPES
from ebenerdig.feeds.comparing.changes import KINDS
from ebenerdig.feeds.importing.folders import REASONS
from ebenerdig.media.tagging import Tags
from ebenerdig.models import parts, show, tour, video
from ebenerdig.reading.registers import LISTED_REGISTERS
from ebenerdig.reading.validate import CODES
from ebenerdig.texts import LANGUAGES, Texts, texts
from fluent.syntax import ast as fluent
from fluent.syntax import parse
from fluent.syntax.visitor import Visitor
from jinja2 import Environment, nodes

HOOKS = Path(__file__).parents[1] / "hooks"
FILES = sorted((HOOKS / "ebenerdig" / "texts").glob("*.ftl"))
MODULES = [*sorted((HOOKS / "ebenerdig").rglob("*.py")), HOOKS / "mkdocs_events.py"]
TEMPLATES = sorted((HOOKS / "theme").rglob("*.html"))

CODE_AT = {
    "Fault": 1,
    "PydanticCustomError": 0,
    "Problem": 3,
    "at": 2,
    "_ambient": 0,
    "MediaError": 0,
    "ClosedError": 0,
    "TranscriptError": 1,
    "ChaptersError": 1,
    "_mistake": 2,
}
"""Which argument is a problem's code, by the name of the function."""


# What the files hold


class Variables(Visitor):
    """Collects `{ $name }` and the number of plural forms of one message."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: fluent.VariableReference) -> None:  # noqa: N802 -- fluent's naming
        self.names.add(node.id.name)


def messages(path: Path) -> dict[str, set[str]]:
    """Read a file: variables by message id, in the order of the file; no junk, no id twice."""
    found: dict[str, set[str]] = {}
    for entry in parse(path.read_text("utf-8")).body:
        assert not isinstance(entry, fluent.Junk), f"{path.name}: {entry.content}"
        if isinstance(entry, fluent.Message):
            assert entry.id.name not in found, f"{path.name}: {entry.id.name} twice"
            collector = Variables()
            collector.visit(entry)
            found[entry.id.name] = collector.names
    return found


GERMAN = {name: names for path in FILES if path.name.endswith(".de.ftl") for name, names in messages(path).items()}


# What code and templates use


def calls(path: Path) -> Iterator[tuple[str, ast.Call]]:
    """Yield every call of a module with the last part of the function's name."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call):
            function = node.func
            yield function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", ""), node


def constants(node: ast.expr) -> Iterator[str]:
    """Yield the texts that an argument can be."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from constants(node.body)
        yield from constants(node.orelse)


def codes_in_code() -> Iterator[tuple[str, str]]:
    """Yield module and code of every problem that code makes, as far as the code is written out."""
    for path in MODULES:
        for name, call in calls(path):
            positions = [CODE_AT[name]] if name in CODE_AT else [1, 2] if name == "problem" else []
            for position in positions:
                if position < len(call.args):
                    yield from ((path.stem, code) for code in constants(call.args[position]))
    yield from (("validate", code) for code in CODES.values())


def words_in_code() -> set[str]:
    """Every text that is written out anywhere in the code."""
    trees = (ast.parse(path.read_text("utf-8")) for path in MODULES)
    return {
        n.value for tree in trees for n in ast.walk(tree) if isinstance(n, ast.Constant) and isinstance(n.value, str)
    }


def choices(model: type[models.Model], field: str) -> list[str]:
    """The values that a field with a closed list may have."""

    def literals(annotation: Any) -> Iterator[str]:
        if typing.get_origin(annotation) is typing.Literal:
            yield from typing.get_args(annotation)
        else:
            for argument in typing.get_args(annotation):
                yield from literals(argument)

    return list(literals(model.model_fields[field].annotation))


MADE_UP: dict[str, Iterable[str]] = {
    "severity-": ["error", "advice"],
    "compare-kind-": KINDS,
    "init-": ["name", "name-wrong", "url", "url-wrong", "email", "email-wrong"],
    "problem-": [],
    "ai-": ["assisted", "generated"],
    "label-": ["assisted", "generated"],
    "register-": [*LISTED_REGISTERS, *(f"{name}-about" for name in LISTED_REGISTERS)],
    "episode-": choices(models.Episode, "episode_type")[1:],
    "use-case-": parts.UseCase.model_fields,
    "transcript-": TRANSCRIPT_TYPES,
    "size-": choices(models.Item, "company_size"),
    "role-": choices(models.Item, "roles"),
    "link-": choices(parts.Link, "kind"),
    "mode-": choices(models.Tour, "mode"),
    "date-": choices(models.TourDate, "status"),
    "arrival-": tour.Arrival.model_fields,
    "access-": tour.Accessibility.model_fields,
    "audio-description-": choices(video.AudioDescription, "status"),
    "appearance-": ["device", "light", "dark"],
    "alternate-": choices(models.Alternate, "kind")[1:],
    "location-": choices(models.Location, "rel"),
    "app-": ["podcasts", "antennapod", "other", *(app for app in typing.get_args(show.App) if app != "apple")],
    "tag-field-": set(Tags._fields) - {"seconds"},
    "version-": ["described", "signed"],
    "done-": ["audio", "video"],
    "import-": REASONS,
}
"""Ids that are put together, by their beginning, with all their ends. Full episodes go unmentioned."""


def template_ids(node: nodes.Node, path: Path) -> Iterator[str]:
    """Yield the ids that an argument of `t(...)` can be; `begin-*` for one that is put together."""
    if isinstance(node, nodes.Const):
        yield str(node.value)
    elif isinstance(node, nodes.CondExpr):
        for part in (node.expr1, node.expr2):
            if part:
                yield from template_ids(part, path)
    elif isinstance(node, nodes.Concat) and isinstance(node.nodes[0], nodes.Const):
        yield f"{node.nodes[0].value}*"
    elif isinstance(node, nodes.Name):
        yield from listed(node.name, path)
    else:
        pytest.fail(f"{path.name}: t() with {node}")


def listed(name: str, path: Path) -> Iterator[str]:
    """Yield what a loop's variable can be, from the list in the template."""
    for loop in tree(path).find_all(nodes.For):
        targets = [t.name for t in loop.target.find_all(nodes.Name)] or [getattr(loop.target, "name", "")]
        if name in targets:
            for constant in loop.iter.find_all(nodes.Const):
                if constant.value in GERMAN:
                    yield constant.value


def tree(path: Path) -> nodes.Template:
    """Parse a template."""
    return Environment(autoescape=True).parse(path.read_text("utf-8"))


def uses_in_templates() -> Iterator[tuple[str, str, set[str]]]:
    """Yield template, id and the values that it is given."""
    for path in TEMPLATES:
        for call in tree(path).find_all(nodes.Call):
            if isinstance(call.node, nodes.Name) and call.node.name in ("t", "sentence"):
                for name in template_ids(call.args[0], path):
                    yield path.name, name, {keyword.key for keyword in call.kwargs}


def uses_in_code() -> Iterator[tuple[str, str, set[str]]]:
    """Yield module, id and values of every `texts("…")` in the code."""
    for path in MODULES:
        for name, call in calls(path):
            if (
                name in ("texts", "t")
                and call.args
                and not (isinstance(call.func, ast.Name) and path.stem == "__init__")
            ):
                values = {keyword.arg for keyword in call.keywords if keyword.arg}
                begin = call.args[0]
                if isinstance(begin, ast.JoinedStr) and isinstance(begin.values[0], ast.Constant):
                    yield path.stem, f"{begin.values[0].value!s}*", values
                elif isinstance(begin, ast.BinOp) and isinstance(begin.left, ast.Constant):
                    yield path.stem, f"{begin.left.value!s}*", values
                else:
                    yield from ((path.stem, found, values) for found in constants(begin))


USES = [*uses_in_templates(), *uses_in_code()]


# The tests


@pytest.mark.parametrize("path", [p for p in FILES if p.name.endswith(".de.ftl")], ids=lambda path: path.name)
@pytest.mark.parametrize("language", [language for language in LANGUAGES if language != "de"])
def test_every_language_has_the_same_sentences_with_the_same_values(path: Path, language: str) -> None:
    german, other = messages(path), messages(path.with_name(path.name.replace(".de.", f".{language}.")))
    assert set(german) == set(other)
    assert {name for name in german if german[name] != other[name]} == set()


def test_no_id_stands_in_two_files_of_one_language() -> None:
    for language in LANGUAGES:
        ids = [name for path in FILES if path.name.endswith(f".{language}.ftl") for name in messages(path)]
        assert sorted(ids) == sorted(set(ids))


def test_the_search_for_codes_finds_them() -> None:
    found = {code for _, code in codes_in_code()}
    assert {"yaml-tab", "consent-missing", "levels", "media-empty", "transcript-order", "site-url", "link-near"} <= (
        found | words_in_code()
    )
    assert len(found) > 80


def test_every_problem_in_the_code_has_a_sentence() -> None:
    assert sorted({(module, code) for module, code in codes_in_code() if f"problem-{code}" not in GERMAN}) == []


def test_every_sentence_about_a_problem_is_used() -> None:
    words = words_in_code()
    codes = {name.removeprefix("problem-") for name in GERMAN if name.startswith("problem-")}
    assert sorted(codes - words) == []


def test_every_sentence_in_code_and_templates_exists() -> None:
    missing = [(place, name) for place, name, _ in USES if not name.endswith("*") and name not in GERMAN]
    assert missing == []


def test_every_sentence_that_is_put_together_exists() -> None:
    begins = {name.removesuffix("*") for _, name, _ in USES if name.endswith("*")}
    assert begins - set(MADE_UP) == set()
    missing = [begin + end for begin in begins for end in MADE_UP[begin] if begin + end not in GERMAN]
    assert missing == []


def test_no_sentence_is_left_over() -> None:
    used = {name for _, name, _ in USES}
    used |= {begin + end for begin, ends in MADE_UP.items() for end in ends if f"{begin}*" in used}
    scripts = "\n".join(path.read_text("utf-8") for path in (HOOKS / "theme").rglob("*.js"))
    left = [name for name in GERMAN if name not in used and not name.startswith("problem-")]
    assert [name for name in left if f'"{name}"' not in scripts] == []


def test_every_sentence_gets_exactly_the_values_it_needs() -> None:
    wrong = [
        (place, name, sorted(GERMAN[name]), sorted(values))
        for place, name, values in USES
        if name in GERMAN and values != GERMAN[name] and "values" not in values and not passes_on(place, name)
    ]
    assert wrong == []


def passes_on(module: str, name: str) -> bool:
    """Whether a call hands over values as `**values`, which only running it can check."""
    return any(
        keyword.arg is None
        for path in MODULES
        if path.stem == module
        for function, call in calls(path)
        if function == "texts" and call.args and name in constants(call.args[0])
        for keyword in call.keywords
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_can_be_said(language: str) -> None:
    for name, names in GERMAN.items():
        for number in (0, 1, 2, 5000):
            said = texts(language)(name, **dict.fromkeys(names, number))
            assert said.strip()
            assert "{" not in said.replace("{…}", "")


def test_numbers_have_their_plural() -> None:
    german = texts("de")
    assert german("report-summary", errors=1, advice=0) == "1 Fehler, keine Hinweise."
    assert german("report-summary", errors=2, advice=1) == "2 Fehler, 1 Hinweis."
    assert "eine Zeile weiter oben" in german("problem-yaml-duplicate", key="a", above=1)
    assert "3 lines above" in texts("en")("problem-yaml-duplicate", key="a", above=3)


def test_an_unknown_sentence_or_a_missing_value_is_an_error() -> None:
    for name in ("gibt-es-nicht", "problem-missing"):
        with pytest.raises((KeyError, LookupError)):
            Texts("de")(name)


def test_german_sentences_address_people_politely_and_use_german_quotes() -> None:
    for path in FILES:
        if path.name.endswith(".de.ftl"):
            text = re.sub(r"^#.*$", "", path.read_text("utf-8"), flags=re.MULTILINE)
            assert re.findall(r"\b(?:du|dein\w*|dir|dich)\b", text, re.IGNORECASE) == []
            assert text.count("„") == text.count("“")

"""VALIDATE: from text to a typed item, and from a wrong value to a sentence that helps."""

from __future__ import annotations

import re
import typing
from collections.abc import Collection, Iterator
from difflib import get_close_matches
from itertools import chain
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from ..models import Model, Place, nested
from ..models.fields import ItemId, Reference, holds_text
from ..models.model import Severity
from ..problems import Problem, has_errors
from .characters import odd_characters
from .slugs import suggested
from .source import Source

MOST = 100
"""Who breaks more than this in one file has another problem; explaining them all would take minutes."""

GAP = "TODO"
"""What stands where a value is still to be filled in."""

GAPS = {"levels": "gap-levels", "areas": "gap-areas", "description": "gap-description", "date": "gap-date"}
"""Which sentence says what to write there; all others have one in common."""

M = TypeVar("M", bound=Model)

CODES = {
    "missing": "missing",
    "string_type": "expects-text",
    "string_unicode": "expects-text",
    "int_type": "expects-integer",
    "int_parsing": "expects-integer",
    "int_parsing_size": "expects-integer",
    "int_from_float": "expects-integer",
    "float_type": "expects-number",
    "float_parsing": "expects-number",
    "finite_number": "expects-number",
    "bool_type": "expects-yes-no",
    "bool_parsing": "expects-yes-no",
    "literal_error": "expects-one-of",
    "string_too_long": "too-long",
    "string_pattern_mismatch": "pattern",
    "greater_than_equal": "at-least",
    "less_than_equal": "at-most",
    "too_short": "too-few",
    "too_long": "too-many",
    "tuple_type": "expects-list",
    "dict_type": "expects-fields",
    "model_type": "expects-fields",
}
"""Which sentence explains which of pydantic's error types; our own types are ids already."""

HALF_CHARACTER = re.compile(r"[\ud800-\udfff]")


def validate(source: Source, model: type[M], language: str = "de") -> tuple[M | None, list[Problem]]:
    """Turn a whole file's metadata into `model`, with all problems of the file; `language` is the library's."""
    result, problems = validate_entry(source, model, (), language)
    return result, [*problems, *odd_characters(source.name, source.text, source.body, source.body_line)]


def validate_entry(source: Source, model: type[M], at: Place, language: str = "de") -> tuple[M | None, list[Problem]]:
    """Turn the part of a file's metadata that stands at `at` into `model`."""
    value: Any = source.metadata
    for key in at:
        value = value.get(key, {})
    gaps = list(_gaps(value, ()))
    problems = [
        source.problem((*at, *place), GAPS.get(str(place[-1]), "gap"), {"key": str(place[-1])}) for place in gaps
    ]
    value = _whole(value)
    cut = dict(_cut_texts(source, model, at))
    problems += cut.values()
    try:
        result = model.model_validate(value, context={"language": language})
    except ValidationError as error:
        errors = error.errors(include_url=False)
        found = [d for d in errors if d["loc"] not in cut and not any(d["loc"][: len(g)] == g for g in gaps)]
        problems += [_explain(source, model, details, at) for details in found[:MOST]]
        wrong = {str(place[0]) for place in (*gaps, *(d["loc"] for d in errors)) if place}
        return None, problems + _rules_of_the_rest(source, model, value, wrong, at, language)
    if has_errors(problems):
        return None, problems
    return result, [*problems, *_recommended(source, model, result, at, cut), *_rules(source, result, at)]


def _rules_of_the_rest(
    source: Source, model: type[Model], value: Any, wrong: set[str], at: Place, language: str
) -> list[Problem]:
    """Ask the rules between fields even where some fields are `wrong`, so that all mistakes are told at once."""
    try:
        right = {key: value[key] for key in value if key not in wrong} if wrong else value
        rest = model.model_validate(right, context={"language": language})
    except ValidationError:
        return []  # what is wrong cannot be left out
    return list(_rules(source, rest, at, wrong))


def _whole(value: Any) -> Any:
    """Put "no character" in the place of half ones, which no report could tell."""
    if isinstance(value, str):
        return HALF_CHARACTER.sub("\uffff", value)
    if isinstance(value, dict):
        return {key: _whole(inner) for key, inner in value.items()}
    return [_whole(inner) for inner in value] if isinstance(value, list) else value


def _gaps(value: Any, place: Place) -> Iterator[Place]:
    """Find what an editor or the import left to be filled in."""
    if value == GAP and place:
        yield place
    elif isinstance(value, dict):
        for key, inner in value.items():
            if (*place, key) != ("internal",):
                yield from _gaps(inner, (*place, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _gaps(inner, (*place, index))


def _cut_texts(source: Source, model: type[Model], at: Place) -> Iterator[tuple[Place, Problem]]:
    """Yield texts of which YAML takes the end for a comment: `Platz #1` is „Platz“. Real comments have a blank."""
    groups = [source.comments.get(str(at[0]), [])] if at else source.comments.values()
    for place, line, column, words in chain.from_iterable(groups):
        if _is_text(model, place[len(at) :]):
            severity: Severity = "advice" if words[1:2] in ("", " ", "#", "\t") else "error"
            yield place[len(at) :], source.at(line, column, "yaml-comment", {"rest": words}, severity)


def _is_text(model: type[Model], place: Place) -> bool:
    """Whether what stands at `place` is words, and not a name, a number or a group of fields."""
    field = _field_at(model, place)
    return field is not None and holds_text(field.annotation, field.metadata)


def _field_at(model: type[Model], place: Place) -> FieldInfo | None:
    """The innermost field on the way to a place."""
    field = None
    for key in place:
        if isinstance(key, str) and key in model.model_fields:
            field = model.model_fields[key]
            inner = next(_models_in(field.annotation), None)
            if inner is None:
                break
            model = inner
    return field


def _recommended(
    source: Source, model: type[Model], result: Model, at: Place, cut: Collection[Place]
) -> Iterator[Problem]:
    there = result.model_fields_set | {place[0] for place in cut}
    for name, field in model.model_fields.items():
        extra = field.json_schema_extra
        if isinstance(extra, dict) and extra.get("recommended") and name not in there:
            yield source.problem((*at, name), "recommended", {"key": name}, "advice", key=True)


def _rules(source: Source, result: Model, at: Place, wrong: Collection[str] = ()) -> Iterator[Problem]:
    """Yield what breaks a rule between fields, unless a field that is `wrong` has its own message."""
    for place, value in nested(result):
        for fault in value.rules() if isinstance(value, Model) else ():
            if (*place, *fault.place)[0] not in wrong and fault.missing not in wrong:
                yield source.problem((*at, *place, *fault.place), fault.code, fault.values, fault.severity)


def _explain(source: Source, model: type[Model], details: ErrorDetails, at: Place) -> Problem:
    place: Place = details["loc"]
    kind, context = details["type"], details.get("ctx", {})
    key = str(place[-1]) if place else ""
    if kind == "extra_forbidden":
        known = sorted(_fields(model, place[:-1]))
        close = get_close_matches(key, known, 1, 0.6)
        if close:
            return source.problem((*at, *place), "unknown-key-near", {"key": key, "nearest": close[0]}, key=True)
        return source.problem((*at, *place), "unknown-key", {"key": key, "known": tuple(known)}, key=True)
    if key == "[key]":
        place = place[:-2]
    written = details["input"]
    if kind == "too_long" and isinstance(written, str):
        kind = "string_too_long"
    values: dict[str, Any] = {
        "key": next((str(part) for part in reversed(place) if isinstance(part, str)), ""),
        "value": written if isinstance(written, str) else "",
    }
    if kind == "missing":
        return source.problem((*at, *place), "missing", values, key=True)
    if kind == "literal_error":
        values["expected"] = str(context["expected"]).replace("'", "").replace(" or ", ", ")
    elif kind == "string_too_long":
        values |= {"limit": context["max_length"], "count": len(values["value"])}
    elif kind in ("too_short", "too_long"):
        values |= {"limit": context.get("min_length", context.get("max_length")), "count": context["actual_length"]}
    elif kind in ("greater_than_equal", "less_than_equal"):
        values["limit"] = str(context.get("ge", context.get("le")))
    elif kind == "string_pattern_mismatch" and (reference := _reference(_field_at(model, place))):
        register, kind = reference.register, "id-form-item" if reference is ItemId else "id-form"
        suggestion = suggested(values["value"], reference.pattern)
        values |= {"file": f"content/_data/{register}.yml", "suggestion": suggestion}
    elif kind not in CODES:
        values |= context
    if kind == "string_type" and (bracket := source.character(*at, *place)) in ("[", "{"):  # [Neu] alone
        return source.problem((*at, *place), "yaml-quote", {"character": bracket})
    return source.problem((*at, *place), CODES.get(kind, kind), values)


def _fields(model: type[Model], place: Place) -> list[str]:
    """Return the field names that are known at `place` inside `model`."""
    for key in place:
        if isinstance(key, str) and key in model.model_fields:
            inner = next(_models_in(model.model_fields[key].annotation), None)
            if inner is None:
                return []
            model = inner
    return list(model.model_fields)


def _reference(field: FieldInfo | None) -> type[Reference] | None:
    """The kind of id that a field holds, if it holds one."""

    def inside(annotation: Any) -> Iterator[type[Reference]]:
        if isinstance(annotation, type) and issubclass(annotation, Reference):
            yield annotation
        for argument in typing.get_args(annotation):
            yield from inside(argument)

    return next(inside(field.annotation), None) if field else None


def _models_in(annotation: Any) -> Iterator[type[Model]]:
    if isinstance(annotation, type) and issubclass(annotation, Model):
        yield annotation
    for argument in typing.get_args(annotation):
        yield from _models_in(argument)

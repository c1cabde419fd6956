"""By what items can be narrowed down in the search: one list, from which the form and the index are made."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from .catalogue import Catalogue, sort_key
from .models.formats import FORMATS
from .reading.entries import Entry
from .texts import Texts
from .wording import language_name

DURATIONS = (5, 15, 30, 60)
"""Upper ends of the bands of duration, in minutes; what is longer falls into the last band."""

LONGER = "more"


@dataclass(frozen=True, slots=True)
class Facet:
    """One way to narrow down: `of` gives an entry's values, `label` what visitors read for a value.

    `order` sorts the values: as a list says, or from A to Z without one.
    """

    id: str
    heading: Callable[[Texts], str]
    of: Callable[[Catalogue, Entry], Iterable[str]]
    label: Callable[[Catalogue, str], str]
    order: Callable[[Catalogue], list[str]] | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a facet as the form shows it; `count` is the number of items."""

    value: str
    label: str
    count: int


def language_of(catalogue: Catalogue, entry: Entry) -> str:
    """The language an item is in."""
    return entry.item.language


def _minutes(entry: Entry) -> float | None:
    return entry.seconds / 60 if entry.seconds else entry.item.minutes_on_site()


def _band(catalogue: Catalogue, entry: Entry) -> list[str]:
    minutes = _minutes(entry)
    return [] if minutes is None else [next((str(end) for end in DURATIONS if minutes <= end), LONGER)]


def _band_label(catalogue: Catalogue, value: str) -> str:
    if value == LONGER:
        return catalogue.project.texts("duration-more", minutes=DURATIONS[-1])
    return catalogue.project.texts("duration-up-to", minutes=int(value))


def _cities(catalogue: Catalogue, entry: Entry) -> set[str]:
    records = (catalogue.record(organisation) for organisation in entry.item.organisations())
    place = entry.item.place()
    return {city for city in (place and place.city, *(getattr(record, "city", None) for record in records)) if city}


def _levels(catalogue: Catalogue, value: str) -> str:
    record, texts = catalogue.record(value, "levels"), catalogue.project.texts
    name = record.label(catalogue.project.language) if record else ""
    return texts("level-named", number=value, name=name) if record else texts("level-one", number=value)


def _register(name: str, of: Callable[[Entry], Iterable[str]], ordered: bool = False) -> Facet:
    def label(catalogue: Catalogue, value: str) -> str:
        record = catalogue.record(value, name)
        return record.label(catalogue.project.language) if record else value

    order = (lambda catalogue: list(catalogue.registers[name])) if ordered else None
    return Facet(name, lambda texts: texts(f"register-{name}"), lambda catalogue, entry: of(entry), label, order)


FACETS: list[Facet] = [
    Facet(
        "format",
        lambda texts: texts("facet-format"),
        lambda catalogue, entry: [entry.format.id],
        lambda catalogue, value: next(f.plural(catalogue.project.language) for f in FORMATS if f.id == value),
        lambda catalogue: [form.id for form in FORMATS],
    ),
    Facet(
        "levels",
        lambda texts: texts("register-levels"),
        lambda catalogue, entry: [str(level) for level in entry.item.levels],
        _levels,
        lambda catalogue: list(catalogue.registers["levels"]),
    ),
    _register("areas", lambda entry: entry.item.areas, ordered=True),
    _register("topics", lambda entry: entry.item.topics),
    _register("technologies", lambda entry: entry.item.technologies),
    _register("industries", lambda entry: entry.item.industries),
    Facet(
        "size",
        lambda texts: texts("company-size"),
        lambda catalogue, entry: entry.item.company_size,
        lambda catalogue, value: catalogue.project.texts(f"size-{value}"),
        lambda catalogue: ["1", "2-9", "10-49", "50-249"],
    ),
    Facet("city", lambda texts: texts("facet-city"), _cities, lambda catalogue, value: value),
    Facet(
        "duration",
        lambda texts: texts("facet-duration"),
        _band,
        _band_label,
        lambda catalogue: [*map(str, DURATIONS), LONGER],
    ),
    Facet(
        "year",
        lambda texts: texts("facet-year"),
        lambda catalogue, entry: [str(entry.date.year)],
        lambda catalogue, value: value,
        lambda catalogue: sorted({str(entry.date.year) for entry in catalogue.entries}, reverse=True),
    ),
    Facet(
        "language",
        lambda texts: texts("facet-language"),
        lambda catalogue, entry: [language_of(catalogue, entry)],
        lambda catalogue, value: language_name(value, catalogue.project.language),
    ),
    _register("people", lambda entry: [appearance.person for appearance in entry.item.appearances()]),
]


@dataclass(frozen=True, slots=True)
class Group:
    """One facet as the form shows it."""

    id: str
    heading: str
    choices: list[Choice]


def choices(catalogue: Catalogue) -> Iterator[Group]:
    """Yield every facet that has something to choose, with all values that items have."""
    for facet in FACETS:
        counts = Counter(str(value) for entry in catalogue.entries for value in set(facet.of(catalogue, entry)))
        rows = [Choice(value, facet.label(catalogue, value), count) for value, count in counts.items()]
        if facet.order:
            places = {value: place for place, value in enumerate(facet.order(catalogue))}
            rows.sort(key=lambda row: (places.get(row.value, len(places)), row.value))
        else:
            rows.sort(key=lambda row: (sort_key(row.label), row.value))
        if rows:
            yield Group(facet.id, facet.heading(catalogue.project.texts), rows)

"""Tags of the podcast namespace that a channel and an item share."""

from __future__ import annotations

from lxml import etree

from ...addresses import absolute, register_path
from ...catalogue import Catalogue
from ...models import Appearance, License, Location, Person
from .xml import add


def person(catalogue: Catalogue, node: etree._Element, appearance: Appearance, role: str, language: str) -> None:
    """Name somebody with part, page and picture."""
    record = catalogue.record(appearance.person)
    if isinstance(record, Person):
        base = catalogue.project.base_url
        has_page = ("people", str(appearance.person)) in catalogue.by_reference
        href = f"{base}people/{appearance.person}/" if has_page else None
        img = absolute(catalogue.project, register_path(record.image.file)) if record.image else None
        add(node, "podcast:person", record.label(language), role=role, href=href, img=img)


def place(node: etree._Element, location: Location | None) -> None:
    """Say what place this is about, or where it was made."""
    if location:
        known = location.lat is not None and location.lon is not None
        geo = f"geo:{location.lat},{location.lon}" if known else None
        country = location.country.lower() if location.country else None
        attributes = {"rel": location.rel, "geo": geo, "osm": location.osm, "country": country}
        add(node, "podcast:location", location.name, **attributes)


def license_of(catalogue: Catalogue, node: etree._Element, license_id: str | None) -> None:
    """Name the licence as SPDX does."""
    record = catalogue.record(license_id, "licenses") if license_id else None
    if isinstance(record, License):
        add(node, "podcast:license", str(license_id).lower(), url=record.url)

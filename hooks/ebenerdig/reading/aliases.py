"""VALIDATE old addresses: none may be taken by a page that is there, nor lead to two pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..problems import Problem
from .entries import Entry, PackagePage

RESERVED = {"404", "404.html", "assets", "feed", "search"}
"""Where the site keeps what is no page."""


def check_aliases(owners: Iterable[Entry | PackagePage], pages: Iterable[str]) -> Iterator[Problem]:
    """Yield aliases that collide with one of `pages` (addresses from the root), with files, or with each other.

    Letter case does not tell addresses apart, because it does not on every disk.
    """
    owners = list(owners)
    taken = {page.casefold() for page in pages}
    with_files = {owner.id for owner in owners}
    first: dict[str, Entry | PackagePage] = {}
    for owner in owners:
        for index, alias in enumerate(owner.aliases):
            address = alias.casefold()
            parts = address.split("/")
            parents = {"/".join(parts[:length]) for length in range(1, len(parts))}
            other = first.setdefault(address, owner)
            place, values = ("aliases", index), {"address": f"/{alias}"}
            if address == owner.id:
                yield owner.source.problem(place, "alias-own", values)
            elif address in taken:
                yield owner.source.problem(place, "alias-taken", values)
            elif parts[0] in RESERVED or parents & with_files or "page" in parts[:-1]:
                yield owner.source.problem(place, "alias-reserved", values)
            elif other is not owner:
                yield owner.source.problem(place, "alias-twice", values | {"other": other.source.name})

"""Say in schema.org's words what each page holds, for search engines and other programs.

Built as data and written with `json`, never as text.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from ...addresses import absolute, register_path
from ...catalogue import Catalogue
from ...models import Organisation, Person
from ...reading.entries import PackagePage
from ..pages.plan import PagePlan
from .items import ItemNodes, Node, given, lasting


def script(catalogue: Catalogue, plan: PagePlan) -> str:
    """Write a page's graph as JSON that may stand inside a `script` element."""
    nodes = [given(node) for node in _Graph(catalogue).page(plan)]
    text = json.dumps({"@context": "https://schema.org", "@graph": nodes}, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


class _Graph(ItemNodes):
    """What whole pages are about, and the way to them."""

    def page(self, plan: PagePlan) -> Iterator[Node]:
        """Yield all that one page is about, and the way to it."""
        yield self.publisher()
        if plan.entry:
            yield from self.entry(plan.entry)
        elif plan.package:
            yield from self.package(plan.package)
        elif plan.kind == "record":
            yield from self.record(plan)
        elif plan.kind == "format":
            yield self.collection(plan)
            yield from self.series(plan.values["format"].medium)
        elif plan.kind == "glossary":
            yield self.glossary()
        elif plan.kind == "home":
            yield given(self.site())
            for medium in dict.fromkeys(show.medium for show in self.catalogue.shows.values()):
                yield from self.series(medium)
        trail = self.trail(plan)
        if len(trail) > 1:
            steps = [self.step(place, absolute(self.project, url), name) for place, (url, name) in enumerate(trail, 1)]
            yield {"@type": "BreadcrumbList", "itemListElement": steps}

    def trail(self, plan: PagePlan) -> list[tuple[str, str]]:
        """The pages that lead to this one, the home page first, and itself."""
        steps = [("", self.library.name)]
        if plan.entry:
            steps.append((f"{plan.entry.format.folder}/", plan.entry.format.plural(self.language)))
        elif plan.package:
            steps.append(("packages/", self.texts("packages")))
        elif plan.kind == "record":
            register = plan.values["register"]
            steps.append((f"{register}/", self.texts(f"register-{register}")))
        return steps if plan.kind == "home" else [*steps, (plan.url, plan.title)]

    def step(self, position: int, address: str, name: str) -> Node:
        return {"@type": "ListItem", "position": position, "name": name, "item": address}

    # The library

    def publisher(self) -> Node:
        record = self.catalogue.record(self.library.publisher)
        name = record.label(self.language) if record else self.library.name
        return {"@type": "Organization", "@id": f"{self.base}#publisher", "name": name, "url": self.base}

    def site(self) -> Node:
        search: Node = {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": f"{self.base}suche/?q={{search_term_string}}"},
            "query-input": "required name=search_term_string",
        }
        return {
            "@type": "WebSite",
            "@id": f"{self.base}#website",
            "url": self.base,
            "name": self.library.name,
            "description": self.library.description,
            "inLanguage": self.language,
            "publisher": {"@id": f"{self.base}#publisher"},
            "potentialAction": search if self.catalogue.is_searchable else None,
        }

    def series(self, medium: str | None) -> Iterator[Node]:
        for key, show in self.catalogue.shows.items():
            if show.medium != medium:
                continue
            yield given(
                {
                    "@type": "PodcastSeries",
                    "@id": self.show_id(key),
                    "name": show.label(show.language),
                    "description": show.about(show.language),
                    "url": self.base,
                    "webFeed": f"{self.base}feed/{key}.xml",
                    "image": absolute(self.project, register_path(show.image)),
                    "author": {"@type": "Organization", "name": show.author},
                    "inLanguage": show.language,
                    "license": self.license(show.license),
                    "publisher": {"@id": f"{self.base}#publisher"},
                }
            )

    def glossary(self) -> Node:
        terms = [self.term(term, entry) for term, entry in self.catalogue.terms]
        for term in terms:
            del term["inDefinedTermSet"]
        return given(
            {
                "@type": "DefinedTermSet",
                "@id": f"{self.base}glossary/#set",
                "name": self.texts("glossary"),
                "description": self.texts("glossary-about"),
                "url": f"{self.base}glossary/",
                "hasDefinedTerm": terms,
            }
        )

    def package(self, page: PackagePage) -> Iterator[Node]:
        package, entries = page.package, self.catalogue.items_of(page)
        address = self.base + page.url
        yield given(
            {
                "@type": ["Course", "ItemList"],
                "@id": f"{address}#package",
                "url": address,
                "name": package.title,
                "description": package.description,
                "teaches": package.goal,
                "image": self.image(page),
                "inLanguage": self.library.language,
                "provider": {"@id": f"{self.base}#publisher"},
                "isAccessibleForFree": None if any(entry.item.price() for entry in entries) else True,
                "educationalLevel": [self.level(number) for number in package.levels],
                "timeRequired": lasting(sum(entry.seconds or 0 for entry in entries)),
                "about": [self.subject("areas", str(area)) for area in package.areas],
                "creativeWorkStatus": "Draft" if package.draft else "Published",
                "numberOfItems": len(entries),
                "itemListElement": self.listed(entries),
                "hasPart": [{"@id": f"{self.base}{entry.url}#item"} for entry in entries],
            }
        )

    def collection(self, plan: PagePlan) -> Node:
        return {
            "@type": "CollectionPage",
            "url": self.base + plan.url,
            "name": plan.title,
            "description": plan.description,
            "inLanguage": self.language,
            "dateModified": plan.updated.isoformat(),
            "mainEntity": {"@type": "ItemList", "itemListElement": self.listed(plan.values["entries"])},
        }

    def record(self, plan: PagePlan) -> Iterator[Node]:
        yield self.collection(plan)
        register, key, record = plan.values["register"], plan.values["key"], plan.values["record"]
        address = f"{self.base}{register}/{key}/"
        node: Node = {
            "@id": f"{address}#it",
            "name": record.label(self.language),
            "description": record.about(self.language),
            "url": address,
            "sameAs": list(map(str, record.same_as)),
        }
        if isinstance(record, Person):
            image = absolute(self.project, register_path(record.image.file)) if record.image else None
            employer = {"@type": "Organization", **self.named(record.organisation)} if record.organisation else None
            own: Node = {"@type": "Person", "jobTitle": record.role, "worksFor": employer, "image": image}
        elif isinstance(record, Organisation):
            where = {"@type": "PostalAddress", "addressLocality": record.city} if record.city else None
            people = [{"@type": "Person", **self.named(person)} for person in self.catalogue.members.get(key, [])]
            own = {"@type": "Organization", "address": where, "member": people}
        else:
            own = {"@type": "DefinedTerm", "alternateName": list(getattr(record, "also_called", ()))}
        yield given(node | own)

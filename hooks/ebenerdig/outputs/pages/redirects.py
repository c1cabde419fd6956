"""Leave a page at every old address that leads to the new one, and the same as rules for hosts that know them."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from ...addresses import quoted
from ...catalogue import Catalogue
from ...reading.entries import Entry, PackagePage
from ..theme import environment


def moved(catalogue: Catalogue) -> Iterator[tuple[str, Entry | PackagePage]]:
    """Yield every old address of what is published, from the site's root."""
    owners: list[Entry | PackagePage] = [*catalogue.entries, *catalogue.packages]
    for owner in owners:
        yield from ((alias, owner) for alias in dict.fromkeys(owner.aliases))


def pages(catalogue: Catalogue) -> Iterator[tuple[str, bytes]]:
    """Yield a page for every old address; it needs no script and stays out of search engines."""
    project = catalogue.project
    template = environment(project.root, project.templates).get_template("moved.html")
    for alias, owner in moved(catalogue):
        path = alias if alias.endswith((".html", ".htm")) else f"{alias}/index.html"
        content = template.render(
            t=project.texts,
            language=project.language,
            library=project.library,
            owner=owner,
            base="../" * path.count("/"),
            canonical=project.base_url + owner.url,
        )
        yield path, content.encode()


def rules(catalogue: Catalogue) -> Iterator[tuple[str, bytes]]:
    """Yield `_redirects` as Netlify and Cloudflare Pages read it; both spellings, with and without the slash."""
    root = urlsplit(catalogue.project.base_url).path
    lines = []
    for alias, owner in moved(catalogue):
        old = root + quoted(alias)
        spellings = [old] if alias.endswith((".html", ".htm")) else [old, f"{old}/"]
        lines += [f"{spelling} {root}{owner.url} 301\n" for spelling in spellings]
    if lines:
        yield "_redirects", "".join(lines).encode()

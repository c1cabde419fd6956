"""The one door to MkDocs: each event is one call into the core.

MkDocs registers every function here whose name starts with `on_`. Its hook
modules live on under `mkdocs serve`, so all state is made anew in `on_config`.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from html import escape
from pathlib import Path
from typing import Any

from ebenerdig import build
from ebenerdig.addresses import card_url
from ebenerdig.catalogue import Catalogue
from ebenerdig.models.formats import FORMATS
from ebenerdig.notes import clean
from ebenerdig.outputs.drawings.cards import SIZE
from ebenerdig.outputs.drawings.palette import palette
from ebenerdig.outputs.pages.articles import Articles
from ebenerdig.outputs.pages.plan import PagePlan, handwritten, not_found, plan
from ebenerdig.outputs.pages.sitemap import films
from ebenerdig.outputs.structured_data.pages import script
from ebenerdig.outputs.theme import THEME
from ebenerdig.outputs.writing import begin_writing, write
from ebenerdig.preview.ranges import with_ranges
from ebenerdig.problems import has_errors, report, summary
from ebenerdig.progress import Progress
from ebenerdig.reading.project import load_project
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

log = get_plugin_logger("ebenerdig")


@dataclass
class Build:
    """What the events of one build share."""

    command: str = "build"
    catalogue: Catalogue = field(init=False)
    articles: Articles = field(init=False)
    finish_writing: Callable[[], int] = field(init=False)
    plans: dict[str, PagePlan] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)
    progress: Progress = field(default_factory=Progress)


current = Build()


def on_startup(*, command: str, dirty: bool) -> None:
    """Remember whether this is a build or the preview."""
    current.command = command


@event_priority(100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read and check everything; in a build errors end it, in the preview they are shown."""
    global current
    current = Build(current.command)
    preview = current.command == "serve"
    root = Path(config.config_file_path).resolve().parent
    project, problems = load_project(root, base_url=config.site_url if preview else None, preview=preview)
    texts = project.texts
    with current.progress.stage(texts("report-read")) as tell:
        current.catalogue = build(project, problems, tell)
    if not preview:
        gc.freeze()  # the transcripts stay to the end: the collector need not walk through them again and again
    found = current.catalogue.problems
    told = report(found, texts)
    if has_errors(found):
        heading = texts("report-preview" if preview else "report-heading", summary=summary(found, texts))
        if not preview:
            raise PluginError(f"{heading}\n\n{told}")
        log.warning("%s\n\n%s", heading, told)
    elif found:
        log.info("%s", told)
    current.problems = told.splitlines()
    current.articles = Articles(current.catalogue)
    current.plans = {page.uri: page for page in plan(current.catalogue)}
    config.site_name, config.site_url = project.library.name, project.base_url
    config.site_description = project.library.description
    config.theme["language"] = project.language
    config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(THEME))
    config.nav = []
    config.watch += [str(root / form.folder) for form in FORMATS if (root / form.folder).is_dir()]
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add items, generated pages and linked files as if they lay in `content/`; let all that needs no frame be written.

    This is the first event after MkDocs has emptied the site's folder.
    """
    site = Path(config.site_dir)
    if current.command == "build":
        current.finish_writing = begin_writing(current.catalogue, site)
    else:
        current.finish_writing = partial(write, current.catalogue, site)
    root = current.catalogue.project.root
    for file in files.documentation_pages():
        file.inclusion = InclusionLevel.NOT_IN_NAV
    drafts = {path.relative_to(root / "content").as_posix() for path in (root / "content" / "packages").glob("*.md")}
    for uri in drafts - set(current.plans):
        if file := files.get_file_from_path(uri):
            files.remove(file)
    for uri, page in current.plans.items():
        if page.entry:
            item = File.generated(config, uri, content=page.entry.source.body, inclusion=InclusionLevel.NOT_IN_NAV)
            item.edit_uri = uri
            files.append(item)
            for name in page.entry.attachments:
                files.append(File(f"{page.entry.id}/{name}", str(root), config.site_dir, True))
        elif not files.get_file_from_path(uri):
            files.append(File.generated(config, uri, content="", inclusion=InclusionLevel.NOT_IN_NAV))
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Take the notes from the core, which read them already, and title and description from the plan."""
    uri = page.file.src_uri
    found = current.plans.get(uri)
    if found is None:
        found = current.plans[uri] = handwritten(current.catalogue, uri, dict(page.meta))
    page.title = escape(found.title)
    page.meta = {"description": found.description}
    page.update_date = found.updated.date().isoformat()
    return found.source.body if found.source else markdown


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Keep the cleaned notes for the article."""
    current.notes[page.file.src_uri] = clean(html)
    return current.notes[page.file.src_uri]


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Any) -> dict[str, Any]:
    """Hand the finished article to the frame."""
    found = current.plans[page.file.src_uri]
    article = current.articles.render(found, current.notes.pop(page.file.src_uri))
    current.progress.advance()
    return _frame(context, found, article) | {"structured_data": script(current.catalogue, found)}


def on_template_context(context: dict[str, Any], template_name: str, config: MkDocsConfig) -> dict[str, Any]:
    """Give the page for unknown addresses its article; it may be shown at any depth. Give the sitemap the films."""
    if template_name == "sitemap.xml":
        context["films"] = films(current.catalogue)
    if template_name != "404.html":
        return context
    found = not_found(current.catalogue)
    return _frame(context, found, current.articles.render(found, "", base=context["base_url"].rstrip("/") + "/"))


def _frame(context: dict[str, Any], found: PagePlan, article: str) -> dict[str, Any]:
    project = current.catalogue.project
    shared: dict[str, Any] = {
        "catalogue": current.catalogue,
        "library": project.library,
        "t": project.texts,
        "formats": FORMATS,
        "feeds": current.articles.feeds,
    }
    shared |= {"language": project.language, "preview_problems": current.problems if project.preview else []}
    card = {"url": card_url(found.entry or found.package), "width": SIZE[0], "height": SIZE[1]}
    shared |= {"social_card": card, "palette": {"light": palette()["paper"], "dark": palette("dark")["paper"]}}
    shared["translations"] = current.catalogue.translations.get(found.entry.id, []) if found.entry else []
    context.update(shared, plan=found, article=article)
    return context


def on_env(env: Any, config: MkDocsConfig, files: Files) -> Any:
    """Pages are about to be written: show how far it is."""
    current.progress.begin(current.catalogue.project.texts("report-pages"), len(files.documentation_pages()))
    return env


def on_post_build(config: MkDocsConfig) -> None:
    """Wait for feeds, transcripts, pictures and media, and say what was built and where."""
    current.progress.end()
    catalogue = current.catalogue
    count = current.finish_writing()
    texts = catalogue.project.texts
    values = {"items": len(catalogue.entries), "packages": len(catalogue.packages), "files": count}
    built = texts("report-built", summary=summary(catalogue.problems, texts), **values)
    log.info("%s %s", built, os.path.relpath(config.site_dir))


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
    """Let players jump in the preview: MkDocs' own server knows no byte ranges."""
    server.set_app(with_ranges(server.get_app(), Path(config.site_dir), server.mount_path))
    return server

"""The one door to MkDocs: each event is one call into the core.

MkDocs registers every function here whose name starts with `on_`. Its hook
modules live on under `mkdocs serve`, so all state is made anew in `on_config`.
"""

from __future__ import annotations

import gc
import logging
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from ebenerdig import build
from ebenerdig.addresses import quoted
from ebenerdig.catalogue import Catalogue
from ebenerdig.models.formats import FORMATS
from ebenerdig.notes import EXTENSIONS, clean, settings
from ebenerdig.outputs import OUTPUTS
from ebenerdig.outputs.failures import Failures, Sparing
from ebenerdig.outputs.frame import Frame, Link
from ebenerdig.outputs.pages.articles import Articles
from ebenerdig.outputs.pages.finished import pages
from ebenerdig.outputs.pages.panel import Panel
from ebenerdig.outputs.pages.plan import PagePlan, handwritten, not_found, plan
from ebenerdig.outputs.pages.plan import problems as problems_page
from ebenerdig.outputs.pages.sitemap import films
from ebenerdig.outputs.site import Site
from ebenerdig.outputs.theme import THEME
from ebenerdig.outputs.writing import write_site
from ebenerdig.preview.asked import Preview
from ebenerdig.preview.watching import watch_at_once
from ebenerdig.problems import has_errors, report, summary
from ebenerdig.progress import Progress
from ebenerdig.reading.project import load_project
from ebenerdig.reading.settings import unfit_settings, unfit_site
from ebenerdig.waiting import waiting
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import event_priority, get_plugin_logger
from mkdocs.structure import StructureItem
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Link as MenuLink
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import CountHandler, normalize_url
from mkdocs.utils.meta import get_data
from mkdocs.utils.templates import script_tag_filter

log = get_plugin_logger("ebenerdig")


@dataclass
class Build:
    """What the events of one build share."""

    command: str = "build"
    catalogue: Catalogue = field(init=False)
    articles: Articles = field(init=False)
    frame: Frame = field(init=False)
    failures: Failures = field(init=False)
    panel: Panel | None = None
    site: Site | None = None
    plans: dict[str, PagePlan] = field(default_factory=dict)
    left: dict[str, PagePlan] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)
    progress: Progress = field(default_factory=Progress)


current = Build()
previewed = Preview()


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
    own = (Path(config.theme.custom_dir),) if config.theme.custom_dir else ()
    address = config.site_url if preview else None
    project, problems = load_project(root, base_url=address, preview=preview, templates=own)
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
    current.articles = Articles(current.catalogue)
    current.failures = Failures(project.root)
    current.plans = {page.uri: page for page in plan(current.catalogue)}
    if preview and found:
        current.panel = Panel(current.catalogue)
        page = problems_page(current.catalogue, current.panel)
        current.plans[page.uri] = page
    config.site_name, config.site_url = project.library.name, project.base_url
    config.site_description = project.library.description
    config.theme["language"] = project.language
    config.theme.dirs.insert(len(own), str(THEME))
    config.theme.static_templates |= {"404.html", "sitemap.xml"}
    config.markdown_extensions = list(dict.fromkeys([*EXTENSIONS, *config.markdown_extensions]))
    for extension, said in settings(project.language).items():
        config.mdx_configs[extension] = said | config.mdx_configs.get(extension, {})
    config.nav = config.nav or []
    config.watch += [str(root / form.folder) for form in FORMATS if (root / form.folder).is_dir()]
    config.watch += [str(folder) for folder in own]
    return config


@event_priority(-100)
def on_pre_build(config: MkDocsConfig) -> None:
    """Refuse settings that would make dead links or delete what editors wrote, before the site's folder is emptied."""
    settings_of = ((name, getattr(plugin, "config", None)) for name, plugin in config.plugins.items())
    enabled = [name for name, chosen in settings_of if getattr(chosen, "enabled", True)]
    found = list(unfit_settings(Path(config.config_file_path), enabled, config.use_directory_urls))
    found += unfit_site(Path(config.site_dir), current.catalogue.project.root, current.catalogue.project.folders)
    if found:
        texts = current.catalogue.project.texts
        raise PluginError(f"{texts('report-heading', summary=summary(found, texts))}\n\n{report(found, texts)}")
    if current.command != "serve":
        current.site = Site(current.catalogue.project.root, Path(config.site_dir))
        config.site_dir = str(current.site.building)


@event_priority(100)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add items, generated pages and linked files as if they lay in `content/`; let all that needs no frame be written.

    This is the first event after MkDocs has emptied the site's folder. It comes before other plugins', which then know
    the items as files like all others.
    """
    root = current.catalogue.project.root
    is_alone = _is_alone(config)
    foreign = {folder for folder in config.theme.dirs if folder not in (str(THEME), config.theme.custom_dir)}
    for file in [file for file in files if file.src_dir in foreign]:
        files.remove(file)  # no page loads a style or script of the theme
    for file in files.documentation_pages():
        file.inclusion = InclusionLevel.NOT_IN_NAV
    drafts = {path.relative_to(root / "content").as_posix() for path in (root / "content" / "packages").glob("*.md")}
    for uri in drafts - set(current.plans):
        if file := files.get_file_from_path(uri):
            files.remove(file)
    for uri, page in current.plans.items():
        for name in page.entry.attachments if page.entry else ():
            files.append(Finished(f"{uri.removesuffix('index.md')}{name}", root, config))
        known = files.get_file_from_path(uri)
        leads_inside = page.source and TO_A_PLACE.search(page.source.body)  # MkDocs says whether the place is there
        if is_alone and not leads_inside and (page.source or not known):
            if known:
                files.remove(known)
            files.append(Finished(uri, root, config, f"{page.url}index.html"))
            current.left[uri] = page
        elif page.entry:
            item = File(uri, str(root), config.site_dir, True, inclusion=InclusionLevel.NOT_IN_NAV)
            item.edit_uri = Path(os.path.relpath(root / uri, config.docs_dir)).as_posix()
            files.append(item)
        elif not known:
            made_of = str(root / "content" / "_data" / "library.yml")  # plugins ask every page for a file
            files.append(File.generated(config, uri, abs_src_path=made_of, inclusion=InclusionLevel.NOT_IN_NAV))
    return files


class Finished(File):
    """A page or file that the core writes: MkDocs knows it, so that links to it are right, and leaves it alone."""

    def __init__(self, uri: str, root: Path, config: MkDocsConfig, dest_uri: str | None = None) -> None:
        super().__init__(
            uri, str(root), config.site_dir, True, dest_uri=dest_uri or uri, inclusion=InclusionLevel.NOT_IN_NAV
        )

    def is_documentation_page(self) -> bool:
        return False

    def copy_file(self, dirty: bool = False) -> None:
        pass


TO_A_PLACE = re.compile(r"\]\([^)\s]*#|^\s*\[[^\]]+\]:\s*\S*#", re.MULTILINE)
PAGE_EVENTS = ("page_read_source", "pre_page", "page_markdown", "page_content", "page_context", "post_page", "env")


def _is_alone(config: MkDocsConfig) -> bool:
    """Whether no other plugin, hook, frame or extension of Markdown has a say in what stands on a page."""
    frame = config.theme.custom_dir and (Path(config.theme.custom_dir) / "main.html").is_file()
    said = settings(current.catalogue.project.language)
    extends = set(config.markdown_extensions) - set(EXTENSIONS) or config.mdx_configs != said
    methods = [method for event in PAGE_EVENTS for method in config.plugins.events[event]]
    others = [method for method in methods if getattr(method, "__module__", "") != __name__]
    return not extends and not others and not frame


@event_priority(-100)
def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Show what `nav` in `mkdocs.yml` names in the footer, in that order and with those titles."""
    with current.failures.kept():
        current.frame = Frame(current.articles, current.panel, list(_links(nav.items)))
    _tell_failures()
    return nav


def _links(items: Iterable[StructureItem]) -> Iterator[Link]:
    """What is named in `nav`; a section's title falls away, as the footer has one level."""
    for item in items:
        if isinstance(item, Page):
            yield Link(item.title or _title(item.file), "" if item.is_homepage else unquote(item.file.url))
        elif isinstance(item, MenuLink):
            yield Link(item.title or item.url, item.url)
        yield from _links(item.children or ())


def _title(file: File) -> str:
    """What a page calls itself that `nav` names without a title."""
    found = current.plans.get(file.src_uri)
    if not found and not file.is_documentation_page():
        return file.name
    return (found or handwritten(current.catalogue, file.src_uri, get_data(file.content_string)[1])).title


def on_page_read_source(page: Page, config: MkDocsConfig) -> str | None:
    """Spare MkDocs the files of items and of lists: the core read them already."""
    found = current.plans.get(page.file.src_uri)
    return "" if found and (found.entry or page.file.generated_by) else None


@event_priority(100)
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Take notes, title and description from the core; what others do to the notes comes after."""
    uri = page.file.src_uri
    found = current.plans.get(uri)
    if found is None:
        found = current.plans[uri] = handwritten(current.catalogue, uri, dict(page.meta))
    page.title = escape(found.title)
    known = page.meta if found.kind == "text" else {"date": found.updated}  # other fields mean other things elsewhere
    page.meta = {**known, "title": found.title, "description": found.description}
    page.meta.pop("template", None)  # every page has the one frame
    page.update_date = found.updated.date().isoformat()
    return found.source.body if found.source else markdown


@event_priority(-100)
def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Keep the notes for the article, cleaned of whatever they or another plugin brought."""
    current.notes[page.file.src_uri] = clean(html)
    return current.notes[page.file.src_uri]


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Any) -> dict[str, Any]:
    """Hand the finished page to the template that MkDocs renders."""
    found = current.plans[page.file.src_uri]
    notes, context["finished_page"] = current.notes.pop(page.file.src_uri), ""
    with current.failures.kept(_file_of(context)):
        article = current.articles.render(found, notes)
        context["finished_page"] = current.frame.render(
            found, article, canonical=page.canonical_url, added=_added(context, config)
        )
    current.progress.advance()
    return context


def on_template_context(context: dict[str, Any], template_name: str, config: MkDocsConfig) -> dict[str, Any]:
    """Make the page for unknown addresses, which may be shown at any depth. Give the sitemap the films."""
    if template_name == "sitemap.xml":
        made = [(page.canonical_url, page.update_date) for page in (file.page for file in context["pages"]) if page]
        base = current.catalogue.project.base_url
        own = [(base + quoted(page.url), page.updated.date().isoformat()) for page in current.left.values()]
        context |= {"films": films(current.catalogue), "addresses": sorted([*made, *own])}
    if template_name == "404.html":
        found, base = not_found(current.catalogue), context["base_url"].rstrip("/") + "/"
        context["finished_page"] = ""
        with current.failures.kept(found.uri):
            article = current.articles.render(found, "", base)
            context["finished_page"] = current.frame.render(found, article, base=base, added=_added(context, config))
    return context


def _added(context: dict[str, Any], config: MkDocsConfig) -> str:
    """The styles and scripts that `mkdocs.yml` or a plugin adds to every page."""
    styles = [f'<link rel="stylesheet" href="{escape(address)}">' for address in context["extra_css"]]
    return "\n".join([*styles, *(script_tag_filter(context, script) for script in config.extra_javascript)])


@event_priority(-100)
def on_env(env: Any, config: MkDocsConfig, files: Files) -> Any:
    """Pages are about to be written: show how far it is, and let no template of the project's own break off."""
    env.loader = Sparing(env.loader, current.failures, _file_of)
    current.progress.begin(current.catalogue.project.texts("report-pages"), len(files.documentation_pages()))
    return env


def on_pre_template(template: Any, template_name: str, config: MkDocsConfig) -> Any:
    """Spare the templates that `extra_templates` names, too."""
    if template_name in config.extra_templates:
        path = (Path(config.docs_dir) / template_name).relative_to(current.catalogue.project.root).as_posix()
        return current.failures.spare(template, lambda context: path)
    return template


def _file_of(context: Mapping[str, Any]) -> str:
    """Name the file that the page in hand is made of."""
    page = context.get("page")
    found = current.plans.get(page.file.src_uri) if page else None
    return (found.source.name if found.source else found.uri) if found else ""


def on_post_build(config: MkDocsConfig) -> None:
    """Write all that no other program made, publish the site, and say what was built and where."""
    current.progress.end()
    catalogue, texts = current.catalogue, current.catalogue.project.texts
    outputs = [pages(current.frame, current.left.values(), partial(_added_to, config)), *OUTPUTS]
    if current.site is None:
        previewed.show(catalogue, outputs, Path(config.site_dir), current.failures)
        _tell_failures()
        return
    with current.progress.stage(texts("report-pages")) as tell:
        count = write_site(catalogue, outputs, current.site, current.failures, tell)
    _tell_failures()
    if any(isinstance(told, CountHandler) and told.get_counts() for told in logging.getLogger("mkdocs").handlers):
        return  # a strict build ends here: what there is to warn of has been told
    current.site.publish()
    config.site_dir = str(current.site.folder)
    current.site = None
    values = {"items": len(catalogue.entries), "packages": len(catalogue.packages), "files": count}
    built = texts("report-built", summary=summary(catalogue.problems, texts), **values)
    log.info("%s %s", built, os.path.relpath(config.site_dir))
    for line in waiting(catalogue):
        log.info("%s", line)


def on_build_error(error: Exception) -> None:
    """Leave the last good site as it is, and say in plain words when the disk is at fault."""
    if current.site:
        current.site.abandon()
        current.site = None
    if isinstance(error, OSError) and hasattr(current, "catalogue"):
        reason = f"{error.strerror or error} ({error.filename})" if error.filename else str(error)
        raise PluginError(current.catalogue.project.texts("report-disk", reason=reason)) from error


def _added_to(config: MkDocsConfig, base: str) -> str:
    """What `_added` gives, for a page with this way back to the site's root."""
    context = {"page": None, "base_url": base.rstrip("/") or "."}
    styles = [normalize_url(str(path), base=context["base_url"]) for path in config.extra_css]
    return _added(context | {"extra_css": styles}, config)


def _tell_failures() -> None:
    """Say what could not be made; that ends a build, and the preview goes on without it."""
    found, texts = current.failures.problems(), current.catalogue.project.texts
    if found and current.command != "serve":
        raise PluginError(f"{texts('report-heading', summary=summary(found, texts))}\n\n{report(found, texts)}")
    if found:
        log.warning("%s\n\n%s", texts("report-preview", summary=summary(found, texts)), report(found, texts))


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
    """Make pages, feeds and the search when somebody asks for them, and let players jump."""
    server.set_app(previewed.before(server))
    watch_at_once(server, config.watch)
    return server

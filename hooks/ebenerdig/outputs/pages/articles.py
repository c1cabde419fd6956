"""Render the inside of every page from `hooks/theme/articles/`, with everything escaped by default.

MkDocs' own environment escapes nothing, so metadata never goes through it raw:
this module turns a plan and the rendered notes into one finished piece of HTML
that the frame only has to take in.
"""

from __future__ import annotations

import importlib.util
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from markupsafe import Markup, escape

from ...addresses import captions_url, drawing_url, file_path, quoted, register_path, scaled_name, transcript_url
from ...catalogue import Catalogue
from ...feeds.writing import plan_feeds
from ...media.measure import Measure
from ...media.measured import read_measures
from ...media.transcript import Cue, paragraphs
from ...models import Chapter
from ...models.fields import FileRef, Target
from ...models.formats import FORMATS
from ...reading.entries import Entry, PackagePage
from ...texts import Texts
from ...wording import clock_time, day, duration, language_name, moment
from ..drawings import svg as drawings
from ..files import scaled
from ..theme import environment
from .anchors import kept_apart
from .plan import SEARCH, PagePlan
from .subscribing import app_links, qr_code

NOTES = "<!--notes-->"
"""Stands for the notes while the rest is rendered; no text can hold it, as all texts are escaped."""

CHAPTER_TOLERANCE = 0.5
"""Seconds by which a cue may begin before its chapter."""


class Articles:
    """Renders page after page of one catalogue; everything shared is set up once.

    Templates of the library's own come before those of the theme.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        project = catalogue.project
        self.feeds = [feed for feed in plan_feeds(catalogue) if feed.is_offered]
        self.measures = read_measures(project.data)
        self.environment = environment(project.root, project.templates)
        self.environment.filters.update(
            day=lambda value: day(value, project.language),
            moment=lambda value: moment(value, project.language),
            time=lambda value: clock_time(value, project.language),
            language_name=lambda code: language_name(code, project.language),
            duration=duration,
        )
        self.environment.globals.update(
            t=project.texts,
            language=project.language,
            library=project.library,
            project=project,
            catalogue=catalogue,
            formats=FORMATS,
            icon=icon,
            drawing=self._drawing,
            drawing_url=drawing_url,
            record_drawing=self._record_drawing,
            format_drawing=lambda form: drawings.svg(drawings.of_format(form)),
            said=lambda names: said(names, project.language),
            sentence=lambda name, **marked: sentence(project.texts, name, **marked),
            transcript=transcript,
            transcript_url=transcript_url,
            feeds=self.feeds,
            feed_of={feed.page: feed for feed in reversed(self.feeds) if feed.page},
            app_links=app_links,
            qr_code=qr_code,
            captions_url=captions_url,
            file_path=file_path,
        )

    def render(self, plan: PagePlan, content: str, base: str | None = None) -> str:
        """Render the article of `plan`; `content` is sanitised HTML, `base` the way back to the site's root."""
        place = self.place(plan.way_back if base is None else base)
        notes = Markup(NOTES if content else "")
        values = {"plan": plan, "entry": plan.entry, "page": plan.package, "content": notes}
        article = self.environment.get_template(plan.template).render({**place, **values, **plan.values})
        return article.replace(NOTES, kept_apart(content, article))

    def hit(self, values: Mapping[str, Any]) -> str:
        """Render one hit as it stands on the search page: an entry, a package's page, or what `values` tell."""
        place = self.place("../" * SEARCH.count("/"))
        return self.environment.get_template("hit.html").render({**place, "entry": None, "page": None, **values})

    def _drawing(self, owner: Entry | PackagePage) -> Markup:
        """What stands where an item or a package has no picture."""
        if isinstance(owner, Entry):
            return drawings.svg(drawings.of_entry(owner))
        return drawings.svg(drawings.of_package(owner, self.catalogue.items_of(owner)))

    def _record_drawing(self, register: str, key: str) -> Markup:
        """The drawing at the head of a level's, a topic's, a person's page."""
        if register == "levels":
            return drawings.svg(drawings.of_level(self.catalogue, key))
        return drawings.svg(drawings.of_record(register, key, self.catalogue.registers[register][key]))

    @cache  # noqa: B019 -- lives as long as one build
    def place(self, base: str) -> dict[str, Callable[..., str | None]]:
        """What a template needs to know of where its page lies; the same for all pages of one depth."""

        def url(target: str, place: str = "") -> str:
            """Lead to a page or file of this site, to the `place` of that name on it, or to the web."""
            if (isinstance(target, Target) and not target.is_site_page) or "://" in target:
                return target
            path = f"{target}/" if isinstance(target, Target) else target
            return ((base + quoted(path)) or "./") + (f"#{place}" if place else "")

        def picture(owner: Entry | PackagePage, width: int, file: FileRef | None = None) -> str | None:
            """Lead to the scaled copy of the owner's picture, or of another one beside it."""
            file = file or (owner.image.file if owner.image else None)
            if file is None or file not in owner.measures or file.is_remote:
                return None
            return url(scaled_name(file_path(owner, file), width))

        def pictured(owner: Entry | PackagePage, width: int, file: FileRef | None = None) -> Markup | None:
            """The same as attributes: with the copy's width and height, so that nothing moves when it arrives."""
            file = file or (owner.image.file if owner.image else None)
            source = picture(owner, width, file)
            return _attributes(source, owner.measures[file], width) if source and file else None

        def portrait(file: FileRef) -> Markup:
            """The attributes of a picture that a register names."""
            width, measure = scaled.WIDTHS[0], self.measures.get(file)
            source = url(register_path(scaled_name(file, width) if measure else file))
            return _attributes(source, measure, width)

        @cache
        def card(entry: Entry, level: str) -> Markup:
            """An item's card, which stands on several pages."""
            return Markup(cards.card(entry, level))

        cards: Any = self.environment.get_template("card.html").make_module({"url": url, "pictured": pictured})
        return {"url": url, "picture": picture, "pictured": pictured, "portrait": portrait, "known_card": card}


def _attributes(source: str, measure: Measure | None, width: int) -> Markup:
    size = scaled.scaled_size(measure, width) if measure else None
    return Markup('src="{}"').format(source) + (Markup(' width="{}" height="{}"').format(*size) if size else "")


def said(names: Mapping[str, str] | None, language: str) -> Markup:
    """Write a register's text in the site's language; where it has none, in the first it has, and marked as that."""
    if not names:
        return Markup("")
    if language in names:
        return escape(names[language])
    other, text = next(iter(names.items()))
    return Markup('<span lang="{}">{}</span>').format(other, text)


def sentence(texts: Texts, name: str, **marked: str) -> Markup:
    """Put finished HTML into a sentence's places, such as a title that is marked as German."""
    places = {key: f"\ue000{key}\ue001" for key in marked}
    written = escape(texts(name, **places))
    for key, place in places.items():
        written = written.replace(place, escape(marked[key]))
    return written


@cache
def icon(name: str) -> Markup:
    """Return an icon of Material's set as decorative SVG; empty where Material is not installed."""
    spec = importlib.util.find_spec("material")
    places = spec.submodule_search_locations if spec else None
    path = Path(places[0]) / "templates" / ".icons" / f"{name}.svg" if places else None
    if path is None or not path.is_file():
        return Markup("")
    svg = path.read_text("utf-8").replace(' xmlns="http://www.w3.org/2000/svg"', "", 1)
    svg = svg.replace("<svg ", '<svg aria-hidden="true" focusable="false" class="eb-icon" ', 1)
    return Markup(svg)


def transcript(cues: tuple[Cue, ...], chapters: tuple[Chapter, ...] = ()) -> Markup:
    """Write the transcript as paragraphs with a time mark each; built as text, because an hour has hundreds.

    Every chapter's second is an `id` too, so that `#t=754` leads somewhere without scripts. Each cue is a line with the
    second at which it begins, for reading along.
    """
    parts, speaker, used = [], "", -1
    words = iter(str(escape("\n".join([cue.text for cue in cues]))).split("\n"))  # one by one takes far longer
    for chapter, group in _by_chapter(cues, chapters):
        if chapter:
            first, speaker = int(chapter.start), ""
            own = first > used and not (group and int(group[0].start) == first)
            used = first if own else used
            place = f' id="t={first}"' if own else ""
            parts.append(f"<h3{place}>{escape(chapter.title)}</h3>")
        for paragraph in paragraphs(group):
            second = max(int(paragraph.start), used + 1)
            used = second
            named = f"<b>{escape(paragraph.speaker)}</b> " if paragraph.speaker not in ("", speaker) else ""
            speaker = paragraph.speaker or speaker
            mark = f'<a class="eb-mark" href="#t={second}"><time>{duration(second)}</time></a>'
            lines = " ".join([f"<span data-t={cue.start}>{next(words)}</span>" for cue in paragraph.cues])
            parts.append(f'<p id="t={second}">{mark} {named}{lines}</p>')
    return Markup("\n".join(parts))


def _by_chapter(
    cues: tuple[Cue, ...], chapters: tuple[Chapter, ...]
) -> Iterator[tuple[Chapter | None, tuple[Cue, ...]]]:
    """Yield each chapter with the cues spoken in it, and before all what is spoken before the first."""
    starts = [cue.start for cue in cues]
    cuts = [bisect_left(starts, chapter.start - CHAPTER_TOLERANCE) for chapter in chapters]
    if not cuts or cuts[0] > 0:
        yield None, cues[: cuts[0]] if cuts else cues
    for chapter, begin, end in zip(chapters, cuts, [*cuts, len(cues)][1:], strict=True):
        yield chapter, cues[begin:end]

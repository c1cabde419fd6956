"""Files for players and podcast apps beside each item: the transcript in three forms, chapters as JSON."""

from __future__ import annotations

import html
import json
from collections.abc import Callable, Iterator
from functools import partial

from ...addresses import captions_url, chapters_url, file_path, located, transcript_url, with_former
from ...catalogue import Catalogue
from ...media.transcript import Cue, paragraphs, to_srt, to_vtt
from ...reading.entries import Entry


def transcripts(catalogue: Catalogue) -> Iterator[tuple[str, bytes]]:
    """Yield each transcript in the forms that the editor did not give."""
    for entry in catalogue.entries:
        for captions in entry.item.captioned():
            other = entry.translated.get(captions.file)
            if other and captions_url(entry, captions) != file_path(entry, captions.file):
                yield from _placed(catalogue, entry, partial(captions_url, entry, captions), to_vtt(other.cues))
        spoken = entry.item.spoken_text()
        if not entry.transcript or not spoken:
            continue
        cues = entry.transcript.cues
        for form, write in (("vtt", to_vtt), ("srt", to_srt)):
            if transcript_url(entry, form) != file_path(entry, spoken.file):
                yield from _placed(catalogue, entry, partial(transcript_url, entry, form), write(cues))
        yield from _placed(catalogue, entry, partial(transcript_url, entry, "html"), _page(entry, cues))


def _placed(catalogue: Catalogue, entry: Entry, place: Callable[..., str], text: str) -> Iterator[tuple[str, bytes]]:
    content = text.encode()
    yield from ((address, content) for address in with_former(catalogue, entry, place))


def chapters(catalogue: Catalogue) -> Iterator[tuple[str, bytes]]:
    """Yield each item's chapters in the Podcast Index' JSON form, version 1.2.0."""
    for entry in catalogue.entries:
        if not entry.chapters:
            continue
        listed = []
        for chapter in sorted((*entry.chapters, *entry.silent_chapters), key=lambda chapter: chapter.start):
            mark: dict[str, object] = {"startTime": chapter.start}
            if chapter.title:
                mark["title"] = chapter.title
            if not chapter.toc:
                mark["toc"] = False
            if chapter.url:
                mark["url"] = chapter.url
            if chapter.image:
                mark["img"] = located(catalogue.project, entry, chapter.image)
            listed.append(mark)
        content = {"version": "1.2.0", "title": entry.item.title, "chapters": listed}
        yield chapters_url(entry), json.dumps(content, ensure_ascii=False, indent=1).encode()


def _page(entry: Entry, cues: tuple[Cue, ...]) -> str:
    """Write the transcript as the podcast namespace wants it: speaker, time and paragraph one after the other."""
    title = html.escape(entry.item.title)
    lines = [
        f'<!doctype html>\n<html lang="{entry.item.language}">',
        f'<head><meta charset="utf-8"><meta name="robots" content="noindex"><title>{title}</title></head>',
        f"<body>\n<h1>{title}</h1>",
    ]
    for paragraph in paragraphs(cues):
        minutes, seconds = divmod(int(paragraph.start), 60)
        lines += [f"<cite>{html.escape(paragraph.speaker)}:</cite>"] if paragraph.speaker else []
        lines += [f"<time>{minutes}:{seconds:02}</time>", f"<p>{html.escape(paragraph.text, quote=False)}</p>"]
    return "\n".join([*lines, "</body>\n</html>\n"])

"""Files for players and podcast apps beside each item: the transcript in three forms, chapters as JSON."""

from __future__ import annotations

import html
import json
from collections.abc import Callable, Iterator
from functools import partial

from ...addresses import captions_url, chapters_url, file_path, located, transcript_url, with_former
from ...catalogue import Catalogue
from ...kept import Later
from ...media.transcript import Cue, paragraphs, to_srt, to_vtt
from ...reading.entries import Entry
from ...reading.transcripts import Transcript


def transcripts(catalogue: Catalogue) -> Iterator[tuple[str, Later]]:
    """Yield each transcript in the forms that the editor did not give."""
    for entry in catalogue.entries:
        for captions in entry.item.captioned():
            other = entry.translated.get(captions.file)
            if other and captions_url(entry, captions) != file_path(entry, captions.file):
                content = Later((other, "vtt"), partial(_written, to_vtt, other))
                yield from _placed(catalogue, entry, partial(captions_url, entry, captions), content)
        spoken = entry.item.spoken_text()
        if not entry.transcript or not spoken:
            continue
        said = entry.transcript
        for form, write in (("vtt", to_vtt), ("srt", to_srt)):
            if transcript_url(entry, form) != file_path(entry, spoken.file):
                content = Later((said, form), partial(_written, write, said))
                yield from _placed(catalogue, entry, partial(transcript_url, entry, form), content)
        content = Later((said, entry.title, entry.item.language), partial(_page, entry, said))
        yield from _placed(catalogue, entry, partial(transcript_url, entry, "html"), content)


def _placed(
    catalogue: Catalogue, entry: Entry, place: Callable[..., str], content: Later
) -> Iterator[tuple[str, Later]]:
    yield from ((address, content) for address in with_former(catalogue, entry, place))


def _written(write: Callable[[tuple[Cue, ...]], str], said: Transcript) -> bytes:
    return write(said.cues).encode()


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


def _page(entry: Entry, said: Transcript) -> bytes:
    """Write the transcript as the podcast namespace wants it: speaker, time and paragraph one after the other."""
    title = html.escape(entry.item.title)
    lines = [
        f'<!doctype html>\n<html lang="{entry.item.language}">',
        f'<head><meta charset="utf-8"><meta name="robots" content="noindex"><title>{title}</title></head>',
        f"<body>\n<h1>{title}</h1>",
    ]
    for paragraph in paragraphs(said.cues):
        minutes, seconds = divmod(int(paragraph.start), 60)
        lines += [f"<cite>{html.escape(paragraph.speaker)}:</cite>"] if paragraph.speaker else []
        lines += [f"<time>{minutes}:{seconds:02}</time>", f"<p>{html.escape(paragraph.text, quote=False)}</p>"]
    return "\n".join([*lines, "</body>\n</html>\n"]).encode()

"""From an item's script to its media: made in a work folder, moved when all are ready."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from PIL import Image

from . import captions, drawing, film, sound, tags
from .item import Item
from .recording import Recording, record
from .script import Script, ScriptError, read

SIZES = {"episodes": (1400, 1400), "videos": (1280, 720), "tours": (1600, 900)}
SHOW_ART = {
    Path("content/_data/podcast.jpg"): drawing.show,
    Path("content/_data/erklaervideos.jpg"): drawing.film_show,
}
"""The shows' own pictures, and who draws them."""


def make(item: Item) -> None:
    """Make all media of one folder anew."""
    script = read(item.script)
    if item.kind != "tours" and not script.chapters:
        raise ScriptError(item.script, 1, "There is nothing to speak: a chapter begins with `## ` and a name.")
    with tempfile.TemporaryDirectory(prefix="studio-") as place:
        work = Path(place)
        if item.kind == "episodes":
            _episode(item, script, work)
        elif item.kind == "videos":
            _video(item, script, work)
        picture = drawing.cover(item.kind, item.slug, script.symbol, script.words, SIZES[item.kind])
        save(picture, work / item.picture.name, item.mark)
        for product in item.products:
            shutil.copyfile(work / product.name, product)


def show_art(target: Path) -> None:
    save(SHOW_ART[target]((1500, 1500)), target, "studio")


def save(picture: Image.Image, path: Path, comment: str) -> None:
    picture.save(path, quality=88, subsampling=0, optimize=True, progressive=True, comment=comment.encode())


def _episode(item: Item, script: Script, work: Path) -> None:
    recording = _recorded(script, work)
    sound.mp3(work / "sound.wav", work / "audio.mp3")
    tags.write(work / "audio.mp3", item.title, item.year, recording.parts)
    cues = [captions.by_sentence(sentence) for sentence in recording.sentences]
    (work / "transcript.vtt").write_text(captions.webvtt(cues, folded=False), "utf-8")


def _video(item: Item, script: Script, work: Path) -> None:
    recording = _recorded(script, work)
    pictures = film.stills(script, recording, item.slug, item.title)
    film.mp4(pictures, recording, work / "sound.wav", item.title, item.year, work / "video.mp4")
    cues = [cue for sentence in recording.sentences for cue in captions.by_caption(sentence)]
    (work / "captions.vtt").write_text(captions.webvtt(cues, folded=True), "utf-8")


def _recorded(script: Script, work: Path) -> Recording:
    recording = record(script)
    sound.mix(recording.track.samples, recording.notes, work / "sound.wav")
    return recording

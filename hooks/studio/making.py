"""From an item's script to its media: made in a work folder, moved when all are ready."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from ebenerdig.media import tagging
from ebenerdig.media.transcript import to_vtt
from PIL import Image

from . import drawing, film, sound
from .captions import by_caption, by_sentence
from .item import Item
from .recording import Recording, record
from .script import Script, ScriptError, read
from .sentences import fold

SIZES = {"episodes": (1400, 1400), "videos": (1280, 720), "tours": (1600, 900)}
SHOW_ART = {
    Path("content/_data/podcast.jpg"): ("episodes", "chat", "Der Podcast der Werkhalle"),
    Path("content/_data/erklaervideos.jpg"): ("videos", "screen", "Die Erklärvideos der Werkhalle"),
}
"""The shows' own pictures: in whose colours, of what, and with which line below the name."""
MAKER, SHOW = "Werkhalle Lindental", "Ebenerdig – der Podcast"


def make(item: Item) -> None:
    """Make all media of one folder anew."""
    script = read(item.script)
    if item.kind in MAKERS and not script.chapters:
        raise ScriptError(item.script, 1, "There is nothing to speak: a chapter begins with `## ` and a name.")
    with tempfile.TemporaryDirectory(prefix="studio-") as place:
        work = Path(place)
        if item.kind in MAKERS:
            recording = record(script)
            sound.mix(recording.track.samples, recording.notes, work / "sound.wav")
            MAKERS[item.kind](item, script, recording, work)
        picture = drawing.cover(item.kind, item.slug, script.symbol, script.words, SIZES[item.kind])
        save(picture, work / item.products[-1].name, item.mark)
        for product in item.products:
            shutil.copyfile(work / product.name, product)


def show_art(target: Path) -> None:
    """Draw a show's own picture."""
    kind, symbol, line = SHOW_ART[target]
    save(drawing.cover(kind, "show", symbol, "Ebenerdig", (1500, 1500), line), target, "studio")


def save(picture: Image.Image, path: Path, comment: str) -> None:
    picture.save(path, quality=88, subsampling=0, optimize=True, progressive=True, comment=comment.encode())


def _episode(item: Item, script: Script, recording: Recording, work: Path) -> None:
    sound.mp3(work / "sound.wav", work / "audio.mp3")
    _tag(work / "audio.mp3", item, recording, SHOW)
    (work / "transcript.vtt").write_text(to_vtt(tuple(map(by_sentence, recording.sentences))), "utf-8")


def _video(item: Item, script: Script, recording: Recording, work: Path) -> None:
    pictures = film.stills(script, recording, item.slug, item.title)
    film.mp4(pictures, recording.track.seconds, work / "sound.wav", work / "film.mp4")
    _tag(work / "film.mp4", item, recording)
    film.with_chapter_track(work / "film.mp4", work / "video.mp4")
    cues = (cue for sentence in recording.sentences for cue in by_caption(sentence))
    (work / "captions.vtt").write_text(to_vtt(tuple(cue._replace(text=fold(cue.text)) for cue in cues)), "utf-8")


def _tag(path: Path, item: Item, recording: Recording, album: str = "") -> None:
    chapters, seconds = tuple(recording.chapters), recording.track.seconds
    tags = tagging.Tags(item.title, MAKER, album, item.year, chapters=chapters, seconds=seconds)
    tagging.apply(path, tags, write=True)


MAKERS = {"episodes": _episode, "videos": _video}

"""Build whole sites for tests: of a copy of this repository, and of a small library whose content a test writes."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
import uv
from filelock import FileLock
from library import REGISTERS, SMALLEST, TODAY, TRANSCRIPT, Library, jpeg, silent_mp3, silent_mp4
from lxml import html

ROOT = Path(__file__).parents[1]
AMBIENT = ("SITE_URL", "SITE_LANGUAGE", "SOURCE_DATE_EPOCH", "MAKEFLAGS", "MAKELEVEL", "MFLAGS", "PINNED")
"""What a test's own surroundings may not tell the programs it runs."""
OF_PYTEST = "PYTEST_"
"""How the names of variables begin that pytest and its workers set for themselves."""


def surroundings(**changed: str) -> dict[str, str]:
    """Make the environment of a program: today is fixed, and all that the library listens to is as the test says."""
    kept = {name: value for name, value in os.environ.items() if name not in AMBIENT and not name.startswith(OF_PYTEST)}
    return {**kept, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": TODAY, "PYTHONUNBUFFERED": "1", **changed}


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """Let `make` fill a folder that all workers of this run share, once; tests look at it and change nothing."""
    base = factory.getbasetemp()
    common = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    folder, made = common / f"shared-{name}", common / f"shared-{name}.made"
    with FileLock(common / f"shared-{name}.lock"):
        if not made.exists():
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
            make(folder)
            made.touch()
    return folder


def copy_repository(target: Path, like: Path | None = None) -> Path:
    """Copy what git tracks or would track, with the files' times; nothing that was built comes along.

    The copy may have what a site `like` it kept for its next build.
    """
    listed = subprocess.run(
        ["git", "ls-files", "-co", "-z", "--exclude-standard"], cwd=ROOT, capture_output=True, check=True
    )
    for name in listed.stdout.decode().split("\0"):
        if name and (ROOT / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, target / name)
    if like:
        shutil.copytree(like.parent / ".cache", target / ".cache", copy_function=os.link)
    return target


def small_project(root: Path, **registers: str) -> Library:
    """Write a library with registers, the pages every footer leads to, and the repository's own settings."""
    library = Library(root)
    library.registers(**registers)
    settings = (ROOT / "mkdocs.yml").read_text("utf-8")
    library.write("mkdocs.yml", settings.replace("hooks/", f"{(ROOT / 'hooks').as_posix()}/"))
    for path in (ROOT / "content").glob("*.md"):
        if path.name != "index.md":
            library.write(f"content/{path.name}", path.read_bytes())
    return library


def bare_project(root: Path) -> Library:
    """Write a library in which every kind of page exists and every item has only what it must have: no picture at all.

    One item is a version of another in a second language.
    """
    library = small_project(root)
    for slug in ("eins", "zwei", "drei"):
        for folder in SMALLEST:
            place = library.item(f"{folder}/{slug}", topics="[energie]", technologies="[sensorik]").parent
            (place / "cover.jpg").unlink()
    english = {
        "title": "One",
        "language": "en",
        "translation_of": "episodes/eins",
        "guests": "[{person: mara-lindner}]",
    }
    library.item("episodes/one", industries="[handwerk]", date="2026-03-02", **english)
    term = "{name: Fluss, definition: Was fließt.}"
    library.item("videos/begriff", kind="term", term=term)
    library.write(
        "content/packages/anfang.md",
        "---\ntitle: Anfang\ndescription: Ein Weg.\ngoal: Ziel.\nwhy: Darum.\nitems: [videos/eins, episodes/one]\n"
        "closing: {label: Weiter, link: tours/eins}\nlevels: 1\nareas: data\n---\n",
    )
    return library


ODD = "Ä & B #1 100% \"süß\"?; 'x'=(2)"
"""A name with every character that means something in an address, in HTML, or to a shell."""


def odd_project(root: Path) -> Library:
    """Write an English library with five levels in which every file that anything can name is called `ODD`."""
    image = f"{{file: {_yaml(ODD + '.jpg')}, alt: A, credit: B, license: CC-BY-4.0}}"
    library = small_project(
        root,
        library=REGISTERS["library"] + "language: en\n",
        levels="".join(f'"{number}": {{name: Level of {number}}}\n' for number in range(1, 6)),
        people=f"mara-lindner: {{name: Mara Lindner, image: {image}}}\n",
        shows=REGISTERS["shows"].replace("podcast.jpg", _yaml(ODD + ".jpg"))
        + REGISTERS["shows"]
        .replace("podcast:", "film:\n  medium: video")
        .replace("podcast.jpg", _yaml("film " + ODD + ".jpg"))
        .replace("837bf4e8", "937bf4e8"),
    )
    for name in (f"{ODD}.jpg", f"film {ODD}.jpg"):
        library.write(f"content/_data/{name}", jpeg(1400))
    step = "{label: On, link: levels}"
    addressed = quote(ODD, safe="")
    notes = (
        f"## Links\n\n## Content\n\n## Transcript\n\n[Sheet]({addressed}.pdf), [again](<{addressed}.pdf> 'Title'), "
        f"![Picture]({addressed}-notes.jpg), [above](#links)[^1].\n\n[^1]: A note.\n"
    )
    cue = TRANSCRIPT.replace("WEBVTT\n\n", "").replace(".000", ",000").encode()
    shared: dict[str, Any] = {
        "image": image,
        "levels": "4-5",
        "links": "[{title: One, url: 'https://other.example/'}]",
        "next_step": step,
    }
    files = {f"{ODD}.pdf": b"%PDF", f"{ODD}-notes.jpg": jpeg(20), f"{ODD}.jpg": jpeg(1400), f"{ODD}.srt": cue}
    library.item(
        "episodes/odd",
        notes,
        {**files, f"{ODD}.mp3": silent_mp3(20), f"{ODD} 2.mp3": silent_mp3(3)},
        **shared,
        audio=_yaml(ODD + ".mp3"),
        transcript=_yaml(ODD + ".srt"),
        chapters=f"[{{start: '0:00', title: One, image: {_yaml(ODD + '.jpg')}}}]",
        alternates=f"[{{file: {_yaml(ODD + ' 2.mp3')}}}]",
        soundbite="[{start: '0:01', duration: '15'}]",
        guests="[{person: mara-lindner}]",
    )
    captions = f"[{{language: en, file: {_yaml(ODD + '.vtt')}}}, {{language: de, file: {_yaml(ODD + '.srt')}}}]"
    films = {f"{ODD}.mp4": silent_mp4(3), f"{ODD} described.mp4": silent_mp4(3), f"{ODD}.vtt": TRANSCRIPT.encode()}
    library.item(
        "videos/odd",
        notes,
        {**files, **films},
        **shared,
        video=_yaml(ODD + ".mp4"),
        captions=captions,
        poster=_yaml(ODD + ".jpg"),
        audio_description=f"{{status: own_track, file: {_yaml(ODD + ' described.mp4')}}}",
    )
    stop = f"{{title: Stop, audio: {_yaml(ODD + '.mp3')}, image: {image}}}"
    library.item(
        "tours/odd",
        notes,
        {**files, f"{ODD}.mp3": silent_mp3(3), f"{ODD}.gpx": b"<gpx/>"},
        **shared,
        route=_yaml(ODD + ".gpx"),
        stops=f"[{stop}]",
    )
    library.write(f"content/packages/{ODD}.jpg", jpeg(1400))
    library.write(
        "content/packages/odd.md",
        "---\ntitle: Odd\ndescription: Way.\ngoal: Goal.\nwhy: Why.\nitems: [episodes/odd, videos/odd]\n"
        f"closing: {step}\nlevels: 5\nareas: data\nimage: {image}\n---\n## Goal\n\nNotes.\n",
    )
    return library


def _yaml(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def install(target: Path, package: str) -> None:
    """Install one package without what it needs into a folder of its own; environments that uv made have no pip."""
    place = ["--quiet", "--no-deps", "--python", sys.executable, "--target", str(target)]
    subprocess.run([uv.find_uv_bin(), "pip", "install", *place, package], check=True, capture_output=True, timeout=200)


def mkdocs(folder: Path, *arguments: str, **environ: str) -> subprocess.CompletedProcess[str]:
    """Run MkDocs in `folder` and return what it said."""
    command = [sys.executable, "-m", "mkdocs", *arguments]
    return subprocess.run(
        command, cwd=folder, env=surroundings(**environ), capture_output=True, encoding="utf-8", timeout=120
    )


def build(folder: Path, *arguments: str, **environ: str) -> Path:
    """Build the site of a project strictly, show the log when that fails, and return the folder of the site."""
    result = mkdocs(folder, "build", "--strict", *arguments, **environ)
    assert result.returncode == 0, result.stderr
    return folder / "site"


def find(page: html.HtmlElement, path: str) -> list[Any]:
    """Return the elements or values at an XPath."""
    found = page.xpath(path)
    assert isinstance(found, list)
    return found


def files(site: Path) -> dict[str, bytes]:
    """Read every file of a site by its path."""
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def free_port() -> int:
    """Find a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def running(command: list[str], folder: Path, log: Path, **environ: str) -> Iterator[subprocess.Popen[bytes]]:
    """Run a program with its output in `log` for as long as the block lasts; it and its children end with it."""
    with log.open("wb") as output:
        process = subprocess.Popen(
            command,
            cwd=folder,
            env=surroundings(**environ),
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            yield process
        finally:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGTERM)
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait(10)

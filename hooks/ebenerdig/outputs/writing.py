"""Write the outputs to disk, on all cores, and each file whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import nullcontext, suppress
from pathlib import Path
from typing import NamedTuple

from ..catalogue import Catalogue
from ..kept import Later
from ..media.measure import SOUND_AND_FILM
from ..problems import Problem
from ..side_by_side import side_by_side
from . import OUTPUTS, Content, Output
from .copying import Original, bring
from .failures import Failure, Failures, Unfinished
from .site import Site

Tell = Callable[[int, int], None]
"""Hears how many files are done, and how many there are in all."""


class Job(NamedTuple):
    """One content and all places where it is to lie; where the first lies, the others are further names of it."""

    targets: list[Path]
    content: Content


def write(
    catalogue: Catalogue, folder: Path, failures: Failures | None = None, outputs: Iterable[Output] = OUTPUTS
) -> int:
    """Write all outputs below a folder and return how many files that were; what fails is kept in `failures`."""
    found = ((folder / name, content) for name, content in _listed(catalogue, outputs, failures))
    count = 0
    for job in list(_jobs(found)):
        with failures.kept() if failures else nullcontext():
            _do(catalogue, job)
            count += len(job.targets)
    return count


def write_site(
    catalogue: Catalogue,
    outputs: Iterable[Output],
    site: Site,
    failures: Failures,
    tell: Tell = lambda done, total: None,
) -> int:
    """Write what differs from the last site, and return how many files there are; failures stand in `failures`."""
    count = 0

    def differing() -> Iterator[tuple[Path, Content]]:
        nonlocal count
        for name, content in _listed(catalogue, outputs, failures):
            count += 1
            if not site.take_over(name, _key(content)):
                yield site.target(name), content

    def do(job: Job) -> list[Failure | Problem]:
        own = Failures(catalogue.project.root)
        with own.kept():
            _do(catalogue, job)
        return own.found

    jobs = list(_jobs(differing()))
    for done, found in enumerate(side_by_side(do, jobs), 1):
        failures.found += found
        tell(done, len(jobs))
    return count


def _listed(
    catalogue: Catalogue, outputs: Iterable[Output], failures: Failures | None
) -> Iterator[tuple[str, Content]]:
    for output in outputs:
        with failures.kept() if failures else nullcontext():
            yield from output(catalogue)


def _jobs(found: Iterable[tuple[Path, Content]]) -> Iterator[Job]:
    """Gather what is yielded twice in a row, under two names."""
    job: Job | None = None
    for target, content in found:
        if job and job.content is content:
            job.targets.append(target)
            continue
        if job:
            yield job
        job = Job([target], content)
    if job:
        yield job


def _do(catalogue: Catalogue, job: Job) -> None:
    content = job.content.make() if isinstance(job.content, Later) else job.content
    first, *others = job.targets
    may_link = catalogue.project.preview or catalogue.project.library.link_media
    first.parent.mkdir(parents=True, exist_ok=True)
    place(content, first, linked=may_link and first.suffix.lower() in SOUND_AND_FILM)
    for other in others:
        other.parent.mkdir(parents=True, exist_ok=True)
        place(first, other, linked=True)


def _key(content: Content) -> object:
    """What the content depends on."""
    if isinstance(content, Later):
        return content.key
    if isinstance(content, bytes):
        return content
    path = content.path if isinstance(content, Original) else content
    with suppress(OSError):
        status = path.stat()
        return str(path), status.st_size, status.st_mtime_ns
    return None


def place(content: bytes | Path | Original, target: Path, *, linked: bool = False) -> None:
    """Put a file into its place at once: nobody sees half of it, and no file that shares its bytes changes with it.

    A file on the disk is copied, so that whoever changes the copy leaves it alone; `linked` lets both be one file.
    Raises Unfinished when an original is not what it was when it was measured.
    """
    unfinished = target.with_name(f".{os.getpid()}.part")
    unfinished.unlink(missing_ok=True)
    try:
        if isinstance(content, bytes):
            unfinished.write_bytes(content)
        elif isinstance(content, Path):
            bring(content, unfinished, linked=linked)
        elif not content.is_as_measured() or not _brought(content, unfinished, linked):
            raise Unfinished([content.changed()])
        unfinished.replace(target)
    finally:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)  # two names of one file are not moved onto each other


def _brought(original: Original, target: Path, linked: bool) -> bool:
    """Copy an original, and say whether it stayed as it was meanwhile."""
    before = _key(original)
    bring(original.path, target, linked=linked)
    return before == _key(original)

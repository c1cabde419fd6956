"""What files are called where visitors get them: a name that says in anybody's folder of downloads what it is.

Editors call every recording `audio.mp3`, and so it stays in their folders. On the site it is `<slug>.mp3`, and
`cover.jpg` is `<slug>-cover.jpg`. A name depends on nothing but the slug, the show and the file's own name, so that an
address stays as long as these do.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import count
from pathlib import PurePosixPath

LONGEST = 200
"""Bytes before the ending; disks take 255 with it, and scaled pictures need some of them."""
ENDING = re.compile(r"\.[A-Za-z0-9]{1,8}$")


def lead(slug: str, group: str) -> str:
    """How all names of an item begin: a slug that says too little, as `folge-12` or `trailer`, follows its `group`."""
    says_enough = len(re.findall(r"[a-z]{2,}", slug)) > 1 or slug.startswith(group)
    return slug if says_enough else f"{group}-{slug}"


def public_names(begin: str, main: str | None, files: Iterable[str], taken: Iterable[str]) -> dict[str, str]:
    """Name every one of `files`; `main` is called `begin` alone, and none as one of those that are `taken`.

    What begins so already keeps its name. Letter case does not tell names apart, because it does not on every disk.
    """
    own = re.compile(rf"{re.escape(begin)}(?![a-z0-9])")
    used, names = {name.casefold() for name in taken}, dict[str, str]()
    for file in sorted(dict.fromkeys(files), key=lambda file: 1 if file == main else 0 if own.match(file) else 2):
        flat = "-".join(PurePosixPath(file).parts)
        ending = ENDING.search(flat, 1)
        stem, suffix = (flat[: ending.start()], ending[0]) if ending else (flat, "")
        whole = begin if file == main else stem if own.match(stem) else f"{begin}-{stem}"
        cut = whole.encode()[:LONGEST].decode(errors="ignore")
        names[file] = next(name for name in _numbered(cut, suffix) if name.casefold() not in used)
        used.add(names[file].casefold())
    return names


def _numbered(stem: str, suffix: str) -> Iterator[str]:
    yield f"{stem}{suffix}"
    yield from (f"{stem}-{number}{suffix}" for number in count(2))

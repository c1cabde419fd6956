"""Remember what was measured in `media.json` beside the item.

The record belongs into the repository: a build on a machine without the media
then gives the same bytes, and a build with them reads only what changed. Media
at a web address are measured by `ebenerdig probe` alone; a build reads what it
recorded.
"""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from ..models.fields import FileRef, MediaRef
from .measure import Measure, MediaError, measure

MEASURES = "media.json"
FULL = (errno.ENOSPC, errno.EDQUOT)
"""What the system says when nothing more fits."""

_measures = TypeAdapter(dict[str, Measure])


def read_measures(folder: Path) -> dict[str, Measure]:
    """Return what was measured before, by file name or web address; an unreadable record counts as none."""
    path = folder / MEASURES
    try:
        return _measures.validate_json(path.read_bytes()) if path.is_file() else {}
    except (OSError, ValidationError):
        return {}


def write_measures(folder: Path, measures: Mapping[str, Measure]) -> None:
    """Write the record; a folder that cannot be written to is measured again next time. OSError on a full disk."""
    content = {name: m.model_dump(mode="json", exclude_defaults=True) for name, m in sorted(measures.items())}
    try:
        (folder / MEASURES).write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", "utf-8")
    except OSError as error:
        if error.errno in FULL:
            raise


def found_at(folder: Path, elsewhere: Path | None, name: str) -> Path:
    """Where a file lies: beside the item, or else, for sound and film, in its folder outside git."""
    beside = folder / name
    if elsewhere is None or not isinstance(name, MediaRef) or os.path.isfile(beside):
        return beside
    return elsewhere / name


def bring_up_to_date(
    folder: Path, names: Iterable[FileRef | str], elsewhere: Path | None = None, *, anew: bool = False
) -> tuple[dict[str, Measure], dict[str, MediaError]]:
    """Measure the named files that are new or changed and write the record; return measures and errors by name.

    A file that is missing keeps its recorded measure, and so does one at a web
    address. A record that already says the right thing keeps its bytes, only
    its time is renewed. `anew` measures what seems unchanged too.
    """
    path = folder / MEASURES
    names = list(names)
    if not names:
        return {}, {}
    before = read_measures(folder)
    recorded_at = path.stat().st_mtime_ns if before else 0
    now: dict[str, Measure] = {}
    errors: dict[str, MediaError] = {}
    renewed = False
    for name in dict.fromkeys(names):
        known, file = before.get(name), found_at(folder, elsewhere, name)
        if not os.path.isfile(file):
            if known:
                now[name] = known
            continue
        status, outside = file.stat(), file.parent != (folder / name).parent
        if known and known.bytes == status.st_size and status.st_mtime_ns <= recorded_at and not anew:
            now[name] = known.model_copy(update={"outside": outside})
            continue
        renewed = True
        try:
            now[name] = measure(file).model_copy(update={"outside": outside})
        except MediaError as error:
            errors[name] = error
    if now != before and not errors:
        write_measures(folder, now)
    elif renewed and before and not errors:
        with suppress(OSError):
            os.utime(path)
    return now, errors

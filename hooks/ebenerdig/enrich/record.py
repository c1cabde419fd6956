"""Remember what was measured in `media.json` beside the item.

The record belongs into the repository: a build on a machine without the media
then gives the same bytes, and a build with them reads only what changed.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from .media import Measure, MediaError, measure

RECORD = "media.json"
_measures = TypeAdapter(dict[str, Measure])


def read_record(folder: Path) -> dict[str, Measure]:
    """Return what was measured before, by file name; an unreadable record counts as none."""
    try:
        return _measures.validate_json((folder / RECORD).read_bytes())
    except (OSError, ValidationError):
        return {}


def write_record(folder: Path, measures: dict[str, Measure]) -> None:
    """Write what is known of the files of one folder, and of media elsewhere by their address."""
    content = {name: m.model_dump(mode="json", exclude_defaults=True) for name, m in sorted(measures.items())}
    (folder / RECORD).write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", "utf-8")


def bring_up_to_date(folder: Path, names: Iterable[str]) -> tuple[dict[str, Measure], dict[str, MediaError]]:
    """Measure the named files that are new or changed and write the record; return measures and errors by name.

    A file that is missing keeps its recorded measure. A record that already
    says the right thing keeps its bytes, only its time is renewed.
    """
    path = folder / RECORD
    names = list(names)
    if not names:
        return {}, {}
    before = read_record(folder)
    recorded_at = path.stat().st_mtime_ns if before else 0
    now: dict[str, Measure] = {}
    errors: dict[str, MediaError] = {}
    renewed = False
    for name in dict.fromkeys(names):
        file, known = folder / name, before.get(name)
        if not os.path.isfile(file):
            if known:
                now[name] = known
            continue
        status = file.stat()
        if known and known.bytes == status.st_size and status.st_mtime_ns <= recorded_at:
            now[name] = known
            continue
        renewed = True
        try:
            now[name] = measure(file)
        except MediaError as error:
            errors[name] = error
    if now != before and not errors:
        with suppress(OSError):  # a folder that cannot be written to is measured again next time
            write_record(folder, now)
    elif renewed and before and not errors:
        with suppress(OSError):
            os.utime(path)
    return now, errors

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
from typing import NamedTuple

from pydantic import TypeAdapter, ValidationError

from ..models.fields import FileRef, MediaRef
from ..reading.door import ClosedError, look, read
from .measure import Measure, MediaError, measure

MEASURES = "media.json"
MOST_BYTES = 20_000_000
"""No record of one folder comes near this."""
FULL = (errno.ENOSPC, errno.EDQUOT)
"""What the system says when nothing more fits."""

_measures = TypeAdapter(dict[str, Measure])


class Record(NamedTuple):
    """What was measured before, by file name or web address; `damage` says why a record that is there says nothing."""

    measures: dict[str, Measure]
    damage: MediaError | None = None

    @property
    def can_be_replaced(self) -> bool:
        """Whether a new record may take the place of this one: it is whole, or only its content is damaged."""
        return self.damage is None or self.damage.code in ("record-broken", "record-value")


def read_measures(folder: Path) -> dict[str, Measure]:
    """Return what was measured before; a record that cannot be read counts as none."""
    return read_record(folder).measures


def read_record(folder: Path) -> Record:
    """Read the record of a folder; line and column of any damage stand among its values."""
    try:
        data = read(folder / MEASURES, most=MOST_BYTES)
    except ClosedError as error:
        return Record({}, MediaError(error.code, {**error.values, "line": 1, "column": 1}))
    try:
        return Record({} if data is None else _measures.validate_json(data))
    except ValidationError as error:
        return Record({}, _damage((data or b"").decode("utf-8", "replace"), error))


def _damage(text: str, error: ValidationError) -> MediaError:
    """Say where a record is no JSON any more, or which entry holds what cannot be."""
    try:
        json.loads(text)
    except json.JSONDecodeError as damage:
        return MediaError("record-broken", {"line": damage.lineno, "column": damage.colno})
    except (ValueError, RecursionError):
        return MediaError("record-broken", {"line": 1, "column": 1})
    place = [str(part) for part in error.errors(include_url=False)[0]["loc"]]
    begin = 0
    for key in place[:2]:
        begin = max(text.find(json.dumps(key, ensure_ascii=False), begin), begin)
    at = {"line": text.count("\n", 0, begin) + 1, "column": begin - text.rfind("\n", 0, begin)}
    if len(place) < 2:
        return MediaError("record-broken", at)
    return MediaError("record-value", {**at, "key": place[1], "file": place[0]})


def write_measures(folder: Path, measures: Mapping[str, Measure]) -> None:
    """Write the record; a folder that cannot be written to is measured again next time. OSError on a full disk."""
    content = {name: m.model_dump(mode="json", exclude_defaults=True) for name, m in sorted(measures.items())}
    path = folder / MEASURES
    try:
        look(path)
        path.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", "utf-8")
    except ClosedError:
        pass  # what lies there is no record, and nobody would read it again
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
    folder: Path,
    names: Iterable[FileRef | str],
    elsewhere: Path | None = None,
    *,
    anew: bool = False,
    record: Record | None = None,
) -> tuple[dict[str, Measure], dict[str, MediaError]]:
    """Measure the named files that are new or changed and write the record; return measures and errors by name.

    A file that is missing keeps its recorded measure, and so does one at a web
    address. A record that already says the right thing keeps its bytes, only
    its time is renewed. `anew` measures what seems unchanged too. `record` is
    what was read already; a damaged one is replaced if nothing is lost by it.
    """
    path = folder / MEASURES
    names = list(names)
    if not names:
        return {}, {}
    before, damage = record = record or read_record(folder)
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
    if damage and (len(now) < len(set(names)) or not record.can_be_replaced):
        return now, errors
    if now != before and not errors:
        write_measures(folder, now)
    elif renewed and before and not errors:
        with suppress(OSError):
            os.utime(path)
    return now, errors

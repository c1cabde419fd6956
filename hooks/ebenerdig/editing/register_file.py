"""Append a record to a register in `content/_data/`; all else in the file stays byte for byte as it is."""

from __future__ import annotations

from dataclasses import replace

from ..problems import Problem
from ..reading.project import Project
from ..reading.registers import REGISTERS
from ..reading.source import read_register
from ..reading.validate import validate_entry


def append_record(project: Project, register: str, key: str, text: str) -> list[Problem]:
    """Append `text`, the YAML of the record `key`, or return why the whole would not be right then.

    Nothing is written in that case.
    """
    path = project.data / f"{register}.yml"
    before = path.read_bytes() if path.is_file() else b""
    line_end = b"\r\n" if b"\r\n" in before else b"\n"
    gap = b"" if not before or before.endswith(b"\n") else line_end
    draft = path.with_name(f"{register}.new.yml")
    draft.write_bytes(before + gap + text.encode().replace(b"\n", line_end))
    source, problems = read_register(draft, project.root)
    if source:
        _, problems = validate_entry(source, REGISTERS[register], (key,))
    errors = [replace(p, path=path.relative_to(project.root).as_posix()) for p in problems if p.severity == "error"]
    if errors:
        draft.unlink()
    else:
        draft.replace(path)
    return errors

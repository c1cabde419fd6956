"""Give the people of a feed their ids: those of the register, or new ones at its end."""

from __future__ import annotations

import json

from ...editing.register_file import append_record
from ...reading.project import Project
from ...reading.registers import Registers
from ...reading.slugs import slug


class People:
    """Everyone in the register, by id and by name."""

    def __init__(self, project: Project, registers: Registers) -> None:
        self._project = project
        self._ids = set(registers["people"])
        self._by_name = {name: key for key, person in registers["people"].items() for name in person.name.values()}

    def id_of(self, name: str) -> str | None:
        """The id of whoever is called so; None where the register cannot be added to."""
        if name in self._by_name:
            return self._by_name[name]
        key, number = slug(name), 2
        while key in self._ids:
            key, number = f"{slug(name)}-{number}", number + 1
        if append_record(self._project, "people", key, f"{key}: {{name: {json.dumps(name, ensure_ascii=False)}}}\n"):
            return None
        self._ids.add(key)
        self._by_name[name] = key
        return key

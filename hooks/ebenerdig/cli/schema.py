"""`ebenerdig schema`: the models as JSON Schema, for editors' tools."""

from __future__ import annotations

import json
from pathlib import Path

import click

from ..models import Library, Model, Package
from ..models.formats import FORMATS
from ..reading.project import load_project
from ..reading.registers import REGISTERS


@click.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
def schema(folder: Path) -> None:
    """Write the JSON Schema of every format, package and register into FOLDER."""
    models: dict[str, type[Model]] = {form.id: form.model for form in FORMATS}
    models.update(package=Package, library=Library)
    folder.mkdir(parents=True, exist_ok=True)
    for name, model in models.items():
        _write(folder / f"{name}.json", name, model.model_json_schema())
    for name, record in REGISTERS.items():
        inner = record.model_json_schema(ref_template="#/$defs/{model}")
        definitions = inner.pop("$defs", {})
        _write(folder / f"{name}.json", name, {"type": "object", "additionalProperties": inner, "$defs": definitions})
    project, _ = load_project(Path())
    click.echo(project.texts("schema-written", count=len(models) + len(REGISTERS), folder=str(folder)))


def _write(path: Path, name: str, content: dict[str, object]) -> None:
    document = {"$schema": "https://json-schema.org/draft/2020-12/schema", **content, "title": name}
    path.write_text(json.dumps(document, ensure_ascii=False, indent=2) + "\n", "utf-8")

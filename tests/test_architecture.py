"""How the modules depend on each other, read from their imports."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

import pytest
from ebenerdig.models import Item, Recording
from ebenerdig.models.formats import FORMATS

HOOKS = Path(__file__).parents[1] / "hooks"
CORE = sorted((HOOKS / "ebenerdig").rglob("*.py"))

LAYERS = [
    ["mkdocs_events"],
    ["ebenerdig.cli", "ebenerdig.cli.*"],
    [
        "ebenerdig.feeds.comparing",
        "ebenerdig.feeds.comparing.*",
        "ebenerdig.feeds.importing",
        "ebenerdig.feeds.importing.*",
    ],
    ["ebenerdig.editing", "ebenerdig.editing.starting"],
    ["ebenerdig.preview", "ebenerdig.preview.*"],
    ["ebenerdig"],
    ["ebenerdig.feeds.rules", "ebenerdig.feeds.rules.*"],
    ["ebenerdig.outputs", "ebenerdig.outputs.*", "ebenerdig.feeds.writing", "ebenerdig.feeds.writing.*"],
    ["ebenerdig.addresses", "ebenerdig.facets", "ebenerdig.waiting"],
    ["ebenerdig.reading.across", "ebenerdig.reading.aliases", "ebenerdig.reading.artwork", "ebenerdig.reading.items"],
    ["ebenerdig.reading.remembered", "ebenerdig.reading.ids"],
    ["ebenerdig.reading.plausible"],
    ["ebenerdig.catalogue"],
    [
        "ebenerdig.reading.entries",
        "ebenerdig.reading.companions",
        "ebenerdig.reading.transcripts",
        "ebenerdig.reading.files",
    ],
    ["ebenerdig.editing.*"],
    ["ebenerdig.reading.registers"],
    ["ebenerdig.reading.project"],
    ["ebenerdig.media", "ebenerdig.media.*"],
    [
        "ebenerdig.reading",
        "ebenerdig.reading.validate",
        "ebenerdig.reading.source",
        "ebenerdig.reading.characters",
        "ebenerdig.reading.syntax",
        "ebenerdig.reading.links",
        "ebenerdig.reading.settings",
        "ebenerdig.reading.nearest",
        "ebenerdig.reading.slugs",
        "ebenerdig.reading.door",
        "ebenerdig.reading.public_names",
        "ebenerdig.reading.stray",
        "ebenerdig.reading.misnamed",
    ],
    ["ebenerdig.feeds.foreign", "ebenerdig.feeds.foreign.*"],
    ["ebenerdig.notes", "ebenerdig.web", "ebenerdig.wording"],
    ["ebenerdig.leftovers"],
    ["ebenerdig.problems", "ebenerdig.progress"],
    ["ebenerdig.models", "ebenerdig.models.*"],
    ["ebenerdig.memory", "ebenerdig.side_by_side", "ebenerdig.kept", "ebenerdig.feeds"],
    ["ebenerdig.texts"],
]
"""From the outside to the ground: a module imports from its own layer and from those below, never from above."""


def module_name(path: Path) -> str:
    """Name a file as Python imports it."""
    return ".".join(path.relative_to(HOOKS).with_suffix("").parts).removesuffix(".__init__")


def layer(module: str) -> int:
    """Find a module's layer: 0 is the outermost."""
    exact = [number for number, names in enumerate(LAYERS) if module in names]
    found = exact or [number for number, names in enumerate(LAYERS) if any(fnmatch(module, name) for name in names)]
    assert found, f"{module} has no place in LAYERS"
    return found[0]


def imports(path: Path) -> Iterator[tuple[int, str]]:
    """Yield line and full name of everything that a file imports, wherever it does so."""
    name = module_name(path)
    package = name if path.name == "__init__.py" else name.rpartition(".")[0]
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package.split(".")[: len(package.split(".")) - node.level + 1] if node.level else []
            source = ".".join([*base, *([node.module] if node.module else [])])
            for alias in node.names:
                inner = HOOKS.joinpath(*source.split("."), alias.name)
                is_module = inner.with_suffix(".py").is_file() or (inner / "__init__.py").is_file()
                yield node.lineno, f"{source}.{alias.name}" if is_module else source


def test_the_walk_over_imports_sees_relative_and_absolute_ones() -> None:
    found = {name for _, name in imports(HOOKS / "ebenerdig" / "outputs" / "__init__.py")}
    assert {"ebenerdig.catalogue", "ebenerdig.feeds.writing", "pathlib"} <= found
    assert "mkdocs.plugins" in {name for _, name in imports(HOOKS / "mkdocs_events.py")}


@pytest.mark.parametrize("path", CORE, ids=module_name)
def test_imports_point_one_way(path: Path) -> None:
    own = layer(module_name(path))
    inside = [(line, name) for line, name in imports(path) if name.split(".")[0] in ("ebenerdig", "mkdocs_events")]
    wrong = [f"line {line}: {name}" for line, name in inside if layer(name) < own]
    assert wrong == []


def test_no_two_modules_import_each_other() -> None:
    graph = {module_name(path): {name for _, name in imports(path)} for path in CORE}
    circles = {
        tuple(sorted((a, b))) for a, names in graph.items() for b in names if b != a and a in graph.get(b, set())
    }
    assert circles == set()


@pytest.mark.parametrize("path", sorted(HOOKS.rglob("*.py")), ids=module_name)
def test_only_one_module_knows_mkdocs(path: Path) -> None:
    known = [name for _, name in imports(path) if name.split(".")[0] in ("mkdocs", "material", "properdocs")]
    assert bool(known) == (path.name == "mkdocs_events.py")


def test_the_core_can_be_imported_where_mkdocs_is_missing() -> None:
    modules = [module_name(path) for path in CORE if not path.stem.startswith("__main__")]
    code = (
        "import sys, importlib\n"
        "sys.modules.update(dict.fromkeys(('mkdocs', 'material', 'properdocs')))\n"
        f"sys.path.insert(0, {str(HOOKS)!r})\n"
        f"for name in {modules!r}: importlib.import_module(name)\n"
        "try: import mkdocs\n"
        "except ImportError: print('fine')\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert done.stdout == "fine\n"


FORMAT_WORDS = (
    {form.id for form in FORMATS}
    | {form.folder for form in FORMATS}
    | {name for form in FORMATS for names in form.names.values() for name in names}
)
FORMAT_CLASSES = {form.model.__name__ for form in FORMATS}
MAY_NAME_FORMATS = {"ebenerdig.models"}


@pytest.mark.parametrize(
    "path", [p for p in CORE if not module_name(p).startswith(tuple(MAY_NAME_FORMATS))], ids=module_name
)
def test_no_module_asks_a_format_for_its_name(path: Path) -> None:
    found = []
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        parts: list[ast.expr] = []
        if isinstance(node, ast.Compare):
            parts = [node.left, *node.comparators]
        elif isinstance(node, ast.MatchValue):
            parts = [node.value]
        elif isinstance(node, ast.Subscript):
            parts = [node.slice]
        for constant in (inner for part in parts for inner in ast.walk(part)):
            if isinstance(constant, ast.Constant) and constant.value in FORMAT_WORDS:
                found.append(f"line {constant.lineno}: {constant.value!r}")
        if isinstance(node, ast.ImportFrom) and (node.module or "").endswith("models"):
            found += [f"line {node.lineno}: {a.name}" for a in node.names if a.name in FORMAT_CLASSES]
    assert found == []


def test_templates_ask_a_format_for_what_it_can_do() -> None:
    asked = re.compile(
        r"\b(?:form|format|f)\.(?:id|folder)\s*(?:==|!=|in\b)|(?:==|!=)\s*\w*(?:form|format)\.(?:id|folder)\b"
    )
    templates = sorted((HOOKS / "theme").rglob("*.html"))
    assert templates
    assert [path.name for path in templates if asked.search(path.read_text("utf-8"))] == []


SHARED_FIELDS = {name for model in (Item, Recording) for name in model.model_fields}
OWN_FIELDS = {name for form in FORMATS for name in form.model.model_fields} - SHARED_FIELDS
PARTS = {form.template for form in FORMATS}
FOLDER = re.compile(rf"\b(?:{'|'.join(form.folder for form in FORMATS)})/")


def asked_of_items(path: Path) -> Iterator[str]:
    """Yield every field that a module asks of an item, as in `entry.item.field` and `getattr(item, "field")`."""

    def is_item(node: ast.expr) -> bool:
        return (isinstance(node, ast.Name) and node.id == "item") or (
            isinstance(node, ast.Attribute) and node.attr == "item"
        )

    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Attribute) and is_item(node.value):
            yield node.attr
        is_asking = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "getattr"
        if is_asking and is_item(node.args[0]) and isinstance(node.args[1], ast.Constant):
            yield str(node.args[1].value)


@pytest.mark.parametrize(
    "path", [p for p in CORE if not module_name(p).startswith((*MAY_NAME_FORMATS, "ebenerdig.feeds"))], ids=module_name
)
def test_no_module_asks_for_a_field_that_only_one_format_has(path: Path) -> None:
    assert sorted(OWN_FIELDS.intersection(asked_of_items(path))) == []


@pytest.mark.parametrize("path", [p for p in CORE if "writing" in p.parts], ids=module_name)
def test_no_feed_asks_for_a_field_that_only_one_format_has(path: Path) -> None:
    assert sorted(OWN_FIELDS.intersection(asked_of_items(path))) == []


def test_only_the_part_of_a_format_asks_for_its_fields() -> None:
    templates = [path for path in sorted((HOOKS / "theme").rglob("*.html")) if path.name not in PARTS]
    asked = {(path.name, name) for path in templates for name in re.findall(r"\bitem\.(\w+)", path.read_text("utf-8"))}
    assert ("item.html", "title") in asked
    assert [(path, name) for path, name in sorted(asked) if name in OWN_FIELDS] == []


def test_neither_a_module_nor_a_template_names_the_folder_of_a_format() -> None:
    named = []
    for path in [p for p in CORE if not module_name(p).startswith(tuple(MAY_NAME_FORMATS))]:
        tree = ast.parse(path.read_text("utf-8"))
        about = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        texts = [n for n in ast.walk(tree) if isinstance(n, ast.Constant) and isinstance(n.value, str)]
        named += [f"{path.name}: {n.value}" for n in texts if id(n) not in about and FOLDER.search(str(n.value))]
    for path in sorted((HOOKS / "theme").rglob("*.html")):
        named += [f"{path.name}: {found}" for found in FOLDER.findall(path.read_text("utf-8"))]
    assert named == []


def test_every_module_says_what_it_is_for() -> None:
    silent = [module_name(path) for path in CORE if not ast.get_docstring(ast.parse(path.read_text("utf-8")))]
    assert silent == []


def test_the_pipeline_can_be_read_on_one_page() -> None:
    assert len((HOOKS / "ebenerdig" / "__init__.py").read_text("utf-8").splitlines()) <= 60

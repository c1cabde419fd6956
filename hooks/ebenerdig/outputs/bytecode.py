"""Compile templates once: what the theme's templates became is kept until they or our own code change."""

from __future__ import annotations

from pathlib import Path

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from ..kept import Kept


class CompiledTemplates(BytecodeCache):
    """Templates as Python code, in a library's cache; a damaged entry is compiled anew."""

    def __init__(self, root: Path) -> None:
        self._kept = Kept(root, "templates", "jinja2")

    def load_bytecode(self, bucket: Bucket) -> None:
        content = self._kept.find(self._name(bucket))
        if content is not None:
            bucket.bytecode_from_string(content)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._kept.keep(self._name(bucket), bucket.bytecode_to_string())

    def _name(self, bucket: Bucket) -> str:
        return self._kept.name([bucket.key, bucket.checksum])

"""What two parsers that only Node knows understand of feeds."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Sequence
from typing import Any

import pytest
from sites import ROOT


def read_by_node(feeds: Sequence[str], opml: str = "") -> dict[str, Any]:
    """Let both read: `feeds` holds `feedsmith` and `partytime` for each, `opml` the list; on CI they must be there."""
    node = shutil.which("node")
    if not os.environ.get("CI") and not (node and (ROOT / "tests/node_modules/feedsmith").is_dir()):
        pytest.skip("node, or the parsers that `make` installs, are not there")
    assert node, "node is missing"
    done = subprocess.run(
        [node, str(ROOT / "tests/feeds.mjs")],
        input=json.dumps({"feeds": feeds, "opml": opml}),
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    answer: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])  # partytime writes its log before it
    return answer

"""What all tests share."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from library import Library

settings.register_profile(
    "ebenerdig", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
settings.load_profile("ebenerdig")


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """A library with its registers and no items."""
    library = Library(tmp_path)
    library.registers()
    return library

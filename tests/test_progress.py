"""The bar: on a terminal only, and only when it takes long."""

from __future__ import annotations

import io
import time

import pytest
from ebenerdig.progress import PATIENCE, Progress
from rich.console import Console


class Clock:
    """A clock that a test sets."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now = 100.0
        monkeypatch.setattr(time, "monotonic", lambda: self.now)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    return Clock(monkeypatch)


def terminal() -> tuple[Console, io.StringIO]:
    written = io.StringIO()
    return Console(file=written, force_terminal=True, width=80), written


def pipe() -> tuple[Console, io.StringIO]:
    written = io.StringIO()
    return Console(file=written, force_terminal=False, width=80), written


def test_nothing_is_shown_in_the_first_two_seconds(clock: Clock) -> None:
    console, written = terminal()
    progress = Progress(console)
    progress.begin("Lesen", 10)
    clock.now += PATIENCE
    progress.advance()
    progress.end()
    assert PATIENCE == 2
    assert written.getvalue() == ""


def test_the_bar_appears_after_two_seconds_and_says_what_and_how_far(clock: Clock) -> None:
    console, written = terminal()
    progress = Progress(console)
    progress.begin("Lesen", 10)
    for _ in range(6):
        progress.advance()
    clock.now += PATIENCE + 0.1
    progress.advance()
    progress.end()
    assert "Lesen" in written.getvalue()
    assert "7/10" in written.getvalue()


def test_the_bar_is_gone_at_the_end(clock: Clock) -> None:
    console, written = terminal()
    progress = Progress(console)
    progress.begin("Lesen", 10)
    clock.now += PATIENCE + 0.1
    progress.advance()
    progress.end()
    assert written.getvalue().endswith("\x1b[2K")
    before = written.getvalue()
    progress.end()
    assert written.getvalue() == before


def test_nothing_is_shown_on_a_pipe_however_long_it_takes(clock: Clock) -> None:
    console, written = pipe()
    progress = Progress(console)
    progress.begin("Lesen", 10)
    clock.now += 3600
    progress.advance()
    progress.end()
    assert written.getvalue() == ""


def test_every_stage_waits_anew(clock: Clock) -> None:
    console, written = terminal()
    progress = Progress(console)
    with progress.stage("Lesen") as tell:
        clock.now += PATIENCE + 0.1
        tell(3, 9)
    assert "3/9" in written.getvalue()
    before = written.getvalue()
    with progress.stage("Schreiben") as tell:
        clock.now += PATIENCE
        tell(1, 9)
    assert written.getvalue() == before


def test_a_stage_that_fails_leaves_no_bar_behind(clock: Clock) -> None:
    console, written = terminal()
    progress = Progress(console)
    with pytest.raises(KeyError), progress.stage("Lesen") as tell:
        clock.now += PATIENCE + 0.1
        tell(3, 9)
        raise KeyError
    assert written.getvalue().endswith("\x1b[2K")


def test_a_build_into_a_pipe_writes_no_control_characters(clock: Clock, capsys: pytest.CaptureFixture[str]) -> None:
    progress = Progress()
    progress.begin("Lesen", 10)
    clock.now += 3600
    progress.advance()
    progress.end()
    assert capsys.readouterr() == ("", "")

"""The changes that `make mutants` draws from are small, many-sided, and leave alone what has no effect."""

from __future__ import annotations

from mutants import Change, changes, chosen

SOURCE = '''
@frozen(True)
def größer(a: "1" = 2, *, b) -> int:
    """Say 1."""
    if not a and b <= 1:
        return None
    return f"{a == 1}" in "Größe" + b
'''


def test_every_small_change_is_tried_once_and_at_its_place() -> None:
    found = list(changes("a.py", SOURCE))
    assert sorted((change.line, change.old, change.new) for change in found) == [
        (3, "2", "(1)"),
        (3, "2", "(3)"),
        (5, "1", "(0)"),
        (5, "1", "(2)"),
        (5, "b <= 1", "(b < 1)"),
        (5, "b <= 1", "(b > 1)"),
        (5, "not a", "(a)"),
        (5, "not a and b <= 1", "(not a or b <= 1)"),
        (7, '"Größe" + b', "('Größe' - b)"),
        (7, 'f"{a == 1}" in "Größe" + b', "(f'{a == 1}' not in 'Größe' + b)"),
        (7, 'return f"{a == 1}" in "Größe" + b', "return None"),
    ]
    data = SOURCE.encode()
    for change in found:
        compile(data[: change.start] + change.new.encode() + data[change.end :], "a.py", "exec")


def test_a_change_is_shown_to_the_tests_that_reach_its_line_and_to_all_of_the_module_where_none_does() -> None:
    tests = {"slow": (9.0, {"a.py": [5, 7]}), "quick": (1.0, {"a.py": [7]}), "other": (1.0, {"b.py": [7]})}
    tests["endless"] = (1000.0, {"a.py": [7]})
    assert chosen(tests, Change("a.py", 7, 0, 0, "", "")) == (["quick", "slow"], 90.0)
    assert chosen(tests, Change("a.py", 5, 0, 0, "", "")) == (["slow"], 9.0)
    assert chosen(tests, Change("a.py", 1, 0, 0, "", "")) == (["quick", "slow"], 90.0)
    assert chosen(tests, Change("c.py", 1, 0, 0, "", "")) == ([], 0.0)

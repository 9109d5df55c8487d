"""What the wheel asks for: each library below the next version that may change what we stand on, and locked so."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
NEEDED = PROJECT["project"]["dependencies"]
LOCKED = dict(re.findall(r"^([\w-]+)==([\w.]+)", (ROOT / "locks" / "runtime.txt").read_text("utf-8"), re.MULTILINE))


def numbers(version: str) -> tuple[int, ...]:
    return tuple(map(int, re.findall(r"\d+", version)))


@pytest.mark.parametrize("needed", NEEDED)
def test_a_library_has_a_least_and_a_most_and_its_lock_lies_between(needed: str) -> None:
    found = re.fullmatch(r"([\w-]+)>=([\d.]+),<([\d.]+)", needed)
    assert found is not None
    name, least, most = found.groups()
    assert numbers(least) <= numbers(LOCKED[name]) < numbers(most)


def test_font_tools_are_there_at_run_time_below_their_next_major_version() -> None:
    assert "fonttools>=4.60,<5" in NEEDED
    assert numbers(LOCKED["fonttools"])[0] == 4


@pytest.mark.parametrize("needed", PROJECT["build-system"]["requires"])
def test_what_makes_the_wheel_is_one_version_or_as_bounded_as_at_run_time(needed: str) -> None:
    assert re.fullmatch(r"[\w-]+==[\d.]+", needed) or needed in NEEDED

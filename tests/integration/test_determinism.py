"""The same input gives the same bytes: whoever builds, wherever and whenever."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

SPECIMEN = Path(__file__).resolve().parents[2] / "issue" / "specimen"
ONE = {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LANG": "zh_CN.UTF-8", "LC_ALL": "zh_CN.UTF-8", "USER": "one"}
OTHER = {"PYTHONHASHSEED": "4242", "TZ": "Pacific/Niue", "LANG": "C", "LC_ALL": "C", "USER": "another"}
"""Two surroundings that have nothing in common; of these time zones one is always a day ahead of the other."""


def built(folder: Path, surroundings: dict[str, str]) -> bytes:
    """The print file of a copy of the specimen in a folder."""
    shutil.copytree(SPECIMEN, folder, ignore=shutil.ignore_patterns("build"))
    done = subprocess.run(
        [sys.executable, "-m", "huozi", "build", folder.name],
        cwd=folder.parent,
        env=os.environ | surroundings,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, (done.stdout + done.stderr).decode("utf-8", "replace")
    return (folder / "build" / "print.pdf").read_bytes()


def test_two_builds_give_the_same_bytes(tmp_path: Path) -> None:
    (tmp_path / "第 二 处" / "deeper").mkdir(parents=True)
    one = built(tmp_path / "a", ONE)
    time.sleep(1.1)  # a PDF's dates have seconds
    other = built(tmp_path / "第 二 处" / "deeper" / "样刊", OTHER)
    assert one == other


def test_a_second_build_in_the_same_place_gives_the_same_bytes(printed: Path, tmp_path: Path) -> None:
    assert built(tmp_path / "again", {}) == printed.read_bytes()

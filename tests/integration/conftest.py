"""The specimen issue, built once by the command that people type."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SPECIMEN = ROOT / "issue" / "specimen"


@pytest.fixture(scope="session")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The print file of the specimen."""
    path = tmp_path_factory.mktemp("specimen") / "print.pdf"
    done = subprocess.run(
        [sys.executable, "-m", "huozi", "build", str(SPECIMEN), "-o", str(path)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return path

"""What holds for all tests, and the specimen issue, built once by the command that people type."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parents[1]
SPECIMEN = ROOT / "issue" / "specimen"

# How long an example takes says nothing on a busy machine. The same examples in every run, unless others are asked for.
settings.register_profile("huozi", deadline=None, derandomize=not os.environ.get("HUOZI_EXPLORE"))
settings.load_profile("huozi")


def pytest_addoption(parser: pytest.Parser) -> None:
    """``pytest --renew`` writes what is found over the expected results under cases/ and references/."""
    parser.addoption("--renew", action="store_true", help="write expected results anew; look at the difference in git")


@pytest.fixture
def renewed(request: pytest.FixtureRequest) -> bool:
    """Whether expected results are to be written anew."""
    return bool(request.config.getoption("--renew"))


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
    assert done.returncode == 0, done.stdout + done.stderr
    return path

"""The README's recipes hold wherever the checkout lies: another script's name, spaces, the locale C, no home folder."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LEFT_OUT = shutil.ignore_patterns(".git", ".venv*", "build", "dist", "__pycache__", ".*_cache", ".hypothesis")
NO_NETWORK = re.compile(
    r"ConnectionError|ConnectTimeout|ReadTimeout|NameResolution|ProxyError|unreachable|resolution|refused"
)
"""What pip says where it reaches no package index."""

pytestmark = pytest.mark.skipif(os.name == "nt", reason="a shell of another kind")


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy of the checkout in a folder whose name is Chinese and has a space."""
    return Path(shutil.copytree(ROOT, tmp_path / "期刊 排印" / "活字", ignore=LEFT_OUT))


def done(script: str, checkout: Path) -> str:
    """What a script says in bare surroundings: no home, the locale C; where pip gets its packages is kept."""
    kept = {name: value for name, value in os.environ.items() if name.startswith(("PIP_", "SSL_", "REQUESTS_"))}
    proxies = {name: value for name, value in os.environ.items() if name.lower().endswith("_proxy")}
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    finished = subprocess.run(
        ["sh", "-ec", script],
        cwd=checkout,
        env=kept | proxies | {"PATH": path, "LC_ALL": "C", "PIP_RETRIES": "1", "PIP_TIMEOUT": "15"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="backslashreplace",
        check=False,
    )
    if finished.returncode and NO_NETWORK.search(finished.stdout + finished.stderr):
        pytest.skip("no package index can be reached")
    assert finished.returncode == 0, finished.stdout + finished.stderr
    return finished.stdout + finished.stderr


def test_make_sets_itself_up_and_builds(checkout: Path, printed: Path) -> None:
    done(f"make PYTHON='{sys.executable}' issue", checkout)
    assert (checkout / "issue" / "specimen" / "build" / "print.pdf").read_bytes() == printed.read_bytes()
    program = ".venv/bin/python -c 'import huozi, os; print(os.path.relpath(huozi.__file__))'"
    assert done(program, checkout).split()[-1] == "src/huozi/__init__.py"
    whole = done(
        ".venv/bin/huozi new journal 新刊 --date 2026-05-31 && .venv/bin/huozi build 新刊/issue/2026-01", checkout
    )
    assert "新刊" in whole


def test_the_recipe_without_make_builds(checkout: Path, printed: Path) -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    recipe = re.search(r"^macOS、Linux.*?```\n(.*?)```", readme, re.MULTILINE | re.DOTALL)
    assert recipe is not None
    commands = recipe[1].replace("python3 -m venv", f"'{sys.executable}' -m venv")
    assert commands.count("\n") == 4
    done(commands, checkout)
    assert (checkout / "issue" / "specimen" / "build" / "print.pdf").read_bytes() == printed.read_bytes()


def test_windows_is_told_the_same_as_others() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    recipes = re.findall(r"^(?:Windows|macOS、Linux).*?```\n(.*?)```", readme, re.MULTILINE | re.DOTALL)
    assert len(recipes) == 2
    windows, others = recipes
    assert windows.replace("py -3", "python3").replace("\\", "/").replace(".venv/Scripts", ".venv/bin") == others

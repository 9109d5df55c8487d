"""The directions of import, and what a build must not load: the contracts stand in pyproject.toml."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HEAVY = (
    "PIL.ImageFile",
    "PIL.JpegImagePlugin",
    "PIL.PngImagePlugin",
    "PIL.TiffImagePlugin",
    "asyncio",
    "difflib",
    "email",
    "fontTools",
    "http",
    "huozi.content.checks",
    "huozi.content.importers",
    "huozi.paragraph.hyphenation",
    "huozi.style.reference",
    "huozi.style.schema",
    "importlib.metadata",
    "json",
    "logging",
    "lxml",
    "markdown_it",
    "multiprocessing",
    "numpy",
    "pikepdf",
    "pydantic",
    "pyphen",
    "socket",
    "ssl",
    "unittest",
    "urllib.request",
    "xml",
)
"""What takes long to import and no build of text needs: start-up is half of its time.

(``PIL.Image`` itself is imported by reportlab; the formats of pictures are not.)
"""

BUILD = """
import sys
from huozi.cli import main
code = main(sys.argv[1:])
print(*sys.modules, sep="\\n")
sys.exit(code)
"""


def modules_loaded_by_a_build(issue: Path, output: Path) -> list[str]:
    """The names of all modules that are there after a build in a process of its own."""
    command = [sys.executable, "-c", BUILD, "build", str(issue), "-o", str(output)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


def test_imports_go_one_way() -> None:
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"]
    done = subprocess.run(
        [*command, "--no-cache"],
        cwd=ROOT,
        env=os.environ | {"PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout


def test_a_build_loads_nothing_heavy(tmp_path: Path) -> None:
    loaded = modules_loaded_by_a_build(ROOT / "issue" / "specimen", tmp_path / "print.pdf")
    assert "huozi.output.pdf.document" in loaded
    assert not [name for name in loaded if f"{name}.".startswith(tuple(f"{module}." for module in HEAVY))]

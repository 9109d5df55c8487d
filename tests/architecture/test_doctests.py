"""Every example in a docstring is run: what documentation shows is what the program does."""

from __future__ import annotations

import doctest
import sys
from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PROMPT = ">>>"


def modules_with_examples(folder: Path) -> list[str]:
    """The modules below a folder whose source shows an example, by the names they are imported by."""
    return [
        ".".join(path.relative_to(folder).with_suffix("").parts).removesuffix(".__init__")
        for path in sorted(folder.rglob("*.py"))
        if PROMPT in path.read_text(encoding="utf-8")
    ]


@pytest.mark.parametrize("name", modules_with_examples(ROOT / "src"))
def test_examples_of_the_program_are_true(name: str) -> None:
    done = doctest.testmod(import_module(name))
    assert done.attempted
    assert done.failed == 0


@pytest.mark.parametrize("name", modules_with_examples(ROOT / "tools"))
def test_examples_of_the_tools_are_true(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(ROOT / "tools")
    done = doctest.testmod(import_module(name))
    sys.modules.pop(name, None)
    assert done.attempted
    assert done.failed == 0

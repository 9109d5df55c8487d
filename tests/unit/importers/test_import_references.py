"""Whole scans and the folders that they become, every file and the report with them.

``python -m pytest tests/unit/importers --renew`` writes the folders anew; git shows what changed.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from huozi.content.importers.importing import import_manuscript

CASES = Path(__file__).parents[2] / "cases" / "importing"


@pytest.mark.parametrize("name", ["scan", "damaged"])
def test_a_scan_becomes_its_folder(name: str, tmp_path: Path, renewed: bool) -> None:
    target = tmp_path / "issue"
    files = import_manuscript(str(CASES / f"{name}.txt"), str(target), layouts={"铅与火": "lead"}).files
    made = "".join(f"==== {file}\n{(target / file).read_text(encoding='utf-8')}" for file in files)
    expected = CASES / f"{name}-folder.txt"
    if renewed:
        expected.write_text(made, encoding="utf-8")
    assert made == expected.read_text(encoding="utf-8")

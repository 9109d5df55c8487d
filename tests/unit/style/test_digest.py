"""The digest of a layout: another one for other files of its chain and other settings, the same wherever they lie."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from squares import ROOT, TESTS

from huozi.style.house import House
from huozi.style.load import load_stylesheet

LAYOUT = "extends: base\n"


@pytest.fixture
def house(tmp_path: Path) -> House:
    folder = tmp_path / "one" / "layout"
    folder.mkdir(parents=True)
    shutil.copy(TESTS / "layout" / "square.yaml", folder / "base.yaml")
    (folder / "own.yaml").write_text(LAYOUT, encoding="utf-8")
    (folder / "other.yaml").write_text("extends: base\njournal: {name: 别的}\n", encoding="utf-8")
    shutil.copytree(TESTS / "fonts", folder.parent / "fonts")
    return House((str(folder), str(ROOT / "layout")), (str(folder.parent / "fonts"), str(ROOT / "fonts")))


def digest(house: House, *overrides: tuple[str, str], layout: str = "own") -> str:
    return load_stylesheet(layout, house, overrides).digest


def changed(house: House, name: str) -> None:
    """A file of the house's with a comment more."""
    with (Path(house.layouts[0]) / name).open("a", encoding="utf-8") as file:
        file.write("# 说明\n")


def test_any_file_of_the_chain_and_any_setting_changes_it(house: House) -> None:
    found = [digest(house), digest(house, ("text.fill", "pull-in")), digest(house, ("text.fill", "push-out"))]
    for name in ("own.yaml", "base.yaml"):
        changed(house, name)
        found.append(digest(house))
    assert len(set(found)) == len(found)
    assert all(len(text) == 32 and int(text, 16) for text in found)


def test_no_other_file_and_no_place_changes_it(house: House, tmp_path: Path) -> None:
    before = digest(house)
    changed(house, "other.yaml")
    assert digest(house) == before
    (tmp_path / "one").rename(tmp_path / "two")
    moved = House(*(tuple(path.replace("/one/", "/two/") for path in paths) for paths in house))
    assert digest(moved) == before


def test_a_line_in_another_file_of_the_chain_is_another_layout(house: House) -> None:
    changed(house, "own.yaml")
    one = digest(house)
    (Path(house.layouts[0]) / "own.yaml").write_text(LAYOUT, encoding="utf-8")
    changed(house, "base.yaml")
    assert digest(house) != one

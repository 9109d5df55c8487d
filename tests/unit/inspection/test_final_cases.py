"""Every check of the look before print: its wrong case is found, its right case is not. The cases are data."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from final_house import CASES, Change, found_in, write_house

from huozi.inspection.table import CHECKS
from huozi.messages import render

TEXTS = {"{{long}}": "潮水涨到第三级石阶就不涨了，" * 24, "{{page}}": "水" * 20 * 9}
"""Texts whose length counts."""

WHOLE: dict[str, dict[str, list[list[str]]]] = yaml.safe_load((CASES / "cases.yaml").read_text("utf-8"))
ON_PAGES = frozenset(
    (
        "folio-order",
        "contents-title",
        "contents-folio",
        "contents-authors",
        "contents-missing",
        "contents-order",
        "bookmark-title",
        "matter-before-mention",
    )
)
"""Rules whose wrong case no manuscript can have: ``test_drawn_pages`` draws them."""


def changes(rows: list[Any]) -> list[Change]:
    return [(str(name), str(old), with_texts(str(new))) for name, old, new in rows]


def with_texts(text: str) -> str:
    for mark, words in TEXTS.items():
        text = text.replace(mark, words)
    return text


def rules_in(folder: Path, rows: list[Any]) -> set[str]:
    findings, _ = found_in(write_house(folder, changes(rows)))
    return {item.rule for item in findings}


@pytest.fixture(scope="module")
def of_the_sound_house(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    return rules_in(tmp_path_factory.mktemp("sound"), [])


def test_every_check_has_its_case() -> None:
    rules = [check.rule for check in CHECKS]
    assert len(rules) == len(set(rules))
    assert set(WHOLE) | ON_PAGES == set(rules)


def test_nothing_is_found_in_the_sound_house(tmp_path: Path) -> None:
    findings, made = found_in(write_house(tmp_path))
    asked = {check.rule for check in CHECKS}
    assert made is not None
    assert [render(item) for item in findings if item.rule in asked] == []


@pytest.mark.slow
@pytest.mark.parametrize("rule", WHOLE)
def test_the_wrong_case_is_found(rule: str, tmp_path: Path, of_the_sound_house: set[str]) -> None:
    assert rule not in of_the_sound_house
    assert rule in rules_in(tmp_path, WHOLE[rule]["wrong"])


@pytest.mark.parametrize("rule", [rule for rule, case in WHOLE.items() if "right" in case])
def test_the_right_case_is_not(rule: str, tmp_path: Path) -> None:
    assert rule not in rules_in(tmp_path, WHOLE[rule]["right"])

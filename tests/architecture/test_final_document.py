"""docs/final.md lists the checks of the look before print as the program's own table has them."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from huozi.inspection.check import Check
from huozi.inspection.table import CHECKS, OWN
from huozi.messages import MESSAGES

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools"))

from final_table import DOCUMENT, table_text, with_table  # noqa: E402

LEAST = 40
"""Checks that the look before print has at the least."""


def test_the_document_has_the_table_as_it_is() -> None:
    text = DOCUMENT.read_text("utf-8")
    assert with_table(text) == text, "run tools/final_table.py"
    assert table_text().count("\n| `") == len(CHECKS)


def test_there_are_more_than_forty() -> None:
    assert len(OWN) > LEAST
    assert len({check.rule for check in CHECKS}) == len(CHECKS)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.rule)
def test_a_check_has_a_message_a_reason_and_both_cases(check: Check) -> None:
    assert check.rule in MESSAGES
    assert all(check.reason)
    assert check.right
    assert check.wrong
    assert check.right != check.wrong

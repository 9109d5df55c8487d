"""docs/final.md lists the checks of the look before print as the program's own table has them."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from huozi.inspection.cases_in_english import IN_ENGLISH
from huozi.inspection.check import Check
from huozi.inspection.table import CHECKS, OWN
from huozi.messages import MESSAGES

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools"))

from final_table import DOCUMENT, table_text, with_table  # noqa: E402

SENTENCE = re.compile("[没有是了]")
"""Characters of which a case has one that is told in words."""

LEAST = 40
"""Checks that the look before print has at the least."""


def test_the_document_has_the_table_as_it_is() -> None:
    text = DOCUMENT.read_text("utf-8")
    assert with_table(text) == text, "run tools/final_table.py"
    assert table_text().count("\n| `") == len(CHECKS)


def test_there_are_more_than_forty() -> None:
    assert len(OWN) > LEAST
    assert len({check.rule for check in CHECKS}) == len(CHECKS)


def test_cases_in_english_are_of_checks_and_say_two_things() -> None:
    assert IN_ENGLISH.keys() <= {check.rule for check in CHECKS}
    assert all(right and wrong and right != wrong for right, wrong in IN_ENGLISH.values())


def test_a_case_that_is_a_sentence_has_its_english() -> None:
    told = [check.rule for check in CHECKS if SENTENCE.search(check.right + check.wrong)]
    assert [rule for rule in told if rule not in IN_ENGLISH] == []


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.rule)
def test_a_check_has_a_message_a_reason_and_both_cases(check: Check) -> None:
    assert check.rule in MESSAGES
    assert all(check.reason)
    assert check.right
    assert check.wrong
    assert check.right != check.wrong

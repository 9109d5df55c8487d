"""The file of a plan: what is written is read again, and whatever else it holds is said with its line."""

from __future__ import annotations

import random

import pytest

from huozi.diagnostics import Findings
from huozi.makeup.kept import Form, KeptArticle, KeptPiece, KeptPlan
from huozi.makeup.kept_text import plan_text, read_plan

PLAN = KeptPlan(
    Form("jiangsu-vc", 2024, "增刊 1", 35, 37, 2),
    2,
    (
        KeptArticle(
            "电力 市场",
            (KeptPiece("4f1c09ab77d2", 3, ((2, 1),)), KeptPiece("8810aa01c3de", 90, ((3, 4), (4, 41), (5, 78)))),
        ),
        KeptArticle("end", (KeptPiece("000000000000", 1),)),
    ),
)
TEXT = """\
huozi-plan 1
# 各页从哪里起，供 huozi build --keep-plan 照排 / where pages begin, for huozi build --keep-plan
journal jiangsu-vc
year 2024
issue 增刊 1
page 35 37 2
body 2
article 电力 市场
4f1c09ab77d2 3 2:1
8810aa01c3de 90 3:4 4:41 5:78
article end
000000000000 1
end
"""


def read(text: str) -> tuple[KeptPlan | None, list[tuple[str, int, str]]]:
    """What is read, and the findings with their lines and what they quote."""
    findings = Findings()
    found = read_plan(text, "kept.plan", findings)
    assert all(item.span.file == "kept.plan" for item in findings)
    return found, [(item.rule, item.span.line, dict(item.arguments)["text"]) for item in findings]


def test_a_plan_is_a_text_that_people_can_read() -> None:
    assert plan_text(PLAN) == TEXT


def test_what_is_written_is_read_again() -> None:
    assert read(TEXT) == (PLAN, [])


def test_remarks_and_empty_lines_are_passed_over() -> None:
    assert read(TEXT.replace("\n", "\n\n# 说明\n")) == (PLAN, [])


@pytest.mark.parametrize("first", ["", "huozi-plan 2", "huozi-plan", "%PDF-1.7", "journal: square"])
def test_another_file_or_another_version_is_no_plan(first: str) -> None:
    assert read(TEXT.replace("huozi-plan 1", first)) == (None, [("plan-unknown", 1, first)])


@pytest.mark.parametrize(
    ("was", "now", "line", "quoted"),
    [
        ("year 2024\n", "", 4, "issue 增刊 1"),
        ("year 2024", "year 二〇二四", 4, "year 二〇二四"),
        ("page 35 37 2", "page 35 37", 6, "page 35 37"),
        ("page 35 37 2", "page 35 0 2", 6, "page 35 0 2"),
        ("body 2", "body -1", 7, "body -1"),
        ("article 电力 市场\n", "", 8, "4f1c09ab77d2 3 2:1"),
        ("4f1c09ab77d2 3 2:1", "4f1c09ab77d 3 2:1", 9, "4f1c09ab77d 3 2:1"),
        ("4f1c09ab77d2 3 2:1", "4f1c09ab77d2 3 2:4", 9, "4f1c09ab77d2 3 2:4"),
        ("4f1c09ab77d2 3 2:1", "4f1c09ab77d2 3 1:1", 9, "4f1c09ab77d2 3 1:1"),
        ("4f1c09ab77d2 3 2:1", "4f1c09ab77d2 3 3:1", 10, "8810aa01c3de 90 3:4 4:41 5:78"),
        ("4f1c09ab77d2 3 2:1", "4f1c09ab77d2 9999999 2:1", 9, "4f1c09ab77d2 9999999 2:1"),
        ("4:41", "4:3", 10, "8810aa01c3de 90 3:4 4:3 5:78"),
        ("4:41 5:78", "5:41 4:78", 10, "8810aa01c3de 90 3:4 5:41 4:78"),
        ("000000000000 1\nend\n", "000000000000 1\n", 13, ""),
        ("1\nend\n", "1\nend\nbody 3\n", 14, "body 3"),
    ],
)
def test_a_damaged_plan_is_named_by_its_first_bad_line(was: str, now: str, line: int, quoted: str) -> None:
    assert was in TEXT
    assert read(TEXT.replace(was, now)) == (None, [("plan-damaged", line, quoted)])


@pytest.mark.parametrize("count", range(1, 13))
def test_a_plan_that_is_cut_off_is_damaged(count: int) -> None:
    found, said = read("\n".join(TEXT.split("\n")[:count]))
    assert found is None
    assert [rule for rule, _, _ in said] == ["plan-damaged"]


def test_whatever_is_done_to_a_plan_it_is_read_or_said_to_be_damaged() -> None:
    chance = random.Random(11)  # noqa: S311
    for _ in range(2_000):
        text = list(TEXT)
        for _ in range(chance.randrange(1, 4)):
            at = chance.randrange(len(text))
            text[at : at + chance.randrange(3)] = chance.choices("0123456789abcdef: \n#天-", k=chance.randrange(3))
        found, said = read("".join(text))
        assert (found is None) == (len(said) == 1)
        assert said == [] or said[0][0] in ("plan-unknown", "plan-damaged")

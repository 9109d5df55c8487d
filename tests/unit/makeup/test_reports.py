"""What make-up finds fault with in an issue as a whole: styles that are to span columns that it has not."""

from __future__ import annotations

import pytest
from issues import article, issue, paragraph, sheet
from squares import HERE

from huozi.content.issue_model import Article
from huozi.content.model import Columns
from huozi.diagnostics import Findings
from huozi.makeup.reports import report_spans

PLAIN = article("题", paragraph("字"))
ASKING = PLAIN._replace(columns=2)
WITHIN = article("题", paragraph("字"), Columns(3, (paragraph("字"),), HERE))
IDLE = [("span-idle", (("style", "heading-2"),))]


def wide(span: int, columns: int) -> list[tuple[str, tuple[tuple[str, str], ...]]]:
    return [("span-too-wide", (("style", "heading-2"), ("span", str(span)), ("columns", str(columns))))]


@pytest.mark.parametrize(
    ("layout", "span", "of", "told"),
    [
        ("square", "all", PLAIN, IDLE),
        ("square", "3", PLAIN, IDLE),
        ("square", "1", PLAIN, []),
        ("square", "all", ASKING, []),
        ("square", "3", ASKING, wide(3, 2)),
        ("square", "3", WITHIN, []),
        ("square", "4", WITHIN, wide(4, 3)),
        ("square-columns", "all", PLAIN, []),
        ("square-columns", "2", PLAIN, []),
        ("square-columns", "3", PLAIN, wide(3, 2)),
    ],
)
def test_styles_that_span_more_columns_than_the_issue_has_are_told(
    layout: str, span: str, of: Article, told: list[object]
) -> None:
    findings = Findings()
    report_spans(issue([PLAIN, of]), sheet(layout, ("styles.heading-2.span", span)), findings)
    assert [(item.rule, item.arguments) for item in findings] == told


def test_spans_that_no_layout_asks_for_are_not_told() -> None:
    findings = Findings()
    report_spans(issue([PLAIN]), sheet("square"), findings)
    assert list(findings) == []

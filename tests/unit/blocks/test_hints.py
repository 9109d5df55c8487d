"""An editor's hints: a paragraph takes the lines it is asked to take, or says why it does not."""

from __future__ import annotations

from galleys import galley, lines
from squares import rules_of

from huozi.diagnostics import Findings
from huozi.galley import SetParagraph

TEXT = "字" * 47  # two ems, 18, 20 and 9 characters
PULL_IN = ("text.fill", "pull-in")


def paragraph(text: str, *overrides: tuple[str, str], findings: Findings | None = None) -> SetParagraph:
    (found,) = galley(text, *overrides, findings=findings)
    assert isinstance(found, SetParagraph)
    return found


def test_a_paragraph_takes_a_line_more_where_it_is_asked_to() -> None:
    assert (paragraph(TEXT).lines, paragraph(TEXT + "{lines=+1}").lines) == (3, 4)
    assert "".join(line.text for line in lines(TEXT + "{lines=+1}")) == TEXT


def test_a_paragraph_takes_a_line_fewer_where_its_marks_give_way() -> None:
    text = "字字字，" * 10 + "字字"
    assert paragraph(text, PULL_IN).lines - 1 == paragraph(text + "{lines=-1}", PULL_IN).lines


def test_pages_ask_for_lines_from_there_on() -> None:
    asked = paragraph(TEXT + "{lines=+1}")
    assert [len(asked.cast(lines)) for lines in (3, 4, 5)] == [3, 4, 5]


def test_a_breaking_that_does_not_exist_is_a_finding_and_changes_nothing() -> None:
    findings = Findings()
    assert paragraph(TEXT + "{lines=-2}", findings=findings).lines == 3
    assert [(item.rule, item.arguments) for item in findings] == [
        ("hint-impossible", (("lines", "3"), ("wanted", "1")))
    ]


def test_lines_torn_apart_are_a_finding() -> None:
    findings = Findings()
    assert paragraph("字" * 19 + "{lines=+2}", findings=findings).lines == 4
    assert rules_of(findings) == ["hint-strained"]


def test_hints_are_kept_in_quotations_lists_and_dialogue() -> None:
    for before in ("> ", "- ", "::: dialogue\n问："):
        asked = len([line for line in lines(before + TEXT + "{lines=+1}") if line.texts])
        assert asked == len([line for line in lines(before + TEXT) if line.texts]) + 1

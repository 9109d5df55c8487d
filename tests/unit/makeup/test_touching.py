"""What hangs below a line against the line after it: named where the two touch, silent where they keep clear.

The body of the base layout is 12 pt on 18.7: from one em box to the next there are 6.7 pt, of which a reading's letters
take 4.7 where they have an ascender or a mark of tone, and a line below a name 1.5.
"""

from __future__ import annotations

import pytest
from issues import article, issue, pages
from squares import rules_of

from huozi.content.markdown import read_markdown
from huozi.diagnostics import Findings

TOUCHING = ("name-line-touches", "dots-touch", "lowered-touches", "reading-touches")
PLACES = "书报刊页"
"""What stands above; the indent of the first line is two ems."""


def told(text: str, *overrides: tuple[str, str]) -> list[tuple[str, int, int]]:
    """The findings on what touches in a text: rule, line, column."""
    findings = Findings()
    body = read_markdown(text, "a.md", ".", Findings())
    pages(issue([article("题", *body.blocks)]), "a4-35x37", *overrides, findings=findings)
    return [(item.rule, item.span.line, item.span.column) for item in findings if item.rule in TOUCHING]


def two_lines(above: str, below: str) -> str:
    return f"{above}\\\n天地{below}"


@pytest.mark.parametrize(
    ("above", "rule"),
    [
        (f"[{PLACES}]{{.name}}", "name-line-touches"),
        (f"[{PLACES}]{{.book}}", "name-line-touches"),
        (f"[{PLACES}]{{.dots}}", "dots-touch"),
        ("国[gy]{.sub}国", "lowered-touches"),
    ],
)
def test_what_hangs_above_a_reading_with_marks_of_tone_is_named_at_its_place(above: str, rule: str) -> None:
    found = told(two_lines(above, "{马|mǎ}{虎|hǔ}{书|shū}"))
    assert [(name, line) for name, line, _ in found][:1] == [(rule, 1)]
    assert {name for name, _, _ in found} == {rule}


@pytest.mark.parametrize(
    ("above", "below"),
    [
        (f"[{PLACES}]{{.name}}", "{马|ma}{日|ru}"),  # no letter as high as to touch
        (f"[{PLACES}]{{.name}}", "天地天地{马|mǎ}"),  # beside it
        (f"[{PLACES}]{{.name}}", "马虎书本"),
        (f"[{PLACES}]{{.dots}}", "马虎M^2^书本"),
        ("H~2~O国", "马虎书本"),
        (PLACES, "{马|mǎ}{虎|hǔ}"),
        (f"{PLACES}天地天地天[{PLACES}]{{.name}}", "{马|mǎ}{虎|hǔ}"),
    ],
)
def test_what_keeps_clear_is_silent(above: str, below: str) -> None:
    assert told(two_lines(above, below)) == []


def test_a_name_that_touches_several_readings_is_told_once() -> None:
    assert len(told(two_lines(f"[{PLACES}]{{.name}}", "{马|mǎ}{虎|hǔ}{书|shū}"))) == 1


def test_two_paragraphs_and_a_heading_above_one_are_neighbours_too() -> None:
    reading = "天地{马|mǎ}{虎|hǔ}"
    assert told(f"[{PLACES}]{{.name}}\n\n{reading}") == [("name-line-touches", 1, 2)]
    assert [rule for rule, line, _ in told(f"## [{PLACES}]{{.name}}国\n\n{reading}") if line == 1] == [
        "name-line-touches"
    ]
    assert told(f"- [{PLACES}]{{.name}}\n- {{马|mǎ}}{{虎|hǔ}}") != []


def test_more_leading_keeps_them_apart() -> None:
    text = two_lines(f"[{PLACES}]{{.name}}", "{马|mǎ}{虎|hǔ}")
    assert told(text) != []
    assert told(text, ("styles.body.leading", "21pt"), ("page.type_area.lines", "30")) == []


def test_lines_with_little_leading_touch_the_hanzi_below() -> None:
    text = two_lines(f"[{PLACES}]{{.book}}", "马虎书本")
    assert told(text, ("styles.body.leading", "13pt"), ("page.type_area.lines", "30")) != []


def test_a_reading_that_reaches_into_the_hanzi_above_is_named_at_its_own_line() -> None:
    text = two_lines("书报刊页", "{马|mǎ}{虎|hǔ}")
    assert told(text) == []
    tight = (("styles.body.leading", "16pt"), ("page.type_area.lines", "30"))
    assert [(rule, line) for rule, line, _ in told(text, *tight)] == [("reading-touches", 2)]
    assert told(two_lines("书", "天地{马|mǎ}{虎|hǔ}"), *tight) == [], "nothing stands above it"
    assert told("{马|mǎ}{虎|hǔ}", *tight) == []


def test_the_finding_says_what_touches_what() -> None:
    findings = Findings()
    body = read_markdown(two_lines(f"[{PLACES}]{{.name}}", "{马|mǎ}"), "a.md", ".", Findings())
    pages(issue([article("题", *body.blocks)]), "a4-35x37", findings=findings)
    (found,) = [item for item in findings if item.rule in TOUCHING]
    assert dict(found.arguments) == {"text": PLACES, "below": "mǎ"}
    assert rules_of(findings).count("name-line-touches") == 1

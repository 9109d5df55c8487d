"""Run-in headings: the heading begins the paragraph behind it, each in its own face, ink and element."""

from __future__ import annotations

import pytest
from matter import blocks_of, pieces, setting, told
from set_pages import rows

from huozi.blocks.body import set_blocks
from huozi.diagnostics import Findings
from huozi.display import GlyphRun, Placed, Role
from huozi.galley import SetParagraph, words_on
from huozi.structure import Kind

RUN_IN = ("styles.heading-2.run_in", "true")
A = "甲" * 30


def lines(markdown: str, *overrides: tuple[str, str]) -> list[list[tuple[str, str]]]:
    """Each line of the first paragraph as its runs, with the kind of element that they are part of."""
    return [[(_kind(placed), _text(placed)) for placed in line] for line in placed_lines(markdown, *overrides)]


def placed_lines(markdown: str, *overrides: tuple[str, str]) -> list[list[Placed]]:
    matter = set_blocks(blocks_of(markdown), setting(RUN_IN, *overrides, layout="square"))
    text = next(piece for piece in matter if isinstance(piece, SetParagraph))
    return [[placed for placed in slug.items if isinstance(placed.item, GlyphRun)] for slug in text.cast(text.lines)]


def _kind(placed: Placed) -> str:
    assert placed.element is not None
    assert (placed.role is Role.HEADING) == (placed.element.kind is Kind.HEADING)
    return placed.element.kind.name


def _text(placed: Placed) -> str:
    return "".join(placed.item.texts) if isinstance(placed.item, GlyphRun) else ""


def test_a_heading_and_its_paragraph_are_one_with_an_em_between_them() -> None:
    first, second = placed_lines(f"## 题目\n\n{A}\n")
    assert [(placed.x, _kind(placed), _text(placed)) for placed in first] == [
        (20_000, "HEADING", "题目"),
        (50_000, "PARAGRAPH", "甲" * 15),
    ]
    assert [(placed.x, _kind(placed), _text(placed)) for placed in second] == [(0, "PARAGRAPH", "甲" * 15)]


@pytest.mark.parametrize(
    ("heading", "left"),
    [("题。", 4), ("题：", 4), ("题？", 4), ("“题。”", 5), ("题", 4), ("题（一）", 7)],
)
def test_a_final_mark_is_gap_enough(heading: str, left: float) -> None:
    first = placed_lines(f"## {heading}\n\n{A}\n")[0]
    begins = next(placed.x for placed in first if _kind(placed) == "PARAGRAPH")
    assert begins / 10_000 == left


@pytest.mark.parametrize(
    ("count", "shown"),
    [
        (16, [16, 1]),  # two of indent, the gap, one character of the text
        (17, [17]),  # the gap ends the line
        (18, [18]),
        (19, [18, 1]),  # one goes over to the next line, with the gap and the text behind it
    ],
)
def test_a_heading_may_take_a_line_and_more(count: int, shown: list[int]) -> None:
    found = lines(f"## {'题' * count}\n\n{A}\n")
    runs = [len(text) for line in found for kind, text in line if kind == "HEADING"]
    assert sum(runs) == count
    assert runs == ([shown[0]] if count < 19 else shown)
    if count == 16:
        assert found[0][1] == ("PARAGRAPH", "甲")


def test_the_face_and_the_colour_are_the_headings_and_the_size_is_the_texts() -> None:
    look = (("styles.heading-2.size", "16pt"), ("styles.heading-2.colour", "k50"), ("styles.heading-2.font", "hei"))
    inks = ("colour.inks", "{k50: [0, 0, 0, 50]}")
    head, tail = (placed.item for placed in placed_lines(f"## 题目\n\n{A}\n", *look, inks)[0])
    assert isinstance(head, GlyphRun)
    assert isinstance(tail, GlyphRun)
    assert (head.size, tail.size) == (10_000, 10_000)
    assert (head.ink.black, tail.ink.black) == (500, 1000)


def test_breaks_of_a_heading_are_none_within_a_paragraph() -> None:
    assert lines(f"## 题 | 目\n\n{A}\n")[0][0] == ("HEADING", "题目")
    assert lines(f"## A | B\n\n{A}\n")[0][0] == ("HEADING", "A B")
    assert lines(f"## 题\\|目\n\n{A}\n")[0][0] == ("HEADING", "题|目")


@pytest.mark.parametrize("following", ["- 项", "### 目", "", "> 引"])
def test_without_a_paragraph_behind_it_a_heading_has_a_line_of_its_own(following: str) -> None:
    findings = Findings()
    found = told(f"## 题\n\n{following}\n", RUN_IN, layout="square", findings=findings)
    assert found[0] == "题"
    assert [(item.rule, item.span.line) for item in findings if item.rule == "run-in-alone"] == [("run-in-alone", 1)]


def test_a_heading_above_a_run_in_one_stays_as_it_is() -> None:
    lower = ("styles.heading-3.run_in", "true")
    assert told(f"## 题\n\n### 目\n\n{A}\n\n乙", lower, layout="square") == ["题", "目 in 2", "乙 in 1"]


def test_what_editors_ask_for_at_either_is_done() -> None:
    matter = set_blocks(
        blocks_of(f"甲\n\n## 题 {{break=page}}\n\n{A} {{lines=+1}}\n\n乙\n"), setting(RUN_IN, layout="square")
    )
    assert pieces(matter) == ["甲 in 1", "start page", "题 in 3", "乙 in 1"]
    assert [word.kind for piece in matter for word in words_on(piece)] == ["break", "lines"]
    kept = set_blocks(blocks_of(f"## 题 {{keep=next}}\n\n{A}\n\n乙\n"), setting(RUN_IN, layout="square"))[0]
    assert isinstance(kept, SetParagraph)
    assert kept.keep == 2


def test_the_space_around_a_heading_stands_around_its_paragraph() -> None:
    spaces = (("styles.heading-2.before", "1"), ("styles.heading-2.after", "2"))
    assert told(f"甲\n\n## 题\n\n{A}\n\n乙\n", RUN_IN, *spaces, layout="square")[1:4] == [
        "space 1",
        "题 in 2",
        "space 2",
    ]


def test_a_paragraph_with_its_heading_goes_over_the_page_like_others() -> None:
    found = rows("文" * 18 * 1 + "\n\n" + "\n\n".join(["文" * 38] * 4) + f"\n\n## 题目\n\n{'甲' * 75}\n", RUN_IN)
    own = [row for row in found if "题" in row.text or "甲" in row.text]
    assert {row.page for row in own} == {0, 1}
    assert {row.down % 1 for row in own} == {0.0}
    assert own[0].text == "题目"
    assert [row.page for row in own].count(1) >= 2, "no line of it is alone on its page"


def test_within_a_quotation_the_paragraph_is_the_quotations() -> None:
    found = told(f"> ## 题\n>\n> {A}\n", RUN_IN, layout="square")
    assert found == ["题 in 3"], "sixteen characters in a line"

"""Cover lines (导读): articles quoted with their pages, one below the other, as many as there is room for."""

from __future__ import annotations

import pytest
from drawn import texts
from issues import article, issue, pages, paragraph, shown, titled

from huozi.content.issue_model import Author, CoverWish, Issue
from huozi.diagnostics import Findings, Span
from huozi.display import Placed, Role
from huozi.geometry import Mpt

PROBE = (
    ("styles.probe.based_on", "contact-line"), ("styles.probe.size", "10pt"), ("styles.probe.leading", "16pt"),
    ("styles.small.based_on", "contact-line"), ("styles.small.size", "5pt"), ("styles.small.leading", "8pt"),
    ("contents.section_pages", "false"),
)  # fmt: skip
AUTHORS = (Author("甲"), Author("乙"))
FIRST = article("船", paragraph("字"))._replace(
    authors=AUTHORS, fields=(("subtitle", (titled("小船"),)), ("abstract", (titled("说船。"),)))
)
SECOND = article("桨|与橹", paragraph("字" * 300))
THIRD = article("水则", paragraph("字"))._replace(start="page")
ASKED = tuple((name, Span("issue.yaml", row, 7)) for row, name in enumerate(("水则", "船", "桨|与橹"), 9))


def quoting(*names: int) -> Issue:
    work = issue([FIRST, SECOND], [THIRD])
    return work._replace(cover=CoverWish(lines=tuple(ASKED[at] for at in names)))


def drawn(work: Issue, more: str = "", height: str = "100pt") -> tuple[tuple[Placed, ...], list[tuple[str, Span]]]:
    place = f"x: 30pt, y: 60pt, width: 200pt, height: {height}"
    findings = Findings()
    design = f"[{{draw: cover-lines, style: probe, {place}, {more}}}]"
    made = pages(work, "square", *PROBE, ("designs.front", design), findings=findings)
    return made[0].items, [(item.rule, item.span) for item in findings if item.rule.startswith("cover-line")]


def lines(items: tuple[Placed, ...]) -> dict[Mpt, str]:
    found: dict[Mpt, str] = {}
    for _, y, words in texts(items):
        found[y] = found.get(y, "") + words
    return found


def test_articles_stand_in_the_order_asked_for_with_the_pages_they_begin_on() -> None:
    items, found = drawn(quoting(0, 1), "gap: 4pt")
    assert lines(items) == {68_800: "水则　5", 82_800: "船　2"}
    assert found == []


def test_the_pages_are_those_that_the_titles_stand_on() -> None:
    made = pages(quoting(0, 2), "square", *PROBE)
    begin = {shown(page, Role.TITLE): page.folio for page in made if shown(page, Role.TITLE)}
    assert begin == {"船": "2", "桨与橹": "3", "水则": "5"}


def test_a_title_has_no_bar_on_the_cover() -> None:
    assert list(lines(drawn(quoting(2))[0]).values()) == ["桨与橹　3"]


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("{title}：{authors}", ["船：甲　乙"]),
        ("{title}——{subtitle}\\n{abstract}\\n{section}，{year}年", ["船——小船", "说船。", "栏0，2030年"]),
        ("{title}{（{page}页）}", ["船（2页）"]),
    ],
)
def test_what_is_said_of_an_article_is_the_layout_s(template: str, expected: list[str]) -> None:
    assert list(lines(drawn(quoting(1), f'text: "{template}"')[0]).values()) == expected


def test_a_line_goes_with_its_empty_fields() -> None:
    assert list(lines(drawn(quoting(0), 'text: "{title}\\n{authors}\\n{page}"')[0]).values()) == ["水则", "5"]


def test_lines_after_the_first_have_a_style_of_their_own() -> None:
    items, _ = drawn(quoting(1, 0), 'text: "{title}\\n{page}", lines_style: small, gap: 10pt')
    # 10 pt on 16, then 5 pt; from its foot 10 pt to the next
    assert lines(items) == {68_800: "船", 80_400: "2", 99_800: "水则", 111_400: "5"}


def test_articles_without_room_are_named_where_they_are_asked_for() -> None:
    items, found = drawn(quoting(0, 1, 2), "gap: 5pt", "25pt")
    assert list(lines(items).values()) == ["水则　5", "船　2"]
    assert found == [("cover-line-left-out", ASKED[2][1])]


def test_nothing_is_drawn_where_nothing_is_asked_for() -> None:
    assert drawn(quoting()) == ((), [])


def test_lines_that_no_design_has_a_place_for_are_told_once() -> None:
    findings = Findings()
    pages(quoting(0, 1), findings=findings)
    told = [(item.rule, item.span) for item in findings if item.rule.startswith("cover-line")]
    assert told == [("cover-lines-unprinted", ASKED[0][1])]

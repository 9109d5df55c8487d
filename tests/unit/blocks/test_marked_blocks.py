"""Marked text as blocks set it: looks from markup and layout, notes at an article's end, decoration on its line."""

from __future__ import annotations

import pytest
from issues import HOUSE, paragraph, sheet, titled
from plain_pages import Row, lay_out
from squares import EM, HERE

from huozi.blocks.article import set_article
from huozi.blocks.lines import compose_inlines
from huozi.blocks.marked import look_of, ruby_units
from huozi.blocks.setting import Setting
from huozi.content.issue_model import Article, Title
from huozi.content.markdown import read_markdown
from huozi.content.model import Markup, NoteRef, Script, Text, Underline
from huozi.diagnostics import Findings, InvalidIssue, Span
from huozi.display import BLACK, GlyphRun, Link, Path, Placed, Role, Rule
from huozi.fonts.catalog import Catalog
from huozi.style.load import load_stylesheet
from huozi.style.notes import mark_text

CHARACTERS = sheet().characters


def rows_of(text: str, *overrides: tuple[str, str], findings: Findings | None = None) -> list[Row]:
    """The rows of an article with a Markdown text, its notes at its end, its title left out."""
    found = Findings() if findings is None else findings
    body = read_markdown(text, "a.md", ".", found)
    style = sheet("square", ("notes.place", "end"), *overrides)
    setting = Setting(style, Catalog(HOUSE.fonts), found, style.page.area.measure)
    article = Article("a", titled("题"), body.blocks, HERE, notes=body.notes)
    made = set_article(article, 0, setting)
    found.extend(made.findings)
    return [row for row in lay_out(made.galley) if row.slug][1:]


def items_of(text: str, *overrides: tuple[str, str]) -> tuple[Placed, ...]:
    """What stands in the first row of a text."""
    slug = rows_of(text, *overrides)[0].slug
    assert slug is not None
    return slug.items


def runs(items: tuple[Placed, ...]) -> list[tuple[str, int, int]]:
    """The runs of a row: text, size, rise."""
    found = [placed.item for placed in items if isinstance(placed.item, GlyphRun)]
    return [("".join(run.texts), run.size, run.rise) for run in found]


def texts(rows: list[Row]) -> list[str]:
    return ["".join(text for text, _, _ in runs(row.slug.items)) for row in rows if row.slug]


def test_small_text_stands_in_the_middle_of_the_em_box_or_on_the_baseline() -> None:
    small = Markup(small=True)
    assert look_of(small, EM, CHARACTERS)[:2] == (7_500, 950)
    assert look_of(small, EM, CHARACTERS._replace(small_align="baseline"))[:2] == (7_500, 0)


def test_raised_and_lowered_text_in_small_text_goes_by_its_size() -> None:
    assert look_of(Markup(script=Script.SUPER), EM, CHARACTERS)[:3] == (6_000, 3_400, "script")
    assert look_of(Markup(script=Script.SUB), EM, CHARACTERS)[:3] == (6_000, -1_200, "script")
    assert look_of(Markup(small=True, script=Script.SUPER), EM, CHARACTERS)[:2] == (4_500, 950 + 2_550)


def test_facts_of_markup_hold_together() -> None:
    everything = Markup(small=True, dots=True, underline=Underline("book", HERE), link="https://example.org")
    look = look_of(everything, EM, CHARACTERS)
    assert look.size == 7_500
    assert look.dots is not None
    assert look.line is not None
    assert look.link == "https://example.org"


@pytest.mark.parametrize("key", ["small", "script", "ruby"])
@pytest.mark.parametrize("size", ["0", "19%", "151%"])
def test_a_size_that_nobody_can_read_is_refused(key: str, size: str) -> None:
    with pytest.raises(InvalidIssue):
        rows_of("[小]{.small}^1^与{字|zì}", (f"characters.{key}", size))


def test_a_dot_of_nothing_is_no_fault() -> None:
    (row,) = rows_of("[小]{.small}^1^与{字|zì}==着==", ("characters.dot", "0"))
    assert row.slug is not None
    assert all(size > 0 for _, size, _ in runs(row.slug.items))


@pytest.mark.parametrize(
    ("base", "reading", "units"),
    [
        ("活字", "huó zì", [("活", "huó"), ("字", "zì")]),
        ("活字", "huózì", [("活字", "huózì")]),
        ("活字", " huó   zì ", [("活", "huó"), ("字", "zì")]),
        ("活字", "a b c", [("活字", "a b c")]),
        ("AB", "a b", [("AB", "a b")]),
        ("字", "zì", [("字", "zì")]),
        ("𠀀𠀁", "hē qiǎo", [("𠀀", "hē"), ("𠀁", "qiǎo")]),
    ],
)
def test_each_han_has_its_syllable_where_there_are_as_many(
    base: str, reading: str, units: list[tuple[str, str]]
) -> None:
    assert ruby_units(base, reading) == units


def test_a_reading_stands_above_its_base_and_is_no_text() -> None:
    items = items_of("文{活字|ab cd}")
    assert runs(items) == [("文", EM, 0), ("活", EM, 0), ("字", EM, 0), ("ab", 5_000, 10_200), ("cd", 5_000, 10_200)]
    assert [placed.role for placed in items] == [Role.PARAGRAPH] * 3 + [Role.READING] * 2


def test_decoration_stands_on_the_line_of_its_text_and_is_no_part_of_it() -> None:
    items = items_of("文==字==[名]{.name}[书]{.book}")
    shapes = [placed for placed in items if isinstance(placed.item, Path | Rule)]
    assert [type(placed.item).__name__ for placed in shapes] == ["Path", "Rule", "Path"]
    assert {(placed.role, placed.order) for placed in shapes} == {(Role.ARTIFACT, -1)}
    dot, line, wave = shapes
    assert 30_000 < dot.x < 40_000 < line.x < 50_000 < wave.x < 60_000
    assert all(10_000 < placed.y < 16_000 for placed in shapes)  # between the em boxes of two lines


def test_a_link_is_active_where_its_text_stands() -> None:
    (link,) = [placed for placed in items_of("文[网页](https://example.org)") if isinstance(placed.item, Link)]
    assert (link.x, link.y) == (30_000, 0)
    assert link.item == Link(20_000, EM, "", "https://example.org")


def test_marked_text_never_moves_a_line() -> None:
    plain = rows_of("文字" * 60)
    marked = rows_of("文[字{文|wén}==字==^2^]{.small}字文字" * 15)
    assert {row.height for row in (*plain, *marked)} == {1}


# ------------------------------------------------------------------ notes


def test_notes_are_numbered_by_their_first_calls() -> None:
    rows = rows_of("甲[^b]乙[^a]丙[^b]丁。\n\n[^a]: 注甲\n[^b]: 注乙")
    assert texts(rows) == ["甲1乙2丙1丁。", "", "1　注乙", "2　注甲"]


def test_a_note_that_a_note_calls_comes_after_it() -> None:
    rows = rows_of("甲[^a]乙[^b]。\n\n[^a]: 注甲[^c]\n[^b]: 注乙\n[^c]: 注丙")
    assert texts(rows) == ["甲1乙2。", "", "1　注甲3", "2　注乙", "3　注丙"]


def test_notes_that_call_each_other_come_once() -> None:
    rows = rows_of("甲[^a]。\n\n[^a]: 注甲[^b]\n[^b]: 注乙[^a]")
    assert texts(rows) == ["甲1。", "", "1　注甲2", "2　注乙1"]


def test_a_note_of_several_blocks_is_led_by_its_number_once() -> None:
    rows = rows_of("甲[^a]。\n\n[^a]: 注甲\n\n    第二段")
    assert texts(rows) == ["甲1。", "", "1　注甲", "第二段"]


def test_notes_stand_below_a_short_rule_that_keeps_with_them() -> None:
    slug = rows_of("甲[^a]。\n\n[^a]: 注甲")[1].slug
    assert slug is not None
    assert [type(placed.item) for placed in slug.items] == [Rule]
    assert slug.keep == 1
    assert slug.height == 1
    (rule,) = slug.items
    assert (rule.x, rule.y, rule.item) == (0, EM // 2, Rule(50_000, 500, BLACK)), "a quarter of 20 ems"


def test_nothing_is_said_of_notes_at_an_articles_end_that_are_asked_for() -> None:
    findings = Findings()
    rows_of("甲[^a]乙。\n\n[^a]: 注甲", findings=findings)
    assert not len(findings)


def test_numbers_begin_anew_in_each_article() -> None:
    style = sheet("square", ("notes.place", "end"))
    setting = Setting(style, Catalog(HOUSE.fonts), Findings(), style.page.area.measure)
    for _ in range(2):
        body = read_markdown("甲[^a]。\n\n[^a]: 注", "a.md", ".", Findings())
        article = Article("a", titled("题"), body.blocks, HERE, notes=body.notes)
        rows = lay_out(set_article(article, 0, setting).galley)
        assert texts([row for row in rows if row.slug])[1] == "甲1。"


def test_calls_are_circled_where_the_layout_says_so() -> None:
    rows = rows_of("甲[^a]乙。\n\n[^a]: 注甲", ("notes.marks", "circled"))
    assert texts(rows) in (["甲①乙。", "", "①　注甲"], ["甲1乙。", "", "1　注甲"])
    faces = Catalog(HOUSE.fonts).faces(sheet("a4-35x37").styles["body"].font)

    def has(character: str) -> bool:
        return faces.covering(character) is not None

    assert [mark_text(number, "circled", has) for number in (1, 20, 51)] == ["①", "⑳", "51"]
    assert mark_text(1, "digit", has) == "1"
    assert [mark_text(number, "star", has) for number in (2, 5, 9)] == ["†", "**", "9"]


def test_a_paragraph_without_marks_has_no_looks() -> None:
    style = sheet()
    setting = Setting(style, Catalog(HOUSE.fonts), Findings(), style.page.area.measure)
    assert compose_inlines(setting, paragraph("文字").inlines, style.styles["body"]).items.worn == ()


def test_the_call_of_a_title_comes_first_and_so_does_its_note() -> None:
    found = Findings()
    body = read_markdown("甲[^a]。\n\n[^a]: 文中。\n\n[^t]: 题中。", "a.md", ".", found, called=frozenset("t"))
    style = sheet("square", ("notes.place", "end"))
    title = Title((Text("题", HERE), NoteRef("t", HERE)), HERE)
    article = Article("a", title, body.blocks, HERE, notes=body.notes)
    setting = Setting(style, Catalog(HOUSE.fonts), found, style.page.area.measure)
    rows = [row for row in lay_out(set_article(article, 0, setting).galley) if row.slug]
    assert [text for text in texts(rows) if text] == ["题1", "甲2。", "1\u3000题中。", "2\u3000文中。"]
    first = rows[0].slug
    assert first is not None
    assert runs(first.items)[-1] == ("1", 9_600, 5_440)  # six tenths of 16 pt, raised by 34 hundredths


@pytest.mark.parametrize(
    ("text", "strong", "found"),
    [
        ("## 一**二**", "hei", ["emphasis-unseen"]),
        ("## {一|yī}**二**", "hei", ["emphasis-unseen"]),
        ("## **一二**", "hei", []),
        ("## **一{二|èr}三**", "hei", []),
        ("## 一*二*", "hei", []),
        ("## 一**二**", "song", []),
    ],
)
def test_an_emphasis_that_looks_like_the_rest_of_its_heading_is_told(text: str, strong: str, found: list[str]) -> None:
    findings = Findings()
    sheet_ = load_stylesheet("a4-35x37", HOUSE, (("styles.heading-2.strong", strong),), Findings())
    body = read_markdown(text, "a.md", ".", findings)
    setting = Setting(sheet_, Catalog(HOUSE.fonts), findings, sheet_.page.area.measure)
    made = set_article(Article("a", titled("题"), body.blocks, HERE), 0, setting)
    assert [item.rule for item in (*findings, *made.findings)] == found


def test_letters_of_a_title_stand_by_letters_whatever_they_were_written_in() -> None:
    style = load_stylesheet("a4-35x37", HOUSE, (), Findings())

    def title(*spans: Span) -> list[tuple[int, ...]]:
        inlines = tuple(Text(part, span) for part, span in zip(("A", "VA", "V"), spans, strict=True))
        setting = Setting(style, Catalog(HOUSE.fonts), Findings(), style.page.area.measure)
        made = set_article(Article("a", Title(inlines, HERE), (), HERE), 0, setting)
        slug = next(row.slug for row in lay_out(made.galley))
        assert slug is not None
        return [placed.item.xs for placed in slug.items if isinstance(placed.item, GlyphRun)]

    escaped, folded = (Span("a.md", 2, 8), Span("a.md", 2, 14), Span("a.md", 2, 16)), (HERE, Span("a.md", 3, 3), HERE)
    assert title(*escaped) != title(*folded)  # kerned, and not
    (kerned,) = title(*escaped)
    assert len(kerned) == 4

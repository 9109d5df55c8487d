"""Titles with markup where make-up sets them: in the contents and in running heads."""

from __future__ import annotations

from issues import article, issue, pages, paragraph, shown
from squares import HERE

from huozi.content.issue_model import BAR, Title
from huozi.content.model import Inline, Markup, NoteRef, Ruby, Script, Text, TextRole
from huozi.diagnostics import Findings, Span
from huozi.display import Bookmark, GlyphRun, Page, Role
from huozi.makeup.titles import contents_title, head_title
from huozi.paragraph.items.hints import LEVEL, LOWERED, PREFERRED_BREAK, RAISED
from huozi.style.model import Places
from huozi.templates import text_place

SUB, SUPER = Markup(script=Script.SUB), Markup(script=Script.SUPER)
TITLE = Title(
    (
        Text("井 | ", HERE),
        Text("水", HERE, TextRole.STRONG),
        Text("2", HERE, markup=SUB),
        Ruby("埠", "bù", HERE),
        Text(f"{BAR}桥", HERE),
        Text("\n", HERE),
        Text("n", HERE, markup=SUPER),
        NoteRef("1", HERE),
    ),
    HERE,
)


def test_a_title_keeps_its_breaks_in_the_contents_and_loses_them_in_a_running_head() -> None:
    assert contents_title(TITLE) == (f"井 {PREFERRED_BREAK} 水{LOWERED}2{LEVEL}埠|桥{PREFERRED_BREAK}{RAISED}n{LEVEL}")
    assert head_title(TITLE) == f"井 水{LOWERED}2{LEVEL}埠|桥{RAISED}n{LEVEL}"


def two_pages(*inlines: Inline, findings: Findings | None = None) -> tuple[Page, ...]:
    """An issue whose section and first article have one title, with running heads of both."""
    title = Title(inlines, HERE)
    notes = (("9", (paragraph("注"),)),)
    work = issue([article("题", paragraph("字" * 400))._replace(title=title, notes=notes)])
    section = work.sections[0]._replace(title=title)
    keys = (("running.verso", '"{section}／{title}"'), ("running.recto", '"{section}／{title}"'))
    return pages(work._replace(sections=(section,)), "square", *keys, findings=findings)


def opened(*inlines: Inline) -> tuple[Page, Page]:
    """The page of the contents and the one that the article begins on."""
    made = two_pages(*inlines)
    return tuple(next(page for page in made if shown(page, role)) for role in (Role.CONTENTS, Role.TITLE))  # type: ignore[return-value]


def lowered(page: Page, role: Role) -> list[tuple[str, int, int]]:
    """The runs of a role that do not stand on the line: text, size, rise."""
    runs = [placed.item for placed in page.items if isinstance(placed.item, GlyphRun) and placed.role is role]
    return [("".join(run.texts), run.size, run.rise) for run in runs if run.rise]


def test_lowered_figures_stay_lowered_in_contents_running_heads_and_openings() -> None:
    contents, body = opened(Text("井水", HERE), Text("2", HERE, markup=SUB), Text("度", HERE))
    assert lowered(contents, Role.CONTENTS) == [("2", 8_400, -1_680), ("2", 6_000, -1_200)]  # of 14 pt, of 10
    assert lowered(body, Role.ARTIFACT) == [("2", 5_400, -1_080)] * 2  # of 9 pt
    assert lowered(body, Role.TITLE) == [("2", 9_600, -1_920)]  # of 16
    assert "井水2度／井水2度" in shown(body, Role.ARTIFACT)
    marks = [placed.item.title for placed in body.items if isinstance(placed.item, Bookmark)]
    assert marks == ["井水₂度", "井水₂度"]


def test_a_title_calls_its_note_where_it_opens_and_nowhere_else() -> None:
    contents, body = opened(Text("井", HERE), NoteRef("9", HERE))
    assert "9" not in shown(contents, Role.CONTENTS)
    assert shown(body, Role.TITLE) == "井1"
    assert "井／井" in shown(body, Role.ARTIFACT)


def test_a_running_head_that_is_too_long_is_quoted_as_it_is_read() -> None:
    findings = Findings()
    two_pages(Text("井" * 12, HERE), Text("2", HERE, markup=SUB), findings=findings)
    (found,) = (item for item in findings if item.rule == "furniture-too-long")
    assert dict(found.arguments)["text"] == f"{'井' * 12}2／{'井' * 12}2"


def test_lowered_figures_are_no_rare_characters_that_would_be_blamed() -> None:
    fields = {"section": "𠮷", "title": f"井水{LOWERED}2{LEVEL}之前之后的那些年"}
    values = {"section": Span("issue.yaml", 9, 14), "title": Span("a.md", 2, 8)}
    assert text_place("{title}／{section}", fields, values, Places(), Span("layout.yaml", 3, 1)) == values["section"]


def test_halves_of_a_title_are_parted_by_a_space_in_contents_running_heads_and_bookmarks() -> None:
    contents, body = opened(Text("井水 | 河水", HERE))
    assert "井水 河水" in shown(contents, Role.CONTENTS)
    assert "井水 河水／井水 河水" in shown(body, Role.ARTIFACT)
    assert shown(body, Role.TITLE) == "井水 河水"
    marks = [placed.item.title for placed in body.items if isinstance(placed.item, Bookmark)]
    assert marks == ["井水 河水", "井水 河水"]


def test_a_bar_without_spaces_is_a_place_to_end_a_line_and_nothing_else() -> None:
    contents, body = opened(Text("井水|河水", HERE))
    assert "井水河水" in shown(contents, Role.CONTENTS)
    assert "井水河水／井水河水" in shown(body, Role.ARTIFACT)


def test_a_running_head_has_the_short_title_and_all_else_the_full_one() -> None:
    short = Title((Text("短 | 题", HERE),), HERE)
    said = article("长长的题目", paragraph("字" * 40))._replace(fields=(("short_title", (short,)),))
    keys = (("running.verso", '"眉：{title}"'), ("running.recto", '"眉：{title}"'))
    contents, body = (
        next(page for page in pages(issue([said]), "square", *keys) if shown(page, role))
        for role in (Role.CONTENTS, Role.TITLE)
    )
    assert "眉：短 题" in shown(body, Role.ARTIFACT)
    assert "长长的题目" in shown(contents, Role.CONTENTS)
    assert shown(body, Role.TITLE) == "长长的题目"
    assert [placed.item.title for placed in body.items if isinstance(placed.item, Bookmark)] == ["栏0", "长长的题目"]


def test_the_shape_of_a_title_keeps_its_markup() -> None:
    inlines = (
        Text("河上", HERE),
        Ruby("埠", "bù", HERE),
        Text("头的人家与两岸", HERE, TextRole.STRONG),
        Text("的田地和水2", HERE),
        Text("2", HERE, markup=SUPER),
        NoteRef("1", HERE),
    )
    work = issue([article("题", paragraph("字" * 40))._replace(title=Title(inlines, HERE))])
    body = next(
        page
        for page in pages(
            work,
            "square",
            ("styles.title.shape", "even"),
            ("styles.title.size", "30pt"),
            ("styles.title.leading", "36pt"),
        )
        if shown(page, Role.TITLE)
    )
    tops = {placed.y for placed in body.items if placed.role is Role.TITLE and isinstance(placed.item, GlyphRun)}
    assert shown(body, Role.TITLE) == "河上埠头的人家与两岸的田地和水221"
    assert len(tops) > 1
    assert lowered(body, Role.TITLE)[0][0] == "2"

"""Titles with markup where make-up sets them: in the contents and in running heads."""

from __future__ import annotations

from issues import article, issue, pages, paragraph, shown
from squares import HERE

from huozi.content.model import BAR, Inline, Markup, NoteRef, Ruby, Script, Text, TextRole, Title
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
    work = issue([article("题", paragraph("字" * 400))._replace(title=title)])
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

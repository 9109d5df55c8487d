"""Lines of programs in the square layout: letters are half an em, four lines of 12 pt stand in three of the grid."""

from __future__ import annotations

from galleys import galley
from test_boxes import rules_found, text

from huozi.blocks.code import columns_of
from huozi.diagnostics import Findings
from huozi.display import GlyphRun, Path, Role
from huozi.galley import SetParagraph, Slug
from huozi.structure import Kind

PLAIN = (
    ("box_styles.code.tint", "white"),
    ("box_styles.code.pad_across", "0"),
    ("box_styles.code.pad_down", "0"),
    ("box_styles.code.space", "0"),
)


def groups(markdown: str, findings: Findings | None = None) -> list[Slug]:
    (paragraph,) = (piece for piece in galley(markdown, *PLAIN, findings=findings) if isinstance(piece, SetParagraph))
    return list(paragraph.cast(paragraph.lines))


def runs(slug: Slug) -> list[tuple[float, float, str]]:
    """What stands in a group: ems from the left, points down from the first line, and its text."""
    found = [(placed.x, placed.y, placed.item) for placed in slug.items if isinstance(placed.item, GlyphRun)]
    return [((x + run.xs[0]) / 10_000, (y - found[0][1]) / 1000, "".join(run.texts)) for x, y, run in found]


def test_lines_stand_as_they_are_written() -> None:
    found = groups('```python\nif a:\n    b = "c"\n\n    d\n```\n')
    assert len(found) == 1
    assert found[0].height == 3
    assert runs(found[0]) == [(0, 0, "if a:"), (2, 12, 'b = "c"'), (2, 36, "d")]


def test_five_lines_are_two_groups() -> None:
    assert [slug.height for slug in groups("```\na\nb\nc\nd\ne\n```\n")] == [3, 1]


def test_spaces_keep_what_follows_in_its_column() -> None:
    assert runs(groups("```\na     # b\ncc    # d\n```\n")[0]) == [
        (0, 0, "a"),
        (3, 0, "# b"),
        (0, 12, "cc"),
        (3, 12, "# d"),
    ]


def test_a_long_line_is_turned_over_behind_a_space_with_a_hook() -> None:
    found = groups("```\n" + "abcdefghi " * 5 + "\n```\n")[0]
    assert [(x, down, words.strip()) for x, down, words in runs(found)] == [
        (0, 0, "abcdefghi " * 3 + "abcdefghi"),
        (2, 12, "abcdefghi"),
    ]
    hooks = [placed for placed in found.items if isinstance(placed.item, Path)]
    assert [(placed.role, placed.element) for placed in hooks] == [(Role.ARTIFACT, None)]


def test_a_line_without_a_space_is_turned_over_anywhere() -> None:
    found = groups("```\n" + "a" * 45 + "\n```\n")[0]
    assert [len(words) for _, _, words in runs(found)] == [40, 5]


def test_its_element_is_code() -> None:
    found = groups("```\na\n```\n")[0]
    kinds = {placed.element.kind for placed in found.items if placed.element}
    assert kinds == {Kind.CODE}


def test_a_character_that_no_face_has_is_told() -> None:
    findings = Findings()
    groups("```\na \U0001f600\n```\n", findings)
    assert rules_found(findings) == ["character-missing"]


def test_full_width_characters_take_two_columns() -> None:
    assert columns_of("a 字（") == 6


def test_a_layout_without_the_style_has_it_without_a_panel() -> None:
    assert text(groups("```\nab\n```\n")[0]) == "ab"

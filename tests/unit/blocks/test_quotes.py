"""Quotations: set in from both sides by whole ems, their source flush right and never alone."""

from __future__ import annotations

from galleys import lines, rows, setting, text_starts
from plain_pages import lay_out
from squares import EM, rules_of

from huozi.blocks.body import set_blocks
from huozi.content.markdown import read_markdown
from huozi.diagnostics import Findings
from huozi.display import GlyphRun

LONG = "引文排满一行还多出几个字，转行以后左右都缩进两个字。"


def right_edges(markdown: str) -> list[float]:
    edges = []
    for row in rows(markdown):
        runs = (
            [(placed.x, placed.item) for placed in row.slug.items if isinstance(placed.item, GlyphRun)]
            if row.slug
            else []
        )
        edges.append(max(x + run.width for x, run in runs) / EM)
    return edges


def test_a_quotation_is_set_in_by_two_ems_on_both_sides() -> None:
    assert text_starts(lines(f"> {LONG}"))[:2] == [4, 2]
    assert right_edges(f"> {'字' * 40}") == [18, 18, 12]


def test_a_quotation_within_one_is_set_in_further() -> None:
    assert text_starts(lines(f"> > {LONG}"))[:2] == [6, 4]
    assert right_edges(f"> > {'字' * 40}")[:2] == [16, 16]


def test_its_source_stands_flush_right_within_it() -> None:
    found = lines(f"> {LONG}\n>\n> ——某人")
    assert found[-1].text == "——某人"
    assert right_edges("> 甲\n>\n> ——某人")[-1] == 18


def test_its_source_never_heads_a_column_alone() -> None:
    found = rows(f"> {LONG * 2}\n>\n> ——某人")
    assert not found[-2].breakable
    assert found[-3].breakable


def test_lists_within_a_quotation_take_its_face() -> None:
    findings = Findings()
    blocks = read_markdown("> 引文\n>\n> - 项\n", "a.md", ".", findings).blocks
    found = lay_out(set_blocks(blocks, setting(layout="a4-35x37", findings=findings)))
    faces = {
        placed.item.face for row in found if row.slug for placed in row.slug.items if isinstance(placed.item, GlyphRun)
    }
    assert faces == {"LXGWWenKai-Regular", "SourceSerif4-Regular"}


def test_two_hundred_quotations_in_each_other_are_set_with_findings() -> None:
    findings = Findings()
    found = lines(f"{'> ' * 200}{LONG}", findings=findings)
    assert rules_of(findings) == ["too-deep"] or "inset-too-deep" in rules_of(findings)
    assert all(0 <= line.ems[0] < 20 for line in found)


def test_thirty_quotations_in_each_other_keep_their_text_on_the_page() -> None:
    findings = Findings()
    found = lines(f"{'> ' * 30}{LONG}", findings=findings)
    assert rules_of(findings) == ["inset-too-deep"]
    assert "".join(line.text for line in found) == LONG
    assert max(line.ems[0] for line in found) <= 14


def test_space_before_and_after_is_the_layouts_and_does_not_add_up() -> None:
    keys = (("styles.quote.before", "1行"), ("styles.quote.after", "2行"))
    found = rows("甲\n\n> 乙\n\n[^x]\n\n> 丙\n\n丁", *keys)
    assert [row.height for row in found if row.slug is None] == [1, 2, 1, 2]
    assert [row.height for row in rows("> 乙\n\n<!-- -->\n\n> 丙", *keys) if row.slug is None] == [1, 2, 2]

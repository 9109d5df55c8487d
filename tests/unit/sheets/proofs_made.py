"""Proofs of small issues, made in process: what the tests of proof sheets share."""

from __future__ import annotations

from collections.abc import Sequence

from issues import HOUSE, sheet
from squares import HERE

from huozi.blocks.lines import composer
from huozi.blocks.setting import Setting
from huozi.diagnostics import Findings, Severity, Span
from huozi.display import GlyphRun, Page, Placed, Rule
from huozi.fonts.catalog import Catalog
from huozi.sheets.finding_places import Passage
from huozi.sheets.front_sheet import Front
from huozi.sheets.hand import Hand
from huozi.sheets.proof import Manuscript, Proof, Wanted, make_proof
from huozi.sheets.remarks import Remark
from huozi.sheets.stamp import Told
from huozi.sheets.word_count import WordCount

TOLD = Told("二校", "方块月刊2030年第3期", "2030-02-28", "ab12cd3", "zh")
FRONT = Front((("出版日期", "2030-03-31"),), (("栏0", "2"),), (), WordCount(20, 15, 2, 2, 0, 2, 2))
GETA_GLYPH = 999
USUAL = Wanted(TOLD)


def hand() -> Hand:
    """A hand that writes with squares."""
    layout = sheet()
    setting = Setting(layout, Catalog(HOUSE.fonts), Findings(), layout.page.area.measure)
    return Hand(composer(setting, HERE), layout.styles["body"])


def proofed(pages: Sequence[Page], *, layout: str = "square", wanted: Wanted = USUAL, **changes: object) -> Proof:
    """The proof of pages."""
    work = Manuscript(tuple(pages), sheet(layout).page.area, lambda _face: GETA_GLYPH)
    return make_proof(work._replace(**changes), wanted, FRONT, hand())  # type: ignore[arg-type]


def remark(rule: str, span: Span, source: str = "", length: int = 0, page: int | None = None) -> Remark:
    """A remark about words of a source."""
    name = f"{span.file}:{span.line}:{span.column}#{rule}"
    return Remark(Severity.WARNING, rule, f"说的是{rule}", "照改", name, Passage(span, source, length), page)


def words(page: Page) -> list[str]:
    """The texts of a sheet's glyph runs."""
    return ["".join(placed.item.texts) for placed in page.items if isinstance(placed.item, GlyphRun)]


def rules(page: Page) -> list[Placed]:
    """The filled rectangles of a sheet."""
    return [placed for placed in page.items if isinstance(placed.item, Rule)]

"""Set the tables of ``tests/cases/tables/samples.yaml`` in the shipped layouts, one below the other, to be looked at.

    python tools/show_tables.py OUT [LAYOUT ...] [--dpi 70]

Writes OUT/LAYOUT.pdf and a picture of each page. Pages are filled as they come: where a journal would have a table is
make-up's to say. What is found is printed. Needs pdftoppm (poppler-utils).
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

sys.path.append(str(Path(__file__).resolve().parents[1] / "tests"))

from table_cases import cases, labelled, table

from huozi.blocks.setting import Setting
from huozi.blocks.tables import set_table
from huozi.content.model import Cell, Table, Text
from huozi.diagnostics import Findings
from huozi.display import BLACK, GlyphRun, Page, Placed, Role, Rule, Target
from huozi.fonts.catalog import Catalog
from huozi.galley import Band, Float, Galley, SetParagraph, Slug, Space
from huozi.output.pdf import pdf_bytes
from huozi.style.house import House
from huozi.style.load import load_stylesheet
from huozi.style.model import Stylesheet

ROOT = Path(__file__).resolve().parents[1]
HOUSE = House((str(ROOT / "layout"),), (str(ROOT / "fonts"),))
LAYOUTS = ("a4-35x37", "a4-two-columns", "a4-three-columns", "16k-two-columns", "185x260-one-column", "huozi-specimen")


class Pages:
    """Pages filled from the top, column by column."""

    def __init__(self, sheet: Stylesheet) -> None:
        self.sheet = sheet
        self.pages: list[list[Placed]] = []
        self.columns, self.column, self.line = 1, 0, 10**6

    def space(self, lines: int) -> None:
        """Empty lines."""
        self.line += lines

    def put(self, slug: Slug, columns: int, again: Slug | None = None) -> None:
        """A slug in a column of so many, in the next where this one is full."""
        area = self.sheet.page.area
        if columns != self.columns:
            self.columns, self.column, self.line = columns, columns, 10**6
        if self.line + slug.height > area.lines:
            self.column, self.line = self.column + 1, 0
            if self.column >= self.columns:
                self._new_page()
            if again:
                self._place(again)
        self._place(slug)

    def _new_page(self) -> None:
        area, margins = self.sheet.page.area, self.sheet.page.margins
        frame = Rule(area.width, 100, BLACK)
        self.column = 0
        self.pages.append(
            [Placed(margins.left, margins.top + down, frame, Role.ARTIFACT, -1) for down in (0, area.height)]
        )

    def _place(self, slug: Slug) -> None:
        area, margins = self.sheet.page.area, self.sheet.page.margins
        left = margins.left + self.column * (area.measure_in(self.columns) + area.gap_in(self.columns))
        top = margins.top + self.line * area.leading
        self.pages[-1] += [placed._replace(x=placed.x + left, y=placed.y + top) for placed in slug.items]
        self.line += slug.height

    def fill(self, galley: Galley, columns: int) -> None:
        """All that stands in a galley."""
        now = columns
        for piece in galley:
            match piece:
                case Band(count):
                    now = count
                case Space(lines):
                    self.space(lines)
                case Float(cast_at=cast_at, columns=over, within=within, places=places):
                    whole = over >= within or places == ("page",)
                    self.put(cast_at(places[0]), 1 if whole else within)
                case Slug():
                    self.put(piece, now)
                case SetParagraph(lines, cast, again=again):
                    for number, slug in enumerate(cast(lines)):
                        self.put(slug, now, again if number else None)


def sample(written: dict[str, Any]) -> Table:
    """A sample as content; ``body`` counts years, for a table that goes on."""
    made = table(written)
    if "body" not in written:
        return made
    rows = [
        (str(year), str(year % 97 * 3 + 40), str(year % 89 * 5), str(year % 97 * 3 + 40 + year % 89 * 5), "")
        for year in range(written["body"]["from"], written["body"]["to"] + 1)
    ]
    cells = tuple(tuple(Cell((Text(text, made.span),) if text else (), made.span) for text in row) for row in rows)
    return made._replace(rows=(*made.rows, *cells))


def pages_of(layout: str) -> tuple[Stylesheet, Setting, list[list[Placed]]]:
    """The samples in a layout."""
    findings = Findings()
    sheet = load_stylesheet(layout, HOUSE, (), findings)
    area = sheet.page.area
    setting = Setting(sheet, Catalog(HOUSE.fonts), findings, area.measure, columns=area.columns)
    made = Pages(sheet)
    for name, written in cases("samples").items():
        within = labelled(setting, written["label"], written.get("own", {}))
        before = len(findings)
        made.fill(set_table(sample(written), within), area.columns)
        for item in list(findings)[before:]:
            print(layout, name, item.rule, dict(item.arguments))
    return sheet, setting, made.pages


def write(layout: str, out: Path, dpi: int) -> None:
    """The file of a layout and the pictures of its pages."""
    sheet, setting, found = pages_of(layout)
    pages = [
        Page(at, "right", str(at + 1), str(at + 1), sheet.page.trim, sheet.page.bleed, tuple(items))
        for at, items in enumerate(found)
    ]
    keys = {placed.item.face for page in pages for placed in page.items if isinstance(placed.item, GlyphRun)}
    faces = {key: setting.catalog.face(key) for key in keys}
    target = Target("tables", "", "", "zh", "2030-03-31", sheet.colour.output_intent, "screen")
    pdf = out / f"{layout}.pdf"
    pdf.write_bytes(pdf_bytes(pages, target, faces, Path(sheet.colour.profile).read_bytes()))
    subprocess.run(["pdftoppm", "-png", "-r", str(dpi), str(pdf), str(out / layout)], check=True)


def main(arguments: Sequence[str] | None = None) -> int:
    """Write files and pictures; gives the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("layouts", nargs="*", default=LAYOUTS)
    parser.add_argument("--dpi", type=int, default=70)
    options = parser.parse_args(arguments)
    options.out.mkdir(parents=True, exist_ok=True)
    for layout in options.layouts:
        write(layout, options.out, options.dpi)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

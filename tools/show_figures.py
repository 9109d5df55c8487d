"""Draw figures in the shipped layouts to be looked at, each in the column that it stands in.

    python tools/show_figures.py OUT [LAYOUT ...] [--dpi 70]

Writes OUT/LAYOUT.pdf and a PNG of each of its pages: figures of several kinds, one below the other in the lines of the
grid that they take, text before and after them. The pictures are drawn by this tool. What is found is printed. Needs
pdftoppm (poppler-utils).
"""

from __future__ import annotations

import argparse
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from PIL import Image as Pillow
from PIL import ImageDraw

from huozi.blocks.body import set_blocks
from huozi.blocks.setting import Setting
from huozi.content.model import NO_WISH, Block, Figure, Paragraph, Picture, Text, Wish
from huozi.diagnostics import Findings, Span
from huozi.display import GlyphRun, Page, Placed, Rule, Target
from huozi.fonts.catalog import Catalog
from huozi.galley import Band, Float, Galley, SetParagraph, Slug, Space
from huozi.geometry import PT, Mpt, Size
from huozi.messages import render
from huozi.output.pdf import pdf_bytes
from huozi.pictures.model import PictureFacts
from huozi.style.house import House, layout_names
from huozi.style.load import load_stylesheet
from huozi.style.model import Stylesheet

ROOT = Path(__file__).resolve().parents[1]
HOUSE = House((str(ROOT / "layout"),), (str(ROOT / "fonts"),))
TEXT = (
    "铅字从字架上拣下来，按稿子的次序排在手盘里，满了一盘就移到版台上。排好的版先打一张毛样，校对的人照着原稿逐字看过，"
    "错的地方在边上画出来，再交回去改。改完的版用铁框锁紧，才能上机。"
)
SIZES = {"wide": (1800, 900), "tall": (900, 1500), "square": (1000, 1000), "narrow": (700, 500), "vast": (4200, 1500)}


def draw_pictures(folder: Path) -> dict[str, PictureFacts]:
    """The pictures of the trial by their names: grey squares with their diagonals."""
    facts: dict[str, PictureFacts] = {}
    for name, (width, height) in SIZES.items():
        picture = Pillow.new("L", (width, height), 226)
        draw = ImageDraw.Draw(picture)
        for at in range(0, width, 100):
            draw.rectangle((at, height * at // width, at + 60, height), fill=110 + 90 * at // width)
        draw.rectangle((0, 0, width - 1, height - 1), outline=60, width=4)
        path = folder / f"{name}.png"
        picture.save(path)
        size = Size(width * 72 * PT // 300, height * 72 * PT // 300)
        facts[f"{name}.png"] = PictureFacts("raster", width, height, size, path=str(path))
    return facts


def figures() -> Iterator[Block]:
    """Figures of several kinds with text around them."""
    number = 0

    def span() -> Span:
        nonlocal number
        number += 1
        return Span("trial.md", number, 1)

    def said(text: str) -> tuple[Text, ...]:
        return (Text(text, span()),) if text else ()

    def figure(names: str, caption: str, wish: Wish = NO_WISH, credit: str = "", own: str = "") -> Figure:
        pictures = tuple(Picture(f"{name}.png", span(), name, caption=said(own)) for name in names.split())
        return Figure(pictures, said(caption), "", span(), said(credit), wish)

    def text(times: int = 1) -> Paragraph:
        return Paragraph(said(TEXT * times), span())

    yield text()
    yield figure("wide", "手盘与字架", credit="排字车间存")
    yield text()
    yield figure("wide", "排好的版移到版台上，用铁框锁紧，四角垫平，先打毛样，改正以后再打清样，清样送作者看过才付印")
    yield text()
    yield figure("square wide narrow", "三种字架：横的、竖的、转盘的", own="字架的一种")
    yield text()
    yield figure("square narrow square narrow", "四道工序：拣字、排版、打样、改版", own="工序")
    yield text()
    yield figure("narrow", "手盘", Wish(place="beside", width=400))
    yield text(3)
    yield figure("tall", "字架的正面，高约两米，常用的字放在中间几排", Wish(place="beside", side="left", width=350))
    yield text()
    yield text(2)
    yield figure("missing", "读不出的图")
    yield text()
    yield figure("vast", "车间全景，从东头的窗口向西看，左边是字架，右边是版台", Wish(turned=True))
    yield text()


def lines_of(galley: Galley) -> Iterator[tuple[Slug, ...]]:
    """What a galley has, float by float and line by line; lines that nothing parts together."""
    for matter in galley:
        match matter:
            case Slug():
                yield (matter,)
            case SetParagraph(lines, cast, solid=solid):
                slugs = cast(lines)
                if solid:
                    yield slugs[:solid]
                yield from ((slug,) for slug in slugs[solid:])
            case Float(cast_at=cast_at):
                yield (cast_at("here"),)
            case Space(lines):
                yield (Slug(lines, (), Span("")),)
            case _:
                pass


def pages_of(galley: Galley, sheet: Stylesheet) -> tuple[Page, ...]:
    """Pages of a galley, a column a page: its lines one below the other, the type area in light rules."""
    area, margins = sheet.page.area, sheet.page.margins
    pages: list[Page] = []
    items: list[Placed] = []
    at = 0

    def close() -> None:
        nonlocal items, at
        number = str(len(pages) + 1)
        pages.append(Page(len(pages), "right", number, number, sheet.page.trim, sheet.page.bleed, tuple(items)))
        items, at = _grid(sheet, margins.left, margins.top), 0

    items = _grid(sheet, margins.left, margins.top)
    for slugs in lines_of(galley):
        if at and at + sum(slug.height for slug in slugs) > area.lines:
            close()
        for slug in slugs:
            down = margins.top + at * area.leading
            items += [placed._replace(x=placed.x + margins.left, y=placed.y + down) for placed in slug.items]
            at += slug.height
    close()
    return tuple(pages)


def _grid(sheet: Stylesheet, left: Mpt, top: Mpt) -> list[Placed]:
    """The em boxes of the grid's lines as light bands."""
    area = sheet.page.area
    light = sheet.styles["body"].ink._replace(black=60, overprint=False)
    return [
        Placed(left, top + line * area.leading, Rule(area.width, area.size, light), order=-1)
        for line in range(area.lines)
    ]


def show(layout: str, folder: Path, facts: dict[str, PictureFacts], dpi: int) -> None:
    """Draw the figures in a layout."""
    findings = Findings()
    sheet = load_stylesheet(layout, HOUSE)
    catalog = Catalog(HOUSE.fonts)
    area = sheet.page.area
    blocks = tuple(figures())
    labels = {
        block.span: f"图 {number}" for number, block in enumerate((b for b in blocks if isinstance(b, Figure)), 1)
    }
    setting = Setting(
        sheet, catalog, findings, area.measure, columns=area.columns, labels=labels,
        pictures=lambda path, _page: facts.get(path),
    )  # fmt: skip
    galley = tuple(matter for matter in set_blocks(blocks, setting) if not isinstance(matter, Band))
    pages = pages_of(galley, sheet)
    keys = {placed.item.face for page in pages for placed in page.items if isinstance(placed.item, GlyphRun)}
    target = Target(layout, "", "", "zh", "2026-01-01", sheet.colour.output_intent, "screen")
    pdf = folder / f"{layout}.pdf"
    icc = Path(sheet.colour.profile).read_bytes()
    pdf.write_bytes(pdf_bytes(pages, target, {key: catalog.face(key) for key in keys}, icc))
    subprocess.run(["pdftoppm", "-r", str(dpi), "-png", str(pdf), str(folder / layout)], check=True)
    for item in findings:
        print(layout, render(item))


def main() -> None:
    """Draw what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("layouts", nargs="*")
    parser.add_argument("--dpi", type=int, default=70)
    asked = parser.parse_args()
    asked.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        facts = draw_pictures(Path(folder))
        for layout in asked.layouts or layout_names(HOUSE):
            show(layout, asked.out, facts, asked.dpi)


if __name__ == "__main__":
    main()

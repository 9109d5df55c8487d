"""Draw the thirty title blocks of ``tests/cases/title-blocks.yaml`` to be looked at, six pages on a sheet.

    python tools/title_sheets.py OUT [LAYOUT ...] [--width 620]

Writes OUT/LAYOUT-1.png … for the layouts that the tests set the blocks in, or those that are named; shown of each
block is the page that it opens, framed, its number above. What is found is printed. Needs pdftoppm (poppler-utils).
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from PIL import Image, ImageDraw

sys.path.append(str(Path(__file__).resolve().parents[1] / "tests"))

from title_blocks import LAYOUTS, Opened, blocks, opened

from huozi.commands.documents import target_of
from huozi.display import GlyphRun, Page
from huozi.output.pdf import pdf_bytes

ACROSS, DOWN = 3, 2
GAP, HEAD = 16, 22
GROUND, FRAME, INK = (236, 236, 232), (150, 150, 150), (0, 0, 0)


def first_pages(work: Opened) -> list[tuple[str, Page]]:
    """The page that each block opens, with the block's number."""
    return [(number, work.pages(number)[0]) for number in blocks()]


def pictures(pages: Sequence[Page], work: Opened, width: int, folder: Path) -> list[Image.Image]:
    """Pages as pictures of a width."""
    renumbered = tuple(page._replace(index=at) for at, page in enumerate(pages))
    keys = {placed.item.face for page in pages for placed in page.items if isinstance(placed.item, GlyphRun)}
    faces = {key: work.made.catalog.face(key) for key in keys}
    icc = Path(work.made.sheet.colour.profile).read_bytes()
    pdf = folder / "openings.pdf"
    pdf.write_bytes(pdf_bytes(renumbered, target_of(work.made, "screen"), faces, icc))
    size = ["-scale-to-x", str(width), "-scale-to-y", "-1"]
    subprocess.run(["pdftoppm", "-png", *size, str(pdf), str(folder / "page")], check=True)
    return [Image.open(path).convert("RGB") for path in sorted(folder.glob("page*.png"))]


def sheets(named: Sequence[tuple[str, Image.Image]]) -> Iterator[Image.Image]:
    """Pictures with their names, six on a sheet."""
    waiting = iter(named)
    while row := list(islice(waiting, ACROSS * DOWN)):
        width, height = row[0][1].size
        sheet = Image.new("RGB", (ACROSS * (width + GAP) + GAP, DOWN * (height + HEAD + GAP)), GROUND)
        draw = ImageDraw.Draw(sheet)
        for at, (name, picture) in enumerate(row):
            x, y = GAP + at % ACROSS * (width + GAP), at // ACROSS * (height + HEAD + GAP)
            draw.text((x, y + 4), name, fill=INK)
            sheet.paste(picture, (x, y + HEAD))
            draw.rectangle((x - 1, y + HEAD - 1, x + width, y + HEAD + height), outline=FRAME)
        yield sheet


def main() -> int:
    """Write the sheets; gives the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("layouts", nargs="*", default=LAYOUTS)
    parser.add_argument("--width", type=int, default=620, help="of a page, in pixels")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    for layout in options.layouts:
        work = opened(layout)
        for item in work.findings:
            print(layout, item.span.file, item.rule, dict(item.arguments))
        named = first_pages(work)
        with tempfile.TemporaryDirectory() as folder:
            drawn = pictures([page for _, page in named], work, options.width, Path(folder))
            for at, sheet in enumerate(
                sheets([(number, each) for (number, _), each in zip(named, drawn, strict=True)]), 1
            ):
                sheet.save(options.out / f"{layout}-{at}.png")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

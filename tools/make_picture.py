"""Make the pictures of README: pages of an issue, and an article's first page in each shipped layout.

    python tools/make_picture.py issue/specimen docs/pages.png
    python tools/make_picture.py issue/specimen docs/layouts.png --article pianshou

Needs pdftoppm (poppler-utils).
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import yaml
from PIL import Image, ImageFilter

from huozi.cli import main as huozi

ROOT = Path(__file__).resolve().parents[1]

PAGES = (1, 3, 4, 5)
"""Which pages of the file, from 1: front cover, contents, the first two pages of the body."""

FIRST_OF_BODY = 4
"""The page of a file that its body begins on, behind two pages of covers and one of contents."""

LAYOUTS = ("jiangsu-vc", "a4-two-columns", "16k-two-columns", "185x260-one-column", "a4-three-columns")
"""The shipped layouts that a page of the article is shown in."""

HOUSE = """extends: {layout}
journal: {{name: 活字样本, name_en: HUOZI SPECIMEN, organiser: 活字工作室}}
"""
ISSUE = """journal: sample
year: 2026
issue: 1
date: 2026-01-31
contents:
  - {{section: 排字, name_en: COMPOSITION, articles: [{article}]}}
"""

PAGE_WIDTH = 470
GAP = 28
MARGIN = 30
SHADOW_BLUR = 9
SHADOW_DROP = 5
GROUND = (244, 244, 242)
SHADE = 105
COLOURS = 256
"""Colours of the finished picture: the greys of type and the few of a cover."""


def page_pictures(pdf: Path, folder: Path, pages: Sequence[int] = PAGES) -> list[Image.Image]:
    """Pages as pictures, rendered at twice their size and scaled down, which is kinder to small type."""
    pictures = []
    for number in pages:
        name = folder / f"{pdf.stem}-{number}"
        place = ["-f", str(number), "-l", str(number), "-singlefile"]
        size = ["-scale-to-x", str(2 * PAGE_WIDTH), "-scale-to-y", "-1"]
        subprocess.run(["pdftoppm", "-png", *place, *size, str(pdf), str(name)], check=True)
        with Image.open(name.with_suffix(".png")) as picture:
            height = round(picture.height * PAGE_WIDTH / picture.width)
            pictures.append(picture.convert("RGB").resize((PAGE_WIDTH, height), Image.Resampling.LANCZOS))
    return pictures


def side_by_side(pictures: Sequence[Image.Image]) -> Image.Image:
    """Pages on a light ground, each with a soft shadow."""
    width = 2 * MARGIN + sum(picture.width for picture in pictures) + GAP * (len(pictures) - 1)
    height = 2 * MARGIN + max(picture.height for picture in pictures)
    shadow = Image.new("L", (width, height), 0)
    lefts = [MARGIN + index * (PAGE_WIDTH + GAP) for index in range(len(pictures))]
    for left, picture in zip(lefts, pictures, strict=True):
        shadow.paste(SHADE, (left, MARGIN + SHADOW_DROP, left + picture.width, MARGIN + SHADOW_DROP + picture.height))
    table = Image.new("RGB", (width, height), GROUND)
    table.paste((0, 0, 0), mask=shadow.filter(ImageFilter.GaussianBlur(SHADOW_BLUR)))
    for left, picture in zip(lefts, pictures, strict=True):
        table.paste(picture, (left, MARGIN))
    return table


def built(issue: Path, pdf: Path) -> Path:
    """The file for the screen that an issue is built to; ends the program where that fails."""
    code = huozi(["build", str(issue), "--profile", "screen", "-o", str(pdf)])
    if code:
        raise SystemExit(code)
    return pdf


def first_pages(issue: Path, article: str, folder: Path) -> list[Image.Image]:
    """The first page of an article of an issue in each shipped layout."""
    (source,) = (issue / "articles").glob(f"*-{article}.md")
    named = yaml.safe_load((issue / "issue.yaml").read_text(encoding="utf-8"))["journal"]
    known = yaml.safe_load((ROOT / "layout" / f"{named}.yaml").read_text(encoding="utf-8"))["styles"]
    styles = {name: style for name, style in known.items() if "based_on" in style}  # those that articles ask for
    pictures = []
    for layout in LAYOUTS:
        house = folder / layout
        own = house / "issue" / "2026-01"
        (own / "articles").mkdir(parents=True)
        (house / "layout").mkdir()
        own_styles = yaml.safe_dump({"styles": styles}, allow_unicode=True)
        (house / "layout" / "sample.yaml").write_text(HOUSE.format(layout=layout) + own_styles, encoding="utf-8")
        (own / "issue.yaml").write_text(ISSUE.format(article=article), encoding="utf-8")
        shutil.copy(source, own / "articles")
        pdf = built(own, folder / f"{layout}.pdf")
        pictures += page_pictures(pdf, folder, (FIRST_OF_BODY,))
    return pictures


def main() -> int:
    """Build what is to be shown and montage its pages; gives the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("issue", type=Path)
    parser.add_argument("picture", type=Path)
    parser.add_argument("--article", default="", help="show this article's first page in each shipped layout")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if options.article:
            table = side_by_side(first_pages(options.issue, options.article, folder))
        else:
            table = side_by_side(page_pictures(built(options.issue, folder / "screen.pdf"), folder))
    options.picture.parent.mkdir(exist_ok=True)
    table.quantize(COLOURS, dither=Image.Dither.NONE).save(options.picture, optimize=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())

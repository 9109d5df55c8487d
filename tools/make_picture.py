"""Make the picture of pages that README opens with: cover, contents, an opening page, a page of text.

    python tools/make_picture.py issue/specimen docs/pages.png

Needs pdftoppm (poppler-utils).
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from PIL import Image, ImageFilter

from huozi.cli import main as huozi

PAGES = (1, 3, 4, 5)
"""Which pages of the file, from 1: front cover, contents, the first two pages of the body."""

PAGE_WIDTH = 470
GAP = 28
MARGIN = 30
SHADOW_BLUR = 9
SHADOW_DROP = 5
GROUND = (244, 244, 242)
SHADE = 105
COLOURS = 256
"""Colours of the finished picture: the greys of type and the few of a cover."""


def page_pictures(pdf: Path, folder: Path) -> list[Image.Image]:
    """The pages as pictures, rendered at twice their size and scaled down, which is kinder to small type."""
    pictures = []
    for number in PAGES:
        name = folder / str(number)
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


def main() -> int:
    """Build the issue for the screen and montage its pages; gives the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("issue")
    parser.add_argument("picture", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        pdf = Path(folder, "screen.pdf")
        code = huozi(["build", options.issue, "--profile", "screen", "-o", str(pdf)])
        if code:
            return code
        table = side_by_side(page_pictures(pdf, Path(folder)))
    options.picture.parent.mkdir(exist_ok=True)
    table.quantize(COLOURS, dither=Image.Dither.NONE).save(options.picture, optimize=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Show every kind of matter in the shipped layouts: a small issue, built as a house would, its pages as pictures.

    python tools/show_matter.py OUT [LAYOUT ...] [--dpi 90]

Writes OUT/LAYOUT/issue (an issue of two articles with figures, tables, notes, boxes, code, references), OUT/LAYOUT.pdf
and a PNG of each of its pages. The pictures are drawn by this tool. What is found is printed. Needs pdftoppm
(poppler-utils).
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from PIL import Image, ImageDraw

from huozi.cli import main as huozi
from huozi.style.house import House, layout_names

ROOT = Path(__file__).resolve().parents[1]
ARTICLES = ROOT / "tools" / "shown_matter"
"""The articles; ``ROWS`` and ``EXTENSION`` stand for what this tool fills in."""
SKIPPED = ("huozi-specimen",)
"""A layout of one issue, which shows it by itself."""

SIZES = {"wide": (1800, 900), "tall": (900, 1350), "square": (1000, 1000), "small": (1000, 720), "vast": (4200, 1500)}
"""Pixels of the pictures, at 300 dpi."""

HOUSE = """extends: {layout}
journal: {{name: 版车间, name_en: THE COMPOSING ROOM, organiser: 活字工作室}}
"""
ISSUE = """journal: shown
year: 2026
issue: 1
date: 2026-01-31
contents:
  - {section: 工艺, name_en: CRAFT, articles: [paiban, jiaodui]}
"""
SVG = """<svg xmlns="http://www.w3.org/2000/svg" width="120mm" height="60mm" viewBox="0 0 120 60">
<g fill="none" stroke="#000" stroke-width="0.6"><rect x="1" y="1" width="118" height="58"/>
<path d="M5 55 L25 40 L45 44 L65 22 L85 28 L115 8"/></g>
<g fill="#345f8c"><circle cx="25" cy="40" r="1.6"/><circle cx="65" cy="22" r="1.6"/>
<circle cx="115" cy="8" r="1.6"/></g>
</svg>
"""


def rows() -> str:
    """The rows of the table that goes on."""
    years = range(1958, 1987)
    return "\n".join(
        f"  - [{year}, {18 + year % 7}, {9 + year % 5}, {2400 + (year * 137) % 900}, {(year * 53) % 400 + 0.5}]"
        for year in years
    )


def write_issue(layout: str, folder: Path, has_vectors: bool) -> Path:
    """A house with the issue, which extends a shipped layout."""
    issue = folder / "issue" / "2026-01"
    for name in ("articles", "images"):
        (issue / name).mkdir(parents=True, exist_ok=True)
    for name in ("layout", "fonts"):
        shutil.copytree(ROOT / name, folder / name, dirs_exist_ok=True)
    (folder / "layout" / "shown.yaml").write_text(HOUSE.format(layout=layout), encoding="utf-8")
    (issue / "issue.yaml").write_text(ISSUE, encoding="utf-8")
    for article in ARTICLES.iterdir():
        text = article.read_text(encoding="utf-8")
        text = text.replace("ROWS", rows()).replace("EXTENSION", "svg" if has_vectors else "png")
        (issue / "articles" / article.name).write_text(text, encoding="utf-8")
    draw_pictures(issue / "images")
    return issue


def draw_pictures(folder: Path) -> None:
    """The pictures: bars in greys, in colours where wide."""
    for name, (width, height) in (*SIZES.items(), ("line", SIZES["wide"])):
        is_coloured = name in ("wide", "vast")
        picture = Image.new("RGB" if is_coloured else "L", (width, height), (238, 236, 230) if is_coloured else 226)
        draw = ImageDraw.Draw(picture)
        for at in range(0, width, 100):
            grey = 110 + 90 * at // width
            fill = (grey - 40, grey - 10, grey + 20) if is_coloured else grey
            draw.rectangle((at, height * at // width, at + 60, height), fill=fill)
        draw.rectangle((0, 0, width - 1, height - 1), outline=(60, 60, 60) if is_coloured else 60, width=4)
        picture.save(folder / f"{name}.png", dpi=(300, 300))
    (folder / "line.svg").write_text(SVG, encoding="utf-8")


def has_vectors() -> bool:
    """Whether what reads drawings is installed."""
    from importlib.util import find_spec

    return find_spec("typst") is not None


def show(layout: str, out: Path, dpi: int) -> None:
    """The issue in a layout: its file and the pictures of its pages."""
    print(f"== {layout}")
    issue = write_issue(layout, out / layout, has_vectors())
    pdf = out / f"{layout}.pdf"
    huozi(["build", str(issue), "-o", str(pdf), "--fail-on", "never"])
    for old in out.glob(f"{layout}-[0-9]*.png"):
        old.unlink()
    subprocess.run(["pdftoppm", "-r", str(dpi), "-png", str(pdf), str(out / layout)], check=True)


def main(arguments: Sequence[str] | None = None) -> int:
    """Show what is asked for; gives the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("layouts", nargs="*")
    parser.add_argument("--dpi", type=int, default=90)
    asked = parser.parse_args(arguments)
    known = [name for name in layout_names(House((str(ROOT / "layout"),), ())) if name not in SKIPPED]
    for layout in asked.layouts or known:
        show(layout, asked.out.resolve(), asked.dpi)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

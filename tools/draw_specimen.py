"""The pictures of the specimen issue: drawn as SVG, and as PNG beside it for who has not what reads SVG.

    python tools/draw_specimen.py issue/specimen/images

Each picture is a list of shapes on a sheet of so many points; both files are made of the same list, so that they show
the same. The PNG is drawn at 600 dpi in grey alone. The same list gives the same bytes.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from PIL import Image, ImageDraw

DPI = 600
POINTS = 72
OVER = 3
"""The PNG is drawn so many times as large and reduced: edges that slant are smooth."""


class Shape(NamedTuple):
    """A polygon by its corners in points, filled with so much black (per cent)."""

    corners: tuple[tuple[float, float], ...]
    black: int


Drawing = tuple[float, float, Sequence[Shape]]
"""Width and height in points, and the shapes, later ones over earlier ones."""


def box(x: float, y: float, width: float, height: float, black: int) -> Shape:
    """A rectangle."""
    return Shape(((x, y), (x + width, y), (x + width, y + height), (x, y + height)), black)


def lines(x: float, y: float, width: float, count: int, last: float = 1.0) -> Iterator[Shape]:
    """Lines of text as grey bars, six points apart; the last is shorter."""
    for number in range(count):
        share = last if number == count - 1 else 1.0
        yield box(x, y + 6 * number, width * share, 2.6, 45)


def page(x: float, y: float) -> Iterator[Shape]:
    """A page of 100 × 130 points with its edge."""
    yield box(x, y, 100, 130, 60)
    yield box(x + 0.6, y + 0.6, 98.8, 128.8, 0)


def spread() -> Drawing:
    """A spread: a figure at a head over both columns, one at a column's foot, notes below."""
    shapes: list[Shape] = []
    for x in (10, 120):
        shapes += page(x, 8)
    shapes += [box(20, 18, 80, 34, 25), *lines(20, 58, 37, 10), *lines(63, 58, 37, 10)]
    shapes += [box(20, 121, 16, 0.8, 80), *lines(20, 124, 37, 1, 0.8)]
    shapes += [*lines(130, 18, 37, 11), box(130, 86, 37, 42, 25), *lines(173, 18, 37, 17)]
    shapes += [box(173, 121, 16, 0.8, 80), *lines(173, 124, 37, 1, 0.6)]
    return 230, 146, shapes


def before() -> Drawing:
    """A figure that came too late: the page with its mention ends short."""
    shapes = [*page(5, 5), *lines(17, 15, 76, 11), box(15, 88, 80, 36, 12), box(15.6, 88.6, 78.8, 34.8, 0)]
    return 110, 140, shapes


def after() -> Drawing:
    """The same figure at the page's head, the text below it."""
    return 110, 140, [*page(5, 5), box(17, 15, 76, 36, 25), *lines(17, 57, 76, 11, 0.7)]


def sort() -> Drawing:
    """A sort: a block of type metal with its nick, its face above."""
    front = Shape(((20, 40), (70, 40), (70, 150), (20, 150)), 35)
    side = Shape(((70, 40), (92, 22), (92, 132), (70, 150)), 60)
    top = Shape(((20, 40), (42, 22), (92, 22), (70, 40)), 12)
    nick = Shape(((20, 116), (70, 116), (92, 98), (92, 104), (70, 122), (20, 122)), 80)
    strokes = [
        Shape(((44, 27.5), (76, 27.5), (74.5, 29), (42.5, 29)), 90),
        Shape(((40, 33), (69, 33), (67, 35), (38, 35)), 90),
        Shape(((59, 24.5), (62, 24.5), (51, 37.5), (48, 37.5)), 90),
    ]
    return 112, 160, [front, side, top, nick, *strokes]


PICTURES: dict[str, Callable[[], Drawing]] = {
    "duikai": spread,
    "tuhou": before,
    "tushang": after,
    "qianzi": sort,
}
"""The pictures by the names of their files."""


def svg(drawing: Drawing) -> str:
    """A drawing as SVG, its size in points."""
    width, height, shapes = drawing
    rows = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:g}pt" height="{height:g}pt" '
        f'viewBox="0 0 {width:g} {height:g}">'
    ]
    for corners, black in shapes:
        level = round(255 * (100 - black) / 100)
        points = " ".join(f"{x:g},{y:g}" for x, y in corners)
        rows.append(f'<polygon points="{points}" fill="#{level:02x}{level:02x}{level:02x}"/>')
    return "\n".join([*rows, "</svg>", ""])


def png(drawing: Drawing) -> Image.Image:
    """A drawing as a grey picture."""
    width, height, shapes = drawing
    scale = DPI * OVER / POINTS
    sheet = Image.new("L", (round(width * scale), round(height * scale)), 255)
    pen = ImageDraw.Draw(sheet)
    for corners, black in shapes:
        pen.polygon([(x * scale, y * scale) for x, y in corners], fill=round(255 * (100 - black) / 100))
    return sheet.resize((sheet.width // OVER, sheet.height // OVER), Image.Resampling.BOX)


def main(folder: Path) -> None:
    """Draw all pictures into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, make in PICTURES.items():
        (folder / f"{name}.svg").write_text(svg(make()), encoding="utf-8")
        png(make()).quantize(16).convert("L").save(folder / f"{name}.png", dpi=(DPI, DPI), optimize=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))

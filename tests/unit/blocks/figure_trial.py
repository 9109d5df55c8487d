"""Figures by hand and their surroundings: what tests of figures and of pictures beside text share."""

from __future__ import annotations

from collections.abc import Mapping

from matter import setting

from huozi.blocks.setting import Setting
from huozi.content.model import NO_WISH, Figure, Picture, Text, Wish
from huozi.diagnostics import Findings, Span
from huozi.display import GlyphRun, Image, Placed
from huozi.galley import Float, Galley, Slug
from huozi.geometry import PT, Size
from huozi.pictures.model import PictureFacts

PLACE = Span("a.md", 5, 1)


def raster(width: int, height: int, dpi: int = 300, *, line_art: bool = False) -> PictureFacts:
    """A picture of so many pixels at a resolution that its file names."""
    return PictureFacts("raster", width, height, Size(width * 72_000 // dpi, height * 72_000 // dpi), line_art, 1, "/p")


def drawing(width: int, height: int) -> PictureFacts:
    """A drawing of a size in points."""
    return PictureFacts("svg", width * PT, height * PT, Size(width * PT, height * PT), path="/d")


def facts_of(width: int, height: int) -> PictureFacts:
    """A picture that is so many points wide and high at its best."""
    return PictureFacts("raster", width * 10, height * 10, Size(width * PT, height * PT), path="/p")


def surroundings(
    facts: Mapping[str, PictureFacts], *overrides: tuple[str, str], layout: str = "square", label: str = "",
    findings: Findings | None = None,
) -> Setting:  # fmt: skip
    """The surroundings of the square layout, in which pictures are known by their names; captions in tens."""
    shape = (("styles.caption.size", "10pt"), ("styles.caption.leading", "12pt"))
    within = setting(*shape, *overrides, layout=layout, findings=findings)
    labels = {PLACE: label} if label else {}
    return within._replace(pictures=lambda path, _page: facts.get(path), labels=labels)


def figure(
    *names: str, caption: str = "", credit: str = "", wish: Wish = NO_WISH, own: str = "", alt: str = ""
) -> Figure:
    """A figure of pictures by their names."""
    pictures = tuple(Picture(name, Span("a.md", 6, at), alt, caption=_said(own)) for at, name in enumerate(names, 1))
    return Figure(pictures, _said(caption), "", PLACE, _said(credit), wish)


def _said(text: str) -> tuple[Text, ...]:
    return (Text(text, PLACE),) if text else ()


def only(galley: Galley) -> Float:
    """The float of a galley that holds nothing else."""
    (piece,) = galley
    assert isinstance(piece, Float)
    return piece


def images(slug: Slug) -> list[tuple[float, float, float, float]]:
    """The pictures of a slug in points: left, top, width, height."""
    return [
        (placed.x / PT, placed.y / PT, placed.item.size.width / PT, placed.item.size.height / PT)
        for placed in slug.items
        if isinstance(placed.item, Image)
    ]


def lines(slug: Slug) -> list[tuple[float, float, str]]:
    """The runs of text of a slug: left, top of the em box, words."""
    return [
        (placed.x / PT, top_of(placed), "".join(placed.item.texts))
        for placed in slug.items
        if isinstance(placed.item, GlyphRun)
    ]


def top_of(placed: Placed) -> float:
    """The top of a run's em box in points, of ten points."""
    return placed.y / PT - 8.8

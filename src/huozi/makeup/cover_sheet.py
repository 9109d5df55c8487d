"""The cover as the printer's sheet: 封四, spine and 封一 side by side, and 封二 and 封三 behind them.

Pages in, pages out: each page is cut at the folds, so that what bleeds past an inner edge lies on no other page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from huozi.display import Bookmark, Comment, GlyphRun, Image, Link, Page, Path, Placed, Rule
from huozi.geometry import Mpt, Size, mm
from huozi.makeup.cover_checks import LEAST_SIZE
from huozi.makeup.cover_text import CoverSetter, fill_lines
from huozi.makeup.covers import draw
from huozi.makeup.folds import cut_path
from huozi.records import NamedTuple
from huozi.source_file import quoted
from huozi.style.elements import SPAN, Design, DesignElement, SpineDesign, TextElement
from huozi.style.model import PageTemplate

SPINE_SAFE: Mpt = mm(1)
"""How far words on a spine keep from its folds, which move when the cover is laid round the block."""

LEAF = 2
"""A leaf has two pages."""

OUTSIDE, INSIDE = ("封四", "书脊", "封一"), ("封二", "封三")


def spine_width(page: PageTemplate, pages: int) -> Mpt:
    """The width of the spine of so many inside pages: as the layout says, else leaves and twice the cover.

    In tenths of a millimetre, rounded up; none where the binding has no spine.
    """
    if page.binding != "perfect":
        return 0
    if page.spine is not None:
        return page.spine
    leaves = -(-pages // LEAF)
    thickness = (leaves * page.paper + 2 * page.cover_paper) // 1000 - 1  # what rounding to millipoints may have added
    tenths = -(-thickness * 254 // 72_000)
    return mm(max(tenths, 0) / 10)


def cover_sheets(pages: Sequence[Page], spine: Sequence[Placed], width: Mpt) -> tuple[Page, Page]:
    """The two sides of the sheet, from the pages of an issue and what stands on its spine, so wide.

    A page of the cover that there is none of stays blank.
    """
    covers: Mapping[str, Page] = {page.label: page for page in pages}
    (wide, height), bleed = pages[0].trim, pages[0].bleed
    trim = Size(2 * wide + width, height)

    def items(label: str) -> tuple[Placed, ...]:
        return covers[label].items if label in covers else ()

    outside = [
        *laid(items("封四"), 0, (-bleed, wide)),
        *laid(spine, wide, (0, width)),
        *laid(items("封一"), wide + width, (0, wide + bleed)),
    ]
    inside = [
        *laid(items("封二"), 0, (-bleed, wide)),
        *laid(items("封三"), wide + width, (0, wide + bleed)),
    ]
    labels = "·".join(part for part in OUTSIDE if width or part != "书脊"), "·".join(INSIDE)
    return (
        Page(0, "right", None, labels[0], trim, bleed, ordered(outside)),
        Page(1, "left", None, labels[1], trim, bleed, ordered(inside)),
    )


def ordered(items: Iterable[Placed]) -> tuple[Placed, ...]:
    """Items in their order on the sheet."""
    return tuple(item if item.order < 0 else item._replace(order=order) for order, item in enumerate(items))


def laid(items: Iterable[Placed], to: Mpt, between: tuple[Mpt, Mpt]) -> Iterator[Placed]:
    """The items of a page moved to their place on the sheet, cut at the edges between which they may stand.

    What is active on a screen leads nowhere here. Words are not cut: they stand within the trim, or that has been told.
    """
    left, right = between
    for placed in items:
        match placed.item:
            case Rule(width, height, ink):
                start, end = max(placed.x, left), min(placed.x + width, right)
                if start < end:
                    yield placed._replace(x=start + to, item=Rule(end - start, height, ink))
            case Path() as path:
                if cut := cut_path(path, left - placed.x, right - placed.x):
                    yield placed._replace(x=placed.x + to, item=cut)
            case Image() as image:
                if kept := cut_image(image, left - placed.x, right - placed.x):
                    x, shown = kept
                    yield placed._replace(x=placed.x + x + to, item=shown)
            case GlyphRun():
                yield placed._replace(x=placed.x + to)
            case Link() | Bookmark() | Comment():
                pass


WHOLE = 1000


def cut_image(image: Image, left: Mpt, right: Mpt) -> tuple[Mpt, Image] | None:
    """What of a picture stands between two edges, and where it begins; ``None`` where nothing does.

    Crops are thousandths of the picture: at a fold up to a fifth of a millimetre of it is left over.
    """
    width, (before, top, behind, foot) = image.size.width, image.crop
    shown = WHOLE - before - behind
    if left >= width or right <= 0 or not shown or not width:
        return None
    cut_left, cut_right = (max(over, 0) * shown // width for over in (left, width - right))
    kept = shown - cut_left - cut_right
    if kept <= 0:
        return None
    size = Size(width * kept // shown, image.size.height)
    return width * cut_left // shown, image._replace(size=size, crop=(before + cut_left, top, behind + cut_right, foot))


# ------------------------------------------------------------------ the spine


class Spine(NamedTuple):
    """A spine made: its width and what stands on it."""

    width: Mpt
    items: tuple[Placed, ...]


def spine_of(design: SpineDesign | None, pages: int, setter: CoverSetter) -> Spine:
    """The spine of an issue of so many inside pages.

    Finding: ``spine-too-thin`` where type has no room between the folds; that is left out.
    """
    page = setter.sheet.page
    width = spine_width(page, pages)
    if not width or design is None:
        return Spine(width, ())
    spine = page._replace(trim=Size(width, page.trim.height))
    at_width = setter._replace(sheet=setter.sheet._replace(page=spine))
    elements = tuple(_between_folds(at_width, width, design))
    return Spine(width, tuple(draw(elements, at_width)))


def in_proportion(design: SpineDesign, width: Mpt) -> Iterator[DesignElement]:
    """The elements of a design on a spine of a width."""
    for thin, wide in zip(design.thin, design.wide, strict=True):
        x, across = (
            thin.area.x + (wide.area.x - thin.area.x) * width // SPAN,
            thin.area.width + (wide.area.width - thin.area.width) * width // SPAN,
        )
        yield thin._replace(area=thin.area._replace(x=x, width=across))


def _between_folds(setter: CoverSetter, width: Mpt, design: SpineDesign) -> Design:
    """The elements of a spine, its words kept from the folds and left out where there is no room for their type."""
    kept: list[DesignElement] = []
    for element in in_proportion(design, width):
        match element:
            case TextElement(area=area, style=style):
                left, right = max(area.x, SPINE_SAFE), min(area.right, width - SPINE_SAFE)
                least = style.size if element.fit == "none" else min(element.least or LEAST_SIZE, style.size)
                if right - left < least:
                    from huozi.style.lengths import show_length, show_mm

                    widths = {"width": show_mm(width), "needed": show_mm(least + 2 * SPINE_SAFE)}
                    if text := " ".join(fill_lines(element.content, setter.fields)):
                        size = show_length(least)
                        setter.findings.add(element.span, "spine-too-thin", text=quoted(text), size=size, **widths)
                    continue
                kept.append(element._replace(area=area._replace(x=left, width=right - left)))
            case _:
                kept.append(element)
    return tuple(kept)

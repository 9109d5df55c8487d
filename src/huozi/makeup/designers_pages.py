"""Pages that a designer has made: a cover, an advertisement, a plate, each the page of a PDF laid on the trim.

Nothing is scaled: a page of another trim is another page, and that is told.
"""

from __future__ import annotations

import os

from huozi.content.issue_model import CoverFile, Insert
from huozi.diagnostics import Span
from huozi.display import Image, Placed, Role
from huozi.geometry import Mpt, Rect, Size, mm
from huozi.makeup.cover_text import CoverSetter
from huozi.makeup.covers import draw
from huozi.pictures.model import PictureFacts
from huozi.records import NamedTuple
from huozi.source_file import quoted
from huozi.structure import Element, Kind
from huozi.style.elements import ContactElement, CoverLinesElement, Design, TextElement
from huozi.style.lengths import show_mm

SLACK: Mpt = mm(0.3)
"""How far a trim may differ: programs round, and cutting is no finer."""

WHOLE = 1000


class PageFile(NamedTuple):
    """A page of a PDF within the issue's folder, what is read out in its stead, the place that names it."""

    file: str
    page: int
    alt: str
    span: Span


def cover_items(wish: CoverFile, design: Design, setter: CoverSetter) -> list[Placed]:
    """A designer's cover, with the texts of the layout's design over it where the issue wants them."""
    items = page_items(PageFile(wish.file, wish.page, wish.alt, wish.span), setter)
    texts = tuple(each for each in design if isinstance(each, TextElement | CoverLinesElement | ContactElement))
    return draw(texts, setter, items) if wish.has_text else items


def insert_items(insert: Insert, number: int, setter: CoverSetter) -> list[Placed]:
    """What fills page ``number`` (from 1) of the pages left free; nothing where the printer gets that otherwise.

    Finding: ``insert-pages-left`` where the file goes on beyond them.
    """
    if not insert.file:
        return []
    page = insert.first + number - 1
    facts = setter.pictures.look_at(insert.file, page) if number == insert.pages else None
    if facts is not None and facts.pages > page:
        shown = {"there": facts.pages - insert.first + 1, "placed": insert.pages}
        setter.findings.add(insert.span, "insert-pages-left", path=quoted(insert.file), **shown)
    return page_items(PageFile(insert.file, page, insert.name, insert.span), setter)


def page_items(wanted: PageFile, setter: CoverSetter) -> list[Placed]:
    """A designer's page on our trim, cut where it reaches beyond our bleed.

    Findings: ``insert-not-pdf``, ``insert-trim``, ``insert-bleed``, ``insert-trim-guessed``, those of the file itself.
    """
    facts = setter.pictures.look_at(wanted.file, wanted.page)
    if facts is None:
        return []
    if facts.kind != "pdf":
        setter.findings.add(wanted.span, "insert-not-pdf", path=quoted(wanted.file))
        return []
    page = setter.sheet.page
    facts = _with_trim(facts, wanted, setter)
    left, top, right, foot = facts.trim
    width, height = facts.size
    trim = Size(width - left - right, height - top - foot)
    _check(facts, trim, wanted, setter)
    x, y = (page.trim.width - trim.width) // 2 - left, (page.trim.height - trim.height) // 2 - top
    shown, crop = _cut(Rect(x, y, width, height), page.trim, page.bleed)
    path = facts.path or os.path.join(setter.pictures.folder, wanted.file)
    image = Image(path, Size(shown.width, shown.height), wanted.alt, wanted.page, crop)
    if not wanted.alt:
        return [Placed(shown.x, shown.y, image, Role.ARTIFACT, -1)]
    return [Placed(shown.x, shown.y, image, Role.PARAGRAPH, 0, Element(Kind.FIGURE, 0, None, wanted.span))]


def _with_trim(facts: PictureFacts, wanted: PageFile, setter: CoverSetter) -> PictureFacts:
    """A page without a trim of its own that is larger than ours by the bleed has it all round."""
    (width, height), bleed = setter.sheet.page.trim, setter.sheet.page.bleed
    more = (facts.width - width - 2 * bleed, facts.height - height - 2 * bleed)
    if any(facts.trim) or not bleed or max(map(abs, more)) > SLACK:
        return facts
    shown = {"path": quoted(wanted.file), "page": wanted.page, "bleed": show_mm(bleed)}
    setter.findings.add(wanted.span, "insert-trim-guessed", **shown)
    left, top = (facts.width - width) // 2, (facts.height - height) // 2
    return facts._replace(trim=(left, top, facts.width - width - left, facts.height - height - top))


def _check(facts: PictureFacts, trim: Size, wanted: PageFile, setter: CoverSetter) -> None:
    """Report a page of another trim, or one that bleeds too little."""
    own, bleed = setter.sheet.page.trim, setter.sheet.page.bleed
    named = {"path": quoted(wanted.file), "page": wanted.page}
    if max(abs(trim.width - own.width), abs(trim.height - own.height)) > SLACK:
        sizes = {"width": show_mm(trim.width), "height": show_mm(trim.height)}
        ours = {"own_width": show_mm(own.width), "own_height": show_mm(own.height)}
        setter.findings.add(wanted.span, "insert-trim", **named, **sizes, **ours)
        return
    least = min(beyond - without for beyond, without in zip(facts.trim, facts.bleed, strict=True))
    if least < bleed - SLACK:
        setter.findings.add(wanted.span, "insert-bleed", **named, bleed=show_mm(max(least, 0)), wanted=show_mm(bleed))


def _cut(area: Rect, trim: Size, bleed: Mpt) -> tuple[Rect, tuple[int, int, int, int]]:
    """What shows of a page: not more than reaches the bleed's edge, to a thousandth of its sides."""
    beyond = (-bleed - area.x, -bleed - area.y, area.right - trim.width - bleed, area.bottom - trim.height - bleed)
    sides = (area.width, area.height, area.width, area.height)
    left, top, right, foot = (
        max(WHOLE * over // side, 0) if side else 0 for over, side in zip(beyond, sides, strict=True)
    )
    shown = Rect(
        area.x + area.width * left // WHOLE,
        area.y + area.height * top // WHOLE,
        area.width * (WHOLE - left - right) // WHOLE,
        area.height * (WHOLE - top - foot) // WHOLE,
    )
    return shown, (left, top, right, foot)

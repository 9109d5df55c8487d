"""How a section opens: a sink with its name, a list of pieces, a page of its own; and pages that are left free."""

from __future__ import annotations

from typing import assert_never

from huozi.blocks.frame import closed_up, shifted
from huozi.blocks.lines import cast_whole, compose_heading
from huozi.blocks.openings import bookmark, kept_together, set_pieces
from huozi.blocks.setting import Setting
from huozi.content.issue_model import Issue, Section
from huozi.galley import Band, Galley, Mark, Matter, SetParagraph, Slug, Space, Start, StartsAt
from huozi.structure import Kind


def section_start(section: Section, setting: Setting) -> StartsAt:
    """Where a section begins: where its first article asks to, else as the layout says; running on, as articles do."""
    opening = setting.sheet.opening
    own = section.articles[0].start if section.articles else ""
    return own or (opening.article_start if opening.section_start == "run-on" else opening.section_start)


def start_at(at: StartsAt, setting: Setting) -> Start:
    """What parts an article from the one before it."""
    match at:
        case "page" | "recto":
            return Start(at)
        case "run-on" | "column":
            return Start(at, setting.sheet.opening.room, is_article=True)
        case _:
            assert_never(at)


def section_opening(section: Section, index: int, starts: StartsAt, setting: Setting) -> Galley:
    """What stands above a section's first title, from where it starts on, over all columns.

    The bookmark of the section and its mark stand with the first of it.
    """
    if setting.sheet.opening.section_page is not None:
        return _own_page(section, index, starts, setting)
    return (start_at(starts, setting), Mark("section", index), *_head(section, setting, has_bookmark=True))


def _own_page(section: Section, index: int, starts: StartsAt, setting: Setting) -> Galley:
    """A page of its own that the layout's design is drawn on, and the section's head behind it."""
    element = setting.part(Kind.SECTION_NAME, section.span, section.title.inlines)
    page = Slug(setting.sheet.page.area.lines, (bookmark(section.title, element),), section.span)
    first = Start("recto" if starts == "recto" else "page")
    marks = (Mark("section", index), Mark("opener", index))
    return (first, *marks, *_alone(page, setting), Start("page"), *_head(section, setting, has_bookmark=False))


def _alone(page: Slug, setting: Setting) -> Galley:
    """A slug as deep as the page, over all columns."""
    return (page,) if setting.columns == 1 else (Band(1), page, Band(setting.columns))


def _head(section: Section, setting: Setting, *, has_bookmark: bool) -> Galley:
    """The sink of a section, which holds its name or what the layout lists."""
    matter = _listed(section, setting) if setting.sheet.opening.section else _sunk(section, setting)
    matter = _bookmarked(matter, section, setting) if has_bookmark else matter
    return matter if setting.columns == 1 or not matter else (Band(1), *matter, Band(setting.columns))


def _sunk(section: Section, setting: Setting) -> Galley:
    """The sink above a section's first title; it may carry the section's name."""
    opening, style = setting.sheet.opening, setting.style("section-name")
    if not (opening.section_name and opening.sink):
        return (Slug(opening.sink, (), section.span, keep=1),)
    within = setting.across(style.span)
    element = setting.part(Kind.SECTION_NAME, section.span, section.title.inlines)
    composed = compose_heading(within, section.title.inlines, style)
    name = cast_whole(within, composed, style, element)
    lower = shifted(name, 0, style.lines_before * setting.sheet.page.area.leading)
    height = max(opening.sink, style.lines_before + name.height + style.lines_after)
    return (lower._replace(height=height, keep=1),)


def _listed(section: Section, setting: Setting) -> Galley:
    """What the layout lists for a section's head, sunk to at least so many lines.

    Each piece is as wide as the columns that its style runs across; the head as a whole is over all columns.
    """
    opening = setting.sheet.opening
    pieces = set_pieces(opening.section, setting.said, (), setting)
    matter = closed_up(kept_together(tuple(piece for piece in pieces if not isinstance(piece, Band))))
    depth = sum(_depth(piece) for piece in matter)
    if not any(isinstance(piece, Slug | SetParagraph) for piece in matter):
        return (Slug(opening.sink, (), section.span, keep=1),)
    return (*matter, Space(opening.sink - depth)) if depth < opening.sink else matter


def _depth(piece: Matter) -> int:
    match piece:
        case Slug(height):
            return height
        case SetParagraph(lines, depth=depth):
            return lines * depth
        case Space(lines):
            return lines
        case _:
            return 0


def _bookmarked(matter: Galley, section: Section, setting: Setting) -> Galley:
    """The head of a section with its bookmark, on the first slug of it; else on one without depth before it."""
    for at, piece in enumerate(matter):
        match piece:
            case Slug(items=items):
                own = next((placed.element for placed in items if placed.element), None)
                element = own or setting.part(Kind.SECTION_NAME, section.span, section.title.inlines)
                entry = bookmark(section.title, element)
                return (*matter[:at], piece._replace(items=(entry, *items)), *matter[at + 1 :])
            case _:
                continue
    element = setting.part(Kind.SECTION_NAME, section.span, section.title.inlines)
    return (Slug(0, (bookmark(section.title, element),), section.span, keep=1), *matter)


def inserts_before(index: int, issue: Issue, setting: Setting) -> Galley:
    """The pages left free before a section, or behind the last one: the printer gets what stands there otherwise."""
    matter: list[Matter] = []
    for key, insert in enumerate(issue.inserts):
        if insert.before == index:
            page = Slug(setting.sheet.page.area.lines, (), insert.span)
            for _ in range(insert.pages):
                matter += (Start("page"), Mark("insert", key), *_alone(page, setting))
    if matter and index == len(issue.sections):
        return tuple(matter)
    return (*matter, Start("page")) if matter else ()

"""The contents page (GB/T 13417): sections and articles with their pages, on the line grid."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from huozi.content.model import Article, Issue
from huozi.diagnostics import Span
from huozi.display import GlyphRun, Link, Placed, Role, Rule
from huozi.galley import Composer, SetLine
from huozi.geometry import Mpt, baseline
from huozi.makeup.titles import contents_title
from huozi.records import NamedTuple
from huozi.structure import Element, Kind
from huozi.style.model import ContentsStyle, Stylesheet
from huozi.style.text_style import ParagraphStyle
from huozi.templates import fill

LEADER_PITCH = 500
"""The distance of leader dots in thousandths of an em; dots stand on one raster across all lines."""

AUTHORS_AFTER = "／"
"""What parts a title from its authors: a space alone may stand in the title itself."""


class Entry(NamedTuple):
    """A line of the contents: a section or an article, with the folio of its page (empty in a first pass)."""

    text: str
    folio: str
    section: bool
    authors: str
    span: Span


class ContentsRow(NamedTuple):
    """A piece of the contents, so many grid lines deep; ``space`` vanishes at a page's head."""

    height: int
    items: tuple[Placed, ...]
    space: bool = False


class ContentsSetter(NamedTuple):
    """The surroundings: layout, fields of templates, composer."""

    sheet: Stylesheet
    fields: Mapping[str, str]
    set_text: Composer


class Numbers(NamedTuple):
    """The numbers of the pages that sections, articles and fillers begin on, by their places in the issue.

    Fillers are those that stand, in the order of the pages.
    """

    sections: dict[int, int]
    articles: dict[int, int]
    fillers: dict[int, int]


NO_NUMBERS: Final = Numbers({}, {}, {})


def contents_entries(issue: Issue, numbers: Numbers) -> list[Entry]:
    """The lines of the contents in the order of the pages, those known so far (``0`` while none is).

    A filler stands below the last article that begins before it, so in the section in force there.
    """
    entries: list[Entry] = []
    fillers = list(numbers.fillers.items())
    place = 0
    for index, section in enumerate(issue.sections):
        number = numbers.sections.get(index, 0)
        entries.append(Entry(contents_title(section.title), str(number), True, "", section.span))
        for article in section.articles:
            entries += _entry_of(article, numbers.articles.get(place, 0))
            place += 1
            while fillers and not 0 < numbers.articles.get(place, 0) <= fillers[0][1]:
                filler, page = fillers.pop(0)
                entries += _entry_of(issue.fillers[filler], page)
    return entries


def _entry_of(article: Article, page: int) -> list[Entry]:
    """The line of an article or a filler; none where it is not to be listed."""
    if not article.in_contents:
        return []
    authors = "　".join(author.name for author in article.authors)
    return [Entry(contents_title(article.title), str(page), False, authors, article.title.span)]


def contents_pages(entries: Sequence[Entry], setter: ContentsSetter) -> list[list[Placed]]:
    """The contents as pages of items relative to the type area's top left corner."""
    area = setter.sheet.page.area
    whole = Element(Kind.CONTENTS, 0, None, setter.sheet.places.of("contents.title"))
    rows = [*_heading(setter, whole), *_entries(entries, setter, whole)]
    pages: list[list[Placed]] = [[]]
    line = 0
    for row in rows:
        if line + row.height > area.lines and line:
            pages.append([])
            line = 0
        if row.space and not line:
            continue
        top = line * area.leading
        for placed in row.items:
            order = placed.order if placed.order < 0 else len(pages[-1])
            pages[-1].append(placed._replace(y=placed.y + top, order=order))
        line += row.height
    return pages


def _heading(setter: ContentsSetter, whole: Element) -> list[ContentsRow]:
    """目录 and the line that names the issue."""
    style = setter.sheet.contents
    places = setter.sheet.places
    title = Element(Kind.TITLE, 1, whole, whole.span)
    rows = _block(style.title, style.heading, title, setter)
    if style.issue_line:
        line = Element(Kind.PARAGRAPH, 0, whole, places.of("contents.issue_line"))
        rows += _block(fill(style.issue_line, setter.fields), style.line, line, setter)
    if style.rule:
        area = setter.sheet.page.area
        rule = Placed(0, area.size // 2, Rule(area.width, style.rule, style.line.ink), Role.ARTIFACT, -1)
        rows.append(ContentsRow(1, (rule,)))
    return rows


def _block(text: str, style: ParagraphStyle, element: Element, setter: ContentsSetter) -> list[ContentsRow]:
    """A text centred in the grid lines that its style takes, with the empty lines before and after it."""
    area = setter.sheet.page.area
    lines = setter.set_text(text, style, area.width, element.span)
    depth = (len(lines) - 1) * style.leading + style.size
    height = max(style.lines_of(max(len(lines), 1)), area.lines_for(depth))
    top = (height * area.leading - (area.leading - area.size) - depth) // 2
    items = [
        placed
        for number, line in enumerate(lines)
        for placed in _placed(line, style, top + number * style.leading, element)
    ]
    kept = [ContentsRow(style.lines_before, ())] if style.lines_before else []
    return [*kept, *_spaced([ContentsRow(height, tuple(items))], style._replace(lines_before=0))]


def _spaced(rows: list[ContentsRow], style: ParagraphStyle) -> list[ContentsRow]:
    """Rows with their style's empty lines before and after them."""
    before = [ContentsRow(style.lines_before, (), space=True)] if style.lines_before else []
    after = [ContentsRow(style.lines_after, (), space=True)] if style.lines_after else []
    return [*before, *rows, *after]


def _placed(line: SetLine, style: ParagraphStyle, top: Mpt, element: Element) -> list[Placed]:
    y = top + baseline(style.size)
    return [Placed(line.x + x, y, run, Role.CONTENTS, element=element) for x, run in line.runs]


def _entries(entries: Sequence[Entry], setter: ContentsSetter, whole: Element) -> list[ContentsRow]:
    style = setter.sheet.contents
    rows: list[ContentsRow] = []
    for entry in entries:
        space = style.section_space if entry.section else style.entry_space
        if space:
            rows.append(ContentsRow(space, (), space=True))
        rows += _entry(entry, setter, Element(Kind.CONTENTS_ENTRY, 1 if entry.section else 2, whole, entry.span))
    return rows


def _entry(entry: Entry, setter: ContentsSetter, element: Element) -> list[ContentsRow]:
    """An entry: its text (in as many lines as it needs), leader, and folio flush right on the last line."""
    contents = setter.sheet.contents
    style = contents.section if entry.section else contents.entry
    width = setter.sheet.page.area.width
    text = f"{entry.text}{AUTHORS_AFTER}{entry.authors}" if contents.authors and entry.authors else entry.text
    shows_folio = contents.section_pages or not entry.section
    folio_style = contents.folio._replace(font=style.font) if entry.section else contents.folio
    folio = setter.set_text(entry.folio, folio_style, width, entry.span) if shows_folio else ()
    reserved = max((line.width for line in folio), default=0) + style.size // 2
    lines = setter.set_text(text, style._replace(align="left"), width - reserved, entry.span)
    rows: list[ContentsRow] = []
    area = setter.sheet.page.area
    height = area.lines_for(style.size)
    top = ((height - 1) * area.leading + area.size - style.size) // 2
    for number, line in enumerate(lines):
        items = _placed(line, style, top, element)
        if number == len(lines) - 1:
            down = (height - 1) * area.leading // 2
            ending = _folio_and_leader(line, folio, contents, setter)
            items += [placed._replace(y=placed.y + down, element=element) for placed in ending]
            link = Link(width, height * area.leading, entry.folio)
            items.append(Placed(0, 0, link, Role.CONTENTS, element=element))
        rows.append(ContentsRow(height, tuple(items)))
    return _spaced(rows, style)


def _folio_and_leader(
    line: SetLine, folio: tuple[SetLine, ...], contents: ContentsStyle, setter: ContentsSetter
) -> list[Placed]:
    """The folio flush right and the dots that lead to it."""
    if not folio:
        return []
    area = setter.sheet.page.area
    left = area.width - folio[0].width
    y = (area.size - contents.folio.size) // 2 + baseline(contents.folio.size)
    items = _leader(line.x + line.width, left, contents, setter)
    return items + [Placed(left + x, y, run, Role.CONTENTS) for x, run in folio[0].runs]


def _leader(start: Mpt, end: Mpt, contents: ContentsStyle, setter: ContentsSetter) -> list[Placed]:
    """Dots from a text to its folio, on a raster counted from the right edge; fewer than the least become space."""
    if contents.leader == "none":
        return []
    style = contents.entry._replace(ink=contents.leader_ink)
    dot = setter.set_text(".", style, setter.sheet.page.area.width, Span(""))[0].runs[0][1]
    pitch = style.size * LEADER_PITCH // 1000
    width = setter.sheet.page.area.width
    last = (width - end + pitch // 2) // pitch + 1
    first = (width - start - pitch // 2) // pitch
    count = first - last + 1
    if count < contents.leader_min:
        return []
    xs = tuple(index * pitch for index in range(count))
    run = GlyphRun(
        dot.face, dot.size, dot.glyphs * count, xs, (".",) * count, count * pitch, contents.leader_ink, dot.rise
    )
    y = (setter.sheet.page.area.size - style.size) // 2 + baseline(style.size)
    return [Placed(width - first * pitch, y, run, Role.ARTIFACT, -1)]

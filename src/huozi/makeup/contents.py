"""The contents pages (GB/T 13417): sections and articles with their pages, on the line grid."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Final

from huozi.content.issue_model import Article, Issue, Words
from huozi.diagnostics import Span
from huozi.display import Placed, Role, Rule, Stand
from huozi.galley import SetLine
from huozi.geometry import Mpt, baseline
from huozi.makeup.contents_entry import RANKS, entry_rows, spaced
from huozi.makeup.contents_flow import (
    Block,
    ContentsRow,
    Frame,
    Frames,
    Standing,
    blocks_of,
    flow,
    foot_of,
    levelled,
)
from huozi.makeup.contents_texts import ContentsSetter, Entry, shape_of
from huozi.makeup.titles import contents_title
from huozi.records import NamedTuple
from huozi.structure import Element, Kind
from huozi.style.text_style import ParagraphStyle
from huozi.templates import fill


class Numbers(NamedTuple):
    """The numbers of the pages that sections, articles, fillers, inserts begin on, by their places in the issue.

    Fillers are those that stand, in the order of the pages.
    """

    sections: dict[int, int]
    articles: dict[int, int]
    fillers: dict[int, int]
    inserts: dict[int, int]


NO_NUMBERS: Final = Numbers({}, {}, {}, {})


# ------------------------------------------------------------------ what is listed


def contents_entries(issue: Issue, numbers: Numbers, inserts: str = "") -> list[Entry]:
    """The lines of the contents in the order of the pages, those known so far (``0`` while none is).

    A filler stands below the last article that begins before it, so in the section in force there. ``inserts`` is the
    heading under which inserts are listed apart, behind all others; those whose pages are not known are left out.
    """
    entries: list[Entry] = []
    fillers = list(numbers.fillers.items())
    place = 0
    for index, section in enumerate(issue.sections):
        number = numbers.sections.get(index, 0)
        entries.append(Entry(contents_title(section.title), str(number), True, (), section.span))
        for article in section.articles:
            entries += _entry_of(article, numbers.articles.get(place, 0))
            place += 1
            while fillers and not 0 < numbers.articles.get(place, 0) <= fillers[0][1]:
                filler, page = fillers.pop(0)
                entries += _entry_of(issue.fillers[filler], page)
    return entries + (_inserts(issue, numbers, inserts) if inserts else [])


def english_entries(issue: Issue, numbers: Numbers) -> list[Entry]:
    """The lines of the contents in English: articles with an English title, below the English names of sections."""
    entries: list[Entry] = []
    place = 0
    for index, section in enumerate(issue.sections):
        listed: list[Entry] = []
        for article in section.articles:
            if article.in_contents and article.said("title_en"):
                listed.append(english_entry(article, numbers.articles.get(place, 0)))
            place += 1
        if listed and section.name_en:
            number = str(numbers.sections.get(index, 0))
            entries.append(Entry(section.name_en, number, True, (), section.span, lang=ENGLISH))
        entries += listed
    return entries


ENGLISH = "en"


def _entry_of(article: Article, page: int) -> list[Entry]:
    """The line of an article or a filler; none where it is not to be listed."""
    return [article_entry(article, page)] if article.in_contents else []


def article_entry(article: Article, page: int) -> Entry:
    """An article with all that a contents may say of it."""
    authors = tuple(author.name for author in article.authors)
    subtitle, summary = _joined(article.said("subtitle"), "　"), tuple(map(contents_title, article.said("abstract")))
    return Entry(contents_title(article.title), str(page), False, authors, article.title.span, subtitle, summary)


def english_entry(article: Article, page: int) -> Entry:
    """An article as the English contents lists it."""
    title = article.said("title_en")
    authors = tuple(author.name for author in article.authors_en)
    subtitle = _joined(article.said("subtitle_en"), " ")
    summary = tuple(map(contents_title, article.said("abstract_en")))
    return Entry(_joined(title, " "), str(page), False, authors, title[0].span, subtitle, summary, lang=ENGLISH)


def _joined(words: Words, space: str) -> str:
    return space.join(map(contents_title, words))


def _inserts(issue: Issue, numbers: Numbers, heading: str) -> list[Entry]:
    """Inserts under their heading (GB/T 13417: what is advertised is listed apart)."""
    listed: list[Entry] = []
    for at, insert in enumerate(issue.inserts):
        if at in numbers.inserts:
            page = numbers.inserts[at]
            last = str(page + insert.pages - 1) if insert.pages > 1 else ""
            listed.append(Entry(insert.name, str(page), False, (), insert.span, last=last))
    return [Entry(heading, "", True, (), listed[0].span), *listed] if listed else []


# ------------------------------------------------------------------ its pages


class List(NamedTuple):
    """A list of the contents: the rows above it, which span all columns, and its entries' rows kept together."""

    heading: list[ContentsRow]
    blocks: list[Block]
    span: Span


def contents_pages(
    entries: Sequence[Entry], setter: ContentsSetter, english: Sequence[Entry] = ()
) -> list[ContentsPage]:
    """The contents as pages of items relative to the type area's top left corner.

    The English list stands below the other where all of it has room, else on a page of its own.
    Finding: ``page-too-deep`` where a heading or a line is deeper than what it stands in.
    """
    contents, places = setter.sheet.contents, setter.sheet.places
    whole = Element(Kind.CONTENTS, 0, None, places.of("contents.title"))
    paper = Paper(setter, _again(setter), [ContentsPage([], [])])
    own = List(_heading(setter, whole), _blocks(entries, setter, whole), whole.span)
    line = _place(own, paper, contents.head, must_level=contents.level or bool(english))
    if english:
        title = Element(Kind.TITLE, 1, whole, places.of("contents.title_en"), ENGLISH)
        text, style = contents.texts.title_en, contents.styles.heading_en
        heading = _block(text, style, title, setter) if text else []
        other = List(heading, _blocks(english, setter, whole), title.span)
        if not _has_room(other, paper, line):
            paper.pages.append(ContentsPage([], []))
            line = 0
        _place(other, paper, line, must_level=contents.level)
    return paper.pages


class ContentsPage(NamedTuple):
    """A page of the contents: its items in reading order, and the rows that they make up."""

    items: list[Placed]
    stands: list[Stand]


class Paper(NamedTuple):
    """The pages that the contents stand on so far, and the rows that head those behind the first."""

    setter: ContentsSetter
    again: list[ContentsRow]
    pages: list[ContentsPage]

    @property
    def columns(self) -> int:
        """The columns of the contents."""
        return self.setter.sheet.contents.columns

    def bottom(self, page: int) -> int:
        """The line below which nothing stands on a page."""
        return self.setter.sheet.page.area.lines - (0 if page else self.setter.sheet.contents.foot)

    def frames(self, heading: Sequence[ContentsRow], start: int) -> Frames:
        """What a list may fill whose heading begins at a line of the last page."""
        first, single = len(self.pages) - 1, self.columns == 1

        def frame_of(page: int) -> Frame:
            rows, top = (heading, start) if page == first else (self.again, 0)
            closed = single and any(not row.space for row in rows)
            top += sum(row.height for row in rows)
            return Frame(top if page == first else min(top, self.bottom(page) - 1), self.bottom(page), closed)

        return frame_of

    def put(self, page: int, standing: Iterable[Standing]) -> None:
        """Put what stands on a page there, its items in reading order."""
        area = self.setter.sheet.page.area
        while page >= len(self.pages):
            self.pages.append(ContentsPage([], []))
            self.put(len(self.pages) - 1, [Standing(page, 0, 0, tuple(self.again))])
        across = area.measure_in(self.columns) + area.gap_in(self.columns)
        ranked: list[tuple[int, Placed, int]] = []
        stands: list[tuple[int, list[int]]] = []
        for each in standing:
            top = each.line * area.leading
            for row in each.rows:
                for item in row.items:
                    rank = item.order if item.order >= 0 or not ranked else ranked[-1][0]
                    moved = item._replace(x=item.x + each.column * across, y=item.y + top)
                    ranked.append((rank, moved, len(stands)))
                stands.append((each.column, []))
                top += row.height * area.leading
        items, rows = self.pages[page]
        for _, item, row_number in sorted(ranked, key=itemgetter(0)):
            stands[row_number][1].append(len(items))
            items.append(item if item.order < 0 else item._replace(order=len(items)))
        rows += [
            Stand(QUOTED, column, self.columns, tuple(places), column * across) for column, places in stands if places
        ]


QUOTED = Span("")
"""The contents only quotes what stands elsewhere."""


def _place(part: List, paper: Paper, start: int, *, must_level: bool) -> int:
    """Put a list on pages from a line of the last one on; gives the line below it."""
    findings, page = paper.setter.findings, len(paper.pages) - 1
    frames = paper.frames(part.heading, start)
    if frames(page).top > paper.bottom(page):
        findings.add(part.span, "page-too-deep", lines=paper.bottom(page) - start)
    paper.put(page, [Standing(page, 0, start, tuple(part.heading))])
    standing = (levelled if must_level else flow)(part.blocks, paper.columns, frames, page)
    for each in standing:
        if foot_of([each]) > frames(each.page).bottom:
            lines = frames(each.page).bottom - frames(each.page).top
            findings.add(_span_of(each, part.span), "page-too-deep", lines=lines)
    for number, on_page in groupby(standing, lambda each: each.page):
        paper.put(number, on_page)
    last = len(paper.pages) - 1
    return max(frames(last).top, foot_of([each for each in standing if each.page == last]))


def _span_of(standing: Standing, otherwise: Span) -> Span:
    """The place of what stands there."""
    elements = (item.element for row in standing.rows for item in row.items)
    return next((element.span for element in elements if element), otherwise)


def _has_room(part: List, paper: Paper, line: int) -> bool:
    """Whether all of a list has room on the last page from a line on."""
    page, frames = len(paper.pages) - 1, paper.frames(part.heading, line)
    if frames(page).top >= frames(page).bottom:
        return False
    return all(each.page == page for each in flow(part.blocks, paper.columns, frames, page))


def _again(setter: ContentsSetter) -> list[ContentsRow]:
    """The line that heads pages behind the first; it is no part of the text."""
    contents = setter.sheet.contents
    if not contents.texts.title_again:
        return []
    title = Element(Kind.TITLE, 1, None, setter.sheet.places.of("contents.title_again"))
    rows = _block(contents.texts.title_again, contents.styles.line, title, setter)
    return [
        row._replace(items=tuple(item._replace(role=Role.ARTIFACT, order=-1, element=None) for item in row.items))
        for row in rows
    ]


def _heading(setter: ContentsSetter, whole: Element) -> list[ContentsRow]:
    """目录 and the line that names the issue; none where a design has them."""
    contents, area = setter.sheet.contents, setter.sheet.page.area
    styles, texts = contents.styles, contents.texts
    title = Element(Kind.TITLE, 1, whole, whole.span)
    rows = _block(texts.title, styles.heading, title, setter) if texts.title else []
    if texts.issue_line:
        line = Element(Kind.PARAGRAPH, 0, whole, setter.sheet.places.of("contents.issue_line"))
        rows += _block(fill(texts.issue_line, setter.fields), styles.line, line, setter)
    if contents.rule:
        rule = Placed(0, area.size // 2, Rule(area.width, contents.rule, styles.line.ink), Role.ARTIFACT, -1)
        rows.append(ContentsRow(1, (rule,)))
    return rows


def _block(text: str, style: ParagraphStyle, element: Element, setter: ContentsSetter) -> list[ContentsRow]:
    """A text in the grid lines that its style takes, with the empty lines before and after it."""
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
    return [*kept, *spaced([ContentsRow(height, tuple(items))], style._replace(lines_before=0))]


def _placed(line: SetLine, style: ParagraphStyle, top: Mpt, element: Element) -> list[Placed]:
    y = top + baseline(style.size)
    return [Placed(line.x + x, y, run, Role.CONTENTS, element=element) for x, run in line.runs]


def _blocks(entries: Sequence[Entry], setter: ContentsSetter, whole: Element) -> list[Block]:
    """The rows of entries; the name of a section is kept with what stands below it."""
    contents, area = setter.sheet.contents, setter.sheet.page.area
    shape = shape_of(entries, area.width if contents.columns == 1 else area.measure_in(contents.columns), setter)
    rows: list[ContentsRow] = []
    for at, entry in enumerate(entries):
        space = contents.section_space if entry.section else contents.entry_space
        if space:
            rows.append(ContentsRow(space, (), space=True, keep=True))
        made = entry_rows(entry, shape, setter, whole, at * RANKS)
        rows += [row._replace(keep=True) for row in made] if entry.section else made
    return blocks_of(rows)

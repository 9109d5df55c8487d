"""The texts of an entry of the contents, line by line: title, subtitle, authors, how they are turned over."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, TypeAlias

from huozi.diagnostics import Findings, Span
from huozi.galley import Composer, SetLine
from huozi.geometry import Mpt
from huozi.records import NamedTuple
from huozi.structure import Element, Kind
from huozi.style.contents import ContentsStyle
from huozi.style.model import Stylesheet, TypeArea
from huozi.style.text_style import ParagraphStyle
from huozi.templates import fill

ENDLESS: Final[Mpt] = 1 << 40
"""A measure that every text goes into."""


class Entry(NamedTuple):
    """A line of the contents: a section or an article, with the folio of its page (empty: none is printed).

    ``last`` is the folio of the last page, where several are to be told; ``lang`` the language of all of it. In a first
    pass folios are ``0``.
    """

    text: str
    folio: str
    section: bool
    authors: tuple[str, ...]
    span: Span
    subtitle: str = ""
    summary: tuple[str, ...] = ()
    last: str = ""
    lang: str = ""


class ContentsSetter(NamedTuple):
    """The surroundings: layout, fields of templates, composer, where findings go."""

    sheet: Stylesheet
    fields: Mapping[str, str]
    set_text: Composer
    findings: Findings


class Shape(NamedTuple):
    """What all entries of a list have in common: the measure, the widths of folios and of the authors' column."""

    measure: Mpt
    folios: Mpt
    authors: Mpt


class Line(NamedTuple):
    """A line in a row: how far right it is moved, its style and what it is part of; its baseline is the row's."""

    x: Mpt
    set: SetLine
    style: ParagraphStyle
    element: Element

    @property
    def left(self) -> Mpt:
        """Where its text begins."""
        return self.x + self.set.x

    @property
    def end(self) -> Mpt:
        """Where its text ends."""
        return self.x + self.set.x + self.set.width


Row: TypeAlias = list[Line]
"""What stands on one row: a title's line, what follows it there, authors in their column."""


class Work(NamedTuple):
    """An entry in the making: its style and rank, and from where to where (``left``, ``right``) its texts stand.

    ``folio`` is what the page number is part of: the entry, or a part of its own where others stand before it.
    """

    entry: Entry
    setter: ContentsSetter
    shape: Shape
    element: Element
    folio: Element
    style: ParagraphStyle
    rank: int
    left: Mpt
    right: Mpt

    @property
    def turned(self) -> Mpt:
        """Where lines begin that are turned over, and what stands below the title."""
        return self.left + self.style.inset_left + self.style.hang

    @property
    def has_column(self) -> bool:
        """Whether its authors stand in a column of their own."""
        return bool(self.shape.authors and self.entry.authors)

    @property
    def contents(self) -> ContentsStyle:
        """The contents' style."""
        return self.setter.sheet.contents

    @property
    def area(self) -> TypeArea:
        """The type area."""
        return self.setter.sheet.page.area

    def part(self, kind: Kind) -> Element:
        """A part of the entry's element."""
        return Element(kind, 0, self.element, self.entry.span, self.entry.lang)


# ------------------------------------------------------------------ what a list has in common


def shape_of(entries: Sequence[Entry], measure: Mpt, setter: ContentsSetter) -> Shape:
    """The measure of a list of entries with its columns of folios and authors.

    Authors have the width that a layout gives them, else as much as they need, a third of the measure at the most (in
    English, where names are longer, two fifths) if that holds the longest name. Where that leaves titles less than two
    fifths, they have no column and stand below.
    """
    contents = setter.sheet.contents
    folios = max((folio_width(entry, measure, setter) for entry in entries), default=0)
    if contents.authors != "column":
        return Shape(measure, folios, 0)
    style = contents.styles.authors or contents.styles.entry
    wide = max((width_of(author_line(entry, setter), style, setter, entry.span) for entry in entries), default=0)
    names = ((f"{name}{separator_of(entry, setter).rstrip()}", entry) for entry in entries for name in entry.authors)
    name = max((width_of(text, style, setter, entry.span) for text, entry in names), default=0)
    is_english = any(entry.lang for entry in entries)
    needed = min(wide, max(name, measure * 2 // 5 if is_english else measure // 3))
    authors = contents.authors_width if contents.authors_width and not is_english else needed
    entry = contents.styles.entry
    left = entry.inset_left + entry.hang + (folios + entry.size if contents.folio_at == "before" else 0)
    room = authors_left(Shape(measure, folios, authors), contents) - entry.size - left
    return Shape(measure, folios, authors if room >= measure * 2 // 5 else 0)


def width_of(text: str, style: ParagraphStyle, setter: ContentsSetter, span: Span) -> Mpt:
    """The natural width of a text, its style's insets and indent left aside."""
    return max((line.width for line in setter.set_text(text, plain(style), ENDLESS, span)), default=0)


def plain(style: ParagraphStyle) -> ParagraphStyle:
    """A style without shape: for what is given its place otherwise."""
    return style._replace(align="left", indent=0, inset_left=0, inset_right=0)


def author_line(entry: Entry, setter: ContentsSetter) -> str:
    """The authors of an entry as a text."""
    return separator_of(entry, setter).join(entry.authors)


def separator_of(entry: Entry, setter: ContentsSetter) -> str:
    """What parts authors."""
    sheet = setter.sheet
    return sheet.opening.authors.separator_en if entry.lang else sheet.contents.texts.author_separator


def set_folio(entry: Entry, measure: Mpt, setter: ContentsSetter) -> tuple[SetLine, ...]:
    """The folio of an entry; nothing where none is printed."""
    contents = setter.sheet.contents
    if not entry.folio or (entry.section and not contents.section_pages):
        return ()
    styles = contents.styles
    style = styles.folio._replace(font=styles.section.font) if entry.section else styles.folio
    number = f"{entry.folio}–{entry.last}" if entry.last else entry.folio
    return setter.set_text(fill(contents.texts.folio, {"folio": number}), style, measure, entry.span)


def folio_width(entry: Entry, measure: Mpt, setter: ContentsSetter) -> Mpt:
    """The width of an entry's folio."""
    return max((line.width for line in set_folio(entry, measure, setter)), default=0)


# ------------------------------------------------------------------ its texts


PARTING = " :：;；,，、·"
"""Marks that part a subtitle from the title before it; none of them may begin a line."""


class Extra(NamedTuple):
    """What follows a title: what leads it, its words (parted by ``separator``), its own style if it has one."""

    lead: str
    words: tuple[str, ...]
    separator: str
    style: ParagraphStyle | None
    kind: Kind

    @property
    def text(self) -> str:
        """All of it in a line."""
        return self.lead + self.separator.join(self.words)

    @property
    def own_line(self) -> str:
        """All of it on a line of its own, which a mark that parts it from a title before it may not begin."""
        return self.text.lstrip(PARTING)


def _subtitle(work: Work) -> Extra:
    lead = work.contents.texts.subtitle_before if not work.entry.lang else ": "
    text = work.entry.subtitle.lstrip("—–-― ") if lead.strip("—") != lead else work.entry.subtitle
    return Extra(lead, (text,), "", work.contents.styles.subtitle, Kind.SUBTITLE)


def _authors(work: Work) -> Extra:
    texts = work.contents.texts
    lead = texts.authors_before_en if work.entry.lang else texts.authors_before
    separator = separator_of(work.entry, work.setter)
    return Extra(lead, work.entry.authors, separator, work.contents.styles.authors, Kind.BYLINE)


def titled(work: Work) -> list[Row]:
    """The title, with subtitle and authors behind it where the layout has them there.

    What goes into one line in one style is one text. Else each keeps together if it can: it stands behind the last line
    where it fits there, or begins a line of its own, and the name of an author is not parted.
    """
    entry, contents = work.entry, work.contents
    extras = [_subtitle(work)] if entry.subtitle and contents.subtitles == "behind" else []
    extras += [_authors(work)] if entry.authors and contents.authors == "behind" else []
    joined = entry.text
    while extras and extras[0].style is None and len(_set_title(joined + extras[0].text, work)) == 1:
        joined += extras.pop(0).text
    lines = _set_title(joined, work) or (SetLine(0, 0, ()),)
    rows = [[Line(work.left, line, work.style, work.element)] for line in lines]
    for extra in extras:
        _add(rows, extra, work)
    return rows


def _set_title(text: str, work: Work) -> tuple[SetLine, ...]:
    """A title, turned over where it must be: at its bar, a space, a mark, in even lines where that costs no line."""
    style, room = work.style, work.right - work.left
    style = style._replace(align="left", inset_left=style.inset_left + style.hang, indent=style.indent - style.hang)
    lines = work.setter.set_text(text, style, room, work.entry.span)
    if len(lines) < 3:
        return lines
    natural = width_of(text, style, work.setter, work.entry.span) + style.indent
    if (len(lines) - 1) * (room - style.inset_left - style.inset_right) < natural:
        return lines
    full = work.setter.set_text(text, style._replace(align="justify"), room, work.entry.span)
    return full if len(full) < len(lines) else lines


def _add(rows: list[Row], extra: Extra, work: Work) -> None:
    """Put what follows a title behind its last line, else on lines of its own."""
    style = plain(extra.style or work.style)
    element = work.part(extra.kind)
    text = extra.text.lstrip()
    led = extra.lead[: len(extra.lead) - len(extra.lead.lstrip())]
    gap = sum(style.size if sign == "\u3000" else style.size // 4 for sign in led)
    whole, end = work.setter.set_text(text, style, ENDLESS, work.entry.span), rows[-1][-1].end + gap
    if len(whole) == 1 and end + whole[0].width <= work.right:
        rows[-1].append(Line(end, whole[0], style, element))
        return
    start = work.turned
    if extra.kind is Kind.SUBTITLE:
        lines = work.setter.set_text(extra.own_line, style, work.right - start, work.entry.span)
    else:
        lines = _set_words(extra, style, work.right - start, work)
    rows += [[Line(start, line, style, element)] for line in lines]


def _set_words(extra: Extra, style: ParagraphStyle, room: Mpt, work: Work) -> tuple[SetLine, ...]:
    """Words in lines, turned over between them."""
    between = extra.separator[len(extra.separator.rstrip()) :]
    span, set_text = work.entry.span, work.setter.set_text
    texts: list[str] = []
    for word in (*(word + extra.separator.rstrip() for word in extra.words[:-1]), *extra.words[-1:]):
        longer = f"{texts[-1]}{between}{word}" if texts else word
        if texts and width_of(longer, style, work.setter, span) <= room:
            texts[-1] = longer
        else:
            texts.append(word)
    return tuple(line for text in texts for line in set_text(text, style, room, span))


def below(work: Work) -> list[Row]:
    """Subtitle and authors on lines below the title, where the layout has them there."""
    entry, contents = work.entry, work.contents
    extras = [_subtitle(work)] if entry.subtitle and contents.subtitles == "below" else []
    is_below = contents.authors == "below" or (contents.authors == "column" and not work.shape.authors)
    extras += [_authors(work)] if entry.authors and is_below else []
    rows: list[Row] = []
    for extra in extras:
        style = extra.style or work.style._replace(inset_left=0)
        is_right = style.align == "right"
        start = work.left if is_right else work.turned + style.inset_left
        room = (work.shape.measure if is_right and not work.has_column else work.right) - start
        own, element = plain(style), work.part(extra.kind)
        if extra.kind is Kind.SUBTITLE:
            lines = work.setter.set_text(extra.own_line, own, room, entry.span)
        else:
            lines = _set_words(extra, own, room, work)
        rows += [[Line(start + (room - line.width if is_right else 0), line, own, element)] for line in lines]
    return rows


def authors_left(shape: Shape, contents: ContentsStyle) -> Mpt:
    """Where the authors' column begins, before that of the folios."""
    if contents.folio_at == "before":
        return shape.measure - shape.authors
    size = contents.styles.entry.size
    has_dots = contents.leader == "dots" and contents.leader_to == "folio"
    return shape.measure - shape.folios - (DOTTED_GAP * size if has_dots else size) - shape.authors


DOTTED_GAP = 3
"""The ems between authors in a column and folios that dots lead to: three dots and some air."""


def authors_in_column(work: Work) -> list[Line]:
    """The authors in their column, in as many lines as they need."""
    if not work.entry.authors:
        return []
    extra = _authors(work)
    style = plain(extra.style or work.style)
    is_right = extra.style.align == "right" if extra.style else work.contents.leader_to == "authors"
    start, width, element = authors_left(work.shape, work.contents), work.shape.authors, work.part(Kind.BYLINE)
    lines = _set_words(extra, style, width, work)
    return [Line(start + (width - line.width if is_right else 0), line, style, element) for line in lines]

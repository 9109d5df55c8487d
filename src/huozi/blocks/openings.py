"""What stands at an article's head and end: the pieces that a layout lists, set in their order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import assert_never

from huozi.blocks.frame import across, spaced
from huozi.blocks.lines import cast_line, cast_whole, compose_heading, compose_inlines, lines_taken
from huozi.blocks.paragraphs import set_paragraph
from huozi.blocks.said import NUMBER, article_number, filled, is_unsaid
from huozi.blocks.setting import Paragraphs, Said, Setting
from huozi.content.issue_model import BAR, Title
from huozi.content.model import Block, Inline, Paragraph, Text, TextRole
from huozi.content.plain import plain_title
from huozi.diagnostics import Findings, Span
from huozi.display import Bookmark, Ink, Placed, Role, Rule
from huozi.galley import Galley, Late, Matter, SetParagraph, Slug, Space
from huozi.structure import Element, Kind
from huozi.style.openings import (
    BandPiece,
    EndMarkPiece,
    FootPiece,
    NotesPiece,
    Piece,
    Pieces,
    RulePiece,
    SpacePiece,
    TextPiece,
)
from huozi.style.text_style import ParagraphStyle
from huozi.templates import fields_of

KINDS: Mapping[str, Kind] = {
    "subtitle": Kind.SUBTITLE,
    "title_en": Kind.SUBTITLE,
    "subtitle_en": Kind.SUBTITLE,
    "authors": Kind.BYLINE,
    "authors_en": Kind.BYLINE,
    "affiliations": Kind.AFFILIATION,
    "affiliations_en": Kind.AFFILIATION,
    "affiliation_note": Kind.AFFILIATION,
    "abstract": Kind.ABSTRACT,
    "abstract_en": Kind.ABSTRACT,
    "keywords": Kind.KEYWORDS,
    "keywords_en": Kind.KEYWORDS,
    "source": Kind.SOURCE,
    "note": Kind.NOTE,
    "section": Kind.SECTION_NAME,
}
"""What a text of an article's head or end is, by the first field that it names; of others: facts of the article."""

ENGLISH = "_en"
"""What the names of fields end in that are in English."""


def title_of(pieces: Pieces) -> TextPiece | None:
    """The piece that an article's title stands in, whatever it says beside that: the first that names it."""
    texts = (piece for piece in pieces if isinstance(piece, TextPiece))
    return next((piece for piece in texts if "title" in fields_of(piece.template)), None)


def set_pieces(pieces: Pieces, said: Said, notes: Galley, setting: Setting, title: TextPiece | None = None) -> Galley:
    """Pieces in order; ``notes`` are the article's, for the place that the pieces have for them.

    ``title`` is the piece that is the article's title; what names that elsewhere only quotes it.
    """
    matter: list[Matter] = []
    for piece in pieces:
        match piece:
            case TextPiece(template) | BandPiece(TextPiece(template)) if is_unsaid(template, said):
                pass
            case TextPiece(template) | BandPiece(TextPiece(template)):
                has_number = bool(said.get(NUMBER)) and NUMBER in fields_of(template)
                matter += (_late if has_number else _words)(piece, said, setting, is_title=piece is title)
            case RulePiece(needs=needs) | SpacePiece(needs=needs) if needs and not any(
                said.get(name) for name in needs
            ):
                pass
            case RulePiece():
                matter += _rule(piece, setting)
            case SpacePiece(lines):
                matter.append(Space(lines))
            case NotesPiece():
                matter += notes
            case EndMarkPiece():
                pass  # it stands behind the last word: see ``closed``
            case FootPiece():
                pass  # it stands at the page's foot: see ``at_foot``
            case _:
                assert_never(piece)
    return tuple(matter)


def closed(blocks: tuple[Block, ...], pieces: Pieces) -> tuple[Block, ...]:
    """An article's blocks with its end mark behind their last word, where the layout has one.

    Where they do not end in a paragraph it is a paragraph of its own.
    """
    mark = "".join(piece.text for piece in pieces if isinstance(piece, EndMarkPiece))
    match blocks if mark else ():
        case (*before, Paragraph(inlines, span, hints)):
            return (*before, Paragraph((*inlines, Text(mark, span)), span, hints))
        case (*_, last):
            return (*blocks, Paragraph((Text(mark, last.span),), last.span))
        case _:
            return blocks


def at_foot(pieces: Pieces, said: Said, setting: Setting) -> Iterator[tuple[str, Paragraphs]]:
    """The texts of pieces that stand at the foot of an article's first page: the mark of each, and its paragraphs."""
    for piece in pieces:
        match piece:
            case FootPiece(text, mark) if not is_unsaid(text.template, said):
                yield mark, _led(text, filled(text.template, said, setting.facts, text.span))
            case _:
                continue


def kept_together(opening: Galley) -> Galley:
    """An opening of which no piece is the last thing on its page."""
    return tuple(
        piece._replace(keep=max(piece.keep, 1)) if isinstance(piece, Slug | SetParagraph) else piece
        for piece in opening
    )


def kept_with(body: Galley) -> Galley:
    """A body with whose end what stands below it begins: a signature never goes on alone to another page."""
    texts = [at for at, piece in enumerate(body) if isinstance(piece, Slug | SetParagraph)]
    return (*body[: texts[-1]], *kept_together(body[texts[-1] :])) if texts else body


def unspanned(pieces: Pieces) -> Pieces:
    """Pieces that all stay in their column."""
    return tuple(_unspanned(piece) for piece in pieces)


def _unspanned(piece: Piece) -> Piece:
    match piece:
        case TextPiece(style=own):
            return piece._replace(style=own._replace(span=1))
        case RulePiece():
            return piece._replace(spans=1)
        case BandPiece(text=text):
            return piece._replace(text=text._replace(style=text.style._replace(span=1)))
        case SpacePiece() | NotesPiece() | EndMarkPiece() | FootPiece():
            return piece
        case _:
            assert_never(piece)


def _text(piece: TextPiece, said: Said, setting: Setting, *, is_title: bool = False) -> Galley:
    """A text's paragraphs, one below the other."""
    style = piece.style
    paragraphs = _led(piece, filled(piece.template, said, setting.facts, piece.span))
    fields = [name for name in fields_of(piece.template) if name in said]
    kind = KINDS.get(fields[0], Kind.FACTS) if fields else Kind.FACTS
    lang = "en" if fields and all(field.endswith(ENGLISH) for field in fields) else ""

    def set_within(within: Setting) -> Galley:
        if is_title:
            return (_title(paragraphs[0], said["title"][0], style, within),)
        return tuple(_paragraphs(paragraphs, piece.style, kind, lang, within))

    return across(style, setting, lambda within: spaced(set_within(within), style)) if paragraphs else ()


def _words(piece: TextPiece | BandPiece, said: Said, setting: Setting, *, is_title: bool) -> Galley:
    match piece:
        case TextPiece():
            return _text(piece, said, setting, is_title=is_title)
        case BandPiece():
            return _band(piece, said, setting)
        case _:
            assert_never(piece)


def _late(piece: TextPiece | BandPiece, said: Said, setting: Setting, *, is_title: bool) -> Galley:
    """A text with the article's number, in which the pages are filled in that it comes to stand on.

    It is one piece, as deep as with the number of noughts that stands there until then.
    """
    whole = _unjustified(piece)

    def make(at: int, first: int, count: int) -> tuple[Placed, ...]:
        number = article_number(setting.facts, first, count)
        matter = _words(whole, {**said, NUMBER: ((Text(number, setting.place),),)}, setting, is_title=is_title)
        match matter[at]:
            case Slug(items=items):
                return items
            case _:
                return ()

    matter = _words(whole, said, setting, is_title=is_title)
    return tuple(
        each._replace(late=Late(setting.article, partial(make, at))) if isinstance(each, Slug) else each
        for at, each in enumerate(matter)
    )


def _unjustified(piece: TextPiece | BandPiece) -> TextPiece | BandPiece:
    """A piece whose text is not running text, which pages may part."""
    match piece:
        case TextPiece(style=style) if style.align == "justify":
            return piece._replace(style=style._replace(align="left"))
        case _:
            return piece


def _letters_of(text: str) -> str:
    """The letters of a text, without spaces and marks."""
    return "".join(filter(str.isalnum, text))


def _led(piece: TextPiece, paragraphs: Paragraphs) -> Paragraphs:
    """Paragraphs, the first led by the piece's label, unless its author wrote that too (编者按：)."""
    if not piece.label or not paragraphs:
        return paragraphs
    first, *rest = paragraphs
    typed = "".join(inline.text for inline in first if isinstance(inline, Text))
    said = _letters_of(piece.label)
    if said and _letters_of(typed).startswith(said):
        return paragraphs
    return ((Text(piece.label, first[0].span, TextRole.STRONG), *first), *rest)


def _paragraphs(
    paragraphs: Paragraphs, style: ParagraphStyle, kind: Kind, lang: str, setting: Setting
) -> Iterator[Matter]:
    """Running text as paragraphs that pages may part and vary; any other text, and short blocks, each in one piece."""
    style = style._replace(lines_before=0, lines_after=0)
    for inlines in paragraphs:
        element = setting.part(kind, inlines[0].span, inlines)
        if lang and not element.lang:
            element = element._replace(lang=lang)
        if style.align == "justify" and not _is_block(inlines, style, setting):
            yield from set_paragraph(_in_running_text(inlines), setting, style, element)
        else:
            yield _whole(inlines, style, element, setting)


def _whole(inlines: tuple[Inline, ...], style: ParagraphStyle, element: Element, setting: Setting) -> Slug:
    """A text in one piece; a single line that asks for no depth of its own stands on the grid as running text does."""
    composed = compose_heading(setting, inlines, style)
    if style.lines or composed.line_count != 1:
        return cast_whole(setting, composed, style, element, style.keep_lines)
    (line,) = composed.set()
    return cast_line(setting, composed, line, style, element.span, element)._replace(keep=style.keep_lines)


def _title(line: tuple[Inline, ...], title: tuple[Inline, ...], style: ParagraphStyle, setting: Setting) -> Slug:
    """A title with its bookmark, in one piece; ``line`` is it with what the layout says beside it."""
    element = setting.part(Kind.TITLE, line[0].span, line, level=1)
    slug = cast_whole(setting, compose_heading(setting, line, style), style, element, style.keep_lines)
    return slug._replace(items=(bookmark(Title(title, title[0].span), element), *slug.items))


DEEPEST_BLOCK = 3
"""A block on a leading of its own is at most the page's depth divided by this: deeper, it is parted like any text."""


def _is_block(inlines: Sequence[Inline], style: ParagraphStyle, setting: Setting) -> bool:
    """Whether a justified text is one block on a leading of its own, which the grid is found again below."""
    area = setting.sheet.page.area
    if style.leading == area.leading:
        return False
    count = compose_inlines(setting._replace(findings=Findings()), inlines, style).line_count
    return lines_taken(setting.sheet, style, count) * DEEPEST_BLOCK <= area.lines


def _in_running_text(inlines: Sequence[Inline]) -> list[Inline]:
    """Inlines without preferred breaks, of which running text has none; a bar that is text is one."""
    return [_without_bars(inline) if isinstance(inline, Text) else inline for inline in inlines]


def _without_bars(text: Text) -> Text:
    if "|" not in text.text and BAR not in text.text:
        return text
    return text._replace(text=re.sub(" *[|] *", "", text.text).replace(BAR, "|"))


def bookmark(title: Title, element: Element) -> Placed:
    """The bookmark of a title or a section's name, as deep as that is."""
    return Placed(0, 0, Bookmark(plain_title(title), element.level), Role.ARTIFACT, -1, element)


def _band(piece: BandPiece, said: Said, setting: Setting) -> Galley:
    """A text in the middle of a band of colour."""
    style, area = piece.text.style, setting.sheet.page.area
    lines, align = max(style.lines, piece.lines), "left" if style.align == "justify" else style.align
    own = style._replace(lines=lines, align=align, lines_before=0, lines_after=0)

    def set_within(within: Setting) -> Galley:
        matter: list[Matter] = []
        for text in _text(piece.text._replace(style=own._replace(span=1)), said, within._replace(columns=1)):
            match text:
                case Slug(height, items):
                    depth = height * area.leading - (area.leading - area.size)
                    band = Placed(0, 0, Rule(within.measure, depth, _ink(piece, within)), Role.ARTIFACT, -1)
                    matter.append(text._replace(items=(band, *items)))
                case _:
                    matter.append(text)
        return spaced(tuple(matter), style)

    return across(style, setting, set_within)


def _rule(piece: RulePiece, setting: Setting) -> Galley:
    """A rule in the middle of the grid lines that it takes."""
    area = setting.sheet.page.area

    def set_within(within: Setting) -> Galley:
        width = within.measure * piece.width // 1000
        left = {"left": 0, "center": (within.measure - width) // 2, "right": within.measure - width}[piece.align]
        depth = piece.lines * area.leading - (area.leading - area.size)
        rule = Rule(width, piece.thickness, _ink(piece, within))
        placed = Placed(left, (depth - piece.thickness) // 2, rule, Role.ARTIFACT, -1)
        return (Slug(piece.lines, (placed,), Span("")),)

    return across(setting.style("body")._replace(span=piece.spans), setting, set_within)


def _ink(piece: BandPiece | RulePiece, setting: Setting) -> Ink:
    """The ink of a band or a rule: its own, or so much of that of the section that it stands in."""
    inks = setting.sheet.opening.section_inks
    if not (piece.tint and inks):
        return piece.ink
    from huozi.style.tints import tinted  # few layouts have colours of sections

    return tinted(inks[setting.section % len(inks)], piece.tint)

"""What stands at an article's head and end, resolved: each piece with its style, ink and depth."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, cast

from huozi.diagnostics import Findings
from huozi.style.cascade import RawElement, Values
from huozi.style.colours import ink_of, of_section, section_inks
from huozi.style.contrast import reads_well
from huozi.style.designs import Sheet, element_style, with_inks
from huozi.style.furnishing import page_designs
from huozi.style.keys.fields import ARTICLE_FIELDS, SECTION_FIELDS
from huozi.style.make_up import Start
from huozi.style.openings import (
    AuthorMarks,
    AuthorsStyle,
    BandPiece,
    EndMarkPiece,
    FootPiece,
    NotesPiece,
    OpeningStyle,
    Piece,
    RulePiece,
    SpacePiece,
    TextPiece,
    texts_of,
)
from huozi.style.readers import FIELD
from huozi.style.text_style import ParagraphStyle
from huozi.style.tints import tinted


def resolve_opening(sheet: Sheet) -> OpeningStyle:
    """How sections and articles begin and end. A layout that says nothing has the title, and the notes at the end."""
    values, styles, findings = sheet.values, sheet.styles, sheet.findings
    opening = tuple(resolve_pieces(values, "articles.opening", styles, findings))
    filler = tuple(resolve_pieces(values, "articles.filler", styles, findings))
    ending = tuple(resolve_pieces(values, "articles.ending", styles, findings))
    return OpeningStyle(
        section_start=cast(Start, values.text("sections.start")),
        sink=values.integer("sections.sink"),
        section_name=values.truth("sections.name"),
        article_start=cast(Start, values.text("articles.start")),
        room=values.integer("articles.room"),
        opening=opening if names_title(opening) else (TextPiece("{title}", styles["title"]), *opening),
        filler=filler if names_title(filler) or not filler else (TextPiece("{title}", styles["title"]), *filler),
        ending=ending
        if any(isinstance(piece, NotesPiece) for piece in ending)
        else (NotesPiece(styles["note"]), *ending),
        authors=AuthorsStyle(
            separator=values.text("articles.authors.separator"),
            separator_en=values.text("articles.authors.separator_en"),
            affiliation_separator=values.text("articles.authors.affiliation_separator"),
            affiliation_separator_en=values.text("articles.authors.affiliation_separator_en"),
            marks=cast(AuthorMarks, values.text("articles.authors.marks")),
            corresponding=values.text("articles.authors.corresponding"),
        ),
        section=tuple(_of_sections(resolve_pieces(values, "sections.opening", styles, findings), findings)),
        section_page=page_designs("sections.page", sheet) if values.text("sections.page") not in ("", "none") else None,
        section_inks=section_inks(values, findings),
    )


def _of_sections(pieces: Iterable[Piece], findings: Findings) -> Iterator[Piece]:
    """The pieces of a section's head but for those that name what is an article's: ``section-names-article``."""
    for piece in pieces:
        names = [name for text in texts_of((piece,)) for name in FIELD.findall(text.template)]
        wrong = [name for name in names if name in ARTICLE_FIELDS and name not in SECTION_FIELDS]
        if wrong:
            text = next(texts_of((piece,)))
            findings.add(text.span, "section-names-article", field=wrong[0], known="、".join(SECTION_FIELDS))
        else:
            yield piece


IDLE = {
    "articles.opening": ("notes", "end-mark"),
    "articles.filler": ("notes", "end-mark", "foot-note"),
    "sections.opening": ("notes", "end-mark", "foot-note"),
}
"""Pieces that say nothing in a list: notes and end marks belong to an article's end, the first page's foot to one that
stands on pages of its own choosing."""


def names_title(pieces: tuple[Piece, ...]) -> bool:
    """Whether a title is among pieces: no article goes without."""
    return any(isinstance(piece, TextPiece) and "{title}" in piece.template for piece in pieces)


def resolve_pieces(  # noqa: C901  # a kind each
    values: Values, path: str, styles: Mapping[str, ParagraphStyle], findings: Findings
) -> Iterator[Piece]:
    """The pieces of a list, those at fault left out."""
    for raw in values.elements(path):
        if raw.kind in IDLE.get(path, ()):
            findings.add(raw.span, "piece-idle", kind=raw.kind, list=path)
            continue
        match raw.kind:
            case "text" if style := element_style(raw, styles, findings):
                yield TextPiece(raw.values.text("text"), style, raw.values.text("label"), raw.values.place("text"))
            case "band" if style := element_style(raw, styles, findings):
                text = TextPiece(raw.values.text("text"), style, span=raw.values.place("text"))
                own, tint = of_section(raw, values, findings)
                ink = ink_of(with_inks(own, values), "colour", findings)
                grounds = [tinted(each, tint) for each in section_inks(values, Findings())] if tint else [ink]
                if not all(reads_well(style.ink, ground, style.size) for ground in grounds):
                    findings.add(raw.values.place("style"), "band-too-light", style=style.name)
                yield BandPiece(text, ink, raw.values.integer("lines"), tint)
            case "rule":
                yield _rule(raw, values, styles["body"], findings)
            case "space":
                yield SpacePiece(raw.values.integer("lines"), raw.values.texts("with"))
            case "end-mark":
                yield EndMarkPiece(raw.values.text("text"))
            case "notes":
                yield NotesPiece(styles["note"])
            case "foot-note":
                yield _at_foot(raw.values, styles["note"])


def _at_foot(own: Values, style: ParagraphStyle) -> FootPiece:
    return FootPiece(TextPiece(own.text("text"), style, own.text("label"), own.place("text")), own.text("mark"))


def _rule(raw: RawElement, values: Values, body: ParagraphStyle, findings: Findings) -> RulePiece:
    raw, tint = of_section(raw, values, findings)
    own = with_inks(raw, values)
    return RulePiece(
        own.length("thickness").resolve(em=body.size, line=body.leading),
        own.integer("width"),
        cast(Literal["left", "center", "right"], own.text("align")),
        ink_of(own, "colour", findings),
        own.integer("lines"),
        own.integer("span") if own.has("span") else 0,
        tint,
        raw.values.texts("with"),
    )

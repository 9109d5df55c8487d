"""The document that Huozi builds, written for Typst: same text, fonts, measure, leading, contents, heads and covers.

    python tools/typst_document.py ISSUE TARGET [--set KEY=VALUE] [--spans]

makes ``TARGET/main.typ`` and ``TARGET/fonts/`` with just the font files that Huozi's own pages use, and prints what
the document is as a line of JSON. Everything comes from the issue and its layout, as Huozi has read them; the covers
come from Huozi's own pages, run by run, since no style says more of them. Where the layout has several columns, Typst's
pages have them, titles within them; with ``--spans`` titles stand over all columns of a page that has one, and each
article's text is in columns below its title.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, assert_never

from composing import characters_of
from typst_markup import blocks, escaped, piece_markup, set_function, title_markup

from huozi.blocks.said import said_in_section, said_of
from huozi.blocks.setting import Said
from huozi.commands.making import Made, Request, make
from huozi.content.issue_model import Article
from huozi.content.plain import plain_title
from huozi.diagnostics import Findings
from huozi.display import GlyphRun, Ink, Page, Placed, Rule
from huozi.geometry import Mpt, baseline
from huozi.style.keys.fields import NAMED_FIELDS
from huozi.style.model import Stylesheet, TypeArea
from huozi.style.openings import (
    BandPiece,
    EndMarkPiece,
    FootPiece,
    NotesPiece,
    Pieces,
    RulePiece,
    SpacePiece,
    TextPiece,
)
from huozi.style.text_style import FaceChoice, ParagraphStyle
from huozi.templates import issue_fields


class FontName(NamedTuple):
    """What Typst knows a font file by."""

    family: str
    weight: int


class Facts(NamedTuple):
    """What a document is: Huozi's pages, the characters of titles and bodies, the font files used."""

    pages: int
    characters: int
    fonts: list[str]


class Writer(NamedTuple):
    """What the parts of the document are written from: Huozi's reading of the issue, and the names of its fonts.

    ``spans``: names, titles and bylines stand over all columns, and each article's text is in columns by itself; else
    the pages have columns, and all stands in these.
    """

    made: Made
    fonts: Mapping[str, FontName]
    spans: bool = False


# ------------------------------------------------------------------ values


def points(length: Mpt) -> str:
    """A length.

    >>> points(18700), points(12000)
    ('18.7pt', '12pt')
    """
    return f"{length / 1000:.3f}".rstrip("0").rstrip(".") + "pt"


def colour(ink: Ink) -> str:
    """A process colour."""
    return f"cmyk({ink.cyan / 10:g}%, {ink.magenta / 10:g}%, {ink.yellow / 10:g}%, {ink.black / 10:g}%)"


def quoted(text: str) -> str:
    """A text as a string of code."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def font_arguments(choice: FaceChoice, fonts: Mapping[str, FontName]) -> str:
    """The arguments of ``text`` for a Han face with its Latin one."""
    han = fonts[choice.han]
    latin = fonts.get(choice.latin)
    families = [f'(name: {quoted(latin.family)}, covers: "latin-in-cjk")'] if latin else []
    families.append(quoted(han.family))
    return f"font: ({', '.join(families)},), weight: {han.weight}"


# ------------------------------------------------------------------ styles


def set_rules(style: ParagraphStyle, writer: Writer) -> list[str]:
    """Set rules that make a paragraph style of what follows."""
    leading = points(style.leading - style.size)
    return [
        f"set text({font_arguments(style.font, writer.fonts)}, size: {points(style.size)}, "
        f"tracking: {points(style.letter_spacing)}, fill: {colour(style.ink)})",
        f"set par(justify: {'true' if style.align == 'justify' else 'false'}, leading: {leading}, "
        f"spacing: {leading}, first-line-indent: (amount: {points(style.indent)}, all: true))",
        f"set align({'start' if style.align == 'justify' else style.align})",
    ]


def settings(style: ParagraphStyle, writer: Writer) -> str:
    """The set rules of a style before other code on the same line."""
    return "; ".join(set_rules(style, writer))


def depth(lines: int, area: TypeArea) -> str:
    """How deep so many lines of the grid are."""
    return points(lines * area.leading - (area.leading - area.size)) if lines else "auto"


def block_function(name: str, style: ParagraphStyle, writer: Writer) -> str:
    """A function that sets its content in a style, as a block in the grid lines that the style takes (占行)."""
    area = writer.made.sheet.page.area
    return f"#let {name}(it) = {{ {block(style, 'it', depth(style.lines, area), writer)} }}"


def block(style: ParagraphStyle, content: str, height: str, writer: Writer, *, sticky: bool = False) -> str:
    """A block of content in a style, so many lines of the grid deep."""
    inset = f"(left: {points(style.inset_left)}, right: {points(style.inset_right)})"
    middle = "set align(horizon); " if height != "auto" else ""
    extra = ", sticky: true" if sticky else ""
    inside = f"{settings(style, writer)}; {middle}{content}"
    return f"block(width: 100%, height: {height}, inset: {inset}{extra}, {{ {inside} }})"


STYLE_FUNCTIONS = {
    "quote": "quotation",
    "caption": "caption",
}
"""Paragraph styles that the body names by a function."""

HEADING_STYLES = {2: "title", 3: "heading-2", 4: "heading-3", 5: "heading-4"}
"""Styles of Typst's levels of headings; its first are the sections."""


def preamble(writer: Writer) -> Iterator[str]:
    """Page, text and paragraphs; headings, notes at an article's end and contents as functions and show rules."""
    sheet = writer.made.sheet
    text, area = sheet.styles["body"], sheet.page.area
    ascent = baseline(1000) / 1000
    yield from page_setup(sheet, 1 if writer.spans else area.columns)
    yield f'#set text(lang: "zh", region: "cn", top-edge: {ascent:g}em, bottom-edge: {ascent - 1:.3g}em)'
    yield f"#set text(cjk-latin-spacing: {'auto' if text.text.han_latin else 'none'})"
    yield from (f"#{rule}" for rule in set_rules(text, writer))
    yield f"#set block(spacing: {points(area.leading - area.size)})"
    yield "#set strong(delta: 0)"
    yield f"#show strong: set text({font_arguments(text.strong, writer.fonts)})"
    yield f"#show emph: set text({font_arguments(text.emphasis, writer.fonts)})"
    yield f"#let code(it) = text({font_arguments(text.code, writer.fonts)}, it)"
    yield from (block_function(name, sheet.styles[style], writer) for style, name in STYLE_FUNCTIONS.items())
    styles = {piece.style.name: piece.style for piece in texts_of((*sheet.opening.opening, *sheet.opening.ending))}
    yield from (block_function(set_function(name), style, writer) for name, style in styles.items())
    yield from heading_rules(writer)
    yield NEED.format(leading=points(area.leading))


NEED = """\
#let need(lines) = {{
  block(above: 0pt, below: 0pt, breakable: false, height: lines * {leading})
  v(-lines * {leading})
}}"""
"""Room for so many lines, or else the next page: a block that does not break, taken back again."""


def page_setup(sheet: Stylesheet, columns: int) -> Iterator[str]:
    """Trim, type area and binding, and so many columns."""
    page, area = sheet.page, sheet.page.area
    bottom = page.trim.height - page.margins.top - area.height
    yield (
        f"#set page(width: {points(page.trim.width)}, height: {points(page.trim.height)}, binding: left, margin: ("
        f"top: {points(page.margins.top)}, bottom: {points(bottom)}, "
        f"inside: {points(page.margins.left)}, outside: {points(page.margins.right)}))"
    )
    if columns > 1:
        yield f"#set page(columns: {columns})"
        yield f"#set columns(gutter: {points(area.gap)})"


def heading_rules(writer: Writer) -> Iterator[str]:
    """How headings look: sections sunk on their page, titles in the middle of the lines they take."""
    sheet = writer.made.sheet
    area, opening = sheet.page.area, sheet.opening
    gap = points(area.leading - area.size)
    yield f"#show heading: set block(above: {gap}, below: {gap})"
    name = "set align(top); it.body" if opening.section_name else ""
    sunk = block(sheet.styles["section-name"], name, depth(opening.sink, area), writer, sticky=True)
    yield f"#show heading.where(level: 1): it => {sunk}"
    for level, style_name in HEADING_STYLES.items():
        style = sheet.styles[style_name]
        shown = block(style, "it.body", depth(style.lines, area), writer, sticky=True)
        yield f"#show heading.where(level: {level}): it => {shown}"


# ------------------------------------------------------------------ furniture and contents


def running_heads(writer: Writer) -> Iterator[str]:
    """Running heads over their hairline: left and right pages as the layout's templates have them."""
    sheet = writer.made.sheet
    running = sheet.running
    left, right = (_code(template.format_map(_fields(writer))) for template in (running.verso, running.recto))
    ascent = running.distance - running.rule_distance - running.rule
    yield "#let section-now() = {"
    yield "  let before = query(heading.where(level: 1)).filter(it => it.location().page() <= here().page())"
    yield f"  if before.len() > 0 {{ before.last().body }} else {{ {quoted(sheet.contents.texts.title)} }}"
    yield "}"
    yield f"#set page(header-ascent: {points(ascent)}, header: context {{ {settings(running.style, writer)}"
    yield f"  if calc.even(here().page()) {{ align(left, {left}) }} else {{ align(right, {right}) }}"
    yield f"  v({points(running.rule_distance)}, weak: true)"
    yield f"  line(length: 100%, stroke: {points(running.rule)} + {colour(running.style.ink)})"
    yield "})"


def folios(writer: Writer) -> Iterator[str]:
    """Page numbers at the foot."""
    foot = writer.made.sheet.folio
    if foot.position != "none":
        number = f"{_folio(foot.position)}({_code(foot.template.format_map(_fields(writer)))})"
        footer = f"context {{ {settings(foot.style, writer)}; {number} }}"
        yield f"#set page(footer-descent: {points(foot.distance)}, footer: {footer})"


def _fields(writer: Writer) -> dict[str, str]:
    """The fields of templates; what differs from page to page by a mark."""
    fields = issue_fields(writer.made.issue, writer.made.sheet.journal)
    return fields | dict.fromkeys(NAMED_FIELDS, "") | {"folio": "\0f", "section": "\0s"}


def _folio(position: str) -> str:
    """Where a folio stands, as a function of its text."""
    outer = "align.with(if calc.even(here().page()) { left } else { right })"
    return {"foot-centre": "align.with(center)", "foot-outer": outer}[position]


def _code(text: str) -> str:
    """A filled template as code: the folio and the section are asked for on each page."""
    asked = {"\0f": "counter(page).display()", "\0s": "section-now()"}
    parts = [part for part in re.split("(\0[fs])", text) if part]
    return " + ".join(asked.get(part, quoted(part)) for part in parts) or "none"


def contents(writer: Writer) -> Iterator[str]:
    """The contents: its heading, the issue's line, sections and articles with leaders and pages."""
    sheet = writer.made.sheet
    style, area = sheet.contents, sheet.page.area
    texts, styles = style.texts, style.styles
    fields = issue_fields(writer.made.issue, sheet.journal)
    yield "#" + block(styles.heading, quoted(texts.title), depth(styles.heading.lines, area), writer)
    if texts.issue_line:
        line = quoted(texts.issue_line.format_map(fields))
        yield "#" + block(styles.line, line, depth(styles.line.lines, area), writer)
    gap = area.leading - area.size
    yield "#set outline.entry(fill: " + ("repeat(gap: 0.25em)[.]" if style.leader == "dots" else "none") + ")"
    yield f"#show outline.entry.where(level: 1): set block(above: {points(gap + style.section_space * area.leading)})"
    for level, entry in ((1, styles.section), (2, styles.entry)):
        arguments = f"{font_arguments(entry.font, writer.fonts)}, size: {points(entry.size)}, fill: {colour(entry.ink)}"
        yield f"#show outline.entry.where(level: {level}): set text({arguments})"
    yield f"#outline(title: none, depth: 2, indent: n => n * {points(styles.entry.inset_left)})"


# ------------------------------------------------------------------ body


def body(writer: Writer) -> Iterator[str]:
    """Sections, each on a page of its own, with their articles."""
    opening = writer.made.sheet.opening
    for number, section in enumerate(writer.made.issue.sections, 1):
        yield "#pagebreak(weak: true)" if opening.section_start == "page" else f"#need({opening.room})"
        yield f"= {escaped(plain_title(section.title))}"
        for place, article in enumerate(section.articles):
            if place:
                yield f"#need({opening.room})" if opening.article_start == "run-on" else "#pagebreak(weak: true)"
            yield from article_markup(article, said_in_section(section, number), writer)


def article_markup(article: Article, others: Said, writer: Writer) -> Iterator[str]:
    """An article: what opens it, its body, what stands at its end; ``others`` are fields that its section gives it."""
    opening, area = writer.made.sheet.opening, writer.made.sheet.page.area
    said = said_of(article, opening.authors, others)
    yield from pieces(opening.opening, article, said, writer)
    in_columns = writer.spans and area.columns > 1
    if in_columns:
        yield f"#columns({area.columns}, gutter: {points(area.gap)})["
    yield from blocks(article.blocks)
    yield from pieces(opening.ending, article, said, writer)
    if in_columns:
        yield "]"


def texts_of(listed: Pieces) -> Iterator[TextPiece]:
    """The texts among pieces, but for titles, which are headings."""
    for piece in listed:
        match piece:
            case TextPiece(template) if "{title}" not in template:
                yield piece


def pieces(listed: Pieces, article: Article, said: Said, writer: Writer) -> Iterator[str]:
    """The pieces of an article's head or end; notes stand where they are called, as words in brackets."""
    facts, area = issue_fields(writer.made.issue, writer.made.sheet.journal), writer.made.sheet.page.area
    for piece in listed:
        match piece:
            case TextPiece(template) if "{title}" in template:
                yield f"== {title_markup(plain_title(article.title))}"
            case TextPiece():
                yield from piece_markup(piece, said, facts)
            case RulePiece(thickness, width, align, ink, lines):
                line = f"line(length: {width / 10:g}%, stroke: {points(thickness)} + {colour(ink)})"
                yield f"#block(width: 100%, height: {depth(lines, area)}, align({align} + horizon, {line}))"
            case SpacePiece(lines):
                yield f"#v({points(lines * area.leading)})"
            case BandPiece(text):
                yield from piece_markup(text, said, facts)
            case NotesPiece() | EndMarkPiece() | FootPiece():
                pass
            case _:
                assert_never(piece)


# ------------------------------------------------------------------ covers


def is_cover(page: Page) -> bool:
    """Whether a page is one of 封一 to 封四."""
    return page.label.startswith("封")


def cover(page: Page, writer: Writer) -> str:
    """A cover page, each run of text and each box at its place."""
    items = "\n  ".join(filter(None, (_drawn(placed, writer) for placed in page.items)))
    return f"#page(margin: 0pt, columns: 1, header: none, footer: none)[\n  {items}\n]"


def _drawn(placed: Placed, writer: Writer) -> str:
    """An item of a cover: text or a box; nothing else is drawn there."""
    match placed.item:
        case GlyphRun() as run:
            top = placed.y - baseline(run.size)
            return f"#place(dx: {points(placed.x)}, dy: {points(top)}, {_run(run, writer)})"
        case Rule(width, height, ink):
            box = f"rect(width: {points(width)}, height: {points(height)}, fill: {colour(ink)})"
            return f"#place(dx: {points(placed.x)}, dy: {points(placed.y)}, {box})"
        case _:
            return ""


def _run(run: GlyphRun, writer: Writer) -> str:
    """A run of text, letter-spaced as Huozi has it."""
    face = writer.made.catalog.face(run.face)
    natural = sum(face.advance(glyph, run.size) for glyph in run.glyphs)
    tracking = (run.width - natural) // len(run.glyphs)
    name = writer.fonts[run.face]
    return (
        f"box(text(font: {quoted(name.family)}, weight: {name.weight}, size: {points(run.size)}, "
        f"tracking: {points(tracking)}, fill: {colour(run.ink)}, {quoted(''.join(run.texts))}))"
    )


# ------------------------------------------------------------------ the whole


def typst_source(writer: Writer) -> str:
    """The whole document."""
    pages = writer.made.pages
    inside = next((page.index for page in pages if not is_cover(page)), len(pages))
    front, back = (
        [cover(page, writer) for page in side if is_cover(page)] for side in (pages[:inside], pages[inside:])
    )
    listed = ["#counter(page).update(1)", *contents(writer)]
    heads = [*running_heads(writer)]
    ordered = [*heads, *listed] if writer.made.sheet.running.contents else [*listed, *heads]
    return "\n".join([*preamble(writer), *front, *folios(writer), *ordered, *body(writer), *back]) + "\n"


def faces_used(pages: Sequence[Page]) -> list[str]:
    """The font files that pages use, by key, in order of first use."""
    runs = (placed.item for page in pages for placed in page.items)
    return list(dict.fromkeys(run.face for run in runs if isinstance(run, GlyphRun)))


def font_names(folder: str) -> dict[str, FontName]:
    """What Typst calls the font files of a folder, by key."""
    from typst import Fonts

    fonts = Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder])
    return {Path(font.path).stem: FontName(font.family, font.weight) for font in fonts.fonts() if font.path}


def write_document(request: Request, target: Path, *, spans: bool = False) -> Facts:
    """Write the document of an issue, and what it is; ``spans`` as a ``Writer`` has it."""
    made = make(request, Findings(), lambda _stage: None)
    faces = faces_used(made.pages)
    (target / "fonts").mkdir(parents=True)
    for key in faces:
        path = Path(made.catalog.face(key).path).resolve()
        (target / "fonts" / path.name).symlink_to(path)
    names = {name: font for folder in reversed(made.house.fonts) for name, font in font_names(folder).items()}
    (target / "main.typ").write_text(typst_source(Writer(made, names, spans)), "utf-8")
    return Facts(len(made.pages), characters_of(made.issue), faces)


def main() -> None:
    """Write the document that is asked for, and print what it is."""
    parser = argparse.ArgumentParser(description="The document that Huozi builds, written for Typst.")
    parser.add_argument("issue")
    parser.add_argument("target", type=Path)
    parser.add_argument("--set", action="append", default=[], metavar="KEY=VALUE", help="set a layout key")
    parser.add_argument("--spans", action="store_true", help="titles over all columns, columns for each article")
    options = parser.parse_args()
    overrides = tuple((key, value) for key, _, value in (text.partition("=") for text in options.set))
    request = Request(options.issue, overrides=overrides)
    print(json.dumps(write_document(request, options.target, spans=options.spans)._asdict()))


if __name__ == "__main__":
    main()

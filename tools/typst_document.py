"""The document that Huozi builds, written for Typst: same text, fonts, measure, leading, contents, heads and covers.

    python tools/typst_document.py ISSUE TARGET

makes ``TARGET/main.typ`` and ``TARGET/fonts/`` with just the font files that Huozi's own pages use, and prints what
the document is as a line of JSON. Everything comes from the issue and its layout, as Huozi has read them; the covers
come from Huozi's own pages, run by run, since no style says more of them.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, assert_never

from compose_times import characters_of

from huozi.commands.build import Made, Request, make
from huozi.content.model import (
    Article,
    Block,
    CrossRef,
    Float,
    Heading,
    Inline,
    Issue,
    ListBlock,
    NoteRef,
    Paragraph,
    Quote,
    Ruby,
    Text,
    TextRole,
)
from huozi.diagnostics import Findings
from huozi.display import GlyphRun, Ink, Page, Placed, Rule
from huozi.geometry import Mpt, baseline
from huozi.makeup.templates import issue_fields
from huozi.style.model import FaceChoice, ParagraphStyle, Stylesheet, TypeArea


class FontName(NamedTuple):
    """What Typst knows a font file by."""

    family: str
    weight: int


class Writer(NamedTuple):
    """What the parts of the document are written from: Huozi's reading of the issue, and the names of its fonts."""

    made: Made
    fonts: Mapping[str, FontName]


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


def escaped(text: str) -> str:
    """A text as markup that stands for just itself.

    >>> escaped("约 12.5% [*]")
    '约 12\\\\.5\\\\% \\\\[\\\\*\\\\]'
    """
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", text)


def quoted(text: str) -> str:
    """A text as a string of code."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def font_arguments(choice: FaceChoice, fonts: Mapping[str, FontName]) -> str:
    """The arguments of ``text`` for a Han face with its Latin one."""
    han = fonts[choice.han]
    latin = fonts.get(choice.latin)
    families = [f'(name: {quoted(latin.family)}, covers: "latin-in-cjk")'] if latin else []
    families.append(quoted(han.family))
    return f'font: ({", ".join(families)},), weight: {han.weight}'


# ------------------------------------------------------------------ styles


def settings(style: ParagraphStyle, writer: Writer) -> str:
    """Set rules that make a paragraph style of what follows."""
    align = {"justify": "start"}.get(style.align, style.align)
    return (
        f"set text({font_arguments(style.font, writer.fonts)}, size: {points(style.size)}, "
        f"tracking: {points(style.letter_spacing)}, fill: {colour(style.ink)}); "
        f"set par(justify: {'true' if style.align == 'justify' else 'false'}, "
        f"leading: {points(style.leading - style.size)}, spacing: {points(style.leading - style.size)}, "
        f"first-line-indent: (amount: {points(style.indent)}, all: true)); "
        f"set align({align})"
    )


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
    return f"block(width: 100%, height: {height}, inset: {inset}{extra}, {{ {settings(style, writer)}; {middle}{content} }})"


STYLE_FUNCTIONS = {
    "affiliation": "affiliation",
    "source": "source",
    "byline": "byline",
    "quote": "quotation",
    "caption": "caption",
}
"""Paragraph styles that the body names by a function."""

HEADING_STYLES = {3: "heading-2", 4: "heading-3", 5: "heading-4"}
"""Typst's levels of body headings: sections are its first, articles its second."""


def preamble(writer: Writer) -> Iterator[str]:
    """Page, text and paragraphs; headings, notes at an article's end and contents as functions and show rules."""
    sheet = writer.made.sheet
    body, area = sheet.styles["body"], sheet.page.area
    yield from page_setup(sheet)
    yield f'#set text(lang: "zh", region: "cn", top-edge: {baseline(1000) / 1000}em, bottom-edge: {baseline(1000) / 1000 - 1:.3f}em)'
    yield "#set text(cjk-latin-spacing: " + ("auto" if body.text.han_latin else "none") + ")"
    yield from (f"#{rule}" for rule in settings(body, writer).split("; "))
    yield f"#set block(spacing: {points(area.leading - area.size)})"
    yield "#set strong(delta: 0)"
    yield f"#show strong: set text({font_arguments(body.strong, writer.fonts)})"
    yield f"#show emph: set text({font_arguments(body.emphasis, writer.fonts)})"
    yield f"#let code(it) = text({font_arguments(body.code, writer.fonts)}, it)"
    yield from (block_function(name, sheet.styles[style], writer) for style, name in STYLE_FUNCTIONS.items())
    yield from heading_rules(writer)
    yield NEED.format(leading=points(area.leading))


NEED = """\
#let need(lines) = {{
  block(above: 0pt, below: 0pt, breakable: false, height: lines * {leading})
  v(-lines * {leading})
}}"""
"""Room for so many lines, or else the next page: a block that does not break, taken back again."""


def page_setup(sheet: Stylesheet) -> Iterator[str]:
    """Trim, type area and binding, running heads and folios."""
    page, area = sheet.page, sheet.page.area
    bottom = page.trim.height - page.margins.top - area.height
    yield (
        f"#set page(width: {points(page.trim.width)}, height: {points(page.trim.height)}, binding: left, margin: ("
        f"top: {points(page.margins.top)}, bottom: {points(bottom)}, "
        f"inside: {points(page.margins.left)}, outside: {points(page.margins.right)}))"
    )
    if area.columns > 1:
        yield f"#set page(columns: {area.columns})"
        yield f"#set columns(gutter: {points(area.gap)})"


def heading_rules(writer: Writer) -> Iterator[str]:
    """How headings look: sections sunk on their page, titles in the middle of the lines they take."""
    sheet = writer.made.sheet
    area, opening = sheet.page.area, sheet.opening
    gap = points(area.leading - area.size)
    yield f"#show heading: set block(above: {gap}, below: {gap})"
    name = sheet.styles["section-name"]
    content = "set align(top); it.body" if opening.section_name else ""
    sunk = block(name, content, depth(opening.sink, area), writer, sticky=True)
    yield f"#show heading.where(level: 1): it => {sunk}"
    title = sheet.styles["title"]
    yield f"#show heading.where(level: 2): it => {block(title, 'it.body', depth(title.lines, area), writer, sticky=True)}"
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
    yield f"  if before.len() > 0 {{ before.last().body }} else {{ {quoted(sheet.contents.title)} }}"
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
    return fields | {"title": "", "folio": "\0f", "section": "\0s"}


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
    fields = issue_fields(writer.made.issue, sheet.journal)
    yield "#" + block(style.heading, quoted(style.title), depth(style.heading.lines, area), writer)
    if style.issue_line:
        yield "#" + block(style.line, quoted(style.issue_line.format_map(fields)), depth(style.line.lines, area), writer)
    gap = area.leading - area.size
    yield "#set outline.entry(fill: " + ("repeat(gap: 0.25em)[.]" if style.leader == "dots" else "none") + ")"
    yield f"#show outline.entry.where(level: 1): set block(above: {points(gap + style.section_space * area.leading)})"
    for level, entry in ((1, style.section), (2, style.entry)):
        arguments = f"{font_arguments(entry.font, writer.fonts)}, size: {points(entry.size)}, fill: {colour(entry.ink)}"
        yield f"#show outline.entry.where(level: {level}): set text({arguments})"
    yield f"#outline(title: none, depth: 2, indent: n => n * {points(style.entry.inset_left)})"


# ------------------------------------------------------------------ body


def body(writer: Writer) -> Iterator[str]:
    """Sections, each on a page of its own, with their articles."""
    opening = writer.made.sheet.opening
    for section in writer.made.issue.sections:
        yield "#pagebreak(weak: true)" if opening.section_start == "page" else f"#need({opening.room})"
        yield f"= {escaped(section.title)}"
        for place, article in enumerate(section.articles):
            if place:
                yield f"#need({opening.room})" if opening.article_start == "run-on" else "#pagebreak(weak: true)"
            yield from article_markup(article, writer)


def article_markup(article: Article, writer: Writer) -> Iterator[str]:
    """An article: its title, what stands below it, its body, what stands at its end."""
    opening = writer.made.sheet.opening
    yield f"== {title(article.title)}"
    yield from templated(opening.byline, "byline", article)
    yield from blocks(article.blocks)
    yield from templated(opening.affiliation, "affiliation", article)
    yield from templated(opening.source, "source", article)


def title(text: str) -> str:
    """A title; a space between Han characters is one em wide."""
    text = "".join(part.strip() for part in text.split("|"))
    return escaped(re.sub(r"(?<=[^\x00-\x7f]) (?=[^\x00-\x7f])", "\u3000", text))


def templated(template: str, function: str, article: Article) -> Iterator[str]:
    """A line made of an article's fields, where any of those that it names is filled."""
    fields = {
        "authors": "\u3000".join(author.name for author in article.authors),
        "affiliation_note": article.affiliation_note,
        "source": article.source,
    }
    if any(text for name, text in fields.items() if f"{{{name}}}" in template):
        yield f"#{function}[{escaped(template.format_map(fields))}]"


def blocks(content: Sequence[Block]) -> Iterator[str]:
    """Blocks of a body, parted by blank lines."""
    for item in content:
        yield from block_markup(item)
        yield ""


def block_markup(item: Block) -> Iterator[str]:
    """One block."""
    match item:
        case Paragraph(inlines, _):
            yield markup(inlines)
        case Heading(level, inlines, _):
            yield f"{'=' * min(level + 1, max(HEADING_STYLES))} {broken_at_bars(markup(inlines))}"
        case ListBlock(items, start, _):
            items_markup = ", ".join(f"[{chr(10).join(blocks(part))}]" for part in items)
            yield f"#list({items_markup})" if start is None else f"#enum(start: {start}, {items_markup})"
        case Quote(inner, _):
            yield f"#quotation[{chr(10).join(blocks(inner))}]"
        case Float(_, inlines, _, _, _):  # Huozi sets the caption alone, too
            yield f"#caption[{markup(inlines)}]"
        case _:
            assert_never(item)


def broken_at_bars(text: str) -> str:
    """A heading with its lines parted where ``|`` stands, which ``markup`` has escaped."""
    return "#linebreak()".join(part.strip() for part in text.split("\\|"))


ROLES = {TextRole.STRONG: "#strong[{}]", TextRole.EMPHASIS: "#emph[{}]", TextRole.CODE: "#code[{}]"}
"""Markup of the roles of text within a paragraph."""


def markup(inlines: Sequence[Inline]) -> str:
    """The inlines of a block."""
    return "".join(map(_inline, inlines))


def _inline(inline: Inline) -> str:
    match inline:
        case Text("\n", _, _):
            return "#linebreak()"
        case Text(text, _, role):
            return ROLES.get(role, "{}").format(escaped(text))
        case Ruby(base, reading, _):
            return escaped(f"{base}（{reading}）")
        case NoteRef(name, _) | CrossRef(name, _):
            return escaped(f"［{name}］")
        case _:
            assert_never(inline)


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
        f'tracking: {points(tracking)}, fill: {colour(run.ink)}, {quoted("".join(run.texts))}))'
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


def write_document(folder: str, target: Path) -> dict[str, object]:
    """Write the document of an issue, and what it is."""
    made = make(Request(folder), Findings(), lambda _stage: None)
    faces = faces_used(made.pages)
    (target / "fonts").mkdir(parents=True)
    for key in faces:
        path = Path(made.catalog.face(key).path).resolve()
        (target / "fonts" / path.name).symlink_to(path)
    names = {name: font for folder in reversed(made.house.fonts) for name, font in font_names(folder).items()}
    (target / "main.typ").write_text(typst_source(Writer(made, names)), "utf-8")
    return {"pages": len(made.pages), "characters": characters_of(made.issue), "fonts": faces}


if __name__ == "__main__":
    print(json.dumps(write_document(sys.argv[1], Path(sys.argv[2]))))

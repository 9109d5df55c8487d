"""``huozi compose``: how a text is broken and spaced, line by line."""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Sequence

from huozi.commands.line_report import Told, as_json, as_text
from huozi.commands.options import add_set_option, overrides
from huozi.commands.outcome import Exit, Outcome, Progress, code_by_cause, has_errors
from huozi.diagnostics import Findings, InvalidIssue, Language, Span, finding
from huozi.fonts.borrowed import bring_together
from huozi.fonts.catalog import Catalog
from huozi.geometry import Mpt
from huozi.paragraph.compose import Composed, compose
from huozi.paragraph.explain import can_compare
from huozi.paragraph.items.sorts import Stretch
from huozi.records import NamedTuple
from huozi.source_file import read_source, report_too_large, text_of
from huozi.style.house import find_house
from huozi.style.kept import stylesheet_of
from huozi.style.lengths import parse_length, show_length
from huozi.style.text_style import ParagraphStyle


class Request(NamedTuple):
    """What is asked of a composition: a file (``-``: the text given), measure and indent as people write them.

    ``looseness`` asks for a line less or more in every paragraph.
    """

    file: str
    text: str | None = None
    measure: str = ""
    indent: str = ""
    style: str = "body"
    layout: str = "a4-35x37"
    overrides: Sequence[tuple[str, str]] = ()
    output: str = "text"
    language: Language = "zh"
    looseness: int = 0


MOST_BYTES = 4 << 20
"""The longest text taken."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``compose``."""
    parser.add_argument("file", help="文本文件，- 为标准输入 / text file, - for the standard input")
    parser.add_argument("--measure", default="", metavar="20字", help="行长 / measure")
    parser.add_argument("--indent", default="", metavar="2字", help="首行缩进 / first-line indent")
    parser.add_argument("--style", default="body", metavar="NAME", help="段落样式 / paragraph style")
    parser.add_argument("--layout", default="a4-35x37", metavar="NAME", help="版式 / layout")
    add_set_option(parser)
    parser.add_argument(
        "--looseness",
        type=int,
        choices=(-1, 0, 1),
        default=0,
        help="每段少排一行（-1）或多排一行（1） / a line less or more in each paragraph",
    )
    parser.add_argument("--format", choices=("text", "json"), default="text", help="输出的形式 / form of the output")


def run(options: argparse.Namespace, _progress: Progress) -> Outcome:
    """Compose as the command line asks."""
    findings = Findings()
    return compose_text(
        Request(
            options.file,
            read_text(options.file, findings),
            options.measure,
            options.indent,
            options.style,
            options.layout,
            overrides(options, findings),
            options.format,
            options.lang,
            options.looseness,
        ),
        findings,
    )


def read_text(file: str, findings: Findings) -> str | None:
    """The text to compose, of a file that may be a link to one elsewhere, or of the standard input (``-``).

    ``None`` after a finding where it cannot be read.
    """
    if file != "-":
        return read_source(file, os.path.dirname(os.path.realpath(file)), MOST_BYTES, findings)
    if sys.stdin is None:  # the shell has closed it
        findings.add(Span(file, 1, 1), "unreadable-file", reason="stdin")
        return None
    data = sys.stdin.buffer.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        report_too_large(file, len(data), MOST_BYTES, findings)
        return None
    return text_of(data, file, findings)


def compose_text(request: Request, findings: Findings | None = None) -> Outcome:
    """The lines of a text's paragraphs with their adjustments and reasons, as text or JSON.

    ``findings`` are those of reading the text. Raises ``InvalidIssue`` where the layout or an option cannot be used.
    """
    findings = Findings() if findings is None else findings
    house = find_house(".")
    sheet = stylesheet_of(request.layout, house, request.overrides, findings, Span("--layout"))
    style = _style(request, sheet.styles)
    measure = _length(request.measure, style, "--measure", 1) or sheet.page.area.measure
    if request.indent:
        style = style._replace(indent=_length(request.indent, style, "--indent", 0))
    if style.indent and style.indent + style.size > measure - style.inset_left - style.inset_right:
        findings.add(Span("--indent"), "style-indent", style=style.name, indent=show_length(style.indent))
    if request.text is None:
        return Outcome(code_by_cause(findings), tuple(findings))
    faces = Catalog(house.fonts, findings).faces(style.font)
    manner = ("jlreq" if style.text.profile == "jlreq" else "") if style.align == "justify" else "ragged"
    told = []
    for lines in split_paragraphs(request.text):
        stretches = [Stretch(line.text, faces, Span(request.file, line.number, line.column)) for line in lines]
        composed = compose(stretches, style, measure, findings)
        told.append(Told(composed, _looseness(composed, request, stretches[0].span, findings), manner, style.text))
    bring_together(findings)
    shown = as_json(told, measure) if request.output == "json" else as_text(told, measure, request.language)
    code = code_by_cause(findings) if has_errors(findings) else Exit.DONE
    return Outcome(code, tuple(findings), shown)


def _looseness(composed: Composed, request: Request, place: Span, findings: Findings) -> int:
    """The lines more or fewer that a paragraph can be set in, as asked; what cannot be done is a finding."""
    looseness = request.looseness
    if not can_compare(composed, looseness):
        findings.add(place, "looseness-long" if looseness else "paragraph-long", count=len(composed.items.text))
        return 0
    if looseness and composed.breaking(looseness) is None:
        lines = composed.line_count
        findings.add(place, "looseness-impossible", lines=lines, wanted=lines + looseness)
        return 0
    return looseness


class SourceLine(NamedTuple):
    """A line of a paragraph's source: its number and the column of its first character, from 1."""

    number: int
    column: int
    text: str


BLANK = " \t\u3000"
"""What a line of the source may begin and end with, and loses."""


def split_paragraphs(text: str) -> list[tuple[SourceLine, ...]]:
    """The paragraphs of a text, parted by blank lines, as the lines of their source.

    A line break inside one is a space between Western words and nothing beside Han.
    """
    found: list[tuple[SourceLine, ...]] = []
    lines: list[SourceLine] = []
    for number, line in enumerate([*re.split("\r?\n|\r", text), ""], 1):
        bare = line.strip(BLANK)
        if bare:
            column = len(line) - len(line.lstrip(BLANK)) + 1
            lines.append(SourceLine(number, column, bare.replace("\t", " ")))
        elif lines:
            found.append(_joined(lines))
            lines = []
    return found


_WESTERN = re.compile("[\x21-\x7e\u00a1-\u024f\u0370-\u052f]")


def _joined(lines: Sequence[SourceLine]) -> tuple[SourceLine, ...]:
    """Lines with a space at the end of each that a Western word ends and another goes on from."""
    following = [*(line.text[0] for line in lines[1:]), "\n"]
    return tuple(
        line._replace(text=f"{line.text} ") if _WESTERN.match(line.text[-1]) and _WESTERN.match(after) else line
        for line, after in zip(lines, following, strict=True)
    )


def _style(request: Request, styles: dict[str, ParagraphStyle]) -> ParagraphStyle:
    """The style asked for.

    Raises ``InvalidIssue`` naming the styles there are.
    """
    if request.style not in styles:
        names = "、".join(sorted(styles))
        raise InvalidIssue([finding(Span("--style"), "style-unknown", name=request.style, names=names)])
    return styles[request.style]


def _length(text: str, style: ParagraphStyle, option: str, least: Mpt) -> Mpt:
    """A length of the command line; ems are the style's own.

    Raises ``InvalidIssue`` where it is no length, or less than ``least``.
    """
    if not text:
        return 0
    try:
        length = parse_length(text).resolve(style.size, style.leading)
    except ValueError as error:
        raise InvalidIssue([finding(Span(option), "length-unreadable", value=text)]) from error
    if length < least:
        raise InvalidIssue([finding(Span(option), "length-too-small", value=text)])
    return length

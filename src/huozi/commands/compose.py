"""``huozi compose``: how a text is broken and spaced, line by line."""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
from collections.abc import Sequence
from typing import NamedTuple

from huozi.commands.options import add_set_option, overrides
from huozi.commands.outcome import Exit, Outcome, Progress, worst
from huozi.diagnostics import Findings, InvalidIssue, Language, Severity, Span, finding
from huozi.fonts.catalog import Catalog
from huozi.geometry import Mpt
from huozi.paragraph.compose import Composed, compose
from huozi.paragraph.explain import break_reason, characters
from huozi.paragraph.itemize import Stretch
from huozi.paragraph.justify import Line
from huozi.source_file import read_source
from huozi.style.house import find_house
from huozi.style.lengths import parse_length
from huozi.style.load import load_stylesheet
from huozi.style.model import ParagraphStyle


class Request(NamedTuple):
    """What is asked of a composition: a file (``-``: the text given), measure and indent as people write them."""

    file: str
    text: str | None = None
    measure: str = ""
    indent: str = ""
    style: str = "body"
    layout: str = "a4-35x37"
    overrides: Sequence[tuple[str, str]] = ()
    output: str = "text"
    language: Language = "zh"


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
    parser.add_argument("--format", choices=("text", "json"), default="text", help="输出的形式 / form of the output")


def run(options: argparse.Namespace, _progress: Progress) -> Outcome:
    """Compose as the command line asks."""
    text = sys.stdin.buffer.read(MOST_BYTES).decode("utf-8", "replace") if options.file == "-" else None
    return compose_text(
        Request(
            options.file,
            text,
            options.measure,
            options.indent,
            options.style,
            options.layout,
            overrides(options),
            options.format,
            options.lang,
        )
    )


def compose_text(request: Request) -> Outcome:
    """The lines of a text's paragraphs with their adjustments, as text or JSON."""
    findings = Findings()
    house = find_house(".")
    sheet = load_stylesheet(request.layout, house, request.overrides, findings)
    text = request.text
    if text is None:
        text = read_source(request.file, os.path.dirname(request.file) or ".", MOST_BYTES, findings)
    style = _style(request, sheet.styles)
    measure = _length(request.measure, style, "--measure", 1) or sheet.page.area.measure
    if request.indent:
        style = style._replace(indent=_length(request.indent, style, "--indent", 0))
    faces = Catalog(house.fonts, findings).faces(style.font)
    paragraphs = []
    for number, paragraph in split_paragraphs(text or ""):
        stretch = Stretch(paragraph, faces, Span(request.file, number, 1))
        paragraphs.append(compose([stretch], style, measure, findings))
    code = Exit.DONE
    if text is None:
        code = Exit.BAD_INPUT
    elif worst(findings) >= Severity.ERROR:
        code = Exit.FINDINGS
    shown = as_json(paragraphs, measure) if request.output == "json" else as_text(paragraphs, request.language)
    return Outcome(code, tuple(findings), shown)


def split_paragraphs(text: str) -> list[tuple[int, str]]:
    """The paragraphs of a text, parted by blank lines, with the line each begins at.

    A line break inside one is a space between Western words and nothing beside Han.
    """
    found: list[tuple[int, str]] = []
    lines: list[str] = []
    for number, line in enumerate([*text.splitlines(), ""], 1):
        if line.strip():
            lines.append(line.strip())
        elif lines:
            found.append((number - len(lines), _joined(lines)))
            lines = []
    return found


def _joined(lines: Sequence[str]) -> str:
    return re.sub(r"(?<=[\x21-\x7e])\n(?=[\x21-\x7e])", " ", "\n".join(lines)).replace("\n", "")


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


def as_json(paragraphs: Sequence[Composed], measure: Mpt) -> str:
    """Paragraphs and lines with all lengths in millipoints (formats.md)."""
    data = {
        "paragraphs": [
            {"measure": measure, "lines": [_line_data(composed, line) for line in composed.set()]}
            for composed in paragraphs
        ]
    }
    return json.dumps(data, ensure_ascii=False) + "\n"


def _line_data(composed: Composed, line: Line) -> dict[str, object]:
    return {
        "text": composed.items.text[line.start : line.end],
        "x": line.x,
        "width": line.width,
        "natural": line.natural,
        "break": break_reason(composed, line),
        "adjustments": [step._asdict() for step in line.adjustments],
        "glyphs": [character._asdict() for character in characters(composed, line)],
    }


def as_text(paragraphs: Sequence[Composed], language: Language) -> str:
    """Paragraphs for people: each line with its widths in ems, why it ends, and what each step did."""
    words = WORDS[language]
    parts: list[str] = []
    for composed in paragraphs:
        for number, line in enumerate(composed.set(), 1):
            em = composed.items.em
            parts.append(f"{number:3}  {composed.items.text[line.start : line.end]}")
            steps = "  ".join(
                f"{words.get(step.step, step.step)} {step.places}×{step.amount / step.places / em:+.3f}"
                for step in line.adjustments
            )
            reason = words[break_reason(composed, line)]
            widths = f"{words['natural']} {line.natural / em:.3f} → {line.width / em:.3f}"
            parts.append(f"     {widths}  [{reason}]  {steps}".rstrip())
        parts.append("")
    return "\n".join(parts)


WORDS: dict[Language, dict[str, str]] = {
    "zh": {
        "natural": "自然宽（字）",
        "end": "段尾",
        "forced": "指定换行",
        "hyphen": "西文断词",
        "full": "恰满",
        "pull-in": "挤进",
        "kinsoku": "避头尾",
        "unit": "整体不拆",
        "total-fit": "顾全段",
        "line-start": "行首标点",
        "line-end": "行末标点",
        "western-space": "西文词距",
        "interpunct": "间隔号",
        "bracket": "括号引号",
        "pause": "顿逗分冒",
        "han-latin": "中西间距",
        "stop": "句问叹",
        "character": "字距",
    },
    "en": {
        "natural": "natural (em)",
        "end": "end of text",
        "forced": "forced",
        "hyphen": "word parted",
        "full": "full",
        "pull-in": "pulled in",
        "kinsoku": "prohibition",
        "unit": "unit kept whole",
        "total-fit": "for the paragraph's sake",
    },
}
"""The words of the text form; what is missing in English is shown by its key."""

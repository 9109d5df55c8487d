"""Paragraphs in the face of squares: a Han character is 10 pt wide, a Latin one 5 pt, a space 3.75 pt.

What tests of composition share, so that a rule can be stated in a line.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from huozi.diagnostics import Finding, Findings, Span
from huozi.display import BLACK
from huozi.fonts.catalog import FaceSet
from huozi.fonts.face import Face, open_face
from huozi.geometry import Mpt
from huozi.paragraph.compose import Composed, compose
from huozi.paragraph.items.sorts import Stretch
from huozi.style.text_style import Align, FaceChoice, ParagraphStyle, TextStyle

TESTS = Path(__file__).parent
ROOT = TESTS.parent
EM: Mpt = 10_000
HERE = Span("here", 1, 1)
PULL_IN = TextStyle(fill="pull-in", han_latin_max=500)
PUSH_OUT = TextStyle(fill="push-out", han_latin_max=500)

_CHOICE = FaceChoice("square", "square")
BODY = ParagraphStyle(
    name="body",
    font=_CHOICE,
    size=EM,
    leading=16_000,
    indent=0,
    align="justify",
    lines=0,
    lines_before=0,
    lines_after=0,
    inset_left=0,
    inset_right=0,
    letter_spacing=0,
    keep_lines=0,
    ink=BLACK,
    text=PUSH_OUT,
    strong=_CHOICE,
    emphasis=_CHOICE,
    code=_CHOICE,
    ruby=_CHOICE,
)

NOT_AT_LINE_START = "、，：；。！？）》」』”’】〕〉］｝〗–—～·・‧／/‼⁇⁈⁉"
NOT_AT_LINE_END = "（《「『“‘【〔〈［｛〖"
UNITS = ("——", "……", "⸺")
"""The marks of the probe (typography.md): prohibited at level gb, and never split."""


@lru_cache
def square() -> Face:
    return open_face(str(TESTS / "fonts" / "square.ttf"), "square")


@lru_cache
def squares() -> FaceSet:
    return FaceSet(square(), square(), ())


def stretch(text: str) -> Stretch:
    return Stretch(text, squares(), HERE)


def composed(
    text: str,
    ems: float,
    rules: TextStyle = PUSH_OUT,
    *,
    align: Align = "justify",
    style: ParagraphStyle = BODY,
    findings: Findings | None = None,
) -> Composed:
    """A text at a measure of so many ems."""
    into = Findings() if findings is None else findings
    return compose([stretch(text)], style._replace(text=rules, align=align), round(ems * EM), into)


def lines(text: str, ems: float, rules: TextStyle = PUSH_OUT) -> list[str]:
    """The lines of a text at a measure of so many ems."""
    work = composed(text, ems, rules)
    return [work.items.text[line.start : line.end] for line in work.set()]


def rules_of(findings: Findings | tuple[Finding, ...]) -> list[str]:
    """The rules that findings name, each once, in the order of the alphabet."""
    return sorted({item.rule for item in findings})

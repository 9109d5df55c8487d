"""Marks that stay in a text although they were meant as markup, and what nobody sees: named where Markdown is read."""

from __future__ import annotations

import re

from huozi.content.markdown_tree import Node
from huozi.content.spans import Source, is_escaped
from huozi.diagnostics import Span
from huozi.scripts import HAN
from huozi.source_file import CHARACTER_RULES, quoted

_ASCII_ALONE = r"[\x00-z|~\x7f]*\}"
_SET = r"(?P<of>[A-Za-z]{1,3})\s*\|\s*(?P=of)|[^{}|]*\|[^{}]*[<>=＜＞＝≤≥≠∈∉]"
"""What follows the brace of a set: {x|x为偶数}, {x|0<x<5}."""

RUBY = rf"\{{(?!{_ASCII_ALONE}|{_SET})(?=[^{{}}|\s])(?P<base>[^{{}}|]+)\|(?=\s*[^{{}}|\s])(?P<reading>[^{{}}|]+)\}}"

_TO = r"[(（][^\s（）()]{1,2000}(?: ?[“‘（][^“”‘’（）()\n]{0,200}[”’）])?[)）]"
"""Where a link leads, typed in both widths: the lint names the whole link."""
_MIXED = rf"[^\[\]［］【】\n]{{1,200}}[\]］】] ?{_TO}"

# Patterns are texts: compiling them takes longer than reading an article, and a clean one needs hardly any.
TEXT_RULES: tuple[tuple[str, str, str], ...] = (
    (
        "leftover-mark",
        "~`[(",
        rf"(?<!~)~~(?=[^\s~，。；：、？！）”…][^~]*~~)|(?<![\w~])~~(?=\w)|`+|!\[(?!{_MIXED})|\](?!{_TO})\(",
    ),
    (
        "mark-unclear",
        "~",
        rf"(?:\A|(?<=(?P<left>[^~0-9])))~(?P<first>[{HAN}])[^~\s0-9，。；：、？！]{{1,39}}(?<!(?P=left))~(?!~|[0-9]|(?P=first))",
    ),
    ("attributes-alone", "{", r"(?<!\])\{[#.][A-Za-z][^{}|]*\}"),
    (
        "ruby-broken",
        "|",
        rf"(?!{RUBY})\{{(?!{_SET.replace('of', 'by')})[^{{}}｝]*\|[^{{}}｝]*\}}?|\A[^{{}}｛]*\|[^{{}}]*\}}",
    ),
    ("note-missing", "^", r"\[\^[^\[\]\s]+\]"),
    ("tab", "\t", r"\t"),
)
"""Marks that stay in the text although they were meant as markup, by the rule that reports them: characters without any
of which the pattern cannot match, and the pattern."""

_PICTURE_IN_VAIN = (
    rf"!\[\[[^\[\]\n]{{0,200}}\]\]|!\[(?!{_MIXED})[^\[\]\n]{{0,200}}\]\([^\n()]{{0,300}}\)?"
    rf"|\A!\[(?!{_MIXED})[^\[\]\n]{{0,200}}\]?"
)
_NOT_TEXT = "\ufffc"
_LONGEST_FORMULA = 512
_TEX_FORMULA = (
    r"\[\n(?:[^\n]{1,200}\n){1,20}?\\\]|"
    r"\\?[(\[](?=(?:[^\n\\]|\\[A-Za-z]){0,500}?(?:[\^_=]|\\[A-Za-z]))(?:[^\n\\]|\\[A-Za-z]){1,500}\\{1,2}[)\]]"
)


def report_reference(node: Node, source: Source) -> None:
    """Report a character reference (``&#x202e;``) to a character that nobody sees and that is no hint of ours; and a
    formula of TeX in lines of its own.
    """
    if node.value == "[" and is_escaped(node, source):
        _report_formula(node, source)
    elif source.places.data[node.start : node.start + 1] == b"&":
        for rule in ("control-character", "bidi-character"):
            if re.match(CHARACTER_RULES[rule], node.value):
                source.report(node.start, rule, code=f"U+{ord(node.value):04X}")


def _report_formula(node: Node, source: Source) -> None:
    """Report a formula of TeX behind an escaped bracket."""
    if re.match(_TEX_FORMULA, source.places.text(node.start, node.start + _LONGEST_FORMULA)):
        source.report(node.start - 1, "not-set-yet-math")


def report_marks(node: Node, source: Source) -> None:
    """Report marks that stay in a text although they were meant as markup."""
    text: str = node.value
    escaped = is_escaped(node, source)
    if escaped:
        _report_formula(node, source)
    if "![" in text:
        text = _without_pictures(text, node, source)
    for rule, marks, pattern in TEXT_RULES:
        left_open = ""
        if not any(mark in text for mark in marks):
            continue
        for found in re.finditer(pattern, text):
            mark = found.group()
            if not found.start() and escaped:
                continue
            if mark == left_open:  # a pair is one slip
                left_open = ""
                continue
            left_open = mark if rule == "leftover-mark" and mark[0] in "~`" else ""
            place = moved(source.places.span(node.start), found.start())
            if rule == "note-missing" and mark[2:-1] in source.notes_begun:
                rule_here = "note-colon" if source.begins_line(node.start) and not found.start() else ""
            else:
                rule_here = rule
            if rule_here:
                source.findings.add(place, rule_here, mark=quoted(mark))


def _without_pictures(text: str, node: Node, source: Source) -> str:
    """A text with what was meant as a picture and is none made ``_NOT_TEXT``; each is reported.

    What a text holds is kept all the same; only no other rule blames it.
    """
    for found in reversed(list(re.finditer(_PICTURE_IN_VAIN, text))):
        if found.start() or not is_escaped(node, source):
            place = moved(source.places.span(node.start), found.start())
            source.findings.add(place, "picture-unread", mark=quoted(found.group()))
            text = text[: found.start()] + _NOT_TEXT * len(found.group()) + text[found.end() :]
    return text


def moved(span: Span, columns: int) -> Span:
    """A place so many columns on."""
    return span._replace(column=span.column + columns)

"""Checks of the manuscript: slips of typing that ``huozi check`` warns of.

Rules are patterns over a paragraph's text, a row each; only pairs of brackets and quotes need more. Nothing here is
needed to set an issue, so the build never imports it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import assert_never

from huozi.content.model import Article, CrossRef, Heading, Inline, NoteRef, Ruby, Text, TextRole
from huozi.content.running_text import running_text
from huozi.diagnostics import Findings, Span
from huozi.records import NamedTuple
from huozi.scripts import HAN

_FULL = HAN + "，。、；：？！“”‘’（）《》〈〉【】「」『』〔〕…—"
_STOPS = "，。、；："
_WIDE_MARKS = "，。、；：？！（）《》〈〉【】「」『』〔〕"
_SPACE_AT_MARK = re.compile(
    f"(?<=[{_WIDE_MARKS}])[ \u00a0]+(?=\\S)|(?<=\\S)[ \u00a0]+(?=[{_WIDE_MARKS}])"
    f"|(?<=[{HAN}])[ \u00a0]+(?=[“‘])|(?<=[”’])[ \u00a0]+(?=[{HAN}])"
)
_HALF_MARKS = re.escape(",.;:?!()")

FULL_WIDTH = dict(zip(",.;:?!()", "，。；：？！（）", strict=True))
PAIRS = dict(zip("“‘（《〈【「『〔［｛([", "”’）》〉】」』〕］｝)]", strict=True))
OPENING_OF = {closing: opening for opening, closing in PAIRS.items()}
_PAIR_MARKS = re.compile("[" + re.escape("".join(PAIRS) + "".join(OPENING_OF)) + "]")
_APOSTROPHE = re.compile(r"(?<=[A-Za-z])’(?=[A-Za-z])")
_NUMBER_BRACKET = re.compile(r"(?:^|(?<=[；;。，,\s]))[0-9A-Za-z]{1,3}[)）]")
_NOT_TEXT = "\ufffc"  # stands for what is no prose: code, the call of a note


class Check(NamedTuple):
    """A rule of the lint; ``headings`` says whether titles and headings, where spaces are meant, are checked too."""

    rule: str
    pattern: re.Pattern[str]
    arguments: tuple[str, ...]
    headings: bool


PLACEHOLDER = "正文写在这里。"
"""What a new article says until somebody writes it."""

CHECKS: tuple[Check, ...] = (
    Check(
        "half-width-mark",
        re.compile(f"(?<=[{HAN}])[{_HALF_MARKS}]|[{_HALF_MARKS}](?=[{HAN}])"),
        ("mark", "better"),
        True,
    ),
    Check("straight-quote", re.compile(f"(?<=[{_FULL}])[\"']|[\"'](?=[{_FULL}])"), ("mark",), True),
    Check("typed-space", re.compile(f"(?<=[{HAN}])[ \u00a0]+(?=[A-Za-z0-9])"), (), False),
    Check("typed-space", re.compile(f"(?<=[A-Za-z0-9%])[ \u00a0]+(?=[{HAN}])"), (), False),
    Check("space-at-mark", _SPACE_AT_MARK, (), True),
    Check("doubled-mark", re.compile(f"[{_STOPS}]{{2,}}|[{_STOPS}][？！]|[？！][{_STOPS}]"), ("mark",), True),
    Check("stray-word", re.compile(f"(?:(?<=[{HAN}])|(?<=[{HAN}] ))[a-z]{{2,}}(?=[ ]?[{HAN}])"), ("word",), True),
    Check("outer-space", re.compile(r"\A[\u3000 \u00a0]+|[\u3000 \u00a0]+\Z"), (), True),
    Check("placeholder", re.compile(rf"\A{PLACEHOLDER}\Z"), (), False),
)
"""The rules; ``arguments`` are the message's names for what was found (``better``: its full-width form)."""

UNPAIRED = Check("mark-not-closed", _PAIR_MARKS, ("mark",), True)
"""The rule of brackets and quotes without a partner: of the marks its pattern finds, :func:`_unpaired` chooses."""


class _Prose(NamedTuple):
    """A paragraph's text with the place of every character: where each inline starts, in the text and in the file."""

    text: str
    starts: tuple[int, ...]
    spans: tuple[Span, ...]

    def span(self, index: int) -> Span:
        """The place of a character."""
        piece = bisect_right(self.starts, index) - 1
        start = self.spans[piece]
        return start._replace(column=start.column + index - self.starts[piece])


def check_articles(articles: Iterable[Article], findings: Findings) -> None:
    """Report the slips of typing in the titles and bodies of articles, article by article, in the order of the text."""
    for article in articles:
        if article.title:
            _check_prose(_prose_of([Text(article.title, article.title_span)]), findings, is_heading=True)
        lines = list(running_text(article.blocks))
        for _, blocks in article.notes:
            lines += running_text(blocks)
        proses = [_prose_of(line.inlines) for line in lines]
        for line, prose, following in zip(lines, proses, [*proses[1:], _prose_of(())], strict=False):
            _check_prose(prose, findings, is_heading=isinstance(line, Heading), following=following.text)


def _prose_of(inlines: Sequence[Inline]) -> _Prose:
    texts = [_characters(inline) for inline in inlines]
    starts = tuple(accumulate((len(text) for text in texts), initial=0))[: len(texts)]
    return _Prose("".join(texts), starts, tuple(inline.span for inline in inlines))


def _characters(inline: Inline) -> str:
    match inline:
        case Text(text=text, role=TextRole.CODE):
            return _NOT_TEXT * len(text)
        case Text(text=text) | Ruby(base=text):
            return text
        case NoteRef() | CrossRef():
            return _NOT_TEXT
        case _:
            assert_never(inline)


def _check_prose(prose: _Prose, findings: Findings, is_heading: bool, following: str = "") -> None:
    slips = [
        (found.start(), check, found.group())
        for check in CHECKS
        if check.headings or not is_heading
        for found in check.pattern.finditer(prose.text)
    ]
    slips += [
        (index, UNPAIRED, prose.text[index])
        for index in _unpaired(prose.text)
        if not (index == 0 and prose.text[0] in "“「" and following.startswith(prose.text[0]))
    ]
    slips.sort(key=lambda slip: slip[0])
    for index, check, words in slips:
        findings.add(
            prose.span(index),
            check.rule,
            **{name: FULL_WIDTH.get(words, words) if name == "better" else words for name in check.arguments},
        )


def _unpaired(text: str) -> list[int]:
    """The indexes of brackets and quotes without a partner.

    Apostrophes within a word and the bracket of a number ``1)`` are none. A quotation of several paragraphs opens each
    of them and closes the last alone; the caller knows.
    """
    if not _PAIR_MARKS.search(text):
        return []
    skipped = {found.start() for found in _APOSTROPHE.finditer(text)}
    skipped.update(found.end() - 1 for found in _NUMBER_BRACKET.finditer(text))
    open_marks: list[int] = []
    alone: list[int] = []
    opened = Counter[str]()
    for found in _PAIR_MARKS.finditer(text):
        index, mark = found.start(), found.group()
        if mark in PAIRS:
            open_marks.append(index)
            opened[mark] += 1
        elif opened[OPENING_OF[mark]]:
            while text[open_marks[-1]] != OPENING_OF[mark]:
                opened[text[open_marks[-1]]] -= 1
                alone.append(open_marks.pop())
            opened[text[open_marks.pop()]] -= 1
        elif index not in skipped:
            alone.append(index)
    return sorted(alone + open_marks)

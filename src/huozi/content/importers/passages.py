"""Passages: the lines of an article put together to headings and paragraphs, as the author wrote them.

A heading of two lines comes as two headings, a paragraph at a page's end as two paragraphs, a paragraph typed in lines
as many lines. Every decision that the marks don't settle is a guess, and is reported at its line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import Enum
from itertools import pairwise

from huozi.content.importers.characters import CLOSERS, SENTENCE_ENDS, SPACES, is_western
from huozi.content.importers.desk import MEASURE_SLACK, Desk, is_heading
from huozi.content.importers.endmatter import is_byline, is_source_line, starts_byline
from huozi.content.importers.source import Line
from huozi.records import NamedTuple
from huozi.scripts import is_han

MAX_HEADING = 50  # characters: a longer heading that ends a sentence is a paragraph
MAX_BARE_HEADING = 25  # characters of a heading that lost its marks
MAX_LINES = 500  # lines of the source that one paragraph may be made of
MIN_CUT = 20  # characters: a page ends on a full line, so what is shorter is not cut

ENDS_BY_RIGHT = frozenset("：；:;—～－." + SENTENCE_ENDS)
CONTINUES = frozenset("，。、；：？！”’）》】")
QUOTE_CLOSERS = frozenset(CLOSERS + ')"')

_ENUMERATOR = re.compile(
    r"[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、](?!\d)"
)


class Kind(Enum):
    """What a passage is in its article."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    BYLINE = "byline"
    SOURCE = "source"


class Passage(NamedTuple):
    """Lines that make one heading or paragraph; ``joints[i]`` stands between line i and the next."""

    kind: Kind
    lines: tuple[int, ...]
    joints: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    depth: int = 0

    def followed_by(self, other: Passage, joint: str, reason: str) -> Passage:
        """This passage and another as one."""
        return self._replace(
            lines=self.lines + other.lines,
            joints=(*self.joints, joint, *other.joints),
            reasons=(*self.reasons, reason, *other.reasons),
        )


def read_passages(desk: Desk, lines: Sequence[Line]) -> list[Passage]:
    """The passages of an article's lines, headings still one by one."""
    passages: list[Passage] = []
    for group in _groups(lines):
        if is_heading(group[0]):
            passages.append(_heading(desk, group[0]))
        else:
            passages.extend(_paragraphs(desk, group))
    passages = _bare_headings(desk, passages)
    return [_classified(desk, passage) for passage in _joined(desk, passages)]


def text_of(desk: Desk, passage: Passage) -> str:
    """What a passage says, without bold marks."""
    pieces = [desk.lines[line].plain for line in passage.lines]
    return "".join(piece + joint for piece, joint in zip(pieces, (*passage.joints, ""), strict=True))


def _groups(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Headings alone, and text lines that follow one another without a blank line."""
    group: list[Line] = []
    for line in lines:
        if group and (is_heading(line) or is_heading(group[-1]) or line.index != group[-1].index + 1):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _heading(desk: Desk, line: Line) -> Passage:
    if len(line.plain) > MAX_HEADING and line.plain[-1] in SENTENCE_ENDS:
        desk.say(line.index, "import-heading-long", text=line.plain[:MAX_BARE_HEADING])
        return Passage(Kind.PARAGRAPH, (line.index,))
    return Passage(Kind.HEADING, (line.index,), depth=line.depth)


def _paragraphs(desk: Desk, group: Sequence[Line]) -> Iterator[Passage]:
    """The paragraphs of lines in a row: one in Markdown, or where a line is full; else a stop ends a paragraph."""
    own = [group[0]]
    for last, line in pairwise(group):
        is_full = 0 < desk.measure <= len(last.plain) + MEASURE_SLACK
        if _starts_anew(desk, last, line) or (ends_by_right(last.plain) and not is_full):
            desk.say(line.index, "import-lines-split", text=line.plain[:10])
            yield _paragraph(own)
            own = []
        own.append(line)
    yield _paragraph(own)


def _paragraph(lines: Sequence[Line]) -> Passage:
    joints = tuple(_joint(last, line) for last, line in pairwise(lines))
    return Passage(Kind.PARAGRAPH, tuple(line.index for line in lines), joints, ("line-joined",) * len(joints))


def _starts_anew(desk: Desk, last: Line, line: Line) -> bool:
    if is_source_line(last.plain) or is_byline(last.plain) or line.bold:
        return True
    indent = desk.source[line.start : line.body]
    return indent.startswith("\u3000") or starts_byline(line.plain) or is_source_line(line.plain)


def _joint(last: Line, line: Line) -> str:
    """What parts two lines made one: a space between western words, nothing beside Han."""
    one, other = last.plain[-1], line.plain[0]
    return " " if is_western(one) and is_western(other) and one.isalpha() and other.isalpha() else ""


def ends_by_right(text: str) -> bool:
    """Whether a paragraph may end so: with a stop, a colon, a dash, or a bracket or quotation that ends a sentence."""
    core = text.rstrip("".join(QUOTE_CLOSERS) + SPACES)
    if not core or core[-1] in ENDS_BY_RIGHT:
        return True
    closers = text[len(core) :].strip(SPACES)
    return closers.endswith(("）", ")")) and _is_remark(core)


def _is_remark(core: str) -> bool:
    """Whether the bracket left open at the end of ``core`` stands by itself, behind a sentence or alone."""
    start = max(core.rfind("（"), core.rfind("("))
    before = core[:start].rstrip(SPACES)
    return start >= 0 and (not before or before[-1] in ENDS_BY_RIGHT | QUOTE_CLOSERS)


def _bare_headings(desk: Desk, passages: Sequence[Passage]) -> list[Passage]:
    """The passages with those made headings that lost their marks: short, alone, without a stop, before a paragraph."""
    result: list[Passage] = []
    for i, passage in enumerate(passages):
        following = passages[i + 1] if i + 1 < len(passages) else None
        if passage.kind is Kind.PARAGRAPH and following and _is_bare_heading(desk, result, passage, following):
            desk.say(passage.lines[0], "import-heading-unmarked", text=text_of(desk, passage))
            passage = Passage(Kind.HEADING, passage.lines)  # noqa: PLW2901 - the passage, read anew
        result.append(passage)
    return result


def _is_bare_heading(desk: Desk, before: Sequence[Passage], passage: Passage, following: Passage) -> bool:
    if len(passage.lines) > 1:
        return False
    line = desk.lines[passage.lines[0]]
    text = line.plain
    if starts_byline(text) or is_source_line(text) or not any(map(is_han, text)):
        return False
    if line.bold and len(text) <= MAX_HEADING and text[-1] not in "。；，、":
        return True
    if before and before[-1].kind is Kind.PARAGRAPH and not ends_by_right(text_of(desk, before[-1])):
        return False  # the end of a paragraph cut in two, or one line of several
    is_short = len(text) <= MAX_BARE_HEADING and not ends_by_right(text) and text[-1] not in "，、”’）》"
    return is_short and following.kind is Kind.PARAGRAPH and len(text_of(desk, following)) > MAX_BARE_HEADING


def _joined(desk: Desk, passages: Sequence[Passage]) -> list[Passage]:
    """The passages with the paragraphs made whole that a page's end cut in two."""
    result: list[Passage] = []
    for passage in passages:
        last = result[-1] if result else None
        is_pair = last and last.kind is passage.kind is Kind.PARAGRAPH and len(last.lines) < MAX_LINES
        if last and is_pair and _is_cut(desk, last, passage):
            one, other = desk.lines[last.lines[-1]], desk.lines[passage.lines[0]]
            desk.say_at(one.body_end - 1, "import-paragraph-joined", end=one.plain[-8:], start=other.plain[:8])
            result[-1] = last.followed_by(passage, _joint(one, other), "paragraph-joined")
        else:
            result.append(passage)
    return result


def _is_cut(desk: Desk, last: Passage, passage: Passage) -> bool:
    end, start = text_of(desk, last), text_of(desk, passage)
    if starts_byline(start) or is_source_line(start) or is_source_line(end) or _ENUMERATOR.match(start):
        return False
    if starts_byline(end):
        return not is_byline(end)
    if start[0] in CONTINUES:
        return True
    return len(end) >= MIN_CUT and not ends_by_right(end)


def _classified(desk: Desk, passage: Passage) -> Passage:
    """A paragraph as byline or source line where it is one; one that ends nowhere is reported."""
    if passage.kind is not Kind.PARAGRAPH:
        return passage
    text = text_of(desk, passage)
    if is_byline(text):
        return passage._replace(kind=Kind.BYLINE)
    if is_source_line(text):
        return passage._replace(kind=Kind.SOURCE)
    if not ends_by_right(text):
        desk.say_at(desk.lines[passage.lines[-1]].body_end - 1, "import-paragraph-open", end=text[-8:])
    return passage

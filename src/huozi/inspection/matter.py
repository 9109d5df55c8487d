"""Figures and tables over all articles: each mentioned, in order, not before its mention, with what it must say.

What they are called is known from their counting; typed numbers are held against it, since no program mends them when
a figure comes or goes.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from huozi.blocks.counting import label_of, matter_of, numbers_in
from huozi.content.issue_model import Article, Title
from huozi.content.model import Block, CrossRef, Figure, Heading, Inline, Paragraph, Script, Table, Text
from huozi.content.plain import plain_title
from huozi.content.prose import prose_of
from huozi.content.running_text import every_block, parts_of
from huozi.diagnostics import Findings, Span
from huozi.display import GlyphRun, Page
from huozi.inspection.subject import Subject, at_page
from huozi.records import NamedTuple
from huozi.structure import Kind, lineage

WORDS = {"图": Figure, "表": Table}
_NOT_BEFORE = "附地版插视构意制绘试企拼草略代年报统发列电手水外"
_NOT_BEHIND = r"[0-9.．\-–—－%]|[ \u00a0]?[幅份张篇册年月日号期度个位层]"
TYPED = rf"(?<![{_NOT_BEFORE}])(?P<word>[图表])[ \u00a0\u3000]?(?P<number>[1-9][0-9]?)(?!{_NOT_BEHIND})"
"""A figure or a table by a typed number (图 3); 地图 3 幅 and 年表 2 份 are none, nor is an appendix's (附表 1)."""

USUAL = 2
"""Tables that say whose their numbers are, for that to be the issue's way."""

SAME_UNIT = 3
"""So many cells of a column that bear one unit have it in common."""

_WITH_UNIT = re.compile(r"[+−-]?[0-9][0-9,.]*(?P<unit>[^0-9.,%‰()（）\s][^0-9\s]{0,5})")
_MARK = r"[a-z*†‡]|[①-⑳]|[0-9]{1,2}[)）]?"
_LED = rf"(?:(?:附|表)?注[：:]\s*)?(?P<mark>{_MARK})(?![0-9A-Za-z])"
"""What is said below a table, led by its mark: 注：a 含……；b ……"""


class Counted(NamedTuple):
    """A numbered figure or table of an article, what it is called, and the text that mentions it first."""

    block: Figure | Table
    label: str
    mention: Paragraph | Heading | None


def counted_in(article: Article, subject: Subject) -> list[Counted]:
    """The numbered figures and tables of an article, in the order in which they are written."""
    style = subject.sheet.references
    numbers = numbers_in(article, subject.issue, style)
    blocks = matter_of(article)
    labels = {block.span: label_of(block, numbers[block.span], style) for block in blocks}
    texts = _texts(article)
    return [
        Counted(block, labels[block.span], _mention(block, labels[block.span], texts))
        for block in blocks
        if labels[block.span]  # a layout may print none
    ]


def _texts(article: Article) -> list[Paragraph | Heading]:
    """The running text of an article, notes behind it: what figures and tables say themselves mentions none."""
    notes = (block for _, note in article.notes for block in note)
    return [*_running(article.blocks), *_running(notes)]


def _running(blocks: Iterable[Block]) -> Iterator[Paragraph | Heading]:
    for block in blocks:
        match block:
            case Paragraph() | Heading():
                yield block
            case Figure() | Table():
                pass
            case _:
                yield from _running(parts_of(block))


def _mention(block: Figure | Table, label: str, texts: Sequence[Paragraph | Heading]) -> Paragraph | Heading | None:
    """The text that mentions a figure or a table first, by its name or by its number as it is typed."""
    bare = _bare(label)
    for text in texts:
        if any(isinstance(each, CrossRef) and each.target == block.name and not each.issue for each in text.inlines):
            return text
        if any(bare == _bare(found[0]) for found in re.finditer(TYPED, prose_of(text.inlines).text)):
            return text
    return None


def _bare(label: str) -> str:
    return "".join(label.split())


# ------------------------------------------------------------------ what is called


def look_at_mentions(subject: Subject, findings: Findings) -> None:
    """Report figures and tables that nothing mentions, mentions out of order, and typed numbers that are none."""
    for article in subject.texts:
        counted = counted_in(article, subject)
        texts = _texts(article)
        for kind in (Figure, Table):
            own = [each for each in counted if isinstance(each.block, kind)]
            _check_order(own, texts, findings)
        for each in counted:
            if each.mention is None:
                findings.add(each.block.span, "matter-unmentioned", label=each.label)
        _check_typed(counted, texts, findings)
        _check_pages(counted, subject, findings)


def _check_order(counted: Sequence[Counted], texts: Sequence[Paragraph | Heading], findings: Findings) -> None:
    """Report the first mention that comes before that of a smaller number."""
    at = {id(text): place for place, text in enumerate(texts)}
    before: Counted | None = None
    for each in (each for each in counted if each.mention is not None):
        place = at[id(each.mention)]
        if before is not None and place < at[id(before.mention)]:
            findings.add(texts[place].span, "mention-order", label=each.label, before=before.label)
            return
        before = each


def _check_typed(counted: Sequence[Counted], texts: Sequence[Paragraph | Heading], findings: Findings) -> None:
    """Report typed numbers of figures and tables that an article has and that have no such number."""
    labels = {_bare(each.label) for each in counted}
    kinds = {type(each.block) for each in counted}
    for text in texts:
        prose = prose_of(text.inlines)
        for found in re.finditer(TYPED, prose.text):
            if WORDS[found["word"]] in kinds and _bare(found[0]) not in labels:
                findings.add(prose.span(found.start()), "number-typed", typed=found[0])


def _check_pages(counted: Sequence[Counted], subject: Subject, findings: Findings) -> None:
    """Report what stands before the spread of its mention."""
    for each in counted:
        if each.mention is None:
            continue
        stands = next(_pages_of(each.block.span, (Kind.FIGURE, Kind.TABLE), "", subject.pages), None)
        said = _pages_of(each.mention.span, (Kind.PARAGRAPH, Kind.HEADING), _bare(each.label), subject.pages)
        mention = next(said, None)
        if stands is None or mention is None or stands.index >= mention.index:
            continue
        if not (stands.side == "left" and mention.index == stands.index + 1):
            told = {"label": each.label, "page": stands.label, "mention": mention.label}
            findings.extend([at_page(stands, each.block.span, "matter-before-mention", **told)])


def _pages_of(span: Span, kinds: Sequence[Kind], words: str, pages: Sequence[Page]) -> Iterator[Page]:
    """The pages on which something stands that is of a kind and comes from a place, and says some words."""
    for page in pages:
        text, stands = "", False
        for placed in page.items:
            if any(each.span == span and each.kind in kinds for each in lineage(placed.element)):
                stands = True
                text += "".join(placed.item.texts) if words and isinstance(placed.item, GlyphRun) else ""
        if stands and words in _bare(text):
            yield page


# ------------------------------------------------------------------ what they say


def look_at_matter(subject: Subject, findings: Findings) -> None:
    """Report figures and tables without a caption, tables without a source where others have one, units and marks."""
    tables = [block for article in subject.texts for block in every_block(article.blocks) if isinstance(block, Table)]
    sourced = sum(bool(table.source) for table in tables)
    for article in subject.texts:
        for block in matter_of(article):
            if not block.caption:
                findings.add(block.span, "caption-missing", name=block.name)
    for table in tables:
        if not table.source and sourced >= USUAL and sourced * 2 > len(tables):
            findings.add(table.span, "table-without-source", count=sourced)
        _check_units(table, findings)
        _check_marks(table, findings)


def _check_units(table: Table, findings: Findings) -> None:
    """Report a column whose numbers all bear the same unit: it belongs into the head, or above the table."""
    columns: dict[int, list[str]] = {}
    for row in table.rows[table.heads :]:
        if sum(cell.columns for cell in row) == len(table.aligns):
            at = 0
            for cell in row:
                columns.setdefault(at, []).append(_plain(cell.inlines))
                at += cell.columns
    for texts in columns.values():
        found = [_WITH_UNIT.fullmatch(text) for text in texts if text]
        units = Counter(each["unit"] for each in found if each)
        if len(found) >= SAME_UNIT and len(units) == 1 and all(found):
            (unit,) = units
            findings.add(table.span, "unit-in-cells", unit=unit)


def _check_marks(table: Table, findings: Findings) -> None:
    """Report raised marks that no note below explains; where there are some, also marks of notes that none answers."""
    above = [inline for row in table.rows for cell in row for inline in cell.inlines]
    raised = {_mark(inline) for inline in (*above, *table.caption)} - {""}
    told = {_mark(inline) for note in table.notes for inline in note} - {""}
    parts = (part for note in table.notes for part in re.split("[；;]", _plain(note)))
    told |= {found["mark"] for part in parts if (found := re.match(_LED, part.strip()))}
    for mark in sorted(raised - told):
        if told or not mark.isdecimal():  # 10² is no mark
            findings.add(table.span, "table-mark-alone", mark=mark)
    for mark in sorted(told - raised) if raised else ():
        findings.add(table.span, "table-note-alone", mark=mark)


def _mark(inline: Inline) -> str:
    """What a raised mark of a table says; empty where a piece of text is none."""
    match inline:
        case Text(text, _, _, markup) if markup.script is Script.SUPER and re.fullmatch(_MARK, text.strip()):
            return text.strip()
        case _:
            return ""


def _plain(inlines: Sequence[Inline]) -> str:
    return plain_title(Title(tuple(inlines), Span(""))).strip()

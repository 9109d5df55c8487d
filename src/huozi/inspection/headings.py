"""Headings over all articles: numbers without gaps, forms of numbers by rank, notes in order.

That a rank is left out, and that a number belies its rank, every check says.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from huozi.content.model import Article, Heading, NoteRef, Script, Text, Title
from huozi.content.plain import plain_title
from huozi.content.running_text import running_text
from huozi.content.typed_numbers import RANKED, TypedNumber, typed_number
from huozi.diagnostics import Findings, Span
from huozi.inspection.subject import Subject, squeezed
from huozi.records import NamedTuple
from huozi.scripts import CIRCLED

_UNNUMBERED = frozenset((
    "引言", "前言", "导言", "导语", "绪论", "序言", "结语", "结论", "结束语", "小结", "余论", "致谢", "附录",
    "附记", "后记", "参考文献", "注释", "讨论",
))  # fmt: skip
_CALL = rf"[\[［(（]?[0-9]{{1,3}}[\]］)）]|[{CIRCLED}]"

USUAL = 2
"""Articles that show a form of numbers for the form to be the issue's."""


class Head(NamedTuple):
    """A heading with its number, if it has one."""

    level: int
    text: str
    number: TypedNumber | None
    span: Span


def heads_of(article: Article) -> list[Head]:
    """The headings of an article in order."""
    runs = (run for run in running_text(article.blocks) if isinstance(run, Heading))
    plain = ((run, plain_title(Title(run.inlines, run.span))) for run in runs)
    return [Head(run.level, text, typed_number(text), run.span) for run, text in plain]


def look_at_headings(subject: Subject, findings: Findings) -> None:
    """Report numbers of headings with gaps, ranks numbered otherwise than elsewhere, and odd headings."""
    forms: dict[int, Counter[int]] = {}
    for article in subject.issue.articles:
        heads = heads_of(article)
        _check_numbers(heads, findings)
        _check_texts(heads, findings)
        _check_forms(heads, findings)
        for level, form in {(head.level, head.number.form) for head in heads if head.number}:
            forms.setdefault(level, Counter())[form] += 1
    for article in subject.issue.articles:
        _check_against_others(heads_of(article), forms, findings)


def _check_numbers(heads: Sequence[Head], findings: Findings) -> None:
    """Numbers of one rank count from one, below each heading of a higher rank anew."""
    last: dict[int, TypedNumber] = {}
    for head in heads:
        for level in [level for level in last if level > head.level]:
            del last[level]
        if head.number is None or not head.number.value:
            continue
        before = last.get(head.level)
        wanted = before.value + 1 if before and before.form == head.number.form else 1
        goes_on = before is None and _counts_through(heads, head)
        if head.number.value != wanted and not goes_on:
            shown = {"text": head.text, "found": head.number.digits, "wanted": wanted}
            findings.add(head.span, "heading-number-order", **shown)
        last[head.level] = head.number


def _counts_through(heads: Sequence[Head], head: Head) -> bool:
    """Whether a number goes on from the last of its rank, whatever stood between them (1. 2. | 3. 4.)."""
    at = heads.index(head)
    before = [other for other in heads[:at] if other.level == head.level and other.number]
    return bool(before) and (before[-1].number, head.number) != (None, None) and _follows(before[-1], head)


def _follows(before: Head, head: Head) -> bool:
    if before.number is None or head.number is None:
        return False
    return before.number.form == head.number.form and before.number.value + 1 == head.number.value


def _check_texts(heads: Sequence[Head], findings: Findings) -> None:
    seen: set[str] = set()
    for at, head in enumerate(heads):
        bare = squeezed(head.text)
        if bare in seen:
            findings.add(head.span, "heading-twice", text=head.text)
        seen.add(bare)
        if re.search(r"[，、；：,;:]\Z", head.text):
            findings.add(head.span, "heading-end-mark", text=head.text, mark=head.text[-1])
        siblings = _siblings(heads, at)
        numbered = [other for other in siblings if other.number]
        if head.number is None and len(numbered) > len(siblings) // 2 and bare not in _UNNUMBERED:
            findings.add(head.span, "heading-unnumbered", text=head.text)


def _siblings(heads: Sequence[Head], at: int) -> list[Head]:
    """The headings of one rank below the same heading, all but the usual ones without a number."""
    level = heads[at].level
    start = next((index for index in range(at, -1, -1) if heads[index].level < level), -1)
    end = next((index for index in range(at, len(heads)) if heads[index].level < level), len(heads))
    inside = heads[start + 1 : end]
    return [head for head in inside if head.level == level and squeezed(head.text) not in _UNNUMBERED]


def _check_forms(heads: Sequence[Head], findings: Findings) -> None:
    """Within an article a rank has one form, and a lower rank a later one (一、（一）1.（1）)."""
    first: dict[int, int] = {}
    for head in heads:
        if head.number is None:
            continue
        form = first.setdefault(head.level, head.number.form)
        if form != head.number.form:
            findings.add(head.span, "heading-form-varies", text=head.text, other=_name(form))
        above = first.get(head.level - 1)
        if above is not None and above < len(RANKED) and head.number.form < len(RANKED) and head.number.form <= above:
            findings.add(head.span, "heading-form-order", text=head.text, other=_name(above))


def _check_against_others(heads: Sequence[Head], forms: dict[int, Counter[int]], findings: Findings) -> None:
    """Report the first heading of a rank whose form of number is not that of most articles."""
    told: set[int] = set()
    for head in heads:
        if head.number is None or head.level in told:
            continue
        usual, times = forms[head.level].most_common(1)[0]
        if head.number.form != usual and times >= USUAL and times > forms[head.level][head.number.form]:
            findings.add(head.span, "heading-form-uneven", text=head.text, other=_name(usual), count=times)
            told.add(head.level)


def _name(form: int) -> str:
    """A form of number as an example."""
    names = ("第一章", "第一节", "一、", "（一）", "1.", "（1）", "第一篇", "1.1", "1)", "①", "I.", "A.")
    return names[form]


# ------------------------------------------------------------------ notes


def look_at_notes(subject: Subject, findings: Findings) -> None:
    """Report notes called in another order than they are numbered in, and numbers of notes that are mere text."""
    for article in subject.texts:
        calls = list(_calls(article))
        numbers = [(int(call.name), call.span) for call in calls if call.name.isdecimal()]
        for at, (number, span) in enumerate(numbers[1:], 1):
            if number < max(before for before, _ in numbers[:at]):
                findings.add(span, "note-order", number=number, before=numbers[at - 1][0])
                break
        for text, span in _typed_calls(article):
            findings.add(span, "note-typed", typed=text)


def _calls(article: Article) -> Iterator[NoteRef]:
    for run in running_text(article.blocks):
        yield from (inline for inline in run.inlines if isinstance(inline, NoteRef))


def _typed_calls(article: Article) -> Iterator[tuple[str, Span]]:
    """Raised numbers in brackets or circles: they look like calls of notes, and no note belongs to them."""
    for text in _texts(article):
        if text.markup.script is Script.SUPER and re.fullmatch(_CALL, text.text):
            yield text.text, text.span


def _texts(article: Article) -> Iterable[Text]:
    for run in running_text(article.blocks):
        yield from (inline for inline in run.inlines if isinstance(inline, Text))

"""Headings over all articles: numbers without gaps, forms of numbers by rank, notes in order.

That a rank is left out, and that a number belies its rank, every check says.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from huozi.content.issue_model import Article, Title
from huozi.content.model import Heading, NoteRef, Script, Text
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
    """Numbers of one rank count from one, below each heading of a higher rank anew or through (1. 2. | 3. 4.)."""
    last: dict[int, TypedNumber] = {}
    latest: dict[int, TypedNumber] = {}
    for head in heads:
        for level in [level for level in last if level > head.level]:
            del last[level]
        if head.number is None or not head.number.value:
            continue
        before = last.get(head.level)
        wanted = _after(before, head.number)
        goes_on = before is None and head.number.value == _after(latest.get(head.level), head.number)
        if head.number.value != wanted and not goes_on:
            shown = {"text": head.text, "found": head.number.digits, "wanted": wanted}
            findings.add(head.span, "heading-number-order", **shown)
        last[head.level] = latest[head.level] = head.number


def _after(before: TypedNumber | None, number: TypedNumber) -> int:
    """What a number must count to, after another of its rank."""
    return before.value + 1 if before is not None and before.form == number.form else 1


def _check_texts(heads: Sequence[Head], findings: Findings) -> None:
    seen: set[str] = set()
    for head in heads:
        bare = squeezed(head.text)
        if bare in seen:
            findings.add(head.span, "heading-twice", text=head.text)
        seen.add(bare)
        if re.search(r"[，、；：,;:]\Z", head.text):
            findings.add(head.span, "heading-end-mark", text=head.text, mark=head.text[-1])
    for siblings in _siblings(heads):
        bare_ones = [head for head in siblings if head.number is None]
        if len(bare_ones) * 2 < len(siblings):
            for head in bare_ones:
                findings.add(head.span, "heading-unnumbered", text=head.text)


def _siblings(heads: Sequence[Head]) -> list[list[Head]]:
    """The headings of one rank below the same heading, all but the usual ones without a number."""
    groups: dict[tuple[int, int], list[Head]] = {}
    above: list[tuple[int, int]] = []
    for at, head in enumerate(heads):
        while above and above[-1][0] >= head.level:
            above.pop()
        parent = above[-1][1] if above else -1
        above.append((head.level, at))
        if squeezed(head.text) not in _UNNUMBERED:
            groups.setdefault((parent, head.level), []).append(head)
    return list(groups.values())


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
        seen: set[int] = set()  # a note may be called again
        most = 0
        for number, span in numbers:
            if number < most and number not in seen:
                findings.add(span, "note-order", number=number, before=most)
                break
            seen.add(number)
            most = max(most, number)
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

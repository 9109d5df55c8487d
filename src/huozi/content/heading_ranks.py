"""Ranks of an article's headings that its own numbers belie.

Loaded where an article has headings of several ranks. That a rank is left out is told where headings are read.
"""

from __future__ import annotations

from collections.abc import Iterable

from huozi.content.issue_model import Title
from huozi.content.model import Block, Heading
from huozi.content.plain import plain_title
from huozi.content.running_text import running_text
from huozi.content.typed_numbers import TypedNumber, typed_number
from huozi.diagnostics import Findings
from huozi.records import NamedTuple
from huozi.source_file import quoted


class _Numbered(NamedTuple):
    """A numbered heading that was met."""

    level: int
    number: TypedNumber
    text: str


def report_ranks(blocks: Iterable[Block], findings: Findings) -> None:
    """Report a heading that counts on from another one and is of another rank.

    Only where its own rank has had no number of that form yet, below the heading that both stand in: 二、 as ``###``
    behind 一、 as ``##``. Finding: ``heading-rank-uneven``.
    """
    met: list[_Numbered] = []
    for heading in running_text(blocks):
        if not isinstance(heading, Heading):
            continue
        text = plain_title(Title(heading.inlines, heading.span))
        number = typed_number(text)
        at_hand = [other for other in met if number and other.number.form == number.form]
        if number and at_hand and _counts_on(number, heading.level, at_hand):
            before = at_hand[-1]
            findings.add(
                heading.span,
                "heading-rank-uneven",
                text=quoted(text),
                found="#" * heading.level,
                before=quoted(before.text),
                wanted="#" * before.level,
            )
        met = [other for other in met if other.level <= heading.level]  # what is deeper has ended
        if number:
            met.append(_Numbered(heading.level, number, text))


def _counts_on(number: TypedNumber, level: int, at_hand: list[_Numbered]) -> bool:
    """Whether a number goes on from that of another rank, and no other of its form stands at its own."""
    before = at_hand[-1]
    has_own = any(other.level == level for other in at_hand)
    return not has_own and before.level != level and 0 < before.number.value == number.value - 1

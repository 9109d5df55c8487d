"""What a page carries beside its text and the OCR took for text: running heads, page numbers, section names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from huozi.content.importers.characters import normalised
from huozi.content.importers.desk import Desk, is_heading
from huozi.content.importers.source import Line

MAX_FURNITURE = 60

_FOLIO = re.compile(r"[-—–·.•|\s]*(?:第\s*)?\d{1,4}(?:\s*页)?[-—–·.•|\s]*")
_ISSUE_WORDS = re.compile(
    r"(?:(?:19|20)\d{2}年?)?(?:第?\d{1,4}期)?(?:总第?\d{1,5}期)?(?:\d{1,2}月(?:\d{1,2}日)?)?\d{0,4}"
)


def drop_furniture(desk: Desk, lines: Sequence[Line], names: Iterable[str], sections: Iterable[str]) -> None:
    """Drop the lines that only repeat the journal, the issue, a section or a page number, each with a finding.

    A section's name as a heading goes where another heading follows: it stands above its first article.
    """
    section_names = frozenset(name for name in map(normalised, sections) if name)
    known = [name for name in map(normalised, names) if name]
    known += sorted(section_names, key=lambda name: (-len(name), name))
    for i, line in enumerate(lines):
        if len(line.plain) > MAX_FURNITURE:
            continue
        follows_heading = i + 1 < len(lines) and is_heading(lines[i + 1])
        reason = _reason(line, known, section_names, follows_heading)
        if reason:
            desk.ledger.drop(line.index, reason)
            desk.say(line.index, f"import-{reason}", text=line.plain)


def _reason(line: Line, names: Sequence[str], sections: frozenset[str], heading_follows: bool) -> str:
    text = normalised(line.plain)
    if is_heading(line):
        return "section-repeated" if text in sections and heading_follows else ""
    if _FOLIO.fullmatch(line.plain):
        return "folio"
    rest = text
    for name in names:
        rest = rest.replace(name, "", 1)
    return "running-head" if rest != text and _ISSUE_WORDS.fullmatch(rest) else ""

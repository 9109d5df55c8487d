"""The words of tables: as anywhere, but that a star there is most often one of significance (0.35**, *p<0.05)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from huozi.content.attributes import settled
from huozi.content.fields import Line
from huozi.content.inlines import read_inlines
from huozi.content.markdown_tree import Node
from huozi.content.model import Inline
from huozi.content.reading import Gathered
from huozi.content.titles import MARKS, read_line
from huozi.diagnostics import Finding, Findings

_STARS = re.compile(r"\*{1,3}(?:[A-Za-z][^\n]*)?")
_OF_STARS = ("leftover-mark", "mark-unclear")


def read_table_nodes(nodes: Sequence[Node], reading: Gathered) -> tuple[Inline, ...]:
    """The inlines of a cell or a line of a pipe table."""
    if not any(node.name == "Text" and "*" in node.value for node in nodes):
        return read_inlines(nodes, reading.source)
    own = Findings()
    inlines = read_inlines(nodes, reading.source._replace(findings=own))
    _take_over(own, reading)
    return inlines


def read_table_line(line: Line, reading: Gathered) -> tuple[Inline, ...]:
    """The inlines of a line of a cell or of what stands beside a table, in YAML or in a file."""
    if MARKS.isdisjoint(line.text) and "|" not in line.text:  # as most
        return read_line(line, reading.source.findings)
    own = Findings()
    inlines = settled(read_line(line, own, has_references=True), reading)
    _take_over(own, reading)
    return inlines


def _take_over(own: Findings, reading: Gathered) -> None:
    reading.source.findings.extend(item for item in own if not _is_of_stars(item))


def _is_of_stars(item: Finding) -> bool:
    return item.rule in _OF_STARS and _STARS.fullmatch(dict(item.arguments).get("mark", "")) is not None

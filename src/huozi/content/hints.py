"""An editor's hints for a paragraph: ``{lines=-1}`` at its end asks for a line less, ``{lines=+1}`` for one more."""

from __future__ import annotations

import re
from collections.abc import Iterable

from huozi.content.markdown_tree import Node
from huozi.content.spans import Source
from huozi.source_file import quoted

LOOSENESS = {f"{sign}{lines}": way * lines for sign, way in (("-", -1), ("\u2212", -1), ("+", 1)) for lines in (1, 2)}
"""What may be asked for, as it is written: one or two lines fewer or more."""

_HINT = re.compile(r"\{lines=([^{}]*)\}")
_BREAKS = ("SoftBreak", "HardBreak")


def take_hint(paragraph: Node, taken: set[int], source: Source) -> tuple[Node, int]:
    """A paragraph without the hint at its end, and how many lines more it asks for.

    The place of the hint is added to ``taken``. Findings: ``hint-value``.
    """
    if not paragraph.children or paragraph.children[-1].name != "Text":
        return paragraph, 0
    *before, last = paragraph.children
    found = _HINT.fullmatch(last.value, max(last.value.rfind("{lines="), 0))
    if not found:
        return paragraph, 0
    offset = last.end - len(found[0].encode())
    rest = last.value[: found.start()].rstrip()
    if source.places.data[offset - 1 : offset] == b"\\" or not (rest or before):
        return paragraph, 0
    taken.add(offset)
    if rest:
        before.append(last._replace(value=rest, end=last.start + len(rest.encode())))
    elif before[-1].name in _BREAKS:
        del before[-1]
    asked = found[1].strip()
    if asked not in LOOSENESS:
        source.report(offset, "hint-value", hint=quoted(found[0]))
    return paragraph._replace(children=before), LOOSENESS.get(asked, 0)


def report_misplaced(nodes: Iterable[Node], taken: set[int], source: Source) -> None:
    """Report the hints that stand elsewhere than at the end of a paragraph: they are printed as they are."""
    for node in nodes:
        if node.name == "Text":
            for found in _HINT.finditer(node.value):
                offset = node.start + len(node.value[: found.start()].encode())
                is_escaped = source.places.data[offset - 1 : offset] == b"\\"
                if offset not in taken and not is_escaped:
                    source.report(offset, "hint-place", hint=quoted(found[0]))
        report_misplaced(node.children, taken, source)

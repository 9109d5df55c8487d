"""The few tags of HTML that can mean one thing only: ``<br>`` within a paragraph, ``<sup>…</sup>``, ``<sub>…</sub>``.

Only bare tags are read, around text and nothing else. Every other tag stays one that cannot be set; so does a ``<br>``
at the edge of a paragraph, or beside another, by which somebody wanted an empty line.

Few articles have any, so this module is loaded when the first of them shows up.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from huozi.content.markdown_tree import Node
from huozi.content.model import Script

SCRIPT = "Script"
"""The name of a node whose text is raised or lowered; its value is the script."""

_SCRIPTS = {"<sup>": Script.SUPER, "<sub>": Script.SUB}
_BREAK = r"(?i)<br ?/?>"
_BREAKS = ("SoftBreak", "HardBreak")


def with_tags(nodes: Sequence[Node]) -> Sequence[Node]:
    """The nodes of a level with what its tags mean: forced line breaks, nodes of raised and lowered text."""
    if not any(node.name == "InlineHtml" for node in nodes):
        return nodes
    made: list[Node] = []
    at = 0
    while at < len(nodes):
        node = nodes[at]
        end = _closing(nodes, at) if node.name == "InlineHtml" else at
        if end > at:
            made.append(Node(SCRIPT, _SCRIPTS[node.value.lower()], node.start, nodes[end].end, [*nodes[at + 1 : end]]))
        elif _is_break(nodes, at):
            made.append(Node("HardBreak", None, node.start, node.end, []))
            end += nodes[at + 1].name in _BREAKS
        else:
            made.append(node)
        at = end + 1
    return made


def _closing(nodes: Sequence[Node], at: int) -> int:
    """Where the tag at a place is closed, with text between the two; the place itself where it is not."""
    tag = nodes[at].value.lower()
    if tag not in _SCRIPTS:
        return at
    end = at + 1
    while end < len(nodes) and nodes[end].name == "Text":
        end += 1
    is_closed = end < len(nodes) and nodes[end].name == "InlineHtml" and nodes[end].value.lower() == f"</{tag[1:]}"
    return end if is_closed and end > at + 1 else at


def _is_break(nodes: Sequence[Node], at: int) -> bool:
    """Whether a ``<br>`` stands at a place, with something to part on both sides."""
    node = nodes[at]
    if node.name != "InlineHtml" or not re.fullmatch(_BREAK, node.value):
        return False
    behind = at + 2 if nodes[at + 1 : at + 2] and nodes[at + 1].name in _BREAKS else at + 1
    beside = [*nodes[max(at - 1, 0) : at], *nodes[behind : behind + 1]]
    return len(beside) == len("ab") and not any(
        one.name in _BREAKS or (one.name == "InlineHtml" and re.fullmatch(_BREAK, one.value)) for one in beside
    )


def may_hold_tags(data: bytes) -> bool:
    """Whether a text that has a ``<`` may hold one of these tags."""
    return re.search(rb"(?i)<(?:br|su[bp])\b", data) is not None

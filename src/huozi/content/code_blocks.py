"""Code: blocks between fences, and blocks indented by four spaces."""

from __future__ import annotations

import re

from huozi.content.markdown_tree import Node
from huozi.content.model import Code
from huozi.content.spans import Source
from huozi.scripts import HAN

_LANGUAGE = re.compile(r"\{?\s*\.?([\w+#.-]{1,40})")
_TAB = 4
_HAN = re.compile(f"[{HAN}]")


def read_code(node: Node, source: Source) -> Code:
    """The code of a block, as its container leaves it. Finding: ``indented-text``, where words were made code."""
    written = "".join(source.places.text(child.start, child.end) for child in node.children)
    lines = tuple(line.expandtabs(_TAB) for line in written.rstrip("\n").split("\n")) if written.strip() else ()
    language = ""
    if node.value == "Indented":
        if _HAN.search(written):
            source.report(node.start, "indented-text")
    elif found := _LANGUAGE.match(node.value["Fenced"]):
        language = found[1]
    if not lines:
        source.report(node.start, "code-empty")
    return Code(lines, source.places.span(node.start), language)

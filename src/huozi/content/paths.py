"""Paths with backslashes: Markdown takes one before a sign away (``C:\\data\\*.log``), and one of two that begin one.

Few articles have any, so this module is loaded when the first of them shows up.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from huozi.content.markdown_tree import Node
from huozi.content.spans import Source
from huozi.source_file import quoted

_CODE = ("Code", "CodeBlock", "InlineHtml", "HtmlBlock", "InlineMath", "DisplayMath")
_SIGN = rb"[!-/:-@\[\]-`{-~]"
_IN_NAME = rb"(?:[0-9A-Za-z_-]|[\xe4-\xe9][\x80-\xbf]{2})"  # letters of ASCII, hanzi in UTF-8
_NAME = _IN_NAME + rb"(?:[. ]?" + _IN_NAME + rb"){0,80}"
_PATH = re.compile(
    rb"(?<![0-9A-Za-z])[A-Za-z]:(?:\\" + _NAME + rb"){0,20}(?P<at>\\" + _SIGN + rb")"
    rb"|(?<!\\)(?P<both>\\\\)" + _NAME + rb"\\" + _IN_NAME
)


def report_paths(blocks: Iterable[Node], source: Source) -> None:
    """Report a backslash of a path that would not be printed; code keeps all of its own."""
    found = list(_PATH.finditer(source.places.data))
    if not found:
        return
    code = list(_code_of(blocks))
    for each in found:
        group = "at" if each["at"] else "both"
        index = bisect_right(code, (each.start(), len(source.places.data)))
        if not index or code[index - 1][1] <= each.start():
            source.report(each.start(group), "backslash-lost", mark=quoted(each[group].decode()))


def _code_of(nodes: Iterable[Node]) -> Iterator[tuple[int, int]]:
    """The bytes of what is kept as it is written."""
    for node in nodes:
        if node.name in _CODE:
            yield node.start, node.end
        else:
            yield from _code_of(node.children)

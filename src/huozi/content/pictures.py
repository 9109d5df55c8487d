"""Pictures: which paragraphs are figures, and where the files of pictures may lie."""

from __future__ import annotations

import os
import posixpath
import re

from huozi.content.markdown_tree import Node
from huozi.content.spans import Source
from huozi.records import NamedTuple
from huozi.source_file import lies_inside

_ATTRIBUTES = re.compile(r'\s*[{｛]((?:[^{}｛｝"“”]|"[^"]*"|“[^“”]*”)*)[}｝]\s*')
_BADLY_QUOTED = re.compile(r"\s*[{｛]([^{}｛｝\n]*)[}｝]\s*")
_ADDRESS = r"[A-Za-z][A-Za-z0-9+.-]*:|//"


class Shown(NamedTuple):
    """A picture of a paragraph, with what stands in braces behind it and the byte where that begins."""

    picture: Node
    written: str
    start: int


def find_pictures(paragraph: Node, source: Source) -> list[Shown]:
    """The pictures of a paragraph that holds nothing else, each with its attributes; none where it holds more."""
    if not paragraph.children or paragraph.children[0].name != "Image":  # as most
        return []
    pictures = [node for node in paragraph.children if node.name == "Image"]
    ends = [*(node.start for node in pictures[1:]), paragraph.end]
    found: list[Shown] = []
    for picture, end in zip(pictures, ends, strict=True):
        rest = source.places.text(picture.end, end)
        if not rest.strip():
            found.append(Shown(picture, "", picture.end))
        elif given := _ATTRIBUTES.fullmatch(rest) or _BADLY_QUOTED.fullmatch(rest):
            found.append(Shown(picture, given[1], picture.end + len(rest[: given.start(1)].encode())))
        else:
            return []
    return found


def path_in_issue(written: str, start: str, folder: str) -> tuple[str, str]:
    """The path within an issue's folder of a picture whose path counts from ``start`` in it.

    With it the rule that speaks against it (``picture-address``, ``picture-path``, ``picture-outside``,
    ``picture-missing``), empty where none does.
    """
    path = posixpath.normpath(posixpath.join(start, written))
    whole = os.path.join(folder, path)
    rule = ""
    if re.match(_ADDRESS, written):
        rule = "picture-address"
    elif not written or not written.isprintable() or "\\" in written:
        rule = "picture-path"
    elif path.startswith(("/", "..")) or not lies_inside(whole, folder):
        rule = "picture-outside"
    elif not os.path.isfile(whole):
        rule = "picture-missing"
    return path, rule


def from_article(article: str, folder: str) -> str:
    """What the paths in an article count from, within the folder of its issue."""
    return os.path.relpath(os.path.dirname(article), folder).replace(os.sep, "/")

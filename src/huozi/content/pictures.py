"""Pictures: a picture alone in its paragraph, checked and made a float.

``![caption](../images/a.tif){#fig-a width=80% span=column alt="…" lang=zh}``: the path counts from the article, and
must end inside the issue's folder.
"""

from __future__ import annotations

import os
import posixpath
import re

from huozi.content.inlines import read_inlines, report_not_set
from huozi.content.markdown_tree import Node
from huozi.content.model import Figure, Picture
from huozi.content.spans import Source
from huozi.source_file import lies_inside, quoted

ATTRIBUTES = ("width", "span", "alt", "lang")
"""The attributes a picture may have, besides its ``#name``."""

_ATTRIBUTE_BLOCK = r"\{([^{}\n]*)\}"
_ATTRIBUTE = r'\s*(?:#(?P<name>[^\s{}="]+)|(?P<key>[A-Za-z-]+)=(?:"(?P<long>[^"]*)"|(?P<word>[^\s"]+)))(?=\s|$)'
_ADDRESS = r"[A-Za-z][A-Za-z0-9+.-]*:|//"


def find_float(paragraph: Node, source: Source) -> tuple[Node, str] | None:
    """The picture and its attributes as written, if a paragraph holds nothing else."""
    match paragraph.children:
        case [Node(name="Image") as picture, *_]:
            rest = source.places.text(picture.end, paragraph.end).strip()
            if not rest:
                return picture, ""
            if found := re.fullmatch(_ATTRIBUTE_BLOCK, rest):
                return picture, found[1]
    return None


def read_float(picture: Node, written: str, article: str, folder: str, source: Source) -> Figure:
    """The float of a picture of the article at ``article`` in an issue's ``folder``; what is wrong is reported."""
    report_not_set("Float", picture, source)
    attributes = _read_attributes(picture, written, source)
    path = _read_path(picture, article, folder, source)
    caption = read_inlines(picture.children, source)
    said, span = dict(attributes), source.places.span(picture.start)
    shown = Picture(path, span, said.get("alt", ""), said.get("lang", ""), is_ornament=said.get("alt") == "")
    return Figure((shown,), caption, said.get("#", ""), span)


def _read_attributes(picture: Node, written: str, source: Source) -> tuple[tuple[str, str], ...]:
    attributes: list[tuple[str, str]] = []
    attribute = re.compile(_ATTRIBUTE)
    done = 0
    while found := attribute.match(written, done):
        done = found.end()
        key = found["key"] or "#"
        if key != "#" and key not in ATTRIBUTES:
            from huozi.slips.key_names import suggested  # a mistake alone pays for it

            known = suggested(key, ATTRIBUTES)
            source.report(picture.start, "unknown-attribute", key=quoted(key), known=known)
        attributes.append((key, found["name"] or found["word"] or found["long"] or ""))
    if rest := written[done:].strip():
        source.report(picture.start, "bad-attribute", text=quoted(rest))
    return tuple(attributes)


def _read_path(picture: Node, article: str, folder: str, source: Source) -> str:
    """A picture's path within the issue's folder, after every way it might lead elsewhere has been ruled out."""
    written: str = picture.value["dest_url"]
    start = os.path.relpath(os.path.dirname(article), folder).replace(os.sep, "/")
    path, rule = path_in_issue(written, start, folder)
    if rule:
        source.report(picture.start, rule, path=quoted(written))
    return path


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

"""Figures: pictures alone in a paragraph, or several in ``::: group``, with what is said of them.

``![caption](../images/a.tif){#fig-a width=80% span=column place=top credit="…" alt="…"}``: the path counts from the
article, and must end inside the issue's folder. Of several side by side each has a caption of its own; what holds for
all of them is said at one of them or at the group.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from huozi.content.attributes import (
    Attribute,
    Attributes,
    read_attributes,
    read_flag,
    read_name,
    read_said,
    read_whole,
    report_twice,
    report_value,
    settled_call,
)
from huozi.content.divs import DivKind
from huozi.content.inlines import read_inlines
from huozi.content.markdown_tree import READ, Node
from huozi.content.model import Block, Figure, Inline, Picture, Text
from huozi.content.pictures import Shown, find_pictures, from_article, path_in_issue
from huozi.content.reading import Gathered, ReadBlocks, as_blocks
from huozi.content.wishes import WHOLE, WISHES, read_wish, share_of
from huozi.diagnostics import Span
from huozi.source_file import quoted

OF_PICTURES = ("alt", "lang", "page", "crop")
"""The attributes of each picture."""

OF_FIGURES = (*WISHES, "caption", "credit", "numbered")
"""The attributes that a figure has besides its ``#name``."""

MOST_PICTURES = 12
"""So many stand side by side at most."""

MOST_PAGES = 9999
"""The last page of a PDF that may be asked for."""

_CALL = re.compile(r"\[\^([^\[\]\s]{1,100})\]")
_NUMBERED = re.compile(
    r"\s*(?P<of>图|表|[Ff]ig(?:ure|\.)?|[Tt]ab(?:le|\.)?)\s*[0-9０-９一二三四五六七八九十]{1,3}"
    r"(?:[-－–.．][0-9０-９]{1,3})?(?=[\s:：.．、　]|\Z)"
)
_OF = {"图": ("图", "f"), "表": ("表", "t")}


def read_figure(shown: Sequence[Shown], reading: Gathered) -> Figure:
    """The figure of a paragraph of pictures; what is wrong is reported."""
    own: dict[str, Attribute] = {}
    pictures = _read_pictures(shown, own, reading)
    caption = _caption(shown[0].picture, reading) if len(shown) == 1 else ()
    if len(shown) == 1:
        pictures = [pictures[0]._replace(caption=())]
    if caption and "caption" in own:
        report_twice(own.pop("caption"), reading.source)
    return _figure(pictures, caption, own, reading.source.places.span(shown[0].picture.start), reading)


def read_group(div: Node, reading: Gathered, read_blocks: ReadBlocks) -> Iterator[Block]:
    """The figure of a group of pictures; other blocks in it stand behind.

    Findings: ``group-block``, ``group-empty``.
    """
    kind: DivKind = div.value
    own = dict(read_attributes(kind.written, kind.start, OF_FIGURES, reading.source))
    shown: list[Shown] = []
    others: list[Node] = []
    for node in as_blocks(div.children):
        found = find_pictures(node, reading.source) if node.name == "Paragraph" else []
        shown += found
        if not found:
            reading.source.report(node.start, "group-block")
            others.append(node)
    if shown:
        pictures = _read_pictures(shown, own, reading)
        yield _figure(pictures, (), own, reading.source.places.span(div.start), reading)
    elif div.children:
        reading.source.report(div.start, "group-empty")
    yield from read_blocks(others, reading)


def _figure(
    pictures: Iterable[Picture], caption: tuple[Inline, ...], own: Attributes, span: Span, reading: Gathered
) -> Figure:
    """A figure of its pictures and the attributes that hold for all of them."""
    caption = caption or read_said(own, "caption", reading)
    report_numbered(caption, "图", reading)
    return Figure(
        tuple(pictures),
        caption,
        read_name(own, reading),
        span,
        read_said(own, "credit", reading),
        read_wish(own, reading.source),
        read_flag(own, "numbered", True, reading.source),
    )


def report_numbered(caption: Sequence[Inline], of: Literal["图", "表"], reading: Gathered) -> None:
    """Report a caption of a figure or a table that begins with its number, which is counted (``caption-numbered``)."""
    match caption:
        case [Text(text, span), *_] if (found := _NUMBERED.match(text)) and found["of"][0].lower() in _OF[of]:
            reading.source.findings.add(span, "caption-numbered", mark=quoted(found[0].strip()))


def _read_pictures(shown: Sequence[Shown], own: dict[str, Attribute], reading: Gathered) -> list[Picture]:
    """Pictures; what is said at one of them that holds for all of them is added to ``own``."""
    source = reading.source
    if len(shown) > MOST_PICTURES:
        source.report(shown[MOST_PICTURES].picture.start, "group-large", most=MOST_PICTURES, count=len(shown))
    pictures: list[Picture] = []
    for each in shown[:MOST_PICTURES]:
        given = read_attributes(each.written, each.start, (*OF_PICTURES, *OF_FIGURES), source)
        for key, attribute in given.items():
            if key not in OF_PICTURES and own.setdefault(key, attribute) is not attribute:
                report_twice(attribute, source)
        pictures.append(_picture(each.picture, given, reading))
    return pictures


def _picture(node: Node, given: Attributes, reading: Gathered) -> Picture:
    """A picture. Finding: ``picture-without-alt``."""
    source = reading.source
    span = source.places.span(node.start)
    alt = " ".join(given["alt"].value.text.split()) if "alt" in given else ""
    if "alt" not in given:
        source.findings.add(span, "picture-without-alt")
    if node.value["title"]:
        source.findings.add(span, "picture-title", title=quoted(node.value["title"]))
    return Picture(
        _path(node, reading),
        span,
        alt,
        given["lang"].text if "lang" in given else "",
        is_ornament="alt" in given and not alt,
        caption=_caption(node, reading),
        page=read_whole(given, "page", MOST_PAGES, 1, source),
        crop=_crop(given, reading),
    )


def _crop(given: Attributes, reading: Gathered) -> tuple[int, int, int, int]:
    """What is cut off: left, top, right, bottom, or one for all of them; nothing after a finding."""
    if "crop" not in given:
        return (0, 0, 0, 0)
    words = given["crop"].text.replace(",", " ").split()
    cut = [0 if word == "0" else share_of(word) for word in words]
    if len(cut) == 1:
        cut *= 4
    if len(cut) != len("ltrb") or min(cut) < 0 or cut[0] + cut[2] >= WHOLE or cut[1] + cut[3] >= WHOLE:
        report_value(given["crop"], ("0 10% 0 10%",), reading.source)
        return (0, 0, 0, 0)
    left, top, right, bottom = cut
    return left, top, right, bottom


def _path(picture: Node, reading: Gathered) -> str:
    """A picture's path within the issue's folder; empty after a finding where it leads elsewhere."""
    written: str = picture.value["dest_url"]
    path, rule = path_in_issue(written, from_article(reading.file, reading.folder), reading.folder)
    if rule:
        reading.source.report(picture.start, rule, path=quoted(written))
    return path if rule in ("", "picture-missing") else ""


def _caption(picture: Node, reading: Gathered) -> tuple[Inline, ...]:
    """The caption in a picture's brackets; the calls of notes in it, which no parser reads there, are read here."""
    children: list[Node] = []
    for child in picture.children:
        children += _with_calls(child, reading) if child.name == "Text" else [child]
    return read_inlines(children, reading.source)


def _with_calls(text: Node, reading: Gathered) -> Iterator[Node]:
    """A text of a caption, parted at the calls that were kept from the parser (:mod:`huozi.content.notes`)."""
    written = reading.source.places.text(text.start, text.end)
    if written == text.value or len(written) != len(text.value):
        yield text
        return
    done, offset = 0, text.start
    for found in _CALL.finditer(written):
        start = offset + len(written[done : found.start()].encode())
        if found.start() > done:
            yield Node("Text", written[done : found.start()], offset, start, [])
        offset = start + len(found[0].encode())
        call = settled_call(found[1], reading.source.places.span(start), reading)
        yield Node(READ, (call,), start, offset, [])
        done = found.end()
    if done < len(written):
        yield Node("Text", written[done:], offset, text.end, [])

"""The lines that end an article (who wrote it, where it is from) and those that end an issue (how to reach it)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from huozi.content.importers.desk import is_heading
from huozi.content.importers.source import Line
from huozi.records import NamedTuple

MAX_CONTACT_LINE = 80
MAX_CONTACT_LINES = 40
MIN_LABELS = 2

SOURCE_LABELS = ("来源", "稿源", "文章来源", "资料来源", "转自", "原载", "摘自")
CONTACT_LABELS = (
    *("地址", "通讯地址", "通信地址", "社址", "邮编", "邮政编码", "电话", "联系电话", "传真", "手机", "联系人"),
    *("电子邮箱", "电子邮件", "邮箱", "投稿邮箱", "e-mail", "email", "网址", "网站", "主页", "公众号", "微信公众号"),
    *("qq", "开户行", "账号", "户名", "http", "www"),
)

_SOURCE = re.compile(rf"[（(]?\s*(?:{'|'.join(SOURCE_LABELS)})\s*[:：]\s*(?P<name>[^。！？]{{1,60}}?)\s*[）)]?")
_BYLINE = re.compile(r"[（(]\s*(?:本文|文章|第一|通讯)?作者(?:.*)[）)]", re.DOTALL)
_BYLINE_START = re.compile(r"[（(]\s*(?:本文|文章|第一|通讯)?作者(?:单位|简介|分别|均|系|[:：]|为)")
_LABEL = re.compile(rf"(?:{'|'.join(CONTACT_LABELS)})\s*(?:[:：]|(?<=http)s?:|(?<=www)\.)", re.IGNORECASE)
_SENTENCE = re.compile(r"[。！？][”’）]?$")


class ContactLines(NamedTuple):
    """The contact block by lines: its heading (or -1) and what follows."""

    heading: int
    lines: tuple[int, ...]


def source_name(text: str) -> tuple[int, int] | None:
    """Where in a source line (来源：…) the name stands; ``None`` where the text is no such line."""
    match = _SOURCE.fullmatch(text)
    return match.span("name") if match else None


def is_source_line(text: str) -> bool:
    """Whether a line says where an article is from."""
    return source_name(text) is not None


def is_byline(text: str) -> bool:
    """Whether a passage says, in brackets, who its authors are."""
    return _BYLINE.fullmatch(text) is not None


def starts_byline(text: str) -> bool:
    """Whether a passage begins as one that says who the authors are."""
    return _BYLINE_START.match(text) is not None


def find_contact(body: Sequence[Line]) -> ContactLines | None:
    """The contact block at the end of a text: short lines that are no sentences, two of them at least with labels."""
    tail: list[Line] = []
    for line in reversed(body[-MAX_CONTACT_LINES:]):
        if len(line.plain) > MAX_CONTACT_LINE or is_source_line(line.plain) or is_byline(line.plain):
            break
        if _SENTENCE.search(line.plain):
            break
        tail.insert(0, line)
        if is_heading(line) and not _LABEL.match(line.plain):
            break
    labels = [i for i, line in enumerate(tail) if _LABEL.match(line.plain)]
    if len(labels) < MIN_LABELS:
        return None
    heads = [i for i, line in enumerate(tail[: labels[0]]) if _is_contact_heading(line)]
    if heads:
        head = heads[-1]
        return ContactLines(tail[head].index, tuple(line.index for line in tail[head + 1 :]))
    start = max(labels[0] - 1, 0)  # the name of the house stands above the first label
    return ContactLines(-1, tuple(line.index for line in tail[start:]))


def _is_contact_heading(line: Line) -> bool:
    return line.plain.endswith(("：", ":")) or is_heading(line) or "联系" in line.plain

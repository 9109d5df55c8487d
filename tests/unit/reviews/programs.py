"""How five programs write comments, as data: which keys, encodings, orders of corners, dates and flags each has.

Gathered from the programs' own sources where they are open (Okular by poppler), from readers that tell them apart and
from reports of their users; of WPS the least is known. Kinds that a program cannot make are not in its row.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from proofs import (
    FROM_BELOW,
    SPEC_ORDER,
    Z_ORDER,
    N,
    Note,
    R,
    annotation,
    box_of,
    line_at,
    quad,
    utf16,
)

RICH = (
    '<?xml version="1.0"?><body xmlns="http://www.w3.org/1999/xhtml" '
    'xmlns:xfa="http://www.xfa.org/schema/xfa-data/1.0/" '
    'xfa:APIVersion="Acrobat:23.1.0" xfa:spec="2.0.2"><p dir="ltr"><span style="font-size:12.0pt">{}</span></p></body>'
)
"""The rich text that Acrobat and Foxit write beside the plain one."""


class Manner(NamedTuple):
    """How a program writes.

    ``order``: of the corners of a quadrilateral. ``text``: a text string. ``name``: the form of /NM, empty where it
    writes none. ``dates``: keys and form of its dates. ``popup``: whether a window of its own goes with each comment.
    ``rich``: whether it writes rich text too. ``slack``: how far its boxes are off (points). ``first``: which of the
    two annotations of a replacement the other belongs to; empty where it makes none. ``more``: keys of its own.
    ``lacks``: kinds that it cannot make.
    """

    order: Sequence[int]
    text: Callable[[str], bytes]
    name: str
    dates: dict[str, bytes]
    popup: bool
    rich: bool
    slack: float
    first: str
    flags: int
    more: dict[str, Any]
    lacks: frozenset[str] = frozenset()


def plain_or_utf16(text: str) -> bytes:
    """PDFDocEncoding where that does, else UTF-16."""
    return text.encode() if text.isascii() else utf16(text)


PROGRAMS = {
    "acrobat": Manner(
        Z_ORDER, plain_or_utf16, "8a7c31d2-5f0e-4d4b-9d0f-{:012d}",
        {"M": b"D:20301120103000+08'00'", "CreationDate": b"D:20301120102900+08'00'"},
        popup=True, rich=True, slack=0.0, first="Caret", flags=4, more={"Subj": utf16("批注"), "CA": 1},
    ),
    "foxit": Manner(
        Z_ORDER, utf16, "{:08x}-1c2d-4e5f-8a9b-0c1d2e3f4a5b",
        {"M": b"D:20301120103000+08'00'", "CreationDate": b"D:20301120103000+08'00'"},
        popup=True, rich=True, slack=0.04, first="Caret", flags=28, more={"RD": [0.5, 0.5, 0.5, 0.5]},
    ),
    "okular": Manner(
        FROM_BELOW, utf16, "okular-{{{:08x}-0b1c-4d2e-9f30-415263748596}}",
        {"M": b"D:20301120023000Z00'00'", "CreationDate": b"D:20301120023000Z00'00'"},
        popup=False, rich=False, slack=0.6, first="", flags=0, more={"Border": [0, 0, 1]},
        lacks=frozenset(("insert", "replace", "callout", "other")),
    ),
    "preview": Manner(
        Z_ORDER, plain_or_utf16, "", {"M": b"D:20301120023000Z00'00'"},
        popup=True, rich=False, slack=0.3, first="", flags=4,
        more={"AAPL:AKExtras": {"AAPL:AKPDFAnnotationDictionary": {"F": 4}}},
        lacks=frozenset(("insert", "replace", "callout", "typewriter", "squiggly", "other")),
    ),
    "wps": Manner(
        SPEC_ORDER, lambda text: utf16(text.replace("\n", "\r")), "", {"M": b"D:20301120103000"},
        popup=False, rich=False, slack=-0.05, first="StrikeOut", flags=4, more={},
        lacks=frozenset(("callout", "other")),
    ),
}  # fmt: skip
"""The five programs."""

AUTHOR = "王编辑"

WORDS = {
    "highlight": ("Highlight", "4", 1, "顺流"),
    "underline": ("Underline", "4", 2, "老人"),
    "squiggly": ("Squiggly", "4", 2, "灯影"),
    "delete": ("StrikeOut", "4", 2, "的"),
}
"""Marks on words: subtype, page, line, words."""


def comments(manner: Manner) -> list[Note]:
    """A comment of each kind that a program can make, as it writes them; the words of each are its kind's name."""
    notes: list[Note] = []
    for kind in (
        "note",
        *WORDS,
        "insert",
        "replace",
        "text",
        "callout",
        "typewriter",
        "ink",
        "stamp",
        "shape",
        "other",
    ):
        if kind not in manner.lacks:
            notes += _of_kind(kind, manner, len(notes))
    return notes


def _of_kind(kind: str, manner: Manner, at: int) -> list[Note]:
    """The annotations of a comment whose first will be at a place among all of them."""
    made = _made(kind, manner, at)
    if manner.popup and kind not in ("text", "callout", "typewriter"):
        popup = annotation(made[0].sheet, "Popup", (420, 500, 590, 600), Parent=R(at), F=28, Open=0)
        made[0].body["Popup"] = R(at + len(made))
        made.append(popup)
    return made


def _made(kind: str, manner: Manner, at: int) -> list[Note]:
    said = _said(f"{kind}\n言", manner, at)
    if kind in WORDS:
        subtype, label, number, words = WORDS[kind]
        box = _slack(box_of(label, number, words), manner.slack)
        edge = {"QuadPoints": quad(box, manner.order)}
        return [annotation(line_at(label, number).sheet, subtype, box, **edge, **said)]
    if kind == "insert":
        return [annotation(1, "Caret", _caret("水位"), **said)]
    if kind == "replace":
        return _replacement(manner, at)
    sheet, subtype, rect, more = PLAIN[kind]
    return [annotation(sheet, subtype, rect, **more, **said)]


LOOK = {"DA": b"0 0 0 rg /Helv 12 Tf", "DS": b"font: 12pt Helv"}
FREE = (401, 676, 480, 696)

PLAIN: dict[str, tuple[int, str, tuple[int, ...], dict[str, Any]]] = {
    "note": (1, "Text", (100, 694, 118, 712), {"Name": N("Comment")}),
    "text": (2, "FreeText", FREE, LOOK),
    "callout": (
        2,
        "FreeText",
        (20, 20, 90, 40),
        {**LOOK, "IT": N("FreeTextCallout"), "CL": [420, 684, 90, 90, 60, 40]},
    ),
    "typewriter": (2, "FreeText", FREE, {**LOOK, "IT": N("FreeTextTypeWriter")}),
    "ink": (2, "Ink", (202, 698, 240, 712), {"InkList": [[202, 698, 240, 712]]}),
    "stamp": (2, "Stamp", (202, 676, 240, 690), {"Name": N("Approved")}),
    "shape": (2, "Square", (402, 698, 440, 710), {}),
    "other": (2, "FileAttachment", (402, 698, 440, 710), {}),
}
"""Kinds that stand at a place: page of the PDF, subtype, rectangle, keys of their own."""


def _said(text: str, manner: Manner, at: int) -> dict[str, Any]:
    """Keys that every comment of a program has."""
    said: dict[str, Any] = {"Contents": manner.text(text), "T": manner.text(AUTHOR), "F": manner.flags}
    said |= {"NM": manner.name.format(at).encode()} if manner.name else {}
    said |= {"RC": utf16(RICH.format(text))} if manner.rich else {}
    return said | manner.dates | {key: value for key, value in manner.more.items() if key != "RD"}


def _replacement(manner: Manner, at: int) -> list[Note]:
    """“river” to be replaced: two annotations, one of them part of the other."""
    box = _slack(box_of("4", 3, "river"), manner.slack)
    empty = {key: value for key, value in _said("", manner, at).items() if key not in ("Contents", "RC", "NM")}
    part = {**empty, "IRT": R(at), "RT": N("Group")}
    said = _said("brook", manner, at)
    strike = {"QuadPoints": quad(box, manner.order), "IT": N("StrikeOutTextEdit")}
    caret = _caret("river", after=True)
    if manner.first == "Caret":
        inset = {"RD": manner.more["RD"]} if "RD" in manner.more else {}
        first = annotation(1, "Caret", caret, IT=N("Replace"), **inset, **said)
        return [first, annotation(1, "StrikeOut", box, **strike, **part)]
    return [annotation(1, "StrikeOut", box, **strike, **said), annotation(1, "Caret", caret, **part)]


def _caret(words: str, *, after: bool = False) -> tuple[float, float, float, float]:
    """The rectangle of a caret before words of the third line, or after them: it hangs from the middle of the line."""
    left, bottom, right, _ = box_of("4", 3, words)
    x = right if after else left
    return x - 4, bottom - 3, x + 4, bottom + 5


def _slack(box: tuple[float, float, float, float], by: float) -> tuple[float, float, float, float]:
    left, bottom, right, top = box
    return left - by, bottom - by, right + by, top + by


class Told(NamedTuple):
    """What is to be read back of a kind: page, column, line, file and line, the words, the characters beside."""

    label: str
    column: int
    line: int
    source: str
    marked: str = ""
    before: str = ""
    after: str = ""
    text: str = ""
    icon: str = ""


HEDENG, QIAODUN = "articles/01-hedeng.md", "articles/02-qiaodun.md"

TOLD = {
    "note": Told("4", 1, 1, f"{HEDENG}:5:1", text="note\n言"),
    "highlight": Told("4", 1, 1, f"{HEDENG}:5:1", "顺流", text="highlight\n言"),
    "underline": Told("4", 1, 2, f"{HEDENG}:7:1", "老人", text="underline\n言"),
    "squiggly": Told("4", 1, 2, f"{HEDENG}:7:1", "灯影", text="squiggly\n言"),
    "delete": Told("4", 1, 2, f"{HEDENG}:7:1", "的", text="delete\n言"),
    "insert": Told("4", 1, 3, f"{HEDENG}:7:11", before="下", after="水", text="insert\n言"),
    "replace": Told("4", 1, 3, f"{HEDENG}:7:11", "river", text="brook"),
    "text": Told("6", 1, 2, f"{QIAODUN}:11:1", text="text\n言"),
    "callout": Told("6", 1, 2, f"{QIAODUN}:11:1", text="callout\n言"),
    "typewriter": Told("6", 1, 2, f"{QIAODUN}:11:1", text="typewriter\n言"),
    "ink": Told("5", 2, 1, f"{QIAODUN}:5:1", text="ink\n言"),
    "stamp": Told("5", 2, 2, f"{QIAODUN}:5:8", text="stamp\n言", icon="Approved"),
    "shape": Told("6", 1, 1, f"{QIAODUN}:9:1", text="shape\n言"),
    "other": Told("6", 1, 1, f"{QIAODUN}:9:1", text="other\n言", icon="FileAttachment"),
}
"""What is to be read back, whichever program and library has written it."""

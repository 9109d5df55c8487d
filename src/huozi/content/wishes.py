"""What an author or an editor asks of the place of a figure, a table or a box, from its attributes.

The words are those that people type: ``place=top`` is ``head``, ``span=all`` are all columns.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal, TypeAlias, TypeVar

from huozi.content.attributes import Attribute, Attributes, read_flag, report_value
from huozi.content.model import NO_WISH, Wish
from huozi.content.spans import Source
from huozi.geometry import MOST_COLUMNS

WISHES = ("place", "on", "span", "width", "side", "turned")
"""The attributes that say where a thing is to stand."""

Value = TypeVar("Value")
"""What a word of an attribute says."""

ALL = 0
"""The ``span`` of what runs over all columns."""

_Place: TypeAlias = Literal["", "here", "head", "foot", "page", "beside"]
_On: TypeAlias = Literal["", "page", "next-page", "column", "next-column"]
_Side: TypeAlias = Literal["", "left", "right"]

_PLACES: Mapping[str, _Place] = {
    **dict.fromkeys(("head", "top"), "head"),
    **dict.fromkeys(("foot", "bottom"), "foot"),
    "here": "here",
    "page": "page",
    "beside": "beside",
}
_ON: Mapping[str, _On] = {
    "page": "page",
    "next-page": "next-page",
    "column": "column",
    "next-column": "next-column",
}
_SIDES: Mapping[str, _Side] = {"left": "left", "right": "right"}
_SPANS: Mapping[str, int] = {
    "column": 1,
    **dict.fromkeys(("all", "columns"), ALL),
    **{str(count): count for count in range(1, MOST_COLUMNS + 1)},
}
_PERCENT = re.compile(r"([0-9]{1,3})(?:\.([0-9]))?%")
WHOLE = 1000
"""Thousandths of a whole."""


def read_wish(attributes: Attributes, source: Source) -> Wish:
    """What attributes ask of a place. Findings: ``attribute-value``, ``wish-side``."""
    asked = {key: attributes[key] for key in WISHES if key in attributes}
    if not asked:
        return NO_WISH
    place = _word(asked, "place", _PLACES, "", source)
    side = _word(asked, "side", _SIDES, "", source)
    if side and place not in ("", "beside"):
        source.findings.add(asked["side"].span, "wish-side")
        side = ""
    elif side:
        place = "beside"
    return Wish(
        place=place,
        on=_word(asked, "on", _ON, "", source),
        span=_word(asked, "span", _SPANS, -1, source),
        width=read_share(asked["width"], source) if "width" in asked else 0,
        side=side,
        turned=read_flag(asked, "turned", False, source),
        places=tuple((key, attribute.span) for key, attribute in asked.items()),
    )


def _word(asked: Attributes, key: str, known: Mapping[str, Value], default: Value, source: Source) -> Value:
    """What a word of an attribute says."""
    if key not in asked:
        return default
    value = asked[key].text.lower()
    if value in known:
        return known[value]
    report_value(asked[key], list(known), source)
    return default


def read_share(attribute: Attribute, source: Source) -> int:
    """A part of a whole (``80%``) in thousandths; 0 after a finding."""
    share = share_of(attribute.text)
    if not 0 < share <= WHOLE:
        source.findings.add(attribute.value.span, "attribute-share", key=attribute.key, value=attribute.value.text[:40])
        return 0
    return share


def share_of(text: str) -> int:
    """What a text says in per cent, in thousandths; -1 where it says none."""
    found = _PERCENT.fullmatch(text.strip())
    return int(found[1]) * 10 + int(found[2] or 0) if found else -1

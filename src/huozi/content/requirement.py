"""``requires:`` in ``issue.yaml``: the versions of Huozi that an issue is made for (``huozi ≥ 0.2, < 1``)."""

from __future__ import annotations

import operator
from collections.abc import Callable
from typing import TypeAlias

from huozi import __version__
from huozi.content.fields import Fields
from huozi.source_file import quoted

Version: TypeAlias = tuple[int, ...]

NAME = "huozi"

COMPARISONS: dict[str, Callable[[Version, Version], bool]] = {
    ">=": operator.ge,
    "<=": operator.le,
    "==": operator.eq,
    ">": operator.gt,
    "<": operator.lt,
    "=": operator.eq,
}
"""What may stand before a version, longer ones first."""

_AS_TYPED = str.maketrans(
    {"≥": ">=", "≧": ">=", "⩾": ">=", "≤": "<=", "≦": "<=", "⩽": "<=", "，": ",", "、": ",", "．": ".", "\u3000": " "}
    | {chr(0xFEE0 + ord(character)): character for character in "<>=0123456789"}
    | {chr(0xFEE0 + code): chr(code) for code in (*range(ord("a"), ord("z") + 1), *range(ord("A"), ord("Z") + 1))}
)
"""Signs, digits and letters as other keyboards give them, and what they mean."""


def check_requirement(fields: Fields) -> None:
    """Report a version that is not the one at work, or a condition that cannot be read, at its place."""
    text, span = fields.text("requires"), fields.span_of("requires")
    if not text:
        return
    conditions = read_conditions(text)
    here = read_version(__version__) or ()
    if conditions is None:
        fields.findings.add(span, "requires-unreadable", value=quoted(text))
        return
    for sign, version in conditions:
        if not is_met(here, sign, version):
            is_late = sign.startswith("<") or (sign.startswith("=") and here > version)
            rule = "requires-earlier" if is_late else "requires-later"
            fields.findings.add(span, rule, wanted=quoted(text), here=__version__)
            return


def read_conditions(text: str) -> list[tuple[str, Version]] | None:
    """The conditions of a text, each a comparison and a version; ``None`` where one cannot be understood.

    >>> read_conditions("huozi ≥ 0.2， ＜１")
    [('>=', (0, 2)), ('<', (1,))]
    """
    words = text.translate(_AS_TYPED).strip()
    if words[: len(NAME)].lower() == NAME:
        words = words[len(NAME) :]
    conditions = []
    for part in words.split(","):
        condition = part.strip()
        sign = next((sign for sign in COMPARISONS if condition.startswith(sign)), "")
        version = read_version(condition[len(sign) :].strip())
        if not sign or version is None:
            return None
        conditions.append((sign, version))
    return conditions


def read_version(text: str) -> Version | None:
    """The numbers of a version; ``None`` where it is none."""
    parts = text.split(".")
    if len(parts) <= MOST_PARTS and all(
        part.isascii() and part.isdigit() and len(part) <= MOST_DIGITS for part in parts
    ):
        return tuple(map(int, parts))
    return None


MOST_PARTS, MOST_DIGITS = 4, 6
"""No version has more."""


def is_met(here: Version, sign: str, version: Version) -> bool:
    """Whether a version meets a condition; ``= 0.2`` means any 0.2.x.

    >>> is_met((0, 2, 0), ">=", (0, 2)), is_met((0, 2, 1), "=", (0, 2)), is_met((0, 2, 1), "<", (0, 2))
    (True, True, False)
    """
    compare = COMPARISONS[sign]
    if compare is operator.eq:
        return padded(here, version)[: len(version)] == version
    return compare(padded(here, version), padded(version, here))


def padded(version: Version, other: Version) -> Version:
    """A version with as many numbers as another one at the least.

    >>> padded((1,), (0, 2, 0))
    (1, 0, 0)
    """
    return version + (0,) * (len(other) - len(version))

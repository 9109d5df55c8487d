"""The type of SVG drawings: each family that one asks for is written so that it is found, with one of ours to stand in.

typst draws no text whose families are all unknown, and says nothing; it reads a family of several words with a figure
in it only where it is quoted, as CSS asks. A text that names no family, or only ``serif``, would not be printed.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

STAND_INS: tuple[tuple[frozenset[str], str], ...] = (
    (frozenset({"sans-serif", "ui-sans-serif", "system-ui", "monospace"}), "Noto Sans SC"),
    (frozenset({"cursive", "fantasy"}), "LXGW WenKai"),
)
"""Families that name no font, and the family that they are set in; what is not here in ``PLAIN``."""

PLAIN = "Noto Serif SC"
"""What stands in for all else; where the house lacks it, its first family."""

AS_IT_IS = frozenset({"inherit", "initial", "unset", ""})
"""Words of CSS that are no family and stand alone."""

_ATTRIBUTE = re.compile(r"""(\s(?:font-family|style)\s*=\s*)("[^"]*"|'[^']*')""")
_SHEET = re.compile(r"(<(?:\w+:)?style\b[^>]*>)(.*?)(</(?:\w+:)?style\s*>)", re.DOTALL)
_FAMILY = re.compile(r"(font-family\s*:|font\s*:\s*[^;}]*?[0-9.]+[a-z%]*(?:\s*/\s*\S+)?(?=\s))([^;}]+)")
_ROOT = re.compile(r"\A(?:\s|<!--.*?-->|<!DOCTYPE[^>]*>|<\?.*?\?>)*<(?:\w+:)?svg\b", re.DOTALL)
_QUOTES = re.compile(r"&(?:quot|apos|#39|#34|#x27|#x22);", re.IGNORECASE)


def with_stand_ins(drawing: bytes, families: Collection[str]) -> bytes:
    """A drawing (UTF-8) whose text is all set in ``families``, which typst knows; as it was where there are none."""
    if not families:
        return drawing
    text = _SHEET.sub(lambda found: found[1] + _styled(found[2], '"', families) + found[3], drawing.decode())
    text = _ATTRIBUTE.sub(lambda found: found[1] + _attribute(found[1], found[2], families), text)
    root = _ROOT.match(text)
    if root is None or "font-family=" in text[root.end() : text.find(">", root.end())].replace(" ", ""):
        return text.encode()
    return f'{root[0]} font-family="{_stand_in("", families)}"{text[root.end() :]}'.encode()


def _attribute(name: str, quoted: str, families: Collection[str]) -> str:
    """The value of an attribute, in its quotes."""
    outer, inner = quoted[0], "'" if quoted[0] == '"' else '"'
    value = _QUOTES.sub(inner, quoted[1:-1])
    if "style" in name:
        return outer + _styled(value, inner, families) + outer
    return outer + _listed(value, inner, families) + outer


def _styled(rules: str, quote: str, families: Collection[str]) -> str:
    """Rules of CSS with their families."""
    return _FAMILY.sub(lambda found: f"{found[1]} {_listed(found[2], quote, families)}", rules)


def _listed(value: str, quote: str, families: Collection[str]) -> str:
    """A list of families, each in quotes, with what stands in at its end."""
    value, important, _ = value.partition("!important")
    names = list(_names(value))
    if len(names) == 1 and names[0].lower() in AS_IT_IS:
        return value + important
    names.append(_stand_in(next(iter(names), ""), families))
    return ", ".join(quote + name + quote for name in names) + (" " + important if important else "")


def _names(value: str) -> Iterator[str]:
    for name in value.split(","):
        yield name.strip().strip("'\"").strip()


def _stand_in(first: str, families: Collection[str]) -> str:
    """The family that is set where none of a list is there, for the first that the list names."""
    wanted = next((family for names, family in STAND_INS if first.lower() in names), PLAIN)
    return wanted if wanted in families else PLAIN if PLAIN in families else min(families)

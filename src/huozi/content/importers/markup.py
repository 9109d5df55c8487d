"""Text written as Markdown and YAML, so that reading it gives the same text."""

from __future__ import annotations

import json
import re

from huozi.content.importers.manuscript import STRONG
from huozi.scripts import HAN

_SPECIAL = re.compile(r"[\\`*_\[\]<{$]|&(?=[#\w])|=(?==)|\^|~(?=~|[0-9+−-]{1,8}~)")
_BLOCK_START = re.compile(r"(?P<mark>[#>|:]|[-+](?=\s|$)|-(?=[-\s]*$))|(?P<number>\d{1,9})(?P<point>[.)])(?=\s|$)")
_WORD = rf"[{HAN}\w“”‘’《》（）【】「」、，。；：？！…—·～|/+%-]"
_PLAIN_HAN = re.compile(rf"[{HAN}“《（【]{_WORD}*(?: {_WORD}+)*")
_PLAIN_WESTERN = re.compile(
    r"[A-Za-z][A-Za-z0-9]*(?:[- ][A-Za-z0-9]+)+"
)  # two words, so that it is no true, null or 12


def paragraph(text: str) -> str:
    """A paragraph as a line of Markdown; ``**`` in it is the mark of strong text."""
    written = STRONG.join(_escaped(part) for part in text.split(STRONG))
    if start := _BLOCK_START.match(written):
        at = start.start("point") if start["point"] else 0
        return f"{written[:at]}\\{written[at:]}"
    return written


def heading(text: str, level: int) -> str:
    """A heading as a line of Markdown; `` | `` in it is a preferred line break."""
    return f"{'#' * level} {_escaped(text).replace('#', chr(92) + '#')}"


def title(text: str) -> str:
    """A title or the name of a section as a YAML scalar; in a title, `` | `` is a preferred line break."""
    return scalar(_escaped(text))


def _escaped(text: str) -> str:
    return _SPECIAL.sub(lambda match: "\\" + match[0], text)


def scalar(text: str) -> str:
    """A line of text as a YAML scalar, plain where that is safe."""
    return (
        text if _PLAIN_HAN.fullmatch(text) or _PLAIN_WESTERN.fullmatch(text) else json.dumps(text, ensure_ascii=False)
    )

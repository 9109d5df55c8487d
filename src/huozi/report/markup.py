"""Texts as markup: whatever stands in them stays text, in HTML, in SVG and in JSON within a page."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable

from huozi.geometry import Mpt
from huozi.report.model import Both

LANGUAGES = {"zh": "zh-Hans", "en": "en"}
"""The languages of a report, as its markup names them (BCP 47)."""

_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""What no HTML may hold (controls, halves of characters)."""

_IN_JSON = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def escaped(text: str) -> str:
    """A text as it may stand between tags and in attributes.

    >>> escaped('<a title="&">\\x00')
    '&lt;a title=&quot;&amp;&quot;&gt;\ufffd'
    """
    return html.escape(_UNSEEN.sub("\ufffd", text))


def both(words: Both) -> str:
    """A text in both languages, of which the style shows the one that is chosen; once, where both are the same."""
    if words.zh == words.en:
        return escaped(words.zh)
    pairs = zip(LANGUAGES.items(), words, strict=True)
    return "".join(f'<span class="{name}" lang="{tag}">{escaped(text)}</span>' for (name, tag), text in pairs)


def in_turn(attribute: str, words: Both, language: str) -> str:
    """An attribute with a text, and beside it both texts for the script that changes the language."""
    now = words.zh if language == "zh" else words.en
    given = f'data-{attribute}-zh="{escaped(words.zh)}" data-{attribute}-en="{escaped(words.en)}"'
    return f'{attribute}="{escaped(now)}" {given}'


def option(value: str, words: Both, language: str) -> str:
    """A row of a list to choose from: it can hold no other markup, so the script changes its language."""
    now = words.zh if language == "zh" else words.en
    given = f'data-text-zh="{escaped(words.zh)}" data-text-en="{escaped(words.en)}"'
    return f'<option value="{escaped(value)}" {given}>{escaped(now)}</option>'


def marked(name: str, **values: str | bool) -> str:
    """The opening tag of an element; an attribute that is false is left out, ``_`` in names stands for ``-``.

    >>> marked("li", id="f1", data_rule='a"b', hidden=False, class_="x")
    '<li id="f1" data-rule="a&quot;b" class="x">'
    """
    given = ((key.rstrip("_").replace("_", "-"), value) for key, value in values.items() if value is not False)
    attributes = (key if value is True else f'{key}="{escaped(str(value))}"' for key, value in given)
    return " ".join((f"<{name}", *attributes)) + ">"


def points(length: Mpt) -> str:
    """A length in points, as SVG takes it: to a hundredth, which no screen shows.

    >>> points(10_500), points(12_000), points(-4), points(595_276)
    ('10.5', '12', '0', '595.28')
    """
    hundredths = round(length / 10)
    return f"{hundredths / 100:.2f}".rstrip("0").rstrip(".") if hundredths else "0"


def data_block(value: object) -> str:
    """A value as JSON that may stand within a ``script`` of HTML: no text in it can end that.

    >>> data_block({"a": "</script>"})
    '{"a": "\\\\u003c/script\\\\u003e"}'
    """
    text = _UNSEEN.sub("\ufffd", json.dumps(value, ensure_ascii=False, sort_keys=True))
    return "".join(_IN_JSON.get(character, character) for character in text)


def lines(parts: Iterable[str]) -> str:
    """Pieces of markup, each on a line of its own."""
    return "\n".join(part for part in parts if part)

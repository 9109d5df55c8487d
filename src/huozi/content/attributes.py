"""Attributes of figures, tables and boxes as they are written in braces: ``{#fig-a width=80% credit="…" turned}``.

Full-width braces, quotation marks and equals signs of a Chinese keyboard count as the half-width ones: behind a picture
or a fence nothing else can be meant. Only an article that has such a block loads this module.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from huozi.content.fields import Line
from huozi.content.issue_model import BAR
from huozi.content.model import Inline, NoteRef, Text
from huozi.content.reading import Gathered
from huozi.content.spans import Source
from huozi.content.titles import read_line
from huozi.diagnostics import Span
from huozi.records import NamedTuple
from huozi.source_file import quoted

NAME = "#"
"""The key that a name (``#fig-a``) is kept by."""

_ATTRIBUTE = re.compile(
    r'\s*(?:[#＃](?P<name>[^\s{}｛｝=＝"“”]+)|(?P<key>[^\W\d][\w-]*)'
    r'(?:\s*[=＝]\s*(?:"(?P<long>[^"]*)"|[“”＂](?P<wide>[^“”＂]*)[“”＂]|(?P<word>[^\s"“”＂=＝]+)))?)(?=\s|\Z)'
)
_NAMES = re.compile(r"[^\W_][\w.:-]{0,80}")
_FLAGS = {"": True, "true": True, "yes": True, "false": False, "no": False}


class Attribute(NamedTuple):
    """An attribute: its key, where that stands, and its value as a line of the file; ``is_bare``: it has none."""

    key: str
    span: Span
    value: Line
    is_bare: bool = False

    @property
    def text(self) -> str:
        """The value in half-width characters: what is not printed may be typed in either."""
        if self.value.text.isascii():
            return self.value.text
        from unicodedata import normalize

        return normalize("NFKC", self.value.text)


Attributes = Mapping[str, Attribute]


def read_attributes(written: str, start: int, known: Collection[str], source: Source) -> dict[str, Attribute]:
    """The attributes of a text that begins at a byte, by their keys; of a key that is there twice the first counts.

    Findings: ``unknown-attribute``, ``attribute-twice``, ``bad-attribute``.
    """
    read: dict[str, Attribute] = {}
    done = 0
    while found := _ATTRIBUTE.match(written, done):
        done = found.end()
        attribute = _attribute(found, start, source)
        if attribute.key != NAME and attribute.key not in known:
            from huozi.slips.key_names import suggested  # a mistake alone pays for it

            nearest = suggested(attribute.key, known)
            source.findings.add(attribute.span, "unknown-attribute", key=quoted(attribute.key), known=nearest)
        elif attribute.key in read:
            report_twice(attribute, source)
        else:
            read[attribute.key] = attribute
    if rest := written[done:].strip():
        at = start + len(written[: written.index(rest, done)].encode())
        source.report(at, "bad-attribute", text=quoted(rest))
    return read


def report_twice(attribute: Attribute, source: Source) -> None:
    """Report an attribute that is said already."""
    source.findings.add(attribute.span, "attribute-twice", key=attribute.key)


def _attribute(found: re.Match[str], start: int, source: Source) -> Attribute:
    group = next((name for name in ("name", "long", "wide", "word") if found[name] is not None), "")
    key_at = found.start("key" if found["key"] else "name")
    value_at = found.start(group) if group else found.end()
    value, places = found[group] if group else "", source.places
    offset = start + len(found.string[:value_at].encode())
    span = places.span(offset)
    each: tuple[Span, ...] = ()
    if "\n" in value:
        each = tuple(places.span(offset + len(value[:index].encode())) for index in range(len(value)))
    line = Line(value.replace("\n", " "), span, each)
    place = places.span(start + len(found.string[:key_at].encode()))
    return Attribute(found["key"] or NAME, place, line, is_bare=not group)


def read_name(attributes: Attributes, reading: Gathered) -> str:
    """The name that attributes give, kept as taken. Findings: ``name-form``, ``name-twice``."""
    if NAME not in attributes:
        return ""
    return take_name(attributes[NAME].value.text, attributes[NAME].span, reading)


def take_name(name: str, span: Span, reading: Gathered) -> str:
    """A name, kept as taken; empty where nothing could refer to it."""
    if not _NAMES.fullmatch(name):
        reading.source.findings.add(span, "name-form", name=quoted(name))
        return ""
    if name in reading.names:
        reading.source.findings.add(span, "name-twice", name=quoted(name), line=reading.names[name].line)
    reading.names.setdefault(name, span)
    return name


def read_flag(attributes: Attributes, key: str, default: bool, source: Source) -> bool:
    """True or false; an attribute without a value says true."""
    if key not in attributes:
        return default
    value = attributes[key].text.lower()
    if value not in _FLAGS:
        report_value(attributes[key], ("true", "false"), source)
        return default
    return _FLAGS[value]


def read_whole(attributes: Attributes, key: str, most: int, default: int, source: Source) -> int:
    """A whole number from 1 to one."""
    if key not in attributes:
        return default
    value = attributes[key].text
    if not re.fullmatch("[0-9]{1,6}", value) or not 1 <= int(value) <= most:
        report_value(attributes[key], (f"1–{most}",), source)
        return default
    return int(value)


def report_value(attribute: Attribute, known: Collection[str], source: Source) -> None:
    """Report a value that its key cannot have, with the nearest of those that it can."""
    from huozi.slips.key_names import suggested  # a mistake alone pays for it

    nearest = suggested(attribute.text, known)
    source.findings.add(
        attribute.value.span, "attribute-value", key=attribute.key, value=quoted(attribute.value.text), known=nearest
    )


def read_said(attributes: Attributes, key: str, reading: Gathered) -> tuple[Inline, ...]:
    """What an attribute says in words."""
    return read_words(attributes[key].value, reading) if key in attributes else ()


def read_words(line: Line, reading: Gathered) -> tuple[Inline, ...]:
    """The inlines of a line beside the running text, a bar of them text: it may call notes and refer to names."""
    inlines = read_line(line, reading.source.findings, has_references=True)
    return tuple(_settled(inline, reading) for inline in inlines)


def _settled(inline: Inline, reading: Gathered) -> Inline:
    match inline:
        case NoteRef(name, span):
            return settled_call(name, span, reading)
        case Text(text) if BAR in text:
            return inline._replace(text=text.replace(BAR, "|"))
        case _:
            return inline


def settled_call(name: str, span: Span, reading: Gathered) -> Inline:
    """The call of a note, kept as called; text after a finding (``note-missing``) where there is no such note."""
    if name in reading.noted:
        reading.called.add(name)
        return NoteRef(name, span)
    mark = f"[^{name}]"
    if name not in reading.source.notes_begun:
        reading.source.findings.add(span, "note-missing", mark=quoted(mark))
    return Text(mark, span)

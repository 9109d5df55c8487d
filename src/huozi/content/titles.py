"""Titles and names of sections: a value of YAML read as a line of Markdown, each character at its place in the file.

Such a line holds what stands within a paragraph and nothing else: ``# 甲``, ``- 甲`` and ``3. 甲`` are text. A note
that a title calls has its text in the article's body.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import assert_never

from huozi.content.fields import Line
from huozi.content.inlines import read_inlines
from huozi.content.issue_model import BAR, Title
from huozi.content.markdown_tree import MAX_DEPTH, Node, parse_markdown
from huozi.content.model import UNMARKED, CrossRef, Inline, Markup, NoteRef, Ruby, Text, TextRole
from huozi.content.plain import plain_title, title_text, without_breaks
from huozi.content.spans import Source, is_escaped, may_hold_spans
from huozi.diagnostics import Findings, Span
from huozi.slips.mending import MADE_TEXT
from huozi.source_file import places_of, quoted

MARKS = frozenset("*_`~^=[]{<&\\$\t")
"""A line without any of these holds no markup: most titles are not parsed."""

_HEADING = "# "  # what stands in a heading is a line and nothing else
_CLOSING_HASHES = r"(?:^|(?<=[ \t]))#+$"
_CALL = r"\[\^([^\[\]\s]{1,100})\]"
_WORD = r"[\w“‘《〈（【「『〔(]"
_SHOWN = 12
"""Characters that are shown of a line from a mark on that has no end."""


def read_title(line: Line, findings: Findings) -> Title:
    """The title that a line is; what cannot be set in one is reported at its place.

    Whatever calls a note is taken for a call: :func:`with_notes` tells which notes there are. A value that YAML cannot
    read has been reported, and is not read.
    """
    if _is_made_up(line, findings):
        return Title((), line.span)
    return _told_if_empty(Title(read_line(line, findings), line.span), line, "title", findings)


def read_section_name(line: Line, findings: Findings) -> Title:
    """The name of a section that a line is: it has no note, and a bar in it is text."""
    if _is_made_up(line, findings):
        return Title((), line.span)
    inlines = without_calls(read_line(line, findings), "section", findings)
    return _told_if_empty(Title(with_bars(inlines), line.span), line, "section", findings)


def read_field_line(line: Line, key: str, findings: Findings) -> Title:
    """What a field of the front matter says that is a line like a title (``subtitle``): it has no note."""
    if _is_made_up(line, findings):
        return Title((), line.span)
    inlines = without_calls(read_line(line, findings), key, findings)
    return _told_if_empty(Title(inlines, line.span), line, key, findings)


def without_calls(inlines: Iterable[Inline], key: str, findings: Findings) -> tuple[Inline, ...]:
    """Inlines of a field that calls no notes; those that it calls are reported and left out."""
    kept: list[Inline] = []
    for inline in inlines:
        match inline:
            case NoteRef(name, span) if key == "section":
                findings.add(span, "note-in-section", mark=quoted(f"[^{name}]"))
            case NoteRef(name, span):
                findings.add(span, "note-in-field", key=key, mark=quoted(f"[^{name}]"))
            case _:
                kept.append(inline)
    return tuple(kept)


def with_bars(inlines: Iterable[Inline]) -> tuple[Inline, ...]:
    """Inlines in which each bar is text, and none a preferred break."""
    return tuple(
        inline._replace(text=inline.text.replace("|", BAR)) if isinstance(inline, Text) else inline
        for inline in inlines
    )


def _told_if_empty(title: Title, line: Line, key: str, findings: Findings) -> Title:
    """A title; reported where nothing is left of its line to be printed."""
    if line.text and not plain_title(title).strip():
        findings.add(title.span, "empty-value", key=key)
    return title


def _is_made_up(line: Line, findings: Findings) -> bool:
    """Whether a line is a value that YAML cannot read, made a text so that the rest of the file can be looked at."""
    return any(item.rule in MADE_TEXT and item.span[:2] == line.span[:2] for item in findings)


def calls_of(title: Title) -> frozenset[str]:
    """The names of the notes that a title calls."""
    return frozenset(inline.name for inline in title.inlines if isinstance(inline, NoteRef))


def with_notes(title: Title, notes: Collection[str], begun: Collection[str], findings: Findings) -> Title:
    """A title whose calls are those of the article's notes; other calls are text, and reported.

    ``begun``: notes that are typed wrongly, and are reported where they stand.
    """
    if not calls_of(title):
        return title
    return title._replace(inlines=tuple(_settled(inline, notes, begun, findings) for inline in title.inlines))


def _settled(inline: Inline, notes: Collection[str], begun: Collection[str], findings: Findings) -> Inline:
    match inline:
        case NoteRef(name, span) if name not in notes:
            mark = f"[^{name}]"
            if name not in begun:
                findings.add(span, "note-missing", mark=quoted(mark))
            return Text(mark, span)
        case _:
            return inline


def read_heading(nodes: Sequence[Node], source: Source) -> tuple[Inline, ...]:
    """The inlines of a title or heading: a bar that is escaped or stands in code is no preferred break but text."""
    inlines = read_inlines(nodes, source)
    if all("|" not in inline.text for inline in inlines if isinstance(inline, Text)):
        return inlines
    escaped = frozenset(
        source.places.span(node.start)
        for node in _walk(nodes)
        if node.name == "Text" and node.value.startswith("|") and is_escaped(node, source)
    )
    return tuple(_with_bars(inline, escaped) for inline in inlines)


def _with_bars(inline: Inline, escaped: Collection[Span]) -> Inline:
    match inline:
        case Text(text, _, TextRole.CODE):
            return inline._replace(text=text.replace("|", BAR))
        case Text(text, span) if span in escaped:
            return inline._replace(text=BAR + text[1:])
        case _:
            return inline


def _walk(nodes: Iterable[Node]) -> Iterator[Node]:
    for node in nodes:
        yield node
        yield from _walk(node.children)


def characters_of(text: str) -> str:
    """What is left of the text of a title where its marks are taken away: for names of files, for looking it up.

    >>> characters_of("**水**与CO~2~")
    '水与CO2'
    """
    name = read_section_name(Line(text, Span("")), Findings())
    return without_breaks(title_text(name, lambda characters, _: characters))


# ------------------------------------------------------------------ lines that are no Markdown


def report_markup(line: Line, key: str, findings: Findings) -> None:
    """Report what would be markup in a title, in a line that is printed as it is typed.

    Stars that refer to a note are none (李明*、王芳**, *通讯作者).
    """
    if MARKS.isdisjoint(line.text):
        return
    own = Findings()
    read = title_text(Title(read_line(line, own), line.span), lambda text, _: text)
    if read == line.text:
        indices = {line.place(index): index for index in range(len(line.text))} if len(own) else {}
        for item in own:
            at = indices.get(item.span, 0)
            mark = dict(item.arguments).get("mark", line.text[at : at + _SHOWN])
            if mark.strip("*") or (len(mark) > 1 and re.match(_WORD, line.text[at + len(mark) :])):
                findings.add(item.span, "markup-printed", key=key, mark=quoted(mark))
                return
    elif read != line.text.replace("<", "").replace(">", ""):  # an address in angle brackets
        start = _alike(line.text, read)
        end = len(line.text) - _alike(line.text[start:][::-1], read[start:][::-1])
        start -= line.text[:start].endswith("&")
        findings.add(line.place(start), "markup-printed", key=key, mark=quoted(line.text[start:end]))


def _alike(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


# ------------------------------------------------------------------ a line as Markdown


def read_line(line: Line, findings: Findings, has_references: bool = False) -> tuple[Inline, ...]:
    """The inlines of a line of a file, each character at its place; what is wrong with them is reported.

    ``has_references``: it may refer to figures, tables and headings (``[@fig-a]``).
    """
    if not line.text:
        return ()
    if MARKS.isdisjoint(line.text):
        inlines: tuple[Inline, ...] = (Text(line.text, Span(line.span.file, 1, 1)),)
        return tuple(_placed(inlines, line, 1))
    text = line.text
    closing = re.search(_CLOSING_HASHES, text)
    if closing:  # they would close the heading
        text = f"{text[: closing.start()]}\\{closing[0]}"
    defined = "".join(f"\n\n[^{name}]: x" for name in dict.fromkeys(re.findall(_CALL, text)))
    own = Findings()
    places = places_of(f"{_HEADING}{text}{defined}\n", line.span.file)
    source = Source(places, own, may_hold_spans(places.data))
    tree = parse_markdown(places.data)
    if tree.too_deep is not None:
        source.report(tree.too_deep, "too-deep", depth=MAX_DEPTH)
    nodes = tree.blocks[0].children
    if has_references and b"[@" in places.data:
        from huozi.content.references import with_references

        nodes = with_references(nodes, source)
    inlines = read_heading(nodes, source)
    first = 1 + len(_HEADING)
    findings.extend(item._replace(span=line.place(item.span.column - first)) for item in own)
    return tuple(_placed(inlines, line, first))


def _placed(inlines: Iterable[Inline], line: Line, first: int) -> Iterator[Inline]:
    """The inlines at their places in the file; ``first`` is the column at which the line begins in theirs.

    A text that does not stand side by side in the file (an escape of YAML, the end of a line) is several.
    """
    for inline in inlines:
        index = inline.span.column - first
        match inline:
            case Text(text):
                markup = _moved(inline.markup, line, first)
                for start, end in line.side_by_side(index, len(text)):
                    part = text[start - index : end - index]
                    yield inline._replace(text=part, span=line.place(start), markup=markup)
            case Ruby():
                yield inline._replace(span=line.place(index), markup=_moved(inline.markup, line, first))
            case NoteRef() | CrossRef():
                yield inline._replace(span=line.place(index))
            case _:
                assert_never(inline)


def _moved(markup: Markup, line: Line, first: int) -> Markup:
    """Markup whose line below a name begins at its place in the file."""
    if markup == UNMARKED or markup.underline is None:
        return markup
    place = line.place(markup.underline.span.column - first)
    return markup._replace(underline=markup.underline._replace(span=place))

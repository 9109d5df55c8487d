"""Inlines: what stands within a paragraph, from the nodes of its Markdown.

Text keeps its source place character by character: the k-th character of a ``Text`` stands k columns after its span.
Line breaks of the source vanish beside Han and become a space between Latin words. What Markdown leaves in the text
as marks nobody wants to see printed is reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple, TypeAlias

from huozi.content.markdown_tree import Node
from huozi.content.model import CrossRef, Inline, NoteRef, Ruby, Text, TextRole
from huozi.diagnostics import Findings, Span
from huozi.source_file import Places, quoted

NOT_SET_YET: dict[str, str] = {
    "Table": "not-set-yet-table",
    "HtmlBlock": "not-set-yet-html",
    "InlineHtml": "not-set-yet-html",
    "Fenced": "not-set-yet-code-block",
    "Indented": "not-set-yet-indented",
    "InlineMath": "not-set-yet-math",
    "DisplayMath": "not-set-yet-math",
    "Rule": "not-set-yet-rule",
    "FootnoteReference": "not-set-yet-note",
    "Float": "not-set-yet-picture",
    "Ruby": "not-set-yet-ruby",
}
"""Constructs that make-up cannot set yet, by the rule that says so. Whoever sets one deletes its row."""

# Patterns are texts: compiling them takes longer than reading an article, and a clean one needs hardly any.
TEXT_RULES: tuple[tuple[str, str], ...] = (
    ("leftover-mark", r"\*+(?!\s)|(?<=\S)\*+|(?<!_)__(?!_)|~~|`+|!\[|\]\("),
    ("not-set-yet-dots", r"==(?=\S)[^=]+(?<=\S)=="),
    ("not-set-yet-attributes", r"\{[#.][A-Za-z][^{}]*\}"),
    ("note-missing", r"\[\^[^\[\]\s]+\]"),
    ("tab", r"\t"),
)
"""Marks that stay in the text although they were meant as markup, by the rule that reports them."""

_SUSPECT = re.compile(r"[*_~`!\](={\t]")
_RUBY = r"\{([^{}|]+)\|([^{}|]+)\}"
_COMMENT = r"(?s)<!--(?:(?!-->).)*-->\s*"
_FORMULA = r"[\\^_=A-Za-z]"

# Full-width for the joining of lines: CJK symbols, kana, Han, compatibility and full-width forms, supplementary Han.
_WIDE = "[\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff60\uffe0-\uffe6\U0001f000-\U0003ffff]"
_AMBIGUOUS = "“”‘’—…·"  # wide or not by the company they keep

_ROLES = {"Strong": TextRole.STRONG, "Emphasis": TextRole.EMPHASIS}
_WITHIN: dict[tuple[TextRole, TextRole], TextRole] = {
    (TextRole.STRONG, TextRole.EMPHASIS): TextRole.STRONG,
    (TextRole.STRONG, TextRole.CODE): TextRole.CODE,
    (TextRole.EMPHASIS, TextRole.CODE): TextRole.CODE,
}
"""The role of a role (the second) inside another; a combination that is not listed is strong."""


class _Break(NamedTuple):
    """A line break of the source, not yet known to be a space or nothing."""

    span: Span


_Piece: TypeAlias = Inline | _Break


class Source(NamedTuple):
    """The text that inlines are read from, and where findings go."""

    places: Places
    findings: Findings

    def report(self, offset: int, rule: str, **arguments: object) -> None:
        """Report a finding at a byte."""
        self.findings.add(self.places.span(offset), rule, **arguments)


def read_inlines(nodes: Sequence[Node], source: Source) -> tuple[Inline, ...]:
    """The inlines of a paragraph or heading; constructs that cannot be set are kept as text and reported."""
    return _join_lines(list(_pieces(nodes, TextRole.PLAIN, source)))


def _pieces(nodes: Iterable[Node], role: TextRole, source: Source) -> Iterator[_Piece]:
    for node in nodes:
        span = source.places.span(node.start)
        match node.name:
            case "Text":
                yield from _text_pieces(node, span, role, source)
            case "SoftBreak":
                yield _Break(span)
            case "HardBreak":
                yield Text("\n", span, role)
            case "Strong" | "Emphasis":
                yield from _pieces(node.children, _role(_ROLES[node.name], role, node, source), source)
            case "Code":
                yield _code(node, span, _role(TextRole.CODE, role, node, source), source.places)
            case "Link" | "Image":
                _report_address(node, source)
                yield from _pieces(node.children, role, source)
            case "FootnoteReference":
                report_not_set(node.name, node, source)
                yield NoteRef(node.value, span)
            case _:
                yield from _as_source(node, role, source)


def _report_address(node: Node, source: Source) -> None:
    """Report a picture that is not alone in its paragraph, and a link whose address is not its text."""
    match node.value:
        case {"link_type": "Autolink" | "Email"}:
            return
        case {"dest_url": address}:
            rule = "picture-in-text" if node.name == "Image" else "link-address"
            source.report(node.start, rule, address=quoted(address))


def report_not_set(construct: str, node: Node, source: Source) -> None:
    """Report a construct that make-up cannot set yet."""
    if construct in NOT_SET_YET:
        source.report(node.start, NOT_SET_YET[construct])


def is_comment(written: str) -> bool:
    """Whether a stretch of HTML is a comment and nothing else."""
    return re.fullmatch(_COMMENT, written) is not None


def source_lines(node: Node, source: Source, role: TextRole = TextRole.PLAIN) -> tuple[Inline, ...]:
    """A construct as it is written, a text for each line, so that what cannot be set is not lost."""
    lines: list[Inline] = []
    offset = node.start
    for line in source.places.text(node.start, node.end).rstrip("\n").split("\n"):
        span = source.places.span(offset)
        if lines:
            lines.append(Text("\n", span, role))
        if line:
            lines.append(Text(line, span, role))
        offset += len(line.encode()) + 1
    return tuple(lines)


def _as_source(node: Node, role: TextRole, source: Source) -> Iterator[_Piece]:
    """Raw HTML and formulas, as they are written."""
    match node.name:
        case "InlineHtml" if is_comment(node.value):
            source.report(node.start, "comment-left-out")
            return
        case "InlineMath" if not re.search(_FORMULA, node.value):
            pass  # $ signs of prices, not a formula
        case _:
            report_not_set(node.name, node, source)
    yield from source_lines(node, source, role)


def _role(inner: TextRole, outer: TextRole, node: Node, source: Source) -> TextRole:
    if inner is outer or outer is TextRole.PLAIN:
        return inner
    source.report(node.start, "two-roles")
    return _WITHIN.get((outer, inner), TextRole.STRONG)


def _code(node: Node, span: Span, role: TextRole, places: Places) -> Text:
    """Code without its backticks and the one space that may stand inside them."""
    written = places.text(node.start, node.end)
    ticks = len(written) - len(written.lstrip("`"))
    padding = 0 if written.startswith(node.value[:1], ticks) else 1
    return Text(node.value, span._replace(column=span.column + ticks + padding), role)


def _text_pieces(node: Node, span: Span, role: TextRole, source: Source) -> Iterator[_Piece]:
    """A stretch of text, parted where ruby stands in it; leftover marks are reported."""
    text: str = node.value
    if not _SUSPECT.search(text):
        yield Text(text, span, role)
        return
    is_escaped = source.places.data[node.start - 1 : node.start] == b"\\"
    for rule, pattern in TEXT_RULES:
        for found in re.finditer(pattern, text):
            if found.start() or not is_escaped:
                source.findings.add(_moved(span, found.start()), rule, mark=quoted(found.group()))
    done = 0
    for found in re.finditer(_RUBY, text):
        if found.start() == 0 and is_escaped:
            continue
        place = _moved(span, found.start())
        if found.start() > done:
            yield Text(text[done : found.start()], _moved(span, done), role)
        if "Ruby" in NOT_SET_YET:
            source.findings.add(place, NOT_SET_YET["Ruby"])
        yield Ruby(found[1], found[2], place)
        done = found.end()
    if done < len(text):
        yield Text(text[done:], _moved(span, done), role)


def _moved(span: Span, columns: int) -> Span:
    return span._replace(column=span.column + columns)


# ------------------------------------------------------------------ line breaks of the source


def _join_lines(pieces: list[_Piece]) -> tuple[Inline, ...]:
    """The pieces without breaks: nothing between Han, one space between Latin words, as part of the text before."""
    if not any(isinstance(piece, _Break) for piece in pieces):
        return tuple(piece for piece in pieces if not isinstance(piece, _Break))
    joined: list[Inline] = []
    for index, piece in enumerate(pieces):
        match piece:
            case _Break(span):
                following = map(pieces.__getitem__, range(index + 1, len(pieces)))
                if not (_is_wide_at(reversed(joined), -1) or _is_wide_at(following, 0)):
                    joined[-1:] = _with_space(joined[-1:], span)
            case _:
                joined.append(piece)
    return tuple(joined)


def _with_space(last: list[Inline], span: Span) -> list[Inline]:
    match last:
        case [Text(text=text) as before] if text != "\n":
            return [before._replace(text=text + " ")]
        case _:
            return [*last, Text(" ", span)]


def _is_wide_at(pieces: Iterable[_Piece], end: int) -> bool:
    """Whether the character at an end of the pieces is full-width; ambiguous marks are passed over."""
    for text in map(_characters, takewhile(lambda piece: not isinstance(piece, _Break), pieces)):
        rest = text.rstrip(_AMBIGUOUS) if end else text.lstrip(_AMBIGUOUS)
        if rest:
            return re.match(_WIDE, rest[end]) is not None
    return False


def _characters(piece: _Piece) -> str:
    match piece:
        case Text(text=text) | Ruby(base=text):
            return text
        case NoteRef() | CrossRef() | _Break():
            return ""

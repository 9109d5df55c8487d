"""Inlines: what stands within a paragraph, from the nodes of its Markdown.

Text keeps its source place character by character: the k-th character of a ``Text`` stands k columns after its span.
Line breaks of the source vanish beside Han and become a space between Latin words. What Markdown leaves in the text
as marks nobody wants to see printed is reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from typing import TypeAlias

from huozi.content.markdown_tree import Node
from huozi.content.marks_left import RUBY, moved, report_marks, report_reference
from huozi.content.model import UNMARKED, CrossRef, Inline, Markup, NoteRef, Ruby, Text, TextRole
from huozi.content.spans import Manner, Mark, Source, find_marks, is_escaped
from huozi.diagnostics import Span
from huozi.records import NamedTuple
from huozi.scripts import HAN
from huozi.source_file import Places, quoted

NOT_SET_YET: dict[str, str] = {
    "HtmlBlock": "not-set-yet-html",
    "InlineHtml": "not-set-yet-html",
    "InlineMath": "not-set-yet-math",
    "DisplayMath": "not-set-yet-math",
}
"""Constructs that make-up cannot set yet, by the rule that says so. Whoever sets one deletes its row."""

_PICTURE_FILE = r"(?i)[^\n]+\.(?:png|jpe?g|jfif|gif|webp|bmp|tiff?|svg|eps|psd|heic)(?:[?#].*)?"
_LONGEST_PARAGRAPH = 4096
_CRY = rb"(?:!|\xef\xbc\x81)[ \n]?\Z"

_SUSPECT = re.compile(r"[~`!\](=^{|\t]")
_COMMENT = r"(?s)<!--(?:(?!-->).)*-->\s*"
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


class Break(NamedTuple):
    """A line break of the source, not yet known to be a space or nothing."""

    span: Span


Piece: TypeAlias = Inline | Break


PLAIN = Manner()


def read_inlines(nodes: Sequence[Node], source: Source) -> tuple[Inline, ...]:
    """The inlines of a paragraph or heading; constructs that cannot be set are kept as text and reported."""
    return join_lines(list(_pieces(_emphasised(nodes, source), PLAIN, source)))


def _emphasised(nodes: Sequence[Node], source: Source) -> Sequence[Node]:
    """The nodes of a level with what is emphasised, raised or lowered by tags as nodes of their own."""
    if source.has_tags:
        from huozi.content.tags import with_tags

        nodes = with_tags(nodes)
    if not source.has_emphasis:
        return nodes
    from huozi.content.emphasis import with_emphasis

    return with_emphasis(nodes, source)


def _pieces(nodes: Sequence[Node], manner: Manner, source: Source) -> Iterator[Piece]:
    """The pieces of the nodes of one level; marks of spans change the manner of what stands between them."""
    marks = find_marks(nodes, source) if source.has_spans else {}
    outer: list[Manner] = []
    for index, node in enumerate(nodes):
        if index not in marks:
            if node.name == "Text" and len(node.value) == 1:
                report_reference(node, source)
            if node.name == "Text" and not _SUSPECT.search(node.value):  # most of all text
                yield Text(node.value, source.places.span(node.start), *manner)
            else:
                yield from _node_pieces(node, manner, source)
            continue
        report_marks(node, source)
        start = 0
        for mark in (*marks[index], Mark(len(node.value), len(node.value), None)):
            yield from _ruby_pieces(node, (start, mark.start), manner, source)
            start = mark.end
            if mark.opens is not None:
                outer.append(manner)
                place = moved(source.places.span(node.start), mark.end)
                manner = mark.opens.over(manner, place)
            elif mark.end > mark.start:
                manner = outer.pop()


def _node_pieces(node: Node, manner: Manner, source: Source) -> Iterator[Piece]:
    span = source.places.span(node.start)
    match node.name:
        case "Text":
            report_marks(node, source)
            yield from _ruby_pieces(node, (0, len(node.value)), manner, source)
        case "SoftBreak":
            yield Break(span)
        case "HardBreak":
            report_not_set(node.name, node, source)
            yield Text("\n", span, *manner)
        case "Strong" | "Emphasis":
            yield from _pieces(node.children, _role(_ROLES[node.name], manner, node, source), source)
        case "Script":
            is_star = all(not child.value.strip("*") for child in node.children)
            inside = node.children if is_star else _emphasised(node.children, source)
            yield from _pieces(inside, manner.marked(script=node.value), source)
        case "Code":
            yield _code(node, span, _role(TextRole.CODE, manner, node, source), source.places)
        case "Link" | "Image":
            link = _link(node, source)
            inner = manner.marked(link=link) if link else manner
            yield from _pieces(_emphasised(node.children, source), inner, source)
        case "FootnoteReference":
            yield NoteRef(node.value, span)
        case "Read":
            yield from node.value
        case _:
            yield from _as_source(node, manner, source)


MAX_ADDRESS = 2048
_WEB = r"(?:https?://|mailto:)[^\s\x00-\x1f\x7f]+"


BY_NAME = ("Reference", "Collapsed", "Shortcut")
"""Links whose address stands in a definition, ``[name]: address``."""


def is_web(address: str) -> bool:
    """Whether a link to an address leads somewhere in a PDF."""
    return re.fullmatch(_WEB, address) is not None


def _link(node: Node, source: Source) -> str:
    """The address that a link leads to, empty where it leads nowhere; what print loses of it is reported."""
    address: str = node.value["dest_url"]
    if node.name == "Image":
        source.report(node.start, "picture-in-text", address=quoted(address))
        return ""
    if node.value["link_type"] == "Email":
        return f"mailto:{address}"
    if (meant := _meant_as_picture(node, source)) >= 0:
        source.report(meant, "picture-unread", mark=quoted(source.places.text(meant, node.end)))
        return ""
    if len(address) > MAX_ADDRESS or not is_web(address):
        if node.value["link_type"] not in BY_NAME:  # what defines it is reported
            source.report(node.start, "link-not-web", address=quoted(address))
        return ""
    written = "".join(child.value for child in node.children if child.name == "Text")
    if written.rstrip("/") not in (address.rstrip("/"), address.partition(":")[2].strip("/")):
        source.report(node.start, "link-address", address=quoted(address))
    return address


def _meant_as_picture(node: Node, source: Source) -> int:
    """Where the “！” before a link stands that was to make a picture of it, -1 where none was: it leads to a picture,
    or the “！” begins a line.
    """
    found = re.search(_CRY, source.places.data[max(node.start - 8, 0) : node.start])
    if not found:
        return -1
    data, at = source.places.data, node.start - len(found[0])
    begins_line = not data[data.rfind(b"\n", 0, at) + 1 : at].strip(b" \t>#*+-.)0123456789")
    return at if begins_line or re.fullmatch(_PICTURE_FILE, node.value["dest_url"]) else -1


def report_not_set(construct: str, node: Node, source: Source) -> None:
    """Report a construct that make-up cannot set yet."""
    if construct in NOT_SET_YET:
        source.report(node.start, NOT_SET_YET[construct])


def is_comment(written: str) -> bool:
    """Whether a stretch of HTML is a comment and nothing else."""
    return re.fullmatch(_COMMENT, written) is not None


def source_lines(
    node: Node, source: Source, role: TextRole = TextRole.PLAIN, markup: Markup = UNMARKED
) -> tuple[Inline, ...]:
    """A construct as it is written, a text for each line, so that what cannot be set is not lost."""
    lines: list[Inline] = []
    offset = node.start
    for line in source.places.text(node.start, node.end).rstrip("\n").split("\n"):
        span = source.places.span(offset)
        if lines:
            lines.append(Text("\n", span, role, markup))
        if line:
            lines.append(Text(line, span, role, markup))
        offset += len(line.encode()) + 1
    return tuple(lines)


def _as_source(node: Node, manner: Manner, source: Source) -> Iterator[Piece]:
    """Raw HTML and formulas, as they are written."""
    match node.name:
        case "InlineHtml" if is_comment(node.value):
            source.report(node.start, "comment-left-out")
            return
        case "InlineMath" if _is_money(node, source.places.data):
            pass
        case "InlineHtml" if _closes(node, source.places.data):
            pass  # its opening tag is reported
        case _:
            report_not_set(node.name, node, source)
    yield from source_lines(node, source, *manner)


def _is_money(node: Node, data: bytes) -> bool:
    """Whether the two ``$`` of a formula stand before prices: as in ``US$5`` and ``5$``, with a digit behind the
    second, or with words between them.
    """
    if "\\" in node.value:
        return False
    if data[node.end : node.end + 1].isdigit() or data[node.start - 1 : node.start].isalnum():
        return True
    return re.search(rf"\A[0-9.,]+.*[{HAN}]|[，。；：、？！“”（）《》]", node.value) is not None


def _closes(node: Node, data: bytes) -> bool:
    """Whether a tag closes another of its paragraph."""
    found = re.match(r"</([A-Za-z][A-Za-z0-9-]*)", node.value)
    if not found:
        return False
    before = data[max(node.start - _LONGEST_PARAGRAPH, 0) : node.start]
    opening = rf"(?i)<{found[1]}(?![A-Za-z0-9-])".encode()
    return re.search(opening, before[before.rfind(b"\n\n") + 1 :]) is not None


def _role(inner: TextRole, manner: Manner, node: Node, source: Source) -> Manner:
    outer = manner.role
    if inner is outer or outer is TextRole.PLAIN:
        return manner._replace(role=inner)
    source.report(node.start, "two-roles")
    return manner._replace(role=_WITHIN.get((outer, inner), TextRole.STRONG))


def _code(node: Node, span: Span, manner: Manner, places: Places) -> Text:
    """Code without its backticks and the one space that may stand inside them."""
    written = places.text(node.start, node.end)
    ticks = len(written) - len(written.lstrip("`"))
    padding = 0 if written.startswith(node.value[:1], ticks) else 1
    return Text(node.value, span._replace(column=span.column + ticks + padding), *manner)


def _ruby_pieces(node: Node, part: tuple[int, int], manner: Manner, source: Source) -> Iterator[Piece]:
    """A part of a text (from, to), cut where ruby stands in it; a tab, which is reported, is a space."""
    text, span = node.value.replace("\t", " "), source.places.span(node.start)
    done, end = part
    for found in re.compile(RUBY).finditer(text, done, end):
        if found.start() == 0 and is_escaped(node, source):
            continue
        if found.start() > done:
            yield Text(text[done : found.start()], moved(span, done), *manner)
        yield Ruby(found["base"], found["reading"].strip(), moved(span, found.start() + 1), *manner)
        done = found.end()
    if done < end:
        yield Text(text[done:end], moved(span, done), *manner)


# ------------------------------------------------------------------ line breaks of the source


def join_lines(pieces: list[Piece]) -> tuple[Inline, ...]:
    """The pieces without breaks: nothing between Han, one space between Latin words, as part of the text before."""
    if not any(isinstance(piece, Break) for piece in pieces):
        return tuple(piece for piece in pieces if not isinstance(piece, Break))
    joined: list[Inline] = []
    for index, piece in enumerate(pieces):
        match piece:
            case Break(span):
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


def _is_wide_at(pieces: Iterable[Piece], end: int) -> bool:
    """Whether the character at an end of the pieces is full-width; ambiguous marks are passed over."""
    for text in map(_characters, takewhile(lambda piece: not isinstance(piece, Break), pieces)):
        rest = text.rstrip(_AMBIGUOUS) if end else text.lstrip(_AMBIGUOUS)
        if rest:
            return re.match(_WIDE, rest[end]) is not None
    return False


def _characters(piece: Piece) -> str:
    match piece:
        case Text(text=text) | Ruby(base=text):
            return text
        case NoteRef() | CrossRef() | Break():
            return ""

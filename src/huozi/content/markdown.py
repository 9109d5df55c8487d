"""Markdown: an article's body as blocks, every block and inline with its line and column.

CommonMark with footnotes, picture attributes and ruby. What cannot be set yet stays in the model, as itself or as the
text it is written in, and is reported: nothing of a manuscript is lost without a finding.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from huozi.content.inlines import BY_NAME, is_comment, is_web, read_inlines, report_not_set, source_lines
from huozi.content.markdown_tree import MAX_DEPTH, Node, Tree, parse_markdown
from huozi.content.model import NO_HINTS, Block, Heading, Hints, Inline, Paragraph, Text
from huozi.content.notes import (
    may_hold_notes,
    notes_begun_wrongly,
    notes_called_wrongly,
    with_calls_in_pictures,
    with_half_width_colons,
    without_calls_in_pictures,
    without_joined_references,
)
from huozi.content.pictures import find_pictures
from huozi.content.reading import CONTAINERS, Gathered, as_blocks
from huozi.content.spans import Source, may_hold_spans
from huozi.content.titles import read_heading
from huozi.diagnostics import Findings
from huozi.records import NamedTuple
from huozi.source_file import places_of, quoted

_HASHES = (
    r"(#{2,6})(?=[^#\s]|[\u00a0\u3000])|(#)(?=[\u00a0\u3000]|[^\W\d_a-z][^#＃，。；：！？,;:\s]{1,24}\Z)"
    r"|[#＃]{2,6}(?=[^#＃])|＃(?![#＃0-9])"
)
"""What was meant to begin a heading: in the groups, hashes without the space that they want."""

_COLONS = (b":::", "：：".encode(), ":：".encode(), "：:".encode())
"""Without any of these no line begins with three colons."""

_WIDE_BRACE = "｛".encode()
_HINT = rb"\{[^{}|\n]*=|\xef\xbd\x9b"
"""What may be a hint: a brace and an equals sign in it, or a full-width brace."""

_TERM_DEFINED = re.compile(rb"(?m)^[ \t>]*:[ \t]")
_DEFINITION = re.compile(rb"\[(?!\^)[^\[\]]{1,999}\]:")

LONGEST_HEADING = 100
"""A heading of more characters was meant as a paragraph, no doubt."""


class Body(NamedTuple):
    """The blocks of an article and its notes, each by its name, in the order of the text.

    ``notes_begun``: the names of the notes that begin with a mark typed wrongly, and are reported.
    """

    blocks: tuple[Block, ...]
    notes: tuple[tuple[str, tuple[Block, ...]], ...]
    notes_begun: frozenset[str] = frozenset()


def read_markdown(
    text: str, file: str, folder: str, findings: Findings, line: int = 1, called: frozenset[str] = frozenset()
) -> Body:
    """The blocks of a Markdown text that starts in line ``line`` of ``file``, an article of the issue in ``folder``.

    ``called`` are the names of the notes that the article's title calls.
    """
    places = places_of(text, file, line)
    data = places.data
    begun = notes_begun_wrongly(data, called) if called or may_hold_notes(data) else frozenset()
    has_tags = b"<" in data and _may_hold_tags(data)
    source = Source(places, findings, may_hold_spans(data), begun, b"*" in data or b"_" in data, has_tags)
    parsed = _as_parsed(data)
    nodes = _parse(parsed, source)
    noted: frozenset[str] = frozenset()
    if may_hold_notes(data):
        noted = frozenset(_names_of_notes(nodes))
        nodes = nodes if parsed.count(b"[^") == data.count(b"[^") else with_calls_in_pictures(nodes, noted, source)
    hints: set[int] | None = set() if _may_hold_hints(data) else None
    reading = Gathered(source, file, folder, [1], {}, {}, hints, noted, set())
    blocks = tuple(read_blocks(nodes, reading))
    if reading.hints is not None:
        from huozi.content.hints import report_misplaced, report_parted

        report_misplaced(nodes, reading.hints, source)
        report_parted(blocks, findings)
    if len(set(reading.levels)) > 2:
        from huozi.content.heading_ranks import report_ranks

        report_ranks(blocks, findings)
    if b"]:" in data:
        _report_definitions(nodes, source)
    if b":\\" in data or b"\\\\" in data:
        from huozi.content.paths import report_paths

        report_paths(nodes, source)
    if reading.notes:
        _report_uncalled_notes(nodes, called | reading.called, source)
    return Body(blocks, tuple((name, tuple(note)) for name, note in reading.notes.items()), begun)


def _may_hold_tags(data: bytes) -> bool:
    from huozi.content.tags import may_hold_tags

    return may_hold_tags(data)


def _may_hold_hints(data: bytes) -> bool:
    return (b"{" in data or _WIDE_BRACE in data) and re.search(_HINT, data) is not None


def _as_parsed(data: bytes) -> bytes:
    """A text as the parser is to see it, each byte at its place."""
    if not may_hold_notes(data):
        return data
    data = without_joined_references(with_half_width_colons(data))
    return without_calls_in_pictures(data) if b"![" in data else data


def _parse(data: bytes, source: Source) -> list[Node]:
    """The tree of a text, with what its text shows it to need: definitions, fenced divs, captions, references."""
    definitions = b": " in data and _TERM_DEFINED.search(data) is not None
    if not any(colons in data for colons in _COLONS):
        tree = parse_markdown(data, definitions=definitions)
        _report_too_deep(tree, source)
        nodes = tree.blocks
    else:
        from huozi.content.divs import find_fences, masked, nest_divs, report_strays

        fences = find_fences(data)
        tree = parse_markdown(masked(data, fences), definitions=definitions)
        _report_too_deep(tree, source)
        nodes = nest_divs(tree.blocks, fences, source)
        report_strays(nodes, source)
    if b"[@" in source.places.data:
        from huozi.content.references import with_references

        nodes = with_references(nodes, source)
    if b"|" in data and _has_table(nodes):
        from huozi.content.tables import with_captions

        nodes = with_captions(nodes, source)
    return nodes


def _has_table(nodes: Iterable[Node]) -> bool:
    return any(node.name == "Table" or (node.name in CONTAINERS and _has_table(node.children)) for node in nodes)


def _report_too_deep(tree: Tree, source: Source) -> None:
    if tree.too_deep is not None:
        source.report(tree.too_deep, "too-deep", depth=MAX_DEPTH)


def read_blocks(nodes: Iterable[Node], reading: Gathered) -> Iterator[Block]:
    """The blocks of nodes, in order."""
    for node in as_blocks(nodes):
        yield from read_block(node, reading)


def read_block(node: Node, reading: Gathered) -> Iterator[Block]:
    """What a node is, if it is anything: a comment or a note's text is no block where it stands."""
    source = reading.source
    match node.name:
        case "Paragraph":
            yield from _read_paragraph(node, reading)
        case "Heading":
            yield _read_heading(node, reading)
        case "BlockQuote":
            from huozi.content.structures import read_quote

            yield read_quote(node, reading, read_blocks)
        case "List":
            from huozi.content.lists import read_list

            yield from read_list(node, reading, read_blocks)
        case "DefinitionList":
            from huozi.content.structures import read_definitions

            yield read_definitions(node, reading, read_blocks)
        case "Div":
            from huozi.content.structures import read_div

            yield from read_div(node, reading, read_blocks)
        case "FootnoteDefinition":
            _read_note(node, reading)
        case "HtmlBlock" if is_comment(source.places.text(node.start, node.end)):
            source.report(node.start, "comment-left-out")
        case "CodeBlock" | "Table" | "Rule":
            from huozi.content.matter import read_matter

            yield from read_matter(node, reading)
        case _:  # HTML
            report_not_set(node.name, node, source)
            yield Paragraph(source_lines(node, source), source.places.span(node.start))


def _read_paragraph(node: Node, reading: Gathered) -> Iterator[Block]:
    source = reading.source
    if pictures := find_pictures(node, source):
        from huozi.content.figures import read_figure
        from huozi.content.matter import in_note

        yield in_note(node, reading) if reading.in_note else read_figure(pictures, reading)
        return
    node, hints = _without_hints(node, reading)
    inlines = read_inlines(node.children, source)
    match node.children:
        case [Node(name="Text", value=text, start=start), *_] if text[:1] in "#＃" and (
            hashes := re.match(_HASHES, text)
        ):
            if source.places.data[start - 1 : start] != b"\\":
                reading.levels.append(max(len(hashes[0]), 2))
                if hashes.lastindex:
                    source.report(start, "heading-space", mark=hashes[0])
    _report_joined(node, reading)
    if inlines:
        yield Paragraph(inlines, source.places.span(node.start), hints)


def _without_hints(node: Node, reading: Gathered) -> tuple[Node, Hints]:
    """A paragraph or heading without what an editor asks for at its end, and that."""
    if reading.hints is None:
        return node, NO_HINTS
    from huozi.content.hints import take_hints

    return take_hints(node, reading.hints, reading.source)


def _report_joined(node: Node, reading: Gathered) -> None:
    """Report a line that is indented behind the end of a sentence: a paragraph was meant, without a blank line; and a
    line in an item that begins with the number of another.
    """
    source = reading.source
    if source.places.data.find(b"\n", node.start, node.end - 1) < 0:
        return
    written = source.places.text(node.start, node.end)
    if reading.hangs:
        items = list(re.finditer(r"(?<=\n)[ \t>]*(?P<mark>[0-9]{1,3}[.)]) ", written))
        if len(items) == 1:  # where there are several the lint names them
            at = node.start + len(written[: items[0].start("mark")].encode())
            source.report(at, "list-joined", mark=items[0]["mark"])
    elif found := re.search(r"[。！？…”’」』）]\n(?:  |\t)[ \t]*(?=\S)", written):
        source.report(node.start + len(written[: found.end()].encode()), "lines-joined")


def _read_heading(node: Node, reading: Gathered) -> Heading:
    """A heading; level 1 is the article's title, and no level below may be left out.

    One that is wrong counts as what it was meant to be, so that those below it are judged by that: ``#`` as ``##``.
    """
    source = reading.source
    level = int(node.value["level"][1])
    deepest = reading.levels[-1] + 1
    if not source.places.data.startswith(b"#", node.start):
        level = max(level, 2)
        source.report(node.start, "underlined-heading", mark="#" * level)
    elif level == 1:
        source.report(node.start, "heading-level-1")
    elif level > deepest:
        source.report(node.start, "heading-skips", found="#" * level, wanted="#" * deepest)
    if not node.children:
        source.report(node.start, "empty-heading")
    reading.levels.append(max(level, 2))
    name = ""
    if node.children and node.children[-1].name == "Text" and "#" in node.children[-1].value:
        from huozi.content.headings import take_heading_name

        node, name = take_heading_name(node, reading)
    node, hints = _without_hints(node, reading)
    inlines = read_heading(node.children, source._replace(has_tags=False))
    _report_odd(inlines, node, source)
    return Heading(level, inlines, source.places.span(node.start), hints, name)


def _report_odd(inlines: Sequence[Inline], node: Node, source: Source) -> None:
    """Report a heading that is as long as a paragraph, or of marks alone."""
    texts = [inline.text if isinstance(inline, Text) else "字" for inline in inlines]
    if (count := sum(map(len, texts))) > LONGEST_HEADING:
        source.report(node.start, "heading-long", count=count)
    elif texts and not any(map(str.isalnum, "".join(texts))) and _is_of_marks("".join(texts)):
        source.report(node.start, "heading-without-words", text=quoted("".join(texts)))


def _read_note(node: Node, reading: Gathered) -> None:
    if node.value in reading.notes:
        reading.source.report(node.start, "note-twice", name=quoted(node.value))
    note = tuple(read_blocks(node.children, reading._replace(hangs=True, in_note=True)))
    reading.notes.setdefault(node.value, []).extend(note)
    if reading.hints is not None:
        from huozi.content.hints import report_in_notes

        report_in_notes(note, reading.source.findings)


# ------------------------------------------------------------------ what Markdown takes out of the text


def _report_definitions(blocks: Sequence[Node], source: Source) -> None:
    """Report ``[name]: address`` lines, which CommonMark takes out of the text: often a note was meant.

    Those that links to the web go by are right.
    """
    ranges = list(_ranges(blocks))
    starts = [start for start, _ in ranges]
    followed = {
        _same(node.value["id"])
        for node in _walk(blocks)
        if node.name == "Link" and node.value["link_type"] in BY_NAME and is_web(node.value["dest_url"])
    }
    for found in _DEFINITION.finditer(source.places.data):
        if _same(found.group()[1:-2].decode("utf-8", "replace")) in followed:
            continue
        index = bisect_right(starts, found.start()) - 1
        if index < 0 or found.start() >= ranges[index][1]:
            source.report(found.start(), "link-definition", name=quoted(found.group().decode("utf-8", "replace")))


def _same(name: str) -> str:
    """A link's name as CommonMark compares it."""
    return " ".join(name.casefold().split())


def _ranges(nodes: Iterable[Node]) -> Iterator[tuple[int, int]]:
    """The bytes of what holds text, in order."""
    for node in nodes:
        if node.name in CONTAINERS and not (node.name == "Div" and node.value.body[1]):
            yield from _ranges(node.children)
        else:
            yield node.start, node.end


def _report_uncalled_notes(blocks: Sequence[Node], called: frozenset[str], source: Source) -> None:
    """Report notes that nothing in the text calls: they would not be printed."""
    nodes = list(_walk(blocks))
    called = called | {node.value for node in nodes if node.name == "FootnoteReference"}
    called |= notes_called_wrongly(source.places.data)
    for node in nodes:
        if node.name == "FootnoteDefinition" and node.value not in called:
            source.report(node.start, "note-uncalled", name=quoted(node.value))


def _names_of_notes(nodes: Iterable[Node]) -> Iterator[str]:
    """The names of the notes whose text is there."""
    for node in nodes:
        if node.name == "FootnoteDefinition":
            yield node.value
        if node.name in CONTAINERS:
            yield from _names_of_notes(node.children)


def _walk(nodes: Iterable[Node]) -> Iterator[Node]:
    for node in nodes:
        yield node
        yield from _walk(node.children)


def _is_of_marks(text: str) -> bool:
    """Whether a text is punctuation and spaces alone: a sign (×, §) may be a heading."""
    from unicodedata import category  # few headings have no word

    return all(category(character)[0] in "PZC" for character in text)

"""An editor's words for a paragraph or a heading, at its end: ``{lines=-1}`` asks for a line less than it has at its
best, ``{break=page}`` that it begins a page. Several stand together, ``{lines=-1 keep=next}``, or side by side.

``lines`` −2 to +2 · ``break`` page, column · ``keep`` next · ``start`` recto · ``spread`` −1 to −3: the spread that it
begins on is so many lines shorter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from huozi.content.markdown_tree import Node
from huozi.content.model import NO_HINTS, Block, Heading, Hints, Paragraph
from huozi.content.running_text import parts_of
from huozi.content.spans import Source
from huozi.diagnostics import Findings
from huozi.records import NamedTuple
from huozi.source_file import quoted

_MINUS = ("-", "\u2212")
_FEWER = {f"{minus}{lines}": -lines for lines in (1, 2, 3) for minus in _MINUS}
_MORE = {f"+{lines}": lines for lines in (1, 2)}
_LINES = {asked: lines for asked, lines in (_FEWER | _MORE).items() if lines > -3}


class _Key(NamedTuple):
    """What a key asks for: a field of ``Hints``, and its value for each that may be written."""

    field: str
    values: Mapping[str, object]


KEYS: dict[str, _Key] = {
    "lines": _Key("lines", _LINES),
    "break": _Key("break_before", {"page": "page", "column": "column"}),
    "keep": _Key("keep_next", {"next": True}),
    "start": _Key("start", {"recto": "recto"}),
    "spread": _Key("spread", _FEWER),
}
"""Every key of a hint as it is written."""

SHOWN: dict[str, str] = {
    "lines": "{lines=-1}、{lines=-2}、{lines=+1}、{lines=+2}",
    "break": "{break=page}、{break=column}",
    "keep": "{keep=next}",
    "start": "{start=recto}、{break=page}、{break=column}",
    "spread": "{spread=-1}、{spread=-2}、{spread=-3}",
}
"""What a finding shows for a value that cannot be: to start a page is to break before it."""

_OF_PAGES = ("break", "keep", "start", "spread")
"""Keys that mean nothing in a note, whose place is the page's foot."""

_HINT = re.compile(rf"\{{\s*(?:{'|'.join(KEYS)})\s*=[^{{}}]*\}}")
_LIKE_ONE = re.compile(r"(?<!\])[{｛]\s*[A-Za-zＡ-Ｚａ-ｚ]{3,8}\s*[=＝][^{}｛｝]{1,60}[}｝]")
_WORD = re.compile(r"(?P<key>[^\s=,，、{}]+)(?:\s*=\s*(?P<value>[^\s=,，、{}]*))?")
_BREAKS = ("SoftBreak", "HardBreak")


class _Word(NamedTuple):
    """A word of a hint as it is written, by its first byte."""

    key: str
    value: str
    start: int


class _Group(NamedTuple):
    """A hint in braces: its first byte, and its words."""

    start: int
    words: tuple[_Word, ...]


def take_hints(block: Node, taken: set[int], source: Source) -> tuple[Node, Hints]:
    """A paragraph or heading without the hints at its end, and what they ask for; a block of hints alone keeps them.

    The places of the hints are added to ``taken``. Findings: ``hint-key``, ``hint-value``, ``hint-twice``,
    ``hint-heading``, ``hint-contradicts``.
    """
    children = list(block.children)
    groups: list[_Group] = []  # from the last one on
    while children and children[-1].name == "Text":
        found, rest = _at_end(children[-1], source)
        if not found:
            break
        groups += found
        last = children.pop()
        if rest:
            children.append(last._replace(value=rest, end=last.start + len(rest.encode())))
            break
        if children and children[-1].name in _BREAKS:
            children.pop()
    if not groups or not children:
        return block, NO_HINTS
    taken.update(group.start for group in groups)
    words = [word for group in reversed(groups) for word in group.words]
    return block._replace(children=children), _asked(words, block.name == "Heading", source)


def _at_end(text: Node, source: Source) -> tuple[list[_Group], str]:
    """The hints at the end of a text, from the last one on, and the text before them."""
    value, end, offset = text.value, len(text.value), text.end
    groups: list[_Group] = []
    while value.endswith("}", 0, end):
        start = value.rfind("{", 0, end)
        if start < 0 or not (hint := _HINT.fullmatch(value, start, end)):
            break
        offset -= len(hint[0].encode())
        if _is_escaped(offset, source):
            break
        groups.append(_Group(offset, tuple(_words(hint, offset))))
        end = start
        while end and value[end - 1].isspace():
            end -= 1
        offset -= len(value[end:start].encode())
    return groups, value[:end]


def _words(hint: re.Match[str], offset: int) -> Iterator[_Word]:
    """The words of a hint that begins at a byte."""
    for word, start in _places(_WORD, hint[0], offset):
        yield _Word(word["key"], word["value"] or "", start)


def _places(pattern: re.Pattern[str], text: str, offset: int) -> Iterator[tuple[re.Match[str], int]]:
    """What a pattern finds in a text that begins at a byte, with the first byte of each."""
    index = 0
    for found in pattern.finditer(text):
        offset += len(text[index : found.start()].encode())
        index = found.start()
        yield found, offset


def _asked(words: Iterable[_Word], is_heading: bool, source: Source) -> Hints:
    """What words ask for; of a key that is there twice the first counts."""
    asked: dict[str, _Word] = {}
    fields: dict[str, object] = {}
    for word in words:
        if rule := _fault(word, asked, is_heading):
            written = quoted(f"{{{word.key}={word.value}}}")
            source.report(word.start, rule, hint=written, known=SHOWN.get(word.key) or "、".join(KEYS))
            continue
        asked[word.key] = word
        fields[KEYS[word.key].field] = KEYS[word.key].values[word.value]
    if "start" in asked and "break" in asked:
        source.report(asked["break"].start, "hint-contradicts", hint=f"{{break={asked['break'].value}}}")
        del asked["break"], fields[KEYS["break"].field]
    places = tuple((key, source.places.span(word.start)) for key, word in asked.items())
    return Hints(**fields, places=places) if places else NO_HINTS  # type: ignore[arg-type]


def _fault(word: _Word, asked: Mapping[str, _Word], is_heading: bool) -> str:
    """The rule that a word breaks, empty where it breaks none."""
    if word.key not in KEYS:
        return "hint-key"
    if is_heading and word.key == "lines":
        return "hint-heading"
    if word.value not in KEYS[word.key].values:
        return "hint-value"
    return "hint-twice" if word.key in asked else ""


def report_misplaced(nodes: Iterable[Node], taken: set[int], source: Source) -> None:
    """Report the hints that stand elsewhere than at the end of a paragraph or heading, and what was meant for one.

    They are printed as they are. Findings: ``hint-place``, ``hint-mark``.
    """
    for node in nodes:
        if node.name == "Text":
            for found, offset in _places(_HINT, node.value, node.start):
                if offset not in taken and not _is_escaped(offset, source):
                    source.report(offset, "hint-place", hint=quoted(found[0]))
            for found, offset in _places(_LIKE_ONE, node.value, node.start):
                if not _is_escaped(offset, source) and (meant := _meant(found[0])):
                    source.report(offset, "hint-mark", hint=quoted(found[0]), meant=meant)
        report_misplaced(node.children, taken, source)


def _is_escaped(offset: int, source: Source) -> bool:
    return source.places.data[offset - 1 : offset] == b"\\"


def _meant(text: str) -> str:
    """The hint that a text is meant for: typed wide, or with a key that is near to one; empty where it is none."""
    if _HINT.fullmatch(text):
        return ""
    from unicodedata import normalize

    from huozi.slips.key_names import near

    words: list[str] = []
    for word in _WORD.finditer(normalize("NFKC", text)):
        value = word["value"] or ""
        if not any(value in key.values for key in KEYS.values()):
            return ""  # so most attributes of pictures and tables
        key = near(word["key"], KEYS)
        if not key or value not in KEYS[key].values:
            return ""
        words.append(f"{key}={value}")
    return f"{{{' '.join(words)}}}"


def report_parted(blocks: Sequence[Block], findings: Findings) -> None:
    """Report blocks that are to stay with the one behind, which is to begin a page or a column (``hint-parted``).

    The break wins.
    """
    for block, following in pairwise(blocks):
        kept, broken = hints_of(_end(block, -1)), hints_of(_end(following, 0))
        if kept.keep_next and (broken.break_before or broken.start):
            word = f"{{break={broken.break_before}}}" if broken.break_before else f"{{start={broken.start}}}"
            findings.add(dict(kept.places)["keep"], "hint-parted", hint=word)
    for block in blocks:
        if inner := tuple(parts_of(block)):
            report_parted(inner, findings)


def _end(block: Block, index: int) -> Block:
    """The first (0) or last (−1) block of what a block is made of; itself where it is text."""
    inner = tuple(parts_of(block))
    return _end(inner[index], index) if inner else block


def report_in_notes(blocks: Iterable[Block], findings: Findings) -> None:
    """Report the words about pages in the text of a note, where they have no effect (``hint-in-note``)."""
    for block in blocks:
        hints = hints_of(block)
        for key, span in hints.places:
            if key in _OF_PAGES:
                findings.add(span, "hint-in-note", hint=f"{{{key}=…}}")
        report_in_notes(parts_of(block), findings)


def hints_of(block: Block) -> Hints:
    """An editor's words for a block; other blocks than paragraphs and headings have none."""
    match block:
        case Paragraph(hints=hints) | Heading(hints=hints):
            return hints
        case _:
            return NO_HINTS

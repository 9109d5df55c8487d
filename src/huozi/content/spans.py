"""Spans: what ``==…==``, ``[…]{.class}``, ``^2^`` and ``~2~`` take in, paired before text becomes inlines.

The marks of one level of the tree are paired in one pass, whatever stands between them (strong text, code, a line
break). What opens and is never closed, or closes what is not open, is text; it is reported where it was surely meant.
``~`` and ``^`` are marks only where no range, number or smiley can be meant.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from huozi.content.markdown_tree import Node
from huozi.content.model import UNMARKED, Markup, Script, TextRole, Underline
from huozi.diagnostics import Findings, Span
from huozi.records import NamedTuple
from huozi.source_file import Places, quoted

ATTRIBUTES = ("lang", "alt")
"""The attributes that a span may have; they are kept as written."""


class Manner(NamedTuple):
    """What holds for a stretch of text by what it stands in."""

    role: TextRole = TextRole.PLAIN
    markup: Markup = UNMARKED

    def marked(self, **facts: object) -> Manner:
        """The manner with facts of its markup changed."""
        return self._replace(markup=self.markup._replace(**facts))  # type: ignore[arg-type]


CLASSES: dict[str, Callable[[Manner, Span], Manner]] = {
    "name": lambda manner, place: manner.marked(underline=Underline("name", place)),
    "book": lambda manner, place: manner.marked(underline=Underline("book", place)),
    "dots": lambda manner, _: manner.marked(dots=True),
    "small": lambda manner, _: manner.marked(small=True),
    "sup": lambda manner, _: manner.marked(script=Script.SUPER),
    "sub": lambda manner, _: manner.marked(script=Script.SUB),
    "strong": lambda manner, _: manner._replace(role=TextRole.STRONG),
    "emphasis": lambda manner, _: manner._replace(role=TextRole.EMPHASIS),
}
"""What each class of a span says of its text; the last two serve where ``**`` and ``*`` have no effect."""


class Source(NamedTuple):
    """The text that inlines are read from, and where findings go.

    ``has_spans``: a mark of a span may be in it (``may_hold_spans``). ``notes_begun``: the names of notes whose text
    begins with a mark that is typed wrongly; their calls are right. ``has_emphasis``: an asterisk or an underscore may
    be in it. ``has_tags``: a tag of HTML that can be read may be in it.
    """

    places: Places
    findings: Findings
    has_spans: bool = True
    notes_begun: frozenset[str] = frozenset()
    has_emphasis: bool = True
    has_tags: bool = False

    def report(self, offset: int, rule: str, **arguments: object) -> None:
        """Report a finding at a byte."""
        self.findings.add(self.places.span(offset), rule, **arguments)

    def begins_line(self, offset: int) -> bool:
        """Whether a byte is the first of its line, but for what opens a quotation."""
        data = self.places.data
        return not data[data.rfind(b"\n", 0, offset) + 1 : offset].strip(b" \t>")


class Given(NamedTuple):
    """What a span says of its text: classes, attributes."""

    classes: tuple[str, ...]
    attributes: tuple[tuple[str, str], ...] = ()

    def over(self, manner: Manner, place: Span) -> Manner:
        """The manner of the text in a span that begins at a place, within a manner."""
        for name in self.classes:
            manner = CLASSES[name](manner, place)
        return manner.marked(attributes=manner.markup.attributes + self.attributes) if self.attributes else manner


class Mark(NamedTuple):
    """A mark of a span within a text: the characters it takes, and what it opens (``None``: it closes)."""

    start: int
    end: int
    opens: Given | None


def may_hold_spans(data: bytes) -> bool:
    """Whether a text holds anything that could be the mark of a span: few articles do."""
    return any(mark in data for mark in (b"==", b"]{", b"^", b"~"))


_AFTER_WORD = r"[0-9A-Za-z)\]²³]"
_NUMBER = r"[+−-]?[0-9]{1,8}[+−-]?|[+−-]{1,2}"
_TERM = r"[0-9A-Za-z+−-]{1,8}|[0-9①-⑳][0-9,，–-]{0,12}"
_CITATION = r"\[[0-9①-⑳][0-9,，–-]{0,12}\]|[①-⑳]{1,4}"
_MARK = (
    rf"\^(?P<sup>(?:{_NUMBER})(?=\^(?![0-9]))|(?:{_TERM})(?=\^(?![0-9A-Za-z]|[+−-][0-9]+\^))|(?:{_CITATION})(?=\^))\^"
    r"|(?<=[^\W_])\^(?P<vain>(?=\w*[^\x00-\x7f\W])\w{1,8})\^(?![0-9A-Za-z])"
    r"|(?<!~)~(?P<sub>[0-9+−-]{1,8})~(?![0-9~])"
    r"|(?P<unclear>(?<=[^\W_])\^(?:[0-9]{1,8}|[A-Za-z]{1,8})\^(?=[0-9A-Za-z])|(?<=[A-Za-z)\]])~[0-9]{1,8}~(?=[0-9]))"
    r"|(?<![<>!=])(?P<dots>={2,})(?![>=])|(?P<open>\[)|(?P<close>\])(?P<given>\{[^{}|]{1,200}\})?"
)
"""Marks of spans. A caret or tilde with a letter or digit behind it goes with that (x^2+y^2): it closes nothing."""

_MEANT_AS_ATTRIBUTES = rf"\s*(?:[.#]\w|[A-Za-z-]+=|(?:{'|'.join(CLASSES)})\s*$)"
_ATTRIBUTE = r'\s*(?:\.(?P<class>[\w-]+)|(?P<key>[A-Za-z-]+)=(?:"(?P<long>[^"]*)"|(?P<word>[^\s"]+)))(?=\s|$)'
_DOTS = Given(("dots",))
_NUMBER_BEFORE = "[1-9][0-9]{0,3}"
_ISOTOPE = rf"~[0-9]{{1,3}}~\^{_NUMBER_BEFORE}\^[A-Z]"
_BEHIND_DOTS = r"[\s，。、；：？！…—·～／”’）》〉】」』)\]},.;:!?%-]"
_CLAUSE = r"[，。；？！、]"
_ALTERNATIVE = r"[且或]|&&|\|\|"
_CONDITION = r"(?:若|如果|假如|当|if|while)[^，。；]{0,40}\Z"


def find_marks(nodes: Sequence[Node], source: Source) -> dict[int, list[Mark]]:
    """The marks of spans among the nodes of one level, by the index of the text they stand in, in their order."""
    pairing = _Pairing(nodes, source)
    mark = re.compile(_MARK)
    for index, node in enumerate(nodes):
        if node.name != "Text":
            continue
        escaped = is_escaped(node, source)
        for found in mark.finditer(node.value):
            if found.start() or not escaped:
                pairing.take(index, found)
    return pairing.finish()


def is_escaped(text: Node, source: Source) -> bool:
    """Whether the first character of a text stands after a backslash: it is no mark."""
    return source.places.data[text.start - 1 : text.start] == b"\\"


class _Open(NamedTuple):
    """A mark that may open a span: its text and place there."""

    node: int
    start: int
    end: int
    is_dots: bool


class _Pairing:
    """Marks as they are met, and those still open; of ``==`` never more than one is."""

    def __init__(self, nodes: Sequence[Node], source: Source) -> None:
        self._nodes = nodes
        self._source = source
        self._open: list[_Open] = []
        self._dots_at = -1  # which of the open marks is ==
        self._compared: tuple[_Open, int] | None = None  # a == between letters, and how many marks were open there
        self._marks: dict[int, list[Mark]] = {}

    def take(self, index: int, found: re.Match[str]) -> None:
        """Take the next mark, in the text of an index."""
        match found.lastgroup:
            case "sup" | "sub" as script:
                self._script(index, found, script)
            case "dots":
                self._dots(index, found)
            case "vain" | "unclear" as why:
                rule = "raised-in-vain" if why == "vain" else "mark-unclear"
                self._source.findings.add(self._place(index, found.start()), rule, mark=quoted(found.group()))
            case "open":
                self._open.append(_Open(index, found.start(), found.end(), is_dots=False))
            case _:
                self._close(index, found)

    def finish(self) -> dict[int, list[Mark]]:
        """The paired marks; a ``==`` left open is reported."""
        for left in self._open:
            self._report_left(left)
        for marks in self._marks.values():
            marks.sort()
        return self._marks

    def _add(self, opening: _Open, closing: _Open, given: Given) -> None:
        self._marks.setdefault(opening.node, []).append(Mark(opening.start, opening.end, given))
        self._marks.setdefault(closing.node, []).append(Mark(closing.start, closing.end, None))

    def _script(self, index: int, found: re.Match[str], script: str) -> None:
        """``^2^`` after anything but a space, letters only after a word; ``~2~`` after a letter or bracket; numbers
        before a word wherever it stands: ``^14^C``, ``~92~^235^U``.
        """
        start, end = found.span()
        before, behind = self._before(index, start), self._behind(index, end)
        if script == "sub":
            is_meant = re.match(r"[A-Za-z)\]^]", before) is not None
            is_meant = is_meant or re.compile(_ISOTOPE).match(found.string, start) is not None
        elif before.isspace():
            is_number = re.fullmatch(_NUMBER_BEFORE, found[script]) is not None
            is_meant = is_number and (behind.isalnum() or behind in "~[（(")
            if is_number and not is_meant:
                self._source.findings.add(self._place(index, start), "mark-unclear", mark=quoted(found.group()))
        else:
            is_meant = re.match(_AFTER_WORD if found[script].isalpha() else r"\S", before) is not None
        if is_meant:
            first, last = _Open(index, start, start + 1, is_dots=False), _Open(index, end - 1, end, is_dots=False)
            self._add(first, last, Given((script,)))

    def _before(self, index: int, at: int) -> str:
        """The character before a place; a letter where the text begins after something else than text."""
        if at:
            return str(self._nodes[index].value[at - 1])
        if not index or self._nodes[index - 1].name in ("SoftBreak", "HardBreak"):
            return " "
        return "x" if self._nodes[index - 1].name != "Text" else str(self._nodes[index - 1].value[-1:])

    def _beside(self, index: int, at: int) -> str:
        """The character seen before a place."""
        if at or not index:
            return self._before(index, at)
        return " " if self._nodes[index - 1].name in ("SoftBreak", "HardBreak") else _edge(self._nodes[index - 1], -1)

    def _dots(self, index: int, found: re.Match[str]) -> None:
        """``==`` closes after a character what is open, and opens before one; a==b compares."""
        start, end = found.span()
        here = _Open(index, start, end, is_dots=True)
        before, behind = self._beside(index, start), self._behind(index, end)
        if end - start > len("=="):
            if end - start == len("====") and self._dots_at >= 0 and not (before + behind).isspace():
                self._end_dots(here._replace(end=start + len("==")))
                self._dots_at = len(self._open)
                self._open.append(here._replace(start=start + len("==")))
            return
        if self._dots_at < 0:
            if (before + behind).isascii() and before.isalnum() and behind.isalnum():
                self._compared = here, len(self._open)
            elif compared := self._compared_with(here, before, behind):
                self._add(compared, here, _DOTS)
            elif not behind.isspace():
                self._dots_at = len(self._open)
                self._open.append(here)
            elif not before.isspace():
                self._report_left(here)
        elif not before.isspace():
            self._end_dots(here)

    def _end_dots(self, here: _Open) -> None:
        """End the dots that are open."""
        opening, index = self._open[self._dots_at], here.node
        self._drop(self._dots_at)
        if (opening.node, opening.end) == (index, here.start):
            self._report_left(opening)
        elif opening.node == index and self._may_compare(index, opening, here):
            mark = self._nodes[index].value[opening.start : here.end]
            self._source.findings.add(self._place(index, opening.start), "mark-unclear", mark=quoted(mark))
        else:
            self._add(opening, here, _DOTS)

    def _compared_with(self, here: _Open, before: str, behind: str) -> _Open | None:
        """The ``==`` between letters or digits that began what a ``==`` here ends: 伊尔-76==T==，"""
        if self._compared is None or not re.match(_BEHIND_DOTS, behind) or re.match(r"[\s（(“‘「『]", before):
            return None
        opening, depth = self._compared
        self._compared = None
        nodes = self._nodes[opening.node : here.node + 1]
        ends = [len(node.value) if node.name == "Text" else 0 for node in nodes]
        ends[-1] = max(here.start - 1, 0)  # a mark may stand at the end of what is marked
        parts = [
            node.value[opening.end * (not place) : end]
            for place, (node, end) in enumerate(zip(nodes, ends, strict=True))
            if node.name == "Text"
        ]
        is_whole = depth == len(self._open) and re.search(_CLAUSE, "".join(parts)) is None
        return opening if is_whole else None

    def _may_compare(self, index: int, opening: _Open, closing: _Open) -> bool:
        """Whether two ``==`` in words may compare what stands beside them: 若甲==乙，丙==丁."""
        text: str = self._nodes[index].value
        around = (
            self._before(index, opening.start),
            text[opening.end],
            text[closing.start - 1],
            text[closing.end :][:1],
        )
        if not all(map(str.isalnum, around)):
            return False
        inside = text[opening.end : closing.start]
        return re.search(_CLAUSE, inside) is not None or (
            re.search(_ALTERNATIVE, inside) is not None
            and re.search(_CONDITION, text[max(opening.start - 60, 0) : opening.start]) is not None
        )

    def _behind(self, index: int, at: int) -> str:
        """The character behind a place; a letter where something else than text follows."""
        text: str = self._nodes[index].value
        return text[at] if at < len(text) else _edge(self._nodes[index + 1], 0) if self._has_next(index) else " "

    def _drop(self, place: int) -> None:
        """Forget the open marks from a place on."""
        self._compared = None
        del self._open[place:]
        if self._dots_at >= place:
            self._dots_at = -1

    def _has_next(self, index: int) -> bool:
        return index + 1 < len(self._nodes) and self._nodes[index + 1].name not in ("SoftBreak", "HardBreak")

    def _close(self, index: int, found: re.Match[str]) -> None:
        """``]`` with attributes makes a span of what stands since its ``[``; without, both are text."""
        place = len(self._open) - 1
        if place == self._dots_at:
            place -= 1
        written = (found["given"] or "{}")[1:-1]
        if not re.match(_MEANT_AS_ATTRIBUTES, written):
            self._compared = None
            if place >= 0:
                del self._open[place]
                self._dots_at -= place < self._dots_at
            return
        where = self._place(index, found.end("close"))
        if place < 0:
            self._source.findings.add(where, "attributes-alone", mark=quoted(found["given"]))
            return
        for left in self._open[place + 1 :]:
            self._report_left(left)
        opening = self._open[place]
        self._drop(place)
        if (opening.node, opening.end) == (index, found.start()):
            self._source.findings.add(where, "span-empty", mark=quoted(found.group()))
        given = read_given(written, where, self._source.findings)
        self._add(opening, _Open(index, found.start(), found.end(), is_dots=False), given)

    def _report_left(self, left: _Open) -> None:
        if left.is_dots:
            self._source.findings.add(self._place(left.node, left.start), "leftover-mark", mark="==")

    def _place(self, index: int, at: int) -> Span:
        span = self._source.places.span(self._nodes[index].start)
        return span._replace(column=span.column + at)


def _edge(node: Node, end: int) -> str:
    """The first or last character of what a node holds; a letter where it is not known."""
    while node.children:
        node = node.children[end]
    return node.value[end] if node.name == "Text" and node.value else "x"


def read_given(written: str, place: Span, findings: Findings) -> Given:
    """Classes and attributes as a span gives them; what is not known is reported with the nearest that is."""
    classes: list[str] = []
    attributes: list[tuple[str, str]] = []
    attribute = re.compile(_ATTRIBUTE)
    done = 0
    while found := attribute.match(written, done):
        done = found.end()
        if found["class"] in CLASSES:
            classes.append(found["class"])
        elif found["key"] in ATTRIBUTES:
            attributes.append((found["key"], found["long"] or (found["word"] or "").strip("“”‘’＂")))
        elif found["class"]:
            from huozi.slips.key_names import suggested  # a mistake alone pays for it

            known = suggested(found["class"], CLASSES, ".")
            findings.add(place, "span-class-unknown", name=quoted(found["class"]), known=known)
        else:
            from huozi.slips.key_names import suggested  # a mistake alone pays for it

            known = suggested(found["key"], ATTRIBUTES)
            findings.add(place, "span-attribute-unknown", key=quoted(found["key"]), known=known)
    if rest := written[done:].strip():
        from huozi.slips.key_names import suggested  # a mistake alone pays for it

        findings.add(place, "span-attribute-bad", text=quoted(rest), known=suggested(rest, CLASSES, "."))
    return Given(tuple(classes), tuple(attributes))

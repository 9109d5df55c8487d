"""Cleaning: a passage's characters on their way from the source to the issue.

A passage may lie on several lines of the source. Its characters become cells that know their offset, the rules change
the cells one after another, and the cells are read off as edits: what the rules did is what the ledger says.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum

from huozi.content.importers import cleaning_rules as rules
from huozi.content.importers.characters import ANY_HAN
from huozi.content.importers.cleaning_rules import Change, Rule
from huozi.content.importers.manuscript import Edit, EditKind
from huozi.records import NamedTuple

JOINT = -1  # the offset of a character that stands between two lines of the source


class Mode(Enum):
    """What a passage is, which says what may be put right in it."""

    TITLE = "title"
    HEADING = "heading"
    BODY = "body"


_ALWAYS: tuple[Rule, ...] = (rules.drop_unprintable,)
_PUNCTUATION: tuple[Rule, ...] = (
    rules.narrow_letters,
    rules.set_dots,
    rules.set_dashes,
    rules.curl_quotes,
    rules.widen_brackets,
    rules.widen_points,
)
CHINESE_RULES: dict[Mode, tuple[Rule, ...]] = {
    Mode.TITLE: (*_ALWAYS, rules.drop_marks, rules.trim),
    Mode.HEADING: (*_ALWAYS, rules.drop_marks, rules.read_escapes, *_PUNCTUATION, rules.heading_spaces),
    Mode.BODY: (
        *_ALWAYS,
        rules.read_escapes,
        rules.read_tags,
        rules.open_autolinks,
        *_PUNCTUATION,
        rules.body_spaces,
        rules.settle_strong,
        rules.trim,
    ),
}
WESTERN_RULES: dict[Mode, tuple[Rule, ...]] = {
    Mode.TITLE: CHINESE_RULES[Mode.TITLE],
    Mode.HEADING: (*_ALWAYS, rules.drop_marks, rules.read_escapes, rules.trim),
    Mode.BODY: (*_ALWAYS, rules.read_escapes, rules.read_tags, rules.open_autolinks, rules.settle_strong, rules.trim),
}


class Piece(NamedTuple):
    """A stretch of one line of the source that belongs to a passage."""

    line: int
    start: int
    end: int


@dataclass(slots=True)
class Cells:
    """The characters of a passage: each with its offset, what it has become, and why."""

    characters: str
    offsets: list[int]
    lines: list[int]
    outputs: list[str] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)
    groups: list[int] = field(default_factory=list)

    def text(self) -> str:
        """The passage as it stands."""
        return "".join(self.outputs)

    def apply(self, rule: Rule) -> None:
        """Let a rule change the passage; joints, and changes across them, stay as they are."""
        at = [i for i, output in enumerate(self.outputs) for _ in output]
        for change in list(rule(self.text())):
            cells = list(range(at[change.start], at[change.end - 1] + 1))
            if change.output and not self._is_one_stretch(cells):
                continue
            for cell in cells:
                if self.offsets[cell] != JOINT:
                    self.outputs[cell], self.reasons[cell] = "", change.reason
                    self.groups[cell] = cells[0]
            if change.output:
                self.outputs[cells[0]] = change.output

    def drop(self, start: int, end: int, reason: str) -> None:
        """Drop the characters from one position of the text as it stands to another."""
        self.apply(lambda _: iter([Change(i, i + 1, "", reason) for i in range(start, end)]))

    def _is_one_stretch(self, cells: Sequence[int]) -> bool:
        first = self.offsets[cells[0]]
        return first != JOINT and all(self.offsets[cell] == first + i for i, cell in enumerate(cells))

    def text_offsets(self) -> list[int]:
        """For each character of the text as it stands the offset in the source it comes from; joints have none."""
        return [offset for offset, output in zip(self.offsets, self.outputs, strict=True) for _ in output]

    def edits(self, destination: str) -> dict[int, tuple[Edit, ...]]:
        """The edits of each line's piece."""
        found: dict[int, list[Edit]] = {}
        i = 0
        while i < len(self.characters):
            if self.offsets[i] == JOINT:
                i += 1
                continue
            end = self._group_end(i)
            found.setdefault(self.lines[i], []).append(self._edit(i, end, destination))
            i = end
        return {line: tuple(edits) for line, edits in found.items()}

    def _group_end(self, start: int) -> int:
        """Where the stretch ends that one change made."""
        end = start + 1
        while self.outputs[start] and end < len(self.outputs) and self._belongs(end, start):
            end += 1
        return end

    def _belongs(self, cell: int, start: int) -> bool:
        return self.groups[cell] == self.groups[start] != JOINT and not self.outputs[cell]

    def _edit(self, start: int, end: int, destination: str) -> Edit:
        output = self.outputs[start]
        first, last = self.offsets[start], self.offsets[end - 1] + 1
        if not output:
            return Edit(first, last, EditKind.DROPPED, self.reasons[start])
        if output == self.characters[start:end]:
            return Edit(first, last, EditKind.KEPT, "text", "", destination)
        return Edit(first, last, EditKind.CHANGED, self.reasons[start], output, destination)


def cells_of(source: str, pieces: Iterable[Piece], joints: Sequence[str] = ()) -> Cells:
    """The cells of a passage: its pieces with the joints between them."""
    characters: list[str] = []
    offsets: list[int] = []
    lines: list[int] = []
    for i, piece in enumerate(pieces):
        joint = joints[i - 1] if i else ""
        characters.extend((joint, source[piece.start : piece.end]))
        offsets.extend([JOINT] * len(joint) + list(range(piece.start, piece.end)))
        lines.extend([piece.line] * (len(joint) + piece.end - piece.start))
    text = "".join(characters)
    return Cells(text, offsets, lines, list(text), [""] * len(text), [JOINT] * len(text))


def clean(cells: Cells, mode: Mode) -> None:
    """Put a passage right by the rules of its mode; a passage without Han keeps its western punctuation."""
    table = CHINESE_RULES if ANY_HAN.search(cells.characters) else WESTERN_RULES
    for rule in table[mode]:
        cells.apply(rule)


def guessed(cells: Cells, reasons: Iterable[str]) -> Iterator[tuple[int, str]]:
    """The offsets where a change was made for one of these reasons, once for each stretch."""
    wanted = frozenset(reasons)
    last = ""
    for offset, reason in zip(cells.offsets, cells.reasons, strict=True):
        if reason in wanted and reason != last:
            yield offset, reason
        last = reason

"""Fields of a mapping: keys checked against a table, values read as the kind each key wants.

Every reader reports what is wrong at its place and gives a harmless value, so that one run finds every error.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from collections.abc import Mapping as Table
from datetime import date
from typing import TypeVar

from huozi.diagnostics import Findings, Span
from huozi.positioned_yaml import DATE, Entry, Mapping, Node, Scalar, Sequence, character_places, resolve, shown
from huozi.records import NamedTuple
from huozi.slips.quotes import is_in_wide_quotes
from huozi.source_file import quoted


def read_fields(node: Node, keys: Table[str, bool], findings: Findings) -> Fields | None:
    """The fields of a mapping whose keys are those of a table (key → required); ``None`` if it is no mapping.

    An unknown key is reported, with the known one that it says in Chinese or is near to; its value is read as that
    one's, so that what is meant by it is not missed as well. Missing keys are reported at the mapping's start, but not
    where keys that say nothing may be meant for them.
    """
    if not isinstance(node, Mapping):
        findings.add(node.span, "expected-mapping", keys=", ".join(keys))
        return None
    entries = {entry.key: entry for entry in node.entries if entry.key in keys}
    strange = [entry for entry in node.entries if entry.key not in keys]
    for entry in strange:
        if meant := report_key(entry, keys, findings):
            entries.setdefault(meant, entry)
    missing = [key for key, required in keys.items() if required and key not in entries]
    if len(missing) > sum(_says_nothing(entry.key, keys) for entry in strange):
        for key in missing:
            findings.add(node.span, "missing-key", key=key)
    return Fields(entries, node.span, findings)


def report_key(entry: Entry, keys: Iterable[str], findings: Findings) -> str:
    """Report a key that is not known; gives the known one that is meant, empty where none is near."""
    from huozi.slips.key_names import near

    names = list(keys)
    known = ", ".join(names)
    found = near(entry.key, names)
    if found:
        findings.add(entry.span, "unknown-key", key=quoted(entry.key), nearest=found, known=known)
    else:
        findings.add(entry.span, "no-such-key", key=quoted(entry.key), known=known)
    return "" if _is_wide(entry.key) else found  # a slip of the keyboard is mended, and named for what it is


def _says_nothing(key: str, keys: Iterable[str]) -> bool:
    """Whether a key that is not known is near to none."""
    from huozi.slips.key_names import near

    return not near(key, keys)


def _is_wide(key: str) -> bool:
    """Whether a key has full-width letters, or a full-width space about it."""
    return key.strip("\u3000\u00a0") != key or any("！" <= char <= "～" for char in key)


_PARTING = "[，、；;﹐､。|｜]|\\s[/／]\\s|,(?=\\s*[^\x00-\x7f])"
_MAY_PART = frozenset("，、；﹐､,;。|｜/／")


def parts_of(text: str) -> list[str]:
    """The items that stand in one text, parted by marks that no name holds, or by a comma before a Chinese word.

    >>> parts_of("甲、乙"), parts_of("Smith, John")
    (['甲', '乙'], ['Smith, John'])
    """
    parts = [text] if _MAY_PART.isdisjoint(text) else re.split(_PARTING, text)
    return [part.strip() for part in parts if part.strip()]


def report_mark(text: str, item: str, span: Span, findings: Findings) -> bool:
    """Report the marks that part items where they stand at an end of one; whether there are any."""
    if item == text:
        return False
    findings.add(span, "item-mark", typed=quoted(text), instead=quoted(item))
    return True


Choice = TypeVar("Choice", bound=str)
"""A word among those that are known."""


class Fields(NamedTuple):
    """The known entries of a mapping, read by kind. A key that is not there gives the default, without a finding."""

    entries: dict[str, Entry]
    span: Span
    findings: Findings

    def span_of(self, key: str) -> Span:
        """The place of a key's value, of the mapping where the key is missing."""
        return self.entries[key].value.span if key in self.entries else self.span

    def text(self, key: str) -> str:
        """A line of text; one that must be there is not empty."""
        return "" if key not in self.entries else read_text(self.entries[key].value, key, self.findings)

    def optional_text(self, key: str) -> str:
        """A line of text that may be left empty."""
        match self.entries.get(key):
            case None | Entry(value=Scalar(value=None)):
                return ""
            case entry:
                return read_text(entry.value, key, self.findings, may_be_empty=True)

    def line(self, key: str) -> Line:
        """The line that a text is which must be there."""
        text = self.text(key)
        return line_of(self.entries[key].value, text) if text else Line("", self.span_of(key))

    def optional_line(self, key: str) -> Line:
        """The line that a text is which may be left empty."""
        text = self.optional_text(key)
        return line_of(self.entries[key].value, text) if text else Line("", self.span_of(key))

    def whole(self, key: str) -> int:
        """A whole number from 1, 0 where it is missing or wrong."""
        match self.entries.get(key):
            case None:
                return 0
            case Entry(value=Scalar(value=bool() as value)):
                pass
            case Entry(value=Scalar(value=int() as value)) if value >= 1:
                return value
        self.findings.add(self.span_of(key), "expected-whole", key=key, value=shown(self.entries[key].value))
        return 0

    def choice(self, key: str, known: Iterable[Choice], default: Choice) -> Choice:
        """One of the words that are known; the default where it is missing or none of them."""
        names = tuple(known)
        match self.entries.get(key):
            case None | Entry(value=Scalar(value=None)):
                return default
            case Entry(value=Scalar(text=text)) if text in names:
                return names[names.index(text)]
            case entry:
                from huozi.slips.key_names import suggested

                nearest = suggested(shown(entry.value), names)
                self.findings.add(entry.value.span, "expected-one-of", key=key, value=shown(entry.value), known=nearest)
        return default

    def flag(self, key: str, default: bool) -> bool:
        """True or false; the default where it is missing or neither."""
        match self.entries.get(key):
            case None | Entry(value=Scalar(value=None)):
                return default
            case Entry(value=Scalar(value=bool() as value)):
                return value
            case entry:
                self.findings.add(entry.value.span, "expected-flag", key=key, value=shown(entry.value))
        return default

    def up_to(self, key: str, most: int) -> int:
        """A whole number from 1 to one, 0 where it is missing or wrong."""
        match self.entries.get(key):
            case None | Entry(value=Scalar(value=None)):
                return 0
            case Entry(value=Scalar(value=int() as value)) if not isinstance(value, bool) and 1 <= value <= most:
                return value
            case entry:
                self.findings.add(entry.value.span, "expected-up-to", key=key, value=shown(entry.value), most=most)
        return 0

    def day(self, key: str) -> date:
        """A date, the calendar's first where it is missing or wrong."""
        match self.entries.get(key):
            case None:
                return date.min
            case Entry(value=Scalar(value=date() as day)):
                return day
            case Entry(value=Scalar(text=text, quoted=True, span=span)) if isinstance(resolve(text), date):
                self.findings.add(span, "date-quoted", value=text)
            case Entry(value=Scalar(text=text, span=span)) if DATE.fullmatch(text):
                self.findings.add(span, "impossible-date", value=text)
            case entry:
                self.findings.add(entry.value.span, "expected-date", key=key, value=shown(entry.value))
        return date.min

    def items(self, key: str) -> tuple[Node, ...]:
        """The items of a list, none where it is missing or wrong."""
        match self.entries.get(key):
            case None:
                return ()
            case Entry(value=Sequence(items=items)):
                return items
            case entry:
                self.findings.add(entry.value.span, "expected-list", key=key, value=shown(entry.value))
        return ()

    def filled_items(self, key: str) -> tuple[Node, ...]:
        """The items of a list that must have at least one."""
        match self.entries.get(key):
            case Entry(value=Sequence(items=(), span=span)):
                self.findings.add(span, "empty-list", key=key)
        return self.items(key)


class Line(NamedTuple):
    """A line of text and where it stands: the place of its first character.

    ``places`` are those of all its characters where they do not stand side by side from there on.
    """

    text: str
    span: Span
    places: tuple[Span, ...] = ()

    def place(self, index: int) -> Span:
        """The place of a character; of the last one for what stands behind it."""
        if self.places:
            return self.places[max(min(index, len(self.places) - 1), 0)]
        return self.span._replace(column=self.span.column + index)

    def side_by_side(self, start: int, length: int) -> Iterator[tuple[int, int]]:
        """So many characters from one on, in parts (from, to) that stand side by side in the file."""
        end = start + length
        if self.places:
            for index in range(start + 1, end):
                before = self.place(index - 1)
                if self.place(index) != before._replace(column=before.column + 1):
                    yield start, index
                    start = index
        yield start, end


def line_of(node: Node, text: str) -> Line:
    """The line that a text is, as it was read from a scalar."""
    match node:
        case Scalar(text=whole, source=source, span=span) if source and text:
            before = len(whole) - len(whole.lstrip())
            if "\n" not in source and ("\\" not in source if source[0] == '"' else "''" not in source):
                return Line(text, span._replace(column=span.column + 1 + before))
            places = tuple(character_places(node))[before : before + len(text)]
            return Line(text, places[0], places)
        case Scalar(text=whole, span=span) if whole != text:
            return Line(text, span._replace(column=span.column + len(whole) - len(whole.lstrip())))
        case _:
            return Line(text, node.span)


UNSEEN = frozenset("| \t\u00a0\u00ad\u200b\u200c\u200d\u2060\u3000\ufeff")
"""A text of these alone shows nothing."""


def read_text(node: Node, key: str, findings: Findings, may_be_empty: bool = False) -> str:
    """The text of a scalar in one line (``title: 2024`` is text too); empty after a finding."""
    match node:
        case Scalar(value=value, text=written, quoted=in_quotes) if value is not None:
            text = " ".join(written.split("\n")).strip()
            if not in_quotes and is_in_wide_quotes(text):
                findings.add(node.span, "quotes-printed", key=key)
            if may_be_empty or not UNSEEN.issuperset(text):
                return text
            findings.add(node.span, "empty-value", key=key)
        case Scalar():
            findings.add(node.span, "empty-value", key=key)
        case _:
            findings.add(node.span, "expected-text", key=key)
    return ""

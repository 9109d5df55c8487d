"""The lint: slips of typing in manuscripts, in titles, text and notes.

It runs in every build, so a clean text costs a look at its characters: rules come into play only where one of their
marks stands (``slips``), brackets and quotes only where they do not pair off (``pairs``).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise
from typing import TypeAlias

from huozi.content.article_file import MAX_FINDINGS, take_worst
from huozi.content.dialects import FOREIGN_LINES, FOREIGN_MARKUP, TABLE, TABLE_JOINED
from huozi.content.front_matter import ENGLISH, FIELDS
from huozi.content.issue_model import Article, Title, Words
from huozi.content.letters import letters
from huozi.content.model import Heading
from huozi.content.pairs import CURLY, PAIR_MARKS, UNPAIRED, Sorter
from huozi.content.prose import NOT_TEXT, Prose, prose_of
from huozi.content.running_text import Run, running_text
from huozi.content.slips import (
    AS_IT_IS,
    BEFORE_DIGIT,
    CARETS_IN_CHINESE,
    DOUBLED,
    NARROW,
    PROSE,
    STRAY_WORD,
    TAG_IN_BRACKETS,
    THREE,
    TOGETHER,
    WIDE,
    Kind,
    Over,
    Slip,
    compiled,
)
from huozi.content.wide_marks import LIST_JOINED, WIDE_LINES, WIDE_MARKUP
from huozi.diagnostics import Finding, Findings, Span, finding
from huozi.source_file import quoted

_TOLD = frozenset(("picture-unread", "tab"))
"""Rules of what is read as Markdown: where one of them has been told, the lint has nothing to add."""

MOST_STRAY_WORDS = 2
"""Different words in small letters that an article has at most; where there are more, they are its subject."""

PLACEHOLDER = "正文写在这里。"
"""What a new article says until somebody writes it."""

_SMALL_LETTERS = "(?<![0-9A-Za-z])[a-z]{2,}(?![0-9A-Za-z])"

_IN_LINE = (*WIDE_MARKUP, *FOREIGN_MARKUP, *AS_IT_IS, *PROSE, STRAY_WORD, DOUBLED)
_ROWS: dict[str, int] = {}
"""The rows of each mark, as bits: the first row is the lowest."""
for _place, _row in enumerate(_IN_LINE):
    for _mark in _row.marks:
        _ROWS[_mark] = _ROWS.get(_mark, 0) | 1 << _place
_FIRST: dict[str, list[Slip]] = {}
for _row in (*WIDE_LINES, *FOREIGN_LINES):
    for _mark in _row.marks:
        _FIRST.setdefault(_mark, []).append(_row)
_SPECIAL = re.compile("[" + re.escape("".join(sorted({*_ROWS, *PAIR_MARKS}))) + "]")

_TAG = re.compile("[《〈][/／]?[a-z]{2,6} ?[/／]?[》〉]")
_CARETS = re.compile("[0-9A-Za-z)]……[0-9+-]")
_SIDE_BY_SIDE = re.compile("[、。！-？]{2}")
_DIGIT_BEHIND = re.compile("[、。，](?<=[0-9].)[0-9]")
_ZERO_BEHIND = re.compile("0(?<=[一二三四五六七八九〇].)")
_SENTENCE = frozenset("，。！？；")
_ENTRY = r"[\[［][A-Z]{1,2}(?:[/／][A-Z]{2})?[\]］](?:[.．,:：\s]|//|\Z)"
_NUMBERED_ENTRY = r"[\[［][0-9]{1,3}[\]］]"
_YEAR = r"(?<![0-9])(?:1[89]|20)[0-9]{2}(?![0-9])"
_REFERENCES = frozenset(("参考文献", "主要参考文献", "引用文献", "征引文献", "参考书目", "References"))
"""What a list of references is headed by."""


_ANY_NUMBER = r"\w+"
_LONGEST_LABEL = 24

_Found: TypeAlias = tuple[int, str, dict[str, str]]
"""What was found: the index of its character, the rule, the arguments of its message."""


_ESCAPABLE = frozenset(("other-markup", "wiki-link", "task-mark", "note-elsewhere"))
"""Rules of marks that are text behind a backslash; of others the look is wrong, however they are written."""


def _is_reference(found: re.Match[str]) -> bool:
    """Whether this is a character's name (``&amp;``): Markdown reads it, unless the author escaped it."""
    if found[0][0] != "&":
        return False
    from html.entities import html5  # such a text alone pays for it

    return found[0][1:] in html5


def check_titles(titles: Iterable[Title], findings: Findings) -> None:
    """Report the slips of typing in titles that stand by themselves: the names of sections."""
    for title in titles:
        lint = _Lint(findings)
        lint.check_title(title)
        lint.finish()


def check_articles(articles: Iterable[Article], findings: Findings) -> None:
    """Report the slips of typing in the front matter and bodies of articles, in the order of the text."""
    told = frozenset([item.span for item in findings if item.rule in _TOLD])
    for article in articles:
        own = Findings()
        _Lint(own, told).check(article)
        if len(own) > MAX_FINDINGS:
            take_worst(own, article.title.span.file, findings)
        else:
            findings.extend(own)


class _Lint:
    """The lint of one article."""

    def __init__(self, findings: Findings, told: Collection[Span] = ()) -> None:
        self._findings = findings
        self._told = told
        self._pairs = Sorter()
        self._words: set[str] = set()
        self._stray: list[Finding] = []
        self._in_references = False

    def check(self, article: Article) -> None:
        """Report the slips of an article."""
        self.check_title(article.title)
        for key, words in article.fields:
            self._check_field(key, words)
        runs = list(running_text(article.blocks))
        for _, blocks in article.notes:
            runs += running_text(blocks)
        proses = [prose_of(run.inlines) for run in runs]
        texts = [prose.text for prose in proses]
        for run, prose, following in zip(runs, proses, [*texts[1:], ""], strict=False):
            self._check(prose, self._kind(run, prose.text), following)
        self.finish()

    def check_title(self, title: Title) -> None:
        """Report the slips of a title."""
        if title.inlines:
            self._check(prose_of(title.inlines), Kind.HEADING, "")

    def _check_field(self, key: str, words: Words) -> None:
        """Report the slips of a field of the front matter: of an English one those alone that are slips in English."""
        own = Findings()
        lint = _Lint(own, self._told)
        kind = Kind.HEADING if FIELDS[key] == "line" else Kind.PROSE
        proses = [prose_of(title.inlines) for title in words]
        for prose, following in zip(proses, [*(each.text for each in proses[1:]), ""], strict=True):
            lint._check(prose, kind, following)
        if key.endswith(ENGLISH):
            from huozi.content.english import slips_of_english

            self._findings.extend(slips_of_english(own, proses, key))
            return
        self._findings.extend(own)
        self._words |= lint._words
        self._stray += lint._stray

    def finish(self) -> None:
        """Report the stray words of what was looked at, where it has few; they come last."""
        if len(self._words) <= MOST_STRAY_WORDS:
            self._findings.extend(self._stray)

    def _kind(self, run: Run, text: str) -> Kind:
        """What a text is; what only some texts are asked is seen where the first slip shows."""
        is_heading = isinstance(run, Heading)
        if is_heading:
            self._pairs.restart()
        if is_heading or len(text) < 16:
            named = text.strip(" 　【】［］[]：:") in _REFERENCES
            self._in_references = named or (self._in_references and not is_heading)
        return Kind.HEADING if is_heading else Kind.ENTRY if self._in_references else Kind.PROSE

    def _check(self, prose: Prose, kind: Kind, following: str) -> None:
        text = prose.text
        marks = _SPECIAL.findall(text)
        rows = _rows_of(text, marks)
        classes = letters(text) if rows or "(" in marks else ""
        look = _Look(prose, classes, _refined(kind, text) if rows else kind)
        look.at_lines()
        if rows:
            look.within(rows)
            self._words.update(compiled(_SMALL_LETTERS).findall(text))
        if text == PLACEHOLDER:
            look.found.append((0, "placeholder", {}))
        for fault in self._pairs.faults(look.left(), marks, look.letters, following):
            arguments = {"mark": fault.mark, "better": fault.better} if fault.better else {"mark": fault.mark}
            look.found.append((fault.place, fault.rule, arguments))
        has_straight = any(rule == "straight-quote" for _, rule, _ in look.found)
        for index, rule, arguments in sorted(look.found, key=_index):
            if rule == STRAY_WORD.rule:
                self._stray.append(finding(prose.span(index), rule, **arguments))
            elif not (has_straight and rule == UNPAIRED and text[index] in CURLY):
                span = prose.span(index)
                if span not in self._told:
                    self._findings.add(span, rule, **arguments)


def _rows_of(text: str, marks: Sequence[str]) -> int:
    """The rows that come into play in a text, as bits."""
    rows = 0
    for mark in _ROWS.keys() & marks:
        rows |= _ROWS[mark]
    if _SIDE_BY_SIDE.search(text):
        rows |= _ROWS[TOGETHER]
    if "———" in text:
        rows |= _ROWS[THREE]
    if ("》" in text or "〉" in text) and _TAG.search(text):
        rows |= _ROWS[TAG_IN_BRACKETS]
    if "……" in text and _CARETS.search(text):
        rows |= _ROWS[CARETS_IN_CHINESE]
    if _DIGIT_BEHIND.search(text) or _ZERO_BEHIND.search(text):
        rows |= _ROWS[BEFORE_DIGIT]
    return rows


def _index(found: _Found) -> int:
    return found[0]


def _refined(kind: Kind, text: str) -> Kind:
    """The kind of a text, looked at closely."""
    if kind is not Kind.PROSE:
        return kind
    if "\n" in text:
        return Kind.VERSE if text[0] == "\n" else Kind.LINES
    if ("[" in text or "［" in text) and _is_entry(text):
        return Kind.ENTRY
    return Kind.FRAGMENT if _SENTENCE.isdisjoint(text) else Kind.PROSE


def _is_entry(text: str) -> bool:
    """Whether this is an entry of a list of references: with a code of its kind ([M], [J/OL]), or number and year."""
    if compiled(_ENTRY).search(text):
        return True
    return compiled(_NUMBERED_ENTRY).match(text) is not None and compiled(_YEAR).search(text) is not None


class _Look:
    """A look at one text: what is found, and which characters have been blamed or are right as they stand."""

    def __init__(self, prose: Prose, classes: str, kind: Kind) -> None:
        self.letters = classes
        self.found: list[_Found] = []
        self._prose = prose
        self._kind = kind
        self._claimed: bytearray | None = None

    def at_lines(self) -> None:
        """Look at the beginnings of lines."""
        text = self._prose.text
        seen: set[str] = set()
        starts = list(self._prose.line_starts())
        if len(starts) > 1:
            self._items_joined(starts)
            if ("|" in text or "｜" in text) and self._rows_joined(starts):
                seen.add(TABLE)
        for start, end in pairwise([*starts, len(text)]):
            first = text[start : start + 1]
            indent = len(text) - start - len(text[start:].lstrip()) if first.isspace() else 0
            rows = [(row, start) for row in _FIRST.get(first, ())] if indent else []
            rows += [(row, start + indent) for row in _FIRST.get(text[start + indent : start + indent + 1], ())]
            for row, place in rows:
                found = compiled(row.pattern).match(text, place, end)
                name = row.family or row.pattern
                if found and name in seen:
                    self._claim(*found.span())  # one slip, however many lines it runs through
                elif found and self._kind not in row.but:
                    seen.add(name)
                    self._take(row, found)

    def _items_joined(self, starts: list[int]) -> None:
        """Report lines of one paragraph that begin as items of a list do, once where several begin alike."""
        text = self._prose.text
        alike: dict[str, list[re.Match[str]]] = {}
        for start in starts:
            if found := compiled(LIST_JOINED.pattern).match(text, start):
                alike.setdefault(compiled(_ANY_NUMBER).sub("1", found.group()), []).append(found)
        for items in alike.values():
            joined = [found for found in items if text[found.start() - 1 : found.start()] not in ("", "\n")]
            if joined and len(items) > 1 and not items[0][0].startswith("-"):  # a list-mark
                self._take(LIST_JOINED, joined[0])
                for found in items:
                    self._claim(*found.span())

    def _rows_joined(self, starts: list[int]) -> bool:
        """Report the first of two lines of one paragraph that are rows of a table; whether there are any."""
        text = self._prose.text
        if self._kind in TABLE_JOINED.but:
            return False
        lines = (compiled(TABLE_JOINED.pattern).match(text, *line) for line in pairwise([*starts, len(text)]))
        found = next((one for one, other in pairwise(lines) if one and other), None)
        if found:
            self._take(TABLE_JOINED, found)
        return found is not None

    def within(self, rows: int) -> None:
        """Look for the rows of these bits."""
        if "://" in self._prose.text:
            for start, end in self._prose.addresses():
                self._claim(start, end)
        while rows:
            row = _IN_LINE[(rows & -rows).bit_length() - 1]
            rows &= rows - 1
            if self._kind not in row.but:
                text = self.letters if row.over is Over.LETTERS else self._prose.text
                for found in compiled(row.pattern).finditer(text):
                    self._take(row, found)

    def left(self) -> str:
        """The text without what was taken."""
        text = self._prose.text
        if self._claimed is None:
            return text
        return "".join(NOT_TEXT if taken else mark for mark, taken in zip(text, self._claimed, strict=True))

    def _take(self, row: Slip, found: re.Match[str]) -> None:
        start, end = found.span()
        text = self._prose.text
        if row.rule in _ESCAPABLE and (self._prose.is_escaped(start) or _is_reference(found)):
            self._claim(start, end)
            return
        if row.unless and end < _LONGEST_LABEL and compiled(row.unless).fullmatch(text, 0, end):
            return
        if self._claim(start, end) and row.rule:
            place = found.start("at") if "at" in found.re.groupindex else start
            words = text[place:end]
            given = {name: _better(row, found, words) if name == "better" else quoted(words) for name in row.arguments}
            self.found.append((place, row.rule, given))

    def _claim(self, start: int, end: int) -> bool:
        """Take characters, unless one of them was taken before."""
        if self._claimed is None:
            self._claimed = bytearray(len(self._prose.text))
        if self._claimed.find(1, start, end) >= 0:
            return False
        self._claimed[start:end] = b"\1" * (end - start)
        return True


def _better(row: Slip, found: re.Match[str], words: str) -> str:
    """What to write instead of words that a row's pattern found."""
    if "\\" in row.better:
        return quoted(found.expand(row.better))
    return row.better or WIDE.get(words) or quoted(words.translate(NARROW))

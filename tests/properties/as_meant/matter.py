"""Blocks and articles by the author: paragraphs, lists with typed numbers, headings, quotations, verse, notes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import count
from typing import NamedTuple

from as_meant import words
from as_meant.author import Author
from as_meant.piece import CALL, Piece, joined, plain

ARTICLES = 20
PER_ARTICLE = 50
DIGITS = "〇一二三四五六七八九"


class Block(NamedTuple):
    """A block of an article: the lines that it is written in, and what is seen of it."""

    kind: str
    lines: tuple[str, ...]
    piece: Piece


class Meant(NamedTuple):
    """What a block must look like to a reader, and where it is written: its file, its first and last line."""

    file: str
    first: int
    last: int
    kind: str
    source: str
    piece: Piece
    text: str


class Article(NamedTuple):
    """An article's file, its source, and what its blocks are meant to be, by the marker behind each.

    ``title`` is the title where no markup can be: in the bookmarks of the file.
    """

    name: str
    source: str
    meant: dict[str, Meant]
    title: str


def marker(number: int) -> str:
    """What stands behind a block, so that it is found again in the pages."""
    return "卷" + "".join(DIGITS[int(digit)] for digit in f"{number:04}") + "终"


# ------------------------------------------------------------------ blocks

_BLOCK_START = re.compile(
    r"(\d{1,9}[.)](\s|\Z)|[-+*](\s|\Z)|#|>|\||=|`{3}|~{3}|\[\^|\[[^\]]*\][:：]|:|——|<[A-Za-z/!?]|•|!|\\\\\Z)"
)


def startable(author: Author, make: Callable[[], Piece]) -> Piece:
    """A piece that begins no block of another kind."""
    piece = make()
    return (
        joined([plain(author.random.choice(("且说", "看", "又"))), piece])
        if _BLOCK_START.match(piece.source)
        else piece
    )


def paragraph(author: Author) -> Block:
    """A paragraph of one to three sentences: in one line, in several, with forced breaks."""
    found = [startable(author, lambda: author.sentence(9))]
    if author.random.random() < 0.12:
        found = [joined([found[0], author.slip(), author.sentence(3)])]
    if author.random.random() < 0.06:
        found = [joined([plain(author.random.choice(words.STARTS), "start"), author.han(), found[0]])]
    for _ in range(author.random.choice((0, 0, 0, 1, 2))):
        ending = author.random.choice(("\n", "\n", "\\\n", "  \n"))
        more = joined([plain(author.random.choice(("于是", "后来", "然而"))), author.sentence(5)])
        found += [Piece(ending, "\n", tags=frozenset({"soft-break" if ending == "\n" else "hard-break"})), more]
    piece = joined(found)
    return Block("paragraph", tuple(piece.source.split("\n")), piece)


def heading(author: Author) -> Block:
    """A heading, of a level that the one before allows; ``|`` would be a preferred break in it."""
    depth = author.depth = author.random.randint(2, min(author.depth + 1, 4))
    piece = startable(author, lambda: author.sentence(4, notes=False, ends=False, without="heading"))
    return Block("heading", (f"{'#' * depth} {piece.source}",), piece)


def quote(author: Author) -> Block:
    """A quotation, at times with its source."""
    piece = startable(author, lambda: author.sentence(6))
    lines = [f"> {piece.source}"]
    if author.random.random() < 0.5:
        lines += [">", "> ——《瓦当图录》"]
        piece = joined([piece, plain("——《瓦当图录》")], "\n")
    return Block("quote", tuple(lines), piece)


def verse(author: Author) -> Block:
    """Lines of verse."""
    lines = [startable(author, lambda: author.sentence(3, notes=False)) for _ in range(3)]
    return Block("verse", ("::: verse", *(line.source for line in lines), ":::"), joined(lines, "\n"))


def dialogue(author: Author) -> Block:
    """A question and its answer."""
    asked, answer = (startable(author, lambda: author.sentence(4)) for _ in range(2))
    lines = ("::: dialogue", f"问：{asked.source}", "", f"答：{answer.source}", ":::")
    return Block("dialogue", lines, joined([plain("问："), asked, plain("答："), answer], "\n"))


def definition(author: Author) -> Block:
    """A term and what it means."""
    term, meaning = startable(author, lambda: author.sentence(1, notes=False, ends=False)), author.sentence(4)
    return Block("definition", (term.source, f": {meaning.source}"), joined([term, meaning], "\n"))


def items(author: Author) -> Block:
    """A list: numbers as typed, rising by some; or ``1.`` at each, counted on; or bullets; in levels."""
    kind = author.random.choice(("counted", "typed", "typed", "typed", "bracket", "bullets", "nested"))
    number, ending = author.random.choice((1, 1, 2, 5, 8, 10, 97)), ")" if kind == "bracket" else "."
    loose = author.random.random() < 0.2
    lines: list[str] = []
    pieces: list[Piece] = []
    for index in range(author.random.randint(2, 5)):
        text = startable(author, lambda: author.sentence(3))
        typed = {"bullets": "-", "counted": "1."}.get(kind, f"{number}{ending}")
        seen = {"bullets": "•", "counted": f"{index + 1}."}.get(kind, f"{number}.")
        lines.append(f"{typed} {text.source}")
        pieces += [plain(seen), text]
        if kind == "nested":
            below = startable(author, lambda: author.sentence(2))
            first = author.random.choice((1, 3))
            lines += [f"{' ' * (len(typed) + 1)}{first}. {below.source}"]
            pieces += [plain(f"（{first}）"), below]
        if loose:
            lines.append("")
        number += author.random.choice((1, 1, 1, 2, 3))
    while not lines[-1]:
        lines.pop()
    return Block(f"list-{kind}", tuple(lines), joined(pieces, "\n"))


def slip(author: Author) -> Block:
    """A block that a keyboard or another dialect of Markdown makes."""
    kind = author.random.choice(tuple(words.SLIP_BLOCKS))
    source, text = author.random.choice(words.SLIP_BLOCKS[kind])
    return Block("slip", tuple(source.split("\n")), Piece(source, text, tags=frozenset({kind}), slip=True))


KINDS = (
    (0.65, paragraph),
    (0.70, slip),
    (0.82, items),
    (0.90, heading),
    (0.94, quote),
    (0.96, verse),
    (0.98, dialogue),
    (1.00, definition),
)


def block(author: Author) -> Block:
    """Any block."""
    draw = author.random.random()
    return next(make for most, make in KINDS if draw < most)(author)


# ------------------------------------------------------------------ articles


def articles(seed: int) -> Iterator[Article]:
    """The articles of the trial, a thousand blocks in all."""
    author, numbers = Author(seed), count(1)
    for index in range(ARTICLES):
        yield article(author, f"{index + 1:02}-a{index + 1:02}", numbers)


class _Sheet:
    """An article as it is written, line by line, and what is meant by its blocks."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.lines: list[str] = []
        self.meant: dict[str, Meant] = {}
        self.calls = 0

    def add(self, mark: str, block: Block) -> None:
        first = len(self.lines) + 1
        self.lines += [*block.lines, ""]
        self.meant[mark] = Meant(
            self.file,
            first,
            first + len(block.lines) - 1,
            block.kind,
            "\n".join(block.lines),
            block.piece,
            self.numbered(block.piece.text),
        )

    def numbered(self, text: str) -> str:
        """A text with the numbers of the notes that it calls: those of an article are counted."""
        while CALL in text:
            self.calls += 1
            text = text.replace(CALL, str(self.calls), 1)
        return text


def article(author: Author, name: str, numbers: Iterator[int]) -> Article:
    """An article with a title, fifty blocks and the notes that they call."""
    author.begin()
    title = startable(author, lambda: author.sentence(3, ends=False, without="heading"))
    sheet = _Sheet(f"articles/{name}.md")
    quoted = title.source.replace("'", "''")
    sheet.lines.append("---")
    sheet.add(mark := marker(next(numbers)), Block("title", (f"title: '{quoted}'",), title))
    sheet.lines[-1:] = ["---", "", mark, ""]
    for _ in range(PER_ARTICLE):
        mark = marker(next(numbers))
        sheet.add(mark, block(author))
        sheet.lines += [mark, ""]
    for number, (name_of, note) in enumerate(author.notes, 1):
        mark = marker(next(numbers))
        body = note._replace(text=f"{number}{note.text}")
        sheet.add(mark, Block("note", (f"[^{name_of}]: {note.source}\\", f"    {mark}"), body))
    return Article(name, "\n".join(sheet.lines) + "\n", sheet.meant, title.text.replace(CALL, ""))

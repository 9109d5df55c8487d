"""Articles: each title with the lines up to the next, made an article with body and end matter, all of it claimed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from huozi.content.importers.characters import SPACES, normalised
from huozi.content.importers.cleaning import Cells, Mode, Piece, cells_of, clean, guessed
from huozi.content.importers.cleaning_rules import trim
from huozi.content.importers.desk import Desk
from huozi.content.importers.endmatter import is_byline, source_name
from huozi.content.importers.headings import JOINT, join_headings, rank_headings
from huozi.content.importers.leftovers import leftovers
from huozi.content.importers.passages import Kind, Passage, read_passages, text_of
from huozi.content.importers.source import Line
from huozi.content.importers.titles import Title
from huozi.records import NamedTuple

GUESSES = {"han-space": "import-han-space", "url-slash": "import-url-slash", "body-bold-mark": "import-bold-dropped"}
UNTITLED = "（原稿无题）"


class ArticleLines(NamedTuple):
    """An article by lines: its title (none: the source has none), and the lines behind it."""

    title: Title
    body: tuple[Line, ...]


class ArticleShape(NamedTuple):
    """What came of an article: the levels and first lines of its blocks; the texts come from the ledger."""

    line: int
    levels: tuple[int, ...]
    lines: tuple[int, ...]


def claim_article(desk: Desk, number: int, article: ArticleLines) -> ArticleShape:
    """Read an article and write all of it down in the ledger, as the article with this number."""
    _claim_title(desk, number, article)
    passages = read_passages(desk, article.body)
    passages = rank_headings(desk, join_headings(desk, passages))
    blocks: list[Passage] = []
    seen: set[Kind] = set()
    for passage in passages:
        if passage.kind in _END_FIELDS and passage.kind not in seen:
            seen.add(passage.kind)
            _claim(desk, passage, f"articles/{number}/{_END_FIELDS[passage.kind]}", Mode.BODY)
            continue
        if passage.kind in _END_FIELDS:
            desk.say(passage.lines[0], "import-end-matter-twice", text=text_of(desk, passage))
        blocks.append(passage)
        mode = Mode.HEADING if passage.kind is Kind.HEADING else Mode.BODY
        _claim(desk, passage._replace(kind=_BLOCK_KIND[mode]), f"articles/{number}/blocks/{len(blocks)}", mode)
    first = article.title.lines[0] if article.title.lines else article.body[0].index
    if not blocks:
        desk.say(first, "import-article-empty")
    levels = tuple(passage.depth if passage.kind is Kind.HEADING else 0 for passage in blocks)
    return ArticleShape(first + 1, levels, tuple(passage.lines[0] + 1 for passage in blocks))


_END_FIELDS = {Kind.BYLINE: "affiliation_note", Kind.SOURCE: "source"}
_BLOCK_KIND = {Mode.HEADING: Kind.HEADING, Mode.BODY: Kind.PARAGRAPH}


def _claim_title(desk: Desk, number: int, article: ArticleLines) -> None:
    title, destination = article.title, f"articles/{number}/title"
    joints = tuple(_title_joint(desk, title, i) for i in range(1, len(title.lines)))
    passage = Passage(Kind.HEADING, title.lines, joints, ("title-joined",) * len(joints))
    if not title.lines or not _claim(desk, passage, destination, Mode.TITLE):
        first = title.lines[0] if title.lines else article.body[0].index
        desk.ledger.insert(first, UNTITLED, "title-missing", destination)
        desk.say(first, "import-title-missing")
        return
    text = text_of(desk, passage)
    if joints:
        desk.say(title.lines[0], "import-title-joined", title=text)
    if title.entry and _differs_in_marks(title.entry.title, text):
        desk.say(title.lines[0], "import-contents-wording", entry=title.entry.title, title=text)


def _differs_in_marks(entry: str, title: str) -> bool:
    """Whether an entry and a title say the same in other marks or spaces; how wide a space is does not count."""
    loose = [re.sub(f"[{SPACES}|]+", " ", text) for text in (entry, title)]
    return loose[0] != loose[1] and normalised(entry) == normalised(title)


def _title_joint(desk: Desk, title: Title, count: int) -> str:
    """What stands between two lines of a title: the contents page knows; a preferred break where it says nothing."""
    wanted = len(normalised("".join(desk.lines[line].plain for line in title.lines[:count])))
    if title.entry:
        seen = 0
        for i, character in enumerate(title.entry.title):
            seen += len(normalised(character))
            if seen == wanted:
                return " " if title.entry.title[i + 1 : i + 2] in SPACES else JOINT
    return JOINT


def _claim(desk: Desk, passage: Passage, destination: str, mode: Mode) -> str:
    """Clean a passage, write its lines down and report what was guessed or looks wrong; gives its text."""
    pieces = [Piece(line, desk.lines[line].body, desk.lines[line].body_end) for line in passage.lines]
    cells = cells_of(desk.source, pieces, passage.joints)
    clean(cells, mode)
    _unwrap(cells, passage.kind)
    for line, edits in cells.edits(destination).items():
        desk.ledger.claim(line, edits)
    for line, joint, reason in zip(passage.lines, passage.joints, passage.reasons, strict=False):
        desk.ledger.join(line, joint, reason, destination)
    _report(desk, cells)
    return cells.text()


def _unwrap(cells: Cells, kind: Kind) -> None:
    """Take off what the layout sets: the brackets of a byline, the label of a source line."""
    text = cells.text()
    if kind is Kind.BYLINE and is_byline(text):
        cells.drop(len(text) - 1, len(text), "byline-bracket")
        cells.drop(0, 1, "byline-bracket")
    elif kind is Kind.SOURCE and (name := source_name(text)):
        cells.drop(name[1], len(text), "source-label")
        cells.drop(0, name[0], "source-label")
    cells.apply(trim)


def _report(desk: Desk, cells: Cells) -> None:
    for offset, reason in guessed(cells, GUESSES):
        desk.say_at(offset, GUESSES[reason], near=_near(desk.source, offset))
    text, offsets = cells.text(), cells.text_offsets()
    for leftover in leftovers(text):
        offset = offsets[leftover.position]
        near = text[max(leftover.position - 6, 0) : leftover.position + len(leftover.words) + 6]
        desk.say_at(offset, leftover.rule, words=leftover.words, near=near)


def _near(source: str, offset: int) -> str:
    return " ".join(source[max(offset - 6, 0) : offset + 7].split())


def article_lines(desk: Desk, titles: Sequence[Title], end: int) -> Iterator[ArticleLines]:
    """The titles (in the order of the body) with the lines behind each; text before the first is an article too."""
    starts = [title.lines[0] for title in titles]
    before = desk.texts(0, starts[0] if starts else end)
    if before:
        yield ArticleLines(Title((), None), before)
    for title, stop in zip(titles, [*starts[1:], end], strict=False):
        yield ArticleLines(title, desk.texts(title.lines[-1] + 1, stop))

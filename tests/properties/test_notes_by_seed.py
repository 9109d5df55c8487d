"""Notes of random articles: each that is called stands in the galley once, behind what calls it, whatever calls it."""

from __future__ import annotations

from random import Random

import pytest
from issues import HOUSE, sheet, titled
from squares import HERE

from huozi.blocks.article import set_article
from huozi.blocks.calls import calls_of
from huozi.blocks.setting import Setting, note_key
from huozi.content.issue_model import Article
from huozi.content.markdown import read_markdown
from huozi.diagnostics import Findings
from huozi.fonts.catalog import Catalog
from huozi.galley import Band, Galley, Matter, Note, SetParagraph, Slug
from huozi.structure import Kind

NAMES = "abcdef"
FORMS = (
    "{}",
    "## {}",
    "- {}\n- {}",
    "1. {}\n\n   - {}",
    "> {}\n>\n> ——{}",
    "{}\n: {}",
    "::: verse\n{}\n{}\n\n——{}\n:::",
    "::: dialogue\n**{}：**{}\n\n**答：**{}\n:::",
    "::: {{style=quote}}\n{}\n\n{}\n:::",
    "::: {{columns=1}}\n{}\n:::",
)


def text_from(random: Random) -> str:
    """A few words that may call notes."""
    words = ("国" * random.randint(1, 30) + "，" for _ in range(random.randint(1, 3)))
    return "".join(word + (f"[^{random.choice(NAMES)}]" if random.random() < 0.4 else "") for word in words)


def article_from(random: Random) -> Article:
    """An article of random blocks, and notes that may call one another."""
    blocks = [form.format(*(text_from(random) for _ in range(3))) for form in random.choices(FORMS, k=4)]
    notes = [f"[^{name}]: {text_from(random)}" for name in NAMES]
    body = read_markdown("\n\n".join((*blocks, *notes)), "a.md", ".", Findings())
    return Article("a", titled("题"), body.blocks, HERE, notes=body.notes)


def called_in(piece: Matter) -> list[str]:
    return [call.key for call in calls_of(piece) if call.kind == "note"]


def check_order(galley: Galley, columns: int) -> None:
    """Each note stands behind its caller, in the order of its calls, for the columns of its band."""
    waiting: list[str] = []
    for piece in galley:
        match piece:
            case Note(key, lines):
                assert waiting.pop(0) == key
                assert (piece.columns, len(piece.cast_lines())) == (columns, lines)
                continue
            case Band():
                columns = piece.columns
        assert not waiting
        waiting = called_in(piece)
    assert not waiting


def check_lines(paragraph: SetParagraph) -> None:
    """In every number of lines each call is told of the line that its first mark stands in."""
    for lines in (paragraph.lines, paragraph.lines - 1, paragraph.lines + 1):
        first: dict[int, int] = {}
        cast = paragraph.cast(max(lines, 1))
        if len(cast) != lines:
            continue  # there is no such setting
        for at, slug in enumerate(cast):
            for placed in slug.items:
                if placed.element is not None and placed.element.kind is Kind.CALL:
                    first.setdefault(placed.element.level, at)
        calls = paragraph.calls(lines) if paragraph.calls is not None else ()
        assert {call.line for call in calls} <= set(first.values())


@pytest.mark.parametrize("layout", ["square", "square-columns"])
def test_every_note_that_is_called_stands_once_behind_what_calls_it(layout: str) -> None:
    style = sheet(layout)
    within = Setting(style, Catalog(HOUSE.fonts), Findings(), style.page.area.measure, columns=style.page.area.columns)
    for seed in range(150):
        article = article_from(Random(seed))  # noqa: S311  # a seed tells which article
        galley = set_article(article, 0, within).galley
        keys = [piece.key for piece in galley if isinstance(piece, Note)]
        calls = [key for piece in galley for key in called_in(piece)]
        marks = {
            placed.element.level
            for piece in galley
            for slug in _slugs(piece)
            for placed in slug.items
            if placed.element is not None and placed.element.kind is Kind.CALL
        }
        assert len(set(keys)) == len(keys) == len(marks), seed
        assert calls == keys
        assert set(keys) <= {note_key(within._replace(article=0), name) for name in NAMES}
        check_order(galley, style.page.area.columns)
        for piece in galley:
            if isinstance(piece, SetParagraph):
                check_lines(piece)


def _slugs(piece: Matter) -> tuple[Slug, ...]:
    match piece:
        case Slug():
            return (piece,)
        case SetParagraph(lines, cast):
            return cast(lines)
        case Note():
            return piece.cast_lines()
        case _:
            return ()

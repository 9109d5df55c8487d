"""No text is lost or doubled, whatever it holds: control characters, combining marks, astral ones, lone surrogates."""

from __future__ import annotations

from datetime import date
from itertools import zip_longest

from hypothesis import example, given, settings
from hypothesis import strategies as st
from issues import titled
from paragraphs import RULES, texts
from squares import BODY, HERE, ROOT, TESTS, composed

from huozi.content.issue_model import Article, Issue, Section
from huozi.content.model import (
    Block,
    Definition,
    DefinitionList,
    Dialogue,
    Heading,
    ListBlock,
    Paragraph,
    Quote,
    Text,
    Turn,
    Verse,
)
from huozi.content.running_text import parts_of
from huozi.diagnostics import Findings
from huozi.display import SOFT_HYPHEN, GlyphRun, Page, Role
from huozi.fonts.catalog import Catalog
from huozi.paragraph.compose import Composed, compose
from huozi.paragraph.items.sorts import Stretch
from huozi.paragraph.lines.runs import glyph_runs
from huozi.pipeline import set_and_made_up
from huozi.style.house import House
from huozi.style.load import load_stylesheet
from huozi.style.text_style import FaceChoice, TextStyle

ANYTHING = st.text(st.characters(exclude_characters="\ufdd0\ufdd1\ufdd2\ufdd3\ufdd4\ufdd5"), max_size=30)
"""All of Unicode; ``|`` is no text in titles."""
ODD = "e\u0301\u0301\u200d\u202e\x00\x1b\ud800\U0010ffff\u00ad\ufeff\u2028\t\n甲\U00020bb7👨‍👩‍👧ก็ हिन्दी עברית العربية"
HOUSE = House((str(TESTS / "layout"), str(ROOT / "layout")), (str(TESTS / "fonts"), str(ROOT / "fonts")))


def drawn(work: Composed) -> str:
    """The text that the runs of a paragraph stand for; a space at the end of a line is not drawn.

    A soft hyphen is no text: it is drawn as the hyphen that ends a line, or not at all.
    """
    parts = []
    for line in work.set():
        runs = "".join("".join(run.texts) for _, run in glyph_runs(work.items, line, BODY.ink))
        assert SOFT_HYPHEN not in runs or line.end in work.items.hyphens
        runs = runs.removesuffix(SOFT_HYPHEN)
        whole = work.items.text[line.start : line.end]
        assert runs == whole.rstrip(" \u3000")
        parts.append(whole)
    return "".join(parts)


@settings(max_examples=400)
@given(ANYTHING | texts(40), RULES, st.sampled_from([1, 2, 6, 35]))
@example(ODD, TextStyle(), 1)
@example(ODD, TextStyle(), 6)
@example("A" * 5_000, TextStyle(), 1)
@example("，" * 500, TextStyle(), 1)
@example("（" * 500, TextStyle(), 3)
@example("—" * 301, TextStyle(), 3)
@example(" " * 100, TextStyle(), 3)
def test_lines_and_runs_hold_the_text(text: str, rules: TextStyle, ems: int) -> None:
    assert drawn(composed(text, ems, rules)) == text.replace(SOFT_HYPHEN, "")


@settings(max_examples=150)
@given(ANYTHING, st.sampled_from([1, 6, 35]))
@example(ODD, 6)
@example("office fi fl ffi——……é e\u0301 A\u0301", 2)
def test_real_faces_hold_the_text_too(text: str, ems: int) -> None:
    faces = Catalog([str(ROOT / "fonts")]).faces(
        FaceChoice("NotoSerifSC-Regular", "SourceSerif4-Regular", ("LXGWWenKai-Regular",))
    )
    assert drawn(compose([Stretch(text, faces, HERE)], BODY, ems * BODY.size, Findings())) == text.replace(
        SOFT_HYPHEN, ""
    )


# ------------------------------------------------------------------ whole issues

WORDS = texts(50).map(lambda text: f"国{text}国")
PARAGRAPHS = WORDS.map(lambda text: Paragraph((Text(text, HERE),), HERE))
HEADINGS = st.builds(
    lambda level, text: Heading(level, (Text(text, HERE),), HERE),
    st.sampled_from([2, 3, 4]),
    texts(8).map("国{}国".format),
)
LISTS = st.builds(
    lambda items, numbers: ListBlock(tuple((item,) for item in items), numbers[: len(items)], HERE),
    st.lists(PARAGRAPHS, min_size=1, max_size=3),
    st.sampled_from([(), ("1", "2", "3"), ("9", "10", "11"), ("5", "7", "02")]),
)
QUOTES = st.lists(PARAGRAPHS, min_size=1, max_size=2).map(lambda blocks: Quote(tuple(blocks), HERE))
LINES = texts(30).map(lambda text: (Text(f"国{text}国", HERE),))
VERSES = st.builds(
    lambda stanzas, source: Verse(tuple(map(tuple, stanzas)), source, HERE),
    st.lists(st.lists(LINES, min_size=1, max_size=4), min_size=1, max_size=3),
    st.just(()) | LINES,
)
DIALOGUES = st.lists(
    st.builds(
        lambda speaker, words: Turn((Text(f"{speaker}：", HERE),), tuple(words), HERE),
        st.text("国人问答", min_size=1, max_size=12),
        st.lists(PARAGRAPHS | QUOTES | VERSES, max_size=2),
    ),
    min_size=1,
    max_size=3,
).map(lambda turns: Dialogue(tuple(turns), HERE))
DEFINITIONS = st.builds(
    lambda terms, meanings: DefinitionList((Definition(tuple(terms), tuple((one,) for one in meanings), HERE),), HERE),
    st.lists(LINES, min_size=1, max_size=2),
    st.lists(PARAGRAPHS, max_size=2),
)
BODIES = st.lists(
    PARAGRAPHS | PARAGRAPHS | HEADINGS | QUOTES | VERSES | DIALOGUES | DEFINITIONS, min_size=1, max_size=8
).map(tuple)
BODIES_WITH_LISTS = st.lists(PARAGRAPHS | LISTS, min_size=1, max_size=6).map(tuple)


def issue_of(bodies: list[tuple[Block, ...]]) -> Issue:
    """An issue of one section with an article of each body."""
    articles = tuple(Article(f"a{at}", titled(f"题{at}"), body, HERE) for at, body in enumerate(bodies))
    return Issue("square", 2030, "3", "7", date(2030, 3, 31), (Section(titled("栏"), articles, HERE),), HERE)


def pages(issue: Issue, layout: str) -> tuple[Page, ...]:
    findings = Findings()
    return set_and_made_up(issue, load_stylesheet(layout, HOUSE, (), findings), Catalog(HOUSE.fonts), findings)[1]


def text_of(found: tuple[Page, ...]) -> str:
    """What stands on the pages as text, in reading order, without spaces (those that end lines are not drawn)."""
    roles = (Role.PARAGRAPH, Role.HEADING)
    return "".join(
        "".join(placed.item.texts)
        for page in found
        if page.folio
        for placed in sorted(page.items, key=lambda placed: placed.order)
        if placed.role in roles and isinstance(placed.item, GlyphRun)
    ).translate(dict.fromkeys(map(ord, " \u3000")))


def text_in(blocks: tuple[Block, ...]) -> str:
    parts = []
    for block in blocks:
        match block:
            case Paragraph(inlines) | Heading(_, inlines, _):
                parts += [inline.text for inline in inlines if isinstance(inline, Text)]
            case Quote() | Verse() | Dialogue():
                parts.append(text_in(tuple(parts_of(block))))
            case DefinitionList(entries, _):
                for entry in entries:
                    parts.append("、".join(text_in((Paragraph(term, HERE),)) for term in entry.terms))
                    parts += map(text_in, entry.meanings)
            case ListBlock(items, numbers, _):
                for number, item in zip_longest(numbers, items):
                    parts += [f"{number}." if number else "•", text_in(item)]
            case _:
                raise AssertionError(block)
    return "".join(parts).translate(dict.fromkeys(map(ord, " \u3000\n")))


@settings(max_examples=30)
@given(st.lists(BODIES, min_size=1, max_size=4), st.sampled_from(["square", "square-columns"]))
def test_all_text_of_an_issue_stands_on_its_pages_once(bodies: list[tuple[Block, ...]], layout: str) -> None:
    assert text_of(pages(issue_of(bodies), layout)) == "".join(map(text_in, bodies))


@settings(max_examples=15)
@given(BODIES_WITH_LISTS)
def test_lists_keep_their_text_with_their_numbers(body: tuple[Block, ...]) -> None:
    assert text_of(pages(issue_of([body]), "square")) == text_in(body)

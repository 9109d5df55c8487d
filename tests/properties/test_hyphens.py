"""Paragraphs with long Western words: the best breaking is found, words parted or not; lines are as wide as said."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from paragraphs import RULES
from squares import BODY, EM, HERE, ROOT

from huozi.diagnostics import Findings
from huozi.display import SOFT_HYPHEN
from huozi.fonts.catalog import Catalog, FaceSet
from huozi.paragraph.breaking.hyphenation import hyphenated
from huozi.paragraph.breaking.linebreak import Breakable, Shape, break_best, breakable
from huozi.paragraph.breaking.variants import break_in_layers, break_in_lines
from huozi.paragraph.compose import Composed, compose
from huozi.paragraph.items.itemize import itemize
from huozi.paragraph.items.measure import measure_items
from huozi.paragraph.items.sorts import Stretch
from huozi.paragraph.lines.runs import glyph_runs
from huozi.style.text_style import FaceChoice, TextStyle

CHOICE = FaceChoice("NotoSerifSC-Regular", "SourceSerif4-Regular")
WORDS = (
    "hyphenation",
    "organization",
    "of\u00adfice",
    "different",
    "well-established",
    "af\u00adflu\u00adent",
    "effi\u00adcient",
    "e\u0301tude",
    "2024",
    "UNESCO",
    "a",
    " ",
    "，",
    "“",
    "”",
    "。",
)
TEXTS = st.lists(st.sampled_from(WORDS) | st.sampled_from("国字中文书报"), min_size=1, max_size=30).map("".join)
PARTED = st.builds(
    lambda rules, language, before, after: rules._replace(hyphenate=language, hyphen_before=before, hyphen_after=after),
    RULES,
    st.sampled_from(["none", "en"]),
    st.integers(1, 4),
    st.integers(1, 4),
)
MEASURES = st.integers(3 * EM, 24 * EM)


def faces() -> FaceSet:
    return Catalog([str(ROOT / "fonts")]).faces(CHOICE)


def made(text: str, rules: TextStyle, measure: int) -> Composed:
    return compose([Stretch(text, faces(), HERE)], BODY._replace(text=rules), measure, Findings())


def with_all_points(text: str, rules: TextStyle, measure: int) -> Breakable:
    """The matter of a paragraph with every place where a word may be parted, needed or not."""
    stretches = [Stretch(text, faces(), HERE)]
    style = BODY._replace(text=rules)
    items = itemize(stretches, EM, rules, 0, Findings())
    work = breakable(items, measure_items(items), Shape(measure, measure, "justify", False), rules)
    return hyphenated(work, stretches, style)


@settings(max_examples=150)
@given(TEXTS, PARTED, MEASURES)
def test_parted_words_are_looked_for_wherever_they_could_serve(text: str, rules: TextStyle, measure: int) -> None:
    work = made(text, rules, measure)
    every = with_all_points(text, rules, measure)
    if work.best is not None and set(work.best.ends) <= set(every.measured.breaks):  # no last remedy
        assert work.best.cost <= break_best(every).cost


@settings(max_examples=150)
@given(TEXTS, PARTED, MEASURES)
def test_the_quick_search_finds_what_the_plain_one_finds(text: str, rules: TextStyle, measure: int) -> None:
    every = with_all_points(text, rules, measure)
    if every.items.text:
        best = break_best(every)
        for count in range(len(best.ends), len(best.ends) + 3):
            quick, plain = break_in_lines(every, count), break_in_layers(every, count)
            assert (quick and quick.cost) == (plain and plain.cost)
            assert quick is None or quick.cost >= best.cost


@settings(max_examples=150)
@given(TEXTS, PARTED, MEASURES)
def test_places_are_in_order_and_so_are_the_widths_they_end_at(text: str, rules: TextStyle, measure: int) -> None:
    every = with_all_points(text, rules, measure)
    breaks, ends = every.measured.breaks, every.measured.break_ends
    assert breaks == sorted(set(breaks))
    for at, end, following in zip(breaks, ends, ends[1:], strict=False):
        assert at not in every.items.hyphens or end < following


@settings(max_examples=200)
@given(TEXTS, PARTED, MEASURES)
def test_a_line_is_drawn_as_wide_as_it_is_and_holds_its_text(text: str, rules: TextStyle, measure: int) -> None:
    work = made(text, rules, measure)
    for line in work.set():
        runs = glyph_runs(work.items, line, BODY.ink)
        drawn = "".join("".join(run.texts) for _, run in runs)
        assert drawn.removesuffix(SOFT_HYPHEN) == work.items.text[line.start : line.end].rstrip(" ")
        if line.end in work.items.hyphens:
            x, last = runs[-1]
            assert x + last.width == line.width
        assert [x for x, _ in runs] == sorted(x for x, _ in runs)
    assert "".join(work.items.text[line.start : line.end] for line in work.set()) == text.replace(SOFT_HYPHEN, "")

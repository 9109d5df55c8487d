"""A thousand paragraphs with markup of every kind at every place: what is printed is what was meant, or it is named.

A seeded author writes each from pieces and knows of each what a reader should see; the printed text is read by three
programs that have nothing in common with Huozi nor with each other. Spaces are compared where they part words: between
other characters they are a matter of composition.
"""

from __future__ import annotations

from unicodedata import normalize

import pikepdf
import pytest
from as_meant.compare import HYPHEN, is_read, misplaced_spaces, squeezed
from as_meant.piece import EMPHASIS, STRONG
from as_meant.readers import READERS, at_hand
from as_meant.trial import SAYS_NOTHING_OF_LOSS, Trial, kinds, run_trial, told
from as_meant.words import LITERALS, SLIPS

SEED = 10
MOST_NAMED = 60
"""Blocks of more than a thousand without a slip that may be asked about."""
RUNNING = ("paragraph", "note", "list-counted", "list-typed", "list-bracket", "list-bullets", "list-nested")
"""Kinds of blocks whose text is plain where nothing is said of it."""


@pytest.fixture(scope="module")
def trial(tmp_path_factory: pytest.TempPathFactory) -> Trial:
    return run_trial(tmp_path_factory.mktemp("as-meant") / "house", SEED)


def test_the_author_writes_a_thousand_blocks_of_every_kind(trial: Trial) -> None:
    written = [outcome for outcome in trial.outcomes if outcome.meant.kind not in ("title", "note")]
    assert len(written) == 1_000
    found = kinds(trial.outcomes)
    for kind in ("strong", "emphasis", "dots", "span", "script", "reading", "link", "note", "code", "escape", "entity"):
        assert found[kind] > 50, kind
    assert all(found[kind] >= 3 for kind in ("heading", "list-typed", "list-counted", "list-nested", "quote", "verse"))
    assert {kind for kind in LITERALS if found.get(kind, 0) < 30} == set()
    assert len([kind for kind in SLIPS if kind in found]) > len(SLIPS) * 3 // 4


def test_all_is_read_as_it_was_meant_or_named(trial: Trial) -> None:
    silent = [one for one in trial.outcomes if one.misread and not one.excused]
    assert not silent, told(silent)


def test_what_is_no_slip_is_seldom_named_instead(trial: Trial) -> None:
    """Markup within markup, beside signs and words: where nobody can tell what is meant, a finding asks."""
    named = [one for one in trial.outcomes if one.misread and not one.meant.piece.slip]
    assert len(named) <= MOST_NAMED, told(named)


def test_what_is_right_and_read_right_is_not_called_wrong(trial: Trial) -> None:
    alarms = [one for one in trial.outcomes if not one.misread and not one.meant.piece.slip and one.excused]
    assert not alarms, told(alarms)


def test_emphasis_begins_and_ends_where_it_was_meant(trial: Trial) -> None:
    """Of hanzi in running text, whose face tells it."""
    running = [
        one for one in trial.outcomes if one.meant.kind in RUNNING and not one.misread and not one.meant.piece.slip
    ]
    assert len([one for one in running if STRONG in one.roles and EMPHASIS in one.roles]) > 20
    wrong = [one for one in running if one.misplaced]
    assert not wrong, told(wrong)


def test_readings_are_printed_where_they_are_meant(trial: Trial) -> None:
    """Two of the readers read them; the third is told by the file that they are no text."""
    annotated = [one for one in trial.outcomes if one.meant.piece.readings and not one.misread]
    assert len(annotated) > 50
    for outcome in annotated:
        whole = letters(outcome.meant.text + outcome.meant.piece.readings)
        assert letters(outcome.read["pdfium"] or "") == whole, outcome.shown()
        assert letters(outcome.read["pypdf"] or "") == whole, outcome.shown()


def letters(text: str) -> list[str]:
    """The characters of a text in their own order, hyphens left out: the ends of lines have some."""
    return sorted(squeezed(text).replace("-", "").replace(HYPHEN, ""))


@pytest.mark.parametrize("reader", [*READERS])
def test_words_are_parted_where_they_were(trial: Trial, reader: str) -> None:
    if not at_hand(reader):
        pytest.skip(f"{reader} is not installed")
    plain = [one for one in trial.outcomes if not one.misread and not one.meant.piece.readings]
    found = [misplaced_spaces(one.read[reader] or "", one.meant.text) for one in plain]
    certain = reader != "pypdf"  # which takes a rise for a space here and there
    wrong = [one for one, spaces in zip(plain, found, strict=True) if spaces.lost or (spaces.added and certain)]
    assert len(plain) > 500
    assert not wrong, told(wrong)


def test_titles_are_plain_text_in_the_bookmarks(trial: Trial) -> None:
    """What is raised or lowered has signs of its own there (m²), or is plain."""
    with pikepdf.open(trial.file) as pdf, pdf.open_outline() as outline:
        found = [entry.title for section in outline.root for entry in section.children]
    assert [*map(levelled, found)] == [levelled(article.title) for article in trial.articles]


def levelled(text: str) -> str:
    """A text without spaces, all its characters on the line."""
    return normalize("NFKC", squeezed(text))


def test_excuses_are_rules_that_there_are() -> None:
    from huozi.messages import MESSAGES

    assert set(MESSAGES) >= SAYS_NOTHING_OF_LOSS


def test_a_reading_may_be_read_anywhere_in_its_order() -> None:
    assert is_read("窑yáo火", "窑火", "yáo")
    assert is_read("窑火 yáo", "窑火", "yáo")
    assert is_read("窑火", "窑火", "yáo")
    assert not is_read("火窑yáo", "窑火", "yáo")
    assert not is_read("窑yoá火", "窑火", "yáo")
    assert not is_read("窑火yá", "窑火", "yáo")


def test_spaces_are_missed_between_words_alone() -> None:
    assert misplaced_spaces("the mill", "the mill") == ([], [])
    assert misplaced_spaces("themill", "the mill") == ([3], [])
    assert misplaced_spaces("o k", "ok") == ([], [1])
    assert misplaced_spaces("the\nmi\nll", "the mill") == ([], [])
    assert misplaced_spaces("用 a 好", "用a好") == ([], [])

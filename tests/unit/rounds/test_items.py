"""Figures, tables, boxes and notes of two editions: which is which, what differs, why one moved."""

from __future__ import annotations

import pytest
from editions import edition, paragraph

from huozi.diagnostics import Span
from huozi.rounds.changes import ItemChange, ItemPlace
from huozi.rounds.comparing import compare
from huozi.rounds.edition import Edition, EditionItem
from huozi.rounds.item_words import items_told
from huozi.rounds.items import item_changes, paired
from huozi.rounds.kept import Damaged, Facts, Round, read_round, round_text

FACTS = Facts("二校", "square", 2030, "3", "2030-03-31", "", "0.2.0", "", ())
FIGURE = EditionItem(
    "a", "figure", "fig-a", "图 1", "said", "bytes", Span("articles/a.md", 9, 1), 0, 0, "head", 1, mention=0
)
TABLE = FIGURE._replace(kind="table", name="tab-a", label="表 1", source="cells", picture="", where="text")
NOTE = FIGURE._replace(kind="note", name="n", label="n", source="words", picture="", where="foot")


def of(*items: EditionItem, pages: int = 3) -> Edition:
    """An edition of so many pages with these items."""
    return edition(*[paragraph(str(at), *"甲乙丙丁") for at in range(pages)])._replace(items=items)


def told(old: EditionItem, new: EditionItem) -> list[tuple[str, str]]:
    return [(each.kind, each.cause) for each in item_changes(of(old), of(new))]


@pytest.mark.parametrize(
    ("change", "wanted"),
    [
        ({}, []),
        ({"mention": 2}, []),
        ({"page": 1, "last": 1}, [("moved", "room")]),
        ({"where": "foot"}, [("moved", "room")]),
        ({"column": 2}, [("moved", "room")]),
        ({"page": 1, "last": 1, "mention": 1}, [("moved", "mention")]),
        ({"page": 1, "last": 1, "mention": -1}, [("moved", "room")]),
        ({"page": 1, "last": 1, "picture": "others"}, [("picture", ""), ("moved", "itself")]),
        ({"source": "other"}, [("changed", "")]),
        ({"picture": "others"}, [("picture", "")]),
        ({"label": "图 2"}, [("renumbered", "")]),
        ({"last": 2}, []),
        ({"place": Span("articles/a.md", 99, 1)}, []),
    ],
)
def test_what_differs_is_told_with_its_cause(change: dict[str, object], wanted: list[tuple[str, str]]) -> None:
    assert told(FIGURE, FIGURE._replace(**change)) == wanted  # type: ignore[arg-type]  # fields of an item


def test_a_note_has_no_number_of_its_own_to_change() -> None:
    assert told(NOTE, NOTE._replace(label="m")) == []


def test_what_is_there_in_one_alone_is_new_or_gone() -> None:
    (new,) = item_changes(of(), of(TABLE))
    assert new == ItemChange("new", "a", "table", "表 1", "表 1", TABLE.place, None, ItemPlace("1", "text", 1))
    (gone,) = item_changes(of(TABLE), of())
    assert gone == ItemChange("gone", "a", "table", "表 1", "表 1", TABLE.place, ItemPlace("1", "text", 1), None)


def test_nothing_is_told_where_nobody_kept_them() -> None:
    assert list(item_changes(of()._replace(items=None), of(TABLE))) == []


@pytest.mark.parametrize(
    ("old", "new", "is_same"),
    [
        (FIGURE, FIGURE._replace(source="s", picture="p"), True),  # its name
        (FIGURE, FIGURE._replace(name="b", picture="p"), True),  # what it says
        (FIGURE, FIGURE._replace(name="b", source="s"), True),  # its picture
        (FIGURE, FIGURE._replace(name="b", source="s", picture="p"), True),  # its number
        (FIGURE, FIGURE._replace(name="b", source="s", picture="p", label="图 2"), False),
        (FIGURE, FIGURE._replace(article="b"), True),  # what it says, in another article
        (FIGURE, FIGURE._replace(article="b", source="s"), False),
        (FIGURE, TABLE._replace(name="fig-a", source="said"), False),
    ],
)
def test_an_item_is_known_again(old: EditionItem, new: EditionItem, is_same: bool) -> None:
    assert paired([old], [new]) == ([(old, new)] if is_same else [(None, new), (old, None)])


def test_two_that_say_the_same_keep_their_names() -> None:
    other = FIGURE._replace(name="fig-b", page=1, last=1)
    assert paired([FIGURE, other], [other, FIGURE]) == [(other, other), (FIGURE, FIGURE)]


def test_pages_with_other_items_are_changed_and_those_with_moved_ones_affected() -> None:
    moved = compare(of(FIGURE), of(FIGURE._replace(page=2, last=2)))
    assert (moved.changed_pages, moved.affected_pages, moved.is_same) == ((), ("3",), False)
    other = compare(of(FIGURE), of(FIGURE._replace(picture="p")))
    assert (other.changed_pages, other.affected_pages) == (("1",), ())


def test_a_change_is_told_in_words() -> None:
    old = of(FIGURE, TABLE, NOTE)
    new = of(
        FIGURE._replace(page=1, last=1, where="foot", mention=1), TABLE._replace(label="表 2"), NOTE._replace(column=2)
    )
    assert list(items_told(compare(old, new), "zh")) == [
        "图 1：第 1 页之首 → 第 2 页之末，随提到它的文字（articles/a.md:9:1）",
        "表 2：编号由“表 1”改为“表 2”，在第 1 页文中（articles/a.md:9:1）",
        "注 n：第 1 页之末 → 第 1 页第 2 栏之末，因各页的余地变了（articles/a.md:9:1）",
    ]
    assert next(iter(items_told(compare(old, new), "en"))) == (
        "图 1: page 1, at the head → page 2, at the foot, with the text that mentions it (articles/a.md:9:1)"
    )


# ------------------------------------------------------------------ kept


def test_items_are_kept_as_they_were() -> None:
    kept = Round(FACTS, of(FIGURE, NOTE), "", ())
    text = round_text(kept)
    assert '["item","a","figure","fig-a","图 1","said","bytes","articles/a.md",9,1,0,0,"head",1,0]' in text
    assert read_round(text).edition.items == (FIGURE, NOTE)


def test_a_round_kept_before_items_were_is_still_read() -> None:
    text = round_text(Round(FACTS, of()._replace(items=None), "", ()))
    assert text.startswith('["huozi-round",1]')
    assert read_round(text).edition.items is None
    assert read_round(text.replace('["huozi-round",1]', '["huozi-round",2]')).edition.items == ()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"figure"', '"plate"'), ('"head"', '"hand"'), (',0,0,"head"', ',0,9,"head"'), (',0,0,"head"', ',2,1,"head"'),
        (",1,0]", ",0,0]"), (",1,0]", ",1,-2]"), (",1,0]", ",1]"), ('"图 1"', "1"), (",1,0]", ",1,true]"),
    ],
)  # fmt: skip
def test_an_item_that_cannot_be_read_is_named(old: str, new: str) -> None:
    text = round_text(Round(FACTS, of(FIGURE), "", ()))
    row = next(line for line in text.split("\n") if line.startswith('["item"'))
    with pytest.raises(Damaged) as caught:
        read_round(text.replace(row, row.replace(old, new)))
    assert text.split("\n")[caught.value.line - 1] == row

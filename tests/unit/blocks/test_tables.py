"""Tables in an article: notes of their own, calls that go to the page, where they stand, what they are part of."""

from __future__ import annotations

from issues import article
from matter import setting
from table_cases import cell, inlines, slugs, table

from huozi.blocks.notes import numbered
from huozi.blocks.table_layout import evened
from huozi.blocks.table_notes import notes_of_tables
from huozi.blocks.tables import set_table
from huozi.content.model import Paragraph, Table, Wish
from huozi.diagnostics import Findings, Span
from huozi.display import GlyphRun, Placed
from huozi.galley import Call, Float, SetParagraph, Slug
from huozi.structure import Kind

SMALL = {"rows": ["甲|乙", "一|二"]}
TEXT = Paragraph(inlines("见表^!x^"), Span("a.md", 1, 1))


def note(text: str) -> tuple[Paragraph, ...]:
    return (Paragraph(inlines(text), Span("a.md", 90, 1)),)


def test_a_note_that_only_tables_call_is_theirs() -> None:
    made = table({"rows": ["甲^!a^|乙", "一|二^!x^"]})
    notes = {"a": note("甲注"), "x": note("乙注"), "z": note("丙注")}
    assert set(notes_of_tables(notes, (TEXT, made), ())) == {"a"}
    assert notes_of_tables(notes, (made,), inlines("^!a^")).keys() == {"x"}
    assert notes_of_tables(notes | {"z": note("见^!a^")}, (made,), ()).keys() == {"x"}


def test_a_note_of_a_table_takes_no_number_of_the_article() -> None:
    made = table({"rows": ["甲^!a^|乙", "一|二"]})
    whole = article("篇", made, TEXT)._replace(notes=(("a", note("甲注")), ("x", note("乙注"))))
    within = numbered(whole, setting(layout="square"))
    assert dict(within.note_numbers) == {"x": 1}
    assert dict(within.table_notes) == {"a": note("甲注")}


def test_a_note_that_text_calls_too_is_called_by_the_float() -> None:
    made = table({"caption": "题^!x^", "rows": ["甲^!x^|乙", "一|二"]})
    whole = article("篇", TEXT, made)._replace(notes=(("x", note("乙注")),))
    within = numbered(whole, setting(layout="square"))
    (stands,) = set_table(made, within)
    assert isinstance(stands, Float)
    assert [(call.line, call.kind) for call in stands.calls] == [(0, "note")]


def test_rows_that_go_on_call_what_their_cells_call() -> None:
    made = table({"rows": ["甲|乙", *["一|二"] * 18, "三^!x^|四"]})
    whole = article("篇", TEXT, made)._replace(notes=(("x", note("乙注")),))
    matter = set_table(made, numbered(whole, setting(layout="square")))
    (rows,) = (piece for piece in matter if isinstance(piece, SetParagraph))
    assert rows.calls is not None
    assert rows.calls(rows.lines) == (Call(rows.lines - 1, "note", rows.calls(rows.lines)[0].key),)


def parts(made: Table) -> list[Placed]:
    return [placed for slug in slugs(set_table(made, setting(layout="square"))) for placed in slug.items]


def test_each_cell_is_part_of_its_row_and_each_row_of_the_table() -> None:
    items = parts(table({"caption": "题", "unit": "元", "notes": ["某"], "source": "某书", **SMALL}))
    kinds = [placed.element.kind for placed in items if placed.element is not None]
    assert kinds == [
        *(Kind.CAPTION, Kind.CAPTION, Kind.TABLE_HEAD, Kind.TABLE_HEAD, Kind.TABLE_CELL, Kind.TABLE_CELL),
        *(Kind.NOTE, Kind.SOURCE),
    ]
    cells = [placed.element for placed in items if placed.element is not None and placed.element.kind in CELLS]
    assert len({each.parent for each in cells}) == 2
    assert {each.parent.kind for each in cells if each.parent} == {Kind.TABLE_ROW}
    assert len({each.parent.parent for each in cells if each.parent}) == 1
    assert all(placed.order == -1 for placed in items if not isinstance(placed.item, GlyphRun))


CELLS = (Kind.TABLE_HEAD, Kind.TABLE_CELL)


def test_a_repeated_head_is_read_once() -> None:
    rows = table({"rows": ["甲|乙", *["一|二"] * 30]})
    (whole,) = (each for each in set_table(rows, setting(layout="square")) if isinstance(each, SetParagraph))
    assert whole.again is not None
    assert all(placed.order == -1 for placed in whole.again.items)
    assert {placed.element for placed in whole.again.items} == {None}


def test_in_a_frame_a_table_stands_in_the_text() -> None:
    within = setting(layout="square")
    (piece,) = set_table(table(SMALL), within._replace(measure=within.measure - 20_000))
    assert isinstance(piece, Slug)


def test_an_editors_word_on_its_place_is_carried_out_by_the_float() -> None:
    (piece,) = set_table(table({"wish": {"place": "foot", "on": "next-page"}, **SMALL}), setting(layout="square"))
    assert isinstance(piece, Float)
    assert (piece.places, piece.on, piece.unasked) == (("foot",), "next-page", ("head", "foot", "here", "page"))
    assert [word.kind for word in piece.words] == ["place", "place"]


def test_words_that_nobody_can_carry_out_are_named() -> None:
    findings = Findings()
    within = setting(layout="square-columns", findings=findings)
    made = table(SMALL)
    set_table(made._replace(wish=Wish("beside", span=3)), within)
    set_table(made._replace(style="none"), within)
    assert [item.rule for item in findings] == ["table-beside", "table-span", "table-style-unknown"]


def test_a_table_without_cells_is_nothing() -> None:
    assert set_table(table({"rows": []}), setting(layout="square")) == ()
    assert set_table(table({"rows": ["|"]}), setting(layout="square")) == ()


def test_cells_beyond_two_hundred_columns_are_named() -> None:
    findings = Findings()
    made = table({"rows": ["|".join(["一"] * 205)]})
    set_table(made, setting(layout="square", findings=findings))
    assert {item.rule for item in findings} == {"table-cells-lost", "table-too-wide"}
    assert dict(next(iter(findings)).arguments)["lost"] == "5"


def test_a_merged_cell_that_claims_too_much_is_cut_off() -> None:
    made = table(SMALL)
    wide = made._replace(aligns=("", ""), rows=(*made.rows, (cell({"text": "三", "columns": 10**9}, made.span),)))
    (piece,) = set_table(wide, setting(layout="square"))
    assert isinstance(piece, Float)


def test_what_a_merged_cell_lacks_is_shared_by_its_rows_unless_another_one_needs_it() -> None:
    assert evened([10, 10, 10], [(2, 0, 30), (3, 1, 25)]) == (15, 15, 10)
    assert evened([10, 10, 10], [(2, 0, 30), (3, 1, 30)]) == (10, 20, 10)

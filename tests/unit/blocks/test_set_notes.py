"""Notes among the matter that calls them: by whom, for what column, hung by their marks."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from issues import ending, opening, said, titled
from matter import pieces, setting
from squares import HERE, ROOT, rules_of

from huozi.blocks.article import set_article, set_issue
from huozi.blocks.body import set_blocks
from huozi.blocks.notes import numbered, with_notes
from huozi.blocks.setting import Reference, Setting
from huozi.content.issue_model import Article, Title
from huozi.content.markdown import read_markdown
from huozi.content.model import Box, Cell, CrossRef, NoteRef, Paragraph, Table, Text
from huozi.diagnostics import Findings, Span
from huozi.display import GlyphRun, Placed
from huozi.galley import Call, Galley, Note, SetParagraph, Slug
from huozi.structure import Kind

CASES: dict[str, Any] = yaml.safe_load((ROOT / "tests" / "cases" / "notes" / "calls.yaml").read_text(encoding="utf-8"))
EM = 9_000
"""The size of notes."""


def read(markdown: str, title: Title | None = None) -> Article:
    """An article with a Markdown text and its notes."""
    called = frozenset(each.name for each in title.inlines if isinstance(each, NoteRef)) if title else frozenset()
    body = read_markdown(markdown, "a.md", ".", Findings(), called=called)
    return Article("a", title or titled("题"), body.blocks, HERE, notes=body.notes)


def galley_of(markdown: str, *overrides: tuple[str, str], layout: str = "square-columns") -> Galley:
    return set_article(read(markdown), 0, setting(*overrides, layout=layout)).galley


def notes_in(galley: Galley) -> list[Note]:
    return [piece for piece in galley if isinstance(piece, Note)]


def text_of(items: tuple[Placed, ...]) -> str:
    return "".join("".join(placed.item.texts) for placed in items if isinstance(placed.item, GlyphRun))


def rows(note: Note) -> list[list[tuple[float, str]]]:
    """The lines of a note: what stands in each, from where on, in ems of the note."""
    return [
        [(placed.x / EM, "".join(placed.item.texts)) for placed in line.items if isinstance(placed.item, GlyphRun)]
        for line in note.cast_lines()
    ]


def called(galley: Galley) -> list[str]:
    """The pieces that call something, each with what its lines call, and the notes, as the cases write them."""
    found: list[str] = []
    for piece in galley:
        match piece:
            case Note(key):
                found.append(f"note {key.rpartition('^')[2]}")
            case Slug(calls=calls) if calls:
                found.append(f"{text_of(piece.items)[:1]} {_written(calls)}")
            case SetParagraph(lines, cast, calls=by_lines) if by_lines is not None:
                found.append(f"{text_of(cast(lines)[0].items)[:1]} {_written(by_lines(lines))}")
            case _:
                pass
    return found


def _written(calls: tuple[Call, ...]) -> str:
    return ", ".join(f"{call.line + 1} {call.key.rpartition('^')[2]}" for call in calls)


@pytest.mark.parametrize("name", CASES)
def test_each_note_stands_behind_what_calls_it_first(name: str) -> None:
    case = CASES[name]
    galley = galley_of(case["text"], ("styles.verse.between", "0"))
    assert called(galley) == case["galley"]


def test_a_paragraph_tells_what_its_lines_call_in_every_number_of_them() -> None:
    text = "国国国国，" * 30
    text = f"{text[:59]}[^a]{text[59:118]}[^b]{text[118:128]}\n\n[^a]: 甲\n[^b]: 乙"
    galley = galley_of(text, ("make_up.stretch", "1/16em"), ("text.fill", "pull-in"), layout="square")
    (paragraph,) = [piece for piece in galley if isinstance(piece, SetParagraph)]
    assert paragraph.calls is not None
    numbers = [variant.lines for variant in paragraph.variants()]
    assert numbers == [7, 6]
    for lines in (*numbers, 8):
        cast = paragraph.cast(lines)
        shown = [
            (at, element.level)
            for at, slug in enumerate(cast)
            for element in (placed.element for placed in slug.items)
            if element is not None and element.kind is Kind.CALL
        ]
        assert shown == [(call.line, number) for number, call in enumerate(paragraph.calls(lines), 1)]
    assert [[call.line for call in paragraph.calls(lines)] for lines in numbers] == [[3, 6], [2, 5]]


def test_the_mark_of_a_call_is_a_part_of_its_text_with_the_number_of_its_note() -> None:
    galley = galley_of("甲[^a]乙[^b]丙[^a]。\n\n[^a]: 注\n[^b]: 注")
    (paragraph,) = [piece for piece in galley if isinstance(piece, SetParagraph)]
    items = paragraph.cast(1)[0].items
    marks = [placed.element for placed in items if placed.element and placed.element.kind is Kind.CALL]
    assert [(mark.level, mark.span.column) for mark in marks] == [(1, 2), (2, 7), (1, 12)]
    assert {mark.parent for mark in marks} == {items[0].element}
    assert len(set(marks)) == 3, "two calls of one note are two marks"


def test_a_float_is_called_where_it_is_named_first() -> None:
    named, again, section = (CrossRef(name, Span("a.md", line, 1)) for line, name in enumerate("aah", 1))
    shown = {named: Reference("图1", key="f"), again: Reference("图1", key="f"), section: Reference("一")}
    within = setting(layout="square")._replace(references=shown)
    body = (Paragraph((Text("国" * 19, HERE), named, section), HERE), Paragraph((again,), HERE))
    galley = with_notes(set_blocks(body, within), {}, within)
    first, second = (piece for piece in galley if isinstance(piece, SetParagraph))
    assert first.calls is not None
    assert first.calls(first.lines) == (Call(1, "float", "f"),)
    assert second.calls is None
    kinds = {placed.element.kind for slug in first.cast(first.lines) for placed in slug.items if placed.element}
    assert kinds == {Kind.PARAGRAPH}, "what names a float is text"


def test_text_that_calls_nothing_carries_nothing() -> None:
    galley = galley_of("甲乙。\n\n[名]{.name}\n\n丙[^a]\n\n[^a]: 注")
    assert [piece.calls is not None for piece in galley if isinstance(piece, SetParagraph)] == [False, False, True]


# ------------------------------------------------------------------ one note


def test_a_note_hangs_by_its_mark_in_lines_of_whole_ems() -> None:
    (note,) = notes_in(galley_of("甲[^a]。\n\n[^a]: " + "注" * 12 + "\n\n    第二段"))
    assert (note.key, note.lines, note.columns) == ("0^a", 3, 2)
    assert rows(note) == [[(0, "1"), (1, "注" * 9)], [(1, "注" * 3)], [(1, "第二段")]], "90 pt: ten ems of 9 pt"
    assert {placed.y for line in note.cast_lines() for placed in line.items} == {7_920}, "on the line's own baseline"


def test_the_mark_of_a_note_is_a_label_of_it() -> None:
    (note,) = notes_in(galley_of("甲[^a]。\n\n[^a]: 注"))
    label, text = (placed.element for placed in note.cast_lines()[0].items)
    assert label is not None
    assert text is not None
    assert (label.kind, text.kind) == (Kind.LABEL, Kind.PARAGRAPH)
    assert label.parent is text.parent
    assert label.parent is not None
    assert (label.parent.kind, label.parent.level) == (Kind.NOTE, 1)


def test_a_note_is_set_for_the_column_of_its_call() -> None:
    galley = galley_of("::: {columns=1}\n一[^a]\n:::\n\n二[^b]\n\n[^a]: " + "注" * 30 + "\n[^b]: " + "注" * 30)
    assert [(note.columns, note.lines) for note in notes_in(galley)] == [(1, 2), (2, 4)]


def test_lists_in_notes_are_set_like_notes() -> None:
    (note,) = notes_in(galley_of("甲[^a]。\n\n[^a]: 注\n\n    - 子\n    - 丑", layout="square"))
    assert [[text for _, text in row] for row in rows(note)] == [["1", "注"], ["•", "子"], ["•", "丑"]]
    assert {
        placed.item.size for line in note.cast_lines() for placed in line.items if isinstance(placed.item, GlyphRun)
    } == {EM}


def test_a_heading_in_a_note_takes_lines_of_the_note_and_nothing_is_lost() -> None:
    heading = Paragraph((NoteRef("a", HERE),), HERE)
    body = read_markdown("甲[^a]\n\n[^a]: 注\n", "a.md", ".", Findings())
    notes = (("a", (heading._replace(inlines=(Text("首", HERE),)), *read("## 节\n\n尾").blocks)),)
    within = setting(("styles.heading-2.lines", "3"), layout="square")
    (note,) = notes_in(set_article(Article("a", titled("题"), body.blocks, HERE, notes=notes), 0, within).galley)
    assert [[text for _, text in row] for row in rows(note)] == [["1", "首"], [], ["节"], [], ["尾"]]


def test_a_mark_that_leaves_too_little_of_a_narrow_column_begins_the_note() -> None:
    (note,) = notes_in(
        galley_of("甲[^a]。\n\n[^a]: 注文", ("styles.note.size", "15pt"), ("styles.note.leading", "18pt"))
    )
    assert rows(note) == [[(0, "1\u3000注文")]]


def test_a_note_longer_than_two_columns_is_told_and_set() -> None:
    findings = Findings()
    within = setting(findings=findings)
    made = set_article(read("甲[^a]。\n\n[^a]: " + "注" * 600), 0, within)
    (note,) = notes_in(made.galley)
    assert note.lines == 67
    assert rules_of(made.findings) == ["note-long"]
    assert rules_of(set_article(read("甲[^a]。\n\n[^a]: " + "注" * 60), 0, within).findings) == []


def test_a_note_that_nothing_in_the_galley_calls_goes_with_the_last_piece() -> None:
    title = Title((Text("题", HERE), NoteRef("t", HERE)), HERE)
    within = setting(opening("{set: text, text: '无', style: body}", "{set: text, text: '{title}', style: title}"))
    galley = set_article(read("甲。\n\n[^t]: 注", title), 0, within).galley
    assert pieces(galley)[-1] == "甲 in 1"
    assert called(galley) == ["题 1 t", "note t"]


# ------------------------------------------------------------------ numbers and marks


def test_notes_of_fields_that_are_printed_are_numbered_where_they_stand() -> None:
    abstract = Title((Text("摘", HERE), NoteRef("s", HERE)), HERE)
    fields = (("abstract", (abstract,)), ("editor", (abstract._replace(inlines=(NoteRef("x", HERE),)),)))
    article = read("甲[^a]。\n\n[^a]: 注甲\n[^s]: 注摘\n[^x]: 无")._replace(fields=fields)
    listed = opening("{set: text, text: '{title}', style: title}", "{set: text, text: '{abstract}', style: body}")
    galley = set_article(article, 0, setting(listed, layout="square")).galley
    assert [text_of(note.cast_lines()[0].items) for note in notes_in(galley)] == ["1注摘", "2注甲"]


@pytest.mark.parametrize(("marks", "found"), [("digit", "12"), ("circled", "12"), ("star", "12")])
def test_a_mark_that_no_face_has_is_a_digit(marks: str, found: str) -> None:
    galley = galley_of("甲[^a]乙[^b]。\n\n[^a]: 注\n[^b]: 注", ("notes.marks", marks))
    assert "".join(text_of(note.cast_lines()[0].items)[0] for note in notes_in(galley)) == found


def test_by_page_every_call_takes_the_room_of_the_widest_mark() -> None:
    few, many = ("".join(f"甲[^{at}]" for at in range(count)) for count in (3, 12))
    for text, wide in ((few, "1"), (many, "10")):
        texts = "\n".join(f"[^{at}]: 注" for at in range(12) if f"[^{at}]" in text)
        galley = galley_of(f"{text}\n\n{texts}", ("notes.numbering", "page"))
        (paragraph,) = [piece for piece in galley if isinstance(piece, SetParagraph)]
        marks = [
            "".join(placed.item.texts)
            for slug in paragraph.cast(paragraph.lines)
            for placed in slug.items
            if isinstance(placed.item, GlyphRun) and placed.element and placed.element.kind is Kind.CALL
        ]
        assert set(marks) == {wide}


def test_through_the_issue_numbers_go_on() -> None:
    from issues import issue

    work = issue([read("甲[^a]乙[^b]。\n\n[^a]: 注\n[^b]: 注"), read("丙[^a]。\n\n[^a]: 注")])
    for numbering, found in (("issue", ["1", "2", "3"]), ("article", ["1", "2", "1"])):
        galley = set_issue(work, setting(("notes.numbering", numbering))).galley
        assert [text_of(note.cast_lines()[0].items)[0] for note in notes_in(galley)] == found


def test_notes_that_tables_alone_call_stand_under_them_and_are_not_counted() -> None:
    cells = ((Cell((Text("格", HERE), NoteRef("t", HERE), NoteRef("b", HERE)), HERE),),)
    table = Table((Text("表", HERE), NoteRef("u", HERE)), "", cells, 0, ("",), HERE)
    article = read("甲[^a]乙[^b]。\n\n[^a]: 注\n[^b]: 注\n[^t]: 表注[^c]\n[^u]: 题注\n[^c]: 注")
    article = article._replace(blocks=(Box("box", (table,), HERE), *article.blocks))
    for place, names in (("foot", "cba"), ("end", "bac")):
        within = numbered(article, setting(("notes.place", place)))
        assert (sorted(within.table_notes), "".join(within.note_numbers)) == (["t", "u"], names)


# ------------------------------------------------------------------ where notes stand


def test_an_article_may_ask_for_its_notes_place_its_end_or_at_the_foot() -> None:
    article = read("甲[^a]。\n\n[^a]: 注")
    for layout, asked, at_foot in (("foot", "", 1), ("foot", "end", 0), ("end", "", 0), ("end", "foot", 1)):
        made = set_article(article._replace(notes_place=asked), 0, setting(("notes.place", layout)))  # type: ignore[arg-type]
        assert len(notes_in(made.galley)) == at_foot
        assert rules_of(made.findings) == []
        paragraph = next(piece for piece in made.galley if isinstance(piece, SetParagraph))
        assert (paragraph.calls is not None) == bool(at_foot)


FOOT = "{set: foot-note, text: '{note}', label: '基金：', mark: '*'}"


@pytest.mark.parametrize("where", [opening, ending])
def test_a_text_at_the_first_pages_foot_is_called_by_the_title(where: Any) -> None:
    article = read("甲[^a]。\n\n[^a]: 注")._replace(fields=said(note="省基金"))
    galley = set_article(article, 3, setting(where(FOOT), layout="square")).galley
    first, second = notes_in(galley)
    assert (first.key, [text for _, text in rows(first)[0]]) == ("3^^0", ["*", "基金：省基金"])
    assert second.key == "3^a"
    title = next(piece for piece in galley if isinstance(piece, Slug))
    assert (text_of(title.items), title.calls) == ("题*", (Call(0, "note", "3^^0"),))


def test_a_text_at_the_foot_without_a_mark_is_led_by_none_and_stands_though_notes_are_at_the_end() -> None:
    article = read("甲[^a]。\n\n[^a]: 注")._replace(fields=said(note="省基金"))
    within = setting(opening("{set: foot-note, text: '{note}'}"), ("notes.place", "end"), layout="square")
    galley = set_article(article, 0, within).galley
    assert [rows(note)[0] for note in notes_in(galley)] == [[(0, "省基金")]]
    assert not notes_in(set_article(article._replace(fields=()), 0, within).galley)


def test_setting_notes_changes_no_line_of_the_text() -> None:
    text = "国" * 50 + "[^a]" + "国" * 50
    at_foot, at_end = (galley_of(f"{text}\n\n[^a]: 注", ("notes.place", place)) for place in ("foot", "end"))
    lines = [
        [[placed[:3] for placed in slug.items] for slug in piece.cast(piece.lines)]
        for galley in (at_foot, at_end)
        for piece in galley
        if isinstance(piece, SetParagraph)
    ]
    assert lines[0] == lines[1]


def test_no_surroundings_are_changed() -> None:
    within: Setting = setting()
    before = within.sheet
    set_article(read("甲[^a]。\n\n[^a]: 注"), 0, within)
    assert within.sheet is before

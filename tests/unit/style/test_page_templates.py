"""Pages of a layout resolved: margins, folios, running heads, contents, openings, and what stands too near the trim.

The trim is 300 × 400 pt, the type area 200 × 234; three millimetres are 8.504 pt.
"""

from __future__ import annotations

import pytest
from issues import HOUSE, sheet

from huozi.diagnostics import Finding, Findings, InvalidIssue
from huozi.display import Ink
from huozi.geometry import Size
from huozi.style.load import load_stylesheet
from huozi.style.model import Contact
from huozi.style.openings import Pieces, TextPiece

BARE = (("covers.front", "false"), ("covers.back", "false"))


def found(*overrides: tuple[str, str]) -> list[Finding]:
    """What is found in the layout without covers."""
    findings = Findings()
    try:
        load_stylesheet("square", HOUSE, (*BARE, *overrides), findings)
    except InvalidIssue as error:
        return list(error.findings)
    return list(findings)


def rules(*overrides: tuple[str, str]) -> list[str]:
    return [item.rule for item in found(*overrides)]


# ------------------------------------------------------------------ the type area on the trim


@pytest.mark.parametrize(
    ("key", "length", "rule"),
    [
        ("page.margins.inner", "8.504pt", None),
        ("page.margins.inner", "8.503pt", "type-area-unsafe"),
        ("page.margins.inner", "0pt", "type-area-unsafe"),
        ("page.margins.inner", "91.496pt", None),
        ("page.margins.inner", "91.497pt", "type-area-unsafe"),
        ("page.margins.inner", "100.001pt", "type-area-outside"),
        ("page.margins.top", "157.497pt", "type-area-unsafe"),
        ("page.margins.top", "166.001pt", "type-area-outside"),
    ],
)
def test_a_type_area_stands_three_millimetres_inside_the_trim(key: str, length: str, rule: str | None) -> None:
    plain = (("running.verso", '""'), ("running.recto", '""'), ("folio.position", "none"))
    assert rules(*plain, (key, length)) == ([rule] if rule else [])


@pytest.mark.parametrize(
    ("characters", "lines", "rule"),
    [("30", "15", "type-area-unsafe"), ("31", "15", "type-area-too-large"), ("20", "26", "type-area-too-large")],
)
def test_a_type_area_larger_than_the_trim_is_reported_with_both_sizes(characters: str, lines: str, rule: str) -> None:
    own = (("page.type_area.characters", characters), ("page.type_area.lines", lines))
    items = [item for item in found(*own) if item.rule.startswith("type-area")]
    assert [item.rule for item in items] == [rule]
    if characters == "31":
        assert dict(items[0].arguments) == {
            "width": "109.4mm",
            "height": "82.6mm",
            "trim_width": "105.8mm",
            "trim_height": "141.1mm",
        }


def test_a_finding_of_margins_stands_at_the_margin_that_is_given() -> None:
    (item,) = found(("page.margins.inner", "5pt"))
    assert (item.span.file, dict(item.arguments)) == ("--set", {"least": "1.8mm", "safe": "3.0mm"})
    (item,) = found(("page.margins.inner", "105pt"))
    assert (item.rule, dict(item.arguments)["least"]) == ("type-area-outside", "1.8mm")


# ------------------------------------------------------------------ furniture in the margins


@pytest.mark.parametrize(("distance", "reported"), [("73.796pt", False), ("73.797pt", True)])
def test_a_folio_stands_three_millimetres_above_the_foot(distance: str, reported: bool) -> None:
    # 91.3 pt below the type area, of which the folio takes 9
    assert rules(("folio.distance", distance)) == (["furniture-unsafe"] if reported else [])
    assert rules(("folio.distance", distance), ("folio.position", "none")) == []


@pytest.mark.parametrize(("distance", "reported"), [("57.196pt", False), ("57.197pt", True)])
def test_a_running_head_stands_three_millimetres_below_the_edge(distance: str, reported: bool) -> None:
    # 74.7 pt above the type area, of which the head takes 9
    assert rules(("running.distance", distance)) == (["furniture-unsafe"] if reported else [])
    nothing = (("running.verso", '""'), ("running.recto", '""'))
    assert rules(("running.distance", distance), *nothing) == []
    for only in nothing:
        assert rules(("running.distance", distance), only) == (["furniture-unsafe"] if reported else [])


def test_the_finding_names_what_stands_too_near() -> None:
    (head,) = found(("running.distance", "70pt"))
    (foot,) = found(("folio.distance", "80pt"))
    assert [dict(item.arguments) for item in (head, foot)] == [
        {"key": "running", "safe": "3.0mm"},
        {"key": "folio", "safe": "3.0mm"},
    ]


def test_one_margin_too_small_is_one_finding() -> None:
    assert rules(("page.margins.top", "5pt")) == ["type-area-unsafe"]


# ------------------------------------------------------------------ values


def test_a_page_has_its_trim_bleed_and_binding() -> None:
    page = sheet("square", ("page.bleed", "10pt")).page
    assert (page.trim, page.bleed, page.binding) == (Size(300_000, 400_000), 10_000, "perfect")


def test_a_journal_has_its_names_and_its_contact_block() -> None:
    journal = sheet().journal
    assert (journal.name, journal.name_en, journal.organiser) == ("方块月刊", "SQUARES", "方块社")
    assert journal.contact == Contact("联系我们", ("方块社", "方块路1号"))


def test_lengths_of_furniture_are_in_ems_of_their_own_and_lines_of_the_body() -> None:
    own = sheet("square", ("folio.distance", "2字"), ("running.distance", "1行"), ("running.rule_distance", "1字"))
    assert own.folio.distance == 18_000  # of 9 pt
    assert own.running.distance == 16_000
    assert own.running.rule_distance == 9_000


def test_folios_and_heads_are_as_the_layout_says() -> None:
    own = sheet("square-outer")
    assert (own.folio.position, own.folio.first, own.folio.template) == ("foot-outer", "contents", "{folio}页")
    assert (own.folio.distance, own.folio.style.name) == (20_000, "folio")
    running = own.running
    assert (running.verso, running.recto, running.contents) == ("{section}", "{title}", True)
    assert (running.distance, running.rule, running.rule_distance) == (14_000, 1_000, 2_000)
    assert running.style.name == "running"
    assert sheet("square-single").folio.first == "body"


def test_the_contents_is_as_the_layout_says() -> None:
    contents = sheet("square-outer").contents
    texts, styled = contents.texts, contents.styles
    assert (texts.title, texts.issue_line) == ("目录", "{year}年第{issue}期（总第{serial}期）")
    assert (contents.section_pages, contents.authors) == (True, "behind")
    assert (contents.leader, contents.leader_min, contents.leader_ink) == ("dots", 4, Ink(0, 0, 0, 600))
    styles = (styled.heading, styled.line, styled.section, styled.entry, styled.folio)
    assert [style.name.removeprefix("contents-") for style in styles] == ["title", "line", "section", "entry", "folio"]
    assert (contents.section_space, contents.entry_space, contents.rule) == (1, 0, 1_000)
    single = sheet("square-single").contents
    assert (single.section_pages, single.leader) == (False, "none")


def test_leaders_have_the_text_s_ink_where_none_is_given() -> None:
    assert sheet("square", ("contents.leader_colour", "k30")).contents.leader_ink == Ink(0, 0, 0, 300)


def told(pieces: Pieces) -> list[object]:
    """Pieces in short: the template and style of a text, of another one its kind."""
    return [
        (piece.template, piece.style.name) if isinstance(piece, TextPiece) else type(piece).__name__ for piece in pieces
    ]


def test_openings_are_as_the_layout_says() -> None:
    opening = sheet("square-outer").opening
    assert (opening.section_start, opening.sink, opening.section_name) == ("run-on", 2, True)
    assert (opening.article_start, opening.room) == ("run-on", 4)
    assert told(opening.opening) == [("{title}", "title"), ("{authors}", "byline")]
    assert told(opening.ending) == [
        "NotesPiece",
        ("（{affiliation_note}）", "affiliation"),
        ("来源：{source}", "source"),
    ]


# ------------------------------------------------------------------ lines that no page has


@pytest.mark.parametrize(
    ("given", "rule"),
    [
        ((("articles.room", "15行"),), None),
        ((("articles.room", "16行"),), "room-too-large"),
        ((("articles.room", "16行"), ("articles.start", "column")), "room-too-large"),
        ((("articles.room", "16行"), ("articles.start", "page")), None),
        ((("articles.room", "16行"), ("articles.start", "recto")), None),
        ((("make_up.columns.least", "15行"),), None),
        ((("make_up.columns.least", "16行"),), "least-too-large"),
        ((("make_up.columns.least", "16行"), ("make_up.columns.balance", "false")), None),
    ],
)
def test_lines_that_no_page_has_are_told(given: tuple[tuple[str, str], ...], rule: str | None) -> None:
    assert rules(*given) == ([rule] if rule else [])

"""The layouts that are shipped, and how a layout becomes a stylesheet."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huozi.diagnostics import Findings, InvalidIssue, Span
from huozi.display import BLACK, Ink
from huozi.geometry import Insets
from huozi.style.cascade import Layer, Value, merge
from huozi.style.elements import BarsElement, BoxElement, ContactElement, TextElement
from huozi.style.house import House, find_house, layout_names
from huozi.style.keys.fields import SAID_FIELDS
from huozi.style.keys.styles import STYLE_NAMES
from huozi.style.load import load_stylesheet
from huozi.style.model import Stylesheet, TypeArea
from huozi.style.openings import TextPiece
from huozi.templates import fields_of

ROOT = Path(__file__).parents[3]
CASES = ROOT / "tests/cases/style"
HOUSE = House((str(ROOT / "layout"), str(CASES)), (str(ROOT / "fonts"),))


def sheet_of(name: str = "a4-35x37", **overrides: str) -> Stylesheet:
    pairs = [(key.replace("__", "."), value) for key, value in overrides.items()]
    return load_stylesheet(name, HOUSE, pairs)


@pytest.mark.parametrize("path", sorted((ROOT / "layout").glob("*.yaml")), ids=lambda path: path.stem)
def test_a_shipped_layout_loads_without_a_finding(path: Path) -> None:
    findings = Findings()
    sheet = load_stylesheet(path.stem, HOUSE, (), findings)
    assert list(findings) == []
    assert {name for name, use in STYLE_NAMES.items() if not use.optional} <= set(sheet.styles)


@pytest.mark.parametrize("path", sorted((ROOT / "layout").glob("*.yaml")), ids=lambda path: path.stem)
def test_every_face_of_a_shipped_layout_is_a_shipped_file(path: Path) -> None:
    keys = {file.stem for file in (ROOT / "fonts").glob("*.ttf")}
    for style in sheet_of(path.stem).styles.values():
        for face in (style.font, style.strong, style.emphasis, style.code):
            assert {face.han, *face.fallback} <= keys
            assert face.latin in keys | {""}


def test_the_base_holds_nothing_of_one_journal() -> None:
    text = (ROOT / "layout/a4-35x37.yaml").read_text("utf-8")
    for name in ("jiangsu-vc", "huozi-specimen"):
        journal = sheet_of(name).journal
        for fact in (journal.name, journal.name_en, journal.organiser, *journal.contact.lines):
            assert fact not in text


@pytest.mark.parametrize("name", ["a4-35x37", "jiangsu-vc", "huozi-specimen"])
def test_all_that_a_front_matter_may_say_is_printed(name: str) -> None:
    opening = sheet_of(name).opening
    texts = [piece for piece in (*opening.opening, *opening.ending) if isinstance(piece, TextPiece)]
    printed = {field for piece in texts for field in fields_of(piece.template)}
    lists = {"authors", "affiliations", "keywords"}
    assert set(SAID_FIELDS) | lists | {f"{field}_en" for field in lists} <= printed


def test_the_type_area_is_as_compositors_give_it() -> None:
    page = sheet_of("jiangsu-vc").page
    assert page.area == TypeArea(35, 37, 1, 24000, 12000, 18700)
    assert (page.area.measure, page.area.height) == (420_000, 685_200)
    assert page.margins == Insets(top=70_510, right=87_638, bottom=86_180, left=87_638)


def test_the_example_of_the_format_loads_verbatim() -> None:
    sheet = sheet_of("formats-example")
    assert sheet.opening.room == 14
    assert sheet.text.fill == "push-out"
    assert sheet.text.han_latin == 250
    assert sheet.running.recto == "{section}"
    assert sheet.covers.inside_front == sheet.covers.inside_back == ()


def test_two_columns_are_as_wide_as_one() -> None:
    assert sheet_of("smoke-two-columns").page.area.width == sheet_of("jiangsu-vc").page.area.width


def test_a_type_area_in_millimetres_takes_the_whole_characters_and_lines_that_fit() -> None:
    page = sheet_of("millimetres").page
    assert (page.area.characters, page.area.lines) == (35, 37)
    assert (page.margins.left, page.margins.top) == (79_370, 70_866)


@pytest.mark.parametrize("written", ["{journal}", "'{journal}'", '"{journal}"'])
def test_a_text_is_set_as_it_is_written_with_or_without_quotes(written: str) -> None:
    assert sheet_of(running__verso=written).running.verso == "{journal}"


def test_texts_that_look_like_something_else_and_mappings_can_be_set() -> None:
    assert sheet_of(journal__name="甲: 乙 # 丙").journal.name == "甲: 乙 # 丙"
    assert sheet_of(journal__name="12").journal.name == "12"
    assert sheet_of(text="{kinsoku: strict}").text.kinsoku == "strict"


def test_overrides_come_last() -> None:
    assert sheet_of(text__fill="pull-in").text.fill == "pull-in"
    assert sheet_of(styles__body__text__kinsoku="strict").styles["body"].text.kinsoku == "strict"
    assert sheet_of(styles__body__text__kinsoku="strict").text.kinsoku == "gb"


@pytest.mark.parametrize(
    ("key", "value", "rule"),
    [
        ("text.fil", "pull-in", "layout-key"),
        ("text.fill", "squeeze", "layout-value"),
        ("text", "pull-in", "layout-mapping"),
        ("text.fill.now", "pull-in", "layout-value"),
        ("text.fill", "[a", "yaml-open-bracket"),
        ("styles.a b.size", "12pt", "layout-name"),
        ("", "12pt", "layout-key"),
    ],
)
def test_a_wrong_override_is_a_finding_on_the_command_line(key: str, value: str, rule: str) -> None:
    with pytest.raises(InvalidIssue) as raised:
        load_stylesheet("a4-35x37", HOUSE, [(key, value)])
    (found,) = raised.value.findings
    assert (found.rule, found.span.file) == (rule, "--set")


def test_all_errors_are_found_in_one_run() -> None:
    with pytest.raises(InvalidIssue) as raised:
        load_stylesheet("a4-35x37", HOUSE, [("text.fil", "x"), ("covers.front", "frnt"), ("styles.list.font", "sng")])
    assert {item.rule for item in raised.value.findings} == {"layout-key", "design-unknown", "font-role-unknown"}


def test_a_layout_name_is_never_a_path() -> None:
    for name in ("../layout/a4-35x37", "/etc/passwd", "a4-35x37.txt", "", "a b"):
        with pytest.raises(InvalidIssue) as raised:
            load_stylesheet(name, HOUSE)
        assert [item.rule for item in raised.value.findings] == ["layout-name"]


@pytest.mark.parametrize("suffix", [".yaml", ".yml"])
def test_a_layout_is_found_by_the_name_of_its_file_too(suffix: str) -> None:
    assert load_stylesheet(f"a4-35x37{suffix}", HOUSE) == load_stylesheet("a4-35x37", HOUSE)
    extended = load_stylesheet("a4-35x37", HOUSE, [("page.binding", "perfect")])
    assert extended.page.binding == "perfect"


def test_text_black_is_black_alone_and_overprints_and_white_does_not() -> None:
    styles = sheet_of().styles
    assert {style.ink for name, style in styles.items() if name in STYLE_NAMES} == {BLACK}
    assert styles["cover-organiser"].ink == Ink(0, 0, 0, 0, overprint=False)


def test_a_tint_thins_every_ink_of_a_colour() -> None:
    overrides = {"colour.inks.own": "[100, 50, 0, 10]", "styles.cover-name.colour": "own 50%"}
    sheet = load_stylesheet("a4-35x37", HOUSE, list(overrides.items()))
    assert sheet.styles["cover-name"].ink == Ink(500, 250, 0, 50)


def test_a_style_takes_font_and_size_from_the_body_and_its_shape_from_no_one() -> None:
    sheet = load_stylesheet("a4-35x37", HOUSE, [("styles.new.align", "left"), ("styles.body.size", "五号")])
    new, body = sheet.styles["new"], sheet.styles["body"]
    assert (new.font, new.size, new.leading) == (body.font, 10500, 18700)
    assert (new.indent, new.lines, body.indent) == (0, 0, 21000)


def test_based_on_takes_over_everything_and_own_values_win() -> None:
    overrides = [("styles.new.based_on", "mid"), ("styles.mid.based_on", "title"), ("styles.mid.lines", "5行")]
    sheet = load_stylesheet("a4-35x37", HOUSE, overrides)
    title, new = sheet.styles["title"], sheet.styles["new"]
    assert new == title._replace(name="new", lines=5)


def test_a_large_size_without_a_leading_gets_one_that_clears_its_lines() -> None:
    style = load_stylesheet("a4-35x37", HOUSE, [("styles.new.size", "初号")]).styles["new"]
    assert style.leading == 54_600


def test_covers_are_their_designs_blank_or_absent() -> None:
    covers = sheet_of(covers__inside_front="false", covers__inside_back="blank").covers
    assert covers.inside_front is None
    assert covers.inside_back == ()
    assert covers.front and covers.back
    kinds = {type(element) for element in (*covers.front, *covers.back)}
    assert kinds == {BoxElement, TextElement, BarsElement, ContactElement}


def test_what_bleeds_reaches_the_edge_of_the_bleed() -> None:
    sheet = sheet_of()
    fields = [item.area for item in sheet.covers.front or () if isinstance(item, BoxElement) and item.area.x < 0]
    # 3 mm beyond an A4 page of 595.276 × 841.890 pt, but for what rounding takes from 163 mm and 137 mm
    assert [(area.x, area.right, area.bottom) for area in fields] == [(-8_504, 603_780, 850_393)]


def test_the_output_intent_is_a_file() -> None:
    assert Path(sheet_of().colour.profile).is_file()


def test_a_house_is_the_nearest_folder_that_holds_layouts(tmp_path: Path) -> None:
    (tmp_path / "layout").mkdir()
    (tmp_path / "issue/2024-12").mkdir(parents=True)
    house = find_house(str(tmp_path / "issue/2024-12"))
    assert house.layouts[0] == str(tmp_path / "layout")
    assert house.fonts[0] == str(tmp_path / "fonts")
    assert Path(house.layouts[1], "a4-35x37.yaml").is_file()


def test_the_house_comes_before_what_is_shipped(tmp_path: Path) -> None:
    (tmp_path / "layout").mkdir()
    (tmp_path / "layout/own.yaml").write_text("extends: a4-35x37\njournal: {name: 小刊}\n", "utf-8")
    house = find_house(str(tmp_path))
    assert load_stylesheet("own", house).journal.name == "小刊"
    assert {"own", "a4-35x37"} <= set(layout_names(house))


LAYERS = st.lists(
    st.dictionaries(st.sampled_from(["text.fill", "text.kinsoku", "page.bleed"]), st.integers()), max_size=4
)


@given(LAYERS)
def test_of_layers_the_last_that_says_something_wins(layers: list[dict[str, int]]) -> None:
    span = Span("layout.yaml")
    typed: list[Layer] = [{key: Value(value, span) for key, value in layer.items()} for layer in layers]
    merged = merge(typed, span).layer
    for key in {key for layer in layers for key in layer}:
        assert merged[key].value == [layer[key] for layer in layers if key in layer][-1]

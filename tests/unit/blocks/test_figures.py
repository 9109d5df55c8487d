"""Figures as floats: whole lines of the grid, white to the text, captions, wishes."""

from __future__ import annotations

import pytest
from figure_trial import drawing, facts_of, figure, images, lines, only, surroundings

from huozi.blocks.body import set_block, set_blocks
from huozi.blocks.float_white import lines_with_white, shift_at
from huozi.content.model import Block, Figure, ListBlock, Paragraph, Quote, Text, Wish
from huozi.diagnostics import Findings, Span
from huozi.display import Image, Path, Role
from huozi.galley import Band, Float, Where
from huozi.pictures.model import PictureFacts
from huozi.structure import Kind
from huozi.style.model import TypeArea

AREA = TypeArea(20, 15, 1, 10_000, 10_000, 16_000)
SPACE = ("figures.space", "8pt")
HERE = Span("a.md", 5, 30)


@pytest.mark.parametrize(
    ("depth", "space", "lines"),
    [
        (48, 0, 3),
        (49, 0, 4),
        (38, 8, 3),  # within text it has 8 points of white above and below, of which 6 are the gap of the line above
        (39, 8, 4),
        (234, 8, 15),  # as deep as the page: no text to be parted from
        (230, 8, 15),
        (241, 0, 16),
    ],
)
def test_a_figure_takes_whole_lines(depth: int, space: int, lines: int) -> None:
    assert lines_with_white(depth * 1000, space * 1000, AREA) == lines


@pytest.mark.parametrize(("where", "down"), [("head", 0), ("foot", 18_000), ("here", 9_000), ("page", 9_000)])
def test_white_stands_between_a_figure_and_text(where: Where, down: int) -> None:
    # four lines are 58 points from the first em box to the last; a figure of 40 leaves 18
    assert shift_at(where, 4, 40_000, AREA) == down


def test_a_figure_stands_in_the_middle_over_its_caption() -> None:
    within = surroundings({"a.png": facts_of(120, 60)}, SPACE, ("figures.caption_space", "4pt"), label="图 1")
    made = only(set_block(figure("a.png", caption="山水"), within, "body"))
    slug = made.cast_at("head")
    assert (made.height, made.columns, made.within) == (6, 1, 1)  # 60 + 4 + 10 deep
    assert images(slug) == [(40, 0, 120, 60)]
    assert [text for _, _, text in lines(slug)] == ["图 1　山水"]
    left, top, _ = lines(slug)[0]
    assert (left, top) == (76.25, 64.0)  # 图, a quarter of an em, a figure of half an em, an em, two characters
    assert images(made.cast_at("foot")) == [(40, 16, 120, 60)]  # 90 points of six lines less 74
    assert images(made.cast_at("here")) == [(40, 8, 120, 60)]
    assert {placed.item.path for placed in slug.items if isinstance(placed.item, Image)} == {"/p"}


def test_a_caption_of_several_lines_hangs_behind_its_number() -> None:
    within = surroundings({"a.png": facts_of(200, 60)}, label="图1")
    slug = only(set_block(figure("a.png", caption="一" * 30), within, "body")).cast_at("head")
    number, *rest = lines(slug)
    assert number[0] == 0
    assert {left for left, _, _ in rest} == {27.5}
    assert "".join(text for _, _, text in rest) == "一" * 30
    centred = surroundings({"a.png": facts_of(200, 60)}, ("figures.caption_turn", "center"), label="图1")
    slug = only(set_block(figure("a.png", caption="一" * 30), centred, "body")).cast_at("head")
    assert lines(slug)[-1][0] == 20.0  # 160 points of 200
    edge = surroundings({"a.png": facts_of(200, 60)}, ("figures.caption_turn", "edge"), label="图1")
    slug = only(set_block(figure("a.png", caption="一" * 30), edge, "body")).cast_at("head")
    assert {left for left, _, _ in lines(slug)} == {0}


def test_a_credit_stands_in_brackets_or_at_the_right() -> None:
    known = {"a.png": facts_of(120, 60)}
    work = figure("a.png", caption="山水", credit="本刊")
    slug = only(set_block(work, surroundings(known), "body")).cast_at("head")
    assert "".join(text for _, _, text in lines(slug)) == "山水（本刊）"
    kinds = [placed.element.kind for placed in slug.items if placed.element is not None]
    assert kinds == [Kind.FIGURE, Kind.CAPTION, Kind.CREDIT]
    slug = only(set_block(work, surroundings(known, ("figures.credit", "right")), "body")).cast_at("head")
    credit, caption = lines(slug)
    assert (credit[0], credit[2], caption[2]) == (140.0, "本刊", "山水")
    assert credit[1] < caption[1]


def test_a_figure_and_its_captions_are_elements_in_reading_order() -> None:
    within = surroundings({"a.png": facts_of(90, 60), "b.png": facts_of(90, 60)})
    slug = only(set_block(figure("a.png", "b.png", caption="两幅", own="景", alt="山"), within, "body")).cast_at("head")
    shown = [placed.element for placed in slug.items]
    assert all(element is not None for element in shown)
    told = [(element.kind, element.alt, element.parent and element.parent.kind) for element in shown if element]
    one = [(Kind.FIGURE, "山", Kind.FIGURE), (Kind.CAPTION, "", Kind.FIGURE)]
    assert told == [*one, *one, (Kind.CAPTION, "", Kind.FIGURE)]
    assert [text for _, _, text in lines(slug)] == ["(a)　景", "(b)　景", "两幅"]
    assert [picture[2:] for picture in images(slug)] == [(95.0, 63.333), (95.0, 63.333)]


def test_a_picture_without_meaning_is_no_part_of_the_text() -> None:
    work = figure("a.png")
    work = work._replace(pictures=(work.pictures[0]._replace(is_ornament=True),))
    slug = only(set_block(work, surroundings({"a.png": facts_of(90, 60)}), "body")).cast_at("head")
    assert [(placed.role, placed.order, placed.element) for placed in slug.items] == [(Role.ARTIFACT, -1, None)]


def test_a_picture_that_cannot_be_read_leaves_its_place() -> None:
    slug = only(set_block(figure("a.png", caption="山水"), surroundings({}), "body")).cast_at("head")
    assert next(type(placed.item) for placed in slug.items) is Path
    assert [text for _, _, text in lines(slug)] == ["山水"]


# ------------------------------------------------------------------ size


def rules(
    work: Figure, *overrides: tuple[str, str], layout: str = "square", **known: PictureFacts
) -> tuple[Float, list[str]]:
    """The float of a figure, and what was found; its pictures by the first letter of their files."""
    findings = Findings()
    facts = {f"{name}.png": value for name, value in known.items()}
    within = surroundings(facts, *overrides, layout=layout, findings=findings)
    galley = set_block(work, within, "body")
    (made,) = [piece for piece in galley if isinstance(piece, Float)]
    return made, [item.rule for item in findings]


@pytest.mark.parametrize(
    ("known", "wish", "width", "found"),
    [
        (facts_of(120, 60), Wish(), 120, []),
        (facts_of(900, 450), Wish(), 200, []),  # as wide as the column, and nothing to be told
        (facts_of(120, 60), Wish(width=500), 100, []),
        (facts_of(120, 60), Wish(width=1500), 200, ["figure-too-wide"]),
        (facts_of(120, 240), Wish(width=1000), 99, ["figure-too-tall"]),  # 85 % of 234 points
        (facts_of(120, 240), Wish(width=1000, place="page"), 117, ["figure-too-tall"]),
        (facts_of(120, 180), Wish(), 120, []),
        (facts_of(200, 3000), Wish(), 13, ["figure-too-tall"]),
        (drawing(260, 100), Wish(), 200, []),
        (drawing(600, 500), Wish(), 200, ["figure-small"]),
        (drawing(600, 500), Wish(width=1000), 200, []),
    ],
)
def test_a_figure_is_as_wide_as_it_is_asked_to_be_or_can_be(
    known: PictureFacts, wish: Wish, width: float, found: list[str]
) -> None:
    made, told = rules(figure("a.png", wish=wish), a=known)
    assert (round(images(made.cast_at("head"))[0][2]), told) == (width, found)
    assert made.height <= 15


def test_a_drawing_that_could_not_be_read_is_turned() -> None:
    narrow = ("page.type_area.characters", "10")
    made, told = rules(figure("a.png", caption="山"), narrow, a=drawing(200, 50))
    assert (told, made.places, made.height) == (["figure-turned"], ("page",), 15)
    slug = made.cast_at("page")
    (image,) = [placed for placed in slug.items if isinstance(placed.item, Image)]
    # 200 points of 234 up the page, 50 and 5 and 10 of caption across, in the middle of 100 points
    assert image.is_turned
    assert isinstance(image.item, Image)
    assert image.item.size == (200_000, 50_000)
    assert (image.x, image.y) == (17_500, 217_000)
    (caption,) = [placed for placed in slug.items if not isinstance(placed.item, Image)]
    assert (caption.is_turned, caption.x, caption.y) == (True, 17_500 + 50_000 + 5_000 + 8_800, 117_000 + 5_000)


def test_a_figure_is_turned_where_it_is_asked_to_be() -> None:
    made, told = rules(figure("a.png", wish=Wish(turned=True)), a=facts_of(100, 50))
    assert (told, made.places, made.height) == ([], ("page",), 15)
    wish = Wish(turned=True, place="foot", places=(("place", HERE),))
    made, told = rules(figure("a.png", wish=wish), SPACE, a=facts_of(100, 50))
    (image,) = made.cast_at("foot").items
    assert (made.height, made.places, image.is_turned) == (7, ("foot",), True)  # 100 high, 8 of white
    assert (image.x, image.y) == (75_000, 106_000)


# ------------------------------------------------------------------ places


def test_where_a_figure_may_stand() -> None:
    made, _ = rules(figure("a.png"), a=facts_of(120, 60))
    assert (made.places, made.words, made.unasked) == (("head", "foot", "here", "page"), (), ())
    made, _ = rules(figure("a.png"), a=facts_of(120, 160))
    assert made.places == ("page", "head", "foot", "here")
    made, _ = rules(figure("a.png"), ("figures.places", "[here, foot]"), a=facts_of(120, 60))
    assert made.places == ("here", "foot")
    made, _ = rules(figure("a.png", wish=Wish(place="page", width=1000)), a=facts_of(200, 230))
    assert made.places == ("page",)


def test_an_editors_word_is_final_and_what_it_replaces_is_known() -> None:
    wish = Wish(place="foot", on="next-page", places=(("place", HERE), ("on", HERE), ("width", HERE)))
    made, _ = rules(figure("a.png", wish=wish), a=facts_of(120, 60))
    assert (made.places, made.on) == (("foot",), "next-page")
    assert [word[:2] for word in made.words] == [("place", HERE), ("place", HERE)]
    assert made.unasked == ("head", "foot", "here", "page")


@pytest.mark.parametrize(
    ("width", "wish", "columns", "shown", "found"),
    [
        (80, Wish(), 1, 80, []),
        (110, Wish(), 1, 90, []),  # a little wider than the column
        (150, Wish(), 2, 150, []),
        (150, Wish(span=1), 1, 90, []),
        (80, Wish(span=0), 2, 80, []),
        (80, Wish(span=3), 2, 80, ["figure-span"]),
    ],
)  # two columns of nine characters, two apart: 200 points
def test_how_many_columns_a_figure_runs_over(
    width: int, wish: Wish, columns: int, shown: int, found: list[str]
) -> None:
    made, told = rules(figure("a.png", wish=wish), layout="square-columns", a=facts_of(width, 60))
    assert (made.columns, made.within, round(images(made.cast_at("head"))[0][2]), told) == (columns, 2, shown, found)
    assert ("here" in made.places) == (columns == 1)


def test_a_wide_figure_within_text_in_columns_parts_it() -> None:
    wish = Wish(place="here", span=0, places=(("place", HERE),))
    within = surroundings({"a.png": facts_of(150, 60)}, layout="square-columns")
    above, made, below = set_block(figure("a.png", wish=wish), within, "body")
    assert (above, below) == (Band(1), Band(2))
    assert isinstance(made, Float)
    assert (made.columns, made.within, made.places) == (1, 1, ("here",))


@pytest.mark.parametrize("kind", ["list", "quote"])
def test_a_figure_in_a_frame_is_as_wide_as_the_column_and_stands_there(kind: str) -> None:
    at = Span("a.md", 1, 1)
    inner = (Paragraph((Text("一二三", at),), at), figure("a.png", wish=Wish(width=1000)))
    block: Block = ListBlock((inner,), ("1",), at) if kind == "list" else Quote(inner, at)
    within = surroundings({"a.png": facts_of(90, 45)}, layout="square-columns")
    (made,) = [piece for piece in set_blocks((block,), within) if isinstance(piece, Float)]
    assert (made.places, made.columns, made.within) == (("here",), 1, 2)
    assert images(made.cast_at("head"))[0] == (0, 0, 90, 45)


def test_words_without_effect_are_named() -> None:
    _, told = rules(figure("a.png", wish=Wish(side="left", places=(("side", HERE),))), a=facts_of(90, 45))
    assert told == ["wish-idle"]

"""Figures (插图): pictures over their captions as floats that take whole lines of the grid, white to the text included.

How large one is follows from what its author asks for, from its own size and from the room; on which page it stands is
make-up's to decide. A figure in a list or a quotation is as wide as the column, and stands where it is written.
"""

from __future__ import annotations

from collections.abc import Sequence

from huozi.blocks.captions import Cast
from huozi.blocks.figure_sizes import Shown, shown_of
from huozi.blocks.float_white import lines_with_white, shift_at
from huozi.blocks.frame import places_in
from huozi.blocks.pictured import Pictured, pictured
from huozi.blocks.setting import Setting
from huozi.blocks.turned_matter import turned, turned_page
from huozi.content.model import Figure, Wish
from huozi.diagnostics import Findings, Span
from huozi.galley import Band, Float, Galley, Slug, Where, Word
from huozi.geometry import Mpt
from huozi.records import NamedTuple
from huozi.style.lengths import show_mm

LEAST_TEXT = 2
"""Lines of text that a page with a float at its head or foot has at the least."""

CLEARLY = 1250
"""A drawing is turned where that makes it larger by so much, in thousandths."""

SUITS = 750
"""A picture goes into columns that are so wide, in thousandths of its own width, or wider."""

MOST_TRIALS = 4
"""How often a figure is made smaller before what it then is must do: its captions may take more lines each time."""


class Room(NamedTuple):
    """The room that a figure is set in: columns that it runs over of those side by side, width and greatest depth.

    ``is_turned``: it is read from the right of the page, so that its width runs up the page.
    """

    columns: int
    within: int
    width: Mpt
    depth: Mpt
    is_turned: bool = False


def set_figure(figure: Figure, setting: Setting) -> Galley:
    """A figure as a float.

    Findings: ``beside-no-text``, ``figure-span``, ``figure-here-across``, ``wish-idle``, and those of its size.
    """
    if figure.wish.place == "beside":
        setting.findings.add(place_of(figure.wish, "place", figure.span), "beside-no-text")
        figure = figure._replace(wish=not_beside(figure.wish))
    return as_float(figure, setting)


def not_beside(wish: Wish) -> Wish:
    """A wish without that for a place beside text."""
    places = tuple(pair for pair in wish.places if pair[0] not in ("place", "side"))
    return wish._replace(place="", side="", places=places)


def as_float(figure: Figure, setting: Setting) -> Galley:
    """A figure that is not beside text, as the float that it is."""
    is_framed, within = setting.around is not None, out_of_frames(setting)
    if figure.wish.side:
        within.findings.add(place_of(figure.wish, "side", figure.span), "wish-idle", key="side")
    shown = tuple(shown_of(picture, within) for picture in figure.pictures)
    room = room_for(figure, shown, within)
    made = fitted(figure, shown, room, within)
    height = made.cast.width if room.is_turned else made.cast.depth
    return _placed(figure, _Content(made.cast, room, height), within, is_framed=is_framed)


def out_of_frames(setting: Setting) -> Setting:
    """The surroundings of what stands in no frame: those of the column, for the same part and the same findings."""
    around = setting.around
    return setting if around is None else around._replace(part_of=setting.part_of, findings=setting.findings)


def place_of(wish: Wish, key: str, otherwise: Span) -> Span:
    """Where a word of a wish stands."""
    return dict(wish.places).get(key, otherwise)


# ------------------------------------------------------------------ room and size


def room_for(figure: Figure, shown: Sequence[Shown], setting: Setting) -> Room:
    """The room that a figure is to have: over how many columns, upright or turned.

    Findings: ``figure-span``, ``figure-turned``.
    """
    columns, width = _across(figure, shown, setting)
    style, area = setting.sheet.figures, setting.sheet.page.area
    depth = area.height if figure.wish.place == "page" else area.height * style.height // 1000
    upright = Room(columns, setting.columns, width, depth)
    if figure.wish.turned:
        return _lying(upright, figure, setting)
    own = shown[0].own.width if len(shown) == 1 else 0
    is_drawing = own and shown[0].facts is not None and shown[0].facts.kind != "raster"
    if not is_drawing or figure.wish.width or figure.wish.place not in ("", "page"):
        return upright
    whole = setting.across(0)
    if own * style.least_scale <= whole.measure * 1000:
        return upright
    lying = _lying(upright._replace(columns=setting.columns, width=whole.measure), figure, setting)
    if _scale(shown[0], lying) * 1000 < _scale(shown[0], upright) * CLEARLY:
        return upright
    setting.findings.add(figure.span, "figure-turned", name=figure.pictures[0].path)
    return lying


def _scale(shown: Shown, room: Room) -> int:
    """What a picture is reduced to in a room, its captions not counted, in thousandths."""
    return min(1000 * room.width // shown.own.width, 1000 * room.depth // max(shown.own.height, 1))


def _lying(room: Room, figure: Figure, setting: Setting) -> Room:
    """The same room for what is turned in it; on a page of its own that is the whole of it."""
    area = setting.sheet.page.area
    if figure.wish.place in ("", "page"):
        return Room(setting.columns, setting.columns, area.height, setting.across(0).measure, is_turned=True)
    return room._replace(width=room.depth, depth=room.width, is_turned=True)


def _across(figure: Figure, shown: Sequence[Shown], setting: Setting) -> tuple[int, Mpt]:
    """How many columns a figure runs over, and how wide they are together."""
    count, wish = setting.columns, figure.wish
    if count == 1:
        return 1, setting.measure
    asked = wish.span
    if asked > count:
        place = place_of(wish, "span", figure.span)
        setting.findings.add(place, "figure-span", asked=asked, columns=count)
        asked = 0
    if asked < 0:
        match setting.sheet.figures.span:
            case "column":
                asked = 1
            case "all":
                asked = 0
            case "auto":
                own = sum(each.own.width for each in shown) * SUITS // 1000
                fitting = (span for span in range(1, count) if own <= setting.across(span).measure)
                asked = 0 if wish.turned else next(fitting, 0)
    if asked == 1:
        return 1, setting.measure
    return asked or count, setting.across(asked).measure


def fitted(figure: Figure, shown: Sequence[Shown], room: Room, setting: Setting) -> Pictured:
    """A figure at the size that it is asked for, or its own, made smaller where the room takes no more.

    Findings: ``figure-too-wide``, ``figure-too-tall``, ``figure-small``.
    """
    asked = figure.wish.width
    wanted = room.width * asked // 1000 if asked else _own_width(shown, room)
    width = min(wanted, room.width)
    for _ in range(MOST_TRIALS):
        found = Findings()
        made = pictured(figure, shown, (room.width, width), setting._replace(findings=found))
        over = made.cast.depth - room.depth
        if over <= 0:
            break
        left = max(made.height - over, setting.sheet.page.area.leading)
        width = max(width * left // made.height - 1, setting.sheet.page.area.size)
    setting.findings.extend(found)
    _report_size(figure, shown, (wanted, made.width), room, setting)
    return made


def _own_width(shown: Sequence[Shown], room: Room) -> Mpt:
    """How wide a figure is where nobody says so: one picture in its own size, several fill the room."""
    return shown[0].own.width if len(shown) == 1 else room.width


HALF = 2


def _report_size(figure: Figure, shown: Sequence[Shown], widths: tuple[Mpt, Mpt], room: Room, setting: Setting) -> None:
    """Report what became smaller than it was meant to be, or than it can be read at."""
    wanted, width = widths
    findings, place = setting.findings, place_of(figure.wish, "width", figure.span)
    told = {"name": figure.pictures[0].path, "wanted": show_mm(wanted), "width": show_mm(width)}
    if figure.wish.width and wanted > room.width:
        findings.add(place, "figure-too-wide", **told)
    elif (figure.wish.width and width < wanted) or width * HALF < min(wanted, room.width):
        findings.add(place, "figure-too-tall", **told, depth=show_mm(room.depth))
    own, facts = shown[0].own.width, shown[0].facts
    if len(shown) == 1 and facts is not None and facts.kind != "raster" and not figure.wish.width:
        share = 1000 * width // own
        if share < setting.sheet.figures.least_scale:
            findings.add(figure.span, "figure-small", name=told["name"], share=f"{share / 10:.0f}%")


# ------------------------------------------------------------------ the float


class _Content(NamedTuple):
    """A figure as it was made, its room, and how much of a column's depth it takes (Mpt)."""

    cast: Cast
    room: Room
    height: Mpt


def _placed(figure: Figure, content: _Content, setting: Setting, *, is_framed: bool) -> Galley:
    """The float of a figure that is made."""
    area, room = setting.sheet.page.area, content.room
    is_page = room.is_turned and figure.wish.place in ("", "page")
    lines = area.lines if is_page else lines_with_white(content.height, setting.sheet.figures.space, area)
    places, unasked = _places(figure, lines, is_page, setting, room, is_framed=is_framed)
    is_here = figure.wish.place == "here" and room.within > 1
    if is_here and 1 < room.columns < room.within:
        place = place_of(figure.wish, "place", figure.span)
        setting.findings.add(place, "figure-here-across", columns=room.columns)
        places = ("head", "foot")
        is_here = False
    spans_all = room.columns >= room.within > 1
    if spans_all and not is_here:
        places, unasked = (tuple(each for each in some if each != "here") for some in (places, unasked))
        places = places or ("head", "foot")

    def cast_at(where: Where) -> Slug:
        slug = Slug(lines, content.cast.items, figure.span, calls=content.cast.calls)
        if is_page:
            return turned_page(slug, room.width, content.cast.depth, area)._replace(height=lines)
        if room.is_turned:
            slug = turned(_closed_up(slug, room, content), content.height)
        left = (room.depth - content.cast.depth) // 2 if room.is_turned else 0
        down = shift_at(where, lines, content.height, area)
        moved = (placed._replace(x=placed.x + left, y=placed.y + down) for placed in slug.items)
        return slug._replace(items=tuple(moved))

    words = tuple(Word("place", span) for key, span in figure.wish.places if key in ("place", "on"))
    made = Float(
        str(figure.span), lines, cast_at, figure.span, room.columns, room.within, places, figure.wish.on,
        content.cast.calls, words=words, unasked=unasked if words else (),
    )  # fmt: skip
    if is_here and spans_all:  # text in columns ends above it and goes on below
        return (Band(1), made._replace(columns=1, within=1), Band(room.within))
    return (made,)


def _closed_up(slug: Slug, room: Room, content: _Content) -> Slug:
    """What is to be turned without the room that it leaves at its sides."""
    left = (room.width - content.height) // 2
    return slug._replace(items=tuple(placed._replace(x=placed.x - left) for placed in slug.items))


def _places(
    figure: Figure, lines: int, is_page: bool, setting: Setting, room: Room, *, is_framed: bool
) -> tuple[tuple[Where, ...], tuple[Where, ...]]:
    """Where a figure may stand, and where it might without the word of an editor."""
    area, style = setting.sheet.page.area, setting.sheet.figures
    usual = places_in(style.places, room.columns, room.within)
    if is_page or lines > area.lines - LEAST_TEXT:
        usual = ("page",)
    elif is_framed:
        usual = ("here",)
    elif lines * 1000 > area.lines * style.large and "page" in usual:
        usual = ("page", *(place for place in usual if place != "page"))
    place = figure.wish.place
    return ((place,) if place and place != "beside" else usual), usual

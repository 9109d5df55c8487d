"""Frames: blocks set in from the column's edges, by whole ems of the body so that text stays on its grid."""

from __future__ import annotations

from collections.abc import Callable

from huozi.blocks.setting import Setting
from huozi.diagnostics import Span
from huozi.galley import Band, Galley, Matter, SetParagraph, Slug, Space, Variant, Where
from huozi.geometry import Mpt
from huozi.records import NamedTuple
from huozi.style.text_style import ParagraphStyle

LEAST_MEASURE = 6
"""Ems of the body that a line keeps however deep its block is nested."""


class Frame(NamedTuple):
    """The surroundings inside a frame, and where its lines start: ``left`` of it is taken by a label's ``hang``."""

    setting: Setting
    left: Mpt
    hang: Mpt


def framed(setting: Setting, style: ParagraphStyle, span: Span, hang: Mpt = 0) -> Frame:
    """The frame of a block in a style: its insets and the room of its labels taken off the measure.

    The left edge stands on the body's grid, and a justified line holds a whole number of the style's own ems. Finding:
    ``inset-too-deep``, where so little would be left that the insets are dropped.
    """
    em = setting.sheet.page.area.size
    left, right = whole_ems(style.inset_left - em // 2, em), style.inset_right
    least = min(LEAST_MEASURE * em, setting.measure)
    if setting.measure - left - right - hang < least:
        setting.findings.add(span, "inset-too-deep", ems=LEAST_MEASURE)
        left = right = 0
        hang = hang if setting.measure - hang >= least else 0
    room = setting.measure - left - right - hang
    if style.align == "justify":
        room = max(room // style.size * style.size, min(style.size, room))
    columns = 1 if left or right or hang else setting.columns
    around = setting.around or setting
    return Frame(setting._replace(measure=room, columns=columns, around=around), left + hang, hang)


def across(style: ParagraphStyle, setting: Setting, set_within: Callable[[Setting], Galley]) -> Galley:
    """What is set in a style, across the columns that it runs over; text goes on below it from the first column.

    It stands in a band of one column, its lines as wide as the columns that it spans; where the text around stands in
    one column it is as it would be without.
    """
    if setting.columns == 1 or style.span == 1:
        return set_within(setting)
    matter = set_within(setting.across(style.span))
    return (Band(1), *matter, Band(setting.columns)) if matter else ()


def whole_ems(length: Mpt, em: Mpt) -> Mpt:
    """The least number of whole ems that holds a length.

    >>> whole_ems(12_500, 12_000)
    24000
    """
    return -(-length // em) * em


def bare(style: ParagraphStyle) -> ParagraphStyle:
    """A style without what its frame has taken: insets, and space before and after."""
    return style._replace(inset_left=0, inset_right=0, lines_before=0, lines_after=0)


def spaced(matter: Galley, style: ParagraphStyle) -> Galley:
    """Matter with its style's empty lines before and after it."""
    if not matter or not (style.lines_before or style.lines_after):
        return matter
    before = (Space(style.lines_before),) if style.lines_before else ()
    after = (Space(style.lines_after),) if style.lines_after else ()
    return (*before, *matter, *after)


def closed_up(matter: Galley) -> Galley:
    """Matter in which the space after a block and that before the next are one, the deeper of the two.

    Of bands side by side the last counts. Space where one band ends and the next begins stands above that: at the heads
    of its columns it would vanish.
    """
    kept: list[Matter] = []
    for piece in matter:
        match kept[-2:], piece:
            case [*_, Space(above, False)], Space(below, False):
                kept[-1] = Space(max(above, below))
            case [Space(above, False), Band()], Space(below, False):
                kept[-2] = Space(max(above, below))
            case [*_, Band() as band], Space(_, False):
                kept[-1:] = [piece, band]
            case _, Band():
                _begin_band(kept, piece)
            case _:
                kept.append(piece)
    return tuple(kept)


def _begin_band(kept: list[Matter], band: Band) -> None:
    """A band begun after matter, unless it is the one that this ends in."""
    match kept[-1:]:
        case [Band()]:
            del kept[-1]
    if next((piece for piece in reversed(kept) if isinstance(piece, Band)), None) != band:
        kept.append(band)


def moved(matter: Galley, by: Mpt) -> Galley:
    """Matter moved to the right."""
    return tuple(_moved(piece, by) for piece in matter) if by else matter


def _moved(piece: Matter, by: Mpt) -> Matter:
    match piece:
        case Slug():
            return shifted(piece, by)
        case SetParagraph(cast=cast, parted=parted):
            again = piece.again and shifted(piece.again, by)
            over = parted and (lambda slug: shifted(parted(shifted(slug, -by)), by))
            return piece._replace(
                cast=lambda lines: tuple(shifted(slug, by) for slug in cast(lines)), again=again, parted=over
            )
        case _:
            return piece


def shifted(slug: Slug, right: Mpt, down: Mpt = 0) -> Slug:
    """A slug with what stands in it moved."""
    hung = (
        each._replace(
            left=each.left + right,
            top=each.top + down,
            right=each.right + right,
            bottom=each.bottom + down,
            baseline=each.baseline + down,
        )
        for each in slug.hung
    )
    items = (placed._replace(x=placed.x + right, y=placed.y + down) for placed in slug.items)
    return slug._replace(items=tuple(items), hung=tuple(hung))


def led_by(lead: Slug, matter: Galley) -> Galley:
    """Matter whose first line carries what stands in a slug, a label's, as well; that alone where there is no text."""
    for index, piece in enumerate(matter):
        match piece:
            case SetParagraph(cast=cast) if lead.calls:
                from huozi.blocks import calls  # few labels call anything

                led: Matter = piece._replace(cast=_led(cast, lead), calls=calls.led(piece.calls, lead.calls))
            case SetParagraph(cast=cast):
                led = piece._replace(cast=_led(cast, lead))
            case Slug():
                led = joined(lead, piece)
            case _:
                continue
        return (*matter[:index], led, *matter[index + 1 :])
    return (*matter, lead)


def _led(cast: Callable[[int], tuple[Slug, ...]], lead: Slug) -> Callable[[int], tuple[Slug, ...]]:
    """The setting of a paragraph with a label in its first line."""

    def led(lines: int) -> tuple[Slug, ...]:
        first, *rest = cast(lines)
        return (joined(lead, first), *rest)

    return led


def joined(lead: Slug, first: Slug) -> Slug:
    """A line with what leads it."""
    items, hung = (*lead.items, *first.items), (*lead.hung, *first.hung)
    calls = (*lead.calls, *first.calls)
    return first._replace(items=items, hung=hung, read=lead.read or first.read, calls=calls)


def _joined_paragraphs(text: SetParagraph, more: SetParagraph) -> SetParagraph:
    """A paragraph and another one that is never parted from it, whose lines do not vary."""

    def cast(lines: int) -> tuple[Slug, ...]:
        return (*text.cast(lines - more.lines), *more.cast(more.lines))

    def variants() -> tuple[Variant, ...]:
        return tuple(each._replace(lines=each.lines + more.lines) for each in text.variants())

    tail = (*text.tail, *((more.depth,) * (more.lines - len(more.tail))), *more.tail)
    both = text._replace(lines=text.lines + more.lines, cast=cast, variants=variants, tail=tail, is_lone=False)
    if text.calls is None and more.calls is None:
        return both
    from huozi.blocks.calls import followed  # few call anything

    return both._replace(calls=followed(text, more))


def kept_together(matter: Galley, last: Galley) -> Galley:
    """Matter and one paragraph more, whose first line never heads a column without a line of what it belongs to."""
    match matter, last:
        case (*before, SetParagraph() as text), (SetParagraph() as more,):
            return (*before, _joined_paragraphs(text, more))
        case _:
            return (*matter, *last)


def places_in(places: tuple[Where, ...], columns: int, within: int) -> tuple[Where, ...]:
    """Where a float of so many of the columns side by side may stand, of the places that a layout knows.

    One that runs over some of them has no page of its own: the columns beside it would stand empty.
    """
    if columns >= within:
        return places
    return tuple(place for place in places if place != "page") or ("head", "foot")

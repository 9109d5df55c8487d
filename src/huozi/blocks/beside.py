"""A picture beside text (串文图): it is tied to the start of the paragraph that follows it.

So many whole lines as the picture is high are narrower from there on, and no column's end parts them: the picture moves
with them. Where the paragraph is shorter than that, those that follow are narrow too, as far as they stand beside the
picture; where there are none, white is left. The narrow lines end where they end in the paragraph as a whole: its text
is composed once more at the full measure with a forced end behind each of them, so that what follows is the best there
is for it, and pages may choose its lines as ever.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from huozi.blocks.calls import CallsOf, once
from huozi.blocks.captions import Cast
from huozi.blocks.figure_sizes import shown_of
from huozi.blocks.figures import Room, as_float, fitted, not_beside, place_of
from huozi.blocks.frame import joined
from huozi.blocks.lines import cast_line, stretches_of
from huozi.blocks.narrow_lines import ends_of, parted, ways
from huozi.blocks.paragraphs import as_paragraph
from huozi.blocks.setting import Setting
from huozi.content.model import Block, Figure, Hints, Paragraph, Wish
from huozi.diagnostics import Findings
from huozi.galley import Call, Galley, SetParagraph, Slug, Variant
from huozi.geometry import Mpt
from huozi.paragraph.compose import Composed, compose
from huozi.paragraph.items.sorts import Stretch
from huozi.paragraph.lines.justify import Line
from huozi.records import NamedTuple
from huozi.structure import Element, Kind
from huozi.style.text_style import ParagraphStyle

LEAST_COLUMN = 20
"""Ems of the text that a column has at the least in which a picture stands beside it."""

LEAST_LINE = 8
"""Ems that the lines beside a picture have at the least."""

ORPHANS = 2
"""Lines of a paragraph that stand at a column's foot at the least."""


def set_beside(figure: Figure, behind: Sequence[Block], setting: Setting, style_name: str) -> tuple[Galley, int]:
    """A picture with the paragraphs beside it, and how many of the blocks behind it these are.

    Findings: ``beside-no-text``, ``beside-narrow``, ``beside-white``, ``wish-idle``, those of its size.
    """
    style = setting.style(style_name)
    texts = [block for block in behind[:1] if isinstance(block, Paragraph)]
    rule = "" if texts else "beside-no-text"
    if setting.measure < LEAST_COLUMN * style.size:
        rule = "beside-narrow"
    if rule:
        setting.findings.add(place_of(figure.wish, "place", figure.span), rule, ems=LEAST_COLUMN)
        return as_float(figure._replace(wish=not_beside(figure.wish)), setting), 0
    _report_idle(figure, setting)
    picture = _picture(figure, style, setting)
    return Beside(picture, style, setting).set(behind)


def _report_idle(figure: Figure, setting: Setting) -> None:
    """Report words that a picture beside text does not heed: it stands where its paragraph does."""
    wish = figure.wish
    for key, is_said in (("on", wish.on), ("span", wish.span >= 0), ("turned", wish.turned)):
        if is_said:
            setting.findings.add(place_of(wish, key, figure.span), "wish-idle", key=key)


class Standing(NamedTuple):
    """A picture or a box beside text: what is cast of it from the column's edge, its lines, and the text's room.

    ``left`` is where the narrow lines start, ``measure`` how long they are.
    """

    cast: Cast
    lines: int
    left: Mpt
    measure: Mpt


def _picture(figure: Figure, style: ParagraphStyle, setting: Setting) -> Standing:
    """The picture of a figure at its size, at the side that it is to stand on."""
    figures, area = setting.sheet.figures, setting.sheet.page.area
    most = setting.measure - figures.beside_gap - LEAST_LINE * style.size
    shown = tuple(shown_of(picture, setting) for picture in figure.pictures)
    wish = figure.wish
    if not wish.width:
        own = shown[0].own.width if len(shown) == 1 else setting.measure
        width = min(own, most, setting.measure // 2)
    else:
        width = setting.measure * wish.width // 1000
    if width > most:
        from huozi.style.lengths import show_mm

        told = {"name": figure.pictures[0].path, "wanted": show_mm(width), "width": show_mm(most)}
        setting.findings.add(place_of(wish, "width", figure.span), "figure-too-wide", **told)
        width = most
    depth = area.height * figures.height // 1000
    filled = figure._replace(wish=Wish(width=1000, places=wish.places))
    made = fitted(filled, shown, Room(1, 1, width, depth), setting)
    spare = (width - made.cast.width) // 2  # made smaller on account of its height: the lines are the longer for it
    width = made.cast.width
    measure = max((setting.measure - width - figures.beside_gap) // style.size, 1) * style.size
    side = wish.side or figures.beside
    at = -spare if side == "left" else setting.measure - width - spare
    items = tuple(placed._replace(x=placed.x + at) for placed in made.cast.items)
    lines = area.lines_for(made.cast.depth + figures.space)
    left = setting.measure - measure if side == "left" else 0
    return Standing(made.cast._replace(items=items, width=width), lines, left, measure)


class _Text(NamedTuple):
    """A paragraph beside a picture: its matter, how many of its lines are narrow, how many grid lines one takes."""

    matter: Galley
    paragraph: SetParagraph
    narrow: int


class Beside:
    """Sets the paragraphs beside one picture."""

    def __init__(self, picture: Standing, style: ParagraphStyle, setting: Setting) -> None:
        self._picture = picture
        self._style = style
        self._setting = setting
        self._depth = setting.sheet.page.area.lines_for(style.size)
        self._lines = -(-picture.lines // self._depth)
        """Lines of text that stand beside the picture."""

    def set(self, behind: Sequence[Block]) -> tuple[Galley, int]:
        """The paragraphs beside the picture as one, and how many they are."""
        texts: list[_Text] = []
        left = self._lines
        for number, block in enumerate(behind):
            if not isinstance(block, Paragraph) or left <= 0 or (number and not self._goes_on(block.hints)):
                break
            text = self._text(block, left)
            if text is not None:
                left -= text.narrow
                texts.append(text)
            took = number + 1
        if not texts:
            return (), took
        if left > 0:
            span = texts[0].paragraph.span
            self._setting.findings.add(span, "beside-white", lines=left * self._depth)
        return self._joined(texts, left), took

    def _goes_on(self, hints: Hints) -> bool:
        """Whether a further paragraph may stand beside the picture: nothing parts it from the one before."""
        style = self._style
        return not (hints.break_before or hints.start or style.lines_before or style.lines_after)

    def _text(self, block: Paragraph, most: int) -> _Text | None:
        """A paragraph of which so many lines at most are narrow."""
        setting, style = self._setting, self._style
        stretches = [stretch for inline in block.inlines for stretch in stretches_of(setting, inline, style)]
        found = Findings()
        narrow = compose(stretches, style, self._picture.measure, found)
        if not narrow.line_count:
            return None
        element = setting.part(Kind.PARAGRAPH, block.span, block.inlines)
        cast = _Casting(setting, style, element, self._picture.left)
        if narrow.line_count <= most:
            setting.findings.extend(found)
            matter = as_paragraph(narrow, setting, style, block.span, block.hints, partial(cast.narrow, narrow))
            return self._as_text(matter, ())
        full, ends = self._continued(narrow, stretches, most)
        self._take_over(found, narrow, ends)
        hints = self._possible(block, full, ends)
        matter = as_paragraph(full, setting, style, block.span, hints, partial(cast.either, narrow, full, ends))
        return self._as_text(matter, ends, full, is_asked=hints.lines != 0)

    def _possible(self, block: Paragraph, full: Composed, ends: tuple[int, ...]) -> Hints:
        """An editor's words for a paragraph, but for a number of lines that it can only have with other narrow lines.

        Finding: ``hint-impossible``.
        """
        hints = block.hints
        breaking = full.breaking(hints.lines) if hints.lines else None
        if breaking is None or breaking.ends[: len(ends)] == ends:
            return hints
        wanted = full.line_count + hints.lines
        self._setting.findings.add(block.span, "hint-impossible", lines=full.line_count, wanted=wanted)
        return hints._replace(lines=0)

    def _as_text(
        self, matter: Galley, ends: tuple[int, ...], full: Composed | None = None, *, is_asked: bool = False
    ) -> _Text:
        """The matter of a paragraph; ``ends`` are those of its narrow lines (``full`` is ``None``: of all)."""
        paragraph = next(piece for piece in matter if isinstance(piece, SetParagraph))
        if full is None:  # in any other number of lines something else would stand beside the picture
            final = (Variant(paragraph.lines),)
            return _Text(matter, paragraph._replace(variants=lambda: final, unasked=tuple), paragraph.lines)
        holding = _holding(paragraph, full, ends, self._setting)
        if is_asked:
            return _Text(matter, paragraph._replace(unasked=holding), len(ends))
        return _Text(matter, paragraph._replace(variants=holding), len(ends))

    def _continued(
        self, narrow: Composed, stretches: Sequence[Stretch], count: int
    ) -> tuple[Composed, tuple[int, ...]]:
        """The paragraph with so many narrow lines, the rest at the full measure: the best of several ways."""
        setting, best = self._setting, None
        for price, ends in ways(narrow, count):
            found = Findings()
            full = compose(list(parted(stretches, ends)), self._style, setting.measure, found)
            if full.best is not None and full.best.ends[:count] == ends:
                tried = price + full.best.cost
                if best is None or tried < best[0]:
                    best = tried, full, ends, found
        if best is None:  # no breaking keeps them: the lines as they are, whatever follows
            ends = ends_of(narrow)[:count]
            full = compose(list(parted(stretches, ends)), self._style, setting.measure, setting.findings)
            return full, ends
        setting.findings.extend(best[3])
        return best[1], best[2]

    def _take_over(self, found: Findings, narrow: Composed, ends: tuple[int, ...]) -> None:
        """Findings of the narrow lines that stand: those of their place that are not told of the whole paragraph."""
        known, last = set(self._setting.findings), narrow.place(ends[-1] - 1)
        for item in found:
            if item not in known and item.span <= last:
                self._setting.findings.extend([item])

    def _joined(self, texts: Sequence[_Text], white: int) -> Galley:
        """The paragraphs as one that no column's end parts before the picture's foot."""
        *before, last = texts
        fixed, own = [text.paragraph for text in before], last.paragraph
        count, narrow = sum(each.lines for each in fixed), sum(text.narrow for text in texts)
        solid = max(narrow, count + min(ORPHANS, own.lines)) if before else narrow
        deepest = self._depth * (1 + white)
        shown = self._picture.cast

        def cast(lines: int) -> tuple[Slug, ...]:
            slugs = [slug for each in fixed for slug in each.cast(each.lines)]
            slugs += own.cast(lines - count)
            slugs[0] = joined(Slug(1, shown.items, slugs[0].span, calls=shown.calls), slugs[0])
            if white:
                slugs[-1] = slugs[-1]._replace(height=deepest)
            return tuple(slugs)

        made = own._replace(
            lines=own.lines + count,
            cast=cast,
            span=texts[0].paragraph.span,
            variants=_longer(own.variants, count),
            unasked=_longer(own.unasked, count) if own.unasked is not tuple else tuple,
            tail=(deepest,) if white else (),
            calls=_calls_of(shown.calls, fixed, own),
            spread=texts[0].paragraph.spread,
            words=tuple(word for text in texts for word in text.paragraph.words),
            solid=min(solid, own.lines + count),
        )
        matter = texts[0].matter
        at = next(place for place, piece in enumerate(matter) if isinstance(piece, SetParagraph))
        return (*matter[:at], made, *matter[at + 1 :])


def _longer(variants: Callable[[], tuple[Variant, ...]], count: int) -> Callable[[], tuple[Variant, ...]]:
    """Variants of a paragraph before which so many lines more stand."""
    return lambda: tuple(each._replace(lines=each.lines + count) for each in variants())


def _calls_of(picture: tuple[Call, ...], fixed: Sequence[SetParagraph], own: SetParagraph) -> CallsOf | None:
    """What a picture, paragraphs whose lines do not vary and one more call by line; ``None``: nothing."""
    if not picture and all(each.calls is None for each in (*fixed, own)):
        return None

    def calls(lines: int) -> tuple[Call, ...]:
        found = list(picture)
        above = 0
        for each in fixed:
            found += _further(each.calls, each.lines, above)
            above += each.lines
        return once([*found, *_further(own.calls, lines - above, above)])

    return calls


def _further(calls: CallsOf | None, lines: int, above: int) -> list[Call]:
    """The calls of a paragraph that begins so many lines further on."""
    return [] if calls is None else [call._replace(line=call.line + above) for call in calls(lines)]


class _Casting(NamedTuple):
    """Casts the lines of a paragraph, narrow ones moved to where they start."""

    setting: Setting
    style: ParagraphStyle
    element: Element
    left: Mpt

    def narrow(self, composed: Composed, line: Line) -> Slug:
        """A narrow line."""
        return self._cast(composed, line._replace(x=line.x + self.left))

    def either(self, narrow: Composed, full: Composed, ends: tuple[int, ...], line: Line) -> Slug:
        """A line of the whole paragraph: narrow as far as these ends."""
        if line.end <= ends[-1]:
            return self.narrow(narrow, narrow.line(line.start, line.end))
        return self._cast(full, line)

    def _cast(self, composed: Composed, line: Line) -> Slug:
        span = composed.place(line.start) if line.start else self.element.span
        return cast_line(self.setting, composed, line, self.style, span, self.element)


def _holding(
    paragraph: SetParagraph, full: Composed, ends: tuple[int, ...], setting: Setting
) -> Callable[[], tuple[Variant, ...]]:
    """The numbers of lines that a paragraph may take with its narrow lines as they are."""
    usual = paragraph.variants if paragraph.unasked is tuple else paragraph.unasked

    def variants() -> tuple[Variant, ...]:
        make_up = setting.sheet.make_up
        stretch = make_up.widest(full.items.em, full.measure)
        holding = {
            each.lines
            for each in full.variants(stretch, pull_in=make_up.pull_in)
            if each.breaking.ends[: len(ends)] == ends
        }
        return tuple(each for each in usual() if each.lines in holding)

    return variants

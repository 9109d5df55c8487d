"""What every block needs to be set: faces, measure, grid, and the way from inlines to lines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from huozi.content.model import UNMARKED, CrossRef, Inline, NoteRef, Ruby, Text, TextRole
from huozi.diagnostics import Findings, Span
from huozi.display import Placed, Role
from huozi.fonts.catalog import Catalog, FaceSet
from huozi.galley import Composer, SetLine, Slug
from huozi.geometry import Mpt, baseline
from huozi.paragraph.compose import Composed, compose
from huozi.paragraph.items.hints import FORCED_BREAK, PREFERRED_BREAK
from huozi.paragraph.items.sorts import Stretch
from huozi.paragraph.lines.justify import Line
from huozi.paragraph.lines.runs import glyph_runs
from huozi.records import NamedTuple
from huozi.style.model import ParagraphStyle, Stylesheet


def with_breaks(inline: Inline) -> Inline:
    """An inline of a title or heading, its ``|`` made preferred breaks."""
    match inline:
        case Text(text):
            return inline._replace(text=text.replace("|", PREFERRED_BREAK))
        case _:
            return inline


class Setting(NamedTuple):
    """The surroundings that blocks are set in: layout, faces, measure of the column, where findings go.

    ``calls`` are the numbers of the notes called so far in an article, by name; ``None`` outside of one.
    """

    sheet: Stylesheet
    catalog: Catalog
    findings: Findings
    measure: Mpt
    calls: dict[str, int] | None = None

    def narrower(self, by: Mpt) -> Setting:
        """The same surroundings in a shorter line."""
        return self._replace(measure=max(self.measure - by, self.sheet.page.area.size))

    def with_style(self, name: str, style: ParagraphStyle) -> Setting:
        """The same surroundings with a style that blocks can ask for by a name."""
        return self._replace(sheet=self.sheet._replace(styles=self.sheet.styles | {name: style}))

    def style(self, name: str) -> ParagraphStyle:
        """A paragraph style of the layout."""
        return self.sheet.styles[name]

    def compose(self, inlines: Sequence[Inline], style: ParagraphStyle, *, break_at_bars: bool = False) -> Composed:
        """The inlines of a block as a composed paragraph."""
        stretches = [stretch for inline in inlines for stretch in self._stretches(inline, style)]
        return compose(stretches, style, self.measure, self.findings, break_at_bars=break_at_bars)

    def compose_heading(
        self, inlines: Sequence[Inline], style: ParagraphStyle, *, break_at_bars: bool = False
    ) -> Composed:
        """A title or heading, where ``|`` is a preferred line break (``break_at_bars``: always taken)."""
        marked = [with_breaks(inline) for inline in inlines]
        return self.compose(marked, style, break_at_bars=break_at_bars)

    def _stretches(self, inline: Inline, style: ParagraphStyle) -> list[Stretch]:
        match inline:
            case Text("\n", span, role):
                return [Stretch(FORCED_BREAK, self.faces(style, role), span)]
            case Text(text, span, role, markup) if markup == UNMARKED:
                return [Stretch(text, self.faces(style, role), span, whole=role is TextRole.CODE)]
            case Text() | Ruby() | NoteRef():
                from huozi.blocks.marked import marked_stretches  # plain text does without

                return marked_stretches(inline, style, self)
            case CrossRef(name, span):
                return [Stretch(f"［{name}］", self.faces(style, TextRole.PLAIN), span)]
            case _:
                assert_never(inline)

    def faces(self, style: ParagraphStyle, role: TextRole) -> FaceSet:
        """The faces of a role of text in a style."""
        match role:
            case TextRole.PLAIN:
                choice = style.font
            case TextRole.STRONG:
                choice = style.strong
            case TextRole.EMPHASIS:
                choice = style.emphasis
            case TextRole.CODE:
                choice = style.code
            case _:
                assert_never(role)
        return self.catalog.faces(choice)

    def set_text(self, text: str, style: ParagraphStyle, measure: Mpt, span: Span) -> tuple[SetLine, ...]:
        """A plain text in a style."""
        stretches = [Stretch(text, self.catalog.faces(style.font), span)]
        composed = compose(stretches, style, measure, self.findings)
        return tuple(
            SetLine(style.inset_left + line.x, line.width, glyph_runs(composed.items, line, style.ink))
            for line in composed.set()
        )

    def composer(self, place: Span) -> Composer:
        """``set_text`` with a memory: running heads and contents ask for the same text again and again.

        ``place`` is where findings stand of texts that a layout makes of the issue's fields, and have no place.
        """
        known: dict[tuple[str, ParagraphStyle, Mpt], tuple[SetLine, ...]] = {}

        def set_once(text: str, style: ParagraphStyle, measure: Mpt, span: Span) -> tuple[SetLine, ...]:
            asked = (text, style, measure)
            if asked not in known:
                known[asked] = self.set_text(text, style, measure, span if span.file else place)
            return known[asked]

        return set_once

    def lines_needed(self, style: ParagraphStyle, count: int) -> int:
        """Grid lines that ``count`` lines of a style take (占行): the style's own number, more where they don't fit."""
        area = self.sheet.page.area
        depth = (count - 1) * style.leading + style.size
        needed = 1 - (-(depth - area.size) // area.leading) if depth > area.size else 1
        return max(style.lines, needed)

    def slug(self, composed: Composed, style: ParagraphStyle, role: Role, span: Span, keep: int = 0) -> Slug:
        """All lines of a heading as one piece, centred in the grid lines it takes."""
        area = self.sheet.page.area
        lines = composed.set()
        height = self.lines_needed(style, max(len(lines), 1))
        depth = (len(lines) - 1) * style.leading + style.size
        top = (height * area.leading - (area.leading - area.size) - depth) // 2
        items = tuple(
            placed
            for number, line in enumerate(lines)
            for placed in self.place(composed, line, style, top + number * style.leading, role)
        )
        return Slug(height, items, span, keep)

    def line_slug(self, composed: Composed, line: Line, style: ParagraphStyle, role: Role, span: Span) -> Slug:
        """One line of running text as a slug on the grid, its em box centred in the lines that it needs."""
        area = self.sheet.page.area
        height = area.lines_for(style.size)
        top = ((height - 1) * area.leading + area.size - style.size) // 2
        return Slug(height, tuple(self.place(composed, line, style, top, role)), span)

    def place(self, composed: Composed, line: Line, style: ParagraphStyle, top: Mpt, role: Role) -> list[Placed]:
        """A line's runs at their places, ``top`` being the top of its em box in the slug."""
        y = top + baseline(style.size)
        left = style.inset_left + line.x
        placed = [Placed(left + x, y, run, role) for x, run in glyph_runs(composed.items, line, style.ink)]
        if composed.items.worn:
            from huozi.paragraph.lines.decorate import decorations  # plain text has none

            for x, down, item, own in decorations(composed.items, line, style.ink):
                order = -1 if own is Role.ARTIFACT else 0
                placed.append(Placed(left + x, y + down, item, own or role, order))
        return placed

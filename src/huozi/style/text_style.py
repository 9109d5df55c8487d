"""Paragraph styles, resolved: their faces, their lengths in millipoints, the rules that their text is composed by."""

from __future__ import annotations

from typing import Literal, TypeAlias

from huozi.display import Ink
from huozi.geometry import Mpt
from huozi.records import NamedTuple
from huozi.style.make_up import Start

Profile: TypeAlias = Literal["clreq", "jlreq", "unicode"]


Kinsoku: TypeAlias = Literal["none", "basic", "gb", "strict"]


Marks: TypeAlias = Literal["quanjiao", "kaiming", "banjiao"]


AdjacentMarks: TypeAlias = Literal["1.5字", "2字", "1字"]


LineStart: TypeAlias = Literal["half", "full"]


LineEnd: TypeAlias = Literal["half", "full", "hang"]


Digits: TypeAlias = Literal["proportional", "half"]


Fill: TypeAlias = Literal["pull-in", "push-out", "least"]


Align: TypeAlias = Literal["justify", "left", "right", "center"]


TitleShape: TypeAlias = Literal["fill", "even", "longer-first", "longer-last"]


Figures: TypeAlias = Literal["default", "lining", "oldstyle"]


FigureWidth: TypeAlias = Literal["default", "proportional", "tabular"]


Hyphenate: TypeAlias = Literal["none", "en", "en-GB", "de", "es", "fr", "it", "nl", "pt", "ru"]


MATCHED = 0
"""The scale of a Latin face that is to be made as large as the Latin letters of the Han face beside it."""


class LatinSetting(NamedTuple):
    """How Latin is set beside Han: its size and place, its figures, what its letters do to each other.

    ``scale`` is in thousandths of the Han face's size (or ``MATCHED``), ``shift`` in thousandths of an em, upwards;
    ``default`` figures are those that the face gives unasked.
    """

    scale: int = 1000
    shift: int = 0
    figures: Figures = "default"
    figure_width: FigureWidth = "default"
    ligatures: bool = True
    kerning: bool = True


SmallAlign: TypeAlias = Literal["centre", "baseline"]


class FaceChoice(NamedTuple):
    """The faces of one font role and weight: Han first, Latin (empty: the Han face's own), then fallbacks by file.

    ``western`` are those asked for what the Latin face lacks, in their order; empty: the Han face, then the fallbacks.
    """

    han: str
    latin: str
    fallback: tuple[str, ...] = ()
    setting: LatinSetting = LatinSetting()
    western: tuple[str, ...] = ()


HAN_LATIN_MAX: dict[Fill, int] = {"pull-in": 500, "push-out": 333, "least": 500}
"""What the gap between Han and Latin may be expanded to (thousandths of an em) by the way lines are filled.

CLREQ has half an em, often a third. Pushed out, nearly every line is stretched: half an em would stand out."""


class TextStyle(NamedTuple):
    """How characters become lines: the rules of composition (typography.md).

    ``han_latin`` is the gap between Han and Latin in thousandths of an em, ``han_latin_max`` what it may be expanded
    to (``None``: what goes with ``fill``), ``loosest`` how far all gaps of a line may be opened before marks give way
    (pushing out) and before it is reported, in thousandths too. ``lone_character``: no last line of one character
    (孤字不成行). ``hyphenate`` is the language whose words may be parted, with ``hyphen_before`` and
    ``hyphen_after`` letters on either side at least. ``adjacent_marks`` is the width of two marks side by side of which
    one is a bracket; ``digits`` *half* gives each figure half an em.
    """

    profile: Profile = "clreq"
    kinsoku: Kinsoku = "gb"
    marks: Marks = "quanjiao"
    line_start: LineStart = "half"
    line_end: LineEnd = "half"
    fill: Fill = "push-out"
    han_latin: int = 250
    han_latin_max: int | None = None
    loosest: int = 125
    lone_character: bool = True
    hyphenate: Hyphenate = "none"
    hyphen_before: int = 2
    hyphen_after: int = 3
    adjacent_marks: AdjacentMarks = "1.5字"
    digits: Digits = "proportional"

    @property
    def han_latin_most(self) -> int:
        """What the gap between Han and Latin may be expanded to, in thousandths of an em."""
        return HAN_LATIN_MAX[self.fill] if self.han_latin_max is None else self.han_latin_max


class ParagraphStyle(NamedTuple):
    """One paragraph style, complete.

    ``lines`` is the number of grid lines a heading takes (占行; 0: as many as its lines of text need); where
    ``lines_by`` has any, those are the numbers for one line of text, two, three … (the last for more), and ``lines`` is
    the first of them. ``leading`` is the distance of its own baselines, ``indent`` the first line's (Mpt),
    ``letter_spacing`` added after each character, ``keep_lines`` the lines of text that must follow it on its page.
    ``hang`` is the room of a label, or what a line of verse that is turned over is moved in; ``between`` the empty grid
    lines between stanzas and between the items of a loose list; ``numbers`` and ``bullets`` what the items of lists are
    led by, outermost list first. ``span`` is the number of columns that it runs across (0: all).

    Of titles and headings alone: ``run_in``, that it begins the paragraph that follows it (串文); ``hang_number``, that
    its turned lines begin behind the number that it begins with; ``start``, where it begins (单页起). ``shape`` is how
    one that is too long for a line is turned over: lines filled, even ones, or the first or the last the longer.
    """

    name: str
    font: FaceChoice
    size: Mpt
    leading: Mpt
    indent: Mpt
    align: Align
    lines: int
    lines_before: int
    lines_after: int
    inset_left: Mpt
    inset_right: Mpt
    letter_spacing: Mpt
    keep_lines: int
    ink: Ink
    text: TextStyle
    strong: FaceChoice
    emphasis: FaceChoice
    code: FaceChoice
    ruby: FaceChoice
    hang: Mpt = 0
    between: int = 0
    numbers: tuple[str, ...] = ("1.",)
    bullets: tuple[str, ...] = ("•",)
    span: int = 1
    lines_by: tuple[int, ...] = ()
    run_in: bool = False
    hang_number: bool = False
    start: Start = "run-on"
    shape: TitleShape = "fill"

    def lines_of(self, count: int) -> int:
        """The grid lines that are asked for ``count`` lines of its text, at least one."""
        return self.lines_by[min(count, len(self.lines_by)) - 1] if self.lines_by else self.lines


class Characters(NamedTuple):
    """How marked text is set, in thousandths of the em of the text it stands in; ``line`` is a thickness in Mpt.

    ``small``, ``script`` and ``ruby`` are sizes; ``ruby_gap`` and ``ruby_overhang`` are thousandths of the reading's
    own em. Distances are counted from the em box, that of readings to their baseline. ``line_inset`` is what a line
    below a name is shorter at either end, so that two names side by side have a break between them.
    """

    small: int
    small_align: SmallAlign
    script: int
    script_rise: int
    script_drop: int
    dot: int
    dot_distance: int
    line: Mpt
    line_distance: int
    line_inset: int
    wave: int
    ruby: int
    ruby_distance: int
    ruby_gap: int
    ruby_overhang: int

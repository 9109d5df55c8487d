"""Kinds of values: how each is read from its node, what is accepted, and its JSON Schema.

A reader raises ``ValueError`` for a value it cannot take; the loader reports it with the kind's examples.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal

from huozi.display import Ink
from huozi.geometry import MOST_COLUMNS, Mpt
from huozi.positioned_yaml import Node, Scalar, Sequence
from huozi.records import NamedTuple
from huozi.style import lengths
from huozi.style.elements import Fit
from huozi.style.keys.fields import DESIGN_FIELDS, ISSUE_FIELDS, LINE_FIELDS, OPENING_FIELDS, PAGE_FIELDS
from huozi.style.keys.styles import NUMERALS, WEIGHTS
from huozi.style.lengths import Length
from huozi.style.make_up import STRETCH_UNITS
from huozi.style.text_style import MATCHED


class Paint(NamedTuple):
    """A colour as written: the name of an ink and how much of it, in per cent."""

    ink: str
    tint: int


class Face(NamedTuple):
    """A font as written in one value: its role and, where given, its weight."""

    role: str
    weight: str


class Measure(NamedTuple):
    """A number of characters or lines; where it is 0, the length that as many as possible are to fill."""

    number: int
    length: Length


class Cover(NamedTuple):
    """What stands on a page of the cover: ``own`` the design of the page's own name, else a named one."""

    page: Literal["none", "blank", "own", "named"]
    design: str


class Kind(NamedTuple):
    """A kind of value: its reader, examples of what is accepted (the same in all languages) and its schema."""

    read: Callable[[Node], object]
    accepted: str
    schema: dict[str, object]


MOST = 9999
NO_LENGTH = Length(0, 1, "mpt")

NAME = re.compile(r"\w[\w-]*")
PAINT = re.compile(r"(\w[\w-]*)(?:\s+(\d{1,3})\s*%)?")
FIELD = re.compile(r"\{(\w+)\}")


def written(node: Node) -> str:
    """The text of a scalar as it was written; an empty value is refused."""
    match node:
        case Scalar(value=None):
            raise ValueError("")
        case Scalar(text=text):
            return text
        case _:
            raise ValueError("…")


def read_texts(node: Node) -> tuple[str, ...]:
    """Texts, one or a list of them."""
    match node:
        case Sequence(items=items):
            return tuple(written(item) for item in items)
        case _:
            return (written(node),)


BETWEEN_FACTS = "、"
"""Stands between the parts of a fact that is a list."""


def read_fact(node: Node) -> str:
    """A fact in a line: one text, or several joined."""
    return BETWEEN_FACTS.join(" ".join(text.split("\n")).strip() for text in read_texts(node))


def read_numbers(node: Node) -> tuple[str, ...]:
    """Numbers of lists as examples, each with one numeral."""
    texts = read_texts(node)
    if not texts or any(sum(map(text.count, NUMERALS)) != 1 for text in texts):
        raise ValueError(str(texts))
    return texts


def read_name(node: Node) -> str:
    """A name: letters, digits, hyphens, underscores; never a path."""
    name = written(node)
    if not NAME.fullmatch(name):
        raise ValueError(name)
    return name


OPTIONAL = re.compile(r"\{[^{}]*\0[^{}]*\}")
"""A part of a template that vanishes with a field in it (its fields made ``\\0``)."""


def without_suffix(name: str) -> str:
    """A layout's name, as its file's name may give it."""
    return name.removesuffix(".yaml").removesuffix(".yml")


def read_layout(node: Node) -> str:
    """The name of another layout, or its file's name."""
    name = without_suffix(written(node))
    if not NAME.fullmatch(name):
        raise ValueError(name)
    return name


def read_template(node: Node, fields: tuple[str, ...], optional: bool = True) -> str:
    """A text whose fields in braces are known ones; parts in braces around fields may be ``optional``.

    Full-width braces are the same keys of a Chinese keyboard: they would be printed.
    """
    text = written(node)
    left = FIELD.sub(lambda found: "\0" if found[1] in fields else found[0], text)
    if optional:
        left = OPTIONAL.sub("", left)
    if any(brace in left for brace in "{}｛｝"):
        raise ValueError(text)
    return text


def read_folio(node: Node) -> str:
    """How a page number is written: a text with the number in it."""
    text = read_template(node, ("folio",))
    if "{folio}" not in text:
        raise ValueError(text)
    return text


def read_listed(node: Node, places: tuple[str, ...]) -> str:
    """Where the contents list something: ``behind`` the title (true), at another of some places, or nowhere."""
    match node:
        case Scalar(value=bool(is_listed)):
            return "behind" if is_listed else "none"
        case Scalar(text=text) if text in places:
            return text
        case _:
            raise ValueError(written(node))


def read_integer(node: Node, least: int) -> int:
    """A whole number."""
    match node:
        case Scalar(value=int(number), text=text) if text.isdecimal() and least <= number <= MOST:
            return number
        case _:
            raise ValueError(written(node))


def read_bool(node: Node) -> bool:
    """True or false."""
    match node:
        case Scalar(value=bool(truth)):
            return truth
        case _:
            raise ValueError(written(node))


def read_length(node: Node, negative: bool = False, part: bool = False) -> Length:
    """A length; one below zero or a part of a whole only where it makes sense."""
    text = written(node)
    length = lengths.parse_length(text)
    if (length.numerator < 0 and not negative) or (length.unit == "part" and not part):
        raise ValueError(text)
    return length


def read_measure(node: Node) -> Measure:
    """A number, or a length to be filled."""
    match node:
        case Scalar(value=int(number), text=text) if text.isdecimal() and 1 <= number <= MOST:
            return Measure(number, NO_LENGTH)
        case _:
            length = read_length(node)
            if length.numerator == 0:
                raise ValueError("0")
            return Measure(0, length)


def read_paint(node: Node) -> Paint:
    """The name of a colour and, after it, its tint."""
    text = written(node)
    found = PAINT.fullmatch(text)
    if not found or int(found[2] or 100) > 100:
        raise ValueError(text)
    return Paint(found[1], int(found[2] or 100))


def read_paints(node: Node) -> tuple[Paint, ...]:
    """Colours in a list, one at the least."""
    match node:
        case Sequence(items=(_, *_) as items):
            return tuple(read_paint(item) for item in items)
        case _:
            return (read_paint(node),)


def read_inks(node: Node) -> Ink:
    """Four percentages: cyan, magenta, yellow, black."""
    match node:
        case Sequence(items=(_, _, _, _) as items):
            cyan, magenta, yellow, black = (percentage(item) for item in items)
            return Ink(cyan, magenta, yellow, black)
        case _:
            raise ValueError("…")


def percentage(node: Node) -> int:
    """Thousandths of full ink from a number of per cent."""
    match node:
        case Scalar(value=int() | float() as number, text=text) if text[:1].isdecimal() and 0 <= number <= 100:
            return round(number * 10)
        case _:
            raise ValueError("…")


def read_face(node: Node) -> Face:
    """A font role and, after it, a weight."""
    role, _, weight = written(node).partition(" ")
    if not NAME.fullmatch(role) or (weight and weight not in WEIGHTS):
        raise ValueError(f"{role} {weight}")
    return Face(role, weight)


def read_ratio(node: Node) -> int:
    """The size of one text to another in thousandths: from a fifth, which can still be read, to three halves."""
    return _thousandths(written(node), 200, 1500)


def read_gap(node: Node) -> int:
    """A space between characters in thousandths of an em, one em at the most."""
    return _thousandths(written(node), 0, 1000)


def _thousandths(text: str, least: int, most: int) -> int:
    """A share in thousandths within bounds."""
    share = lengths.parse_thousandths(text)
    if not least <= share <= most:
        raise ValueError(text)
    return share


THICKEST: Mpt = 20_000
"""No rule is thicker (Mpt): beyond, it was surely meant as something else."""
WIDEST_BLEED: Mpt = 71_000
"""No sheet has more beyond the trim (25 mm)."""


def read_bounded(node: Node, most: Mpt) -> Length:
    """A length of at most so much; ems and lines are counted as the body's usual ones."""
    length = read_length(node)
    if length.resolve(em=12_000, line=18_700) > most:
        raise ValueError(written(node))
    return length


def read_opening(node: Node) -> int:
    """How far gaps may be opened, an em at the most, in parts of an em (``STRETCH_UNITS``), rounded down."""
    text = written(node)
    length = lengths.parse_length(text)
    if not 0 <= length.numerator <= length.denominator or (length.numerator and length.unit not in ("em", "part")):
        raise ValueError(text)
    return length.numerator * STRETCH_UNITS // length.denominator


def read_column_rule(node: Node) -> Length:
    """The thickness of the rule between columns; nothing where there is none."""
    return NO_LENGTH if written(node) == "none" else read_bounded(node, THICKEST)


def read_heading_lines(node: Node) -> tuple[int, ...]:
    """Lines of the grid: one number, or a list of those that one, two, three … lines of text take."""
    counts = tuple(map(lengths.parse_lines, read_texts(node)))
    if not counts:
        raise ValueError("[]")
    return counts


def read_columns(node: Node) -> int:
    """A number of columns that a page can have."""
    number = read_integer(node, 1)
    if number > MOST_COLUMNS:
        raise ValueError(str(number))
    return number


def read_span(node: Node) -> int:
    """How many columns something runs across, 0 for all of them."""
    return 0 if written(node) == "all" else read_columns(node)


def read_scale(node: Node) -> int:
    """The size of Latin in thousandths of the Han's, from a half to twice as large, or ``match``."""
    text = written(node)
    if text == "match":
        return MATCHED
    return _thousandths(text, 500, 2000)


def read_shift(node: Node) -> int:
    """Thousandths of an em, upwards; below zero: downwards. No more than half an em."""
    text = written(node)
    shift = _thousandths(text.removeprefix("-"), 0, 500)
    return -shift if text.startswith("-") else shift


def read_cover(node: Node) -> Cover:
    """What stands on a page of the cover."""
    match node:
        case Scalar(value=True):
            return Cover("own", "")
        case Scalar(value=False) | Scalar(text="none"):
            return Cover("none", "")
        case Scalar(text="blank"):
            return Cover("blank", "")
        case _:
            return Cover("named", read_name(node))


FITS = ("width", "box")


def read_fit(node: Node) -> Fit:
    """What a text is made smaller to fit: nothing, the width of its room (``true`` too), or all of it."""
    match node:
        case Scalar(value=True) | Scalar(text="width"):
            return "width"
        case Scalar(value=False):
            return "none"
        case Scalar(text="box"):
            return "box"
        case _:
            raise ValueError(written(node))


def fields(names: tuple[str, ...]) -> str:
    """Fields as a template writes them."""
    return " ".join(f"{{{name}}}" for name in names)


TEXT: dict[str, object] = {"type": ["string", "number"]}
INTEGER: dict[str, object] = {"type": "integer", "maximum": MOST}
LENGTH: dict[str, object] = {
    "type": ["string", "integer"],
    "pattern": r"^\s*[+-]?\s*([0-9]+\s*/\s*[0-9]+|[0-9]*\.?[0-9]*)\s*(pt|磅|mm|毫米|cm|in|em|字|行|lines?|%)?\s*$",
}
NAMED: dict[str, object] = {"type": "string", "pattern": r"^[^\s/\\.]+$"}
PAINTED: dict[str, object] = {"type": "string", "pattern": r"^[^\s]+(\s+[0-9]{1,3}\s*%)?$"}

KINDS: dict[str, Kind] = {
    "text": Kind(written, "……", TEXT),
    "texts": Kind(read_texts, "[……, ……]", {"anyOf": [TEXT, {"type": "array", "items": TEXT}]}),
    "fact": Kind(read_fact, "……, [……, ……]", {"anyOf": [TEXT, {"type": "array", "items": TEXT}]}),
    "numbers": Kind(read_numbers, "[1., （1）, ①], 一、, a)", {"anyOf": [TEXT, {"type": "array", "items": TEXT}]}),
    "name": Kind(read_name, "song, body, a4-35x37 …", NAMED),
    "layout": Kind(read_layout, "a4-35x37, a4-35x37.yaml", {"type": "string", "pattern": r"^[^\s/\\.]+(\.ya?ml)?$"}),
    "names": Kind(read_texts, "[kai, hei]", {"anyOf": [TEXT, {"type": "array", "items": TEXT}]}),
    "template": Kind(lambda node: read_template(node, PAGE_FIELDS), fields(PAGE_FIELDS), TEXT),
    "article-template": Kind(lambda node: read_template(node, OPENING_FIELDS), fields(OPENING_FIELDS), TEXT),
    "issue-template": Kind(lambda node: read_template(node, ISSUE_FIELDS), fields(ISSUE_FIELDS), TEXT),
    "design-template": Kind(lambda node: read_template(node, DESIGN_FIELDS), fields(DESIGN_FIELDS), TEXT),
    "line-template": Kind(lambda node: read_template(node, LINE_FIELDS), fields(LINE_FIELDS), TEXT),
    "folio-template": Kind(read_folio, '"{folio}", （{folio}）, /{folio}', TEXT | {"pattern": r"\{folio\}"}),
    "authors-at": Kind(
        lambda node: read_listed(node, ("column", "below")),
        "false, true, column, below",
        {"enum": [False, True, "column", "below"]},
    ),
    "subtitles-at": Kind(
        lambda node: read_listed(node, ("below",)), "false, true, below", {"enum": [False, True, "below"]}
    ),
    "length": Kind(read_length, "12pt, 3mm, 2字, 1.5行, 1/4em", LENGTH),
    "offset": Kind(lambda node: read_length(node, negative=True), "2字, -1字, 1/4em, 12pt", LENGTH),
    "place": Kind(lambda node: read_length(node, negative=True, part=True), "30mm, -3mm, 55%", LENGTH),
    "extent": Kind(lambda node: read_length(node, part=True), "30mm, 45%", LENGTH),
    "size": Kind(
        lambda node: lengths.parse_size(written(node)),
        "小四, 五号, 六号(8), 10.5pt",
        {"anyOf": [LENGTH, {"type": "string", "pattern": "^小?[初一二三四五六七八1-8]号?([(（][0-9]+[)）])?$"}]},
    ),
    "trim": Kind(lambda node: lengths.parse_trim(written(node)), "A4, B5, 16开, 210mm x 297mm", {"type": "string"}),
    "ratio": Kind(read_ratio, "60%, 1/2em (20% – 150%)", LENGTH),
    "gap": Kind(read_gap, "1/4em, 0.25字, 25% (0 – 1em)", LENGTH),
    "opening": Kind(read_opening, "1/16em, 1/12字, 6%, 0 (0 – 1em)", LENGTH),
    "columns": Kind(read_columns, "1, 2, 3, 4", INTEGER | {"minimum": 1, "maximum": MOST_COLUMNS}),
    "span": Kind(
        read_span,
        "all, 1, 2, 3, 4",
        {"anyOf": [{"const": "all"}, INTEGER | {"minimum": 1, "maximum": MOST_COLUMNS}]},
    ),
    "column-rule": Kind(read_column_rule, "none, 0.5pt, 0.2mm (≤ 20pt)", {"anyOf": [LENGTH, {"const": "none"}]}),
    "rule": Kind(lambda node: read_bounded(node, THICKEST), "0.5pt, 0.2mm (≤ 20pt)", LENGTH),
    "bleed": Kind(lambda node: read_bounded(node, WIDEST_BLEED), "3mm (≤ 25mm)", LENGTH),
    "share": Kind(lambda node: lengths.parse_thousandths(written(node)), "1/4em, 0.25字, 25%", LENGTH),
    "scale": Kind(read_scale, "105%, 1.05em, match", {"anyOf": [LENGTH, {"const": "match"}]}),
    "shift": Kind(read_shift, "3%, -1/30em, 0", LENGTH),
    "lines": Kind(lambda node: lengths.parse_lines(written(node)), "3行, 3", LENGTH),
    "heading-lines": Kind(
        read_heading_lines,
        "3行, 3, [2, 3, 4]",
        {"anyOf": [LENGTH, {"type": "array", "items": LENGTH, "minItems": 1}]},
    ),
    "measure": Kind(read_measure, "35, 148mm", LENGTH),
    "integer": Kind(lambda node: read_integer(node, 0), "0, 1, 12", INTEGER | {"minimum": 0}),
    "count": Kind(lambda node: read_integer(node, 1), "1, 2, 12", INTEGER | {"minimum": 1}),
    "dots": Kind(lambda node: read_integer(node, 3), "3, 4, 6", INTEGER | {"minimum": 3}),
    "bool": Kind(read_bool, "true, false", {"type": "boolean"}),
    "colour": Kind(read_paint, "k100, white, deep-blue 30% (colour.inks)", PAINTED),
    "colours": Kind(
        read_paints, "[accent, k60, deep-blue 30%]", {"anyOf": [{"type": "array", "items": PAINTED}, PAINTED]}
    ),
    "inks": Kind(
        read_inks,
        "[100, 70, 10, 30] (C, M, Y, K, %)",
        {"type": "array", "minItems": 4, "maxItems": 4, "items": {"type": "number", "minimum": 0, "maximum": 100}},
    ),
    "fit": Kind(read_fit, "true, false, width, box", {"enum": [True, False, *FITS]}),
    "face": Kind(read_face, "kai, song bold", PAINTED | {"pattern": r"^\S+( \S+)?$"}),
    "cover": Kind(read_cover, "true, false, blank, contact (designs)", {"type": ["boolean", "string"]}),
}

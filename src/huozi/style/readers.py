"""How the values of a layout are read from their nodes; what a reader cannot take raises ``ValueError``."""

from __future__ import annotations

import re
from typing import Literal, get_args

from huozi.display import Ink
from huozi.geometry import MOST_COLUMNS, Mpt
from huozi.positioned_yaml import Node, Scalar, Sequence
from huozi.records import NamedTuple
from huozi.style import lengths
from huozi.style.elements import Fit
from huozi.style.figures import FloatPlace
from huozi.style.keys.fields import ARTICLE_FIELDS
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


def read_fields_of_articles(node: Node) -> tuple[str, ...]:
    """Fields of an article, one or a list of them."""
    texts = read_texts(node)
    if not texts or not set(texts) <= set(ARTICLE_FIELDS):
        raise ValueError(str(texts))
    return texts


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


def read_part(node: Node) -> int:
    """A part of a whole in thousandths, from a tenth."""
    return _thousandths(written(node), 100, 1000)


def read_float_places(node: Node) -> tuple[str, ...]:
    """Where floats may stand, one place or several, each once."""
    texts = tuple(place for text in read_texts(node) for place in text.split())
    if not texts or not set(texts) <= set(get_args(FloatPlace)) or len(set(texts)) < len(texts):
        raise ValueError(str(texts))
    return texts


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


LEAST_LIMIT, MOST_LIMIT = 150, 400
"""Per cent of ink between which a limit is believed: newspapers take 220, no press more than four full inks."""


def read_ink_limit(node: Node) -> int:
    """The most ink that the paper takes, all inks together, in per cent."""
    text = written(node)
    number = text.removesuffix("%").rstrip()
    if not (number.isascii() and number.isdecimal() and LEAST_LIMIT <= int(number) <= MOST_LIMIT):
        raise ValueError(text)
    return int(number)


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

"""Cost of a line: a vector compared in order, most severe first, packed in one int.

Sums of vectors stay comparable because each field is wide enough never to run over, so adding and comparing costs is
adding and comparing ints. What a line costs is first how uneven it makes the page, a weighted sum in one field, then
what each step does that fills it (the order of CLREQ's adjustment table): pure Han text has no glue to stretch alike.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Mapping, Sequence
from typing import TypeAlias

from huozi.geometry import Mpt
from huozi.paragraph.characters import charclass as cc
from huozi.paragraph.items.measure import Measured
from huozi.paragraph.items.model import Items
from huozi.paragraph.rules.opening import Opening, open_line
from huozi.paragraph.rules.pairs import PLACES, ROOM
from huozi.paragraph.rules.spacing import COMPRESS_STEPS, EXPAND_STEPS
from huozi.style.text_style import Fill, TextStyle

COST_FIELDS = (
    "misfit",  # the line is longer than the measure
    "short",  # the line is left short: nothing in it can be opened, or not so far
    "forbidden",  # a break that a prohibition or a word forbids: a last remedy
    "lone",  # a last line of one character (孤字)
    "loose",  # its gaps are opened further than the style's loosest line
    "unpreferred",  # a heading broken elsewhere than at its | or space
    "giving-way",  # marks give way where the fill leaves them their width
    "unevenness",  # how far the line is from natural, and what else disturbs the page's grey (the weights below)
    "connector",  # expansion, the last step first: the worst thing to use
    "beyond",
    "character",
    "han-latin",
    "western-space",
    *(f"-{step}" for step in reversed(COMPRESS_STEPS)),
)
"""What a line costs, most severe first. ``short``, ``loose``, ``giving-way`` and ``unevenness`` are in squared parts of
an em (``PARTS_OF_EM``; of ``loose`` what the widest gap is opened too far, and one more), steps are sums over their
places of squared changes (Mpt²)."""

FIELD_BITS = 64
_RANK = {name: FIELD_BITS * (len(COST_FIELDS) - 1 - index) for index, name in enumerate(COST_FIELDS)}
MISFIT, SHORT_LINE, FORBIDDEN, LONE, LOOSE_LINE, UNPREFERRED, GIVING_WAY, UNEVENNESS = (
    _RANK[name] for name in COST_FIELDS[:8]
)
CHARACTER = _RANK["character"]

EXPAND_RANKS = [_RANK[step] for step in EXPAND_STEPS]
LINE_END = _RANK[f"-{COMPRESS_STEPS[0]}"]
COMPRESS_RANKS = [_RANK[f"-{step}"] for step in COMPRESS_STEPS]

PARTS_OF_EM = 16
"""Lines whose changes differ by less than a part of an em are as even as each other: the order of steps decides."""

STRETCH_WEIGHT: dict[Fill, int] = {"pull-in": 5, "push-out": 5, "least": 1}
"""How much worse stretching a line is than compressing it by as much: a line stretched by 0.45 em is as bad as one
compressed by 1 em. Were any compression better than any stretching, lines with 1 em less would stand beside natural
ones, dark bands in the page's grey (the figures are in ARCHITECTURE.md)."""

_EM2 = PARTS_OF_EM**2
PARTED_NUMBER = 16 * _EM2
"""A number parted from its unit (12|年): as bad as a line stretched by 1.8 em."""
PARTED_PAIR = 4 * _EM2
"""A range or pair of words parted behind its connector (京—|沪): as bad as a line stretched by 0.9 em."""
SHORT_LAST_LINE = _EM2
"""A last line of two characters: as bad as a line compressed by 1 em."""
PARTED_WORD = 12 * _EM2
"""A word parted at a line's end: as bad as a line stretched by 1.5 em; no cheaper breaking is worth a hyphen."""
JOINT = 6 * _EM2
"""A compound or a path parted at its own hyphen or solidus: as bad as a line stretched by 1.1 em."""
JOINT_SIGNS = "/\\-\u2010"
"""What stands at such a place: a text without any has none."""
IN_A_ROW = 4
"""How many times that a second line in a row costs that ends in a parted word."""
CONTRAST = 2 * _EM2
"""Neighbouring lines of very different tightness: as bad as a line compressed by 1.4 em."""

TIGHT, EVEN, LOOSE, VERY_LOOSE = range(4)
"""Classes of tightness; neighbours two classes apart are very different (after Knuth and Plass, 1981)."""
TIGHT_FROM, LOOSE_FROM, VERY_LOOSE_FROM = 30, 30, 10
"""The parts of its measure that a line is compressed or stretched by, from which on it is of a class: at 35 em a line
compressed by 1.2 em is tight, one stretched by 3.5 em very loose."""

FIELD_MASK = (1 << FIELD_BITS) - 1
"""The lowest field of a cost."""


def contrast(at: int, before: int, kind: int) -> int:
    """What it costs that a line of a class, starting at a place, stands below one of another class."""
    return CONTRAST << UNEVENNESS if at and not -2 < kind - before < 2 else 0


def cost_fields(cost: int) -> dict[str, int]:
    """A cost as its fields by name."""
    return {name: (cost >> rank) & FIELD_MASK for name, rank in _RANK.items()}


CostOf: TypeAlias = Callable[[int, int, Mpt, bool], int | None]
"""Cost of a line from one character count to another with so much room left over; ``None`` where it cannot be set."""
Compressed: TypeAlias = Callable[[int, int, Mpt], int | None]
"""Cost of compressing a line from one character count to another by so much; ``None`` where all steps do not reach."""


def justified_costs(items: Items, measured: Measured, style: TextStyle, stops: Sequence[int]) -> CostOf:
    """Costs of lines that fill the measure: how much they change, then which steps do it."""
    expanded = _expanding(measured, items.em, STRETCH_WEIGHT[style.fill])
    compressed = _compressing(measured, items.em, items.spare)
    if style.fill == "push-out":
        compressed = _giving_way(compressed, items.em)
    lonely = stops[-1] if style.lone_character else -1
    classes = _without_raised(items) if items.worn else items.classes
    parted = dict.fromkeys(numbers_with_units(items.text), PARTED_NUMBER) | ranges_and_pairs(items.text, items.classes)

    def cost_of(at: int, end: int, slack: Mpt, last: bool) -> int | None:
        if last:
            cost = 0 if slack >= 0 else compressed(at, end, -slack)
            if cost is not None and at and end == lonely and end - at < MOST_OF_A_SHORT_LINE:
                cost += last_line_cost(classes[at:end])
            return cost
        cost = expanded(at, end, slack) if slack >= 0 else compressed(at, end, -slack)
        if end in parted and cost is not None:
            cost += parted[end] << UNEVENNESS
        return cost

    return cost_of


def _expanding(measured: Measured, em: Mpt, weight: int) -> Callable[[int, int, Mpt], int]:
    """What it costs to expand a line by so much: each step to its ceiling, then all gaps as ``open_line`` shares it."""
    sums, half, columns = measured.given, em // 2, measured.columns
    steps = [(step.room_at, step.places_at, EXPAND_RANKS[step.number]) for step in measured.expand]
    loosest = columns.loosest

    def expanded(at: int, end: int, slack: Mpt) -> int:
        if not slack:
            return 0
        parts = (slack * PARTS_OF_EM + half) // em
        cost = weight * parts * parts << UNEVENNESS
        given = sums[end - 1] - sums[at]
        for room_at, places_at, rank in steps:
            able = given >> room_at & ROOM
            if able:
                used = slack if slack < able else able
                cost += used * used // (given >> places_at & PLACES) << rank
                slack -= used
                if not slack:
                    return cost
        gaps = given & PLACES
        if slack <= gaps * loosest:  # as nearly all lines are
            return cost + (slack * slack // gaps << CHARACTER)
        opening = open_line(given, slack, columns)
        if opening is None:
            return cost + (max(parts * parts, 1) << SHORT_LINE)
        return cost + _opened(opening, loosest, em)

    return expanded


def _opened(opening: Opening, loosest: Mpt, em: Mpt) -> int:
    """What it costs that the gaps of a line are opened so: each step, and how much too far that is."""
    cost = 0
    for step, places, amount in opening.steps:
        cost += amount * amount // places << EXPAND_RANKS[step.number]
    if opening.gap > loosest:
        parts = (opening.gap - loosest) * PARTS_OF_EM // em + 1
        cost += parts * parts << LOOSE_LINE
    return cost


def _giving_way(compressed: Compressed, em: Mpt) -> Compressed:
    """Costs of compression where the fill leaves marks their width: it is worse than any opening that is not loose."""

    def counted(at: int, end: int, excess: Mpt) -> int | None:
        cost = compressed(at, end, excess)
        parts = excess * PARTS_OF_EM // em + 1
        return cost if cost is None else cost + (parts * parts << GIVING_WAY)

    return counted


def _compressing(measured: Measured, em: Mpt, spare: Mapping[int, Mpt]) -> Compressed:
    """What it costs to compress a line by so much, step after step; ``None`` where all steps do not reach."""
    sums, half = measured.given, em // 2
    steps = [(step.room_at, step.places_at, COMPRESS_RANKS[step.number]) for step in measured.compress]

    def compressed(at: int, end: int, excess: Mpt) -> int | None:
        given = sums[end - 1] - sums[at]
        parts = (excess * PARTS_OF_EM + half) // em
        cost = parts * parts << UNEVENNESS
        if spare:
            used = min(excess, spare.get(end - 1, 0))
            cost += used * used << LINE_END
            excess -= used
            if not excess:
                return cost
        for room_at, places_at, rank in steps:
            able = given >> room_at & ROOM
            if able:
                used = excess if excess < able else able
                cost += used * used // (given >> places_at & PLACES) << rank
                excess -= used
                if not excess:
                    return cost
        return None

    return compressed


UNITS_OF_NUMBERS = frozenset(
    "年月日号时点分秒刻周天旬季夜岁代届期次回轮场局盘遍趟番个位名人口员户家军只头匹条尾峰羽根支枝朵株棵粒颗块片张面"
    "幅页本册卷部篇章节段句行字笔画项件台套辆架艘列节座栋幢层楼间室所处幕级阶段类种样款组队班排连营团师批堆捆包袋"
    "箱盒瓶罐桶杯碗盘壶双对副把元角分毛厘万亿千百十兆倍成折度米尺寸里丈亩顷升斗石克斤两吨担伏瓦安欧帕卡焦赫股手票"
    "枚道门桩宗笔路线版帧集首曲餐顿圈步世公平立美英港海磅码辑讲课省市县国多余"
)
"""What counts or measures: a digit is not parted from it where that can be had."""


def numbers_with_units(text: str) -> frozenset[int]:
    """The counts after which a line would part a number from its unit.

    >>> sorted(numbers_with_units("共12年、3个月"))
    [3, 6]
    """
    found = re.finditer(r"\d[ \u00a0]?(?=(\w))", text)
    return frozenset(number.end() for number in found if number[1] in UNITS_OF_NUMBERS)


def ranges_and_pairs(text: str, classes: str) -> dict[int, int]:
    """The counts after which a line would part a range or a pair, after its connector or solidus, and what that costs.

    A number in it (40～|44, 1956/|年) makes it as bad as a number parted from its unit.

    >>> ranges_and_pairs("共3～5", "HWNW"), ranges_and_pairs("京—沪", "HNH")
    ({3: 4096}, {2: 1024})
    """
    if cc.CONNECTOR not in classes and cc.SOLIDUS not in classes:
        return {}
    places = (at for at, name in enumerate(classes, 1) if name in _BETWEEN)
    return {at: PARTED_NUMBER if any(map(str.isdigit, text[max(at - 2, 0) : at + 1])) else PARTED_PAIR for at in places}


_BETWEEN = cc.CONNECTOR + cc.SOLIDUS


def with_parted(cost_of: CostOf, places: Container[int], price: int) -> CostOf:
    """Costs that count the words parted at places, each at a price, and those parted in two lines in a row more."""

    def counted(at: int, end: int, slack: Mpt, last: bool) -> int | None:
        cost = cost_of(at, end, slack, last)
        if cost is None or end not in places:
            return cost
        times = IN_A_ROW if at in places else 1
        return cost + (times * price << UNEVENNESS)

    return counted


def with_forbidden(cost_of: CostOf, places: Container[int]) -> CostOf:
    """Costs that count the breaks at forbidden places."""

    def counted(at: int, end: int, slack: Mpt, last: bool) -> int | None:
        cost = cost_of(at, end, slack, last)
        return cost if cost is None or end not in places else cost + (1 << FORBIDDEN)

    return counted


_WITHOUT_CORE = cc.OPENING + cc.CLOSING + cc.PAUSE + cc.STOP + cc.CENTRED + cc.DASH + cc.UNIT + cc.INTERPUNCT + cc.SPACE
_WITHOUT_CORE += cc.CONNECTOR + cc.POSTFIX + cc.WIDE_POSTFIX
MOST_OF_A_SHORT_LINE = 8
"""A last line of so many characters, marks and all, is looked at no further: it is long enough."""


def _without_raised(items: Items) -> str:
    """The classes of a paragraph, what is raised or lowered counted as part of what it stands at (a note's call)."""
    classes = items.classes
    for first, last, look in items.worn:
        if look.clings:
            classes = classes[:first] + cc.UNIT * (last - first) + classes[last:]
    return classes


def last_line_cost(classes: str) -> int:
    """What a short last line costs; its marks do not count (孤字不成行)."""
    core = sum(name not in _WITHOUT_CORE for name in classes)
    return 1 << LONE if core <= 1 else SHORT_LAST_LINE << UNEVENNESS if core == 2 else 0


_AFTER_MARKS = cc.PAUSE + cc.STOP + cc.CENTRED + cc.CLOSING


def ragged_costs(items: Items) -> CostOf:
    """Costs of lines that keep their own width: even lengths, broken at ``|`` or a space, else after a mark."""
    places = {index + 1: 0 for index, name in enumerate(items.classes) if name == cc.EM_SPACE}
    places |= dict.fromkeys(items.preferred, 0)
    places |= {index + 1: 1 for index, name in enumerate(items.classes) if name in _AFTER_MARKS}

    def cost_of(_at: int, end: int, slack: Mpt, last: bool) -> int | None:
        if slack < 0:
            return None
        dislike = 0 if last else places.get(end, 2)
        return (slack * slack << CHARACTER) + (dislike << UNPREFERRED)

    return cost_of

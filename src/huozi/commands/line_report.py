"""The report of ``huozi compose``: lines, adjustments, costs and what was rejected, for people or as JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import TypeAlias, assert_never
from unicodedata import east_asian_width

from huozi.commands.line_words import FIELDS, OBSTACLES, REASONS, SPACE, Words, field_words, say
from huozi.diagnostics import Language
from huozi.geometry import Mpt
from huozi.paragraph.breaking.cost import PARTS_OF_EM, cost_fields
from huozi.paragraph.characters.charclass import UNIT
from huozi.paragraph.compose import Composed
from huozi.paragraph.explain import Dearer, Explained, Forbidden, Rejected, TooWide, characters, explain
from huozi.paragraph.items.model import Items
from huozi.paragraph.lines.justify import Adjustment, Line
from huozi.paragraph.rules.spacing import marks_side_by_side
from huozi.records import NamedTuple
from huozi.style.text_style import TextStyle


class Told(NamedTuple):
    """A paragraph to be told of: as composed, in lines more or fewer, the manner the words depend on, the rules."""

    composed: Composed
    looseness: int = 0
    manner: str = ""
    rules: TextStyle = TextStyle()

    @property
    def em(self) -> Mpt:
        """The size of its type."""
        return self.composed.items.em

    @property
    def text(self) -> str:
        """Its text."""
        return self.composed.items.text


def non_zero(cost: int) -> dict[str, int]:
    """The fields of a cost that there is something in, most severe first."""
    return {name: amount for name, amount in cost_fields(cost).items() if amount}


def worse_at(cost: int, best: int) -> tuple[str, int] | None:
    """The most severe field in which a cost differs from the best one, and by how much; ``None`` where none does."""
    pairs = zip(cost_fields(cost).items(), cost_fields(best).values(), strict=True)
    return next(((name, amount - least) for (name, amount), least in pairs if amount != least), None)


_LAST_WORD = re.compile(r"[A-Za-z0-9\u00c0-\u052f\u1e00-\u1fff]{1,16}\Z")


def neighbours(items: Items, end: int) -> tuple[str, str]:
    """The character before a line's end (of a Western word all that stands there) and the one after; spaces left out.

    Empty after the text's end.
    """
    before = items.text[max(end - 32, 0) : end].rstrip(" \u00a0\u3000") or items.text[end - 1 : end]
    word = _LAST_WORD.search(before)
    if word:
        return word.group(), items.text[end : end + 1]
    first = last = end - 32 + len(before) if end > 32 else len(before)
    while first and (first == last or items.glyph[first] == -1 or items.classes[first] == UNIT):
        first -= 1
    return items.text[first:last], items.text[end : end + 1]


# ------------------------------------------------------------------ JSON


Data: TypeAlias = dict[str, object]


def as_json(paragraphs: Sequence[Told], measure: Mpt) -> str:
    """Paragraphs and lines with all lengths in millipoints, amounts in ems beside them (formats.md)."""
    parts = []
    for told in paragraphs:
        lines, total = explain(told.composed, told.looseness)
        head: Data = {"measure": measure, "em": told.em, "cost": non_zero(total)}
        shown = ", ".join(json.dumps(_line_data(told, line, total), ensure_ascii=False) for line in lines)
        parts.append(f'{json.dumps(head)[:-1]}, "lines": [{shown}]}}')
    return f'{{"paragraphs": [{", ".join(parts)}]}}\n'


def _line_data(told: Told, explained: Explained, total: int) -> Data:
    line = explained.line
    return {
        "text": told.text[line.start : line.end],
        "x": line.x,
        "width": line.width,
        "natural": line.natural,
        "break": explained.reason,
        "cost": non_zero(explained.cost),
        **_house_data(told, line),
        "adjustments": _steps_data(told, line.adjustments),
        "alternatives": [_rejected_data(told, line.start, item, total) for item in explained.rejected],
        "glyphs": [character._asdict() for character in characters(told.composed, line)],
    }


def _house_data(told: Told, line: Line) -> Data:
    """Keys that the house has otherwise than is usual and that a line's widths come of, with how many they concern."""
    pairs, figures = _of_house(told, line)
    found: Data = {}
    if pairs:
        found["adjacent_marks"] = {"value": told.rules.adjacent_marks, "pairs": pairs}
    if figures:
        found["digits"] = {"value": told.rules.digits, "figures": figures}
    return {"house": found} if found else {}


def _of_house(told: Told, line: Line) -> tuple[int, int]:
    """How many pairs of marks side by side and how many figures of a line a house has otherwise than is usual."""
    rules, usual = told.rules, TextStyle()
    pairs = marks_side_by_side(told.composed.items.classes[line.start : line.end])
    figures = sum("0" <= character <= "9" for character in told.text[line.start : line.end])
    return pairs * (rules.adjacent_marks != usual.adjacent_marks), figures * (rules.digits == "half")


def _steps_data(told: Told, adjustments: Sequence[Adjustment]) -> list[Data]:
    return [{**step._asdict(), "em": round(step.amount / told.em, 4)} for step in adjustments]


def _rejected_data(told: Told, start: int, item: Rejected, total: int) -> Data:
    """A rejected end: the line's text, the characters about its end, and what speaks against it."""
    match item:
        case Dearer(line, lines, cost, parted):
            worse = worse_at(cost, total)
            rest: Data = {
                "adjustments": _steps_data(told, line.adjustments),
                "lines": lines,
                "cost": non_zero(cost),
                "worse": None if worse is None else {"field": worse[0], "by": worse[1]},
            }
            between: Data = {} if parted is None else {"parted": parted}
            return {"verdict": "dearer", **_end_data(told, start, line.end), **between, **rest}
        case Forbidden(end, obstacle):
            rest = {"reason": obstacle.kind, "what": obstacle.text}
            return {"verdict": "forbidden", **_end_data(told, start, end), **rest}
        case TooWide(end, excess, compressed):
            rest = {"excess": excess, "excess_em": round(excess / told.em, 4), "compressed": compressed}
            return {"verdict": "too-wide", **_end_data(told, start, end), **rest}
        case _:
            assert_never(item)


def _end_data(told: Told, start: int, end: int) -> Data:
    after, before = neighbours(told.composed.items, end)
    return {"text": told.text[start:end], "after": after, "before": before}


# ------------------------------------------------------------------ text


def as_text(paragraphs: Sequence[Told], measure: Mpt, language: Language) -> str:
    """Paragraphs for people: each line with its widths in ems, why it ends, each step, and what was rejected."""
    parts: list[str] = []
    for number, told in enumerate(paragraphs, 1):
        lines, total = explain(told.composed, told.looseness)
        whole = _Whole(told, total, len(lines), language)
        parts += [_heading(whole, number, measure), ""]
        for count, line in enumerate(lines, 1):
            parts.append(f"{count:3}  {printable(told.text[line.line.start : line.line.end])}")
            parts += _aligned([*_rows(whole, line), *(_rejected_row(whole, item) for item in line.rejected)])
        parts.append("")
    if parts:
        parts.append(say("legend", language))
    return "".join(f"{part}\n" for part in parts)


class _Whole(NamedTuple):
    """A paragraph being told of: its cost, its lines, the language."""

    told: Told
    cost: int
    lines: int
    language: Language

    def ems(self, length: float, form: str = "") -> str:
        """A length in ems of the paragraph's type, to a thousandth."""
        return f"{length / self.told.em:{form}.3f}"


Row: TypeAlias = tuple[str, str]
"""A heading and what stands behind it."""

INDENT = " " * 5
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def printable(text: str) -> str:
    """A text with what would disturb a terminal shown as U+FFFD."""
    return _UNPRINTABLE.sub("\ufffd", text)


def display_width(text: str) -> int:
    """The columns that a text takes on a terminal: two for Han, one for Latin."""
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)


def _aligned(rows: Sequence[Row]) -> Iterator[str]:
    """Rows with their headings in one column."""
    widest = max(display_width(heading) for heading, _ in rows)
    for heading, what in rows:
        yield f"{INDENT}{heading}{' ' * (widest - display_width(heading))}  {what}"


def _heading(whole: _Whole, number: int, measure: Mpt) -> str:
    return say(
        "paragraph",
        whole.language,
        number=number,
        measure=f"{measure / whole.told.em:.10g}",
        indent=f"{whole.told.composed.indent / whole.told.em:.10g}",
        lines=whole.lines,
        s=_plural(whole.lines),
        cost=_cost(whole, whole.cost),
    )


def _plural(count: int) -> str:
    return "" if count == 1 else "s"


def _rows(whole: _Whole, explained: Explained) -> Iterator[Row]:
    """A line's width, the steps of its adjustment, its cost."""
    language, line = whole.language, explained.line
    yield (
        say("width", language),
        say(
            "widths",
            language,
            natural=whole.ems(line.natural),
            width=whole.ems(line.width),
            reason=REASONS[explained.reason][language],
        ),
    )
    if of_house := tuple(_house_rules(whole, line)):
        yield say("house", language), say("between", language).join(of_house)
    if line.adjustments:
        steps = (_step(whole, step) for step in line.adjustments)
        yield say("adjusted", language), say("between", language).join(steps)
    yield say("cost", language), _cost(whole, explained.cost)


def _house_rules(whole: _Whole, line: Line) -> Iterator[str]:
    """What widths in a line come of keys that the house has otherwise than is usual."""
    pairs, figures = _of_house(whole.told, line)
    if pairs:
        ems = whole.told.rules.adjacent_marks.removesuffix("字")
        yield say("adjacent", whole.language, count=pairs, s=_plural(pairs), ems=ems)
    if figures:
        yield say("figures", whole.language, count=figures, s=_plural(figures))


def _step(whole: _Whole, step: Adjustment) -> str:
    """What a step did to a line."""
    return say(
        "place" if step.places == 1 else "places",
        whole.language,
        name=_words_of_step(step, whole.told.manner).name(whole.language),
        amount=whole.ems(step.amount, "+"),
        places=step.places,
        each=whole.ems(step.amount / step.places, "+"),
    )


def _words_of_step(step: Adjustment, manner: str) -> Words:
    return field_words(step.step if step.amount > 0 else f"-{step.step}", manner)


def _cost(whole: _Whole, cost: int) -> str:
    """A cost by its fields."""
    found = [
        f"{field_words(name, whole.told.manner).name(whole.language)} {_amount(whole, name, amount)}"
        for name, amount in non_zero(cost).items()
    ]
    return say("between", whole.language).join(found) or say("nothing", whole.language)


def _amount(whole: _Whole, field: str, amount: int) -> str:
    """What a field of a cost counts, in the unit that its words say."""
    match FIELDS[field].unit:
        case "squares":
            shown = f"{amount * 10_000 / whole.told.em**2:.1f}"
            return shown if shown != "0.0" else "<0.1"
        case "parts":
            return f"{amount * 10_000 / PARTS_OF_EM**2:.0f}"
        case "length":
            return whole.ems(amount)
        case "count":
            return str(amount)


def _rejected_row(whole: _Whole, item: Rejected) -> Row:
    """An end that was rejected, and what speaks against it."""
    language = whole.language
    match item:
        case Dearer(line):
            heading, end, what = "next-best", line.end, _would(whole, item) + say("and", language) + _worse(whole, item)
        case Forbidden(end, (kind, mark)):
            text = SPACE[language] if mark.isspace() else printable(mark)
            heading, what = "forbidden", OBSTACLES[kind][language].format(text=text)
        case TooWide(end, excess, compressed):
            phrase = "compressed-too-wide" if compressed else "plainly-too-wide"
            heading, what = "too-wide", say(phrase, language, excess=whole.ems(excess))
        case _:
            assert_never(item)
    after, _ = neighbours(whole.told.composed.items, end)
    return say(heading, language), say("ending", language, after=printable(after), what=what)


def _would(whole: _Whole, item: Dearer) -> str:
    """What a line that ends elsewhere would part, and what the steps would do to it."""
    done = [] if item.parted is None else [say("parted", whole.language, left=item.parted[0], right=item.parted[1])]
    for step in item.line.adjustments:
        each = _short(abs(step.amount) / step.places / whole.told.em)
        words = _words_of_step(step, whole.told.manner).does(whole.language)
        done.append(words.format(places=step.places, s=_plural(step.places), each=each))
    if not done:
        return say("no-change", whole.language)
    return say("would", whole.language, steps=say("then", whole.language).join(done))


def _short(ems: float) -> str:
    """A length in ems as short as a thousandth allows."""
    return f"{ems:.3f}".rstrip("0").rstrip(".") if ems >= 0.0005 else "<0.001"


def _worse(whole: _Whole, item: Dearer) -> str:
    """In which field the paragraph would lose, and by how much."""
    worse = worse_at(item.cost, whole.cost)
    lines = "" if item.lines == whole.lines else say("in-lines", whole.language, lines=item.lines)
    if worse is None:
        return say("alike", whole.language, lines=lines)
    field, by = worse
    name = field_words(field, whole.told.manner).name(whole.language)
    return say("worse", whole.language, lines=lines, field=name, by=_amount(whole, field, by))

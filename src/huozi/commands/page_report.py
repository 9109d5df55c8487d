"""The report of ``huozi explain``: a paragraph a page, the curve of page counts as a table; or JSON."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import groupby
from typing import TypeAlias, assert_never

from huozi.commands.file_places import relative
from huozi.commands.moved_entries import moved_data, moved_lines
from huozi.commands.page_matter import NO_MATTER, Matter, matter_data, matter_lines
from huozi.commands.page_words import FIELDS, RULES, SIDES, counted, say
from huozi.commands.ranges import in_runs
from huozi.diagnostics import Language, Span
from huozi.display import Page
from huozi.makeup.curve import Count, Curve, varied_of
from huozi.makeup.goals import Paging
from huozi.makeup.planning import Cut, cuts_of
from huozi.makeup.plans import Stood
from huozi.makeup.reasons import RULES as ALWAYS
from huozi.makeup.reasons import Amounts, Dearer, PageReason, RuleKept, Varied, amounts_of_plan
from huozi.records import NamedTuple
from huozi.rounds.moving import Moved

Data: TypeAlias = dict[str, object]

VERSION = 1
"""The version of the JSON: it counts up when a key changes its meaning or goes."""

INDENT = "    "


class Explained(NamedTuple):
    """What is told of an issue: its folder, each page of the body with its reason, the curve.

    ``paging`` says how many pages stand before the body, ``first_folio`` is the folio of its first one. ``fillers``
    are the names of the issue's, ``stood`` those that stand on the pages made. ``moved`` are the entries that begin on
    another page than ``since`` (empty: nobody asked). ``matter`` are its figures, tables, boxes and notes.
    """

    issue: str
    pages: tuple[tuple[Page, PageReason], ...]
    curve: Curve
    paging: Paging
    first_folio: int
    fillers: tuple[str, ...] = ()
    stood: tuple[Stood, ...] = ()
    since: str = ""
    moved: tuple[Moved, ...] = ()
    matter: Matter = NO_MATTER

    def fillers_on(self, page: int) -> list[str]:
        """The names of the fillers that stand on a page of the body, by its number from 1."""
        return [self.fillers[each.filler] for each in self.stood if each.page + 1 == page]

    def folio(self, number: int) -> int:
        """The folio of an inside page, by its number from 1."""
        return number - self.paging.ahead + self.first_folio - 1


# ------------------------------------------------------------------ text


def as_text(told: Explained, language: Language) -> str:
    """A paragraph a page, the curve as a table, the lines to cut for its counts, the rules."""
    lines: list[str] = []
    for page, reason in told.pages:
        lines += _page_lines(page, reason, told.fillers_on(reason.number), language)
        lines += [*(INDENT + line for line in matter_lines(told.matter, page, language)), ""]
    lines += [*_curve_lines(told, language), ""]
    for count in told.curve.counts:
        cuts = tuple(cuts_of(count.plan))
        if cuts:
            lines += [say("cuts", language, pages=count.pages), *_cut_lines(cuts, language), ""]
    if told.since:
        lines += [*moved_lines(told.moved, told.since, language), ""]
    named = {each.rule for _, reason in told.pages for each in reason.rules} | {rule for rule, _ in ALWAYS}
    lines += [say("rules", language), *_legend(named, language)]
    return "".join(f"{line}\n" for line in lines)


def _page_lines(page: Page, reason: PageReason, fillers: Sequence[str], language: Language) -> Iterator[str]:
    """What is said of a page, on which fillers of these names stand."""
    depth = say("filler-page" if fillers else "blank-page", language)
    if reason.columns:
        depth = _depth(reason, language)
    head = say("page", language, folio=page.label, side=SIDES[page.side][language], depth=depth)
    is_sound = bool(reason.rules) and not any(each.amount for each in reason.rules)
    yield head + (say("all-hold", language) if is_sound else "")
    if fillers:
        yield INDENT + say("filled", language, names=say("list", language).join(fillers))
    if reason.varied:
        yield INDENT + say("then", language).join(_varied(each, language) for each in reason.varied)
    if reason.rules and not is_sound:
        yield INDENT + _rules(reason.rules, language)
    match reason.elsewhere:
        case Dearer() as dearer:
            start = _start(dearer, language)
            yield INDENT + say("elsewhere", language, start=start, price=price_of(dearer, language))
        case "blank":
            pass
        case "part-ends" | "no-other" | "not-looked-for" as why:
            yield INDENT + say(why, language)
        case never:
            assert_never(never)


def _depth(reason: PageReason, language: Language) -> str:
    """The lines taken of those there are, column by column and band by band."""
    bands = []
    for _, columns in groupby(reason.columns, key=lambda each: each.band):
        shown = (say("column", language, used=each.used, lines=each.lines) for each in columns)
        bands.append(say("columns", language).join(shown))
    return say("depth", language, columns=say("bands", language).join(bands))


def _place(span: Span) -> str:
    """A place without its folder."""
    return f"{os.path.basename(span.file)}:{span.line}"


def _varied(each: Varied, language: Language) -> str:
    phrase = "longer" if each.lines > 0 else "shorter"
    return _said(phrase, language, abs(each.lines), place=_place(each.span))


def _said(phrase: str, language: Language, n: int, **values: object) -> str:
    return say(phrase, language, n=n, s="" if n == 1 else "s", **values)


def _rules(rules: Sequence[RuleKept], language: Language) -> str:
    """The rules that hold, and those that do not."""
    held = [RULES[each.rule].name[language] for each in rules if not each.amount]
    broken = [
        say(
            "breach",
            language,
            rule=RULES[each.rule].name[language],
            amount=counted(RULES[each.rule].broken, language, each.amount),
        )
        for each in rules
        if each.amount
    ]
    said = [("broken", broken), ("holds", held)]
    between = say("list", language)
    return say("then", language).join(say(phrase, language, rules=between.join(row)) for phrase, row in said if row)


def _start(dearer: Dearer, language: Language) -> str:
    """What a page would begin with."""
    if dearer.span[1:] == (1, 1):  # made of an article's fields
        return say("beside-text", language, file=os.path.basename(dearer.span.file))
    place = _place(dearer.span)
    return _said("from-lines" if dearer.left else "from-line", language, dearer.left, place=place)


SHOWN = 3
"""Places of paragraphs that a line shows; more are counted."""
UNSAID = ("variants", "white", "cut", "blank")
"""Fields of a cost that the paragraphs and pages concerned tell better, or that say something only where nothing else
does."""


def price_of(dearer: Dearer, language: Language) -> str:
    """What another plan costs beyond the one made, in words."""
    said = [*_amounts(dearer.more, language), *_paragraphs(dearer.varied, "others", language)]
    rest = dict(dearer.more)
    for name in ("variants", "white"):
        if not said and rest.get(name, 0) > 0:
            said = [counted(FIELDS[name], language, rest[name])]
    return say("between", language).join(said) or say("alike", language)


def _amounts(amounts: Amounts, language: Language) -> Iterator[str]:
    """The fields of a cost that there is more of, in words."""
    for name, amount in amounts:
        if amount > 0 and name not in UNSAID:
            yield counted(FIELDS[name], language, amount)


def _paragraphs(varied: Sequence[Varied], kind: str, language: Language) -> Iterator[str]:
    """How many paragraphs are longer and shorter, by how many lines; which, where they are few."""
    for lines, many in sorted(Counter(each.lines for each in varied).items(), reverse=True):
        phrase = f"{kind}-longer" if lines > 0 else f"{kind}-shorter"
        what = _of_paragraphs(phrase, language, many, abs(lines))
        spans = [each.span for each in varied if each.lines == lines]
        places = say("then", language).join(_places(spans, language))
        yield say("places", language, what=what, places=places) if len(spans) <= SHOWN else what


def _of_paragraphs(phrase: str, language: Language, n: int, lines: int) -> str:
    """What so many paragraphs do by so many lines."""
    each = say("each", language) if n > 1 else ""
    return _said(phrase, language, n, lines=lines, ls="" if lines == 1 else "s", each=each)


def _places(spans: Iterable[Span], language: Language) -> Iterator[str]:
    """Places without their folder, those of a file together."""
    for file, group in groupby(spans, key=lambda span: span.file):
        lines = say("list", language).join(str(span.line) for span in group)
        yield f"{os.path.basename(file)}:{lines}"


# ------------------------------------------------------------------ the curve


def _curve_lines(told: Explained, language: Language) -> Iterator[str]:
    """The counts of pages and their prices as a table."""
    yield say("curve", language)
    for count in told.curve.counts:
        mark = "→" if count.is_made else " "
        price = count_price(told, count, language)
        yield INDENT + say("count", language, mark=mark, pages=f"{count.pages:>3}", price=price)
    if any(count.is_made for count in told.curve.counts):
        yield say("made", language)
    if told.curve.is_cut_short:
        yield say("no-fewer", language)


def count_price(told: Explained, count: Count, language: Language) -> str:
    """What a count of pages costs, in words."""
    plan = count.plan
    cuts = tuple(cuts_of(plan))
    said = [_of_paragraphs("cut", language, len(cuts), plan.cut)] if cuts else []
    said += _amounts(tuple(reversed(amounts_of_plan(plan).items())), language)
    said += _paragraphs(tuple(varied_of(plan)), "some", language)
    if count.stood:
        on = sorted({told.paging.ahead + each.page + 1 for each in count.stood})
        said.append(_said("fillers", language, len(count.stood), folios=_folios(told, on, language)))
    blank = count.blank_pages(told.paging)
    if blank:
        said.append(_said("blanks", language, len(blank), folios=_folios(told, blank, language)))
    return say("between", language).join(said) or say("as-is", language)


def _folios(told: Explained, pages: Iterable[int], language: Language) -> str:
    """Inside pages by their folios."""
    return say("list", language).join(in_runs(map(told.folio, pages)))


def _cut_lines(cuts: Iterable[Cut], language: Language) -> Iterator[str]:
    """The lines to cut, a file and a number of lines a row."""
    for (_, n), group in groupby(cuts, key=lambda each: (each.span.file, each.lines)):
        spans = [each.span for each in group]
        (places,) = _places(spans, language)
        yield INDENT + _said("cut-one" if len(spans) == 1 else "cut-some", language, n, places=places)


def _legend(named: Container[str], language: Language) -> Iterator[str]:
    """The rules that were named with their clauses and what they ask."""
    for row in (row for rule, row in RULES.items() if rule in named):
        name, asks = row.name[language], row.asks[language]
        yield INDENT + say("rule", language, name=name, clause=row.clause, asks=asks)


# ------------------------------------------------------------------ JSON


def as_json(told: Explained, language: Language) -> str:
    """The same as one JSON object (docs/explain.md); prices are words of the language."""
    from huozi import __version__

    whole: Data = {
        "version": VERSION,
        "huozi": __version__,
        "issue": relative(told.issue),
        "pages": [_page_data(told, page, reason, language) for page, reason in told.pages],
        "curve": [_count_data(told, count, language) for count in told.curve.counts],
    }
    if told.since:
        whole |= {"since": told.since, "moved": moved_data(told.moved)}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _page_data(told: Explained, page: Page, reason: PageReason, language: Language) -> Data:
    return {
        "page": page.index + 1,
        "folio": page.folio,
        "side": page.side,
        "columns": [each._asdict() for each in reason.columns],
        "varied": [_span_data(*each) for each in reason.varied],
        "fillers": told.fillers_on(reason.number),
        "matter": matter_data(told.matter, page),
        "rules": [
            {"rule": rule, "clause": RULES[rule].clause, "holds": not amount, "amount": amount}
            for rule, amount in reason.rules
        ],
        "rejected": _rejected_data(reason, language),
    }


def _span_data(span: Span, lines: int) -> Data:
    return {"file": relative(span.file), "line": span.line, "lines": lines}


def _rejected_data(reason: PageReason, language: Language) -> Data:
    """The cheapest plan in which the page ends elsewhere, or why there is none."""
    match reason.elsewhere:
        case Dearer(span, left, more, varied) as dearer:
            return {
                "why": "dearer",
                "next": _span_data(span, left),
                "cost": dict(more),
                "varied": [_span_data(*each) for each in varied],
                "price": price_of(dearer, language),
            }
        case "blank" | "part-ends" | "no-other" | "not-looked-for" as why:
            return {"why": why, "next": None, "cost": {}, "varied": [], "price": ""}
        case never:
            assert_never(never)


def _count_data(told: Explained, count: Count, language: Language) -> Data:
    return {
        "pages": count.pages,
        "price": count_price(told, count, language),
        "cut": count.plan.cut,
        "cuts": [_span_data(*each) for each in cuts_of(count.plan)],
        "blanks": list(count.blank_pages(told.paging)),
        "fillers": [told.fillers[each.filler] for each in count.stood],
        "made": count.is_made,
    }

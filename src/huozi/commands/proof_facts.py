"""What a proof tells of an issue beside its pages: remarks of its findings, the facts of its front sheet, changes."""

from __future__ import annotations

import os
from collections.abc import Sequence

from huozi.commands.fingerprints import Sources
from huozi.commands.listing import Entry, Listing, roots_of
from huozi.commands.making import Examined, Made
from huozi.commands.page_report import Explained, count_price
from huozi.diagnostics import Language
from huozi.display import Page
from huozi.makeup.cover_pages import COVER_LABELS
from huozi.makeup.curve import Curve, outlook_of
from huozi.messages import texts
from huozi.messages.changes import say as say_change
from huozi.messages.proof_words import say
from huozi.rounds.changes import Comparison, LineChange, Where
from huozi.rounds.item_words import items_told
from huozi.sheets.changed import Changed, Correction, Spot
from huozi.sheets.finding_places import Passage
from huozi.sheets.front_sheet import CountRow, Front
from huozi.sheets.remarks import Remark
from huozi.sheets.stamp import Told
from huozi.sheets.word_count import word_count
from huozi.style.lengths import show_mm


def remarks_of(examined: Examined, listing: Listing, language: Language) -> tuple[Remark, ...]:
    """The findings of a list as remarks, without those that are accepted; pages by their numbers among all made."""
    sources = Sources(roots_of(examined))
    return tuple(_remark(entry, sources, language) for entry in listing.entries if entry.accepted is None)


def _remark(entry: Entry, sources: Sources, language: Language) -> Remark:
    item, span = entry.finding, entry.finding.span
    message, remedy = texts(item, language)
    file = sources.roots.name(span.file) or os.path.basename(span.file)
    column = (span.column or 1) if span.line else 0
    name = _writable(f"{file}:{span.line}:{column}#{entry.fingerprint}")
    message, remedy = _writable(message), _writable(remedy)
    passage = Passage(span, sources.line(span), entry.length)
    page = entry.page - 1 if entry.page else None
    return Remark(entry.severity, item.rule, message, remedy, name, passage, page, item.rule == MISSING)


def _writable(text: str) -> str:
    """A text without halves of characters, which names of files may have and no file can hold."""
    return text.encode("utf-8", "replace").decode("utf-8")


MISSING = "character-missing"
"""The rule of a character that no font has."""


def front_of(made: Made, pages: Sequence[Page], listing: Listing, told: Told) -> Front:
    """What the front sheets tell of an issue, ``pages`` of which are in the proof."""
    language = told.language
    sections = () if listing.made is None else listing.made.sections
    covers = sum(page.label in COVER_LABELS for page in made.pages)
    return Front(
        _facts(made, pages, told, covers),
        tuple((each.title or say("no-section", language), each.folio or "—") for each in sections),
        _counts(made, language),
        word_count(made.pages, made.sheet, COVER_LABELS),
        sum(entry.accepted is not None for entry in listing.entries),
    )


def _facts(made: Made, pages: Sequence[Page], told: Told, covers: int) -> tuple[tuple[str, str], ...]:
    from huozi import __version__

    language, issue, page = told.language, made.issue, made.sheet.page
    inside = len(made.pages) - covers
    width, height = (show_mm(length).removesuffix("mm").removesuffix(".0") for length in page.trim)
    area = page.area
    form = "type-area-columns" if area.columns > 1 else "type-area-value"
    facts = [
        ("published", issue.date.isoformat()),
        ("proofed", told.date),
        ("revision", told.revision),
        (
            "page-count",
            say("page-count-value" if covers else "page-count-inside", language, inside=inside, covers=covers),
        ),
        ("in-proof", _part(made, pages, language)),
        ("articles", str(len(issue.articles))),
        ("trim", say("trim-value", language, width=width, height=height)),
        ("type-area", say(form, language, characters=area.characters, lines=area.lines, columns=area.columns)),
        ("layout", os.path.basename(made.sheet.places.layout.file).removesuffix(".yaml")),
        ("made-by", f"Huozi {__version__}"),
    ]
    return tuple((say(name, language), value) for name, value in facts)


def _part(made: Made, pages: Sequence[Page], language: Language) -> str:
    """Which pages a proof has where it has not all of them."""
    if len(pages) == len(made.pages):
        return ""
    labels = say("list", language).join(page.label for page in pages)
    return say("in-proof-value", language, count=len(pages), pages=labels)


def _counts(made: Made, language: Language) -> tuple[CountRow, ...]:
    """The counts of inside pages that can be had, at a glance."""
    _, decision, solver, paging, _, folio, fillers, _ = made.made_up
    names = tuple(filler.name for filler in made.issue.fillers)
    told = Explained("", (), Curve((), False), paging, folio, names, decision.stood)
    rows = []
    for each in outlook_of(decision, solver, paging, fillers):
        if each.best is None:
            rows.append(CountRow(each.pages, say("least-cut", language, lines=each.least), False))
        else:
            rows.append(CountRow(each.pages, count_price(told, each.best, language), each.best.is_made))
    return tuple(rows)


# ------------------------------------------------------------------ changes


def changed_of(comparison: Comparison, language: Language) -> Changed:
    """What a proof shows of the changes since an earlier edition."""
    spots = [spot for change in comparison.lines if (spot := _spot(change)) is not None]
    corrections = [_correction(change) for change in comparison.lines if change.kind in ("changed", "gone")]
    return Changed(tuple(spots), _change_facts(comparison, language), tuple(corrections))


def _spot(change: LineChange) -> Spot | None:
    """The mark of a change on the pages; none of what has only moved."""
    where = _where(change)
    match change.kind:
        case "changed" | "gone" as kind:
            return Spot(kind, where.page, where.column, where.line)
        case "moved" | "reset":
            return None


def _correction(change: LineChange) -> Correction:
    page, column, line = _where(change)
    return Correction(page, column, line, change.old_text, change.new_text)


def _where(change: LineChange) -> Where:
    """Where a change shows: where it is now, of what is gone where it was."""
    return change.new or change.old or Where("", 0, 0)


def _change_facts(comparison: Comparison, language: Language) -> tuple[tuple[str, str], ...]:
    """The changes in numbers: lines by kind, pages, titles and first pages."""
    between = say("list", language)
    facts = [
        (say_change(kind, language), str(sum(change.kind == kind for change in comparison.lines)))
        for kind in ("changed", "gone", "moved", "reset")
    ]
    facts.append((say("changed-pages", language), between.join(comparison.changed_pages)))
    facts.append((say("affected-pages", language), between.join(comparison.affected_pages)))
    if comparison.old_pages != comparison.new_pages:
        facts.append((say("page-count", language), f"{comparison.old_pages} → {comparison.new_pages}"))
    facts += [(say("title-changed", language), f"{each.old or '—'} → {each.new or '—'}") for each in comparison.titles]
    facts += [
        (say("folio-changed", language), f"{each.title}　{each.old or '—'} → {each.new or '—'}")
        for each in comparison.folios
    ]
    facts += [(say_change("items", language), told) for told in items_told(comparison, language)]
    furniture = between.join(each.page for each in comparison.furniture)
    facts.append((say("furniture-changed", language), furniture))
    return tuple(row for row in facts if row[1] not in ("", "0"))

"""Pages from plans: body, contents and covers put together in the order of the file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from huozi.diagnostics import finding
from huozi.display import Page, Placed, Side, Stand
from huozi.galley import Slug, words_on
from huozi.makeup.contents import ContentsPage
from huozi.makeup.cover_pages import cover_setter, drawn_covers
from huozi.makeup.cover_text import CoverSetter
from huozi.makeup.covers import draw
from huozi.makeup.furniture import (
    Furnishing,
    PlacedText,
    folio,
    foot_of,
    head_of,
    running_head,
    shares_an_end,
    too_long,
)
from huozi.makeup.goals import Paging
from huozi.makeup.inside import (
    MOST_PASSES,
    Inside,
    MakeUp,
    asked_count,
    fillers_of,
    first_folio,
    pages_ahead,
    paging_of,
    settled_inside,
    side_of,
    solver_of,
)
from huozi.makeup.naming import InForce, is_bare, names_of, names_on, opens
from huozi.makeup.parts import Solver
from huozi.makeup.planning import Decision, cuts_of, report_pages
from huozi.makeup.plans import PagePlan
from huozi.makeup.reports import report_english, report_single_line, report_spans, report_unsaid
from huozi.makeup.type_area import place_of, type_area_on
from huozi.makeup.unprinted import report_unprinted
from huozi.paragraph.items.hints import without_hints
from huozi.records import NamedTuple
from huozi.style.elements import Design
from huozi.style.furniture import FurnitureStyle
from huozi.style.keys.fields import NAMED_FIELDS
from huozi.style.model import Stylesheet

if TYPE_CHECKING:
    from huozi.makeup.filling import Fillers
    from huozi.makeup.keeping import Holding

NO_DESIGNS = FurnitureStyle()
SADDLE_SHEET = 4
"""A sheet folded for saddle stitching has four pages."""


class MadeUp(NamedTuple):
    """Pages made up, in the order of the file, with what they follow from, which is what tells why they are so.

    ``first`` is the place of the body's first page among them, ``folio`` its page number; ``fillers`` are those that
    may stand, ``None`` where the issue has none; ``holding`` what is held of a plan that is kept.
    """

    pages: tuple[Page, ...]
    decision: Decision
    solver: Solver
    paging: Paging
    first: int
    folio: int
    fillers: Fillers | None
    holding: Holding | None


def make_up(work: MakeUp) -> MadeUp:
    """All pages of the issue in the order of the file, with their plan.

    The contents and the body are made up again until the page numbers quoted are the ones got; a filler that keeps them
    from that does not stand.
    Findings: ``contents-unstable`` where they never are, those of single pages.
    """
    solver = solver_of(work)
    holding = _holding(work, solver)
    fillers = fillers_of(work, solver)
    while (settled := settled_inside(work, solver, fillers)).swinging and fillers:
        fillers = fillers._replace(barred=fillers.barred | settled.swinging)
    decision, inside, is_stable, _ = settled
    if not is_stable:
        work.findings.add(work.issue.span, "contents-unstable", passes=MOST_PASSES)
    paging = paging_of(work, len(inside.contents))
    pages = _with_marks(work, _assemble(work, inside))
    first, folio = _in_front(work) + paging.ahead, first_folio(work, paging.ahead)
    return MadeUp(pages, decision, solver, paging, first, folio, fillers, holding)


def report_made_up(work: MakeUp, made: MadeUp) -> None:
    """Report what is to be said of pages that stand.

    Findings: ``page-count-…`` where pages are added or too many, those of its parts.
    """
    decision, solver, paging, fillers, holding = made.decision, made.solver, made.paging, made.fillers, made.holding
    report_pages(decision.plan, solver, paging, made.folio, work.findings)
    if holding is not None:
        from huozi.makeup.keeping import report_moved

        report_moved(holding, decision.plan, made.folio, work.findings)
    if holding is None and any(map(words_on, work.galley)):
        from huozi.makeup.words import report_words  # few issues have any

        report_words(solver, paging, decision.plan, work.findings)
    _report_count(work, decision, paging)
    if fillers:
        from huozi.makeup.filling import report_fillers

        report_fillers(fillers, decision.plan, decision.stood, work.findings)
        if any(words_on(matter) for filler in work.fillers for matter in filler.galley):
            from huozi.makeup.words import report_unheard

            report_unheard(work.fillers, work.findings)
    report_unprinted(work.issue, work.sheet, work.findings)
    report_unsaid(work.issue, work.sheet, work.findings)
    if work.sheet.furniture != NO_DESIGNS:
        from huozi.makeup.page_designs import report_steps  # most layouts have no designs of pages

        report_steps(work.sheet, len(work.issue.sections), work.findings)
    if work.sheet.journal.facts or work.issue.imprint:
        from huozi.makeup.journal_facts import report_facts  # few layouts say so much

        report_facts(work.issue, work.sheet, work.findings)
    if work.sheet.contents.english:
        report_english(work.issue, work.findings)
    report_spans(work.issue, work.sheet, work.findings)


def _with_marks(work: MakeUp, pages: tuple[Page, ...]) -> tuple[Page, ...]:
    """Pages with the marks of notes that are numbered on each."""
    if work.sheet.notes.numbering != "page":
        return pages
    from huozi.makeup.note_marks import numbered_by_page  # other numbers are known before

    return numbered_by_page(pages, work.sheet.notes, work.face_of, work.findings)


def _holding(work: MakeUp, solver: Solver) -> Holding | None:
    """What is held of a plan that is to be kept; ``None`` where there is none, or nothing of it can be."""
    if work.kept is None:
        return None
    from huozi.makeup.keeping import holding_for  # few builds keep a plan
    from huozi.makeup.kept import issue_now

    holding = holding_for(*work.kept, issue_now(work.issue, work.sheet, work.galley, solver.parts), work.findings)
    if holding is not None:
        solver.kept = holding.parts
    return holding


def _assemble(work: MakeUp, inside: Inside) -> tuple[Page, ...]:
    """Covers around the inside pages."""
    count = pages_ahead(work, len(inside.contents)) + len(inside.plans)
    setter = cover_setter(work, inside.numbers, count)
    body = [_contents_page(work, page, number, setter) for number, page in enumerate(inside.contents, 1)]
    ahead = pages_ahead(work, len(body))
    body += [_page(work, "left", [], folio_text=None, label=_contents_label(ahead)) for _ in range(ahead - len(body))]
    body += _body_pages(work, inside, setter)
    front, back = (
        [_page(work, side, items, folio_text=None, label=label) for side, label, items in drawn]
        for drawn in drawn_covers(work, setter)
    )
    pages = (*front, *body, *back)
    if work.sheet.page.binding == "saddle" and len(pages) % SADDLE_SHEET:
        counts = {"count": len(body), "covers": len(pages) - len(body), "total": len(pages)}
        work.findings.add(asked_count(work).span, "page-count-saddle", **counts, more=-len(pages) % SADDLE_SHEET)
    return tuple(_numbered(page, index) for index, page in enumerate(pages))


def _numbered(page: Page, index: int) -> Page:
    return Page(index, page.side, page.folio, page.label, page.trim, page.bleed, page.items, page.stands)


def _page(
    work: MakeUp,
    side: Side,
    items: Sequence[Placed],
    *,
    folio_text: str | None,
    label: str,
    stands: tuple[Stand, ...] = (),
) -> Page:
    template = work.sheet.page
    return Page(0, side, folio_text, label, template.trim, template.bleed, tuple(items), stands)


def _contents_page(work: MakeUp, page: ContentsPage, number: int, setter: CoverSetter) -> Page:
    """A page of the contents with its furniture."""
    side = side_of(number)
    area = type_area_on(work.sheet.page, side)
    placed = [item._replace(x=item.x + area.x, y=item.y + area.y) for item in page.items]
    printed = str(number) if work.sheet.folio.first == "contents" else None
    label = printed or _contents_label(number)
    title = work.sheet.contents.texts.title
    named = dict.fromkeys(NAMED_FIELDS, "") | {"section": title, "title": title, "folio": printed or ""}
    fields = {**setter.fields, **named}
    places = {**setter.places, **dict.fromkeys(("section", "title"), work.sheet.places.of("contents.title"))}
    own = setter._replace(fields=fields, places=places)
    if number == 1 and work.sheet.contents.design:
        placed = _over_design(work.sheet.contents.design, placed, own)
    furnishing = Furnishing(work.sheet, side, fields, places, work.set_text)
    if work.sheet.running.contents:
        long = dict(too_long(furnishing))
        long.pop(work.sheet.folio.template, None)  # it is reported with the pages of the body
        for text in long.values():
            _report_long(work, text, _in_front(work) + number)
    head = running_head(furnishing) if work.sheet.running.contents else []
    foot = folio(furnishing) if printed else []
    placed = _with_furniture(furnishing, (placed, head, foot), own, _in_front(work) + number)
    rows = tuple(each._replace(left=each.left + area.x) for each in page.stands)
    stands = _moved(rows, len(placed) - len(page.items) - len(head) - len(foot))
    return _page(work, side, placed, folio_text=printed, label=label, stands=stands)


def _over_design(design: Design, placed: list[Placed], setter: CoverSetter) -> list[Placed]:
    """Items over a design, whose words are read behind them."""
    drawn = draw(design, setter)
    return [item._replace(order=item.order + len(placed)) if item.order >= 0 else item for item in drawn] + placed


def _contents_label(number: int) -> str:
    """What a viewer shows for a page of the contents that has no folio."""
    return f"目{number}"


def _body_pages(work: MakeUp, inside: Inside, setter: CoverSetter) -> list[Page]:
    """The body's pages: rows at their grid lines, furniture with the section and article in force."""
    pages: list[Page] = []
    in_force = InForce()
    long: dict[str, tuple[PlacedText, int]] = {}
    ahead = pages_ahead(work, len(inside.contents))
    plans = _with_late(work, inside.plans, first_folio(work, ahead))
    inserted: Counter[int] = Counter()
    for number, plan in enumerate(plans, first_folio(work, ahead)):
        before = in_force
        in_force, spoken = names_on(plan, before, work.sheet.running.names)
        named, named_places = names_of(spoken, work.issue, work.sheet.opening.authors.separator)
        fields, places = {**setter.fields, **named, "folio": str(number)}, {**setter.places, **named_places}
        own = setter._replace(fields=fields, places=places)
        if not plan.standing or is_bare(plan):
            items = _bare_items(work, plan, own, inserted)
            pages.append(_page(work, plan.side, items, folio_text=None, label=str(number)))
            continue
        here = _in_front(work) + ahead + len(pages) + 1
        is_opening = opens(plan, before, work.sheet.furniture.openings)
        furnishing = Furnishing(work.sheet, plan.side, fields, places, work.set_text, is_opening)
        for key, text in too_long(furnishing):
            long.setdefault(key, (text, here))
        body, stands = _page_items(work.sheet, plan)
        parts = (body, running_head(furnishing), folio(furnishing))
        items = _with_furniture(furnishing, parts, own, here)
        _report_page(work, plan, number)
        stands = _moved(stands, len(items) - sum(map(len, parts)))
        pages.append(_page(work, plan.side, items, folio_text=str(number), label=str(number), stands=stands))
    for text, page in long.values():
        _report_long(work, text, page)
    return pages


def _with_late(work: MakeUp, plans: tuple[PagePlan, ...], first: int) -> tuple[PagePlan, ...]:
    """The plans with what follows from the pages that articles stand on."""
    if not any(type(piece) is Slug and piece.late for piece in work.galley):
        return plans
    from huozi.makeup.late import article_pages, settled  # few layouts print such numbers

    pages = article_pages(plans, first)
    return tuple(
        plan._replace(standing=tuple(each._replace(slug=settled(each.slug, pages)) for each in plan.standing))
        for plan in plans
    )


def _bare_items(work: MakeUp, plan: PagePlan, setter: CoverSetter, inserted: Counter[int]) -> list[Placed]:
    """What stands on a page without furniture: a section's own design; on one that is left free a designer's page, or
    nothing. ``inserted`` counts the pages of inserts so far.
    """
    items = _page_items(work.sheet, plan)[0] if plan.standing else []
    designs = work.sheet.opening.section_page
    if designs is not None and any(mark.kind == "opener" for mark in plan.marks):
        from huozi.makeup.page_designs import drawn, elements_on  # few layouts have such pages

        items += draw(drawn(elements_on(designs, plan.side, setter.fields, work.sheet)), setter)
    for mark in plan.marks:
        if mark.kind == "insert":
            inserted[mark.key] += 1
            if work.issue.inserts[mark.key].file:
                from huozi.makeup.designers_pages import insert_items  # few issues have any

                items += insert_items(work.issue.inserts[mark.key], inserted[mark.key], setter)
    return items


def _report_page(work: MakeUp, plan: PagePlan, number: int) -> None:
    """Report what is wrong with a page as its lines stand."""
    report_single_line(plan, number, work.findings)
    if any(each.slug.read or each.slug.hung for each in plan.standing):
        from huozi.makeup.touching import report_touching  # plain text does without

        report_touching(plan, work.sheet.page, work.face_of, work.findings)


def _with_furniture(
    furnishing: Furnishing,
    parts: tuple[list[Placed], list[Placed], list[Placed]],
    setter: CoverSetter,
    page: int,
) -> list[Placed]:
    """The items of a page: what is drawn beneath it, its text, its running head and its folio."""
    text, head, number = parts
    if furnishing.sheet.furniture != NO_DESIGNS or (head and number and shares_an_end(furnishing)):
        from huozi.makeup.page_designs import Shown, beneath  # most layouts do without

        area = type_area_on(furnishing.sheet.page, furnishing.side)
        shown = Shown(text, (head_of(furnishing), head), (foot_of(furnishing), number), area, page)
        text = [*beneath(furnishing, shown, setter), *text]
    return [*text, *head, *number]


def _report_long(work: MakeUp, text: PlacedText, page: int) -> None:
    """Report a running head or a folio that does not go into a line, on the first page (by its number in the file)."""
    found = finding(text.span, "furniture-too-long", text=without_hints(text.text))
    if all(item._replace(page=0) != found for item in work.findings):
        work.findings.extend([found._replace(page=page)])


def _in_front(work: MakeUp) -> int:
    """How many pages of covers stand before the inside."""
    covers = work.sheet.covers
    return sum(design is not None for design in (covers.front, covers.inside_front))


def _page_items(sheet: Stylesheet, plan: PagePlan) -> tuple[list[Placed], tuple[Stand, ...]]:
    """A page's text in reading order, and the pieces that it is made of."""
    items: list[Placed] = []
    stands: list[Stand] = []
    for each in plan.standing:
        corner, first = place_of(sheet.page, plan.side, each), len(items)
        for x, y, item, role, order, element, is_turned in each.slug.items:
            place = len(items) if order >= 0 else order
            items.append(Placed(x + corner.x, y + corner.y, item, role, place, element, is_turned))
        stands.append(Stand(each.slug.span, each.column, each.columns, range(first, len(items)), corner.x))
    if sheet.make_up.rule:
        from huozi.makeup.column_rules import column_rules  # few layouts have any

        items += column_rules(sheet, plan)
    return items, tuple(stands)


def _moved(stands: tuple[Stand, ...], by: int) -> tuple[Stand, ...]:
    """Pieces of text whose items stand behind so many others."""
    if not by:
        return stands
    return tuple(each._replace(items=tuple(index + by for index in each.items)) for each in stands)


def _report_count(work: MakeUp, decision: Decision, paging: Paging) -> None:
    """Report blank pages, and a count of pages that cannot be had, with the lines that would have to go.

    Findings: ``page-count-filled``, ``page-count-odd``, ``page-count-exceeded``, ``page-count-unreachable``,
    ``lines-to-cut``.
    """
    wanted, findings, plan = asked_count(work), work.findings, decision.plan
    count = paging.ahead + plan.pages
    if not decision.is_met:
        if decision.lacking is None:
            findings.add(wanted.span, "page-count-unreachable", count=count, wanted=wanted.exactly or wanted.multiple)
            return
        goal = paging.ahead + decision.lacking.pages
        findings.add(wanted.span, "page-count-exceeded", count=count, wanted=goal, lines=decision.lacking.cut)
        for cut in cuts_of(decision.lacking):
            findings.add(cut.span, "lines-to-cut", wanted=goal, lines=cut.lines)
        return
    if decision.blanks_to_fill:
        rule = "page-count-filled" if wanted.exactly or wanted.multiple else "page-count-odd"
        blanks = decision.blanks_to_fill
        findings.add(wanted.span, rule, count=count - blanks, blanks=blanks, total=count)

"""Pages from plans: body, contents and covers put together in the order of the file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from huozi.content.model import Issue, PageCount
from huozi.diagnostics import Findings, Span, finding
from huozi.display import Page, Placed, Side
from huozi.fonts.face import Face
from huozi.galley import Composer, Galley
from huozi.makeup.contents import ContentsSetter, Entry, contents_pages
from huozi.makeup.covers import CoverSetter, draw
from huozi.makeup.furniture import Furnishing, PlacedText, folio, running_head, too_long
from huozi.makeup.goals import Paging
from huozi.makeup.paginate import cast_pages
from huozi.makeup.parts import Grid, Solver
from huozi.makeup.planning import Decision, cuts_of, decide, report_pages
from huozi.makeup.plans import OTHER_SIDE, PagePlan
from huozi.makeup.reports import report_single_line, report_unsaid
from huozi.makeup.templates import field_places, issue_fields
from huozi.makeup.titles import contents_title, head_title
from huozi.makeup.type_area import place_of, type_area_on
from huozi.makeup.units import units_of
from huozi.paragraph.items.hints import without_hints
from huozi.records import NamedTuple
from huozi.style.model import Design, Stylesheet

if TYPE_CHECKING:
    from huozi.makeup.kept import KeptPlan

FIRST_SIDE: Side = "right"
"""Page 1 is a right-hand page (print.md: the inside front faces it)."""

COVER_LABELS = ("封一", "封二", "封三", "封四")
MOST_PASSES = 5
"""Passes until the contents quotes the pages it got; real issues need two."""


class MakeUp(NamedTuple):
    """What make-up works with: the issue's facts, its layout, the galley, a composer, where findings go, faces.

    ``kept``: the plan that is to be kept, and the place of its file.
    """

    issue: Issue
    sheet: Stylesheet
    galley: Galley
    set_text: Composer
    findings: Findings
    face_of: Callable[[str], Face]
    kept: tuple[KeptPlan, Span] | None = None


class Inside(NamedTuple):
    """The inside of the issue in one pass: contents pages, body plans, and the pages that marks fell on."""

    contents: list[list[Placed]]
    plans: tuple[PagePlan, ...]
    sections: dict[int, int]
    articles: dict[int, int]


class MadeUp(NamedTuple):
    """Pages made up, in the order of the file, with what they follow from, which is what tells why they are so.

    ``first`` is the place of the body's first page among them, ``folio`` its page number.
    """

    pages: tuple[Page, ...]
    decision: Decision
    solver: Solver
    paging: Paging
    first: int
    folio: int


def make_up(work: MakeUp) -> MadeUp:
    """All pages of the issue in the order of the file, with their plan.

    The contents and the body are made up again until the page numbers quoted are the ones got.
    Findings: ``contents-unstable`` where they never are, ``page-count-…`` where pages are added or too many.
    """
    contents_count = 1
    quoted: tuple[dict[int, int], dict[int, int]] = ({}, {})
    solver = solver_of(work)
    holding = None
    if work.kept is not None:
        from huozi.makeup.keeping import holding_for, report_moved  # few builds keep a plan
        from huozi.makeup.kept import issue_now

        holding = holding_for(*work.kept, issue_now(work.issue, work.sheet, work.galley, solver.parts), work.findings)
        solver.kept = solver.kept if holding is None else holding.parts
    body: dict[int, tuple[Decision, tuple[PagePlan, ...]]] = {}
    for _ in range(MOST_PASSES):
        if contents_count not in body:
            body[contents_count] = _paged(work, solver, contents_count)
        decision, plans = body[contents_count]
        inside = _pass(work, plans, contents_count, quoted)
        got = (inside.sections, inside.articles)
        if got == quoted and len(inside.contents) == contents_count:
            break
        quoted, contents_count = got, len(inside.contents)
    else:
        work.findings.add(work.issue.span, "contents-unstable", passes=MOST_PASSES)
    paging = paging_of(work, contents_count)
    folio = _first_folio(work, paging.ahead)
    report_pages(decision.plan, solver, paging, work.findings)
    if holding is not None:
        report_moved(holding, decision.plan, folio, work.findings)
    _report_count(work, decision, contents_count)
    report_unsaid(work.issue, work.sheet, work.findings)
    return MadeUp(_assemble(work, inside), decision, solver, paging, _in_front(work) + paging.ahead, folio)


def solver_of(work: MakeUp) -> Solver:
    """The parts of the issue, to be solved."""
    area, style = work.sheet.page.area, work.sheet.make_up
    grid = Grid(area.lines, area.columns, style.least, style.balance)
    return Solver(units_of(work.galley, area.columns), work.galley, grid)


def paging_of(work: MakeUp, contents_count: int) -> Paging:
    """What is asked of the count of pages, after so many pages of contents."""
    wanted = _asked(work)
    leaf = 1 if work.sheet.page.binding == "single" else LEAF
    ahead = _ahead(work, contents_count)
    return Paging(ahead, wanted.exactly, wanted.multiple, leaf, work.sheet.make_up.blanks)


def _paged(work: MakeUp, solver: Solver, contents_count: int) -> tuple[Decision, tuple[PagePlan, ...]]:
    """The body's pages after so many pages of contents, and what was decided of them."""
    paging = paging_of(work, contents_count)
    decision = decide(solver, paging)
    first = _side_of(paging.ahead + 1)
    return decision, cast_pages(work.galley, decision.plan, first, work.sheet.page.area.lines)


def _ahead(work: MakeUp, contents_count: int) -> int:
    """The pages before the body: where it begins with page 1, whole leaves, for page 1 is a right-hand page."""
    return contents_count + contents_count % LEAF * (work.sheet.folio.first == "body")


def _first_folio(work: MakeUp, ahead: int) -> int:
    """The folio of the body's first page, after so many pages; where those are not counted it is 1."""
    return 1 if work.sheet.folio.first == "body" else ahead + 1


def _pass(
    work: MakeUp,
    plans: tuple[PagePlan, ...],
    contents_count: int,
    quoted: tuple[dict[int, int], dict[int, int]],
) -> Inside:
    """One pass: the pages that marks fell on, and the contents with the numbers known so far."""
    places: dict[str, dict[int, int]] = {"section": {}, "article": {}}
    ahead = _ahead(work, contents_count)
    for number, plan in enumerate(plans, _first_folio(work, ahead)):
        for mark in plan.marks:
            places[mark.kind][mark.key] = number
    setter = ContentsSetter(work.sheet, issue_fields(work.issue, work.sheet.journal), work.set_text)
    contents = contents_pages(_contents_entries(work.issue, *quoted), setter)
    return Inside(contents, plans, places["section"], places["article"])


def _contents_entries(issue: Issue, sections: dict[int, int], articles: dict[int, int]) -> list[Entry]:
    """The lines of the contents with the pages known so far (``0`` while none is)."""
    entries: list[Entry] = []
    number = 0
    for index, section in enumerate(issue.sections):
        entries.append(Entry(contents_title(section.title), str(sections.get(index, 0)), True, "", section.span))
        for article in section.articles:
            authors = "　".join(author.name for author in article.authors)
            entries.append(
                Entry(
                    contents_title(article.title),
                    str(articles.get(number, 0)),
                    False,
                    authors,
                    article.title.span,
                )
            )
            number += 1
    return entries


def _side_of(number: int) -> Side:
    return FIRST_SIDE if number % 2 else OTHER_SIDE[FIRST_SIDE]


def _assemble(work: MakeUp, inside: Inside) -> tuple[Page, ...]:
    """Covers around the inside pages."""
    body = [_contents_page(work, items, number) for number, items in enumerate(inside.contents, 1)]
    ahead = _ahead(work, len(body))
    body += [_page(work, "left", [], folio_text=None, label=_contents_label(ahead)) for _ in range(ahead - len(body))]
    body += _body_pages(work, inside)
    covers = work.sheet.covers
    front = _covers(work, ((covers.front, "right"), (covers.inside_front, "left")), COVER_LABELS[:2])
    back = _covers(work, ((covers.inside_back, "right"), (covers.back, "left")), COVER_LABELS[2:])
    pages = (*front, *body, *back)
    if work.sheet.page.binding == "saddle" and len(pages) % SADDLE_SHEET:
        counts = {"count": len(body), "covers": len(pages) - len(body), "total": len(pages)}
        work.findings.add(_asked(work).span, "page-count-saddle", **counts, more=-len(pages) % SADDLE_SHEET)
    return tuple(_numbered(page, index) for index, page in enumerate(pages))


def _asked(work: MakeUp) -> PageCount:
    """The page count that the issue asks for, else its layout, with a place in their files."""
    issue, style = work.issue, work.sheet.make_up
    if issue.pages.exactly or issue.pages.multiple:
        return issue.pages
    if style.exactly or style.multiple:
        key = "make_up.pages.exactly" if style.exactly else "make_up.pages.multiple"
        return PageCount(style.multiple, style.exactly, work.sheet.places.of(key))
    return issue.pages if issue.pages.span.file else issue.pages._replace(span=issue.span)


def _numbered(page: Page, index: int) -> Page:
    return Page(index, page.side, page.folio, page.label, page.trim, page.bleed, page.items, page.sources)


def _page(
    work: MakeUp,
    side: Side,
    items: Sequence[Placed],
    *,
    folio_text: str | None,
    label: str,
    sources: tuple[Span, ...] = (),
) -> Page:
    template = work.sheet.page
    return Page(0, side, folio_text, label, template.trim, template.bleed, tuple(items), sources)


def _contents_page(work: MakeUp, items: list[Placed], number: int) -> Page:
    """A page of the contents with its furniture."""
    side = _side_of(number)
    area = type_area_on(work.sheet.page, side)
    placed = [item._replace(x=item.x + area.x, y=item.y + area.y) for item in items]
    printed = str(number) if work.sheet.folio.first == "contents" else None
    label = printed or _contents_label(number)
    fields = issue_fields(work.issue, work.sheet.journal)
    fields |= {"section": work.sheet.contents.title, "title": work.sheet.contents.title, "folio": printed or ""}
    places = field_places(work.issue, work.sheet.places)
    places |= dict.fromkeys(("section", "title"), work.sheet.places.of("contents.title"))
    furnishing = Furnishing(work.sheet, side, fields, places, work.set_text)
    if work.sheet.running.contents:
        long = dict(too_long(furnishing))
        long.pop(work.sheet.folio.template, None)  # it is reported with the pages of the body
        for text in long.values():
            _report_long(work, text, _in_front(work) + number)
        placed += running_head(furnishing)
    if printed:
        placed += folio(furnishing)
    return _page(work, side, placed, folio_text=printed, label=label)


def _contents_label(number: int) -> str:
    """What a viewer shows for a page of the contents that has no folio."""
    return f"目{number}"


def _body_pages(work: MakeUp, inside: Inside) -> list[Page]:
    """The body's pages: rows at their grid lines, furniture with the section and article in force."""
    pages: list[Page] = []
    fields = issue_fields(work.issue, work.sheet.journal) | {"section": "", "title": ""}
    articles = work.issue.articles
    places = field_places(work.issue, work.sheet.places)
    long: dict[str, tuple[PlacedText, int]] = {}
    ahead = _ahead(work, len(inside.contents))
    for number, plan in enumerate(inside.plans, _first_folio(work, ahead)):
        for mark in plan.marks:
            if mark.kind == "section":
                section = work.issue.sections[mark.key]
                fields["section"], places["section"] = head_title(section.title), section.span
            else:
                article = articles[mark.key]
                fields["title"], places["title"] = head_title(article.title), article.title.span
        if not plan.standing:
            pages.append(_page(work, plan.side, [], folio_text=None, label=str(number)))
            continue
        fields["folio"] = str(number)
        here = _in_front(work) + ahead + len(pages) + 1
        furnishing = Furnishing(work.sheet, plan.side, fields, places, work.set_text)
        for key, text in too_long(furnishing):
            long.setdefault(key, (text, here))
        items = _page_items(work.sheet, plan)
        items += running_head(furnishing)
        items += folio(furnishing)
        report_single_line(plan, number, work.findings)
        if any(each.slug.read or each.slug.hung for each in plan.standing):
            from huozi.makeup.touching import report_touching  # plain text does without

            report_touching(plan, work.sheet.page, work.face_of, work.findings)
        sources = tuple(each.slug.span for each in plan.standing)
        pages.append(_page(work, plan.side, items, folio_text=str(number), label=str(number), sources=sources))
    for text, page in long.values():
        _report_long(work, text, page)
    return pages


def _report_long(work: MakeUp, text: PlacedText, page: int) -> None:
    """Report a running head or a folio that does not go into a line, on the first page (by its number in the file)."""
    found = finding(text.span, "furniture-too-long", text=without_hints(text.text))
    if all(item._replace(page=0) != found for item in work.findings):
        work.findings.extend([found._replace(page=page)])


def _in_front(work: MakeUp) -> int:
    """How many pages of covers stand before the inside."""
    covers = work.sheet.covers
    return sum(design is not None for design in (covers.front, covers.inside_front))


def _page_items(sheet: Stylesheet, plan: PagePlan) -> list[Placed]:
    """A page's text in reading order."""
    items: list[Placed] = []
    for each in plan.standing:
        corner = place_of(sheet.page, plan.side, each)
        for x, y, item, role, order, element in each.slug.items:
            place = len(items) if order >= 0 else order
            items.append(Placed(x + corner.x, y + corner.y, item, role, place, element))
    if sheet.make_up.rule:
        from huozi.makeup.column_rules import column_rules  # few layouts have any

        items += column_rules(sheet, plan)
    return items


def _covers(work: MakeUp, designs: Sequence[tuple[Design | None, Side]], labels: Sequence[str]) -> list[Page]:
    """Cover pages of their designs; a design that is ``None`` gives no page."""
    fields = issue_fields(work.issue, work.sheet.journal)
    places = field_places(work.issue, work.sheet.places)
    setter = CoverSetter(fields, places, work.sheet, work.set_text, work.findings)
    return [
        _page(work, side, draw(design, setter), folio_text=None, label=label)
        for (design, side), label in zip(designs, labels, strict=True)
        if design is not None
    ]


LEAF = 2
"""A leaf has two pages: the inside of what is bound is never odd."""
SADDLE_SHEET = 4
"""A sheet folded for saddle stitching has four pages."""


def _report_count(work: MakeUp, decision: Decision, contents_count: int) -> None:
    """Report blank pages, and a count of pages that cannot be had, with the lines that would have to go.

    Findings: ``page-count-filled``, ``page-count-odd``, ``page-count-exceeded``, ``page-count-unreachable``,
    ``lines-to-cut``.
    """
    wanted, findings, plan = _asked(work), work.findings, decision.plan
    count = _ahead(work, contents_count) + plan.pages
    if not decision.is_met:
        if decision.lacking is None:
            findings.add(wanted.span, "page-count-unreachable", count=count, wanted=wanted.exactly or wanted.multiple)
            return
        goal = _ahead(work, contents_count) + decision.lacking.pages
        findings.add(wanted.span, "page-count-exceeded", count=count, wanted=goal, lines=decision.lacking.cut)
        for cut in cuts_of(decision.lacking):
            findings.add(cut.span, "lines-to-cut", wanted=goal, lines=cut.lines)
        return
    if plan.after:
        rule = "page-count-filled" if wanted.exactly or wanted.multiple else "page-count-odd"
        findings.add(wanted.span, rule, count=count - plan.after, blanks=plan.after, total=count)

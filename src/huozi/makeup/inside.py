"""The inside decided on: body and contents made up again until the page numbers quoted are the ones got."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from typing import TYPE_CHECKING

from huozi.content.issue_model import Issue, PageCount
from huozi.diagnostics import Findings, Span
from huozi.display import Placed, Role, Side
from huozi.fonts.face import Face
from huozi.galley import Composer, Galley, Note, SetMatter
from huozi.makeup.contents import NO_NUMBERS, ContentsPage, Numbers, contents_entries, contents_pages, english_entries
from huozi.makeup.contents_texts import ContentsSetter
from huozi.makeup.goals import Paging
from huozi.makeup.paginate import cast_pages
from huozi.makeup.parts import Grid, Solver
from huozi.makeup.planning import Decision, decide
from huozi.makeup.plans import OTHER_SIDE, PagePlan
from huozi.makeup.units import units_of
from huozi.pictures.model import LookAt, no_pictures
from huozi.records import NamedTuple
from huozi.style.model import Stylesheet
from huozi.templates import issue_fields

if TYPE_CHECKING:
    from huozi.makeup.casting import Feet
    from huozi.makeup.filling import Fillers
    from huozi.makeup.kept import KeptPlan

FIRST_SIDE: Side = "right"
"""Page 1 is a right-hand page (print.md: the inside front faces it)."""

MOST_PASSES = 5
"""Passes until the contents quotes the pages it got; real issues need two."""

LEAF = 2
"""A leaf has two pages: the inside of what is bound is never odd."""


class MakeUp(NamedTuple):
    """What make-up works with: the issue's facts, its layout, the galley, a composer, where findings go, faces.

    ``kept``: the plan that is to be kept, and the place of its file. ``fillers`` are the issue's, each set by itself.
    ``pictures`` tells what picture files are.
    """

    issue: Issue
    sheet: Stylesheet
    galley: Galley
    set_text: Composer
    findings: Findings
    face_of: Callable[[str], Face]
    kept: tuple[KeptPlan, Span] | None = None
    fillers: tuple[SetMatter, ...] = ()
    pictures: LookAt = no_pictures


class Inside(NamedTuple):
    """The inside of the issue in one pass: contents pages, body plans, and the pages that marks fell on."""

    contents: list[ContentsPage]
    plans: tuple[PagePlan, ...]
    numbers: Numbers


class Settled(NamedTuple):
    """The inside once the contents quotes the pages it got, and what was decided.

    ``is_stable``: it does. ``swinging``: fillers that stood in some passes alone, and are listed in the contents.
    """

    decision: Decision
    inside: Inside
    is_stable: bool
    swinging: frozenset[int]


def settled_inside(work: MakeUp, solver: Solver, fillers: Fillers | None) -> Settled:
    """Passes until the contents quotes the pages it got, with the fillers that may stand.

    The first contents quotes none: it nearly always has as many pages as the one that does.
    """
    contents = _contents(work, NO_NUMBERS)
    body: dict[int, tuple[Decision, tuple[PagePlan, ...]]] = {}
    is_stable = False
    for _ in range(MOST_PASSES):
        count = len(contents)
        if count not in body:
            body[count] = _paged(work, solver, count, fillers)
        decision, plans = body[count]
        numbers = _numbers(work, plans, count)
        contents = _contents(work, numbers)
        is_stable = len(contents) == count
        if is_stable:
            break
    swinging: frozenset[int] = frozenset()
    if fillers and not is_stable:
        stood = [{each.filler for each in decision.stood} for decision, _ in body.values()]
        listed = {number for number, filler in enumerate(work.issue.fillers) if filler.in_contents}
        swinging = frozenset(listed & (set().union(*stood) - set(stood[0]).intersection(*stood)))
    return Settled(decision, Inside(contents, plans, numbers), is_stable, swinging)


def fillers_of(work: MakeUp, solver: Solver) -> Fillers | None:
    """The issue's fillers, ready to stand; ``None`` where it has none."""
    if not work.fillers:
        return None
    from huozi.makeup.filling import Fillers, filler_of  # most issues have none

    made = zip(work.fillers, work.issue.fillers, strict=True)
    return Fillers(tuple(filler_of(each, article.span, solver.grid) for each, article in made), solver.grid.lines)


def solver_of(work: MakeUp) -> Solver:
    """The parts of the issue, to be solved."""
    area, style = work.sheet.page.area, work.sheet.make_up
    depths = note_depths(work.sheet) if any(type(piece) is Note for piece in work.galley) else (0,)
    grid = Grid(area.lines, area.columns, style.least, style.balance, depths)
    return Solver(units_of(work.galley, area.columns), work.galley, grid)


def note_depths(sheet: Stylesheet) -> tuple[int, ...]:
    """The grid lines that notes take at a foot by how many lines they have: as many as go into a page, and one more."""
    grid, depths = sheet.note_grid, [0]
    while depths[-1] <= sheet.page.area.lines:
        depths.append(grid.depth(len(depths)))
    return tuple(depths)


def feet_of(sheet: Stylesheet) -> Feet:
    """How notes stand at the feet of columns and pages."""
    from huozi.makeup.casting import Feet

    area, style = sheet.page.area, sheet.styles["note"]

    def rule(columns: int) -> Placed:
        return Placed(0, 0, sheet.notes.rule(area.measure_in(columns), style.ink), Role.ARTIFACT, -1)

    return Feet(sheet.note_grid, note_depths(sheet), rule)


def paging_of(work: MakeUp, contents_count: int) -> Paging:
    """What is asked of the count of pages, after so many pages of contents."""
    wanted = asked_count(work)
    leaf = 1 if work.sheet.page.binding == "single" else LEAF
    ahead = pages_ahead(work, contents_count)
    return Paging(ahead, wanted.exactly, wanted.multiple, leaf, work.sheet.make_up.blanks)


def _paged(
    work: MakeUp, solver: Solver, contents_count: int, fillers: Fillers | None
) -> tuple[Decision, tuple[PagePlan, ...]]:
    """The body's pages after so many pages of contents with fillers on their white, and what was decided of them."""
    paging = paging_of(work, contents_count)
    decision = decide(solver, paging)
    if any(unit.spread for part in solver.parts for unit in part.units):
        from huozi.makeup.words import decided  # few issues ask for it

        decision = decided(solver, paging)
    sheet = work.sheet
    pages = cast_pages(
        work.galley, decision.plan, side_of(paging.ahead + 1), sheet.page.area.lines, lambda: feet_of(sheet)
    )
    if fillers:
        from huozi.makeup.filling import filled, stood

        decision = decision._replace(stood=stood(decision.plan, fillers))
        pages = filled(pages, fillers, decision.stood)
    return decision, pages


def pages_ahead(work: MakeUp, contents_count: int) -> int:
    """The pages before the body: where it begins with page 1, whole leaves, for page 1 is a right-hand page."""
    return contents_count + contents_count % LEAF * (work.sheet.folio.first == "body")


def first_folio(work: MakeUp, ahead: int) -> int:
    """The folio of the body's first page, after so many pages; where those are not counted it is 1."""
    return 1 if work.sheet.folio.first == "body" else ahead + 1


def _numbers(work: MakeUp, plans: tuple[PagePlan, ...], contents_count: int) -> Numbers:
    """The pages that marks fell on, after so many pages of contents."""
    places: defaultdict[str, dict[int, int]] = defaultdict(dict)
    ahead = pages_ahead(work, contents_count)
    for number, plan in enumerate(plans, first_folio(work, ahead)):
        for mark in plan.marks:
            places[mark.kind].setdefault(mark.key, number)
    return Numbers(places["section"], places["article"], places["filler"], places["insert"])


def _contents(work: MakeUp, quoted: Numbers) -> list[ContentsPage]:
    """The contents with the numbers known so far."""
    setter = ContentsSetter(work.sheet, issue_fields(work.issue, work.sheet.journal), work.set_text, work.findings)
    style = work.sheet.contents
    english = english_entries(work.issue, quoted) if style.english else []
    return contents_pages(contents_entries(work.issue, quoted, style.texts.inserts), setter, english)


def side_of(number: int) -> Side:
    """The side that an inside page stands on, by its number from 1."""
    return FIRST_SIDE if number % 2 else OTHER_SIDE[FIRST_SIDE]


def asked_count(work: MakeUp) -> PageCount:
    """The page count that the issue asks for, else its layout, with a place in their files."""
    issue, style = work.issue, work.sheet.make_up
    if issue.pages.exactly or issue.pages.multiple:
        return issue.pages
    if style.exactly or style.multiple:
        key = "make_up.pages.exactly" if style.exactly else "make_up.pages.multiple"
        return PageCount(style.multiple, style.exactly, work.sheet.places.of(key))
    return issue.pages if issue.pages.span.file else issue.pages._replace(span=issue.span)

"""Keeping a plan: the pages that an issue had, found again in its text as it is now."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import Literal, TypeAlias

from huozi.diagnostics import Findings, Span
from huozi.makeup.goals import IssuePlan
from huozi.makeup.kept import ArticlePieces, IssueNow, KeptPlan, Piece, starts_of
from huozi.makeup.parts import Kept
from huozi.makeup.units import Part
from huozi.records import NamedTuple

Start: TypeAlias = tuple[int, int]
"""A unit of a part and the lines of it that are left to set, 0 where it begins."""


class HeldPage(NamedTuple):
    """A page of the kept plan, counted from the body's first (0): what it began with, and what is left of that.

    ``part`` and ``starts`` are the part and the places that it may begin at and be the same page. ``left``: all of what
    it began with is there (``whole``), that is gone (``other``: ``starts`` is what followed), or nothing that stood on
    the page is (``nothing``). ``line`` is the line of the piece that it began with.
    """

    page: int
    part: int = -1
    starts: tuple[Start, ...] = ()
    left: Literal["whole", "other", "nothing"] = "nothing"
    line: int = 1
    span: Span = Span("")


class Holding(NamedTuple):
    """What of a kept plan holds: for each part what is held in it, and every page of the plan."""

    parts: tuple[Kept, ...]
    pages: tuple[HeldPage, ...]


def holding_of(plan: KeptPlan, articles: Sequence[ArticlePieces], parts: Sequence[Part]) -> Holding:
    """What of a kept plan can hold in the issue as it is now."""
    matched = _Matched(plan, articles)
    pages = tuple(matched.page(number) for number in range(len(matched.begun)))
    kept = [Kept() for _ in parts]
    for number, part in enumerate(parts):
        mine = [page for page in pages if page.part == number]
        if mine:
            kept[number] = _kept_part(number, part, mine, matched)
    return Holding(tuple(kept), pages)


def _kept_part(number: int, part: Part, pages: Sequence[HeldPage], matched: _Matched) -> Kept:
    """What holds in a part that has pages of the plan.

    Where a whole page is gone, the pages that follow it need not stay: what held them apart is no more.
    """
    first = pages[0].page
    known = {page.page for page in pages}
    upto = next((page for page in range(first, pages[-1].page + 1) if page not in known), pages[-1].page + 1)
    whole = upto > pages[-1].page and not matched.is_lost(upto)
    starts = {page.page - first: page.starts for page in pages if page.page < upto}
    held = {
        item: page - first
        for item, unit in enumerate(part.units)
        if unit.article >= 0 and first <= (page := matched.page_of.get((number, item), -1)) < upto
    }
    lines = {item: lines for (at, item), lines in matched.lines.items() if at == number}
    still = frozenset(item for at, item in matched.still if at == number)
    return Kept(starts, lines, still, held, upto - first if whole else 0, first)


class _Matched:
    """The pieces of a plan, each with what it is now.

    ``begun`` are the pages' numbers (from 0) with the piece and the line that each begins with; ``lines`` the lines
    that pieces took, ``page_of`` the pages they began on, both by part and unit; ``still`` the units on pages on which
    nothing has changed.
    """

    def __init__(self, plan: KeptPlan, articles: Sequence[ArticlePieces]) -> None:
        self.old = [piece for article in plan.articles for piece in article.pieces]
        self.new = [piece for article in articles for piece in article.pieces]
        self.blocks = tuple(_blocks(plan, articles))
        self.begun = [
            (number - plan.body, at, line) for at, piece in enumerate(self.old) for number, line in piece.pages
        ]
        self.now: dict[int, int] = {}
        self.same: set[int] = set()
        for olds, news, is_same in self.blocks:
            if len(olds) == len(news):
                self.now.update(zip(olds, news, strict=True))
                self.same.update(olds if is_same else ())
        self.lines = {self.place(now): self.old[at].lines for at, now in self.now.items()}
        self.page_of: dict[tuple[int, int], int] = {}
        page, begun = -1, dict[int, list[tuple[int, int]]]()
        for number, at, line in self.begun:
            begun.setdefault(at, []).append((number, line))
        for at in range(len(self.old)):
            pages = begun.get(at, [])
            page = pages[0][0] if pages and pages[0][1] == 1 else page
            if at in self.now:
                self.page_of[self.place(self.now[at])] = page
            page = pages[-1][0] if pages else page
        self.still = frozenset(self._still())

    def place(self, now: int) -> tuple[int, int]:
        """The part and the unit of a piece as it is now."""
        return self.new[now].part, self.new[now].item

    def _still(self) -> Iterator[tuple[int, int]]:
        """The units on pages on which nothing has changed."""
        ends = [at + 1 if line > 1 else at for _, at, line in self.begun[1:]] + [len(self.old)]
        for (_, at, _), end in zip(self.begun, ends, strict=True):
            olds = range(at, end)
            news = [self.now.get(old, -1) for old in olds]
            if self.same.issuperset(olds) and all(after == before + 1 for before, after in pairwise(news)):
                yield from map(self.place, news)

    def page(self, index: int) -> HeldPage:
        """A page of the plan with the places that it can begin at now."""
        number, at, line = self.begun[index]
        end = self.begun[index + 1][1:] if index + 1 < len(self.begun) else (len(self.old), 1)
        olds, news, is_same = next(block for block in self.blocks if at in block[0])
        starts: tuple[tuple[int, Start], ...] = ()
        if news:
            starts = self._starts(at, line, olds, news, is_same=is_same)
            if starts:
                piece = self.new[starts[0][0]]
                places = tuple(dict.fromkeys(start for now, start in starts if self.new[now].part == piece.part))
                return HeldPage(number, piece.part, places, "whole", line, piece.span)
        upto = end[0] + (end[1] > 1)  # the first piece that has no line on the page
        following = next((old for old in range(at + 1, upto) if old in self.now), None)
        if following is None or end == (following, 1):
            return HeldPage(number)
        piece = self.new[self.now[following]]
        return HeldPage(number, piece.part, ((piece.item, 0),), "other", 1, piece.span)

    def is_lost(self, page: int) -> bool:
        """Whether nothing is left of what stood on a page, which the plan has."""
        return any(number == page and not self.page(at).starts for at, (number, _, _) in enumerate(self.begun))

    def _starts(self, at: int, line: int, olds: range, news: range, *, is_same: bool) -> tuple[tuple[int, Start], ...]:
        """The pieces with the places in them that a page may begin at which began with a line of one of ``olds``.

        In a text that was changed there are two: as many lines after what stands before it, or before what follows.
        """
        if len(olds) == len(news):
            olds, news = range(at, at + 1), range(self.now[at], self.now[at] + 1)
        total = sum(self.old[old].lines for old in olds)
        before = sum(self.old[old].lines for old in range(olds[0], at)) + line - 1
        if len(news) == 1 and line == 1 and at == olds[0]:
            return ((news[0], (self.new[news[0]].item, 0)),)
        if len(news) == 1:
            lines = self.new[news[0]].unit.lines
            left = (total - before,) if is_same else (lines - before, total - before)
            tallest = max(lines, total)
            return tuple((news[0], (self.new[news[0]].item, each)) for each in left if 0 < each < tallest)
        counts = [self.new[now].unit.lines for now in news]
        counted = (before, sum(counts) - (total - before))
        return tuple(filter(None, (_walked(self.new, news, counts, each) for each in counted)))


def _walked(new: Sequence[Piece], news: range, lines: Sequence[int], before: int) -> tuple[int, Start] | None:
    """The place in some pieces before which so many of their lines stand; ``None`` where they have not as many."""
    for now, count, end in zip(news, lines, accumulate(lines), strict=True):
        if end - count <= before < end:
            return now, (new[now].item, (end - before) % count)
    return None


Block: TypeAlias = tuple[range, range, bool]
"""Pieces of the plan, pieces that stand in their place, and whether they are the same."""


def _blocks(plan: KeptPlan, articles: Sequence[ArticlePieces]) -> Iterator[Block]:
    """All pieces of a plan in order, each block with what stands in its place now."""
    ends = list(accumulate((len(article.pieces) for article in articles), initial=0))
    pairs = _paired(plan, articles)
    at = 0
    for number, article in enumerate(plan.articles):
        old = [piece.digest for piece in article.pieces]
        if (index := pairs.get(number)) is None:
            yield range(at, at + len(old)), range(0), False
        else:
            new = [piece.digest for piece in articles[index].pieces]
            for is_same, (i, j), (k, m) in _opcodes(old, new):
                if i < j:
                    yield range(at + i, at + j), range(ends[index] + k, ends[index] + m), is_same
        at += len(old)


def _opcodes(old: list[str], new: list[str]) -> Iterator[tuple[bool, tuple[int, int], tuple[int, int]]]:
    """Stretches of two lists that are the same, or stand in one another's place."""
    from difflib import SequenceMatcher  # few builds keep a plan

    for kind, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        yield kind == "equal", (i, j), (k, m)


def _paired(plan: KeptPlan, articles: Sequence[ArticlePieces]) -> dict[int, int]:
    """The articles of a plan with what they are now: of one name, else with half of their pieces the same."""
    free = list(range(len(articles)))
    pairs: dict[int, int] = {}
    for number, article in enumerate(plan.articles):
        found = next((index for index in free if articles[index].name == article.name), None)
        if found is not None:
            pairs[number] = found
            free.remove(found)
    for number, article in enumerate(plan.articles):
        if number in pairs:
            continue
        digests = {piece.digest for piece in article.pieces}
        for index in free:
            if 2 * len(digests & {piece.digest for piece in articles[index].pieces}) >= len(digests):
                pairs[number] = index
                free.remove(index)
                break
    return pairs


# -------------------------------------------------------------------------------------------------- what is told of it


def holding_for(plan: KeptPlan, place: Span, now: IssueNow, findings: Findings) -> Holding | None:
    """What of a plan (its file is ``place``) holds in an issue; ``None`` after a finding where it is of other pages.

    Findings: ``plan-other-issue``, ``plan-other-page``.
    """
    was, form = plan.form, now.form
    if (was.journal, was.year, was.issue) != (form.journal, form.year, form.issue):
        findings.add(place, "plan-other-issue", journal=was.journal, year=was.year, issue=was.issue)
        return None
    if was != form:
        sizes = {"characters": was.characters, "lines": was.lines, "columns": was.columns}
        findings.add(place, "plan-other-page", **sizes)
        return None
    return holding_of(plan, now.articles, now.parts)


def report_moved(holding: Holding, plan: IssuePlan, first: int, findings: Findings) -> None:
    """Report every page of a kept plan that does not begin as it did; ``first`` is the folio of the body's first page.

    Findings: ``plan-page-moved``, ``plan-page-gone``, ``plan-page-lost``, ``plan-pages-changed``, ``plan-part-moved``.
    """
    begins: list[int] = []
    for part, (blanks, draft, kept) in enumerate(zip(plan.before, plan.drafts, holding.parts, strict=True)):
        begins.append(first + blanks + (begins[-1] - first + plan.drafts[part - 1].found.pages if begins else 0))
        span, was = draft.part.units[0].span, kept.first + first
        if kept.first >= 0 and begins[part] != was:
            findings.add(span, "plan-part-moved", was=was, now=begins[part])
        if kept.pages and draft.found.pages != kept.pages:
            findings.add(span, "plan-pages-changed", was=kept.pages, now=draft.found.pages, folio=begins[part])
    starts = [starts_of(draft) for draft in plan.drafts]
    span = plan.drafts[0].part.units[0].span
    for page in holding.pages:
        folio = page.page + first
        if page.left == "nothing":
            findings.add(span, "plan-page-lost", folio=folio)
            continue
        span = page.span
        if page.left == "other":
            findings.add(span, "plan-page-gone", folio=folio)
        at, mine = page.page - holding.parts[page.part].first, starts[page.part]
        if at >= len(mine) or mine[at] not in page.starts:
            now = begins[page.part] + sum(_stands_before(start, page.starts[0]) for start in mine) - 1
            findings.add(span, "plan-page-moved", folio=folio, line=page.line, now=now)


def _stands_before(one: Start, other: Start) -> bool:
    """Whether a place is another one, or stands before it in the text."""
    return (one[0], -(one[1] or NO_LINE_YET)) <= (other[0], -(other[1] or NO_LINE_YET))


NO_LINE_YET = 1 << 32
"""More lines than any piece has left."""

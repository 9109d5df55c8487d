"""Kept plans: what is written down of the pages of an issue, so that a late correction need not move other pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from huozi.content.issue_model import Issue
from huozi.diagnostics import Span
from huozi.digests import blake2b
from huozi.display import GlyphRun, Item
from huozi.galley import Galley, Slug
from huozi.makeup.goals import IssuePlan
from huozi.makeup.plans import Draft, slugs_of
from huozi.makeup.units import Part, Unit
from huozi.records import NamedTuple
from huozi.style.model import Stylesheet

DIGEST_BYTES = 6
"""Bytes of a piece's digest: of a million pieces two are taken for one another once in four hundred issues."""


class Form(NamedTuple):
    """What pages a plan is of: the issue (journal, year, number), characters × lines and columns of its type area."""

    journal: str
    year: int
    issue: str
    characters: int
    lines: int
    columns: int


class KeptPiece(NamedTuple):
    """A piece of an article: a digest of its text, the lines it took, and pages that begin in it.

    ``pages`` are pairs of a page's number and the line (from 1) of the piece that the page begins with.
    """

    digest: str
    lines: int
    pages: tuple[tuple[int, int], ...] = ()


class KeptArticle(NamedTuple):
    """An article by its name, with its pieces in order; what opens its section is part of the first one."""

    name: str
    pieces: tuple[KeptPiece, ...]


class KeptPlan(NamedTuple):
    """The pages that an issue had. ``body`` is the number of the body's first page, a blank one perhaps."""

    form: Form
    body: int
    articles: tuple[KeptArticle, ...]


class Piece(NamedTuple):
    """A unit of text at its place: number of the part, place in it, the unit, a digest of its text."""

    part: int
    item: int
    unit: Unit
    digest: str

    @property
    def span(self) -> Span:
        """Its place in the source."""
        return self.unit.span


class ArticlePieces(NamedTuple):
    """The pieces of an article as it is now."""

    name: str
    pieces: tuple[Piece, ...]


class IssueNow(NamedTuple):
    """An issue as it is now: what its pages are of, its pieces by article, its parts."""

    form: Form
    articles: tuple[ArticlePieces, ...]
    parts: tuple[Part, ...]


def issue_now(issue: Issue, sheet: Stylesheet, galley: Galley, parts: tuple[Part, ...]) -> IssueNow:
    """An issue as it is now, set in a layout and cut into parts."""
    area = sheet.page.area
    form = Form(one_line(issue.journal), issue.year, one_line(issue.number), area.characters, area.lines, area.columns)
    return IssueNow(form, pieces_of(parts, galley, [article.name for article in issue.articles]), parts)


def one_line(text: str) -> str:
    """A text without line breaks, as it stands in a plan."""
    return " ".join(text.split())


def pieces_of(parts: Sequence[Part], galley: Galley, names: Sequence[str]) -> tuple[ArticlePieces, ...]:
    """The pieces of an issue by article, each cast in its natural lines to be told by its text.

    ``names`` are those of the articles in order. What opens a section goes with the article that follows.
    """
    articles: list[tuple[str, list[Piece]]] = []
    is_named = True
    for number, part in enumerate(parts):
        for item, unit in enumerate(part.units):
            if any(mark.kind == "section" for mark in unit.marks) or not articles:
                articles.append(("", []))
                is_named = False
            if unit.article >= 0:
                name = one_line(names[unit.article])
                if is_named:
                    articles.append((name, []))
                else:
                    articles[-1] = (name, articles[-1][1])
                is_named = True
            if not unit.idle:
                digest = digest_of(slugs_of(galley, unit.source, unit.lines))
                articles[-1][1].append(Piece(number, item, unit, digest))
    return tuple(ArticlePieces(name, tuple(pieces)) for name, pieces in articles if pieces)


def digest_of(slugs: Sequence[Slug]) -> str:
    """A short digest of the text of slugs: twelve hexadecimal digits, the same however the text is broken."""
    text = "".join(part for slug in slugs for placed in slug.items for part in _texts(placed.item))
    plain = "".join(text.split()).replace("-", "").replace("\u00ad", "")
    return blake2b(plain.encode("utf-8", "replace"), digest_size=DIGEST_BYTES).hexdigest()


def _texts(item: Item) -> tuple[str, ...]:
    match item:
        case GlyphRun(texts=texts):
            return texts
        case _:  # what shows no text
            return ()


def starts_of(draft: Draft) -> tuple[tuple[int, int], ...]:
    """Where each page of a draft begins: the unit, and the lines of it that are left; none where it was begun here."""
    starts: dict[int, tuple[int, int]] = {}
    for (page, item, left, *_), _ in draft.found.way:
        if not draft.part.units[item].idle:
            starts.setdefault(page, (item, left))
    return tuple(starts[page] for page in sorted(starts))


def plan_kept(now: IssueNow, plan: IssuePlan, body: int) -> KeptPlan:
    """What is written down of the pages of an issue; ``body`` is the number of the body's first page."""
    begun: dict[tuple[int, int], list[tuple[int, int]]] = {}
    lines = [draft.lines for draft in plan.drafts]
    for page, part, (item, left) in _numbered_starts(plan, body):
        line = lines[part][item] - left + 1 if left else 1
        begun.setdefault((part, item), []).append((page, line))
    return KeptPlan(
        now.form,
        body,
        tuple(
            KeptArticle(
                article.name,
                tuple(
                    KeptPiece(
                        piece.digest,
                        lines[piece.part].get(piece.item, piece.unit.lines),
                        tuple(begun.get((piece.part, piece.item), ())),
                    )
                    for piece in article.pieces
                ),
            )
            for article in now.articles
        ),
    )


def _numbered_starts(plan: IssuePlan, number: int) -> Iterator[tuple[int, int, tuple[int, int]]]:
    """The pages of a plan by their numbers: the part, and the place that begins the page; blank ones are left out."""
    for part, (blanks, draft) in enumerate(zip(plan.before, plan.drafts, strict=True)):
        number += blanks
        for start in starts_of(draft):
            yield number, part, start
            number += 1

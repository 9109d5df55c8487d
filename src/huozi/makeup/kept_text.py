"""The text of a kept plan: written by ``build --plan``, read by ``build --keep-plan``.

A line a piece: its digest, the lines it took, and for each page that begins in it the page's number and line::

    huozi-plan 1
    journal jiangsu-vc
    year 2024
    issue 12
    page 35 37 1
    body 2
    article dianli-shichang
    4f1c09ab77d2 3 2:1
    8810aa01c3de 9 3:4
    end
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from huozi.diagnostics import Findings, Span
from huozi.makeup.kept import Form, KeptArticle, KeptPiece, KeptPlan
from huozi.source_file import quoted

TITLE = "huozi-plan"
VERSION = "1"
"""A plan of another version is not read: what it says would be guessed at."""
TOLD = "# 各页从哪里起，供 huozi build --keep-plan 照排 / where pages begin, for huozi build --keep-plan"
NUMBER = "[1-9][0-9]{0,5}"
HEAD = (
    ("journal", "(.+)"),
    ("year", f"({NUMBER})"),
    ("issue", "(.+)"),
    ("page", f"({NUMBER}) ({NUMBER}) ({NUMBER})"),
    ("body", f"({NUMBER})"),
)
"""The lines before the first article, in order, with what each says."""
PIECE = f"([0-9a-f]{{12}}) ({NUMBER})((?: {NUMBER}:{NUMBER})*)"
END = "end"


def plan_text(plan: KeptPlan) -> str:
    """A kept plan as the text of its file."""
    form = plan.form
    rows = [
        f"{TITLE} {VERSION}",
        TOLD,
        f"journal {form.journal}",
        f"year {form.year}",
        f"issue {form.issue}",
        f"page {form.characters} {form.lines} {form.columns}",
        f"body {plan.body}",
    ]
    for article in plan.articles:
        rows.append(f"article {article.name}")
        for piece in article.pieces:
            rows.append(" ".join((piece.digest, str(piece.lines), *(f"{page}:{line}" for page, line in piece.pages))))
    return "\n".join((*rows, END, ""))


class _Damaged(Exception):
    """A line, by its number, that cannot be read."""


def read_plan(text: str, path: str, findings: Findings) -> KeptPlan | None:
    """The plan that a text says; ``None`` after a finding where it is none or is damaged.

    Findings: ``plan-unknown``, ``plan-damaged``.
    """
    rows = text.split("\n")
    if rows[0].split() != [TITLE, VERSION]:
        findings.add(Span(path, 1, 1), "plan-unknown", text=quoted(rows[0]))
        return None
    numbered = ((number, row) for number, row in enumerate(rows, 1) if row and not row.startswith("#"))
    next(numbered)
    try:
        return _read(numbered, len(rows))
    except _Damaged as damage:
        number = int(damage.args[0])
        findings.add(Span(path, number, 1), "plan-damaged", text=quoted(rows[number - 1]))
        return None


def _read(rows: Iterator[tuple[int, str]], last: int) -> KeptPlan:
    """The plan that rows say; raises ``_Damaged`` with the number of the row that says nothing."""
    said: dict[str, tuple[str, ...]] = {}
    for (key, pattern), (number, row) in zip(HEAD, rows, strict=False):
        found = re.fullmatch(f"{key} {pattern}", row)
        if found is None:
            raise _Damaged(number)
        said[key] = found.groups()
    articles: list[tuple[str, list[KeptPiece]]] = []
    page = int(said["body"][0]) - 1 if "body" in said else 0
    for number, row in rows:
        if row == END and articles:
            if (more := next(rows, None)) is not None:
                raise _Damaged(more[0])
            sizes = map(int, said["page"])
            form = Form(said["journal"][0], int(said["year"][0]), said["issue"][0], *sizes)
            made = tuple(KeptArticle(name, tuple(pieces)) for name, pieces in articles)
            return KeptPlan(form, int(said["body"][0]), made)
        if row.startswith("article"):
            articles.append((row[len("article ") :], []))
            continue
        piece = _piece(row, page)
        if piece is None or not articles:
            raise _Damaged(number)
        page = piece.pages[-1][0] if piece.pages else page
        articles[-1][1].append(piece)
    raise _Damaged(last)


def _piece(row: str, page: int) -> KeptPiece | None:
    """A piece, where its pages follow the page before and begin with lines that it has."""
    found = re.fullmatch(PIECE, row)
    if found is None:
        return None
    lines, line, pages = int(found[2]), 0, []
    for pair in found[3].split():
        begun, _, at = pair.partition(":")
        if int(begun) <= page or not line < int(at) <= lines:
            return None
        page, line = int(begun), int(at)
        pages.append((page, line))
    return KeptPiece(found[1], lines, tuple(pages))

"""What goes into a file beside its pages: the facts of the document, its faces, its profile."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from huozi.commands.making import Made
from huozi.content.issue_model import Article
from huozi.diagnostics import InvalidIssue, Span, finding
from huozi.display import GlyphRun, Page, StandardName, Target
from huozi.templates import fill, issue_fields

if TYPE_CHECKING:
    from huozi.makeup.kept import KeptPlan


def document_bytes(made: Made, pages: Sequence[Page], profile: StandardName) -> bytes:
    """The file of pages of an issue; raises ``InvalidIssue`` with all that speaks against it."""
    from huozi.output.pdf import pdf_bytes

    icc = _profile(made.sheet.colour.profile)
    faces = {key: made.catalog.face(key) for key in face_keys(pages)}
    return pdf_bytes(pages, target_of(made, profile), faces, icc, pictures=made.pictures)


def plan_of(made: Made) -> KeptPlan:
    """The plan of an issue's pages, as it is written down."""
    from huozi.makeup.kept import issue_now, plan_kept

    now = issue_now(made.issue, made.sheet, made.galley, made.made_up.solver.parts)
    return plan_kept(now, made.made_up.decision.plan, made.made_up.folio)


MOST_KEYWORDS = 8_000
"""Characters of an issue's keywords that its file holds: a text has at most 32,767 bytes (ISO 19005-2, 6.1.13)."""


def joined_keywords(articles: Sequence[Article]) -> str:
    """The keywords of articles, each once, in the order of the issue; as many as the file may hold.

    English ones come behind all others.

    >>> from huozi.content.model import Title
    >>> from huozi.diagnostics import Span
    >>> def article(*words):
    ...     return Article("a", Title((), Span("a.md")), (), Span("a.md"), keywords=words)
    >>> joined_keywords([article("渡口", "水则"), article("水则", "桨")])
    '渡口, 水则, 桨'
    """
    joined = ""
    words = [word for article in articles for word in article.keywords]
    words += [word for article in articles for word in article.keywords_en]
    for word in dict.fromkeys(words):
        longer = f"{joined}, {word}" if joined else word
        if len(longer) > MOST_KEYWORDS:
            break
        joined = longer
    return joined


def target_of(made: Made, profile: StandardName) -> Target:
    """The document facts of an issue."""
    issue, journal = made.issue, made.sheet.journal
    return Target(
        title=fill(journal.document_title, issue_fields(issue, journal)),
        author=journal.organiser,
        subject="，".join(filter(None, (journal.name_en, journal.kind, issue.theme))),
        language="zh-CN",
        date=issue.date.isoformat(),
        output_intent=made.sheet.colour.output_intent,
        profile=profile,
        layout=made.sheet.digest,
        keywords=joined_keywords(issue.articles),
    )


def face_keys(pages: Sequence[Page]) -> list[str]:
    """The faces that pages use, in order of first use."""
    return list(dict.fromkeys(p.item.face for page in pages for p in page.items if isinstance(p.item, GlyphRun)))


def _profile(path: str) -> bytes:
    """The ICC profile of the output intent.

    Raises ``InvalidIssue`` where it cannot be read.
    """
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError as error:
        raise InvalidIssue([finding(Span(path), "profile-unreadable", reason=error.strerror)]) from error

"""PDF files that fill whole pages, as an issue names them: ``images/ad.pdf``, or a page of one, ``images/ad.pdf#2``."""

from __future__ import annotations

import re

from huozi.content.pictures import path_in_issue
from huozi.diagnostics import Findings, Span
from huozi.source_file import quoted

MOST_PAGES = 9999

_WITH_PAGE = r"(?P<path>.*\.pdf)#(?:page=)?(?P<page>[0-9]{1,6})"


def path_and_page(written: str, span: Span, folder: str, findings: Findings) -> tuple[str, int]:
    """The path within the issue's folder and the page that a text names; an empty path after a finding.

    Findings: ``page-picture-…`` where it is no PDF, leads out of the issue, is on the network or not there.
    """
    if not written:
        return "", 1
    found = re.fullmatch(_WITH_PAGE, written, re.IGNORECASE)
    name, page = (found["path"], int(found["page"])) if found else (written, 1)
    path, rule = path_in_issue(name, "", folder)
    if not rule and not name.lower().endswith(".pdf"):
        rule = "picture-kind"
    if not rule and not 1 <= page <= MOST_PAGES:
        rule = "picture-page"
    if rule:
        findings.add(span, f"page-{rule}", path=quoted(written))
        return "", 1
    return path, page

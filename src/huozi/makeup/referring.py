"""References settled with the pages: texts that quote a page are set again until they quote the pages got.

Where nothing quotes a page, pages are made once, and references are led to theirs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeAlias

from huozi.diagnostics import Findings, Span
from huozi.display import WITHIN_FILE, Link, Page, within_file
from huozi.galley import Galley, Referral, SetMatter
from huozi.makeup.inside import MakeUp
from huozi.makeup.pages import MadeUp, make_up, report_made_up
from huozi.structure import Element, Kind, lineage

MOST_PASSES = 4
"""Passes until references quote the pages got; the first knows none, so most need two."""

Again: TypeAlias = Callable[[Mapping[Span, str], frozenset[int]], tuple[SetMatter, tuple[SetMatter, ...]]]
"""Sets the articles of some numbers again, and the fillers, with the pages that they quote by what stands there."""


def settled(work: MakeUp, body: SetMatter, again: Again) -> tuple[Galley, MadeUp]:
    """The galley and the pages of an issue whose texts refer to something, each reference led to its page.

    Findings: ``reference-unstable`` where a page quoted is not the one got in the end, ``reference-on-no-page``.
    """
    for turn in range(1, MOST_PASSES + 1):
        found = Findings()
        made = make_up(work._replace(galley=body.galley, findings=found))
        pages = pages_by_place(made.pages)
        referrals = [*body.referrals, *(each for filler in work.fillers for each in filler.referrals)]
        wrong = [each for each in referrals if each.page is not None and each.page != pages.get(each.target, "")]
        if not wrong or turn == MOST_PASSES:
            break
        quoted = {each.target: pages.get(each.target, "") for each in referrals if each.page is not None}
        body, fillers = again(quoted, frozenset(each.article for each in wrong))
        work = work._replace(fillers=fillers)
    report_made_up(work._replace(galley=body.galley, findings=found), made)
    _report(referrals, pages, found)
    work.findings.extend(body.findings)
    work.findings.extend(found)
    return body.galley, made._replace(pages=tuple(_led(page, pages) for page in made.pages))


def _report(referrals: Sequence[Referral], pages: Mapping[Span, str], findings: Findings) -> None:
    """Report pages quoted that are not those got; fillers that stand nowhere quote none."""
    for each in referrals:
        got = pages.get(each.target, "")
        if each.page is None or (each.article < 0 and not got):
            continue
        if not got:
            findings.add(each.span, "reference-on-no-page", target=each.target)
        elif got != each.page:
            findings.add(each.span, "reference-unstable", page=each.page, got=got, passes=MOST_PASSES)


QUOTING = (Kind.CONTENTS, Kind.CONTENTS_ENTRY)
"""What has the place of something that stands elsewhere."""


def pages_by_place(pages: Iterable[Page]) -> dict[Span, str]:
    """The label of the first page that what comes from each place of the source stands on."""
    found: dict[Span, str] = {}
    seen: dict[Element, bool] = {}
    for page in pages:
        for placed in page.items:
            element = placed.element
            if element is not None and element not in seen:
                line = list(lineage(element))
                seen[element] = not any(each.kind in QUOTING for each in line)
                for each in line if seen[element] else ():
                    found.setdefault(each.span, page.label)
        for stand in page.stands:
            if stand.span.file:
                found.setdefault(stand.span, page.label)
    return found


def _led(page: Page, pages: Mapping[Span, str]) -> Page:
    """A page whose links to places of the source lead to the pages where these stand."""
    if not any(isinstance(placed.item, Link) and placed.item.uri.startswith(WITHIN_FILE) for placed in page.items):
        return page
    labels = {within_file(place): label for place, label in pages.items()}
    items = []
    for placed in page.items:
        match placed.item:
            case Link(width, height, _, uri) if uri.startswith(WITHIN_FILE):
                items.append(placed._replace(item=Link(width, height, labels.get(uri, page.label))))
            case _:
                items.append(placed)
    return page._replace(items=tuple(items))

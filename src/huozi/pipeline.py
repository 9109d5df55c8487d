"""The program on one screen: read → set → make up → pages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from huozi.blocks.article import set_fillers, set_issue
from huozi.blocks.lines import composer
from huozi.blocks.setting import Setting
from huozi.content.issue_model import Issue
from huozi.diagnostics import Findings, Span
from huozi.display import Page
from huozi.fonts.borrowed import bring_together
from huozi.fonts.catalog import Catalog
from huozi.galley import Galley, SetMatter
from huozi.makeup.contents import NO_NUMBERS
from huozi.makeup.cover_pages import COVER_LABELS, cover_setter
from huozi.makeup.inside import MakeUp
from huozi.makeup.pages import MadeUp, make_up, report_made_up
from huozi.pictures.model import LookAt, no_pictures
from huozi.style.model import Stylesheet

if TYPE_CHECKING:
    from huozi.makeup.kept import KeptPlan


def set_and_made_up(
    issue: Issue,
    sheet: Stylesheet,
    catalog: Catalog,
    findings: Findings,
    kept: tuple[KeptPlan, Span] | None = None,
    pictures: LookAt = no_pictures,
) -> tuple[Galley, tuple[Page, ...], MadeUp]:
    """The galley of an issue in a layout, its pages in the order of the file, and what those follow from.

    ``kept``: the plan of pages that is to be kept, and the place of its file. ``pictures`` tells what picture files
    are.
    """
    area = sheet.page.area
    setting = Setting(sheet, catalog, findings, area.measure, columns=area.columns, pictures=pictures)
    done: dict[int, SetMatter] = {}
    body, fillers = set_issue(issue, setting, done), set_fillers(issue, setting)
    set_text = composer(setting, issue.span)
    work = MakeUp(issue, sheet, body.galley, set_text, findings, catalog.face, kept, fillers, pictures)
    if body.referrals or any(filler.referrals for filler in fillers):
        from huozi.makeup.referring import settled  # many issues refer to nothing

        def again(quoted: Mapping[Span, str], numbers: frozenset[int]) -> tuple[SetMatter, tuple[SetMatter, ...]]:
            for number in numbers:
                done.pop(number, None)
            within = setting._replace(quoted=quoted)
            return set_issue(issue, within, done), set_fillers(issue, within)

        galley, made = settled(work, body, again)
    else:
        findings.extend(body.findings)
        galley, made = body.galley, make_up(work)
        report_made_up(work, made)
    if sheet.colour.is_inside_black:
        from huozi.makeup.inside_black import inside_in_black  # few layouts ask for it

        made = made._replace(pages=inside_in_black(made.pages, COVER_LABELS))
    bring_together(findings, made.pages)
    return galley, made.pages, made


def covers_made_up(
    issue: Issue,
    sheet: Stylesheet,
    catalog: Catalog,
    pages: tuple[Page, ...],
    findings: Findings,
    pictures: LookAt = no_pictures,
) -> tuple[Page, ...]:
    """The sheet of covers of an issue whose pages are made, its spine drawn; none where it has no covers.

    ``pictures`` tells what picture files are that the spine may have.
    """
    from huozi.makeup.cover_sheet import cover_sheets, spine_of

    inside = sum(page.label not in COVER_LABELS for page in pages)
    if inside == len(pages):
        return ()
    setting = Setting(sheet, catalog, findings, sheet.page.area.measure, columns=sheet.page.area.columns)
    work = MakeUp(issue, sheet, (), composer(setting, issue.span), findings, catalog.face, pictures=pictures)
    spine = spine_of(sheet.spine, inside, cover_setter(work, NO_NUMBERS, inside))
    bring_together(findings, ())
    return cover_sheets(pages, spine.items, spine.width)

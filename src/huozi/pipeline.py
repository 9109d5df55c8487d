"""The program on one screen: read → set → make up → pages."""

from __future__ import annotations

from huozi.blocks.article import set_issue
from huozi.blocks.lines import composer
from huozi.blocks.setting import Setting
from huozi.content.model import Issue
from huozi.diagnostics import Findings
from huozi.display import Page
from huozi.fonts.borrowed import bring_together
from huozi.fonts.catalog import Catalog
from huozi.galley import Galley
from huozi.makeup.pages import MadeUp, MakeUp, make_up
from huozi.style.model import Stylesheet


def set_and_made_up(
    issue: Issue, sheet: Stylesheet, catalog: Catalog, findings: Findings
) -> tuple[Galley, tuple[Page, ...], MadeUp]:
    """The galley of an issue in a layout, its pages in the order of the file, and what those follow from."""
    setting = Setting(sheet, catalog, findings, sheet.page.area.measure, columns=sheet.page.area.columns)
    galley, found = set_issue(issue, setting)
    findings.extend(found)
    made = make_up(MakeUp(issue, sheet, galley, composer(setting, issue.span), findings, catalog.face))
    bring_together(findings, made.pages)
    return galley, made.pages, made

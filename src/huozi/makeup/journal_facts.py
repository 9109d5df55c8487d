"""What a journal says of itself: whether it may, whether it is well formed, whether it is printed; 期刊基本参数."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from huozi.content.issue_model import Issue
from huozi.diagnostics import Findings, Span
from huozi.geometry import Size, mm
from huozi.makeup.reports import piece_templates, templates_of
from huozi.numbering import in_two_figures
from huozi.style.elements import ContactElement
from huozi.style.keys.fields import FACT_FIELDS, JOURNAL_KINDS
from huozi.style.lengths import TRIMS
from huozi.style.model import Stylesheet
from huozi.templates import facts_of, field_places, fields_of

CN = re.compile(r"CN [0-9]{2}-[0-9]{4}/[A-Z]{1,2}[0-9]{0,3}")
"""A CN number of a periodical: place, serial number, class (print.md; it has no check digit)."""

ISSN = re.compile(r"ISSN ([0-9]{4})-([0-9]{3})([0-9X])")

WORDING = "内部资料"
"""What an internal publication must say of itself; printed with ``{permit_line}`` too."""

NEEDED = ("frequency", "first_year", "price", "print_run")
"""Facts that 期刊基本参数 are made of beside the CN number."""


def report_facts(issue: Issue, sheet: Stylesheet, findings: Findings) -> None:
    """Report facts of the journal that it may not state, that are ill formed, or that are printed nowhere."""
    facts, places = facts_of(issue, sheet.journal), field_places(issue, sheet.places)
    _check_numbers(facts, places, findings)
    templates = list(_templates(sheet))
    printed = {name for template in templates for name in fields_of(template)}
    if "parameters" in printed:
        printed |= {"cn", *NEEDED}
        lacking = [key for key in NEEDED if not facts.get(key)]
        if lacking and facts.get("cn"):
            findings.add(places["cn"], "parameters-incomplete", keys="、".join(lacking))
    if "permit_line" in printed:
        printed.add("permit")
    if "article_number" in printed:
        printed.add("issn")
    told = _check_internal(facts, printed, templates, places, findings) if is_internal(sheet) else set()
    _report_unprinted(issue, facts, printed | told, places, findings)


def is_internal(sheet: Stylesheet) -> bool:
    """Whether a layout is that of an internal publication."""
    return sheet.journal.kind == JOURNAL_KINDS["internal"]


def _check_internal(
    facts: Mapping[str, str],
    printed: set[str],
    templates: Sequence[str],
    places: Mapping[str, Span],
    findings: Findings,
) -> set[str]:
    """Report what an internal publication may not say, and a permit without its words; the facts that are told."""
    told: set[str] = set()
    if facts.get("price"):
        findings.add(places["price"], "internal-priced")
        told.add("price")
    if numbered := [key for key in ("cn", "issn") if facts.get(key)]:
        findings.add(places[numbered[0]], "internal-numbered", keys="、".join(numbered))
        told.update(numbered)
    said = any(WORDING in template for template in templates)
    if facts.get("permit") and "permit_line" not in printed and not said:
        findings.add(places["permit"], "permit-wording")
        told.add("permit")
    return told


def _report_unprinted(
    issue: Issue, facts: Mapping[str, str], printed: set[str], places: Mapping[str, Span], findings: Findings
) -> None:
    """Report facts that no template names: the issue's own one by one, the layout's together."""
    own = {key for key, _, _ in issue.imprint}
    left = [key for key in FACT_FIELDS if facts.get(key) and key not in printed]
    for key in left:
        if key in own:
            findings.add(places[key], "issue-field-unprinted", name=key)
    if of_layout := [key for key in left if key not in own]:
        findings.add(places[of_layout[0]], "journal-unprinted", keys="、".join(of_layout))


def _templates(sheet: Stylesheet) -> Iterator[str]:
    """The templates and texts of a layout that are printed."""
    yield from templates_of(sheet)
    yield from piece_templates(sheet)
    for design in sheet.covers:
        if any(type(element) is ContactElement for element in design or ()):
            yield from sheet.journal.contact.lines


def _check_numbers(facts: Mapping[str, str], places: Mapping[str, Span], findings: Findings) -> None:
    """Report a CN number or an ISSN that is none."""
    cn, issn = facts.get("cn", ""), facts.get("issn", "")
    if cn and not CN.fullmatch(cn):
        findings.add(places["cn"], "cn-form", number=cn)
    if issn:
        found = ISSN.fullmatch(issn)
        if not found:
            findings.add(places["issn"], "issn-form", number=issn)
        elif found[3] != (right := check_digit(found[1] + found[2])):
            findings.add(places["issn"], "issn-check-digit", number=issn, right=right)


def check_digit(seven: str) -> str:
    """The check digit of an ISSN (ISO 3297): weights 8 to 2, modulo 11, X for ten.

    >>> check_digit("0317847"), check_digit("1050124")
    ('1', 'X')
    """
    total = sum(int(figure) * weight for figure, weight in zip(seven, range(8, 1, -1), strict=True))
    return "0123456789X"[-total % 11]


# ------------------------------------------------------------------ 期刊基本参数


def parameters(issue: Issue, sheet: Stylesheet, pages: int) -> str:
    """期刊基本参数 in one line, with the count of inside pages; empty where the journal has no CN number.

    What is not known is left out: ``parameters-incomplete`` names it.
    """
    facts = facts_of(issue, sheet.journal)
    if not facts.get("cn"):
        return ""
    parts = (
        facts["cn"], facts.get("first_year", ""), facts.get("frequency", ""), trim_name(sheet.page.trim), str(pages),
        "zh", "P", _priced(facts.get("price", "")), facts.get("print_run", ""), str(len(issue.articles)),
        f"{issue.year}-{in_two_figures(issue.number).replace('-', '/')}",
    )  # fmt: skip
    return "*".join(part for part in parts if part)


def _priced(price: str) -> str:
    """A price as the line has it: ¥12.00."""
    figures = re.search(r"[0-9]+(?:\.[0-9]+)?", price)
    return f"¥{figures[0]}" if figures else price


def trim_name(trim: Size) -> str:
    """A trim by its name, the 开 left out (16); else its sides in millimetres (170mm×240mm)."""
    for name, (width, height) in TRIMS.items():
        if trim == (mm(width), mm(height)):
            return name.removesuffix("开")
    return "×".join(f"{side * 25.4 / 72_000:.1f}mm".replace(".0mm", "mm") for side in trim)

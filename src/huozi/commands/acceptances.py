"""Findings that an editor has signed off in ``issue.yaml`` (``accept:``), and entries there that accept nothing."""

from __future__ import annotations

from collections.abc import Sequence

from huozi.commands.making import Examined
from huozi.content.issue_model import Acceptance
from huozi.diagnostics import Finding, Severity, finding
from huozi.messages import severity
from huozi.messages.look import LOOK
from huozi.messages.look_at_articles import LOOK_AT_ARTICLES


def judge(
    found: Sequence[Finding], prints: Sequence[str], examined: Examined
) -> tuple[dict[str, Acceptance], list[Finding]]:
    """What is accepted, by its fingerprint, and what there is to say of entries that accept nothing.

    An error is never accepted. That an entry is of nothing that was found can be said only where all was looked at, in
    the issue's own layout.
    """
    accepted: dict[str, Acceptance] = {}
    remarks: list[Finding] = []
    items = dict(zip(prints, found, strict=True))
    for entry in examined.issue.acceptances if examined.issue else ():
        item = items.get(entry.finding)
        if item is None:
            if is_complete(examined) and (examined.request.final or not is_of_look(entry.rule)):
                remarks.append(finding(entry.span, "acceptance-idle", fingerprint=entry.finding))
        elif severity(item) is Severity.ERROR:
            remarks.append(finding(entry.span, "acceptance-of-error", fingerprint=entry.finding, rule=item.rule))
        elif entry.rule not in ("", item.rule):
            names = {"given": entry.rule, "rule": item.rule}
            remarks.append(finding(entry.span, "acceptance-rule", fingerprint=entry.finding, **names))
        elif entry.finding in accepted:
            line = accepted[entry.finding].span.line
            remarks.append(finding(entry.span, "acceptance-twice", fingerprint=entry.finding, line=line))
        else:
            accepted[entry.finding] = entry
    return accepted, remarks


def is_of_look(rule: str) -> bool:
    """Whether a rule is one that the look before print alone asks."""
    return rule in LOOK or rule in LOOK_AT_ARTICLES


def is_complete(examined: Examined) -> bool:
    """Whether all that there is to find in an issue has been looked for, nothing being asked otherwise than it says."""
    request = examined.request
    return examined.made is not None and not (request.layout or request.overrides or request.page_count)

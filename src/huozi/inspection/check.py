"""A row of the table of checks: a rule, why it is one, a right case and a wrong one, and who looks for it."""

from __future__ import annotations

from huozi.inspection.subject import Look
from huozi.records import NamedTuple


class Reason(NamedTuple):
    """The standard that asks for something, by its name and clause, or the reason; in both languages."""

    zh: str
    en: str


class Check(NamedTuple):
    """A check of the look before print.

    ``right`` and ``wrong`` are short cases, as an editor would write them or see them printed. ``look`` finds what is
    wrong; ``None`` where every check and every build does.
    """

    rule: str
    reason: Reason
    right: str
    wrong: str
    look: Look | None = None

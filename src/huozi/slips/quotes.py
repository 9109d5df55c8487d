"""Quotation marks that a Chinese keyboard puts about a value where YAML's own are meant."""

from __future__ import annotations

QUOTES = {"“": "”", "”": "”", "‘": "’", "’": "’", "＂": "＂", "＇": "＇", "「": "」", "『": "』"}
"""Quotation marks typed about a value, and what may close each."""

_PRINTED = "“”‘’＂＇"


def is_in_wide_quotes(text: str) -> bool:
    """Whether a text is one quotation from its beginning to its end, in marks that are printed, and no two of them.

    >>> is_in_wide_quotes("“渡口”"), is_in_wide_quotes("“渡口”与“石阶”"), is_in_wide_quotes("「渡口」")
    (True, False, False)
    """
    if text[:1] not in _PRINTED or len(text) < 2:
        return False
    return text[-1] in (QUOTES[text[0]], '"') and not set(_PRINTED).intersection(text[1:-1])

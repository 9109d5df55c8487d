"""reportlab's document imported in half its time: without what it loads for pictures, caches and templates."""

from __future__ import annotations

from huozi.imports import loaded_when_used, put_off, standing_in

_USED_IN_CORNERS = {
    "ast": put_off("ast", "literal_eval"),
    "platform": {"python_implementation": lambda: "CPython"},
    "reportlab.lib.rl_safe_eval": put_off(
        "reportlab.lib.rl_safe_eval", "rl_safe_exec", "rl_safe_eval", "safer_globals", "rl_extended_literal_eval"
    ),
    "urllib.parse": put_off("urllib.parse", "unquote", "urlparse"),
}
"""What reportlab imports and seldom uses, and the names of it that it asks for at once."""

with loaded_when_used("PIL.Image", "pickle", "tempfile"), standing_in(_USED_IN_CORNERS):
    import reportlab.pdfbase.pdfdoc  # noqa: F401

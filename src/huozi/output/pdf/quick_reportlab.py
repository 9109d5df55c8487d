"""reportlab's document imported in half its time: without what it loads for pictures, caches and templates."""

from __future__ import annotations

import sys
from importlib.util import find_spec

from huozi.imports import alone, attempt, preload, put_off

_USED_IN_CORNERS: dict[str, dict[str, object]] = {
    "PIL.Image": {},
    "pickle": {},
    "tempfile": {},
    "ast": put_off("ast", "literal_eval"),
    "platform": {"python_implementation": lambda: "PyPy" if sys.implementation.name == "pypy" else "CPython"},
    "reportlab.lib.rl_safe_eval": put_off(
        "reportlab.lib.rl_safe_eval", "rl_safe_exec", "rl_safe_eval", "safer_globals", "rl_extended_literal_eval"
    ),
    "urllib.parse": put_off("urllib.parse", "unquote", "urlparse"),
}
"""What reportlab imports and seldom uses, and the names of it that it asks for at once."""


class _Names(tuple[str, ...]):
    """Names that reportlab hangs a function of its own on."""


_OF_NO_USE_HERE: dict[str, dict[str, object]] = {
    # the widths of the fourteen fonts that every viewer had once: all of ours are embedded; texts have one encoding
    "reportlab.pdfbase._fontdata": {
        "standardFonts": _Names(),
        "standardEncodings": ("PDFDocEncoding",),
        "_font2fnrMapWin32": {},
    },
    # a user's own settings, which are a program; and folders looked through for fonts
    "reportlab_settings": dict.fromkeys(("T1SearchPath", "TTFSearchPath", "CMapSearchPath"), ()),
}
"""What stands in the place of modules where nobody else in the process uses reportlab."""


def _without_openssl() -> bool:
    """Whether Python's own MD5 and BLAKE2 have been loaded without OpenSSL; raises where they cannot be had so."""
    if "_hashlib" in sys.modules or not (find_spec("_md5") and find_spec("_blake2")):
        return False
    sys.modules["_hashlib"] = None  # type: ignore[assignment]
    import hashlib

    return bool(hashlib.md5(usedforsecurity=False).digest() and hashlib.blake2b().digest())


if alone():
    attempt(_without_openssl, "hashlib", "_hashlib")
preload("reportlab.pdfbase.pdfdoc", _USED_IN_CORNERS | (_OF_NO_USE_HERE if alone() else {}), "PIL")

import reportlab.pdfbase.pdfdoc  # noqa: E402, F401  # the plain way, where the light one could not be gone

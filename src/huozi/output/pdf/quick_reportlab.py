"""reportlab's document imported in half its time: without what it loads for pictures, caches and templates."""

from __future__ import annotations

import sys
from importlib.util import find_spec

from huozi.imports import alone, loaded_when_used, put_off, standing_in

_USED_IN_CORNERS: dict[str, dict[str, object]] = {
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

_STAND_INS = _USED_IN_CORNERS | (_OF_NO_USE_HERE if alone() else {})

if alone() and "_hashlib" not in sys.modules and find_spec("_md5") and find_spec("_blake2"):
    sys.modules["_hashlib"] = None  # type: ignore[assignment]  # OpenSSL: Python's own MD5 and BLAKE2 load without it

with loaded_when_used("PIL.Image", "pickle", "tempfile"), standing_in(_STAND_INS):
    import reportlab.pdfbase.pdfdoc  # noqa: F401

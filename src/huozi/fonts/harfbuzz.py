"""HarfBuzz's binding, imported in half its time.

Its compiled half reads the flags of code objects from ``inspect`` and names ``pathlib.Path`` in its annotations: ten
milliseconds for ten numbers and a name.
"""

from __future__ import annotations

from huozi.imports import preload

CODE_FLAGS = {
    "CO_OPTIMIZED": 1,
    "CO_NEWLOCALS": 2,
    "CO_VARARGS": 4,
    "CO_VARKEYWORDS": 8,
    "CO_NESTED": 16,
    "CO_GENERATOR": 32,
    "CO_NOFREE": 64,
    "CO_COROUTINE": 128,
    "CO_ITERABLE_COROUTINE": 256,
    "CO_ASYNC_GENERATOR": 512,
}
"""The flags of code objects (CPython's ``code.h``); a test holds them against ``inspect``."""

preload("uharfbuzz", {"inspect": CODE_FLAGS, "pathlib": {"Path": type("Path", (), {})}})

import uharfbuzz as hb  # noqa: E402  # the plain way, where the light one could not be gone

__all__ = ["hb"]

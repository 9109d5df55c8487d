"""Which versions of libraries are installed, without loading them: what they make is kept, and is theirs."""

from __future__ import annotations

import os
from functools import lru_cache
from importlib.util import find_spec

PACKAGES = {"PIL": "pillow"}
"""Names under which modules are installed, where these are others."""

INFO = ".dist-info"


@lru_cache(maxsize=16)
def version_of(module: str) -> str:
    """The version of the package that a module is of; empty where it is not installed, or does not say."""
    found = find_spec(module)
    if found is None or not found.origin:
        return ""
    place = os.path.dirname(found.origin)
    if os.path.basename(place) == module:
        place = os.path.dirname(place)
    name = PACKAGES.get(module, module).lower() + "-"
    try:
        there = sorted(entry for entry in os.listdir(place) if entry.lower().startswith(name) and entry.endswith(INFO))
    except OSError:
        return ""
    return there[0][len(name) : -len(INFO)] if there else ""

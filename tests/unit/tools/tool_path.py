"""Makes the programs of ``tools/`` importable; tests import it before them (as a module: those come first)."""

from __future__ import annotations

import sys
from pathlib import Path

TOOLS = str(Path(__file__).parents[3] / "tools")

if TOOLS not in sys.path:
    sys.path.append(TOOLS)

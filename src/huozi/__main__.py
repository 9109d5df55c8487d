"""``python -m huozi``."""

from __future__ import annotations

from huozi.cli import run

run()

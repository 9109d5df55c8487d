"""``python -m huozi``."""

from huozi.cli import run

run()

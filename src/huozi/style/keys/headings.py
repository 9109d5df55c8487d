"""Headings of the body where they meet; how each looks is said by its style."""

from __future__ import annotations

from huozi.style.keys.property import Property

HEADINGS = (
    Property(
        "headings.stacked",
        "choice",
        "less",
        "各级小标题叠排时共占几行：less 比各自占行之和少一行，full 照各自占行",
        "What headings in a row take in all: a line less than the sum of their lines, or that sum",
        ("less", "full"),
    ),
)

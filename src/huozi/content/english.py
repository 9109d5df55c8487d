"""What is wrong in English text: full-width marks; and not what is wrong beside Han alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from huozi.content.prose import Prose
from huozi.diagnostics import Finding, Findings
from huozi.source_file import quoted

OF_CHINESE = frozenset(
    (
        "half-width-mark", "half-width-point", "straight-quote", "ellipsis", "dash", "space-at-mark", "typed-space",
        "doubled-mark", "digit-comma", "digit-point",
    )
)  # fmt: skip
"""Slips of Chinese text, which in English are right or are told as full-width marks."""

_NARROW = str.maketrans("，、；：？！（）．。％", ",,;:?!()..%")
_WIDE = re.compile("[，、；：？！（）．。％]")
_HAN = "[\u3400-\u9fff]"
_BESIDE_HAN = re.compile(f"(?<={_HAN}).|.(?={_HAN})")


def slips_of_english(found: Iterable[Finding], proses: Sequence[Prose], key: str) -> Iterator[Finding]:
    """The slips of an English field: those found in it that are slips in English, and its first full-width mark.

    A mark beside Han is that of a name as it stands. Finding: ``wide-in-english``.
    """
    yield from (item for item in found if item.rule not in OF_CHINESE)
    for prose in proses:
        for mark in _WIDE.finditer(prose.text):
            if not _BESIDE_HAN.match(prose.text, mark.start()):
                own = Findings()
                better = quoted(mark[0].translate(_NARROW))
                own.add(prose.span(mark.start()), "wide-in-english", key=key, mark=mark[0], better=better)
                yield from own
                return

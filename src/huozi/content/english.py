"""What is wrong in English text and right in Chinese: full-width marks."""

from __future__ import annotations

import re

from huozi.content.prose import Prose
from huozi.diagnostics import Findings
from huozi.source_file import quoted

_NARROW = str.maketrans("，；：？！（）．％", ",;:?!().%") | {ord("。"): ".", ord("、"): ","}
_WIDE = re.compile("[，；：？！（）．％。、]")
_HAN = "[\u3400-\u9fff]"
_BESIDE_HAN = re.compile(f"(?<={_HAN}).|.(?={_HAN})")


def report_wide_marks(prose: Prose, key: str, findings: Findings) -> None:
    """Report the first full-width mark of a text that is English, unless it stands beside Han (a name as it is)."""
    for found in _WIDE.finditer(prose.text):
        if not _BESIDE_HAN.match(prose.text, found.start()):
            mark = found[0]
            findings.add(
                prose.span(found.start()), "wide-in-english", key=key, mark=mark, better=quoted(mark.translate(_NARROW))
            )
            return

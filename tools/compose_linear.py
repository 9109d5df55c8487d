"""What composing one generated paragraph of so many characters takes: a line of JSON.

    python tools/compose_linear.py 100000 [mixed|han|latin|marks]

``seconds`` for classes, shaping, breaking and the lines of the best breaking placed, every rule on (pull-in); ``peak``
is the process's memory in MiB. The text is drawn from a seed: the same in every run. Fonts are open before the clock
starts, the cyclic collector is off as in every command.
"""

from __future__ import annotations

import gc
import json
import sys
from random import Random
from time import perf_counter

from cold_runs import own_peak
from real_issue import ROOT

from huozi.diagnostics import Findings, Span
from huozi.fonts.catalog import Catalog
from huozi.paragraph.compose import compose
from huozi.paragraph.items.sorts import Stretch
from huozi.style.house import find_house
from huozi.style.load import load_stylesheet

_HAN = "".join(map(chr, range(0x4E00, 0x4E00 + 500)))
PIECES: dict[str, tuple[str, ...]] = {
    "mixed": (
        *_HAN,
        *_HAN,
        *"，。、，。、；：" * 20,
        *("（某某）", "“某某”", "12.5%", "2030年", "press ", "的type", "——") * 9,
    ),
    "han": (*_HAN, *"，。、" * 30),
    "latin": ("the ", "of ", "letters ", "type ", "composing ", "measure ", "a ", "line, ", "setting. ", "press "),
    "marks": tuple("，。、（）“”《》：；！？"),
}
"""What texts are drawn from, by their kind."""


def text_of(kind: str, count: int) -> str:
    """A text of just so many characters."""
    random = Random(count)  # noqa: S311
    return "".join(random.choices(PIECES[kind], k=count))[:count]


def compose_text(kind: str, count: int) -> dict[str, float]:
    """The seconds and the memory that a paragraph takes, and its lines."""
    house, findings = find_house(str(ROOT)), Findings()
    style = load_stylesheet("a4-35x37", house, (("text.fill", "pull-in"),), findings).styles["body"]
    faces = Catalog(house.fonts).faces(style.font)
    text = text_of(kind, count)
    began = perf_counter()
    lines = compose([Stretch(text, faces, Span("text"))], style, 35 * style.size, findings).set()
    seconds = perf_counter() - began
    return {"characters": len(text), "lines": len(lines), "seconds": seconds, "peak": own_peak()}


if __name__ == "__main__":
    gc.disable()
    print(json.dumps(compose_text(sys.argv[2] if len(sys.argv) > 2 else "mixed", int(sys.argv[1]))))

"""What the source says of code, figures and tables: what counts as changed."""

from __future__ import annotations

from huozi.content.markdown import read_markdown
from huozi.diagnostics import Findings
from huozi.rounds.sources import Sources, add_blocks

TEXT = """![题](a.png){alt=图}

```py
x = 1
```

表: 水位
| 站 |
|----|
| 石 |

* * *
"""


def said(text: str) -> Sources:
    found: Sources = {}
    add_blocks(found, read_markdown(text, "a.md", ".", Findings()).blocks)
    return found


def changed(text: str) -> list[tuple[int, int]]:
    """The places of what says something else than in ``TEXT``."""
    before, after = said(TEXT), said(text)
    assert before.keys() == after.keys()
    return [(span.line, span.column) for span in before if before[span] != after[span]]


def test_another_picture_or_part_of_it_is_a_change_of_its_figure() -> None:
    assert changed(TEXT.replace("a.png", "b.png")) == [(1, 1)]
    assert changed(TEXT.replace("alt=图", "alt=水")) == [(1, 1)]
    assert changed(TEXT.replace("alt=图", "alt=图 crop=10%")) == [(1, 1)]
    assert changed(TEXT.replace("alt=图", "alt=图 width=50%")) == []


def test_a_caption_a_cell_and_a_line_of_code_are_said_where_they_stand() -> None:
    assert changed(TEXT.replace("![题]", "![图]")) == [(1, 1)]
    assert changed(TEXT.replace("x = 1", "x = 2")) == [(3, 1)]
    assert changed(TEXT.replace("表: 水位", "表: 水深")) == [(7, 1)]
    assert changed(TEXT.replace("| 石 |", "| 渡 |")) == [(10, 3)]

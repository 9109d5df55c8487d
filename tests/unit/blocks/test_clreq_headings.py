"""CLREQ on headings (标题处理), a row a clause: what it asks for, the keys that a layout says it with, what pages show.

A line is told as ``page:down left text``: the page of the body from 0, grid lines from its head, ems from its edge.
The article's title takes three lines, a line holds twenty characters and a page fifteen lines.
"""

from __future__ import annotations

import pytest
from set_pages import rows

from huozi.records import NamedTuple

T = "文" * 20  # two lines with the indent


class Clause(NamedTuple):
    """A clause in our words, the text and the keys that show it, and the lines that must stand there."""

    says: str
    markdown: str
    keys: dict[str, str]
    lines: tuple[str, ...]


CLAUSES = (
    Clause(
        "居中: a heading may stand in the middle of the line",
        f"## 题目\n\n{T}",
        {"align": "center", "inset_left": "0"},
        ("0:3 9 题目", "0:4 2 文", "0:5 0 文"),
    ),
    Clause(
        "齐头: a heading may begin at the edge",
        f"## 题目\n\n{T}",
        {"align": "left", "inset_left": "0"},
        ("0:3 0 题目",),
    ),
    Clause(
        "缩进: a heading may be set in, its turned lines by as much",
        f"## {'题' * 19}\n\n{T}",
        {"align": "justify", "inset_left": "2字"},
        ("0:3 2 题", "0:4 2 题", "0:5 2 文"),
    ),
    Clause(
        "串文: a heading may begin its paragraph, an em between them",
        f"## 题目\n\n{T}",
        {"run_in": "true"},
        ("0:3 2 题目", "0:3 5 文", "0:4 0 文"),
    ),
    Clause(
        "占行: a heading takes whole lines, its text in the middle of them, and the text goes on on the grid",
        f"{T}\n\n## 题目\n\n{T}",
        {"lines": "2"},
        ("0:3 2 文", "0:4 0 文", "0:5.5 2 题目", "0:7 2 文"),
    ),
    Clause(
        "占行: one of more lines of text takes more",
        f"{T}\n\n## 题|目\n\n{T}",
        {"lines": "[2, 3]"},
        ("0:3 2 文", "0:4 0 文", "0:5.5 2 题", "0:6.5 2 目", "0:8 2 文"),
    ),
    Clause(
        "多级叠排: headings in a row take a line less in all",
        f"{T}\n\n## 题目\n\n### 小题\n\n{T}",
        {"lines": "3", "heading-3.lines": "2"},
        ("0:3 2 文", "0:4 0 文", "0:5.5 2 题目", "0:7.5 2 小题", "0:9 2 文"),
    ),
    Clause(
        "多级叠排: a house may leave each its lines",
        f"{T}\n\n## 题目\n\n### 小题\n\n{T}",
        {"lines": "3", "heading-3.lines": "2", "headings.stacked": "full"},
        ("0:3 2 文", "0:4 0 文", "0:6 2 题目", "0:8.5 2 小题", "0:10 2 文"),
    ),
    Clause(
        "转行: turned lines of a numbered heading begin behind its number",
        f"## 一、{'题' * 19}\n\n{T}",
        {"hang_number": "true", "inset_left": "0"},
        ("0:3 0 一、", "0:4 2 题", "0:5 2 文"),
    ),
    Clause(
        "转行: a centred heading turns over about its middle, broken where the editor says",
        f"## 题目题目|题目\n\n{T}",
        {"align": "center", "inset_left": "0"},
        ("0:3 8 题目题目", "0:4 9 题目", "0:5 2 文"),
    ),
    Clause(
        "单页起: a heading may begin a page",
        f"{T}\n\n## 题目\n\n{T}",
        {"start": "page"},
        ("0:3 2 文", "0:4 0 文", "1:0 2 题目", "1:1 2 文"),
    ),
    Clause(
        "不得居页末: two lines of text stand below a heading on its page",
        f"{T}\n\n{T}\n\n{T}\n\n{T}\n\n{T}\n\n## 题目\n\n{T}",
        {},  # thirteen lines are full: the heading and one line of text would have room
        ("0:3 2 文", "1:0 2 题目", "1:1 2 文"),
    ),
    Clause(
        "不得居页末: nor does a row of headings end a page",
        f"{T}\n\n{T}\n\n{T}\n\n{T}\n\n文\n\n## 题目\n\n### 小题\n\n{T}",
        {},  # three lines are left, for two headings and one line of text
        ("0:3 2 文", "1:0 2 题目", "1:1 2 小题", "1:2 2 文"),
    ),
)


@pytest.mark.parametrize("clause", CLAUSES, ids=lambda clause: clause.says)
def test_a_clause_holds(clause: Clause) -> None:
    keys = ((key if key.startswith("headings.") else _of_style(key), value) for key, value in clause.keys.items())
    found = [f"{row.page}:{row.down:g} {row.left:g} {row.text}" for row in rows(clause.markdown, *keys)]
    at = 0
    for line in clause.lines:
        at = next((place + 1 for place in range(at, len(found)) if found[place].startswith(line)), -1)
        assert at > 0, (line, found)


def _of_style(key: str) -> str:
    return f"styles.{key}" if key.startswith("heading-") else f"styles.heading-2.{key}"


@pytest.mark.parametrize("columns", [1, 2, 3])
def test_no_heading_ends_a_column_in_any_number_of_columns(columns: int) -> None:
    shape = (("page.type_area.columns", str(columns)), ("page.type_area.characters", str(20 // columns - 1)))
    for count in range(1, 14):
        found = rows("\n\n".join(["文"] * count) + f"\n\n## 题\n\n### 目\n\n{T}\n\n{T}", *shape)
        at = next(place for place, row in enumerate(found) if row.text == "目")
        above, heading, *below = found[at - 1 : at + 3]
        assert above.text == "题"
        assert (above.page, above.left) == (heading.page, heading.left)
        assert [row.down - heading.down for row in below] == [1, 2], count

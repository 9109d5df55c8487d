"""The table of the look before print as docs/final.md has it: ``python tools/final_table.py`` writes it there anew.

A test holds that the document says what the table of the program says.
"""

from __future__ import annotations

from pathlib import Path

from huozi.inspection.check import Check
from huozi.inspection.standing import STANDING
from huozi.inspection.table import CHECKS, OWN
from huozi.messages import MESSAGES, SEVERITY_NAMES

DOCUMENT = Path(__file__).resolve().parent.parent / "docs" / "final.md"
BEGIN, END = "<!-- 以下由 tools/final_table.py 写出 -->", "<!-- 以上由 tools/final_table.py 写出 -->"


def table_text() -> str:
    """Both tables, and the standards that they come from."""
    reasons = list(dict.fromkeys(check.reason.zh for check in CHECKS))
    numbers = {reason: number for number, reason in enumerate(reasons, 1)}
    parts = [
        f"## 只有 --final 查的（{len(OWN)} 项）", "", *_rows(OWN, numbers), "",
        f"## 每次 check 和 build 都查的（{len(STANDING)} 项）", "", *_rows(STANDING, numbers), "",
        "## 依据", "", *(f"{number}. {reason}" for reason, number in numbers.items()),
    ]  # fmt: skip
    return "\n".join(parts) + "\n"


def _rows(checks: tuple[Check, ...], numbers: dict[str, int]) -> list[str]:
    rows = [
        f"| `{check.rule}` | {SEVERITY_NAMES['zh'][MESSAGES[check.rule].severity]} | {_cell(check.right)} "
        f"| {_cell(check.wrong)} | {numbers[check.reason.zh]} |"
        for check in checks
    ]
    return ["| 规则 | 级别 | 对的 | 错的 | 依据 |", "|---|---|---|---|---|", *rows]


def _cell(text: str) -> str:
    """A case in a cell of a table: what could be read as a mark or parts cells is escaped."""
    return "".join("\\" + mark if mark in "|[]*_^#<>" else mark for mark in text)


def with_table(document: str) -> str:
    """A document with the table between its two marks written anew."""
    before, _, rest = document.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n\n{table_text()}\n{END}{after}"


def main() -> None:
    """Write the table into the document."""
    DOCUMENT.write_text(with_table(DOCUMENT.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    main()

"""With the plan kept, a correction that leaves a paragraph's lines as many changes no other page, item for item."""

from __future__ import annotations

import random
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.append(str(ROOT / "tools"))

import late_corrections as late  # noqa: E402


def test_late_corrections_of_the_specimen_change_no_other_page() -> None:
    work = late.Issues(str(ROOT / "issue" / "specimen"))
    same, other = late.corrections(work, 14, random.Random(6))  # noqa: S311
    assert len(same) == 14
    assert [late._shown(edit) for edit in same if not late.is_right(edit)] == []
    assert sum(bool(edit.changed) for edit in same) == 14, "corrections are seen at all"
    shorter = [edit for edit in other if edit.after < edit.before]
    assert shorter
    assert [late._shown(edit) for edit in shorter if not set(edit.changed) <= set(edit.own)] == [], "holes stay"
    for edit in other:
        others = set(edit.changed) - set(edit.own)
        assert not others or edit.told, "what moves is told"

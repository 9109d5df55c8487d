"""Figures, tables and notes by a seed in a small issue: what ``make matter`` counts of the real one, in seconds."""

from __future__ import annotations

import sys
from pathlib import Path
from random import Random

import pytest
from conftest import ROOT

sys.path.append(str(ROOT / "tools"))
from matter_trial import LAYOUTS, bounds, case_of, shown  # a tool of the repository
from with_matter import Added, with_matter

ADDED = Added(figures=4, tables=2, notes=14)
SENTENCES = (
    "排字房的灯到了后半夜也不熄，校样一张一张晾在绳子上。",
    "新来的学徒先认字，再认字架，一个月后才许碰手盘。",
    "老师傅说，铅字有脾气，冷天脆，热天软，轻重要靠手上的分寸。",
    "街口的纸行存着各色纸样，开本大小、丝流横直都写在纸边。",
    "每逢月底，编辑部把清样送来，三校之后才付型。",
    "有一年发大水，字架泡了半尺，全房的人用了十天才把字归回原处。",
)
HEADINGS = ("字架", "校样", "纸行", "付型")


@pytest.fixture(scope="module")
def issue(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An issue of two articles, long enough for some pages."""
    folder = tmp_path_factory.mktemp("matter") / "plain"
    (folder / "articles").mkdir(parents=True)
    random = Random(5)  # noqa: S311  # chance, no secret
    for number in (1, 2):
        blocks = [f"---\ntitle: 排字房的第{'一二'[number - 1]}年\n---"]
        for at in range(16):
            blocks += [f"## {HEADINGS[at // 4]}"] if at % 4 == 0 else []
            blocks.append("".join(random.choices(SENTENCES, k=random.randint(3, 9))))
        (folder / "articles" / f"0{number}-year-{number}.md").write_text("\n\n".join(blocks) + "\n", "utf-8")
    head = "journal: jiangsu-vc\nyear: 2030\nissue: 3\nserial: 7\ndate: 2030-03-31\n"
    (folder / "issue.yaml").write_text(f"{head}contents:\n  - section: 旧事\n    articles: [year-1, year-2]\n", "utf-8")
    return folder


@pytest.mark.parametrize("layout", LAYOUTS)
def test_pages_with_matter_keep_every_bound(layout: str, issue: Path, tmp_path: Path) -> None:
    case = case_of(issue, with_matter(issue, tmp_path / "with", ADDED, 3), layout, 3)
    found = list(bounds(case, ADDED))
    assert [bound for bound, holds in found if not holds] == []
    assert {read.reader for read in case.best.readers} >= {"pypdf", "PDFium"}
    assert (len(case.best.floats), case.best.notes.notes) == (6, 14)
    assert f"holds: {found[0][0]}" in "\n".join(shown(case, ADDED))

"""Whatever a manuscript is, importing it raises nothing, loses nothing and makes nothing up."""

from __future__ import annotations

import re
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

ROOT = Path(__file__).parents[2]
for folder in (ROOT / "tests" / "unit" / "importers", ROOT / "tools"):
    if str(folder) not in sys.path:
        sys.path.append(str(folder))

from make_damaged_manuscript import DAMAGES, make_manuscript  # noqa: E402
from manuscripts import SPECIMEN, import_text, read, rules, written_texts  # noqa: E402

from huozi.content.importers.folder import issue_files  # noqa: E402
from huozi.content.importers.ledger import UNPLACED  # noqa: E402
from huozi.content.importers.manuscript import EditKind, Manuscript, first_fault, replay  # noqa: E402
from huozi.content.importers.report import import_report  # noqa: E402
from huozi.diagnostics import InvalidIssue  # noqa: E402
from huozi.messages import render  # noqa: E402
from huozi.messages.importing import REASONS  # noqa: E402

WORDS = (
    *("活字排版", "来源：", "（作者单位：某所）", "作者", "目录", "第 3 期", "2031 年 7 月 5 日", "主办", "总第 9 期"),
    *("，", "。", ",", ".", ";", "“", "”", '"', "'", "(", ")", "（", "）", "《", "》", "——", "--", "...", "…"),
    *(
        "# ",
        "## ",
        "### ",
        "**",
        "__",
        "<b>",
        "</b>",
        "<",
        ">",
        "&amp;",
        "&nbsp;",
        "\\",
        "`",
        "|",
        "$",
        "[^1]",
        "{a|b}",
    ),
    *(" ", "\u3000", "\t", "\n", "\n\n", "\n\n\n", "\r\n", "\r", "\f", "\u2028", "\ufeff", "\u200b", "\x00", "\ufffe"),
    *(
        " ..... \t2",
        "\t12",
        "1. ",
        "- ",
        "> ",
        "一、",
        "（一）",
        "12.5%",
        "10:30",
        "and",
        "http://a.cn/",
        "a@b.cn",
        "电话：",
    ),
    *("![图](a.png)", "---", "***", "字" * 30, "\U0002ebf0", "\ue000", "\ufffd", "é", "𠀀", "邮编：1", "联系方式："),
)
TEXTS = st.one_of(st.lists(st.sampled_from(WORDS), max_size=60).map("".join), st.text(max_size=200))
DROPPED_WORDS = frozenset(
    {"contents-entry", "contents-leader", "contents-heading", "masthead-wording", "date-form", "source-label"}
    | {"running-head", "folio", "section-repeated", "picture"}
)
"""Reasons for which Han may be left out: the layout sets them, or they say again what is said elsewhere."""


def assert_accounted(manuscript: Manuscript) -> None:
    source = manuscript.source
    assert first_fault(len(source), manuscript.edits) is None
    for edit in manuscript.edits:
        assert edit.reason in REASONS
        assert edit.reason != UNPLACED
        text = source[edit.start : edit.end]
        if edit.kind is EditKind.DROPPED and re.search("[\u4e00-\u9fff]", text):
            assert edit.reason in DROPPED_WORDS
        assert (edit.kind is EditKind.DROPPED) == (not edit.destination)
        assert (edit.kind is EditKind.CHANGED) == bool(edit.output)
    assert all(render(item, language) for item in manuscript.findings for language in ("zh", "en"))
    assert import_report(manuscript)
    texts = replay(source, manuscript.edits)
    for number, article in enumerate(manuscript.articles, start=1):
        assert article.title == texts[f"articles/{number}/title"]
        blocks = [text for name, text in texts.items() if name.startswith(f"articles/{number}/blocks/")]
        assert [block.text for block in article.blocks] == blocks


def assert_written_as_read(text: str) -> None:
    """What ``read_issue`` sees in the folder is what the edits replay to."""
    with tempfile.TemporaryDirectory() as name:
        try:
            manuscript = import_text(text, Path(name))
        except InvalidIssue as error:
            assert {item.rule for item in error.findings} & {"import-empty"}
            return
        head = manuscript.masthead
        is_complete = all((head.year or head.date, head.issue.strip("0"), head.serial.strip("0"), head.date))
        if is_complete and all(article.blocks for article in manuscript.articles):
            replayed = replay(manuscript.source, manuscript.edits)
            texts = {name: text.replace("\t", " ") for name, text in replayed.items()}  # as a tab is read, and named
            assert written_texts(Path(name) / "issue", manuscript) == compact(texts)


def compact(texts: dict[str, str]) -> dict[str, str]:
    """The texts with blocks numbered as they were written: without those that cleaning left empty."""
    result: dict[str, str] = {}
    counts: dict[str, int] = {}
    for name, text in sorted(
        texts.items(), key=lambda item: [int(p) if p.isdigit() else 0 for p in item[0].split("/")]
    ):
        parent, _, last = name.rpartition("/")
        if last.isdigit() and parent != "issue/sections":
            counts[parent] = counts.get(parent, 0) + 1
            result[f"{parent}/{counts[parent]}"] = text
        else:
            result[name] = text
    return result


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_any_text_is_accounted_for(text: str) -> None:
    assert_accounted(read(text.encode("utf-8", "ignore").decode()))


COVER = "# 铅与火\n\n2031 年第 7 期（总第 9 期）\n\n2031 年 7 月 5 日\n\n---\n\n# 题名\n\n"


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS)
def test_any_body_is_written_so_that_it_reads_the_same(text: str) -> None:
    body = text.encode("utf-8", "ignore").decode()
    assert_written_as_read(f"{COVER}正文一段，完整。\n\n{body}\n\n正文又一段，完整。\n\n来源：某刊\n")


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.sampled_from(sorted(DAMAGES)), unique=True, max_size=5),
    st.integers(0, 10_000),
    st.integers(1, 3),
    st.data(),
)
def test_damage_upon_damage_loses_nothing(damages: list[str], seed: int, sections: int, data: st.DataObject) -> None:
    text, _ = make_manuscript(SPECIMEN, damages, seed, sections)
    for _ in range(data.draw(st.integers(0, 5))):
        at = data.draw(st.integers(0, len(text)))
        text = text[:at] + data.draw(st.sampled_from(WORDS)) + text[at + data.draw(st.integers(0, 3)) :]
    assert_accounted(read(text))


def test_the_ledger_of_a_text_does_not_depend_on_its_file() -> None:
    text, _ = make_manuscript(SPECIMEN, ["page-cuts", "half-width"], 5)
    assert issue_files(read(text)) == issue_files(read(text))
    assert "import-journal-unknown" in rules(read(text))
    assert "import-journal-unknown" not in rules(read(text, {"铅与火月刊": "lead"}))


@pytest.mark.parametrize("text", ["", "\ufeff", "\n\n", "# ", "---", "\ufeff\r\n\r\n"])
def test_a_text_without_an_article_is_refused(text: str) -> None:
    assert_accounted(read(text))
    assert_written_as_read(text)

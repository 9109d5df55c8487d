"""Markdown to blocks: the cases of ``cases/content/markdown``, and what no case file can say."""

from __future__ import annotations

import re
import sys
import time
from pathlib import Path

import pytest
from dumps import cases, parts_of, plain_text, show_blocks, show_findings
from hypothesis import given
from hypothesis import strategies as st

from huozi.content.inlines import NOT_SET_YET
from huozi.content.markdown import read_markdown
from huozi.content.model import Heading, Paragraph, Text, TextRole
from huozi.content.running_text import running_text
from huozi.diagnostics import Findings
from huozi.messages import MESSAGES, render


@pytest.fixture(scope="module")
def issue(tmp_path_factory: pytest.TempPathFactory) -> str:
    """An issue's folder with a picture, files of tables, and links that lead out of it."""
    root = tmp_path_factory.mktemp("house")
    (root / "issue" / "articles").mkdir(parents=True)
    (root / "issue" / "images").mkdir()
    (root / "issue" / "images" / "a.tif").write_bytes(b"II*\0")
    (root / "outside.tif").write_bytes(b"II*\0")
    (root / "issue" / "images" / "link.tif").symlink_to(root / "outside.tif")
    fill_data(root / "issue")
    return str(root / "issue")


def fill_data(issue: Path) -> None:
    """Put files of tables into an issue's folder."""
    (issue / "data").mkdir()
    files = {
        "a.csv": "站,水位\n石渡,3.2\n".encode(),
        "bom.csv": b"\xef\xbb\xbf" + '"站""甲""","水\n位"\r\n石渡,3.2\r\n\r\n渡口,\r\n'.encode(),
        "gbk.csv": "站,水位\n石渡,三尺\n".encode("gb18030"),
        "excel.txt": "站\t水位\n石渡\t3,2\n".encode("utf-16"),
        "semicolons.csv": "站;水位\n石渡;3,2\n".encode(),
        "ragged.csv": "站,水位,注\n石渡,3.2\n渡口,1,无,多\n".encode(),
        "quote.csv": b'a,"b\n1,2\n',
        "broken.csv": b"\xff\xff\x00\x80a",
        "empty.csv": b"",
        "marks.csv": "甲[^1],**乙**,CO~2~\n1,见[@tab-a],[^9]\n".encode(),
    }
    for name, data in files.items():
        (issue / "data" / name).write_bytes(data)
    (issue / "data" / "book.xlsx").write_bytes(b"PK")
    (issue / "data" / "link.csv").symlink_to(issue.parent / "outside.tif")


@pytest.mark.parametrize("case", cases("markdown"))
def test_case(case: str, issue: str) -> None:
    parts = parts_of(case)
    findings = Findings()
    body = read_markdown(parts["markdown"], f"{issue}/articles/a.md", issue, findings)
    notes = [line for name, blocks in body.notes for line in (name, *show_blocks(blocks, "  "))]
    assert list(show_blocks(body.blocks)) == parts["blocks"].rstrip("\n").split("\n")
    assert notes == parts.get("notes", "").split("\n")[: len(notes)]
    shown = [line.removeprefix("articles/") for line in show_findings(findings, f"{issue}/")]
    assert "\n".join(shown) == parts.get("findings", "").rstrip("\n")
    assert all(render(item, language) for item in findings for language in ("zh", "en"))


def read(text: str) -> tuple[tuple[object, ...], Findings]:
    findings = Findings()
    return read_markdown(text, "issue/articles/a.md", "issue", findings).blocks, findings


def test_line_of_the_body_counts_from_the_file() -> None:
    findings = Findings()
    body = read_markdown("正文**粗**", "a.md", ".", findings, line=7)
    assert body.blocks[0].span == ("a.md", 7, 1)


def test_place_in_a_long_line_counts_characters() -> None:
    text = "汉字" * 40_000 + "**粗**"
    findings = Findings()
    (block,) = read_markdown(text, "a.md", ".", findings).blocks
    assert isinstance(block, Paragraph)
    assert block.inlines[1].span == ("a.md", 1, 80_003)


def test_every_construct_not_set_yet_is_an_error_with_a_remedy() -> None:
    for rule in NOT_SET_YET.values():
        assert MESSAGES[rule].severity == 2
        assert MESSAGES[rule].zh_hint
        assert MESSAGES[rule].en_hint


@pytest.mark.parametrize(
    "text", [">" * 10_000 + " 文", "- " * 5_000 + "文", "*_" * 5_000 + "文", "[" * 10_000 + "文" + "](x)" * 10_000]
)
def test_deep_nesting_is_a_finding_and_no_crash(text: str) -> None:
    _, findings = read(text)
    assert len(findings)


def test_what_is_too_deep_is_named_where_it_begins() -> None:
    _, findings = read("正文\n\n" + ">" * 40 + " 文")
    assert show_findings(findings) == ["issue/articles/a.md:3:33: too-deep depth=32"]


def test_five_megabytes_are_read_in_seconds() -> None:
    text = ("汉字，" * 300 + "**粗**\n\n") * 1_800
    assert len(text.encode()) > 4_800_000
    began = time.process_time()
    blocks, findings = read(text)
    assert time.process_time() - began < 5
    assert len(blocks) == 1_800
    assert not len(findings)


@pytest.mark.slow
def test_one_line_of_a_hundred_thousand_inlines_takes_no_square_of_time() -> None:
    taken = []
    for count in (25_000, 100_000):
        began = time.process_time()
        read("汉**字**" * count)
        taken.append(time.process_time() - began)
    assert taken[1] < 8 * taken[0], "four times as long; a square would be sixteen times"


MARKUP = set("\\`*_{}[]()#+-.!<>&|~=$:^\t\n\r 0123456789\"'")
LETTERS = st.characters(exclude_characters="".join(MARKUP), exclude_categories=("Cs", "Cc", "Zs", "Zl", "Zp"))


@given(st.lists(st.text(LETTERS, min_size=1), min_size=1, max_size=5))
def test_text_without_markup_is_kept_character_by_character(paragraphs: list[str]) -> None:
    blocks, _ = read("\n\n".join(paragraphs))
    kept = [plain_text([block]) for block in blocks]  # type: ignore[list-item]
    assert kept == [text.strip("\ufeff") if not text.strip("\ufeff") else text for text in paragraphs]


@given(st.text(st.sampled_from("汉字ab，“”—*_`[]()!{}|#<>&\\~= \n1.-$^:"), max_size=60))
def test_no_letter_is_lost_whatever_the_markup(text: str) -> None:
    findings = Findings()
    body = read_markdown(text, "issue/articles/a.md", "issue", findings)
    kept = plain_text(body.blocks) + "".join(plain_text(blocks) for _, blocks in body.notes)
    taken_out = re.compile("link-|picture|comment|note|.*attribute")
    if not any(taken_out.match(item.rule) for item in findings):
        assert re.findall("[汉字ab，“”—]", kept) == re.findall("[汉字ab，“”—]", text)


@given(st.text(st.sampled_from("汉字ab，“”—*_`[]()!{}|#<>&\\~= \n1.-$^:\t"), max_size=80))
def test_every_text_stands_where_its_span_says(text: str) -> None:
    lines = text.split("\n")
    for block in read(text)[0]:
        if isinstance(block, Paragraph | Heading):
            for inline in block.inlines:
                if isinstance(inline, Text) and inline.text != "\n" and inline.role is not TextRole.CODE:
                    written = lines[inline.span.line - 1][inline.span.column - 1 :].replace("\t", " ")
                    assert written.startswith(inline.text.rstrip(" ")), (inline, written)


PIECES = [
    *(
        "::: verse\n",
        "::: dialogue\n",
        ":::\n",
        "::: x\n",
        "问：",
        "**答：**",
        ": ",
        "——",
        "> ",
        "- ",
        "  ",
        "\n",
        "\n\n",
    ),
    *(
        "\\\n",
        "{lines=-1}",
        "{lines=9}",
        "{keep=next}",
        "{break=page start=recto}",
        "｛spread=-1｝",
        "::: {columns=2}\n",
        "::: {style=a columns=3}\n",
        "诗行",
        "。",
        "*",
        "`",
        "```\n",
        "## ",
        "[^1]",
        "[^1]: ",
        "\u3000",
        "Latin ",
        "&amp;",
    ),
    *(
        "| 诗 | 行 |\n|--|--|\n",
        "| 诗 |\n",
        "表: 行 {#a}\n",
        "注：诗\n",
        "![行[^1]](a.png)",
        "{#a width=50%}",
        "::: box {title=“诗” span=all}\n",
        "::: group {#b}\n",
        "::: table {#c}\n",
        "rows: [[诗, {text: 行, rows: 2}]]\n",
        "[@a、@b/c]",
        "{.page}",
        "* * *\n",
        "    行\n",
    ),
]


LETTERS_GO = frozenset(
    (
        "attribute-twice",
        "bad-attribute",
        "code-info",
        "div-empty",
        "div-unknown",
        "duplicate-key",
        "link-definition",
        "note-twice",
        "reference-form",
        "unknown-attribute",
        *(rule for rule in MESSAGES if rule.startswith(("yaml-", "expected-", "table-", "no-such-key", "unknown-key"))),
    )
)
"""Rules that tell of words that are not printed."""


@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_divs_turns_and_hints_in_any_order_lose_no_letter_and_name_their_places(text: str) -> None:
    findings = Findings()
    body = read_markdown(text, "issue/articles/a.md", "issue", findings)
    kept = plain_text(body.blocks) + "".join(plain_text(blocks) for _, blocks in body.notes)
    if not any(item.rule in LETTERS_GO for item in findings):
        assert sorted(re.findall("[诗行问答]", kept)) == sorted(re.findall("[诗行问答]", text))
    lines = text.split("\n")
    for run in running_text(body.blocks):
        for inline in run.inlines:
            if isinstance(inline, Text) and inline.text != "\n" and inline.role is not TextRole.CODE:
                written = lines[inline.span.line - 1][inline.span.column - 1 :]
                assert written.startswith((inline.text.rstrip(" "), "&amp;")), (inline, written)
    assert all(0 < item.span.line <= len(lines) for item in findings)


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    [
        "::: verse\n" * 20_000,
        ":::\n" * 20_000,
        "::: verse" + " :" * 100_000 + "x",
        "> ::: verse\n" * 20_000,
        "::: dialogue\n" + "问：\n" * 20_000 + ":::\n",
        "::: verse\n" + "行\n" * 20_000 + ":::\n",
        "{lines=" * 100_000,
        "字" + " " * 200_000 + "{lines=-1}",
        "字" + "{lines=-1}" * 20_000,
        "字" + "\n{lines=-1}" * 20_000,
        "字{" + "lines=-1 " * 20_000 + "}",
        "{lines=-1}字" * 20_000,
        "{line=-1}字" * 5_000,
        "::: {columns=2}\n字{keep=next}\n\n" * 5_000,
        "[@a" * 50_000,
        "[@a;" * 50_000,
        "![a](b.png){" + "a=1 " * 5_000 + "}",
        "![a](b.png){a=1 " * 2_000,
        "![[^1]" * 5_000 + "\n\n[^1]: x",
        "|a" * 5_000 + "|\n" + "|-" * 5_000 + "|\n" + "|\n" * 5_000,
        "|a|b|\n|-|-|\n" + "|1|2|\n" * 20_000,
        "表: 甲 " + "{#a" * 20_000 + "\n| a | b |\n|--|--|\n",
        "::: table\n" * 10_000,
        "::: table\nrows: " + "[" * 5_000 + "\n:::\n",
        "::: table\nrows:\n" + "- [{text: a, columns: 200, rows: 2000}]\n" * 2_000 + ":::\n",
        "## a " + "{#b " * 20_000,
        "::: box {title=x}\n" * 5_000,
        "```\n" * 20_000,
        "术语\n" + ": 义\n" * 20_000,
        ": " * 100_000,
    ],
)
def test_many_fences_labels_and_hints_take_no_square_of_time(text: str) -> None:
    began = time.process_time()
    read(text)
    assert time.process_time() - began < 5


def test_divs_in_each_other_beyond_the_depth_are_findings() -> None:
    blocks, findings = read("::: dialogue\n\n" * 40 + "问：字\n\n" + ":::\n\n" * 40)
    assert [item.rule for item in findings if item.rule.startswith("div")] == ["div-too-deep"] * 9
    assert plain_text(blocks) == "问：字"  # type: ignore[arg-type]


@given(st.text(max_size=200))
def test_no_text_raises(text: str) -> None:
    read(text.encode("utf-8", "ignore").decode())


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")
def test_a_link_within_the_issue_is_followed(tmp_path: Path) -> None:
    (tmp_path / "images").mkdir()
    (tmp_path / "images" / "a.tif").write_bytes(b"II*\0")
    (tmp_path / "images" / "b.tif").symlink_to("a.tif")
    findings = Findings()
    read_markdown("![图](../images/b.tif)", f"{tmp_path}/articles/a.md", str(tmp_path), findings)
    assert [item.rule for item in findings] == ["picture-without-alt"]


@pytest.mark.slow
@pytest.mark.parametrize(
    "unit", ["1. 2\n\n甲\n\n", "- 甲\n\n乙\n\n", "！[甲](乙)", "\\(a", "<b>甲</b>", "$甲$5", "> 1. 2\n\n"]
)
def test_no_article_takes_a_square_of_time(unit: str) -> None:
    began = time.process_time()
    read(unit * (60_000 // len(unit)))
    assert time.process_time() - began < 10

"""The folder of an issue: written whole or not at all, never over what is no issue."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest
from manuscripts import written_texts

from huozi.content.importers.importing import READERS, import_manuscript, read_manuscript
from huozi.content.importers.manuscript import replay
from huozi.content.issue_file import load_issue
from huozi.content.model import UNMARKED, Text, TextRole
from huozi.content.plain import plain_title, title_text
from huozi.diagnostics import Findings, InvalidIssue

TEXT = """# 铅与火

LEAD AND FIRE

2031 年第 7 期（总第 9 期）

读书会 主办

2031 年 7 月 5 日

<b>旧事</b> .... 2
铅字的来历：从头说起 .... 2
Type 2031 .... 3

# 铅字的来历：从头说起

#1 号铅字、*星号*、[方括号]、{花|括号}、<尖括号>、下_划_线、`反引号`、$价钱$、反\\\\斜线都是字。

1. 数字开头

- 短横开头

> 大于号开头

（作者单位：“读书会”: 铅字组）

来源：旧闻录

## **Type 2031**

正文到此为止。
"""


@pytest.fixture
def scan(tmp_path: Path) -> str:
    path = tmp_path / "scan.txt"
    path.write_text(TEXT, encoding="utf-8")
    return str(path)


def tree(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def rule_of(error: pytest.ExceptionInfo[InvalidIssue]) -> str:
    return error.value.findings[-1].rule


def test_folder_reads_as_the_edits_replay(scan: str, tmp_path: Path) -> None:
    target = tmp_path / "house" / "issue" / "2031-07"
    result = import_manuscript(scan, str(target), layouts={"铅与火": "lead"})
    manuscript = read_manuscript(scan, {"铅与火": "lead"})
    assert written_texts(target, manuscript) == replay(manuscript.source, manuscript.edits)
    assert sorted(tree(target)) == sorted(result.files)
    assert [name for name in result.files if name.startswith("articles")] == [
        "articles/01-铅字的来历.md",
        "articles/02-type.md",
    ]
    assert (target / "issue.yaml").read_text(encoding="utf-8").splitlines()[1:] == [
        "year: 2031",
        "issue: 7",
        "serial: 9                        # 总第 9 期",
        "date: 2031-07-05",
        "contents:",
        "  - section: 旧事",
        '    articles: [铅字的来历, "type"]',
    ]


def test_same_manuscript_gives_the_same_bytes(scan: str, tmp_path: Path) -> None:
    for name in ("one", "other"):
        import_manuscript(scan, str(tmp_path / name), layouts={})
    assert tree(tmp_path / "one") == tree(tmp_path / "other")


def test_folder_may_be_read_by_others_as_the_umask_says(scan: str, tmp_path: Path) -> None:
    import_manuscript(scan, str(tmp_path / "issue"), layouts={})
    (tmp_path / "plain").mkdir()
    assert stat.S_IMODE((tmp_path / "issue").stat().st_mode) == stat.S_IMODE((tmp_path / "plain").stat().st_mode)


def test_a_folder_that_exists_is_refused(scan: str, tmp_path: Path) -> None:
    target = tmp_path / "issue"
    import_manuscript(scan, str(target), layouts={})
    before = tree(target)
    with pytest.raises(InvalidIssue) as error:
        import_manuscript(scan, str(target), layouts={})
    assert rule_of(error) == "import-target-exists"
    assert tree(target) == before


def test_force_replaces_an_issue_and_keeps_what_people_put_there(scan: str, tmp_path: Path) -> None:
    target = tmp_path / "issue"
    (target / "articles").mkdir(parents=True)
    (target / "images").mkdir()
    (target / "issue.yaml").write_text("old", encoding="utf-8")
    (target / "articles" / "01-old.md").write_text("old", encoding="utf-8")
    (target / "images" / "a.tif").write_bytes(b"picture")
    (target / "notes.txt").write_text("mine", encoding="utf-8")
    import_manuscript(scan, str(target), layouts={}, force=True)
    assert not (target / "articles" / "01-old.md").exists()
    assert (target / "images" / "a.tif").read_bytes() == b"picture"
    assert (target / "notes.txt").read_text(encoding="utf-8") == "mine"
    assert sorted(os.listdir(tmp_path)) == ["issue", "scan.txt"]


@pytest.mark.parametrize("kind", ["folder", "file", "link"])
def test_force_never_replaces_what_is_no_issue(kind: str, scan: str, tmp_path: Path) -> None:
    target = tmp_path / "precious"
    if kind == "folder":
        target.mkdir()
        (target / "thesis.docx").write_bytes(b"years of work")
    elif kind == "file":
        target.write_bytes(b"years of work")
    else:
        target.symlink_to(tmp_path / "nowhere")
    with pytest.raises(InvalidIssue) as error:
        import_manuscript(scan, str(target), layouts={}, force=True)
    assert rule_of(error) == "import-target-foreign"
    assert os.path.lexists(target)


def test_a_failure_leaves_the_old_issue_as_it_was(scan: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "issue"
    import_manuscript(scan, str(target), layouts={})
    before = tree(target)
    real = os.rename

    def rename(source: str, destination: str) -> None:
        if ".new-" in source:
            raise OSError(28, "No space left on device")
        real(source, destination)

    monkeypatch.setattr(os, "rename", rename)
    with pytest.raises(InvalidIssue) as error:
        import_manuscript(scan, str(target), layouts={}, force=True)
    assert rule_of(error) == "import-unwritable"
    assert tree(target) == before
    assert sorted(os.listdir(tmp_path)) == ["issue", "scan.txt"]


def test_bad_files_are_refused_with_their_place(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.txt"
    wrong.write_bytes("第一行\n第二".encode() + b"\xff\xfe")
    unknown = tmp_path / "scan.docx"
    unknown.write_bytes(b"PK")
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"\n\n")
    wanted = {
        str(wrong): ("import-bad-utf8", 2, 3),
        str(unknown): ("import-unknown-format", 0, 0),
        str(empty): ("import-empty", 0, 0),
        str(tmp_path / "missing.txt"): ("import-unreadable", 0, 0),
    }
    for path, (rule, line, column) in wanted.items():
        with pytest.raises(InvalidIssue) as error:
            import_manuscript(path, str(tmp_path / "issue"), layouts={})
        last = error.value.findings[-1]
        assert (last.rule, last.span.line, last.span.column) == (rule, line, column)
        assert not (tmp_path / "issue").exists()


def test_markdown_is_read_as_ocr_text(tmp_path: Path) -> None:
    assert set(READERS) == {".txt", ".md"}
    path = tmp_path / "scan.MD"
    path.write_text(TEXT, encoding="utf-8")
    assert len(read_manuscript(str(path), {}).articles) == 2


def test_names_of_articles_are_short_and_differ(tmp_path: Path) -> None:
    titles = ["活字印刷的重新发现与再发明以及别的", "活字印刷的重新发现与再发明之二", "《》", "A/../b"]
    entries = "\n".join(f"{title} .... {page}" for page, title in enumerate(titles, start=2))
    bodies = "\n\n".join(f"# {title}\n\n正文一段。\n\n来源：某刊" for title in titles)
    path = tmp_path / "scan.txt"
    path.write_text(f"# 铅与火\n\n第7期\n\n{entries}\n\n{bodies}\n", encoding="utf-8")
    names = [article.name for article in read_manuscript(str(path), {}).articles]
    assert names == ["活字印刷的重新发现与再发", "活字印刷的重新发现与再发-2", "article", "a"]


def test_people_s_own_files_never_move(scan: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "issue"
    import_manuscript(scan, str(target), layouts={})
    (target / "images").mkdir()
    (target / "images" / "a.tif").write_bytes(b"mine")
    moved: list[str] = []
    real = os.rename

    def rename(source: str, destination: str) -> None:
        moved.append(source)
        real(source, destination)
        assert (target / "images" / "a.tif").is_file()

    monkeypatch.setattr(os, "rename", rename)
    import_manuscript(scan, str(target), layouts={}, force=True)
    assert moved
    assert sorted(os.listdir(tmp_path)) == ["issue", "scan.txt"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes by name")
def test_a_pipe_is_no_manuscript(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "scan.txt")
    with pytest.raises(InvalidIssue) as error:
        import_manuscript(str(tmp_path / "scan.txt"), str(tmp_path / "issue"), layouts={})
    assert rule_of(error) == "import-not-a-file"


def test_no_folder_is_no_target(scan: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "here").mkdir()
    (tmp_path / "here" / "mine.md").write_text("mine")
    monkeypatch.chdir(tmp_path / "here")
    with pytest.raises(InvalidIssue) as error:
        import_manuscript(scan, "", layouts={}, force=True)
    assert rule_of(error) == "import-target-missing"
    assert os.listdir(tmp_path / "here") == ["mine.md"]


@pytest.mark.parametrize(
    "title", ["*铅*字", "铅_字_", "铅[^1]字", "铅`字`", "五~8~十", "铅&amp;字", "铅\\\\字", "a==b==", "{铅|字}", "x^2^"]
)
def test_signs_in_titles_and_names_of_sections_are_written_so_that_they_are_read_as_text(
    title: str, tmp_path: Path
) -> None:
    path = tmp_path / "scan.txt"
    text = TEXT.replace("铅字的来历：从头说起", title).replace("旧事", f"{title}旧事").replace("来源", "作者")
    path.write_text(text, encoding="utf-8")
    import_manuscript(str(path), str(tmp_path / "out"), layouts={})
    manuscript = read_manuscript(str(path), {})
    issue = load_issue(str(tmp_path / "out"), Findings())
    assert issue is not None
    assert [title_text(article.title) for article in issue.articles] == [one.title for one in manuscript.articles]
    assert [plain_title(section.title) for section in issue.sections] == [one.title for one in manuscript.sections]
    pieces = [inline for article in issue.articles for inline in article.title.inlines]
    pieces += [inline for section in issue.sections for inline in section.title.inlines]
    assert all(isinstance(piece, Text) and piece[2:] == (TextRole.PLAIN, UNMARKED) for piece in pieces)

"""What ``huozi new`` makes: a house that builds, the next issue, an article that is listed; and what it refuses."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from huozi.cli import main
from huozi.commands.build import build
from huozi.commands.check import check
from huozi.commands.making import Request
from huozi.commands.outcome import Exit
from huozi.content.checks import PLACEHOLDER
from huozi.content.issue_file import load_issue
from huozi.content.plain import plain_title
from huozi.diagnostics import Finding, Findings, Severity
from huozi.messages import severity
from huozi.new.contents_list import entered
from huozi.new.journal import specimen_files

CLOSED = pytest.mark.skipif(
    os.name == "nt" or not hasattr(os, "geteuid") or os.geteuid() == 0, reason="this user may write anywhere"
)


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def made(*arguments: str, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """The lines that a successful ``huozi new`` prints."""
    assert main(["new", *arguments]) == 0
    said = capsys.readouterr()
    assert said.err == ""
    return said.out.splitlines()


def refused(*arguments: str, capsys: pytest.CaptureFixture[str], code: int = 2) -> str:
    """What a ``huozi new`` that cannot be says; it changes nothing."""
    before = tree(Path())
    for language in ("zh", "en"):
        assert main(["new", *arguments, "--lang", language]) == code
    said = capsys.readouterr()
    assert said.out == ""
    assert tree(Path()) == before
    return said.err


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else b"" for path in folder.rglob("*")
    }


def grave(findings: tuple[Finding, ...]) -> list[Finding]:
    return [item for item in findings if severity(item) >= Severity.WARNING]


def journal(capsys: pytest.CaptureFixture[str], *more: str, folder: str = "刊") -> None:
    made("journal", folder, "--date", "2026-01-31", *more, capsys=capsys)


# ------------------------------------------------------------------ journal


@pytest.mark.parametrize(
    ("folder", "options", "layout", "name"),
    [
        ("江南文艺", [], "江南文艺", "江南文艺"),
        (
            "xin kan",
            ["--name", "新刊 · 试刊", "--name-en", "New: Journal", "--organiser", "某某学会"],
            "新刊-试刊",
            "新刊 · 试刊",
        ),
        ("2026", ["--kind", "internal"], "2026", "2026"),
        ("a.b", ["--name", "#甲{乙}: 丙"], "甲-乙-丙", "#甲{乙}: 丙"),
        ("no", ["--like", "huozi-specimen"], "no", "no"),
        ("deep/down/刊物", ["--name", "true"], "刊物", "true"),
    ],
)
def test_a_new_journal_builds_as_it_stands(
    folder: str, options: list[str], layout: str, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = made("journal", folder, *options, "--date", "2026-03-31", "--issue", "3", "--serial", "81", capsys=capsys)
    issue = Path(folder, "issue", "2026-03")
    assert [line for line in lines if "build" not in line and line] == [str(path) for path in map(Path, lines[:-2])]
    assert all(Path(line).is_file() for line in lines[:-2])
    assert lines[-1].replace('"', "") == f"huozi build {issue}"
    outcome = build(Request(str(issue)), lambda _stage: None)
    assert (outcome.code, outcome.findings) == (Exit.DONE, ())
    assert (issue / "build" / "print.pdf").read_bytes().startswith(b"%PDF-")
    assert grave(check(Request(str(issue)), lambda _stage: None).findings) == []
    read = load_issue(str(issue), Findings())
    assert read is not None
    assert (read.journal, read.year, read.serial, read.date) == (layout, 2026, "81", date(2026, 3, 31))
    assert name in made_name(Path(folder, "layout", f"{layout}.yaml"))


def made_name(layout: Path) -> str:
    from huozi.style.house import find_house
    from huozi.style.load import load_stylesheet

    return load_stylesheet(layout.stem, find_house(str(layout.parent.parent))).journal.name


def test_a_journal_s_own_layout_is_what_its_issue_is_set_in(capsys: pytest.CaptureFixture[str]) -> None:
    journal(capsys)
    layout = Path("刊", "layout", "刊.yaml")
    layout.write_text(layout.read_text("utf-8").replace("a4-35x37", "nowhere"), "utf-8")
    outcome = check(Request("刊/issue/2026-01"), lambda _stage: None)
    assert [item.rule for item in outcome.findings if severity(item) is Severity.ERROR] == ["layout-file-missing"]


def test_a_journal_may_be_made_where_one_stands_in_an_empty_folder(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("空").mkdir()
    monkeypatch.chdir("空")
    made("journal", ".", "--date", "2026-01-31", capsys=capsys)
    assert Path("layout", "空.yaml").is_file()
    assert sorted(path.name for path in Path().iterdir()) == [".gitignore", "issue", "layout"]


def test_a_place_that_is_taken_is_refused_and_stays_as_it_was(capsys: pytest.CaptureFixture[str]) -> None:
    Path("刊").mkdir()
    Path("刊", "稿.txt").write_text("稿", "utf-8")
    Path("file").write_text("x", "utf-8")
    Path("link").symlink_to("nowhere")
    for place in ("刊", "file", "link"):
        for kind in ("journal", "specimen"):
            assert "new-place-taken" in refused(kind, place, capsys=capsys)


def test_a_name_left_empty_is_the_folder_one_stands_in(capsys: pytest.CaptureFixture[str]) -> None:
    Path("稿.txt").write_text("稿", "utf-8")
    for kind in ("journal", "specimen"):
        assert "new-place-taken" in refused(kind, "", capsys=capsys)


def test_a_file_in_the_way_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    Path("file").write_text("x", "utf-8")
    assert "new-unwritable" in refused("journal", "file/刊", capsys=capsys)
    assert "new-unwritable" in refused("journal", "x" * 300, "--name", "刊", capsys=capsys)


@CLOSED
def test_a_closed_folder_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    Path("closed").mkdir(mode=0o500)
    assert "new-unwritable" in refused("journal", "closed/a/刊", capsys=capsys)


@pytest.mark.parametrize("failing", ["os.mkdir", "os.rename", "os.chmod"])
def test_what_fails_half_way_leaves_nothing(
    failing: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patch:
        patch.setattr(failing, fails)
        assert "new-unwritable" in refused("journal", "a/b/刊", capsys=capsys)
    assert list(Path().iterdir()) == []


def test_a_base_that_is_not_there_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    for option in ("--like", "--base"):
        assert "layout-file-missing" in refused("journal", "刊", option, "a4-35x38", capsys=capsys)
    assert "layout-name" in refused("journal", "刊", "--like", "../a4", capsys=capsys)


@pytest.mark.parametrize("name", ["字" * 41, "甲\x07乙", "…\u202e"])
def test_a_name_that_no_journal_has_is_refused(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert "new-journal-name" in refused("journal", "刊", "--name", name, capsys=capsys)


@pytest.mark.parametrize("wrong", [["--issue", "0"], ["--serial", "x"], ["--date", "2026-02-30"], ["--kind", "book"]])
def test_wrong_usage_is_told(wrong: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    for kind in ("journal", "issue"):
        with pytest.raises(SystemExit) as caught:
            main(["new", kind, "刊", *wrong])
        assert caught.value.code == 2
        assert "Traceback" not in capsys.readouterr().err
    assert list(Path().iterdir()) == []


def test_the_specimen_is_the_shipped_issue(capsys: pytest.CaptureFixture[str]) -> None:
    lines = made("specimen", "样刊", capsys=capsys)
    shipped = Path(__file__).resolve().parents[3] / "issue" / "specimen"
    kept = [*shipped.glob("articles/*.md"), *shipped.glob("images/*")]
    expected = {path.relative_to(shipped).as_posix(): path.read_bytes() for path in kept}
    expected["issue.yaml"] = (shipped / "issue.yaml").read_bytes()
    found = {name: data for name, data in tree(Path("样刊")).items() if data}
    assert found == expected
    assert set(specimen_files()) == set(expected)
    assert lines[-1] == "huozi build 样刊"


# ------------------------------------------------------------------ issue


def written(folder: str, head: str, contents: str = "  - section: 甲\n    articles: [a]\n") -> None:
    Path(folder, "articles").mkdir(parents=True)
    Path(folder, "issue.yaml").write_text(f"{head}contents:\n{contents}", "utf-8")


def test_the_next_issue_follows_the_last_and_builds(capsys: pytest.CaptureFixture[str]) -> None:
    journal(capsys)
    lines = made("issue", "刊", capsys=capsys)
    assert [line for line in lines if line][:2] == [
        "刊/issue/2026-02/issue.yaml",
        "刊/issue/2026-02/articles/01-卷首.md",
    ]
    assert Path("刊/issue/2026-02/issue.yaml").read_text("utf-8") == (
        "journal: 刊\nyear: 2026\nissue: 2\nserial: 2\ndate: 2026-02-28\ncontents:\n"
        "  - section: 卷首\n    articles: [卷首]\n  - section: 正文\n    articles: [正文]\n"
        "  - section: 编后\n    articles: [编后]\n"
    )
    outcome = check(Request("刊/issue/2026-02"), lambda _stage: None)
    assert outcome.code is Exit.DONE
    assert [item.rule for item in grave(outcome.findings)] == ["placeholder"] * 3
    assert build(Request("刊/issue/2026-02"), lambda _stage: None).code is Exit.DONE


@pytest.mark.parametrize(
    "asked", ["刊", "刊/issue", "刊/issue/2026-01", "刊/layout", "刊/issue/2026-01/articles", "刊/"]
)
def test_a_house_is_found_from_wherever_one_points_in_it(asked: str, capsys: pytest.CaptureFixture[str]) -> None:
    journal(capsys)
    made("issue", asked, capsys=capsys)
    assert Path("刊/issue/2026-02/issue.yaml").is_file()
    made("issue", asked, capsys=capsys)
    assert Path("刊/issue/2026-03/issue.yaml").is_file()


def test_without_a_folder_the_house_is_the_one_one_stands_in(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    journal(capsys)
    monkeypatch.chdir("刊")
    assert made("issue", capsys=capsys)[0] == "issue/2026-02/issue.yaml"
    monkeypatch.chdir("issue/2026-02")
    made("issue", capsys=capsys)
    assert Path("../2026-03/issue.yaml").is_file()


def test_a_folder_of_one_s_own_name_is_made(capsys: pytest.CaptureFixture[str]) -> None:
    journal(capsys)
    made("issue", "刊/issue/二月号", capsys=capsys)
    assert "issue: 2\n" in Path("刊/issue/二月号/issue.yaml").read_text("utf-8")


def test_number_serial_and_date_may_be_said(capsys: pytest.CaptureFixture[str]) -> None:
    journal(capsys)
    made("issue", "刊", "--issue", "5", "--serial", "900", "--date", "2027-05-09", capsys=capsys)
    head = "journal: 刊\nyear: 2027\nissue: 5\nserial: 900\ndate: 2027-05-09\n"
    assert Path("刊/issue/2027-05/issue.yaml").read_text("utf-8").startswith(head)


def test_what_belongs_to_the_journal_is_kept_and_what_belongs_to_the_issue_is_not(
    capsys: pytest.CaptureFixture[str],
) -> None:
    head = (
        'journal: "江-南"\nyear: 2025\nissue: 11-12\nserial: 40\ndate: 2025-12-31\nvolume: 7\nlabel: 冬季号\n'
        "pages: {multiple: 8, exactly: 64}\nrequires: huozi ≥ 0.1\naccept: []\n"
    )
    written("h/issue/2025-11", head.replace("11-12", "10").replace("40", "39").replace("12-31", "10-31"))
    contents = (
        "  - section: '甲: 乙'\n    articles: [a]\n  - section: 丙/丁\n    articles:\n    - b\n"
        "  - section: 丙/丁\n    articles: [c]\n"
    )
    written("h/issue/2025-12", head, contents)
    made("issue", "h", capsys=capsys)
    assert Path("h/issue/2026-01/issue.yaml").read_text("utf-8") == (
        'journal: "江-南"\nyear: 2026\nissue: 1\nserial: 41\nvolume: 8\ndate: 2026-01-31\n'
        'requires: huozi ≥ 0.1\npages: {multiple: 8}\ncontents:\n  - section: "甲: 乙"\n    articles: [甲--乙]\n'
        "  - section: 丙/丁\n    articles: [丙-丁]\n  - section: 丙/丁\n    articles: [丙-丁-2]\n"
    )
    assert sorted(path.name for path in Path("h/issue/2026-01/articles").iterdir()) == [
        "01-甲--乙.md",
        "02-丙-丁.md",
        "03-丙-丁-2.md",
    ]


def test_a_section_with_markup_keeps_it_and_names_its_file_without(capsys: pytest.CaptureFixture[str]) -> None:
    contents = "  - section: '**水**与CO~2~'\n    articles: [a]\n"
    written("h/issue/2025-03", "journal: k\nyear: 2025\nissue: 3\ndate: 2025-03-01\n", contents)
    made("issue", "h", capsys=capsys)
    issue = Path("h/issue/2025-04")
    assert '- section: "**水**与CO~2~"\n    articles: [水与CO2]\n' in (issue / "issue.yaml").read_text("utf-8")
    assert [path.name for path in (issue / "articles").iterdir()] == ["01-水与CO2.md"]
    made("article", str(issue), "x", "--section", "水与CO2", capsys=capsys)
    made("article", str(issue), "y", "--section", "**水**与CO~2~", capsys=capsys)
    assert "articles: [水与CO2, x, y]" in (issue / "issue.yaml").read_text("utf-8")


def test_a_journal_that_counts_no_serial_number_goes_on_without(capsys: pytest.CaptureFixture[str]) -> None:
    written("h/issue/a", "journal: k\nyear: 2025\nissue: 3\ndate: 2025-03-01\n")
    made("issue", "h", capsys=capsys)
    assert (
        Path("h/issue/2025-04/issue.yaml")
        .read_text("utf-8")
        .startswith("journal: k\nyear: 2025\nissue: 4\ndate: 2025-04-01\ncontents:")
    )


def test_several_journals_in_a_house_are_told_apart(capsys: pytest.CaptureFixture[str]) -> None:
    for name, number in (("甲", 3), ("乙", 7)):
        written(f"h/issue/{name}-1", f"journal: {name}\nyear: 2025\nissue: {number}\nserial: 1\ndate: 2025-07-01\n")
    said = refused("issue", "h", capsys=capsys)
    assert "new-several-journals" in said and "乙、甲" in said
    assert "new-no-issue" in refused("issue", "h", "--journal", "丙", capsys=capsys)
    made("issue", "h", "--journal", "乙", capsys=capsys)
    assert "issue: 8\n" in Path("h/issue/2025-08/issue.yaml").read_text("utf-8")
    made("issue", "h/issue/甲-1", capsys=capsys)
    assert "issue: 4\n" in Path("h/issue/2025-04/issue.yaml").read_text("utf-8")


def test_an_issue_that_is_there_is_not_written_over(capsys: pytest.CaptureFixture[str]) -> None:
    journal(capsys)
    Path("刊/issue/2026-02").mkdir()
    Path("刊/issue/2026-02/稿.txt").write_text("稿", "utf-8")
    assert "new-place-taken" in refused("issue", "刊", capsys=capsys)


@pytest.mark.parametrize(
    "head",
    [
        "",
        "journal: k\n",
        "journal: k\nyear: 二〇二五\nissue: 3\ndate: 2025-03-01\n",
        "journal: [\n",
        "year: 9999\nissue: 12\ndate: 9999-12-31\n",
        "year: 2025\nissue: 增刊1\ndate: 2025-07-01\n",
    ],
)
def test_without_an_issue_to_follow_nothing_is_made(head: str, capsys: pytest.CaptureFixture[str]) -> None:
    written("h/issue/a", head)
    Path("h/issue/empty").mkdir()
    assert "new-no-issue" in refused("issue", "h", capsys=capsys)


@pytest.mark.parametrize("folder", [".", "nowhere", "nowhere/issue/x"])
def test_where_there_is_no_house_it_is_said(folder: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert "new-no-issue" in refused("issue", folder, capsys=capsys)


# ------------------------------------------------------------------ article


def test_an_article_is_numbered_titled_and_listed(capsys: pytest.CaptureFixture[str]) -> None:
    journal(capsys)
    path = Path("刊/issue/2026-01/issue.yaml")
    path.write_text(path.read_text("utf-8").replace("contents:", "# 目录由主编定\ncontents:  # 次序"), "utf-8")
    lines = made("article", "刊/issue/2026-01", "xinzuo", "--title", "新：作", "--section", "正文", capsys=capsys)
    assert lines[:2] == ["刊/issue/2026-01/articles/04-xinzuo.md", "刊/issue/2026-01/issue.yaml"]
    assert path.read_text("utf-8") == (
        "journal: 刊  # → layout/刊.yaml\nyear: 2026\nissue: 1\nserial: 1  # 总第 1 期\ndate: 2026-01-31\n"
        "# 目录由主编定\ncontents:  # 次序\n  - section: 卷首\n    articles: [xiezai-qianmian]\n"
        "  - section: 正文\n    articles: [yipian-wenzhang, xinzuo]\n  - section: 编后\n    articles: [xiayiqi]\n"
    )
    article = Path(lines[0]).read_text("utf-8")
    assert article.startswith("---\ntitle: 新：作\n# ")
    assert article.endswith(f"---\n\n{PLACEHOLDER}\n")
    outcome = check(Request("刊/issue/2026-01"), lambda _stage: None)
    assert [item.rule for item in grave(outcome.findings)] == ["placeholder"]


@pytest.mark.parametrize(
    ("name", "title", "shown"),
    [
        ("a", "", "a"),
        ("2026-总结", "", "2026-总结"),
        ("no", "", "no"),
        ("甲.md", "", "甲"),
        ("x", '"甲" # 乙', '"甲" # 乙'),
    ],
)
def test_an_article_without_a_title_has_its_name(
    name: str, title: str, shown: str, capsys: pytest.CaptureFixture[str]
) -> None:
    journal(capsys)
    made("article", "刊/issue/2026-01", name, *(["--title", title] if title else []), capsys=capsys)
    findings = Findings()
    read = load_issue("刊/issue/2026-01", findings)
    assert read is not None and list(findings) == []
    assert plain_title(read.sections[-1].articles[-1].title) == shown


@pytest.mark.parametrize(
    ("name", "rule"),
    [
        ("xiayiqi", "new-article-taken"),
        ("xiayiqi.md", "new-article-taken"),
        ("a/b", "new-article-name"),
        ("../x", "new-article-name"),
        ("..", "new-article-name"),
        (".x", "new-article-name"),
        ("", "new-article-name"),
        ("a:b", "new-article-name"),
        ("甲 乙", "new-article-name"),
        ("长" * 80, "new-article-name"),
        ("a\nb", "new-article-name"),
    ],
)
def test_a_name_that_no_article_can_have_is_refused(name: str, rule: str, capsys: pytest.CaptureFixture[str]) -> None:
    journal(capsys)
    assert rule in refused("article", "刊/issue/2026-01", name, capsys=capsys)


def test_an_article_goes_nowhere_but_to_an_issue_with_that_section(capsys: pytest.CaptureFixture[str]) -> None:
    journal(capsys)
    issue = "刊/issue/2026-01"
    said = refused("article", issue, "x", "--section", "正问", capsys=capsys)
    assert "new-section-unknown" in said and "正文" in said
    assert "new-not-an-issue" in refused("article", "刊", "x", capsys=capsys)
    assert "new-not-an-issue" in refused("article", "nowhere", "x", capsys=capsys)
    path = Path(issue, "issue.yaml")
    whole = path.read_text("utf-8")
    path.write_text(whole.replace("xiayiqi", "gone"), "utf-8")
    assert "new-article-listed" in refused("article", issue, "gone", capsys=capsys)
    path.write_text("journal: 刊\n", "utf-8")
    assert "new-no-sections" in refused("article", issue, "x", capsys=capsys)
    path.write_text(whole + " [\n", "utf-8")
    assert "yaml-" in refused("article", issue, "x", capsys=capsys, code=1)


def test_where_the_list_cannot_be_written_the_article_goes_too(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    journal(capsys)

    def fails(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patch:
        patch.setattr("os.replace", fails)
        assert "file-held" in refused("article", "刊/issue/2026-01", "x", capsys=capsys)


LISTS = {
    "flow": ("[a, b]", "[a, b, x]"),
    "flow of one": ("[a]", "[a, x]"),
    "flow of none": ("[]", "[x]"),
    "flow with a comma at its end": ("[a, b,]", "[a, b, x,]"),
    "flow in lines": ("[a,  # 一\n      b]  # 完", "[a,  # 一\n      b, x]  # 完"),
    "flow closed below": ("[\n      a,\n      b\n    ]", "[\n      a,\n      b, x\n    ]"),
    "quoted": ("['a, c]', \"b\"]", "['a, c]', \"b\", x]"),
    "quoted with quotes": ("['it''s', \"b\\\"]\"]", "['it''s', \"b\\\"]\", x]"),
    "block": ("\n      - a\n      - b", "\n      - a\n      - b\n      - x"),
    "block without indent": ("\n    - a  # 一\n    - b  # 二", "\n    - a  # 一\n    - b  # 二\n    - x"),
    "nothing": ("", " [x]"),
    "nothing but a comment": ("  # 还没有", " [x]  # 还没有"),
}


@pytest.mark.parametrize("follows", ["", "\n  - section: 乙\n    articles: [z]  # 尾\n", "\n# 完\n"])
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize("name", LISTS)
def test_an_entry_changes_nothing_else(name: str, ending: str, follows: str) -> None:
    before, after = LISTS[name]
    colon = "" if before.startswith("\n") or not before or before.startswith("  #") else " "
    head = "# 头\ncontents:\n  - section: 零\n    articles: [a0]\n  - section: 甲\n    articles:"
    text = f"{head}{colon}{before}{follows}".replace("\n", ending)
    closing = "\n" if name.startswith("block") and not follows else ""
    colon = "" if after.startswith(("\n", " ")) else " "
    assert entered(text, 1, "x") == f"{head}{colon}{after}{closing}{follows}".replace("\n", ending)


@pytest.mark.parametrize(
    "text", ["", "contents: []", "contents:\n  - section: 甲\n    articles: a\n", "a: [", "contents: 3"]
)
def test_what_is_not_seen_through_is_left_alone(text: str) -> None:
    assert entered(text, 0, "x") is None


def test_new_has_help_for_each_kind(capsys: pytest.CaptureFixture[str]) -> None:
    for kind in ("journal", "issue", "article", "specimen"):
        with pytest.raises(SystemExit) as caught:
            main(["new", kind, "--help"])
        assert caught.value.code == 0
        assert "--lang" in capsys.readouterr().out
    with pytest.raises(SystemExit) as caught:
        main(["new"])
    assert caught.value.code == 2

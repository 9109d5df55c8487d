"""An article is a value: the same lines, numbers and findings whatever is set before it, after it, or once more."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice, pairwise

import pytest
from galleys import setting
from issues import HOUSE, article, issue, paragraph, titled
from plain_pages import lay_out
from squares import HERE, ROOT, rules_of

from huozi.blocks.article import set_article, set_issue
from huozi.blocks.notes import numbered
from huozi.blocks.setting import Setting
from huozi.content.issue_file import read_issue
from huozi.content.issue_model import Article, Title
from huozi.content.markdown import read_markdown
from huozi.content.model import NoteRef, Paragraph, Text, Verse
from huozi.diagnostics import Finding, Findings, InvalidIssue, finding
from huozi.fonts.catalog import Catalog
from huozi.galley import Galley, SetMatter, SetParagraph, Slug
from huozi.structure import Kind
from huozi.style.load import load_stylesheet
from huozi.style.text_style import FaceChoice

MARKED = (
    "甲[^a]乙😀[名]{.name}==字=={活字|huó zì}H~2~O。\n\n- 条[^b]\n\n> 引\n>\n> ——某人\n\n::: {style=none}\n丙\n:::\n\n"
    "[^a]: 注甲😀\n[^b]: 注乙"
)
"""Marks of every kind, with characters that no face has and a style that the layout has not."""

FOUND = ["character-missing", "text-style-unknown"]


def read(markdown: str, title: Title | None = None) -> Article:
    """An article with a Markdown text."""
    named = frozenset(inline.name for inline in title.inlines if isinstance(inline, NoteRef)) if title else frozenset()
    body = read_markdown(markdown, "a.md", ".", Findings(), called=named)
    return Article("a", title or titled("题"), body.blocks, HERE, notes=body.notes)


def note_numbers(article: Article, place: str = "end") -> Mapping[str, int]:
    """The numbers of an article's notes where they stand at its end, or at the feet of columns."""
    return numbered(article, setting(("notes.place", place))).note_numbers


def slugs(galley: Galley) -> list[Slug]:
    """All lines of a galley, cast in their natural number, whatever columns they stand in."""
    found: list[Slug] = []
    for matter in galley:
        match matter:
            case Slug():
                found.append(matter)
            case SetParagraph():
                found += matter.cast(matter.lines)
            case _:
                pass
    return found


def as_values(made: SetMatter) -> tuple[list[str], tuple[Finding, ...]]:
    """Lines and findings; lines as they are written, for an element is like no other."""
    return list(map(repr, slugs(made.galley))), made.findings


def specimen() -> Setting:
    """The surroundings of the specimen, its faces newly opened."""
    sheet = load_stylesheet("huozi-specimen", HOUSE, (), Findings())
    return Setting(sheet, Catalog(HOUSE.fonts), Findings(), sheet.page.area.measure)


def test_an_article_is_the_same_alone_and_in_its_issue() -> None:
    work = read_issue(str(ROOT / "issue" / "specimen"), Findings())
    whole = set_issue(work, specimen())
    left = map(repr, slugs(whole.galley))
    found: list[Finding] = []
    number = 0
    for section in work.sections:
        next(left), next(left)  # its name in two languages
        for each in section.articles:
            alone, said = as_values(set_article(each, number, specimen().inside(Kind.SECTION, section.span)))
            assert list(islice(left, len(alone))) == alone
            found += said
            number += 1
    assert not list(left)
    assert tuple(found) == whole.findings
    assert rules_of(whole.findings) == ["character-borrowed"]


def test_an_article_set_twice_is_the_same() -> None:
    within = setting()
    first, second = (as_values(set_article(read(MARKED), 3, within)) for _ in range(2))
    assert first == second
    assert rules_of(first[1]) == sorted(FOUND)


def test_setting_changes_nothing_that_it_is_handed() -> None:
    handed = Findings()
    within = setting(findings=handed)
    set_article(read(MARKED), 0, within)
    set_issue(issue([read(MARKED)]), within)
    assert not list(handed)
    assert within.findings is handed
    assert dict(within.note_numbers) == {}


def test_what_others_found_is_no_finding_of_an_article_and_hides_none() -> None:
    handed = Findings()
    own = set_article(read(MARKED), 0, setting()).findings
    handed.extend((*own, finding(HERE, "hint-impossible", lines=1, wanted=2)))
    assert set_article(read(MARKED), 0, setting(findings=handed)).findings == own


def test_an_issue_has_the_findings_of_its_articles_in_their_order() -> None:
    first, second = article("甲", paragraph("甲😀")), article("乙", paragraph("乙😁"))
    found = set_issue(issue([second], [first]), setting()).findings
    assert [dict(each.arguments)["character"] for each in found] == ["😁", "😀"]


def test_a_face_that_cannot_be_used_keeps_what_was_found_before() -> None:
    within = setting()
    nowhere = within.style("verse")._replace(font=FaceChoice("nowhere", "square"))
    within = within.with_style("verse", nowhere)
    verse = Verse((((Text("行", HERE),),),), (), HERE)
    work = issue([article("甲", paragraph("甲😀")), article("乙", paragraph("乙😁"), verse)])
    with pytest.raises(InvalidIssue) as caught:
        set_issue(work, within)
    assert [item.rule for item in caught.value.findings] == ["character-missing", "character-missing", "font-missing"]


def test_casting_lines_finds_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    text = MARKED + "\n\n" + "一句话，不长不短，排满一行还多一点。" * 9
    made = set_article(read(text), 0, setting(("notes.place", "end")))

    def found(*_: object, **__: object) -> None:
        raise AssertionError("a line that is cast may be cast again, or never")

    monkeypatch.setattr(Findings, "add", found)
    monkeypatch.setattr(Findings, "extend", found)
    many = range(len(made.galley))
    cast = [slugs_in(made.galley, loose, many) for loose in (0, -1, 1, 0)]
    assert cast[0] == cast[3]


def slugs_in(galley: Galley, looseness: int, items: range) -> list[Slug]:
    """All lines of a galley, each paragraph in so many lines more or fewer."""
    return [row.slug for row in lay_out(galley, dict.fromkeys(items, looseness)) if row.slug]


# ------------------------------------------------------------------ numbers of notes


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("甲。", ""),
        ("甲[^b]乙[^a]丙[^b]。", "ba"),
        ("甲[^a]\n\n## 乙[^b]\n\n丙[^c]", "abc"),
        ("甲[^a]乙[^b]。\n\n[^a]: 甲[^c]\n[^b]: 乙[^d][^a]\n[^c]: 丙[^e]\n[^d]: 丁", "abcde"),
        ("甲[^a]。\n\n[^a]: 甲\n\n    > 第二段[^b]\n[^b]: 乙[^b]", "ab"),
        ("- 甲[^b]\n\n  1. 乙[^a]\n\n- 丙[^c]", "bac"),
        ("> 甲[^b]\n>\n> ——某人[^a]", "ba"),
        ("术语[^b]\n: 释义[^a]\n\n末[^c]", "bac"),
        ("::: verse\n甲[^c]\n乙[^b]\n\n——某[^a]\n:::", "cba"),
        ("::: {style=any}\n甲[^b]\n\n乙[^a]\n:::", "ba"),
        ("::: dialogue\n**问[^c]：**甲[^a]。\n\n**答[^b]：**乙[^d]。\n:::", "cabd"),
    ],
)
def test_notes_are_numbered_in_the_order_of_first_calls(text: str, names: str) -> None:
    texts = "".join(f"\n[^{name}]: 注" for name in "abcde" if f"[^{name}]:" not in text)
    assert dict(note_numbers(read(f"{text}\n{texts}"))) == {name: at for at, name in enumerate(names, 1)}


def test_at_the_foot_the_notes_of_a_note_come_behind_it() -> None:
    text = "甲[^a]乙[^b]。\n\n[^a]: 甲[^c]\n[^b]: 乙[^d][^a]\n[^c]: 丙[^e]\n[^d]: 丁\n[^e]: 戊"
    assert "".join(note_numbers(read(text), "foot")) == "acebd"
    assert "".join(note_numbers(read(text))) == "abcde"


def test_the_notes_of_a_title_come_first() -> None:
    title = Title((Text("题", HERE), NoteRef("t", HERE), NoteRef("a", HERE)), HERE)
    numbers = note_numbers(read("甲[^b][^t]。\n\n[^a]: 甲\n[^b]: 乙\n[^t]: 题", title))
    assert dict(numbers) == {"t": 1, "a": 2, "b": 3}


def test_a_call_without_a_note_has_its_number_too() -> None:
    title = Title((Text("题", HERE), NoteRef("9", HERE)), HERE)
    assert dict(note_numbers(Article("a", title, (), HERE))) == {"9": 1}


def test_numbers_once_given_stay() -> None:
    numbers = note_numbers(read("甲[^a]。\n\n[^a]: 甲"))
    with pytest.raises(TypeError):
        numbers["b"] = 2  # type: ignore[index]


def test_two_thousand_notes_that_call_one_another_in_a_row_are_numbered() -> None:
    names = [f"n{number}" for number in range(2_000)]
    notes = tuple((name, (Paragraph((NoteRef(other, HERE),), HERE),)) for name, other in pairwise(names))
    title = Title((NoteRef("n0", HERE),), HERE)
    article = Article("a", title, (), HERE, notes=notes)
    assert list(note_numbers(article)) == list(note_numbers(article, "foot")) == names

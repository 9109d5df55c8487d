"""References settled with the pages: quoted pages are those got, links lead there, and a circle ends."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from issues import HOUSE, issue, sheet, titled

from huozi import pipeline
from huozi.blocks.article import set_issue
from huozi.content.issue_model import Article
from huozi.content.markdown import read_markdown
from huozi.diagnostics import Findings, Span
from huozi.display import GlyphRun, Link, Page
from huozi.fonts.catalog import Catalog
from huozi.galley import Referral, SetMatter
from huozi.makeup import referring
from huozi.makeup.inside import MakeUp
from huozi.makeup.pages import make_up

OPEN = (("sections.start", "run-on"), ("sections.sink", "0"), ("sections.name", "false"))
FILLED = "\n\n".join(["国" * 60] * 12)


def article(name: str, markdown: str) -> Article:
    file = f"articles/{name}.md"
    body = read_markdown(markdown, file, ".", Findings())
    return Article(name, titled(name, Span(file, 2, 8)), body.blocks, Span(file), notes=body.notes)


def made(*articles: Article, findings: Findings | None = None) -> tuple[Page, ...]:
    into = Findings() if findings is None else findings
    return pipeline.set_and_made_up(issue(articles), sheet("square", *OPEN), Catalog(HOUSE.fonts), into)[1]


def text(page: Page) -> str:
    runs = (placed.item.texts for placed in page.items if isinstance(placed.item, GlyphRun))
    return "".join(text for texts in runs for text in texts).replace("\u00a0", " ")


def page_of(pages: tuple[Page, ...], words: str) -> str:
    return next(page.label for page in pages if words in text(page) and page.folio != "1")


def test_a_page_quoted_is_the_one_got_before_and_behind() -> None:
    work = article("a", f"见[@尾]{{.page}}。\n\n## 头 {{#头}}\n\n{FILLED}\n\n## 尾声 {{#尾}}\n\n回看[@头]{{.both}}。")
    findings = Findings()
    pages = made(work, findings=findings)
    assert f"见第 {page_of(pages, '尾声')} 页。" in text(pages[3])
    assert f"回看第 {page_of(pages, '头国')} 页“头”" in text(next(page for page in pages if "回看" in text(page)))
    assert page_of(pages, "尾声") == "5"
    assert [each.rule for each in findings if each.rule.startswith("reference")] == []


def test_a_page_of_another_article_is_quoted_and_led_to() -> None:
    pages = made(article("a", f"另见[@b]{{.page}}。\n\n{FILLED}"), article("b", "国"))
    at = page_of(pages, "b国")
    assert f"另见第 {at} 页" in text(pages[3])
    assert [placed.item.target for placed in pages[3].items if isinstance(placed.item, Link)] == [at]


def test_no_link_to_a_place_of_the_source_is_left() -> None:
    pages = made(article("a", f"[@尾]\n\n{FILLED}\n\n## 尾声 {{#尾}}\n\n国"))
    links = [placed.item for page in pages for placed in page.items if isinstance(placed.item, Link)]
    assert all(not link.uri and link.target for link in links)


def test_what_quotes_no_page_is_set_and_made_up_once(monkeypatch: pytest.MonkeyPatch) -> None:
    assert passes(monkeypatch, f"见[@尾]。\n\n{FILLED}\n\n## 尾声 {{#尾}}\n\n国") == ([1], 1)


def test_what_quotes_a_page_is_alone_set_again(monkeypatch: pytest.MonkeyPatch) -> None:
    assert passes(monkeypatch, f"见[@尾]{{.page}}。\n\n{FILLED}\n\n## 尾声 {{#尾}}\n\n国") == ([1, 1], 2)


def passes(monkeypatch: pytest.MonkeyPatch, markdown: str) -> tuple[list[int], int]:
    """How often the second of two articles is set in each pass (the first refers to nothing), and the passes."""
    counted: list[int] = []
    plain, quoting = article("a", FILLED), article("b", markdown)

    def counting(work: Any, setting: Any, done: dict[int, SetMatter]) -> SetMatter:
        before = dict(done)
        result = set_issue(work, setting, done)
        counted.append(sum(done[number] is not before.get(number) for number in done) - (not before))
        return result

    turns = 0

    def timed(work: MakeUp) -> Any:
        nonlocal turns
        turns += 1
        return make_up(work)

    monkeypatch.setattr(pipeline, "set_issue", counting)
    monkeypatch.setattr(referring, "make_up", timed)
    made(plain, quoting)
    return counted, turns


# ------------------------------------------------------------------ circles


class _Made:
    """Pages that stand where a test says."""

    def __init__(self, pages: tuple[Page, ...]) -> None:
        self.pages = pages

    def _replace(self, pages: tuple[Page, ...]) -> _Made:
        return _Made(pages)


PLACE, TARGET = Span("a.md", 1, 1), Span("a.md", 9, 1)


def swinging(monkeypatch: pytest.MonkeyPatch, lands: Mapping[str, str], article: int = 0) -> tuple[Findings, int]:
    """What is found where a target lands on a page by what is quoted of it, and how often pages are made."""
    findings, turns, quoted_now = Findings(), 0, [""]
    here = sheet("square").page

    def landing(_work: MakeUp) -> _Made:
        nonlocal turns
        turns += 1
        label = lands[quoted_now[0]]
        stands = (referring_stand(TARGET),) if label else ()
        return _Made((Page(0, "right", label, label, here.trim, here.bleed, (), stands),))

    def again(quoted: Mapping[Span, str], numbers: frozenset[int]) -> tuple[SetMatter, tuple[SetMatter, ...]]:
        assert numbers == {article}
        quoted_now[0] = quoted[TARGET]
        return body(quoted[TARGET]), ()

    def body(page: str) -> SetMatter:
        return SetMatter((), (), (Referral(PLACE, TARGET, page, article),))

    monkeypatch.setattr(referring, "make_up", landing)
    monkeypatch.setattr(referring, "report_made_up", lambda _work, _made: None)
    work: Any = type("Work", (), {"findings": findings, "fillers": (), "_replace": lambda self, **_: self})()
    referring.settled(work, body(""), again)
    return findings, turns


def referring_stand(span: Span) -> Any:
    from huozi.display import Stand

    return Stand(span, 0, 1, ())


def told(findings: Findings) -> list[tuple[str, dict[str, str]]]:
    return [(each.rule, dict(each.arguments)) for each in findings]


def test_a_circle_of_page_numbers_ends_and_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    findings, turns = swinging(monkeypatch, {"": "9", "9": "10", "10": "9"})
    assert turns == 4
    assert told(findings) == [("reference-unstable", {"page": "9", "got": "10", "passes": "4"})]


def test_pages_that_settle_late_are_right(monkeypatch: pytest.MonkeyPatch) -> None:
    findings, turns = swinging(monkeypatch, {"": "9", "9": "10", "10": "10"})
    assert (turns, told(findings)) == (3, [])


def test_what_stands_on_no_page_is_told_but_for_fillers(monkeypatch: pytest.MonkeyPatch) -> None:
    findings, turns = swinging(monkeypatch, {"": ""})
    assert (turns, told(findings)) == (1, [("reference-on-no-page", {"target": "a.md:9:1"})])
    findings, turns = swinging(monkeypatch, {"": ""}, article=-1)
    assert (turns, told(findings)) == (1, [])

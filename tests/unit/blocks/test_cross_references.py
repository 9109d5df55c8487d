"""What references print, and what figures and tables are called."""

from __future__ import annotations

from pathlib import Path

import pytest
from issues import HOUSE, issue, sheet, titled
from referring import figure, headed, inlines, table, worded

from huozi.blocks.article import set_article, set_issue
from huozi.blocks.references import referring
from huozi.blocks.setting import Setting
from huozi.content.issue_model import Article, Issue
from huozi.content.model import Block, Box, CrossRef, Quote
from huozi.diagnostics import Findings, Span
from huozi.display import GlyphRun, Link, within_file
from huozi.fonts.catalog import Catalog
from huozi.galley import SetParagraph, Slug

CASES = Path(__file__).resolve().parents[2] / "cases" / "references"


def of(*blocks: Block, title: str = "题目", name: str = "a") -> Article:
    return Article(name, titled(title, Span(f"articles/{name}.md", 2, 8)), blocks, Span(f"articles/{name}.md"))


def setting(*overrides: tuple[str, str], work: Issue | None = None) -> Setting:
    style = sheet("square", *overrides)
    return Setting(style, Catalog(HOUSE.fonts), Findings(), style.page.area.measure, issue=work)


def printed(article: Article, within: Setting | None = None) -> list[str]:
    """What the references of an article print, in their order."""
    surroundings = referring(article, within or setting())
    return [shown.text.replace("\u00a0", " ") for shown in surroundings.references.values()]


def found(article: Article, within: Setting) -> list[tuple[str, dict[str, str]]]:
    referring(article, within)
    return [(each.rule, dict(each.arguments)) for each in within.findings]


def lines(article: Article, *overrides: tuple[str, str]) -> list[str]:
    """The text of an article as it is set, a piece of matter a line; its title left out."""
    told = []
    for matter in set_article(article, 0, setting(*overrides)).galley:
        slugs = matter.cast(matter.lines) if isinstance(matter, SetParagraph) else (matter,)
        for slug in slugs:
            if isinstance(slug, Slug):
                runs = [placed.item.texts for placed in slug.items if isinstance(placed.item, GlyphRun)]
                told.append("".join(text for texts in runs for text in texts).replace("\u00a0", " "))
    return told[1:]


def cases() -> list[tuple[str, str]]:
    rows = (CASES / "clauses.txt").read_text("utf-8").splitlines()[1:]
    return [(row.split(" | ")[0], row.split(" | ")[1]) for row in rows]


@pytest.mark.parametrize(("written", "wanted"), cases())
def test_a_reference_leads_a_clause_of_its_own_and_is_part_of_any_other(written: str, wanted: str) -> None:
    article = of(worded(written), figure("fig-a"), figure("fig-b"), table("tab-a"))
    numbers = {"n": 1}
    within = setting()._replace(note_numbers=numbers)
    shown = referring(article, within).references
    text = ""
    for inline in article.blocks[0].inlines:  # type: ignore[union-attr]  # a paragraph
        match inline:
            case CrossRef():
                text += shown[inline].text.replace("\u00a0", " ")
            case _:
                text += getattr(inline, "text", "①")
    assert text == wanted


def test_a_number_is_not_parted_from_its_word() -> None:
    (shown,) = referring(of(worded("见[@fig-a]"), figure("fig-a")), setting()).references.values()
    assert shown.text == "图\u00a01"


def test_figures_and_tables_are_counted_each_by_themselves_in_the_order_in_which_they_are_written() -> None:
    article = of(
        figure("a"), table("b"), Quote((figure("c"),), Span("x")), figure("d", numbered=False),
        Box("box", (table("e"),), Span("y")), figure("f"),
    )  # fmt: skip
    within = referring(article, setting())
    assert {name: named.label for name, named in within.names.items()} == {
        "a": "图 1", "b": "表 1", "c": "图 2", "d": "“渡口旧影”", "e": "表 2", "f": "图 3",
    }  # fmt: skip
    assert sorted(within.labels.values()) == ["图 1", "图 2", "图 3", "表 1", "表 2"]


def test_a_layout_numbers_by_article_or_through_the_issue() -> None:
    first, second = (
        of(figure("a"), figure("b"), table("c")),
        of(worded("[@a]、[@c]"), figure("a"), table("c"), name="b"),
    )
    work = issue([first, second])
    assert printed(second, setting(work=work)) == ["见图 1", "表 1"]
    assert printed(second, setting(("figures.numbering", "issue"), work=work)) == ["见图 3", "表 1"]
    assert printed(second, setting(("tables.numbering", "issue"), work=work)) == ["见图 1", "表 2"]
    filler = second._replace(kind="filler", name="f")
    assert printed(filler, setting(("figures.numbering", "issue"), work=work)) == ["见图 1", "表 1"]


def test_a_layout_says_what_is_printed() -> None:
    keys = (
        ("figures.label", "Figure {number}"), ("references.figure", "Fig. {number} ({label})"),
        ("references.lead", "see "), ("references.table", "T{number}"),
    )  # fmt: skip
    article = of(worded("（[@a]），[@b]可证"), figure("a"), table("b"))
    assert printed(article, setting(*keys)) == ["see Fig. 1 (Figure 1)", "T1"]
    assert set(referring(article, setting(*keys)).labels.values()) == {"Figure 1", "表 1"}


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ("渡口的由来", "“渡口的由来”"),
        ("一、渡口的由来", "第一节"),
        ("（二）水则", "第（二）节"),
        ("2.1 水则", "第2.1节"),
        ("3. 缆桩", "第3节"),
        ("第三章 缆桩", "第三章"),
    ],
)
def test_a_section_is_told_by_its_number_where_it_has_one(title: str, wanted: str) -> None:
    assert printed(of(worded("参见[@s]一段"), headed("s", title))) == [wanted]


def test_a_page_is_the_one_of_the_pages_before() -> None:
    section, picture = headed("s", "缘起"), figure("a")
    article = of(worded("（[@s]{.page}）详见[@a]{.both}"), section, picture)
    assert printed(article) == ["见第 00 页", "第 00 页图 1"]
    known = setting()._replace(quoted={section.span: "12", picture.span: "9"})
    assert printed(article, known) == ["见第 12 页", "第 9 页图 1"]
    keys = (("references.page", "p. {page}"), ("references.both", '"{reference} ({page})"'))
    known = setting(*keys)._replace(quoted={section.span: "12", picture.span: "9"})
    assert printed(article, known) == ["见p. 12", "图 1 (p. 9)"]


def test_an_article_of_the_issue_is_told_by_its_title() -> None:
    other = of(title="水则三题 | 读碑", name="shuize")
    article = of(worded("另见[@shuize]"))
    assert printed(article, setting(work=issue([article, other]))) == ["本期《水则三题 读碑》"]


@pytest.mark.parametrize(
    ("article", "rule", "arguments"),
    [
        (of(worded("[@fig-b]"), figure("fig-a")), "reference-unknown", {"name": "fig-b", "nearest": "fig-a"}),
        (of(worded("[@fig-b]")), "reference-unknown", {"name": "fig-b", "nearest": "—"}),
        (of(worded("[@a]"), figure("a", "", numbered=False)), "reference-without-number", {"name": "a"}),
    ],
)
def test_what_refers_to_nothing_is_told(article: Article, rule: str, arguments: dict[str, str]) -> None:
    assert found(article, setting()) == [(rule, arguments)]


def test_of_two_alike_the_first_has_the_name() -> None:
    assert printed(of(worded("[@a]"), figure("a"), table("a"))) == ["见图 1"]


def test_a_page_may_be_quoted_of_what_has_neither_number_nor_caption() -> None:
    article = of(worded("见[@a]{.page}"), figure("a", "", numbered=False))
    within = setting()
    assert (printed(article, within), list(within.findings)) == (["第 00 页"], [])


def test_the_first_mention_in_the_text_calls_the_figure() -> None:
    picture, aside = figure("a", "比[@a]早"), table("b")
    article = of(worded("[@a]和[@b]"), worded("再看[@a]"), picture, aside, Box("box", (worded("[@b]"),), Span("z")))
    article = article._replace(notes=(("n", (worded("[@a]"),)),))
    shown = referring(article, setting()).references
    assert [each.key for each in shown.values()] == ["", "", "", str(picture.span), str(aside.span), ""]


def test_references_stand_in_titles_fields_captions_cells_and_notes() -> None:
    article = of(figure("a", "甲[@a]"))._replace(
        title=titled("题")._replace(inlines=inlines("题[@a]")),
        notes=(("n", (worded("注[@a]"),)),),
        fields=(("abstract", (titled("要")._replace(inlines=inlines("要[@a]")),)),),
    )
    assert printed(article) == ["图 1", "图 1", "图 1", "图 1"]


def test_what_is_set_is_what_is_printed_with_a_link_to_its_place() -> None:
    picture = figure("a")
    article = of(worded("水位如[@a]所示。"), picture)
    made = set_article(article, 0, setting())
    paragraph = next(matter for matter in made.galley if isinstance(matter, SetParagraph))
    (slug,) = paragraph.cast(1)
    (link,) = [placed.item for placed in slug.items if isinstance(placed.item, Link)]
    assert link.uri == within_file(picture.span)
    assert lines(article)[0] == "水位如图 1所示。"
    assert [(each.target, each.page, each.article) for each in made.referrals] == [(picture.span, None, 0)]


def test_references_of_an_article_are_set_as_they_stand_in_the_issue() -> None:
    first, second = of(figure("a")), of(worded("见[@a]"), figure("a"), name="b")
    style = sheet("square", ("figures.numbering", "issue"))
    within = Setting(style, Catalog(HOUSE.fonts), Findings(), style.page.area.measure)
    done = dict[int, object]()
    made = set_issue(issue([first, second]), within, done)  # type: ignore[arg-type]  # filled by it
    assert sorted(done) == [0, 1]
    assert [each.article for each in made.referrals] == [1]
    assert not made.findings


def beside(folder: Path, text: str, *overrides: tuple[str, str]) -> tuple[list[str], list[tuple[str, dict[str, str]]]]:
    """What the references of a text print in an issue beside another one, and what is found."""
    other = folder / "2030-02"
    (other / "proofs").mkdir(parents=True)
    body = "journal: 甲\nyear: 2030\nissue: 2\ndate: 2030-02-28\ncontents: [{section: 栏, articles: [shuize, beike]}]\n"
    (other / "issue.yaml").write_text(body, "utf-8")
    (other / "proofs" / "二校.jsonl").write_text('["article","shuize","水则","栏","12"]\n', "utf-8")
    article = of(worded(text))
    work = issue([article])._replace(span=Span(str(folder / "2030-03" / "issue.yaml")))
    within = setting(*overrides, work=work)
    return printed(article, within), [(each.rule, dict(each.arguments)) for each in within.findings]


def test_an_article_of_an_earlier_issue_is_told_by_its_issue(tmp_path: Path) -> None:
    texts, findings = beside(tmp_path, "（[@2030-02/shuize]）参见[@2030-02/shuize]{.page}")
    assert texts == ["见本刊 2030 年第 2 期", "本刊 2030 年第 2 期第 12 页"]
    assert findings == []


def test_a_layout_says_how_an_earlier_issue_is_told(tmp_path: Path) -> None:
    key = ("references.issue", '"{year}（{issue}）{: {page}}"')
    assert beside(tmp_path, "详[@2030-02/shuize]和[@2030-02/shuize]{.page}", key)[0] == ["2030（2）", "2030（2）: 12"]


@pytest.mark.parametrize(
    ("text", "shown", "rule", "arguments"),
    [
        ("[@2030-20/shuize]", "shuize", "reference-issue-unknown", {"issue": "2030-20", "nearest": "2030-02"}),
        (
            "[@2030-02/shuizhe]", "shuizhe", "reference-article-unknown",
            {"name": "shuizhe", "issue": "2030-02", "nearest": "shuize"},
        ),
        (
            "见[@2030-02/beike]{.page}", "本刊 2030 年第 2 期", "reference-page-unknown",
            {"name": "beike", "issue": "2030-02"},
        ),
    ],
)  # fmt: skip
def test_what_an_earlier_issue_lacks_is_told(
    tmp_path: Path, text: str, shown: str, rule: str, arguments: dict[str, str]
) -> None:
    assert beside(tmp_path, text) == ([shown], [(rule, arguments)])

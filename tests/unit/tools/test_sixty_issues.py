from __future__ import annotations

from itertools import islice
from random import Random

import pytest
import tool_path  # noqa: F401
from sixty_issues import WAYS, Article, Paged, Pages, Texts, Way, issues_of, keeps, main, paged, row, share, texts_of
from tiny_pages import article, heading, paragraph

from huozi.galley import Galley, Mark, Start
from huozi.makeup.parts import Grid

BODY = paragraph(4)._replace(may_be_cut=True)
GALLEY: Galley = (
    *(Start("page"), Mark("section", 0), heading(3, 1), Mark("article", 0), heading(3, 2)),
    *(BODY, heading(1), BODY, BODY, paragraph(1)),
    *(*article(1, 14), heading(4, 2), BODY),
)


def test_an_issue_is_taken_apart_by_kinds() -> None:
    texts = texts_of(GALLEY)
    assert [slug.height for slug in (*texts.names, *texts.titles, *texts.headings)] == [3, 3, 4, 1]
    assert (texts.paragraphs, len(texts.sources)) == ((BODY,) * 4, 1)
    assert texts.articles == (
        Article((False, True, False, False), has_source=True),
        Article((False,), has_source=False),
    )
    assert texts.starts == (Start("page"), Start("run-on", 14, is_article=True))


def test_issues_are_built_like_the_articles_of_the_real_one() -> None:
    issues = list(islice(issues_of(texts_of(GALLEY), Random(1)), 30))  # noqa: S311
    assert [sum(matter == Start("page") for matter in galley) for galley in issues] == [3] * 30
    for galley in issues:
        numbers = [matter.key for matter in galley if isinstance(matter, Mark) and matter.kind == "article"]
        assert numbers == list(range(len(numbers)))
        assert sum(matter == Start("run-on", 14, is_article=True) for matter in galley) == len(numbers) - 3
    assert {count for galley in issues for count in articles_of(galley)} == {2, 3, 4, 5, 6}


def articles_of(galley: Galley) -> list[int]:
    """How many articles each section has."""
    counts: list[int] = []
    for matter in galley:
        if isinstance(matter, Mark):
            if matter.kind == "section":
                counts.append(0)
            else:
                counts[-1] += 1
    return counts


def test_a_pack_deals_all_before_any_comes_again() -> None:
    numbered = tuple(paragraph(lines)._replace(may_be_cut=True) for lines in range(1, 8))
    texts = Texts(
        (heading(3, 1),),
        (heading(3),),
        (heading(1),),
        numbered,
        (),
        (Article((False,) * 7, False),),
        texts_of(GALLEY)[-1],
    )
    galley = next(issues_of(texts, Random(5)))  # noqa: S311
    lines = [matter.lines for matter in galley if matter in numbered]
    dealt = [lines[start : start + 7] for start in range(0, len(lines), 7)]
    assert all(sorted(seven) == [1, 2, 3, 4, 5, 6, 7] for seven in dealt)
    assert len({tuple(seven) for seven in dealt}) > 1


def test_what_is_counted_of_plain_pages_and_of_the_best() -> None:
    # on pages of 6 lines the first of them is a line short, unless its paragraph takes a line more
    galley = (Mark("article", 0), paragraph(5, (6, 10)), paragraph(3), paragraph(3))
    found = paged(galley, Grid(6, 1))
    assert found.plain == Pages(2, 1, 1, 0, 0)
    assert found.best == Pages(2, 0, 0, 0, 0)
    assert (found.articles, found.moved, found.varied) == (1, 0, 1)


PLAIN, WAY = Pages(10, short=20, squared=30, unequal=20), Way("", (), short=25, unequal=5)


def issue(**best: int) -> Paged:
    moved = best.pop("moved", 0)
    return Paged(PLAIN, PLAIN._replace(**({"short": 0, "unequal": 0} | best)), 9, moved, 3, 100, 0.01)


def test_bounds_are_kept_by_all_issues_together() -> None:
    assert keeps([issue(short=5, unequal=1)], WAY)
    assert keeps([issue(short=7, unequal=2), issue(short=3)], WAY)
    assert not keeps([issue(short=6)], WAY)
    assert not keeps([issue(unequal=2)], WAY)


def test_a_broken_rule_and_an_article_on_another_page_keep_no_bound() -> None:
    assert not keeps([issue(broken=1)], WAY)
    assert not keeps([issue(moved=1)], WAY)


def test_figures_are_summed() -> None:
    cells = row([issue(short=5), issue(unequal=1)])
    assert cells[:10] == ("2", "20", "40", "5", "12.5", "60", "60", "40", "1", "2.5")
    assert cells[10:15] == ("0", "18", "0", "6", "100")
    assert (share(1, 4), share(0, 0), share(2, 0)) == (25, 0, 100)


def test_where_marks_may_give_way_less_is_left() -> None:
    assert [(way.short, way.unequal) for way in WAYS] == [(55, 15), (25, 5), (25, 5)]


def test_without_the_real_issue_that_is_said(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sixty_issues.seed", lambda: None)
    monkeypatch.setattr("sys.argv", ["sixty_issues"])
    assert main() == 0
    assert "not at hand" in capsys.readouterr().out

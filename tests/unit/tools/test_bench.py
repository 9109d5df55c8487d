from __future__ import annotations

import json
import sys
from pathlib import Path

import tool_path
from bench import PAGED, Case, composition, growth, lend_house, linear, paging, paging_row, table, verdict
from cold_runs import Run, answer_of
from real_issue import SPECIMEN

ONE = Case(1, 30, [Run(0.28, 60), Run(0.30, 60), Run(0.40, 61)], [Run(0.14, 84), Run(0.15, 84), Run(0.25, 84)])
FOUR = Case(4, 108, [Run(1.12, 90), Run(1.2, 90), Run(1.5, 90)], [Run(0.42, 126), Run(0.45, 126), Run(0.6, 126)])


def test_the_table_has_a_line_for_each_case_and_right_aligned_columns() -> None:
    head, one, four = table([ONE, FOUR])
    assert len({len(line) for line in (head, one, four)}) == 1
    assert one.split() == ["1", "30", "0.300", "(0.280–0.400)", "0.150", "(0.140–0.250)", "2.00", "2.00", "60", "84"]


def test_growth_is_counted_from_the_first_case_round_by_round() -> None:
    assert growth([ONE]) == []
    assert growth([ONE, FOUR]) == [
        "growth, 1 to 4 issues: huozi 4.00× the time, 1.50× the memory; typst 3.00× the time, 1.50× the memory"
    ]


def test_the_verdict_says_which_bound_does_not_hold() -> None:
    assert verdict(ONE).count("DOES NOT HOLD") == 0
    slow = ONE._replace(ours=[Run(0.31, 111)])
    assert verdict(slow) == (
        "bounds: at most 2× Typst's time: DOES NOT HOLD (2.07); at most 110 MiB: DOES NOT HOLD (111)"
    )


def test_composition_adds_its_parts_up() -> None:
    times = {"set": 50.0, "place": 20.0, "fewer": 30.0, "more": 40.0, "variants": 8.0, "pulled": 9.0}
    times |= {"characters": 9, "paragraphs": 2, "lines": 3}
    lines = composition(times, 7)
    assert "together 70.0 ms" in lines[1]
    assert "together 70.0 ms" in lines[2]
    assert lines[3] == "  variants for pages 8.0 ms, where marks may give way for a line less 9.0 ms"


def test_what_paging_takes_is_told_with_its_bound_and_with_its_growth() -> None:
    one = {"paging": 44.0, "plain": 9.0, "pages": 25, "places": 368}
    assert paging_row("one column", 1, one, one) == (
        "  one column, 1 issue(s), 25 pages: 44.0 ms (the plain pages 9.0 ms), 368 places; at most 45 ms: holds"
    )
    assert "at most 45 ms: DOES NOT HOLD" in paging_row("one column", 1, one | {"paging": 45.1}, one)
    assert "at most 120 ms: holds" in paging_row("two columns", 1, one | {"paging": 120}, one)
    assert paging_row("one column", 4, one | {"paging": 198.0}, one).endswith("368 places; 4.50× the time of one")


def test_paging_an_issue_is_measured_in_its_columns() -> None:
    one, two = paging(SPECIMEN, (), 1), paging(SPECIMEN, PAGED["two columns"], 1)
    assert 0 < one["plain"] < one["paging"]
    assert (one["is_exact"], two["is_exact"]) == (True, False), "a section is too long for all its ways in two columns"
    assert 0 < one["places"] < two["places"]


def test_growth_of_one_paragraph_is_told_by_the_one_before() -> None:
    runs = [
        {"characters": 1_000, "lines": 28, "seconds": 0.01, "peak": 30.0},
        {"characters": 10_000, "lines": 280, "seconds": 0.11, "peak": 90.0},
    ]
    assert list(linear("han", runs)) == [
        "   han     1,000 characters:    0.01 s,  10.00 ms per 1,000; 28 lines; 30 MiB",
        "   han    10,000 characters:    0.11 s,  11.00 ms per 1,000; 280 lines; 90 MiB; 10× the text, 11.0× the time",
    ]


def test_a_generated_paragraph_is_composed_whole() -> None:
    made = json.loads(answer_of([sys.executable, str(Path(tool_path.TOOLS, "compose_linear.py")), "700", "mixed"]))
    assert made["characters"] == 700
    assert made["lines"] >= 18


def test_copies_of_an_issue_find_the_layouts_of_its_house(tmp_path: Path) -> None:
    issue, place = tmp_path / "house" / "issue" / "one", tmp_path / "place"
    for folder in (issue, tmp_path / "house" / "layout", place):
        folder.mkdir(parents=True)
    lend_house(issue, place)
    assert (place / "layout").resolve() == tmp_path / "house" / "layout"
    assert not (place / "fonts").exists()

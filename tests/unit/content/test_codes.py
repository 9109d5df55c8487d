"""Numbers and codes of an article: which forms are right."""

from __future__ import annotations

import pytest

from huozi.content.article_file import parse_article
from huozi.diagnostics import Findings


def found(line: str) -> list[tuple[str, str]]:
    """The rules that speak against a line of a front matter, with what they propose."""
    findings = Findings()
    parse_article(f"---\ntitle: 水则\n{line}\n---\n正文\n", "a", "a.md", ".", findings)
    return [(item.rule, dict(item.arguments).get("better", "")) for item in findings]


@pytest.mark.parametrize(
    "number",
    [
        "F832.48", "G206", "I207.22", "TP391.41", "TN911.73", "K837.127=6", "D669.3-62", "TP391.41-39", "X1", "F1",
        "F832.48;TP391.41", "F832.48；G20", "B82-05", "R735.2", "H031(2)", "F426.61:TP399", "A", "F832.48a",
    ],
)  # fmt: skip
def test_a_number_of_the_chinese_library_classification(number: str) -> None:
    assert found(f"clc: {number}") == []


@pytest.mark.parametrize(
    "number", ["经济", "f832.48", "832.48", "F832,48", "F 832", "F832.48、G20", "L12", "TA1", "F83?"]
)
def test_what_is_no_number_of_the_classification(number: str) -> None:
    assert found(f"clc: {number}") == [("clc-form", "")]


@pytest.mark.parametrize("number", ["10.1234/abc", "10.13498/j.cnki.chin.j.ecol.2024.12.001", "10.1000.10/123(4)5<6>"])
def test_a_doi(number: str) -> None:
    assert found(f"doi: {number}") == []


@pytest.mark.parametrize(
    "typed",
    [
        "https://doi.org/10.1234/abc",
        "http://dx.doi.org/10.1234/abc",
        "'doi: 10.1234/abc'",
        "DOI：10.1234/abc",
        "doi.org/10.1234/abc",
    ],
)
def test_a_doi_is_its_number_alone(typed: str) -> None:
    assert found(f"doi: {typed}") == [("doi-more", "10.1234/abc")]


@pytest.mark.parametrize("typed", ["10.1234", "10.1234/a b", "abc", "11.1234/abc", "https://example.org/10.1234/abc"])
def test_what_is_no_doi(typed: str) -> None:
    assert found(f"doi: {typed}") == [("doi-form", "")]


@pytest.mark.parametrize(("code", "rules"), [("A", []), ("E", []), ("F", ["document-code"]), ("a", ["document-code"])])
def test_a_document_code(code: str, rules: list[str]) -> None:
    assert [rule for rule, _ in found(f"document_code: {code}")] == rules


def test_a_long_wrong_number_is_looked_through_once() -> None:
    assert found("clc: " + "F8.3" * 20_000 + "?") == [("clc-form", "")]


def test_dates_may_be_one() -> None:
    assert found("received: 2024-09-12\nrevised: 2024-09-12") == []

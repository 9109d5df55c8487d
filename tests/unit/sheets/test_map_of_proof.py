"""The map of a proof: each line with its box on the sheet and its place in the source."""

from __future__ import annotations

import json
from typing import Any

from issues import article, issue, pages
from proofs_made import TOLD, proofed

from huozi.content.markdown import read_markdown
from huozi.diagnostics import Findings
from huozi.display import Page
from huozi.sheets.proof import Wanted
from huozi.sheets.proof_map import proof_map

FILE = "there/issue/articles/a.md"
FACTS = {"journal": "square", "year": "2030", "issue": "3", "title": "题", "round": "初校", "revision": ""}


def made() -> tuple[Page, ...]:
    return pages(issue([article("题", *read_markdown("国" * 40, FILE, ".", Findings()).blocks)]))


def mapped(wanted: Wanted = Wanted(TOLD)) -> Any:  # noqa: B008  # never changed
    proof = proofed(made(), wanted=wanted)
    return json.loads(proof_map(FACTS, proof.mapped, lambda file: file.partition("issue/")[2]))


def test_it_says_what_it_is_of() -> None:
    whole = mapped()
    assert whole["version"] == 1
    assert {key: whole[key] for key in FACTS} == FACTS
    assert whole["files"] == ["articles/a.md"]


def test_each_page_has_its_sheet_and_each_line_its_place() -> None:
    whole = mapped()
    sheets = {page["label"]: page["sheet"] for page in whole["pages"]}
    assert sheets == {"封一": 1, "封二": 2, "1": 3, "2": 4, "封三": 5, "封四": 6}
    (page,) = (page for page in whole["pages"] if page["label"] == "2")
    assert page["folio"] == "2"
    first, second, third = page["lines"][-3:]
    # the trim's corner is at 270.945, 97.638 of a sheet 841.89 by 595.276; columns begin at 50
    assert first[:2] == [340.95, second[1] + 16]
    assert round(first[3] - first[1], 2) == 10
    assert [line[4:] for line in (first, second, third)] == [
        [1, 3, 0, 1, 1, "国" * 18],
        [1, 4, 0, 1, 19, "国" * 20],
        [1, 5, 0, 1, 39, "国" * 2],
    ]
    assert page["lines"][0][6:9] == [-1, 1, 1]


def test_facing_pages_have_one_sheet() -> None:
    sheets = {page["label"]: page["sheet"] for page in mapped(Wanted(TOLD, spreads=True))["pages"]}
    assert sheets["封二"] == sheets["1"]
    assert sheets["2"] == sheets["封三"]


def test_it_is_compact() -> None:
    proof = proofed(made(), wanted=Wanted(TOLD, plain=True))
    data = proof_map(FACTS, proof.mapped, lambda file: file)
    assert b": " not in data
    assert data == proof_map(FACTS, proof.mapped, lambda file: file)

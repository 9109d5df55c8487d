"""Comments in the file: highlights over words, notes at a place, each with an appearance of its own."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pikepdf
import pytest
from output_pages import TARGET, faces, page, pdf, run

from huozi.display import Comment, Link, Placed
from huozi.geometry import Rect
from huozi.output.pdf import pdf_bytes
from huozi.output.standards import PROFILES, STANDARDS

RED = (1000, 250, 0)
BOTH = Comment((Rect(0, 0, 40_000, 10_000), Rect(-20_000, 20_000, 30_000, 10_000)), "n1", "读者", "错字", "改", RED)
ONE = BOTH._replace(boxes=BOTH.boxes[:1], name="n2")
NOTE = BOTH._replace(boxes=(), name="n3")
PROOF = TARGET._replace(profile="proof")


def commented(*comments: Comment) -> bytes:
    """A page of a proof with comments at a place: 100 from the left, 200 from the top of 595.276."""
    items = (Placed(100_000, 200_000, each, order=-1) for each in comments)
    return pdf_bytes([page(Placed(90_000, 210_000, run("春天来了")), *items)], PROOF, faces(), b"")


@contextmanager
def opened(data: bytes) -> Iterator[Any]:
    with pikepdf.open(io.BytesIO(data)) as file:
        yield list(file.pages[0].obj.get("/Annots", []))


def numbers(values: Any) -> list[float]:
    return [float(value) for value in values]


def test_a_highlight_has_a_quadrilateral_for_each_of_its_boxes() -> None:
    with opened(commented(BOTH)) as (each,):
        assert numbers(each.Rect) == pytest.approx([80, 365.276, 140, 395.276])
        assert numbers(each.QuadPoints) == pytest.approx(
            [
                100,
                395.276,
                140,
                395.276,
                100,
                385.276,
                140,
                385.276,
                80,
                375.276,
                110,
                375.276,
                80,
                365.276,
                110,
                365.276,
            ]
        )
        assert (str(each.NM), str(each["/T"]), str(each.Subj), str(each.Contents)) == ("n1", "读者", "错字", "改")
        assert numbers(each.C) == [1, 0.25, 0]


def test_an_appearance_lets_the_words_shine_through() -> None:
    with opened(commented(BOTH)) as (each,):
        form = each.AP.N
        assert numbers(form.BBox) == numbers(each.Rect)
        assert form.Resources.ExtGState.Light.BM == "/Multiply"
        assert form.read_bytes().count(b" re") == 2


def test_highlights_of_one_box_share_their_appearance() -> None:
    with opened(commented(ONE, ONE._replace(name="n4"), BOTH)) as (first, second, both):
        assert first.AP.N.objgen == second.AP.N.objgen != both.AP.N.objgen
        assert numbers(first.AP.N.BBox) == [0, 0, 1, 1]


def test_a_comment_without_words_is_a_note_at_its_place() -> None:
    with opened(commented(NOTE)) as (each,):
        assert each.Subtype == "/Text"
        assert numbers(each.Rect) == pytest.approx([100, 381.276, 112, 395.276])
        assert "/QuadPoints" not in each


def test_comments_are_not_printed() -> None:
    with opened(commented(BOTH, NOTE)) as found:
        assert [int(each.F) & 4 for each in found] == [0, 0]


@pytest.mark.parametrize("name", PROFILES)
def test_no_other_file_has_comments(name: Any) -> None:
    with opened(pdf(page(Placed(0, 0, BOTH, order=-1)), target=TARGET._replace(profile=name))) as found:
        assert found == []


def test_what_is_private_is_in_the_catalog_and_in_the_digest() -> None:
    data = pdf_bytes([page()], PROOF, faces(), b"", b"{}")
    with pikepdf.open(io.BytesIO(data)) as file:
        assert file.Root.PieceInfo.Huozi.Private.read_bytes() == b"{}"
        with pikepdf.open(io.BytesIO(pdf_bytes([page()], PROOF, faces(), b"", b"[]"))) as other:
            assert file.trailer.ID[0] != other.trailer.ID[0]


def test_a_proof_needs_no_profile_and_names_no_standard() -> None:
    row = STANDARDS["proof"]
    assert (row.pdfx, row.pdfa, row.intents, row.despite_errors) == ("", False, (), True)
    with pikepdf.open(io.BytesIO(commented())) as file:
        assert "/OutputIntents" not in file.Root
        assert b"pdfaid" not in file.Root.Metadata.read_bytes()


def test_what_is_about_turned_words_lies_where_they_do() -> None:
    # 30 points long from a place 100 from the left and 200 from the top of 595.276, and 10 high above its baseline
    comment = BOTH._replace(boxes=(Rect(0, -10_000, 30_000, 10_000),))
    link = Link(30_000, 10_000, "", uri="https://example.org/")
    items = (Placed(100_000, 200_000, item, order=-1, is_turned=True) for item in (comment, link))
    data = pdf_bytes([page(Placed(90_000, 210_000, run("春")), *items)], PROOF, faces(), b"")
    with opened(data) as (words, area):
        assert numbers(words.Rect) == pytest.approx([90, 395.276, 100, 425.276])
        assert numbers(area.Rect) == pytest.approx([100, 395.276, 110, 425.276])

"""Groups, answers, states: which annotations are one comment, and what is told under it."""

from __future__ import annotations

from typing import Any

import pytest
from proofs import N, Note, R, annotation, box_of, mark, note, proof, quad, utf16, with_map

from huozi.diagnostics import Findings
from huozi.reviews.model import Comment
from huozi.reviews.reading import read_notes


def read(*notes: Note, everything: bool = False) -> tuple[Comment, ...]:
    findings = Findings()
    found = read_notes(proof(*notes), "proof.pdf", findings, None, all_of_them=everything).comments
    assert list(findings) == []
    return found


def answer(to: int, text: str, author: str = "李", **more: Any) -> Note:
    return annotation(1, "Text", (0, 0, 20, 20), Contents=utf16(text), T=utf16(author), IRT=R(to), F=28, **more)


def state(to: int, said: str, author: str, model: str = "Review", **more: Any) -> Note:
    words = {"State": said.encode(), "StateModel": model.encode(), "F": 30}
    return annotation(1, "Text", (0, 0, 0, 0), T=utf16(author), IRT=R(to), Contents=utf16("x 设置"), **words, **more)


def replies(comment: Comment) -> list[tuple[int, str, str]]:
    return [(reply.depth, reply.author, reply.state or reply.text) for reply in comment.replies]


# ------------------------------------------------------------------ answers


def test_answers_stand_under_what_they_answer_in_the_order_of_their_dates() -> None:
    found = read(
        note("4", 1, "问"),
        answer(0, "后", M=b"D:20301122"),
        answer(0, "先", M=b"D:20301121"),
        answer(1, "再答", author="张"),
    )
    assert [comment.text for comment in found] == ["问"]
    assert replies(found[0]) == [(1, "李", "先"), (1, "李", "后"), (2, "张", "再答")]


def test_an_answer_to_what_is_gone_is_a_comment_that_says_so() -> None:
    found = read(answer(1, "同意"), Note(1, {"Type": N("Annot"), "Subtype": N("Link"), "Rect": [0, 0, 9, 9]}))
    assert [(comment.kind, comment.text, comment.orphan) for comment in found] == [("note", "同意", True)]


@pytest.mark.parametrize("ring", [(0,), (1, 0), (1, 2, 0)])
def test_answers_in_a_circle_are_all_told_once(ring: tuple[int, ...]) -> None:
    found = read(*(answer(to, f"答{at}") for at, to in enumerate(ring)))
    assert [comment.text for comment in found] == ["答0"]
    assert len(found[0].replies) == len(ring) - 1


def test_an_answer_that_names_what_it_answers_finds_it() -> None:
    body = {"IRT": b"one-of-a-kind"}
    found = read(note("4", 1, "问", NM=b"one-of-a-kind"), annotation(1, "Text", (0, 0, 9, 9), Contents=b"yes", **body))
    assert [(comment.text, replies(comment)) for comment in found] == [("问", [(1, "", "yes")])]


# ------------------------------------------------------------------ states


def test_of_states_the_last_of_each_person_is_told() -> None:
    found = read(
        note("4", 1, "问"),
        state(0, "Rejected", "李", M=b"D:20301121"),
        state(1, "Accepted", "李", M=b"D:20301122"),
        state(0, "Cancelled", "张", M=b"D:20301120"),
        state(0, "Marked", "李", "Marked", M=b"D:20301123"),
    )
    assert replies(found[0]) == [(1, "张", "Cancelled"), (1, "李", "Accepted"), (1, "李", "Marked")]


def test_a_state_of_an_answer_stands_under_that_answer() -> None:
    found = read(note("4", 1, "问"), answer(0, "答"), state(1, "Completed", "张"))
    assert replies(found[0]) == [(1, "李", "答"), (2, "张", "Completed")]


def test_a_state_of_what_is_gone_is_no_comment() -> None:
    assert read(state(1, "Accepted", "李"), Note(1, {"Subtype": N("Link"), "Rect": [0, 0, 9, 9]})) == ()


# ------------------------------------------------------------------ groups

RIVER = box_of("4", 3, "river")
CARET = (RIVER[2] - 4, RIVER[1] - 3, RIVER[2] + 4, RIVER[1] + 5)


@pytest.mark.parametrize("tie", [{"RT": N("Group")}, {"RT": N("R")}, {}])
@pytest.mark.parametrize("order", [("Caret", "StrikeOut"), ("StrikeOut", "Caret")])
def test_a_caret_and_a_strike_out_are_a_replacement_however_they_are_tied(
    order: tuple[str, str], tie: dict[str, Any]
) -> None:
    caret = annotation(1, "Caret", CARET, Contents=utf16("brook"))
    strike = annotation(1, "StrikeOut", RIVER, QuadPoints=quad(RIVER))
    first, second = (caret, strike) if order[0] == "Caret" else (strike, caret)
    found = read(first, Note(1, {**second.body, "IRT": R(0), **tie}))
    assert [(comment.kind, comment.marked, comment.text) for comment in found] == [("replace", "river", "brook")]


def test_answers_to_a_part_of_a_group_are_those_to_the_whole() -> None:
    found = read(
        annotation(1, "Caret", CARET, Contents=utf16("brook")),
        mark("StrikeOut", "4", 3, "river", IRT=R(0), RT=N("Group")),
        answer(1, "好"),
    )
    assert [(comment.kind, replies(comment)) for comment in found] == [("replace", [(1, "李", "好")])]


def test_other_groups_are_one_comment_with_the_words_of_all() -> None:
    found = read(
        mark("Highlight", "4", 1, "河灯", Contents=utf16("两处")),
        mark("Highlight", "4", 2, "灯影", IRT=R(0), RT=N("Group")),
    )
    assert [(comment.kind, comment.marked, comment.text) for comment in found] == [("highlight", "河灯灯影", "两处")]


# ------------------------------------------------------------------ the proof's own, doubles, what removed ones leave

OWN = {"T": b"Huozi", "NM": b"articles/01-hedeng.md:7:3#9f2c00d1aa04"}


def test_findings_of_the_proof_are_told_where_they_have_answers_or_all_are_asked_for() -> None:
    own = note("4", 2, "行太松", **OWN)
    other = note("4", 1, "孤字", **{**OWN, "NM": b"articles/01-hedeng.md:5:1#9f2c00d1aa05"})
    assert read(own) == ()
    assert [(item.kind, item.text) for item in read(own, everything=True)] == [("finding", "行太松")]
    found = read(own, other, answer(0, "已改"))
    assert [(item.kind, item.text, replies(item)) for item in found] == [("finding", "行太松", [(1, "李", "已改")])]


def test_a_finding_is_known_by_its_name_alone() -> None:
    assert read(note("4", 2, "行太松", T=utf16("别人"), NM=OWN["NM"])) == ()


def test_how_many_findings_are_left_out_is_told() -> None:
    written = proof(note("4", 2, "行太松", **OWN), note("4", 1, "一"))
    assert read_notes(written, "proof.pdf", Findings(), None, all_of_them=False).own_left_out == 1
    assert read_notes(written, "proof.pdf", Findings(), None, all_of_them=True).own_left_out == 0


def test_what_is_the_same_in_everything_is_told_once() -> None:
    twice = note("4", 1, "同", T=utf16("李"), M=b"D:20301120")
    found = read(twice, twice, answer(1, "答"))
    assert [(comment.text, replies(comment)) for comment in found] == [("同", [(1, "李", "答")])]


def test_an_annotation_that_stands_on_its_page_twice_is_told_once() -> None:
    import io

    import pikepdf

    pdf = pikepdf.open(io.BytesIO(proof(note("4", 1, "一"))))
    rows = pdf.pages[1].obj["/Annots"]
    pdf.pages[1].obj["/Annots"] = pikepdf.Array([rows[0], rows[0]])
    written = io.BytesIO()
    pdf.save(written)
    found = read_notes(with_map(written.getvalue()), "proof.pdf", Findings(), None, all_of_them=False)
    assert len(found.comments) == 1


def test_a_mark_without_words_and_place_is_left_of_a_removed_one() -> None:
    assert read(annotation(1, "Highlight", (-32768, -32768, 32768, 32768), QuadPoints=[])) == ()


def test_what_is_hidden_is_told_with_that() -> None:
    assert [comment.hidden for comment in read(note("4", 1, "一", F=2), note("4", 2, "二", F=32))] == [True, True]

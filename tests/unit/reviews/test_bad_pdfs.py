"""Files from strangers: damaged ones, bombs, locked ones, those without comments or map, those with too many."""

from __future__ import annotations

import zlib
from io import BytesIO
from typing import Any

import pikepdf
import pypdf
import pytest
from proofs import Note, annotation, by_pikepdf, map_json, mark, note, pages, proof, utf16, with_map
from pypdf.generic import NameObject, TextStringObject

from huozi.diagnostics import Findings, InvalidIssue
from huozi.reviews import comments as telling
from huozi.reviews import pdf_file
from huozi.reviews.reading import Notes, read_notes


def read(data: bytes, *, everything: bool = False) -> tuple[Notes, list[str]]:
    """The comments of a file, and the rules of what was found."""
    findings = Findings()
    found = read_notes(data, "proof.pdf", findings, None, all_of_them=everything)
    return found, [item.rule for item in findings]


def refused(data: bytes) -> str:
    with pytest.raises(InvalidIssue) as raised:
        read(data)
    (item,) = raised.value.findings
    return item.rule


def changed(data: bytes, change: Any, **save: Any) -> bytes:
    """A PDF after a change."""
    pdf = pikepdf.open(BytesIO(data))
    change(pdf)
    written = BytesIO()
    pdf.save(written, **save)
    return written.getvalue()


ONE = (note("4", 1, "一"),)


# ------------------------------------------------------------------ what is no PDF that can be read


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", "批注".encode(), b"\x00" * 4000])
def test_what_is_no_pdf_is_named(data: bytes) -> None:
    assert refused(data) == "notes-not-a-pdf"


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"%PDF-1.7\n" + b"1 0 obj << >> endobj\n" * 3, proof(*ONE)[:300]])
def test_a_pdf_of_which_nothing_is_left_is_damaged(data: bytes) -> None:
    assert refused(data) == "notes-damaged"


def test_what_can_be_mended_is_read() -> None:
    whole = with_map(by_pikepdf(ONE), object_stream_mode=pikepdf.ObjectStreamMode.disable)
    cut = whole[: whole.rindex(b"xref")]
    assert [item.text for item in read(cut)[0].comments] == ["一"]


def test_a_pdf_with_a_password_is_refused_and_one_without_is_read() -> None:
    locked = changed(proof(*ONE), lambda pdf: None, encryption=pikepdf.Encryption(user="u", owner="o"))
    open_to_all = changed(proof(*ONE), lambda pdf: None, encryption=pikepdf.Encryption(user="", owner="o"))
    assert refused(locked) == "notes-encrypted"
    found = read(open_to_all)[0].comments[0]
    assert (found.text, found.place.line, found.beside) == ("一", 1, "河灯顺流而下")


@pytest.mark.parametrize("save", [{"linearize": True}, {"object_stream_mode": pikepdf.ObjectStreamMode.generate}])
def test_files_written_for_the_web_or_packed_are_read(save: dict[str, Any]) -> None:
    found, rules = read(with_map(by_pikepdf([mark("Highlight", "4", 1, "顺流")]), **save))
    assert [(item.marked, item.place.line) for item in found.comments] == [("顺流", 1)]
    assert rules == []


def test_of_a_file_that_was_saved_again_and_again_the_last_is_read() -> None:
    data = proof(*ONE, note("4", 2, "二"))
    for text in ("甲", "乙"):
        writer = pypdf.PdfWriter(BytesIO(data), incremental=True)
        rows: Any = writer.pages[1]["/Annots"]
        rows[0].get_object()[NameObject("/Contents")] = TextStringObject(text)
        written = BytesIO()
        writer.write(written)
        assert written.getvalue().startswith(data)
        data = written.getvalue()
    assert [(item.text, item.place.line) for item in read(data)[0].comments] == [("乙", 1), ("二", 2)]


# ------------------------------------------------------------------ bombs


def bomb(size: int) -> bytes:
    return zlib.compress(b"[" + b" " * size)


def test_a_map_that_is_a_bomb_is_refused_unopened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_file, "LIMITS", {**pdf_file.LIMITS, "flate_max_memory": 2**20})

    def fill(pdf: pikepdf.Pdf) -> None:
        pdf.Root.PieceInfo.Huozi.Private.write(bomb(4 * 2**20), filter=pikepdf.Name("/FlateDecode"))

    found, rules = read(changed(proof(*ONE), fill))
    assert rules == ["notes-map-damaged"]
    assert [(item.text, item.place.by) for item in found.comments] == [("一", "page")]


def test_a_file_whose_objects_are_a_bomb_is_damaged(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_file, "LIMITS", {**pdf_file.LIMITS, "flate_max_memory": 2**20})

    def fill(pdf: pikepdf.Pdf) -> None:
        pdf.Root.Bomb = pdf.make_indirect(pikepdf.Dictionary(A=pikepdf.String(b" " * 4 * 2**20)))

    assert refused(changed(proof(*ONE), fill, object_stream_mode=pikepdf.ObjectStreamMode.generate)) == "notes-damaged"


def test_limits_are_those_of_before_afterwards() -> None:
    before = pikepdf.settings.get_qpdf_limits()
    read(proof(*ONE))
    refused(b"%PDF-1.7\n")
    assert pikepdf.settings.get_qpdf_limits() == before


def drawing(pdf: pikepdf.Pdf, content: bytes, **resources: Any) -> None:
    """Give the first page of text another content, whose fonts are the page's own."""
    body = pdf.pages[1].obj
    body["/Contents"] = pdf.make_stream(content)
    for key, value in resources.items():
        body["/Resources"][f"/{key}"] = value


def form(pdf: pikepdf.Pdf, content: bytes, **resources: Any) -> pikepdf.Stream:
    made = pdf.make_stream(content)
    made["/Subtype"] = pikepdf.Name("/Form")
    made["/BBox"] = pikepdf.Array([0, 0, 600, 800])
    made["/Resources"] = pikepdf.Dictionary({f"/{key}": value for key, value in resources.items()})
    return made


def characters_without_end(pdf: pikepdf.Pdf) -> None:
    drawing(pdf, b"BT /F1 12 Tf " + b"(a) Tj " * 700_000 + b"ET")


def forms_without_end(pdf: pikepdf.Pdf) -> None:
    inner = form(pdf, b"BT (abc) Tj ET")
    for _ in range(9):
        inner = form(pdf, b"/X Do " * 10, XObject=pikepdf.Dictionary(X=inner))
    drawing(pdf, b"/#58 Do", XObject=pikepdf.Dictionary(X=inner))


def a_form_in_itself(pdf: pikepdf.Pdf) -> None:
    ring = form(pdf, b"/X Do")
    ring["/Resources"]["/XObject"] = pikepdf.Dictionary(X=ring)
    drawing(pdf, b"/X Do", XObject=pikepdf.Dictionary(X=ring))


def a_content_that_is_none(pdf: pikepdf.Pdf) -> None:
    stream = pdf.make_stream(b"")
    stream.write(b"no such thing", filter=pikepdf.Name("/FlateDecode"))
    pdf.pages[1].obj["/Contents"] = stream


HEAVY = (characters_without_end, forms_without_end, a_form_in_itself, a_content_that_is_none)


@pytest.mark.parametrize("change", HEAVY)
def test_the_text_of_a_page_without_end_is_not_read(change: Any) -> None:
    found, rules = read(changed(proof(mark("Highlight", "4", 1, "顺流"), mark("Highlight", "6", 1, "石桥")), change))
    assert [(item.marked, item.place.line) for item in found.comments] == [("", 1), ("石桥", 1)]
    assert rules == ["notes-wordless"]


def test_a_form_that_is_drawn_often_is_read() -> None:
    def draw(pdf: pikepdf.Pdf) -> None:
        fonts = pdf.pages[1].obj["/Resources"]["/Font"]
        inner = form(pdf, pdf.pages[1].obj["/Contents"].read_bytes(), Font=fonts)
        empty = form(pdf, b" " * 100_000)
        drawing(pdf, b"/E Do " * 30 + b"/X Do", XObject=pikepdf.Dictionary(X=inner, E=empty))

    found, rules = read(changed(proof(mark("Highlight", "4", 1, "顺流")), draw))
    assert [item.marked for item in found.comments] == ["顺流"]
    assert rules == []


# ------------------------------------------------------------------ objects that are not what they should be

ODD: dict[str, dict[str, Any]] = {
    "a rectangle of words": {"Rect": [b"a", b"b", b"c", b"d"]},
    "a rectangle of three": {"Rect": [1, 2, 3]},
    "corners that are none": {"QuadPoints": [1, 2, 3]},
    "corners beyond all pages": {"QuadPoints": [10**9] * 8},
    "a number for a text": {"Contents": 5, "T": 6, "M": 7},
    "a text for a flag": {"F": b"4"},
    "a dictionary for a name": {"NM": {"A": 1}, "IT": {"A": 1}},
    "an answer to a number": {"IRT": 5},
    "an answer to nothing": {"IRT": {"A": 1}},
}


@pytest.mark.parametrize("odd", ODD)
def test_a_comment_with_odd_members_is_told_or_counted(odd: str) -> None:
    found, rules = read(proof(annotation(1, "Text", (100, 690, 120, 710), **ODD[odd])))
    assert len(found.comments) + rules.count("notes-some-unread") == 1


def test_annotations_that_are_none_are_passed_over() -> None:
    def fill(pdf: pikepdf.Pdf) -> None:
        rows = pdf.pages[1].obj["/Annots"]
        pdf.pages[1].obj["/Annots"] = pikepdf.Array([None, 5, pikepdf.Array([]), pikepdf.Dictionary(), *rows])
        pdf.pages[0].obj["/Annots"] = pikepdf.Name("/None")

    assert [item.text for item in read(changed(proof(*ONE), fill))[0].comments] == ["一"]


def test_pages_are_called_as_the_file_calls_them() -> None:
    def fill(pdf: pikepdf.Pdf) -> None:
        label = pikepdf.Dictionary(S=pikepdf.Name("/r"), St=4)
        pdf.Root.PageLabels = pikepdf.Dictionary(Nums=pikepdf.Array([0, label]))

    (found,) = read(changed(by_pikepdf(ONE), fill))[0].comments
    assert found.place.label == "v"


def test_a_label_without_end_is_cut() -> None:
    def fill(pdf: pikepdf.Pdf) -> None:
        label = pikepdf.Dictionary(S=pikepdf.Name("/D"), P=pikepdf.String("x" * 90_000))
        pdf.Root.PageLabels = pikepdf.Dictionary(Nums=pikepdf.Array([0, label]))

    (found,) = read(changed(by_pikepdf(ONE), fill))[0].comments
    assert found.place.label == "x" * 40


# ------------------------------------------------------------------ no map, another one, no comments


def test_a_proof_without_comments_has_none() -> None:
    assert read(proof()) == (Notes("proof.pdf", read(proof())[0].proof, 3, ()), [])


def test_without_a_map_a_comment_has_its_page_and_the_words_beside_it() -> None:
    found, rules = read(by_pikepdf([note("4", 1, "一"), mark("StrikeOut", "5", 1, "右栏", 2)]))
    assert rules == ["notes-no-map"]
    assert [(item.place.sheet, item.place.label, item.place.line, item.place.by) for item in found.comments] == [
        (2, "", 0, "page"),
        (3, "", 0, "page"),
    ]
    assert [(item.beside, item.marked) for item in found.comments] == [("河灯顺流而下", ""), ("", "右栏")]
    assert found.proof is None


def test_without_a_map_the_findings_of_the_proof_tell_the_file_and_line_nearby() -> None:
    own = note("4", 2, "行太松", T=b"Huozi", NM=b"articles/01-hedeng.md:7:3#9f2c00d1aa04")
    far = note("4", 4, "孤字", T=b"Huozi", NM=b"articles/01-hedeng.md:9:1#9f2c00d1aa05")
    found, rules = read(by_pikepdf([own, far, note("4", 1, "一"), mark("StrikeOut", "5", 1, "右栏", 2)]))
    assert [(str(item.place.span), item.place.by, item.place.near) for item in found.comments] == [
        ("articles/01-hedeng.md:7:3", "finding", True),
        ("", "page", False),
    ]
    assert rules == ["notes-no-map"]


@pytest.mark.parametrize(("held", "rule"), [(b"{", "notes-map-damaged"), (b'{"version": 2}', "notes-map-later")])
def test_a_map_that_cannot_be_used_is_named(held: bytes, rule: str) -> None:
    found, rules = read(with_map(by_pikepdf(ONE), held))
    assert rules == [rule]
    assert [item.place.by for item in found.comments] == ["page"]


def test_a_map_that_is_no_stream_is_damaged() -> None:
    def fill(pdf: pikepdf.Pdf) -> None:
        pdf.Root.PieceInfo = pikepdf.Dictionary(Huozi=pikepdf.Dictionary(Private=pikepdf.String("x")))

    assert read(changed(by_pikepdf(ONE), fill))[1] == ["notes-map-damaged"]


def test_where_pages_are_gone_lines_are_not_guessed() -> None:
    def fill(pdf: pikepdf.Pdf) -> None:
        del pdf.pages[0]

    found, rules = read(changed(proof(*ONE), fill))
    assert rules == ["notes-map-misfit"]
    assert found.proof is not None
    assert (found.proof.round, found.proof.pages) == ("二校", ())
    assert [(item.place.sheet, item.place.by) for item in found.comments] == [(1, "page")]


def own(label: str, number: int, file: str) -> Note:
    """A finding that the proof brought along."""
    return note(label, number, "行太松", T=b"Huozi", NM=f"{file}:1:1#9f2c00d1aa04".encode())


def test_where_pages_have_moved_lines_are_not_guessed() -> None:
    def fill(pdf: pikepdf.Pdf) -> None:
        pdf.pages.append(pdf.pages[1])
        del pdf.pages[1]

    findings_of_the_proof = (own("4", 1, "articles/01-hedeng.md"), own("6", 1, "articles/02-qiaodun.md"))
    whole = proof(*ONE, *findings_of_the_proof)
    assert [(item.place.by, item.place.line) for item in read(whole)[0].comments] == [("map", 1)]
    found, rules = read(changed(whole, fill))
    assert rules == ["notes-pages-moved"]
    assert [(item.place.sheet, item.place.line, item.place.by) for item in found.comments] == [(3, 0, "finding")]


def test_findings_of_other_files_say_nothing_of_pages() -> None:
    found, rules = read(proof(*ONE, own("4", 1, "issue.yaml"), own("4", 2, "articles/03-other.md")))
    assert rules == []
    assert [item.place.line for item in found.comments] == [1]


def test_a_page_of_the_map_without_lines_still_has_its_label() -> None:
    whole = map_json()
    whole["pages"][0]["lines"] = []
    (found,) = read(with_map(by_pikepdf(ONE), whole))[0].comments
    assert (found.place.label, found.place.line, str(found.place.span)) == ("4", 0, "")


# ------------------------------------------------------------------ thousands


def many(count: int) -> list[Note]:
    return [note("4", at % 4 + 1, f"第 {at}", NM=b"%d" % at) for at in range(count)]


def test_thousands_of_comments_are_told() -> None:
    found, rules = read(proof(*many(3000)))
    assert len(found.comments) == 3000
    assert rules == []


def test_beyond_what_is_read_comments_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_file, "MOST_ANNOTATIONS", 5)
    findings = Findings()
    found = read_notes(proof(*many(8)), "proof.pdf", findings, None, all_of_them=False)
    assert len(found.comments) == 5
    assert [(item.rule, dict(item.arguments)["count"]) for item in findings] == [("notes-too-many", "3")]


def test_beyond_what_is_looked_at_comments_are_told_without_their_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(telling, "MOST_LOOKS", 100)
    found, rules = read(proof(*(mark("Highlight", "4", 1, "顺流", NM=b"%d" % at) for at in range(4))))
    assert sum(not item.marked for item in found.comments) == 2
    assert rules == ["notes-wordless"]


def test_a_long_chain_of_states_is_followed_to_its_comment() -> None:
    from proofs import R

    chain = [
        annotation(1, "Text", (0, 0, 0, 0), IRT=R(at), State=b"Accepted", StateModel=b"Review", T=b"a", M=b"%08d" % at)
        for at in range(2000)
    ]
    (found,) = read(proof(note("4", 1, "一"), *chain))[0].comments
    assert [reply.state for reply in found.replies] == ["Accepted"]


def test_a_long_chain_of_answers_is_told() -> None:
    from proofs import R

    chain = [annotation(1, "Text", (0, 0, 0, 0), IRT=R(at), Contents=utf16(f"{at}")) for at in range(2000)]
    (found,) = read(proof(note("4", 1, "一"), *chain))[0].comments
    assert [reply.text for reply in found.replies] == [str(at) for at in range(2000)]
    assert max(reply.depth for reply in found.replies) == 50


def test_pages_are_those_of_the_file() -> None:
    assert read(pages())[0].sheets == 3

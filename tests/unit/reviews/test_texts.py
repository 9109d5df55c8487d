"""Texts of annotations as programs write them, and as they may be shown."""

from __future__ import annotations

import pytest
from proofs import Note, annotation, note, proof

from huozi.diagnostics import Findings
from huozi.reviews.model import Comment
from huozi.reviews.reading import read_notes
from huozi.reviews.texts import MOST_TEXT, date_of, in_markdown, of_rich_text, shown, shown_lines


def read(*notes: Note) -> Comment:
    (found,) = read_notes(proof(*notes), "proof.pdf", Findings(), None, all_of_them=False).comments
    return found


def said(**more: object) -> str:
    return read(annotation(1, "Text", (100, 700, 110, 710), **more)).text


ENCODED = {
    "UTF-16 with its mark": b"\xfe\xff" + "改“桥”".encode("utf-16-be"),
    "UTF-16 the other way round": b"\xff\xfe" + "改“桥”".encode("utf-16-le"),
    "UTF-16 that names its language": b"\xfe\xff" + "\x1bzhCN\x1b改“桥”".encode("utf-16-be"),
    "UTF-8 with its mark": b"\xef\xbb\xbf" + "改“桥”".encode(),
    "UTF-8 without one": "改“桥”".encode(),
    "GBK": "改“桥”".encode("gbk"),
}


@pytest.mark.parametrize("encoding", ENCODED)
def test_a_text_is_read_in_the_encoding_it_is_written_in(encoding: str) -> None:
    assert said(Contents=ENCODED[encoding]) == "改“桥”"


@pytest.mark.parametrize(
    ("data", "text"),
    [(b"caf\xe9", "café"), (b"\x85 \x8dyes\x8e", "– “yes”"), (b"", ""), (b"\xe9\xe8", "éè")],
)
def test_a_text_without_a_mark_is_pdfdocencoding(data: bytes, text: str) -> None:
    assert said(Contents=data) == text


def test_line_ends_are_all_the_same() -> None:
    assert said(Contents=b"\xfe\xff" + "一\r二\r\n三\n四\r".encode("utf-16-be")) == "一\n二\n三\n四"


def test_halves_of_characters_are_told_as_lost() -> None:
    assert said(Contents=b"\xfe\xff\xd8\x40" + "甲".encode("utf-16-be")) == "\ufffd甲"


def test_a_text_without_end_is_cut() -> None:
    assert said(Contents=b"a" * (MOST_TEXT + 500)) == "a" * MOST_TEXT + "…"


RICH = '<?xml version="1.0"?><body style="x"><p>甲 <b>乙</b><br/>丙</p><p>&amp;&#x4e01;</p></body>'


def test_where_only_rich_text_is_there_its_text_is_told() -> None:
    assert said(RC=b"\xfe\xff" + RICH.encode("utf-16-be")) == "甲 乙\n丙\n&丁"


def test_plain_text_goes_before_rich_text() -> None:
    assert said(RC=RICH.encode(), Contents=b"plain") == "plain"


@pytest.mark.parametrize(
    ("rich", "text"),
    [
        ("<p>a<script>alert(1)</script>b</p>", "ab"),
        ("<style>p{}</style>a<!-- b -->c", "ac"),
        ("<p>a &lt;b&gt; c", "a <b> c"),
        ("a < b", "a"),
        ("<" * 50_000, ""),
        ("<!--" * 20_000, ""),
    ],
)
def test_markup_is_taken_off_safely(rich: str, text: str) -> None:
    assert of_rich_text(rich) == text


def test_a_text_that_stands_in_the_window_alone_is_told() -> None:
    from proofs import R

    popup = annotation(1, "Popup", (0, 0, 9, 9), Parent=R(0), Contents=b"in the window")
    assert read(note("4", 1), popup).text == "in the window"


@pytest.mark.parametrize(
    ("raw", "date"),
    [
        ("D:20301120103000+08'00'", "2030-11-20T10:30:00+08:00"),
        ("D:20301120103000+08'00", "2030-11-20T10:30:00+08:00"),
        ("D:20301120103000Z00'00'", "2030-11-20T10:30:00Z"),
        ("20301120103000", "2030-11-20T10:30:00"),
        ("D:203011201030", "2030-11-20T10:30:00"),
        ("D:20301120", "2030-11-20"),
        ("D:2030", "2030"),
        ("2030-11-20 10:30:00", "2030-11-20T10:30:00"),
        ("Fri Nov 20", "Fri Nov 20"),
        ("", ""),
        ("x" * 90, "x" * 40),
    ],
)
def test_dates_are_read_as_programs_write_them(raw: str, date: str) -> None:
    assert date_of(raw) == date


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("改桥 🌉", "改桥 🌉"),
        ("a\x1b[2Jb", "a\\x1b[2Jb"),
        ("a\u202eb\u2066c", "a\\u202eb\\u2066c"),
        ("a\u200bb\ufeffc\u2028d", "a\\u200bb\\ufeffc\\u2028d"),
        ("a\x07\x9bb", "a\\x07\\x9bb"),
        ("a\tb", "a b"),
    ],
)
def test_what_no_one_sees_is_shown_as_an_escape(text: str, seen: str) -> None:
    assert shown(text) == seen


def test_a_text_of_several_lines_is_shown_line_by_line() -> None:
    assert shown_lines("一\n\x1b二") == ["一", "\\x1b二"]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("# a", "#<!-- --> a"),
        ("a\n\n- b", "a<br><br>- b"),
        ("[a](http://b)", "\\[a\\]\\(http\\://b\\)"),
        ("<script>", "\\<script\\>"),
        ("a|b`c`", "a\\|b\\`c\\`"),
        ("@team #12 www.b.cn", "@<!-- -->team #<!-- -->12 www\\.b.cn"),
        ("&lt; ~~x~~ $y$", "\\&lt; \\~\\~x\\~\\~ \\$y\\$"),
    ],
)
def test_nothing_of_a_text_is_markup_in_markdown(text: str, written: str) -> None:
    assert in_markdown(text) == written

"""Objects of a file: streams and their lengths, texts and their encodings, what a fork or a failure leaves."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
import zlib

import pikepdf
import pytest
from output_pages import page, pdf

from huozi.output.pdf import objects
from huozi.output.pdf.objects import Deflated, File, Stream, pdf_array, pdf_dict, pdf_name, pdf_text

FINGERPRINT = bytes(range(64))


def written(**entries: objects.Value) -> bytes:
    """A file whose catalog holds these entries."""
    file = File()
    return file.write(pdf_dict({"Type": pdf_name("Catalog"), **entries}), pdf_dict({}), FINGERPRINT)


def test_a_stream_says_its_length_and_ends_on_a_line_of_its_own() -> None:
    file = File()
    plain = file.add(Stream({"Type": pdf_name("Metadata")}, b"abc", deflated=False))
    data = file.write(pdf_dict({"Type": pdf_name("Catalog"), "Metadata": plain}), pdf_dict({}), FINGERPRINT)
    assert b"/Length 3" in data
    assert b"\nstream\nabc\nendstream\n" in data
    assert b"/Filter" not in data.partition(b"abc")[0].rpartition(b"obj")[2]


def test_a_deflated_stream_comes_back_and_says_how_long_it_is_deflated() -> None:
    content = b"0 0 m 10 0 l S\n" * 100
    file = File()
    stream = file.add(Stream({}, content))
    data = file.write(pdf_dict({"Type": pdf_name("Catalog"), "X": stream}), pdf_dict({}), FINGERPRINT)
    (length,) = re.findall(rb"/Filter /FlateDecode[^>]*?/Length (\d+)", data)
    start = data.index(b"\nstream\n") + len(b"\nstream\n")
    assert zlib.decompress(data[start : start + int(length)]) == content
    assert data[start + int(length) :].startswith(b"\nendstream\n")


def test_entries_are_kept_and_written_in_the_order_of_the_alphabet() -> None:
    data = written(Zebra=1, Apple=pdf_array([1, pdf_name("Two"), "null"]), Mango="true")
    body = data.partition(b"/Apple")[2]
    assert body.index(b"/Mango") < body.index(b"/Type") < body.index(b"/Zebra")
    assert re.search(rb"/Apple \[\s*1 /Two null\s*\]", data)


@pytest.mark.parametrize(
    ("words", "stored"),
    [
        ("Lake", b"Lake"),
        ("", b""),
        ("(a\\b)", b"(a\\b)"),
        ("湖", b"\xfe\xff\x6e\x56"),
        ("é", b"\xe9"),
        ("𠮷", b"\xfe\xff\xd8\x42\xdf\xb7"),
        ("α", b"\xfe\xff\x03\xb1"),
    ],
)
def test_texts_are_latin_where_that_does_and_else_utf_16_with_its_mark(words: str, stored: bytes) -> None:
    file = File()
    tree = file.add(pdf_dict({"Type": pdf_name("Pages"), "Count": 0, "Kids": pdf_array([])}))
    catalog = pdf_dict({"Type": pdf_name("Catalog"), "Pages": tree})
    data = file.write(catalog, pdf_dict({"Title": pdf_text(words)}), FINGERPRINT)
    with pikepdf.open(io.BytesIO(data)) as read:
        assert bytes(read.trailer.Info.Title) == stored


def test_the_file_begins_with_its_version_and_ends_with_its_mark() -> None:
    data = pdf(page())
    assert data.startswith(b"%PDF-1.6\n%")
    assert max(data.splitlines()[1]) > 127, "bytes beyond ASCII tell that it is no text (ISO 32000-1, 7.5.2)"
    assert data.rstrip().endswith(b"%%EOF")
    assert b"/ID" in data and b"/Encrypt" not in data


def test_what_deflating_raises_is_raised_where_the_bytes_are_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_content: bytes, _level: int) -> bytes:
        raise MemoryError

    monkeypatch.setattr(objects, "zlib_compress", full)
    with pytest.raises(MemoryError):
        Deflated(b"a").content()


FORKED = """
import os, zlib
from huozi.output.pdf.objects import Deflated
before = Deflated(b"before")
assert zlib.decompress(before.content()) == b"before"
waiting = Deflated(b"waiting" * 1000)
child = os.fork()
assert zlib.decompress(Deflated(b"after").content()) == b"after"
assert zlib.decompress(waiting.content()) == b"waiting" * 1000
if not child:
    os._exit(0)
assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no processes forked off")
def test_a_process_forked_off_deflates_what_its_parent_s_thread_would_have() -> None:
    done = subprocess.run([sys.executable, "-c", FORKED], capture_output=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr

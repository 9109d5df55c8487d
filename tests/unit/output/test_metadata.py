"""What the file says of itself: information dictionary, XMP packet and trailer, read back by another library."""

from __future__ import annotations

import io
import re
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from xml.etree import ElementTree

import pikepdf
import pytest
from output_pages import SCREEN, TARGET, page, pdf, run

from huozi.display import Placed, Target
from huozi.output.pdf.document import uuid as uuid_of

MM = "{http://ns.adobe.com/xap/1.0/mm/}"
XMP = "{http://ns.adobe.com/xap/1.0/}"
PDF = "{http://ns.adobe.com/pdf/1.3/}"
SPRING = page(Placed(60_000, 70_000, run("春")))


@contextmanager
def opened(target: Target = TARGET) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(io.BytesIO(pdf(SPRING, target=target))) as file:
        yield file


def packet(target: Target = TARGET) -> bytes:
    with opened(target) as file:
        data: bytes = file.Root.Metadata.read_raw_bytes()
        return data


def said(data: bytes) -> dict[str, str]:
    """The plain elements of a packet by their names."""
    return {element.tag: element.text or "" for element in ElementTree.fromstring(data).iter()}  # noqa: S314


# ------------------------------------------------------------------ information dictionary


def test_the_information_dictionary_names_issue_publisher_and_subject() -> None:
    with opened() as file:
        facts = {key: str(file.docinfo[key]) for key in ("/Title", "/Author", "/Subject")}
    assert facts == {"/Title": "湖畔月刊 2031 年第 3 期", "/Author": "湖畔读书会", "/Subject": "总第 7 期"}


def test_chinese_is_written_as_utf_16_and_latin_as_it_stands() -> None:
    with opened(TARGET._replace(title="湖a", author="Lake & Co", subject="Æ")) as file:
        facts = [bytes(file.docinfo[key]) for key in ("/Title", "/Author", "/Subject")]
    assert facts == [b"\xfe\xff\x6e\x56\x00\x61", b"Lake & Co", b"\xc6"]


def test_a_file_is_dated_by_its_issue_at_midnight_in_china() -> None:
    with opened() as file:
        dates = [str(file.docinfo[key]) for key in ("/CreationDate", "/ModDate")]
    assert dates == ["D:20310331000000+08'00'"] * 2
    found = said(packet())
    assert {found[f"{XMP}{key}Date"] for key in ("Create", "Modify", "Metadata")} == {"2031-03-31T00:00:00+08:00"}


def test_program_and_library_are_named_alike_in_both_places() -> None:
    found = said(packet())
    with opened() as file:
        creator, producer = str(file.docinfo["/Creator"]), str(file.docinfo["/Producer"])
    assert (found[f"{XMP}CreatorTool"], found[f"{PDF}Producer"]) == (creator, producer)
    assert re.match(r"Huozi \d+\.\d+", creator)
    assert producer == f"{creator} (reportlab)"


def test_a_print_file_is_not_trapped_and_says_so() -> None:
    with opened() as file:
        assert file.docinfo["/Trapped"] == pikepdf.Name("/False")
    assert said(packet())[f"{PDF}Trapped"] == "False"


# ------------------------------------------------------------------ the packet


def test_the_packet_can_be_read_in_the_file_as_it_stands() -> None:
    data = packet()
    assert data.startswith(b'<?xpacket begin="\xef\xbb\xbf" id="W5M0MpCehiHzreSzNTczkc9d"?>\n')
    assert data.endswith(b'\n<?xpacket end="r"?>')
    assert "湖畔月刊 2031 年第 3 期".encode() in data
    with opened() as file:
        stream = file.Root.Metadata
        assert stream.Type == "/Metadata" and stream.Subtype == "/XML" and "/Filter" not in stream


def test_the_packet_says_what_the_information_dictionary_says() -> None:
    with opened() as file, file.open_metadata() as meta:
        assert meta["dc:title"] == "湖畔月刊 2031 年第 3 期"
        assert meta["dc:creator"] == ["湖畔读书会"]
        assert meta["dc:description"] == "总第 7 期"
        assert meta["dc:language"] == {"zh-CN"}
        assert meta["dc:format"] == "application/pdf"
        assert str(file.Root.Lang) == "zh-CN"


@pytest.mark.parametrize(
    ("target", "key", "element"),
    [
        (TARGET._replace(author=""), "/Author", "dc:creator"),
        (TARGET._replace(subject=""), "/Subject", "dc:description"),
    ],
)
def test_what_an_issue_does_not_say_is_left_out_in_both_places(target: Target, key: str, element: str) -> None:
    with opened(target) as file, file.open_metadata() as meta:
        assert key not in file.docinfo and element not in meta
        assert meta["dc:title"] == "湖畔月刊 2031 年第 3 期"


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("typo\u00adgraphy", "typography"),
        ("甲\u200b乙\u2060丙", "甲乙丙"),
        ("甲&乙", "甲&乙"),
        ("<b>", "<b>"),
        ('"引"', '"引"'),
        ("上\u0000下", "上 下"),
        (" 两\t格\n ", "两 格"),
    ],
)
def test_a_title_comes_back_as_one_line_whatever_stands_in_it(written: str, title: str) -> None:
    with opened(TARGET._replace(title=written)) as file, file.open_metadata() as meta:
        assert meta["dc:title"] == title == str(file.docinfo["/Title"])


def test_the_marks_of_the_standards_are_those_of_the_profile() -> None:
    both = {"part": "2", "conformance": "U"}
    for target, version in ((TARGET, "PDF/X-4"), (SCREEN, None)):
        found = said(packet(target))
        assert {key: found[f"{{http://www.aiim.org/pdfa/ns/id/}}{key}"] for key in both} == both
        assert found.get("{http://www.npes.org/pdfx/ns/id/}GTS_PDFXVersion") == version
        assert (b"<pdfaSchema:schema>PDF/X identification</pdfaSchema:schema>" in packet(target)) == (target is TARGET)


def test_every_namespace_that_pdf_a_does_not_know_is_declared_in_a_print_file() -> None:
    schema = "{http://www.aiim.org/pdfa/ns/schema#}namespaceURI"
    root = ElementTree.fromstring(packet())  # noqa: S314
    declared = [element.text for element in root.iter(schema)]
    assert declared[:2] == ["http://www.npes.org/pdfx/ns/id/", "http://ns.adobe.com/pdf/1.3/"]


# ------------------------------------------------------------------ identity


def test_document_and_instance_have_one_uuid_made_by_a_rule_of_its_own() -> None:
    found = said(packet())
    document = found[f"{MM}DocumentID"]
    assert document == found[f"{MM}InstanceID"]
    identity = uuid.UUID(document.removeprefix("uuid:"))
    assert (identity.version, identity.variant) == (8, uuid.RFC_4122)
    assert document == f"uuid:{identity}"
    assert (found[f"{MM}VersionID"], found[f"{MM}RenditionClass"]) == ("1", "default")


def test_the_trailer_s_id_is_twice_the_same_sixteen_bytes() -> None:
    with opened() as file:
        first, second = (bytes(one) for one in file.trailer.ID)
    assert first == second
    assert len(first) == 16


@pytest.mark.parametrize(
    "other",
    [
        TARGET._replace(title="另一期"),
        TARGET._replace(author="另一社"),
        TARGET._replace(date="2031-04-30"),
        TARGET._replace(output_intent="PSOcoated_v3"),
        SCREEN,
    ],
)
def test_another_issue_has_another_identity(other: Target) -> None:
    key = f"{MM}DocumentID"
    assert said(packet(other))[key] != said(packet())[key]
    with opened() as one, opened(other) as another:
        assert bytes(one.trailer.ID[0]) != bytes(another.trailer.ID[0])


def test_the_same_issue_has_the_same_identity() -> None:
    assert packet() == packet()


@pytest.mark.parametrize("digest", [bytes(64), b"\xff" * 64])
def test_a_uuid_of_any_digest_is_one(digest: bytes) -> None:
    expected = {0: "00000000-0000-8000-8000-000000000000", 255: "ffffffff-ffff-8fff-bfff-ffffffffffff"}
    assert uuid_of(digest) == expected[digest[0]]

"""The file as a whole: boxes, marks of its standards, labels, outline, links."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pikepdf
import pytest
from output_pages import LATIN, SCREEN, SONG, TARGET, faces, icc, issue, page, pdf, run

from huozi import __version__
from huozi.display import Bookmark, Link, Page, Placed, Role, Rule, Target
from huozi.fonts.face import open_face
from huozi.geometry import Size
from huozi.output.errors import OutputError
from huozi.output.pdf import pdf_bytes
from huozi.output.pdf.document import Parts, fingerprint
from huozi.output.pdf.labels import label_ranges

XMP_X = "{http://www.npes.org/pdfx/ns/id/}GTS_PDFXVersion"
XMP_A = "{http://www.aiim.org/pdfa/ns/id/}"


@contextmanager
def opened(pages: list[Page], target: Target = TARGET) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(io.BytesIO(pdf(*pages, target=target))) as file:
        yield file


def test_a_print_page_has_its_trim_inside_its_bleed_and_no_crop() -> None:
    with opened(issue()) as file:
        for sheet in file.pages:
            boxes = {key: [float(value) for value in sheet.obj[key]] for key in ("/MediaBox", "/BleedBox", "/TrimBox")}
            assert boxes["/MediaBox"] == boxes["/BleedBox"] == [0, 0, 436.536, 612.284]
            assert boxes["/TrimBox"] == [8.504, 8.504, 428.032, 603.78]
            assert "/CropBox" not in sheet.obj and "/Rotate" not in sheet.obj


def test_a_screen_page_is_its_trim() -> None:
    with opened(issue(), SCREEN) as file:
        assert [float(value) for value in file.pages[0].MediaBox] == [0, 0, 419.528, 595.276]


def test_boxes_follow_trim_and_bleed_of_each_page() -> None:
    first, second = (
        page()._replace(trim=Size(300_000, 400_000), bleed=10_000),
        page(index=1, label="2")._replace(trim=Size(200_000, 100_000), bleed=0),
    )
    with opened([first, second]) as file:
        boxes = [
            [[float(edge) for edge in sheet.obj[key]] for key in ("/MediaBox", "/BleedBox", "/TrimBox")]
            for sheet in file.pages
        ]
    assert boxes == [
        [[0, 0, 320, 420], [0, 0, 320, 420], [10, 10, 310, 410]],
        [[0, 0, 200, 100], [0, 0, 200, 100], [0, 0, 200, 100]],
    ]


def test_what_stands_at_the_corner_of_the_trim_is_inside_by_the_bleed() -> None:
    corner = Placed(0, 0, Rule(10_000, 20_000))
    for target, place in ((TARGET, "8.504 583.78 10 20 re"), (SCREEN, "0 575.276 10 20 re")):
        with opened([page(corner)], target) as file:
            assert place in file.pages[0].Contents.read_bytes().decode("latin-1")


def test_pages_are_leaves_of_one_tree_and_share_their_resources() -> None:
    with opened(issue()) as file:
        tree = file.Root.Pages
        assert (str(tree.Type), int(tree.Count), len(tree.Kids)) == ("/Pages", 4, 4)
        assert {sheet.obj.Parent.objgen for sheet in file.pages} == {tree.objgen}
        assert len({sheet.obj.Resources.objgen for sheet in file.pages}) == 1
        assert all(sheet.obj.Type == "/Page" for sheet in file.pages)


def test_graphics_states_say_overprint_for_lines_and_for_fields() -> None:
    with opened(issue()) as file:
        states = file.pages[0].Resources.ExtGState
        said = {
            name: (bool(state.OP), bool(state.op), int(state.OPM), str(state.Type)) for name, state in states.items()
        }
    assert said == {"/Over": (True, True, 1, "/ExtGState"), "/Knock": (False, False, 0, "/ExtGState")}


def test_a_viewer_shows_the_title_and_the_outline() -> None:
    with opened(issue()) as file:
        assert file.Root.Type == "/Catalog"
        assert bool(file.Root.ViewerPreferences.DisplayDocTitle)
        assert file.Root.PageMode == "/UseOutlines"


def test_page_labels_begin_a_range_where_they_do_not_count_on() -> None:
    labels = ["封一", "1", "2", "4", "目1", "5", "6", "封四"]
    with opened([page(index=number, label=label) for number, label in enumerate(labels)]) as file:
        numbers = list(file.Root.PageLabels.Nums)
        assert [sheet.label for sheet in file.pages] == labels
    told = [
        (int(start), str(said.get("/P", "")), str(said.get("/S", "")), int(said.get("/St", 0)))
        for start, said in zip(numbers[::2], numbers[1::2], strict=True)
    ]
    assert told == [
        (0, "封一", "", 0),
        (1, "", "/D", 1),
        (3, "", "/D", 4),
        (4, "目1", "", 0),
        (5, "", "/D", 5),
        (7, "封四", "", 0),
    ]


def test_a_print_file_is_marked_as_pdf_x_4_and_pdf_a_2u() -> None:
    with opened(issue()) as file:
        assert file.pdf_version == "1.6"
        assert str(file.docinfo["/GTS_PDFXVersion"]) == "PDF/X-4"
        assert file.docinfo["/Trapped"] == "/False"
        assert str(file.docinfo["/CreationDate"]) == "D:20310331000000+08'00'"
        assert "/ID" in file.trailer
        with file.open_metadata() as packet:
            assert packet[XMP_X] == "PDF/X-4"
            assert (packet[f"{XMP_A}part"], packet[f"{XMP_A}conformance"]) == ("2", "U")
            assert packet["dc:title"] == TARGET.title == str(file.docinfo["/Title"])


def test_a_screen_file_is_not_marked_as_pdf_x() -> None:
    with opened(issue(), SCREEN) as file:
        assert "/GTS_PDFXVersion" not in file.docinfo
        assert [intent.S for intent in file.Root.OutputIntents] == ["/GTS_PDFA1"]
        with file.open_metadata() as packet:
            assert XMP_X not in packet and packet[f"{XMP_A}part"] == "2"


OWN = "{urn:huozi:made-with#}"


@pytest.mark.parametrize("target", [TARGET, SCREEN])
def test_a_file_says_what_it_was_made_with(target: Target) -> None:
    with opened(issue(), target._replace(layout="0f" * 16)) as file, file.open_metadata() as packet:
        assert packet[f"{OWN}Version"] == __version__
        assert packet[f"{OWN}Layout"] == "0f" * 16
        assert re.fullmatch("[0-9a-f]{32}", packet[f"{OWN}Fonts"])
        text = str(packet)
        declared = text[text.index("pdfaExtension:schemas") :]
        assert all(f"<pdfaProperty:name>{name}<" in declared for name in ("Version", "Layout", "Fonts"))
        assert text.count("<pdfaExtension:schemas>") == 1


def test_the_digest_of_fonts_is_that_of_the_files_used(tmp_path: Path) -> None:
    shutil.copy(faces()[SONG].path, tmp_path / "Song.ttf")
    moved = faces() | {SONG: open_face(str(tmp_path / "Song.ttf"), SONG)}
    found = []
    for given, those in ((run("春"), faces()), (run("春夏秋冬"), moved), (run("a", LATIN), faces())):
        data = pdf_bytes([page(Placed(60_000, 70_000, given))], TARGET, those, icc())
        with pikepdf.open(io.BytesIO(data)) as file, file.open_metadata() as packet:
            found.append(packet[f"{OWN}Fonts"])
    assert found[0] == found[1] != found[2]


def test_both_intents_name_one_profile() -> None:
    with opened(issue()) as file:
        first, second = file.Root.OutputIntents
        assert first.S == "/GTS_PDFX" and second.S == "/GTS_PDFA1"
        assert first.DestOutputProfile.objgen == second.DestOutputProfile.objgen
        assert str(first.OutputConditionIdentifier) == "FOGRA39"
        assert first.DestOutputProfile.read_bytes() == icc()


def test_markup_in_a_title_stays_a_title() -> None:
    target = TARGET._replace(title="甲 < 乙 & 丙\n丁", author="", subject="")
    with opened(issue(), target) as file, file.open_metadata() as packet:
        assert packet["dc:title"] == "甲 < 乙 & 丙 丁" == str(file.docinfo["/Title"])
        assert "dc:creator" not in packet and "/Author" not in file.docinfo


def test_keywords_stand_in_both_places_and_in_neither_where_there_are_none() -> None:
    with opened(issue(), TARGET._replace(keywords="渡口, 水则 <桨>")) as file, file.open_metadata() as packet:
        assert str(file.docinfo["/Keywords"]) == "渡口, 水则 <桨>" == packet["pdf:Keywords"]
    with opened(issue()) as file, file.open_metadata() as packet:
        assert "/Keywords" not in file.docinfo and "pdf:Keywords" not in packet


def test_page_labels_are_the_pages_labels() -> None:
    with opened(issue()) as file:
        assert [sheet.label for sheet in file.pages] == ["封一", "封二", "1", "2"]


@pytest.mark.parametrize("label", ["0", "03", "十", "A-1", "١"])
def test_a_label_that_is_no_plain_number_is_written_as_it_stands(label: str) -> None:
    assert list(label_ranges([label])) == [(0, label, None)]


def test_the_first_page_stands_on_its_side() -> None:
    with opened(issue()) as file:
        assert file.Root.PageLayout == "/TwoPageRight"
    with opened(issue()[1:]) as file:
        assert file.Root.PageLayout == "/TwoPageLeft"


def test_bookmarks_nest_by_level_and_lead_to_their_place() -> None:
    with opened(issue()) as file, file.open_outline() as outline:
        (top,) = outline.root
        assert top.title == "湖畔的春天"
        assert [below.title for below in top.children] == ["（一）岸上"]
        where, kind, _, height, _ = top.destination  # type: ignore[misc]
        assert where.objgen == file.pages[2].objgen and kind == "/XYZ"
        assert float(height) == pytest.approx(603.78 - 60)


def test_a_level_left_out_keeps_neighbours_neighbours() -> None:
    marks = [Placed(0, 0, Bookmark(title, level)) for title, level in (("甲", 0), ("乙", 2), ("丙", 2), ("丁", 1))]
    with opened([page(*marks)]) as file, file.open_outline() as outline:
        assert [(entry.title, len(entry.children)) for entry in outline.root] == [("甲", 3)]


def test_links_are_in_the_screen_file_alone() -> None:
    with opened(issue()) as file:
        assert all("/Annots" not in sheet.obj for sheet in file.pages)
    with opened(issue(), SCREEN) as file:
        (link,) = file.pages[2].Annots
        assert link.A.D[0].objgen == file.pages[3].objgen
        assert [float(value) for value in link.Rect] == [66, 411.276, 156, 425.276]


def test_a_link_is_seen_in_print_has_no_frame_and_says_where_it_leads() -> None:
    with opened(issue(), SCREEN) as file:
        (link,) = file.pages[2].Annots
        assert (str(link.Type), str(link.Subtype), int(link.F)) == ("/Annot", "/Link", 4)
        assert [int(part) for part in link.Border] == [0, 0, 0]
        assert str(link.Contents) == "2"
        assert str(link.A.S) == "/GoTo" and link.A.D[1] == "/Fit"


def test_a_page_without_links_has_no_annotations() -> None:
    with opened(issue(), SCREEN) as file:
        assert ["/Annots" in sheet.obj for sheet in file.pages] == [False, False, True, False]


def test_a_link_to_a_page_left_out_is_left_out() -> None:
    with opened(issue()[:3], SCREEN) as file:
        assert all("/Annots" not in sheet.obj for sheet in file.pages)


def test_a_link_to_an_address_leads_there_with_its_bytes_written_out() -> None:
    placed = Placed(66_000, 170_000, Link(90_000, 14_000, "", "https://example.org/路?a=1 (2)"))
    with opened([page(placed)]) as file:
        assert "/Annots" not in file.pages[0].obj
    with opened([page(placed)], SCREEN) as file:
        (link,) = file.pages[0].Annots
        assert (str(link.A.S), str(link.A.URI)) == ("/URI", "https://example.org/%E8%B7%AF?a=1%20(2)")


def test_a_reading_is_seen_but_stands_for_no_text() -> None:
    items = (
        Placed(60_000, 70_000, run("湖畔")),
        Placed(61_000, 70_000, run("hu", LATIN, 6_000, rise=12_000), Role.READING),
        Placed(60_000, 90_000, run("春天")),
    )
    with opened([page(*items)]) as file:
        (content,) = [file.pages[0].Contents.read_bytes().decode("latin-1")]
    before, _, rest = content.partition("/Span<</ActualText()>>BDC\n")
    marked, _, after = rest.partition("EMC")
    for part in (before, marked, after):  # text objects and marks are nested in each other (14.6.1)
        assert part.count("BT") == part.count("ET") == 1
    assert " 6 Tf" in marked


def test_a_print_file_holds_no_transparency() -> None:
    with opened(issue()) as file:
        for sheet in file.pages:
            assert "/Group" not in sheet.obj
            for state in sheet.Resources.ExtGState.values():
                assert not {"/CA", "/ca", "/SMask", "/BM"} & set(state.keys())


def test_a_profile_that_is_not_cmyk_is_refused() -> None:
    with pytest.raises(OutputError) as caught:
        pdf_bytes([page(Placed(0, 0, run("春")))], TARGET, faces(), b"\0" * 12 + b"mntrRGB " + b"\0" * 16 + b"acsp")
    assert [found.rule for found in caught.value.findings] == ["profile-not-cmyk"]


def test_a_file_without_pages_is_a_file() -> None:
    with opened([]) as file:
        assert len(file.pages) == 0
        assert file.Root.PageLayout == "/TwoPageRight"


MARK, LINK = Bookmark("甲", 0), Link(1_000, 1_000, "1")
PLAIN = page(Placed(0, 0, MARK), Placed(0, 0, LINK))


@pytest.mark.parametrize(
    "other",
    [
        page(Placed(0, 0, MARK._replace(title="乙")), Placed(0, 0, LINK)),
        page(Placed(0, 0, MARK._replace(level=1)), Placed(0, 0, LINK)),
        page(Placed(0, 10, MARK), Placed(0, 0, LINK)),
        page(Placed(0, 0, MARK), Placed(0, 0, LINK._replace(width=2_000))),
        page(Placed(0, 0, MARK), Placed(0, 0, LINK._replace(target="2"))),
        PLAIN._replace(label="2"),
        PLAIN._replace(side="left"),
        PLAIN._replace(trim=Size(400_000, 600_000)),
        PLAIN._replace(bleed=0),
    ],
)
def test_whatever_a_viewer_shows_is_part_of_the_file_s_identity(other: Page) -> None:
    with opened([PLAIN]) as one, opened([other]) as another:
        assert bytes(one.trailer.ID[0]) != bytes(another.trailer.ID[0])


def test_a_moved_line_gives_the_file_another_identity() -> None:
    with (
        opened([page(Placed(60_000, 70_000, run("春")))]) as one,
        opened([page(Placed(60_000, 70_001, run("春")))]) as other,
    ):
        assert bytes(one.trailer.ID[0]) != bytes(other.trailer.ID[0])
        with one.open_metadata() as first, other.open_metadata() as second:
            assert first["xmpMM:DocumentID"] != second["xmpMM:DocumentID"]


def test_every_stream_ends_with_its_line() -> None:
    data = pdf(*issue())
    assert data.count(b"\nendstream\nendobj") == data.count(b"endstream") > 10


SCRIPT = "import sys, hashlib; sys.path.insert(0, sys.argv[1]); import output_pages as o; {}"
DIGEST = "print(hashlib.sha256(o.pdf(*o.issue())).hexdigest())"


def test_the_same_pages_give_the_same_bytes_everywhere(tmp_path: Path) -> None:
    places = [
        {"PYTHONHASHSEED": "1", "TZ": "Asia/Shanghai"},
        {"PYTHONHASHSEED": "2", "TZ": "America/New_York", "SOURCE_DATE_EPOCH": "1", "RL_pdfMultiLine": "1"},
    ]
    digests = {
        subprocess.run(
            [sys.executable, "-c", SCRIPT.format(DIGEST), str(Path(__file__).parent)],
            env=os.environ | place,
            cwd=folder,
            capture_output=True,
            check=True,
        ).stdout
        for place, folder in zip(places, (tmp_path, Path.cwd()), strict=True)
    }
    assert len(digests) == 1


def test_a_file_keeps_its_identity() -> None:
    assert fingerprint([PLAIN, PLAIN], TARGET, [], Parts({}, {}, b"")).hex()[:16] == "08e587d760ae14ed"

"""``huozi proof`` as people type it, its file read back by other libraries."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pypdf
import pypdfium2
import pytest
from houses import house

from huozi.cli import main
from huozi.commands.build import Product, build
from huozi.commands.making import Request, make
from huozi.commands.outcome import Exit
from huozi.commands.proof import proof
from huozi.commands.proofing import ProofWish
from huozi.commands.ranges import page_range
from huozi.diagnostics import Findings
from huozi.sheets.paper import paper_for

TEXT = "国" * 30 + "１２３" + "国" * 10
PAGES = ["封一", "封二", "1", "2", "3", "4", "封三", "封四"]
FAULTY = f"题目\n{TEXT}\n\n国国😀国"


def silent(_stage: str) -> None:
    """No progress."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An issue with an error, a warning and a second article."""
    return house(tmp_path_factory.mktemp("proof"), {"a": FAULTY, "b": "另一篇\n人人人"})


@pytest.fixture(scope="module")
def made(folder: Path) -> Path:
    """Its proof."""
    path = folder.parent / "proof.pdf"
    assert proof(Request(str(folder)), silent, ProofWish(str(path), "三校", "2030-02-28")).code is Exit.FINDINGS
    return path


@pytest.fixture
def pdf(made: Path) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(made) as opened:
        yield opened


def comments(pdf: pikepdf.Pdf) -> list[tuple[int, Any]]:
    """The comments of a file with their pages from 0."""
    return [
        (number, annotation)
        for number, page in enumerate(pdf.pages)
        for annotation in page.obj.get("/Annots", [])
        if annotation.Subtype != "/Link"
    ]


# ------------------------------------------------------------------ the file


def test_a_proof_is_written_despite_errors_and_the_code_tells_of_them(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["proof", str(folder), "--format", "json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert told["made"]["path"].endswith("one/build/proof.pdf")
    assert told["counts"]["error"] == 1
    assert (folder / "build" / "proof.pdf").read_bytes().startswith(b"%PDF-1.6")
    assert main(["proof", str(folder), "--fail-on", "never"]) == 0


def test_it_claims_no_standard_and_says_that_it_is_a_proof(pdf: pikepdf.Pdf) -> None:
    packet = pdf.Root.Metadata.read_bytes().decode()
    assert "pdfaid" not in packet
    assert "pdfxid" not in packet
    assert "<xmpMM:RenditionClass>proof<" in packet
    assert "/OutputIntents" not in pdf.Root
    assert "/GTS_PDFXVersion" not in pdf.docinfo
    assert str(pdf.docinfo.Title) == "方块月刊2030年第3期（总第7期） 校样（三校）"
    assert str(pdf.docinfo.ModDate) == "D:20300228000000+08'00'"
    assert pdf.Root.PageLayout == "/SinglePage"


def test_the_same_gives_the_same_bytes(folder: Path, made: Path, tmp_path: Path) -> None:
    again = tmp_path / "again.pdf"
    proof(Request(str(folder)), silent, ProofWish(str(again), "三校", "2030-02-28"))
    assert again.read_bytes() == made.read_bytes()


def test_without_a_date_it_is_dated_by_its_issue(folder: Path, tmp_path: Path) -> None:
    proof(Request(str(folder)), silent, ProofWish(str(tmp_path / "p.pdf"), plain=True))
    assert "2030-03-31" in pypdf.PdfReader(tmp_path / "p.pdf").pages[0].extract_text()


def test_other_programs_open_it_without_a_warning(made: Path) -> None:
    pages = len(pypdf.PdfReader(made, strict=True).pages)
    opened = pypdfium2.PdfDocument(made)
    assert len(opened) == pages
    opened[pages - 2].render(scale=0.2).close()
    opened.close()


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="no qpdf")
def test_qpdf_finds_no_fault(made: Path) -> None:
    done = subprocess.run(["qpdf", "--check", str(made)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_pages_are_called_as_in_print(pdf: pikepdf.Pdf) -> None:
    labels = [page.label for page in pdf.pages]
    assert labels[-8:] == PAGES
    assert labels[0] == "校样封面"


def test_the_map_tells_where_lines_come_from(pdf: pikepdf.Pdf) -> None:
    whole = json.loads(pdf.Root.PieceInfo.Huozi.Private.read_bytes())
    assert str(pdf.Root.PieceInfo.Huozi.LastModified) == "D:20300228000000+08'00'"
    assert {key: whole[key] for key in ("journal", "year", "issue", "round", "revision")} == {
        "journal": "square", "year": "2030", "issue": "3", "round": "三校", "revision": "",
    }  # fmt: skip
    assert whole["files"] == ["issue.yaml", "articles/a.md", "articles/b.md"]
    (page,) = (page for page in whole["pages"] if page["label"] == "3")
    assert pdf.pages[page["sheet"]].label == "3"
    assert [line[6:] for line in page["lines"] if line[9] == "人人人"] == [[2, 5, 1, "人人人"]]


# ------------------------------------------------------------------ comments


def test_comments_lie_over_their_words_on_the_right_page(folder: Path, pdf: pikepdf.Pdf) -> None:
    found = {str(each.Subj): (number, each) for number, each in comments(pdf)}
    assert set(found) == {"wide-digits", "character-missing", "page-count-odd"}
    number, each = found["wide-digits"]
    assert pdf.pages[number].label == "2"
    assert each.Subtype == "/Highlight"
    assert str(each.NM).partition("#")[0] == "articles/a.md:5:31"
    assert (str(each["/T"]), str(each.M)) == ("Huozi", "D:20300228000000+08'00'")
    assert str(each.Contents) == "数字“１２３”用了全角\n改成半角的“123”"
    assert int(each.F) == 0
    assert "/N" in each.AP
    page = next(page for page in make(Request(str(folder)), Findings(), silent).pages if page.folio == "2")
    corner = paper_for(page.trim).corners[0]
    # eighteen characters in the first line of twenty, so that the words are the 13th to 15th of the second
    left, bottom, right, top = (float(value) for value in each.Rect)
    edge = page.stands[-1].left
    assert (left, right) == pytest.approx(((corner.x + edge + 120_000) / 1000, (corner.x + edge + 150_000) / 1000))
    assert top - bottom == pytest.approx(10)
    assert [float(value) for value in each.QuadPoints] == [left, top, right, top, left, bottom, right, bottom]


def test_the_words_below_a_comment_are_those_it_is_about(made: Path, pdf: pikepdf.Pdf) -> None:
    opened = pypdfium2.PdfDocument(made)
    for number, each in comments(pdf):
        if each.Subtype == "/Highlight":
            text = opened[number].get_textpage()
            left, bottom, right, top = (float(value) for value in each.Rect)
            seen = text.get_text_bounded(left + 0.5, bottom + 1, right - 0.5, top - 1)
            assert seen == {"wide-digits": "１２３", "character-missing": "😀"}[str(each.Subj)]
            text.close()
    opened.close()


def test_notes_of_no_page_stand_on_a_front_sheet(tmp_path: Path) -> None:
    folder = house(tmp_path, {"a": "题\n国"}, more="accept:\n  - {finding: 0123456789ab, by: 某, why: 试}\n")
    proof(Request(str(folder)), silent, ProofWish(str(tmp_path / "p.pdf")))
    with pikepdf.open(tmp_path / "p.pdf") as pdf:
        ((number, each),) = comments(pdf)
        assert pdf.pages[number].label == "校样封面2"
        assert (each.Subtype, str(each.Subj)) == ("/Text", "acceptance-idle")


# ------------------------------------------------------------------ what is asked for


def test_a_plain_proof_has_no_comments_and_no_front_sheet(folder: Path, tmp_path: Path) -> None:
    proof(Request(str(folder)), silent, ProofWish(str(tmp_path / "p.pdf"), plain=True))
    with pikepdf.open(tmp_path / "p.pdf") as pdf:
        assert [page.label for page in pdf.pages] == PAGES
        assert comments(pdf) == []


def test_pages_of_a_range_go_into_a_file_of_their_own(folder: Path) -> None:
    assert proof(Request(str(folder)), silent, ProofWish(pages=page_range("2"))).code is Exit.FINDINGS
    with pikepdf.open(folder / "build" / "proof-2.pdf") as pdf:
        assert [page.label for page in pdf.pages if not page.label.startswith("校样")] == ["2"]


@pytest.mark.parametrize("name", ["b", "b.md", "另一篇"])
def test_the_pages_of_an_article_are_found_by_its_file_or_its_title(folder: Path, tmp_path: Path, name: str) -> None:
    proof(Request(str(folder)), silent, ProofWish(str(tmp_path / "p.pdf"), plain=True, article=name))
    with pikepdf.open(tmp_path / "p.pdf") as pdf:
        assert [page.label for page in pdf.pages] == ["3"]


def test_an_unknown_article_is_told_with_those_that_are_near(folder: Path, tmp_path: Path) -> None:
    outcome = proof(Request(str(folder)), silent, ProofWish(str(tmp_path / "p.pdf"), article="另一"))
    assert not (tmp_path / "p.pdf").exists()
    (found,) = (item for item in outcome.findings if item.rule == "proof-article-unknown")
    assert dict(found.arguments) == {"name": "另一", "near": "另一篇"}
    assert outcome.code is Exit.USAGE


def test_an_article_outside_of_the_range_is_told(folder: Path) -> None:
    outcome = proof(Request(str(folder)), silent, ProofWish(pages=page_range("1"), article="b"))
    assert "proof-article-nowhere" in {item.rule for item in outcome.findings}


@pytest.mark.parametrize("day", ["2030-2-28", "20300228", "2030-02-30", "明天"])
def test_what_is_no_date_is_told(folder: Path, tmp_path: Path, day: str) -> None:
    outcome = proof(Request(str(folder)), silent, ProofWish(str(tmp_path / "p.pdf"), date=day))
    assert (outcome.code, "proof-date" in {item.rule for item in outcome.findings}) == (Exit.USAGE, True)
    assert not (tmp_path / "p.pdf").exists()


def test_no_source_is_written_over(folder: Path) -> None:
    article = folder / "articles" / "a.md"
    before = article.read_bytes()
    outcome = proof(Request(str(folder)), silent, ProofWish(str(article)))
    assert (outcome.code, article.read_bytes()) == (Exit.USAGE, before)


def test_an_issue_without_pages_has_no_proof(tmp_path: Path) -> None:
    folder = house(tmp_path, {"a": "题\n国"})
    (folder / "issue.yaml").write_text("journal: square\n", encoding="utf-8")
    assert proof(Request(str(folder)), silent).code is Exit.FINDINGS
    assert not (folder / "build").exists()


def test_several_issues_have_a_proof_each(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folders = [str(house(tmp_path, {"a": "题\n国"}, name=name)) for name in ("one", "two")]
    assert main(["proof", *folders, "--plain"]) == 0
    assert all(Path(each, "build", "proof.pdf").exists() for each in folders)
    capsys.readouterr()


def test_what_has_changed_since_the_round_before_stands_on_the_front_sheet(tmp_path: Path) -> None:
    folder = house(tmp_path, {"a": f"题\n国国国地\n\n旧旧旧\n\n{'动' * 30}", "b": f"乙\n{'国' * 900}"})
    main(["proof", str(folder), "--round", "初校"])
    article = folder / "articles" / "a.md"
    text = article.read_text("utf-8").replace("国国国地", f"国国国人{'新' * 60}").replace("旧旧旧\n\n", "")
    article.write_text(text, "utf-8")
    main(["proof", str(folder), "--round", "二校", "-o", str(tmp_path / "p.pdf")])
    text = "".join(page.extract_text() for page in pypdf.PdfReader(tmp_path / "p.pdf").pages[:3])
    assert all(word in text for word in ("核红表", "国国国人", "（新增）", "旧旧旧", "（删去）", "改动的页"))


def test_findings_are_told_in_the_language_that_is_asked_for(folder: Path, tmp_path: Path) -> None:
    main(["proof", str(folder), "--lang", "en", "-o", str(tmp_path / "p.pdf")])
    with pikepdf.open(tmp_path / "p.pdf") as pdf:
        said = {str(each.Contents).partition("\n")[0] for _, each in comments(pdf)}
    assert any(text.startswith("the digits") or "full width" in text for text in said)
    assert "FOR PRINT" in pypdf.PdfReader(tmp_path / "p.pdf").pages[0].extract_text()


# ------------------------------------------------------------------ the build


def test_build_makes_no_proof(folder: Path) -> None:
    with pytest.raises(SystemExit):
        main(["build", str(folder), "--profile", "proof"])


def test_a_print_file_has_nothing_of_a_proof(tmp_path: Path) -> None:
    folder = house(tmp_path, {"a": f"题\n{TEXT}"})
    build(Request(str(folder)), silent, Product(str(tmp_path / "print.pdf")))
    with pikepdf.open(tmp_path / "print.pdf") as pdf:
        assert comments(pdf) == []
        assert "/PieceInfo" not in pdf.Root
        assert "<xmpMM:RenditionClass>default<" in pdf.Root.Metadata.read_bytes().decode()


@pytest.mark.parametrize(
    ("command", "absent"),
    [
        ("build", ("huozi.sheets.proof", "huozi.sheets.hand", "huozi.messages.proof_words", "huozi.commands.proof")),
        ("proof", ("pikepdf", "pypdfium2", "PIL.Image")),
    ],
)
def test_a_build_loads_nothing_of_proofs_and_a_proof_no_extra(
    folder: Path, command: str, absent: tuple[str, ...]
) -> None:
    code = "import sys; from huozi.cli import main; main(sys.argv[1:]); "
    code += f"loaded = {{name for name in {absent!r} if getattr(sys.modules.get(name), '__file__', None)}}; "
    code += "sys.exit(1 if loaded else 0)"
    done = subprocess.run(
        [sys.executable, "-c", code, command, str(folder), "--fail-on", "never"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr

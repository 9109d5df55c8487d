"""The cover as a file of its own (``build --covers``), as the tools of printers see it.

Pages are 300 × 400 pt with a bleed of 3 mm, 8.504 pt.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pikepdf
import pytest
from squares import TESTS

from huozi.cli import main

LAYOUT = """extends: square
journal: {cn: 32-1234/F, kind: periodical, publisher: 方块出版社, price: 9元, first_year: 1977, frequency: m}
page: {spine: 8mm}
covers: {spine: true, inside_front: imprint}
styles: {probe: {based_on: contact-line, size: 10pt, leading: 16pt}}
designs:
  spine:
    - {draw: box, across: bleed, y: -3mm, height: 420pt, colour: k100 20%}
    - {draw: text, vertical: true, text: "{journal}{year}", style: probe, across: trim, y: 60pt, height: 200pt}
  imprint:
    - draw: text
      x: 30pt
      y: 100pt
      width: 240pt
      height: 200pt
      style: probe
      text: |
        主管：{supervisor}
        出版：{publisher}　定价：{price}
        {cn}
    - {draw: text, text: "{parameters}", style: probe, x: 30pt, y: 310pt, width: 240pt, height: 10pt, fit: width}
"""


@pytest.fixture
def issue(tmp_path: Path) -> Path:
    (tmp_path / "layout").mkdir()
    for file in (TESTS / "layout").iterdir():
        shutil.copy(file, tmp_path / "layout")
    (tmp_path / "layout" / "mine.yaml").write_text(LAYOUT, encoding="utf-8")
    (tmp_path / "fonts").symlink_to(TESTS / "fonts")
    folder = tmp_path / "issue" / "one"
    (folder / "articles").mkdir(parents=True)
    head = "journal: mine\nyear: 2030\nissue: 3\nserial: 7\ndate: 2030-03-31\n"
    (folder / "issue.yaml").write_text(f"{head}contents: [{{section: 栏, articles: [a]}}]\n", encoding="utf-8")
    (folder / "articles" / "a.md").write_text("---\ntitle: 题\n---\n\n字。\n", encoding="utf-8")
    return folder


def build(issue: Path, *options: str | Path) -> int:
    return int(main(["build", str(issue), "-o", str(issue / "all.pdf"), *map(str, options)]))


def text_of(path: Path, page: int) -> str:
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not installed")
    command = ["pdftotext", "-raw", "-f", str(page), "-l", str(page), str(path), "-"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    return done.stdout.strip()


def test_the_cover_is_a_sheet_of_two_sides_with_its_boxes(issue: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert build(issue, "--covers", issue / "cover.pdf") == 0
    said = capsys.readouterr().out.splitlines()[-1]
    assert said == f"{issue / 'all.pdf'}：共 6 页；栏目页码：栏 2；封面：{issue / 'cover.pdf'}"
    with pikepdf.open(issue / "cover.pdf") as pdf:
        assert [page.label for page in pdf.pages] == ["封四·书脊·封一", "封二·封三"]
        for page in pdf.pages:
            assert [float(side) for side in page.MediaBox] == [0, 0, 639.685, 417.008]  # 600 + 22.677 + 2 × 8.504
            assert page.BleedBox == page.MediaBox
            assert [float(side) for side in page.TrimBox] == [8.504, 8.504, 631.181, 408.504]
        kinds = [str(intent["/S"]) for intent in pdf.Root.OutputIntents]
        assert kinds == ["/GTS_PDFX", "/GTS_PDFA1"]
        assert pdf.docinfo["/GTS_PDFXVersion"] == "PDF/X-4"


def test_the_words_of_four_covers_and_the_spine_are_in_it(issue: Path) -> None:
    build(issue, "--covers", issue / "cover.pdf")
    outside = text_of(issue / "cover.pdf", 1).replace("\n", "").replace(" ", "")
    assert outside == "联系我们方块社方块路1号方块月刊2030方块月刊"
    inside = text_of(issue / "cover.pdf", 2).replace(" ", "").splitlines()
    assert inside == [
        "出版：方块出版社定价：9元",
        "CN32-1234/F",
        "CN32-1234/F*1977*m*105.8mm×141.1mm*2*zh*P*¥9*1*2030-03",
    ]


def test_nothing_is_cut_into_a_neighbour(issue: Path) -> None:
    build(issue, "--covers", issue / "cover.pdf")
    with pikepdf.open(issue / "cover.pdf") as pdf:
        content = pdf.pages[0].Contents.read_bytes().decode("latin-1")
    boxes = [line.split() for line in content.splitlines() if line.endswith("re f")]
    edges = [(float(x), round(float(x) + float(width), 3)) for x, _, width, *_ in boxes]
    assert (308.504, 331.181) in edges  # the spine between its folds
    assert (331.181, 639.685) in edges  # the front's own box: from the fold to the bleed


def test_without_the_option_the_spine_stands_nowhere(issue: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert build(issue, "--set", "page.spine=1mm") == 0
    assert "spine" not in capsys.readouterr().out
    assert sorted(path.name for path in issue.iterdir()) == ["all.pdf", "articles", "issue.yaml"]


def test_a_spine_too_thin_is_told_and_the_file_written(issue: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert build(issue, "--covers", issue / "cover.pdf", "--set", "page.spine=1mm") == 0
    assert "spine-too-thin" in capsys.readouterr().out
    assert (issue / "cover.pdf").exists()


def test_a_saddle_stitched_issue_has_a_sheet_without_a_spine(issue: Path) -> None:
    assert build(issue, "--covers", issue / "cover.pdf", "--set", "page.binding=saddle") == 0
    with pikepdf.open(issue / "cover.pdf") as pdf:
        assert [float(side) for side in pdf.pages[0].TrimBox] == [8.504, 8.504, 608.504, 408.504]


def test_the_same_issue_gives_the_same_cover(issue: Path) -> None:
    build(issue, "--covers", issue / "cover.pdf")
    build(issue, "--covers", issue / "again.pdf")
    assert (issue / "cover.pdf").read_bytes() == (issue / "again.pdf").read_bytes()


@pytest.mark.parametrize(
    ("covers", "options", "rule"),
    [
        ("all.pdf", [], "covers-over-output"),
        ("plan.yaml", ["--plan", "plan.yaml"], "covers-over-output"),
        ("issue.yaml", [], "output-is-source"),
        ("nowhere/cover.pdf", [], "folder-missing"),
    ],
)
def test_a_cover_that_cannot_be_put_there_leaves_all_as_it_was(
    issue: Path, capsys: pytest.CaptureFixture[str], covers: str, options: list[str], rule: str
) -> None:
    before = {path.name for path in issue.iterdir()}
    given = [str(issue / option) if option.endswith(".yaml") else option for option in options]
    assert build(issue, "--covers", issue / covers, *given) == 2
    assert rule in capsys.readouterr().out
    assert {path.name for path in issue.iterdir()} == before


def test_a_layout_without_a_cover_cannot_have_one_written(issue: Path, capsys: pytest.CaptureFixture[str]) -> None:
    none = [f"--set=covers.{side}=false" for side in ("front", "inside_front", "inside_back", "back")]
    assert build(issue, "--covers", issue / "cover.pdf", *none) == 1
    assert "covers-none" in capsys.readouterr().out
    assert not (issue / "all.pdf").exists() and not (issue / "cover.pdf").exists()

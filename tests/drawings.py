"""Drawings for tests: PDF pages and SVG made here, a drawing written into a file, the inks that such a file prints."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from huozi.diagnostics import Findings, Span
from huozi.pictures.model import Vector
from huozi.pictures.tones import Cmyk, Printing, Rgb

PLACE = Span("issue.yaml", 3, 5)
NAMESPACES = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


def plain_inks(colour: Rgb) -> Cmyk:
    """Inks by the plainest rule, so that values can be written down: what red, green and blue lack, without black."""
    red, green, blue = colour
    return (1 - red, 1 - green, 1 - blue, 0.0)


def _plain_black(colour: Rgb) -> float:
    red, green, blue = colour
    return 1 - (0.299 * red + 0.587 * green + 0.114 * blue)


def _plain_black_of_inks(inks: Cmyk) -> float:
    cyan, magenta, yellow, black = inks
    return 1 - (1 - _plain_black((1 - cyan, 1 - magenta, 1 - yellow))) * (1 - black)


PLAIN = Printing(plain_inks, _plain_black, _plain_black_of_inks, lambda _: None)
"""A press by the plainest rules: black alone weighs colours as television does; of inks, what they leave of white."""


def svg(body: str, attributes: str = 'width="20" height="10"', before: str = "") -> bytes:
    return f"{before}<svg {NAMESPACES} {attributes}>{body}</svg>".encode()


def pdf_bytes(
    content: bytes = b"",
    resources: Mapping[str, object] | None = None,
    pages: int = 1,
    boxes: Mapping[str, tuple[float, float, float, float]] | None = None,
    **more: object,
) -> bytes:
    """A PDF of pages of 100 × 50 pt with the same content; ``more`` are keys of the page (``Rotate=90``)."""
    pdf = pikepdf.new()
    for _ in range(pages):
        page = Dictionary(Type=Name.Page, MediaBox=[0, 0, 100, 50], Resources=Dictionary(dict(resources or {})))
        page.Contents = pdf.make_stream(content)
        for key, box in (boxes or {}).items():
            page[f"/{key}"] = Array(list(box))
        for key, value in more.items():
            page[f"/{key}"] = value
        pdf.pages.append(pikepdf.Page(pdf.make_indirect(page)))
    out = BytesIO()
    pdf.save(out, deterministic_id=True)
    return out.getvalue()


def written(path: Path, data: bytes) -> str:
    path.write_bytes(data)
    return str(path)


def rules(findings: Findings) -> list[str]:
    return [item.rule for item in findings]


def file_of(vector: Vector) -> bytes:
    """A file of one page that shows a drawing in its corner, written by hand: each piece is an object."""
    width, height = vector.size.width / 1000, vector.size.height / 1000
    draw = b"/P1 Do"
    bodies = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {width} {height}]/Contents 4 0 R".encode()
        + b"/Resources<</XObject<</P1 5 0 R>>>>>>",
        b"<</Length %d>>\nstream\n%b\nendstream" % (len(draw), draw),
    ]
    for piece in vector.pieces:
        words = "".join(f"{part + 5} 0 R" if isinstance(part, int) else part for part in piece.parts).encode("latin-1")
        if piece.stream is not None:
            head = words.removesuffix(b">>")
            words = b"%b/Length %d>>\nstream\n%b\nendstream" % (head, len(piece.stream), piece.stream)
        bodies.append(words)
    out, places = bytearray(b"%PDF-1.6\n"), []
    for number, body in enumerate(bodies, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(bodies) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(bodies) + 1, table)
    return bytes(out)


def content_of(vector: Vector) -> bytes:
    """The content of a drawing's form, read by pikepdf."""
    with pikepdf.open(BytesIO(file_of(vector))) as pdf:
        return bytes(pdf.pages[0].Resources.XObject.P1.read_bytes())


def printed_inks(data: bytes, folder: Path) -> tuple[float, ...]:
    """How much of a page each ink covers, as shares of one, by Ghostscript."""
    if not shutil.which("gs"):
        pytest.skip("no Ghostscript, which tells inks apart")
    (folder / "inks.pdf").write_bytes(data)
    command = ["gs", "-q", "-dSAFER", "-o", "-", "-sDEVICE=ink_cov", str(folder / "inks.pdf")]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return tuple(float(share) / 100 for share in said.split()[:4])


def is_clean(data: bytes, folder: Path) -> bool:
    """Whether qpdf finds nothing wrong with a file."""
    if not shutil.which("qpdf"):
        pytest.skip("no qpdf, which checks the structure of files")
    (folder / "clean.pdf").write_bytes(data)
    command = ["qpdf", "--check", str(folder / "clean.pdf")]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0

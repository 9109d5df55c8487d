"""Extractors: programs that read the text of a PDF, each with a mind of its own."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

CONTENTS = 1
"""Pages before the text: they quote the titles."""


def poppler(path: Path) -> str:
    """The text as poppler's pdftotext reads it, in the order of the file."""
    done = subprocess.run(
        ["pdftotext", "-raw", "-enc", "UTF-8", "-f", str(CONTENTS + 1), str(path), "-"],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return done.stdout


def pypdf(path: Path) -> str:
    """The text as pypdf reads it."""
    from pypdf import PdfReader

    return "\n".join(page.extract_text() for page in PdfReader(path).pages[CONTENTS:])


def pdfium(path: Path) -> str:
    """The text as PDFium reads it, which Chrome shows files with."""
    from pypdfium2 import PdfDocument

    with PdfDocument(path) as file:
        return "\n".join(page.get_textpage().get_text_range() for page in [*file][CONTENTS:])


def faces(path: Path) -> tuple[str, list[str]]:
    """The text as PDFium reads it, and the face of each of its characters."""
    from ctypes import create_string_buffer

    from pypdfium2 import PdfDocument, raw

    name = create_string_buffer(128)
    text: list[str] = []
    found: list[str] = []
    with PdfDocument(path) as file:
        for page in [*file][CONTENTS:]:
            read = page.get_textpage()
            for index in range(read.count_chars()):
                raw.FPDFText_GetFontInfo(read.raw, index, name, len(name), None)
                text.append(chr(raw.FPDFText_GetUnicode(read.raw, index)))
                found.append(name.value.decode())
    return "".join(text), found


READERS: dict[str, Callable[[Path], str]] = {"pdftotext": poppler, "pypdf": pypdf, "pdfium": pdfium}


def at_hand(name: str) -> bool:
    """Whether a reader can be used: poppler belongs to the system."""
    return name != "pdftotext" or shutil.which("pdftotext") is not None

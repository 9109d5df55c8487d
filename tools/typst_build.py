"""Build a Typst document: what ``make bench`` runs beside ``huozi build``, as a whole process.

    python tools/typst_build.py SOURCE.typ OUTPUT.pdf FONTS

Only the fonts of the folder given are known to Typst. The file is not tagged, as Huozi's is not.
"""

from __future__ import annotations

import sys

import typst

if __name__ == "__main__":
    source, output, fonts = sys.argv[1:]
    typst.compile(source, output=output, font_paths=[fonts], ignore_system_fonts=True, pdf_tags=False)

"""What a JPEG's markers say that Pillow does not tell (ITU-T T.81, annex B)."""

from __future__ import annotations

from huozi.pictures.faults import Unusable
from huozi.records import NamedTuple

OF_PDF = (0xC0, 0xC1, 0xC2)
"""Frames that a PDF's filter decodes: baseline, extended, progressive; not arithmetic coding (ISO 32000-1, 7.4.8)."""

ADOBE, START_OF_SCAN = 0xEE, 0xDA
FRAMES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})

MOST_SCANS = 200
"""Scans that a JPEG may have: programs write ten; thousands are a way to take hours over a small file."""


class Frame(NamedTuple):
    """``is_of_pdf``: a PDF may hold the stream as it is. ``is_adobe``: its inks are written inverted."""

    is_of_pdf: bool
    is_adobe: bool


def frame_of(path: str) -> Frame:
    """What the markers of a JPEG file say; raises ``Unusable`` where it has more scans than any program writes."""
    with open(path, "rb") as file:
        data = file.read()
    if data.count(b"\xff\xda") > MOST_SCANS:  # within a scan the pair does not occur
        raise Unusable("picture-unreadable", reason=f"JPEG: more than {MOST_SCANS} scans")
    at, is_of_pdf, is_adobe = 2, False, False
    while at + 4 <= len(data) and data[at] == 0xFF:
        code = data[at + 1]
        if code == 0xFF:  # a byte of filling
            at += 1
            continue
        if code == START_OF_SCAN:
            break
        if code in FRAMES:
            is_of_pdf = code in OF_PDF
        if code == ADOBE and data[at + 4 : at + 9] == b"Adobe":
            is_adobe = True
        at += 2 + int.from_bytes(data[at + 2 : at + 4])
    return Frame(is_of_pdf, is_adobe)

"""The printing condition a file is made for: output intents that share one ICC profile (ISO 15930-7, 6.2)."""

from __future__ import annotations

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFObjectReference

from huozi.output.pdf.objects import Value, pdf_dict, pdf_name, pdf_text
from huozi.records import NamedTuple

REGISTRY = "http://www.color.org"


class Condition(NamedTuple):
    """A printing condition as the ICC's registry names it, and in words."""

    identifier: str
    description: str


CONDITIONS: dict[str, Condition] = {
    "FOGRA39L_coated": Condition("FOGRA39", "Offset printing, ISO 12647-2:2004, coated paper type 1 or 2, 115 g/m2"),
    "PSOcoated_v3": Condition("FOGRA51", "Offset printing, ISO 12647-2:2013, premium coated paper, 115 g/m2"),
    "PSOuncoated_v3": Condition("FOGRA52", "Offset printing, ISO 12647-2:2013, wood-free uncoated paper, 120 g/m2"),
}
"""Profile files by name; a profile that is not here is embedded all the same and speaks for itself."""


def output_intent(subtype: str, profile_name: str, profile: PDFObjectReference) -> PDFDictionary:
    """An output intent (``GTS_PDFX`` or ``GTS_PDFA1``) with its embedded profile."""
    condition = CONDITIONS.get(profile_name)
    entries: dict[str, Value] = {
        "Type": pdf_name("OutputIntent"),
        "S": pdf_name(subtype),
        "OutputConditionIdentifier": pdf_text(condition.identifier if condition else "Custom"),
        "Info": pdf_text(condition.description if condition else profile_name),
        "DestOutputProfile": profile,
    }
    if condition:
        entries["RegistryName"] = pdf_text(REGISTRY)
    return pdf_dict(entries)


def is_cmyk_printer_profile(icc: bytes) -> bool:
    """Whether these bytes are a whole ICC profile of a printing process in CMYK (ICC.1, 7.2: class ``prtr``)."""
    return int.from_bytes(icc[:4]) == len(icc) and icc[12:20] == b"prtrCMYK" and icc[36:40] == b"acsp"

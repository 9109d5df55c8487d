"""Numbers, codes and dates of an article that have a known form: DOI, 中图分类号, 文献标识码, 收稿日期."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from huozi.content.fields import Fields
from huozi.source_file import quoted

_DOI = r"10\.[0-9]{4,9}(?:\.[0-9]+)*/[^\s\u3000]+"
"""ISO 26324: the directory's prefix, a stroke, whatever the publisher gives."""

_BEFORE_DOI = r"(?:https?://)?(?:(?:dx\.)?doi\.org/)?(?:doi[\s:：]*)?"

_CLC = (
    r"(?:[A-KN-SUVXZ]|T[BD-HJ-NPQSTUV]?)(?:[0-9]++(?:\.[0-9]++)*+)?+"
    r"(?:[-+=/]?+[(\"<]?+[0-9a.]++[)\">]?+)*+"
)
"""A number of the Chinese Library Classification (中图法): a letter, two in T, digits in groups of three
parted by points (F832.48), then auxiliary numbers with their signs (TP391.41-39, K837.127=6)."""

CODES = "ABCDE"
"""文献标识码: theoretical, practical, guiding, reporting texts; documents."""


def check_codes(fields: Fields, said: Mapping[str, str]) -> None:
    """Report what cannot be right in an article's codes and dates; ``said`` is the text of each field by its key.

    Findings: ``doi-more``, ``doi-form``, ``clc-form``, ``document-code``, ``revised-before-received``.
    """
    for key, check in _CHECKS.items():
        if key in said:
            check(fields, said[key])
    received, revised = said.get("received", ""), said.get("revised", "")
    if received and revised and revised < received:
        fields.findings.add(fields.span_of("revised"), "revised-before-received", revised=revised, received=received)


def _check_doi(fields: Fields, text: str) -> None:
    if re.fullmatch(_DOI, text):
        return
    bare = re.sub(rf"\A{_BEFORE_DOI}", "", text, flags=re.IGNORECASE)
    if bare != text and re.fullmatch(_DOI, bare):
        fields.findings.add(fields.span_of("doi"), "doi-more", typed=quoted(text), better=quoted(bare))
    else:
        fields.findings.add(fields.span_of("doi"), "doi-form", typed=quoted(text))


def _check_clc(fields: Fields, text: str) -> None:
    if not all(re.fullmatch(_CLC, part.strip()) for part in re.split("[;；:]", text)):
        fields.findings.add(fields.span_of("clc"), "clc-form", typed=quoted(text))


def _check_document_code(fields: Fields, text: str) -> None:
    if text not in tuple(CODES):
        fields.findings.add(fields.span_of("document_code"), "document-code", typed=quoted(text))


_CHECKS: dict[str, Callable[[Fields, str], None]] = {
    "doi": _check_doi,
    "clc": _check_clc,
    "document_code": _check_document_code,
}

"""The print PDF."""

from __future__ import annotations

from huozi.output.pdf import quick_reportlab  # noqa: F401  # before anything else imports reportlab
from huozi.output.pdf.document import pdf_bytes

__all__ = ["pdf_bytes"]

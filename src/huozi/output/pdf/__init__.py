"""The print PDF."""

from huozi.output.pdf.document import pdf_bytes

__all__ = ["pdf_bytes"]

"""The print PDF."""

from huozi.output.pdf.lazily import loaded_when_used

# what reportlab loads for its own pictures and caches, and we hardly ever use
with loaded_when_used("PIL.Image", "pickle", "tempfile"):
    import reportlab.pdfbase.pdfdoc  # noqa: F401

from huozi.output.pdf.document import pdf_bytes

__all__ = ["pdf_bytes"]

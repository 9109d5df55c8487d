"""Paragraph composition (CLREQ lives here and only here)."""

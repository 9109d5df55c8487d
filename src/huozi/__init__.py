"""Huozi (活字): a Chinese journal issue, from its text to the PDF that goes to the printer."""

__version__ = "0.2.0"

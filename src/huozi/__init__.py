"""Huozi (活字): a Chinese journal issue, from its text to the PDF that goes to the printer."""

from __future__ import annotations

__version__ = "0.2.0"

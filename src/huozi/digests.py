"""Digests: BLAKE2 without ``hashlib``, which loads OpenSSL for the digests that nobody here asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

__all__ = ["blake2b"]

if TYPE_CHECKING:
    from hashlib import blake2b
else:
    try:
        from _blake2 import blake2b
    except Exception:  # another Python keeps it elsewhere
        from hashlib import blake2b

"""What pictures are made ready for."""

from __future__ import annotations

from huozi.digests import blake2b
from huozi.records import NamedTuple


class Unfit(Exception):
    """A profile that LittleCMS does not take."""


class Press(NamedTuple):
    """What pictures are converted for: the output intent's profile, its name, the most ink it takes in per cent."""

    icc: bytes
    intent: str
    ink_limit: int

    @property
    def digest(self) -> str:
        """What tells its profile from others."""
        return blake2b(self.icc, digest_size=16).hexdigest()

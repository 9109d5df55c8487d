"""A key of a layout as it is declared: a row of the tables in this room."""

from __future__ import annotations

from typing import TypeAlias

from huozi.records import NamedTuple


class Property(NamedTuple):
    """A key of the layout: its path, the kind of its value (a row of ``kinds.KINDS``), default, help, choices."""

    path: str
    kind: str
    default: str | int | bool | None
    zh: str
    en: str
    choices: tuple[str, ...] = ()
    required: bool = False


Tree: TypeAlias = "dict[str, Property | Tree]"

"""What stands on a page, in short: what tests of make-up compare with values written down. Lengths are millipoints."""

from __future__ import annotations

from collections.abc import Iterable

from issues import HOUSE, sheet
from squares import HERE

from huozi.blocks import lines
from huozi.blocks.setting import Setting
from huozi.diagnostics import Findings
from huozi.display import GlyphRun, Link, Placed, Role, Rule
from huozi.fonts.catalog import Catalog
from huozi.galley import Composer
from huozi.geometry import Mpt
from huozi.style.model import Stylesheet

FIELDS = {
    "journal": "方块月刊",
    "year": "2030",
    "issue": "3",
    "serial": "7",
    "organiser": "",
    "section": "木作",
    "title": "锯子",
    "folio": "12",
}


def composer(style: Stylesheet | None = None, findings: Findings | None = None) -> Composer:
    """What sets a text for make-up, in the face of squares."""
    used = style or sheet()
    into = Findings() if findings is None else findings
    return lines.composer(Setting(used, Catalog(HOUSE.fonts), into, used.page.area.measure), HERE)


def texts(items: Iterable[Placed], *roles: Role) -> list[tuple[Mpt, Mpt, str]]:
    """Every text with the place of its first glyph's origin; those of a role alone if one is given."""
    return [
        (placed.x, placed.y, "".join(placed.item.texts))
        for placed in items
        if isinstance(placed.item, GlyphRun) and (not roles or placed.role in roles)
    ]


def rules(items: Iterable[Placed]) -> list[tuple[Mpt, Mpt, Mpt, Mpt]]:
    """Every rule: its top left corner, its width and height."""
    return [(p.x, p.y, p.item.width, p.item.height) for p in items if isinstance(p.item, Rule)]


def links(items: Iterable[Placed]) -> list[tuple[Mpt, Mpt, Mpt, Mpt, str]]:
    """Every link: its top left corner, its width and height, where it leads."""
    return [(p.x, p.y, p.item.width, p.item.height, p.item.target) for p in items if isinstance(p.item, Link)]

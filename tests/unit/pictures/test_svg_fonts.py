"""Text of drawings is printed whatever families it asks for, in one of the house's where it must."""

from __future__ import annotations

import pytest

from huozi.pictures.svg_fonts import with_stand_ins

HOUSE = ("LXGW WenKai", "Noto Sans SC", "Noto Serif SC", "Source Serif 4")
HEAD = '<svg xmlns="http://www.w3.org/2000/svg" width="100" height="50"'
SAID = ' font-family="Noto Serif SC"'


@pytest.mark.parametrize(
    ("written", "drawn"),
    [
        ("<text>A</text>", "<text>A</text>"),
        ('<text font-family="serif">A</text>', "<text font-family=\"'serif', 'Noto Serif SC'\">A</text>"),
        ("<text font-family='Times'>A</text>", '<text font-family=\'"Times", "Noto Serif SC"\'>A</text>'),
        (
            '<text font-family="Source Serif 4, sans-serif">A</text>',
            "<text font-family=\"'Source Serif 4', 'sans-serif', 'Noto Serif SC'\">A</text>",
        ),
        (
            '<text font-family="sans-serif">A</text>',
            "<text font-family=\"'sans-serif', 'Noto Sans SC'\">A</text>",
        ),
        ('<text font-family="inherit">A</text>', '<text font-family="inherit">A</text>'),
        (
            '<text style="fill:red;font-family:&quot;Hei&quot;,serif;x:y">A</text>',
            "<text style=\"fill:red;font-family: 'Hei', 'serif', 'Noto Serif SC';x:y\">A</text>",
        ),
        (
            '<text style="font: bold 12px/1.2 Arial">A</text>',
            "<text style=\"font: bold 12px/1.2 'Arial', 'Noto Serif SC'\">A</text>",
        ),
        (
            '<style>.a {font-family: "Kai" !important}</style>',
            '<style>.a {font-family: "Kai", "Noto Serif SC" !important}</style>',
        ),
    ],
)
def test_families_are_written_so_that_they_are_found(written: str, drawn: str) -> None:
    made = with_stand_ins(f"{HEAD}>{written}</svg>".encode(), HOUSE).decode()
    assert made == f"{HEAD.replace('<svg', '<svg' + SAID)}>{drawn}</svg>"


def test_the_outermost_keeps_the_family_it_has() -> None:
    made = with_stand_ins(f'<!-- <svg> -->{HEAD} font-family="Hei"><text>A</text></svg>'.encode(), HOUSE).decode()
    assert made == f"<!-- <svg> -->{HEAD} font-family=\"'Hei', 'Noto Serif SC'\"><text>A</text></svg>"


def test_without_the_plain_family_the_first_stands_in() -> None:
    assert b'font-family="Mine"' in with_stand_ins(f"{HEAD}/>".encode(), ("Own", "Mine"))
    assert with_stand_ins(f"{HEAD}/>".encode(), ()) == f"{HEAD}/>".encode()

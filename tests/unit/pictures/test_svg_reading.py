"""SVG files read through: sizes, what is refused and why, what is told."""

from __future__ import annotations

from base64 import b64encode
from io import BytesIO

import PIL.Image
import pytest
from drawings import svg

from huozi.pictures.svg_reading import Refused, read_svg

SIZES = (
    ('width="20" height="10"', (15.0, 7.5)),
    ('width="20px" height="10PX"', (15.0, 7.5)),
    ('width="72pt" height="2in"', (72.0, 144.0)),
    ('width="25.4mm" height="2.54cm"', (72.0, 72.0)),
    ('width="6pc" height="101.6q"', (72.0, 72.0)),
    ('viewBox="0 0 40 20"', (30.0, 15.0)),
    ('viewBox="-5,-5,40,20" width="100%" height="50%"', (30.0, 7.5)),
    ('viewBox="0 0 40 20" width="60pt"', (60.0, 30.0)),
    ('viewBox="0 0 40 20" height="60pt"', (120.0, 60.0)),
    ('viewBox="0 0 1e2 20" width="auto"', (75.0, 15.0)),
)


@pytest.mark.parametrize(("attributes", "size"), SIZES)
def test_a_size_is_that_of_the_attributes_else_of_the_view_box(attributes: str, size: tuple[float, float]) -> None:
    read = read_svg(svg("", attributes))
    assert (read.width, read.height) == pytest.approx(size, abs=0.001)
    assert not read.lacks_size


def test_a_drawing_that_says_no_size_is_a_hundred_pixels_wide() -> None:
    read = read_svg(svg("", ""))
    assert (read.width, read.height, read.lacks_size) == (75.0, 75.0, True)


def png(width: int, height: int) -> str:
    out = BytesIO()
    PIL.Image.new("L", (width, height)).save(out, "PNG")
    return "data:image/png;base64," + b64encode(out.getvalue()).decode()


SMALL = png(4, 4)
BILLION_LAUGHS = '<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;">]>'
USE_BOMB = '<g id="a0"><rect width="1" height="1"/></g>' + "".join(
    f'<g id="a{at}">' + f'<use href="#a{at - 1}"/>' * 10 + "</g>" for at in range(1, 10)
)
NESTED = "<g>" * 300 + "</g>" * 300
CHAIN = "".join(f'<g id="a{at}"><use href="#a{at + 1}"/></g>' for at in range(3_000))
MARKERS = '<marker id="m">' + "<rect/>" * 100 + '</marker><path marker-mid="url(#m)" d="' + "L 1 1 " * 5_000 + '"/>'

REFUSED = {
    "entities": (svg("&c;", before=BILLION_LAUGHS), "svg-entities"),
    "external entity": (svg("&x;", before='<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>'), "svg-entities"),
    "use bomb": (svg(USE_BOMB), "svg-too-much"),
    "use in a circle": (svg('<g id="a"><use href="#b"/></g><g id="b"><use xlink:href="#a"/></g>'), "svg-too-much"),
    "pattern in a circle": (svg('<pattern id="p"><rect fill="url(#p)"/></pattern>'), "svg-too-much"),
    "circle by style": (svg('<g id="a"><g style="mask: url(#a)"/></g>'), "svg-too-much"),
    "chain": (svg(CHAIN), "svg-too-much"),
    "deep": (svg(NESTED), "svg-too-much"),
    "many": (svg("<g/>" * 200_001), "svg-too-much"),
    "markers": (svg(MARKERS), "svg-too-much"),
    "file": (svg('<image href="photo.png"/>'), "svg-foreign"),
    "file above": (svg('<image xlink:href="../../a.png"/>'), "svg-foreign"),
    "absolute": (svg('<image href="/etc/passwd"/>'), "svg-foreign"),
    "file address": (svg('<image href="file:///etc/passwd"/>'), "svg-foreign"),
    "network": (svg('<image href="https://example.org/a.png"/>'), "svg-foreign"),
    "use elsewhere": (svg('<use href="other.svg#a"/>'), "svg-foreign"),
    "data for use": (svg(f'<use href="{SMALL}"/>'), "svg-foreign"),
    "fill elsewhere": (svg('<rect fill="url(other.svg#p)"/>'), "svg-foreign"),
    "style elsewhere": (svg("<style>rect {fill: url('http://example.org/p')}</style>"), "svg-foreign"),
    "import": (svg("<style>@import url(a.css);</style>"), "svg-foreign"),
    "style sheet": (svg("", before='<?xml-stylesheet href="a.css"?>'), "svg-foreign"),
    "font face": (svg("<style>@font-face {font-family: A}</style>"), "svg-font-inside"),
    "filter": (svg('<filter id="f"/><rect filter="url(#f)"/>'), "svg-filter"),
    "filter by style": (svg('<filter id="f"/><rect style="fill: red;filter:url(#f)"/>'), "svg-filter"),
    "picture bomb": (svg(f'<image href="{png(9_000, 9_000)}"/>'), "svg-picture-large"),
    "picture that is none": (svg('<image href="data:image/png;base64,AAAA"/>'), "svg-picture-kind"),
    "svg within": (svg('<image href="data:image/svg+xml;base64,AAAA"/>'), "svg-picture-kind"),
    "gif within": (svg('<image href="data:image/gif;base64,R0lGODlhAQABAAAAACw="/>'), "svg-picture-kind"),
    "not base64": (svg('<image href="data:image/png,abc"/>'), "svg-picture-kind"),
    "truncated": (svg("<g>")[:-8], "svg-damaged"),
    "empty": (b"", "svg-damaged"),
    "html": (b"<html><svg/></html>", "svg-no-svg"),
    "gbk": ("<svg xmlns='http://www.w3.org/2000/svg'><text>装机容量</text></svg>".encode("gbk"), "svg-encoding"),
    "no size": (svg("", 'width="0" height="10"'), "svg-no-size"),
    "huge": (svg("", 'width="1e9" height="10"'), "svg-no-size"),
    "heavy": (b"<svg>" + b" " * 17_000_000 + b"</svg>", "svg-too-large"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_leads_out_or_has_no_end_is_refused(name: str) -> None:
    data, rule = REFUSED[name]
    with pytest.raises(Refused) as refused:
        read_svg(data)
    assert refused.value.rule == rule


TAKEN = {
    "document type by name": svg(
        "", before='<?xml version="1.0" encoding="utf-8"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "svg11.dtd">'
    ),
    "filter that nothing uses": svg('<filter id="f"/><rect filter="none" style="filter: none"/>'),
    "picture within": svg(f'<image href="{SMALL}"/>'),
    "link": svg('<a href="https://example.org/"><rect/></a>'),
    "same pattern often": svg('<pattern id="p"><rect/></pattern>' + '<rect fill="url(#p)"/>' * 1_000),
    "name twice": svg('<g id="a"/><g id="a"><use href="#a"/></g>'),
    "nothing there": svg('<use href="#nothing"/>'),
    "sixteen bits": svg("<text>图</text>").decode().encode("utf-16"),
}


@pytest.mark.parametrize("name", TAKEN)
def test_what_is_harmless_is_taken(name: str) -> None:
    read = read_svg(TAKEN[name])
    assert not (read.has_scripts or read.has_moving or read.has_foreign)
    assert b"encoding" not in read.text


def test_what_is_left_out_is_told() -> None:
    assert read_svg(svg("<script>alert(1)</script>")).has_scripts
    assert read_svg(svg('<rect onclick="go()"/>')).has_scripts
    assert read_svg(svg('<rect><animate attributeName="x"/></rect>')).has_moving
    assert read_svg(svg("<foreignObject/>")).has_foreign


def test_families_are_the_first_of_each_list() -> None:
    style = """.a {font-family: "Noto Serif SC", serif !important} .b {font: bold 12px/1.2 'Kai', sans-serif}"""
    texts = '<text font-family="Song, serif" style="font-family: Hei"/><text font-family="sans-serif"/>'
    read = read_svg(svg(f"<style>{style}</style>{texts}<text font-family='Song'/>"))
    assert read.families == ("Noto Serif SC", "Kai", "Hei", "Song")

"""Kinds of values: how each is read from its node, what is accepted, and its JSON Schema.

A reader raises ``ValueError`` for a value it cannot take; the loader reports it with the kind's examples.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import get_args

from huozi.geometry import MOST_COLUMNS
from huozi.positioned_yaml import Node
from huozi.records import NamedTuple
from huozi.style import lengths
from huozi.style.figures import FloatPlace
from huozi.style.keys.fields import (
    DESIGN_FIELDS,
    ISSUE_FIELDS,
    LABEL_FIELDS,
    LINE_FIELDS,
    OPENING_FIELDS,
    PAGE_FIELDS,
    REFERENCE_FIELDS,
)
from huozi.style.readers import (
    FITS,
    MOST,
    THICKEST,
    WIDEST_BLEED,
    read_bool,
    read_bounded,
    read_column_rule,
    read_columns,
    read_cover,
    read_face,
    read_fact,
    read_fields_of_articles,
    read_fit,
    read_float_places,
    read_folio,
    read_gap,
    read_heading_lines,
    read_ink_limit,
    read_inks,
    read_integer,
    read_layout,
    read_length,
    read_listed,
    read_measure,
    read_name,
    read_numbers,
    read_opening,
    read_paint,
    read_paints,
    read_part,
    read_picture_file,
    read_ratio,
    read_scale,
    read_shift,
    read_span,
    read_template,
    read_texts,
    written,
)


class Kind(NamedTuple):
    """A kind of value: its reader, examples of what is accepted (the same in all languages) and its schema."""

    read: Callable[[Node], object]
    accepted: str
    schema: dict[str, object]


def fields(names: tuple[str, ...]) -> str:
    """Fields as a template writes them."""
    return " ".join(f"{{{name}}}" for name in names)


def template(names: tuple[str, ...]) -> Kind:
    """A text in which these fields may stand."""
    return Kind(lambda node: read_template(node, names), fields(names), TEXT)


TEXT: dict[str, object] = {"type": ["string", "number"]}
INTEGER: dict[str, object] = {"type": "integer", "maximum": MOST}
LENGTH: dict[str, object] = {
    "type": ["string", "integer"],
    "pattern": r"^\s*[+-]?\s*([0-9]+\s*/\s*[0-9]+|[0-9]*\.?[0-9]*)\s*(pt|磅|mm|毫米|cm|in|em|字|行|lines?|%)?\s*$",
}
NAMED: dict[str, object] = {"type": "string", "pattern": r"^[^\s/\\.]+$"}
PLACE: dict[str, object] = {"enum": list(get_args(FloatPlace))}
PAINTED: dict[str, object] = {"type": "string", "pattern": r"^[^\s]+(\s+[0-9]{1,3}\s*%)?$"}

KINDS: dict[str, Kind] = {
    "text": Kind(written, "……", TEXT),
    "texts": Kind(read_texts, "[……, ……]", {"anyOf": [TEXT, {"type": "array", "items": TEXT}]}),
    "fact": Kind(read_fact, "……, [……, ……]", {"anyOf": [TEXT, {"type": "array", "items": TEXT}]}),
    "article-fields": Kind(
        read_fields_of_articles, "abstract, [abstract, keywords]", {"anyOf": [TEXT, {"type": "array", "items": TEXT}]}
    ),
    "numbers": Kind(read_numbers, "[1., （1）, ①], 一、, a)", {"anyOf": [TEXT, {"type": "array", "items": TEXT}]}),
    "name": Kind(read_name, "song, body, a4-35x37 …", NAMED),
    "layout": Kind(read_layout, "a4-35x37, a4-35x37.yaml", {"type": "string", "pattern": r"^[^\s/\\.]+(\.ya?ml)?$"}),
    "names": Kind(read_texts, "[kai, hei]", {"anyOf": [TEXT, {"type": "array", "items": TEXT}]}),
    "template": template(PAGE_FIELDS),
    "article-template": template(OPENING_FIELDS),
    "issue-template": template(ISSUE_FIELDS),
    "design-template": template(DESIGN_FIELDS),
    "line-template": template(LINE_FIELDS),
    "label-template": template(LABEL_FIELDS),
    **{f"{name}-reference-template": template(names) for name, names in REFERENCE_FIELDS.items()},
    "folio-template": Kind(read_folio, '"{folio}", （{folio}）, /{folio}', TEXT | {"pattern": r"\{folio\}"}),
    "authors-at": Kind(
        lambda node: read_listed(node, ("column", "below")),
        "false, true, column, below",
        {"enum": [False, True, "column", "below"]},
    ),
    "subtitles-at": Kind(
        lambda node: read_listed(node, ("below",)), "false, true, below", {"enum": [False, True, "below"]}
    ),
    "length": Kind(read_length, "12pt, 3mm, 2字, 1.5行, 1/4em", LENGTH),
    "offset": Kind(lambda node: read_length(node, negative=True), "2字, -1字, 1/4em, 12pt", LENGTH),
    "place": Kind(lambda node: read_length(node, negative=True, part=True), "30mm, -3mm, 55%", LENGTH),
    "extent": Kind(lambda node: read_length(node, part=True), "30mm, 45%", LENGTH),
    "size": Kind(
        lambda node: lengths.parse_size(written(node)),
        "小四, 五号, 六号(8), 10.5pt",
        {"anyOf": [LENGTH, {"type": "string", "pattern": "^小?[初一二三四五六七八1-8]号?([(（][0-9]+[)）])?$"}]},
    ),
    "trim": Kind(lambda node: lengths.parse_trim(written(node)), "A4, B5, 16开, 210mm x 297mm", {"type": "string"}),
    "part": Kind(read_part, "60%, 85% (10% – 100%)", LENGTH),
    "float-places": Kind(
        read_float_places,
        "[head, foot, here, page]",
        {"anyOf": [PLACE, {"type": "array", "items": PLACE, "minItems": 1, "uniqueItems": True}]},
    ),
    "ratio": Kind(read_ratio, "60%, 1/2em (20% – 150%)", LENGTH),
    "gap": Kind(read_gap, "1/4em, 0.25字, 25% (0 – 1em)", LENGTH),
    "opening": Kind(read_opening, "1/16em, 1/12字, 6%, 0 (0 – 1em)", LENGTH),
    "columns": Kind(read_columns, "1, 2, 3, 4", INTEGER | {"minimum": 1, "maximum": MOST_COLUMNS}),
    "span": Kind(
        read_span,
        "all, 1, 2, 3, 4",
        {"anyOf": [{"const": "all"}, INTEGER | {"minimum": 1, "maximum": MOST_COLUMNS}]},
    ),
    "column-rule": Kind(read_column_rule, "none, 0.5pt, 0.2mm (≤ 20pt)", {"anyOf": [LENGTH, {"const": "none"}]}),
    "rule": Kind(lambda node: read_bounded(node, THICKEST), "0.5pt, 0.2mm (≤ 20pt)", LENGTH),
    "bleed": Kind(lambda node: read_bounded(node, WIDEST_BLEED), "3mm (≤ 25mm)", LENGTH),
    "share": Kind(lambda node: lengths.parse_thousandths(written(node)), "1/4em, 0.25字, 25%", LENGTH),
    "scale": Kind(read_scale, "105%, 1.05em, match", {"anyOf": [LENGTH, {"const": "match"}]}),
    "shift": Kind(read_shift, "3%, -1/30em, 0", LENGTH),
    "lines": Kind(lambda node: lengths.parse_lines(written(node)), "3行, 3", LENGTH),
    "heading-lines": Kind(
        read_heading_lines,
        "3行, 3, [2, 3, 4]",
        {"anyOf": [LENGTH, {"type": "array", "items": LENGTH, "minItems": 1}]},
    ),
    "measure": Kind(read_measure, "35, 148mm", LENGTH),
    "integer": Kind(lambda node: read_integer(node, 0), "0, 1, 12", INTEGER | {"minimum": 0}),
    "count": Kind(lambda node: read_integer(node, 1), "1, 2, 12", INTEGER | {"minimum": 1}),
    "dots": Kind(lambda node: read_integer(node, 3), "3, 4, 6", INTEGER | {"minimum": 3}),
    "bool": Kind(read_bool, "true, false", {"type": "boolean"}),
    "colour": Kind(read_paint, "k100, white, deep-blue 30% (colour.inks)", PAINTED),
    "colours": Kind(
        read_paints, "[accent, k60, deep-blue 30%]", {"anyOf": [{"type": "array", "items": PAINTED}, PAINTED]}
    ),
    "inks": Kind(
        read_inks,
        "[100, 70, 10, 30] (C, M, Y, K, %)",
        {"type": "array", "minItems": 4, "maxItems": 4, "items": {"type": "number", "minimum": 0, "maximum": 100}},
    ),
    "picture-file": Kind(
        read_picture_file,
        'logo.pdf, images/logo.png, "{cover_picture}"',
        {"type": "string", "pattern": r"^(\{cover_picture\}|[^{}\\]+\.[A-Za-z]+)$"},
    ),
    "ink-limit": Kind(
        read_ink_limit,
        "300%, 280 (150% – 400%)",
        {
            "anyOf": [
                INTEGER | {"minimum": 150, "maximum": 400},
                {"type": "string", "pattern": "^(1[5-9][0-9]|[23][0-9]{2}|400) ?%$"},
            ]
        },
    ),
    "fit": Kind(read_fit, "true, false, width, box", {"enum": [True, False, *FITS]}),
    "face": Kind(read_face, "kai, song bold", PAINTED | {"pattern": r"^\S+( \S+)?$"}),
    "cover": Kind(read_cover, "true, false, blank, contact (designs)", {"type": ["boolean", "string"]}),
}

"""JSON Schemas for editors: of a layout, of ``issue.yaml`` and of an article's front matter.

A layout's follows from the declared properties; the other two are small and fixed (their keys are the content room's,
and a test holds them together).
"""

from __future__ import annotations

from typing import TypeAlias

from huozi.numbering import NAMED, RANGE
from huozi.style.keys.property import Property, Tree
from huozi.style.keys.styles import STYLE_NAMES, STYLE_ROWS
from huozi.style.kinds import KINDS
from huozi.style.properties import LISTS, TREE, ListKind, grow

Schema: TypeAlias = dict[str, object]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
NUMBER_PATTERN = rf"^[0-9]{{1,6}}$|^{RANGE}$"
NAME_PATTERN = r"^[^\s./\\]+$"
TEXT: Schema = {"type": ["string", "number"]}
STYLE: Schema = {"$ref": "#/$defs/style"}
STYLE_TREE = grow(STYLE_ROWS)


def layout_schema() -> Schema:
    """The JSON Schema of a layout file."""
    defs: Schema = {"style": branch_schema(STYLE_TREE)}
    for kind, of in LISTS.items():
        defs[kind] = {"oneOf": [element_schema(name, of) for name in of.elements]}
    return {"$schema": DIALECT, "title": "Huozi layout", **branch_schema(TREE), "$defs": defs}


def branch_schema(tree: Tree) -> Schema:
    """The schema of a mapping: its declared keys and no others, or any name where a name stands."""
    known = {key: node_schema(below) for key, below in tree.items() if key != "*"}
    schema: Schema = {"type": "object", "properties": known, "additionalProperties": False}
    match tree.get("*"):
        case None:
            return schema
        case _ if tree is TREE["styles"]:
            schema["properties"] = {name: described(STYLE, zh, en) for name, (zh, en, *_) in STYLE_NAMES.items()}
            schema["additionalProperties"] = STYLE
        case below:
            schema["additionalProperties"] = node_schema(below)
    return schema | {"propertyNames": {"pattern": NAME_PATTERN}}


def node_schema(node: Property | Tree) -> Schema:
    """The schema of a key: of a single value, a list of elements, or a mapping."""
    match node:
        case Property(kind=kind, zh=zh, en=en) if kind in LISTS:
            return described({"type": "array", "items": {"$ref": f"#/$defs/{kind}"}}, zh, en)
        case Property() as row:
            return value_schema(row)
        case tree:
            return branch_schema(tree)


def value_schema(row: Property) -> Schema:
    """The schema of a single value, with its help and default."""
    schema: Schema = {"enum": list(row.choices)} if row.choices else dict(KINDS[row.kind].schema)
    if row.default is not None:
        schema["default"] = row.default
    return described(schema, row.zh, row.en)


def element_schema(name: str, of: ListKind) -> Schema:
    """The schema of an element of a list."""
    schema = branch_schema(of.trees[name])
    keys: Schema = {row.path: value_schema(row) for row in of.elements[name]}
    required = [of.key, *(row.path for row in of.elements[name] if row.required)]
    return schema | {"properties": {of.key: {"const": name}, **keys}, "required": required}


def described(schema: Schema, zh: str, en: str) -> Schema:
    """The schema with its help in both languages."""
    return schema | {"description": f"{zh} / {en}"}


def mapping(keys: dict[str, Schema], required: list[str]) -> Schema:
    """The schema of a mapping with some keys and no others."""
    return {"type": "object", "properties": keys, "required": required, "additionalProperties": False}


def issue_schema() -> Schema:
    """The JSON Schema of ``issue.yaml``."""
    whole: Schema = {"type": "integer", "minimum": 1}
    section = mapping(
        {
            "section": described(TEXT, "栏目名", "Name of the section"),
            "articles": described(
                {"type": "array", "items": TEXT},
                "文章，按次序；名称是文件名去掉编号和后缀",
                "Articles in their order, by file name without number and suffix",
            ),
        },
        ["section", "articles"],
    )
    pages = mapping(
        {
            "multiple": described(whole, "内页数须是它的倍数", "The count of inside pages must be a multiple of it"),
            "exactly": described(whole, "内页数须正好是它", "The count of inside pages must be exactly it"),
        },
        [],
    )
    number: Schema = {"anyOf": [whole, {"type": "string", "pattern": NUMBER_PATTERN}]}
    issue: Schema = {"anyOf": [whole, {"type": "string", "pattern": f"{NUMBER_PATTERN}|^{NAMED}$"}]}
    keys = {
        "journal": described(
            {"type": "string", "pattern": r"^[^\s./\\]+(\.ya?ml)?$"},
            "版式名：layout/ 里的文件",
            "The layout: a file of layout/",
        ),
        "year": described(whole, "年", "Year"),
        "issue": described(
            issue,
            "期：12；合刊 1-2；增刊1、春季号",
            "Number in the year: 12; 1-2 for a double number; or a name instead of one",
        ),
        "serial": described(number, "总期数；没有就不写", "Number in all, if the journal has one"),
        "date": described({"type": "string", "format": "date"}, "出版日期", "Date of publication"),
        "contents": described({"type": "array", "items": section}, "栏目和文章", "Sections and articles"),
        "pages": described(pages, "内页数的要求", "What the count of inside pages must be"),
        "fillers": described(
            {"type": "array", "items": TEXT},
            "补白，先用的在前；名称是文件名去掉编号和后缀",
            "Short texts for white that is left over, in order of preference, by file name",
        ),
        "volume": described(whole, "卷", "Volume"),
        "label": described(
            TEXT, "这一期的名称，如秋季号；版式以 {label} 引用", "What the issue is called, for templates"
        ),
        "theme": described(TEXT, "这一期的主题；版式以 {theme} 引用", "The issue's theme, for templates"),
        "accept": described({"type": "array", "items": _acceptance()}, "认可了的问题", "Findings signed off"),
        "requires": described(TEXT, "活字的版本，如 huozi ≥ 0.2", "Versions of Huozi, e.g. huozi ≥ 0.2"),
    }
    required = ["journal", "year", "issue", "date", "contents"]
    return {"$schema": DIALECT, "title": "Huozi issue.yaml", **mapping(keys, required)}


def _acceptance() -> Schema:
    """A finding that someone has accepted."""
    return mapping(
        {
            "finding": described(
                {"type": "string", "pattern": "^[0-9a-f]{12}$"}, "问题的编号", "The finding's fingerprint"
            ),
            "rule": described(TEXT, "规则名，用来核对", "Its rule, to be checked against"),
            "by": described(TEXT, "谁认可的", "Who accepts it"),
            "why": described(TEXT, "为什么", "Why"),
        },
        ["finding", "by", "why"],
    )


def front_matter_schema() -> Schema:
    """The JSON Schema of an article's front matter."""
    named = mapping(
        {"name": described(TEXT, "姓名", "Name"), "affiliation": described(TEXT, "单位", "Affiliation")}, ["name"]
    )
    author: Schema = {"anyOf": [TEXT, named]}
    keys = {
        "title": described(TEXT, "标题；| 为宜转行处", "Title; | is a preferred line break"),
        "authors": described({"type": "array", "items": author}, "作者", "Authors"),
        "affiliation_note": described(TEXT, "作者单位说明", "Note on the authors"),
        "source": described(TEXT, "来源", "Source"),
        "keywords": described({"type": "array", "items": TEXT}, "关键词", "Keywords"),
        "columns": described({"type": "integer", "minimum": 1, "maximum": 4}, "栏数", "Number of columns"),
        "start": described(
            {"enum": ["run-on", "column", "page", "recto"]},
            "从哪里起：接排、另栏、另页、右页",
            "Where it begins: behind what is before, on a new column, page or right-hand page",
        ),
        "kind": described({"enum": ["article", "filler"]}, "文章或补白", "An article or a filler"),
        "contents": described(
            {"type": "boolean"},
            "是否列入印出的目录；补白默认不列",
            "Whether it stands in the printed contents; a filler does not by default",
        ),
    }
    return {"$schema": DIALECT, "title": "Huozi article", **mapping(keys, ["title"])}


SCHEMAS = {"layout": layout_schema, "issue": issue_schema, "article": front_matter_schema}
"""The schemas there are, by the name under which they are asked for."""

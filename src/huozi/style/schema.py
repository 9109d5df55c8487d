"""JSON Schemas for editors: of a layout, which follows from the declared properties, and the table of all there are."""

from __future__ import annotations

from huozi.style.content_schema import front_matter_schema, issue_schema
from huozi.style.keys.property import Property, Tree
from huozi.style.keys.styles import STYLE_NAMES, STYLE_ROWS
from huozi.style.kinds import KINDS
from huozi.style.properties import LISTS, TREE, ListKind, grow
from huozi.style.schema_parts import DIALECT, Schema, described

NAME_PATTERN = r"^[^\s./\\]+$"
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


SCHEMAS = {"layout": layout_schema, "issue": issue_schema, "article": front_matter_schema}
"""The schemas there are, by the name under which they are asked for."""

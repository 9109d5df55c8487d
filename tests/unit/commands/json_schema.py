"""As much of JSON Schema as Huozi's own schemas use; a word that is not known here is a fault."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

TYPES: dict[str, tuple[type, ...]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "integer": (int,),
    "null": (type(None),),
    "boolean": (bool,),
}
SAID = {"$schema", "title", "description"}
KNOWN = SAID | {
    "type",
    "const",
    "enum",
    "pattern",
    "minimum",
    "properties",
    "required",
    "additionalProperties",
    "items",
    "anyOf",
}


def faults(value: Any, schema: dict[str, Any], place: str = "$") -> list[str]:
    """What of a value is not as a schema says."""
    return list(_faults(value, schema, place))


def _faults(value: Any, schema: dict[str, Any], place: str) -> Iterator[str]:
    yield from (f"{place}: the schema's {word} is not understood" for word in schema.keys() - KNOWN)
    if "type" in schema and (
        not isinstance(value, TYPES[schema["type"]]) or isinstance(value, bool) is not (schema["type"] == "boolean")
    ):
        yield f"{place}: not {schema['type']}: {value!r}"
        return
    if "const" in schema and value != schema["const"]:
        yield f"{place}: not {schema['const']!r}: {value!r}"
    if "enum" in schema and value not in schema["enum"]:
        yield f"{place}: none of {schema['enum']}: {value!r}"
    if "pattern" in schema and not re.search(schema["pattern"], value):
        yield f"{place}: not like {schema['pattern']}: {value!r}"
    if value < schema["minimum"] if "minimum" in schema else False:
        yield f"{place}: less than {schema['minimum']}: {value!r}"
    if "anyOf" in schema and all(faults(value, one, place) for one in schema["anyOf"]):
        yield f"{place}: as none of the forms: {value!r}"
    if isinstance(value, dict):
        yield from _of_object(value, schema, place)
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield from _faults(item, schema.get("items", {}), f"{place}[{index}]")


def _of_object(value: dict[str, Any], schema: dict[str, Any], place: str) -> Iterator[str]:
    known = schema.get("properties", {})
    yield from (f"{place}: {key} is missing" for key in schema.get("required", ()) if key not in value)
    for key, item in value.items():
        if key in known:
            yield from _faults(item, known[key], f"{place}.{key}")
        elif schema.get("additionalProperties") is False:
            yield f"{place}: {key} is not known"

"""What JSON Schemas are put together from."""

from __future__ import annotations

from typing import Final, TypeAlias

Schema: TypeAlias = dict[str, object]

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
TEXT: Schema = {"type": ["string", "number"]}


def described(schema: Schema, zh: str, en: str) -> Schema:
    """The schema with its help in both languages."""
    return schema | {"description": f"{zh} / {en}"}


def mapping(keys: dict[str, Schema], required: list[str]) -> Schema:
    """The schema of a mapping with some keys and no others."""
    return {"type": "object", "properties": keys, "required": required, "additionalProperties": False}


def listed(items: Schema) -> Schema:
    """The schema of a list."""
    return {"type": "array", "items": items}

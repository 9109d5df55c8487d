"""The JSON Schemas take what the readers take, and refuse what they refuse."""

from __future__ import annotations

import json
import re
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
import yaml

from huozi.content.authors import AUTHOR_KEYS
from huozi.content.front_matter import FRONT_MATTER_KEYS
from huozi.content.imprint import COVER_KEYS, IMPRINT_KEYS
from huozi.content.issue_file import ISSUE_KEYS, PAGES_KEYS
from huozi.content.listed import INSERT_KEYS, SECTION_KEYS
from huozi.style.content_schema import front_matter_schema, issue_schema
from huozi.style.keys.covers import ELEMENTS
from huozi.style.keys.fields import FACT_FIELDS
from huozi.style.keys.styles import STYLE_NAMES
from huozi.style.kinds import KINDS
from huozi.style.properties import LISTS, PROPERTIES
from huozi.style.reference import layout_reference
from huozi.style.schema import SCHEMAS, layout_schema

ROOT = Path(__file__).parents[3]
CASES = ROOT / "tests/cases/style"
TYPES: dict[str, tuple[type, ...]] = {
    "object": (dict,), "array": (list,), "string": (str,), "number": (int, float), "integer": (int,),
    "boolean": (bool,), "null": (type(None),),
}  # fmt: skip


def errors(value: Any, schema: Any, root: Any, path: str = "") -> list[str]:
    """What a value breaks of a schema, for the words of JSON Schema that ours use."""
    if "$ref" in schema:
        return errors(value, root["$defs"][schema["$ref"].removeprefix("#/$defs/")], root, path)
    found = [f"{path}: {word}" for word, broken in broken_words(value, schema, root, path) if broken]
    if isinstance(value, dict) and schema.get("type") == "object":
        known, other = schema.get("properties", {}), schema.get("additionalProperties", True)
        for key, below in value.items():
            inner = known.get(key, other)
            if inner is False:
                found.append(f"{path}.{key}: unknown")
            elif inner is not True:
                found += errors(below, inner, root, f"{path}.{key}")
    if isinstance(value, list) and "items" in schema:
        found += [
            error for at, item in enumerate(value) for error in errors(item, schema["items"], root, f"{path}[{at}]")
        ]
    return found


def broken_words(value: Any, schema: Any, root: Any, path: str) -> list[tuple[str, bool]]:
    types = schema.get("type", list(TYPES))
    allowed = tuple(kind for name in ([types] if isinstance(types, str) else types) for kind in TYPES[name])
    is_type = isinstance(value, allowed) and not (isinstance(value, bool) and bool not in allowed)
    number = value if isinstance(value, int | float) else 0
    names = schema.get("propertyNames", {}).get("pattern", "")
    fits = [not errors(value, part, root, path) for part in schema.get("anyOf", schema.get("oneOf", []))]
    return [
        ("type", not is_type),
        ("enum", value not in schema.get("enum", [value])),
        ("const", value != schema.get("const", value)),
        ("pattern", isinstance(value, str) and not re.search(schema.get("pattern", ""), value)),
        ("minimum", number < schema.get("minimum", number)),
        ("maximum", number > schema.get("maximum", number)),
        ("items", isinstance(value, list) and len(value) < schema.get("minItems", 0)),
        ("items", isinstance(value, list) and len(value) > schema.get("maxItems", len(value))),
        ("unique", isinstance(value, list) and "uniqueItems" in schema and len(set(value)) < len(value)),
        ("required", isinstance(value, dict) and not set(schema.get("required", ())) <= set(value)),
        ("names", isinstance(value, dict) and any(not re.search(names, key) for key in value)),
        ("any", "anyOf" in schema and not any(fits)),
        ("one", "oneOf" in schema and sum(fits) != 1),
    ]


def plain(text: str) -> Any:
    return json.loads(json.dumps(yaml.safe_load(text), default=date.isoformat))


@pytest.mark.parametrize("path", sorted((ROOT / "layout").glob("*.yaml")), ids=lambda path: path.stem)
def test_every_shipped_layout_is_valid(path: Path) -> None:
    schema = layout_schema()
    assert errors(plain(path.read_text("utf-8")), schema, schema) == []


def test_the_example_of_the_format_is_valid() -> None:
    schema = layout_schema()
    assert errors(plain((CASES / "formats-example.yaml").read_text("utf-8")), schema, schema) == []


@pytest.mark.parametrize("name", ["unknown-key", "wrong-value", "wrong-shape"])
def test_a_wrong_layout_is_invalid_wherever_the_loader_finds_a_wrong_key_or_shape(name: str) -> None:
    schema = layout_schema()
    assert errors(plain((CASES / f"{name}.yaml").read_text("utf-8")), schema, schema)


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_plain_json_and_always_the_same(name: str) -> None:
    text = json.dumps(SCHEMAS[name](), ensure_ascii=False)
    assert json.loads(text) == SCHEMAS[name]()
    assert "2020-12" in text


def test_the_issue_schema_has_the_keys_that_are_read() -> None:
    schema: Any = issue_schema()
    assert {key: key in schema["required"] for key in schema["properties"]} == ISSUE_KEYS
    section, insert = schema["properties"]["contents"]["items"]["anyOf"]
    assert {key: key in section["required"] for key in section["properties"]} == SECTION_KEYS
    assert {key: key in insert["required"] for key in insert["properties"]} == INSERT_KEYS
    for key, known in (("pages", PAGES_KEYS), ("cover", COVER_KEYS), ("imprint", IMPRINT_KEYS)):
        assert set(schema["properties"][key]["properties"]) == set(known)


def test_an_issue_may_say_every_fact_of_its_journal_otherwise() -> None:
    assert tuple(IMPRINT_KEYS) == FACT_FIELDS


def test_the_article_schema_has_the_keys_that_are_read() -> None:
    schema: Any = front_matter_schema()
    assert {key: key in schema["required"] for key in schema["properties"]} == FRONT_MATTER_KEYS
    for key in ("authors", "authors_en"):
        author = schema["properties"][key]["items"]["anyOf"][1]
        assert {key: key in author["required"] for key in author["properties"]} == AUTHOR_KEYS


def test_an_issue_is_valid_and_one_with_an_unknown_key_is_not() -> None:
    schema = issue_schema()
    text = """
journal: huozi-specimen
year: 2026
issue: 1
serial: 1
date: 2026-01-15
contents: [{section: 排版, name_en: Setting, articles: [yi, er]}, {insert: 广告, pages: 2}]
cover: {picture: images/a.tif, lines: [yi]}
imprint: {price: 12 元, editors: [甲, 乙], first_year: 1985}
pages: {multiple: 4}
fillers: [san]
"""
    assert errors(plain(text), schema, schema) == []
    assert errors(plain(text + "tome: 3\n"), schema, schema) == [".tome: unknown"]


def test_every_key_has_help_in_both_languages_and_a_known_kind() -> None:
    elements = [rows for of in LISTS.values() for rows in of.elements.values()]
    rows = [*PROPERTIES, *chain.from_iterable(elements)]
    for row in rows:
        assert row.zh and row.en, row.path
        assert row.choices or row.kind in LISTS or row.kind in KINDS, row.path
        assert not re.search("[\u4e00-\u9fff]", row.en.replace("字", "")), row.path


def test_no_key_is_declared_twice() -> None:
    paths = [row.path for row in PROPERTIES]
    assert len(paths) == len(set(paths))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_reference_names_every_key_and_style(language: Any) -> None:
    text = layout_reference(language)
    for name in (*(row.path for row in PROPERTIES), *STYLE_NAMES, *ELEMENTS):
        assert name in text


def descriptions(schema: Any) -> list[str]:
    """All help in a schema."""
    match schema:
        case dict():
            own = [schema["description"]] if isinstance(schema.get("description"), str) else []
            return own + [text for part in schema.values() for text in descriptions(part)]
        case list():
            return [text for part in schema for text in descriptions(part)]
        case _:
            return []


@pytest.mark.parametrize("name", SCHEMAS)
def test_help_in_a_schema_is_chinese_first(name: str) -> None:
    found = descriptions(SCHEMAS[name]())
    assert found
    for text in found:
        zh, _, en = text.partition(" / ")
        assert re.search("[\u4e00-\u9fff]", zh), text
        assert re.search("[A-Za-z]{2}", en), text
        assert not re.search("[\u4e00-\u9fff]", en.replace("字", "")), text


def test_the_lists_of_a_layout_are_lists_of_their_elements() -> None:
    schema: Any = layout_schema()
    assert {name: len(of["oneOf"]) for name, of in schema["$defs"].items() if "oneOf" in of} == {
        "design": 9,
        "pieces": 7,
    }
    articles = schema["properties"]["articles"]["properties"]
    assert [articles[key]["items"] for key in ("opening", "ending")] == [{"$ref": "#/$defs/pieces"}] * 2


@pytest.mark.parametrize(
    ("piece", "is_right"),
    [
        ("{set: notes}", True),
        ("{set: space, lines: 2}", True),
        ('{set: text, text: "{title}", style: title, label: 题}', True),
        ("{set: rule, thickness: 1pt, width: 30%, align: center, colour: k50, lines: 1, span: all}", True),
        ("{set: box}", False),
        ("{draw: text}", False),
        ("{set: text, style: title}", False),
        ("{set: rule, align: justify}", False),
        ("{set: space, thickness: 1pt}", False),
    ],
)
def test_the_schema_knows_the_keys_of_a_piece(piece: str, is_right: bool) -> None:
    schema = layout_schema()
    assert (errors(plain(f"articles: {{ending: [{piece}]}}"), schema, schema) == []) is is_right

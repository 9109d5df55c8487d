"""Positioned YAML: the cases of ``cases/content/yaml``, limits, and places."""

from __future__ import annotations

from datetime import date

import pytest
import yaml
from dumps import cases, parts_of, show_findings
from hypothesis import given
from hypothesis import strategies as st

from huozi import libyaml
from huozi.diagnostics import Findings
from huozi.messages import render
from huozi.positioned_yaml import MAX_BYTES, MAX_DEPTH, MAX_NODES, Mapping, Node, Scalar, Sequence, read_yaml


def plain(node: Node | None) -> object:
    match node:
        case None:
            return None
        case Scalar(value=value):
            return value
        case Sequence(items=items):
            return [plain(item) for item in items]
        case Mapping(entries=entries):
            return {entry.key: plain(entry.value) for entry in entries}


@pytest.mark.parametrize("fallback", [False, True], ids=["libyaml", "python"])
@pytest.mark.parametrize("case", cases("yaml"))
def test_case(case: str, fallback: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    parts = parts_of(case)
    if fallback:
        monkeypatch.setattr(libyaml, "PARSER", yaml.SafeLoader)
    findings = Findings()
    node = read_yaml(parts["yaml"], "f.yaml", findings)
    assert repr(plain(node)) == parts.get("value", "None").rstrip("\n")
    assert "\n".join(show_findings(findings)) == parts.get("findings", "").rstrip("\n")
    assert all(render(item, language) for item in findings for language in ("zh", "en"))


def test_front_matter_counts_from_its_file() -> None:
    findings = Findings()
    node = read_yaml("title: 甲\nkey: {a: 1}", "a.md", findings, line=2, column=5)
    assert isinstance(node, Mapping)
    assert [(entry.span[1:], entry.value.span[1:]) for entry in node.entries] == [((2, 5), (2, 12)), ((3, 1), (3, 6))]


def test_columns_count_characters() -> None:
    node = read_yaml("标题甲: 𠮷乙\n列: [一, 二]", "f.yaml", Findings())
    assert isinstance(node, Mapping)
    assert node.entries[0].value.span == ("f.yaml", 1, 6)
    second = node.get("列")
    assert isinstance(second, Sequence)
    assert [item.span.column for item in second.items] == [5, 8]


def test_scalar_keeps_how_it_was_written() -> None:
    node = read_yaml("[012, '12', 2024-02-29, *a ]", "f.yaml", Findings())
    assert isinstance(node, Sequence)
    assert [(item.value, item.text, item.quoted) for item in node.items if isinstance(item, Scalar)] == [
        (12, "012", False),
        ("12", "12", True),
        (date(2024, 2, 29), "2024-02-29", False),
        ("*a", "*a", False),
    ]


def test_empty_text_is_null() -> None:
    assert plain(read_yaml("", "f.yaml", Findings())) is None


@pytest.mark.parametrize(
    "text",
    [
        "[" * (MAX_DEPTH + 1),
        "[" * 1_000_000,
        "- " * 100_000,
        "[" + "a," * (MAX_NODES + 1) + "]",
        "a: " + "b" * MAX_BYTES,
    ],
)
def test_limits_are_findings(text: str) -> None:
    findings = Findings()
    assert read_yaml(text, "f.yaml", findings) is None
    assert [item.rule for item in findings] == ["yaml-too-large"]


def test_characters_yaml_forbids_are_named_and_the_rest_is_read() -> None:
    findings = Findings()
    node = read_yaml("a: 甲\nb: 乙\x01\u2028丙\n\nc: d", "f.yaml", findings)
    assert plain(node) == {"a": "甲", "b": "乙\ufffd\ufffd丙", "c": "d"}
    assert [str(item.span) for item in findings] == ["f.yaml:2:5", "f.yaml:2:6"]


@given(st.text(st.sampled_from("ab甲:[]{}-,&*!|>'\"%@`#?~ \n\t0123.\x00"), max_size=60))
def test_no_text_raises(text: str) -> None:
    findings = Findings()
    if read_yaml(text, "f.yaml", findings) is None:
        assert len(findings)

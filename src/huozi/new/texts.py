"""The texts that new files begin with: data files beside this module, with ``$name`` where something is filled in."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Mapping as Table
from string import Template

from huozi.content.importers.markup import scalar
from huozi.positioned_yaml import Node, Scalar, resolve

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "templates")

_PLAIN_WORD = re.compile(r"[^\W\d_][\w-]*")


def filled(template: str, values: Table[str, object]) -> str:
    """A template with its fields filled; raises ``KeyError`` for a field that no value is given for."""
    with open(os.path.join(FOLDER, template), encoding="utf-8") as file:
        return Template(file.read()).substitute(values)


def word(text: str) -> str:
    """A name as a YAML scalar: as it is, where it means itself."""
    return text if _PLAIN_WORD.fullmatch(text) and resolve(text) == text else scalar(text)


def as_written(node: Node | None) -> str:
    """A scalar as a line may repeat it; empty for anything else."""
    match node:
        case Scalar(value=value, text=text, quoted=False) if value is not None and "\n" not in text:
            return text
        case Scalar(text=text) if text:
            return json.dumps(text, ensure_ascii=False)
    return ""

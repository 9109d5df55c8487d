"""The reference of the layout's keys for people, from the declared properties."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from huozi.diagnostics import Language
from huozi.style.keys.property import Property
from huozi.style.keys.styles import STYLE_NAMES
from huozi.style.layers import accepted
from huozi.style.properties import LISTS, PROPERTIES

HEADINGS: dict[Language, tuple[str, str, str, str]] = {
    "zh": ("键", "值", "默认", "说明"),
    "en": ("key", "value", "default", "meaning"),
}

TITLES: dict[Language, tuple[str, str]] = {
    "zh": ("版式文件的键", "样式"),
    "en": ("Keys of a layout file", "Styles"),
}

LISTED: dict[str, dict[Language, str]] = {
    "design": {"zh": "封面设计的元素", "en": "Elements of a design"},
    "pieces": {"zh": "篇首、篇末的各项", "en": "Pieces at an article's head and end"},
}
"""What the elements of a list are called, by its kind."""


def layout_reference(language: Language = "zh") -> str:
    """Every key of a layout, the styles and the elements of lists, as Markdown tables."""
    keys, styles = TITLES[language]
    lines = [f"# {keys}", "", *table(PROPERTIES, language), "", f"## {styles}", ""]
    lines += [f"* `{name}`: {zh if language == 'zh' else en}" for name, (zh, en, *_) in STYLE_NAMES.items()]
    for kind, of in LISTS.items():
        for name, rows in of.elements.items():
            colon = "：" if language == "zh" else ": "
            lines += ["", f"## {LISTED[kind][language]}{colon}{of.key}: {name}", "", *table(rows, language)]
    return "\n".join(lines) + "\n"


def table(rows: Iterable[Property], language: Language) -> Iterator[str]:
    """Rows of properties as a Markdown table."""
    yield f"| {' | '.join(HEADINGS[language])} |"
    yield "|---|---|---|---|"
    for row in rows:
        values = "" if row.kind in LISTS else accepted(row).replace("|", "\\|")
        default = "" if row.default in (None, "") else f"`{written(row.default)}`"
        yield f"| `{row.path}` | {values} | {default} | {row.zh if language == 'zh' else row.en} |"


def written(default: str | int | bool | None) -> str:
    """A default as a layout writes it."""
    return {True: "true", False: "false"}[default] if isinstance(default, bool) else str(default)

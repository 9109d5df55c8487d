"""The reference of the layout's keys for people, from the declared properties."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from huozi.diagnostics import Language
from huozi.style.layers import accepted
from huozi.style.properties import ELEMENTS, PROPERTIES, STYLE_NAMES, Property

HEADINGS: dict[Language, tuple[str, str, str, str]] = {
    "zh": ("键", "值", "默认", "说明"),
    "en": ("key", "value", "default", "meaning"),
}

TITLES: dict[Language, tuple[str, str, str]] = {
    "zh": ("版式文件的键", "样式", "封面设计的元素：draw: {name}"),
    "en": ("Keys of a layout file", "Styles", "Elements of a design: draw: {name}"),
}


def layout_reference(language: Language = "zh") -> str:
    """Every key of a layout, the styles and the elements of designs, as Markdown tables."""
    keys, styles, element = TITLES[language]
    lines = [f"# {keys}", "", *table(PROPERTIES, language), "", f"## {styles}", ""]
    lines += [f"* `{name}`: {zh if language == 'zh' else en}" for name, (zh, en, _) in STYLE_NAMES.items()]
    for name, rows in ELEMENTS.items():
        lines += ["", f"## {element.format(name=name)}", "", *table(rows, language)]
    return "\n".join(lines) + "\n"


def table(rows: Iterable[Property], language: Language) -> Iterator[str]:
    """Rows of properties as a Markdown table."""
    yield f"| {' | '.join(HEADINGS[language])} |"
    yield "|---|---|---|---|"
    for row in rows:
        values = "" if row.kind == "design" else accepted(row).replace("|", "\\|")
        default = "" if row.default in (None, "") else f"`{written(row.default)}`"
        yield f"| `{row.path}` | {values} | {default} | {row.zh if language == 'zh' else row.en} |"


def written(default: str | int | bool | None) -> str:
    """A default as a layout writes it."""
    return {True: "true", False: "false"}[default] if isinstance(default, bool) else str(default)

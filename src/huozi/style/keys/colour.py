"""Colours."""

from __future__ import annotations

from typing import Literal, TypeAlias, get_args

from huozi.style.keys.property import Property

Inside: TypeAlias = Literal["cmyk", "k"]
"""The inks of inside pages: all four, or black alone."""

COLOUR = (
    Property("colour.text", "colour", "k100", "文字颜色", "Colour of text"),
    Property("colour.output_intent", "name", "FOGRA39L_coated", "输出意图（ICC 文件名）", "Output intent: an ICC file"),
    Property("colour.ink_limit", "ink-limit", 300, "总墨量上限", "The most ink, all four together"),
    Property("colour.inside", "choice", "cmyk", "内页的油墨：四色，或只印黑", "Inks of inside pages", get_args(Inside)),
    Property("colour.inks.*", "inks", None, "油墨：青、品红、黄、黑的百分比", "A colour: C, M, Y, K in per cent"),
)

"""Colours."""

from __future__ import annotations

from huozi.style.keys.property import Property

COLOUR = (
    Property("colour.text", "colour", "k100", "文字颜色", "Colour of text"),
    Property("colour.output_intent", "name", "FOGRA39L_coated", "输出意图（ICC 文件名）", "Output intent: an ICC file"),
    Property("colour.inks.*", "inks", None, "油墨：青、品红、黄、黑的百分比", "A colour: C, M, Y, K in per cent"),
)

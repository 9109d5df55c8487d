"""Random paragraphs: texts full of marks, words and units, under all rules."""

from __future__ import annotations

from hypothesis import strategies as st

from huozi.style.text_style import TextStyle

PIECES = (
    *"国字中文书报，。、；：（）《》“”·？！～／/–—",
    "……",
    "——",
    "⸺",
    " ",
    "\u3000",
    "A",
    "AB",
    "word",
    "12.5%",
    "￥100",
    "(A)",
    "é",
    "e\u0301",
    "𠮷",
    "\u200b",
    "\u2060",
    "\u00a0",
    "https://a.cn/b-c",
    "“A” b",
    "ゃー",
)

RULES = st.builds(
    TextStyle,
    profile=st.sampled_from(["clreq", "clreq", "jlreq", "unicode"]),
    kinsoku=st.sampled_from(["none", "basic", "gb", "strict"]),
    marks=st.sampled_from(["quanjiao", "kaiming", "banjiao"]),
    line_start=st.sampled_from(["half", "full"]),
    line_end=st.sampled_from(["half", "full", "hang"]),
    fill=st.sampled_from(["pull-in", "push-out", "least"]),
    han_latin=st.sampled_from([0, 125, 250]),
    han_latin_max=st.sampled_from([333, 500]),
    loosest=st.sampled_from([0, 60, 125, 125, 1000]),
    lone_character=st.booleans(),
    hyphenate=st.just("none"),
    hyphen_before=st.just(2),
    hyphen_after=st.just(3),
)


def texts(most: int) -> st.SearchStrategy[str]:
    """Texts of up to so many pieces, half of them with more Han than anything else."""
    han = st.sampled_from("国字中文书报")
    return st.lists(st.sampled_from(PIECES) | han, min_size=1, max_size=most).map("".join)

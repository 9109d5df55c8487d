"""Which font file a role in a weight is set from."""

from __future__ import annotations

from pathlib import Path

import pytest

from huozi.diagnostics import Findings, Span
from huozi.sfnt import font_files
from huozi.style.cascade import Value, Values, merge
from huozi.style.cuts import WEIGHT_CLASSES, choose_cut, cuts_of
from huozi.style.faces import Faces

KEYS = ("Ming-Regular", "Ming-Bold", "Ming-Black", "Hei-SemiBold", "KaiTi-Regular", "Serif4-Regular", "Serif4-Italic")


def values_of(**texts: object) -> Values:
    span = Span("layout.yaml", 1, 1)
    return merge([{f"fonts.{path.replace('__', '.')}": Value(text, span) for path, text in texts.items()}], span)


@pytest.fixture
def folder(tmp_path: Path) -> str:
    for key in KEYS:
        (tmp_path / f"{key}.ttf").touch()
    (tmp_path / "README.md").touch()
    return str(tmp_path)


@pytest.mark.parametrize(
    ("weight", "key"),
    [
        ("regular", "Ming-Regular"), ("bold", "Ming-Bold"), ("black", "Ming-Black"), ("light", "Ming-Regular"),
        ("semibold", "Ming-Bold"), ("extrabold", "Ming-Black"), ("italic", "Ming-Regular"), ("medium", "Ming-Regular"),
    ],
)  # fmt: skip
def test_a_weight_that_is_not_there_is_the_nearest_the_heavier_of_two(weight: str, key: str) -> None:
    assert choose_cut(cuts_of("Ming", KEYS), weight) == key


def test_names_of_weights_are_the_classes_of_opentype() -> None:
    assert WEIGHT_CLASSES == {
        "thin": 100, "extralight": 200, "light": 300, "regular": 400, "italic": 400, "medium": 500, "semibold": 600,
        "bold": 700, "extrabold": 800, "black": 900,
    }  # fmt: skip


def test_italic_is_chosen_only_where_it_is_asked() -> None:
    cuts = cuts_of("Serif 4", KEYS)
    assert [choose_cut(cuts, weight) for weight in ("regular", "italic", "bold")] == [
        "Serif4-Regular", "Serif4-Italic", "Serif4-Regular",
    ]  # fmt: skip


def test_a_family_is_found_without_its_spaces_and_a_file_by_its_own_name() -> None:
    assert [cut.key for cut in cuts_of("Kai Ti", KEYS)] == ["KaiTi-Regular"]
    assert [cut.key for cut in cuts_of("Ming-Black", KEYS)] == ["Ming-Black"]
    assert cuts_of("Min", KEYS) == ()


def test_the_fallback_is_what_the_layout_names_else_song_kai_hei(folder: str) -> None:
    values = values_of(
        song__han="Ming", song__latin="Serif 4", hei__han="Hei", kai__han="KaiTi", kai__fallback=("hei",)
    )
    faces = Faces(values, [folder], Findings())
    assert faces.choose("song", "regular")[:3] == ("Ming-Regular", "Serif4-Regular", ("KaiTi-Regular", "Hei-SemiBold"))
    assert faces.choose("kai", "italic", "Serif 4")[:3] == ("KaiTi-Regular", "Serif4-Italic", ("Hei-SemiBold",))


def test_a_fallback_is_as_heavy_as_the_face_that_is_there(folder: str) -> None:
    values = values_of(song__han="Ming", song__latin="Serif 4", hei__han="Hei", kai__han="KaiTi")
    faces = Faces(values, [folder], Findings())
    assert faces.choose("song", "bold")[:3] == ("Ming-Bold", "Serif4-Regular", ("Hei-SemiBold", "KaiTi-Regular"))
    assert faces.choose("hei", "regular")[:3] == ("Hei-SemiBold", "", ("Ming-Bold", "KaiTi-Regular"))


FONTS = str(Path(__file__).parents[3] / "fonts")
SHIPPED_ROLES = {
    "song__han": "Noto Serif SC",
    "song__latin": "Source Serif 4",
    "hei__han": "Noto Sans SC",
    "kai__han": "LXGW WenKai",
}


@pytest.mark.parametrize(
    ("role", "weight", "lenders"),
    [
        ("hei", "regular", "SourceSerif4-Bold NotoSerifSC-Bold SourceSerif4-Regular"),  # a semibold, whatever was asked
        ("song", "bold", "NotoSerifSC-Bold NotoSansSC-SemiBold SourceSerif4-Black"),  # no other Latin is as heavy
        ("song", "regular", "SourceSerif4-Italic NotoSerifSC-Regular LXGWWenKai-Regular NotoSansSC-SemiBold"),
        ("song", "italic", "SourceSerif4-Regular NotoSerifSC-Regular LXGWWenKai-Regular"),
        ("kai", "regular", "SourceSerif4-Regular SourceSerif4-Italic NotoSerifSC-Regular NotoSansSC-SemiBold"),
    ],
)
def test_latin_faces_lend_before_han_ones_and_what_is_as_heavy_before_both(
    role: str, weight: str, lenders: str
) -> None:
    western = Faces(values_of(**SHIPPED_ROLES), [FONTS], Findings()).choose(role, weight).western
    assert western[: len(lenders.split())] == tuple(lenders.split())
    assert len(western) == len(set(western)) == 6, "all that there are but its own, each once"


def test_what_cannot_be_used_lends_nothing(folder: str) -> None:
    assert (
        Faces(values_of(song__han="Ming", kai__han="KaiTi"), [folder], Findings()).choose("kai", "bold").western == ()
    )


def test_a_family_without_a_file_names_its_role_and_the_folders_searched(folder: str) -> None:
    findings = Findings()
    Faces(values_of(song__han="Fang", song__latin="Serif 4", song__fallback=("Ming", "Xing")), [folder], findings)
    assert [(item.rule, dict(item.arguments)["role"], dict(item.arguments)["family"]) for item in findings] == [
        ("font-family-missing", "song", "Fang"),
        ("font-family-missing", "song", "Xing"),
    ]
    assert all(dict(item.arguments)["folders"] == folder for item in findings)


def test_keys_follow_the_folders_and_then_the_names(folder: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    own = tmp_path_factory.mktemp("own")
    for name in ("Zhu-Regular.otf", "Ming-Bold.ttf", "note.txt"):
        (own / name).touch()
    keys = tuple(font_files([str(own), folder, str(own / "nowhere")]))
    assert keys == ("Ming-Bold", "Zhu-Regular", *sorted(set(KEYS) - {"Ming-Bold"}))

"""Which font file a role in a weight is set from."""

from __future__ import annotations

from pathlib import Path

import pytest

from huozi.diagnostics import Findings, Span
from huozi.sfnt import font_files
from huozi.style.cascade import Value, Values, merge
from huozi.style.faces import WEIGHT_CLASSES, Faces, choose_cut, cuts_of
from huozi.style.model import FaceChoice

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
    assert faces.choose("song", "bold") == FaceChoice("Ming-Bold", "Serif4-Regular", ("KaiTi-Regular", "Hei-SemiBold"))
    assert faces.choose("hei", "regular") == FaceChoice("Hei-SemiBold", "", ("Ming-Regular", "KaiTi-Regular"))
    assert faces.choose("kai", "italic", "Serif 4") == FaceChoice("KaiTi-Regular", "Serif4-Italic", ("Hei-SemiBold",))


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

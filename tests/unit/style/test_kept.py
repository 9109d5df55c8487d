"""Kept stylesheets are those that reading the layouts gives, and are taken where nothing could make another of them."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from huozi.diagnostics import Span
from huozi.style import kept
from huozi.style.house import House
from huozi.style.kept import PACKAGE, kept_stylesheet, module_name, stylesheet_of
from huozi.style.load import load_stylesheet

ROOT = Path(__file__).resolve().parents[3]
LAYOUTS = sorted(path.stem for path in (ROOT / "layout").glob("*.yaml"))


@pytest.fixture(scope="module")
def modules(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, ModuleType]]:
    """The modules of all shipped layouts, made anew, importable as those of a wheel are."""
    folder = tmp_path_factory.mktemp("kept")
    sys.path.insert(0, str(ROOT / "tools"))
    try:
        from keep_stylesheets import keep
    finally:
        sys.path.remove(str(ROOT / "tools"))
    made: dict[str, ModuleType] = {}
    for path in keep(folder):
        name = PACKAGE if path.stem == "__init__" else f"{PACKAGE}.{path.stem}"
        made[name] = ModuleType(name)
        exec(compile(path.read_text(encoding="utf-8"), str(path), "exec"), vars(made[name]))  # noqa: S102
    yield made


@pytest.fixture
def installed(modules: dict[str, ModuleType], monkeypatch: pytest.MonkeyPatch) -> None:
    for name, module in modules.items():
        monkeypatch.setitem(sys.modules, name, module)


@pytest.fixture
def house(tmp_path: Path) -> House:
    """A house with layouts of its own, which are the shipped ones, and the shipped fonts."""
    shutil.copytree(ROOT / "layout", tmp_path / "layout")
    return House((str(tmp_path / "layout"),), (str(tmp_path / "fonts"), str(ROOT / "fonts")))


@pytest.mark.parametrize("layout", LAYOUTS)
def test_what_is_kept_is_what_reading_gives(layout: str, house: House, installed: None) -> None:
    assert kept_stylesheet(layout, house) == load_stylesheet(layout, house)


def test_a_layout_with_a_changed_base_is_read(house: House, installed: None) -> None:
    base = Path(house.layouts[0]) / "a4-35x37.yaml"
    base.write_text(base.read_text("utf-8").replace("lines: 37", "lines: 36"), "utf-8")
    assert kept_stylesheet("jiangsu-vc", house) is None
    assert stylesheet_of("jiangsu-vc", house).page.area.lines == 36


def test_keys_set_on_the_command_line_are_read(house: House, installed: None) -> None:
    assert stylesheet_of("jiangsu-vc", house, [("text.fill", "pull-in")]).text.fill == "pull-in"
    assert stylesheet_of("jiangsu-vc", house).text.fill == "push-out"


def test_another_version_reads_the_layout(house: House, installed: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "__version__", "0.0.1")
    assert kept_stylesheet("jiangsu-vc", house) is None


def test_a_house_with_fonts_of_its_own_reads_the_layout(house: House, installed: None) -> None:
    own = Path(house.fonts[0])
    own.mkdir()
    shutil.copy(ROOT / "fonts" / "SourceSerif4-Bold.ttf", own)
    assert kept_stylesheet("jiangsu-vc", house) is not None, "a shipped font is none of its own"
    shutil.copy(ROOT / "tests" / "fonts" / "square.ttf", own / "Square.ttf")
    assert kept_stylesheet("jiangsu-vc", house) is None


def test_a_house_without_the_colour_profile_reads_the_layout(house: House, installed: None) -> None:
    shutil.rmtree(Path(house.layouts[0]) / "icc")
    assert kept_stylesheet("jiangsu-vc", house) is None


def test_a_layout_that_is_not_kept_is_read(house: House) -> None:
    assert kept_stylesheet("jiangsu-vc", house) is None
    assert stylesheet_of("jiangsu-vc", house) == load_stylesheet("jiangsu-vc", house)


def test_what_is_amiss_with_a_kept_one_is_no_harm(
    house: House, modules: dict[str, ModuleType], monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = ModuleType(f"{PACKAGE}.{module_name('jiangsu-vc')}")
    for name, module in modules.items():
        monkeypatch.setitem(sys.modules, name, module)
    monkeypatch.setitem(sys.modules, broken.__name__, broken)
    assert stylesheet_of("jiangsu-vc", house, (), None, Span("issue.yaml", 1, 10)).journal.name == "江苏创业投资"


def test_names_of_layouts_are_names_of_modules() -> None:
    assert module_name("a4-35x37") == "a4_2d_35x37"
    assert module_name("月刊") == "_6708__520a_"
    assert module_name("a_b") != module_name("a-b")

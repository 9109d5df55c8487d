"""A journal made like a shipped layout: it looks like it, and nothing of another journal is in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from pypdf import PdfReader

from huozi.cli import main
from huozi.commands.build import build
from huozi.commands.making import Request
from huozi.commands.outcome import Exit
from huozi.diagnostics import Findings, Severity, Span
from huozi.messages import severity
from huozi.new.own_layout import Identity, likeness, own_layout
from huozi.style.house import House, find_house
from huozi.style.load import load_stylesheet

SHIPPED = Path(__file__).resolve().parents[3] / "layout"
LAYOUTS = sorted(path.stem for path in SHIPPED.glob("*.yaml"))
KINDS = ("periodical", "internal")
SHARED = {"联系方式：", "periodical", "internal"}
"""Words of journals that say nothing of which one it is."""


def texts(value: Any) -> Iterator[str]:
    """The texts in a value of YAML."""
    match value:
        case dict():
            for below in value.values():
                yield from texts(below)
        case list():
            for below in value:
                yield from texts(below)
        case _:
            yield str(value)


def of_others() -> set[str]:
    """What the shipped layouts say of journals, but for what any journal may say."""
    files = [yaml.safe_load((SHIPPED / f"{name}.yaml").read_text("utf-8")) for name in LAYOUTS]
    return {text for file in files for text in texts(file.get("journal", {})) if "{" not in text} - SHARED


def said(path: Path) -> str:
    """All that a file says: the text of its pages and its properties, without spaces."""
    reader = PdfReader(path)
    pages = [page.extract_text() for page in reader.pages]
    metadata = reader.xmp_metadata.stream.get_data().decode() if reader.xmp_metadata else ""
    return re.sub(r"\s", "", "".join((*pages, *map(str, (reader.metadata or {}).values()), metadata)))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_journal_like_a_shipped_layout_is_built_and_nothing_of_another_is_in_it(
    layout: str, kind: str, tmp_path: Path
) -> None:
    house = tmp_path / "xinkan"
    options = ["--name", "草木消息", "--kind", kind, "--like", layout, "--date", "2026-01-31"]
    assert main(["new", "journal", str(house), *options]) == 0
    issue = house / "issue" / "2026-01"
    outcome = build(Request(str(issue)), lambda _stage: None)
    assert (outcome.code, [item for item in outcome.findings if severity(item) > Severity.NOTE]) == (Exit.DONE, [])
    text = said(issue / "build" / "print.pdf")
    assert "草木消息" in text
    others = {re.sub(r"\s", "", each) for each in of_others()}
    others = {each for each in others if not re.fullmatch("[0-9]+年?", each)}  # which any journal may have
    assert len(others) > 10
    assert {each for each in others if each in text} == set()


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_line_of_the_new_layout_may_be_used(layout: str, tmp_path: Path) -> None:
    """With its hashes taken away, what is offered is what the layout has: nothing changes and nothing is wrong."""
    assert main(["new", "journal", str(tmp_path / "xinkan"), "--name", "草木", "--like", layout]) == 0
    file = tmp_path / "xinkan" / "layout" / "xinkan.yaml"
    house = find_house(str(file.parent))
    before = load_stylesheet("xinkan", house)
    *head, often = re.split(r"(?m)^(?=journal:|# 下面)", file.read_text("utf-8"))
    used = [re.sub(r"(?m)^( *)# (?= *[a-z_]+:)", r"\1", part) for part in (head[1], often)]
    file.write_text("".join((head[0], *used)), "utf-8")
    findings = Findings()
    after = load_stylesheet("xinkan", house, (), findings)
    assert [item for item in findings if severity(item) > Severity.NOTE] == []
    assert after._replace(digest="", places=before.places) == before._replace(digest="")
    given = yaml.safe_load(file.read_text("utf-8"))
    assert {"folio", "running", "contents", "page", "colour"} <= set(given)
    assert {"cn", "issn", "editors", "address", "postal_code", "phone", "price"} <= set(given["journal"])


FULL = """
journal:
  name: 老刊
  name_en: OLD
  organiser: 老学会
  cn: CN 32-1234/F
  issn: 0317-8471
  permit: 苏1号
  editors: [甲, 乙]
  price: 9元
  phone:
  document_title: "《老刊》{year}"
  contact: {heading: 老刊：, lines: [老地方]}
"""


def like_full(folder: Path, identity: Identity) -> str:
    (folder / "old.yaml").write_text(f"extends: a4-35x37{FULL}", "utf-8")
    (folder / "older.yaml").write_text("extends: old\n", "utf-8")
    shipped = find_house(str(SHIPPED))
    like = likeness("older", House((str(folder), *shipped.layouts), shipped.fonts), Span("--like"))
    assert like.names == ("older", "old", "a4-35x37")
    return own_layout(identity, like)


@pytest.mark.parametrize(
    ("kind", "emptied"),
    [
        ("periodical", {"name_en", "cn", "issn", "permit", "editors", "price"}),
        ("internal", {"name_en", "cn", "issn", "permit", "editors", "price"}),
    ],
)
def test_what_another_journal_says_of_itself_is_emptied(kind: str, emptied: set[str], tmp_path: Path) -> None:
    text = like_full(tmp_path, Identity("新刊", "", "新学会", "older", kind))
    given = yaml.safe_load(text)["journal"]
    assert {key for key, value in given.items() if value == ""} == emptied
    assert given["document_title"] == "{journal}{year}年第{issue}期（总第{serial}期）"
    assert given["contact"] == {"heading": "联系方式：", "lines": ["新学会"]}
    assert all(f'{key}: ""  # ' in text for key in emptied)
    assert "老" not in text and "苏1号" not in text


def test_facts_are_offered_by_the_kind_of_a_publication(tmp_path: Path) -> None:
    for kind, offered, absent in (
        ("periodical", ("# cn:", "# issn:", "# price:"), ("permit",)),
        ("internal", ('permit: ""',), ("cn:", "issn:", "price:")),
    ):
        assert main(["new", "journal", str(tmp_path / kind), "--name", "草木", "--kind", kind]) == 0
        text = (tmp_path / kind / "layout" / f"{kind}.yaml").read_text("utf-8")
        assert all(f"\n  {line}" in text for line in offered)
        assert not any(key in text for key in absent)


def test_a_layout_never_extends_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for folder, name, own in (
        ("jiangsu-vc", "草木", "草木"),
        ("a4-35x37", "草木", "草木"),
        ("a4-35x37/jiangsu-vc", "jiangsu vc", "journal"),
    ):
        assert main(["new", "journal", folder, "--name", name, "--like", "jiangsu-vc"]) == 0
        (layout,) = Path(folder, "layout").iterdir()
        assert layout.stem == own
        assert load_stylesheet(own, find_house(folder)).journal.name == name
        for path in sorted(Path(folder).rglob("*"), reverse=True):
            path.unlink() if path.is_file() else path.rmdir()


def test_a_layout_of_the_house_around_is_out_of_reach(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "layout").mkdir()
    (tmp_path / "layout" / "own.yaml").write_text("extends: a4-35x37\njournal: {name: 甲}\n", "utf-8")
    assert main(["new", "journal", str(tmp_path / "xinkan"), "--name", "乙", "--like", "own"]) == 2
    assert "layout-file-missing" in capsys.readouterr().err
    assert not (tmp_path / "xinkan").exists()

"""A journal made from nothing by the commands, as a new user would: it builds, and what its articles say is read."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
import yaml
from new_journal import ALL_OF_IT, CASES, CHANGES, SECTIONS, Made, fields, make_journal, seen, words

ROOT = Path(__file__).resolve().parents[2]
sys.path.append(str(ROOT / "tests/properties"))

from as_meant.readers import READERS, at_hand  # noqa: E402

LAYOUTS = (("a4-35x37", ""), ("jiangsu-vc", ""), ("16k-two-columns", ""), ("a4-35x37", ALL_OF_IT))
PRINT_ALL = ("16k-two-columns", "a4-35x37, and all of it")
NAMES = ("a4-35x37", "jiangsu-vc", "16k-two-columns", "all-of-it")
NOT_PRINTED = "field-unprinted"


@pytest.fixture(scope="module", params=LAYOUTS, ids=NAMES)
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Made:
    layout, more = request.param
    if not (ROOT / "layout" / f"{layout}.yaml").exists():
        pytest.skip(f"there is no layout {layout} yet")
    return make_journal(tmp_path_factory.mktemp("trial") / "caomu", layout, more)


def test_a_layout_that_names_every_field_leaves_none_to_be_told(made: Made) -> None:
    if made.layout not in PRINT_ALL:
        pytest.skip(f"{made.layout} does not print all that articles may say")
    assert told(made, NOT_PRINTED) == set()


SHORT = "short_title"
"""Stands in running heads alone: of articles that have a head over them, which not every article's pages have."""


def told(made: Made, rule: str) -> set[str]:
    """What findings of a rule name."""
    return {found["message"] for found in made.findings if found["rule"] == rule}


def is_told(made: Made, field: str) -> bool:
    """Whether it is told that a field is printed nowhere."""
    return any(f" {field}，" in message for message in told(made, NOT_PRINTED))


def squeezed(text: str) -> str:
    """A text without spaces, and without the hyphens that the ends of lines may have."""
    return re.sub(r"[\s\u00ad\u200b\u2060\ufffe-]", "", text)


def test_it_builds_without_a_warning(made: Made) -> None:
    grave = [f"{found['rule']}: {found['message']}" for found in made.findings if found["severity"] != "note"]
    assert (made.code, grave) == (0, [])
    assert made.file.read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize("reader", READERS)
def test_every_word_of_the_front_matter_is_read_or_its_field_is_named(made: Made, reader: str) -> None:
    if not at_hand(reader):
        pytest.skip(f"{reader} is not installed")
    text = squeezed(READERS[reader](made.file))
    lost = [
        (field.article, field.name, word)
        for field in fields()
        if field.name != SHORT and not is_told(made, field.name)
        for said in field.texts
        for word in words(said)
        if squeezed(word) not in text
    ]
    assert lost == []
    shorts = [squeezed(said) for field in fields() if field.name == SHORT for said in field.texts]
    assert is_told(made, SHORT) or any(short in text for short in shorts)


@pytest.mark.parametrize("reader", READERS)
def test_every_title_is_read(made: Made, reader: str) -> None:
    """Whatever the layout prints, it prints titles, whole."""
    if not at_hand(reader):
        pytest.skip(f"{reader} is not installed")
    text = squeezed(READERS[reader](made.file))
    titles = [said for field in fields() if field.name == "title" for said in field.texts]
    assert len(titles) == len(SECTIONS) == 6
    assert [title for title in titles if squeezed(title) not in text] == []


def test_what_the_layout_says_now_is_in_the_file(made: Made) -> None:
    given = yaml.safe_load(next((made.issue.parents[1] / "layout").glob("*.yaml")).read_text("utf-8"))
    for path, value in CHANGES.items():
        at = given
        for key in path.split("."):
            at = at[key]
        assert at == yaml.safe_load(value), path
    text = squeezed(READERS["pypdf"](made.file))
    assert squeezed(CHANGES["contents.title"]) in text
    named = "".join(told(made, "journal-unprinted"))
    for key in ("cn", "issn", "editors", "address", "phone", "price", "first_year"):
        said = given["journal"][key]
        said = "、".join(said) if isinstance(said, list) else str(said)
        assert squeezed(said.removeprefix("ISSN ")) in text or key in named, key


def test_the_articles_say_all_that_articles_may_say() -> None:
    """So that the trial is one of all front matter, in several combinations, with marks in titles."""
    from huozi.content.front_matter import FRONT_MATTER_KEYS

    fronts = {name: yaml.safe_load((CASES / f"{name}.md").read_text("utf-8").split("---\n")[1]) for name in SECTIONS}
    assert {key for front in fronts.values() for key in front} == {*FRONT_MATTER_KEYS} - {
        "columns", "start", "kind", "contents", "notes",
    }  # fmt: skip
    assert len({frozenset(front) for front in fronts.values()}) == 6
    titles = "".join(front["title"] for front in fronts.values())
    assert all(sign in titles for sign in ("~", "^", "《", "|", "——", "“"))
    two = [front["abstract"].strip().split("\n\n") for front in fronts.values()]
    assert all(len(paragraphs) == 2 for paragraphs in two)


def test_words_are_those_that_readers_see() -> None:
    assert words(seen("湿地里的 H~2~O | 与《水经注》")) == ["湿地里的", "H2O", "与", "水经注"]
    assert words("P204; S28，su@example.org 2025-11-11") == ["P204", "S28", "su@example.org", "2025-11-11"]

"""What nobody writes, and strangers send: thousands of marks, formulas and paths without end, every pair of signs.

It is finished, nothing is lost, the list of findings stays short enough to be read, and the exit code is as documented.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from as_meant.readers import pypdf
from as_meant.trial import ISSUE, LAYOUT

MOST_OF_A_RULE = 600
"""Findings of one rule in one paragraph."""
SECONDS = 300
"""What no build of these takes, on the busiest machine: longer is never."""

EXTREMES: dict[str, str] = {
    "子": "子" + "*" * 10_000 + "子",
    "丑": "**丑" * 4_999,
    "寅": "寅 *寅 " * 5_000,
    "卯": "**卯**" * 5_000,
    "辰": "*辰**辰" * 2_500 + "**辰*" * 2_500,
    "巳": "巳** " * 5_000 + " **巳" * 5_000,
    "午": "==午" * 5_001,
    "未": "未^2" * 5_000 + "H~2~未~" * 1_000,
    "申": "[申" * 2_000 + "]{.name}" * 2_000 + "[申]" * 200,
    "酉": "{酉|yǒu}" * 2_000 + "{酉|" * 1_000,
    "戌": "`戌" * 5_001 + "\\" * 5_000 + "戌",
    "亥": "*亥**亥_亥" * 20 + "***亥" * 20 + "亥***" * 20,
    "二": "*二" * 100 + "***二" * 100 + "二***" * 300,
    "甲": "甲" + "a+" * 500 + "b甲",
    "乙": "乙" + "±×÷=" * 250 + "乙",
    "丙": "丙" + "x^2+" * 250 + "y丙",
    "丁": "丁" + "a*" * 500 + "b丁",
    "戊": "戊" + "＝≠≤∠" * 250 + "戊",
    "己": "己" + "-" * 1_000 + "己",
    "庚": "庚/" + "usr/share/" * 1_000 + "庚",
    "辛": "辛`/" + "usr/local_share" * 666 + "`辛",
    "壬": "壬https://example.org/" + "a_b~c/" * 1_600 + "壬",
    "癸": "癸" + "9" * 10_000 + "癸",
    "一": "一" + "." * 1_000 + "一" + "—" * 1_000 + "一",
}
"""A paragraph for each hanzi, which is found in it and in no other."""

TOO_DEEP = {
    "quotations": ">" * 10_000 + "甲",
    "lists": "- " * 10_000 + "甲",
}
"""What stands within itself deeper than is read."""

SIGNS = [chr(code) for code in range(33, 127) if not chr(code).isalnum()]
PAIRS = [f"甲{one}{other}乙" for one in SIGNS for other in SIGNS]


class Built(NamedTuple):
    """What a build said: its exit code, its findings, and the text of the file."""

    code: int
    findings: list[dict[str, Any]]
    text: str


def huozi(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run the command to its end."""
    command = [sys.executable, "-m", "huozi", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False, timeout=SECONDS)


def built(house: Path, bodies: dict[str, str], layout: str = "") -> Built:
    """An article for each body, by its title, built as one issue."""
    issue = house / "issue" / "extreme"
    (house / "layout").mkdir(parents=True)
    (issue / "articles").mkdir(parents=True)
    (house / "layout" / "trial.yaml").write_text(LAYOUT + layout, "utf-8")
    names = [f"e{number}" for number in range(len(bodies))]
    (issue / "issue.yaml").write_text(ISSUE.format(names=", ".join(names)), "utf-8")
    for name, body in zip(names, bodies.values(), strict=True):
        (issue / "articles" / f"{name}.md").write_text(f"---\ntitle: 极端\n---\n\n{body}\n", "utf-8")
    file = house / "out.pdf"
    done = huozi("build", issue, "--format", "json", "-o", file)
    assert done.returncode in (0, 1), done.stderr[-2000:]
    answer: dict[str, Any] = json.loads(done.stdout)
    assert (answer["made"] is not None) == file.is_file()
    return Built(done.returncode, answer["findings"], pypdf(file) if file.is_file() else "")


@pytest.fixture(scope="module")
def extremes(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return built(tmp_path_factory.mktemp("extremes") / "house", EXTREMES)


def test_all_extremes_are_printed(extremes: Built) -> None:
    assert [item for item in extremes.findings if item["severity"] == "error"] == []
    assert extremes.code == 0


def test_no_hanzi_is_lost(extremes: Built) -> None:
    printed = Counter(extremes.text)
    written = {letter: body.count(letter) for letter, body in EXTREMES.items()}
    assert {letter: printed[letter] for letter in EXTREMES} == written


def test_the_list_of_findings_can_be_read(extremes: Built) -> None:
    letters = {f"e{number}.md": letter for number, letter in enumerate(EXTREMES)}
    counts = Counter((letters[Path(item["file"]).name], item["rule"]) for item in extremes.findings)
    assert {pair: count for pair, count in counts.items() if count > MOST_OF_A_RULE} == {}


@pytest.mark.parametrize("kind", TOO_DEEP)
def test_what_is_too_deep_is_one_error(tmp_path: Path, kind: str) -> None:
    found = built(tmp_path / "house", {kind: TOO_DEEP[kind]})
    assert found.code == 1
    assert [item["rule"] for item in found.findings if item["severity"] == "error"] == ["too-deep"]


def test_emphasis_within_emphasis_without_end_is_refused_or_printed(tmp_path: Path) -> None:
    body = "*甲 **甲 " * 2_500 + "甲** 甲* " * 2_500
    found = built(tmp_path / "house", {"甲": body})
    if found.code:
        assert [item["rule"] for item in found.findings if item["severity"] == "error"] == ["too-deep"]
    else:
        assert found.text.count("甲") == body.count("甲")
    assert len(found.findings) <= MOST_OF_A_RULE


# ------------------------------------------------------------------ every pair of signs


def test_every_pair_of_signs_is_composed_in_two_characters(tmp_path: Path) -> None:
    file = tmp_path / "pairs.txt"
    file.write_text("\n\n".join(PAIRS) + "\n", "utf-8")
    done = huozi("compose", "--measure", "2字", "--format", "json", file)
    assert done.returncode == 0, done.stderr[-2000:]
    paragraphs = json.loads(done.stdout)["paragraphs"]
    assert ["".join(line["text"] for line in paragraph["lines"]) for paragraph in paragraphs] == PAIRS
    named = [line for line in done.stderr.splitlines() if line.startswith(f"{file}:")]
    places = Counter(int(line.removeprefix(f"{file}:").split(":")[0]) for line in named)
    for number, paragraph in enumerate(paragraphs):
        assert places[2 * number + 1] <= 2 * len(paragraph["lines"]), f"{PAIRS[number]}: how it is broken, how it looks"
        if any(line["width"] > paragraph["measure"] for line in paragraph["lines"]):
            assert 2 * number + 1 in places, f"{PAIRS[number]} runs over its measure unnamed"


def test_every_pair_of_signs_is_built_in_two_characters(tmp_path: Path) -> None:
    body = "::: {style=slim}\n" + "\n\n".join(PAIRS) + "\n:::"
    found = built(
        tmp_path / "house", {"pairs": body}, "styles: {slim: {based_on: body, indent: 0, inset_right: 33字}}\n"
    )
    assert len(found.findings) <= 2 * len(PAIRS)
    if found.code == 0:
        assert (found.text.count("甲"), found.text.count("乙")) == (len(PAIRS), len(PAIRS))
    else:
        assert any(item["severity"] == "error" and item["line"] > 5 for item in found.findings)

"""No message, no line of the README, no article of the specimen promises a command or an option that is not there."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from huozi.cli import COMMANDS, EPILOG, _parser
from huozi.messages import MESSAGES
from huozi.new.texts import FOLDER

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = [ROOT / "README.md", ROOT / "ARCHITECTURE.md", *(ROOT / "docs").glob("*.md")]
TEXTS = {
    **{path.relative_to(ROOT).as_posix(): path.read_text("utf-8") for path in DOCUMENTS},
    **{path.name: path.read_text("utf-8") for path in (ROOT / "issue" / "specimen" / "articles").glob("*.md")},
    **{path.name: path.read_text("utf-8") for path in Path(FOLDER).iterdir()},
    **{rule: "\n".join(row[1:]) for rule, row in MESSAGES.items()},
    "epilogue": EPILOG,
}
"""Everything that users read, by its file or its rule."""

COMMAND = re.compile(r"\bhuozi[ ]+(?P<verb>[a-z]+)(?P<rest>[^`\n#，、。；（]*)")
OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]+")
NOT_OURS = re.compile(r"^.*(?:\bpip\b|-m venv|git |docker |tools/).*$", re.MULTILINE)
"""Lines about other programs."""

PROSE = frozenset({"what", "makes"})
"""Words that follow the name of the program in a sentence."""


def parsers(verb: str) -> Iterator[argparse.ArgumentParser]:
    """The parser of a verb and those of the kinds under it."""
    top = _parser([verb])
    waiting = [top]
    while waiting:
        parser = waiting.pop()
        yield parser
        for action in parser._actions:
            if isinstance(action, argparse._SubParsersAction):
                waiting += action.choices.values()


def options(verb: str) -> set[str]:
    return {string for parser in parsers(verb) for action in parser._actions for string in action.option_strings}


def first_words(verb: str) -> set[str]:
    """What may stand behind a verb, where only certain words may; empty where any may."""
    actions = [action for action in list(parsers(verb))[1]._actions if not action.option_strings]
    return set(actions[0].choices or ()) if actions else set()


OPTIONS = {verb: options(verb) for verb in COMMANDS}
WORDS = {verb: first_words(verb) for verb in COMMANDS}


def broken_promises(text: str) -> list[str]:
    """The commands and options that a text names and that are not there."""
    wrong = []
    for found in COMMAND.finditer(text):
        verb, rest = found["verb"], found["rest"]
        if verb in PROSE:
            continue
        if verb not in COMMANDS:
            wrong.append(f"huozi {verb}")
            continue
        wrong += [f"huozi {verb} {option}" for option in OPTION.findall(rest) if option not in OPTIONS[verb]]
        word = re.match(r"[ ]+([a-z]+)(?![\w./-])", rest)
        if word and WORDS[verb] and word[1] not in WORDS[verb]:
            wrong.append(f"huozi {verb} {word[1]}")
    known = set().union(*OPTIONS.values()) | {"--version"}
    return wrong + [option for option in OPTION.findall(NOT_OURS.sub("", text)) if option not in known]


@pytest.mark.parametrize("name", TEXTS)
def test_what_is_promised_is_there(name: str) -> None:
    assert broken_promises(TEXTS[name]) == []


def test_promises_are_found() -> None:
    assert sum(len(COMMAND.findall(text)) for text in TEXTS.values()) > 30
    assert broken_promises("用 huozi watch 看") == ["huozi watch"]
    assert broken_promises("huozi build x --fix") == ["huozi build --fix", "--fix"]
    assert broken_promises("`huozi new book`、`huozi schema all`") == ["huozi new book", "huozi schema all"]
    assert broken_promises("加上`--fix`") == ["--fix"]
    assert broken_promises("`huozi new issue`、huozi schema layout > x、huozi check a --fail-on note") == []

"""Libraries imported lightly are the libraries themselves, and what was stood in for is there when it is asked for."""

from __future__ import annotations

import inspect
import subprocess
import sys

import pytest
import yaml

from huozi.fonts.harfbuzz import CODE_FLAGS
from huozi.libyaml import events_of
from huozi.libyaml import yaml as half

TEXTS = ("a: [1, 2]\nb: &x c\n", "- 'q'\n- |\n  block\n", "", "[*a, !t b]", "--- 1\n--- 2\n")
BROKEN = ("a: [1", "a: b: c", "\t- x", "'open", "*", "!<", "a: %x")


def answer(program: str) -> list[str]:
    """What a program prints, a process of its own."""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


def test_the_flags_of_code_are_those_of_this_python() -> None:
    newer = {"CO_HAS_DOCSTRING": 0x4000000, "CO_METHOD": 0x8000000} if sys.version_info >= (3, 14) else {}
    assert {name: getattr(inspect, name) for name in dir(inspect) if name.startswith("CO_")} == CODE_FLAGS | newer


@pytest.mark.parametrize("text", TEXTS)
def test_half_of_pyyaml_gives_the_events_of_all(text: str) -> None:
    assert list(map(repr, events_of(text))) == list(map(repr, yaml.parse(text, Loader=yaml.CSafeLoader)))


@pytest.mark.parametrize("text", BROKEN)
def test_half_of_pyyaml_refuses_what_all_does(text: str) -> None:
    with pytest.raises(half.YAMLError) as ours:
        list(events_of(text))
    with pytest.raises(yaml.YAMLError) as theirs:
        list(yaml.parse(text, Loader=yaml.CSafeLoader))
    assert str(ours.value) == str(theirs.value)


ALONE = "from huozi.imports import process_is_ours; process_is_ours()\n"


def test_the_command_loads_half_of_pyyaml_and_others_all() -> None:
    program = """
import sys
from huozi.libyaml import events_of
print('yaml.reader' in sys.modules, len(list(events_of('a'))))
"""
    assert answer(program) == ["True", "5"]
    assert answer(ALONE + program) == ["False", "5"]


def test_pyyaml_is_whole_for_whoever_imports_it_later() -> None:
    program = f"""{ALONE}
from huozi.libyaml import events_of, yaml as half
before = list(events_of("a: 1"))
import yaml
print(yaml.safe_load("a: 2011-01-01")["a"].year, yaml.dump([1]).strip(), half is not yaml)
print(type(before[0]) is yaml.StreamStartEvent, half.YAMLError is yaml.YAMLError)
"""
    assert answer(program) == ["2011", "-", "1", "True", "True", "True"]


def test_pyyaml_that_is_there_is_taken_whole() -> None:
    assert answer("import yaml, huozi.libyaml as ours; print(ours.yaml is yaml, len(list(ours.events_of('a'))))") == [
        "True",
        "5",
    ]


def test_without_libyaml_the_parser_in_python_serves() -> None:
    program = """
import sys
sys.modules["yaml._yaml"] = None
from huozi.imports import process_is_ours
process_is_ours()
from huozi.libyaml import events_of
print(len(list(events_of("a: 1"))))
"""
    assert answer(program) == ["8"]


def test_what_was_stood_in_for_is_loaded_when_it_is_asked_for() -> None:
    program = """
import sys
import huozi.output.pdf, huozi.fonts.harfbuzz
from reportlab.lib import utils
print(*(name in sys.modules for name in ("platform", "inspect", "urllib.parse")))
print(utils.platform.machine() != "", utils.literal_eval("[1]"), utils.urlparse("http://a/b").path)
print(utils.rl_safe_eval("1+1"))
import platform, inspect, hashlib
print(platform.python_version() == sys.version.split()[0], inspect.getmodule(platform) is platform)
print(hashlib.new("sha256").hexdigest()[:4], "_hashlib" in sys.modules)
"""
    expected = ["False", "False", "False", "True", "[1]", "/b", "2", "True", "True", "e3b0", "True"]
    assert answer(program) == expected


def test_the_command_alone_keeps_openssl_out() -> None:
    program = "import sys, huozi.output.pdf; print(sys.modules.get('_hashlib', 0) is None)"
    assert answer(program) == ["False"]
    assert answer(ALONE + program) == ["True"]


def test_whoever_calls_a_command_keeps_the_collector() -> None:
    program = "import gc; from huozi.cli import main; main(['schema', 'issue']); print(); print(gc.isenabled())"
    assert answer(program)[-1] == "True"

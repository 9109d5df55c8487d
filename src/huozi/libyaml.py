"""libyaml's parser through PyYAML, without PyYAML's own half in Python.

``import yaml`` loads both halves of PyYAML, and compiles patterns for the one in Python that nobody asks for here:
eight milliseconds, of which libyaml's parser, its events and its errors take two. Where others run in the process,
PyYAML is loaded already, came without libyaml or is put together in another way, it is taken as it is.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib.util import find_spec
from types import ModuleType
from typing import Any

from huozi.imports import alone, attempt

_OWN_HALF = {
    "reader": "ReaderError",
    "constructor": "ConstructorError",
    "emitter": "EmitterError",
    "serializer": "SerializerError",
    "representer": "RepresenterError",
}
"""Modules of PyYAML's own half, and the error that libyaml's binding asks each for."""


_EVENTS_OF_A_WORD = ("StreamStartEvent", "DocumentStartEvent", "ScalarEvent", "DocumentEndEvent", "StreamEndEvent")


def _drawn(make: Any, text: str) -> Iterator[Any]:
    """The events that a parser of a kind finds in a text, one by one."""
    parser = make(text)
    try:
        while parser.check_event():
            yield parser.get_event()
    finally:
        parser.dispose()


def _whole() -> Any:
    """All of PyYAML, with the parser that there is."""
    import yaml

    return yaml, getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def _half() -> Any:
    """PyYAML's events and errors, and the parser of libyaml; raises ``ImportError`` where there is none."""
    spec = find_spec("yaml")
    if spec is None or spec.submodule_search_locations is None:
        raise ModuleNotFoundError("yaml")
    package = ModuleType("yaml")
    package.__path__ = spec.submodule_search_locations
    sys.modules["yaml"] = package
    try:
        from yaml import error, events

        for name, raised in _OWN_HALF.items():
            vars(package)[name] = ModuleType(name)
            vars(vars(package)[name])[raised] = type(raised, (error.YAMLError,), {})
        from yaml import composer, nodes, parser, scanner, tokens  # noqa: F401  # asked for by the binding
        from yaml._yaml import CParser
    finally:
        del sys.modules["yaml"]
    vars(package).update({**vars(error), **vars(events)})
    if [type(event) for event in _drawn(CParser, "a")] != [getattr(events, name) for name in _EVENTS_OF_A_WORD]:
        raise ImportError("libyaml's binding and PyYAML's events are not of one make")
    return package, CParser


def _loaded() -> Any:
    if "yaml" in sys.modules or not alone():
        return _whole()
    return attempt(_half) or _whole()  # what has been loaded of it by then serves the whole as well


yaml, PARSER = _loaded()


def events_of(text: str) -> Iterator[Any]:
    """The events of a YAML text, one by one; raises ``yaml.YAMLError`` where it is none."""
    return _drawn(PARSER, text)

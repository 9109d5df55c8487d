"""Imports made light, for libraries that load at their start what they use seldom or never.

Of a build's time a third was imports, and half of that modules of the standard library that a library names at its
head and uses in a corner. ``preload`` puts a stand-in in the place of each such module while the library is imported:
it has the few names that are used at once, and is the module itself as soon as anything else is asked of it. What
whoever else lives in the process could notice is done only where nobody does: in the process of a command (``alone``).

All of these are tricks, and another Python or another version of a library may not take them. So none of them is the
only way: whatever ``attempt`` tries leaves nothing behind where it fails, and the plain way follows it.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType
from typing import Any, TypeVar

T = TypeVar("T")


class _Process:
    """What is known of the process."""

    alone = False


def process_is_ours() -> None:
    """Say that this process is a command's, and nobody else's code runs in it."""
    _Process.alone = True


def alone() -> bool:
    """Whether nobody else's code runs in this process."""
    return _Process.alone


def attempt(trick: Callable[[], T], *libraries: str) -> T | None:
    """What a trick gives; ``None`` where it raises anything: of these libraries nothing is left then that it loaded."""
    before = dict(sys.modules)
    try:
        return trick()
    except Exception:
        for name in [name for name in sys.modules if _is_of(name, libraries)]:
            if name not in before:
                del sys.modules[name]
        sys.modules.update({name: module for name, module in before.items() if _is_of(name, libraries)})
        return None


def _is_of(name: str, libraries: tuple[str, ...]) -> bool:
    return name.partition(".")[0] in libraries


def preload(module: str, stand_ins: Mapping[str, Mapping[str, object]], *libraries: str) -> None:
    """Load a module lightly, if that can be done; a plain ``import`` of it has to follow.

    ``libraries`` are those that it belongs to and brings with it, which a failure must not leave half loaded.
    """
    if module in sys.modules:
        return

    def lightly() -> ModuleType:
        with standing_in(stand_ins):
            return import_module(module)

    attempt(lightly, module.partition(".")[0], *libraries)


@contextmanager
def standing_in(stand_ins: Mapping[str, Mapping[str, object]]) -> Iterator[None]:
    """While this lasts, modules are stood in for: by module, the names that are asked of it at once.

    A module that has been imported already needs nobody to stand in.
    """
    placed = {name: _StandIn(name, known) for name, known in stand_ins.items() if name not in sys.modules}
    sys.modules.update(placed)
    try:
        yield
    finally:
        for name, module in placed.items():
            if sys.modules.get(name) is module:
                del sys.modules[name]


class _StandIn(ModuleType):
    """A module of a few names; any other is asked of the module stood in for."""

    def __init__(self, name: str, known: Mapping[str, object]) -> None:
        super().__init__(name)
        self.__dict__.update(known)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):  # the import itself asks for ``__path__``
            raise AttributeError(name)
        return getattr(_real(self.__name__), name)


def _real(name: str) -> ModuleType:
    """The module that was stood in for."""
    if isinstance(sys.modules.get(name), _StandIn):
        del sys.modules[name]
    return import_module(name)


def put_off(module: str, *names: str) -> dict[str, object]:
    """Functions of a module that load it when they are called, by their names."""

    def later(name: str) -> Callable[..., Any]:
        def call(*given: Any, **named: Any) -> Any:
            return getattr(_real(module), name)(*given, **named)

        return call

    return {name: later(name) for name in names}

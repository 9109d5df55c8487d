"""Imports made light, for libraries that load at their start what they use seldom or never.

Of a build's time a third was imports, and half of that modules of the standard library that a library names at its
head and uses in a corner. ``standing_in`` puts a stand-in in the place of such a module while the library is imported:
it has the few names that are used at once, and is the module itself as soon as anything else is asked of it.
``loaded_when_used`` is enough where nothing at all is asked of the module during the import. What whoever else lives in
the process could notice is done only where nobody does: in the process of a command (``alone``).
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib import import_module
from importlib.machinery import ModuleSpec, PathFinder
from importlib.util import LazyLoader
from types import ModuleType
from typing import Any


class _Process:
    """What is known of the process."""

    alone = False


def process_is_ours() -> None:
    """Say that this process is a command's, and nobody else's code runs in it."""
    _Process.alone = True


def alone() -> bool:
    """Whether nobody else's code runs in this process."""
    return _Process.alone


@contextmanager
def loaded_when_used(*names: str) -> Iterator[None]:
    """While this lasts, importing a module of these names runs it only when something of it is asked for."""
    finder = _Finder(frozenset(names))
    sys.meta_path.insert(0, finder)
    try:
        yield
    finally:
        sys.meta_path.remove(finder)


class _Finder:
    """Finds modules as ever, and puts off running those named."""

    def __init__(self, names: frozenset[str]) -> None:
        self._names = names

    def find_spec(self, name: str, path: Sequence[str] | None, target: ModuleType | None = None) -> ModuleSpec | None:
        """The spec of a module named; ``None`` for any other."""
        spec = PathFinder.find_spec(name, path, target) if name in self._names else None
        if spec is not None and spec.loader is not None:
            spec.loader = LazyLoader(spec.loader)
        return spec


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

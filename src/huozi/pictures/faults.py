"""What is found of a picture, before it is known where that stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from huozi.diagnostics import Finding, Span, finding

Fault: TypeAlias = tuple[str, tuple[tuple[str, str], ...]]
"""A rule and the arguments of its message, but for what people call the file."""


def fault(rule: str, /, **arguments: object) -> Fault:
    """What a rule says of a picture."""
    return rule, tuple((name, str(value)) for name, value in arguments.items())


def told(faults: Iterable[Fault], span: Span, file: str) -> Iterator[Finding]:
    """What was found of a picture as findings at its place; ``file`` is what people call it."""
    for rule, arguments in faults:
        yield finding(span, rule, **{"file": file, **dict(arguments)})


class Unusable(Exception):
    """A picture that cannot be printed, with what speaks against it."""

    def __init__(self, rule: str, /, **arguments: object) -> None:
        super().__init__(rule)
        self.fault = fault(rule, **arguments)

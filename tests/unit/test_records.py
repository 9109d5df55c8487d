"""Our records are the standard library's named tuples in all that anyone asks of them."""

from __future__ import annotations

import copy
import sys
import typing
from typing import Any

import pytest

from huozi.records import NamedTuple


class Point(NamedTuple):
    """A place."""

    x: int
    y: int = 2
    name: str = ""

    @property
    def double(self) -> int:
        """Twice x."""
        return 2 * self.x


class Plain(typing.NamedTuple):
    """A place."""

    x: int
    y: int = 2
    name: str = ""


ASKED = (
    lambda kind: kind(1),
    lambda kind: kind(1, name="b") == (1, 2, "b"),
    lambda kind: kind(x=1)._replace(y=5),
    lambda kind: kind._make([1, 2, "c"]),
    lambda kind: kind(1)._asdict(),
    lambda kind: (kind._fields, kind._field_defaults, kind.__match_args__, kind.__slots__, kind.__doc__),
    lambda kind: repr(kind(1, 2, "d")).removeprefix(kind.__name__),
    lambda kind: hash(kind(1)),
    lambda kind: kind(1) < kind(2),
    lambda kind: copy.copy(kind(1)),
    lambda kind: list(kind(1)),
    lambda kind: kind(1)[1:],
    lambda kind: issubclass(kind, tuple),
)

REFUSED = (
    lambda kind: kind(),
    lambda kind: kind(1, 2, "", 4),
    lambda kind: kind(1, z=3),
    lambda kind: kind(1)._replace(z=3),
    lambda kind: kind._make([1]),
    lambda kind: setattr(kind(1), "x", 2),
    lambda kind: setattr(kind(1), "other", 2),
)


@pytest.mark.parametrize("ask", ASKED)
def test_a_record_answers_as_a_named_tuple(ask: Any) -> None:
    assert ask(Point) == ask(Plain)


@pytest.mark.parametrize("ask", REFUSED)
def test_a_record_refuses_what_a_named_tuple_refuses(ask: Any) -> None:
    with pytest.raises((TypeError, ValueError, AttributeError)) as wanted:
        ask(Plain)
    with pytest.raises(wanted.type):
        ask(Point)


def test_a_record_keeps_its_methods_and_can_be_matched_and_copied() -> None:
    assert Point(3).double == 6
    match Point(3, 4):
        case Point(x, y, _):
            assert (x, y) == (3, 4)
    assert copy.deepcopy(Point(3)) == Point(3)


def test_a_field_without_a_default_after_one_with_one_is_refused() -> None:
    base: Any = NamedTuple
    with pytest.raises(TypeError, match="default"):
        type(base)("Wrong", (base,), {"__annotations__": {"x": "int", "y": "int"}, "x": 1})


WITHOUT_THE_FUTURE = """
import typing
from huozi.records import NamedTuple


class Point(NamedTuple):
    x: int
    other: "Point | None" = None
    unknown: SomethingElse = 3


class Plain(typing.NamedTuple):
    x: int
    other: "Plain | None" = None
    unknown: SomethingElse = 3


assert (Point._fields, Point._field_defaults, Point(1)) == (Plain._fields, Plain._field_defaults, Plain(1))
assert Point(1).unknown == 3 and Point(x=2).x == 2
"""


@pytest.mark.parametrize("given", ["", "SomethingElse = int\n"])
def test_annotations_that_are_evaluated_when_asked_for_make_the_same_fields(given: str) -> None:
    if not given and sys.version_info < (3, 14):
        pytest.skip("before Python 3.14 a name in an annotation must be there")
    exec(compile(given + WITHOUT_THE_FUTURE, "points", "exec", dont_inherit=True), {"__name__": "points"})  # noqa: S102


def test_a_field_without_annotations_is_a_record_of_nothing() -> None:
    class Nothing(NamedTuple):
        """No fields."""

    assert (Nothing._fields, Nothing()) == ((), ())


def test_where_the_quick_way_fails_the_standard_library_makes_the_class(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(name: str, body: dict[str, object]) -> type:
        raise SystemError(name)

    monkeypatch.setattr("huozi.records._made", fails)

    class Late(NamedTuple):
        """A place."""

        x: int
        y: int = 2

        @property
        def double(self) -> int:
            """Twice x."""
            return 2 * self.x

    assert (Late(3), Late(x=3).double, Late._fields, Late.__doc__) == ((3, 2), 6, ("x", "y"), "A place.")
    assert vars(Late)["_replace"] is not vars(Point)["_replace"]

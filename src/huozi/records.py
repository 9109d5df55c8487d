"""Records: ``typing.NamedTuple``, made many times as fast.

A build makes more than a hundred classes before it has read a line, and the standard library compiles a piece of
Python for each: that was a tenth of the whole time. Here the classes of one length share one compiled constructor,
whose parameters are renamed for each class; all else is what ``collections.namedtuple`` gives.
"""

from __future__ import annotations

import functools
import sys
from typing import TYPE_CHECKING

__all__ = ["NamedTuple"]

if TYPE_CHECKING:
    from typing import NamedTuple
else:
    from _collections import _tuplegetter
    from types import FunctionType

    _UNEXPECTED = TypeError if sys.version_info >= (3, 13) else ValueError
    """What the standard library raises for a field that is none."""

    @functools.cache
    def _constructor(length):
        """A constructor of tuples of one length."""
        names = ", ".join(f"_{index}" for index in range(length))
        return eval(f"lambda _cls, {names}: _new(_cls, ({names},))", {"_new": tuple.__new__})  # noqa: S307

    def _named_constructor(fields, defaults):
        """A constructor whose parameters bear the fields' names."""
        made = _constructor(len(fields))
        code = made.__code__.replace(co_varnames=("_cls", *fields), co_name="__new__")
        return FunctionType(code, made.__globals__, "__new__", tuple(defaults.values()) or None)

    def _make(cls, values):
        """A record of values in the order of its fields."""
        made = tuple.__new__(cls, values)
        if len(made) != len(cls._fields):
            raise TypeError(f"Expected {len(cls._fields)} arguments, got {len(made)}")
        return made

    def _replace(self, /, **changes):
        """The record with some fields changed."""
        made = self._make(map(changes.pop, self._fields, self))
        if changes:
            raise _UNEXPECTED(f"Got unexpected field names: {list(changes)!r}")
        return made

    def _asdict(self):
        """The fields by name."""
        return dict(zip(self._fields, self, strict=True))

    def _repr(self):
        inside = ", ".join(f"{name}={value!r}" for name, value in zip(self._fields, self, strict=True))
        return f"{type(self).__name__}({inside})"

    def _getnewargs(self):
        return tuple(self)

    SHARED = {
        "__slots__": (),
        "_make": classmethod(_make),
        "_replace": _replace,
        "_asdict": _asdict,
        "__repr__": _repr,
        "__getnewargs__": _getnewargs,
    }

    class _Records(type):
        """Makes a subclass of tuple of a class body."""

        def __new__(cls, name, bases, body):
            if not bases:
                return super().__new__(cls, name, bases, body)
            fields = tuple(body.get("__annotations__", ()))
            defaults = {field: body[field] for field in fields if field in body}
            if tuple(defaults) != fields[len(fields) - len(defaults) :]:
                raise TypeError(f"{name}: a field without a default follows one with a default")
            getters = {field: _tuplegetter(index, "") for index, field in enumerate(fields)}
            rows = {"_fields": fields, "_field_defaults": defaults, "__match_args__": fields}
            rows["__new__"] = _named_constructor(fields, defaults)
            return type(name, (tuple,), {**SHARED, **body, **getters, **rows})

    class NamedTuple(metaclass=_Records):
        """The base that a record names."""

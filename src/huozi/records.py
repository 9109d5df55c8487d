"""Records: ``typing.NamedTuple``, made many times as fast.

A build makes more than a hundred classes before it has read a line, and the standard library compiles a piece of
Python for each: that was a tenth of the whole time. Here the classes of one length share one compiled constructor,
whose parameters are renamed for each class; all else is what ``collections.namedtuple`` gives. Where a Python does not
take that, the standard library's own way is gone.
"""

from __future__ import annotations

import functools
import sys
from typing import TYPE_CHECKING

from huozi.imports import attempt

__all__ = ["NamedTuple"]

if TYPE_CHECKING:
    from typing import NamedTuple
else:
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
        return type(made)(code, made.__globals__, "__new__", tuple(defaults.values()) or None)

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

    def _fields_of(body):
        """The names that a class body annotates, in order."""
        if "__annotations__" in body or sys.version_info < (3, 14):
            return tuple(body.get("__annotations__", ()))
        from annotationlib import Format, call_annotate_function, get_annotate_from_class_namespace

        annotate = get_annotate_from_class_namespace(body)  # annotations that are evaluated when they are asked for
        return () if annotate is None else tuple(call_annotate_function(annotate, Format.FORWARDREF))

    def _quickly_made(name, body):
        """A named tuple of a class body, by a constructor that is shared."""
        from _collections import _tuplegetter

        fields = _fields_of(body)
        defaults = {field: body[field] for field in fields if field in body}
        if tuple(defaults) != fields[len(fields) - len(defaults) :]:
            raise TypeError(f"{name}: a field without a default follows one with a default")
        getters = {field: _tuplegetter(index, "") for index, field in enumerate(fields)}
        rows = {"_fields": fields, "_field_defaults": defaults, "__match_args__": fields}
        rows["__new__"] = _named_constructor(fields, defaults)
        return type(name, (tuple,), {**SHARED, **body, **getters, **rows})

    def _plainly_made(name, body):
        """A named tuple of a class body, by the standard library."""
        from types import new_class
        from typing import NamedTuple as Plain

        return new_class(name, (Plain,), exec_body=lambda namespace: namespace.update(body))

    def _tried():
        """The quick way, which has made one class right; raises where it can not."""
        body = {"__module__": __name__, "__annotations__": {"first": "int", "second": "int"}, "second": 2}
        probe = _quickly_made("Probe", body)
        if (probe(1).second, probe(second=3, first=1), probe(1, 4)[0]) != (2, (1, 3), 1):
            raise TypeError("no record")
        return _quickly_made

    _made = attempt(_tried) or _plainly_made

    class _Records(type):
        """Makes a subclass of tuple of a class body."""

        def __new__(cls, name, bases, body):
            if not bases:
                return super().__new__(cls, name, bases, body)
            try:
                return _made(name, body)
            except Exception:  # the standard library says what is wrong with the class, or makes it
                return _plainly_made(name, body)

    class NamedTuple(metaclass=_Records):
        """The base that a record names."""

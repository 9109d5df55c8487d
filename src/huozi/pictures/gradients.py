"""Gradients to inks: their functions cut where they bend and made again with four results.

Between two colours of a screen the inks do not change evenly, so that each stretch is made of several; stops stay
exactly where they are (ISO 32000-1, 7.10).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import cast

from pikepdf import Array, Dictionary, Object, Stream

from huozi.pictures.spaces import Space, inks_of
from huozi.pictures.tones import Cmyk, Tones
from huozi.records import NamedTuple

PIECES = 8
"""Stretches that a change between two stops is made of, where the inks do not follow evenly."""

MOST_STOPS = 1024
"""Stops of a gradient; one with more is no gradient of a drawing."""

DEEPEST = 8
EVEN = 0.004
"""Inks that lie so near to the even change need no stretches of their own."""


class Curve(NamedTuple):
    """A function of one variable: its values just above or (``is_below``) just below a place, its bends, its ends."""

    at: Callable[[float, bool], tuple[float, ...]]
    bends: tuple[float, ...]
    start: float
    end: float


def inked_function(written: Object | None, space: Space, tones: Tones) -> Dictionary | None:
    """The function of a gradient with inks as results; ``None`` where it cannot be made of it."""
    curve = _curve_of(written)
    if curve is None or not curve.start < curve.end:
        return None

    def inks_at(place: float, is_below: bool) -> Cmyk | None:
        return inks_of(space, curve.at(place, is_below), tones)

    inner = sorted({bend for bend in curve.bends if curve.start < bend < curve.end})
    if len(inner) > MOST_STOPS:
        return None
    stretches: list[tuple[float, float, Cmyk, Cmyk]] = []
    for start, end in pairwise([curve.start, *inner, curve.end]):
        first, middle, last = inks_at(start, False), inks_at((start + end) / 2, False), inks_at(end, True)
        if first is None or middle is None or last is None:
            return None
        is_even = all(abs((a + b) / 2 - c) < EVEN for a, b, c in zip(first, last, middle, strict=True))
        count = 1 if is_even else PIECES
        places = [start + (end - start) * part / count for part in range(count + 1)]
        between = [inks_at(place, False) for place in places[1:-1]]
        inks = [first, *(each for each in between if each is not None), last]
        if len(inks) != count + 1:
            return None
        stretches += [(a, b, c, d) for (a, b), (c, d) in zip(pairwise(places), pairwise(inks), strict=True)]
    return _stitched(stretches)


def has_colour(function: Dictionary) -> bool:
    """Whether a function of inks gives another one than black."""
    ends = [part.get(key) for part in function["/Functions"] for key in ("/C0", "/C1")]
    return any(any(_floats(end)[:3]) for end in ends)


def _stitched(stretches: Sequence[tuple[float, float, Cmyk, Cmyk]]) -> Dictionary:
    """One function of even stretches."""
    parts = [
        Dictionary(FunctionType=2, Domain=[0, 1], N=1, C0=_shares(first), C1=_shares(last))
        for _, _, first, last in stretches
    ]
    return Dictionary(
        FunctionType=3,
        Domain=Array([_real(stretches[0][0]), _real(stretches[-1][1])]),
        Functions=Array(parts),
        Bounds=Array([_real(start) for start, *_ in stretches[1:]]),
        Encode=Array([0, 1] * len(parts)),
    )


def _shares(inks: Cmyk) -> Array:
    return Array([_real(share) for share in inks])


def _real(value: float) -> Object:
    return Object.parse(f"{value:.5f}".rstrip("0").rstrip(".").encode())


def _floats(held: Object | None) -> list[float]:
    return [float(each) for each in held] if isinstance(held, Array) else []


def _curve_of(written: Object | None, depth: int = 0) -> Curve | None:
    """A function of one variable, or several of one result each, that can be followed."""
    if isinstance(written, Array):
        return _side_by_side(written, depth)
    if not isinstance(written, Dictionary | Stream) or depth > DEEPEST:
        return None
    domain, curve = _floats(written.get("/Domain")), None
    match written.get("/FunctionType"), len(domain):
        case 0, 2 if isinstance(written, Stream):
            curve = _sampled(written, domain[0], domain[1])
        case 2, 2:
            curve = _exponential(written, domain[0], domain[1])
        case 3, 2:
            curve = _of_parts(written, (domain[0], domain[1]), depth)
        case _:
            pass
    return curve


def _side_by_side(written: Array, depth: int) -> Curve | None:
    """Several functions, each of which gives a part of the colour."""
    curves = [_curve_of(each, depth + 1) for each in written] if depth <= DEEPEST and len(written) <= MOST_STOPS else []
    known = [curve for curve in curves if curve is not None]
    if not known or len(known) != len(curves):
        return None
    bends = tuple(bend for curve in known for bend in curve.bends)
    start, end = max(curve.start for curve in known), min(curve.end for curve in known)
    return Curve(lambda x, below: tuple(v for c in known for v in c.at(x, below)), bends, start, end)


def _exponential(written: Object, start: float, end: float) -> Curve:
    first, last = _floats(written.get("/C0")) or [0.0], _floats(written.get("/C1")) or [1.0]
    power = float(cast(float, written.get("/N", 1)))

    def at(x: float, _: bool) -> tuple[float, ...]:
        share = max(x, 0.0) ** power if power > 0 else 1.0
        return tuple(a + share * (b - a) for a, b in zip(first, last, strict=True))

    return Curve(at, (), start, end)


def _of_parts(written: Object, domain: tuple[float, float], depth: int) -> Curve | None:
    """A function made of others, each over a part of its domain."""
    held, bounds, encode = written.get("/Functions"), _floats(written.get("/Bounds")), _floats(written.get("/Encode"))
    parts = [_curve_of(each, depth + 1) for each in held] if isinstance(held, Array) and len(held) <= MOST_STOPS else []
    curves = [part for part in parts if part is not None]
    if not curves or len(curves) != len(parts) or len(bounds) != len(parts) - 1 or len(encode) != 2 * len(parts):
        return None
    edges = [domain[0], *bounds, domain[1]]

    def at(x: float, is_below: bool) -> tuple[float, ...]:
        here = sum(x > bound or (x == bound and not is_below) for bound in bounds)
        low, high, first, last = edges[here], edges[here + 1], encode[2 * here], encode[2 * here + 1]
        share = (x - low) / (high - low) if high > low else 0.0
        return curves[here].at(first + share * (last - first), is_below if last >= first else not is_below)

    bends = list(bounds)
    for here, curve in enumerate(curves):
        first, last = encode[2 * here], encode[2 * here + 1]
        if first != last:
            width = edges[here + 1] - edges[here]
            bends += [edges[here] + (bend - first) / (last - first) * width for bend in curve.bends]
    return Curve(at, tuple(bends), domain[0], domain[1])


def _sampled(written: Stream, start: float, end: float) -> Curve | None:
    """A table of samples of eight or sixteen bits; between two of them it changes evenly."""
    size, span, bits = _floats(written.get("/Size")), _floats(written.get("/Range")), written.get("/BitsPerSample")
    if len(size) != 1 or bits not in (8, 16) or len(span) % 2 or not span or "/Encode" in written:
        return None
    count, width, step = int(size[0]), len(span) // 2, 1 if bits == 8 else 2
    decode = _floats(written.get("/Decode")) or span
    data = written.read_bytes()
    if not 2 <= count <= MOST_STOPS or len(data) < count * width * step or len(decode) != len(span):
        return None
    most = 255 if bits == 8 else 65535

    def sample(at: int) -> list[float]:
        raw = [int.from_bytes(data[(at * width + n) * step : (at * width + n + 1) * step]) for n in range(width)]
        return [decode[2 * n] + value / most * (decode[2 * n + 1] - decode[2 * n]) for n, value in enumerate(raw)]

    def at(x: float, _: bool) -> tuple[float, ...]:
        place = min(max((x - start) / (end - start), 0.0), 1.0) * (count - 1)
        low = min(int(place), count - 2)
        return tuple(a + (place - low) * (b - a) for a, b in zip(sample(low), sample(low + 1), strict=True))

    bends = tuple(start + (end - start) * step_at / (count - 1) for step_at in range(1, count - 1))
    return Curve(at, bends, start, end)

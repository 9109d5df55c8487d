"""Annotations to threads: a comment, what belongs to it, and the answers to it in their order.

A replacement is two annotations, a caret and a strike-out, one grouped with the other (ISO 32000-2, 12.5.6.2); which of
the two is the first, and whether it is called a group or an answer, is each program's own. States of a review are text
annotations that answer the comment, or the last state before (12.5.6.3). Circles are cut.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from huozi.reviews.model import Annotation, Reply, Thread

GONE = -1

PAIR = frozenset(("Caret", "StrikeOut"))
"""What a replacement is made of: neither is ever an answer to the other."""

DEEPEST = 50
"""Answers to answers are told as deep as this; those below stand beside it."""


def threads_of(annotations: Sequence[Annotation]) -> tuple[Thread, ...]:
    """The threads of a file, in the order of their first annotations."""
    items = {item.key: item for item in distinct(annotations)}
    targets = _without_circles(items)
    groups = _ends({key: other for key, other in targets.items() if _is_member(items[key], items[other])})
    states = _ends({key: other for key, other in targets.items() if items[key].state and items[other].state})
    answers: dict[int, list[Annotation]] = {}
    members: dict[int, list[Annotation]] = {}
    for key, target in targets.items():
        if key in groups:
            members.setdefault(groups[key], []).append(items[key])
        else:  # not the state before it, not a member of a group but its first
            last = states.get(key, key)
            about = targets.get(last, target)
            answers.setdefault(groups.get(about, about), []).append(items[key])
    heads = (item for key, item in items.items() if key not in targets)
    threads = (_thread(head, members, answers) for head in heads)
    return tuple(thread for thread in threads if not _says_nothing(thread))


def _ends(steps: dict[int, int]) -> dict[int, int]:
    """Where steps lead in the end, from each place that one is taken from; there is no circle among them."""
    ends: dict[int, int] = {}
    for start in steps:
        path = []
        at = start
        while at in steps and at not in ends:
            path.append(at)
            at = steps[at]
        end = ends.get(at, at)
        ends.update(dict.fromkeys(path, end))
    return ends


def distinct(annotations: Sequence[Annotation]) -> list[Annotation]:
    """Annotations each once: a program that saved twice may have left two that are the same in everything."""
    seen: dict[Annotation, int] = {}
    same: dict[int, int] = {}
    kept = []
    for item in annotations:
        first = seen.setdefault(item._replace(key=0), item.key)
        same[item.key] = first
        if first == item.key:
            kept.append(item)
    return [item if item.answers is None else item._replace(answers=same.get(item.answers, GONE)) for item in kept]


def _without_circles(items: dict[int, Annotation]) -> dict[int, int]:
    """What each annotation answers, of those that are there; the first of a circle answers nothing."""
    targets = {key: item.answers for key, item in items.items() if item.answers in items}
    done: set[int] = set()
    for start in items:
        path: list[int] = []
        on_path: set[int] = set()
        at: int | None = start
        while at is not None and at not in done and at not in on_path:
            path.append(at)
            on_path.add(at)
            at = targets.get(at)
        if at is not None and at in on_path:
            del targets[min(path[path.index(at) :])]
        done.update(path)
    return {key: target for key, target in targets.items() if target is not None}


def _is_member(item: Annotation, target: Annotation) -> bool:
    """Whether an annotation is part of the other, and no answer to it."""
    return not item.state and (item.grouped or {item.subtype, target.subtype} == PAIR)


def _thread(head: Annotation, members: dict[int, list[Annotation]], answers: dict[int, list[Annotation]]) -> Thread:
    return Thread(head, tuple(members.get(head.key, ())), tuple(_replies(head.key, answers)))


def _replies(head: int, answers: dict[int, list[Annotation]]) -> Iterator[Reply]:
    """The answers to an annotation, each followed by those to it; of states the last that each person gave it."""
    waiting = [(item, 1) for item in reversed(_told(answers.get(head, ())))]
    while waiting:
        item, depth = waiting.pop()
        yield Reply(depth, item.author, item.date, item.text, item.state, item.state_model, item.hidden)
        below = _told(answers.get(item.key, ()))
        waiting += [(other, min(depth + 1, DEEPEST)) for other in reversed(below)]


def _told(answers: Sequence[Annotation]) -> list[Annotation]:
    """Answers without the states that later ones of the same person replace, in the order of their dates."""
    last: dict[tuple[str, str], int] = {}
    ordered = sorted(answers, key=lambda item: (item.date, item.key))
    for item in ordered:
        if item.state:
            last[item.author, item.state_model] = item.key
    kept = set(last.values())
    return [item for item in ordered if not item.state or item.key in kept]


TEXT_MARKS = frozenset(("Highlight", "Underline", "Squiggly", "StrikeOut"))


def _says_nothing(thread: Thread) -> bool:
    """Whether a thread is what programs leave of removed ones: a state of nothing, a mark without a place and words."""
    head = thread.head
    if thread.replies or thread.members:
        return False
    return bool(head.state and head.answers is not None) or (
        head.subtype in TEXT_MARKS and not head.boxes and not head.text and head.box is None
    )

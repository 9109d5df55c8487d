"""Cold runs: a command as a whole process of its own, with its wall time and its peak memory.

A process inherits the peak of the one that starts it (Linux counts the memory it has before ``exec``). What uses this
module must therefore be small itself: it imports neither Huozi nor Typst and leaves all else to processes of its own.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from time import perf_counter_ns
from typing import NamedTuple

_PEAK_UNIT = 1 if sys.platform == "darwin" else 1024
"""Bytes in a unit of ``ru_maxrss``."""


class RunFailed(Exception):
    """A command did not do what it was started for; the text says which, and what it complained of."""


class Run(NamedTuple):
    """What one run took: wall time in seconds, peak resident memory in MiB."""

    seconds: float
    peak: float


class Summary(NamedTuple):
    """Runs of one command: the median, least and greatest of their seconds, and the median peak in MiB."""

    seconds: float
    least: float
    most: float
    peak: float


def cold_run(command: Sequence[str]) -> Run:
    """Run a command to its end in a fresh process.

    Raises ``RunFailed`` with the end of what it says where it does not exit with 0.
    """
    with tempfile.TemporaryFile() as said:
        began = perf_counter_ns()
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=said, stderr=said)
        _, status, usage = os.wait4(process.pid, 0)
        ended = perf_counter_ns()
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            raise RunFailed(_failure(command, process.returncode, said.read()))
    return Run((ended - began) / 1e9, usage.ru_maxrss * _PEAK_UNIT / 2**20)


def answer_of(command: Sequence[str]) -> str:
    """What a command writes to its standard output; raises ``RunFailed`` where it does not exit with 0."""
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    if done.returncode:
        raise RunFailed(_failure(command, done.returncode, done.stdout + done.stderr))
    return done.stdout.decode()


def _failure(command: Sequence[str], code: int, said: bytes) -> str:
    end = said.decode(errors="replace").strip().splitlines()[-12:]
    return "\n".join([f"exit code {code}: {' '.join(command)}", *end])


def paired_runs(commands: Sequence[Sequence[str]], outputs: Sequence[Path], count: int) -> list[list[Run]]:
    """Runs of several commands in turn (A B A B …), ``count`` of each after one that is not counted.

    Each command writes the file beside it in ``outputs``, which must be there afterwards and is removed before its
    next run. Raises ``RunFailed``.
    """
    runs: list[list[Run]] = [[] for _ in commands]
    for _ in range(count + 1):
        for command, output, kept in zip(commands, outputs, runs, strict=True):
            output.unlink(missing_ok=True)
            kept.append(cold_run(command))
            if not output.is_file():
                raise RunFailed(f"no {output.name} was written: {' '.join(command)}")
    return [kept[1:] for kept in runs]


def summary(runs: Sequence[Run]) -> Summary:
    """The runs of a command in figures."""
    seconds = [run.seconds for run in runs]
    return Summary(median(seconds), min(seconds), max(seconds), median(run.peak for run in runs))


def paired_ratio(runs: Sequence[Run], others: Sequence[Run]) -> float:
    """The median of the ratios of runs that followed each other: what slows both for a while falls out of it."""
    return median(run.seconds / other.seconds for run, other in zip(runs, others, strict=True))


def own_peak() -> float:
    """The peak memory of this process in MiB, below which no run can be measured."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _PEAK_UNIT / 2**20

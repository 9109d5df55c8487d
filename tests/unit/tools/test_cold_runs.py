from __future__ import annotations

import sys
from pathlib import Path

import pytest
import tool_path  # noqa: F401
from cold_runs import Run, RunFailed, answer_of, cold_run, own_peak, paired_ratio, paired_runs, summary

WRITE = "import sys; open(sys.argv[1], 'x').write(sys.argv[2])"


def test_a_run_is_measured_as_a_whole_process() -> None:
    run = cold_run([sys.executable, "-c", "x = b'x' * (64 << 20)"])
    assert run.seconds > 0
    assert run.peak > 64


@pytest.mark.parametrize("stream", ["stdout", "stderr"])
def test_a_failed_run_says_what_it_complained_of(stream: str) -> None:
    program = f"import sys; sys.{stream}.write('no such issue'); sys.exit(3)"
    for way in (cold_run, answer_of):
        with pytest.raises(RunFailed, match=r"exit code 3: (?s:.*)no such issue"):
            way([sys.executable, "-c", program])


def test_an_answer_is_the_standard_output() -> None:
    assert answer_of([sys.executable, "-c", "print('活字')"]).strip() == "活字"
    with pytest.raises(RunFailed, match="exit code 1"):
        answer_of([sys.executable, "-c", "raise SystemExit(1)"])


def test_runs_take_turns_and_find_no_output_of_the_run_before(tmp_path: Path) -> None:
    outputs = [tmp_path / "a", tmp_path / "b"]
    commands = [[sys.executable, "-c", WRITE, str(path), path.name] for path in outputs]
    runs = paired_runs(commands, outputs, 2)  # mode x: a file left behind would fail the run
    assert [len(kept) for kept in runs] == [2, 2]


def test_a_run_that_writes_nothing_has_failed(tmp_path: Path) -> None:
    with pytest.raises(RunFailed, match=r"no a\.pdf was written"):
        paired_runs([[sys.executable, "-c", ""]], [tmp_path / "a.pdf"], 1)


def test_a_summary_has_medians_and_the_range() -> None:
    assert summary([Run(3, 50), Run(1, 70), Run(2, 60)]) == (2, 1, 3, 60)


def test_the_paired_ratio_forgets_what_slowed_both() -> None:
    ours = [Run(2, 0), Run(20, 0), Run(2, 0)]
    theirs = [Run(1, 0), Run(10, 0), Run(1, 0)]
    assert paired_ratio(ours, theirs) == 2


def test_the_measuring_process_knows_its_own_peak() -> None:
    assert 1 < own_peak() < 10_000

"""What only a pool of processes can do wrong."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from accord.adapters.engine import ProcessEngine
from accord.errors import EngineError
from accord.testing.troubles import (
    KillOnce,
    Meet,
    hang,
    kill_on_three,
    raise_mute_error,
    return_lambda,
    tell_process,
)


def lose(number: int, error: EngineError) -> int:
    assert "ended 2 worker processes" in str(error)
    return -number


def test_work_is_shared_among_processes_and_none_is_this_one(tmp_path: Path) -> None:
    engine = ProcessEngine(2, batch_items=1)
    pids = {pid for _, pid in engine.map(Meet(str(tmp_path)), range(8))}
    assert os.getpid() not in pids
    assert len(pids) == 2


def test_a_few_items_are_worked_on_here() -> None:
    engine = ProcessEngine(2, batch_items=1, alone_up_to=1)

    (alone,) = (pid for _, pid in engine.map(tell_process, [1]))
    several = {pid for _, pid in engine.map(tell_process, [1, 2, 3])}

    assert alone == os.getpid()
    assert os.getpid() not in several


def test_an_item_that_kills_its_worker_twice_is_given_up_and_the_rest_goes_on() -> None:
    results = list(ProcessEngine(2).map(kill_on_three, range(30), on_lost=lose))
    assert results == [-n if n % 10 == 3 else n for n in range(30)]


def test_an_item_that_kills_its_worker_once_is_done_again(tmp_path: Path) -> None:
    engine = ProcessEngine(2)
    once = KillOnce(str(tmp_path / "mark"))
    assert list(engine.map(once, range(20))) == list(range(20))


def test_without_a_way_to_lose_an_item_the_map_ends_at_its_place() -> None:
    results = ProcessEngine(1).map(kill_on_three, range(10))
    assert [next(results) for _ in range(3)] == [0, 1, 2]
    with pytest.raises(EngineError, match="exit -9"):
        next(results)


def test_closing_the_results_ends_workers_that_hang() -> None:
    results = ProcessEngine(2, batch_items=1).map(hang, range(8))
    assert next(results) == 0
    began = time.monotonic()
    results.close()
    assert time.monotonic() - began < 5


def test_an_error_that_cannot_be_pickled_still_says_what_it_said() -> None:
    with pytest.raises(RuntimeError, match="MuteError: refused 1"):
        list(ProcessEngine(1).map(raise_mute_error, [1]))


def test_a_result_that_cannot_be_pickled_is_an_error_not_a_hang() -> None:
    with pytest.raises(RuntimeError, match="function cannot cross processes"):
        list(ProcessEngine(1).map(return_lambda, [1]))


def test_work_that_cannot_be_pickled_is_refused_at_once() -> None:
    with pytest.raises(EngineError, match="cannot be sent"):
        ProcessEngine(1).map(lambda number: number, [1])


def test_an_item_that_cannot_be_pickled_is_an_engine_error() -> None:
    with pytest.raises(EngineError, match="cannot be sent to a worker"):
        list(ProcessEngine(1).map(str, [lambda: 1]))


@pytest.mark.parametrize("jobs", [0, -1])
def test_a_pool_without_workers_is_refused(jobs: int) -> None:
    with pytest.raises(EngineError, match=f"got {jobs}"):
        ProcessEngine(jobs)


def test_a_script_without_a_main_guard_is_told_what_to_do(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(
        "from accord.adapters.engine import ProcessEngine\n"
        "from accord.testing.contracts.engine import square\n"
        "print(list(ProcessEngine(1).map(square, [1])))\n"
    )
    done = subprocess.run(
        [sys.executable, str(script)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert "__name__ ==" in done.stderr


def test_an_interrupt_ends_parent_and_workers(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(
        "from accord.adapters.engine import ProcessEngine\n"
        "from accord.testing.troubles import hang\n"
        "if __name__ == '__main__':\n"
        "    results = ProcessEngine(2, batch_items=1).map(hang, range(8))\n"
        "    print(next(results), flush=True)\n"
        "    next(results)\n"
    )
    process = subprocess.Popen(
        [sys.executable, str(script)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    assert process.stdout is not None
    with process:
        assert process.stdout.readline() == b"0\n"
        os.killpg(process.pid, signal.SIGINT)
        assert process.wait(timeout=20) != 0
        # The pipe closes only when the last process that holds it is gone.
        assert process.stdout.read() == b""

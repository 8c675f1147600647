"""Measure how fast a run is, how much memory it takes, and how both grow.

    python benchmarks/bench.py            # a table
    python benchmarks/bench.py --json     # one line of JSON
    python benchmarks/bench.py --sizes 100,200 --jobs 1

Every measurement runs in a process of its own, so that peak memory is its own. The seeds
are measured when ``$ACCORD_DATA`` (default ``../shared/data``) holds them; the rest is
invented (``synthetic.py``). Ratios come first, because they hold on other machines.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from accord.app.settings import load_settings
from accord.app.toolbox import Toolbox, store_for
from accord.app.workspace import Workspace
from accord.pipeline import Chain, PileRooms
from synthetic import write_pile

ROOT = Path(__file__).parents[1]
SIZES = (100, 500, 1000)
JOBS = (1, 2)
# getrusage counts kilobytes on Linux and bytes on macOS.
RSS_UNIT = 1 if sys.platform == "darwin" else 1024


class Stopwatch:
    """Adds up processor seconds by name."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = defaultdict(float)

    @contextmanager
    def time(self, name: str) -> Iterator[None]:
        """Add the block's processor time to a name."""
        began = time.process_time()
        try:
            yield
        finally:
            self.seconds[name] += time.process_time() - began

    def wrap(self, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """Time every call of a function."""

        def timed(*arguments: Any) -> Any:
            with self.time(name):
                return function(*arguments)

        return timed


@dataclass
class TimedRoom:
    """A room that times itself."""

    name: str
    room: Any
    watch: Stopwatch

    @property
    def producer(self) -> str:
        """Name and version of the room."""
        return str(self.room.producer)

    def fingerprint(self) -> str:
        """Hash of the room's settings."""
        return str(self.room.fingerprint())

    def __call__(self, work: Any) -> Any:
        """Let the room work."""
        with self.watch.time(self.name):
            result = self.room(work)
            # A report is drawn while it is written.
            return list(result) if isinstance(result, Iterator) else result


class TimedToolbox(Toolbox):
    """Makes rooms that time themselves; only where all work is in this process."""

    def __init__(self, settings: Any, watch: Stopwatch) -> None:
        super().__init__(settings)
        self._watch = watch

    def load_knowledge(self, packs: Any) -> Any:
        """Load the actors."""
        with self._watch.time("load actors"):
            return super().load_knowledge(packs)

    def chain(self, knowledge: Any, codebook: Any) -> Chain:
        """Make the chain of timed rooms."""
        chain = super().chain(knowledge, codebook)
        rooms = ((n, TimedRoom(n, room, self._watch)) for n, room in chain.rooms)
        return Chain(TimedRoom("read", chain.read, self._watch), tuple(rooms))

    def pile(self, codebook: Any) -> PileRooms:
        """Make timed whole-pile rooms."""
        rooms = super().pile(codebook)
        return replace(
            rooms,
            link=self._watch.wrap("link", rooms.link),
            ledger=self._watch.wrap("map", rooms.ledger),
            shifts=self._watch.wrap("map", rooms.shifts),
            conflicts=self._watch.wrap("solve", rooms.conflicts),
        )

    def present(self) -> Any:
        """Make a timed report."""
        return TimedRoom("present", super().present(), self._watch)


def measure(folder: Path, jobs: int) -> dict[str, Any]:
    """Run a pile twice, and measure.

    Args:
        folder: Holds ``articles/``, and perhaps ``issues.yaml`` and ``actors.yaml``.
        jobs: Processes.

    Returns:
        Articles, seconds by the clock and of processors, peak memory in MB, and
        processor seconds by stage (one job only).
    """
    watch = Stopwatch()
    with tempfile.TemporaryDirectory(prefix="accord-bench-") as name:
        path = Path(name)
        settings = load_settings(path, environ={}, arguments={"jobs": jobs})
        toolbox = TimedToolbox(settings, watch) if jobs == 1 else Toolbox(settings)
        store = store_for(path, settings)
        issues, actors = folder / "issues.yaml", folder / "actors.yaml"
        with Workspace(path, settings=settings, store=store, toolbox=toolbox) as w:
            began, used = time.perf_counter(), _processor_seconds()
            report = w.run(
                folder / "articles",
                issues=issues if issues.exists() else None,
                actors=[actors] if actors.exists() else [],
            )
            first = time.perf_counter() - began
            processor = _processor_seconds() - used
            stages = dict(watch.seconds)
            began = time.perf_counter()
            again = w.run(folder / "articles")
            second = time.perf_counter() - began
            attributions = sum(1 for _ in w.attributions())
        size = sum(entry.stat().st_size for entry in path.iterdir() if entry.is_file())
    if stages:
        stages["store and the rest"] = processor - sum(stages.values())
    return {
        "articles": report.items,
        "failures": len(report.failures),
        "attributions": attributions,
        "jobs": jobs,
        "seconds": round(first, 3),
        "again_seconds": round(second, 3),
        "again_processed": again.processed,
        "processor_seconds": round(processor, 3),
        "articles_per_second_per_core": round(report.items / processor, 2),
        "peak_mb": round(_peak(resource.RUSAGE_SELF), 1),
        "peak_worker_mb": round(_peak(resource.RUSAGE_CHILDREN), 1),
        "workspace_mb": round(size / 1e6, 1),
        "stages": {name: round(value, 3) for name, value in stages.items()},
    }


def _processor_seconds() -> float:
    """Return the processor time of this process and of those it waited for.

    Unlike the clock it does not depend on what else the machine does, so it tells
    what one core does in a second.
    """
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def _peak(who: int) -> float:
    """Return peak resident memory in MB."""
    return resource.getrusage(who).ru_maxrss * RSS_UNIT / 1e6


def measure_apart(folder: Path, jobs: int) -> dict[str, Any]:
    """Measure in a new process."""
    command = [sys.executable, __file__, "--measure", str(folder), "--jobs", str(jobs)]
    # What goes wrong in there is said on this screen.
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)  # noqa: S603 - ourselves
    result: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return result


def measure_all(sizes: list[int], jobs: list[int]) -> dict[str, Any]:
    """Measure the seeds and all sizes with all numbers of jobs."""
    rows: dict[str, dict[str, Any]] = {}
    with tempfile.TemporaryDirectory(prefix="accord-piles-") as name:
        seeds = Path(os.environ.get("ACCORD_DATA", ROOT / "../shared/data")) / "seeds"
        folders: dict[str, Path] = {}
        if seeds.is_dir():
            folders["seeds"] = Path(name) / "seeds"
            folders["seeds"].mkdir()
            (folders["seeds"] / "articles").symlink_to(seeds.resolve())
        else:
            print(f"no seeds at {seeds}: skipped", file=sys.stderr)
        for size in sizes:
            folders[str(size)] = Path(name) / str(size)
            write_pile(folders[str(size)], size)
        for label, folder in folders.items():
            for number in jobs:
                print(f"measuring {label}, {number} jobs ...", file=sys.stderr)
                rows[f"{label} x{number}"] = measure_apart(folder, number)
    return {"ratios": ratios(rows, sizes, jobs), "runs": rows}


def ratios(
    rows: dict[str, dict[str, Any]], sizes: list[int], jobs: list[int]
) -> dict[str, float]:
    """Work out how time and memory grow, and what more workers and re-runs gain."""
    small, large = min(sizes), max(sizes)
    one = f"x{jobs[0]}"
    first, last = rows[f"{small} {one}"], rows[f"{large} {one}"]
    found = {
        f"articles, {small} to {large}": large / small,
        f"processor time, {small} to {large}": (
            last["processor_seconds"] / first["processor_seconds"]
        ),
        f"peak memory, {small} to {large}": last["peak_mb"] / first["peak_mb"],
        f"run again with nothing changed, of the first run ({large})": (
            last["again_seconds"] / last["seconds"]
        ),
    }
    for number in jobs[1:]:
        other = rows[f"{large} x{number}"]["seconds"]
        found[f"speed-up with {number} jobs ({large})"] = last["seconds"] / other
    return {name: round(value, 2) for name, value in found.items()}


def show(results: dict[str, Any]) -> None:
    """Print the tables."""
    print("Ratios")
    for name, value in results["ratios"].items():
        print(f"  {value:8.2f}  {name}")
    print("\nRuns")
    head = ("pile", "clock s", "cpu s", "articles/s/core", "again s", "peak MB")
    form = "  {:<10}{:>9}{:>9}{:>17}{:>9}{:>9}{:>11}{:>8}"
    print(form.format(*head, "worker MB", "db MB"))
    for label, row in results["runs"].items():
        print(
            f"  {label:<10}{row['seconds']:>9.2f}{row['processor_seconds']:>9.2f}"
            f"{row['articles_per_second_per_core']:>17.2f}"
            f"{row['again_seconds']:>9.2f}{row['peak_mb']:>9.0f}"
            f"{row['peak_worker_mb']:>11.0f}{row['workspace_mb']:>8.1f}"
        )
    timed = {label: row for label, row in results["runs"].items() if row["stages"]}
    print("\nProcessor milliseconds per article by stage")
    print("  " + " " * 20 + "".join(f"{label:>10}" for label in timed))
    for stage in next(iter(timed.values()), {"stages": {}})["stages"]:
        values = (
            1000 * row["stages"].get(stage, 0) / max(row["articles"], 1)
            for row in timed.values()
        )
        print(f"  {stage:<20}" + "".join(f"{value:>10.2f}" for value in values))


def main() -> None:
    """Read the options and measure."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--json", action="store_true", help="print one line of JSON")
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)))
    parser.add_argument("--jobs", default=",".join(map(str, JOBS)))
    parser.add_argument("--measure", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    jobs = [int(number) for number in options.jobs.split(",")]
    if options.measure:
        print(json.dumps(measure(options.measure, jobs[0])))
        return
    results = measure_all([int(size) for size in options.sizes.split(",")], jobs)
    if options.json:
        print(json.dumps(results))
    else:
        show(results)


if __name__ == "__main__":
    main()

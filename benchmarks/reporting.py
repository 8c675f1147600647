"""Measure what drawing the report of a large pile takes.

    python benchmarks/reporting.py                      # 500 and 5,000 articles
    python benchmarks/reporting.py --sizes 500 --json

The packaged sample is run once, and its articles are told again and again under other
ids, with all their records. Every size runs in a process of its own: memory before the
report is what the dispute itself takes.
"""

import argparse
import json
import re
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import accord
from accord.model import Dispute, Dossier, to_json
from accord.model.codec import from_json
from accord.present import PresentStage
from apart import measure_apart

SIZES = (500, 5_000)
RSS_UNIT = 1 if sys.platform == "darwin" else 1024
_IDS = re.compile(r'"((?:[a-z]+)-[0-9a-f]{16})"')


def tell_again(dispute: Dispute, size: int) -> Dispute:
    """Make a dispute of so many articles."""
    written = [json.dumps(to_json(dossier)) for dossier in dispute.dossiers]
    dossiers = []
    for number in range(size):
        one = written[number % len(written)]
        # The first stay as they are, so that links and positions find them.
        if number >= len(written):
            one = _IDS.sub(rf'"\1-{number}"', one)
        dossiers.append(from_json(Dossier, json.loads(one)))
    return replace(dispute, dossiers=tuple(dossiers))


def peak_mb() -> int:
    """Give the most memory that this process has had, in megabytes."""
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * RSS_UNIT / 1e6)


def measure(size: int) -> dict[str, Any]:
    """Draw one report into a file."""
    with tempfile.TemporaryDirectory(prefix="accord-bench-") as name:
        # In a process of its own: reading takes more memory than a small report.
        command = [sys.executable, "-m", "accord", "demo", "-w", name, "--quiet"]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)  # noqa: S603 - ourselves
        with accord.open(name) as workspace:
            dispute = workspace.dispute()
        large = tell_again(dispute, size)
        held = peak_mb()
        began = time.process_time()
        report = Path(name) / "report.html"
        with report.open("w", encoding="utf-8", errors="replace") as file:
            file.writelines(PresentStage()(large))
        return {
            "articles": size,
            "seconds": round(time.process_time() - began, 1),
            "dispute_mb": held,
            "peak_mb": peak_mb(),
            "file_mb": round(report.stat().st_size / 1e6, 1),
        }


def main() -> None:
    """Read the options and measure."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--json", action="store_true", help="print one line of JSON")
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)))
    parser.add_argument("--measure", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.measure:
        print(json.dumps(measure(options.measure)))
        return
    rows = [measure_apart(__file__, int(size)) for size in options.sizes.split(",")]
    if options.json:
        print(json.dumps({"runs": rows}))
        return
    print("  " + "".join(f"{name:>12}" for name in rows[0]))
    for row in rows:
        print("  " + "".join(f"{value:>12,}" for value in row.values()))


if __name__ == "__main__":
    main()

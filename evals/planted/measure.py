"""Measure the whole way on the sample disputes against their gold.

``python evals/planted/measure.py`` runs both samples into a temporary workspace and
prints recall and precision for each kind of record. ``--gate`` fails below a floor of
``floors.json``; ``--misses KIND`` lists the cases behind a figure; ``--raise-floors``
writes higher floors and never lower ones.
"""

import argparse
import json
import math
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from gold import FOLDER, Gold, load_gold
from score_attributions import Aligned
from score_documents import score_document
from score_pile import score_pile
from tally import Tallies

import accord.app
from accord.model import Dispute

__all__ = ["below_floors", "measure", "run_sample"]

SAMPLE_NAMES = ("strait", "depot")
FLOORS = FOLDER / "floors.json"


def measure(gold: Gold, dispute: Dispute) -> Tallies:
    """Compare a dispute with its gold.

    Args:
        gold: The gold of a sample.
        dispute: What the system made of the sample's documents.

    Returns:
        Counts by kind, with the cases.
    """
    tallies = Tallies()
    dossiers = {d.document.path: d for d in dispute.dossiers}
    aligned: Aligned = {}
    for document in gold["documents"]:
        dossier = dossiers.get(document["path"])
        tallies.judge("documents", document["path"], right=dossier is not None)
        if dossier is None:
            aligned |= {a["id"]: (a, None) for a in document["attributions"]}
        else:
            aligned |= score_document(document, dossier, tallies)
    score_pile(gold, dispute, aligned, tallies)
    return tallies


def run_sample(sample: str, folder: Path) -> Dispute:
    """Run a sample into a new workspace."""
    workspace, _ = accord.app.demo(folder / sample, sample=sample)
    with workspace:
        return workspace.dispute()


def below_floors(
    figures: Mapping[str, float], floors: Mapping[str, float]
) -> list[str]:
    """List the figures that are missing or lower than their floor."""
    return [
        f"{name}: {figures.get(name, math.nan):.3f} is below the floor {floor:.3f}"
        for name, floor in sorted(floors.items())
        if not figures.get(name, math.nan) >= floor
    ]


def _print(sample: str, tallies: Tallies) -> None:
    """Print the table of one sample."""
    print(f"\n{sample}: kind of record, recall, precision, found / gold, extra")
    for kind, tally in tallies.kinds.items():
        gold = tally.hits + len(tally.misses)
        shown = [
            "    -" if value is None else f"{value:5.2f}"
            for value in (tally.recall, tally.precision)
        ]
        print(
            f"  {kind:18} {shown[0]} {shown[1]}  {tally.hits:3} / {gold:3}"
            f"  {len(tally.extras):3}"
        )
    for name, (part, whole) in tallies.shares.items():
        print(f"  {name:31} {part / whole if whole else math.nan:5.2f}  of {whole}")


def _print_cases(tallies: Tallies, kinds: Sequence[str]) -> None:
    """Print the cases behind the figures of some kinds."""
    for kind in kinds:
        print(f"\n{kind}: missed or wrong")
        print("\n".join(f"  - {case}" for case in tallies.of(kind).misses))
        print(f"{kind}: not in the gold")
        print("\n".join(f"  + {case}" for case in tallies.of(kind).extras))


def _raise_floors(figures: Mapping[str, Mapping[str, float]]) -> None:
    """Write floors a little below the figures, and never lower than they were."""
    old = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    new = {
        sample: {
            name: max(old.get(sample, {}).get(name, 0.0), math.floor(f * 50) / 50)
            for name, f in sorted(named.items())
        }
        for sample, named in figures.items()
    }
    FLOORS.write_text(json.dumps({**old, **new}, indent=1) + "\n", encoding="utf-8")


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, and with ``--gate`` compare with the floors."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("samples", nargs="*", default=SAMPLE_NAMES)
    parser.add_argument("--workspace", type=Path, help="measure this one as it is")
    parser.add_argument("--misses", action="append", default=[], metavar="KIND")
    parser.add_argument("--gate", action="store_true")
    parser.add_argument("--raise-floors", action="store_true")
    options = parser.parse_args(arguments)
    figures: dict[str, dict[str, float]] = {}
    for sample in options.samples:
        if options.workspace:
            with accord.app.open(options.workspace, create=False) as workspace:
                dispute = workspace.dispute()
        else:
            with tempfile.TemporaryDirectory() as folder:
                dispute = run_sample(sample, Path(folder))
        tallies = measure(load_gold(sample), dispute)
        _print(sample, tallies)
        _print_cases(tallies, options.misses)
        figures[sample] = tallies.figures()
    if options.raise_floors:
        _raise_floors(figures)
    if not options.gate:
        return 0
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))
    low = [
        f"{sample} {line}"
        for sample, named in figures.items()
        for line in below_floors(named, floors[sample])
    ]
    print("\n" + ("\n".join(low) or "Every figure is at or above its floor."))
    return min(len(low), 1)


if __name__ == "__main__":
    sys.exit(main())

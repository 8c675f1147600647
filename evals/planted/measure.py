"""Measure the whole way on the sample disputes against their gold.

``python evals/planted/measure.py [SAMPLE ...]`` runs the samples into a temporary
workspace and prints recall and precision for each kind of record. ``--gate`` fails
below a floor of ``floors.json``, ``--misses KIND`` lists the cases behind a figure,
``--json`` adds the line that ``evals/gate.py`` reads.
"""

import argparse
import hashlib
import json
import math
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from gold import FOLDER, SAMPLES, Gold, load_gold
from score_attributions import Aligned
from score_documents import score_document
from score_pile import score_pile
from tally import JUDGED_ONLY, Tallies

import accord.app
from accord.model import Dispute

__all__ = ["fingerprint", "measure", "measure_sample", "name_metrics", "run_sample"]

SAMPLE_NAMES = ("strait", "depot")
_KINDS = (
    "attributions",
    "statements",
    "figures",
    "agreements",
    "contacts",
    "mechanisms",
    "findings",
)


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
            _miss_all(document, tallies)
        else:
            aligned |= score_document(document, dossier, tallies)
    score_pile(gold, dispute, aligned, tallies)
    return tallies


def _miss_all(document: Gold, tallies: Tallies) -> None:
    """Count all records of a document that is not there as missed."""
    for kind in _KINDS:
        for wanted in document[kind]:
            if not wanted.get("optional"):
                tallies.judge(kind, f"{document['path']}: not read", right=False)


def run_sample(sample: str, folder: Path) -> Dispute:
    """Run a sample into a new workspace below a folder."""
    workspace, _ = accord.app.demo(folder / sample, sample=sample)
    with workspace:
        return workspace.dispute()


def measure_sample(sample: str) -> Tallies:
    """Run a sample in a temporary place and compare it with its gold."""
    with tempfile.TemporaryDirectory() as folder:
        dispute = run_sample(sample, Path(folder))
    return measure(load_gold(sample), dispute)


def name_metrics(measured: Mapping[str, Tallies]) -> dict[str, float]:
    """Name every figure after its sample, as ``strait.attributions.recall``."""
    return {
        f"{sample}.{name}": round(value, 4)
        for sample, tallies in measured.items()
        for name, value in tallies.figures().items()
    }


def fingerprint() -> str:
    """Hash gold and texts; floors hold only for what they were measured on."""
    digest = hashlib.sha256()
    for sample in SAMPLE_NAMES:
        files = [p for p in (SAMPLES / sample).rglob("*") if p.is_file()]
        for path in [FOLDER / f"{sample}.json", *sorted(files)]:
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _print(sample: str, tallies: Tallies) -> None:
    """Print the table of one sample."""
    print(f"\n{sample:20} recall precision  found / gold  extra")
    for kind, tally in tallies.kinds.items():
        gold = tally.hits + len(tally.misses)
        known_right = None if kind in JUDGED_ONLY else tally.precision
        recall, precision = (
            "    -" if value is None else f"{value:5.2f}"
            for value in (tally.recall, known_right)
        )
        counts = f"{tally.hits:5} / {gold:4}  {len(tally.extras):5}"
        print(f"  {kind:18}  {recall}     {precision}  {counts}")
    for name, (part, whole) in tallies.shares.items():
        print(f"  {name:31} {part / whole if whole else math.nan:5.2f}  of {whole}")


def _print_cases(tallies: Tallies, kinds: Sequence[str]) -> None:
    """Print the cases behind the figures of some kinds."""
    for kind in kinds:
        print(f"\n{kind}: missed or wrong")
        print("\n".join(f"  - {case}" for case in tallies.of(kind).misses))
        print(f"{kind}: not in the gold")
        print("\n".join(f"  + {case}" for case in tallies.of(kind).extras))


def _judge(metrics: Mapping[str, float]) -> list[str]:
    """Hold the figures against the floors, as the common gate does."""
    sys.path.insert(0, str(FOLDER.parent))
    import gate  # noqa: PLC0415 - a script of the folder above

    floors = gate.read_floors(FOLDER / "floors.json")
    breaches: list[str] = gate.judge(fingerprint(), metrics, floors)
    return breaches


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, and with ``--gate`` compare with the floors."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("samples", nargs="*", default=SAMPLE_NAMES)
    parser.add_argument("--workspace", type=Path, help="measure this one as it is")
    parser.add_argument("--misses", action="append", default=[], metavar="KIND")
    parser.add_argument("--gate", action="store_true")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(arguments)
    measured: dict[str, Tallies] = {}
    for sample in options.samples:
        if options.workspace:
            with accord.app.open(options.workspace, create=False) as workspace:
                measured[sample] = measure(load_gold(sample), workspace.dispute())
        else:
            measured[sample] = measure_sample(sample)
        _print(sample, measured[sample])
        _print_cases(measured[sample], options.misses)
    metrics = name_metrics(measured)
    breaches = _judge(metrics) if options.gate else []
    if options.gate:
        print("\n".join(["", *breaches]) if breaches else "\nEvery floor is held.")
    if options.json:
        print(json.dumps({"corpus": fingerprint(), "metrics": metrics}))
    return 1 if breaches else 0


if __name__ == "__main__":
    sys.exit(main())

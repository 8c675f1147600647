"""The echoes that a careful reader finds in the seeds, by file and words.

The list was made twice by reading all ten pairs of the five texts side by side: once with
the room's own links at hand, and once anew before looking at any, which added the last.
All of them join 000 and 004; no other pair reports one utterance (003 and 000 have a
formula of Lavrov's and one of Putin's about security "at the expense of others", said
five months apart). "Bargaining chip" is part of the same report as the words before it.
Where one report is told twice in a document (in a headline and in the text), either
counts, and both may be linked.
"""

import os
import tempfile
from pathlib import Path

import accord

__all__ = ["measure_seeds"]

ROOT = Path(__file__).parents[2]
# Words that only this report has, of the one document and of the other.
ECHOES = (
    ("legally binding provisions", "legally binding provisions"),
    ("half-baked", "half-baked"),
    ("member of NATO", "member of NATO"),
    ("active deterrence", "active deterrence"),
    ("British troops", "British troops"),
    ("working to prevent peace", "working to prevent peace"),
    ("to defend each other", "to defend each other"),
)
FILES = ("000", "004")


def measure_seeds() -> dict[str, float]:
    """Run on the seeds; nothing if they are not at hand."""
    folder = Path(os.environ.get("ACCORD_DATA", ROOT / "../shared/data")) / "seeds"
    if not folder.is_dir():
        print(f"seeds: skipped, {folder} is not there")
        return {}
    with tempfile.TemporaryDirectory() as name, accord.open(name) as workspace:
        workspace.run(folder)
        files = {d.id: Path(d.path).name[:3] for d in workspace.documents()}
        said = {
            a.id: (files[a.document], a.content.text) for a in workspace.attributions()
        }
        links = [x for x in workspace.records("links") if x.kind == "echo"]
    hit: set[tuple[str, str]] = set()
    false = 0
    for link in links:
        (file_a, text_a), (file_b, text_b) = sorted((said[link.a], said[link.b]))
        fits = [pair for pair in ECHOES if pair[0] in text_a and pair[1] in text_b]
        if (file_a, file_b) == FILES and fits:
            hit.update(fits)
        else:
            false += 1
            print(f"  false: {file_a} {text_a!r} + {file_b} {text_b!r}")
    for pair in ECHOES:
        if pair not in hit:
            print(f"  missed: {pair}")
    print(f"seeds: {len(hit)} of {len(ECHOES)} echoes found, {false} false")
    found = len(links) - false
    return {
        "seeds_recall": len(hit) / len(ECHOES),
        "seeds_precision": found / len(links) if links else 0.0,
    }

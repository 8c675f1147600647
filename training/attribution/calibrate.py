"""Fit what the confidence of an exported model means, and write it into its manifest.

    python -m training.attribution.calibrate --data DATA/polnear --model FOLDER

An attribution is right if it is one of the annotators', as ``evals/attribution``
matches them. The fit is a ridge logistic regression by Newton's method on the
development articles; ``evals/attribution/measure.py`` says how well it holds on articles
that it was not fitted on.
"""

import argparse
import json
import sys
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[2] / "evals" / "attribution"))

from calibration import fit, judged
from corpus import read_articles

from accord.adapters.models import Artefact, ModelTagger
from accord.attribute import RuleTagger


def main() -> None:
    """Fit and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument(
        "--raised", type=float, nargs=3, default=[0.0, 0.6, 0.4],
        help="added to the scores of cues, sources, contents; tried 0 to 1 on dev",
    )  # fmt: skip
    parser.add_argument(
        "--leaning", type=float, nargs=2, default=[0.4, 0.2],
        help="weight of being any source, any content; tried 0 to 0.6 on dev",
    )  # fmt: skip
    parser.add_argument(
        "--floor", type=float, default=0.2, help="tried 0 to 0.4 on dev"
    )
    options = parser.parse_args()
    path = options.model / "manifest.json"
    manifest = json.loads(path.read_text())
    manifest |= {
        "raised": options.raised,
        "leaning": options.leaning,
        "floor": options.floor,
    }
    path.write_text(json.dumps(manifest, indent=2) + "\n")
    tagger = ModelTagger(Artefact.find(options.model), RuleTagger())
    articles = read_articles(options.data / "dev.jsonl")
    values, right = judged(tagger, articles)
    weights = fit(np.concatenate(values), np.concatenate(right))
    manifest["confidence"] = [round(float(w), 4) for w in weights]
    path.write_text(json.dumps(manifest, indent=2) + "\n")
    print(manifest["confidence"])


if __name__ == "__main__":
    main()

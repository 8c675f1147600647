"""Let the tests import the scripts that stand in ``evals/planted``."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "evals" / "planted"))

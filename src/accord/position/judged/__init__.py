"""Judged: a trained judge's second opinion, weighed against what the rules read.

``cases`` cuts out what it is asked, ``weighing`` tells how likely each side then is, and
``asking`` makes statements of it.
"""

from accord.position.judged.asking import ask_judge
from accord.position.judged.cases import Candidate, find_candidates

__all__ = ["Candidate", "ask_judge", "find_candidates"]

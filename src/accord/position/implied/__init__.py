"""Implied: sides that words take without naming what they speak of.

``topics`` looks up what is spoken of, ``leanings`` finds exclamations, idioms and
feelings, ``feelings`` who has them in the text's own voice, and ``reading`` makes
statements of them where nothing else does.
"""

from accord.position.implied.anchors import find_anchors, main_issue
from accord.position.implied.reading import read_implied

__all__ = ["find_anchors", "main_issue", "read_implied"]

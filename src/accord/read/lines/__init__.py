"""Lines: how likely each line of a page is part of its article.

In: the units of a text and what the rules say of them. Out: one probability a line.

Method: what a line looks like and which words it holds, what stands around it, and
what the page is like go into boosted trees; a second pass also sees what the first
said of the neighbours. The numbers ship as ``data/lines.npz``;
``docs/models/furniture.md`` is their card, ``training/furniture`` makes them.

Source: [kohlschuetter2010] for looks and neighbours, [wolpert1992] for the two passes.
"""

from accord.read.lines.judge import LineJudge, line_judge

__all__ = ["LineJudge", "line_judge"]

"""Solve: which positions cannot all be met.

In come the position ledger, the statements behind it and the codebook; out come the
smallest sets of positions that exclude each other, each with the statements on both
sides and one plain sentence.

Two positions exclude each other if one answers an issue's question with yes and the
other with no, if they want different options of one issue, or if both say yes to issues
of which the codebook says that they exclude each other. A conditional yes is not held
to be irreconcilable with anything: its condition may be met.

Limits: all sets are pairs. What follows from a case, with demands over several issues at
once, is worked out in the parts: ``draft``, ``conflicts``, ``packages``, ``power``,
``stability``, ``forecast``, ``robust``.
"""

from accord.solve.pairs import find_irreconcilable

__all__ = ["find_irreconcilable"]

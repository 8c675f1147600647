"""Whole: everything that can be solved of a dispute without an analyst.

In comes a dispute; out comes a ``Solution``: knots of demands and what must give, whether
anything can be agreed on, decision rules with veto players, and how the picture changed.

Method: the case is drafted (``draft``) and solved by the parts ``conflicts``,
``packages`` and ``power``, each with bounds that look at no clock, so that the same
dispute always gives the same answer.

Limits: utilities, alternatives and moves stand in no text, so that nothing here rests on
them; whoever knows them edits the case and asks the parts.
"""

from accord.solve.whole.solving import solve_dispute

__all__ = ["solve_dispute"]

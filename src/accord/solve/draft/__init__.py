"""Draft: a case file from the ledger.

In comes a dispute; out comes a case with parties, issues, demands, exclusions and
decision rules, every value with the quotations it rests on and with its status.

Method: a definite position becomes a demand for the options that it accepts, asserted
where somebody is reported to say it; a conditional one becomes a wish.

Limits: nobody's utilities, alternatives or moves stand in a text; they are left for an
analyst. What nobody said is unknown and makes no demand.
"""

from accord.solve.draft.drafting import draft_case

__all__ = ["draft_case"]

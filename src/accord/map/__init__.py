"""Map: who holds what on which issue, and who moved.

In come dossiers with statements, and the codebook; out come the position ledger
(one cell for each actor and issue) and the shifts (dated changes of stance).

The actor of a cell is the body that the speaker speaks for at that date, so that a
minister's words are the government's; where nobody is spoken for it is the speaker.
``roll_up="person"`` keeps people apart, ``"state"`` gathers a state's bodies. The stance of a cell is that of its latest
dated day, its strength the mean over utterances: the same utterance in several
outlets, and copies of a document, count once when links are given.

Limits: weights of outlets and speakers are not modelled; a stance read wrongly from one
sentence makes a shift, which is why the statements of both sides stand beside it, and
how often chance alone would show a change as clear.
"""

from accord.map.ledger import build_ledger
from accord.map.shifts import find_shifts

__all__ = ["build_ledger", "find_shifts"]

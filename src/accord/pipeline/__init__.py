"""The pipeline: runs the rooms in order through the ports.

In: paths. Out: dossiers, failures and whole-pile records in the store. Each
document passes read, attribute, resolve and position on its own, wherever the engine
lets it; then the whole pile is joined, linked, mapped and solved. A key per stage (the
hash of the item's bytes and of every stage up to this one) tells what must be done
again, and work is kept in small transactions, so that a kill loses at most one of them.

It knows no backend: the same run works on any store, engine and fetcher.
"""

from accord.pipeline.chain import Chain, ReadRoom, Room
from accord.pipeline.joined import JoinedView
from accord.pipeline.pile import LINK_NOTICE, PileRooms, pile_key, run_pile
from accord.pipeline.progress import OnProgress, Progress, ignore_progress
from accord.pipeline.run import Tally, catch_up, run_documents

__all__ = [
    "LINK_NOTICE",
    "Chain",
    "JoinedView",
    "OnProgress",
    "PileRooms",
    "Progress",
    "ReadRoom",
    "Room",
    "Tally",
    "catch_up",
    "ignore_progress",
    "pile_key",
    "run_documents",
    "run_pile",
]

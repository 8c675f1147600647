"""What was solved, for readers: the report's section, and pictures.

In come records of what was solved; out come the rows of the section and one SVG for each
picture: the conflict map, efficient packages, the states of a conflict, power as bars.
Each has a title, a key and a caption, as all pictures have.
"""

from accord.present.solving.bars import PowerBar, draw_power_bars
from accord.present.solving.conflict_map import draw_conflict_map
from accord.present.solving.frontier import ShownPackage, draw_frontier, draw_unmet
from accord.present.solving.states import ShownMove, ShownState, draw_states

__all__ = [
    "PowerBar",
    "ShownMove",
    "ShownPackage",
    "ShownState",
    "draw_conflict_map",
    "draw_frontier",
    "draw_power_bars",
    "draw_states",
    "draw_unmet",
]

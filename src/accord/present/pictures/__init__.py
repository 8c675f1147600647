"""Pictures as SVG: networks, matrices, the ledger, statements over time.

In come networks and the ledger; out comes one SVG that stands alone: a title, the
picture, a key, a caption that says what was counted and what was left out, and colours
for a light and for a dark ground. The same data gives the same characters.

Method: nodes are placed by stress majorization from a fixed start [gansner2004], labels
where they touch neither nodes nor each other, on a larger ground if there is no room.
Colours are those of Okabe and Ito [okabe2008]; what colour says, a shape or a stroke
says too. Limits: names are cut to 30 characters; a network of more than some hundred
nodes is a ball of wool in any drawing.
"""

from accord.present.pictures.canvas import STYLE, embed
from accord.present.pictures.grid import draw_ledger_picture, draw_matrix
from accord.present.pictures.network import draw_network
from accord.present.pictures.times import draw_timeline_picture

__all__ = [
    "STYLE",
    "draw_ledger_picture",
    "draw_matrix",
    "draw_network",
    "draw_timeline_picture",
    "embed",
]

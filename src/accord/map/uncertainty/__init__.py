"""What doubt about statements and outlets makes of a network.

In come coded statements and a recipe; out come a network and its polarization with
intervals, and how far each hangs on a single outlet.

Method: the bootstrap. Statements, or whole outlets, are drawn anew with replacement, and
each statement drawn is kept with its confidence; every draw makes a network of its own.

Limits: confidences are not calibrated, so intervals are as wide as these are honest;
statements of one document or outlet hang together, which only the draw of outlets minds.
"""

from accord.map.uncertainty.bootstrap import bootstrap_network
from accord.map.uncertainty.outlets import drop_outlets

__all__ = ["bootstrap_network", "drop_outlets"]

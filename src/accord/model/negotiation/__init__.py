"""Records of negotiation models: games with a decision rule, and graph-model conflicts.

They are what the solve room works on; they need only the standard library. A record
that contradicts itself cannot be made: the constructor raises InputError.
"""

from accord.model.negotiation.game import Combined, Game, Rule, Weighted

__all__ = ["Combined", "Game", "Rule", "Weighted"]

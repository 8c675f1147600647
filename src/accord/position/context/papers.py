"""Papers: nouns for plans and decisions, which stand for what was spoken of before."""

from accord.position.phrases import stem_set

__all__ = ["DECISIONS", "PLANS", "POINTERS"]

#: Nouns for what somebody wants done.
PLANS = stem_set(
    "plan proposal idea scheme project move initiative suggestion bill motion deal step "
    "offer request demand reform measure permit "
    "decree edict ordinance regulation text "
    "blueprint contract petition bid application draft recommendation law legislation package"
)
#: Nouns for how a thing was settled.
DECISIONS = stem_set(
    "decision ruling verdict judgment outcome result vote resolution announcement "
    "refusal rejection veto order"
)
#: Nouns that stand for what was spoken of before.
POINTERS = PLANS | DECISIONS

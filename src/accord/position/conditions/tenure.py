"""Tenure: "as long as I live", "while he is minister", which set no condition.

Who says so means never, or always: the words are as firm as without them.
"""

from accord.position.phrases import Tokens, stem_set

__all__ = ["is_tenure"]

_OWNERS = stem_set("i he she we they it his her our their its my there anyone anybody")
_LIVING = stem_set(
    "live breathe breath govern rule reign command sit hold serve lead run alive exist "
    "last turn remember"
)
_OFFICES = stem_set(
    "minister president premier chancellor mayor chairman chairwoman chair chief head "
    "leader governor boss owner secretary commissioner director king queen alive here "
    "around office power government charge command control job post seat majority"
)
_JOINTS = stem_set("be can could remain stay have hold in at the a an any this")
_NOUNS = stem_set("party government team administration people side breath")
_TOKENS = 7
_LIVING_TOKENS = 3


def is_tenure(tokens: Tokens, body: int) -> bool:
    """Tell whether a clause after "as long as" only says how long somebody stays.

    Args:
        tokens: The document's tokens.
        body: First token after the marker.
    """
    stems = tokens.stems[body : body + _TOKENS]
    if not stems or stems[0] not in _OWNERS:
        return False
    at = 2 if len(stems) > 1 and stems[1] in _NOUNS else 1
    while at < len(stems) and stems[at] in _JOINTS:
        at += 1
    if at == len(stems):
        return False
    stands = at > 1 and stems[at - 1] in _JOINTS
    return (stands and stems[at] in _OFFICES) or (
        stems[at] in _LIVING and at < _LIVING_TOKENS + 1
    )

"""Whether words speak of what is still to come."""

import re

__all__ = ["is_put_ahead", "lies_ahead"]

# "in two weeks" lies ahead only after a word that says so; else it is how long.
_AHEAD = re.compile(
    r"\b(?:will|would|shall|must|due|expected|to\s+be)\b|['’]ll\b", re.IGNORECASE
)
# Such a word stands no further before it than this, in characters.
_NEAR = 80
# What puts a day ahead that is else taken to be past; "would" does not, since it is
# mostly told of what was said on that day.
_PUT_AHEAD = re.compile(
    r"\b(?:will|shall|due|scheduled|planned|slated|expected|expires?|(?:is|are)\s+(?:set|to)"
    r"|set\s+(?:for|to)|going\s+to|plans?\s+to|begins|starts|ends|resumes|opens|closes|takes?\s+(?:place|effect)"
    r"|(?:meets?|sits?|votes?)\s+(?:again|next)|(?:comes?|enters?)\s+into\s+force)\b"
    r"|(?<!\bsaw\s)\b(?i:talks|negotiations|hearings|meetings|classes|services|flights|trains)"
    r"\s+(?:resume|restart|begin|start|open|continue|end)\b"
    r"|['’]ll\b"
)
# Between such a word and its date no clause ends and nobody speaks.
_PARTS = re.compile(
    r"[.,;:!?”\"()\n]|\b(?:said|says|told|announced|warned|added|wrote|reported|confirmed"
    r"|declared|stated|insisted|after|before|since|when|which|who|that|was|were|had)\b"
)
_REACH = 60
_UNTIL = re.compile(
    r"\b(?:until|till|through|by)\s+(?:the\s+|midnight\s+on\s+|noon\s+on\s+)?$",
    re.IGNORECASE,
)
# "It would strike from Monday": a beginning is ahead of what was said.
_FROM = re.compile(r"\b(?:would|could|should)\b[^.,;:]{1,40}\bfrom\s+$")
# "A decision is due before the end of June"
_BEFORE = re.compile(r"\bbefore\s+(?:the\s+)?$")
# "Unions have called a strike from Wednesday"
_CALLED = re.compile(
    r"\b(?:call|announc|plann?|threaten|schedul)\w*\b[^.,;:]{1,40}\b(?:strikes?|walk-?outs?|protests?"
    r"|stoppages?|rally|rallies)\s+(?:from|for|on)\s+$"
)
_PAST = re.compile(r"\b(?:was|were|had|\w{3,}ed|held|kept|ran|stood)\b")


def lies_ahead(text: str, offset: int) -> bool:
    """Tell whether a word shortly before an offset speaks of what is to come."""
    return _AHEAD.search(text, max(0, offset - _NEAR), offset) is not None


def is_put_ahead(text: str, offset: int) -> bool:
    """Tell whether its own clause puts a date ahead: "will sit on", "runs until".

    Example:
        >>> is_put_ahead("They will sit on Monday", 17)
        True
        >>> is_put_ahead("They will sit, she said on Monday", 27)
        False
    """
    low = max(0, offset - _REACH)
    words = list(_PUT_AHEAD.finditer(text, low, offset))
    by = _BEFORE.search(text, low, offset)
    if words and not _PARTS.search(text, words[-1].end(), by.start() if by else offset):
        return True
    if _CALLED.search(text, low, offset):
        return True
    before = text[low:offset]
    if _FROM.search(before):
        return True
    return bool(_UNTIL.search(before)) and not _PAST.search(before)

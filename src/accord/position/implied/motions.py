"""Motions: what was put to the vote where "the Greens voted against" names nothing.

It is what the last sentence before them that tells of a vote was about; not whatever was
mentioned since.
"""

from accord.position.issues import Target
from accord.position.page import Page
from accord.position.phrases import stem_set

__all__ = ["find_motion"]

# What tells of a vote, and of votes on side matters that no codebook names.
_VOTES = stem_set("vote approve adopt pass reject carry defeat ratify endorse")
_SIDE_VOTES = stem_set("amendment motion clause paragraph rider budget resolution")
_VOTE_TOKENS = 500
_BEYOND = frozenset(("but", "although", "while"))
_OBJECT_TOKENS = 12
_PARTS = frozenset(("that", "which", "who", "but", ",", ";"))


def find_motion(page: Page, words: range) -> tuple[bool, Target | None]:
    """Give what was last voted on before the sentence of some words.

    Args:
        page: The document.
        words: Tokens that tell of somebody's vote, and name nothing.

    Returns:
        Whether a vote was told, and what on; None if that is no issue, or one of two.
    """
    stems, scene = page.tokens.stems, page.scene
    begin = page.sentence(words).start
    torn = 0
    for at in range(begin - 1, max(0, begin - _VOTE_TOKENS), -1):
        if at < torn:
            break
        if stems[at] not in _VOTES or not _is_told(page, at):
            continue
        told = page.sentence(range(at, at + 1))
        named = scene.targets_in(told.start, told.stop)
        if len({target.issue for target in named}) > 1:
            # "Rejected a referendum on the tram line" is on the referendum.
            reach = range(at, min(begin, at + _OBJECT_TOKENS))
            stop = next((n for n in reach if stems[n] in _PARTS), reach.stop)
            near = scene.targets_in(at, stop)
            torn = told.start
            if not near:
                continue
            named = near[:1]
        elif named:
            # "Approved the plan but made it known that no studio must go."
            reach = range(at, min(begin, named[0].first))
            if not _BEYOND.isdisjoint(stems[n] for n in reach):
                return True, None
        elif _SIDE_VOTES.isdisjoint(stems[told.start : told.stop]):
            continue
        return True, named[0] if named else None
    return False, None


def _is_told(page: Page, at: int) -> bool:
    """Tell "approved" from "to approve" and "would approve"."""
    tokens = page.tokens
    return at in tokens.inflected or at in tokens.bent

"""Releases: press releases and statements, in which a body speaks as "we".

A release says at its head what it is, and there or in its first sentence whose it is. What
it says in its own voice is that body's position.
"""

import re

__all__ = ["find_house"]

_HEAD_CHARS = 240
_KIND = r"(?:(?:press|media|news) (?:release|statement|notice)|statement)"
_NAME = r"(?:[Tt]he )?([A-Z][\w.&’'-]*(?: (?:(?:of|for|the|and|de) ){0,2}[A-Z][\w.&’'-]*){0,7})"
# "Press release, Delmont Industries", "Statement by the Ferry Users' Guild".
_NAMED_AFTER = re.compile(
    rf"^\W*(?i:{_KIND})(?:\s*[,:–—-]+\s*|\s+(?:by|of|from)\s+){_NAME}\s*(?:\n|[.–—-]\s|$)"
)
# "TV Norr: statement by the board", "Corvane AG - Statement No. 4".
_NAMED_BEFORE = re.compile(rf"^{_NAME}\s*(?:[:–—-]|\s-)\s*(?i:{_KIND})\b")
_HEADED = re.compile(rf"^\W*(?i:(?:for immediate release|{_KIND}))\b[^\n]{{0,80}}\n")
_PARAGRAPH = re.compile(rf"\n\s*{_NAME}\s*(?:\([A-Z]\w*\)\s*)?,?\s+[a-z]")
# Pronouns and days begin sentences as well.
_NO_NAMES = frozenset(
    "we it this our in on at as after following with the a an today yesterday".split()
)


def find_house(text: str) -> str | None:
    r"""Give the body whose release a text is; None if it is none, or nobody's.

    Example:
        >>> find_house(
        ...     "Press release\n\nThe Patients' Forum of Arle views it with concern."
        ... )
        "Patients' Forum of Arle"
        >>> find_house("The Forum read out a statement.") is None
        True
    """
    head = text.lstrip()[:_HEAD_CHARS]
    named = _NAMED_AFTER.match(head) or _NAMED_BEFORE.match(head)
    if named is None and (headed := _HEADED.match(head)):
        named = _PARAGRAPH.search(head, headed.end() - 1)
    if named is None:
        return None
    name = " ".join(named[1].split())
    return None if name.split()[0].lower() in _NO_NAMES else name

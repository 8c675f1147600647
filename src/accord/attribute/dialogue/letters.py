"""Letters pages: a few paragraphs, and under them who wrote them and where."""

import re
from collections.abc import Iterator, Sequence

from accord.attribute.dialogue.spoken import Dialogue, Spoken
from accord.model import Span

__all__ = ["find_letters"]

_HEADING = re.compile(
    r"\W*(?:Letters?(?: to the [Ee]ditor| page)?|Readers[’'] letters|Your (?:say|letters|views)"
    r"|LETTERS(?: TO THE EDITOR)?|YOUR (?:SAY|LETTERS|VIEWS)|Dear [Ee]ditor)\W*",
)
_OPENING = re.compile(
    r"\W*(?:Sir|Madam|Dear (?:Sir|Madam|[Ee]ditor)|To the Editor)\b[,:;.—–-]*"
)
_SIGNATURE = re.compile(
    r"[ \t]*(?:[–—-]{1,2}[ \t]?)?(?P<name>(?:(?:Dr|Prof|Mr|Mrs|Ms|Sir|Capt|Col|Rev|Cllr)\.? )?"
    r"[A-Z][\w’'.-]*(?: (?:[A-Z][\w’'.-]*|de|van|von|der|al|bin))"
    r"{1,3})(?:(?: \([^()\n]{1,20}\))?,[ \t][^\n.!?]{2,60})?[ \t]*"
)
#: From so many signed letters on a page is one of letters, without opening or heading.
_LEAST = 2


def find_letters(text: str, blocks: Sequence[Span]) -> Dialogue:
    """Find the letters of a page on which each is signed at its end.

    Args:
        text: The text with its furniture blanked out.
        blocks: Its paragraphs.
    """
    headed = any(_HEADING.fullmatch(block.of(text)) for block in blocks[:2])
    letters = list(_letters(text, blocks))
    opened = [one for one in letters if _OPENING.match(text, one.content[0].start)]
    if len(letters) < _LEAST or not (headed or len(opened) >= _LEAST):
        return Dialogue()
    return Dialogue(spoken=tuple(letters))


def _letters(text: str, blocks: Sequence[Span]) -> Iterator[Spoken]:
    """Give what stands between one signature and the next."""
    body: list[Span] = []
    for block in blocks:
        signed = _SIGNATURE.fullmatch(text, block.start, block.end)
        if signed is None:
            if not _HEADING.fullmatch(block.of(text)):
                body.append(block)
        elif body:
            yield Spoken(block, Span(*signed.span("name")), None, tuple(body))
            body = []

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
_NAME = (
    r"(?P<name>(?:(?:Dr|Prof|Mr|Mrs|Ms|Sir|Capt|Col|Rev|Cllr)\.? )?"
    r"[A-Z][\w’'.-]*(?: (?:[A-Z][\w’'.-]*|de|van|von|der|al|bin)){1,3})"
)
# "Mara Voss, Larne", "MARA VOSS (by e-mail)", "(Mara Voss, Larne)", "[M. Voss]".
_SIGNATURE = re.compile(
    rf"[ \t]*(?:[–—-]{{1,2}}[ \t]?)?[(\[]?{_NAME}(?: \([^()\n]{{1,30}}\))?"
    r"(?:,[ \t][^\n.!?()\[\]]{2,60})?[)\]]?[ \t]*"
)
# Where a writer lives, on a line of its own: "Port Larne", "Larne, North Arle".
_PLACE = re.compile(
    r"[ \t]*[A-Z][\w’'-]+(?:,? (?:[A-Z][\w’'-]+|on|the|in|upon|of)){0,4}[ \t]*"
)
_WITHHELD = re.compile(
    r"\W*name (?:and address )?(?:withheld|supplied)\b.*", re.IGNORECASE
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
    signed: re.Match[str] | None = None
    for block in blocks:
        after, signed = signed, _SIGNATURE.fullmatch(text, block.start, block.end)
        if _WITHHELD.fullmatch(text, block.start, block.end):
            body, signed = [], None
        elif after and not body and _PLACE.fullmatch(text, block.start, block.end):
            signed = None
        elif signed and body:
            yield Spoken(block, Span(*signed.span("name")), None, tuple(body))
            body = []
        elif not (signed or _HEADING.fullmatch(block.of(text))):
            body.append(block)

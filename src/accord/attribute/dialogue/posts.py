"""Posts: "We back it. — Mara Voss (@mvoss)", "RT @mvoss: We back it."."""

import re
from collections.abc import Iterator, Sequence

from accord.attribute.dialogue.spoken import Dialogue, Spoken
from accord.model import Span

__all__ = ["find_posts"]

_HANDLE = r"@\w[\w.]{0,38}\w"
_SIGNED = re.compile(
    rf"^[ \t]*[—–-]{{1,2}}[ \t]?(?P<name>[^\W\d_@][^\n@()]{{1,60}}?) ?\({_HANDLE}\).*",
    re.MULTILINE,
)
_SHARED = re.compile(
    rf"[ \t“\"]{{0,3}}(?:(?:RT|MT|Via)[ \t]+)?(?P<name>{_HANDLE})(?P<mark>:)[ \t]+(?=\S)"
)
_NAMED = re.compile(
    rf"[ \t]*(?P<name>[A-Z][^\n@():]{{1,60}}?) \({_HANDLE}\)[^\n:]{{0,30}}(?P<mark>:)[ \t]+(?=\S)"
)
#: Links behind a post are no words of it.
_LINKS = re.compile(
    r"(?:[ \t]+(?:https?://\S+|pic\.twitter\.com/\S+|t\.co/\S+))+[ \t]*$"
)


def find_posts(text: str, blocks: Sequence[Span]) -> Dialogue:
    """Find posts with a signature below, and such as a handle introduces.

    Args:
        text: The text with its furniture blanked out.
        blocks: Its paragraphs.
    """
    return Dialogue(spoken=tuple(_posts(text, blocks)))


def _posts(text: str, blocks: Sequence[Span]) -> Iterator[Spoken]:
    """Give the posts in text order."""
    last: Span | None = None
    for block in blocks:
        signed = _SIGNED.search(text, block.start, block.end)
        above = _above(signed, block, last)
        if signed and above:
            label = Span(*signed.span())
            words = _words(text, above)
            yield Spoken(label, Span(*signed.span("name")), None, (words,))
        led = _SHARED.match(text, block.start, block.end)
        led = led or _NAMED.match(text, block.start, block.end)
        if led:
            label = Span(block.start, led.end())
            content = _words(text, Span(led.end(), block.end))
            cue = Span(*led.span("mark"))
            yield Spoken(label, Span(*led.span("name")), cue, (content,))
        last = None if signed or led else block


def _above(signed: re.Match[str] | None, block: Span, last: Span | None) -> Span | None:
    """Return what stands above a signature: the lines of its block, or the last one."""
    if signed is None or not signed.string[block.start : signed.start()].strip():
        return last
    return Span(block.start, signed.start())


def _words(text: str, span: Span) -> Span:
    """Leave out the links behind a post."""
    links = _LINKS.search(text, span.start, span.end)
    return (
        Span(span.start, links.start())
        if links and links.start() > span.start
        else span
    )

"""Back channels told without the word: signals through third parties."""

from collections.abc import Iterator

from accord.model import Mention
from accord.position.reported.contacts.found import (
    BETWEEN,
    NEAR,
    Found,
    distinct,
    is_body,
    list_pattern,
)
from accord.position.reported.sentence import Sentence

__all__ = ["find_signals"]


def find_signals(sentence: Sentence) -> Iterator[Found]:
    """Find back channels told without the word: signals through third parties."""
    text = sentence.text
    signal = list_pattern("signals", r"\b{}\b").search(text)
    if signal is None:
        return
    way = list_pattern("ways", r"\b{}\b").search(text, signal.start())
    way = way or list_pattern("ways", r"\b{}\b").search(text, 0, signal.start())
    if way is None or abs(way.start() - signal.start()) > NEAR:
        return
    start = signal.end() + sentence.span.start
    after = next((m for m in sentence.mentions if m.start >= start), None)
    text = sentence.document.text
    parties: list[Mention] = []
    if after and BETWEEN.fullmatch(text[start : after.start]):
        parties = sentence.list_from(after.start)
    if way.group().lower() in {"through", "via"} and len(distinct(parties)) < 2:
        return
    parties = parties or [m for m in sentence.mentions if is_body(m)]
    yield Found("back-channel", sentence, start, tuple(parties), ())

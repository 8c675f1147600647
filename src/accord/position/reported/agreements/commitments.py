"""Commitments: what a body agrees to work out for somebody, before any text is there."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from accord.model import AgreementStatus, Mention
from accord.position.reported.sentence import Sentence
from accord.text.sieve import Sieve

__all__ = ["Commitment", "find_commitments"]

# "agreed to work out bilateral security guarantees for Orland"
_COMMITS = Sieve(
    r"\b(?:agreed|agree|pledged|undertook|committed|promised)\s+to\s+"
    r"(?:(?P<open>work\s+out|draw\s+up|negotiate|develop|prepare|draft|discuss|conclude|sign)"
    r"|provide|give|grant|extend)\s+"
    r"(?P<kind>(?:[a-z][\w-]*\s+){0,3}(?:guarantees?|commitments?|assurances|agreements?"
    r"|treaty|treaties|pacts?|arrangements?))"
    r"\s+(?:for|to|with)\s+(?:the\s+)?"
)
# In characters: what stands between a body and its verb.
_NAME = re.compile(r"[A-Z][\w’'-]+")
_HELPERS = re.compile(r"\s*(?:[a-z]+\s+){0,4}")


@dataclass(frozen=True, slots=True)
class Commitment:
    """An agreement to make one.

    Attributes:
        parties: Who agrees, and for whom.
        kind: What is to be made, in the text's words.
        status: ``proposed`` while it has to be worked out, else ``drafted``.
        noun: Where it is named.
        verb: Where the verb begins.
    """

    parties: tuple[Mention, ...]
    kind: str
    status: AgreementStatus
    noun: tuple[int, int]
    verb: int


def find_commitments(sentence: Sentence) -> Iterator[Commitment]:
    """Find who agrees to work out or give something to somebody named."""
    text = sentence.document.text
    for match in _COMMITS.finditer(text, sentence.span.start, sentence.span.end):
        before = [m for m in sentence.mentions if m.end <= match.start()]
        given = _named_at(sentence, match.end())
        if not before or given is None:
            continue
        if not _HELPERS.fullmatch(text, before[-1].end, match.start()):
            continue
        yield Commitment(
            (*sentence.list_until(before[-1].end), given),
            " ".join(match["kind"].split()),
            "proposed" if match["open"] else "drafted",
            match.span("kind"),
            match.start(),
        )


def _named_at(sentence: Sentence, start: int) -> Mention | None:
    """Find who is named at a place; a capital may be named as an actor elsewhere only."""
    here = next((m for m in sentence.mentions if m.start == start), None)
    name = _NAME.match(sentence.document.text, start, sentence.span.end)
    if here is not None or name is None:
        return here
    known = next((m for m in sentence.known if m.text == name[0]), None)
    return known and replace(known, start=start, end=name.end())

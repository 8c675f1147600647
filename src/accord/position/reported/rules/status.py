"""Whether a rule is in force or only wanted, and what sets it in motion."""

import re
from collections.abc import Iterator, Sequence

from accord.model import MechanismStatus
from accord.position.reported.rules.bodies import mechanism_words
from accord.position.reported.sentence import Sentence

__all__ = ["find_triggers", "status_of"]

_STATUSES: tuple[MechanismStatus, ...] = ("demanded", "agreed")
_TRIGGER = re.compile(
    r"(?<!only\s)\b(?:[Ii]f|[Ww]hen|[Ii]n\s+the\s+event\s+(?:of|that)|[Ii]n\s+case\s+(?:of)?|[Aa]s\s+soon\s+as"
    r"|[Oo]nce|[Bb]efore\s+any)\s+([^,.;]{4,120})"
)
_MUST = re.compile(r"\bmust\b")
_NOT_AGREED = re.compile(r"\bnot\s+(?:yet\s+)?agreed\b")
# "Under Cairo's draft": what somebody wants.
_DRAFT = re.compile(r"\b[Uu]nder\s+[\w’' ]{2,40}['’]s?\s+(?:draft|plan|proposal)\b")
# What is told beside the rule: "Orland, which wants a deal, would need", "those who want".
_BESIDE = re.compile(r",\s+(?:which|who)\s[^,;]*(?=,)|\b(?:who|that)\s+wants?\b")
# "is settled by": what happens, not what happened.
_IS_DONE = re.compile(r"\b(?:is|are|be)\s+(?:settled|approved|adopted|agreed|signed)\b")
_PLAN = re.compile(
    r"\b(?:plan|proposal|draft|idea|bill)\b[^.;,]{0,40}\s(?:would|should)\b|\bwould\s+like\b",
    re.IGNORECASE,
)


def status_of(sentence: Sentence, at: int | None = None) -> MechanismStatus:
    """Tell whether a rule is only wanted, or was settled.

    Args:
        sentence: The sentence that tells it.
        at: Where the words of the rule begin, so that only what stands before them
            counts; None if the whole sentence tells it.
    """
    text = sentence.text
    if at is not None:
        before, after = (
            text[: at - sentence.span.start],
            text[at - sentence.span.start :],
        )
        text = f"{before} {' '.join(after.split()[:2])}"
    text = _BESIDE.sub("", text)
    if at is not None:
        if _PLAN.search(text):
            return "demanded"
        text = _IS_DONE.sub("", text)
    if not _is_said(sentence):
        # Who must do something when a trigger is pulled demands nothing.
        text = _MUST.sub("", text)
    if _DRAFT.search(text) or _NOT_AGREED.search(text):
        return "demanded"
    for status in _STATUSES:
        if mechanism_words(status).search(text):
            return status
    return "described"


def _is_said(sentence: Sentence) -> bool:
    """Tell whether somebody says that something must be so, and not the text itself."""
    must = _MUST.search(sentence.text)
    return (
        must is not None
        and sentence.said_by(sentence.span.start + must.start()) is not None
    )


def find_triggers(scope: Sequence[Sentence]) -> Iterator[str]:
    """Find what sets a body in motion."""
    for sentence in scope:
        for match in _TRIGGER.finditer(sentence.text):
            yield " ".join(match[1].split())

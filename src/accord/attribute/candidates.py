"""Candidates: cues with the source and content that grammar gives them."""

from dataclasses import dataclass

__all__ = ["Candidate", "Range"]

#: First token and one past the last, in a passage.
Range = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A cue that may report something.

    Attributes:
        kind: ``verb``, ``passive``, ``noun``, ``adjective``, ``phrase`` or
            ``headline``.
        lemma: The cue's dictionary form.
        form: The verb's form in its sentence: finite, infinitive, participle, ...
        frame: What the content looks like: quote, that, clause, wh, to, ing, object,
            a preposition, or post (the content stands before).
        source: Ranges of the source's tokens; empty if there is none.
        cue: Ranges of the cue's tokens.
        content: Ranges of the content's tokens, in order.
        via: Range of the words that name who passed it on; None if nobody.
    """

    kind: str
    lemma: str
    form: str
    frame: str
    source: tuple[Range, ...]
    cue: tuple[Range, ...]
    content: tuple[Range, ...]
    via: Range | None = None

"""Words: what somebody says, and the side that is read from it."""

from dataclasses import dataclass

from accord.position.acts import ActReading
from accord.position.conditions.extent import Condition
from accord.position.parties import Voice

__all__ = ["Reading", "Words"]


@dataclass(frozen=True, slots=True)
class Words:
    """What somebody says, with what is already known of it.

    Attributes:
        content: Tokens of the content.
        act: The act read.
        voice: Who speaks.
        condition: The condition within the content; None if there is none.
    """

    content: range
    act: ActReading
    voice: Voice
    condition: Condition | None


@dataclass(frozen=True, slots=True)
class Reading:
    """A side taken at one place.

    Attributes:
        sign: 1 for yes to the issue's question, -1 for no, 0 if no side is taken.
        weight: In [0, 1].
        certainty: In [0, 1]; how sure the way of reading is.
        cues: What decided, as (first token, one past the last, what it says).
        conditional: Whether it holds under a condition only.
        pole: Whether the place is one of the codebook's poles.
        rule: What makes a stance of it, as ``governed`` or ``judged``.
    """

    sign: int
    weight: float
    certainty: float
    cues: tuple[tuple[int, int, str], ...]
    conditional: bool = False
    pole: bool = False
    rule: str = ""

"""Judges a text where rules do not suffice: whose side, which act, whose fault."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

__all__ = [
    "ActCase",
    "ActJudge",
    "CriticismCase",
    "CriticismJudge",
    "Sides",
    "StanceCase",
    "StanceJudge",
]


@dataclass(frozen=True, slots=True)
class StanceCase:
    """What is asked about one text.

    Attributes:
        text: What somebody says or does, in one or two sentences.
        motion: A sentence or a question that one may support or oppose.
        speaker: Whose side is asked for; empty if it is the text's own.
        before: What stands before the text, where the text does not name the matter.
    """

    text: str
    motion: str
    speaker: str = ""
    before: str = ""


@dataclass(frozen=True, slots=True)
class Sides:
    """How likely each side is; they sum to 1.

    Attributes:
        support: That the text supports the motion.
        oppose: That it opposes it.
        neither: That it takes no side on it.
        conditional: That it supports or opposes it under a condition only.
    """

    support: float
    oppose: float
    neither: float
    conditional: float = 0.0


class StanceJudge(Protocol):
    """Judges on which side of a motion a text stands.

    Attributes:
        producer: Its name and version; changes whenever its output may.
    """

    producer: str

    def judge(self, cases: Sequence[StanceCase]) -> tuple[Sides, ...]:
        """Judge cases, each on its own.

        Returns:
            One answer a case, in their order; it depends on the case alone.

        Cost:
            Linear in the number of cases; long texts are cut.
        """
        ...


@dataclass(frozen=True, slots=True)
class ActCase:
    """What is asked about one deed or word.

    Attributes:
        text: A sentence.
        source: Where the words for who acts begin and end in it; None if nobody.
        target: The same for whom it is aimed at; None if nobody.
        rule: The PLOVER root that rules read; None if none.
        acts: Ids of all acts whose words stand in the sentence.
    """

    text: str
    source: tuple[int, int] | None
    target: tuple[int, int] | None
    rule: str | None = None
    acts: tuple[str, ...] = ()


class ActJudge(Protocol):
    """Judges which PLOVER root code a sentence has.

    Attributes:
        producer: Its name and version; changes whenever its output may.
    """

    producer: str

    def judge(self, cases: Sequence[ActCase]) -> tuple[dict[str, float], ...]:
        """Judge cases, each on its own.

        Returns:
            For each case the probability of each root; they sum to 1.
        """
        ...


@dataclass(frozen=True, slots=True)
class CriticismCase:
    """What is asked about one sentence of a speaker.

    Attributes:
        text: The sentence, as the speaker puts it.
        target: Where words name the actor asked about; none if anybody will do.
        others: Where words name other actors.
    """

    text: str
    target: tuple[tuple[int, int], ...]
    others: tuple[tuple[int, int], ...] = ()


class CriticismJudge(Protocol):
    """Judges whether a speaker's words find fault with an actor.

    Attributes:
        producer: Its name and version; changes whenever its output may.
    """

    producer: str

    def judge(self, cases: Sequence[CriticismCase]) -> tuple[float, ...]:
        """Judge cases, each on its own.

        Returns:
            For each case a share in [0, 1]: from .5 on it rather does than not.
        """
        ...

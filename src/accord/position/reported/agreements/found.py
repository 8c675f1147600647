"""An agreement in one sentence, and which of them are the same one."""

from dataclasses import dataclass

from accord.model import AgreementStatus, Mention
from accord.position.reported.sentence import Sentence

__all__ = ["Found", "Retold"]

# What any agreement may be called when it is spoken of again.
_ANY = frozenset(
    "agreement deal accord pact text document settlement bargain compromise".split()
)
_ALIKE = {"cease-fire": "truce", "ceasefire": "truce", "treatie": "treaty"}
_PARTIES = 2


@dataclass(frozen=True, slots=True)
class Found:
    """An agreement in one sentence.

    Attributes:
        sentence: The sentence.
        parties: Who agrees, as far as the sentence tells.
        kind: What it is called.
        status: How far it has come.
        noun: Where it is named.
        verb: Where the word begins that tells the status.
        known: Whether it is spoken of as known, as "the deal".
        weak: Whether the status only follows from what is said of it besides.
        year: The year it is called by; None if by none.
    """

    sentence: Sentence
    parties: tuple[Mention, ...]
    kind: str
    status: AgreementStatus
    noun: tuple[int, int]
    verb: int
    known: bool = False
    weak: bool = False
    year: str | None = None

    @property
    def names(self) -> frozenset[str]:
        """What its parties are known by."""
        return frozenset(m.actor or m.name for m in self.parties)


class Retold:
    """One agreement, as sentence after sentence tells it.

    Args:
        first: The first sentence that tells it.

    Attributes:
        told: What each sentence tells, in text order; at least one.
    """

    def __init__(self, first: Found) -> None:
        self.told: list[Found] = []
        self._sorts: set[str] = set()
        self._years: set[str] = set()
        self._names: frozenset[str] = frozenset()
        self._is_headline = True
        self.add(first)

    def add(self, found: Found) -> None:
        """Take in one more sentence."""
        self.told.append(found)
        self._sorts |= {_sort(found.kind)} - _ANY
        self._years |= {found.year} if found.year else set()
        below = self._is_headline and found.sentence.line > 0
        self._is_headline &= found.sentence.line == 0
        # The text below a headline knows better who they are.
        known = frozenset[str]() if below and found.names else self._names
        self._names = max(known, found.names, key=len)

    def is_told_by(self, found: Found) -> bool:
        """Tell whether this is the agreement that a further sentence tells.

        Two that name the same parties are one unless they are of two sorts: a truce
        and a protocol. Where fewer are named, "the deal" is the one of that sort told
        before, and so is what only the headline told.
        """
        if self._is_of_another_sort(found):
            return False
        if found.year and not self._years and self._is_older(found.year):
            return self._is_headline
        if self._is_headline and not any(m.actor for m in self.told[0].parties):
            # A headline says "nurses and hospitals" of those whom the text names.
            return True
        if min(len(self._names), len(found.names)) >= _PARTIES:
            return self._names == found.names
        if found.names - self._names and (self._names or self._years):
            # "The agreement with Belm" is not the pact of 2008.
            return self._is_headline
        return (found.known and not found.year) or self._is_headline

    def _is_of_another_sort(self, found: Found) -> bool:
        """Tell a truce from a protocol, and the pact of one year from that of another."""
        sorts = self._sorts and _sort(found.kind) not in self._sorts | _ANY
        years = self._years and found.year and found.year not in self._years
        return bool(sorts or years)

    def _is_older(self, year: str) -> bool:
        """Tell whether a year is past where this agreement is the news."""
        published = self.told[0].sentence.document.published
        day = published and published.start
        news = any(not found.weak for found in self.told)
        return bool(news and day and int(year) < day.year)


def _sort(kind: str) -> str:
    """Name the sort of an agreement by its last word."""
    word = kind.rsplit(maxsplit=1)[-1].removesuffix("s")
    return _ALIKE.get(word, word)

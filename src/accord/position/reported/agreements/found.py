"""An agreement in one sentence, and which of them are the same one."""

from collections.abc import Sequence
from dataclasses import dataclass

from accord.model import AgreementStatus, Mention
from accord.position.reported.sentence import Sentence

__all__ = ["Found", "is_one"]

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


def is_one(group: Sequence[Found], found: Found) -> bool:
    """Tell whether an agreement was told before.

    Two that name the same parties are one unless they are of two sorts: a truce and a
    protocol. Where fewer are named, "the deal" is the one of that sort told before,
    and so is what only the headline told.
    """
    sorts = {_sort(one.kind) for one in group} - _ANY
    if sorts and _sort(found.kind) not in sorts | _ANY:
        return False
    years = {one.year for one in group if one.year}
    if years and found.year and found.year not in years:
        return False
    names = max((one.names for one in group), key=len)
    if min(len(names), len(found.names)) >= _PARTIES:
        return names == found.names
    headline = all(one.sentence.line == 0 for one in group)
    return (found.known and not found.year) or headline


def _sort(kind: str) -> str:
    """Name the sort of an agreement by its last word."""
    word = kind.rsplit(maxsplit=1)[-1].removesuffix("s")
    return _ALIKE.get(word, word)

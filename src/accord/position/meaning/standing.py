"""Standing: keeping a thing as it is where the question asks for a change.

Whoever wants the retirement age to stay at 65 answers "Should it be raised?" with no, though
keeping is for most things.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from accord.model import Codebook, Issue
from accord.position.meaning.figures import Figure, find_figures
from accord.position.meaning.operators import Operator
from accord.position.meaning.questions import find_main
from accord.position.phrases import Tokens, stem_set, tokenise

__all__ = ["Standing", "read_standing"]

_KEEPING = stem_set("keep stay remain leave hold maintain retain preserve freeze")
_RISING = stem_set("raise increase hike lift double triple heighten")
# A term that names the rise itself is for it, whatever is kept.
_RISES = stem_set("rise increase hike raise doubling")
_UNCHANGED = stem_set("unchanged untouched unaltered")
_AS = ("as", "where", "how", "the")
_IS = (("it", "be"), ("they", "be"), ("be",), ("way", "it"), ("way", "they"))
_LEVEL = stem_set("present current existing its today's")
_MARK_TOKENS = 4


@dataclass(frozen=True, slots=True)
class Standing:
    """Which issues ask for a change.

    Attributes:
        rising: The issues that ask for more of a thing.
        figures: Of each issue that does not itself ask to keep a thing, the figures it names.
        amounts: Of each issue the amounts it names.
    """

    rising: frozenset[int] = frozenset()
    figures: Mapping[int, frozenset[str]] = field(default_factory=dict)
    amounts: Mapping[int, tuple[Figure, ...]] = field(default_factory=dict)

    def keeps(self, tokens: Tokens, op: Operator, place: range, issue: int) -> bool:
        """Tell "should stay at 65" where the question is whether to raise it.

        Args:
            tokens: The words of the document.
            op: The word that keeps, or not.
            place: Where the thing is named.
            issue: Place of the issue in the codebook.
        """
        stems = tokens.stems
        keeps = not _KEEPING.isdisjoint((stems[op.first], stems[op.last - 1]))
        if not keeps or issue not in self.figures:
            return False
        named = stems[place.start : place.stop]
        if issue in self.rising and _RISES.isdisjoint(named):
            return True
        return _is_as_before(stems, max(op.last, place.stop), self.figures[issue])


def _is_as_before(stems: Sequence[str], begin: int, asked: frozenset[str]) -> bool:
    """Find "at 65", "unchanged" or "as it is" right after a thing that is kept."""
    for at in range(begin, min(len(stems), begin + _MARK_TOKENS)):
        if stems[at] in _UNCHANGED:
            return True
        following = stems[at + 1 : at + 3]
        if stems[at] == "at" and following:
            figure = following[0][:1].isdigit() and following[0] not in asked
            return figure or following[0] in _LEVEL
        if stems[at] in _AS and (following in _IS or following[:1] in _IS):
            return True
        if not stems[at].isalpha():
            return False
    return False


def read_standing(codebook: Codebook) -> Standing:
    """Read which issues of a codebook ask for a change."""
    issues = list(enumerate(codebook.issues))
    return Standing(
        frozenset(place for place, issue in issues if _asks_for_more(issue)),
        {
            place: frozenset(
                w for w in tokenise(issue.question).stems if w[:1].isdigit()
            )
            for place, issue in issues
            if _KEEPING.isdisjoint(tokenise(issue.question).stems)
        },
        {
            place: found
            for place, issue in issues
            if (found := tuple(find_figures(tokenise(issue.question).stems)))
        },
    )


def _asks_for_more(issue: Issue) -> bool:
    """Tell "Should the age be raised?"."""
    tokens = tokenise(issue.question)
    verb = find_main(tokens)
    return verb is not None and tokens.stems[verb.first] in _RISING

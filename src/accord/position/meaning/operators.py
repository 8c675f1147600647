"""Operators: words that are for or against what they govern, or that turn it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Protocol, TypeVar

from accord.position.parties import BODIES, OFFICES
from accord.position.phrases import (
    SENTENCE_END,
    Hit,
    PhraseIndex,
    Tokens,
    load_table,
    phrase_stems,
    stem_set,
)

__all__ = ["Operator", "drop_names", "find_operators", "is_parted"]

_KINDS: Mapping[str, int] = {
    "more": 1, "less": -1, "further": 1, "against": -1, "hold_for": 1, "hold_against": -1, "good": 1, "bad": -1,
}  # fmt: skip
_SOMEWHERE = stem_set("to toward towards into on ahead through further beyond back")
_PARTICLES = stem_set(
    "closed shut pass enter stay dock land cross return stand over back out down through away off up in from ice hold alone force place intact untouched "
    "unchanged standing where forward about into visit inspect secret confidential hidden sealed locked"
)
_STAYING = stem_set("stay remain")
# "Must stay shut" wants no more of it than "must be shut".
_SHUT = stem_set(
    "shut closed out outside away off secret confidential hidden sealed locked banned barred "
    "forbidden illegal suspended frozen prohibited"
)
_PAIR = 2
_ARTICLES = frozenset(("a", "an", "the"))
# "Kept the bill from passing".
_KEEPS = stem_set("keep hold")
_EVER = frozenset(("ever", "even", "again"))
_KEPT_TOKENS = 9
_FAILING = stem_set("fail fall collapse lapse die expire founder sink unravel crumble")
_EXCHANGING = stem_set("replace swap")
_LISTS = frozenset(("and", "or", "nor", ","))


@dataclass(frozen=True, slots=True)
class Operator:
    """A word that is for or against what it governs, or that turns it.

    Attributes:
        first: Its first token.
        last: One past its last token.
        kind: ``further``, ``against``, ``more``, ``less``, ``hold_for``,
            ``hold_against``, ``good``, ``bad``, ``negation``, ``obliging``,
            ``intending``, ``possible`` or ``weak``.
        sign: 1 or -1; 0 for the last four.
    """

    first: int
    last: int
    kind: str
    sign: int


@cache
def _operator_index() -> PhraseIndex[tuple[str, int]]:
    """Look for all words of the polarity lexicon at once."""
    return PhraseIndex(_operators())


def _operators() -> Iterator[tuple[str, tuple[str, int]]]:
    table = load_table("polarity.yaml")
    for phrase in table["no_negators"]:
        yield phrase, ("", 0)
    for kind in ("obliging", "intending", "possible"):
        for phrase in table[kind]:
            yield phrase, (kind, 0)
    for phrase in table["weak"]:
        yield phrase, ("weak", 0)
    for phrase in table["negators"]:
        yield phrase, ("negation", -1)
    # A word in two lists keeps both labels; judgements are read where nothing else is.
    seen: set[tuple[str, ...]] = set()
    for kind, sign in _KINDS.items():
        for phrase in table[kind]:
            if phrase_stems(phrase) not in seen:
                seen.add(phrase_stems(phrase))
                yield phrase, (kind, sign)


def find_operators(tokens: Tokens) -> list[Operator]:
    """Find the words that are for or against something, in text order."""
    return [
        op
        for hit in _operator_index().find_outermost(tokens)
        if hit.label[0] and not _goes_somewhere(tokens, hit)
        for op in _operators_of(tokens, hit)
    ]


def _goes_somewhere(tokens: Tokens, hit: Hit[tuple[str, int]]) -> bool:
    """Tell "should go to the poor" from "should go"."""
    ends = hit.label[0] == "bad" and tokens.stems[hit.last - 1] == "go"
    return ends and not _SOMEWHERE.isdisjoint(tokens.stems[hit.last : hit.last + 1])


def _operators_of(tokens: Tokens, hit: Hit[tuple[str, int]]) -> Iterator[Operator]:
    """Part "must stay | shut" from "must stay"."""
    stems, last = tokens.stems, hit.last
    stays = last - hit.first > 1 and stems[last - 1] in _STAYING
    if stays and stems[last] in _SHUT and hit.label[1] > 0:
        yield Operator(hit.first, last - 1, "obliging", 0)
        yield Operator(last - 1, last + 1, "against", -1)
    else:
        yield _operator(tokens, hit)


def _operator(tokens: Tokens, hit: Hit[tuple[str, int]]) -> Operator:
    """Make an operator of a hit; who keeps a thing from running is against it."""
    kind, sign = hit.label
    if tokens.stems[hit.first] in _KEEPS:
        if sign > 0 and _keeps_from(tokens, hit.last):
            kind, sign = "against", -1
        elif sign < 0 and _keeps_from(tokens, hit.last - _PAIR):
            # "Keep the mill from closing" looks like "keep the mill closed".
            kind, sign = "further", 1
    return Operator(hit.first, _end_of(tokens, hit), kind, sign)


def _keeps_from(tokens: Tokens, begin: int) -> bool:
    """Tell "keep the reactor from ever running" from "keep the reactor"."""
    stems = tokens.stems
    for at in range(begin, min(len(stems) - 1, begin + _KEPT_TOKENS)):
        if not stems[at].isalpha():
            return False
        if stems[at] == "from":
            verb = at + 2 if stems[at + 1] in _EVER else at + 1
            return verb in tokens.gerunds and stems[verb] not in _FAILING
    return False


def _end_of(tokens: Tokens, hit: Hit[tuple[str, int]]) -> int:
    """End "give the throne back" after its verb: what stands between is governed."""
    split = hit.last - hit.first > _PAIR and tokens.stems[hit.last - 1] in _PARTICLES
    return hit.first + 1 if split else hit.last


# So many plain words around show that a capital letter says something.
_AROUND_TOKENS = 12
_FEWEST_PLAIN = 3


class _Placed(Protocol):
    """Words found at a place."""

    @property
    def first(self) -> int: ...


_P = TypeVar("_P", bound=_Placed)


def drop_names(found: Sequence[_P], tokens: Tokens, text: str) -> list[_P]:
    """Leave out words within names: "Doctors Without Limits", "Free Streets".

    In headlines, where most words have a capital, all are kept.
    """
    return [one for one in found if not _is_name(one.first, tokens, text)]


def _is_name(at: int, tokens: Tokens, text: str) -> bool:
    """Tell a word with a capital beside another one, within a sentence of plain words."""
    if _is_portfolio(at, tokens, text):
        return True
    if at < 1 or not _is_capital(at, tokens, text):
        return False
    if tokens.stems[at - 1] == SENTENCE_END or not tokens.stems[at - 1].isalpha():
        return False
    following = at + 1 < len(tokens.stems) and tokens.stems[at + 1].isalpha()
    beside = _is_capital(at - 1, tokens, text) or (
        following and _is_capital(at + 1, tokens, text)
    )
    around = range(
        max(0, at - _AROUND_TOKENS), min(len(tokens.stems), at + _AROUND_TOKENS)
    )
    plain = sum(
        len(tokens.stems[n]) > _FEWEST_PLAIN and text[tokens.starts[n]].islower()
        for n in around
    )
    return beside and plain >= _FEWEST_PLAIN


def _is_portfolio(at: int, tokens: Tokens, text: str) -> bool:
    """Tell "Finance Minister Berg", who may open a sentence, from "Finance it"."""
    following = at + 1
    return (
        following < len(tokens.stems)
        and tokens.stems[following] in OFFICES | BODIES
        and _is_capital(at, tokens, text)
        and _is_capital(following, tokens, text)
    )


def _is_capital(at: int, tokens: Tokens, text: str) -> bool:
    """Tell a word with a first capital letter from one in capitals."""
    word = text[tokens.starts[at] : tokens.ends[at]]
    return word[:1].isupper() and not (len(word) > 1 and word.isupper())


def is_parted(stems: Sequence[str], op: Operator, place: int) -> bool:
    """Tell "a cap on rents and a pay rise": the cap, a noun, has nothing to do with pay.

    Nor is what a thing is replaced by what is given up.
    """
    if stems[op.first] in _EXCHANGING and op.last - op.first > 1:
        return True
    article = next(
        (
            word
            for word in reversed(stems[max(0, op.first - 2) : op.first])
            if word in _ARTICLES
        ),
        None,
    )
    if article is None:
        return False
    again = ("a", "an") if article in ("a", "an") else (article,)
    return any(
        stems[at] in _LISTS and stems[at + 1] in again
        for at in range(op.last, place - 1)
    )

"""Kin: nouns that stand for one another in one dispute, "the treaty" and "the accord".

A codebook names a thing once or twice; a text varies the noun. Only what is definite and says
nothing more of itself is taken so: "the accord", not "an accord" or "the accord on fish".
"""

from collections.abc import Mapping, Sequence
from functools import cache

from accord.model import Codebook, Issue
from accord.position.meaning.pointing import points_of
from accord.position.meaning.questions import is_content, read_deed, read_terms
from accord.position.meaning.roots import root
from accord.position.phrases import (
    GAP,
    SENTENCE_END,
    Tokens,
    load_lines,
    phrase_stems,
    stem,
    stem_set,
    tokenise,
)

__all__ = ["GENERAL", "find_kin", "is_kin", "with_kin"]

#: Last nouns that stand for nothing in particular.
GENERAL = stem_set(
    "agreement aid area access body case change claim company condition control "
    "country cost crossing day deal decision demand duty end fee figure firm force "
    "fund goal good government group help issue law level market matter measure "
    "member membership mission money month move need number offer order part party "
    "people plan power point policy position price process programme project proposal "
    "question rate release report right role round rule service share side state step "
    "structure support system talk target team term time treaty unit use vote way week "
    "work world worker year zone payment deployment recognition supply line "
    "metre kilometre mile tonne ton euro dollar pound percent month day hour minute date"
)
_DEFINITE = stem_set("the this that these those such any")
_INDEFINITE = stem_set("a an")
# After "a levy", these begin something new: no "levy fund".
_AFTER_NOUN = stem_set(
    "if provided unless but or when until because before after while once so as be would will "
    "could should must can may might have rather instead"
)
# Of these there are many: "an accord" is another one.
_PARTICULAR = stem_set("treaty accord agreement pact deal convention contract")
# After the noun, these say more of it: "the ban on nets".
_SAYS_MORE = stem_set(
    "of on for to with between over against in from at that which who"
)
_AWAY = stem_set("from out off")
_BEFORE_TOKENS = 2
_ADJUNCT_TOKENS = 6
# "Recommended the offer in September" says only when.
_WHEN = stem_set("in on from at")
_TIMES = stem_set(
    "january february march april may june july august september october november december "
    "monday tuesday wednesday thursday friday saturday sunday spring summer autumn winter first "
    "last next day week month year start beginning outset once"
)
_TIME_TOKENS = 3
_MORE_TOKENS = 3


def find_kin(codebook: Codebook) -> Mapping[str, tuple[int, int]]:
    """Map each noun of kin with a term of one issue alone to that issue and the sign."""
    own = _users(codebook)
    heads: set[str] = set()
    found: dict[str, set[tuple[int, int]]] = {}
    for place, issue in enumerate(codebook.issues):
        terms = issue.terms or read_terms(issue)
        named = phrase_stems(issue.id)
        if _may_name(named, issue.question) and own.get(named[0], {place}) == {place}:
            # Who made the codebook calls it so: "the floor" for a guaranteed minimum.
            sign = points_of(issue.question, (*terms, issue.id), issue.id)
            heads.add(named[0])
            found.setdefault(named[0], set()).add((place, sign))
        for noun in _deed_nouns(issue):
            found.setdefault(noun, set()).add((place, 1))
        for term in terms:
            words = phrase_stems(term)
            if not words or GAP in words:
                continue
            sign = points_of(issue.question, terms, term)
            kindred = _kin_of(words[-1]) if _is_named(words[-1], issue.question) else []
            if kindred and len(words) > 1 and own.get(words[-1]) == {place}:
                # "The permission" for "ministerial permission".
                heads.add(words[-1])
                kindred.append(words[-1])
            for kin in kindred:
                found.setdefault(kin, set()).add((place, sign))
    return {
        kin: next(iter(places))
        for kin, places in found.items()
        if len(places) == 1 and (kin not in own or kin in heads)
    }


def with_kin(thing: str) -> frozenset[str]:
    """Give a thing, as its root, and the roots of the nouns that may stand for it."""
    return frozenset((thing, *map(root, _kin_of(thing))))


def _deed_nouns(issue: Issue) -> Sequence[str]:
    """Give the nouns for what a question wants done: "an extension" for renewing a lease."""
    deed = read_deed(issue)
    return _nouns_of_verbs().get(stem(deed[0]), ()) if deed else ()


@cache
def _nouns_of_verbs() -> Mapping[str, Sequence[str]]:
    """Read the nouns for deeds, by the stem of the verb."""
    rows = (line.split() for line in load_lines("deeds.txt"))
    return {stem(verb): tuple(map(stem, nouns)) for verb, *nouns in rows}


def _users(codebook: Codebook) -> Mapping[str, set[int]]:
    """Map each word to the issues that use it."""
    users: dict[str, set[int]] = {}
    for place, issue in enumerate(codebook.issues):
        poles = (*issue.poles.support, *issue.poles.oppose)
        for phrase in (issue.question, *issue.terms, *poles):
            for word in phrase_stems(phrase):
                users.setdefault(word, set()).add(place)
    return users


def _may_name(words: Sequence[str], question: str) -> bool:
    """Tell an issue's id that may stand for what the issue asks about."""
    says = len(words) == 1 and is_content(words[0]) and words[0] not in GENERAL
    return says and _is_named(words[0], question)


def _is_named(word: str, question: str) -> bool:
    """Tell what is asked about from where it is done: "be banned from the zone"."""
    asked = tokenise(question).stems
    if word not in asked:
        return True
    at = asked.index(word)
    return _AWAY.isdisjoint(asked[max(0, at - _ADJUNCT_TOKENS) : at])


def _kin_of(word: str) -> list[str]:
    """Give the nouns that may stand for a noun, itself left out."""
    near = {kin for one in _classes() if word in one for kin in one}
    return sorted(near - {word})


@cache
def _classes() -> Sequence[frozenset[str]]:
    """Read the nouns that stand for one another."""
    return tuple(map(stem_set, load_lines("kin.txt")))


def is_kin(tokens: Tokens, at: int, asked: frozenset[str]) -> bool:
    """Tell "the accord" from "an accord" and "the accord on fish".

    Args:
        tokens: The document's words.
        at: Where the noun stands.
        asked: The words of the issue's question; "the entry of Arle" and "Arle's entry" are
            meant where it asks about Arle.
    """
    stems = tokens.stems
    before = stems[max(0, at - _BEFORE_TOKENS) : at]
    if SENTENCE_END in before or at in tokens.capitals or at in tokens.bent:
        # "The Left List" is no list.
        return False
    after = stems[at + 1] if at + 1 < len(stems) else SENTENCE_END
    owned = at - 1 in tokens.owners and stems[at - 1] in asked
    if _DEFINITE.isdisjoint(before) and not owned:
        # "Voted for a delay", but not "a swap shop".
        alone = bool(before) and before[-1] in _INDEFINITE
        alone = alone and (not after.isalpha() or after in _AFTER_NOUN)
        return alone and stems[at] not in _PARTICULAR
    if after not in _SAYS_MORE or (after in _WHEN and _is_time(stems, at + 2)):
        return True
    return not asked.isdisjoint(stems[at + 2 : at + 2 + _MORE_TOKENS])


def _is_time(stems: Sequence[str], begin: int) -> bool:
    """Tell "from the first day" and "in 2031" from "in the north"."""
    lead = stems[begin : begin + _TIME_TOKENS]
    first = lead[1:2] if lead[:1] == ("the",) else lead[:1]
    return any(word in _TIMES or word[:1].isdigit() for word in first)

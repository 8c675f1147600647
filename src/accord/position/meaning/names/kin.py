"""Kin: nouns that stand for one another in one dispute, "the treaty" and "the accord".

A codebook names a thing once or twice; a text varies the noun. Only what is definite and says
nothing more of itself is taken so: "the accord", not "an accord" or "the accord on fish".
"""

from collections.abc import Mapping, Sequence

from accord.model import Codebook
from accord.position.meaning.pointing import points_of
from accord.position.meaning.questions import read_terms
from accord.position.phrases import (
    GAP,
    SENTENCE_END,
    Tokens,
    phrase_stems,
    stem_set,
)

__all__ = ["find_kin", "is_kin"]

_CLASSES = tuple(
    stem_set(words)
    for words in (
        "treaty accord agreement pact deal convention",
        "contract deal agreement",
        "merger takeover acquisition buyout combination deal transaction tie-up purchase offer bid",
        "ban prohibition embargo",
        "tariff duty levy surcharge",
        "tax levy surcharge charge",
        "fee toll levy surcharge charge",
        "strike walkout stoppage",
        "ceasefire truce armistice",
        "cap ceiling limit",
        "quota cap limit allocation",
        "restriction curb limit",
        "closure shutdown",
        "postponement delay deferral adjournment",
        "referendum plebiscite",
        "exemption waiver derogation exception",
        "raise increase hike",
        "cut reduction",
        "stadium arena",
        "plant factory",
        "mine pit colliery",
        "port harbour",
        "ward unit",
        "dam barrage",
        "fence wall barrier",
        "motorway highway",
        "statue monument memorial",
        "turbine windmill",
        "airport airfield",
        "runway airstrip",
        "troops soldiers contingent",
        "border frontier",
        "subsidy grant handout",
        "revenue proceeds income receipts takings",
        "fine penalty",
        "withdrawal pullout",
        "exit withdrawal",
        "exchange swap",
        "extradition handover",
        "prisoners captives detainees inmates",
        "hostages captives",
        "refugees returnees",
        "vaccine jab",
        "vaccination immunisation inoculation",
        "smartphone phone mobile handset device",
        "guarantee assurance",
        "arbitration adjudication",
        "arbitrator umpire adjudicator",
        "lawsuit suit litigation",
        "inquiry probe investigation",
        "amnesty pardon clemency",
        "compensation damages redress",
        "licence permit authorisation permission",
        "sale disposal divestment",
        "drilling extraction exploration",
        "cull hunt",
        "layoff redundancy dismissal sacking",
        "wages pay salary",
        "expansion enlargement",
        "coach manager",
    )
)
_DEFINITE = stem_set("the this that these those such any")
_INDEFINITE = stem_set("a an")
# Of these there are many: "an accord" is another one.
_PARTICULAR = stem_set("treaty accord agreement pact deal convention contract")
# After the noun, these say more of it: "the ban on nets".
_SAYS_MORE = stem_set(
    "of on for to with between over against in from at that which who"
)
_BEFORE_TOKENS = 2
# "Recommended the offer in September" says only when.
_WHEN = stem_set("in on from at")
_TIMES = stem_set(
    "january february march april may june july august september october november december "
    "monday tuesday wednesday thursday friday saturday sunday spring summer autumn winter first "
    "last next day week month year start beginning outset once"
)
_TIME_TOKENS = 3


def find_kin(codebook: Codebook) -> Mapping[str, tuple[int, int]]:
    """Map each noun of kin with a term of one issue alone to that issue and the sign."""
    own: dict[str, set[int]] = {}
    for place, issue in enumerate(codebook.issues):
        poles = (*issue.poles.support, *issue.poles.oppose)
        for phrase in (issue.question, *issue.terms, *poles):
            for word in phrase_stems(phrase):
                own.setdefault(word, set()).add(place)
    heads: set[str] = set()
    found: dict[str, set[tuple[int, int]]] = {}
    for place, issue in enumerate(codebook.issues):
        terms = issue.terms or read_terms(issue)
        for term in terms:
            words = phrase_stems(term)
            if not words or GAP in words:
                continue
            sign = points_of(issue.question, terms, term)
            kindred = _kin_of(words[-1])
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


def _kin_of(word: str) -> list[str]:
    """Give the nouns that may stand for a noun, itself left out."""
    near = {kin for one in _CLASSES if word in one for kin in one}
    return sorted(near - {word})


def is_kin(tokens: Tokens, at: int) -> bool:
    """Tell "the accord" from "an accord" and "the accord on fish"."""
    stems = tokens.stems
    before = stems[max(0, at - _BEFORE_TOKENS) : at]
    if SENTENCE_END in before:
        return False
    after = stems[at + 1] if at + 1 < len(stems) else SENTENCE_END
    if _DEFINITE.isdisjoint(before):
        # "Voted for a delay", but not "a swap shop".
        alone = bool(before) and before[-1] in _INDEFINITE and not after.isalpha()
        alone = alone and stems[at] not in _PARTICULAR
        return alone and at not in tokens.bent
    more = after in _SAYS_MORE and not (after in _WHEN and _is_time(stems, at + 2))
    return at not in tokens.bent and not more


def _is_time(stems: Sequence[str], begin: int) -> bool:
    """Tell "from the first day" and "in 2031" from "in the north"."""
    lead = stems[begin : begin + _TIME_TOKENS]
    first = lead[1:2] if lead[:1] == ("the",) else lead[:1]
    return any(word in _TIMES or word[:1].isdigit() for word in first)

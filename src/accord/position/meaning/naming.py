"""Naming: what words name: a restraint, what lets it go, a permit, a plan or a deed."""

from collections.abc import Sequence

from accord.position.meaning.operators import find_operators
from accord.position.meaning.questions import is_content
from accord.position.phrases import Tokens, phrase_stems, stem_set, tokenise

__all__ = [
    "EASING",
    "KILLING",
    "LETTING_GO",
    "PLANS",
    "RESTRAINTS",
    "UNDOING",
    "is_cleared_away",
    "is_less",
    "is_permit",
    "is_plan",
    "kills",
    "lets_off",
    "names_deed",
    "restrains",
]

# What holds a thing back: "sanctions on oil", "the wage cap".
RESTRAINTS = stem_set(
    "ban duty tariff levy tax sanction embargo cap curb limit ceiling moratorium restriction "
    "blockade fine penalty fee toll charge brake freeze prohibition phase-out exit exclusion "
    "barrier control veto curfew lockdown layoff redundancy eviction demolition closure deportation "
    "expulsion cutback"
)
# Terms that name letting go or holding back, though no word of the lexicon does so alone.
LETTING_GO = stem_set(
    "layoff sacking firing eviction exemption demolition closure removal extradition "
    "expulsion impeachment confiscation dismissal deportation relief"
)
#: What undoes a rule or a burden for all, and what does so for some or in part.
UNDOING = stem_set(
    "abolition scrapping end removal repeal dropping cancellation withdrawal rejection"
)
EASING = stem_set(
    "lifting lift easing ease relaxation relief exemption waiver exception derogation loosening "
    "carve-out opt-out dispensation"
)
# A plan is one to do what the question asks.
PLANS = stem_set("bill law rule reform target goal")
# What lets somebody do what a ban or a veto holds back.
_PERMITS = stem_set(
    "permission permit licence license approval clearance authorisation go-ahead pardon amnesty "
    "reprieve exemption waiver"
)
#: Words for killing, which all name one deed.
KILLING = stem_set("shoot shot kill cull hunt slaughter execute")
# What is done away with where it is cleared.
_CLEARED = stem_set(
    "blockade blockader barricade roadblock picket camp encampment tent protester demonstrator "
    "occupier squatter squat occupation sit-in slum shack settlement forest woodland"
)
_CLEARED_TOKENS = 5
_DEED_ENDINGS = ("ation", "ition", "ment")


def restrains(term: str) -> bool:
    """Tell whether a term names what holds something back."""
    return any(word in RESTRAINTS for word in phrase_stems(term))


def lets_off(term: str) -> bool:
    """Tell "sanctions relief" and "easing of the duties" from "export ban"."""
    tokens = tokenise(term)
    eased = any(
        op.kind == "against"
        and not op.first
        and tokens.stems[op.first] not in RESTRAINTS
        for op in find_operators(tokens)
    )
    return restrains(term) and (eased or not LETTING_GO.isdisjoint(tokens.stems))


def is_less(term: str) -> bool:
    """Tell "a smaller quota"."""
    return any(
        op.kind == "less" and not op.first for op in find_operators(tokenise(term))
    )


def names_deed(term: str) -> bool:
    """Tell by its form a single noun for a deed: "vetting", "lustration"."""
    stems = phrase_stems(term)
    ends = term.lower().endswith(_DEED_ENDINGS)
    return len(stems) == 1 and (ends or bool(tokenise(term).gerunds))


def is_plan(term: str) -> bool:
    """Tell whether a term names a plan."""
    heads = [word for word in phrase_stems(term) if is_content(word) or word in PLANS]
    return bool(PLANS.intersection(heads))


def is_permit(term: str) -> bool:
    """Tell "ministerial permission"."""
    return not _PERMITS.isdisjoint(phrase_stems(term))


def kills(tokens: Tokens) -> bool:
    """Tell words for killing: "be shot", "the wolf hunt"."""
    return not KILLING.isdisjoint(tokens.stems)


def is_cleared_away(stems: Sequence[str], at: int) -> bool:
    """Tell "clear the blockades" and "the camp be cleared" from "clear the merger"."""
    before = stems[max(0, at - _CLEARED_TOKENS) : at] if stems[at - 1] == "be" else ()
    after = stems[at + 1 : at + 1 + _CLEARED_TOKENS]
    return not _CLEARED.isdisjoint((*before, *after))

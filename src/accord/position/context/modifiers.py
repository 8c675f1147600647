"""Modifiers: terms that only say more of something else, and take no side by themselves."""

from collections.abc import Sequence
from itertools import pairwise

from accord.position.chains import JUDGES
from accord.position.context.scope import what_is_sent
from accord.position.issues import Scene, Target
from accord.position.phrases import stem_set

__all__ = ["is_modifier"]

_JOINS = stem_set("and or , nor")
_PREPOSITIONS = stem_set("in for on over of within under from about to against at")
_DETERMINERS = stem_set("the a an any new further such these those its their")
_TIMES = stem_set("before after during amid since ahead")
_SPARING = stem_set("exempt exemption spare shield protect protection")
_SPARED = 7
_OWN = stem_set("its their his her our my it them us")
# Parts of a text, and what is held on a thing: who criticises one takes no side on that.
_PASSAGES = stem_set(
    "passage paragraph clause section article chapter wording language line sentence "
    "provision point item page referendum plebiscite ballot debate inquiry study"
)
_TOPICAL = stem_set("on about concerning regarding")
_PRICES = stem_set("cost price bill shortage poverty")
_OWNED_TOKENS = 3
_RULINGS = stem_set("ruling verdict judgment finding report decision")
_BODIES = stem_set(
    "court tribunal panel judge commission council parliament arbiter umpire"
)
_CASES = stem_set(
    "complaint case suit lawsuit challenge appeal action proceedings petition litigation motion "
    "protest campaign strike boycott"
)
_AGAINST = stem_set("against over about on")
_DROPPED_TOKENS = 6
_BUILT = stem_set("built sited located placed moved put")
# "Will not count towards the cap", and, after a quotation, "she said of the cap".
_ASIDE = frozenset((("count", "toward"), ("say", "of")))
_DEED_ENDINGS = ("ment", "tion", "sion", "ur", "al")
_MODIFIER_TOKENS = 5
_REACH_TOKENS = 10


def is_modifier(scene: Scene, target: Target) -> bool:
    """Tell a term that only says more of another: "a veto over the guarantees".

    What only says when something is to happen is no better: "before any talks".
    """
    stems = scene.tokens.stems
    at = target.first - 1
    while at > 0 and stems[at] in _DETERMINERS:
        at -= 1
    if at >= 0 and stems[at] in _TIMES:
        return True
    if target.pole or what_is_sent(scene, target):
        return False
    if target.sign < 0 and not _PRICES.isdisjoint(stems[target.last : target.last + 1]):
        # Who is against higher fuel costs is not against the fuel.
        return True
    of_passage = stems[at] in _TOPICAL and stems[at - 1] in _PASSAGES
    if of_passage or _owns(scene, target) or _is_aside(scene, target, at):
        return True
    before = stems[max(0, at - _SPARED) : at + 1]
    if _spares_own(before) or not _ASIDE.isdisjoint(pairwise(before)):
        return True
    return any(
        _says_more(scene, target, of=other)
        for other in scene.targets_in(target.first - _REACH_TOKENS, target.first)
    )


def _says_more(scene: Scene, target: Target, *, of: Target) -> bool:
    """Tell whether a term says more of another one before it: "bases in Norland"."""
    stems = scene.tokens.stems
    between = range(of.last, target.first)
    if of.pole and of.issue != target.issue and len(between) <= 1:
        return True
    if not 0 < len(between) <= _MODIFIER_TOKENS or (
        of.deed and of.issue == target.issue
    ):
        return False
    if stems[of.last - 1] in _BUILT and of.issue != target.issue:
        # "The stadium to be built at the docks": the docks are what is wanted.
        return False
    return (
        stems[of.last] in _PREPOSITIONS
        and not any(stems[at] in _JOINS for at in between)
        and not any(
            op.kind not in JUDGES and op.kind != "further"
            for op in scene.operators_in(of.last, target.first)
        )
    )


def _is_aside(scene: Scene, target: Target, at: int) -> bool:
    """Tell what a case is about that is dropped, and a court that is to decide."""
    return _drops_case(scene, at) or _is_to_act(scene, target)


def _drops_case(scene: Scene, at: int) -> bool:
    """Tell "to drop its complaint against the ban": the complaint is what goes.

    Args:
        scene: The document.
        at: The token before the thing and its article.
    """
    stems = scene.tokens.stems
    while at > 0 and at in scene.tokens.owners:
        at -= 1
    if stems[at] not in _AGAINST or stems[at - 1] not in _CASES:
        return False
    if stems[at - 2] == "to":
        # "Blocked the road to protest against it".
        return False
    governing = scene.operators_in(max(0, at - _DROPPED_TOKENS), at - 1)
    # Who "withdrew its complaint against the ban" has nothing against it any more.
    return any(op.kind == "against" and stems[op.first - 1] == "to" for op in governing)


def _is_to_act(scene: Scene, target: Target) -> bool:
    """Tell "wants the court to lift the ban": the court is only to do it."""
    stems, last = scene.tokens.stems, target.last
    acts = stems[last - 1] in _BODIES and stems[last : last + 1] == ("to",)
    if not acts or stems[last + 1 : last + 2] == ("be",):
        return False
    others = scene.targets_in(last + 1, last + _REACH_TOKENS)
    return any(other.issue != target.issue for other in others)


def _owns(scene: Scene, target: Target) -> bool:
    """Tell "beyond the arbitrator's reach" from "the school's closure"."""
    last = target.last - 1
    ruled = scene.tokens.stems[target.last : target.last + 2]
    if last in scene.tokens.owners and not _RULINGS.isdisjoint(ruled):
        # "The court's ruling" says nothing of the court.
        return True
    if last not in scene.tokens.owners or last in scene.tokens.capitals:
        return False
    stop = target.last + _OWNED_TOKENS
    owned = scene.tokens.stems[target.last : stop]
    done = any(word.endswith(_DEED_ENDINGS) for word in owned)
    return not done and not scene.operators_in(target.last, stop)


def _spares_own(before: Sequence[str]) -> bool:
    """Tell "to exempt its steel from": who asks that says nothing of the thing."""
    spared = before[-1:] == ("from",) and not _SPARING.isdisjoint(before)
    return spared and not _OWN.isdisjoint(before)

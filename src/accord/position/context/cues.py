"""Cues that are no act by themselves: "has banned", "is lukewarm about", "sued to stop"."""

from collections.abc import Sequence
from dataclasses import replace

from accord.position.acts import ActReading, acts
from accord.position.issues import Scene
from accord.position.meaning.operators import Operator
from accord.position.meaning.votes import side_of_vote
from accord.position.phrases import SENTENCE_END, Tokens, stem, stem_set

__all__ = ["act_of_cue"]

_SAYING = stem_set(
    "say tell add note ask reply state write report claim announce insist declare"
)
_ASKED = stem_set("ask question press quiz challenge")
_WHEN = frozenset(("when", "be", "if", "while", "although"))
_ON_WHAT = stem_set("about on whether if for comment over")
_HOLDS = ("hold_for", "hold_against")
_DOES = ("further", "against")
_WEIGHT = 0.6
_VOTING = stem_set("vote")
_BRINGING = stem_set(
    "present table introduce submit sponsor bring move file draft publish unveil put draw"
)
_BILLS = stem_set("bill motion amendment law draft plan proposal resolution decree")
_ENDS_OF_BILL = stem_set(
    "to that which banning allowing abolishing introducing requiring"
)
_ACCORDING = (stem("according"), "to")
_PAPER_TOKENS = 4
_ARTICLES = stem_set("the a an this that such")
# "Sued to stop it", "protested to keep it": what follows is what they are after.
_MEANS = frozenset(("accuse", "criticise", "protest"))


def act_of_cue(  # noqa: PLR0911 - one return a kind of cue
    scene: Scene, cue: range, content: range, reading: ActReading
) -> ActReading:
    """Let a cue govern that only informs as an act, if its words are for or against.

    Args:
        scene: The document.
        cue: Tokens of the cue.
        content: Tokens of the content.
        reading: What the lexicon of acts makes of it.
    """
    stems = scene.tokens.stems
    if _is_asked_of(scene.tokens, cue, content):
        return ActReading(acts()["ask"], 0, 0.0, cue=(cue.start, cue.stop))
    purpose = content and stems[content.start] == "to" and cue.stop == content.start
    if purpose and reading.act.id in _MEANS and not reading.from_content:
        return replace(reading, act=acts()["demand"], governs=1, weight=_WEIGHT)
    whole = _reaching_on(scene, cue)
    if whole is not None and reading.governs == -whole.sign:
        # "Want | nothing to do with it".
        act = acts()["support" if whole.sign > 0 else "reject"]
        return ActReading(act, whole.sign, _WEIGHT, cue=(whole.first, whole.last))
    regrets = _regrets_others(stems, cue, content)
    # "Maintained that" keeps up a view, "maintained the levy" a thing.
    done = reading.from_content and stems[cue.stop - 1 : cue.stop] != ("that",)
    telling = reading.act.informs or done or regrets
    if reading.governs or not telling or not cue or reading.act.id == "ask":
        return reading
    if _brings_in(stems, cue, content):
        return ActReading(acts()["propose"], 1, _WEIGHT, cue=(cue.start, cue.stop))
    if regrets:
        return ActReading(acts()["criticise"], -1, _WEIGHT, cue=(cue.start, cue.stop))
    if stems[cue.start] in _VOTING or stems[cue.stop - 1] in _VOTING:
        return _vote(scene, cue, content) or reading
    found = [op for op in scene.operators_in(cue.start, cue.stop) if op.sign]
    kinds = _kinds_told(stems, content, reading)
    says = any(stems[at] in _SAYING for at in cue)
    if says or not any(op.kind in kinds for op in found):
        return reading
    sign = 1
    for op in found:
        sign *= op.sign
    held = any(op.kind in _HOLDS for op in found)
    name = ("support" if sign > 0 else "reject") if held else "announce"
    return ActReading(acts()[name], sign, _WEIGHT, cue=(found[0].first, found[-1].last))


def _kinds_told(
    stems: Sequence[str], content: range, reading: ActReading
) -> tuple[str, ...]:
    """Say which words of a cue tell a side; "maintained that it is bad" maintains nothing."""
    if content and stems[content.start] == "that":
        return _HOLDS
    return _DOES if reading.from_content else (*_HOLDS, *_DOES)


def _is_asked_of(tokens: Tokens, cue: range, content: range) -> bool:
    """Tell "asked about a demand that", of who answers, from "he asked about a demand"."""
    stems = tokens.stems
    asked = next((at for at in cue if stems[at] in _ASKED), None)
    if asked is None or asked in tokens.gerunds:
        # "Is asking for nine per cent."
        return False
    before = stems[asked - 1] if asked else SENTENCE_END
    led = before in _WHEN or not before.isalpha()
    after = stems[asked + 1 : content.start + 2]
    return led and not _ON_WHAT.isdisjoint(after)


def _reaching_on(scene: Scene, cue: range) -> Operator | None:
    """Find an attitude that begins with the cue and ends within what is said."""
    return next(
        (
            op
            for op in scene.operators_in(cue.start, cue.stop)
            if op.kind in _HOLDS and op.first == cue.start and op.last > cue.stop
        ),
        None,
    )


def _brings_in(stems: Sequence[str], cue: range, content: range) -> bool:
    """Tell "presented | a bill to ban it" from "presented | a report on the ban".

    So is what stands "according to a bill".
    """
    begin, after = content.start, stems[cue.stop : cue.stop + _PAPER_TOKENS]
    if stems[cue.start : cue.stop] == _ACCORDING:
        return not _BILLS.isdisjoint(after)
    if _BRINGING.isdisjoint(stems[cue.start : cue.stop]):
        return False
    opening = stems[begin : min(content.stop, begin + _PAPER_TOKENS)]
    bill = next((n for n, word in enumerate(opening) if word in _BILLS), None)
    return bill is not None and stems[begin + bill + 1] in _ENDS_OF_BILL


def _regrets_others(stems: Sequence[str], cue: range, content: range) -> bool:
    """Tell "regretted the decision", which is against it, from "regretted its part"."""
    regrets = any(stems[at] == "regret" for at in cue)
    return regrets and bool(content) and stems[content.start] in _ARTICLES


def _vote(scene: Scene, cue: range, content: range) -> ActReading | None:
    """Read "voted 11 to 5 on Friday for the duties" past its tally."""
    stems = scene.tokens.stems
    side = side_of_vote(stems, min(cue.start, content.start), content.stop)
    if side is None:
        return None
    name = "support" if side[1] > 0 else "reject"
    act = acts()["announce" if stems[side[0]] == "to" else name]
    # Of "voted 12 to 9 to bar | a levy" the last verb is what is voted on.
    stop = max(cue.start + 1, min(cue.stop, side[0]))
    return ActReading(act, side[1], _WEIGHT, cue=(cue.start, stop))

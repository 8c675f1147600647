"""Neutral: deeds that take no side, whatever they are about.

A court that throws out a complaint applies the law; those who disagree about a thing, or
fail to agree on it, are on both sides; who recalls what others did need not be on theirs.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from accord.model import Attribution
from accord.position.phrases import stem, stem_set, tokenise

__all__ = ["PLEAS", "is_neutral", "is_ruling_on_plea"]

# Most attributions speak of neither, which is soon seen.
_RECALLS = re.compile(r"\b(?:recall|not(?:ed|es|ing)\b|remind|remember|point)")
# "That the committee had endorsed it": what somebody else did, not "that her party had".
_HAD = re.compile(
    r"(?:that )?(?:(?:the|a|an|both|most) )?(?!(?:he|she|it|they|we|i|its|his|her|their) )"
    r"(?:[\w’'-]+ ){1,5}?had (?:\w+ly |once |already |long |never |not )?"
    r"(?:endors|back|reject|oppos|support|approv|vot|adopt|demand|call|ask|propos|agre|accept"
    r"|refus|block|welcom|pass|sign|promis|urg|condemn|criticis|want)"
)
_FOR = r"(?:for|in favour|support\w*|back(?:s|ed|ing)?|endors\w+|approv\w+|accept\w*|welcom\w+|yes|agree)"
_AGAINST = r"(?:against|oppos\w+|reject\w*|block(?:s|ed|ing)?|condemn\w*|refus\w+|criticis\w+|veto\w*|no)"
_BETWEEN = r"[^.;!?]{0,70}?"
# "Neither for nor against it", "I did not vote for it, I did not vote against it".
_UNDECIDED = tuple(
    re.compile(
        rf"\b(?:neither|either|not|never|n[’']t)\b (?:\w+ ){{0,2}}?{first}\b{_BETWEEN}"
        rf"(?:\b(?:nor|or) (?:(?:do|does|did|would|will|to|is|are) (?:\w+ )?)?"
        rf"|\b(?:not|never|\w+n[’']t) (?:\w+ ){{0,3}}?){second}\b(?!{_BETWEEN}\bbut\b)"
    )
    for first, second in ((_FOR, _AGAINST), (_AGAINST, _FOR))
)
# "Without Sever there would be no festival": what would follow is not what they want.
_WITHOUT = re.compile(
    r"\W*(?:without|but for)\b[^.;!?]{2,80}\bthere (?:would|will|can|could) be no\b(?!\s+(?:\w+\s+)?"
    # What somebody holds back until it comes.
    r"(?:signature|deal|agreement|accord|treaty|pact|peace|truce|ceasefire|settlement|talks|negotiations?|vote"
    r"|consent|support|approval|money|ratification|compromise|solution|progress|return|end)\b)"
)
_RIFTS = re.compile(r"agree|differ|quarrel|argu|clash|fail")
_JUDGING = re.compile(r"court|judge|tribunal|justice|magistrate|bench")
_OPENING_CHARS = 160
_COURTS = stem_set("court judge tribunal justice magistrate bench")
#: What is put to a court.
PLEAS = stem_set(
    "petition complaint application appeal suit lawsuit challenge claim motion plea case "
    "request injunction bid"
)
_PLEA_TOKENS = 5
_APART = stem_set("disagree differ quarrel argue clash")
_ON = stem_set("on about over")
_NOT = stem_set("fail unable not cannot couldn't can't")
_AGREE = stem("agree")
_FAIL = stem("fail")
_CUE_TOKENS = 6
_FAILING_TOKENS = 16


def is_neutral(attribution: Attribution) -> bool:
    """Tell whether an attribution reports a deed that takes no side.

    Example:
        "The two failed to agree on a ban", "ministers disagree about the ban", "she noted
        that the committee had endorsed it".
    """
    cue = attribution.cue.text.lower() if attribution.cue else ""
    source = attribution.source.text.lower() if attribution.source else ""
    opening = attribution.content.text[:_OPENING_CHARS]
    if _is_undecided(f"{source} {cue} {opening.lower()}"):
        return True
    if _RECALLS.search(cue) and _HAD.match(opening.lower()):
        return attribution.mode == "indirect" and "not" not in cue.split()
    if not (_RIFTS.search(cue) or _JUDGING.search(source) or "fail" in opening):
        return False
    said = tokenise(opening).stems
    return (
        is_ruling_on_plea(tokenise(source).stems, said)
        or _is_rift(tokenise(cue).stems, said)
        or _fails_to_agree(said[:_FAILING_TOKENS])
    )


def _is_undecided(words: str) -> bool:
    """Tell who is neither for nor against it, and what would not be without something."""
    if "there " in words and _WITHOUT.search(words):
        return True
    denied = words.count(" not ") + words.count("n't ") + words.count("n’t ")
    balanced = "neither" in words or denied > 1 or (denied > 0 and "or " in words)
    return balanced and any(pattern.search(words) for pattern in _UNDECIDED)


def is_ruling_on_plea(who: Sequence[str], what: Sequence[str]) -> bool:
    """Tell "the court dismissed a petition against it" by the stems of both."""
    return not (_COURTS.isdisjoint(who) or PLEAS.isdisjoint(list(what)[:_PLEA_TOKENS]))


def _fails_to_agree(said: Sequence[str]) -> bool:
    """Tell "A and B failed on Monday to agree on it", whoever says so."""
    return any(
        word == _FAIL and _AGREE in said[at : at + _CUE_TOKENS]
        for at, word in enumerate(said)
    )


def _is_rift(cue: Sequence[str], content: Sequence[str]) -> bool:
    """Tell failures to agree, and quarrels over a thing."""
    words = [*cue[-_CUE_TOKENS:], *content[:1]]
    if words[:1] == [_FAIL]:
        return True
    return any(
        second in _ON
        and (first in _APART or (first == _AGREE and not _NOT.isdisjoint(words[:at])))
        for at, (first, second) in enumerate(pairwise(words))
    )

"""Antecedents: which thing "the plan", "the decision" or "it" stands for, and for which side.

"The decision" stands for what was decided last, "the demand" for what was demanded, "the plan"
for what was proposed. Where nothing of the kind was named, the words stand for something that
nobody here knows, and are left alone.
"""

from collections.abc import Collection, Iterator, Sequence
from math import prod

from accord.position.anaphora.governing import chain_before, product_before
from accord.position.anaphora.settled import sign_of_outcome
from accord.position.context.neutral import PLEAS
from accord.position.context.papers import DECISIONS, PLANS
from accord.position.issues import Target
from accord.position.meaning.operators import Operator
from accord.position.phrases import SENTENCE_END, Tokens, stem, stem_set

__all__ = [
    "choose_antecedent",
    "is_overtaken",
    "sign_of",
]

_REFUSALS = stem_set("refusal rejection veto")
_DEMANDS = stem_set("demand request")
_DEMANDING = stem_set("demand call ask want urge insist seek require claim press")
# What shows that a plan before was one to stop something, not to do it.
_PROPOSING = PLANS | DECISIONS | stem_set("propose bid want decide seek apply")
# "A motion against the levy": whoever is for it is against the levy.
_SIDED_PAPERS = stem_set("motion petition resolution bill amendment law initiative")
_DOES = ("further", "against")
_WISHED = ("hold_for", "hold_against")
_AFTER = (*_DOES, *_WISHED)
_ADJACENT_TOKENS = 3
_PROPOSING_TOKENS = 6
_PAPER_TOKENS = 10
_PLEA_TOKENS = 12
_PLEADING_TOKENS = 5
_PUT_TO_VOTE = stem_set(
    "plan proposal idea scheme project initiative bill motion bid request application draft "
    "amendment attempt call demand petition suggestion"
)
# "Ruled on Thursday that the banker can be sent home."
_RULING = stem_set("rule decide")
# What a body does when it settles a thing.
_SETTLING = stem_set(
    "decide vote approve adopt endorse ratify back pass agree sign rule order declare reject "
    "authorise veto uphold dismiss quash overturn grant allow clear refuse strike halt suspend "
    "block annul scrap shelve throw bar"
)
_RULED_TOKENS = 14
# "Came out against merging": a body that does so has decided.
_COMING_OUT = (stem("come"), stem("out"))
# Who approves a thing decides on it, and does not only wish for it.
_APPROVING = stem_set("approve adopt endorse accept")
_AIMING = stem_set("to of")
_DONE_AFTER = stem_set("to will would have not")
_CLAUSE_TOKENS = 25
_CLAUSE_ENDS = (SENTENCE_END, ";")
# What follows is only a condition of what is said: "provided that the ward stays open".
_CONDITIONS = stem_set("if unless provided providing")
_VOTE, _UNDER = stem("vote"), stem("under")
# Past forms that look much like the others.
_UNBENT = stem_set("uphold let")
# Another thing than what is asked: "the mediator put forward a compromise".
_OTHERS = stem_set("compromise counteroffer counterproposal alternative rider")
_TRADES = stem_set("idea offer suggestion proposal")
_OFFER = stem("offer")
_SUM_TOKENS = 5
_SCHEMES = stem_set("plan proposal idea suggestion offer draft deal")
_BEFORE_VERB = stem_set("to will would not can could must should")
# How far back a compromise may have come up.
_SCHEME_TOKENS = 90
_NEAR_TOKENS = 40


def choose_antecedent(
    tokens: Tokens, word: str, spoken: Sequence[tuple[Target, Sequence[Operator]]]
) -> Target | None:
    """Find what a noun stands for: "the decision" for what was last decided or done.

    Args:
        tokens: The document's words.
        word: The noun.
        spoken: The places before it that speak of issues, each with what may govern it.

    Returns:
        The last place where a thing is decided, demanded or, for "the plan", proposed;
        for a plan else the last of all that is no mere condition; None for what nobody
        decided or demanded.
    """
    if word == _VOTE:
        voted = [one for one, _ in spoken if _is_voted(tokens, one)]
        if voted:
            return voted[-1]
    if word in _DEMANDS:
        meant = [one for one, ops in spoken if _is_demanded(tokens, one, ops)]
        between = tokens.stems[meant[-1].last : spoken[-1][0].first] if meant else ()
        # Of what was demanded long before nobody says "the demand".
        return meant[-1] if meant and between.count(SENTENCE_END) <= 1 else None
    is_meant = _is_settled if word in DECISIONS else _is_proposed
    meant = [one for one, ops in spoken if is_meant(tokens, one, ops)]
    if not meant:
        if word in DECISIONS:
            return None
        return _last_meant(tokens, word, [one for one, _ in spoken])
    chosen = meant[-1]
    for one in reversed(meant):
        # "Suspended the vote on self-rule" is about the vote.
        gap = tokens.stems[one.last : chosen.first]
        if len(gap) > _ADJACENT_TOKENS or SENTENCE_END in gap:
            break
        chosen = one
    return chosen


def _last_meant(tokens: Tokens, word: str, spoken: Sequence[Target]) -> Target | None:
    """Give the last thing spoken of; none where its sentence weighs one against another."""
    last = spoken[-1]
    start = _sentence_start(tokens, last)
    beside = [one for one in spoken if one.first >= start]
    if not any(_is_condition(tokens, one) for one in beside):
        return last
    main = [one for one in beside if not _is_condition(tokens, one)]
    # "Would agree if they are paid ... rejected the idea": of paying them.
    return main[-1] if main and word not in _TRADES else None


def _is_settled(tokens: Tokens, one: Target, ops: Sequence[Operator]) -> bool:
    """Tell "suspended the vote" and "will impose a duty" from a mere mention."""
    deeds = [
        op for op in chain_before(tokens, one, ops, kinds=_DOES) if op.kind in _DOES
    ]
    verbs = [op.first for op in deeds]
    lead = tokens.stems[max(0, one.first - _RULED_TOKENS) : one.first]
    if "that" in lead and not _RULING.isdisjoint(lead) and SENTENCE_END not in lead:
        return True
    if any(tokens.stems[at] in _SETTLING for at in _done_before(tokens, one)):
        return True
    if sign_of_outcome(tokens, one) or any(
        tokens.stems[op.first - 2 : op.first] == _COMING_OUT
        for op in chain_before(tokens, one, ops, kinds=_WISHED)
    ):
        return True
    if one.deed and one.last - one.first > 1:
        # "Will not reopen the border" where that is the question.
        verbs.append(one.first)
    return any(
        at in tokens.bent or at in tokens.inflected or _is_to_be_done(tokens.stems, at)
        for at in verbs
    )


def _is_to_be_done(stems: Sequence[str], at: int) -> bool:
    """Tell "will stop it" and "decided to stop it" from "asked the court to stop it"."""
    lead = stems[max(0, at - _PLEADING_TOKENS) : at - 1]
    return stems[at - 1] in _DONE_AFTER and _DEMANDING.isdisjoint(lead)


def _is_proposed(tokens: Tokens, one: Target, ops: Sequence[Operator]) -> bool:
    """Tell "proposed a mission" from a mere mention."""
    chain = chain_before(tokens, one, ops, kinds=_DOES)
    begin = chain[-1].first if chain else one.first
    lead = tokens.stems[max(0, begin - _PROPOSING_TOKENS) : begin]
    # "Under the plan, sheep will have to leave" is but a part of it.
    return not _PROPOSING.isdisjoint(lead) and _UNDER not in lead


def _is_demanded(tokens: Tokens, one: Target, ops: Sequence[Operator]) -> bool:
    """Tell "called for a levy" from a mere mention."""
    chain = chain_before(tokens, one, ops, kinds=_AFTER)
    begin = chain[-1].first if chain else one.first
    lead = tokens.stems[max(0, begin - _PROPOSING_TOKENS) : one.first]
    sides = {tokens.stems[op.first] for op in chain}
    asked = not _DEMANDING.isdisjoint(lead) or not _DEMANDING.isdisjoint(sides)
    return asked and SENTENCE_END not in lead and not _is_condition(tokens, one)


def _is_voted(tokens: Tokens, one: Target) -> bool:
    """Tell whether what comes before a place in its sentence tells of a vote."""
    return _VOTE in tokens.stems[_sentence_start(tokens, one) : one.first]


def _done_before(tokens: Tokens, one: Target) -> Iterator[int]:
    """Give the verbs in a past form before a place in its sentence."""
    for at in range(_sentence_start(tokens, one), one.first):
        if at in tokens.inflected or at in tokens.bent or tokens.stems[at] in _UNBENT:
            yield at


def _sentence_start(tokens: Tokens, one: Target) -> int:
    """Find where the sentence of a place begins, if not too far off."""
    low = one.first
    least = max(0, low - _CLAUSE_TOKENS)
    while low > least and tokens.stems[low - 1] not in _CLAUSE_ENDS:
        low -= 1
    return low


def _is_condition(tokens: Tokens, one: Target) -> bool:
    """Tell what only a condition names: "provided that births remain possible"."""
    lead = tokens.stems[max(0, one.first - _PAPER_TOKENS) : one.first]
    stops = [at for at, word in enumerate(lead) if word == SENTENCE_END]
    return not _CONDITIONS.isdisjoint(lead[stops[-1] + 1 if stops else 0 :])


def is_overtaken(
    tokens: Tokens, at: int, before: Target, taken: Collection[int]
) -> bool:
    """Tell whether a compromise came up since, which words stand for.

    Args:
        tokens: The document's words.
        at: Where they stand: "it", "the proposal", or a verb without its object.
        before: The place that they would stand for.
        taken: Tokens that speak of issues; a compromise may be one.
    """
    stems = tokens.stems
    scheme = stems[at] in _SCHEMES
    if stems[at] in DECISIONS or (stems[at] in PLANS and not scheme):
        return False
    low = max(1, at - (_SCHEME_TOKENS if scheme else _NEAR_TOKENS))
    for place in range(at - 1, low - 1, -1):
        other = stems[place] in _OTHERS and place not in taken
        other = other or (scheme and _is_sum_offered(stems, place, taken))
        if other and stems[place - 1] not in _BEFORE_VERB:
            ends = (n for n in range(place, at) if stems[n] == SENTENCE_END)
            return scheme or before.first < next(ends, at)
    return False


def _is_sum_offered(stems: Sequence[str], at: int, taken: Collection[int]) -> bool:
    """Tell "offered 4.5 percent" where nine are asked for."""
    if stems[at] != _OFFER:
        return False
    after = range(at + 1, min(len(stems), at + 1 + _SUM_TOKENS))
    sums = [n for n in after if stems[n][0].isdigit() and n not in taken]
    return bool(sums) and SENTENCE_END not in stems[at : sums[0]]


def sign_of(tokens: Tokens, word: str, before: Target, ops: Sequence[Operator]) -> int:
    """Find the side for which a stand-in stands.

    Args:
        tokens: The document's words.
        word: The stand-in.
        before: What it stands for.
        ops: What may govern that.
    """
    if word in _REFUSALS:
        return -product_before(tokens, before, ops, kinds=_DOES)
    if word in _SIDED_PAPERS and (own := _said_in(tokens, word, before, ops)):
        return own
    if word in DECISIONS:
        # "Blocked the takeover ... the decision": all that was done with it counts.
        done = chain_before(tokens, before, ops, kinds=_AFTER)
        done += _ruled(tokens, done, ops) or _done_with_paper(tokens, before, done, ops)
        # "Urged them to lift the ban ... the decision" is not what was urged.
        wished = any(
            op.kind in _WISHED
            and op.sign > 0
            and tokens.stems[op.first] not in _APPROVING | _PUT_TO_VOTE
            for op in done
        )
        signs = [op.sign for op in done if not wished]
        return before.sign * prod(signs) * (sign_of_outcome(tokens, before) or 1)
    if word in PLANS:
        return _sign_of_plan(tokens, before, ops)
    return product_before(tokens, before, ops, kinds=_DOES)


def _sign_of_plan(tokens: Tokens, before: Target, ops: Sequence[Operator]) -> int:
    """Read "passed a law banning the cull": whoever is for the law is against the cull.

    Where nothing says that it was proposed, the plan is the thing itself.
    """
    chain = chain_before(tokens, before, ops, kinds=_DOES)
    for at, op in enumerate(chain):
        begin = chain[at + 1].last if at + 1 < len(chain) else 0
        lead = tokens.stems[max(begin, op.first - _PROPOSING_TOKENS) : op.first]
        if not _PROPOSING.isdisjoint(lead):
            return before.sign * prod(inner.sign for inner in chain[: at + 1])
    return _meant_against(tokens, before, ops) or 1


def _said_in(tokens: Tokens, word: str, before: Target, ops: Sequence[Operator]) -> int:
    """Read "a motion condemning the duty": who is for the motion is against the duty.

    Returns:
        Its sign; 0 if the paper does not say that it is against something.
    """
    low = max(0, before.first - _PAPER_TOKENS)
    lead = tokens.stems[low : before.first]
    if word not in lead or SENTENCE_END in lead[lead.index(word) :]:
        return 0
    paper = before.first - 1 - lead[::-1].index(word)
    inner = [op for op in ops if op.last > paper + 1 and op.kind in _AFTER]
    if not any(op.kind == "hold_against" for op in inner):
        return 0
    return before.sign * prod(op.sign for op in inner)


def _meant_against(tokens: Tokens, before: Target, ops: Sequence[Operator]) -> int:
    """Read "the decision to challenge the ban": who is for it is against the ban.

    Returns:
        Its sign; 0 where no such thing is told.
    """
    chain = chain_before(tokens, before, ops, kinds=_WISHED)
    if not chain or chain[0].kind != "hold_against":
        return 0
    lead = tokens.stems[max(0, chain[0].first - 2) : chain[0].first]
    aimed = len(lead) > 1 and lead[1] in _AIMING and lead[0] in _PROPOSING
    return before.sign * chain[0].sign if aimed else 0


def _ruled(
    tokens: Tokens, done: Sequence[Operator], ops: Sequence[Operator]
) -> list[Operator]:
    """Find what was done with a plea: "rejected a complaint against the ban"."""
    if not done or tokens.stems[done[-1].first] != "against":
        return []
    against = done[-1].first
    for op in reversed(ops):
        between = tokens.stems[op.last : against]
        if op.last <= against and op.kind in _AFTER:
            whole = len(between) <= _PLEA_TOKENS and SENTENCE_END not in between
            return [op] if whole and not PLEAS.isdisjoint(between) else []
    return []


def _done_with_paper(
    tokens: Tokens, before: Target, done: Sequence[Operator], ops: Sequence[Operator]
) -> list[Operator]:
    """Find what was done with a paper: "rejected the board's plan to | merge the clubs"."""
    begin = done[-1].first if done else before.first
    low = max(0, begin - _PROPOSING_TOKENS)
    papers = [at for at in range(low, begin) if tokens.stems[at] in _PUT_TO_VOTE]
    for op in reversed(ops if papers else ()):
        if op.last <= papers[0] and op.kind in _AFTER:
            between = tokens.stems[op.last : begin]
            near = len(between) <= _PAPER_TOKENS and SENTENCE_END not in between
            return [op] if near else []
    return []

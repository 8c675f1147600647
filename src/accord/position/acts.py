"""What reported words do: the act, from the cue and from the content."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from accord.model import Mention
from accord.position.meaning.clauses import before_aside
from accord.position.parties import Voice, side_of_subject
from accord.position.phrases import (
    SENTENCE_END,
    Hit,
    PhraseIndex,
    Tokens,
    load_table,
    stem_set,
)

__all__ = ["Act", "ActReading", "act_hits", "acts", "content_hits", "read_act"]

_NOT = stem_set(
    "not never no neither nor cannot can't won't don't doesn't didn't isn't aren't "
    "wasn't weren't wouldn't couldn't haven't hasn't hadn't unlikely less"
)
_BETWEEN = stem_set(
    "be have do will would could can may might the a an any to yet even also ever "
    "longer likely explicitly formally publicly immediately directly necessarily really"
)
_FINITE = stem_set("be have do will would doesn't don't didn't won't isn't aren't")
_FINITE_TOKENS = 7
_TURNED_BACK = 3
_BELIEVING = stem_set("think believe consider feel regard deem share")
_CONTENT_TOKENS = 45
_SELF_ONLY = frozenset(
    "support agree accept reject refuse promise offer concede propose threaten "
    "call-for demand doubt".split()
)
# What an act becomes when "not" stands before its words.
_TURNED_TO = {
    "support": "reject", "agree": "reject", "accept": "reject", "offer": "refuse",
    "promise": "refuse", "reject": "accept", "praise": "criticise", "call-for": "reject",
    "propose": "state", "concede": "deny", "accuse": "deny", "criticise": "state",
    "warn": "state", "threaten": "deny", "refuse": "offer", "doubt": "support",
    "predict": "doubt", "demand": "demand", "deny": "state",
}  # fmt: skip
_TURNING = frozenset(("reject", "refuse"))
_VAGUE = frozenset(("refuse", "predict"))
_NOUNS = stem_set(
    "decision plan proposal announcement vote move call demand petition request appeal plea "
    "pressure"
)
_THE = stem_set("the a an this that new more many several")
_MAKING = stem_set("make take announce reach defend unveil")
_RECEIVING = stem_set("face receive get hear ignore await")
_AFTER = stem_set("after before despite amid against over about under of to")
_PAIR = 2
_OBLIGATIONS = stem_set("must should ought have need let")
# "Asked the board for a ballot", not "asked why they were for it" nor "asked for comment".
_STANDS_FOR, _AIMED_AT = ("be", "for"), ("aim", "at")
_REQUEST_TOKENS = 9
_ASIDE = (
    _FINITE
    | _OBLIGATIONS
    | frozenset((SENTENCE_END, ",", ":", "?"))
    | stem_set(
        "whether if why what how when who which where about that not comment time help advice"
    )
)


@dataclass(frozen=True, slots=True)
class Act:
    """One kind of act.

    Attributes:
        id: Its name, as ``demand``.
        plover: PLOVER event type; None if PLOVER has none.
        cameo: CAMEO code.
        quad: Quadrant, as ``verbal-conflict``; ``neutral`` for mere information.
        sign: 1 if it is for what it governs, -1 if against, 0 if it takes no side.
        weight: How much of a stance it carries alone, in [0, 1].
        informs: Whether its cue tells only that something was said.
    """

    id: str
    plover: str | None
    cameo: str
    quad: str
    sign: int
    weight: float
    informs: bool


@dataclass(frozen=True, slots=True)
class ActReading:
    """The act read from an attribution.

    Attributes:
        act: The act.
        governs: Sign with which the cue governs the content; 0 if it only informs.
        weight: How much of a stance the cue alone carries.
        turned: Whether the cue is negated.
        cue: Tokens that decided, as (first, last); None if nothing did.
        from_content: Whether the content decided.
        disbelieves: Whether the cue says that the content is not believed.
    """

    act: Act
    governs: int = 0
    weight: float = 0.0
    turned: bool = False
    cue: tuple[int, int] | None = None
    from_content: bool = False
    disbelieves: bool = False


@cache
def acts() -> dict[str, Act]:
    """Map the id of each act to the act, in the order of the codebook."""
    return {row["id"]: _act(row) for row in load_table("acts.yaml")["acts"]}


def _act(row: dict[str, object]) -> Act:
    """Build an act from its row."""
    plover = row["plover"]
    return Act(
        id=str(row["id"]),
        plover=None if plover is None else str(plover),
        cameo=str(row["cameo"]),
        quad=str(row["quad"]),
        sign=int(str(row["sign"])),
        weight=float(str(row["weight"])),
        informs=bool(row.get("informs", False)),
    )


@cache
def _cue_index() -> PhraseIndex[tuple[str, int]]:
    """Look for the cues of all acts; the label is the act and its sign."""
    return PhraseIndex(_cues())


def _cues() -> Iterator[tuple[str, tuple[str, int]]]:
    for row in load_table("acts.yaml")["acts"]:
        for cue in row["cues"]:
            yield cue, (row["id"], row["sign"])
        for cue in row.get("against", ()):
            yield cue, (row["id"], -1)


@cache
def _content_index() -> PhraseIndex[str]:
    """Look for the words of a content that make it an act."""
    return PhraseIndex(
        (phrase, row["id"])
        for row in load_table("acts.yaml")["acts"]
        for phrase in row.get("content", ())
    )


def act_hits(tokens: Tokens) -> list[Hit[tuple[str, int]]]:
    """Find the cues of acts anywhere in a document."""
    return _cue_index().find(tokens)


def content_hits(tokens: Tokens) -> list[Hit[str]]:
    """Find the words that make an act of what is said, anywhere in a document."""
    return _content_index().find(tokens)


def read_act(
    tokens: Tokens,
    cue: range,
    content: range,
    *,
    cues: Sequence[Hit[tuple[str, int]]],
    contents: Sequence[Hit[str]],
    covered: dict[int, Mention],
    voice: Voice,
    asks: bool,
) -> ActReading:
    """Decide what an attribution does.

    A cue that takes a side decides by itself; after one that only informs, the
    content decides if it holds words of an act.

    Args:
        tokens: The document's tokens.
        cue: Tokens of the cue; empty if there is none.
        content: Tokens of the content.
        cues: Cue hits near the cue.
        contents: Content hits near the content.
        covered: Mention at each token that a mention covers.
        voice: Who speaks.
        asks: Whether the content ends in a question mark.
    """
    best = _best_cue(tokens, cue, cues)
    pair = tokens.stems[cue.stop - _PAIR : cue.stop]
    if (best is None and pair == _STANDS_FOR) or pair == _AIMED_AT:
        # "The Greens are for | an end to the strike", "filed a suit aimed at | ending it"
        act = acts()["support"]
        return ActReading(act, 1, act.weight, cue=(cue.start, cue.stop))
    if best is None or _is_anothers_deed(tokens, cue):
        by_cue = ActReading(acts()["state"])
    else:
        act = acts()[best.label[0]]
        turned = is_turned(tokens, best.first)
        sign = -best.label[1] if turned else best.label[1]
        outer = _turning_cue(cue, cues, best)
        if outer is not None:
            act, sign = acts()[outer.label[0]], -sign
        elif _turns_again(tokens, cue, cues, best):
            act, sign = acts()[_TURNED_TO.get(act.id, act.id)], -sign
        by_cue = ActReading(
            act, sign, act.weight, turned=turned, cue=(best.first, best.last)
        )
    disbelieves = best is not None and by_cue.turned and _believes(tokens, best)
    by_cue = replace(by_cue, disbelieves=disbelieves)
    sided = by_cue.governs != by_cue.act.sign
    if by_cue.act.id == "propose" and _is_told(tokens, content):
        by_cue = ActReading(acts()["state"], cue=by_cue.cue)
    elif not asks and _requests(tokens, cue, content):
        return ActReading(acts()["call-for"], 1, acts()["call-for"].weight)
    elif not by_cue.act.informs or sided or (asks and by_cue.act.id == "ask"):
        return by_cue
    found = _by_content(tokens, content, contents, covered, voice)
    if found is not None:
        return ActReading(
            found[0],
            by_cue.governs,
            by_cue.weight,
            cue=(found[1].first, found[1].last),
            from_content=True,
            disbelieves=disbelieves,
        )
    if asks and by_cue.act.id in ("state", "ask"):
        return ActReading(acts()["ask"], cue=by_cue.cue, from_content=True)
    return by_cue


def _believes(tokens: Tokens, cue: Hit[tuple[str, int]]) -> bool:
    """Tell "does not think that it is fair", which turns what follows."""
    return cue.label[0] == "state" and tokens.stems[cue.first] in _BELIEVING


def _is_told(tokens: Tokens, content: range) -> bool:
    """Tell "suggested the talks had failed" from "suggested a break"."""
    stop = min(content.stop, content.start + _FINITE_TOKENS)
    return any(tokens.stems[at] in _FINITE for at in range(content.start, stop))


def _requests(tokens: Tokens, cue: range, content: range) -> bool:
    """Tell "asked | the alliance in May for troops" from "asked whether it was for them"."""
    if not cue or tokens.stems[cue.stop - 1] != "ask":
        return False
    lead = tokens.stems[content.start : content.start + _REQUEST_TOKENS]
    whom = next((at for at, word in enumerate(lead) if word == "for"), -1)
    asked = whom >= 0 and _ASIDE.isdisjoint(lead[: whom + 2])
    return asked and not is_turned(tokens, cue.stop - 1)


def is_turned(tokens: Tokens, index: int) -> bool:
    """Tell whether a negation stands right before the token at ``index``."""
    index = before_aside(tokens, index)
    for at in range(index - 1, max(-1, index - 1 - _TURNED_BACK), -1):
        if tokens.stems[at] in _NOT:
            return True
        if tokens.stems[at] not in _BETWEEN and not tokens.stems[at].endswith("ly"):
            return False
    return False


def _turning_cue(
    cue: range, cues: Sequence[Hit[tuple[str, int]]], best: Hit[tuple[str, int]]
) -> Hit[tuple[str, int]] | None:
    """Find "rejected" in "rejected criticism of", which turns what it governs."""
    if not best.label[1]:
        return None
    before = (h for h in cues if cue.start <= h.first and h.last <= best.first)
    turning = (h for h in before if h.label[0] in _TURNING and h.label[1] < 0)
    return next(turning, None)


def _is_anothers_deed(tokens: Tokens, cue: range) -> bool:
    """Tell "faces calls to", "after the decision to" from "took the decision to"."""
    if cue.start < _PAIR or len(cue) > _PAIR or tokens.stems[cue.start] not in _NOUNS:
        return False
    before = [w for w in tokens.stems[cue.start - _PAIR : cue.start] if w not in _THE]
    definite = tokens.stems[cue.start - 1] in ("the", "this", "that")
    last = before[-1] if before else ""
    return last in _RECEIVING or last in _AFTER or (definite and last not in _MAKING)


def _turns_again(
    tokens: Tokens,
    cue: range,
    cues: Sequence[Hit[tuple[str, int]]],
    best: Hit[tuple[str, int]],
) -> bool:
    """Tell "threw out a motion against" and "tabled a motion against" from the plain verbs."""
    last = cue.stop - 1
    if best.label[1] > 0:
        return best.last <= last and tokens.stems[last] == "against"
    return best.label[0] in _TURNING and any(
        hit.label[1] < 0
        and best.last <= hit.first < cue.stop
        and "and" not in tokens.stems[best.last : hit.first]
        for hit in cues
    )


def _is_for_another(tokens: Tokens, hit: Hit[tuple[str, int]]) -> bool:
    """Tell "voted for it and 27 against" from "voted on Monday against it"."""
    inner = tokens.stems[hit.first + 1 : hit.last - 1]
    return (
        hit.label[1] < 0 and tokens.stems[hit.last - 1] == "against" and "for" in inner
    )


def _best_cue(
    tokens: Tokens, cue: range, cues: Sequence[Hit[tuple[str, int]]]
) -> Hit[tuple[str, int]] | None:
    """Choose the cue phrase: the longest; then one that takes a side; then by order."""
    touching = [
        h
        for h in cues
        if h.first < cue.stop and h.last > cue.start and not _is_for_another(tokens, h)
    ]
    order = _order()
    return min(
        touching,
        key=lambda h: (
            -(h.last - h.first),
            acts()[h.label[0]].informs,
            h.first,
            order[h.label[0]],
        ),
        default=None,
    )


@cache
def _order() -> dict[str, int]:
    """Rank the acts by their place in the codebook."""
    return {name: place for place, name in enumerate(acts())}


def _by_content(
    tokens: Tokens,
    content: range,
    contents: Sequence[Hit[str]],
    covered: dict[int, Mention],
    voice: Voice,
) -> tuple[Act, Hit[str]] | None:
    """Find the act that the reported words themselves perform."""
    best: tuple[tuple[int, int], Act, Hit[str]] | None = None
    stop = min(content.stop, content.start + _CONTENT_TOKENS)
    for hit in contents:
        if hit.first < content.start or hit.last > stop:
            continue
        act = _judge(tokens, content, hit, covered, voice)
        if act is None:
            continue
        # "Will not" alone says less than any words that say what.
        telling = hit.label not in _VAGUE
        rank = (-(hit.last - hit.first) if telling else -1, hit.first)
        if best is None or rank < best[0]:
            best = (rank, act, hit)
    return (best[1], best[2]) if best else None


def _judge(
    tokens: Tokens,
    content: range,
    hit: Hit[str],
    covered: dict[int, Mention],
    voice: Voice,
) -> Act | None:
    """Turn a content hit into an act, after a look at what stands before it."""
    name = hit.label
    low = sentence_start(tokens, hit.first, content.start)
    if name in _SELF_ONLY and tokens.stems[hit.first] not in _OBLIGATIONS:
        side = side_of_subject(tokens, covered, hit.first, low, voice)
        if name == "refuse" and side == "unknown":
            # "The trains will not run" refuses nothing.
            return None
        if side == "other":
            return acts()["warn"] if name == "threaten" else None
    if tokens.stems[hit.first] not in _OBLIGATIONS and is_turned(tokens, hit.first):
        name = _TURNED_TO.get(name, name)
    return acts()[name] if name != "state" else None


def sentence_start(tokens: Tokens, index: int, low: int) -> int:
    """Find the first token of the sentence around ``index``, not before ``low``."""
    at = index
    low = max(low, index - _CONTENT_TOKENS)
    while at > low and tokens.stems[at - 1] != SENTENCE_END:
        at -= 1
    return at

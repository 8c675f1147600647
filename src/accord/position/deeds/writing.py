"""Writing: what a text tells in its own voice, as words that somebody holds."""

from bisect import bisect_left

from accord.model import ActorRef
from accord.position.acts import ActReading
from accord.position.conditions import Condition, find_condition, find_opening_condition
from accord.position.deeds.referents import find_owner
from accord.position.deeds.subjects import Subject
from accord.position.page import Page
from accord.position.parties import Voice
from accord.position.phrases import stem_set, tokenise
from accord.position.stance import Words
from accord.position.statements import Holder

__all__ = ["sets_condition", "write_fact"]

_KNOWN_CONFIDENCE = 0.5
_NAMED_CONFIDENCE = 0.4
# ", diplomats said," may stand between a deed and its condition.
_SAYING_TOKENS = 6
_OWNED = stem_set("its their his her")


def write_fact(
    page: Page, who: Subject, act: ActReading, *, place: range, content: range
) -> tuple[Holder, Words] | None:
    """Write down who is put on a side by which words.

    Args:
        page: The document.
        who: Who does or feels it.
        act: What they do.
        place: Tokens of the verb.
        content: Tokens of what it governs.

    Returns:
        None if the words are page furniture.
    """
    tokens, document = page.tokens, page.document
    first = min(who.first, content.start, place.start)
    last = max(who.last, content.stop, place.stop)
    evidence = document.passage(tokens.starts[first], tokens.ends[last - 1])
    if document.is_furniture(evidence.span):
        return None
    known = who.mention if who.mention and who.mention.actor else None
    name = known.text if known else who.name
    actor = known.actor if known else None
    voice = Voice(
        frozenset((actor,) if actor else ()),
        frozenset(w for w in tokenise(name).stems if len(w) > 2),
        quoted=False,
    )
    holder = Holder(
        attribution=None,
        actor=actor,
        name=who.name,
        speaks_for=None if known else _owner(page, who),
        when=document.published,
        evidence=evidence,
        confidence=round(
            _KNOWN_CONFIDENCE * known.confidence if known else _NAMED_CONFIDENCE, 3
        ),
    )
    condition = find_condition(page.scene.conditions, tokens, content)
    condition = condition or _later_condition(page, content)
    condition = condition or find_opening_condition(
        page.scene.conditions, tokens, page.sentence(content), content
    )
    return holder, Words(content, act, voice, condition)


def _owner(page: Page, who: Subject) -> ActorRef | None:
    """Find whose "its parliament" is."""
    if page.tokens.stems[who.first] not in _OWNED:
        return None
    return find_owner(page, who.first, page.sentence(range(who.first, who.last)))


def _later_condition(page: Page, content: range) -> Condition | None:
    """Find a condition after who says so: "could accept it, diplomats said, if"."""
    hits = page.scene.conditions
    at = bisect_left(hits, content.stop, key=lambda hit: hit.first)
    if not content or at == len(hits):
        return None
    first, sentence = hits[at].first, page.sentence(content)
    between = page.tokens.stems[content.stop : first]
    apart = between[:1] == (",",) and between[-1:] == (",",)
    if first >= sentence.stop or not apart or len(between) > _SAYING_TOKENS:
        return None
    return find_condition(hits, page.tokens, range(content.stop, sentence.stop))


def sets_condition(page: Page, comma: int) -> bool:
    """Tell whether a condition follows a comma: ", provided that", ", but only if"."""
    first = comma + 1
    if page.tokens.stems[first : first + 1] == ("but",):
        first += 1
    hits = page.scene.conditions
    at = bisect_left(hits, first, key=lambda hit: hit.first)
    return at < len(hits) and hits[at].first == first

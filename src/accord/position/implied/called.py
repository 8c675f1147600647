"""Calling: "she called the plan a leap from a quay with the tide out".

Whoever gives a thing another name than its own, and no name that anybody would be glad of,
calls it names. No list knows all such names; but those for good and for neither good nor bad
are few, and they are the ones to know. Whoever cries "Recount now!" says it shorter still.
"""

from accord.model import Attribution
from accord.position.issues import Target
from accord.position.page import Page
from accord.position.phrases import SENTENCE_END, stem_set
from accord.position.stance import Reading, Words

__all__ = ["read_called"]

_CALLS = stem_set("call dub brand label describe deride mock decry ridicule lampoon")
_OPENS = stem_set("a an")
_QUOTES = tuple("\"'“‘«„")
# Names that praise, that take no side, or that are of the moment and not of the thing.
_NO_BLAME = stem_set(
    "step start beginning chance opportunity day night hour moment hope dream compromise first "
    "best better only way right true great big happy gift vote peace win victory success light "
    "bridge door key friend love home heart progress foundation base cornerstone shield insurance "
    "investment test matter question issue case signal sign message reminder response reply part "
    "example model standard tool point guarantee lifeline milestone turning triumph "
    "relief blessing boon necessity must duty good fine fair wise sensible reasonable sound strong "
    "solid clever smart bold brave courageous decent honest historic remarkable interesting new "
    "surprising surprise difficult open ambitious serious encouraging constructive welcome common "
    "sense balance balanced bargain deal offer proposal plan project idea law measure decision "
    "document text report basis framework package priority exception precaution formality "
    "technicality minimum maximum beginner classic masterpiece miracle treasure jewel pearl gem "
    "joy pleasure honour privilege tribute salute thank recognition reward freedom justice future "
    "huge vital crucial essential important necessary inevitable logical natural normal routine "
    "legal lawful overdue final last setback blow defeat breakthrough not no nothing never more less than regrettable"
)
# What is offered to the other side may be called names by those of one's own.
_OFFERS = stem_set("offer deal compromise concession package draft")
_HARMLESS = ("good", "hold_for", "negation")
_LEAD_TOKENS = 2
_NAME_TOKENS = 14
_THING_TOKENS = 6


def read_called(
    page: Page, attribution: Attribution, words: Words
) -> tuple[int, Reading] | None:
    """Read a thing that is called something else.

    Args:
        page: The document.
        attribution: Who says it.
        words: What is said, which takes no side in so many words.

    Returns:
        Place of the issue and the reading; None where nothing is called names.
    """
    slogan = _read_slogan(page, words.content.start)
    if slogan is not None or attribution.cue is None:
        return slogan
    tokens = page.tokens
    cue = tokens.range(attribution.cue.start, attribution.cue.end)
    if not cue or tokens.stems[cue[-1]] not in _CALLS:
        return None
    start = words.content.start
    thing = next(iter(page.scene.targets_in(start, start + _LEAD_TOKENS + 1)), None)
    if thing is None or not _is_thing(page, start, thing):
        return None
    name = _name_of(page, thing.last, words.content.stop)
    if not name or not _NO_BLAME.isdisjoint(tokens.stems[name.start : name.stop]):
        return None
    inner = page.scene.operators_in(name.start, name.stop)
    if any(op.kind in _HARMLESS for op in inner):
        return None
    cues = ((name.start, name.stop, "called"),)
    return thing.issue, Reading(-thing.sign, 0.6, 0.4, cues, rule="called")


def _read_slogan(page: Page, low: int) -> tuple[int, Reading] | None:
    """Read "Recount now!", which needs no verb."""
    stems = page.tokens.stems
    thing = next(iter(page.scene.targets_in(low, low + 1)), None)
    if thing is None or thing.pole:
        return None
    if stems[thing.last : thing.last + 2] != ("now", SENTENCE_END):
        return None
    cues = ((low, thing.last + 1, "called"),)
    return thing.issue, Reading(thing.sign, 0.7, 0.6, cues, rule="called")


def _is_thing(page: Page, start: int, thing: Target) -> bool:
    """Tell a thing that is named outright and right away."""
    offered = _OFFERS.intersection(page.tokens.stems[thing.first : thing.last])
    done = page.scene.operators_in(start, thing.first)
    return not (thing.pole or offered or done)


def _name_of(page: Page, last: int, stop: int) -> range:
    """Find what a thing is called: a phrase in quotes or with "a", right after it."""
    tokens, text = page.tokens, page.document.text
    for at in range(last, min(stop, last + _THING_TOKENS)):
        gap = text[tokens.ends[at - 1] : tokens.starts[at]].strip()
        if tokens.stems[at] in _OPENS or gap[-1:] in _QUOTES:
            high = min(stop, at + _NAME_TOKENS)
            ends = (
                n for n in range(at, high) if tokens.stems[n] in (SENTENCE_END, ";")
            )
            return range(at, next(ends, high))
        if not tokens.stems[at].isalpha():
            break
    return range(0)

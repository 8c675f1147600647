"""Carried: quotations that bear out what the sentence before them says.

"Residents want it gone. 'Thirty years are enough,' said Otto Kern": a report puts a
quotation after the claim that it illustrates. So a quotation that takes no side of its own
has that of the sentence before it, if that tells of a group, or of the speaker's own body,
and nothing marks a contrast.
"""

from accord.model import Attribution, Statement
from accord.position.deeds.subjects import is_group
from accord.position.page import Page
from accord.position.parties import OFFICES
from accord.position.phrases import SENTENCE_END, stem_set, tokenise
from accord.position.stance import Reading, Words

__all__ = ["read_carried"]

_WEIGHT = 0.5
_CERTAINTY = 0.3
_SIDES = {"support": 1, "oppose": -1}
_CONTRASTS = stem_set(
    "but however yet although though while whereas contrast contrary unlike instead other "
    "another meanwhile opposite disagree counter reply respond retort ask rival opposition"
)
_POSSESSIVES = stem_set("its their his her")
_RULERS = stem_set("minister premier chancellor mayor")
_NOW = "now"
_SHORT = 3
# Between the end of a sentence and the quotation after it: marks and line ends.
_GAP_TOKENS = 4


def read_carried(
    page: Page,
    attribution: Attribution,
    words: Words,
    before: Statement | None,
    *,
    own: bool = False,
) -> Reading | None:
    """Read a quotation as bearing out the statement before it.

    Args:
        page: The document.
        attribution: The quotation.
        words: What is said, which takes no side of its own.
        before: The last side that anybody was said to take before; None if nobody.
        own: Whether it must be the speaker's own body that took that side.

    Returns:
        None if the statement is further away, or the quotation need not bear it out.
    """
    source = attribution.source
    if source is None or before is None or before.stance not in _SIDES:
        return None
    speaker = set(tokenise(source.text).stems)
    named = attribution.speaker.actor is not None or not source.text.islower()
    if not named and not speaker & (_POSSESSIVES | OFFICES):
        # "One banner read ..."
        return None
    tokens = page.tokens
    sentence = page.sentence(words.content)
    evidence = tokens.range(before.evidence.start, before.evidence.end)
    previous = page.sentence(evidence[-1:] or evidence)
    between = tokens.stems[previous.stop : words.content.start]
    if len(between) > _GAP_TOKENS or any(stem != SENTENCE_END for stem in between):
        return None
    inside = words.content[1:]
    around = [
        stem
        for at in sentence
        if at not in inside and (stem := tokens.stems[at]) in _CONTRASTS
    ]
    # "Had called for it and now wants to hear no more of it": he bears out the latter.
    after = tokens.stems[evidence.stop : previous.stop]
    if (
        around
        or _NOW in after
        or not (
            _is_own(speaker, attribution, before)
            or (not own and _is_anyone(page, attribution, speaker, before))
        )
    ):
        return None
    sign = _SIDES[before.stance]
    cue = (words.content.start, words.content.stop, "carried")
    return Reading(sign, _WEIGHT, _CERTAINTY, (cue,), rule="carried")


def _is_own(speaker: set[str], attribution: Attribution, before: Statement) -> bool:
    """Tell the speaker's own body: "the union ... its president", "chamber president"."""
    if speaker & _POSSESSIVES:
        return True
    body = attribution.speaks_for.name if attribution.speaks_for else ""
    names = {s for s in tokenise(f"{before.name}").stems if len(s) > _SHORT} - OFFICES
    person = attribution.speaker.name or ""
    return bool(names & (speaker | set(tokenise(f"{body} {person}").stems)))


def _is_anyone(
    page: Page, attribution: Attribution, speaker: set[str], before: Statement
) -> bool:
    """Tell one of many from an official, who speaks for a body of their own.

    In one paragraph with the many, whoever heads or speaks for them is one of them;
    not so who governs.
    """
    text = page.document.text[before.evidence.end : attribution.content.start]
    apart = _RULERS if "\n" not in text else OFFICES
    return is_group(before.name) and not speaker & apart

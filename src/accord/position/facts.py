"""Sides taken that a text reports as facts: "Norland backed the talks"."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from accord.model import Attribution
from accord.position.acts import ActReading, acts, is_turned
from accord.position.chains import BREAKS
from accord.position.conditions import find_condition
from accord.position.page import Page
from accord.position.parties import Voice, actor_before
from accord.position.phrases import Hit, tokenise
from accord.position.stance import Words
from accord.position.statements import Holder

__all__ = ["find_facts"]

# Acts that a text may report as a fact without a word of speech.
_FACT_ACTS = frozenset(
    (
        "demand call-for propose offer promise agree accept reject refuse support "
        "threaten insist criticise"
    ).split()
)
_FACT_CONFIDENCE = 0.5
_FACT_TOKENS = 25


def find_facts(
    page: Page, attributions: Sequence[Attribution]
) -> Iterator[tuple[Holder, Words]]:
    """Find sides taken that are reported as facts: "Norland backed the talks"."""
    taken = [page.tokens.range(a.hull.start, a.hull.end) for a in attributions]
    starts = [place.start for place in sorted(taken, key=lambda r: (r.start, r.stop))]
    reach = _reaches(sorted(taken, key=lambda r: (r.start, r.stop)))
    last_sentence = -1
    for hit in page.cues:
        name, sign = hit.label
        if name not in _FACT_ACTS or not sign or hit.first < last_sentence:
            continue
        # What an attribution reports is read there.
        place = bisect_left(starts, hit.last)
        if place and reach[place - 1] > hit.first:
            continue
        sentence = page.sentence(range(hit.first, hit.last))
        found = _fact(page, hit, sentence)
        if found is not None:
            last_sentence = sentence.stop
            yield found


def _reaches(places: Sequence[range]) -> list[int]:
    """Give how far the first n places reach together."""
    reached: list[int] = []
    for place in places:
        reached.append(max(place.stop, reached[-1] if reached else 0))
    return reached


def _fact(
    page: Page, hit: Hit[tuple[str, int]], sentence: range
) -> tuple[Holder, Words] | None:
    """Read one side taken; None if nobody known takes it."""
    tokens, document = page.tokens, page.document
    name, sign = hit.label
    who = actor_before(tokens, page.scene.covered, hit.first, sentence.start)
    last = next(
        (
            at
            for at in range(hit.last, sentence.stop)
            if tokens.stems[at] in BREAKS or tokens.stems[at] == ","
        ),
        sentence.stop,
    )
    content = range(hit.last, min(last, hit.last + _FACT_TOKENS))
    if who is None or who.actor is None or not content:
        return None
    evidence = document.passage(who.start, tokens.ends[content.stop - 1])
    if document.is_furniture(evidence.span):
        return None
    act = acts()[name]
    turned = is_turned(tokens, hit.first)
    voice = Voice(
        frozenset((who.actor,)), frozenset(tokenise(who.text).stems), quoted=False
    )
    reading = ActReading(
        act,
        -sign if turned else sign,
        act.weight,
        turned,
        (hit.first, hit.last),
        from_content=False,
    )
    condition = find_condition(page.scene.conditions, tokens, content)
    holder = Holder(
        attribution=None,
        actor=who.actor,
        name=who.name,
        speaks_for=None,
        when=document.published,
        evidence=evidence,
        confidence=round(_FACT_CONFIDENCE * who.confidence, 3),
    )
    return holder, Words(content, reading, voice, condition)

"""Changes of mind: "the union, which had long opposed it, now supports it"."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from accord.model import Statement
from accord.position.page import Page
from accord.position.phrases import stem_set

__all__ = ["drop_former"]

_FORMERLY = stem_set("had once formerly previously initially originally long")
_RELATIVES = stem_set("which who")
_OVER = stem_set("now anymore henceforth")
_LEAD_TOKENS = 4
#: Stands for the whole document in place of a sentence.
_ANYWHERE = -2
_HAD_CHARS = 32
_HAD = re.compile(r"\bhad (?:\w+ ){0,2}$")


def drop_former(page: Page, made: Sequence[Statement]) -> Iterator[Statement]:
    """Leave out a side that its holder had, where the text tells of another since.

    "Which had long opposed it" is over if the same sentence says so, "she had supported
    it" if any other does.

    Cost:
        Linear in the number of statements.
    """
    sides: dict[tuple[str, str, int], set[str]] = {}
    keys = [(s.name, s.issue, _sentence_of(page, s)) for s in made]
    for statement, key in zip(made, keys, strict=True):
        if not (_is_former(page, statement) or _is_past(page, statement)):
            sides.setdefault(key, set()).add(statement.stance)
            sides.setdefault((*key[:2], _ANYWHERE), set()).add(statement.stance)
    for statement, key in zip(made, keys, strict=True):
        over = {statement.stance, "unclear"}
        here = sides.get(key, set()) - over
        anywhere = sides.get((*key[:2], _ANYWHERE), set()) - over
        former = _is_former(page, statement) and (here or _is_over(page, key[2]))
        if not (former or (anywhere and _is_past(page, statement))):
            yield statement


def _is_over(page: Page, begin: int) -> bool:
    """Tell a sentence that says of something that it is so no longer."""
    sentence = page.sentence(range(begin, begin + 1)) if begin >= 0 else range(0)
    stems = page.tokens.stems[sentence.start : sentence.stop]
    return ("no", "longer") in pairwise(stems) or not _OVER.isdisjoint(stems)


def _sentence_of(page: Page, statement: Statement) -> int:
    """Find where the sentence begins that a statement ends in."""
    evidence = statement.evidence
    place = page.tokens.range(evidence.start, evidence.end)
    return page.sentence(place[-1:]).start if place else -1


def _is_past(page: Page, statement: Statement) -> bool:
    """Tell "she had supported it" from "she supported it"."""
    act = next((cue for cue in statement.cues if cue.says.startswith("act:")), None)
    begin = act.start if act else statement.evidence.start
    text = page.document.text
    led = _HAD.search(text[max(0, begin - _HAD_CHARS) : begin])
    return led is not None or text.startswith("had ", begin)


def _is_former(page: Page, statement: Statement) -> bool:
    """Tell "which had long opposed it": a relative clause about the past."""
    act = next((cue for cue in statement.cues if cue.says.startswith("act:")), None)
    begin = act.start if act else statement.evidence.start
    at = page.tokens.range(begin, statement.evidence.end).start
    lead = page.tokens.stems[max(0, at - _LEAD_TOKENS) : at + 1]
    relative = next((n for n, word in enumerate(lead) if word in _RELATIVES), None)
    return relative is not None and not _FORMERLY.isdisjoint(lead[relative:])

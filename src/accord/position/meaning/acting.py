"""Acting: who should do what a question asks for, though the text leaves its object out.

"Should Arle join the pact?" is what "Arle should join as soon as it can" speaks of, and so is
"Joining now would be rash" where words begin that way.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from accord.model import Codebook
from accord.position.meaning.questions import find_main, is_content
from accord.position.phrases import SENTENCE_END, Tokens, stem_set, tokenise

__all__ = ["Acting", "find_acting", "read_acting"]

_HELPING = stem_set(
    "should must will would can could may might shall need ought have to not never now also "
    "soon finally therefore still either have simply just"
)
# What may stand behind a verb that has no object.
_NO_OBJECT = frozenset((SENTENCE_END, ",", ";", "—", "–")) | stem_set(
    "as now before by if when once soon quickly immediately without at until unless this next "
    "after and or but too again today tomorrow early later while because rather"
)
_EARLY = stem_set("now today early later too at this next before without so")
_BEFORE = frozenset((SENTENCE_END, "that", '"'))
_HELPING_TOKENS = 6
# These do other things as well.
_LIGHT = stem_set("be have do get take give make go keep let put set pay cut act")


@dataclass(frozen=True, slots=True)
class Acting:
    """Whom the issues of a codebook ask to do what.

    Attributes:
        verbs: The issue that asks for a verb, which no other does.
        subjects: Words for who should do it, by issue.
    """

    verbs: Mapping[str, int]
    subjects: Mapping[int, frozenset[str]]


def read_acting(codebook: Codebook) -> Acting:
    """Read the verbs that questions ask for, each with who should do so."""
    found: dict[str, list[tuple[int, frozenset[str]]]] = {}
    for place, issue in enumerate(codebook.issues):
        tokens = tokenise(issue.question)
        stems = tokens.stems
        verb = find_main(tokens)
        if verb is None or stems[verb.first] in _LIGHT:
            continue
        subject = frozenset(word for word in stems[1 : verb.first] if is_content(word))
        plain = all(word.isalpha() for word in stems[1 : verb.first])
        if plain and subject and verb.last == verb.first + 1:
            found.setdefault(stems[verb.first], []).append((place, subject))
    single = {verb: rows[0] for verb, rows in found.items() if len(rows) == 1}
    return Acting(
        {verb: place for verb, (place, _) in single.items()},
        dict(single.values()),
    )


def find_acting(acting: Acting, tokens: Tokens) -> Iterator[tuple[int, int]]:
    """Find such verbs without an object, as (token, issue)."""
    stems = tokens.stems
    for at, word in enumerate(stems):
        issue = acting.verbs.get(word)
        if issue is None or at + 1 >= len(stems):
            continue
        opens = at == 0 or stems[at - 1] in _BEFORE
        if at in tokens.gerunds:
            if stems[at + 1] in (_EARLY if opens else _NO_OBJECT):
                yield at, issue
        elif stems[at + 1] in _NO_OBJECT and _does(stems, at, acting.subjects[issue]):
            yield at, issue


def _does(stems: Sequence[str], verb: int, subject: frozenset[str]) -> bool:
    """Tell whether a subject and helping words stand right before a verb."""
    at = verb - 1
    low = max(0, verb - _HELPING_TOKENS)
    while at > low and stems[at] in _HELPING:
        at -= 1
    return at < verb - 1 and at >= 0 and stems[at] in subject

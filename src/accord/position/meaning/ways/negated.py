"""Negated: terms that say what there is not to be: "car-free", "unarmed", "no limit"."""

from accord.position.meaning.questions import is_content
from accord.position.meaning.ways.asked import Asked
from accord.position.phrases import phrase_stems, stem, stem_set, tokenise

__all__ = ["read_negated"]

_LEADING = stem_set("no non without off anti zero")
_FREE = stem("free")
_UN, _NON = "un", "non"
_LONG = 3


def read_negated(asked: Asked, terms: tuple[str, ...], term: str) -> str | None:
    """Find what a term wants none of, if the question speaks of it.

    Returns:
        The words of it, as they stand in the term; None if the term wants something.

    Example:
        >>> from accord.position.meaning.ways.asked import read_asked
        >>> read_negated(read_asked("Should cars be banned?"), (), "car-free streets")
        'car'
    """
    tokens = tokenise(term)
    stems = tokens.stems
    held = set(asked.tokens.stems)
    held.update(
        word for other in terms if other != term for word in phrase_stems(other)
    )
    if stems[0] in _LEADING:
        # "Non-aligned status" is a status.
        reach = 2 if stems[0] == _NON else len(stems)
        found = next((at for at in range(1, reach) if stems[at] in held), None)
        if found is not None and is_content(stems[found]):
            return term[tokens.starts[1] :]
    if _FREE in stems[1:]:
        before = range(stems.index(_FREE, 1))
        if any(stems[at] in held and len(stems[at]) > 1 for at in before):
            return term[: tokens.ends[before[-1]]]
    for at, word in enumerate(stems):
        bare = word.removeprefix(_UN)
        if bare != word and len(bare) >= _LONG and stem(bare) in held:
            return term[tokens.starts[at] + len(_UN) : tokens.ends[at]]
    return None

"""Envoys told apart by adjectives: "Corvan and Arlish envoys met"."""

from collections.abc import Iterator

from accord.model import Mention
from accord.position.reported.sentence import Sentence
from accord.text.sieve import Sieve

__all__ = ["find_envoys"]

# An adjective and its name share at least their first letters.
_STEM_LETTERS = 4
_ENVOYS = Sieve(
    r"\b([A-Z][a-z]+)\s+and\s+([A-Z][a-z]+)\s+(?:\w+\s+)?(?:negotiators|envoys|delegations"
    r"|diplomats|officials|leaders|ministers|representatives|delegates)\s+(?:have\s+|had\s+)?"
    r"(?:met|meet|held|hold|negotiated|talked|conferred|sat down|opened|resumed)\b"
)


def find_envoys(sentence: Sentence) -> Iterator[tuple[int, tuple[Mention, ...]]]:
    """Find who sends envoys that meet, where only adjectives say so.

    Returns:
        For each meeting its first character and the states or bodies, as the document
        names them elsewhere.
    """
    for match in _ENVOYS.finditer(
        sentence.document.text, sentence.span.start, sentence.span.end
    ):
        owners = (_of_adjective(word, sentence) for word in match.group(1, 2))
        yield match.start(), tuple(owner for owner in owners if owner is not None)


def _of_adjective(word: str, sentence: Sentence) -> Mention | None:
    """Find the state or body that an adjective belongs to, if the document names it."""
    begin = word[:_STEM_LETTERS].lower()
    return next(
        (
            mention
            for mention in sentence.known
            if len(word) > _STEM_LETTERS
            and mention.name.lower().startswith(begin)
            and mention.actor is not None
            and not mention.actor.startswith(("per:", "outlet:"))
        ),
        None,
    )

"""Repeats: "the price", once a text has spoken of a carbon price.

English names a thing in full and goes on with its last noun alone. That noun is the thing
where it is definite, says nothing more of itself, and no other thing of the codebook in the
text ends with it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from accord.position.issues import Target
from accord.position.phrases import SENTENCE_END, Tokens, stem_set

__all__ = ["find_repeats"]

_POINTERS = stem_set("the this that these those such")
# Nouns that stand for nothing in particular, whatever they ended before.
_GENERAL = stem_set(
    "country state nation party side people man woman child person member group day week "
    "month year time hour way thing case part percent cent number point place area region "
    "world city town government minister ministry company metre mile ton tonne language "
    "worker union law court election commission council issue question dispute money"
)
# What follows a noun that ends its phrase; another noun would say what it is.
_GOES_ON = stem_set(
    "and or but as at in on with from by until before after because be have will would can "
    "could may might must should do not when while during if say go come remain also to than "
    "so then too now again itself themselves altogether entirely outright"
)
_FEWEST_LETTERS = 4


def find_repeats(
    tokens: Tokens, text: str, targets: Sequence[Target]
) -> Iterator[Target]:
    """Find the last nouns that stand alone for terms named in full before.

    Args:
        tokens: The document's words.
        text: The document's text.
        targets: Places that speak of issues, by place.

    Cost:
        Linear in the number of tokens.
    """
    full = _last_nouns(tokens, targets)
    if not full:
        return
    taken = {at for target in targets for at in range(target.first, target.last)}
    for at, word in enumerate(tokens.stems):
        whole = full.get(word)
        if whole is None or at <= whole.last or at in taken:
            continue
        if tokens.stems[at - 1] in _POINTERS and _is_whole(tokens, text, at):
            yield replace(whole, first=at, last=at + 1)


def _last_nouns(tokens: Tokens, targets: Sequence[Target]) -> dict[str, Target]:
    """Map the last nouns of terms named in full to where they first were."""
    full: dict[str, Target] = {}
    shared: set[str] = set()
    for target in targets:
        word = tokens.stems[target.last - 1]
        if target.pole or word in _GENERAL or len(word) < _FEWEST_LETTERS:
            continue
        known = full.get(word)
        if known is not None and (known.issue, known.sign) != (
            target.issue,
            target.sign,
        ):
            shared.add(word)
        # A verb with its object is no name of the object.
        if target.last - target.first > 1 and not target.deed and word.isalpha():
            full.setdefault(word, target)
    return {word: one for word, one in full.items() if word not in shared}


def _is_whole(tokens: Tokens, text: str, at: int) -> bool:
    """Tell "the price" from "the price of bread" and "the price index"."""
    after = at + 1
    word = tokens.stems[after] if after < len(tokens.stems) else SENTENCE_END
    past = after in tokens.bent or (
        after in tokens.inflected and text.endswith("ed", 0, tokens.ends[after])
    )
    return past or word in _GOES_ON or not word.isalpha()

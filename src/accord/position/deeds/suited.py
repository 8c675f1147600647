"""Suited: whom a thing suits or does not: "a ceiling is unacceptable to the Greens".

The subject is the thing, and who takes the side is named behind the adjective, as the
agent of a passive verb is.
"""

from collections.abc import Iterator

from accord.position.phrases import Tokens, stem, stem_set

__all__ = ["find_suited", "is_suited", "suits"]

_TO = stem_set("to for")
_WITH = stem_set("with among")
# What follows each word before a name, and its sign.
_SUITS: dict[str, tuple[frozenset[str], int]] = {
    stem(word): (after, sign)
    for words, after, sign in (
        (
            "unacceptable intolerable unthinkable anathema abhorrent unwelcome taboo",
            _TO,
            -1,
        ),
        ("acceptable welcome agreeable palatable tolerable", _TO - {"for"}, 1),
        ("unpopular", _WITH, -1),
        ("popular", _WITH, 1),
    )
    for word in words.split()
}
_ARTICLES = stem_set("the a an its their his her")
_BEING = stem_set("be become remain seem appear prove stay look find")
_BEING_TOKENS = 4


def is_suited(tokens: Tokens, at: int) -> bool:
    """Tell whether somebody is to follow an adjective: "unacceptable" before "to".

    Example:
        >>> from accord.position.phrases import tokenise
        >>> is_suited(tokenise("It is unacceptable to them."), 2)
        True
        >>> is_suited(tokenise("It is unacceptable."), 2)
        False
    """
    suits = _SUITS.get(tokens.stems[at])
    return suits is not None and not suits[0].isdisjoint(tokens.stems[at + 1 : at + 2])


def suits(tokens: Tokens, begin: int) -> bool:
    """Tell whether a name is that of whom something suits: "unacceptable to | the crews".

    Example:
        >>> from accord.position.phrases import tokenise
        >>> suits(tokenise("Unacceptable to the crews."), 3)
        True
        >>> suits(tokenise("Told to the crews."), 3)
        False
    """
    while begin > 0 and tokens.stems[begin - 1] in _ARTICLES:
        begin -= 1
    return begin > 1 and is_suited(tokens, begin - 2)


def find_suited(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """Find adjectives that tell whom a thing suits, as (token, sign).

    Example:
        >>> from accord.position.phrases import tokenise
        >>> list(find_suited(tokenise("The quota was intolerable to the crews.")))
        [(3, -1)]
        >>> list(find_suited(tokenise("A welcome to all of you.")))
        []
    """
    for at, word in enumerate(tokens.stems):
        if word in _SUITS and is_suited(tokens, at):
            before = tokens.stems[max(0, at - _BEING_TOKENS) : at]
            if not _BEING.isdisjoint(before):
                yield at, _SUITS[word][1]

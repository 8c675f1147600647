"""Patterns that are tried only on texts that hold the letters they need.

Most sentences hold nothing of what a pattern looks for. To see whether one of a few
words stands in a sentence takes a fraction of the time in which a long pattern fails
at each of its letters. Which letters a pattern needs is read off the pattern itself, so
that the two cannot fall out of step.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from importlib import import_module
from string import ascii_lowercase
from typing import Any

from accord.text.folding import fold_case

__all__ = ["Gate", "Sieve", "needed_letters"]

#: Stands for a figure of any script among the letters that a pattern needs.
DIGIT = r"\d"
_FIGURE = re.compile(DIGIT)
# Up to here letters have one other case each, but for those that folding sees to.
_PLAIN_LETTERS = "\u0180"
# A range of more letters than these is met anywhere.
_FEW = 10
_COMMON = frozenset(
    """
    all and any are been but can for from had has have her him his how into its may more
    most not now one only our out own said she should some such than that the their them
    then there these they this those was were what when which while who will with would
    you an as at be by do he if in is it me my no of on or so to up us we
    """.split()
)
_MARKS = " .,;:-–—\"'“”‘’()"
# Python's own reader of patterns; what it yields is a tree of named operations.
_read: Any = import_module("re._parser").parse


class Sieve:
    r"""A pattern with the same matches as ``re.compile`` gives, found sooner.

    It is compiled when the first text with the letters that it needs comes.

    Args:
        source: The pattern, as for ``re.compile``. One that needs no letters is tried
            on every text.
        flags: As for ``re.compile``.

    Example:
        >>> talks = Sieve(r"(?:held|resumed)\s+(?:talks|negotiations)")
        >>> [match.span() for match in talks.finditer("They held talks.")]
        [(5, 15)]
    """

    def __init__(self, source: str, flags: int = 0) -> None:
        self.source = source
        self.flags = flags

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The pattern, compiled."""
        return re.compile(self.source, self.flags)

    def finditer(
        self, text: str, start: int = 0, end: int | None = None
    ) -> Iterator[re.Match[str]]:
        """Find all matches, as the pattern's own method does."""
        end = len(text) if end is None else end
        if self.may_match(text, start, end):
            return self.pattern.finditer(text, start, end)
        return iter(())

    def search(
        self, text: str, start: int = 0, end: int | None = None
    ) -> re.Match[str] | None:
        """Find the first match, as the pattern's own method does."""
        end = len(text) if end is None else end
        if self.may_match(text, start, end):
            return self.pattern.search(text, start, end)
        return None

    def may_match(self, text: str, start: int, end: int) -> bool:
        """Tell whether any of the letters that the pattern needs stand there.

        Whoever goes on from match to match asks once, and then uses ``pattern``: each
        time it is asked, all that is left of the text is looked at.
        """
        return _stand_in(text[start:end], self._needs)

    @cached_property
    def letters(self) -> frozenset[str]:
        """What all that it matches has in it; see ``needed_letters``."""
        return needed_letters(self.source, self.flags)

    @cached_property
    def _needs(self) -> tuple[tuple[str, ...], bool]:
        return _sorted_needs(self.letters)


class Gate:
    """Tells at once whether any of many patterns may match.

    Args:
        sieves: The patterns.

    Example:
        >>> gate = Gate([Sieve("talks?"), Sieve("dined")])
        >>> gate.opens("They dined."), gate.opens("They ate.")
        (True, False)
    """

    def __init__(self, sieves: Iterable[Sieve]) -> None:
        self._sieves = tuple(sieves)

    def opens(self, text: str) -> bool:
        """Tell whether any letters that one of the patterns needs stand in a text."""
        return _stand_in(text, self._needs)

    @cached_property
    def _needs(self) -> tuple[tuple[str, ...], bool]:
        letters = frozenset().union(*(sieve.letters for sieve in self._sieves))
        return _sorted_needs(_least(letters))


def _sorted_needs(needed: frozenset[str]) -> tuple[tuple[str, ...], bool]:
    """Tell the letters one of which must stand there, and whether a figure would do."""
    return tuple(sorted(needed - {DIGIT})), DIGIT in needed


def _stand_in(text: str, needs: tuple[tuple[str, ...], bool]) -> bool:
    """Tell whether any of some letters, or a figure where one would do, stand there."""
    letters, figure = needs
    folded = fold_case(text)
    if any(map(folded.__contains__, letters)):
        return True
    return figure and _FIGURE.search(folded) is not None


def needed_letters(source: str, flags: int = 0) -> frozenset[str]:
    r"""Read off a pattern what all that it matches has in it.

    Returns:
        Runs of letters in lower case, or ``DIGIT``, of which every match holds at least
        one; the empty run alone if it may match without any.

    Cost:
        Linear in the length of the pattern, and quadratic in the few runs it returns.

    Example:
        >>> sorted(needed_letters(r"the (?:pacts?|treaty)|a deal\b"))
        ['a deal', 'pact', 'treaty']
    """
    return _least(_needs(_read(source, int(flags))))


def _least(needed: frozenset[str]) -> frozenset[str]:
    """Leave out runs that hold another."""
    return frozenset(
        one for one in needed if not any(o != one and o in one for o in needed)
    )


def _needs(parts: Iterable[tuple[Any, Any]]) -> frozenset[str]:
    """Choose what is rarest of all that a sequence of parts needs."""
    run = ""
    found: list[frozenset[str]] = []
    for operation, value in parts:
        letter = _letter(str(operation), value)
        run += letter
        if not letter:
            found += (frozenset({run}), _needs_of(str(operation), value))
            run = ""
    return max((*found, frozenset({run})), key=_rareness)


def _rareness(needed: frozenset[str]) -> tuple[int, int]:
    """Rank needs: long runs are rare, and few are soon looked for."""
    return min(map(_weight, needed)), -len(needed)


def _weight(run: str) -> int:
    """Tell how rare a run is; what stands in most sentences is next to nothing."""
    letters = run.strip(_MARKS)
    if letters in _COMMON or letters in ascii_lowercase:
        return min(1, len(run))
    return 2 if run == DIGIT else 1 + len(letters)


def _letter(operation: str, value: Any) -> str:
    """Return the letter that a part stands for; none if case may change it oddly."""
    letter = chr(value) if operation == "LITERAL" else ""
    plain = letter < _PLAIN_LETTERS or letter.lower() == letter.upper()
    return fold_case(letter) if plain else ""


def _needs_of(operation: str, value: Any) -> frozenset[str]:
    """Tell what one part of a pattern needs that is no letter."""
    inner: Iterable[tuple[Any, Any]] = ()
    match operation:
        case "IN":
            return frozenset(run for member in value for run in _runs_of(*member))
        case "BRANCH":
            return frozenset().union(*map(_needs, value[1]))
        case "SUBPATTERN":
            inner = value[3]
        case "ATOMIC_GROUP":
            inner = value
        case "ASSERT" if value[0] > 0:
            inner = value[1]
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT" if value[0] > 0:
            inner = value[2]
    return _needs(inner)


def _runs_of(kind: Any, value: Any) -> Iterable[str]:
    """Name the letters of one member of a set of them; the empty run if it has many."""
    match str(kind):
        case "LITERAL":
            return (_letter("LITERAL", value),)
        case "RANGE" if value[1] - value[0] < _FEW:
            return (_letter("LITERAL", one) for one in range(value[0], value[1] + 1))
        case "CATEGORY" if str(value) == "CATEGORY_DIGIT":
            return (DIGIT,)
    return ("",)

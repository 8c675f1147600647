"""The words this part of the room knows, as data."""

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from importlib import resources
from typing import Any

import yaml

from accord.model import digest

__all__ = [
    "any_of",
    "lines_pattern",
    "load_table",
    "reported_digest",
    "without_first_capital",
]

_FILES = (
    "figures.yaml", "dealings.yaml", "contacts.yaml", "agreements.yaml", "rules.yaml",
)  # fmt: skip
_NAME = re.compile(r"\{([a-z_]+)\}")
# How deep forms are named within forms.
_NESTED = 3
_FIRST = re.compile(r"^[“”\"'‘(]*[A-Z]")
_FEW_WORDS = r"(?:[\w’'&-]+(?:[.,]\d+)*,? ){0,4}?"


@cache
def load_table(name: str) -> Mapping[str, Any]:
    """Read a YAML file of this folder's data."""
    table: Mapping[str, Any] = yaml.safe_load(_read(name))
    return table


def any_of(words: Iterable[str]) -> str:
    """Make a pattern of words or phrases, the longest first."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(r"\s+".join(map(re.escape, word.split())) for word in ordered)


def lines_pattern(lines: Iterable[str], forms: Mapping[str, str]) -> str:
    """Write one pattern of lines in which words stand for themselves.

    Args:
        lines: Patterns of words; a space stands for any white space, ``...`` for up to
            four words, and a name in braces for its forms.
        forms: The forms, by name; they may name others.
    """
    either = "|".join(f"(?:{line})" for line in lines)
    for _ in range(_NESTED):
        either = _NAME.sub(lambda found: f"(?:{forms[found[1]]})", either)
    either = either.replace("... ", _FEW_WORDS).replace(" ", r"\s+")
    return rf"\b(?:{either})(?:(?<=\s)|(?=\W|$))"


@lru_cache(maxsize=8)
def without_first_capital(sentence: str) -> str:
    """Write the first word of a sentence like any other, for lines to be found in it."""
    return _FIRST.sub(lambda first: first[0].lower(), sentence, count=1)


def reported_digest() -> str:
    """Hash the words, as part of the stage's fingerprint."""
    return digest(*(_read(name) for name in _FILES))


@cache
def _read(name: str) -> str:
    """Read a data file."""
    place = resources.files("accord.position.reported") / "data" / name
    return place.read_text(encoding="utf-8")

"""Names made comparable across spellings, and what a first name says of gender."""

import csv
import re
import unicodedata
from functools import cache, lru_cache
from importlib import resources
from typing import Literal

__all__ = ["PARTICLES", "data_text", "gender_of", "is_first_name", "key_of", "keys_of"]

Gender = Literal["f", "m"]

#: Small words inside a name, as in "Ursula von der Leyen".
PARTICLES = frozenset(
    "de da do dos la le el al bin ibn van von der den di du del dela ter ben".split()
)

_WORD = re.compile(r"[^\W_]+(?:['’.][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’]s\b")
# One sound, many spellings: Sergei, Sergey; Zelensky, Zelenskyy, Zelenskiy.
_ONE_SOUND = re.compile(r"[ijy]+")
_FULL_NAME_WORDS = 2
_SILENT = re.compile(r"['’.\u00ad]")


@lru_cache(maxsize=65536)
def key_of(word: str) -> str:
    """Fold one word so that the spellings of one name agree.

    Args:
        word: One word, without its possessive ending.

    Returns:
        Lower case without accents, full stops and apostrophes; every run of
        ``i``, ``j``, ``y`` is one ``i``.

    Example:
        >>> key_of("Zelenskyy") == key_of("Zelensky") == key_of("Zelenskiy")
        True
        >>> key_of("U.S.")
        'us'
    """
    if not word.isascii():
        parts = unicodedata.normalize("NFKD", word.replace("ł", "l"))
        word = "".join(c for c in parts if not unicodedata.combining(c))
    return _ONE_SOUND.sub("i", _SILENT.sub("", word.lower()))


def keys_of(name: str) -> tuple[str, ...]:
    """Fold every word of a name; hyphens part words.

    Example:
        >>> keys_of("Alain Saint-Just")
        ('alain', 'saint', 'iust')
    """
    return tuple(
        key_of(match.group()) for match in _WORD.finditer(_POSSESSIVE.sub("", name))
    )


def data_text(name: str) -> str:
    """Read one of the room's data files."""
    folder = resources.files("accord.resolve") / "data"
    return (folder / name).read_text(encoding="utf-8")


@cache
def _first_names() -> dict[str, Gender | None]:
    """Map folded first names to a gender; None if both use it."""
    lines = [
        line
        for line in data_text("first_names.csv").splitlines()
        if not line.startswith("#")
    ]
    genders: dict[str, Gender | None] = {"f": "f", "m": "m", "n": None}
    found: dict[str, Gender | None] = {}
    for row in csv.DictReader(lines):
        gender = genders[row["gender"]]
        for name in row["names"].split():
            found[key_of(name)] = gender
    return found


def gender_of(name: str) -> Gender | None:
    """Guess a person's gender from the first word of the name.

    Returns:
        None for first names that are not listed, or used for both.

    Example:
        >>> gender_of("Maria Doe"), gender_of("Kim-Marie Doe"), gender_of("Xyz Doe")
        ('f', 'f', None)
    """
    keys = keys_of(name)
    if len(keys) < _FULL_NAME_WORDS:
        return None
    first = keys_of(name.split(maxsplit=1)[0])
    genders = (_first_names().get(key) for key in first)
    return next((gender for gender in genders if gender), None)


def is_first_name(word: str) -> bool:
    """Tell whether people are called so by first name, whatever their gender.

    Example:
        >>> is_first_name("Maria"), is_first_name("Xyz")
        (True, False)
    """
    return key_of(word) in _first_names()

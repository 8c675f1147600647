"""When one name is short for another."""

from accord.resolve.knowledge.names import keys_of
from accord.resolve.namings import LEGAL_FORMS
from accord.resolve.people.person import SUFFIXES
from accord.text import fold

__all__ = ["is_short_for", "is_variant_of", "last_word", "short_keys", "surname_of"]

_ARTICLES = frozenset({"the", "a", "an"})
_JOINTS = frozenset({"of", "for", "in"})
#: What a firm's name may end in, and does without.
_FIRM_ENDINGS = LEGAL_FORMS | frozenset(
    "holdings group company corporation limited incorporated co partners".split()
)
#: With one of these a description fits one of several: the city council of each city.
_OF_SEVERAL = frozenset(
    """city town village local regional state provincial district national other both
    new main largest biggest two three whole our their its his her this that
    country""".split()
)


def surname_of(name: str) -> tuple[str, ...]:
    """Return the folded last name; both halves of one with a hyphen.

    Example:
        >>> surname_of("Vera Ambrus"), surname_of("AMBRUS"), surname_of("Jo Roe-Doe")
        (('ambrus',), ('ambrus',), ('roe', 'doe'))
    """
    return keys_of(last_word(name))


def last_word(name: str) -> str:
    """Return the last name as it is written, plain and with one capital.

    Example:
        >>> last_word("Íde NÝGÅRD Jr."), last_word("")
        ('Nygard', '')
    """
    words = fold(name).text.split()
    while len(words) > 1 and words[-1].rstrip(".") in SUFFIXES:
        words.pop()
    return words[-1].title() if words else ""


def is_variant_of(short: str, full: str) -> bool:
    """Tell "V. Ambrus" and "Vera Ambrus" of "Vera Maria Ambrus".

    Each given name of the shorter one stands in the fuller one in the same order, in
    full or by its first letter, and the first ones go together.

    Example:
        >>> is_variant_of("V. Ambrus", "Vera Ambrus")
        True
        >>> (
        ...     is_variant_of("Vera Ambrus", "V. Ambrus"),
        ...     is_variant_of("Maria Roe", "Ann Roe"),
        ... )
        (False, False)
    """
    own, other = _given(short), _given(full)
    if not own or not other or own == other or not _goes_with(own[0], other[0]):
        return False
    rest = iter(other)
    return all(any(_goes_with(key, name) for name in rest) for key in own)


def _given(name: str) -> tuple[str, ...]:
    """Return the folded given names."""
    return keys_of(name)[: -len(surname_of(name)) or None]


def _goes_with(one: str, other: str) -> bool:
    """Tell whether a given name, or its first letter, may be the other."""
    return one == other or (len(one) == 1 and other.startswith(one))


def short_keys(name: str) -> tuple[str, ...]:
    """Fold a body's name without its article and without what a firm does without.

    Example:
        >>> (
        ...     short_keys("the Ferry Crews' Union"),
        ...     short_keys("Norlight Energy Holdings Ltd"),
        ... )
        (('ferri', 'crews', 'union'), ('norlight', 'energi'))
    """
    keys = list(keys_of(name))
    while keys and keys[0] in _ARTICLES:
        del keys[0]
    while len(keys) > 1 and keys[-1] in _FIRM_ENDINGS:
        keys.pop()
    return tuple(keys)


def is_short_for(name: str, full: str) -> bool:
    """Tell "the ferry crews' union" of "Ferry Crews' Union of Tolna".

    A description may also leave out the place before: "Tolna Ferry Crews' Union". A
    name may not: the Democrats are not the Social Democrats.

    Example:
        >>> is_short_for("the ferry crews' union", "Ferry Crews' Union of Tolna")
        True
        >>> is_short_for("Democratic Party", "Social Democratic Party")
        False
        >>> is_short_for("the city council", "City Council of Tolna")
        False
    """
    own, other = short_keys(name), short_keys(full)
    if len(own) < 2 or _OF_SEVERAL & set(map(str.lower, name.split())):
        return False
    if other[: len(own)] == own:
        rest = other[len(own) :]
        return not rest or rest[0] in _JOINTS
    described = name.islower() or name[:1] + name[1:].lower() == name
    return described and len(other) == len(own) + 1 and other[1:] == own

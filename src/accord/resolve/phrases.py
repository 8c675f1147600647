"""What the words of a source say: pronoun, name, role, body, crowd, hidden person."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from accord.model import Span
from accord.resolve.gazetteer import Hit
from accord.resolve.knowledge.lexicon import nouns
from accord.resolve.namings import LEGAL_FORMS
from accord.resolve.people.person import Occurrence
from accord.resolve.reading import Reading, Word

__all__ = ["NOBODY", "Phrase", "PhraseKind", "names_one", "read_phrase"]

PhraseKind = Literal["empty", "pronoun", "people", "known", "role", "common", "name"]

PRONOUNS = frozenset(
    """he she they we it i you him her them who whom which himself herself themselves
    itself his hers its their theirs us me""".split()
)
#: They stand like a pronoun and mean nobody in particular.
NOBODY = frozenset("nobody none anybody anyone everybody everyone".split())
# Where the head of a noun phrase ends and what belongs to it begins.
_AFTER_HEAD = frozenset(
    """of for in at from with on who whose which that close near under behind by to
    among inside within familiar involved working speaking quoted cited representing
    leading based told said like including such""".split()
)
# A name after one of these belongs to the head before it.
_DEPENDENT = frozenset(
    """of for in at from with on by to near about under against behind between like
    including as""".split()
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A source's words, taken apart.

    Attributes:
        kind: What its head is.
        words: Numbers of its words, determiners included.
        head: Number of the head's last word; None for an empty phrase.
        definite: Whether "the", a possessor or "this" determines it.
        indefinite: Whether "a", "an" or "one" does.
        people: Persons named at its head.
        known: The known name at its head, if it is no person's.
        lead: Known names before the head: "U.S." in "U.S. officials".
        tail: Known names and persons after it: "Lavrov" in "an aide to Lavrov".
    """

    kind: PhraseKind
    words: tuple[int, ...]
    head: int | None
    definite: bool = False
    indefinite: bool = False
    people: tuple[Occurrence, ...] = ()
    known: Hit | None = None
    lead: tuple[Hit, ...] = ()
    tail: tuple[Hit, ...] = ()
    tail_people: tuple[Occurrence, ...] = ()


def read_phrase(
    reading: Reading,
    spans: Sequence[Span],
    owners: Mapping[int, Hit],
    people: Mapping[int, Occurrence],
) -> Phrase:
    """Take a source's words apart.

    Args:
        reading: The document.
        spans: Where the source stands.
        owners: For each word within a known name, the name.
        people: For each word within a person's name, the place of the name.
    """
    numbers = tuple(n for s in spans for n in reading.between(s.start, s.end))
    if not numbers:
        return Phrase("empty", (), None)
    words = reading.words
    lower = [words[n].lower for n in numbers]
    if lower[0] in PRONOUNS | NOBODY and (
        len(numbers) == 1 or lower[1] in {"himself", "herself", "themselves"}
    ):
        return Phrase("pronoun", numbers, numbers[0])
    definite = lower[0] in _DEFINITE
    indefinite = lower[0] in _INDEFINITE
    named = _people_at_head(reading, numbers, owners, people)
    if named:
        return Phrase("people", numbers, named[-1].last - 1, definite, people=named)
    head = _head(reading, numbers, owners, people)
    if any(words[n].possessive for n in numbers if n < head):
        definite = True
    hits = list(dict.fromkeys(owners[n] for n in numbers if n in owners))
    at_head = owners.get(head)
    tail_people = dict.fromkeys(people[n] for n in numbers if n in people and n > head)
    return Phrase(
        _kind(reading, head, at_head, numbers),
        numbers,
        head,
        definite,
        indefinite,
        known=at_head,
        lead=tuple(hit for hit in hits if hit.last <= head),
        tail=tuple(hit for hit in hits if hit.first > head),
        tail_people=tuple(tail_people),
    )


_GUARDS = frozenset("coast national border revolutionary home".split())
_ARTICLES = frozenset({"the", "a", "an"})
_DEFINITE = frozenset("the this that these those his her its their our".split())
_INDEFINITE = frozenset("a an one another some several unnamed anonymous".split())


def _people_at_head(
    reading: Reading,
    numbers: tuple[int, ...],
    owners: Mapping[int, Hit],
    people: Mapping[int, Occurrence],
) -> tuple[Occurrence, ...]:
    """Return the persons that the phrase itself names, not those it only mentions.

    In "Foreign Minister of Foo Jane Doe" the name follows a state's, not "of".
    """
    words = reading.words
    found: list[Occurrence] = []
    for number in numbers:
        place = people.get(number)
        if reading.words[number].lower in _CLAUSE and found:
            break
        if place is None or place.first != number:
            continue
        # "Voss's" alone is Voss; in "Voss's aide" it only says whose.
        if place.possessive and place.last - 1 != numbers[-1]:
            continue
        if place.last - 1 > numbers[-1] or _names_another(reading, place, numbers):
            continue
        if place.last <= numbers[-1] and words[place.last].gap == "-":
            continue
        listed = place.first > 0 and reading.words[place.first - 1].lower == "and"
        if listed and not found:
            # The second of those the head depends on: "a study by Doe and Roe".
            continue
        before = owners.get(number - 1)
        titled = before is not None and before.form.kind == "name"
        if titled or not _is_dependent(reading, numbers, number):
            found.append(place)
    if len(found) > 1 and not _is_list(reading, found):
        return (found[0],)
    return tuple(found)


#: Who goes by one name together: "the Doe family".
_KIN = frozenset("family clan dynasty household brothers sisters estate".split())
_CLAUSE = frozenset("who which whom whose that where when".split())


def _names_another(
    reading: Reading, place: Occurrence, numbers: tuple[int, ...]
) -> bool:
    """Tell whether a name only tells whose: "Clinton" in "Clinton aide Jane Doe"."""
    words, known = reading.words, nouns()
    after = place.last
    if after > numbers[-1] or not words[after].tied:
        return False
    lower = words[after].lower
    return (
        lower in known.roles
        or lower in known.modifiers
        or lower in known.bodies
        or lower in _KIN
    )


def _is_dependent(reading: Reading, numbers: tuple[int, ...], number: int) -> bool:
    """Tell whether a preposition ties a name to the words before it."""
    words = reading.words
    at = number - 1
    while at >= numbers[0]:
        word, after = words[at], words[at + 1]
        if after.gap.startswith((",", " (", " –", " —")):
            return False
        if word.lower in _DEPENDENT:
            led = _leads_up(reading, numbers[0], number)
            return not (led or _is_title(reading, at, number))
        if word.lower in {"and", "or"}:
            return False
        at -= 1
    return False


def _is_title(reading: Reading, joint: int, number: int) -> bool:
    """Tell whether "Minister of Ports" leads up to the name at a number."""
    words, known = reading.words, nouns()
    between = words[joint + 1 : number]
    if _is_field(words[joint + 1 : number - 1]) and words[number - 1].capital:
        # "Cabinet member for culture Cllr Jane Doe".
        return words[number - 1].lower.rstrip(".") in known.roles
    return (
        joint > 0
        and words[joint - 1].capital
        and words[joint - 1].lower in known.roles
        and bool(between)
        and all(word.capital and word.lower not in known.roles for word in between)
    )


def _leads_up(reading: Reading, first: int, number: int) -> bool:
    """Tell whether "head of the Customs Agency" is a title before a name.

    A body's name ends right before the person's, and no article opens the phrase.
    """
    words, known = reading.words, nouns()
    before = words[number - 1]
    if not before.capital or before.lower.rstrip(".") in known.roles:
        return False
    of = next((n for n in range(first, number) if words[n].lower == "of"), None)
    if of is None or words[first].lower in _INDEFINITE:
        return False
    return words[of - 1].lower in known.roles and not before.possessive


def _is_field(between: Sequence[Word]) -> bool:
    """Tell whether words tell a field of work: "culture" in "member for culture"."""
    return bool(between) and all(
        not (word.capital or word.lower in nouns().roles or word.lower in _ARTICLES)
        for word in between
    )


def _is_list(reading: Reading, found: list[Occurrence]) -> bool:
    """Tell whether the named persons speak together."""
    words = reading.words
    before, last = found[-2:]
    between = [words[n].lower for n in range(before.last, last.first)]
    return "and" in between and not set(between) & _AFTER_HEAD


def _head(
    reading: Reading,
    numbers: tuple[int, ...],
    owners: Mapping[int, Hit],
    people: Mapping[int, Occurrence],
) -> int:
    """Find the last word of the head of a noun phrase."""
    words = reading.words
    head = numbers[0]
    for number in numbers:
        word = words[number]
        hit = owners.get(number)
        inside = hit is not None and hit.first < number
        if number > numbers[0] and not inside:
            if word.lower in _AFTER_HEAD and not _is_opener(words[number - 1].lower):
                break
            if word.gap[:1] in {",", "(", ";", ":"} or " (" in word.gap:
                break
        if number in people and not people[number].possessive:
            continue
        head = number
    return head


def _is_opener(lower: str) -> bool:
    """Tell whether a word only opens a phrase: "some of", "one of"."""
    return lower in {"some", "many", "most", "one", "several", "all", "both"}


def _kind(
    reading: Reading, head: int, hit: Hit | None, numbers: tuple[int, ...]
) -> PhraseKind:
    """Say what the head of a phrase is."""
    word, known = reading.words[head], nouns()
    if hit is not None and hit.form.kind != "demonym":
        return "known"
    carrier = known.carriers & {word.lower, word.lower.removesuffix("s")}
    inside = head > numbers[0]
    guard = inside and word.lower == "guard" and not word.capital
    guard = guard and reading.words[head - 1].lower in _GUARDS
    if guard or (carrier and not (word.capital and inside)):
        return "common"
    named = inside and word.capital and word.lower in known.bodies
    if not named and (word.lower in known.groups or word.lower in known.anonymous):
        return "role" if word.lower in known.roles else "common"
    if word.lower in known.roles:
        return "role"
    if hit is not None:
        one = names_one(word.lower) and reading.words[numbers[0]].lower == "the"
        return "common" if one else "known"
    return _kind_of_unknown(reading, head, numbers)


def _kind_of_unknown(
    reading: Reading, head: int, numbers: tuple[int, ...]
) -> PhraseKind:
    """Say what a head is that no list has: a name, or a common noun."""
    word, known = reading.words[head], nouns()
    opener = reading.words[numbers[0]]
    if word.lower in LEGAL_FORMS and reading.words[max(head - 1, 0)].capital:
        return "name"
    if word.text.isupper() and word.lower in known.bodies:
        # All in capitals: "THE UNION" is no more a name than "the union".
        return "common"
    belongs = word.lower in known.partisans | known.natives and not word.possessive
    if belongs and numbers[0] != head and opener.lower in _DEFINITE:
        # "The veteran Tory".
        return "common"
    if not word.capital or word.lower in {"the", "a", "an"}:
        return "common"
    capitals = sum(reading.words[n].capital for n in numbers if n <= head)
    if capitals > 1 or head > numbers[0] or opener.text.isupper():
        return "name"
    return "name" if opener.lower not in known.bodies else "common"


def names_one(lower: str) -> bool:
    """Tell "the Chilean", who is one person, from "the Chileans" and "the Chinese".

    Example:
        >>> names_one("chilean"), names_one("chileans"), names_one("chinese")
        (True, False, False)
    """
    return not lower.endswith(("s", "men", "ese", "ish", "utch", "ench"))

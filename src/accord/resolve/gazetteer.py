"""Known names in a text: longest match over folded words."""

from dataclasses import dataclass

from accord.resolve.knowledge.base import Form, KnowledgeBase
from accord.resolve.reading import Reading, Word

__all__ = ["Hit", "find_hits"]

# State names that are first names too; before a further name they are no state.
_ALSO_FIRST_NAMES = frozenset(
    "iordan chad georgia israel kenia india china sofia santiago victoria".split()
)


@dataclass(frozen=True, slots=True)
class Hit:
    """Words that the knowledge base knows.

    Attributes:
        first: Number of the first word.
        last: One past the number of the last word.
        start: First character.
        end: One past the last character.
        forms: What they may mean, surest first.
    """

    first: int
    last: int
    start: int
    end: int
    forms: tuple[Form, ...]

    @property
    def form(self) -> Form:
        """What they mean most surely."""
        return self.forms[0]


def find_hits(reading: Reading, knowledge: KnowledgeBase) -> tuple[Hit, ...]:
    """Find every known name, none overlapping another.

    Cost:
        Linear in the words, times the names that begin with the same word.
    """
    words = reading.words
    forms = knowledge.forms
    hits: list[Hit] = []
    at = 0
    while at < len(words):
        # "I" is a pronoun, whatever its letters fold to.
        rows = forms.get(words[at].key) if len(words[at].text) > 1 else None
        hit = _match(words, at, rows) if rows else None
        if hit is None:
            at += 1
            continue
        hits.append(hit)
        at = hit.last
    return tuple(hits)


def _match(
    words: tuple[Word, ...],
    at: int,
    rows: tuple[tuple[tuple[str, ...], Form], ...],
) -> Hit | None:
    """Match the longest known name that begins at a word."""
    found: list[Form] = []
    length = 0
    for keys, form in rows:
        if length and len(keys) < length:
            break
        if _agrees(words, at, keys, form):
            found.append(form)
            length = len(keys)
    if not found:
        return None
    if length == 1 and _is_first_name(words, at):
        return None
    last = words[at + length - 1]
    return Hit(at, at + length, words[at].start, last.end, tuple(found))


def _agrees(
    words: tuple[Word, ...], at: int, keys: tuple[str, ...], form: Form
) -> bool:
    """Tell whether the words from ``at`` on are this name."""
    if at + len(keys) > len(words):
        return False
    owned = "'s " in form.written or "’s " in form.written
    for offset, key in enumerate(keys):
        word = words[at + offset]
        if word.key != key:
            return False
        if offset and word.gap not in _WITHIN:
            return False
        if offset and words[at + offset - 1].possessive and not owned:
            return False
    first = words[at].text
    if form.written.startswith("The ") and len(keys) > 1:
        first = words[at + 1].text
    if form.exact:
        return first.replace(".", "").isupper()
    return first[0].isupper() or form.written[0].islower() or first[0].isdigit()


_WITHIN = frozenset({" ", "  ", "-", "‑", "‐", "–", "\u00a0", ". ", ", ", "' ", "’ "})


def _is_first_name(words: tuple[Word, ...], at: int) -> bool:
    """Tell whether a one-word state name is a person's first name here."""
    word = words[at]
    if word.key not in _ALSO_FIRST_NAMES or word.possessive or at + 1 >= len(words):
        return False
    after = words[at + 1]
    return after.gap == " " and after.capital and after.lower not in _NOT_SURNAMES


_NOT_SURNAMES = frozenset(
    """and or in on at to of for with has have had is was will would says said after
    before national state president prime minister foreign defence defense""".split()
)

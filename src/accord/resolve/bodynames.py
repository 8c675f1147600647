"""Where a text names bodies of its own: capitalised words put together."""

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import pairwise

from accord.resolve.gazetteer import Hit
from accord.resolve.knowledge.lexicon import nouns
from accord.resolve.knowledge.names import is_first_name
from accord.resolve.namings import LEGAL_FORMS, Naming, Namings, nouns_of
from accord.resolve.reading import Reading, Word

__all__ = ["find_namings"]

_JOINTS = frozenset({"of", "for", "and", "the", "&"})
#: After "Alliance" and the like these carry on a name as well.
_AFTER_KIND = _JOINTS | {"to", "on", "against", "in"}
#: Words of such a name at the least: "Alliance of Nurses".
_MIN_KIND_WORDS = 3
_WHERE_THEY_WORK = frozenset({"at", "with", "from", "for"})
#: What stands between a person's office and its body: "the head of the league".
_PARTING = frozenset("of for at in who".split())
_BEFORE_PAIRS = frozenset("the of at from by for to".split())
_ARTICLES = frozenset({"the", "a", "an", "this", "that", "its", "their", "our"})
#: No name of a body goes on with the time of which a text tells.
_DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday yesterday".split()
)
_MONTHS = frozenset(
    "january february march april may june july august september october november "
    "december".split()
)
_MAX_WORDS = 8
#: How far an apposition is read: "Acme, the largest ferry operator of the lake,".
_MAX_APPOSITION = 6
_MIN_ACRONYM, _MAX_ACRONYM = 2, 8


def find_namings(reading: Reading, owners: Mapping[int, Hit]) -> Namings:
    """Find the bodies that a text names and the knowledge base does not have.

    Cost:
        Linear in the words.
    """
    finder = _Finder(reading, owners)
    bodies = tuple(finder.find())
    words = reading.words
    capitals = Counter(word.text for word in words if word.capital)
    inside = (
        w.text for b, w in pairwise(words) if w.capital and b.sentence == w.sentence
    )
    lowered = (word.text for word in words if not word.capital)
    return Namings(
        bodies, finder.short, capitals, frozenset(inside), frozenset(lowered)
    )


class _Finder:
    """Goes through the words of a document once."""

    def __init__(self, reading: Reading, owners: Mapping[int, Hit]) -> None:
        self._text = reading.document.text
        self._words = reading.words
        self._owners = owners
        self._shouted = reading.shouted
        self.short: dict[str, str] = {}

    def find(self) -> Iterator[Naming]:
        """Give the places in text order."""
        at = 0
        while at < len(self._words):
            if self._words[at].sentence in self._shouted:
                at += 1
                continue
            end = self._body_end(at)
            called = self._called_before(at)
            if end == at and (called or self._words[at].capital):
                end = self._run_end(at)
                called |= self._called_after(end)
                if not called and not self._acronym(at, end):
                    at += 1
                    continue
            if end == at:
                at += 1
                continue
            name = self._name(at, end)
            acronym = self._acronym(at, end)
            if acronym:
                self.short[acronym] = name
            yield Naming(self._words[at].start, name, nouns_of(name) | called)
            at = end

    def _name(self, first: int, last: int) -> str:
        """Put the words of a name on one line."""
        words = self._words
        return " ".join(self._text[words[first].start : words[last - 1].end].split())

    def _body_end(self, at: int) -> int:
        """Return one past a body's name that begins at a word; ``at`` if none does."""
        known, words = nouns(), self._words
        if not self._may_begin(at):
            return at
        clubs = known.club_beginnings
        kind = words[at].lower in known.bodies
        pair = at > 0 and words[at - 1].lower in _BEFORE_PAIRS
        end, closed = at, False
        for number in range(at, min(at + _MAX_WORDS, len(words))):
            word = words[number]
            if number > at and not self._carries_on(number):
                break
            if word.lower == "and" and self._is_whole(at, number):
                break
            if closed and self._is_person(number):
                # "The Customs Agency Jane Doe leads".
                break
            if word.capital or (number > at and word.lower in LEGAL_FORMS):
                end = number + 1
                joined = kind and number - at + 1 >= _MIN_KIND_WORDS
                closed = closed or (number > at and word.lower in known.endings)
                closed = closed or (joined and not words[number - 1].capital)
                closed = closed or (number > at and words[at].lower in clubs)
                closed = closed or (number > at and self._is_of_trade(number))
            elif not (
                (word.lower in _JOINTS - {"and"} and closed)
                or (word.lower in _AFTER_KIND and kind)
                or (word.lower == "and" and pair and number == at + 1)
            ):
                break
            if word.possessive and not word.text.endswith("s"):
                break
        thing = words[end - 1].lower
        if thing in known.carriers and thing not in known.endings:
            # "The Clean Power Plan".
            return at
        return end if closed and end - at > 1 else at

    def _is_whole(self, at: int, end: int) -> bool:
        """Tell "Centre Union and the Greens" from "Chamber of Trade and Industry"."""
        words = self._words
        inner = any(word.lower in _PARTING for word in words[at:end])
        return not inner and end - at > 1 and words[end - 1].lower in nouns().endings

    def _is_of_trade(self, number: int) -> bool:
        """Read "Chamber of Shipping" in "International Chamber of Shipping"."""
        words = self._words
        if words[number].lower not in nouns().bodies or number + 2 >= len(words):
            return False
        joint, field = words[number + 1 : number + 3]
        tied = joint.tied and field.tied and not words[number].possessive
        return tied and joint.lower in {"of", "for"} and field.capital

    def _is_person(self, number: int) -> bool:
        """Tell whether first and last name of a person seem to begin at a word."""
        words, after = self._words, number + 1
        if after >= len(words) or not is_first_name(words[number].text):
            return False
        return words[after].capital and words[after].tied

    def _may_begin(self, at: int) -> bool:
        """Tell whether a body's name may begin at a word."""
        word = self._words[at]
        if not word.capital or word.lower in _ARTICLES:
            return False
        if word.lower in nouns().roles and not self._opens_name(at):
            return False
        return not _is_named(at, self._owners)

    def _opens_name(self, at: int) -> bool:
        """Tell "International Chamber" from "International Jane Doe", who plays."""
        after = self._words[at + 1 : at + 2]
        return any(w.capital and w.tied and w.lower in nouns().endings for w in after)

    def _carries_on(self, number: int) -> bool:
        """Tell whether a word may belong to the name that the word before does."""
        word, before = self._words[number], self._words[number - 1]
        if not word.tied or before.gap.endswith("("):
            return False
        if word.lower in _DAYS or (before.lower == "in" and word.lower in _MONTHS):
            # "The Council of the Lakes on Monday adopted it".
            return False
        return word.lower not in nouns().roles and not _is_named(number, self._owners)

    def _run_end(self, at: int) -> int:
        """Return one past the capitalised words from ``at`` on."""
        if not self._may_begin(at):
            return at
        words, end = self._words, at + 1
        while end < min(len(words), at + _MAX_WORDS) and (
            words[end].capital
            and self._carries_on(end)
            and not words[end - 1].possessive
        ):
            end += 1
        return end

    def _called_before(self, at: int) -> frozenset[str]:
        """Read "charity" in "the charity Common Shore"."""
        words = self._words
        before = words[at - 1] if at else None
        if before is not None and at > 1 and words[at].gap == ", ":
            # "The insurer, Acme,".
            the = words[at - 2].lower == "the" and before.lower in nouns().bodies
            return frozenset({before.lower}) if the else frozenset()
        if before is None or not words[at].tied or "-" in words[at].gap:
            return frozenset()
        if before.lower in _WHERE_THEY_WORK and at > 1:
            # "Analysts at Corrie Brothers".
            return frozenset(
                noun
                for noun, people in nouns().served_by.items()
                if words[at - 2].lower in people
            )
        opens = at == 1 or self._words[at - 2].sentence != before.sentence
        if at > 1 and words[at - 2].lower == "of":
            # "The head of state Jane Doe".
            return frozenset()
        person = before.lower in nouns().roles and is_first_name(words[at].text)
        common = before.lower in nouns().bodies and (opens or not before.capital)
        common = common and not person
        if not common or before.possessive or not words[at].capital:
            return frozenset()
        return frozenset({before.lower}) | self._members_before(at - 1)

    def _members_before(self, noun: int) -> frozenset[str]:
        """Read "pilots" in "the pilots' union SPV"."""
        if not noun or not self._words[noun].tied:
            return frozenset()
        word = self._words[noun - 1]
        of_many = self._text[word.end : word.end + 2] in {"' ", "’ "}
        return frozenset({word.lower}) if of_many else frozenset()

    def _called_after(self, end: int) -> frozenset[str]:
        """Read "operator" in "Acme, the ferry operator,"."""
        words = self._words
        if end + 1 >= len(words) or not words[end].gap.startswith(", "):
            return frozenset()
        if words[end].lower not in {"a", "an", "the"}:
            return frozenset()
        for number in range(end + 1, min(end + _MAX_APPOSITION, len(words))):
            word = words[number]
            if not word.tied or word.capital or word.lower in _PARTING:
                break
            last = number + 1 == len(words) or not words[number + 1].tied
            if word.lower in nouns().bodies and (last or _goes_on(words[number + 1])):
                return frozenset({word.lower})
        return frozenset()

    def _acronym(self, at: int, end: int) -> str | None:
        """Read "ALI" in "Alliance of Low Islands (ALI)"."""
        words = self._words
        if end <= at or end >= len(words) or not words[end].gap.endswith("("):
            return None
        short = words[end].text
        if not short.isupper() or not _MIN_ACRONYM <= len(short) <= _MAX_ACRONYM:
            return None
        letters = [word.text[0] for word in words[at:end] if word.capital]
        closed = words[end - 1].lower in nouns().endings
        return short if closed or short[0] == letters[0] else None


def _goes_on(word: Word) -> bool:
    """Tell whether a word after a noun belongs to it: "operator of the lake"."""
    return word.lower in {"of", "for", "in", "on", "that", "which", "at", "based"}


def _is_named(number: int, owners: Mapping[int, Hit]) -> bool:
    """Tell whether a word belongs to a known name that is no adjective."""
    hit = owners.get(number)
    return hit is not None and hit.form.kind not in {"demonym", "surname"}

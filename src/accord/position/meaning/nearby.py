"""Terms said in other words: "close the maternity unit", "the unit's closure".

A term of several words is met where the roots of its words stand close together, in
its order, or turned round as a compound or with a preposition. The last noun of a term
alone, and the object of an issue's question, count where no other issue has the word.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from accord.model import Codebook, Issue
from accord.position.meaning.acting import Acting, find_acting, read_acting
from accord.position.meaning.contrasts import has_figure
from accord.position.meaning.names.kin import GENERAL, find_kin, is_kin
from accord.position.meaning.operators import find_operators
from accord.position.meaning.pointing import points_of
from accord.position.meaning.questions import (
    is_content,
    read_deed,
    read_event,
    read_object,
    read_terms,
)
from accord.position.meaning.roots import root, root_of_word
from accord.position.phrases import (
    GAP,
    SENTENCE_END,
    Hit,
    Tokens,
    phrase_stems,
    stem,
    stem_set,
    tokenise,
)

__all__ = ["Nearby"]

# How many words may stand between two of a term; tried 2 to 5.
_GAP_TOKENS = 3
# A codebook with more terms than this for an issue needs no single words beside them.
_THIN_TERMS = 5
_FEW_TERMS = 5
_FEW_ISSUES = 4
_PREPOSITIONS = stem_set("of for in on to at with from by into over under")
_FILLERS = _PREPOSITIONS | stem_set("the a an its their his her our your this that")
# Between the words of a term, these begin another clause.
_FORBIDDEN = stem_set(
    "be have do will would can could may might must should shall and or but not no "
    "never that which who if because while cannot won't without against"
) | frozenset((",", ";", ":", "—", "–", "(", ")", SENTENCE_END))
_DETERMINERS = stem_set(
    "the this that any a an its their such these those another every no"
)
_DEFINITE = stem_set("the this that its their such these those")
# Of these only one is meant where an issue names one: "the mediators' proposal".
_SCHEMES = stem_set(
    "agreement deal offer plan proposal programme project treaty bill law act"
)
# What a thing before them only says more of: "the car industry", "the school bell".
_OTHER_THINGS = stem_set(
    "industry sector maker firm company worker owner driver user expert analyst lobby magazine "
    "market price station shop bell yard gate keeper guard police committee council line side "
    "street road square season ticket fan supporter opponent critic minister ministry"
)
_MARKING = stem_set("one single only no zero free non")
_FEWEST_LETTERS = 3
# A shorter root of one word is shared by too many strangers.
_LONG_ROOT = 6
_PASSIVE_TOKENS = 4
_PAIR = 2
_HELPING = stem_set(
    "will would should must can could may might have be not never also now"
)
_HEADLINE_TOKENS = 12
_ARTICLES = stem_set("the a an")


@dataclass
class Nearby:
    """Looks for terms of a codebook in other words.

    Args:
        codebook: The issues.
    """

    codebook: Codebook
    _starts: dict[str, list[tuple[tuple[str, ...], int, int, bool]]] = field(
        init=False, default_factory=dict
    )
    _heads: Mapping[str, tuple[int, int, bool]] = field(
        init=False, default_factory=dict
    )

    _events: dict[str, list[tuple[tuple[str, ...], int]]] = field(
        init=False, default_factory=dict
    )
    _single: frozenset[str] = field(init=False, default=frozenset())
    _kin: Mapping[str, tuple[int, int]] = field(init=False, default_factory=dict)
    _asked: Sequence[frozenset[str]] = field(init=False, default=())
    _acting: Acting = field(init=False, default_factory=lambda: Acting({}, {}))

    def __post_init__(self) -> None:
        heads: list[tuple[str, int, int, bool]] = []
        for place, issue in enumerate(self.codebook.issues):
            terms = issue.terms or read_terms(issue)
            for term in terms:
                sign = points_of(issue.question, terms, term)
                words = _content_roots(term)
                if len(words) == 1 and len(words[0]) >= _LONG_ROOT:
                    alone = (words, place, sign, False)
                    self._starts.setdefault(words[0], []).append(alone)
                if len(words) > 1:
                    for order in _orders(words):
                        self._starts.setdefault(order[0], []).append(
                            (order, place, sign, False)
                        )
                    if len(terms) <= _THIN_TERMS:
                        if has_figure(words):
                            # "The hours" are what "48 hours" is to cap.
                            head = phrase_stems(term)[-1]
                            sign = points_of(issue.question, (*terms, head), head)
                        heads.extend(_head(term, place, sign))
            event = read_event(issue)
            if event is not None:
                happens = tuple(root_of_word(word) for word in event)
                self._events.setdefault(happens[0], []).append((happens, place))
            heads.extend(self._add_deed(issue, place, thin=len(terms) <= _THIN_TERMS))
            thing = read_object(issue)
            if thing is not None and len(terms) <= _THIN_TERMS:
                sign = points_of(issue.question, (*terms, thing), thing)
                heads.extend(_head(thing, place, sign))
        self._heads = _unshared(heads, self.codebook)
        self._single = frozenset(_singles(self.codebook))
        self._kin = find_kin(self.codebook)
        self._asked = tuple(
            frozenset(filter(is_content, phrase_stems(issue.question)))
            for issue in self.codebook.issues
        )
        self._acting = read_acting(self.codebook)

    def _add_deed(
        self, issue: Issue, place: int, *, thin: bool
    ) -> Iterator[tuple[str, int, int, bool]]:
        """Look for what the question wants done; give the deed alone as a noun.

        "The sale" is what "Should it be sold?" asks for.
        """
        deed = read_deed(issue)
        if deed is None:
            return
        words = tuple(root_of_word(word) for word in deed)
        for order in _orders(words):
            self._starts.setdefault(order[0], []).append((order, place, 1, True))
        if thin and stem(deed[0]) not in GENERAL:
            yield words[0], place, 1, True

    def _done(self, tokens: Tokens) -> Iterator[Hit[tuple[int, int, bool]]]:
        """Find the verbs of questions without their objects."""
        for at, place in find_acting(self._acting, tokens):
            yield Hit(at, at + 1, (place, 1, True))

    def find(self, tokens: Tokens) -> Iterator[Hit[tuple[int, int, bool]]]:
        """Find terms in other words.

        Returns:
            Hits whose label is issue, sign, and whether it is the deed that the
            question asks about.

        Cost:
            Linear in the number of tokens.
        """
        yield from self._done(tokens)
        roots = [root(word) for word in tokens.stems]
        for at, found in enumerate(roots):
            for order, issue, sign, deed in self._starts.get(found, ()):
                last = _follow(roots, tokens.stems, at, order)
                if last is not None:
                    yield Hit(at, last, (issue, sign, deed))
                    continue
                done = _passive(roots, tokens.stems, at, order)
                if done is not None:
                    yield Hit(done, done + 1, (issue, sign, True))
            for event, issue in self._events.get(found, ()):
                verb = _passive(roots, tokens.stems, at, event, been=True)
                if verb is not None:
                    yield Hit(verb, verb + 1, (issue, 1, True))
            kin = self._kin.get(tokens.stems[at])
            if kin is not None and is_kin(tokens, at, self._asked[kin[0]]):
                yield Hit(at, at + 1, (*kin, False))
            head = self._heads.get(found)
            if head is None or (found in self._single and at in tokens.inflected):
                # The port is asked about, not "Europe's ports".
                continue
            if _is_the_thing(tokens, at, verb=head[2]):
                yield Hit(at, at + 1, (*head[:2], False))


def _content_roots(term: str) -> tuple[str, ...]:
    """Give the roots of a term's words that say something."""
    stems = phrase_stems(term)
    if GAP in stems:
        return ()
    return tuple(root(word) for word in stems if word not in _FILLERS)


def _orders(words: tuple[str, ...]) -> Sequence[tuple[str, ...]]:
    """Give the orders in which a term's words may stand."""
    return (words, (words[-1], *words[:-1])) if words[-1] != words[0] else (words,)


def _follow(
    roots: Sequence[str], stems: Sequence[str], at: int, order: Sequence[str]
) -> int | None:
    """Find where the words of a term end that begins at a token; None if it does not."""
    for wanted in order[1:]:
        found = None
        for ahead in range(at + 1, min(len(roots), at + 2 + _GAP_TOKENS)):
            if roots[ahead] == wanted:
                found = ahead
                break
            if stems[ahead] in _FORBIDDEN and not _is_to_be(stems, ahead):
                return None
        if found is None:
            return None
        at = found
    return at + 1


def _passive(
    roots: Sequence[str],
    stems: Sequence[str],
    at: int,
    order: Sequence[str],
    *,
    been: bool = False,
) -> int | None:
    """Find the verb of "the dam will not be filled"; None if a thing is not done so.

    Args:
        roots: The roots of all words.
        stems: Their stems.
        at: Where the thing is named.
        order: Roots of the thing and the verb.
        been: Whether no "be" must stand between, as in "the ruling will not stand".
    """
    if len(order) != _PAIR:
        return None
    for ahead in range(at + 1, min(len(roots), at + 2 + _PASSIVE_TOKENS)):
        if been and roots[ahead] == order[-1]:
            return ahead
        if stems[ahead] not in _HELPING and not stems[ahead].endswith("ly"):
            return None
        been = been or stems[ahead] == "be"
    return None


def _is_to_be(stems: Sequence[str], at: int) -> bool:
    """Tell "wolves to be shot" from "wolves are shot"."""
    return stems[at] == "be" and stems[at - 1] == "to"


def _head(term: str, issue: int, sign: int) -> Iterator[tuple[str, int, int, bool]]:
    """Give the last noun of a term, and whether it may be a verb as well."""
    stems = phrase_stems(term)
    if GAP in stems or any(word in _PREPOSITIONS for word in stems):
        return
    tokens = tokenise(term)
    operators = find_operators(tokens)
    if operators and operators[0].first == 0 and len(stems) > 1:
        # "close the unit": the last word is what it is done to, not the thing.
        return
    if stems[0] in _MARKING:
        # "One-person trains": it is not the trains that are asked for.
        return
    word = stems[-1]
    if word in _SCHEMES:
        # "The proposal", but not "to propose".
        yield root(word), issue, sign, True
        return
    if word in GENERAL or len(word) < _FEWEST_LETTERS or not word.isalpha():
        return
    yield root(word), issue, sign, any(op.last == len(tokens.stems) for op in operators)


def _singles(codebook: Codebook) -> Iterator[str]:
    """Give the roots of the things asked about of which there is but one."""
    for issue in codebook.issues:
        thing = read_object(issue)
        if thing is not None and not tokenise(thing).inflected:
            yield root_of_word(thing.split()[-1])


def _unshared(
    heads: Sequence[tuple[str, int, int, bool]], codebook: Codebook
) -> Mapping[str, tuple[int, int, bool]]:
    """Keep the nouns that only one issue has, each with one sign."""
    users: dict[str, set[int]] = {}
    for place, issue in enumerate(codebook.issues):
        for phrase in (*issue.terms, *issue.poles.support, *issue.poles.oppose):
            for word in phrase_stems(phrase):
                users.setdefault(root(word), set()).add(place)
    signs: dict[str, set[tuple[int, int]]] = {}
    for word, place, sign, _ in heads:
        signs.setdefault(word, set()).add((place, sign))
    asked = [
        {root(word) for word in phrase_stems(issue.question)}
        for issue in codebook.issues
    ]
    # With so few issues and terms each of their nouns is the thing.
    issues = codebook.issues if len(codebook.issues) <= _FEW_ISSUES else ()
    few = {n for n, issue in enumerate(issues) if len(issue.terms) <= _FEW_TERMS}
    times = Counter(word for word, _, _, _ in heads)
    return {
        word: (place, sign, verb)
        for word, place, sign, verb in heads
        if len(signs[word]) == 1
        and users.get(word, {place}) <= {place}
        and (times[word] > 1 or word in asked[place] or place in few)
        and (word in users or not _is_asked_elsewhere(word, place, asked))
    }


def _is_asked_elsewhere(word: str, place: int, asked: Sequence[set[str]]) -> bool:
    """Tell "the referendum" of two questions, which is neither's own."""
    return any(word in words for at, words in enumerate(asked) if at != place)


def _is_the_thing(tokens: Tokens, at: int, *, verb: bool) -> bool:
    """Tell "the ban" from "to ban" and from bans of any kind."""
    if verb and root(tokens.stems[at]) != tokens.stems[at]:
        # "expansion" is no verb.
        return True
    named = {at - 1, at} <= tokens.capitals and at - 2 not in tokens.capitals
    if named and tokens.stems[at - 2].isalpha():
        # "the Caribbean Court" is one of its own.
        return False
    if _is_before_noun(tokens, at):
        return False
    before = tokens.stems[max(0, at - 2) : at]
    if tokens.stems[at] in _SCHEMES:
        return not _DEFINITE.isdisjoint(before)
    return any(word in _DETERMINERS for word in before) or _in_headline(tokens, at)


def _is_before_noun(tokens: Tokens, at: int) -> bool:
    """Tell "the car industry" from "the car is": a noun ends the phrase, not the thing."""
    after = at + 1
    return after < len(tokens.stems) and tokens.stems[after] in _OTHER_THINGS


def _in_headline(tokens: Tokens, at: int) -> bool:
    """Tell whether a short sentence does without any article: "March to save ward"."""
    low, high = at, at
    while low > max(0, at - _HEADLINE_TOKENS) and tokens.stems[low - 1] != SENTENCE_END:
        low -= 1
    last = min(len(tokens.stems), at + _HEADLINE_TOKENS)
    while high < last and tokens.stems[high] != SENTENCE_END:
        high += 1
    words = tokens.stems[low:high]
    return len(words) <= _HEADLINE_TOKENS and not _ARTICLES & set(words)

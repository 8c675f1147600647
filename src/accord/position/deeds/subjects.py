"""Subjects: who does what a verb says, as the words before it name them."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from accord.model import Mention
from accord.position.deeds.unnamed import names_nobody, tells_since
from accord.position.phrases import (
    SENTENCE_END,
    Tokens,
    load_lines,
    stem,
    stem_set,
    tokenise,
)

__all__ = [
    "HELPERS",
    "Subject",
    "find_named",
    "find_opening",
    "find_partners",
    "find_subject",
    "find_whole",
    "is_group",
]

#: What may stand between a subject and its verb.
HELPERS = stem_set(
    "have be do will would also already long now again not never no to even however still "
    "once more twice don't doesn't didn't won't can could may might must should cannot "
    "come down out speak up argue decide declare stand lean pronounce side "
    "firmly strongly publicly repeatedly finally then both all itself himself herself "
    "themselves too always instead therefore today yesterday monday tuesday wednesday "
    "thursday friday saturday sunday sooner rather on"
)
# Of whom this is said, they hold what follows.
_REPUTED = stem_set("say understand understood know believe think report")
_CONJOINED = stem_set("and as")
_PHRASE_JOINTS = stem_set("of for the a an at in on and")
_OPENINGS = _PHRASE_JOINTS | _CONJOINED | stem_set("with by from despite amid")
_SHARES = stem_set("percent % pct")
_PREPOSITIONS = stem_set("of for at in on to with from by into over about")
_AROUND = stem_set("through into outside inside around onto towards behind via")
_HEAD_ENDS = stem_set("of in at for from on along near across against")
_ARTICLES = stem_set("the a an its their his her our my this that")
_NO_SUBJECTS = stem_set(
    "it he she they we i you there this that these those which who whom what nobody none "
    "many some several few most other one two three half all both nothing anyone everything everybody everyone someone something "
    "any each every either neither another such so much more less"
)
_OWNING = stem_set("of by against")
_PLACES = stem_set("there here")
# "The two Conservatives", "some 300 people".
_NUMBERS = stem_set("some two three several")
_COUNTS = stem_set(
    "member number dozen hundred thousand million rest part group handful couple pair range "
    "series four five six seven eight nine ten array coalition alliance bulk each leadership"
)
_RELATIVES = stem_set("who which that where")
_LISTING = stem_set("among including")
_ENDS = frozenset((SENTENCE_END, ";", ":", "(", ")", "—", "–")) | stem_set(
    "but while whereas although though because if unless when after before until whether "
    "said say tell told add"
)
# "Complaints by hauliers against it".
_AFTER_NAME = _ENDS | (HELPERS - _ARTICLES) | stem_set("against over about")
_THINGS = stem_set(
    "paper number order offer letter matter power factor error river border tower "
    "quarter winter summer corner computer figure member newspaper chapter register "
    "barrier fee committee guarantee degree"
)
_JOINTS = frozenset((",", "and", "or", "nor"))
_PARTNER_TOKENS = 9
_HELPER_TOKENS = 6
_PAIR = 2
# "Most of the Liberals" are theirs to name.
_PARTS_OF = stem_set("most some many all half both two three four several")
_NAME_TOKENS = 9
_APPOSITION_TOKENS = 14


@dataclass(frozen=True, slots=True)
class Subject:
    """Who does something.

    Attributes:
        first: First token of the words that name them.
        last: One past the last.
        mention: The known actor; None if only the text names them.
        name: Name to show.
    """

    first: int
    last: int
    mention: Mention | None
    name: str


@cache
def _holders() -> frozenset[str]:
    """List the nouns for those who can hold a position."""
    return frozenset(
        stem(word) for line in load_lines("holders.txt") for word in line.split()
    )


def find_subject(
    tokens: Tokens,
    covered: dict[int, Mention],
    text: str,
    index: int,
    low: int,
) -> Subject | None:
    """Find who stands before a verb, past its helping words and what is set between commas.

    Args:
        tokens: The document's tokens.
        covered: Mention at each token that a mention covers.
        text: The document's text.
        index: Token of the verb.
        low: First token of the sentence.

    Returns:
        A known actor, or a phrase whose last noun names people or a body, or names
        something with a capital; None for things, pronouns and nothing at all.
    """
    at = _skip_helpers(tokens, covered, _skip_to_being(tokens, index - 1, low), low)
    if at >= low and tokens.stems[at] == ",":
        at = _skip_apposition(tokens, covered, at, low)
    if at < low:
        return None
    if tokens.stems[at] in _PLACES and at > low:
        at -= 1
    if tokens.stems[at] in _RELATIVES:
        if at == low or tokens.stems[at - 1] != ",":
            # "a man who backed it" is nobody in particular.
            return None
        at -= 2
    return _phrase_ending_at(tokens, covered, text, at, low)


def find_opening(
    tokens: Tokens, covered: dict[int, Mention], text: str, sentence: range
) -> Subject | None:
    """Find who opens a sentence: "Students" in "Students blocked the road in protest"."""
    last = sentence.start
    stop = min(sentence.stop, sentence.start + _NAME_TOKENS)
    while last < stop and (last in covered or not _is_verb(tokens, text, last)):
        last += 1
    return _name(tokens, covered, text, sentence.start, last) if last < stop else None


def _is_verb(tokens: Tokens, text: str, at: int) -> bool:
    """Tell a past tense or a helping verb."""
    past = at in tokens.inflected and text.endswith("ed", 0, tokens.ends[at])
    return past or at in tokens.bent or tokens.stems[at] in HELPERS | {","}


def find_whole(
    tokens: Tokens, covered: dict[int, Mention], text: str, place: range
) -> Subject | None:
    """Read a whole phrase as a subject: the source of a report."""
    last = place.stop
    while last > place.start and tokens.stems[last - 1] == ",":
        last -= 1
    return _name(tokens, covered, text, place.start, last)


def find_named(
    tokens: Tokens, covered: dict[int, Mention], text: str, begin: int, high: int
) -> Subject | None:
    """Find who is named from a token on: after "by", "from" or "so did"."""
    last = begin
    stop = min(high, begin + _NAME_TOKENS)
    while last < stop and (
        tokens.stems[last].isalpha() or last in covered or "'" in tokens.stems[last]
    ):
        if tokens.stems[last] in _AFTER_NAME or tells_since(tokens, last):
            break
        last += 1
    return _name(tokens, covered, text, begin, last)


def find_partners(
    tokens: Tokens, covered: dict[int, Mention], who: Subject, text: str = ""
) -> Iterator[Subject]:
    """Find who is named beside a subject: "Denmark and Sweden", "doctors and nurses".

    Args:
        tokens: The document's tokens.
        covered: Mention at each token that a mention covers.
        who: The subject.
        text: The document's text; without it only known actors are found.
    """
    found = {who.mention.actor if who.mention else None}
    joined = who.first - 1
    if joined > 0 and tokens.stems[joined] in _ARTICLES:
        joined -= 1
    if text and joined > 0 and tokens.stems[joined] == "and":
        other = _phrase_ending_at(
            tokens, covered, text, joined - 1, max(0, joined - _NAME_TOKENS)
        )
        if other is not None and (who.mention is None or _opens(tokens, other)):
            found.add(other.mention.actor if other.mention else None)
            yield other
    for at in range(max(0, who.first - _PARTNER_TOKENS), who.last):
        mention = covered.get(at)
        if mention is None or mention.actor is None or mention.actor in found:
            continue
        between = tokens.stems[at + 1 : who.last]
        joined = all(
            w in _JOINTS or w in _ARTICLES or n + at + 1 in covered
            for n, w in enumerate(between)
        )
        if joined and _JOINTS & set(between):
            found.add(mention.actor)
            yield Subject(at, at + 1, mention, mention.name)


def _opens(tokens: Tokens, who: Subject) -> bool:
    """Tell a name at the head of a sentence, article or not."""
    at = who.first
    if at and tokens.stems[at - 1] in _ARTICLES:
        at -= 1
    return at == 0 or tokens.stems[at - 1] == SENTENCE_END


def _skip_to_being(tokens: Tokens, at: int, low: int) -> int:
    """Step back to a form of "be" close by: "are up in arms against"."""
    for before in range(at, max(low, at - 3) - 1, -1):
        if tokens.stems[before] == "be":
            return before
        if not tokens.stems[before].isalpha():
            break
    return at


def _skip_helpers(
    tokens: Tokens, covered: dict[int, Mention], at: int, low: int
) -> int:
    """Step back over helping verbs, adverbs and numbers of a vote."""
    stop = max(low, at - _HELPER_TOKENS)
    while at >= stop and at not in covered:
        word = tokens.stems[at]
        if word in _REPUTED and tokens.stems[at - 1] == "be" and at > low:
            # "is understood to be against"
            at -= 1
        elif word not in HELPERS and not word.endswith("ly") and not word.isdigit():
            break
        at -= 1
    return at


def _skip_apposition(
    tokens: Tokens, covered: dict[int, Mention], at: int, low: int
) -> int:
    """Step back over ", who once fought it," to what it is said of.

    Where a name stands between the commas it is the better subject: "the minister,
    Per Aas,"; not so where it is one of several: "nine states, among them Arle,".
    """
    for before in range(at - 1, max(low, at - _APPOSITION_TOKENS), -1):
        if tokens.stems[before] in _LISTING and tokens.stems[before - 1] == ",":
            return before - 2
    if at - 1 in covered and covered[at - 1].actor is not None:
        return at - 1
    for before in range(at - 1, max(low, at - _APPOSITION_TOKENS) - 1, -1):
        if tokens.stems[before] in (SENTENCE_END, ";"):
            break
        if tokens.stems[before] == ",":
            return before - 1
    return low - 1


def _phrase_ending_at(
    tokens: Tokens, covered: dict[int, Mention], text: str, at: int, low: int
) -> Subject | None:
    """Read the phrase that ends at a token."""
    first = at + 1
    while first > max(low, at + 1 - _NAME_TOKENS):
        word = tokens.stems[first - 1]
        if first - 1 in covered:
            first -= 1
            continue
        if word in _ENDS or word == "," or not (word.isalpha() or "'" in word):
            break
        if word in _RELATIVES and first <= at:
            # "the levy, which Arle has demanded"
            break
        if word in HELPERS - _PHRASE_JOINTS:
            break
        first -= 1
        if word in _ARTICLES and not _goes_on(tokens, first, low):
            break
    if first > low and tokens.stems[first - 1] in _AROUND:
        # "marched through the capital against it": not the capital.
        return None
    return _name(tokens, covered, text, first, at + 1)


def _goes_on(tokens: Tokens, article: int, low: int) -> bool:
    """Tell "the head of the union" from a phrase that begins with its article."""
    before = tokens.stems[max(low, article - _PAIR - 1) : article]
    if before[-1:] == ("by",) and "be" in before:
        # "It is run by a trust, which": the trust alone.
        return False
    return article > low and tokens.stems[article - 1] in _HEAD_ENDS | {"for", "by"}


def _name(
    tokens: Tokens, covered: dict[int, Mention], text: str, first: int, last: int
) -> Subject | None:
    """Make a subject of a phrase, if it can hold a position."""
    while first < last and tokens.stems[first] in _OPENINGS:
        first += 1
    if _is_nobody(tokens, first, last):
        return None
    head = _head_of(tokens, covered, first, last)
    if head == last - 1 and _is_owned(tokens, covered, first, head):
        return None
    mention = covered.get(head)
    shown = text[tokens.starts[first] : tokens.ends[last - 1]]
    for ending in ("'s", "’s"):
        shown = shown.removesuffix(ending)
    if mention is not None and mention.actor is not None:
        return Subject(first, last, mention, mention.name)
    word = tokens.stems[head]
    capital = text[tokens.starts[head]].isupper() and (
        head > first or _is_inside(tokens, first) or first + 1 == last
    )
    if (
        word not in _holders()
        and not _is_person_noun(tokens, head)
        and not (capital and word not in HELPERS)
    ):
        return None
    return Subject(first, last, mention, " ".join(shown.split()))


def _is_person_noun(tokens: Tokens, at: int) -> bool:
    """Tell by its ending a noun for people: "brewers", "economists"."""
    word = tokens.stems[at]
    if word.endswith(("ist", "ian", "man", "men")) and len(word) > 5:
        return True
    plural = at in tokens.inflected and word not in _THINGS
    return plural and len(word) > 4 and word.endswith(("er", "or", "ee", "eer"))


def is_group(name: str) -> bool:
    """Tell a name for many people: "residents", "Environmental groups"."""
    tokens = tokenise(name)
    return any(
        at in tokens.inflected
        and (tokens.stems[at] in _holders() or _is_person_noun(tokens, at))
        for at in range(len(tokens.stems))
    )


def _is_inside(tokens: Tokens, at: int) -> bool:
    """Tell whether a token stands within a sentence, so that its capital says something."""
    return at > 0 and tokens.stems[at - 1] != SENTENCE_END


def _is_nobody(tokens: Tokens, first: int, last: int) -> bool:
    """Tell "just 22 percent" and "many" from "two councillors"."""
    stems = tokens.stems
    if first >= last or stems[last - 1] in _NO_SUBJECTS | _PREPOSITIONS:
        return True
    if any(stems[at] in _SHARES for at in range(first, last)):
        return True
    if names_nobody(tokens, first, last):
        return True
    part = stems[first] in _PARTS_OF and stems[first + 1 : first + 3] == ("of", "the")
    counted = first + 1 < last and (stems[first] in _NUMBERS or part)
    return stems[first] in _NO_SUBJECTS and not counted


def _is_owned(
    tokens: Tokens, covered: dict[int, Mention], first: int, head: int
) -> bool:
    """Tell "auspices of Norland", which is no actor, from "one of Norland's banks"."""
    inner = range(first + 1, head)
    of = next((at for at in inner if tokens.stems[at] in _OWNING), None)
    if of is None or of in covered or of - 1 in covered:
        return False
    thing = tokens.stems[of - 1]
    counted = thing in _NO_SUBJECTS | _COUNTS or thing.isdigit()
    return thing.isalpha() and not counted and of - 1 not in tokens.capitals


def _head_of(tokens: Tokens, covered: dict[int, Mention], first: int, last: int) -> int:
    """Find the noun that the rest of a phrase says more about: before "of" or "in"."""
    for at in range(first + 1, last):
        if tokens.stems[at] in _HEAD_ENDS and at not in covered:
            telling = tokens.stems[at - 1] in _holders() or at - 1 in covered
            if telling or _is_person_noun(tokens, at - 1):
                return at - 1
    return last - 1

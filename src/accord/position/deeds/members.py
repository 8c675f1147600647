"""Members: the names of those who make up a group: "nine states, among them Arle and Corva".

A text that counts heads names some of them before, behind or beside the verb. The names
took the side; "nine states" is nobody.
"""

from collections.abc import Sequence

from accord.position.deeds.lists import list_before
from accord.position.deeds.subjects import Subject, find_partners, find_whole
from accord.position.page import Page
from accord.position.parties import BODIES
from accord.position.phrases import SENTENCE_END, stem_set

__all__ = ["find_members", "is_count", "list_after", "read_names", "spell_out"]

_AMONG = (("among", "them"), ("among", "these"), ("includ",), ("such", "as"))
_NUMBERS = stem_set(
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty thirty forty fifty most many several some"
)
# Those who have a vote, where a text does not say which of them.
_VOTERS = stem_set(
    "state country nation member club deputy senator government minister party delegate "
    "delegation councillor lawmaker team judge director board union shareholder capital "
    "region province canton mp dissenter voter"
)
_OF_KIND = stem_set("member other more further of the its their remaining small large")
_COUNT_TOKENS = 4
_SEPARATORS = frozenset((",", "and", "or", "nor", "plus"))
_WITHIN = stem_set("of the for de")
# "With the votes of the Liberals, although the Greens resisted": another story.
_TURNS = stem_set(
    "although though while whereas but yet despite unless because if when"
)
_LIST_TOKENS = 40
_NAME_TOKENS = 8
_OBJECT_TOKENS = 12
_GROUPS = stem_set("group party union league federation faction bloc government")
_BODIES = BODIES | _GROUPS
_THE = stem_set("the its their her his")
_DAYS = stem_set("monday tuesday wednesday thursday friday saturday sunday")


def spell_out(page: Page, who: Subject, after: int) -> Sequence[Subject]:
    """Give those whom a subject stands for: of a group its members, of "A and B" both.

    Args:
        page: The document.
        who: The subject.
        after: Token from which on a list may follow: ", including Arle".

    Returns:
        Nobody for a mere number of voters of whom none is named.
    """
    members = find_members(page, who.last, after)
    if members:
        return members
    if is_count(page, who):
        return []
    listed = _listed(page, who) or _enumerated(page, who)
    if listed:
        return listed
    partners = find_partners(page.tokens, page.scene.covered, who, page.document.text)
    return [who, *partners]


def _listed(page: Page, who: Subject) -> Sequence[Subject]:
    """Find the names of the list that a subject ends: "Arle, Corva and Melk voted"."""
    stems, begin = page.tokens.stems, who.first
    low = max(0, who.first - _LIST_TOKENS)
    while begin > low and _may_list(page, begin - 1):
        begin -= 1
    opens = begin == 0 or stems[begin - 1] in _DAYS | {SENTENCE_END}
    names = read_names(page, begin if opens else who.first)
    whole = len(names) > 1 and names[-1].last == who.last
    return [] if not whole or _is_one_body(page, names) else names


def _enumerated(page: Page, who: Subject) -> Sequence[Subject]:
    """Find the parties of the list that a subject ends: "the Tories and three rebels"."""
    begin, listed = list_before(page.document.text, page.tokens.ends[who.last - 1])
    found: list[Subject] = []
    for start, name in listed:
        first = begin + start
        place = page.tokens.range(first, first + len(name))
        mentions = (page.scene.covered.get(at) for at in place)
        mention = next((m for m in mentions if m is not None), None)
        found.append(Subject(place.start, place.stop, mention, name))
    return found


def _may_list(page: Page, at: int) -> bool:
    """Tell a word that may belong to a list of names."""
    word = page.tokens.stems[at]
    return word in _SEPARATORS | _THE | _WITHIN or (
        word.isalpha() and _is_name(page, at)
    )


def _is_one_body(page: Page, names: Sequence[Subject]) -> bool:
    """Tell "Trade and Industry Ministry", which is one, from "Orland and Corva"."""
    stems = page.tokens.stems
    ends = [stems[one.last - 1] in _BODIES for one in names]
    return ends[-1] and not any(ends[:-1])


def list_after(page: Page, begin: int) -> int:
    """Find the comma behind a verb where a list may begin: "voted for it, including"."""
    stems = page.tokens.stems
    stop = min(len(stems), begin + _OBJECT_TOKENS)
    for at in range(begin, stop):
        if stems[at] in (",", SENTENCE_END, ";"):
            return at
    return begin


def find_members(page: Page, *places: int) -> list[Subject]:
    """Find the names behind ", among them" at one of some places."""
    stems = page.tokens.stems
    for at in places:
        if stems[at : at + 1] != (",",):
            continue
        for words in _AMONG:
            begin = at + 1 + len(words)
            if stems[at + 1 : begin] == words:
                return list(read_names(page, begin))
    return []


def is_count(page: Page, who: Subject) -> bool:
    """Tell "five states", whoever they are, from "four Labour councillors"."""
    if who.mention is not None and who.mention.actor is not None:
        return False
    stems = page.tokens.stems
    words = stems[who.first : who.last]
    counted = words[0] in _NUMBERS or words[0].isdigit()
    kind = all(word in _OF_KIND for word in words[1:-1])
    return counted and kind and words[-1] in _VOTERS and len(words) <= _COUNT_TOKENS


def read_names(page: Page, begin: int) -> Sequence[Subject]:
    """Read the names of a list, up to the first word that is none.

    "The finance minister, Ida Krog, and Lars Bech" are two; an office without a name
    only leads to one. Of "Arle and Corva, Melk said" the last is none of them.
    """
    tokens, stop = page.tokens, min(len(page.tokens.stems), begin + _LIST_TOKENS)
    found: list[Subject] = []
    ended, at = 0, begin
    joined = True
    while at < stop and tokens.stems[at] not in _TURNS:
        last = _end_of_part(page, at, stop)
        if _is_named(page, at, last):
            who = find_whole(
                tokens, page.scene.covered, page.document.text, range(at, last)
            )
            if who is None:
                break
            found.append(who)
            ended = len(found) if joined else ended
        elif not _leads(page, at, last, stop):
            break
        at = last
        while at < stop and tokens.stems[at] in _SEPARATORS:
            joined = tokens.stems[at] != ","
            at += 1
        if at == last:
            break
    return found[:ended]


def _leads(page: Page, begin: int, last: int, stop: int) -> bool:
    """Tell "the finance minister," before a name."""
    office = page.tokens.stems[begin] in _THE and last - begin > 1
    return office and _is_named(page, last + 1, _end_of_part(page, last + 1, stop))


def _end_of_part(page: Page, begin: int, stop: int) -> int:
    """Find where one name of a list ends."""
    stems, named, at = page.tokens.stems, False, begin
    while at < min(stop, begin + _NAME_TOKENS):
        word = stems[at]
        inside = at > begin and _is_one(page, at - 1, at + 1)
        if word in _SEPARATORS and not inside:
            break
        if word == SENTENCE_END or not (word.isalpha() or "'" in word):
            break
        name = _is_name(page, at)
        group = named and word in _GROUPS
        known = name or inside or group or word in _WITHIN
        if word in _DAYS or (named and not (known or _introduces(page, at))):
            break
        named = named or name
        at += 1
    return at


def _introduces(page: Page, at: int) -> bool:
    """Tell "Cup holders Harbour", whose second word says what the third is."""
    following = at + 1 < len(page.tokens.stems) and _is_name(page, at + 1)
    noun = page.tokens, page.scene.covered, page.document.text
    return following and find_whole(*noun, range(at, at + 1)) is not None


def _is_one(page: Page, left: int, right: int) -> bool:
    """Tell whether one known actor is named on both sides of a word."""
    covered = page.scene.covered
    return left in covered and covered.get(right) is covered[left]


def _is_name(page: Page, at: int) -> bool:
    """Tell a word with a capital, or one of a known actor's name."""
    if at in page.scene.covered:
        return True
    start = page.tokens.starts[at]
    return page.document.text[start].isupper() and page.tokens.stems[at] not in _DAYS


def _is_named(page: Page, begin: int, stop: int) -> bool:
    """Tell whether a name stands among some words."""
    return any(_is_name(page, at) for at in range(begin, stop))

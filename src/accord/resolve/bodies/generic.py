"""Common nouns: crowds, hidden persons, bodies, and things that carry words."""

from accord.model import ActorRef, Speaker
from accord.resolve.bodies.wording import (
    ASIDE,
    seen_before,
    text_state,
    without_article,
    without_rank,
)
from accord.resolve.knowledge.base import GOVERNMENT_ORGANS
from accord.resolve.knowledge.lexicon import nouns
from accord.resolve.offices import TextRole, role_on
from accord.resolve.people.person import Occurrence, Person, text_id
from accord.resolve.phrases import Phrase
from accord.resolve.reading import Word
from accord.resolve.referents.institutions import (
    OUTLET_NOUNS,
    find_body,
    is_told,
    remits,
    told_before,
)
from accord.resolve.scene import Decision, Scene, Trail, shown, unresolved
from accord.resolve.unnamed import (
    body_before,
    decide_carrier,
    hide,
    is_hiding,
    is_many,
    is_one_of,
)

__all__ = ["decide_ally", "decide_common"]

_COLLECTIVES = frozenset(
    """group number majority half third quarter dozens chorus handful slew string host
    array crowd bunch series pair couple succession growing""".split()
)
#: Many people at once, if no body of the text is meant.
_COMPANIES = frozenset(
    """team side crew staff panel squad board management leadership jury chamber
    congregation workers works""".split()
)
#: Of a known body there are many of these: "the U.N. agency".
_OF_ANYBODY = frozenset("agency body organisation organization".split())
_OF_THE_WRITER = frozenset({"this", "our"})
#: Bodies that a field of work tells apart: "the environment agency".
_INSTITUTIONS = frozenset(
    """ministry department agency authority office commission board service committee
    inspectorate council court regulator watchdog bureau tribunal""".split()
)
_NO_PART_OF_NAMES = frozenset(
    "the a an this that its their his her our two both other main largest".split()
)
#: What a body may be to another.
_ALLIES = frozenset({"partner", "rival", "ally", "opponent", "competitor", "owner"})
_TAILS = frozenset("of in for at from".split())
_CLAUSES = frozenset("that which who whose where when".split())
_MANY = ("men", "women", "children", "people")
#: What tells whose body it is: "the county council".
_LEVELS = frozenset(
    """county city district town parish village municipal local regional provincial
    state national island university""".split()
)
_UNIONS = frozenset(
    "association union federation confederation guild league cooperative".split()
)
_SHARES = frozenset("percent cent proportion share percentage minority".split())


def decide_common(  # noqa: PLR0911 - one return a kind
    scene: Scene, trail: Trail, phrase: Phrase, at: int, name: str
) -> Decision:
    """Sort crowds, hidden persons, bodies and things that carry words."""
    known = nouns()
    head = scene.reading.words[phrase.head or 0].lower
    if head in known.carriers or head.removesuffix("s") in known.carriers:
        outlet = phrase.definite and head in known.bodies and len(phrase.words) == 2
        meant = find_body(scene, trail, head, at) if outlet else None
        if meant is None:
            return decide_carrier(scene, phrase, name)
    collective = head in _COLLECTIVES and phrase.indefinite
    crowd = head in known.groups and not phrase.definite
    if head in known.bodies and not phrase.indefinite and not (collective or crowd):
        named = phrase.definite or phrase.lead or _own_word(scene, phrase)
        if named or len(phrase.words) == 1:
            return _decide_body(scene, trail, phrase, at, name)
    firm = _firm_of(scene, phrase, name)
    if firm is not None:
        return firm
    share = head in _SHARES
    side = head == "side" and body_before(scene, phrase) is not None
    plural = head.removesuffix("s") in known.roles and head not in known.roles
    if plural and is_hiding(scene, phrase):
        return hide(scene, phrase, name)
    if collective or share or side or plural:
        one = scene.reading.words[phrase.words[0]].lower == "one"
        return hide(scene, phrase, name, crowd=not one)
    if head in known.groups or head in known.anonymous or is_one_of(phrase, head):
        return hide(scene, phrase, name)
    if is_many(scene, phrase):
        return hide(scene, phrase, name, crowd=not is_hiding(scene, phrase))
    return unresolved(name, "thing")


def decide_ally(scene: Scene, phrase: Phrase, role: TextRole) -> Decision | None:
    """Read the body in "her coalition partner, the Greens"; None for a person."""
    name = _apposed(scene, phrase) if role.title[-1] in _ALLIES else None
    if name is None:
        return None
    return Decision(Speaker(text_id(name), name, "resolved", "text-body", 0.5))


def _firm_of(scene: Scene, phrase: Phrase, name: str) -> Decision | None:
    """Read the firm in "her solicitors, Doe & Roe", "a hotel group"; None for none."""
    head = scene.reading.words[phrase.head or 0].lower
    if head in _COLLECTIVES and phrase.indefinite and _is_firm(scene, phrase):
        return unresolved(name, "body")
    firm = _apposed(scene, phrase) if head in nouns().firms else None
    if firm is None:
        return None
    return Decision(Speaker(text_id(firm), firm, "resolved", "text-body", 0.5))


def _is_firm(scene: Scene, phrase: Phrase) -> bool:
    """Tell "a hotel group" from "a group of hotels" and "a small group"."""
    head = phrase.head or 0
    if scene.reading.words[head].lower not in nouns().body_fields:
        return False
    before = scene.reading.words[head - 1].lower
    of = phrase.words[-1] > head
    return not of and head - phrase.words[0] > 1 and before not in nouns().vague


def _decide_body(  # noqa: PLR0911 - one return a kind
    scene: Scene, trail: Trail, phrase: Phrase, at: int, name: str
) -> Decision:
    """Find which ministry, newspaper, union or company is meant."""
    head = scene.reading.words[phrase.head or 0].lower
    lead = body_before(scene, phrase)
    if lead is None and head in GOVERNMENT_ORGANS:
        lead = text_state(scene, phrase)
    if lead is not None and head in GOVERNMENT_ORGANS and lead.actor is not None:
        plain = without_article(name)
        speaker = Speaker(lead.actor, plain, "resolved", "state-organ", 0.75)
        return Decision(speaker, lead)
    named = _named_body(scene, phrase, head, name)
    opener = scene.reading.words[phrase.words[0]].lower
    if named is None and _is_bare_name(scene, phrase):
        plain = shown(name)
        named = Decision(Speaker(text_id(plain), plain, "resolved", "text-body", 0.5))
    if named is None and opener in _OF_THE_WRITER and head in OUTLET_NOUNS:
        named = unresolved(name, "body")
    if named is not None:
        return named
    told = told_before(scene, phrase.words, phrase.head or 0)
    members = _members(scene, phrase)
    found = find_body(scene, trail, head, at, told=told | members)
    if found is not None and (not members or is_told(scene, found, members)):
        return seen_before(scene, found)
    if members:
        plain = _as_called(scene, phrase, members)
        return Decision(Speaker(text_id(plain), plain, "resolved", "text-body", 0.5))
    of_known = bool(lead and phrase.lead) and phrase.lead[-1].form.kind == "name"
    of_known = of_known and head not in _OF_ANYBODY
    if of_known or _is_told_apart(head, told):
        plain = without_article(name)
        return Decision(Speaker(text_id(plain), plain, "resolved", "text-body", 0.5))
    if head in _COMPANIES:
        return hide(scene, phrase, name, crowd=True)
    return unresolved(name, "body")


def _is_told_apart(head: str, told: frozenset[str]) -> bool:
    """Tell "the county council" and "the housing association" from "the council"."""
    if head in _INSTITUTIONS:
        return bool(told & (remits() | _LEVELS))
    return head in _UNIONS and bool(told & remits())


def _members(scene: Scene, phrase: Phrase) -> frozenset[str]:
    """Tell whose body it is: "the dockers' federation", "the Conservative group"."""
    head, words = phrase.head or 0, scene.reading.words
    return frozenset(
        words[n].lower
        for n in phrase.words
        if n < head
        and (_is_of_many(scene, words[n]) or (words[n].capital and _of_party(words[n])))
    )


def _is_of_many(scene: Scene, word: Word) -> bool:
    """Tell "owners'" and "seamen's", whom a body stands for, from "owner's"."""
    if word.possessive:
        return word.lower.endswith(_MANY) and not word.capital
    after = scene.reading.document.text[word.end : word.end + 2]
    return word.lower.endswith("s") and after in {"' ", "’ "}


def _of_party(word: Word) -> bool:
    """Tell whether an adjective is that of a party."""
    return word.lower in nouns().partisans and not word.text.isupper()


def _as_called(scene: Scene, phrase: Phrase, members: frozenset[str]) -> str:
    """Name a body by whom it stands for: "Greek owners' association"."""
    words, head = scene.reading.words, phrase.head or 0
    first = next(n for n in phrase.words if words[n].lower in members)
    while first - 1 in phrase.words and words[first].tied:
        if words[first - 1].lower in _NO_PART_OF_NAMES:
            break
        first -= 1
    text = scene.reading.document.text
    return shown(text[words[first].start : words[head].end])


def _is_bare_name(scene: Scene, phrase: Phrase) -> bool:
    """Tell whether a body's noun goes without article, as "Congress" does."""
    word = scene.reading.words[phrase.words[0]]
    alone = len(phrase.words) == 1 and word.capital and not word.text.isupper()
    return alone and scene.namings.is_name(word.text)


def _named_body(scene: Scene, phrase: Phrase, head: str, name: str) -> Decision | None:
    """Take a body that a name within the phrase tells apart; None without one."""
    owner = scene.people.get(phrase.words[0]) or _owner_inside(scene, phrase)
    if owner is not None:
        person = scene.persons[owner.person]
        if head in GOVERNMENT_ORGANS and person.actor is not None:
            # "The Doe administration" states the position of Doe's state.
            spoken = _office_of(scene, person)
            if spoken is not None:
                rule = "state-organ"
                speaker = Speaker(spoken.actor, shown(name), "resolved", rule, 0.7)
                return Decision(speaker, spoken)
        speaker = Speaker(text_id(name), name, "resolved", "body-of-person", 0.6)
        return Decision(speaker, ActorRef(person.id, person.name))
    plain = _apposed(scene, phrase)
    if plain is not None:
        return Decision(Speaker(text_id(plain), plain, "resolved", "text-body", 0.6))
    own = _own_word(scene, phrase)
    return None if own is None else _by_own_word(scene, own, head, name)


def _owner_inside(scene: Scene, phrase: Phrase) -> Occurrence | None:
    """Return "Doe" in "the Doe campaign"."""
    places = (scene.people.get(n) for n in phrase.words if n < (phrase.head or 0))
    return next((place for place in places if place is not None), None)


def _office_of(scene: Scene, person: Person) -> ActorRef | None:
    """Return the state of which a known person holds office on the day."""
    role = (
        role_on(person.actor, scene.day, person.roles, scene.knowledge)
        if (person.actor)
        else None
    )
    return scene.knowledge.ref(role.speaks_for) if role and role.speaks_for else None


def _apposed(scene: Scene, phrase: Phrase) -> str | None:
    """Read the name behind "the manufacturer, Acme AG,"."""
    words = scene.reading.words
    after = (phrase.head or 0) + 1
    ends = _apposed_at_end(scene, phrase)
    if ends is not None:
        return ends
    after = _past_tail(scene, phrase, after)
    if after > phrase.words[-1] or not words[after].gap.startswith(", "):
        return None
    if words[after].lower == "the" and after < phrase.words[-1]:
        # "Her coalition partner, the Greens".
        after += 1
    last = after
    while (
        last <= phrase.words[-1]
        and words[last].capital
        and (last == after or words[last].tied or words[last].gap == " & ")
    ):
        last += 1
    if last == after or after in scene.owners or after in scene.people:
        return None
    span = scene.reading.document.text[words[after].start : words[last - 1].end]
    return scene.namings.full(shown(span)) or shown(span)


def _past_tail(scene: Scene, phrase: Phrase, after: int) -> int:
    """Step over what a head is of: "the federation of importers, Acme,".

    Behind a place a name may say where that is: "the union in Foo, Bar,".
    """
    words = scene.reading.words
    if after > phrase.words[-1] or words[after].lower not in _TAILS:
        return after
    end = after
    while end <= phrase.words[-1] and not words[end].gap.startswith(","):
        if words[end].lower in _CLAUSES:
            return after
        end += 1
    sure = end <= phrase.words[-1] and (
        not words[end - 1].capital or words[end].lower == "the"
    )
    return end if sure else after


def _apposed_at_end(scene: Scene, phrase: Phrase) -> str | None:
    """Read the name in "the utility that runs the dam, Acme,"."""
    words, last = scene.reading.words, phrase.words[-1]
    clause = (phrase.head or 0) + 1
    if clause >= last or words[clause].lower not in {"that", "which"}:
        return None
    first = last
    while first > clause and words[first].capital and words[first].tied:
        first -= 1
    named = words[first].capital and words[first].gap == ", "
    if not named or first in scene.owners or first in scene.people:
        return None
    name = shown(scene.reading.document.text[words[first].start : words[last].end])
    return scene.namings.full(name) or name


def _own_word(scene: Scene, phrase: Phrase) -> str | None:
    """Return the name before a body's noun: "Eastmarch" in "Eastmarch health board"."""
    words = scene.reading.words
    for number in phrase.words:
        word = words[number]
        if number >= (phrase.head or 0):
            break
        inside = number > phrase.words[0] or scene.namings.is_name(word.text)
        shouted = word.text.isupper() and words[phrase.head or 0].text.isupper()
        title = (
            shouted or word.lower in nouns().modifiers or word.lower in nouns().vague
        )
        if word.capital and inside and not title and number not in scene.owners:
            return word.text
    return None


def _by_own_word(scene: Scene, own: str, head: str, name: str) -> Decision:
    """Find the body that a word of its name and a common noun mean."""
    found = {
        body.name
        for body in scene.namings.bodies
        if own.lower() in body.words and head in body.words
    }
    if len(found) > 1:
        return unresolved(name, "body")
    if found:
        (plain,) = found
        return Decision(Speaker(text_id(plain), plain, "resolved", "body-seen", 0.65))
    land = scene.namings.place_of(own)
    if land != own and head == "side":
        return Decision(Speaker(text_id(land), land, "resolved", "state-organ", 0.65))
    if land != own:
        return unresolved(name, "body")
    plain = without_rank(ASIDE.sub("", without_article(name)))
    return Decision(Speaker(text_id(plain), plain, "resolved", "text-body", 0.5))

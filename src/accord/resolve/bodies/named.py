"""Bodies and crowds by name."""

from accord.model import Speaker
from accord.resolve.bodies.wording import (
    ASIDE,
    seen_before,
    text_state,
    without_article,
    without_rank,
)
from accord.resolve.gazetteer import Hit
from accord.resolve.knowledge.base import GOVERNMENT_ORGANS
from accord.resolve.knowledge.lexicon import nouns
from accord.resolve.people.person import text_id
from accord.resolve.phrases import Phrase, names_one
from accord.resolve.reading import Word
from accord.resolve.referents.institutions import (
    find_body,
)
from accord.resolve.scene import Decision, Scene, Trail, unresolved
from accord.resolve.unnamed import (
    NUMBERS,
    body_before,
    hide,
    is_hiding,
    is_plural,
)

__all__ = ["decide_known", "decide_name"]

_BY_FORM = {
    "name": ("name", 0.95),
    "metonym": ("seat-as-government", 0.9),
    "capital": ("capital-as-government", 0.85),
    "demonym": ("demonym", 0.6),
    "surname": ("surname", 0.5),
}
_QUANTIFIERS = frozenset(
    "hundreds thousands dozens scores millions at some many most few several two three four five both all no every each".split()
)
#: What may stand within a name: "Doctors without Borders", "Movement for a Free Foo".
_FUNCTION_WORDS = frozenset(
    """a an the of for and in on at to with without by from against over under between
    as or nor but sans de la le les du des der die das del di da und et y e van von
    für pour per versus vs no not our your my we us""".split()
)
#: So many known names before "The Post" are looked at for one that ends so.
_MOST_HITS = 40
_OF_ONE = frozenset("at no every each".split())
#: In capitals too these are no names: "the Group".
_ANYBODY = frozenset("company firm group business club".split())
#: What follows the comma behind a name that a text brings up for the first time.
_INTRODUCING = frozenset("the a an which whose".split())
_MANY_WHO_ACT = ("ers", "ors", "ists", "ians", "ants", "ents", "ees")

_FULL_STOPS = (".", "!", "?", '"', "”", "’", "'", ")")


def decide_known(
    scene: Scene, trail: Trail, phrase: Phrase, hit: Hit, name: str
) -> Decision:
    """Take a state, body, outlet or group by name, seat, capital or adjective."""
    knowledge = scene.knowledge
    form = hit.form
    others = (
        other
        for other in (*phrase.lead, *phrase.tail)
        if other.form.kind not in {"demonym", "surname"}
    )
    if any(_joined(scene, other, hit) for other in others):
        return Decision(Speaker(None, name, "group", "several-names", 0.75))
    actor = knowledge.actor(form.actor)
    if actor is None or actor.kind == "person":
        # A last name that title, date and first name give to nobody known.
        return decide_name(scene, trail, phrase, name)
    if form.kind == "demonym" and _is_surname(phrase, scene, hit):
        return decide_name(scene, trail, phrase, name)
    if form.kind == "demonym" and _is_people(scene, hit):
        spoken = actor.ref if phrase.definite and actor.kind == "state" else None
        return Decision(Speaker(None, name, "group", "people", 0.7), spoken)
    if actor.kind == "group":
        return Decision(Speaker(actor.id, actor.name, "group", "group-name", 0.9))
    rule, confidence = _BY_FORM[form.kind]
    target = knowledge.speaks_for(actor.id)
    spoken = knowledge.ref(target) if target else None
    return Decision(Speaker(actor.id, actor.name, "resolved", rule, confidence), spoken)


def _is_people(scene: Scene, hit: Hit) -> bool:
    """Tell whether a word of belonging means the people: "the Kestrians"."""
    return not names_one(scene.reading.words[hit.last - 1].lower)


def _is_surname(phrase: Phrase, scene: Scene, hit: Hit) -> bool:
    """Tell "Dane said" from "the Dane said": no people goes without an article."""
    alone = phrase.words == tuple(range(hit.first, hit.last))
    return alone and not _is_people(scene, hit)


def _joined(scene: Scene, one: Hit, other: Hit) -> bool:
    """Tell whether "and" joins two known names."""
    words = scene.reading.words
    first, second = sorted((one, other), key=lambda hit: hit.first)
    between = {words[n].lower for n in range(first.last, second.first)}
    return bool(between & {"and", "&"}) and len(between) <= 3


def decide_name(  # noqa: PLR0911 - one return a kind
    scene: Scene, trail: Trail, phrase: Phrase, name: str
) -> Decision:
    """Take a capitalised name that nothing else explains."""
    opener = scene.reading.words[phrase.words[0]].lower
    if opener in NUMBERS or opener.isdigit():
        return hide(scene, phrase, name, crowd=not is_hiding(scene, phrase))
    if phrase.indefinite or opener in _QUANTIFIERS:
        crowd = True if opener in _QUANTIFIERS - _OF_ONE else None
        return hide(scene, phrase, name, crowd=crowd)
    plain = ASIDE.sub("", without_article(_bare(scene, phrase, name)))
    plain = _core(scene, plain)
    plain = scene.namings.full(plain) or plain
    meant = _as_common(scene, trail, phrase, plain)
    if meant is not None:
        return meant
    head = scene.reading.words[phrase.head or 0]
    known = _known_by_end(scene, plain, phrase) or _organ(scene, phrase, plain)
    if known is not None:
        return known
    natives = phrase.definite and plain.endswith("s") and " " not in plain
    if natives and scene.namings.place_of(plain) != plain:
        return Decision(Speaker(None, name, "group", "people", 0.7))
    if _is_pair(scene, plain) and not _has_kind_before(scene, phrase):
        return Decision(Speaker(None, name, "group", "several-names", 0.6))
    if phrase.head == phrase.words[0] and _only_opens(scene, head):
        if _is_crowd(scene, phrase, head.lower):
            return hide(scene, phrase, name, crowd=True)
        if not _is_introduced(scene, phrase.head or 0):
            return unresolved(name, "thing")
    return Decision(Speaker(text_id(plain), plain, "resolved", "text-body", 0.5))


def _as_common(
    scene: Scene, trail: Trail, phrase: Phrase, plain: str
) -> Decision | None:
    """Take "the Company" for the one that the text names; None for a name."""
    noun = plain.lower()
    if not phrase.definite or noun not in nouns().body_fields:
        return None
    found = find_body(scene, trail, noun, scene.reading.words[phrase.words[0]].start)
    if found is not None:
        return seen_before(scene, found)
    return unresolved(plain, "body") if noun in _ANYBODY else None


def _organ(scene: Scene, phrase: Phrase, name: str) -> Decision | None:
    """Take "the Foo Ministry" for its state, if a state stands before it."""
    if scene.reading.words[phrase.head or 0].lower not in GOVERNMENT_ORGANS:
        return None
    lead = body_before(scene, phrase) or text_state(scene, phrase)
    if lead is None or lead.actor is None:
        return None
    return Decision(Speaker(lead.actor, name, "resolved", "state-organ", 0.75), lead)


def _known_by_end(scene: Scene, name: str, phrase: Phrase) -> Decision | None:
    """Find the outlet or body of which "The Post" is the end of the name."""
    at = scene.reading.words[phrase.words[0]].start
    for hit in scene.hits_before(at, most=_MOST_HITS):
        actor = scene.knowledge.actor(hit.form.actor)
        if actor is None or hit.form.kind != "name" or actor.kind == "person":
            continue
        if hit.form.written.endswith(f" {name}"):
            speaker = Speaker(actor.id, actor.name, "resolved", "name-end", 0.7)
            return Decision(speaker)
    return None


def _is_pair(scene: Scene, name: str) -> bool:
    """Tell whether a name is two: "Foo and Bar", if no body of the text is called so."""
    before, joint, after = name.partition(" and ")
    if after.startswith("the "):
        # "The Social Democrats and the Greens".
        return before[:1].isupper() and " of " not in before and " for " not in before
    both = before[:1].isupper() and after[:1].isupper()
    fields = " of " in before or " for " in before
    if fields and after.rpartition(" ")[2].lower() not in nouns().endings:
        # "Centre for Health and Safety".
        return False
    return bool(joint) and both and not scene.namings.is_body(name)


def _core(scene: Scene, name: str) -> str:
    """Drop "far-right" before a name, and "in Foo" behind one that the text has alone."""
    bare = without_rank(name)
    short, joint, _ = bare.partition(" in ")
    return short if joint and scene.namings.is_body(short) else bare


def _bare(scene: Scene, phrase: Phrase, name: str) -> str:
    """Drop what a body is before its name: "the charity Common Shore"."""
    first = _after_kind(scene, phrase)
    if first is None:
        return name
    return name[max(name.find(scene.reading.words[first].text), 0) :]


def _after_kind(scene: Scene, phrase: Phrase) -> int | None:
    """Return where "Common Shore" begins in "the charity Common Shore"."""
    words = scene.reading.words
    first = next((n for n in phrase.words[1:] if words[n].capital), None)
    if first is None or "-" in words[first].gap:
        return None
    kind, known = words[first - 1], nouns()
    common = kind.lower in known.bodies or kind.lower in known.roles
    if not common:
        return _after_noun(scene, phrase)
    opens = first - 1 == phrase.words[0] and _only_opens(scene, kind)
    if (kind.capital and not opens) or kind.possessive or not common:
        return None
    return first


def _after_noun(scene: Scene, phrase: Phrase) -> int | None:
    """Return where "Norsund" begins in "the Danish line Norsund", "rival bidder Norsund"."""
    words, head = scene.reading.words, phrase.head or 0
    if not words[head].capital:
        return None
    first = head
    while first - 1 in phrase.words and words[first].tied and words[first - 1].capital:
        first -= 1
    noun = first - 1
    if noun not in phrase.words or words[noun].lower in _FUNCTION_WORDS:
        return None
    led = [n for n in phrase.words if n < noun]
    plain = all(
        not words[n].capital or n in scene.owners or _only_opens(scene, words[n])
        for n in led
    )
    tied = words[first].tied and "-" not in words[first].gap
    return first if led and plain and tied and not words[noun].possessive else None


def _has_kind_before(scene: Scene, phrase: Phrase) -> bool:
    """Tell whether "the band Salt and Iron" says that it is one."""
    first = _after_kind(scene, phrase)
    return first is not None and scene.reading.words[first - 1].lower in nouns().bodies


def _only_opens(scene: Scene, word: Word) -> bool:
    """Tell whether a word is capitalised only as the first of its sentence."""
    if scene.reading.sentences[word.sentence].start < word.start - 1:
        return False
    if word.text.isupper() and len(word.text) > 1:
        return False
    return not scene.namings.is_name(word.text)


def _is_introduced(scene: Scene, head: int) -> bool:
    """Tell "Acme, the ferry firm," and a word capitalised twice from a noun.

    Headlines introduce nobody: "Voss slams union" may be a man.
    """
    words, namings = scene.reading.words, scene.namings
    word = words[head]
    if word.lower in namings.lowered or word.lower in nouns().inanimate:
        return False
    after = words[head + 1] if head + 1 < len(words) else None
    apposed = after is not None and after.gap == ", " and after.lower in _INTRODUCING
    sentence = scene.reading.sentences[word.sentence]
    told = scene.reading.document.text[sentence.start : sentence.end].rstrip()
    in_prose = told.endswith(_FULL_STOPS)
    return apposed or (in_prose and namings.capitals.get(word.text, 0) > 1)


def _is_crowd(scene: Scene, phrase: Phrase, lower: str) -> bool:
    """Tell whether a word at the head of a sentence speaks of many people."""
    if not is_plural(lower) or lower in nouns().things:
        return False
    known = nouns()
    one = {lower[:-1], lower[:-3] + "y", lower[:-3] + "fe", lower[:-2]}
    told = lower in scene.namings.lowered or bool(one & known.roles.keys())
    return told or len(phrase.words) > 1 or lower.endswith(_MANY_WHO_ACT)

"""Sources without a name: crowds, hidden persons, and things that carry words."""

from accord.model import ActorRef, Speaker
from accord.resolve.gazetteer import Hit
from accord.resolve.knowledge.lexicon import nouns
from accord.resolve.people.person import text_id
from accord.resolve.phrases import Phrase
from accord.resolve.scene import Decision, Scene, unresolved

__all__ = [
    "NUMBERS",
    "body_before",
    "decide_carrier",
    "hide",
    "is_hiding",
    "is_many",
    "is_one_of",
    "is_plural",
]

# Crowds and hidden persons that state the position of whom they serve.
_OFFICIALS = frozenset(
    """official officials leader leaders diplomat diplomats authorities negotiator
    negotiators envoy envoys minister ministers representatives delegates government
    spokesperson spokesman spokeswoman spokespeople ambassador ambassadors circles
    delegation member aide aides adviser advisers source sources side""".split()
)
_HIDING = frozenset(
    """anonymous anonymity unnamed sources insiders circles familiar briefed knowledge
    named identified authorised authorized close""".split()
)
NUMBERS = frozenset(
    """two three four five six seven eight nine ten eleven twelve thirteen fourteen
    fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy
    eighty ninety hundred dozens scores hundreds thousands""".split()
)
_IRREGULAR = frozenset("people children folk police".split())
_FEW = frozenset("one two three four five six several".split())
_PRIVATE_KINDS = frozenset({"company", "club", "union", "university", "paper"})
_STATE_KINDS = frozenset({"state", "organisation", "group"})


def hide(
    scene: Scene, phrase: Phrase, name: str, *, crowd: bool | None = None
) -> Decision:
    """Keep hidden persons and crowds unnamed, with whom they speak for."""
    words = {scene.reading.words[n].lower for n in phrase.words}
    if crowd is None:
        head = scene.reading.words[phrase.head or 0].lower
        one = scene.reading.words[phrase.words[0]].lower == "one"
        crowd = head in nouns().groups and not (one or is_hiding(scene, phrase))
    spoken = None
    if words & _OFFICIALS:
        spoken = body_before(scene, phrase) or _body_after(scene, phrase)
    if crowd:
        return Decision(Speaker(None, name, "group", "crowd", 0.85), spoken)
    return Decision(Speaker(None, name, "anonymous", "hidden", 0.85), spoken)


def is_hiding(scene: Scene, phrase: Phrase) -> bool:
    """Tell "unnamed officials", "two aides who were there" from a crowd."""
    lower = [scene.reading.words[n].lower for n in phrase.words]
    return bool(_HIDING & set(lower)) or (
        lower[0] in _FEW and any(word in {"who", "with"} for word in lower)
    )


def is_many(scene: Scene, phrase: Phrase) -> bool:
    """Tell whether a phrase counts people, or has a plural at its head."""
    words, known = scene.reading.words, nouns()
    opener = words[phrase.words[0]]
    if opener.lower in NUMBERS or (opener.text.isdigit() and phrase.head):
        return True
    if phrase.head is None or words[phrase.head].possessive:
        return False
    if scene.reading.document.text[opener.start - 1 : opener.start] == "@":
        return False
    heads = {words[phrase.head].lower, opener.lower}
    return any(is_plural(lower) and lower not in known.things for lower in heads)


def is_plural(lower: str) -> bool:
    """Tell whether a noun looks like a plural.

    Example:
        >>> is_plural("passengers"), is_plural("press"), is_plural("women")
        (True, False, True)
    """
    if lower.endswith(("ss", "us", "is", "ics")):
        return False
    return lower.endswith(("s", "men")) or lower in _IRREGULAR


def is_one_of(phrase: Phrase, head: str) -> bool:
    """Tell whether "a member of the delegation" hides a person."""
    return head in {"member", "one", "participant"} and bool(
        phrase.indefinite or phrase.tail or len(phrase.words) > 1
    )


def body_before(scene: Scene, phrase: Phrase) -> ActorRef | None:
    """Return the state or body named before a phrase's head."""
    for hit in reversed(phrase.lead):
        found = _spoken_for(scene, hit)
        if found is not None:
            return found
    return None


def _body_after(scene: Scene, phrase: Phrase) -> ActorRef | None:
    """Return the state or body named after a phrase's head."""
    for hit in phrase.tail:
        found = _spoken_for(scene, hit)
        if found is not None:
            return found
    return None


def _spoken_for(scene: Scene, hit: Hit) -> ActorRef | None:
    """Return the state or body behind a known name; None for persons and outlets."""
    actor = scene.knowledge.actor(hit.form.actor)
    if actor is None or actor.kind not in _STATE_KINDS or _tells_where(scene, hit):
        return None
    target = scene.knowledge.speaks_for(actor.id)
    return scene.knowledge.ref(target) if target else actor.ref


def _tells_where(scene: Scene, hit: Hit) -> bool:
    """Tell whether a state only says where a firm is: "the Spanish club"."""
    words = scene.reading.words
    after = words[hit.last] if hit.last < len(words) else None
    if hit.form.kind != "demonym" or after is None or not after.tied:
        return False
    return bool(_PRIVATE_KINDS & nouns().body_fields.get(after.lower, frozenset()))


def decide_carrier(scene: Scene, phrase: Phrase, name: str) -> Decision:
    """Look behind a statement, survey or report for whose it is."""
    if _by_several(scene, phrase):
        return Decision(Speaker(None, name, "group", "several-names", 0.6))
    for number in phrase.words:
        place = scene.people.get(number)
        behind = place is not None and number > (phrase.head or 0)
        if place is not None and (place.possessive or behind):
            person = scene.persons[place.person]
            speaker = Speaker(person.id, person.name, "resolved", "carrier", 0.65)
            return Decision(speaker, None, person)
    for hit in (*phrase.tail, *reversed(phrase.lead)):
        actor = scene.knowledge.actor(hit.form.actor)
        if actor is None or hit.form.kind in {"demonym", "capital", "surname"}:
            continue
        if actor.kind == "state" and hit in phrase.tail:
            # A report on a state is not a report of it.
            continue
        target = scene.knowledge.speaks_for(actor.id)
        spoken = scene.knowledge.ref(target) if target else None
        speaker = Speaker(actor.id, actor.name, "resolved", "carrier", 0.6)
        return Decision(speaker, spoken)
    end = scene.reading.words[phrase.words[-1]].end
    begin = scene.reading.words[phrase.words[0]].start
    for naming in scene.namings.bodies:
        if begin <= naming.start < end:
            identity = text_id(naming.name)
            return Decision(Speaker(identity, naming.name, "resolved", "carrier", 0.5))
    return unresolved(name, "thing")


def _by_several(scene: Scene, phrase: Phrase) -> bool:
    """Tell whether two names joined by "and" made it: "a study by Foo and Bar"."""
    words = scene.reading.words
    after = [n for n in phrase.words if n > (phrase.head or 0)]
    by = next((n for n in after if words[n].lower == "by"), None)
    if by is None:
        return False
    joint = next((n for n in after if n > by and words[n].lower == "and"), None)
    if joint is None or not words[joint - 1].capital:
        return False
    inside = any(
        body.start < words[joint].start < body.start + len(body.name)
        for body in scene.namings.bodies
    )
    return not inside and any(
        words[n].capital for n in after if n in {joint + 1, joint + 2}
    )

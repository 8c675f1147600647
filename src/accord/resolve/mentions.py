"""Mentions: where the text names an actor."""

from collections.abc import Iterator

from accord.model import Mention
from accord.resolve.gazetteer import Hit
from accord.resolve.knowledge.lexicon import nouns
from accord.resolve.people.person import Person, text_id
from accord.resolve.scene import Scene

__all__ = ["BODY_OF_TEXT", "list_mentions"]

#: The rule of a body that only the text names.
BODY_OF_TEXT = "text-body"

# A government is meant where a place could not act. Forms of verbs of saying,
# wanting and doing that take a government as subject.
_ACTING = frozenset(
    """has have had says said say is was will would wants wanted want may might must
    should could can cannot does did insists insisted demands demanded accuses accused
    claims claimed warns warned rejects rejected refuses refused denies denied agrees
    agreed calls called urges urged plans planned hopes hoped expects expected
    believes believed sees saw considers considered fears feared seeks sought offers
    offered proposes proposed supports supported backs backed opposes opposed
    condemns condemned announced announces announce declared declares vowed vows
    pledged pledges promised promises threatened threatens responded responds
    replied replies reacted reacts dismissed dismisses confirmed confirms signed
    signs launched launches intends intended needs needed remains remained wishes
    looks looked appears appeared continues continued never also now still already
    therefore however recognised recognises recognized recognizes views viewed
    describes described argues argued maintains maintained stated states added adds
    stressed stresses doubts doubted trusts fails failed tries tried decided decides
    sent sends withdrew withdraws bought sold pays paid""".split()
)
# "criticised Berlin", "pressure on Moscow", "an agreement with Kyiv".
_ACTED_ON = frozenset(
    """accuse accused accuses accusing urge urged urges urging criticise criticised
    criticize criticized blame blamed blames blaming with by between against warn
    warned warns warning ask asked asks asking told tell tells assure assured
    pressure pressured support supports supported supporting arm arming condemn
    condemned slam slammed slams thank thanked thanks call called force forced
    prompt prompted persuade persuaded convince convinced lobby lobbied trust
    defend back backed backing provide provided on""".split()
)


def list_mentions(scene: Scene) -> tuple[Mention, ...]:
    """List every place that names an actor, in text order.

    Persons wherever they are named; states, bodies, outlets and groups by name or
    seat; capitals only where they act for a government. Adjectives of belonging
    ("Russian troops") name no actor.
    """
    document = scene.reading.document
    found: list[Mention] = []
    for place in scene.occurrences:
        person = scene.persons[place.person]
        found.append(
            Mention(
                document=document.id,
                start=place.start,
                end=place.end,
                text=document.text[place.start : place.end],
                actor=person.id,
                name=person.name,
                rule=place.rule,
                confidence=place.confidence,
                roles=_offices(person),
                gender=person.gender,
            )
        )
    for hit in scene.hits:
        mention = _of_hit(scene, hit)
        if mention is not None:
            found.append(mention)
    taken = {(m.start, m.end) for m in found}
    found += [m for m in _of_bodies(scene) if (m.start, m.end) not in taken]
    return tuple(sorted(found))


def _offices(person: Person) -> tuple[str, ...]:
    """List the offices that a document gives a person, each once."""
    titles = (
        " ".join((*("former",) * role.former, *role.title)) for role in person.roles
    )
    return tuple(dict.fromkeys(titles))


def _of_bodies(scene: Scene) -> Iterator[Mention]:
    """Yield the places that name a body which only the text knows."""
    document = scene.reading.document
    for naming in scene.namings.bodies:
        end = naming.start + len(naming.name)
        words = document.text[naming.start : end]
        if words == naming.name and _is_whole(words):
            yield Mention(
                document=document.id,
                start=naming.start,
                end=end,
                text=words,
                actor=text_id(naming.name),
                name=naming.name,
                rule=BODY_OF_TEXT,
                confidence=0.6,
            )


def _is_whole(name: str) -> bool:
    """Tell a body's name from one capital word, or the tail of a quoted headline."""
    *inner, last = name.split()
    marked = (word.endswith(("’", "'")) and word[-2:-1] != "s" for word in inner)
    return bool(inner) and not any(marked) and not last.endswith(("’", "'"))


def _of_hit(scene: Scene, hit: Hit) -> Mention | None:
    """Make the mention of a known name that is no person's."""
    if any(number in scene.people for number in range(hit.first, hit.last)):
        return None
    form = hit.form
    actor = scene.knowledge.actor(form.actor)
    if actor is None or actor.kind == "person":
        return None
    rules = {"name": ("name", 0.95), "metonym": ("seat-as-government", 0.9)}
    if form.kind in rules:
        rule, confidence = rules[form.kind]
    elif form.kind == "capital" and is_government(scene, hit):
        rule, confidence = "capital-as-government", 0.75
    else:
        return None
    document = scene.reading.document
    return Mention(
        document=document.id,
        start=hit.start,
        end=hit.end,
        text=document.text[hit.start : hit.end],
        actor=actor.id,
        name=actor.name,
        rule=rule,
        confidence=confidence,
    )


def is_government(scene: Scene, hit: Hit) -> bool:
    """Tell whether a capital stands for its government here, not for the place."""
    words = scene.reading.words
    before = words[hit.first - 1] if hit.first else None
    first, last = words[hit.first], words[hit.last - 1]
    alone = before is None or before.sentence != first.sentence
    if not alone and before is not None:
        if before.lower in nouns().places and first.tied:
            return False
        if before.lower in _ACTED_ON and first.tied:
            return True
    if last.possessive:
        return True
    after = words[hit.last] if hit.last < len(words) else None
    if after is None or after.sentence != last.sentence:
        return False
    if after.lower in _ACTING and after.gap in {" ", ", "}:
        return True
    return _in_pair(scene, hit)


def _in_pair(scene: Scene, hit: Hit) -> bool:
    """Tell whether "Berlin and Kyiv" act together: two capitals, then a verb."""
    words = scene.reading.words
    after = hit.last
    if after + 1 < len(words) and words[after].lower in {"and", "or", "nor"}:
        other = scene.owners.get(after + 1)
        if other is not None and other.form.kind in {"capital", "name", "metonym"}:
            nxt = other.last
            before = words[hit.first - 1].lower if hit.first else ""
            verb = nxt < len(words) and words[nxt].lower in _ACTING
            return verb or before in {"between", "both"}
    if hit.first >= 2 and words[hit.first - 1].lower in {"and", "or", "nor"}:
        other = scene.owners.get(hit.first - 2)
        if other is not None and other.form.kind == "capital":
            return is_government(scene, other) if other.first < hit.first else False
    return False

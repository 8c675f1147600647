"""The stage: a dossier in, the same dossier with its actors out."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from accord.model import Attribution, Document, Dossier, Finding, digest
from accord.resolve.bodynames import find_namings
from accord.resolve.circumstances import find_said, find_via
from accord.resolve.gazetteer import find_hits
from accord.resolve.knowledge.base import KnowledgeBase
from accord.resolve.mentions import list_mentions
from accord.resolve.people import find_people
from accord.resolve.people.clashes import contradicts
from accord.resolve.reading import read
from accord.resolve.referents import calibrated
from accord.resolve.scene import Decision, Scene
from accord.resolve.speakers import decide_speakers
from accord.text.dates import find_dates

__all__ = ["ResolveStage"]

_ROOM = "resolve"
_VERSION = 4


class ResolveStage:
    """Finds who speaks, for whom, through whom and when.

    Args:
        knowledge: The actors that are known.
    """

    producer = f"{_ROOM}.rules.v{_VERSION}"

    def __init__(self, knowledge: KnowledgeBase) -> None:
        self.knowledge = knowledge

    def fingerprint(self) -> str:
        """Return a hash of everything the answers depend on but the document."""
        return digest(self.producer, self.knowledge.fingerprint())

    def __call__(self, dossier: Dossier) -> Dossier:
        """Fill in mentions, speakers, bodies spoken for, passing-on and dates.

        Cost:
            Linear in the length of the text and the number of attributions.
        """
        document = dossier.document
        scene = read_scene(document, dossier.attributions, self.knowledge)
        decisions = decide_speakers(scene, dossier.attributions)
        attributions = _fill_in(scene, dossier.attributions, decisions)
        findings = (
            *_unresolved_speakers(document, attributions),
            *_role_clashes(scene),
        )
        return replace(
            dossier.with_findings(_ROOM, findings),
            attributions=attributions,
            mentions=list_mentions(scene),
        )


def read_scene(
    document: Document, attributions: tuple[Attribution, ...], knowledge: KnowledgeBase
) -> Scene:
    """Read a document's names and persons."""
    reading = read(document)
    hits = find_hits(reading, knowledge)
    day = publication_day(document)
    hints = [span for a in attributions if a.source for span in a.source.spans]
    owners = {n: hit for hit in hits for n in range(hit.first, hit.last)}
    namings = find_namings(reading, owners)
    occurrences, persons = find_people(
        reading, hits, knowledge, namings, day=day, hints=hints
    )
    return Scene(reading, knowledge, day, hits, occurrences, persons, namings)


def publication_day(document: Document) -> date | None:
    """Return the day a document is from, if it is known to the day."""
    published = document.published
    if published is None or published.start != published.end:
        return None
    return published.start


def _fill_in(
    scene: Scene,
    attributions: tuple[Attribution, ...],
    decisions: Mapping[str, Decision],
) -> tuple[Attribution, ...]:
    """Write what was decided into the attributions."""
    by_id = {attribution.id: attribution for attribution in attributions}
    dates = tuple(find_dates(scene.reading.document.text, anchor=scene.day))
    return tuple(
        replace(
            attribution,
            speaker=calibrated(decisions[attribution.id].speaker),
            speaks_for=decisions[attribution.id].speaks_for,
            via=find_via(attribution, scene, by_id, decisions),
            said=find_said(attribution, scene, dates, by_id),
        )
        for attribution in attributions
    )


def _unresolved_speakers(
    document: Document, attributions: tuple[Attribution, ...]
) -> tuple[Finding, ...]:
    """Note the sources that could not be resolved."""
    found = {}
    for attribution in attributions:
        if attribution.speaker.status != "unresolved" or attribution.source is None:
            continue
        finding = Finding.about(
            document,
            "unresolved-speaker",
            note=f"Who “{attribution.source.text[:80]}” is could not be told.",
            produced_by=ResolveStage.producer,
            span=attribution.source.hull,
        )
        found[finding.id] = finding
    return tuple(found.values())


def _role_clashes(scene: Scene) -> tuple[Finding, ...]:
    """Note the titles that the knowledge base contradicts on the document's day."""
    if scene.day is None:
        return ()
    found: dict[tuple[str, tuple[str, ...], bool], Finding] = {}
    document, words = scene.reading.document, scene.reading.words
    for person in scene.persons.values():
        actor = person.actor
        if actor is None:
            continue
        for role in person.roles:
            key = (person.id, role.title, role.former)
            if key in found:
                continue
            wrong = contradicts(actor, role, scene.day, scene.knowledge)
            if wrong is None:
                continue
            span = document.passage(
                words[role.first].start, words[role.last - 1].end
            ).span
            held = f"from {wrong.from_ or 'before'} to {wrong.to or 'now'}"
            found[key] = Finding.about(
                document,
                "role-clash",
                note=(
                    f"The text calls {person.name} “{'former ' * role.former}"
                    f"{span.of(document.text)}” on {scene.day}; the knowledge base "
                    f"has {wrong.title} {held}."
                ),
                produced_by=ResolveStage.producer,
                span=span,
            )
    return tuple(found.values())

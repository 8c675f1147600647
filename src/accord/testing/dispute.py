"""A small whole dispute, made by hand: what the present room and the commands draw.

Two towns quarrel over a dam. Five invented articles hold what is hard to draw: a
character outside the basic plane before a quotation, markup that must not run, page
furniture, an echo in two wordings, a copied article, a shift, and a condition.
"""

from dataclasses import replace
from datetime import date

from accord.model import (
    Actor,
    ActorRef,
    Agreement,
    Attribution,
    Contact,
    DecisionRule,
    Dispute,
    Document,
    Dossier,
    Failure,
    Figure,
    Finding,
    Furniture,
    Mechanism,
    Mention,
    Mode,
    Speaker,
    Stance,
    Statement,
    StatementCue,
    When,
    content_id,
)
from accord.testing.builders import (
    PRODUCER,
    make_attribution,
    make_document,
    make_failure,
    make_passage,
    span_of,
)
from accord.testing.dispute_articles import ARTICLES, CODEBOOK
from accord.testing.dispute_pile import dam_conflicts, dam_ledger, dam_links, dam_shifts

__all__ = ["make_dispute"]

_TARR = ("per:tarr", "Irma Tarr")
_QUILL = ("per:quill", "Joren Quill")
_OSTREL = ActorRef("town:ostrel", "Ostrel")
_SORN = ActorRef("town:sorn", "Sorn")


def make_dispute() -> Dispute:
    """Make the dispute over the dam.

    Example:
        >>> [position.stance for position in make_dispute().ledger][:2]
        ['support', 'oppose']
    """
    dossiers = _dossiers()
    ledger = dam_ledger(dossiers)
    return Dispute(
        name="The dam at Ostrel",
        codebook=CODEBOOK,
        dossiers=dossiers,
        actors=_actors(dossiers),
        links=dam_links(dossiers),
        ledger=ledger,
        shifts=dam_shifts(dossiers),
        irreconcilable=dam_conflicts(ledger),
        failures=_failures(),
    )


def _documents() -> tuple[Document, ...]:
    """Make the five documents."""
    made = []
    for path, outlet, published, title, text in ARTICLES:
        document = make_document(
            text, path=path, title=title, outlet=outlet, published=published
        )
        made.append(document)
    first, second = made[0], made[1]
    made[0] = replace(first, furniture=(Furniture(0, 18, "icons"),))
    stop = second.text.index("</script>")
    made[1] = replace(
        second,
        url="javascript:alert(1)",
        furniture=(Furniture(stop, len(second.text) - 1, "link-stub"),),
    )
    made[2] = replace(made[2], url="https://example.org/river-wire/sorn")
    return tuple(made)


def _said(
    document: Document,
    who: tuple[str, str] | None,
    speaks_for: ActorRef | None,
    *words: str,
    mode: Mode = "indirect",
    act: str = "state",
) -> Attribution:
    """Attribute words: source, cue and content."""
    source, cue, content = words
    made = make_attribution(
        document, source=source, cue=cue, content=content, mode=mode
    )
    speaker = (
        Speaker(who[0], who[1], "resolved", "test", 0.9)
        if who
        else Speaker(None, None, "unresolved", "none", 0.0)
    )
    return replace(made, speaker=speaker, speaks_for=speaks_for, act=act)


def _attributions(documents: tuple[Document, ...]) -> tuple[Attribution, ...]:
    """Attribute the words of the five documents."""
    plan, reply, copy, offer, undated = documents
    veto = "We will raise the dam, and nobody downstream has a veto over it"
    river = "Not one metre more: the river is ours as much as theirs"
    return (
        _said(
            plan, _TARR, _OSTREL, "mayor Irma Tarr", "said",
            "Ostrel will raise its dam by four metres", act="promise",
        ),
        _said(plan, _TARR, _OSTREL, "Tarr", "told", veto, mode="direct", act="reject"),
        _said(reply, _QUILL, _SORN, "Quill", "told", river, mode="direct", act="reject"),
        _said(
            reply, _TARR, _OSTREL, "Tarr", "had said",
            "we'll raise the dam and nobody below has a veto", mode="direct",
        ),
        _said(copy, _QUILL, _SORN, "Quill", "told", river, mode="direct", act="reject"),
        _said(
            offer, _TARR, _OSTREL, "Irma Tarr", "said",
            "Ostrel would let water through at night if Sorn paid for the lights",
            act="offer",
        ),
        _said(
            offer, _TARR, _OSTREL, "She", "added",
            "a joint council was acceptable to her", act="accept",
        ),
        _said(
            undated, _QUILL, _SORN, "Quill", "insisted",
            "The gates must be open every night", act="demand",
        ),
        _said(
            undated, None, None, "A person close to the talks", "said",
            "[insert name] would “never” sit on a council with Ostrel", mode="mixed",
        ),
    )  # fmt: skip


def _stated(
    attribution: Attribution, document: Document, issue: str, stance: Stance
) -> Statement:
    """Read a stance out of an attribution."""
    evidence = attribution.content.hull
    strengths = {"support": 0.8, "oppose": -0.9, "conditional": 0.3, "unclear": 0.0}
    first = document.text[evidence.start :].split()[0]
    return Statement(
        id=content_id("statement", attribution.id, issue),
        produced_by=PRODUCER,
        attribution=attribution.id,
        document=document.id,
        actor=attribution.speaks_for.actor if attribution.speaks_for else None,
        name=attribution.speaks_for.name if attribution.speaks_for else "unknown",
        speaks_for=attribution.speaks_for,
        issue=issue,
        option=None,
        stance=stance,
        strength=strengths[stance],
        act=attribution.act or "state",
        when=document.published,
        evidence=document.passage(evidence.start, evidence.end),
        cues=(
            StatementCue(
                evidence.start, evidence.start + len(first), first, f"pole:{stance}"
            ),
        ),
        confidence=0.7,
    )


def _dossiers() -> tuple[Dossier, ...]:
    """Put each document's records together."""
    documents = _documents()
    said = _attributions(documents)
    by_id = {document.id: document for document in documents}
    coded: tuple[tuple[int, str, Stance], ...] = (
        (0, "raise-the-dam", "support"),
        (1, "raise-the-dam", "support"),
        (2, "raise-the-dam", "oppose"),
        (1, "night-flow", "oppose"),
        (4, "raise-the-dam", "oppose"),
        (5, "night-flow", "conditional"),
        (6, "joint-council", "support"),
        (7, "night-flow", "support"),
    )
    statements = [
        _stated(said[n], by_id[said[n].document], issue, stance)
        for n, issue, stance in coded
    ]
    findings = _findings(documents)
    dossiers = tuple(
        Dossier(
            document=document,
            findings=tuple(f for f in findings if f.document == document.id),
            attributions=tuple(a for a in said if a.document == document.id),
            mentions=_mentions(document),
            statements=tuple(s for s in statements if s.document == document.id),
        )
        for document in documents
    )
    reported = replace(dossiers[0], figures=(_cost(documents[0]),))
    return (reported, *dossiers[1:3], _with_reported(dossiers[3]), dossiers[4])


def _findings(documents: tuple[Document, ...]) -> tuple[Finding, ...]:
    """Doubt what is doubtful."""
    undated = documents[4]
    return (
        Finding.about(
            undated, "no-date", note="The document gives no day of publication.",
            produced_by="read.testing.v1",
        ),
        Finding.about(
            undated, "placeholder", note="A template was left unfilled.",
            produced_by="read.testing.v1", span=span_of(undated, "[insert name]"),
        ),
    )  # fmt: skip


def _mentions(document: Document) -> tuple[Mention, ...]:
    """Find the first mention of each mayor."""
    found = []
    for surname, (actor, name) in (("Tarr", _TARR), ("Quill", _QUILL)):
        if surname in document.text:
            span = span_of(document, surname)
            mention = Mention(
                document=document.id, start=span.start, end=span.end, text=surname,
                actor=actor, name=name, rule="surname", confidence=0.9,
            )  # fmt: skip
            found.append(mention)
    return tuple(sorted(found))


def _cost(document: Document) -> Figure:
    """Read the sum out of the first article."""
    words = make_passage(document, "about 40 million crowns ($52 million)")
    return Figure(
        id=content_id("figure", document.id, words.start),
        produced_by=PRODUCER, document=document.id,
        value=40_000_000.0, low=None, high=None, unit="crowns", approximate=True,
        what="cost of the work", population=None, sample=None, pollster=None,
        according_to=None, alternate=None, evidence=words,
    )  # fmt: skip


def _with_reported(dossier: Dossier) -> Dossier:
    """Add what the fourth article reports beside words."""
    document = dossier.document
    poll = make_passage(document, "61 percent wanted the gates open at night")
    accord = make_passage(document, "Both towns signed a lighting accord on Wednesday")
    talks = make_passage(document, "talks in Brennick led by the river board")
    board = make_passage(
        document, "the river board, which decides only when all its members agree"
    )
    parties = (_OSTREL, _SORN)
    return replace(
        dossier,
        figures=(
            Figure(
                id=content_id("figure", document.id, poll.start),
                produced_by=PRODUCER, document=document.id,
                value=61.0, low=None, high=None, unit="%", approximate=False,
                what="wanted the gates open at night", population="people in Sorn",
                sample=812, pollster=None, according_to=None, alternate=None,
                evidence=poll,
            ),
        ),
        agreements=(
            Agreement(
                id=content_id("agreement", document.id, accord.start),
                produced_by=PRODUCER, document=document.id, parties=parties,
                kind="lighting accord", status="signed",
                date=When.on(date(2025, 3, 5), state="resolved"), provisions=(),
                contested_by=(), evidence=accord,
            ),
        ),
        contacts=(
            Contact(
                id=content_id("contact", document.id, talks.start),
                produced_by=PRODUCER, document=document.id, kind="talks",
                parties=parties, mediators=(ActorRef(None, "the river board"),),
                place="Brennick", date=None, evidence=talks,
            ),
        ),
        mechanisms=(
            Mechanism(
                id=content_id("mechanism", document.id, board.start),
                produced_by=PRODUCER, document=document.id, name="the river board",
                members=parties,
                rule=DecisionRule("unanimity", None, ("Ostrel", "Sorn")),
                triggers=None, evidence=board,
            ),
        ),
    )  # fmt: skip


def _actors(dossiers: tuple[Dossier, ...]) -> tuple[Actor, ...]:
    """Gather the two mayors with their mentions."""
    mentions = [m for dossier in dossiers for m in dossier.mentions]
    return tuple(
        Actor(
            id=actor, produced_by=PRODUCER, kind="person", names=(name,),
            mentions=tuple(m for m in mentions if m.actor == actor),
        )
        for actor, name in (_TARR, _QUILL)
    )  # fmt: skip


def _failures() -> tuple[Failure, ...]:
    """Fail on one item."""
    return (make_failure("dam/06-broken.bin", error="It holds no text."),)

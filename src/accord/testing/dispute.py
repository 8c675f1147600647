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
    Codebook,
    Contact,
    DecisionRule,
    Dispute,
    Document,
    Dossier,
    Failure,
    Figure,
    Finding,
    Furniture,
    Irreconcilable,
    Issue,
    Link,
    LinkKind,
    Mechanism,
    Mention,
    Mode,
    Position,
    Shift,
    ShiftEnd,
    Side,
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

__all__ = ["make_dispute"]

_CODEBOOK = Codebook(
    "dam",
    (
        Issue(id="raise-the-dam", question="Should the dam at Ostrel be raised?"),
        Issue(
            id="night-flow",
            question="Should water flow through the gates at night?",
            excludes=("raise-the-dam",),
        ),
        Issue(id="joint-council", question="Should both towns decide together?"),
        Issue(id="ferry", question="Should the ferry run in winter?"),
    ),
)

_ARTICLES = (
    (
        "dam/01-plan.txt", "Upland Courier", date(2025, 1, 14),
        "Ostrel will raise its dam",
        ("🌊 Share this story\n\n"
        "Ostrel will raise its dam by four metres, mayor Ines Tarr said on Tuesday. "
        "“We will raise the dam, and nobody downstream has a veto over it,” Tarr "
        "told the town council.\n\n"
        "The work would cost about 40 million crowns ($52 million).\n"),
    ),
    (
        "dam/02-reply.txt", "Lowland Post", date(2025, 1, 20),
        "Vell rejects the dam <script>window.broken = true</script>",
        ("Vell rejects any higher wall, its mayor Joren Quill said. “Not one metre "
        "more: the river is ours as much as theirs,” Quill told reporters 🚣 at "
        "the landing. Tarr, he noted, had said that \"we'll raise the dam and "
        'nobody below has a veto".\n\n'
        "</script><script>window.broken = true</script> Read more\n"),
    ),
    (
        "dam/03-copy.txt", "River Wire", date(2025, 1, 22),
        "Vell rejects dam",
        ("Vell rejects any higher wall, its mayor Joren Quill said. “Not one metre "
        "more: the river is ours as much as theirs,” Quill told reporters at "
        "the landing. The towns have quarrelled for years.\n"),
    ),
    (
        "dam/04-offer.txt", "Upland Courier", date(2025, 3, 5),
        "Tarr would keep gates open if Vell pays",
        ("Ostrel would let water through at night if Vell paid for the lights, "
        "Ines Tarr said. She added that a joint council was acceptable to her.\n\n"
        "Both towns signed a lighting accord on Wednesday after talks in Brennick "
        "led by the river board, which decides only when all its members agree. In "
        "a poll of 812 people in Vell, 61 percent wanted the gates open at night.\n"),
    ),
    (
        "dam/05-undated.txt", None, None,
        None,
        ("The gates must be open every night, Quill insisted. A person close to the "
        "talks said [insert name] would “never” sit on a council with Ostrel.\n"),
    ),
)  # fmt: skip

_TARR = ("per:tarr", "Ines Tarr")
_QUILL = ("per:quill", "Joren Quill")
_OSTREL = ActorRef("town:ostrel", "Ostrel")
_VELL = ActorRef("town:vell", "Vell")


def make_dispute() -> Dispute:
    """Make the dispute over the dam.

    Example:
        >>> [position.stance for position in make_dispute().ledger][:2]
        ['support', 'oppose']
    """
    dossiers = _dossiers()
    ledger = _ledger([s for dossier in dossiers for s in dossier.statements])
    return Dispute(
        name="The dam at Ostrel",
        codebook=_CODEBOOK,
        dossiers=dossiers,
        actors=_actors(dossiers),
        links=_links(dossiers),
        ledger=ledger,
        shifts=_shifts(dossiers),
        irreconcilable=_conflicts(ledger),
        failures=_failures(),
    )


def _documents() -> tuple[Document, ...]:
    """Make the five documents."""
    made = []
    for path, outlet, published, title, text in _ARTICLES:
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
    made[2] = replace(made[2], url="https://example.org/river-wire/vell")
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
            plan, _TARR, _OSTREL, "mayor Ines Tarr", "said",
            "Ostrel will raise its dam by four metres", act="promise",
        ),
        _said(plan, _TARR, _OSTREL, "Tarr", "told", veto, mode="direct", act="reject"),
        _said(reply, _QUILL, _VELL, "Quill", "told", river, mode="direct", act="reject"),
        _said(
            reply, _TARR, _OSTREL, "Tarr", "had said",
            "we'll raise the dam and nobody below has a veto", mode="direct",
        ),
        _said(copy, _QUILL, _VELL, "Quill", "told", river, mode="direct", act="reject"),
        _said(
            offer, _TARR, _OSTREL, "Ines Tarr", "said",
            "Ostrel would let water through at night if Vell paid for the lights",
            act="offer",
        ),
        _said(
            offer, _TARR, _OSTREL, "She", "added",
            "a joint council was acceptable to her", act="accept",
        ),
        _said(
            undated, _QUILL, _VELL, "Quill", "insisted",
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
    parties = (_OSTREL, _VELL)
    return replace(
        dossier,
        figures=(
            Figure(
                id=content_id("figure", document.id, poll.start),
                produced_by=PRODUCER, document=document.id,
                value=61.0, low=None, high=None, unit="%", approximate=False,
                what="wanted the gates open at night", population="people in Vell",
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
                rule=DecisionRule("unanimity", None, ("Ostrel", "Vell")),
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


def _links(dossiers: tuple[Dossier, ...]) -> tuple[Link, ...]:
    """Link the veto in two wordings, the river in two places, and the copy."""
    plan, reply, copy = dossiers[:3]

    def link(kind: LinkKind, a: str, b: str, similarity: float, note: str) -> Link:
        one, other = sorted((a, b))
        return Link(
            id=content_id("link", kind, one, other),
            produced_by=PRODUCER, kind=kind, a=one, b=other, similarity=similarity,
            first="a" if one == a else "b", credited=False, note=note,
        )  # fmt: skip

    veto, veto_again = plan.attributions[1].id, reply.attributions[1].id
    river, river_again = reply.attributions[0].id, copy.attributions[0].id
    return (
        link("echo", veto, veto_again, 0.81, "Two wordings of one sentence."),
        link("echo", river, river_again, 1.0, "The same words in two outlets."),
        link(
            "copy", reply.document.id, copy.document.id, 0.83,
            "River Wire repeats the article of Lowland Post without naming it.",
        ),
    )  # fmt: skip


def _ledger(statements: list[Statement]) -> tuple[Position, ...]:
    """Gather statements into positions, latest stance first."""
    outlets = {path: outlet for path, outlet, *_ in _ARTICLES}
    paths = {document.id: document.path for document in _documents()}
    cells: dict[tuple[int, str], list[Statement]] = {}
    order = [issue.id for issue in _CODEBOOK.issues]
    for statement in statements:
        key = (order.index(statement.issue), statement.name)
        cells.setdefault(key, []).append(statement)
    made = []
    for (_, name), found in sorted(cells.items()):
        dated = [s.when for s in found if s.when]
        stances = {s.stance for s in found}
        carried = {outlets[paths[s.document]] for s in found}
        made.append(
            Position(
                id=content_id("position", found[0].actor, found[0].issue),
                produced_by=PRODUCER, actor=found[0].actor, name=name,
                issue=found[0].issue, stance=found[-1].stance,
                strength=sum(s.strength for s in found) / len(found),
                ambivalent={"support", "oppose"} <= stances,
                statements=tuple(s.id for s in found),
                outlets=tuple(sorted(o for o in carried if o)),
                first=dated[0] if dated else None, last=dated[-1] if dated else None,
            )
        )  # fmt: skip
    return tuple(made)


def _shifts(dossiers: tuple[Dossier, ...]) -> tuple[Shift, ...]:
    """Say that Ostrel moved on the night flow."""
    old = next(s for s in dossiers[0].statements if s.issue == "night-flow")
    new = next(s for s in dossiers[3].statements if s.issue == "night-flow")
    if old.when is None or new.when is None:
        return ()
    return (
        Shift(
            id=content_id("shift", old.id, new.id), produced_by=PRODUCER,
            actor=old.actor, name=old.name, issue=old.issue,
            from_=ShiftEnd(old.stance, old.when, old.id),
            to=ShiftEnd(new.stance, new.when, new.id),
        ),
    )  # fmt: skip


def _conflicts(ledger: tuple[Position, ...]) -> tuple[Irreconcilable, ...]:
    """Say that the towns cannot both have their way with the dam."""
    sides = tuple(
        Side(p.actor, p.name, p.issue, p.stance, None, p.statements)
        for p in ledger
        if p.issue == "raise-the-dam"
    )
    return (
        Irreconcilable(
            id=content_id("irreconcilable", *(side.name for side in sides)),
            produced_by=PRODUCER, issue="raise-the-dam", sides=sides,
            reason="Ostrel wants the dam raised; Vell wants it left as it is.",
        ),
    )  # fmt: skip


def _failures() -> tuple[Failure, ...]:
    """Fail on one item."""
    return (make_failure("dam/06-broken.bin", error="It holds no text."),)

"""The measuring stick itself: a faultless result scores 1, each fault shows."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from gold import Gold, load_gold, locate, plain_texts
from measure import fingerprint, measure, name_metrics

from accord.model import (
    ActorRef,
    Agreement,
    Attribution,
    Codebook,
    Contact,
    Contest,
    DecisionRule,
    Dispute,
    Document,
    Dossier,
    Figure,
    Finding,
    Furniture,
    Irreconcilable,
    Link,
    Mechanism,
    Position,
    Shift,
    ShiftEnd,
    Side,
    Span,
    Speaker,
    Statement,
    Via,
    When,
    content_id,
)
from accord.model.reported import Alternate


def refs(actors: list[str] | None) -> tuple[ActorRef, ...]:
    return tuple(ActorRef(actor, actor) for actor in actors or ())


def day(text: str | None) -> When | None:
    return When.on(date.fromisoformat(text)) if text else None


def span(document: Document, quote: Gold | None) -> tuple[Span, ...]:
    return (Span(*locate(document.text, quote)),) if quote else ()


def document_of(gold: Gold, text: str) -> Document:
    furniture = sorted(
        Furniture(*locate(text, piece), piece["kind"][0]) for piece in gold["furniture"]
    )
    about = gold["metadata"]
    return Document(
        id=gold["path"], produced_by="gold", path=gold["path"], title=about["title"],
        outlet=about["outlet"], author=about["author"], language="en", url=None,
        published=day(about["published"]), length_chars=len(text), sha256="",
        furniture=tuple(furniture), text=text,
    )  # fmt: skip


def attribution_of(gold: Gold, document: Document) -> Attribution:
    content = [s for quote in gold["content"] for s in span(document, quote)]
    made = Attribution.of(
        document, source=span(document, gold.get("source")),
        cue=span(document, gold.get("cue")), content=tuple(content),
        mode=gold["mode"], produced_by="gold", confidence=1.0,
    )  # fmt: skip
    speaker, body = gold["speaker"]["actor"][0], gold["represents"][0]
    name = gold["speaker"].get("name") or speaker
    condition = gold.get("condition")
    return replace(
        made,
        speaker=Speaker(speaker, name, gold["speaker"]["status"][0], "gold", 1.0),
        speaks_for=ActorRef(body, body) if body else None,
        via=tuple(Via(via, via, 0, 1) for via in gold.get("via", ())),
        said=day(gold["said"][0]),
        act=gold["act"][0],
        condition=condition and document.passage(*locate(document.text, condition)),
    )


def statement_of(gold: Gold, document: Document) -> Statement:
    body, issue = gold["represents"], gold["issue"]
    return Statement(
        id=content_id("statement", document.id, body, issue), produced_by="gold",
        attribution=None, document=document.id, actor=body, name=body or "somebody",
        speaks_for=None, issue=issue, option=None, stance=gold["stance"][0],
        strength=0.0, act="state", when=None, evidence=document.passage(0, 1), cues=(),
        confidence=1.0,
    )  # fmt: skip


def figure_of(gold: Gold, document: Document) -> Figure:
    start, end = locate(document.text, gold["evidence"])
    other, pollster = gold.get("alternate"), gold.get("pollster")
    by = gold.get("according_to")
    return Figure(
        id=content_id("figure", document.id, start), produced_by="gold",
        document=document.id, value=gold["value"], low=gold.get("low"),
        high=gold.get("high"), unit=gold["unit"][0],
        approximate=bool(gold.get("approximate")), what="",
        population=gold.get("population"), sample=gold.get("sample"),
        pollster=pollster and ActorRef(pollster, pollster),
        according_to=by and ActorRef(by, by),
        alternate=other and Alternate(other["value"], other["unit"]),
        evidence=document.passage(start, end),
    )  # fmt: skip


def reported_of(gold: Gold, document: Document) -> dict[str, Any]:
    proof = document.passage(0, 1)
    shared: dict[str, Any] = {
        "produced_by": "gold", "document": document.id, "evidence": proof,
    }  # fmt: skip
    agreements = [
        Agreement(
            id=f"agreement-{n}", parties=refs(g.get("parties")), kind="accord",
            status=g["status"][0], date=day(g.get("date")), provisions=(),
            contested_by=tuple(
                Contest(actor, "x", 0, 1) for actor in g.get("contested_by", ())
            ), **shared,
        )
        for n, g in enumerate(gold["agreements"])
    ]  # fmt: skip
    contacts = [
        Contact(
            id=f"contact-{n}", kind=g["kind"][0], parties=refs(g.get("parties")),
            mediators=refs(g.get("mediators")), place=g.get("place"),
            date=day(g.get("date")), **shared,
        )
        for n, g in enumerate(gold["contacts"])
    ]  # fmt: skip
    mechanisms = [
        Mechanism(
            id=f"mechanism-{n}", name="board", members=refs(g.get("members")),
            rule=DecisionRule(
                g["rule"][0], g.get("quota"), tuple(g.get("veto", ()))
            ), triggers=None, **shared,
        )
        for n, g in enumerate(gold["mechanisms"])
    ]  # fmt: skip
    return {
        "agreements": tuple(agreements),
        "contacts": tuple(contacts),
        "mechanisms": tuple(mechanisms),
    }


def dossier_of(gold: Gold, text: str) -> Dossier:
    document = document_of(gold, text)
    findings = [
        Finding.about(
            document, g["kind"], note="gold", produced_by="read.gold",
            span=next(iter(span(document, g.get("quote"))), None),
        )
        for g in gold["findings"]
    ]  # fmt: skip
    return Dossier(
        document=document,
        findings=tuple(findings),
        attributions=tuple(attribution_of(a, document) for a in gold["attributions"]),
        statements=tuple(statement_of(s, document) for s in gold["statements"]),
        figures=tuple(figure_of(f, document) for f in gold["figures"]),
        **reported_of(gold, document),
    )


def pile_of(pile: Gold, ids: dict[str, str]) -> dict[str, Any]:
    links = [
        Link(
            id=f"link-{n}", produced_by="gold", kind="echo", a=ids[echo["a"]],
            b=ids[echo["b"]], similarity=1.0, first="a", credited=None, note="",
        )
        for n, echo in enumerate(pile["echoes"])
    ]  # fmt: skip
    ledger = [
        Position(
            id=f"position-{n}", produced_by="gold", actor=g["actor"], name=g["actor"],
            issue=g["issue"], stance=g["stance"][0], strength=0.0, ambivalent=False,
            statements=("s",), outlets=(), first=None, last=None,
        )
        for n, g in enumerate(pile["positions"])
    ]  # fmt: skip
    when = When.on(date(2025, 1, 1))
    shifts = [
        Shift(
            id=f"shift-{n}", produced_by="gold", actor=g["actor"], name=g["actor"],
            issue=g["issue"], from_=ShiftEnd(g["from"], when, "s"),
            to=ShiftEnd(g["to"], when, "t"),
        )
        for n, g in enumerate(pile["shifts"])
    ]  # fmt: skip
    sets = [
        Irreconcilable(
            id=f"set-{n}", produced_by="gold", issue=g["issue"], reason="",
            sides=tuple(
                Side(actor, actor, g["issue"], "support", None, ("s",))
                for actor in g["actors"]
            ),
        )
        for n, g in enumerate(pile["irreconcilable"])
    ]  # fmt: skip
    return {
        "links": tuple(links),
        "ledger": tuple(ledger),
        "shifts": tuple(shifts),
        "irreconcilable": tuple(sets),
    }


def faultless(gold: Gold) -> Dispute:
    """Build what a system that agrees with the gold would give."""
    texts = plain_texts(gold["sample"])
    dossiers = tuple(dossier_of(d, texts[d["path"]]) for d in gold["documents"])
    ids = {
        wanted["id"]: made.id
        for document, dossier in zip(gold["documents"], dossiers, strict=True)
        for wanted, made in zip(
            document["attributions"], dossier.attributions, strict=True
        )
    }
    return Dispute(
        name="gold", codebook=Codebook("gold", ()), dossiers=dossiers, actors=(),
        failures=(), **pile_of(gold["pile"], ids),
    )  # fmt: skip


def test_a_faultless_result_scores_one_everywhere() -> None:
    gold = load_gold("depot")
    figures = measure(gold, faultless(gold)).figures()
    assert {k: v for k, v in figures.items() if v != 1} == {}
    assert len(figures) > 25


def worsen(change: Callable[[Dossier], Dossier]) -> dict[str, float]:
    gold = load_gold("depot")
    dispute = faultless(gold)
    first, *rest = dispute.dossiers
    figures = measure(gold, replace(dispute, dossiers=(change(first), *rest))).figures()
    return {k: v for k, v in figures.items() if v != 1}


def first_attribution(**changes: Any) -> Callable[[Dossier], Dossier]:
    def change(dossier: Dossier) -> Dossier:
        first, *rest = dossier.attributions
        return replace(dossier, attributions=(replace(first, **changes), *rest))

    return change


@pytest.mark.parametrize(
    ("change", "figure"),
    [
        (first_attribution(mode="direct"), "mode.recall"),
        (first_attribution(act="threaten"), "act.recall"),
        (first_attribution(said=None), "said.recall"),
        (first_attribution(speaks_for=ActorRef("org:x", "X")), "represents.recall"),
        (
            first_attribution(speaker=Speaker("per:x", "X", "resolved", "x", 1)),
            "speaker.recall",
        ),
        (lambda d: replace(d, figures=d.figures[1:]), "figures.recall"),
        (
            lambda d: replace(d, statements=(replace(d.statements[0], stance="oppose"),)),
            "statements.precision",
        ),
        (lambda d: replace(d, document=replace(d.document, title="?")), "metadata.recall"),
        (
            lambda d: replace(d, document=replace(d.document, furniture=())),
            "furniture_characters.recall",
        ),
        (
            lambda d: replace(
                d, document=replace(d.document, furniture=(Furniture(300, 400, "icons"),))
            ),
            "furniture_characters.precision",
        ),
        (
            lambda d: replace(
                d,
                findings=(
                    Finding.about(d.document, "no-date", note="?", produced_by="read.x"),
                ),
            ),
            "findings.precision",
        ),
    ],
)  # fmt: skip
def test_each_fault_lowers_its_figure(
    change: Callable[[Dossier], Dossier], figure: str
) -> None:
    assert figure in worsen(change)


def test_a_missed_attribution_costs_recall_and_an_invented_one_precision() -> None:
    lost = worsen(lambda d: replace(d, attributions=d.attributions[1:]))
    assert lost["attributions.recall"] < 1
    assert "attributions.precision" not in lost

    def invent(dossier: Dossier) -> Dossier:
        made = Attribution.of(
            dossier.document, source=(), cue=(), content=(Span(0, 40),),
            mode="direct", produced_by="x", confidence=0.1,
        )  # fmt: skip
        return replace(dossier, attributions=(*dossier.attributions, made))

    invented = worsen(invent)
    assert "attributions.recall" not in invented
    assert invented["attributions.precision"] < 1


def test_a_contact_without_its_parties_is_a_miss_and_with_wrong_ones_an_extra() -> None:
    gold = load_gold("depot")
    dispute = faultless(gold)

    def figures(*parties: str) -> dict[str, float]:
        dossiers = list(dispute.dossiers)
        contact = replace(dossiers[1].contacts[0], parties=refs(list(parties)))
        dossiers[1] = replace(dossiers[1], contacts=(contact,))
        return measure(gold, replace(dispute, dossiers=tuple(dossiers))).figures()

    bare, wrong = figures(), figures("org:fairway-polls")
    assert bare["contacts.recall"] == wrong["contacts.recall"] == 0.5
    assert bare["contacts.precision"] == 1
    assert wrong["contacts.precision"] == 0.5


def test_a_missing_document_loses_what_stands_in_it() -> None:
    gold = load_gold("depot")
    dispute = faultless(gold)
    tallies = measure(gold, replace(dispute, dossiers=dispute.dossiers[:-1]))
    assert tallies.of("documents").misses == ["documents/06-echo.txt"]
    assert len(tallies.of("echoes").misses) == 2
    assert len(tallies.of("attributions").misses) == 3
    assert len(tallies.of("figures").misses) == 1


def test_lost_links_shifts_and_positions_show() -> None:
    gold = load_gold("depot")
    bare = replace(faultless(gold), links=(), shifts=(), ledger=())
    figures = measure(gold, bare).figures()
    assert figures["echoes.recall"] == 0
    assert figures["shifts.recall"] == 0
    assert figures["positions.recall"] == 0


def test_metrics_carry_their_sample_and_the_fingerprint_is_stable() -> None:
    gold = load_gold("depot")
    metrics = name_metrics({"depot": measure(gold, faultless(gold))})
    assert metrics["depot.attributions.recall"] == 1
    assert fingerprint() == fingerprint()
    assert len(fingerprint()) == 16

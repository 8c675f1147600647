"""The ledger sums up statements: latest stance, mean strength, independent outlets."""

from dataclasses import replace
from datetime import date
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from accord.map import build_ledger, find_shifts
from accord.model import (
    ActorRef,
    Codebook,
    Document,
    Dossier,
    Issue,
    Link,
    Passage,
    Stance,
    Statement,
    When,
)
from accord.testing.builders import make_document, make_statement

CODEBOOK = Codebook(
    "test",
    (
        Issue(id="toll", question="Should the toll stay?"),
        Issue(id="ferry", question="Should the ferry run at night?"),
    ),
)
MINISTRY = ActorRef("org:ministry", "Ministry of Waters")


def a_document(name: str, *, outlet: str | None, day: int = 1) -> Document:
    return Document(
        id=f"document-{name}",
        produced_by="test.v1",
        path=f"pile/{name}.txt",
        title=None,
        outlet=outlet,
        author=None,
        language=None,
        url=None,
        published=When.on(date(2031, 3, day)),
        length_chars=3,
        sha256="",
        furniture=(),
        text="yes",
    )


def a_statement(
    name: str,
    stance: Stance,
    *,
    day: int | None = 1,
    issue: str = "toll",
    actor: str | None = "per:oda",
    speaks_for: ActorRef | None = None,
    strength: float | None = None,
    attribution: str | None = None,
) -> Statement:
    usual = {"support": 1.0, "oppose": -1.0, "conditional": 0.5, "unclear": 0.0}
    return Statement(
        id=f"statement-{name}",
        produced_by="test.v1",
        attribution=attribution,
        document="document-x",
        actor=actor,
        name="Oda" if actor else "a shipper",
        speaks_for=speaks_for,
        issue=issue,
        option=None,
        stance=stance,
        strength=usual[stance] if strength is None else strength,
        act="demand",
        when=None if day is None else When.on(date(2031, 3, day)),
        evidence=Passage(0, 3, "yes"),
        cues=(),
        confidence=0.5,
    )


def a_dossier(name: str, *statements: Statement, outlet: str | None = None) -> Dossier:
    return Dossier(document=a_document(name, outlet=outlet), statements=statements)


def test_the_latest_dated_stance_is_the_stance_held() -> None:
    early = a_statement("1", "support", day=3)
    late = a_statement("2", "oppose", day=9)
    undated = a_statement("3", "support", day=None)

    (position,) = build_ledger([a_dossier("a", undated, late, early)], CODEBOOK)

    assert position.stance == "oppose"
    assert position.ambivalent
    assert position.statements == (early.id, late.id, undated.id)
    assert position.first == early.when
    assert position.last == late.when
    assert position.strength == round(1 / 3, 6)


def test_a_day_that_both_supports_and_opposes_is_unclear() -> None:
    pair = a_statement("1", "support", day=3), a_statement("2", "oppose", day=3)

    (position,) = build_ledger([a_dossier("a", *pair)], CODEBOOK)

    assert position.stance == "unclear"
    assert position.ambivalent


def test_a_condition_qualifies_the_yes_of_its_day() -> None:
    pair = a_statement("1", "support", day=3), a_statement("2", "conditional", day=3)

    (position,) = build_ledger([a_dossier("a", *pair)], CODEBOOK)

    assert position.stance == "conditional"
    assert not position.ambivalent


def test_an_unclear_statement_does_not_overrule_an_earlier_definite_one() -> None:
    pair = a_statement("1", "oppose", day=3), a_statement("2", "unclear", day=9)

    (position,) = build_ledger([a_dossier("a", *pair)], CODEBOOK)

    assert position.stance == "oppose"


def test_where_nobody_takes_a_side_it_is_told_where_all_lean() -> None:
    leaning = replace(a_statement("1", "unclear", day=3), leaning="oppose")
    silent = a_statement("2", "unclear", day=4)
    contrary = replace(a_statement("3", "unclear", day=5), leaning="support")
    definite = a_statement("4", "support", day=1)

    (leans,) = build_ledger([a_dossier("a", leaning, silent)], CODEBOOK)
    (torn,) = build_ledger([a_dossier("a", leaning, contrary)], CODEBOOK)
    (sided,) = build_ledger([a_dossier("a", leaning, definite)], CODEBOOK)

    assert (leans.stance, leans.leaning, leans.strength) == ("unclear", "oppose", 0.0)
    assert (torn.stance, torn.leaning) == ("unclear", None)
    assert (sided.stance, sided.leaning) == ("support", None)


def test_undated_statements_decide_where_none_is_dated() -> None:
    (position,) = build_ledger(
        [a_dossier("a", a_statement("1", "oppose", day=None))], CODEBOOK
    )

    assert position.stance == "oppose"
    assert position.first is None
    assert position.last is None


def test_a_ministers_words_are_the_ministrys_unless_people_are_kept_apart() -> None:
    own = a_statement("1", "support", actor="per:ruel")
    for_ministry = a_statement("2", "support", speaks_for=MINISTRY)
    pile = [a_dossier("a", own, for_ministry)]

    rolled = build_ledger(pile, CODEBOOK)
    apart = build_ledger(pile, CODEBOOK, roll_up="person")

    assert {p.actor for p in rolled} == {"per:ruel", "org:ministry"}
    assert {p.actor for p in apart} == {"per:ruel", "per:oda"}


def test_unknown_actors_are_held_apart_by_their_names() -> None:
    one = a_statement("1", "support", actor=None)
    other = replace(a_statement("2", "oppose", actor=None), name="A Pilot")

    ledger = build_ledger([a_dossier("a", one, other)], CODEBOOK)

    assert [(p.actor, p.name) for p in ledger] == [
        (None, "A Pilot"),
        (None, "a shipper"),
    ]


def test_issues_stand_in_codebook_order_and_foreign_ones_are_left_out() -> None:
    statements = [
        a_statement("1", "support", issue="ferry"),
        a_statement("2", "support", issue="toll"),
        a_statement("3", "support", issue="weather"),
    ]

    ledger = build_ledger([a_dossier("a", *statements)], CODEBOOK)

    assert [p.issue for p in ledger] == ["toll", "ferry"]


def a_link(kind: str, a: str, b: str) -> Link:
    return Link(
        id=f"link-{a}-{b}",
        produced_by="test.v1",
        kind="echo" if kind == "echo" else "copy",
        a=a,
        b=b,
        similarity=1.0,
        first=None,
        credited=None,
        note="",
    )


def test_an_utterance_that_three_outlets_carry_counts_once_in_strength() -> None:
    echoed = [
        a_statement(str(n), "support", attribution=f"attribution-{n}") for n in range(3)
    ]
    other = a_statement("9", "oppose", attribution="attribution-9")
    pile = [a_dossier(str(n), s) for n, s in enumerate([*echoed, other])]
    links = [
        a_link("echo", "attribution-0", "attribution-1"),
        a_link("echo", "attribution-1", "attribution-2"),
    ]

    (blind,) = build_ledger(pile, CODEBOOK)
    (position,) = build_ledger(pile, CODEBOOK, links=links)

    assert blind.strength == 0.5
    assert position.strength == 0.0
    assert len(position.statements) == 4


def test_the_outlet_of_a_copy_is_no_independent_carrier() -> None:
    original = Dossier(
        document=a_document("o", outlet="Harbour Post", day=1),
        statements=(a_statement("1", "support"),),
    )
    copy = Dossier(
        document=a_document("c", outlet="Tide Mail", day=4),
        statements=(a_statement("2", "support"),),
    )

    (position,) = build_ledger(
        [copy, original], CODEBOOK, links=[a_link("copy", "document-c", "document-o")]
    )

    assert position.outlets == ("Harbour Post",)


def test_outlets_are_named_once_and_sorted() -> None:
    pile = [
        a_dossier("a", a_statement("1", "support"), outlet="Tide Mail"),
        a_dossier("b", a_statement("2", "support"), outlet="Harbour Post"),
        a_dossier("c", a_statement("3", "support"), outlet="Tide Mail"),
        a_dossier("d", a_statement("4", "support"), outlet=None),
    ]

    (position,) = build_ledger(pile, CODEBOOK)

    assert position.outlets == ("Harbour Post", "Tide Mail")


STANCES: list[Stance] = ["support", "oppose", "conditional", "unclear"]


@settings(max_examples=40)
@given(
    st.lists(st.tuples(st.sampled_from(STANCES), st.integers(1, 4)), max_size=8),
    st.randoms(use_true_random=False),
)
def test_the_order_of_documents_does_not_matter(
    drawn: list[tuple[Stance, int]], random: Random
) -> None:
    pile = [
        a_dossier(str(n), a_statement(str(n), stance, day=day), outlet=f"Outlet {n}")
        for n, (stance, day) in enumerate(drawn)
    ]
    shuffled = list(pile)
    random.shuffle(shuffled)

    assert build_ledger(shuffled, CODEBOOK) == build_ledger(pile, CODEBOOK)


def test_a_state_gathers_what_its_bodies_say() -> None:
    harbour = ActorRef("org:harbour", "Harbour Board")
    spoken = make_statement(
        make_document("We say no.", path="pile/x.txt"),
        words="no",
        stance="oppose",
        speaks_for=harbour,
        issue=CODEBOOK.issues[0].id,
    )
    pile = [
        Dossier(
            document=make_document("We say no.", path="pile/x.txt"),
            statements=(spoken,),
        )
    ]
    homes = {"org:harbour": ActorRef("state:val", "Valdoria")}

    by_body = build_ledger(pile, CODEBOOK, homes=homes)
    by_state = build_ledger(pile, CODEBOOK, roll_up="state", homes=homes)
    assert [p.name for p in by_body] == ["Harbour Board"]
    assert [p.actor for p in by_state] == ["state:val"]
    assert build_ledger(pile, CODEBOOK, roll_up="state") == by_body


def test_the_unnamed_authors_of_two_texts_are_two() -> None:
    one = replace(a_statement("1", "support", actor=None), name="the author")
    two = replace(a_statement("2", "oppose", actor=None), name="the author")
    dossiers = [a_dossier("a", one), a_dossier("b", two)]

    ledger = build_ledger(dossiers, CODEBOOK)

    assert [(p.name, p.stance) for p in ledger] == [
        ("the author of pile/a.txt", "support"),
        ("the author of pile/b.txt", "oppose"),
    ]
    assert find_shifts(dossiers, CODEBOOK) == ()

"""Statements become rows that networks can count."""

from dataclasses import replace
from datetime import UTC, date, datetime

from accord.map.network import build_network, code_statements
from accord.model import ActorRef, Dossier, Statement, When
from accord.model.discourse import Recipe
from accord.testing.builders import make_document, make_statement

TEXT = "Voss backs it. The union does not. Reed would, if paid. Some shrug."


def dossier(*statements: Statement, path: str = "pile/a.txt") -> Dossier:
    document = make_document(
        TEXT, path=path, outlet="Herald", published=date(2024, 5, 3)
    )
    return Dossier(
        document=document,
        statements=tuple(replace(s, document=document.id) for s in statements),
    )


def said(words: str, **changes: object) -> Statement:
    made = make_statement(make_document(TEXT), words=words)
    return replace(made, **changes)  # type: ignore[arg-type]


VOSS = said("Voss backs it", speaks_for=ActorRef("state:v", "Valdoria"))
UNION = said("The union does not", actor=None, name="the union", stance="oppose")
REED = said("Reed would", actor="per:reed", name="Ann Reed", stance="conditional")
SOME = said("Some shrug", actor=None, name="some", stance="unclear")


def test_a_row_says_who_for_whom_on_what_and_where() -> None:
    events = code_statements([dossier(VOSS, UNION)])

    names = [variable.name for variable in events.variables]
    first, second = (
        dict(zip(names, row.values, strict=True)) for row in events.statements
    )
    assert first["person"] == "Mara Voss"
    assert first["organization"] == "Valdoria"
    assert first["concept"] == "open-strait"
    assert first["agreement"] is True
    assert first["source"] == "Herald"
    assert second["organization"] == "the union"
    assert second["agreement"] is False
    row = events.statements[0]
    assert TEXT[row.start : row.end] == "Voss backs it"


def test_a_statement_has_its_own_day_else_that_of_publication() -> None:
    own = replace(VOSS, when=When.on(date(2024, 4, 1)))
    vague = replace(VOSS, id="v", when=When.unresolved("one day"))

    rows = code_statements([dossier(own, vague)]).statements

    assert [row.when for row in rows] == [
        datetime(2024, 4, 1, tzinfo=UTC),
        datetime(2024, 5, 3, tzinfo=UTC),
    ]


def test_conditions_and_doubts_count_only_where_agreement_is_ignored() -> None:
    events = code_statements([dossier(VOSS, UNION, REED, SOME)])

    assert build_network(events, Recipe()).statements == 4
    subtracted = build_network(events, Recipe(aggregation="subtract"))
    assert (subtracted.statements, subtracted.uncoded) == (2, 2)


def test_conditions_and_doubts_can_be_read_as_yes_or_no() -> None:
    events = code_statements(
        [dossier(REED, SOME)], conditional="agree", unclear="disagree"
    )

    network = build_network(events, Recipe(aggregation="subtract"))
    assert network.value("Ann Reed", "open-strait") == 1
    assert network.value("some", "open-strait") == -1


def test_an_actor_has_one_name_and_two_actors_never_share_one() -> None:
    other = replace(REED, id="r2", name="A. Reed")
    namesake = replace(REED, id="r3", actor="per:reed-2")
    events = code_statements([dossier(REED, other, namesake)])

    people = [row.values[0] for row in events.statements]
    assert people == ["Ann Reed (per:reed)"] * 2 + ["Ann Reed (per:reed-2)"]


def test_the_order_of_dossiers_does_not_matter() -> None:
    pile = [dossier(VOSS, path="pile/b.txt"), dossier(UNION, path="pile/a.txt")]

    assert code_statements(pile) == code_statements(pile[::-1])

"""Networks from Python, and the states that bodies belong to."""

import json
from dataclasses import dataclass
from pathlib import Path

import pytest

from accord.app.mapping import find_homes
from accord.app.networks import count_network
from accord.errors import InputError, UnknownNameError
from accord.model import Actor
from accord.model.discourse import CodedStatement, EventList, Variable


def a_statement(number: int, *values: str, agreement: bool) -> CodedStatement:
    return CodedStatement(str(number), "d", None, 0, 1, (*values, agreement))


EVENTS = EventList(
    statement_type="Position",
    variables=(
        Variable("organization", "text"),
        Variable("concept", "text"),
        Variable("agreement", "boolean"),
    ),
    statements=(
        a_statement(1, "Union", "Pay", agreement=True),
        a_statement(2, "Board", "Pay", agreement=False),
        a_statement(3, "Mayor", "Pay", agreement=True),
        a_statement(4, "Mayor", "Hours", agreement=True),
    ),
)


@dataclass
class Known:
    actors: tuple[Actor, ...]

    def fingerprint(self) -> str:
        return ""


def an_actor(name: str, kind: str, part_of: str | None = None) -> Actor:
    return Actor(id=name, produced_by="test", kind=kind, names=(name,), part_of=part_of)  # type: ignore[arg-type]


def test_options_are_those_of_the_peer() -> None:
    network = count_network(
        EVENTS, network_type="onemode", qualifier_aggregation="subtract"
    )

    assert network.matrix.value("Union", "Board") == -1.0
    assert network.matrix.value("Union", "Mayor") == 1.0


def test_values_are_left_out_one_or_several() -> None:
    one = count_network(EVENTS, exclude={"concept": "Hours"})
    two = count_network(EVENTS, exclude={"organization": ["Mayor", "Board"]})

    assert one.matrix.columns == ("Pay",)
    assert two.matrix.rows == ("Union",)


def test_a_file_has_the_format_of_its_ending(tmp_path: Path) -> None:
    network = count_network(EVENTS)

    assert network.write(tmp_path / "a.net").read_text().startswith("*Vertices 5 3")
    assert network.write(tmp_path / "a.svg").read_text().startswith("<svg")
    assert json.loads(network.write(tmp_path / "a.json").read_text())["rows"]
    with pytest.raises(InputError, match="docx"):
        network.write(tmp_path / "a.docx")


def test_other_libraries_get_their_objects() -> None:
    pytest.importorskip("networkx")

    assert len(count_network(EVENTS).to_networkx()) == 5


def test_an_unknown_variable_is_named() -> None:
    with pytest.raises(UnknownNameError, match="mood"):
        count_network(EVENTS, variable1="mood")


def test_a_body_belongs_to_the_state_above_it() -> None:
    known = Known(
        (
            an_actor("Valdoria", "state"),
            an_actor("Ministry", "organisation", "Valdoria"),
            an_actor("Press office", "organisation", "Ministry"),
            an_actor("Union", "organisation", "League"),
            an_actor("League", "organisation", "Union"),
        )
    )

    homes = find_homes(known)
    assert {body: home.name for body, home in homes.items()} == {
        "Ministry": "Valdoria",
        "Press office": "Valdoria",
    }

"""Choosing records by actor, issue, outlet, date and document."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from accord.adapters.store import MemoryStore
from accord.app.sifting.facets import Pile
from accord.app.sifting.filters import Filters, Sieve, parse_day
from accord.errors import InputError, UnknownNameError
from accord.model import (
    Actor,
    ActorRef,
    Attribution,
    Codebook,
    Document,
    Dossier,
    Failure,
    Finding,
    Irreconcilable,
    Issue,
    Judgement,
    Link,
    Mention,
    Position,
    Shift,
    Side,
    Statement,
)
from accord.model.statement import ShiftEnd
from accord.ports import View
from accord.testing.builders import (
    make_attribution,
    make_document,
    make_failure,
    make_finding,
    make_judgement,
    make_link,
    make_mention,
    make_position,
    make_statement,
)

CODEBOOK = Codebook(
    "test", (Issue(id="fee", question="?"), Issue(id="port", question="?"))
)


def make_actor(actor_id: str, *names: str) -> Actor:
    return Actor(id=actor_id, produced_by="test", kind="person", names=names)


class Known:
    actors = (
        make_actor("per:voss", "Mara Voss", "Voss"),
        make_actor("state:alba", "Alba", "Republic of Alba"),
        make_actor("org:bank", "Bank of Alba"),
    )

    def fingerprint(self) -> str:
        return "known"


def dossier(
    path: str,
    outlet: str | None,
    day: date | None,
    *,
    actor: str,
    name: str,
    issue: str,
) -> Dossier:
    document = make_document(
        f"{name} said no to it.", path=path, outlet=outlet, published=day
    )
    attribution = make_attribution(document, content="no to it")
    statement = make_statement(
        document,
        words="no to it",
        actor=actor,
        name=name,
        issue=issue,
        speaks_for=ActorRef("state:alba", "Alba") if name == "Mara Voss" else None,
        attribution=attribution.id,
        when=day,
    )
    return Dossier(
        document=document,
        findings=(make_finding(document),),
        attributions=(attribution,),
        mentions=(make_mention(document, name, actor=actor),),
        statements=(statement,),
    )


@pytest.fixture
def view() -> View:
    store = MemoryStore()
    first = dossier(
        "news/a.txt", "The Quay", date(2024, 3, 5),
        actor="per:voss", name="Mara Voss", issue="fee",
    )  # fmt: skip
    second = dossier(
        "news/b.txt", "Évening Post", date(2024, 4, 9),
        actor="org:bank", name="Bank of Alba", issue="port",
    )  # fmt: skip
    third = dossier(
        "old/b.txt", None, None, actor="text:1", name="Orrin Teal", issue="fee"
    )
    one, two, three = (d.statements[0] for d in (first, second, third))
    ends = [ShiftEnd(s.stance, s.when, s.id) for s in (one, two) if s.when]
    shift = Shift(
        id="shift-1", produced_by="t", actor=one.actor, name=one.name, issue="fee",
        from_=ends[0], to=ends[1],
    )  # fmt: skip
    sides = tuple(
        Side(s.actor, s.name, s.issue, s.stance, None, (s.id,)) for s in (one, three)
    )
    with store.write() as writer:
        for each in (first, second, third):
            writer.put_dossier(each, {})
        writer.put_failure(make_failure("news/bad.bin"))
        writer.put_pile(
            Link, [make_link(first.attributions[0].id, second.attributions[0].id)]
        )
        writer.put_pile(Position, [make_position(s) for s in (one, two, three)])
        writer.put_pile(Shift, [shift])
        conflict = Irreconcilable(
            id="i-1", produced_by="t", issue="fee", sides=sides, reason="r"
        )
        writer.put_pile(Irreconcilable, [conflict])
        writer.put_judgement(make_judgement(one.id))
    return store.view()


def choose(view: View, kind: type[Any], **filters: Any) -> Iterator[Any]:
    sieve = Sieve(
        Filters(**filters), pile=Pile(view), knowledge=Known, codebook=lambda: CODEBOOK
    )
    return sieve.sift(view.records(kind), kind=f"{kind.__name__.lower()}s")


def names(view: View, kind: type[Any] = Statement, **filters: Any) -> list[str]:
    return [record.name for record in choose(view, kind, **filters)]


def paths(view: View, **filters: Any) -> list[str]:
    return [document.path for document in choose(view, Document, **filters)]


@pytest.mark.parametrize(
    "wanted", ["per:voss", "Mara Voss", "mara  VOSS", "Voss", "PER:VOSS"]
)
def test_an_actor_answers_to_its_id_and_every_name(view: View, wanted: str) -> None:
    assert names(view, actor=wanted) == ["Mara Voss"]


def test_who_is_spoken_for_counts_and_a_like_name_does_not(view: View) -> None:
    assert names(view, actor="Republic of Alba") == ["Mara Voss"]
    assert names(view, actor="Alba") == ["Mara Voss"]


def test_an_actor_that_only_texts_know_answers_to_words_of_its_name(view: View) -> None:
    assert names(view, actor="teal") == ["Orrin Teal"]
    assert names(view, actor="text:1") == ["Orrin Teal"]
    assert names(view, actor="tea") == []


def test_every_kind_with_actors_can_be_chosen_by_actor(view: View) -> None:
    assert paths(view, actor="Voss") == ["news/a.txt"]
    assert names(view, Mention, actor="Voss") == ["Mara Voss"]
    assert names(view, Position, actor="Voss") == ["Mara Voss"]
    assert names(view, Shift, actor="Voss") == ["Mara Voss"]
    assert len(list(choose(view, Irreconcilable, actor="Voss"))) == 1
    assert len(list(choose(view, Irreconcilable, actor="org:bank"))) == 0


def test_records_are_chosen_by_issue(view: View) -> None:
    assert names(view, issue="fee") == ["Mara Voss", "Orrin Teal"]
    assert names(view, Position, issue="port") == ["Bank of Alba"]
    assert paths(view, issue="port") == ["news/b.txt"]
    assert len(list(choose(view, Attribution, issue="fee"))) == 2
    assert len(list(choose(view, Link, issue="port"))) == 1


def test_an_unknown_issue_is_an_error_that_names_the_known_ones(view: View) -> None:
    with pytest.raises(UnknownNameError, match="fee, port"):
        choose(view, Statement, issue="fees")


@pytest.mark.parametrize("outlet", ["évening post", "Evening Post", "POST"])
def test_records_are_chosen_by_outlet(view: View, outlet: str) -> None:
    assert names(view, outlet=outlet) == ["Bank of Alba"]
    assert len(list(choose(view, Finding, outlet=outlet))) == 1
    assert names(view, Position, outlet=outlet) == ["Bank of Alba"]
    assert len(list(choose(view, Link, outlet=outlet))) == 1


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({"since": date(2024, 3, 5)}, ["Mara Voss", "Bank of Alba"]),
        ({"since": date(2024, 3, 6)}, ["Bank of Alba"]),
        ({"until": date(2024, 3, 5)}, ["Mara Voss"]),
        ({"until": date(2024, 3, 4)}, []),
        ({"since": date(2024, 4, 1), "until": date(2024, 4, 30)}, ["Bank of Alba"]),
    ],
)
def test_days_are_included_and_what_is_undated_is_left_out(
    view: View, filters: dict[str, date], found: list[str]
) -> None:
    assert names(view, **filters) == found
    assert names(view, Mention, **filters) == found


def test_documents_are_found_by_id_path_and_end_of_path(view: View) -> None:
    document = next(iter(view.records(Document)))
    assert paths(view, document=document.id) == ["news/a.txt"]
    assert paths(view, document="b.txt") == ["news/b.txt", "old/b.txt"]
    assert paths(view, document="old/b.txt") == ["old/b.txt"]
    assert names(view, document="a.txt") == ["Mara Voss"]
    assert len(list(choose(view, Failure, document="bad.bin"))) == 1
    assert len(list(choose(view, Failure, document="a.txt"))) == 0


def test_filters_must_all_fit(view: View) -> None:
    assert names(view, issue="fee", outlet="Quay") == ["Mara Voss"]
    assert names(view, issue="port", outlet="Quay") == []


@pytest.mark.parametrize(
    ("kind", "filters"),
    [
        (Finding, {"actor": "Voss"}),
        (Finding, {"issue": "fee"}),
        (Mention, {"issue": "fee"}),
        (Judgement, {"outlet": "Quay"}),
        (Failure, {"since": date(2024, 1, 1)}),
    ],
)
def test_a_filter_that_makes_no_sense_is_an_error(
    view: View, kind: type[Any], filters: dict[str, Any]
) -> None:
    with pytest.raises(InputError, match=f"cannot be chosen by {next(iter(filters))}"):
        list(choose(view, kind, **filters))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2023-02", date(2023, 2, 1), date(2023, 2, 28)),
        (" 2024-02-29 ", date(2024, 2, 29), date(2024, 2, 29)),
    ],
)
def test_years_and_months_stand_for_their_first_or_last_day(
    text: str, first: date, last: date
) -> None:
    assert parse_day(text) == first
    assert parse_day(text, last=True) == last


@pytest.mark.parametrize("text", ["", "yesterday", "2024-13", "2023-02-29", "24-01-01"])
def test_what_is_no_date_is_an_error(text: str) -> None:
    with pytest.raises(InputError, match="is no date"):
        parse_day(text, last=True)

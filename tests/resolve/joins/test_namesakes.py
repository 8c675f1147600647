"""Words that are somebody's whole name."""

from dataclasses import replace

from accord.model import ActorRef, Dossier
from accord.resolve import join_actors
from accord.testing.builders import make_document, make_mention, make_statement


def dossier(path: str, *, named: bool) -> Dossier:
    document = make_document("The ferry crews' union must go. It is late.", path=path)
    statement = make_statement(document, words="The ferry crews' union must go")
    mention = make_mention(document, "ferry crews' union", actor="text:crews")
    return Dossier(
        document=document,
        mentions=(replace(mention, rule="text-body"),) if named else (),
        statements=(replace(statement, actor=None, name="ferry crews' union"),),
    )


def test_who_holds_a_position_by_a_whole_name_is_the_actor_of_that_name() -> None:
    joins = join_actors([dossier("a", named=True), dossier("b", named=False)])
    assert [(join.rule, join.actor) for join in joins] == [
        ("same-name", "text:crews")
    ] * 2
    assert {join.alone for join in joins} == {ActorRef(None, "ferry crews' union")}


def test_a_name_that_nobody_bears_is_joined_to_nobody() -> None:
    assert join_actors([dossier("b", named=False)]) == ()

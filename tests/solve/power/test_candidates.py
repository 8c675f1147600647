"""Who a text speaks of as taking part in a body whose members it does not list."""

from accord.model import (
    ActorRef,
    DecisionRule,
    Dossier,
    Mechanism,
    Mention,
)
from accord.solve.power.guarantee.candidates import find_candidates, word_candidates
from accord.testing.builders import make_document, make_passage

TEXT = (
    "Orvane insists that every guarantor must agree. "
    "Its minister wants equal participation of Belmar, the Union of Sel and Quist. "
    "Talks with Tarn and Ulm go on."
)


def told(
    text: str, names: dict[str, str], *, members: tuple[ActorRef, ...] = ()
) -> tuple[Mechanism, Dossier]:
    """A unanimity rule in which Orvane holds a veto, in a text that names others."""
    document = make_document(text)
    mentions = tuple(
        Mention(
            document=document.id, start=text.index(name), end=text.index(name) + len(name),
            text=name, actor=actor, name=name, rule="name", confidence=1.0,
        )
        for name, actor in names.items()
    )  # fmt: skip
    rule = Mechanism(
        id="m",
        produced_by="test",
        document=document.id,
        name="clause",
        members=members,
        rule=DecisionRule("unanimity", None, ("ORV",)),
        triggers=None,
        evidence=make_passage(document, "every guarantor must agree"),
    )
    return rule, Dossier(document=document, mentions=mentions, mechanisms=(rule,))


NAMES = {"Orvane": "ORV", "Belmar": "BEL", "Union of Sel": "SEL", "Quist": "QUI", "Tarn": "TAR", "Ulm": "ULM"}  # fmt: skip


def test_states_that_are_listed_as_taking_part_are_candidates() -> None:
    found = find_candidates(*told(TEXT, NAMES))

    assert [c.actor.name for c in found] == ["Belmar", "Union of Sel", "Quist"]
    for one in found:
        assert TEXT[one.evidence.start : one.evidence.end] == one.evidence.text


def test_each_of_them_would_hold_a_veto_under_unanimity() -> None:
    rule, dossier = told(TEXT, NAMES)
    words, answer = word_candidates(rule, find_candidates(rule, dossier), ("Orvane",))

    assert "each of the 4 would hold a veto" in words
    assert answer is not None
    assert set(answer.veto) == {"Orvane", "Belmar", "Union of Sel", "Quist"}


def test_a_person_is_no_candidate() -> None:
    names = NAMES | {"Quist": "per:quist"}
    found = find_candidates(*told(TEXT, names))

    assert [c.actor.name for c in found] == ["Belmar", "Union of Sel"]


def test_where_the_members_are_listed_there_are_no_candidates() -> None:
    members = (ActorRef("ORV", "Orvane"), ActorRef("TAR", "Tarn"))

    assert find_candidates(*told(TEXT, NAMES, members=members)) == ()


def test_a_state_named_alone_is_no_candidate() -> None:
    text = "Orvane insists that every guarantor must agree. It denies the participation of Belmar."

    assert find_candidates(*told(text, {"Orvane": "ORV", "Belmar": "BEL"})) == ()

from typing import Any

import pytest
import yaml

from accord.resolve import ResolveStage, Unresolved, count_unresolved, load_knowledge


@pytest.fixture
def counted(stage: ResolveStage, mark: Any) -> tuple[Unresolved, ...]:
    one = mark(
        "{s1:Tom Reed, leader of the Dock Crews Union,} {c1:said} {q1:never}. "
        "{s2:He} {c2:said} {q2:ever}. {s3:The archbishop} {c3:sighed} {q3:well}. "
        "{s4:Officials} {c4:said} {q4:yes}. {s5:Mara Voss} {c5:said} {q5:so}.",
        path="one.txt",
    )
    two = mark("{s1:Tom Reed} {c1:said} {q1:never}.", path="two.txt")
    return count_unresolved([stage(two), stage(one)])


def test_the_most_frequent_name_comes_first(counted: tuple[Unresolved, ...]) -> None:
    assert [(u.text, u.count, u.documents) for u in counted] == [
        ("Tom Reed", 3, 2),
        ("The archbishop", 1, 1),
    ]


def test_crowds_pronouns_and_known_actors_are_left_out(
    counted: tuple[Unresolved, ...],
) -> None:
    assert {u.text for u in counted}.isdisjoint({"Officials", "He", "Mara Voss"})


def test_the_example_is_from_the_first_document_by_path(
    counted: tuple[Unresolved, ...],
) -> None:
    assert "leader of the Dock Crews Union" in counted[0].example


def test_the_stub_can_be_pasted_into_a_pack(counted: tuple[Unresolved, ...]) -> None:
    pack = "actors:\n" + "".join(u.stub_yaml for u in counted)
    rows = yaml.safe_load(pack)["actors"]
    assert [row["names"] for row in rows] == [["Tom Reed"], ["The archbishop"]]
    assert (rows[0]["id"], rows[0]["kind"], rows[0]["gender"]) == (
        "per:tom-reed",
        "person",
        "m",
    )
    knowledge = load_knowledge([("mine.yaml", pack)])
    assert knowledge.actor("per:tom-reed").name == "Tom Reed"


def test_a_name_with_quotation_marks_makes_a_sound_stub(
    stage: ResolveStage, mark: Any
) -> None:
    dossier = mark('Jane "Dot" Doe. {s:Jane "Dot" Doe Guild} {c:said} {q:never}.')
    for unknown in count_unresolved([stage(dossier)]):
        assert yaml.safe_load(unknown.stub_yaml)


def test_the_order_of_dossiers_does_not_matter(stage: ResolveStage, mark: Any) -> None:
    dossiers = [
        stage(mark(f"{{s:Jane Doe}} {{c:said}} {{q:never {n}}}.", path=f"{n}.txt"))
        for n in range(3)
    ]
    assert count_unresolved(dossiers) == count_unresolved(dossiers[::-1])


@pytest.mark.parametrize("lead", range(80, 100))
def test_an_example_begins_with_a_whole_word(
    stage: ResolveStage, mark: Any, lead: int
) -> None:
    text = "people waiting " * 12
    marked = mark(f"{text[:lead]} {{s:Tom Reed}} {{c:said}} {{q:never}}.")
    (unknown,) = count_unresolved([stage(marked)])
    assert unknown.example.split()[0] in {"people", "waiting"}


def test_a_last_name_joins_the_only_full_name_that_ends_in_it(
    stage: ResolveStage, mark: Any
) -> None:
    full = mark("{s:Jane Doe} {c:said} {q:never}.", path="1.txt")
    last = mark("{s:Mayor Doe} {c:said} {q:ever}.", path="2.txt")
    loud = mark("{s:MAYOR DOE} {c:said} {q:so}.", path="3.txt")
    (unknown,) = count_unresolved([stage(full), stage(last), stage(loud)])
    assert (unknown.text, unknown.count, unknown.documents) == ("Jane Doe", 3, 3)
    assert yaml.safe_load(unknown.stub_yaml)[0]["names"] == ["Jane Doe", "Doe"]


def test_a_last_name_that_two_have_stays_apart(stage: ResolveStage, mark: Any) -> None:
    texts = ("Jane Doe", "Paul Doe", "Mayor Doe")
    dossiers = [
        stage(mark(f"{{s:{who}}} {{c:said}} {{q:never}}.", path=f"{who}.txt"))
        for who in texts
    ]
    names = {u.text for u in count_unresolved(dossiers)}
    assert names == {"Jane Doe", "Paul Doe", "Doe"}


@pytest.mark.parametrize("other", ["the dockers’ union", "THE DOCKERS' UNION"])
def test_articles_capitals_and_apostrophes_make_no_other_name(
    stage: ResolveStage, mark: Any, other: str
) -> None:
    one = mark("{s:The dockers' union} {c:said} {q:never}.", path="1.txt")
    two = mark(f"Hello. {{s:{other}}} {{c:said}} {{q:ever}}.", path="2.txt")
    assert len(count_unresolved([stage(one), stage(two)])) == 1

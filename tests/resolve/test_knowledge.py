import pickle
from datetime import date
from typing import Any

import pytest

from accord.errors import ConfigurationError
from accord.resolve import KnowledgeBase, load_knowledge
from accord.resolve.knowledge.base import GOVERNMENT_ORGANS

ONE = """
actors:
  - id: org:guild
    kind: organisation
    names: [Pilots' Guild]
"""


@pytest.fixture(scope="module")
def packaged() -> KnowledgeBase:
    return load_knowledge()


def held(knowledge: KnowledgeBase, actor: Any, day: Any) -> set[tuple[str, str]]:
    found = knowledge.actor(actor)
    assert found is not None, actor
    return {
        (role.title, role.of)
        for role in found.roles
        if role.holds_on(date.fromisoformat(day))
    }


@pytest.mark.parametrize(
    ("actor", "day", "title", "of"),
    [
        ("per:dmitry-medvedev", "2009-06-01", "president", "RUS"),
        ("per:dmitry-medvedev", "2015-06-01", "prime minister", "RUS"),
        ("per:boris-johnson", "2022-03-01", "prime minister", "GBR"),
        ("per:liz-truss", "2022-10-01", "prime minister", "GBR"),
        ("per:liz-truss", "2022-01-10", "foreign secretary", "GBR"),
        ("per:kaja-kallas", "2023-01-01", "prime minister", "EST"),
        ("per:kaja-kallas", "2025-01-01", "high representative", "org:eu"),
        ("per:donald-trump", "2018-01-01", "president", "USA"),
        ("per:donald-trump", "2025-10-01", "president", "USA"),
        ("per:jens-stoltenberg", "2024-09-30", "secretary general", "org:nato"),
        ("per:mark-rutte", "2024-10-01", "secretary general", "org:nato"),
        ("per:sergey-lavrov", "2024-01-18", "foreign minister", "RUS"),
        ("per:antonio-guterres", "2020-01-01", "secretary general", "org:un"),
        ("per:olaf-scholz", "2024-01-31", "chancellor", "DEU"),
        ("per:friedrich-merz", "2025-06-01", "chancellor", "DEU"),
        ("per:leo-varadkar", "2023-06-01", "prime minister", "IRL"),
    ],
)
def test_an_office_is_held_on_its_days(
    packaged: KnowledgeBase, actor: Any, day: Any, title: str, of: str
) -> None:
    assert (title, of) in held(packaged, actor, day)


@pytest.mark.parametrize(
    ("actor", "day", "title"),
    [
        ("per:dmitry-medvedev", "2024-01-18", "president"),
        ("per:boris-johnson", "2023-12-16", "prime minister"),
        ("per:donald-trump", "2023-06-01", "president"),
        ("per:joe-biden", "2025-06-01", "president"),
        ("per:kaja-kallas", "2024-11-15", "high representative"),
        ("per:enda-kenny", "2018-06-01", "prime minister"),
    ],
)
def test_an_office_is_not_held_on_other_days(
    packaged: KnowledgeBase, actor: Any, day: Any, title: str
) -> None:
    assert title not in {t for t, _ in held(packaged, actor, day)}


@pytest.mark.parametrize("title", ["president", "prime minister", "chancellor"])
def test_no_office_has_two_holders_on_a_day(
    packaged: KnowledgeBase, title: str
) -> None:
    for state in ("USA", "GBR", "RUS", "UKR", "DEU", "FRA", "POL", "ITA", "JPN", "CAN"):
        for year in range(2015, 2026):
            holders = packaged.holders(title, state, date(year, 6, 15))
            assert len(holders) <= 1, (state, year, [h.id for h in holders])


def test_a_president_of_one_state_is_none_of_another(packaged: KnowledgeBase) -> None:
    biden = packaged.actor("per:joe-biden")
    assert {role.of for role in biden.roles} == {"USA"}
    assert packaged.actor("per:joseph-biden") is None


def test_states_have_names_adjectives_capitals_and_seats(
    packaged: KnowledgeBase,
) -> None:
    forms = {
        (form.written, form.kind)
        for rows in packaged.forms.values()
        for _, form in rows
        if form.actor in {"UKR", "GBR", "RUS", "USA"}
    }
    assert {
        ("Kyiv", "capital"),
        ("Kiev", "capital"),
        ("Kremlin", "metonym"),
        ("White House", "metonym"),
        ("Downing Street", "metonym"),
        ("Britain", "name"),
        ("U.K.", "name"),
        ("Ukrainian", "demonym"),
        ("America", "name"),
    } <= forms


def test_brussels_is_the_union_and_not_belgium(packaged: KnowledgeBase) -> None:
    meant = {form.actor for _, form in packaged.forms["brussels"]}
    assert meant == {"org:eu"}


def test_every_pointer_of_the_packaged_packs_leads_somewhere(
    packaged: KnowledgeBase,
) -> None:
    for actor in packaged.actors:
        assert actor.names
        for target in (actor.part_of, *(role.of for role in actor.roles)):
            assert target is None or packaged.actor(target) is not None
        for role in actor.roles:
            assert role.to is None or role.from_ is None or role.from_ <= role.to


def test_there_is_enough_to_begin_with(packaged: KnowledgeBase) -> None:
    kinds = [actor.kind for actor in packaged.actors]
    assert kinds.count("state") > 200
    assert kinds.count("organisation") > 80
    assert kinds.count("outlet") > 60
    assert kinds.count("person") > 800


def test_a_ministry_speaks_for_its_state_and_a_party_does_not(
    packaged: KnowledgeBase,
) -> None:
    assert packaged.speaks_for("org:us-state-department") == "USA"
    assert packaged.speaks_for("org:afd") is None
    assert "ministry" in GOVERNMENT_ORGANS


def test_a_pack_adds_and_overrides_by_id() -> None:
    again = """
    actors:
      - {id: UKR, kind: state, names: [Ukraine, Land of the Test]}
    """
    knowledge = load_knowledge([("a", ONE), ("b", again)])
    assert knowledge.actor("org:guild").produced_by == "a"
    assert knowledge.actor("UKR").names == ("Ukraine", "Land of the Test")


def test_every_answer_stands_behind_the_fingerprint() -> None:
    assert load_knowledge().fingerprint() == load_knowledge().fingerprint()
    assert load_knowledge([("a", ONE)]).fingerprint() != load_knowledge().fingerprint()
    renamed = ONE.replace("Pilots", "Sailors")
    assert (
        load_knowledge([("a", ONE)]).fingerprint()
        != load_knowledge([("a", renamed)]).fingerprint()
    )


def test_it_travels_to_another_process_unchanged() -> None:
    knowledge = load_knowledge([("a", ONE)])
    knowledge.forms  # noqa: B018 - fill the cache first
    again = pickle.loads(pickle.dumps(knowledge))  # noqa: S301 - our own bytes
    assert again.fingerprint() == knowledge.fingerprint()
    assert again.forms == knowledge.forms


BROKEN = """
actors:
  - id: per:a
    kind: wizard
    names: []
    colour: blue
  - kind: state
    names: [X]
  - id: NO
    kind: state
    names: [No]
    gender: x
    roles:
      - {title: king, of: 7, from: 2024-13-01, to: null}
      - {title: duke, of: NO, from: 2024-05-01, to: 2023-01-01, since: 1}
      - nonsense
  - id: org:b
    kind: organisation
    names: [B]
  - id: org:b
    kind: organisation
    names: [B again]
  - just words
"""


def test_all_problems_of_a_pack_are_told_at_once() -> None:
    with pytest.raises(ConfigurationError) as caught:
        load_knowledge([("mine.yaml", BROKEN)])
    found = {problem.path for problem in caught.value.problems}
    assert found >= {
        "mine.yaml:actors[0].kind",
        "mine.yaml:actors[0].names",
        "mine.yaml:actors[0].colour",
        "mine.yaml:actors[1].id",
        "mine.yaml:actors[2].names[0]",
        "mine.yaml:actors[2].gender",
        "mine.yaml:actors[2].roles[0].of",
        "mine.yaml:actors[2].roles[0].from",
        "mine.yaml:actors[2].roles[1].to",
        "mine.yaml:actors[2].roles[1].since",
        "mine.yaml:actors[2].roles[2]",
        "mine.yaml:actors[4].id",
        "mine.yaml:actors[5]",
    }
    assert "quotation marks" in str(caught.value)
    assert "Hint:" in str(caught.value)


def test_the_problems_of_all_packs_are_told_at_once() -> None:
    with pytest.raises(ConfigurationError) as caught:
        load_knowledge([("a", "actors: 3"), ("b", "- x"), ("c", "a: [")])
    assert [p.path for p in caught.value.problems] == ["a", "b", "c"]


def test_a_pointer_to_nobody_is_told_with_its_place() -> None:
    pack = """
    actors:
      - id: per:x
        kind: person
        names: [Xavier Yule]
        roles: [{title: mayor, of: city:nowhere, speaks_for: city:elsewhere}]
      - {id: org:y, kind: organisation, names: [Y], part_of: org:z, speaks_for: org:q}
    """
    with pytest.raises(ConfigurationError) as caught:
        load_knowledge([("p", pack)])
    assert {p.path for p in caught.value.problems} == {
        "p:actors[0].roles[0].of",
        "p:actors[0].roles[0].speaks_for",
        "p:actors[1].part_of",
        "p:actors[1].speaks_for",
    }


@pytest.mark.parametrize("day", ["2024", "2024-05", "soon", "2024-02-30", "20240501"])
def test_a_day_that_is_not_whole_is_refused(day: Any) -> None:
    pack = f"""
    actors:
      - id: per:x
        kind: person
        names: [Xavier Yule]
        roles: [{{title: mayor, of: RUS, from: {day}}}]
    """
    with pytest.raises(ConfigurationError) as caught:
        load_knowledge([("p", pack)])
    assert [p.path for p in caught.value.problems] == ["p:actors[0].roles[0].from"]


@pytest.mark.parametrize("text", ["", "actors:", "[]", "42"])
def test_a_pack_without_actors_is_refused(text: str) -> None:
    with pytest.raises(ConfigurationError, match="actors"):
        load_knowledge([("p", text)])


def test_an_empty_list_of_actors_is_a_pack() -> None:
    assert load_knowledge([("p", "actors: []")]).actor("RUS") is not None

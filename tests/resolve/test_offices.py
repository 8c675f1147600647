from datetime import date
from typing import Any

import pytest

from accord.resolve import KnowledgeBase, load_knowledge
from accord.resolve.offices import normal_title, role_on
from accord.resolve.people import Person
from accord.resolve.stage import read_scene


def persons(
    mark: Any, knowledge: KnowledgeBase, text: str, day: Any = "2025-03-06"
) -> dict[str, Person]:
    dossier = mark(text, day=day)
    scene = read_scene(dossier.document, dossier.attributions, knowledge)
    return scene.persons


def roles(
    mark: Any, knowledge: KnowledgeBase, text: str
) -> list[tuple[tuple[str, ...], str | None, bool]]:
    (person,) = persons(mark, knowledge, text).values()
    return [(r.title, r.of and r.of.name, r.former) for r in person.roles]


@pytest.mark.parametrize(
    ("title", "normal"),
    [
        ("Foreign Minister", ("foreign", "minister")),
        ("minister of foreign affairs", ("foreign", "minister")),
        ("Minister for Defense", ("defence", "minister")),
        ("spokeswoman", ("spokesperson",)),
        ("Chairman", ("chair",)),
        ("secretary-general", ("secretary", "general")),
        ("premier", ("prime", "minister")),
    ],
)
def test_titles_have_one_normal_form(title: str, normal: tuple[str, ...]) -> None:
    assert normal_title(title) == normal


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Valdorian Foreign Minister Jane Doe came.",
            [(("foreign", "minister"), "Valdoria", False)],
        ),
        (
            "Jane Doe, foreign minister of Valdoria, came.",
            [(("foreign", "minister"), "Valdoria", False)],
        ),
        (
            "Jane Doe, Valdoria's former president, came.",
            [(("president",), "Valdoria", True)],
        ),
        (
            "Former Valdorian President Jane Doe came.",
            [(("president",), "Valdoria", True)],
        ),
        (
            (
                "Jane Doe, former Valdorian president and current chair of the Harbour "
                "Council, came."
            ),
            [
                (("president",), "Valdoria", True),
                (("chair",), "Harbour Council", False),
            ],
        ),
        (
            "Jane Doe, a spokeswoman for the Coastal League, came.",
            [(("spokesperson",), "Coastal League", False)],
        ),
        (
            "Valdoria's deputy minister for trade and energy, Jane Doe, came.",
            [(("trade", "energy", "deputy", "minister"), "Valdoria", False)],
        ),
        (
            "Coastal League Secretary-General Jane Doe came.",
            [(("secretary", "general"), "Coastal League", False)],
        ),
        ("Jane Doe came to see the minister.", []),
    ],
)
def test_offices_are_read_around_a_name(
    mark: Any,
    knowledge: KnowledgeBase,
    text: str,
    found: list[tuple[tuple[str, ...], str, bool]],
) -> None:
    assert roles(mark, knowledge, text) == found


def test_spokeswoman_tells_the_gender(mark: Any, knowledge: KnowledgeBase) -> None:
    (person,) = persons(mark, knowledge, "Spokeswoman Kim Doe came.").values()
    assert person.gender == "f"


@pytest.mark.parametrize(
    ("actor", "day", "represents"),
    [
        ("per:olan-tree", "2017-01-01", "state:valdoria"),
        ("per:olan-tree", "2024-01-01", "org:council-of-valdoria"),
        ("per:olan-tree", "2010-01-01", None),
        ("per:mara-voss", None, "state:valdoria"),
        ("per:olan-tree", None, None),
    ],
)
def test_the_office_of_the_day_decides_for_whom_one_speaks(
    knowledge: KnowledgeBase, actor: Any, day: Any, represents: str | None
) -> None:
    role = role_on(
        knowledge.actor(actor), day and date.fromisoformat(day), (), knowledge
    )
    assert (role.speaks_for if role else None) == represents


def test_an_undated_text_may_name_the_office_itself(resolve: Any) -> None:
    case = resolve(
        "{s:Olan Tree, deputy chair of the Harbour Council,} {c:said} {q:never}.",
        day=None,
    )
    assert case.represents == ["org:council-of-valdoria"]


def test_an_undated_former_office_speaks_for_nobody(resolve: Any) -> None:
    case = resolve("{s:Former President Olan Tree} {c:said} {q:never}.", day=None)
    assert case.speakers == ["per:olan-tree"]
    assert case.represents == [None]
    assert case.findings == []


def test_medvedev_in_2024_is_not_president(resolve: Any) -> None:
    case = resolve(
        "{s:Dmitry Medvedev, former Russian president and deputy chair of the "
        "country's Security Council,} {c:warned} {q:of war}.",
        day="2024-01-20",
    )
    assert case.represents == ["org:security-council-russia"]
    assert case.findings == []


@pytest.mark.parametrize(
    ("text", "day", "clash"),
    [
        ("Former Foreign Minister Mara Voss came.", "2025-03-06", True),
        ("Former Foreign Minister Mara Voss came.", None, False),
        ("Foreign Minister Mara Voss came.", "2025-03-06", False),
        ("Foreign Minister Mara Voss came.", "2023-03-06", True),
        ("President Olan Tree came.", "2025-03-06", True),
        ("President Olan Tree came.", "2016-03-06", False),
        ("Former President Olan Tree came.", "2025-03-06", False),
        ("then-President Olan Tree came.", "2025-03-06", False),
        ("Harbour master Olan Tree came.", "2025-03-06", False),
        ("Former deputy minister Mara Voss came.", "2025-03-06", False),
    ],
)
def test_a_title_that_the_knowledge_base_contradicts_is_a_finding(
    resolve: Any, text: str, day: Any, *, clash: bool
) -> None:
    found = [kind for kind, _ in resolve(text, day=day).findings]
    assert found == (["role-clash"] if clash else [])


def test_a_clash_overwrites_nothing(resolve: Any) -> None:
    case = resolve("{s:Former Foreign Minister Mara Voss} {c:said} {q:never}.")
    assert case.speakers == ["per:mara-voss"]
    assert case.represents == ["state:valdoria"]


def test_one_wrong_title_is_one_finding(resolve: Any) -> None:
    text = "President Olan Tree came. President Olan Tree left."
    assert len(resolve(text).findings) == 1


def test_holders_are_found_by_office_and_day() -> None:
    knowledge = load_knowledge()
    (holder,) = knowledge.holders("chancellor", "DEU", date(2024, 1, 31))
    assert holder.id == "per:olaf-scholz"
    assert len(knowledge.holders("chancellor", "DEU", None)) >= 3

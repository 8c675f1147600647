"""The page on actor packs: its example works as the page says."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from accord.attribute import AttributeStage, RuleTagger
from accord.model import Dossier
from accord.ports import RawItem
from accord.read import ReadStage
from accord.resolve import ResolveStage, find_clashes, load_knowledge
from accord.resolve.knowledge import packs

PAGE = (Path(__file__).parents[2] / "docs" / "actor-packs.md").read_text("utf-8")
(PACK,) = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
Resolve = Callable[[str, date], Dossier]


@pytest.fixture(scope="module")
def resolve() -> Resolve:
    """Read an invented article of one day with the page's pack."""
    read, attribute = ReadStage(), AttributeStage(RuleTagger())
    resolver = ResolveStage(load_knowledge([("harbour.yaml", PACK)]))

    def run(text: str, day: date) -> Dossier:
        data = f"The harbour\n\n{day:%B} {day.day}, {day.year}\n\n{text}\n".encode()
        return resolver(attribute(read(RawItem("a.txt", ".txt", data))))

    return run


def test_the_example_clashes_with_nothing() -> None:
    knowledge = load_knowledge([("harbour.yaml", PACK)])
    assert find_clashes(knowledge, packaged=load_knowledge()) == find_clashes(
        load_knowledge(), packaged=load_knowledge()
    )


@pytest.mark.parametrize(
    ("day", "body"),
    [
        (date(2029, 4, 10), "NLD-X"),
        (date(2031, 4, 10), "org:vesper-dockers"),
        (date(2030, 9, 10), None),
    ],
)
def test_an_office_counts_on_the_day_of_the_words(
    resolve: Resolve, day: date, body: str | None
) -> None:
    dossier = resolve("Mara Quill said that the new quay would be open to all.", day)
    (said,) = dossier.attributions
    assert said.speaker.actor == "per:mara-quill"
    assert (said.speaks_for.actor if said.speaks_for else None) == body


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Anchor House rejected the plan.", ["NLD-X"]),
        ("Vesper rejected the plan.", ["NLD-X"]),
        ("The talks in Vesper went on.", []),
    ],
)
def test_a_seat_is_a_government_and_a_capital_where_it_acts(
    resolve: Resolve, text: str, named: list[str]
) -> None:
    dossier = resolve(text, date(2031, 4, 10))
    assert [mention.actor for mention in dossier.mentions] == named


def test_a_text_that_contradicts_the_pack_is_a_finding(resolve: Resolve) -> None:
    text = "Former transport minister Ivo Brandt said that the quay would be closed."
    kinds = [one.kind for one in resolve(text, date(2031, 4, 10)).findings]
    assert "role-clash" in kinds


def test_the_page_names_every_field() -> None:
    table = PAGE[PAGE.index("## Fields") : PAGE.index("## Which pack wins")]
    fields = set(re.findall(r"^\| `(\w+)`", table, re.MULTILINE))
    assert fields == packs._FIELDS

"""How whoever is for a term of the codebook answers the question of its issue."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from accord.model import Dossier, Issue
from accord.position import PositionStage, parse_codebook, term_signs
from accord.position.meaning.ways.asked import read_asked
from accord.position.meaning.ways.negated import read_negated
from accord.position.meaning.ways.opposites import read_opposite

_TABLE = Path(__file__).with_name("term_signs.txt")


def _rows() -> Iterator[tuple[str, dict[str, int]]]:
    for line in _TABLE.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            question, *sides = (part.strip() for part in line.split("|"))
            yield (
                question,
                {
                    term.strip(): sign
                    for sign, side in zip((1, -1), sides, strict=True)
                    for term in side.split(";")
                    if term.strip()
                },
            )


@pytest.mark.parametrize(("question", "signs"), list(_rows()))
def test_who_is_for_a_term_answers_as_a_careful_analyst_says(
    question: str, signs: dict[str, int]
) -> None:
    assert term_signs(Issue(id="q", question=question, terms=tuple(signs))) == signs


@pytest.mark.parametrize(
    ("question", "term", "sign"),
    [
        ("Should the contract be published?", "secrecy", -1),
        ("Should the contract be kept secret?", "secrecy", 1),
        ("Should the contract be signed?", "secrecy", 0),
        ("Should there be a truce?", "end of hostilities", 1),
        ("Should there be a truce?", "resumption of fighting", -1),
        ("Should soldiers drive buses during the strike?", "settlement", 0),
    ],
)
def test_an_opposite_is_read_only_where_the_question_has_the_other(
    question: str, term: str, sign: int
) -> None:
    assert read_opposite(read_asked(question), term) == sign


@pytest.mark.parametrize(
    ("term", "refused"),
    [
        ("car-free centre", "car"),
        ("no cars", "cars"),
        ("cars", None),
        ("smoke-free halls", None),
        ("union", None),
    ],
)
def test_a_term_may_say_what_there_is_not_to_be(term: str, refused: str | None) -> None:
    asked = read_asked("Should cars be banned from the centre?")
    assert read_negated(asked, (), term) == refused


BOOK = """
issues:
  - id: vans
    question: Should the vans of craftsmen be exempt from the city charge?
    terms: [vans, exemption, city charge]
  - id: sugar
    question: Should a duty be put on sugar from Ardland?
    terms: [duty, sugar]
"""
STAGE = PositionStage(parse_codebook(BOOK, name="freed.yaml"))


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Corva wants to exempt the vans of craftsmen.", ("vans", "support")),
        ("Corva opposed the exemption for vans.", ("vans", "oppose")),
        ("Corva urged the union to exempt sugar.", ("sugar", "oppose")),
        ("Corva backs a duty on sugar.", ("sugar", "support")),
        ("Corva wants higher sugar tariffs.", ("sugar", "support")),
    ],
)
def test_who_is_exempted_has_it_good_and_what_a_duty_is_on_has_not(
    dossier_of: Callable[..., Dossier], text: str, side: tuple[str, str]
) -> None:
    dossier = dossier_of(text, names={"Corva": "state:corva"})
    assert side in [(s.issue, s.stance) for s in STAGE(dossier).statements]

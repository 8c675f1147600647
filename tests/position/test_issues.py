import pytest

from accord.model import Codebook, Issue, Poles
from accord.position.issues import (
    Target,
    compile_codebook,
    find_targets,
)
from accord.position.meaning.operators import find_operators
from accord.position.phrases import tokenise


def targets_in(text: str, *issues: Issue) -> list[Target]:
    """Find where a text speaks of some issues."""
    compiled = compile_codebook(Codebook("test", issues))
    return find_targets(compiled, tokenise(text))


def signs_of(question: str, text: str, *, terms: tuple[str, ...] = ()) -> list[int]:
    """Give the signs of the places where a text speaks of one question."""
    return [
        t.sign for t in targets_in(text, Issue(id="q", question=question, terms=terms))
    ]


@pytest.mark.parametrize(
    ("question", "text", "sign"),
    [
        ("Should wages rise by 8 percent?", "wages", 1),
        ("Should the tariffs be lifted?", "tariffs", -1),
        ("Should the tariffs on foreign steel be lifted?", "tariffs", -1),
        ("Should ships pass without paying a fee?", "the fee", -1),
        ("Should the garrison leave the island?", "the garrison", -1),
        ("Should a dam be built?", "the dam", 1),
        ("Should the export ban be lifted?", "the export ban", -1),
        ("Should phones be banned in schools?", "phones", -1),
    ],
)
def test_the_question_says_which_way_its_object_points(
    question: str, text: str, sign: int
) -> None:
    assert signs_of(question, text) == [sign]


@pytest.mark.parametrize(
    ("question", "term", "sign"),
    [
        ("Should the troops be withdrawn?", "troop withdrawal", 1),
        ("Should the troops be withdrawn?", "troops", -1),
        ("Should there be a truce?", "end of hostilities", 1),
        ("Should the export ban be lifted?", "export restrictions", -1),
        ("Should the export ban be lifted?", "exports", 1),
        ("Should exports be restricted?", "export ban", 1),
    ],
)
def test_a_term_with_a_word_against_something_turns(
    question: str, term: str, sign: int
) -> None:
    asked = {"truce": "truce", "export ban": "export ban", "exports": "exports"}
    known = tuple(word for word in asked if word in question)
    terms = tuple(dict.fromkeys((*known, "troops", term)))
    assert signs_of(question, term, terms=terms)[0] == sign


def test_terms_come_from_the_question_where_none_are_given() -> None:
    question = "Should Valdoria allow foreign inspectors into its mines?"
    assert len(signs_of(question, "The inspectors saw two mines in Valdoria.")) == 2


def test_names_are_terms_only_if_there_is_nothing_else() -> None:
    assert signs_of("Should Ostrava join Kelmar?", "Kelmar is near.") == [1]


def test_terms_that_are_given_are_the_only_ones() -> None:
    assert signs_of("Should wages rise?", "wages and pay", terms=("pay",)) == [1]


def test_the_past_of_a_verb_is_no_noun() -> None:
    assert signs_of("Should pay rise?", "They paid the bill.", terms=("pay",)) == []


def test_a_pole_hides_the_term_within_it() -> None:
    issue = Issue(
        id="veto",
        question="Should there be a veto?",
        terms=("veto",),
        poles=Poles(support=("insist on a veto",), oppose=("no veto",)),
    )
    (found,) = targets_in("There will be no veto.", issue)
    assert (found.pole, found.sign) == (True, -1)


def test_a_longer_term_of_another_issue_hides_a_shorter() -> None:
    pay = Issue(id="pay", question="Should pay rise?", terms=("pay",))
    sick = Issue(id="sick", question="Should sick pay be kept?", terms=("sick pay",))
    assert [t.issue for t in targets_in("They cut sick pay.", pay, sick)] == [1]


def test_equal_terms_of_two_issues_are_both_found() -> None:
    one = Issue(id="one", question="Should pay rise?", terms=("pay",))
    two = Issue(id="two", question="Should pay be equal?", terms=("pay",))
    assert [t.issue for t in targets_in("the pay", one, two)] == [0, 1]


@pytest.mark.parametrize(
    ("pole", "side", "final"),
    [
        ("without our consent", "support", True),
        ("without our consent", "oppose", False),
        ("no toll", "support", True),
        ("equal footing", "support", False),
        ("there it will stay", "oppose", False),
    ],
)
def test_a_pole_at_odds_with_its_own_words_counts_as_it_stands(
    pole: str,
    side: str,
    final: bool,  # noqa: FBT001
) -> None:
    poles = Poles(support=(pole,)) if side == "support" else Poles(oppose=(pole,))
    issue = Issue(id="q", question="Should it be so?", terms=("xyz",), poles=poles)
    (found,) = targets_in(pole, issue)
    assert found.final is final


def test_a_codebook_without_issues_finds_nothing() -> None:
    assert targets_in("Anything at all.") == []


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("impose", ["further"]),
        ("lifted", ["against"]),
        ("no objections to", ["hold_for"]),
        ("ruled out", ["hold_against"]),
        ("essential", ["good"]),
        ("unacceptable", ["bad"]),
        ("won’t", ["negation", "intending"]),
        ("not only", []),
        ("must", ["obliging"]),
    ],
)
def test_operators_have_kinds(text: str, kinds: list[str]) -> None:
    found = [op.kind for op in find_operators(tokenise(text))]
    assert sorted(found) == sorted(kinds)


@pytest.mark.parametrize(
    ("pole", "text", "found"),
    [
        ("voluntary contributions", "contributions must be voluntary", True),
        ("voluntary contributions", "Contributions must not be voluntary", True),
        ("close the bay", "the bay should now be closed", True),
        ("an independent host", "The host has to remain independent.", True),
        ("voluntary contributions", "contributions by voluntary workers", False),
        ("voluntary contributions", "contributions. They must be voluntary", False),
        ("must pay", "pay is a must", False),
        ("no cut", "the cut is no answer", False),
    ],
)
def test_a_pole_is_found_the_other_way_round(
    pole: str, text: str, *, found: bool
) -> None:
    issue = Issue(
        id="q",
        question="Must they pay?",
        terms=("contributions",),
        poles=Poles(oppose=(pole,)),
    )
    poles = [target for target in targets_in(text, issue) if target.pole]

    assert [target.sign for target in poles] == [-1] * found

"""Drafts of codebooks."""

import pytest

from accord.position import draft_issues, to_codebook
from accord.position.issues import compile_codebook

PILE = (
    "The mayor wants a river toll. Cyclists welcomed the new bridge.",
    "Drivers rejected the river toll. Anna Berg opposes Carl Lund.",
    "The river toll must go, a club said. It called for a river toll holiday.",
    "Shops criticised the new bridge.",
)


def test_what_is_wanted_and_refused_comes_first() -> None:
    drafts = draft_issues(PILE)
    assert [draft.phrase for draft in drafts] == ["new bridge", "river toll"] or [
        draft.phrase for draft in drafts
    ] == ["river toll", "new bridge"]
    assert all(d.support >= 1 and d.oppose >= 1 for d in drafts)


def test_every_draft_brings_sentences_of_the_pile() -> None:
    for draft in draft_issues(PILE):
        assert draft.examples
        assert all(any(e in text for text in PILE) for e in draft.examples)


def test_names_are_no_issues() -> None:
    assert not any("lund" in d.phrase.lower() for d in draft_issues(PILE * 2))


def test_a_draft_is_a_codebook_that_works() -> None:
    codebook = to_codebook(draft_issues(PILE), name="draft")
    assert len({issue.id for issue in codebook.issues}) == len(codebook.issues)
    compile_codebook(codebook)


@pytest.mark.parametrize(
    ("pile", "issue_id", "question"),
    [
        (
            ("Ann backs a ferry licence.", "Bob rejected the ferry licence."),
            "ferry-licence",
            "Should there be a ferry licence?",
        ),
        (
            ("Ann backs the island lease.", "Bob rejected the island lease."),
            "island-lease",
            "Should the island lease be accepted?",
        ),
        (
            ("Ann backs higher wages.", "Bob rejected higher wages late on Monday."),
            "wages",
            "Should there be wages?",
        ),
    ],
)
def test_ids_are_whole_words_and_questions_have_their_article(
    pile: tuple[str, str], issue_id: str, question: str
) -> None:
    (issue,) = to_codebook(draft_issues(pile), name="draft").issues
    assert (issue.id, issue.question) == (issue_id, question)


def test_a_verb_before_its_object_is_no_issue() -> None:
    pile = ("We demand suspend the works.", "They will not accept suspend it.")
    assert draft_issues(pile) == []


def test_the_order_of_texts_changes_no_count() -> None:
    one = {(d.phrase, d.support, d.oppose, d.texts) for d in draft_issues(PILE)}
    other = {(d.phrase, d.support, d.oppose, d.texts) for d in draft_issues(PILE[::-1])}
    assert one == other


def test_nothing_comes_of_nothing() -> None:
    assert draft_issues([]) == []
    assert to_codebook([], name="draft").issues == ()

import pytest

from accord.read.naming.outlets import is_outlet_name


@pytest.mark.parametrize(
    "name",
    ["The Ostin Post", "Ostiner Tageblatt", "El Diario del Puerto", "Gazette of Ostin"],
)
def test_words_that_papers_are_named_with_tell(name: str) -> None:
    assert is_outlet_name(name)


@pytest.mark.parametrize(
    "name", ["World News", "Courier", "Exports Hit Record", "Ostin"]
)
def test_parts_of_a_page_and_headlines_are_no_papers(name: str) -> None:
    assert not is_outlet_name(name)


def test_a_weak_word_tells_beside_a_date_or_the() -> None:
    assert is_outlet_name("Ostin Register", beside_date=True)
    assert is_outlet_name("The Ostin Register")
    assert not is_outlet_name("Ostin Register")

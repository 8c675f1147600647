import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.resolve.knowledge.names import gender_of, key_of, keys_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Zelensky", "Zelenskyy"),
        ("Zelensky", "Zelenskiy"),
        ("Sergei", "Sergey"),
        ("Orbán", "Orban"),
        ("Szijjártó", "Szijjarto"),
        ("U.S.", "US"),
        ("Radosław", "Radoslaw"),
        ("Sa'ar", "Saar"),
        ("Sa’ar", "Sa'ar"),
    ],
)
def test_spellings_of_one_name_have_one_key(one: str, other: str) -> None:
    assert key_of(one) == key_of(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Merz", "Mers"), ("Kuleba", "Kuleb"), ("Iran", "Iraq")]
)
def test_other_names_have_other_keys(one: str, other: str) -> None:
    assert key_of(one) != key_of(other)


def test_a_name_is_cut_at_blanks_and_hyphens_and_loses_its_possessive() -> None:
    assert keys_of("Frank-Walter Steinmeier") == ("frank", "walter", "steinmeier")
    assert keys_of("Foo's ministry") == ("foo", "ministri")


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("Maria Doe", "f"),
        ("Sergey Doe", "m"),
        ("Zyx Doe", None),
        ("Maria", None),
        ("", None),
    ],
)
def test_a_first_name_tells_the_gender(name: str, gender: str | None) -> None:
    assert gender_of(name) == gender


@settings(max_examples=80, deadline=None, derandomize=True)
@given(st.text(max_size=12))
def test_folding_twice_is_folding_once(word: str) -> None:
    assert key_of(key_of(word)) == key_of(word)

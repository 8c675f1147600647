"""Differences that a reader must know of, and those that are none."""

import pytest

from accord.link.differences import differences


@pytest.mark.parametrize(
    ("one", "other", "respect"),
    [
        ("we will sign the annex", "we will not sign the annex", "negation"),
        ("it won't open before noon", "it will open before noon", "negation"),
        ("they sank 12 boats at sea", "they sank 21 boats at sea", "number"),
        ("nine of the forty mines", "ten of the forty mines", "number"),
        ("the vote is on monday", "the vote is on friday", "date"),
        ("they open in may", "they open in june", "date"),
        ("a ban from 2031 on", "a ban from 2035 on", "date"),
    ],
)
def test_negations_numbers_and_dates_are_differences(
    one: str, other: str, respect: str
) -> None:
    found = differences(one.split(), other.split())

    assert [part.respect for part in found] == [respect]
    turned = differences(other.split(), one.split())
    assert [(part.a, part.b) for part in turned] == [(p.b, p.a) for p in found]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("we will sign the annex", "we will sign the annex"),
        ("we will sign the annex", "we will sign the annex on monday"),
        ("not that we asked for it", "we asked for it"),
        ("nine of the mines", "some of the mines"),
        ("they refuse to sign", "they will never sign"),
        ("the fee of nine crowns", "the toll of nine crowns"),
        ("two hundred boats lie here", "200 boats lie here"),
        ("they need not come on monday", "they do not need to come on monday"),
    ],
)
def test_other_words_and_shorter_reports_are_no_difference(
    one: str, other: str
) -> None:
    assert differences(one.split(), other.split()) == ()

"""Tests of patterns behind a sieve."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.text.sieve import DIGIT, Gate, Sieve, needed_letters

PIECES = st.sampled_from(
    [
        "is",
        "k",
        "talk",
        "[Tt]",
        "[1-3½]",
        "[^k]",
        "[a-z]",
        "’s",
        r"\d",
        r"[\d,]",
        r"\b",
        r"\s",
        "ü",
        "1",
        ".",
    ]
)
PATTERNS = st.recursive(
    PIECES,
    lambda inner: st.one_of(
        st.tuples(inner, inner).map("".join),
        st.tuples(inner, inner).map(lambda pair: f"(?:{pair[0]}|{pair[1]})"),
        inner.map(lambda one: f"(?:{one})?"),
        inner.map(lambda one: f"(?:{one}){{1,2}}"),
        inner.map(lambda one: f"(?={one})"),
        inner.map(lambda one: f"(?!{one})"),
        inner.map(lambda one: f"(?i:{one})"),
    ),
    max_leaves=6,
)
TEXTS = st.lists(
    st.sampled_from(
        [
            *"isktTalkISTK’ ,13½üÜ",
            "ſ",
            "İ",
            "ı",
            "\u212a",
            "\u212b",
            "å",
            "µ",
            "\u03bc",
            "Σ",
            "ς",
            "٣",
            "talk",
        ]
    ),
    max_size=12,
).map("".join)


@settings(max_examples=300, deadline=None)
@given(pattern=PATTERNS, text=TEXTS, flags=st.sampled_from([0, re.IGNORECASE]))
def test_a_sieve_finds_what_the_pattern_finds(
    pattern: str, text: str, flags: int
) -> None:
    plain = re.compile(pattern, flags)
    sieve = Sieve(pattern, flags)
    for bounds in ((0, len(text)), (1, max(1, len(text) - 1))):
        assert [m.span() for m in sieve.finditer(text, *bounds)] == [
            m.span() for m in plain.finditer(text, *bounds)
        ]
        first, own = sieve.search(text, *bounds), plain.search(text, *bounds)
        assert (first and first.span()) == (own and own.span())


@pytest.mark.parametrize(
    ("pattern", "needed"),
    [
        (r"held (?:talks|a (?:meeting|summit))", {"talks", "meeting", "summit"}),
        (r"(?:met|meets) with (?:the )?rebels", {"rebels"}),
        (r"talks?|talking", {"talk"}),
        (r"\d+ votes|of \d+", {" votes", DIGIT}),
        (r"[a-z]+ \d+|\d", {DIGIT}),
        (r"(?:both )?sides?(?= agree)", {" agree"}),
        (r"(?:[\d,]*\d|half|[½¼]) of", {DIGIT, "half", "½", "¼"}),
        (r"[\d,.]+|[a-z]+", {""}),
        (r"(?:then|one) of (?:the )?[1-3]", {"1", "2", "3"}),
        (r"(?<=both )si", {"si"}),
        (r"(?:very )*\w+", {""}),
        (r"(?:a|\w)b*", {""}),
    ],
)
def test_the_letters_that_a_pattern_needs_are_the_rarest(
    pattern: str, needed: set[str]
) -> None:
    assert needed_letters(pattern) == needed


def test_a_text_without_the_letters_is_never_tried() -> None:
    # A pattern that would take hours on this text.
    slow = Sieve(r"(?:\w+\s*)+: agreed")
    assert slow.search("so " * 40) is None
    assert list(slow.finditer("so " * 40)) == []


@settings(max_examples=60)
@given(sources=st.lists(PATTERNS, min_size=1, max_size=3), text=TEXTS)
def test_a_gate_opens_just_where_one_of_its_patterns_may_match(
    sources: list[str], text: str
) -> None:
    sieves = [Sieve(source) for source in sources]

    opened = Gate(sieves).opens(text)

    assert opened == any(sieve.may_match(text, 0, len(text)) for sieve in sieves)


def test_a_gate_of_no_patterns_stays_shut() -> None:
    assert not Gate([]).opens("talks")

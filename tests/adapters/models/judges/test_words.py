"""What the judge of acts sees of a sentence."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.adapters.models.judges.words import PLACES, between, features, masked
from accord.ports import ActCase

TEXT = "Norland has flatly refused to pay Velia."
REFUSED = ActCase(TEXT, (0, 7), (34, 39), rule="REJECT", acts=("refuse",))


def case(text: str, source: str, target: str | None) -> ActCase:
    def place(words: str) -> tuple[int, int]:
        return text.index(words), text.index(words) + len(words)

    return ActCase(text, place(source), place(target) if target else None)


def test_both_parties_are_replaced_wherever_they_stand() -> None:
    told = case("Velia was sued by Norland.", "Norland", "Velia")

    assert masked(told, "A", "B") == "B was sued by A ."


def test_what_stands_between_keeps_who_comes_first() -> None:
    active = case("On Monday Norland sued Velia in court.", "Norland", "Velia")
    passive = case("On Monday Velia was sued by Norland.", "Norland", "Velia")

    assert between(active, "A", "B") == "A sued B"
    assert between(passive, "A", "B") == "B was sued by A"


def test_without_a_target_the_whole_sentence_stands_between() -> None:
    alone = case("Norland mobilised.", "Norland", None)

    assert between(alone, "A", "B") == masked(alone, "A", "B") == "A mobilised."


def test_names_do_not_matter_but_direction_does() -> None:
    sues = case("Norland sued Velia", "Norland", "Velia")
    renamed = case("Ostmark sued Kalgria", "Ostmark", "Kalgria")
    sued = case("Norland sued Velia", "Velia", "Norland")

    assert np.array_equal(features(sues), features(renamed))
    assert not np.array_equal(features(sues), features(sued))


def test_what_the_rules_read_is_seen() -> None:
    without = ActCase(TEXT, REFUSED.source, REFUSED.target)

    assert not np.array_equal(features(REFUSED), features(without))


def test_each_kind_of_feature_counts_the_same_however_long_the_sentence() -> None:
    short = case("Norland sued Velia", "Norland", "Velia")
    long = case("Norland sued " + "and sued " * 50 + "Velia", "Norland", "Velia")

    sizes = [float(np.linalg.norm(features(c))) for c in (short, long)]

    assert sizes[0] == pytest.approx(sizes[1], rel=0.5)


@settings(max_examples=40)
@given(st.text(max_size=60), st.text(max_size=20))
def test_any_text_has_features(before: str, after: str) -> None:
    text = f"{before}Norland{after}"
    vector = features(ActCase(text, (len(before), len(before) + 7), None))

    assert vector.shape == (PLACES,)
    assert np.isfinite(vector).all()

from accord.model import Speaker
from accord.resolve.referents import calibrated


def test_a_rule_that_is_right_more_often_is_surer() -> None:
    name = calibrated(Speaker("text:a", "Doe", "resolved", "text-name", 0.8))
    salient = calibrated(Speaker("text:a", "Doe", "resolved", "salient", 0.6))
    assert name.confidence > salient.confidence


def test_a_rule_keeps_its_own_doubts() -> None:
    near = calibrated(Speaker("text:a", "Doe", "resolved", "pronoun-speaker", 0.8))
    far = calibrated(Speaker("text:a", "Doe", "resolved", "pronoun-speaker", 0.5))
    assert 0.0 < far.confidence < near.confidence <= 1.0


def test_what_stays_open_has_no_confidence() -> None:
    speaker = Speaker(None, "she", "unresolved", "pronoun", 0.0)
    assert calibrated(speaker) == speaker


def test_a_rule_that_was_never_measured_keeps_what_it_says() -> None:
    speaker = Speaker("text:a", "Doe", "resolved", "a-new-rule", 0.4)
    assert calibrated(speaker) == speaker

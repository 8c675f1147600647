from accord.attribute.cues import Candidate
from accord.attribute.grading import confidence, traits
from accord.attribute.lexicon import lexicon
from accord.attribute.passages import Passage, passages
from accord.attribute.tagger import candidates_of


def graded(text: str) -> list[tuple[Candidate, Passage, float]]:
    (passage,) = passages(text)
    return [(c, passage, confidence(c, passage)) for _, c in candidates_of(passage)]


def best(text: str) -> float:
    return max(sure for _, _, sure in graded(text))


def test_confidence_is_a_share() -> None:
    assert all(
        0 < sure < 1 for _, _, sure in graded("Voss said that Kell wants to leave.")
    )


def test_a_quotation_with_its_speaker_is_surer_than_a_gesture() -> None:
    assert best("“We will never sign,” Voss said.") > 0.8
    assert best("Voss looked at the ship.") < 0.3


def test_firm_nouns_that_somebody_owns_are_kept() -> None:
    assert best("Sable's insistence on a veto angered Norden.") >= 0.3


def test_traits_name_nothing_but_the_lexicons_words() -> None:
    # What a trait may hold of the text: pronouns and lemmas that the data files list.
    known = {form.lemma for forms in lexicon().verbs.values() for form in forms}
    text = "Zyxwy said that Qwrtz would leave Blarg for good."
    for candidate, passage, _ in graded(text):
        joined = " ".join(traits(candidate, passage)).lower()
        assert not {"zyxwy", "qwrtz", "blarg"} & set(
            joined.replace("/", " ").replace(":", " ").split()
        )
        assert candidate.lemma in known
